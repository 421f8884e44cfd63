// What Swagger UI says of itself, in Vietnamese. It has no languages of its own; its words are replaced where they stand.

import { language } from "./languages.js";

const VIETNAMESE = new Map(
  Object.entries({
    "Available values": "Giá trị có thể dùng",
    Body: "Nội dung",
    Cancel: "Hủy",
    Clear: "Xóa kết quả",
    Code: "Mã",
    "Collapse operation": "Thu gọn",
    "Content type": "Định dạng",
    "Copy to clipboard": "Sao chép",
    "Controls Accept header.": "Quyết định tiêu đề Accept.",
    Curl: "Lệnh curl",
    "Default value": "Giá trị mặc định",
    Description: "Mô tả",
    Details: "Chi tiết",
    Download: "Tải xuống",
    "Error:": "Lỗi:",
    Example: "Ví dụ",
    "Example Value": "Ví dụ",
    Examples: "Ví dụ",
    Execute: "Thực hiện",
    "Expand operation": "Mở ra",
    "Headers:": "Tiêu đề:",
    Links: "Liên kết",
    Loading: "Đang tải",
    "Media type": "Định dạng",
    Name: "Tên",
    "No links": "Không có liên kết",
    "No parameters": "Không có tham số",
    "No response body": "Câu trả lời không có nội dung",
    Parameters: "Tham số",
    "Request URL": "Địa chỉ yêu cầu",
    "Request body": "Nội dung yêu cầu",
    "Request duration": "Thời gian xử lý",
    Reset: "Đặt lại",
    "Response body": "Nội dung trả lời",
    "Response content type": "Định dạng trả lời",
    "Response headers": "Tiêu đề trả lời",
    Responses: "Các câu trả lời",
    Schema: "Cấu trúc",
    "Send empty value": "Gửi giá trị rỗng",
    "Server response": "Câu trả lời của máy chủ",
    "Try it out": "Thử",
    Type: "Kiểu",
    required: "bắt buộc",
    "(header)": "(tiêu đề)",
    "(path)": "(trong địa chỉ)",
    "(query)": "(truy vấn)",
    "Expand all": "Mở tất cả",
    "Collapse all": "Thu gọn tất cả",
    "Unrecognized response type; displaying content as text.": "Không nhận ra định dạng; hiển thị dạng văn bản.",
  }),
);

// What people wrote, what services answered, and what machines read is in whatever language it is in.
const NOT_OURS = ".renderedMarkdown, .microlight, textarea, .opblock-summary-path, .parameters-col_name .parameter__name, .choices, .fields, .opblock-tag a";
const ATTRIBUTES = ["placeholder", "title", "aria-label"];

const english = new WeakMap();

const inLanguage = (text) => (language() === "vi" ? VIETNAMESE.get(text.trim()) : undefined);

const sayText = (node) => {
  const known = english.get(node);
  const original = known && known.said === node.nodeValue ? known.original : node.nodeValue;
  const said = inLanguage(original) ?? original;
  if (said !== node.nodeValue) {
    node.nodeValue = said;
  }
  if (said !== original) {
    english.set(node, { original, said });
  }
};

const sayAttributes = (element) => {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value) {
      const kept = element.getAttribute(`data-english-${name}`);
      const original = kept && (VIETNAMESE.get(kept) === value || kept === value) ? kept : value;
      const said = inLanguage(original) ?? original;
      if (said !== value) {
        element.setAttribute(name, said);
      }
      if (VIETNAMESE.has(original)) {
        element.setAttribute(`data-english-${name}`, original);
      }
    }
  }
};

/** Says everything below an element in the language that was chosen. */
export const sayAll = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && node.matches(NOT_OURS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      sayText(node);
    } else {
      sayAttributes(node);
    }
  }
};

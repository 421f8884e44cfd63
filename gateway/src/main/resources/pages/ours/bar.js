// What stands above every page: who is signed in, with roles; how to sign in and out; the language. And what must be said aloud.

import { choose, language, onChoice, say } from "./languages.js";

/** An element with attributes and children; attributes that begin with "on" listen. */
export const element = (name, attributes = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

const ROLES = {
  "alliance-admin": "quản trị viên Liên minh",
  "appeal-panel": "hội đồng khiếu nại",
  assessor: "người đánh giá",
  auditor: "kiểm toán viên",
  authority: "cơ quan nhà nước",
  business: "doanh nghiệp",
  "case-officer": "cán bộ thụ lý",
  "decision-maker": "người quyết định",
  kol: "KOL",
  platform: "nền tảng",
  press: "báo chí",
  registrar: "cán bộ đăng ký",
};

const inWords = (role) => say(role, ROLES[role] || role);

/** Asks a question in a dialog; true if it was answered with yes. */
export const ask = (question, details, yes) =>
  new Promise((resolve) => {
    const dialog = element(
      "dialog",
      { class: "ask", "aria-labelledby": "ask-question" },
      element("h2", { id: "ask-question" }, question),
      ...details.map((detail) => element("p", {}, detail)),
      element(
        "form",
        { method: "dialog" },
        element("button", { class: "btn", value: "no", autofocus: "" }, say("No, go back", "Không, quay lại")),
        element("button", { class: "btn yes", value: "yes" }, yes),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });

const tokenDialog = (session, tell) => {
  const input = element("textarea", { id: "token", rows: "5", spellcheck: "false", autocomplete: "off" });
  const dialog = element(
    "dialog",
    { class: "ask", "aria-labelledby": "token-title" },
    element("h2", { id: "token-title" }, say("Work with an access token", "Làm việc bằng mã truy cập")),
    element("p", {}, say("Programs get theirs by client credentials. It is not renewed here.", "Chương trình lấy mã bằng client credentials. Trang này không gia hạn mã đó.")),
    element("label", { for: "token" }, say("Access token", "Mã truy cập")),
    input,
    element(
      "form",
      { method: "dialog" },
      element("button", { class: "btn", value: "no" }, say("Cancel", "Hủy")),
      element("button", { class: "btn yes", value: "yes" }, say("Use it", "Dùng mã này")),
    ),
  );
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (dialog.returnValue === "yes") {
      try {
        session.use(input.value.trim());
      } catch {
        tell(say("This is not an access token, or it has ended.", "Đây không phải mã truy cập, hoặc mã đã hết hạn."));
      }
    }
  });
  document.body.append(dialog);
  dialog.showModal();
};

const NOT_SIGNED_IN = {
  popup: () => say("The browser blocked the window to sign in: allow it for this page.", "Trình duyệt đã chặn cửa sổ đăng nhập: hãy cho phép trang này mở."),
  refused: () => say("Signing in did not succeed. Try again.", "Đăng nhập không thành công. Hãy thử lại."),
};

/** Draws the bar into the page's header, again after each change. Without a session it has the language only. */
export const createBar = (header, session) => {
  const tools = element("div", { class: "tools" });
  const alert = element("div", { class: "told", role: "alert" });
  header.append(tools, alert);
  let told = null;

  const tell = (words) => {
    told = words;
    alert.textContent = words || "";
  };

  const signIn = () =>
    session.signIn().then(
      () => tell(null),
      ({ message }) => tell((NOT_SIGNED_IN[message] || NOT_SIGNED_IN.refused)()),
    );

  const signOut = async () => {
    tell(null);
    if (!(await session.signOut())) {
      tell(
        say(
          "Signed out here, but not where you signed in: close the browser.",
          "Đã đăng xuất ở đây, nhưng chưa đăng xuất khỏi máy chủ đăng nhập: hãy đóng trình duyệt.",
        ),
      );
    }
  };

  const button = (words, listener, kind = "") => element("button", { class: `btn ${kind}`, type: "button", onclick: listener }, words);

  const person = () => {
    const { name, roles } = session.person();
    return element("span", { class: "person" }, element("strong", {}, name), " ", element("span", { class: "roles" }, roles.map(inWords).join(", ")));
  };

  const ofSession = () =>
    ({
      in: () => [person(), button(say("Sign out", "Đăng xuất"), signOut, "leave")],
      ended: () => [person(), button(say("Sign in again", "Đăng nhập lại"), signIn, "enter")],
      out: () => [
        button(say("Use a token", "Dùng mã truy cập"), () => tokenDialog(session, tell), "plain"),
        button(say("Sign in", "Đăng nhập"), signIn, "enter"),
      ],
    })[session.state()]();

  const other = () => (language() === "vi" ? ["en", "English"] : ["vi", "Tiếng Việt"]);

  const draw = () => {
    const [tongue, name] = other();
    document.documentElement.lang = language();
    tools.replaceChildren(
      ...(session ? ofSession() : []),
      element("button", { class: "btn plain language", type: "button", lang: tongue, onclick: () => choose(tongue) }, name),
    );
    header.classList.toggle("ended", Boolean(session) && session.state() === "ended");
    if (session && session.state() === "ended") {
      alert.textContent = say(
        "Your session has ended. Sign in again: what you typed stays.",
        "Phiên làm việc đã hết. Hãy đăng nhập lại: những gì bạn đã nhập vẫn còn.",
      );
    } else {
      alert.textContent = told || "";
    }
  };

  onChoice(draw);
  if (session) {
    session.onChange(draw);
  }
  draw();
  return { tell };
};

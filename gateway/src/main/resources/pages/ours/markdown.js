// As much of Markdown as the document's descriptions use: paragraphs, headings, lists, tables, bold, italics, code, links.

import { element } from "./bar.js";

const SPANS = /`([^`]+)`|\*\*(.+?)\*\*|\*(.+?)\*|\[([^\]]+)\]\((https?:[^)]+|\/[^)]*)\)/g;

/** The nodes of a line. */
export const line = (text) => {
  const nodes = [];
  let from = 0;
  for (const { index, 0: whole, 1: code, 2: bold, 3: italic, 4: words, 5: address } of text.matchAll(SPANS)) {
    nodes.push(text.slice(from, index));
    from = index + whole.length;
    if (code !== undefined) {
      nodes.push(element("code", {}, code));
    } else if (words !== undefined) {
      nodes.push(element("a", { href: address }, ...line(words)));
    } else {
      nodes.push(element(bold === undefined ? "em" : "strong", {}, ...line(bold ?? italic)));
    }
  }
  return [...nodes, text.slice(from)];
};

const cells = (row) => row.replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());

const table = (rows) => {
  const [head, , ...body] = rows;
  const rowOf = (row, kind) => element("tr", {}, ...cells(row).map((cell) => element(kind, kind === "th" ? { scope: "col" } : {}, ...line(cell))));
  return element("table", { tabindex: "0" }, element("thead", {}, rowOf(head, "th")), element("tbody", {}, ...body.map((row) => rowOf(row, "td"))));
};

const list = (lines, mark, kind) => {
  const items = lines.reduce((all, each) => (mark.test(each) ? [...all, each.replace(mark, "")] : [...all.slice(0, -1), `${all.at(-1)} ${each.trim()}`]), []);
  return element(kind, {}, ...items.map((item) => element("li", {}, ...line(item))));
};

const BULLET = /^- /;
const NUMBER = /^\d+\. /;
const HEADING = /^(#{1,6}) (.*)$/;

/** The elements of a text; its headings begin below the given level. */
export const markdown = (text, level = 2) =>
  (text || "")
    .replace(/^(#{1,6} .*)\n(?!\n)/gm, "$1\n\n")
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => {
      const lines = block.split("\n");
      if (HEADING.test(block)) {
        return element(`h${level}`, {}, ...line(HEADING.exec(block)[2]));
      }
      if (block.startsWith("|")) {
        return table(lines);
      }
      if (BULLET.test(block)) {
        return list(lines, BULLET, "ul");
      }
      return NUMBER.test(block) ? list(lines, NUMBER, "ol") : element("p", {}, ...line(lines.join(" ")));
    });

// Swagger UI as it is leaves some things without a name and some without a way to reach them by keyboard. They are mended as they are
// drawn, and its words are said in the language that was chosen.

import { onChoice, say } from "./languages.js";
import { sayAll } from "./words.js";

const set = (element, name, value) => {
  if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
};

const named = (root, selector, nameOf) => {
  for (const element of root.querySelectorAll(selector)) {
    const name = nameOf(element);
    if (name) {
      set(element, "aria-label", name);
    }
  }
};

const mend = (root) => {
  named(root, "tr[data-param-name] :is(input, select, textarea)", (each) => each.closest("tr").dataset.paramName);
  named(root, "textarea.body-param__text, textarea.curl", () => say("Request body as JSON", "Nội dung yêu cầu dạng JSON"));
  named(root, ".body-param-content-type select, .content-type", () => say("Media type", "Định dạng"));
  named(root, "button.expand-operation", (each) => each.closest(".opblock-tag").dataset.tag);
  named(root, ".copy-to-clipboard button, button.copy-to-clipboard", () => say("Copy", "Sao chép"));
  for (const title of root.querySelectorAll(".info .title")) {
    set(title, "role", "heading");
    set(title, "aria-level", "1");
  }
  // What scrolls is reached by keyboard.
  for (const each of root.querySelectorAll(".microlight, .curl-command pre, .highlight-code, .info table, .info pre, .model-box")) {
    set(each, "tabindex", "0");
  }
  for (const each of root.querySelectorAll(".copy-to-clipboard:not(button)")) {
    if (!each.querySelector("button")) {
      set(each, "role", "button");
      set(each, "tabindex", "0");
      set(each, "aria-label", say("Copy", "Sao chép"));
    }
  }
};

/** Mends everything below an element now and whenever something is drawn there. */
export const repair = (root) => {
  let waiting = false;
  const all = () => {
    waiting = false;
    mend(root);
    sayAll(root);
  };
  const soon = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(all);
    }
  };
  new MutationObserver(soon).observe(root, { subtree: true, childList: true, characterData: true });
  onChoice(soon);
};

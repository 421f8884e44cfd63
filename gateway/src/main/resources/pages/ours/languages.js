// One language at a time: the browser's, or the one that was chosen. The document says everything in both, "English · *Tiếng Việt*";
// what is shown is one of the two, what is searched is both.

const KEPT = "language";
const listeners = new Set();

const kept = () => {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // who forbids storage chooses anew with every visit
  }
};

const ofBrowser = () =>
  (navigator.languages || [navigator.language]).map((tag) => tag.slice(0, 2)).find((tag) => tag === "vi" || tag === "en");

let chosen = kept() || ofBrowser() || "en";

/** "vi" or "en". */
export const language = () => chosen;

/** Shows everything in another language; nothing that was typed is lost. */
export const choose = (other) => {
  chosen = other;
  try {
    localStorage.setItem(KEPT, other);
  } catch {
    // see above
  }
  listeners.forEach((listener) => listener());
};

/** Calls a listener after each change; returns how to stop that. */
export const onChoice = (listener) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The page's own words: say("Sign in", "Đăng nhập"). */
export const say = (english, vietnamese) => (chosen === "vi" ? vietnamese : english);

const BOTH = " · ";
const WHO = /\*\*Who · Ai:\*\*/;
const WHOLE_IN_VIETNAMESE = /^### Tiếng Việt$/m;

const half = (text, tongue) => {
  // The last point parts the languages: an English text may have such a point within it.
  const at = text.lastIndexOf(BOTH);
  if (at < 0) {
    return text;
  }
  return tongue === "vi" ? text.slice(at + BOTH.length).replace(/^\*(?!\*)(.*)\*$/s, "$1") : text.slice(0, at);
};

/** One language of a text that has both; a text that has one stays as it is. */
export const inLanguage = (text, tongue = chosen) => {
  if (typeof text !== "string") {
    return text;
  }
  const parts = text.split(WHOLE_IN_VIETNAMESE);
  if (parts.length === 2) {
    return parts[tongue === "vi" ? 1 : 0].trim();
  }
  // Who may call an operation stands below what it does, as a paragraph of its own.
  const at = text.search(WHO);
  const does = at < 0 ? text : text.slice(0, at).trim();
  const who = at < 0 ? "" : text.slice(at).replace(WHO, tongue === "vi" ? "**Ai:**" : "**Who:**");
  return [half(does, tongue), who].filter(Boolean).join("\n\n");
};

/** Without case and tone marks, so that "dang ky" finds "Đăng ký". */
export const folded = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase();

/** Whether each word that is looked for is somewhere in these texts. */
export const finds = (looked, texts) => {
  const all = folded(texts.filter(Boolean).join(" "));
  return folded(looked)
    .split(/\s+/)
    .every((word) => all.includes(word));
};

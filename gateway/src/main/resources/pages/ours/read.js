// The API document to read, in one language: a list of what there is beside all of it. What is nested unfolds when it is asked for.

import { createBar, element } from "./bar.js";
import { nameOf, operationsOf, resolved } from "./document.js";
import { asOfToday } from "./forms.js";
import { finds, inLanguage, language, onChoice, say } from "./languages.js";
import { line, markdown } from "./markdown.js";

const anchorOf = (operation) => `operation/${operation.operationId}`;

const shortName = (schema) => (nameOf(schema) || "").split("/").pop();

const typeOf = (api, schema) => {
  const meant = resolved(api, schema);
  const types = [].concat(meant.type || []).filter((type) => type !== "null");
  const kind = meant.items ? `${say("list of", "danh sách")} ${typeOf(api, meant.items)}` : [types.join(" | "), meant.format].filter(Boolean).join(", ");
  const name = shortName(schema);
  return name && !meant.items ? name : kind || say("anything", "bất kỳ");
};

const limitsOf = ({ minLength, maxLength, minimum, maximum, minItems, maxItems, pattern, default: fallback }) =>
  [
    minLength !== undefined || maxLength !== undefined ? `${minLength ?? 0}–${maxLength ?? "…"} ${say("characters", "ký tự")}` : null,
    minimum !== undefined || maximum !== undefined ? `${minimum ?? "…"}–${maximum ?? "…"}` : null,
    minItems !== undefined || maxItems !== undefined ? `${minItems ?? 0}–${maxItems ?? "…"} ${say("items", "mục")}` : null,
    pattern && pattern !== "\\S" ? pattern : null,
    fallback !== undefined ? `${say("default", "mặc định")} ${fallback}` : null,
  ]
    .filter(Boolean)
    .join(" · ");

const unfolding = (summary, make) => {
  const details = element("details", {}, element("summary", {}, ...[].concat(summary)));
  details.addEventListener("toggle", () => details.children.length === 1 && details.append(...[].concat(make())), { once: true });
  return details;
};

const wordsOf = (api, schema) => {
  const meant = resolved(api, schema);
  const inner = meant.items ? resolved(api, meant.items) : meant;
  return [
    ...markdown(inLanguage(meant.description), 5),
    limitsOf(meant) ? element("p", { class: "limits" }, limitsOf(meant)) : null,
    inner.enum ? element("p", { class: "limits" }, ...inner.enum.flatMap((each) => [element("code", {}, String(each)), " "])) : null,
  ];
};

const propertiesOf = (api, schema) => {
  const meant = resolved(api, schema);
  const { properties = {}, required = [] } = meant.items ? resolved(api, meant.items) : meant;
  return element(
    "dl",
    {},
    ...Object.entries(properties).flatMap(([name, property]) => {
      const inner = resolved(api, property);
      const nested = (inner.items ? resolved(api, inner.items) : inner).properties;
      return [
        element("dt", {}, element("code", {}, name), " ", element("span", { class: "type" }, typeOf(api, property)), required.includes(name) ? element("span", { class: "must" }, ` ${say("required", "bắt buộc")}`) : null),
        element("dd", {}, ...wordsOf(api, property), nested ? unfolding(say("its properties", "các thuộc tính"), () => propertiesOf(api, property)) : null),
      ];
    }),
  );
};

const json = (example) => element("pre", { tabindex: "0" }, element("code", {}, typeof example === "string" ? example : JSON.stringify(example, null, 2)));

const examplesOf = ({ example, examples = {} }) => (example === undefined ? Object.values(examples).map(({ value }) => value) : [example]);

const bodyOf = (api, content = {}) =>
  Object.entries(content).flatMap(([type, { schema = {}, ...rest }]) => [
    element("p", {}, element("code", {}, type), " ", typeOf(api, schema)),
    ...wordsOf(api, schema),
    resolved(api, schema).properties || resolved(api, schema).items ? unfolding(say("Properties", "Thuộc tính"), () => propertiesOf(api, schema)) : null,
    ...examplesOf(rest).map((example) => unfolding(say("Example", "Ví dụ"), () => json(example))),
  ]);

const parametersOf = (api, parameters = []) =>
  parameters.length === 0
    ? []
    : [
        element("h4", {}, say("Parameters", "Tham số")),
        element(
          "dl",
          {},
          ...parameters.flatMap((parameter) => [
            element("dt", {}, element("code", {}, parameter.name), " ", element("span", { class: "type" }, `${parameter.in}, ${typeOf(api, parameter.schema)}`), parameter.required ? element("span", { class: "must" }, ` ${say("required", "bắt buộc")}`) : null),
            element("dd", {}, ...markdown(inLanguage(parameter.description), 5), ...wordsOf(api, parameter.schema)),
          ]),
        ),
      ];

const answerOf = (api, [status, answer]) => {
  const { description, content } = answer.$ref ? api.components.responses[answer.$ref.split("/").pop()] : answer;
  const said = [element("strong", {}, status), " ", ...line(inLanguage(description))];
  return element("li", {}, content ? unfolding(said, () => bodyOf(api, content)) : element("p", {}, ...said));
};

const operation = (api, { path, method, operation: each }) =>
  element(
    "article",
    { id: anchorOf(each) },
    element("h3", {}, inLanguage(each.summary)),
    element("p", { class: "address" }, element("span", { class: `method ${method}` }, method.toUpperCase()), " ", element("code", {}, path)),
    ...markdown(inLanguage(each.description), 4),
    ...parametersOf(api, each.parameters),
    ...(each.requestBody ? [element("h4", {}, say("Request", "Yêu cầu")), ...bodyOf(api, each.requestBody.content)] : []),
    element("h4", {}, say("Answers", "Trả lời")),
    element("ul", { class: "answers" }, ...Object.entries(each.responses).map((answer) => answerOf(api, answer))),
  );

const section = (api, { name, description }, operations) =>
  element("section", {}, element("h2", {}, name), ...markdown(inLanguage(description), 3), ...operations.map((each) => operation(api, each)));

const contents = (groups) => {
  const lists = element("div", {});
  const words = say("Find, in any words", "Tìm, gõ từ nào cũng được");
  const draw = (looked) =>
    lists.replaceChildren(
      ...groups.flatMap(({ tag, operations }) => {
        const found = operations.filter(({ path, operation: each }) => finds(looked, [tag.name, tag.description, path, each.operationId, each.summary]));
        return found.length === 0
          ? []
          : [
              element(
                "details",
                { open: looked ? "" : undefined },
                element("summary", {}, tag.name),
                element("ul", {}, ...found.map(({ operation: each }) => element("li", {}, element("a", { href: `#${anchorOf(each)}` }, inLanguage(each.summary))))),
              ),
            ];
      }),
    );
  draw("");
  return element(
    "nav",
    { "aria-label": say("Contents", "Mục lục") },
    element("input", { type: "search", placeholder: words, "aria-label": words, oninput: ({ target }) => draw(target.value) }),
    lists,
  );
};

const start = async () => {
  createBar(document.querySelector("#bar"), null);
  const answer = await fetch("/openapi?format=json");
  const api = asOfToday(await answer.json());
  const all = operationsOf(api);
  const groups = api.tags.map((tag) => ({ tag, operations: all.filter(({ operation: each }) => (each.tags || []).includes(tag.name)) }));
  const show = () => {
    document.querySelector("#read").replaceChildren(
      contents(groups),
      element(
        "main",
        {},
        element("h1", {}, api.info.title),
        language() === "en" ? element("p", {}, api.info.summary) : null,
        ...markdown(inLanguage(api.info.description), 2),
        ...groups.map(({ tag, operations }) => section(api, tag, operations)),
      ),
    );
  };
  onChoice(show);
  show();
  if (location.hash) {
    document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }
};

start();

// The body of a request as fields to fill in, made from its schema. The body is JSON all the while: it holds what was typed and no more.

import { inLanguage, say } from "./languages.js";
import { resolved } from "./document.js";

const LONG = 300; // characters, from which on a text gets room
const BLANK = [undefined, null, ""];

const typeOf = ({ type }) => (Array.isArray(type) ? type.find((each) => each !== "null") : type);

const isBlank = (value) => BLANK.includes(value) || (typeof value === "object" && Object.keys(value).length === 0);

/** An object with one property changed; what is blank is left out. */
export const changed = (object, name, value) => {
  const { [name]: gone, ...rest } = object || {};
  return isBlank(value) ? rest : { ...rest, [name]: value };
};

/** The component for a body: { schema, value, onChange, example, names }. */
export const createFields = (React, api) => {
  const h = React.createElement;

  // Told on when the field is left: the whole page is drawn anew for each change.
  const Typed = ({ value, onChange, element = "input", ...rest }) => {
    const [text, setText] = React.useState(value ?? "");
    React.useEffect(() => setText(value ?? ""), [value]);
    return h(element, {
      ...rest,
      value: text,
      onChange: (event) => setText(event.target.value),
      onBlur: () => text !== String(value ?? "") && onChange(text),
    });
  };

  const placeholderOf = (example) => (isBlank(example) || typeof example === "object" ? undefined : `${say("e.g.", "ví dụ")} ${example}`);

  const Choice = ({ id, schema, value, onChange, required, ...rest }) =>
    h(
      "select",
      { id, value: value ?? "", onChange: (event) => onChange(event.target.value), ...rest },
      h("option", { value: "" }, required ? say("choose…", "chọn…") : "–"),
      schema.enum.filter((each) => each !== null).map((each) => h("option", { key: each, value: each }, each)),
    );

  const Several = ({ id, schema, value = [], onChange }) =>
    h(
      "div",
      { className: "several", role: "group", "aria-labelledby": `${id}-name` },
      schema.enum.map((each) =>
        h(
          "label",
          { key: each },
          h("input", {
            type: "checkbox",
            checked: value.includes(each),
            onChange: ({ target }) => onChange(target.checked ? [...value, each] : value.filter((other) => other !== each)),
          }),
          each,
        ),
      ),
    );

  const Items = ({ id, schema, value = [], onChange, example, names, required }) => {
    const shown = value.length || !required ? value : [{}];
    const put = (at, item) => onChange(shown.map((each, index) => (index === at ? item : each)));
    return h(
      "div",
      { className: "items" },
      shown.map((item, at) =>
        h(
          "fieldset",
          { key: at },
          h("legend", null, `${at + 1}.`),
          h(Properties, { id: `${id}-${at}`, schema, value: item, onChange: (it) => put(at, it), example: (example || [])[at] || (example || [])[0], names }),
          shown.length > 1 || !required
            ? h("button", { type: "button", className: "btn small", onClick: () => onChange(shown.filter((_, index) => index !== at)) }, say("Remove", "Bỏ"))
            : null,
        ),
      ),
      h("button", { type: "button", className: "btn small", onClick: () => onChange([...shown, {}]) }, say("Add one", "Thêm")),
    );
  };

  const control = (props) => {
    const { id, schema, value, onChange, example, names, required, described } = props;
    const named = { id, "aria-describedby": described, "aria-required": required };
    const type = typeOf(schema);
    if (schema.enum) {
      return h(Choice, { ...named, schema, value, onChange, required });
    }
    if (type === "boolean") {
      const said = { true: true, false: false };
      return h(Choice, { ...named, schema: { enum: ["true", "false"] }, value: value === undefined ? "" : String(value), onChange: (text) => onChange(said[text]), required });
    }
    if (type === "object") {
      return h("fieldset", { "aria-labelledby": `${id}-name` }, h(Properties, { id, schema, value, onChange, example, names }));
    }
    if (type === "array") {
      const items = resolved(api, schema.items);
      if (items.enum) {
        return h(Several, { id, schema: items, value, onChange });
      }
      if (typeOf(items) === "object") {
        return h(Items, { id, schema: items, value, onChange, example, names, required });
      }
      const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
      return h(Typed, { ...named, element: "textarea", rows: 2, value: (value || []).join("\n"), onChange: (text) => onChange(lines(text)), placeholder: say("one per line", "mỗi dòng một giá trị") });
    }
    if (type === "integer" || type === "number") {
      return h(Typed, { ...named, type: "number", step: type === "integer" ? 1 : "any", value, onChange: (text) => onChange(text === "" ? undefined : Number(text)), placeholder: placeholderOf(example) });
    }
    if (schema.format === "date") {
      return h(Typed, { ...named, type: "date", value, onChange });
    }
    const long = (schema.maxLength || 0) > LONG && !schema.format;
    return h(Typed, { ...named, ...(long ? { element: "textarea", rows: 3 } : { type: "text" }), value, onChange, placeholder: schema.format === "uuid" ? undefined : placeholderOf(example) });
  };

  const Field = (props) => {
    const { id, name, schema, required, value, names } = props;
    const group = ["object", "array"].includes(typeOf(schema)) && !(typeOf(schema) === "array" && typeOf(resolved(api, schema.items)) === "string" && !resolved(api, schema.items).enum);
    const described = schema.description ? `${id}-is` : undefined;
    return h(
      "div",
      { className: "field", "data-field": name },
      h(group ? "span" : "label", { id: `${id}-name`, className: "field-name", ...(group ? {} : { htmlFor: id }) }, name, required ? h("span", { className: "must", "aria-hidden": true }, " *") : null),
      schema.description ? h("small", { id: described }, inLanguage(schema.description)) : null,
      control({ ...props, described }),
      (Array.isArray(value) ? value : [value]).map((each) => names.of(each) && h("output", { key: each, className: "known", htmlFor: id }, names.of(each))),
    );
  };

  const Properties = ({ id, schema, value = {}, onChange, example = {}, names }) => {
    const { properties = {}, required = [] } = schema;
    const order = Object.keys(properties).sort((a, b) => required.includes(b) - required.includes(a));
    return order.map((name) =>
      h(Field, {
        key: name,
        id: `${id}-${name}`,
        name,
        schema: resolved(api, properties[name]),
        required: required.includes(name),
        value: value[name],
        example: (example || {})[name],
        names,
        onChange: (each) => onChange(changed(value, name, each)),
      }),
    );
  };

  return Properties;
};

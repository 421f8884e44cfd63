// Stands in for the API page without a browser: shows docs-steps.js a document and answers, as Swagger UI does, and prints what it
// makes of the document, fills in, says and unfolds. Reads { api, answers: [{ path, method, … }], unfolded: place } from standard
// input, answers as they come from Swagger's client: { status, headers, body }, or { error: true, err: { response } } for a refusal.
import { readFileSync } from "node:fs";

const { api, answers = [], unfolded } = JSON.parse(readFileSync(0, "utf8"));
globalThis.document = { createElement: () => ({}), head: { append() {} } };
globalThis.window = { SwaggerUIBundle: (options) => options };
(0, eval)(readFileSync(process.argv[2], "utf8"));
const [plugin] = window.SwaggerUIBundle({}).plugins;
const { fn, statePlugins } = plugin({ fn: { resolveSubtree: (document, at, options) => ({ document, at, options }) } });
const { wrapActions } = statePlugins.spec;

const parameters = {};
const bodies = {};
const said = [];
const place = ([path, method]) => `${method} ${path}`;
let shown = api;
const system = {
  specSelectors: {
    specJson: () => ({ toJS: () => shown }),
    parameterValues: (at) => ({ get: (parameter) => (parameters[place(at)] || {})[parameter] }),
  },
  specActions: {
    changeParam: (at, name, within, value) => {
      parameters[place(at)] = { ...parameters[place(at)], [`${within}.${name}`]: value };
    },
  },
  oas3Selectors: { requestBodyValue: (...at) => bodies[place(at)] },
  oas3Actions: {
    setRequestBodyValue: ({ value, pathMethod }) => {
      bodies[place(pathMethod)] = value;
    },
    setRetainRequestBodyValueFlag() {},
  },
};
wrapActions.updateJsonSpec((moved) => {
  shown = moved;
})(api);
for (const { path, method, ...answer } of answers) {
  const original = (_path, _method, { err }) => said.push(err ? `${err.name}: ${err.message}` : "");
  wrapActions.setResponse(original, system)(path, method, answer);
}
const resolved = unfolded && fn.resolveSubtree(shown, unfolded, { baseDoc: "here" });
console.log(JSON.stringify({ shown, parameters, bodies, said, resolved }));

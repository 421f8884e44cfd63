// Stands in for the API page without a browser: gives its plugin a document and events, as Swagger UI does, and prints what it makes of
// them. Reads { api, events: [{ answer } | { choose } | { type } | { body } | { press } | { clear } | { another }], unfolded } from
// standard input; answers as they come from Swagger's client: { path, method, status, headers, body }, or { error: true, err } for a
// refusal. Calls of single functions, { calls: [{ of, name, given }] }, are answered too.
import { readFileSync } from "node:fs";

const ours = (name) => import(new URL(`../../main/resources/pages/ours/${name}.js`, import.meta.url));

Object.defineProperty(globalThis, "navigator", { value: { languages: ["en-GB"] } });
const { api, events = [], unfolded, calls = [] } = JSON.parse(readFileSync(0, "utf8"));
const { createPage } = await ours("docs");
const { asOfToday, withEmptyForms } = await ours("forms");

const called = [];
for (const { of, name, given } of calls) {
  called.push((await ours(of))[name](...given));
}

const page = async () => {
  const shown = withEmptyForms(asOfToday(api));
  const parameters = {};
  const bodies = {};
  const responses = {};
  const said = [];
  const sent = [];
  const questions = [];
  const place = ([path, method]) => `${method} ${path}`;
  const listeners = [];
  const session = {
    now: "in",
    access: async () => {
      if (session.now === "unreachable") {
        throw new Error("unreachable");
      }
      return session.now === "in" ? "token" : null;
    },
    state: () => session.now,
    onChange: (listener) => listeners.push(listener),
  };
  let answer = true;
  const confirmed = async (question, details) => {
    questions.push([question, ...details]);
    return answer;
  };
  const system = {
    getSystem: () => system,
    fn: { resolveSubtree: (document, at, options) => ({ document, at, options }) },
    specSelectors: {
      parameterValues: (at) => ({
        get: (parameter) => (parameters[place(at)] || {})[parameter],
        toJS: () => ({ ...parameters[place(at)] }),
      }),
      responseFor: (...at) => responses[place(at)],
    },
    specActions: {
      changeParam: (at, name, within, value) => {
        parameters[place(at)] = { ...parameters[place(at)], [`${within}.${name}`]: value };
      },
      setResponse: (...all) => setResponse(...all),
      clearResponse: (...at) => clearResponse(...at),
      clearRequest() {},
    },
    oas3Selectors: { requestBodyValue: (...at) => bodies[place(at)] },
    oas3Actions: {
      setRequestBodyValue: ({ value, pathMethod }) => {
        bodies[place(pathMethod)] = value;
      },
      setRetainRequestBodyValueFlag() {},
    },
  };
  const { plugin, choicesAt, choose } = createPage(shown, session, confirmed);
  const { fn, statePlugins } = plugin(system);
  const { wrapActions } = statePlugins.spec;
  const setResponse = wrapActions.setResponse((path, method, response) => {
    responses[place([path, method])] = response;
    const { err } = response;
    said.push(err ? `${err.name}: ${err.message}` : "");
  }, system);
  const clearResponse = wrapActions.clearResponse((...at) => {
    delete responses[place(at)];
  }, system);
  const execute = wrapActions.execute(async ({ path, method }) => {
    sent.push({ at: place([path, method]), parameters: { ...parameters[place([path, method])] }, body: bodies[place([path, method])] });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }, system);

  for (const event of events) {
    if (event.answer) {
      const { path, method, ...rest } = event.answer;
      setResponse(path, method, rest);
    } else if (event.choose) {
      const [path, method, at] = event.choose;
      choose(system, path, choicesAt(path, method)[at]);
    } else if (event.type) {
      system.specActions.changeParam(...event.type);
    } else if (event.body) {
      system.oas3Actions.setRequestBodyValue(event.body);
    } else if (event.press) {
      ({ session: session.now = "in", yes: answer = true } = event);
      const [path, method] = event.press;
      await Promise.all(Array.from({ length: event.times || 1 }, () => execute({ path, method })));
    } else if (event.clear) {
      clearResponse(...event.clear);
    } else if (event.another) {
      listeners.forEach((listener) => listener("another"));
    }
  }
  const resolved = unfolded && fn.resolveSubtree(shown, unfolded, { baseDoc: "here" });
  const choices = Object.fromEntries(
    Object.keys(responses).map((at) => {
      const [method, path] = at.split(" ");
      return [at, choicesAt(path, method).map(({ name, said: words }) => [name, ...words])];
    }),
  );
  return { shown, parameters, bodies, said, sent, questions, choices, resolved };
};

console.log(JSON.stringify({ called, ...(api ? await page() : {}) }));

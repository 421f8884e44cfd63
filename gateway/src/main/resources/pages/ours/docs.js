// The page on which people work with the API: Swagger UI in one language, with empty forms, a session of its own, and answers that fit
// the next request.

import { ask, createBar, element } from "./bar.js";
import { operationsOf, requestOf, resolved } from "./document.js";
import { createFields } from "./fields.js";
import { asksFirst, asOfToday, createRetryKeys, exampleOf, RETRY_KEY, withEmptyForms } from "./forms.js";
import { finds, inLanguage, language, onChoice, say } from "./languages.js";
import { choices, createNames, learn, takeChoice } from "./learning.js";
import { repair } from "./repairs.js";
import { createSession } from "./session.js";

const CLIENT = "openapi-ui";
const placeOf = (path, method) => `${method} ${path}`;

// ---- Refusals: in words, above the problem in JSON. ------------------------------------------------------------------------------

export const inWords = (response) => {
  const { title, detail, violations = [] } = (response.error && response.err.response && response.err.response.body) || {};
  if (detail) {
    const fields = violations.map(({ field, message }) => `${field} ${message}`);
    Object.assign(response.err, { name: title, message: fields.join("; ") || detail });
  }
  return response;
};

const notSent = (why) => ({ error: true, err: { name: say("Nothing was sent", "Chưa gửi gì"), message: why } });

// ---- The filter: by words of both languages. --------------------------------------------------------------------------------------

/** The tags, each with the operations that have all words that are looked for. */
export const filtered = (tags, looked) =>
  tags
    .map((tag, name) => {
      const described = tag.getIn(["tagDetails", "description"]);
      return finds(looked, [name, described])
        ? tag
        : tag.update("operations", (all) =>
            all.filter((each) =>
              finds(looked, [
                name,
                described,
                each.get("path"),
                each.getIn(["operation", "operationId"]),
                each.getIn(["operation", "summary"]),
                each.getIn(["operation", "description"]),
              ]),
            ),
          );
    })
    .filter((tag) => tag.get("operations").size > 0);

// ---- The list: what is drawn before anything is unfolded. Swagger UI takes long to take in a whole document. ----------------------

/** The document with no more of its operations than it takes to list and to fill them in; the rest comes when one is unfolded. */
export const listed = ({ components, paths, ...rest }) => ({
  ...rest,
  paths: Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([method, { tags, operationId, summary, description, parameters = [] }]) => [
          method,
          { tags, operationId, summary, description, parameters: parameters.map(({ name, in: within, required }) => ({ name, in: within, required, schema: {} })) },
        ]),
      ),
    ]),
  ),
});

// ---- The page --------------------------------------------------------------------------------------------------------------------

/**
 * What the page does with requests and answers, as a plugin of Swagger UI.
 *
 * @param api the document with empty forms
 * @param session who is signed in
 * @param confirmed asks a person; true if the answer is yes
 */
export const createPage = (api, session, confirmed = ask) => {
  const names = createNames();
  const keys = createRetryKeys();
  const found = new Map();
  const underWay = new Set();

  const operationAt = (path, method) => api.paths[path][method];

  const isSafe = (method) => method === "get";

  const questionOf = (system, path, method) => {
    const { summary } = operationAt(path, method);
    const values = system.specSelectors.parameterValues([path, method]);
    const subject = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => values.get(`path.${name}`)).find(Boolean);
    return [
      `${inLanguage(summary)}?`,
      [names.of(subject) || subject, say("This cannot be undone.", "Việc này không thể hoàn tác.")].filter(Boolean),
      inLanguage(summary),
    ];
  };

  // Of two presses the second does what the first did: the form is the same, and so is its key.
  const putKey = (system, path, method) => {
    const declares = (operationAt(path, method).parameters || []).some(({ name }) => name === RETRY_KEY);
    if (declares) {
      const { [`header.${RETRY_KEY}`]: typed, ...rest } = system.specSelectors.parameterValues([path, method]).toJS();
      const content = JSON.stringify([rest, system.oas3Selectors.requestBodyValue(path, method)]);
      system.specActions.changeParam([path, method], RETRY_KEY, "header", keys.keyOf(placeOf(path, method), content, typed), false);
    }
  };

  const maySend = async (system, path, method) => {
    try {
      if (!(await session.access())) {
        return session.state() === "ended"
          ? say("Your session has ended. Sign in again: what you typed stays.", "Phiên làm việc đã hết. Hãy đăng nhập lại: những gì bạn đã nhập vẫn còn.")
          : say("Sign in first, at the top of the page. What you typed stays.", "Hãy đăng nhập trước, ở đầu trang. Những gì bạn đã nhập vẫn còn.");
      }
    } catch {
      return say("The sign-in server does not answer at present. Try again in a moment.", "Máy chủ đăng nhập tạm thời không trả lời. Hãy thử lại sau giây lát.");
    }
    if (asksFirst(path, method) && !(await confirmed(...questionOf(system, path, method)))) {
      return say("You went back.", "Bạn đã quay lại.");
    }
    return null;
  };

  const execute = (original, system) => async (request) => {
    const { path, method } = request;
    const place = placeOf(path, method);
    if (underWay.has(place)) {
      return;
    }
    underWay.add(place);
    try {
      const why = await maySend(system, path, method);
      if (why) {
        system.specActions.setResponse(path, method, notSent(why));
        return;
      }
      putKey(system, path, method);
      await original(request);
    } finally {
      underWay.delete(place);
    }
  };

  const answered = (original, system) => (path, method, response) => {
    const result = original(path, method, inWords(response));
    if (response.status < 300) {
      names.learn(response.body);
    }
    found.set(placeOf(path, method), response.status ? choices(api, path, method, response, names) : []);
    if (response.status) {
      learn(system, api, path, method, response);
    }
    return result;
  };

  const choicesAt = (path, method) => found.get(placeOf(path, method)) || [];

  const choose = (system, path, row) => takeChoice(system, api, path, row);

  // Nothing of one person is left for the next.
  const forget = (system) => {
    names.clear();
    keys.clear();
    found.clear();
    for (const { path, method, operation } of operationsOf(api)) {
      const at = [path, method];
      const values = system.specSelectors.parameterValues(at);
      for (const { name, in: within } of operation.parameters || []) {
        if (values.get(`${within}.${name}`)) {
          system.specActions.changeParam(at, name, within, "", false);
        }
      }
      if (system.oas3Selectors.requestBodyValue(...at)) {
        system.oas3Actions.setRequestBodyValue({ value: requestOf(operation) ? "{}" : "", pathMethod: at });
      }
      if (system.specSelectors.responseFor(...at)) {
        system.specActions.clearResponse(...at);
        system.specActions.clearRequest(...at);
      }
    }
  };

  const components = (system) => {
    const { React } = system;
    const h = React.createElement;
    const Properties = createFields(React, api);
    const Request = React.createContext({});
    const useLanguage = () => React.useSyncExternalStore(onChoice, language);

    const inOneLanguage = (Original) => (props) => {
      useLanguage();
      return h(Original, { ...props, source: inLanguage(props.source) });
    };

    const summed = (Original) => (props) => {
      useLanguage();
      return h(Original, { ...props, operationProps: props.operationProps.updateIn(["op", "summary"], (text) => inLanguage(text)).update("summary", (text) => inLanguage(text)) });
    };

    const ofRequest = (Original) => (props) => h(Request.Provider, { value: { at: props.specPath.toJS().slice(1, 3), type: props.contentType } }, h(Original, props));

    const Body = ({ Original, ...props }) => {
      useLanguage();
      const { at, type } = React.useContext(Request);
      const operation = operationAt(...at);
      const schema = resolved(api, requestOf(operation));
      const example = exampleOf(operation);
      const isForm = type === "application/json" && Boolean(schema.properties);
      const [asText, setAsText] = React.useState(false);
      React.useEffect(() => {
        if (isForm && !props.value) {
          props.onChange("{}");
        }
      }, [isForm, props.value]);
      if (!isForm) {
        return h(Original, props);
      }
      let value = null;
      try {
        value = JSON.parse(props.value || "{}");
      } catch {
        // half typed as text: it is shown as text
      }
      const put = (body) => props.onChange(JSON.stringify(body, null, 2));
      const carried = ([key, each]) => key === "subject" && names.of(each);
      const shown = value === null || asText;
      return h(
        "div",
        { className: "form" },
        h(
          "div",
          { className: "form-tools" },
          h("button", { type: "button", className: "btn small", disabled: value === null, "aria-pressed": shown, onClick: () => setAsText(!asText) }, "JSON"),
          example && Object.keys(example).length
            ? h(
                "button",
                {
                  type: "button",
                  className: "btn small example",
                  onClick: () => put({ ...example, ...Object.fromEntries(Object.entries(value || {}).filter(carried)) }),
                },
                say("Fill in the example", "Điền ví dụ"),
              )
            : null,
        ),
        shown
          ? h(Original, { ...props, key: props.value === "{}" ? "empty" : "typed" })
          : h("div", { className: "fields" }, h(Properties, { id: `body-${operation.operationId}`, schema, value, onChange: put, example, names })),
      );
    };

    const Parameter = ({ Original, ...props }) => {
      useLanguage();
      const { schema, description } = props;
      const example = schema && schema.get && schema.get("x-example");
      return h(
        React.Fragment,
        null,
        h(Original, { ...props, description: example === undefined ? description : `${say("e.g.", "ví dụ")} ${example}` }),
        // Its line is there before there is a name: what is pressed next must not move away while it is pressed.
        schema && schema.get && schema.get("format") === "uuid" ? h("output", { className: "known" }, names.of(props.value) || null) : null,
      );
    };

    const SIMILAR = () => say("similar name, perhaps somebody else", "tên gần giống, có thể là người khác");

    const Chooser = ({ path, method }) => {
      useLanguage();
      const [chosen, setChosen] = React.useState(null);
      const rows = choicesAt(path, method);
      if (rows.length === 0) {
        return null;
      }
      return h(
        "section",
        { className: "choices" },
        h("h4", null, say("Whom or what do you mean?", "Bạn muốn nói đến mục nào?")),
        h("p", null, say("Choose a row and its id is filled in where it is needed. Nothing of a list is filled in by itself.", "Chọn một dòng thì mã của mục đó được điền vào những chỗ cần. Trang không tự điền mục nào trong danh sách.")),
        h(
          "ul",
          null,
          rows.map((row, at) =>
            h(
              "li",
              { key: at, className: chosen === row ? "chosen" : undefined },
              h("span", null, h("strong", null, row.name), " ", h("small", null, row.said.map((each) => (each === "SIMILAR" ? SIMILAR() : each)).join(" · "))),
              h(
                "button",
                {
                  type: "button",
                  className: "btn small",
                  "aria-pressed": chosen === row,
                  "aria-label": `${say("Use", "Chọn")} ${row.name}`,
                  onClick: () => {
                    choose(system.getSystem(), path, row);
                    setChosen(row);
                  },
                },
                chosen === row ? say("Chosen", "Đã chọn") : say("Use", "Chọn"),
              ),
            ),
          ),
        ),
      );
    };

    const answer = (Original) => (props) => {
      const { response, path, method } = props;
      // No answer, because nothing was sent or nobody answered: there is nothing to show but why.
      if (response.get("error") && !response.get("status") && !response.get("statusCode")) {
        return h("p", { className: "not-sent", role: "alert" }, h("strong", null, `${response.get("name")}.`), ` ${response.get("message")}`);
      }
      return h(React.Fragment, null, h(Chooser, { path, method, key: response.hashCode() }), h(Original, props));
    };

    const Filter = () => {
      useLanguage();
      const now = system.layoutSelectors.currentFilter();
      const words = say("Find an operation, in any words", "Tìm thao tác, gõ từ nào cũng được");
      return h(
        "div",
        { className: "filter wrapper" },
        h("input", {
          className: "operation-filter-input",
          type: "search",
          placeholder: words,
          "aria-label": words,
          value: typeof now === "string" ? now : "",
          onChange: ({ target }) => system.layoutActions.updateFilter(target.value),
        }),
      );
    };

    // What a program would send is there for those who ask.
    const folded = (Original) => (props) => {
      useLanguage();
      return h("details", { className: "as-curl" }, h("summary", null, say("The request as a curl command", "Yêu cầu dưới dạng lệnh curl")), h(Original, props));
    };

    const Nothing = () => null;
    return {
      wrapComponents: {
        Markdown: inOneLanguage,
        OperationSummary: summed,
        RequestBody: ofRequest,
        RequestBodyEditor: (Original) => (props) => h(Body, { Original, ...props }),
        JsonSchemaForm: (Original) => (props) => h(Parameter, { Original, ...props }),
        liveResponse: answer,
        curl: folded,
      },
      components: {
        FilterContainer: Filter,
        SchemesContainer: Nothing,
        ServersContainer: Nothing,
        AuthorizeBtnContainer: Nothing,
        // A link within a button is neither.
        DeepLink: ({ text }) => h("span", { className: "nostyle" }, text),
        authorizeOperationBtn: Nothing,
      },
    };
  };

  // For one operation Swagger UI prepares the whole document, and once more for the ways to sign in, which are not shown here. That takes
  // longer than to draw it.
  const alone = ([kind, name]) =>
    kind === "paths" && api.paths[name]
      ? { ...api, paths: { [name]: api.paths[name] } }
      : { ...api, paths: {}, components: { [name]: (api.components || {})[name] } };

  const plugin = (system) => {
    const { resolveSubtree } = system.fn;
    session.onChange((what) => what === "another" && forget(system.getSystem()));
    return {
      ...(system.React ? components(system) : {}),
      fn: {
        opsFilter: filtered,
        resolveSubtree: (_listed, place, options) => resolveSubtree(alone(place), place, options),
      },
      statePlugins: {
        layout: {
          wrapSelectors: {
            // What is found is shown: the tags around it are open.
            isShown: (original, { layoutSelectors }) => (_state, thing, fallback) => {
              const looked = layoutSelectors.currentFilter();
              return original(thing, fallback || (thing[0] === "operations-tag" && typeof looked === "string" && looked !== ""));
            },
          },
        },
        spec: {
          wrapActions: {
            // The document is here already, and needs not be read as YAML.
            parseToJson: (original, { specActions }) => () => specActions.updateJsonSpec(listed(api)),
            // One place for what is filled in and what is typed: the latest holds.
            changeParamByIdentity: (original, { specActions }) => (at, parameter, value, isXml) =>
              specActions.changeParam(at, parameter.get("name"), parameter.get("in"), value, isXml),
            execute,
            setResponse: answered,
            clearResponse: (original) => (path, method) => {
              keys.forget(placeOf(path, method));
              found.delete(placeOf(path, method));
              return original(path, method);
            },
          },
        },
      },
    };
  };

  return { plugin, choicesAt, choose };
};

/** What every request carries: the token of whoever is signed in, and the language. */
export const createInterceptors = (session) => ({
  requestInterceptor: async (request) => {
    const access = await session.access();
    Object.assign(request.headers, { "Accept-Language": language() }, access ? { Authorization: `Bearer ${access}` } : {});
    return request;
  },
  responseInterceptor: (response) => {
    if (response.status === 401) {
      session.refused();
    }
    return response;
  },
});

const footer = () =>
  document.querySelector("#footer").replaceChildren(
    say("Digital Trust Alliance", "Liên minh Niềm tin số"),
    " · ",
    element("a", { href: "/read/" }, say("read it as one document", "đọc như một tài liệu")),
    " · ",
    element("a", { href: "/openapi" }, "OpenAPI"),
  );

// All is made ready while it is still on its way: it is the largest part of the page.
const library = () =>
  new Promise((resolve, reject) => {
    const { href } = document.querySelector("link[rel=preload][as=script]");
    document.head.append(element("script", { src: href, onload: resolve, onerror: reject }));
  });

const start = async () => {
  const loaded = library();
  const answer = await fetch("/openapi?format=json");
  const api = withEmptyForms(asOfToday(await answer.json()));
  const { authorizationUrl, tokenUrl } = api.components.securitySchemes.login.flows.authorizationCode;
  const redirectUrl = `${location.origin}/docs/oauth2-redirect.html`;
  const session = createSession({ authorizationUrl, tokenUrl, clientId: CLIENT, redirectUrl });
  createBar(document.querySelector("#bar"), session);
  footer();
  onChoice(footer);
  repair(document.querySelector("#swagger-ui"));
  await loaded;
  const { SwaggerUIBundle } = window;
  SwaggerUIBundle({
    spec: { openapi: api.openapi },
    dom_id: "#swagger-ui",
    presets: [SwaggerUIBundle.presets.apis],
    plugins: [createPage(api, session).plugin],
    layout: "BaseLayout",
    deepLinking: true,
    docExpansion: "none",
    filter: true,
    tryItOutEnabled: true,
    displayRequestDuration: true,
    defaultModelsExpandDepth: -1,
    ...createInterceptors(session),
  });
};

if (typeof document !== "undefined" && document.querySelector("#swagger-ui")) {
  start();
}

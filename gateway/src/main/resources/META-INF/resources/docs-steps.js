// Makes the page fit phones, moves the days of examples along with the calendar, unfolds an operation without looking at all
// others, says refusals in words, and lets one answer fit the next request: its id and ETag are written into the operations on the
// same thing, and what it calls subject, registration number, platform or handle wherever a request asks for that. No request is sent
// and nothing is kept: fields are filled, and the person sees and may change them first. Who logs out is logged out at the issuer.
"use strict";

(() => {
  const viewport = document.createElement("meta");
  viewport.name = "viewport";
  viewport.content = "width=device-width, initial-scale=1";
  document.head.append(viewport);

  const bundle = window.SwaggerUIBundle;
  const JSON_BODY = "application/json";
  const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

  // ---- Days: what was tomorrow when an example was written is tomorrow today. --------------------------------------------------

  const DAY = /^\d{4}-\d{2}-\d{2}(?=$|T.*Z$)/;

  const moved = (node, by) => {
    if (typeof node === "string") {
      return node.replace(DAY, (day) => new Date(Date.parse(day) + by).toISOString().slice(0, 10));
    }
    if (Array.isArray(node)) {
      return node.map((item) => moved(item, by));
    }
    return node && typeof node === "object"
      ? Object.fromEntries(Object.entries(node).map(([name, value]) => [name, moved(value, by)]))
      : node;
  };

  // Dates are days in Vietnam, wherever the page is read. (Swedes write them as the API does.)
  const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format();

  const asOfToday = (api) => {
    const writtenOn = api.info && api.info["x-examples-written-on"];
    return writtenOn ? { ...api, paths: moved(api.paths, Date.parse(today()) - Date.parse(writtenOn)) } : api;
  };

  // ---- The document: which operations there are, and of what an id is the id. --------------------------------------------------

  const operationsOf = (api) =>
    Object.entries(api.paths || {}).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    );

  // A schema's name, also where it is one choice beside null.
  const nameOf = (schema) => schema && (schema.$ref || (schema.anyOf || schema.oneOf || []).map(nameOf).find(Boolean));

  const resolved = (api, schema) => {
    const name = nameOf(schema);
    return (name ? api.components.schemas[name.split("/").pop()] : schema) || {};
  };

  const answerOf = (operation, status) => {
    const content = (operation.responses[status] || {}).content || {};
    return content[JSON_BODY] && content[JSON_BODY].schema;
  };

  // What an answer speaks of, and its type: a list speaks of its first, a search of its best, a trust check of its subject.
  const spokenOf = (api, schema, body) => {
    const { items, properties = {} } = resolved(api, schema);
    if (Array.isArray(body)) {
      return spokenOf(api, items, body[0]);
    }
    if (body && Array.isArray(body.items)) {
      return spokenOf(api, properties.items, body.items);
    }
    if (body && body.subject && body.subject.id) {
      return { ...spokenOf(api, properties.subject, body.subject), isSubject: true };
    }
    return { thing: body, type: nameOf(schema) };
  };

  // Everybody is found there under the id that they have as KOL, organisation or recorded subject too.
  const SUBJECTS = "/registry/v1/subjects";

  // Where things of a type are read by one of their properties: { address: "/registry/v1/accounts", key: "id" }. KOLs and
  // organisations are of one type and have one home each: an answer belongs into the home that it came from, or else into none.
  const homesOf = (api, type, from) => {
    const homes = Object.entries(api.paths).flatMap(([path, item]) => {
      const [, address, key] = /^(.*)\/\{(\w+)\}$/.exec(path) || [];
      return type && key && item.get && nameOf(answerOf(item.get, 200)) === type ? [{ address, key }] : [];
    });
    return homes.filter(
      (home) =>
        `${from}/`.startsWith(`${home.address}/`) ||
        home.address === SUBJECTS ||
        homes.filter(({ key }) => key === home.key).length === 1,
    );
  };

  // ---- Filling ---------------------------------------------------------------------------------------------------------------

  const parameterOf = ({ operation }, name) => (operation.parameters || []).find((parameter) => parameter.name === name);

  // The page draws every operation anew for each change, so nothing is filled in that stands there.
  const fillParameter = (system, target, name, value) => {
    const parameter = parameterOf(target, name);
    const pathMethod = [target.path, target.method];
    if (parameter && (system.specSelectors.parameterValues(pathMethod).get(`${parameter.in}.${name}`) || "") !== value) {
      system.specActions.changeParam(pathMethod, name, parameter.in, value, false);
    }
  };

  // The body as it stands in the page, or as the document shows it.
  const bodyOf = (system, { path, method, operation }) => {
    const typed = system.oas3Selectors.requestBodyValue(path, method);
    const shown = operation.requestBody && operation.requestBody.content[JSON_BODY];
    try {
      return JSON.parse(typed || JSON.stringify((shown && shown.example) || null)) || {};
    } catch {
      return {};
    }
  };

  const fillBody = (system, target, name, value) => {
    const body = bodyOf(system, target);
    const isList = Array.isArray(body[name]);
    const stands = isList ? body[name][0] : body[name];
    if (typeof stands === "string" && stands !== value) {
      const pathMethod = [target.path, target.method];
      const filled = JSON.stringify({ ...body, [name]: isList ? [value] : value }, null, 2);
      system.oas3Actions.setRequestBodyValue({ value: filled, pathMethod });
      // An operation that is opened for the first time would begin with the example again.
      system.oas3Actions.setRetainRequestBodyValueFlag({ value: true, pathMethod });
    }
  };

  // Into every operation below an address. The ETag of one thing never stays beside the id of another.
  const fillAddress = (system, operations, address, key, value, etag) => {
    const place = `${address}/{${key}}`;
    for (const target of operations.filter(({ path }) => `${path}/`.startsWith(`${place}/`))) {
      const stood = system.specSelectors.parameterValues([target.path, target.method]).get(`path.${key}`);
      fillParameter(system, target, key, value);
      if (etag || stood !== value) {
        fillParameter(system, target, "If-Match", etag || "");
      }
    }
  };

  // ---- Learning --------------------------------------------------------------------------------------------------------------

  // What a property of an answer is called by the requests that ask for the same. A platform and a handle name an account only
  // together, and only where one is looked for: a body with both opens another account.
  const CALLED = [
    { property: "subject", name: "subject", inBodies: true },
    { property: "registrationNumber", name: "registrationNumber" },
    { property: "registrationNumber", name: "number", within: "/registry/" },
    { property: "platform", name: "platform", beside: "handle" },
    { property: "handle", name: "handle", beside: "platform" },
  ];

  const learnNames = (system, operations, told) => {
    for (const { property, name, beside, within = "/", inBodies } of CALLED.filter((called) => called.property in told)) {
      for (const target of operations.filter(({ path }) => path.startsWith(within))) {
        if (!beside || parameterOf(target, beside)) {
          // Empty where this one has none: never what another one has.
          fillParameter(system, target, name, told[property] || "");
        }
        if (inBodies) {
          fillBody(system, target, name, told[property]);
        }
      }
    }
  };

  const serviceOf = (path) => path.split("/").slice(0, 3).join("/");

  // "appeal", "measures" or "stateDecision" of a thing are ids of what lies below "/appeals", "/measures" or "/state-decisions".
  const learnNeighbours = (system, operations, path, thing) => {
    for (const [property, value] of Object.entries(thing)) {
      const id = Array.isArray(value) ? value[0] : value;
      if (UUID.test(id)) {
        const noun = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        for (const collection of [noun, `${noun}s`]) {
          fillAddress(system, operations, `${serviceOf(path)}/${collection}`, "id", id);
        }
      }
    }
  };

  const learn = (system, path, method, response) => {
    const api = system.specSelectors.specJson().toJS();
    const { operation } = operationsOf(api).find((asked) => asked.path === path && asked.method === method);
    const { thing, type, isSubject } = spokenOf(api, answerOf(operation, response.status), response.body);
    if (response.status >= 300 || !thing || typeof thing !== "object") {
      return;
    }
    const operations = operationsOf(api);
    const isRead = thing === response.body;
    if (isRead) {
      learnNeighbours(system, operations, path, thing);
    }
    const homes = homesOf(api, type, path).filter(({ key }) => typeof thing[key] === "string");
    for (const { address, key } of homes) {
      fillAddress(system, operations, address, key, thing[key], isRead && response.headers.etag);
      // Bodies that ask for "reports" ask for ids of what lies below "/reports".
      for (const target of operations.filter((each) => key === "id" && serviceOf(each.path) === serviceOf(address))) {
        fillBody(system, target, address.split("/").pop(), thing[key]);
      }
    }
    const isEverybody = isSubject || homes.some(({ address }) => address === SUBJECTS);
    learnNames(system, operations, isEverybody ? { ...thing, subject: thing.id } : thing);
  };

  // ---- Refusals: in words, above the problem in JSON. ------------------------------------------------------------------------

  const inWords = (response) => {
    const { title, detail, violations = [] } = (response.error && response.err.response && response.err.response.body) || {};
    if (detail) {
      const fields = violations.map(({ field, message }) => `${field} ${message}`);
      Object.assign(response.err, { name: title, message: fields.join("; ") || detail });
    }
    return response;
  };

  // ---- Logging out: at the issuer too, or whoever sits here next would be let in as the one before. -----------------------------

  const leaveIssuer = async (system, name) => {
    const login = system.authSelectors.authorized().get(name);
    const refreshToken = login && login.getIn(["token", "refresh_token"]);
    if (!refreshToken) {
      return;
    }
    const address = login.getIn(["schema", "tokenUrl"]).replace(/token$/, "logout");
    const body = new URLSearchParams({ client_id: login.get("clientId"), refresh_token: refreshToken });
    const answer = await fetch(address, { method: "POST", body }).catch(() => ({ ok: false }));
    if (!answer.ok) {
      const message = "Logged out here, but not where you signed in: close the browser · Chưa đăng xuất khỏi máy chủ: hãy đóng trình duyệt";
      system.errActions.newAuthErr({ authId: name, source: "auth", level: "error", message });
    }
  };

  // ---- Unfolding: for one operation Swagger UI prepares the whole document, which takes longer than to draw it. -----------------

  const alone = (api, [kind, path]) =>
    kind === "paths" && api.paths[path] ? { ...api, paths: { [path]: api.paths[path] } } : api;

  const Steps = ({ fn: { resolveSubtree } }) => ({
    fn: {
      resolveSubtree: (api, place, options) => resolveSubtree(alone(api, place), place, options),
    },
    statePlugins: {
      auth: {
        wrapActions: {
          logout: (original, system) => (names) => {
            names.forEach((name) => leaveIssuer(system, name));
            return original(names);
          },
        },
      },
      spec: {
        wrapActions: {
          updateJsonSpec: (original) => (api) => original(asOfToday(api)),
          setResponse: (original, system) => (path, method, response) => {
            const result = original(path, method, inWords(response));
            learn(system, path, method, response);
            return result;
          },
        },
      },
    },
  });

  window.SwaggerUIBundle = Object.assign((options) => bundle({ ...options, plugins: [...(options.plugins || []), Steps] }), bundle);
})();

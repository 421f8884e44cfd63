// Makes the page fit phones, says "sign in" where people sign in, and lets one answer fit the next request: its id and ETag are
// written into the operations under the same address, and what it calls subject, registration number, platform or handle
// wherever a request asks for that. Nothing is sent or kept: fields are filled, and the person sees and may change them first.
"use strict";

(() => {
  const viewport = document.createElement("meta");
  viewport.name = "viewport";
  viewport.content = "width=device-width, initial-scale=1";
  document.head.append(viewport);

  const bundle = window.SwaggerUIBundle;
  const JSON_BODY = "application/json";

  // What a property of an answer is called by the requests that ask for the same.
  const CALLED = {
    subject: ["subject"],
    registrationNumber: ["registrationNumber", "number"],
    platform: ["platform"],
    handle: ["handle"],
  };

  // Where everybody is a subject under its own id, and where "number" is a registration number.
  const SUBJECTS = ["/registry/v1/kols", "/registry/v1/organisations", "/registry/v1/recorded-subjects", "/registry/v1/subjects"];
  const ASKING = ["/registry/", "/sanctions/", "/alliance/", "/trust/"];
  const NUMBERED = ["/registry/", "/trust/"];

  const operationsOf = (system) =>
    Object.entries(system.specSelectors.specJson().toJS().paths || {}).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    );

  const fillParameter = (system, { path, method, operation }, name, value) => {
    const parameter = (operation.parameters || []).find((candidate) => candidate.name === name);
    if (parameter) {
      system.specActions.changeParam([path, method], name, parameter.in, value, false);
    }
  };

  // The body as it stands in the page, or as the document shows it.
  const bodyOf = (system, { path, method, operation }) => {
    const typed = system.oas3Selectors.requestBodyValue(path, method);
    const shown = operation.requestBody && operation.requestBody.content[JSON_BODY];
    try {
      return JSON.parse(typed || JSON.stringify((shown && shown.example) || null));
    } catch {
      return null;
    }
  };

  const fillBody = (system, operation, name, value) => {
    const body = bodyOf(system, operation);
    if (body && typeof body[name] === "string") {
      const pathMethod = [operation.path, operation.method];
      const filled = JSON.stringify({ ...body, [name]: value }, null, 2);
      system.oas3Actions.setRequestBodyValue({ value: filled, pathMethod });
      // An operation that is opened for the first time would begin with the example again.
      system.oas3Actions.setRetainRequestBodyValueFlag({ value: true, pathMethod });
    }
  };

  // "/registry/v1/kols/0193…/registrations" and "/registry/v1/kols" both speak of "/registry/v1/kols".
  const addressOf = (url, id) => {
    const parts = new URL(url).pathname.split("/");
    const at = parts.indexOf(id);
    return parts.slice(0, at < 0 ? 4 : at).join("/");
  };

  // A list speaks of its first, and a search of its best.
  const thingOf = (body) => {
    const thing = Array.isArray(body.items) ? body.items[0] : Array.isArray(body) ? body[0] : body;
    return thing && thing.subject && thing.subject.id ? thing.subject : thing;
  };

  const fillFollowers = (system, operations, address, id, etag) => {
    for (const operation of operations.filter(({ path }) => path.startsWith(`${address}/{`))) {
      fillParameter(system, operation, operation.path.slice(address.length + 2).split("}")[0], id);
      if (etag) {
        fillParameter(system, operation, "If-Match", etag);
      }
    }
  };

  const learn = (system, response) => {
    const thing = response.status < 300 && response.body && thingOf(response.body);
    if (!thing || typeof thing !== "object") {
      return;
    }
    const operations = operationsOf(system);
    const address = thing.id && addressOf(response.url, thing.id);
    if (address) {
      fillFollowers(system, operations, address, thing.id, response.headers.etag);
    }
    const told = SUBJECTS.includes(address) ? { ...thing, subject: thing.id } : thing;
    if (SUBJECTS.includes(address)) {
      fillFollowers(system, operations, "/registry/v1/subjects", thing.id, response.headers.etag);
    }
    for (const [property, names] of Object.entries(CALLED)) {
      if (typeof told[property] === "string") {
        for (const name of names) {
          const asking = name === "number" ? NUMBERED : ASKING;
          for (const operation of operations.filter(({ path }) => asking.some((part) => path.startsWith(part)))) {
            fillParameter(system, operation, name, told[property]);
            fillBody(system, operation, name, told[property]);
          }
        }
      }
    }
  };

  const Steps = () => ({
    statePlugins: {
      spec: {
        wrapActions: {
          setResponse: (original, system) => (path, method, response) => {
            const result = original(path, method, response);
            learn(system, response);
            return result;
          },
        },
      },
    },
  });

  window.SwaggerUIBundle = Object.assign((options) => bundle({ ...options, plugins: [...(options.plugins || []), Steps] }), bundle);
})();

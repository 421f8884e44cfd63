// Makes the page fit phones, and lets the ids of one answer fit the next request: what an answer calls "id" is written
// into the path parameters of the operations under the same address, and its ETag into their If-Match. Nothing is sent
// or kept: the fields are filled, and the person sees and may change them before executing.
"use strict";

(() => {
  const viewport = document.createElement("meta");
  viewport.name = "viewport";
  viewport.content = "width=device-width, initial-scale=1";
  document.head.append(viewport);

  const bundle = window.SwaggerUIBundle;

  const followers = (system, address) =>
    Object.entries(system.specSelectors.specJson().toJS().paths || {}).filter(([path]) => path.startsWith(`${address}/{`));

  const fill = (system, path, method, name, place, value) => {
    const operation = system.specSelectors.specJson().toJS().paths[path][method];
    if ((operation.parameters || []).some((parameter) => parameter.name === name && parameter.in === place)) {
      system.specActions.changeParam([path, method], name, place, value, false);
    }
  };

  const learn = (system, response) => {
    const id = response.body && response.body.id;
    if (response.status >= 300 || !id) {
      return;
    }
    // "/registry/v1/kols/0193…/registrations" and "/registry/v1/kols" both speak of "/registry/v1/kols".
    const parts = new URL(response.url).pathname.split("/");
    const at = parts.indexOf(id);
    const address = parts.slice(0, at < 0 ? 4 : at).join("/");
    for (const [path, item] of followers(system, address)) {
      const name = path.slice(address.length + 2).split("}")[0];
      for (const method of Object.keys(item)) {
        fill(system, path, method, name, "path", id);
        if (response.headers.etag) {
          fill(system, path, method, "If-Match", "header", response.headers.etag);
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

// Forms begin empty: a reason, a fact, a proof, an id or a hash that stood there ready-made would be sent by whoever only presses. What
// the document shows as an example is offered beside, and comes in when it is asked for.

const JSON_BODY = "application/json";
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

/** Days: what was tomorrow when an example was written is tomorrow today. */
export const asOfToday = (api) => {
  const writtenOn = api.info && api.info["x-examples-written-on"];
  return writtenOn ? { ...api, paths: moved(api.paths, Date.parse(today()) - Date.parse(writtenOn)) } : api;
};

const METHODS = ["get", "put", "post", "delete", "patch"];

const emptyParameter = ({ example, ...parameter }) =>
  example === undefined ? parameter : { ...parameter, schema: { ...parameter.schema, "x-example": example } };

const emptyBody = (body) => {
  const content = body && body.content && body.content[JSON_BODY];
  if (!content) {
    return body;
  }
  const { example, ...rest } = content;
  return { ...body, content: { ...body.content, [JSON_BODY]: { ...rest, example: {}, "x-example": example } } };
};

/** The document with empty forms; what was their content stands beside as x-example. */
export const withEmptyForms = (api) => ({
  ...api,
  paths: Object.fromEntries(
    Object.entries(api.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([method, operation]) => [
          method,
          METHODS.includes(method)
            ? {
                ...operation,
                ...(operation.parameters ? { parameters: operation.parameters.map(emptyParameter) } : {}),
                ...(operation.requestBody ? { requestBody: emptyBody(operation.requestBody) } : {}),
              }
            : operation,
        ]),
      ),
    ]),
  ),
});

/** What the document shows as the body of a request. */
export const exampleOf = (operation) => {
  const content = operation.requestBody && operation.requestBody.content[JSON_BODY];
  return content && content["x-example"];
};

// ---- What cannot be undone asks first. ---------------------------------------------------------------------------------------

// Deeds on something that exists, of which another deed takes back what they did, or which only add something. All others ask: also
// those that nobody has thought of yet.
const UNDONE_BY_ANOTHER = new Set([
  "accounts", "appeals", "deactivations", "exceptions", "handles", "interests", "interim-measures", "notices", "proposals",
  "reactivations", "requests", "resumptions", "stays", "submissions", "unmerges", "variations", "verifications",
]);

/** Whether a request asks before it is sent: deeds that no other deed takes back. */
export const asksFirst = (path, method) => {
  const [, deed] = /\{\w+\}\/(?:[\w-]+\/)?([\w-]+)$/.exec(path) || [];
  return method === "delete" || (method === "post" && deed !== undefined && !UNDONE_BY_ANOTHER.has(deed));
};

// ---- A retry key for each form: a double press does one thing. -----------------------------------------------------------------

export const RETRY_KEY = "Idempotency-Key";

/** Keys by what is sent: the same form has the same key, one that was changed has another. */
export const createRetryKeys = (make = () => crypto.randomUUID()) => {
  const made = new Map();
  return {
    /** The key for a form with this content; what somebody typed as a key is theirs. */
    keyOf(place, content, typed) {
      const last = made.get(place);
      if (typed && (!last || typed !== last.key)) {
        return typed;
      }
      if (!last || last.content !== content) {
        made.set(place, { content, key: make() });
      }
      return made.get(place).key;
    },
    /** The next one is another form, even if the same is typed. */
    forget(place) {
      const last = made.get(place);
      if (last) {
        last.content = undefined;
      }
    },
    clear() {
      made.clear();
    },
  };
};

// One answer fits the next request. What is exactly one thing, because it was read, made or chosen, fills its id and ETag into the
// operations on the same thing, and its subject, registration number or number wherever a request must have that. A list teaches
// nothing by itself, not even a list of one: what was meant is chosen by a person. No request is sent; fields are filled, with the
// name beside, and the person sees and may change them first. What may be left out is never filled in.

import { answerOf, homesOf, nameOf, operationsOf, resolved, SUBJECTS } from "./document.js";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// ---- Names: what an id is the id of, in words. -----------------------------------------------------------------------------------

const nameIn = ({ displayName, name, title, displayHandle, handle, file }) =>
  [displayName, name, title, displayHandle, handle].find((each) => typeof each === "string" && each) ||
  // Whoever is not yet registered has a name for those who may read the file.
  (file && (file.names || []).map(({ type, value }) => (type === "LEGAL" ? null : value)).find(Boolean)) ||
  undefined;

const numberIn = ({ registrationNumber, number }) => registrationNumber || number;

/** What ids are the ids of, as far as answers told it. */
export const createNames = () => {
  const names = new Map();
  const labelOf = (thing) => {
    const said = [nameIn(thing), names.get(thing.subject), numberIn(thing)].filter(Boolean);
    return said.length ? said.join(" · ") : undefined;
  };
  const learn = (node) => {
    if (Array.isArray(node)) {
      node.forEach(learn);
    } else if (node && typeof node === "object") {
      if (typeof node.subject === "string" && node.subjectName) {
        names.set(node.subject, [node.subjectName, node.subjectNumber].filter(Boolean).join(" · "));
      }
      const label = typeof node.id === "string" && labelOf(node);
      if (label) {
        names.set(node.id, label);
      }
      Object.values(node).forEach(learn);
    }
  };
  return { of: (id) => names.get(id), labelOf, learn, clear: () => names.clear() };
};

// ---- Filling -----------------------------------------------------------------------------------------------------------------

const parameterOf = ({ operation }, name) => (operation.parameters || []).find((parameter) => parameter.name === name);

// The page draws every operation anew for each change, so nothing is filled in that stands there.
const fillParameter = (system, target, name, value) => {
  const parameter = parameterOf(target, name);
  const pathMethod = [target.path, target.method];
  if (parameter && parameter.required && (system.specSelectors.parameterValues(pathMethod).get(`${parameter.in}.${name}`) || "") !== value) {
    system.specActions.changeParam(pathMethod, name, parameter.in, value, false);
  }
};

const bodyOf = (system, { path, method }) => {
  try {
    return JSON.parse(system.oas3Selectors.requestBodyValue(path, method) || "{}");
  } catch {
    return null; // half typed: it is left alone
  }
};

const typeOf = ({ type }) => (Array.isArray(type) ? type.find((each) => each !== "null") : type);

const isIds = (value) => [].concat(value).every((each) => UUID.test(each)) && [].concat(value).length > 0;

const withoutIds = (body) => Object.fromEntries(Object.entries(body).filter(([, value]) => !isIds(value)));

const fillBody = (system, api, target, name, value) => {
  const content = target.operation.requestBody && target.operation.requestBody.content["application/json"];
  const { properties = {} } = resolved(api, content && content.schema);
  const body = bodyOf(system, target);
  const property = properties[name];
  if (property && body && typeOf(property.items || property) === "string") {
    const filled = property.type === "array" ? [value] : value;
    if (JSON.stringify(body[name]) !== JSON.stringify(filled)) {
      const pathMethod = [target.path, target.method];
      // What was carried for one subject never stays beside another.
      const rest = name === "subject" ? withoutIds(body) : body;
      system.oas3Actions.setRequestBodyValue({ value: JSON.stringify({ ...rest, [name]: filled }, null, 2), pathMethod });
      // An operation that is opened for the first time would begin empty again.
      system.oas3Actions.setRetainRequestBodyValueFlag({ value: true, pathMethod });
    }
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

// ---- Learning ----------------------------------------------------------------------------------------------------------------

// What a property of an answer is called by the requests that must have the same.
const CALLED = [
  { property: "subject", name: "subject", inBodies: true },
  { property: "registrationNumber", name: "registrationNumber" },
  { property: "registrationNumber", name: "number", within: "/registry/" },
];

const learnNames = (system, api, operations, told) => {
  for (const { property, name, within = "/", inBodies } of CALLED.filter((called) => called.property in told)) {
    for (const target of operations.filter(({ path }) => path.startsWith(within))) {
      // Empty where this one has none: never what another one has.
      fillParameter(system, target, name, told[property] || "");
      if (inBodies) {
        fillBody(system, api, target, name, told[property]);
      }
    }
  }
};

const serviceOf = (path) => path.split("/").slice(0, 3).join("/");

// "appeal" or "stateDecision" of a thing, and "measures" if there is one, are ids of what lies below "/appeals" or "/measures".
const learnNeighbours = (system, operations, path, thing) => {
  for (const [property, value] of Object.entries(thing)) {
    const id = Array.isArray(value) && value.length === 1 ? value[0] : value;
    if (UUID.test(id)) {
      const noun = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      for (const collection of [noun, `${noun}s`]) {
        fillAddress(system, operations, `${serviceOf(path)}/${collection}`, "id", id);
      }
    }
  }
};

const take = (system, api, path, { thing, type, isSubject }, etag) => {
  const operations = operationsOf(api);
  const homes = homesOf(api, type, path).filter(({ key }) => typeof thing[key] === "string");
  const isEverybody = isSubject || homes.some(({ address }) => address === SUBJECTS);
  learnNames(system, api, operations, isEverybody ? { ...thing, subject: thing.id } : thing);
  for (const { address, key } of homes) {
    fillAddress(system, operations, address, key, thing[key], etag);
    // Bodies that ask for "reports" ask for ids of what lies below "/reports".
    for (const target of operations.filter((each) => key === "id" && serviceOf(each.path) === serviceOf(address))) {
      fillBody(system, api, target, address.split("/").pop(), thing[key]);
    }
  }
};

// A trust check and a hit of a search speak of their subject.
const spokenOf = (api, schema, thing) => {
  const { properties = {} } = resolved(api, schema);
  return thing.subject && thing.subject.id
    ? { thing: thing.subject, type: nameOf(properties.subject), isSubject: true }
    : { thing, type: nameOf(schema) };
};

const isThing = (body) => body && typeof body === "object";

const schemaOf = (api, path, method, status) => answerOf(api.paths[path][method], status);

const itemsOf = (body) => (Array.isArray(body) ? body : isThing(body) && Array.isArray(body.items) ? body.items : null);

/** Fills in what one exact answer says; a list and a refusal say nothing. */
export const learn = (system, api, path, method, { status, body, headers = {} }) => {
  if (status >= 300 || !isThing(body) || itemsOf(body)) {
    return;
  }
  const spoken = spokenOf(api, schemaOf(api, path, method, status), body);
  const isRead = spoken.thing === body;
  if (isRead) {
    learnNeighbours(system, operationsOf(api), path, body);
  }
  take(system, api, path, spoken, isRead && headers.etag);
};

/** What can be chosen from a list: { thing, said }, where said are the words that tell one from another. */
export const choices = (api, path, method, { status, body }, names) => {
  const items = status < 300 && itemsOf(body);
  if (!items) {
    return [];
  }
  const schema = resolved(api, schemaOf(api, path, method, status));
  const ofItem = Array.isArray(body) ? schema.items : resolved(api, (schema.properties || {}).items).items;
  return items
    .filter((item) => isThing(item))
    .map((item) => ({ item, spoken: spokenOf(api, ofItem, item) }))
    .filter(({ spoken }) => UUID.test(spoken.thing.id) && homesOf(api, spoken.type, path).length > 0)
    .map(({ item, spoken }) => ({
      spoken,
      name: names.labelOf(spoken.thing) || spoken.thing.id,
      said: [item.match, spoken.thing.kind, spoken.thing.platform, spoken.thing.status].filter((each) => typeof each === "string"),
    }));
};

/** Fills in what was chosen from a list. */
export const takeChoice = (system, api, path, { spoken }) => take(system, api, path, spoken);

// The API document as the page reads it: which operations there are, and of what an id is the id.

const JSON_BODY = "application/json";

/** All operations: { path, method, operation }. */
export const operationsOf = (api) =>
  Object.entries(api.paths || {}).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

/** A schema's name, also where it is one choice beside null. */
export const nameOf = (schema) => schema && (schema.$ref || (schema.anyOf || schema.oneOf || []).map(nameOf).find(Boolean));

/** What a schema's name stands for, with what was said beside the name. */
export const resolved = (api, schema) => {
  const name = nameOf(schema);
  return name ? { ...api.components.schemas[name.split("/").pop()], ...(schema.description ? { description: schema.description } : {}) } : schema || {};
};

/** The schema of an answer, if it is JSON. */
export const answerOf = (operation, status) => {
  const content = (operation.responses[status] || {}).content || {};
  return content[JSON_BODY] && content[JSON_BODY].schema;
};

/** The schema of a request, if it is JSON. */
export const requestOf = (operation) => {
  const content = (operation.requestBody || {}).content || {};
  return content[JSON_BODY] && content[JSON_BODY].schema;
};

/** Everybody is found there under the id that they have as KOL, organisation or recorded subject too. */
export const SUBJECTS = "/registry/v1/subjects";

/**
 * Where things of a type are read by one of their properties: { address: "/registry/v1/accounts", key: "id" }. KOLs and organisations
 * are of one type and have one home each: an answer belongs into the home that it came from, or else into none.
 */
export const homesOf = (api, type, from) => {
  const homes = Object.entries(api.paths).flatMap(([path, item]) => {
    const [, address, key] = /^(.*)\/\{(\w+)\}$/.exec(path) || [];
    return type && key && item.get && nameOf(answerOf(item.get, 200)) === type ? [{ address, key }] : [];
  });
  return homes.filter(
    (home) =>
      `${from}/`.startsWith(`${home.address}/`) || home.address === SUBJECTS || homes.filter(({ key }) => key === home.key).length === 1,
  );
};

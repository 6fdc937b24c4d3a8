// @ts-check
// Reads from the document which calls are methods: their parameters, bodies and answers. Everything that
// is generated of resources is made of these.

/**
 * @typedef {object} Call
 * @property {string} id its operationId
 * @property {string} path
 * @property {string} method
 * @property {any} operation
 * @property {string[]} ids names of the parameters of its path
 * @property {string | undefined} query type of its query
 * @property {string[]} queryNames
 * @property {string | undefined} body type of its body
 * @property {boolean} isBodyOptional
 * @property {string | undefined} answer type of its answer
 * @property {Call | undefined} finish of an upload, the call that sends the bytes
 */

/**
 * @param {any} document
 * @returns {Call[]}
 */
export function callsOf(document) {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    /^(\/upload)?\/v1beta\//.test(path)
      ? Object.entries(item).flatMap(
          ([method, { "x-method": name, "x-upload-method": upload }]) => {
            if (name === undefined && upload === undefined) return [];
            const finish = upload === undefined ? undefined : callOf(document, path, "post");
            return [{ ...callOf(document, path, method), finish }];
          },
        )
      : [],
  );
}

/**
 * @param {any} document
 * @param {string} path
 * @param {string} method
 * @returns {Call}
 */
function callOf(document, path, method) {
  const { parameters = [], [method]: operation } = document.paths[path];
  const all = [...parameters, ...(operation.parameters ?? [])].map((it) => follow(document, it));
  const schema = jsonOf(follow(document, operation.requestBody ?? {}));
  const { required = [], oneOf, anyOf } = follow(document, schema);
  const queryNames = all.filter((it) => it.in === "query").map(({ name }) => name);
  return {
    id: operation.operationId,
    path,
    method,
    operation,
    ids: all.filter((it) => it.in === "path").map(({ name }) => name),
    query: queryNames.length > 0 ? `Query<${JSON.stringify(path)}, "${method}">` : undefined,
    queryNames,
    // A body that says nothing is left out.
    body: nameOf(schema),
    isBodyOptional: required.length === 0 && oneOf === undefined && anyOf === undefined,
    answer: nameOf(jsonOf(follow(document, operation.responses["200"]))),
    finish: undefined,
  };
}

/** @param {any} document @param {any} node */
function follow(document, node) {
  if (node?.$ref === undefined) return node ?? {};
  return node.$ref
    .slice(2)
    .split("/")
    .reduce((/** @type {any} */ at, /** @type {string} */ key) => at[key], document);
}

/** @param {any} part */
const jsonOf = (part) => part.content?.["application/json"]?.schema ?? {};

/** @param {any} schema */
const nameOf = (schema) => schema.$ref?.split("/").at(-1);

/** @param {string} name @param {string} value */
const member = (name, value) => (name === value ? name : `${name}: ${value}`);

/**
 * The call of an operation; `names` are what its parameters are called there.
 *
 * @param {Call} call
 * @param {{ body?: string | undefined, query?: string | undefined, header?: string, rest?: string }} names
 */
export function writeCall({ id, ids }, { body, query, header, rest }) {
  const params = [
    ...(ids.length > 0 ? [`path: { ${ids.join(", ")} }`] : []),
    ...(query === undefined ? [] : [member("query", query)]),
    ...(header === undefined ? [] : [`header: ${header}`]),
  ];
  const init = [
    "...how",
    ...(rest === undefined ? [] : [`...${rest}`]),
    ...(params.length > 0 ? [`params: { ${params.join(", ")} }`] : []),
    ...(body === undefined ? [] : [member("body", body)]),
  ];
  return `${id}(api, { ${init.join(", ")} })`;
}

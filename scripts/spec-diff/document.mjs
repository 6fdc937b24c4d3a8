// @ts-check
// Reads an OpenAPI document from a file and lists its operations, with parameters and bodies found
// wherever the document keeps them. Paths lose their version and the names of their parameters, so
// that `/v1beta/interactions/{id}` and `/{api_version}/interactions/{interactionsId}` are one.

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { InputError } from "../spec.mjs";

/**
 * @typedef {{ [key: string]: unknown }} JsonObject
 *
 * @typedef {object} Parameter
 * @property {string} name
 * @property {string} place where it is sent: `query`, `header` or `cookie`
 * @property {JsonObject} node
 *
 * @typedef {object} Operation
 * @property {string} label such as `GET /interactions/{}`
 * @property {string} path as it is written, and so are the next two
 * @property {string} method
 * @property {unknown} id
 * @property {string} group resource and URL form: documents are compared group by group
 * @property {Parameter[]} parameters without those in the path
 * @property {JsonObject} requestBody
 * @property {unknown} request schema of the JSON body; so are the next two
 * @property {unknown} answer
 * @property {unknown} error
 * @property {unknown} events schema of the event stream
 * @property {string[]} credentials those that it takes, such as `x-goog-api-key in header`
 */

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const versionSegment = /\/(v\d\w*|\{\w*version\w*\})(?=\/)/i;
const scope = /^\/projects\/\{\}\/locations\/\{\}/;

/**
 * @param {string} file
 * @returns {JsonObject}
 */
export function readDocument(file) {
  const document = readData(file);
  if (isObject(document)) {
    const { openapi, paths, swagger } = document;
    if (String(openapi).startsWith("3.") && isObject(paths)) return document;
    if (swagger !== undefined) {
      throw new InputError(`${file} is a Swagger 2.0 document. Convert it to OpenAPI 3 first.`);
    }
  }
  throw new InputError(
    `${file} is not an OpenAPI 3 document: it lacks \`openapi: 3.x\` or \`paths\`.`,
  );
}

/** @param {string} file */
function readData(file) {
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new InputError(`Cannot read ${file}: ${messageOf(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, so YAML: the other way round works too, but takes seconds for a large document.
  }
  try {
    return parse(text);
  } catch (error) {
    throw new InputError(`${file} is neither JSON nor YAML: ${messageOf(error)}`);
  }
}

/**
 * @param {JsonObject} document
 * @returns {Operation[]}
 */
export function operationsOf(document) {
  // What the service calls stands beside what it is called by; no path has the form of its name.
  const items = { ...objectAt(document, "paths"), ...objectAt(document, "webhooks") };
  return Object.entries(items).flatMap(([path, node]) => {
    const item = follow(document, node);
    const place = placeOf(path);
    const [, resource = ""] = /^\/(?:upload\/)?([^/:]*)/.exec(place.replace(scope, "")) ?? [];
    return methods.flatMap((method) => {
      const operation = item[method];
      if (!isObject(operation)) return [];
      const requestBody = follow(document, operation["requestBody"]);
      return {
        label: `${method.toUpperCase()} ${place}`,
        path,
        method,
        id: operation["operationId"],
        group: scope.test(place) ? `${resource} under a project` : resource,
        parameters: parametersOf(document, item, operation),
        requestBody,
        request: jsonSchema(requestBody),
        ...responsesOf(document, operation),
        credentials: path in objectAt(document, "paths") ? credentialsOf(document, operation) : [],
      };
    });
  });
}

/**
 * @param {JsonObject} document
 * @returns {string[]} the credentials that the document declares, whether or not an operation takes them
 */
export function declaredCredentials(document) {
  return Object.keys(schemesOf(document)).map((name) => credentialOf(document, name));
}

/**
 * The path without its version, and without the names of its parameters.
 *
 * @param {string} path
 */
export function placeOf(path) {
  return path.replace(versionSegment, "").replaceAll(/\{[^}]*\}/g, "{}");
}

/**
 * What a `$ref` leads to; undefined if nowhere.
 *
 * @param {JsonObject} document
 * @param {string} ref
 * @returns {unknown}
 */
export function lookUp(document, ref) {
  if (!ref.startsWith("#")) {
    throw new InputError(
      `$ref ${JSON.stringify(ref)} leads to another file. Bundle the document first, for ` +
        "instance with `npx @redocly/cli bundle`.",
    );
  }
  /** @type {unknown} */
  let node = document;
  for (const segment of ref.split("/").slice(1)) {
    const key = decodeURIComponent(segment).replaceAll("~1", "/").replaceAll("~0", "~");
    node = Array.isArray(node) || isObject(node) ? Reflect.get(node, key) : undefined;
  }
  return node;
}

/** @param {JsonObject} document */
export const schemasOf = (document) => objectAt(objectAt(document, "components"), "schemas");

/** @param {string} ref to a schema */
export const nameIn = (ref) => ref.replace(/^.*\//, "");

/**
 * Follows the steps of a place, and references between them, as far as they lead.
 *
 * @param {JsonObject} schemas
 * @param {string} root
 * @param {readonly string[]} steps
 * @returns {{ path: string[], own: JsonObject, node: JsonObject, rest: readonly string[] }} the path
 *   from the schema that holds it, what is written there, what that refers to, and the steps that are left
 */
export function walk(schemas, root, steps) {
  let path = [root];
  let own = objectAt(schemas, root);
  for (let index = 0; ; index += 1) {
    let node = own;
    while (typeof node["$ref"] === "string") {
      path = [nameIn(node["$ref"])];
      node = objectAt(schemas, path[0] ?? "");
    }
    const step = steps[index];
    if (step === undefined) return { path, own, node, rest: [] };
    const [key, ...keys] =
      step === "[]" ? ["items"] : step === "{}" ? ["additionalProperties"] : ["properties", step];
    const inner = keys.reduce(objectAt, objectAt(node, key ?? ""));
    if (Object.keys(inner).length === 0) return { path, own, node, rest: steps.slice(index) };
    path = [...path, key ?? "", ...keys];
    own = inner;
  }
}

/**
 * @param {unknown} value
 * @returns {value is JsonObject}
 */
export function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * @param {JsonObject} node
 * @param {string} key
 * @returns {JsonObject} the object under that key, or an empty one
 */
export function objectAt(node, key) {
  const value = node[key];
  return isObject(value) ? value : {};
}

/**
 * @param {JsonObject} node
 * @param {string} key
 * @returns {unknown[]} the list under that key, or an empty one
 */
export function listAt(node, key) {
  const value = node[key];
  return Array.isArray(value) ? value : [];
}

/**
 * @param {JsonObject} document
 * @param {unknown} node
 * @returns {JsonObject} the node itself, or what its `$ref` leads to
 */
function follow(document, node) {
  const seen = new Set();
  while (isObject(node) && typeof node["$ref"] === "string" && !seen.has(node)) {
    seen.add(node);
    node = lookUp(document, node["$ref"]);
  }
  return isObject(node) ? node : {};
}

/**
 * @param {JsonObject} document
 * @param {JsonObject} item
 * @param {JsonObject} operation
 * @returns {Parameter[]}
 */
function parametersOf(document, item, operation) {
  // The operation's own come last, so that they win.
  const nodes = [...listAt(item, "parameters"), ...listAt(operation, "parameters")].map((node) =>
    follow(document, node),
  );
  return nodes
    .map((node) => ({ name: sentName(node), place: String(node["in"]), node }))
    .filter(
      ({ name, place }, index, all) =>
        place !== "path" &&
        !all.slice(index + 1).some((later) => later.name === name && later.place === place),
    );
}

/**
 * @param {JsonObject} document
 * @param {JsonObject} operation
 */
function responsesOf(document, operation) {
  const responses = Object.entries(objectAt(operation, "responses")).map(
    ([status, node]) => /** @type {const} */ ([status, follow(document, node)]),
  );
  const good = responses.filter(([status]) => status.startsWith("2"));
  // `default` is the answer where no other is, and otherwise the error.
  const answers = good.length > 0 ? good : responses.filter(([status]) => status === "default");
  const errors = responses.filter((response) => !answers.includes(response));
  return {
    answer: firstOf(answers.map(([, body]) => jsonSchema(body))),
    events: firstOf(answers.map(([, body]) => eventSchema(body))),
    error: firstOf(errors.map(([, body]) => jsonSchema(body))),
  };
}

/**
 * @param {JsonObject} document
 * @param {JsonObject} operation
 */
function credentialsOf(document, operation) {
  const own = "security" in operation ? operation : document;
  return listAt(own, "security").map((scheme) => {
    const names = Object.keys(isObject(scheme) ? scheme : {});
    return names.map((name) => credentialOf(document, name)).join(" and ") || "no credential";
  });
}

/**
 * What a scheme sends. All that send a bearer token are one, however they get it.
 *
 * @param {JsonObject} document
 * @param {string} name
 */
function credentialOf(document, name) {
  const scheme = follow(document, schemesOf(document)[name]);
  if (scheme["type"] === "apiKey") return `${sentName(scheme)} in ${String(scheme["in"])}`;
  const isBearer = scheme["type"] !== "http" || /^bearer$/i.test(String(scheme["scheme"]));
  return isBearer ? "bearer token" : `http ${String(scheme["scheme"])}`;
}

/** @param {JsonObject} document */
const schemesOf = (document) => objectAt(objectAt(document, "components"), "securitySchemes");

/** @param {JsonObject} node */
const sentName = ({ name, in: place }) =>
  place === "header" ? String(name).toLowerCase() : String(name);

/** @param {unknown[]} schemas */
const firstOf = (schemas) => schemas.find((schema) => schema !== undefined);

/** @param {JsonObject} body */
function jsonSchema(body) {
  const content = objectAt(body, "content");
  const type = Object.keys(content).find((name) => /json|^\*\/\*|^application\/\*/.test(name));
  return type === undefined ? undefined : objectAt(content, type)["schema"];
}

/** @param {JsonObject} body */
function eventSchema(body) {
  const stream = objectAt(objectAt(body, "content"), "text/event-stream");
  // OpenAPI 3.2 has a word of its own for one event.
  return stream["itemSchema"] ?? stream["schema"];
}

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

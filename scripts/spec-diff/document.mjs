// @ts-check
// An OpenAPI document from a file, and the operations on interactions in it.

import { readFileSync } from "node:fs";
import { parse } from "yaml";

/**
 * @typedef {{ [key: string]: unknown }} JsonObject
 *
 * @typedef {object} Parameter
 * @property {string} name
 * @property {string} place where it is sent: `path`, `query`, `header` or `cookie`
 * @property {boolean} isRequired
 * @property {JsonObject} node
 *
 * @typedef {object} Operation
 * @property {string} path as written in the document
 * @property {string} label method and path without the version
 * @property {string} key the label with all path parameters called alike
 * @property {boolean} isScoped under a project and a location, as on Vertex AI
 * @property {Parameter[]} parameters
 * @property {{ isRequired: boolean, schema: unknown } | undefined} request
 * @property {unknown} answer schema of the JSON answer
 * @property {unknown} events schema of the event stream
 * @property {unknown} error schema of the JSON answer to a refused call
 */

/** A complaint about what the caller gave us: to be shown without a stack trace. */
export class InputError extends Error {
  /** @override */
  name = "InputError";
}

const methods = ["get", "put", "post", "delete", "patch"];
const versionSegment = /^\/(v\d\w*|\{\w*version\w*\})(?=\/)/i;

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
  throw new InputError(`${file} is no OpenAPI 3 document: it lacks \`openapi: 3.x\` or \`paths\`.`);
}

/**
 * @param {string} file
 * @returns {unknown} the value in a JSON or YAML file
 */
export function readData(file) {
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
 * The operations on interactions; those of agents, files and other siblings are left out.
 *
 * @param {JsonObject} document
 * @returns {Operation[]}
 */
export function operationsOf(document) {
  return Object.entries(objectAt(document, "paths")).flatMap(([path, node]) => {
    const item = follow(document, node);
    const unversioned = path.replace(versionSegment, "");
    if (!unversioned.split("/").some((segment) => /^interactions(:|$)/.test(segment))) return [];
    return methods.flatMap((method) => {
      const operation = item[method];
      if (!isObject(operation)) return [];
      const label = `${method.toUpperCase()} ${unversioned}`;
      return [
        {
          path,
          label,
          key: label.replaceAll(/\{[^}]*\}/g, "{}"),
          isScoped: /\/projects\/\{[^}]*\}\/locations\//.test(unversioned),
          parameters: parametersOf(document, path, item, operation),
          request: requestOf(document, operation),
          ...responsesOf(document, operation),
        },
      ];
    });
  });
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
        "instance with `npx redocly bundle`.",
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
 * @param {string} path
 * @param {JsonObject} item
 * @param {JsonObject} operation
 * @returns {Parameter[]} path parameters in the order of the path, without the version
 */
function parametersOf(document, path, item, operation) {
  /** @type {Map<string, Parameter>} */
  const parameters = new Map();
  // The operation's own come last, so that they win.
  for (const node of [...listAt(item, "parameters"), ...listAt(operation, "parameters")]) {
    const parameter = follow(document, node);
    const name = String(parameter["name"]);
    const place = String(parameter["in"]);
    const isRequired = parameter["required"] === true;
    parameters.set(`${place} ${name}`, { name, place, isRequired, node: parameter });
  }
  const order = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  return [...parameters.values()]
    .filter(({ name, place }) => place !== "path" || !/version/i.test(name))
    .toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
}

/**
 * @param {JsonObject} document
 * @param {JsonObject} operation
 * @returns {Operation["request"]}
 */
function requestOf(document, operation) {
  const body = follow(document, operation["requestBody"]);
  const schema = jsonSchema(body);
  return schema === undefined ? undefined : { isRequired: body["required"] === true, schema };
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
  const answerBodies = answers.map(([, body]) => body);
  const errorBodies = responses
    .filter((response) => !answers.includes(response))
    .map(([, body]) => body);
  return {
    answer: firstOf(answerBodies.map(jsonSchema)),
    events: firstOf(answerBodies.map(eventSchema)),
    error: firstOf(errorBodies.map(jsonSchema)),
  };
}

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
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

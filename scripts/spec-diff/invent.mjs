// @ts-check
// What spec:diff --write makes up where the other document says nothing: the file of a path, the id of
// an operation, a value for an example. All of it may be changed by hand afterwards.

import { nameIn, objectAt } from "./document.mjs";

/** @typedef {import("./document.mjs").JsonObject} JsonObject */

/**
 * The file that describes a path.
 *
 * @param {string} path such as `/v1beta/agents/{id}`
 */
export function pathFile(path) {
  const words = path
    .replace("/v1beta/", "")
    .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `spec/paths/${words.replaceAll(/[{}]/g, "").replaceAll(/[/:]/g, "-")}.yaml`;
}

/**
 * What a call is named that its document does not name, such as `listAgents`.
 *
 * @param {string} method
 * @param {string} path
 */
export function operationIdOf(method, path) {
  const nouns = path
    .split("/")
    .slice(2)
    .filter((segment) => !segment.startsWith("{"));
  const isList = method === "get" && !path.endsWith("}");
  const names = nouns.map((noun, index) => {
    const isPlural = isList && index === nouns.length - 1;
    return noun.replace(isPlural ? "" : /s$/, "").replace(/^./, (first) => first.toUpperCase());
  });
  const verbs = { get: isList ? "list" : "get", post: "create", patch: "update" };
  return `${Reflect.get(verbs, method) ?? method}${names.join("")}`;
}

/**
 * A value of a schema that has what is required.
 *
 * @param {JsonObject} schema
 * @param {JsonObject} schemas that it may refer to
 * @returns {unknown}
 */
export function sample(schema, schemas) {
  if (typeof schema["$ref"] === "string") {
    return sample(objectAt(schemas, nameIn(schema["$ref"])), schemas);
  }
  const [first] = Array.isArray(schema["enum"]) ? schema["enum"] : [];
  const fixed = schema["const"] ?? first;
  if (fixed !== undefined) return fixed;
  const properties = objectAt(schema, "properties");
  switch (schema["type"]) {
    case "string":
      return "…";
    case "boolean":
      return true;
    case "integer":
    case "number":
      return 1;
    case "array":
      return [];
    default: {
      const required = Array.isArray(schema["required"]) ? schema["required"] : [];
      return Object.fromEntries(
        required.map((name) => [name, sample(objectAt(properties, name), schemas)]),
      );
    }
  }
}

// @ts-check
// Lints spec/: Redocly's strict rules, then those below, which keep the generated types right.

import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { redocly } from "./redocly.mjs";

const root = join(import.meta.dirname, "..");

/**
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {string | string[]} [type]
 * @property {unknown} [const]
 * @property {unknown[]} [enum]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {Schema} [items]
 * @property {boolean | Schema} [additionalProperties]
 * @property {Schema[]} [oneOf]
 * @property {Schema[]} [anyOf]
 * @property {Schema[]} [allOf]
 * @property {unknown} [discriminator]
 * @property {unknown} [default]
 * @property {string} [description]
 * @property {boolean} [deprecated]
 * @property {boolean} [x-open-enum]
 *
 * @typedef {{ $ref?: string, content?: Record<string, { schema?: Schema }> }} Body
 * @typedef {{ $ref?: string, name?: string, description?: string, schema?: Schema }} Parameter
 * @typedef {Record<string, Body>} Responses
 * @typedef {{ parameters?: Parameter[], requestBody?: Body, responses?: Responses }} Operation
 * @typedef {{ parameters?: Parameter[] } & { [K in Method]?: Operation }} PathItem
 * @typedef {"get" | "put" | "post" | "delete" | "patch"} Method
 *
 * @typedef {object} Document
 * @property {Record<string, PathItem>} paths
 * @property {object} components
 * @property {Record<string, Schema>} components.schemas
 * @property {Record<string, Parameter>} [components.parameters]
 * @property {Record<string, Body>} [components.requestBodies]
 * @property {Record<string, Body>} [components.responses]
 *
 * @typedef {{ place: string, schema: Schema }} Located
 * @typedef {{ name: string, file: string }} Declared
 */

/** @type {Method[]} */
const methods = ["get", "put", "post", "delete", "patch"];

/**
 * The unions whose members cannot be told apart by a constant, and why. They use `anyOf`: `oneOf`
 * would refuse a value that fits two members.
 *
 * @type {ReadonlyMap<string, string>}
 */
export const ambiguousUnions = new Map([
  ["CreateInteractionRequest", "which of `model` and `agent` is there tells them apart"],
  ["InteractionsInput", "an empty list is a list of blocks and of steps"],
  ["ResponseFormat", "the untyped object fits whatever a typed format fits"],
  ["ToolResult", "a tool may return anything; nothing marks the forms"],
  ["ErrorResponse", "what a front end sends in place of the service follows no contract"],
  ["LegacyInteraction.input", "an empty list is a list of blocks and of turns"],
  ["LegacyTextContent.annotations[]", "the untyped citation fits whatever a typed one fits"],
  ["LegacyTextDelta.annotations[]", "the untyped citation fits whatever a typed one fits"],
  [
    "LegacyTextAnnotationDelta.annotations[]",
    "the untyped citation fits whatever a typed one fits",
  ],
]);

/**
 * What our own rules find in a bundled document.
 *
 * @param {Document} document
 * @param {Declared[]} [declared] the schemas as written in spec/; bundling drops unreachable ones
 * @returns {string[]} complaints, each with the place and the repair
 */
export function lintSpec(document, declared = []) {
  return [...lintDocument(document, declared)];
}

/**
 * @param {Document} document
 * @param {Declared[]} declared
 */
function* lintDocument(document, declared) {
  for (const located of allSchemas(document)) {
    yield* lintOneOf(document, located);
    yield* lintAnyOf(located);
    yield* lintKeywords(located);
    yield* lintEnum(located);
    yield* lintProperties(located);
  }
  yield* lintComponents(document, declared);
  yield* lintOperations(document);
  yield* lintParameters(document);
}

/**
 * @param {Document} document
 * @param {Located} located
 */
function* lintOneOf(document, { place, schema }) {
  if (schema.oneOf === undefined) return;
  const reason = ambiguousUnions.get(place);
  if (reason !== undefined) {
    yield `${place}: oneOf, although ${reason}. Use anyOf.`;
    return;
  }
  /** @type {Map<string, Schema[]>} */
  const membersByType = new Map();
  for (const member of schema.oneOf) {
    for (const type of new Set(jsonTypes(document, member))) {
      membersByType.set(type, [...(membersByType.get(type) ?? []), member]);
    }
  }
  for (const [type, members] of membersByType) {
    if (members.length === 1) continue;
    if (type !== "object") {
      yield (
        `${place}: two members of oneOf are of type ${type}. Merge them, or use anyOf and add ` +
          "the union to ambiguousUnions with the reason."
      );
    } else if (!hasTag(members.flatMap((member) => objectSchemas(document, member)))) {
      yield (
        `${place}: the objects in oneOf have no required const property with distinct values ` +
          "in common. Give them one, or use anyOf and add the union to ambiguousUnions with the " +
          "reason."
      );
    }
  }
}

/** @param {Located} located */
function* lintAnyOf({ place, schema }) {
  if (schema.anyOf === undefined || ambiguousUnions.has(place)) return;
  yield (
    `${place}: anyOf, which does not say that one member fits. Use oneOf, or add the union to ` +
      "ambiguousUnions with the reason."
  );
}

/** @param {Located} located */
function* lintKeywords({ place, schema }) {
  if (schema.discriminator !== undefined) {
    yield (
      `${place}: discriminator, from which openapi-typescript takes schema names for values. ` +
        "Remove it: the const properties tell the members apart."
    );
  }
  if (schema.allOf !== undefined) {
    yield `${place}: allOf, which collapses unions in the generated types. Write the fields out.`;
  }
  if (schema.default !== undefined) {
    yield (
      `${place}: default, which the service applies and not the client. Tell it in the ` +
        "description."
    );
  }
}

/** @param {Located} located */
function* lintEnum({ place, schema }) {
  if (schema["x-open-enum"] === true || !schema.enum?.some((value) => typeof value === "string")) {
    return;
  }
  yield (
    `${place}: a closed enum, while the service adds values without notice. Add x-open-enum: ` +
      "true, or use const for a discriminant."
  );
}

/** @param {Located} located */
function* lintProperties({ place, schema }) {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield* lintDescription(`${place}.${name}`, property.description);
  }
}

/**
 * @param {string} place
 * @param {string | undefined} description
 */
function* lintDescription(place, description) {
  if (description === undefined || description.trim() === "" || /\bTODO\b/.test(description)) {
    yield `${place}: no description. Tell what it is, with unit and default.`;
  }
}

/**
 * @param {Document} document
 * @param {Declared[]} declared
 */
function* lintComponents(document, declared) {
  const { schemas } = document.components;
  const reachable = reachableSchemas(document);
  for (const [name, schema] of Object.entries(schemas)) {
    yield* lintDescription(name, schema.description);
    if (name.startsWith("Legacy") && schema.deprecated !== true) {
      yield `${name}: part of the earlier dialect, yet not deprecated. Add deprecated: true.`;
    }
    if (!reachable.has(name)) yield unreachable(name);
  }
  for (const { name, file } of declared) {
    if (!(name in schemas)) yield unreachable(`${name} (${file})`);
  }
}

/** @param {string} place */
const unreachable = (place) => `${place}: no path leads to it. Refer to it or delete it.`;

/** @param {Document} document */
function* lintOperations(document) {
  for (const { place, operation } of operationsOf(document)) {
    for (const status of ["4XX", "5XX"]) {
      if (operation.responses?.[status] === undefined) {
        yield (
          `${place}: no ${status} response, so its error is typed as never. Refer to ` +
            "responses.yaml#/Error."
        );
      }
    }
  }
}

/** @param {Document} document */
function* lintParameters(document) {
  for (const { place, parameter } of parametersOf(document)) {
    if (parameter.$ref === undefined) yield* lintDescription(place, parameter.description);
  }
}

/**
 * Whether one property tells all of these objects apart.
 *
 * @param {Schema[]} objects
 */
function hasTag(objects) {
  return (objects[0]?.required ?? []).some((name) => {
    const values = objects.map((schema) =>
      schema.required?.includes(name) ? schema.properties?.[name]?.const : undefined,
    );
    return !values.includes(undefined) && new Set(values).size === values.length;
  });
}

/**
 * The objects that a member of a union stands for, those of nested unions included.
 *
 * @param {Document} document
 * @param {Schema} member
 * @returns {Schema[]}
 */
function objectSchemas(document, member) {
  const schema = resolve(document, member);
  const nested = schema.oneOf ?? schema.anyOf;
  if (nested !== undefined) return nested.flatMap((inner) => objectSchemas(document, inner));
  return schema.type === "object" ? [schema] : [];
}

/**
 * @param {Document} document
 * @param {Schema} member
 * @returns {string[]} the JSON types that values of this schema can have
 */
function jsonTypes(document, member) {
  const schema = resolve(document, member);
  const nested = schema.oneOf ?? schema.anyOf;
  if (nested !== undefined) return nested.flatMap((inner) => jsonTypes(document, inner));
  return [schema.type ?? "any"].flat();
}

/**
 * @param {Document} document
 * @param {Schema} schema
 * @returns {Schema}
 */
function resolve(document, schema) {
  if (schema.$ref === undefined) return schema;
  const target = document.components.schemas[componentName(schema.$ref)];
  if (target === undefined) throw new Error(`${schema.$ref} leads nowhere`);
  return resolve(document, target);
}

/** @param {string} ref */
const componentName = (ref) => ref.slice(ref.lastIndexOf("/") + 1);

/**
 * Every schema of the document with the schemas inside it.
 *
 * @param {Document} document
 * @returns {Generator<Located>}
 */
function* allSchemas(document) {
  const { schemas, requestBodies = {}, responses = {} } = document.components;
  for (const [name, schema] of Object.entries(schemas)) yield* withNested(name, schema);
  for (const [name, body] of Object.entries({ ...requestBodies, ...responses })) {
    yield* bodySchemas(name, body);
  }
  for (const { place, parameter } of parametersOf(document)) {
    if (parameter.schema !== undefined) yield* withNested(place, parameter.schema);
  }
  for (const { place, operation } of operationsOf(document)) {
    const bodies = { requestBody: operation.requestBody ?? {}, ...operation.responses };
    for (const [name, body] of Object.entries(bodies)) yield* bodySchemas(`${place} ${name}`, body);
  }
}

/**
 * @param {string} place
 * @param {Body} body
 * @returns {Generator<Located>}
 */
function* bodySchemas(place, body) {
  for (const [type, { schema }] of Object.entries(body.content ?? {})) {
    if (schema !== undefined) yield* withNested(`${place} ${type}`, schema);
  }
}

/**
 * @param {string} place
 * @param {Schema} schema
 * @returns {Generator<Located>}
 */
function* withNested(place, schema) {
  yield { place, schema };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield* withNested(`${place}.${name}`, property);
  }
  if (schema.items !== undefined) yield* withNested(`${place}[]`, schema.items);
  if (typeof schema.additionalProperties === "object") {
    yield* withNested(`${place}{}`, schema.additionalProperties);
  }
  for (const keyword of /** @type {const} */ (["oneOf", "anyOf", "allOf"])) {
    for (const [index, member] of (schema[keyword] ?? []).entries()) {
      yield* withNested(`${place}.${keyword}[${index}]`, member);
    }
  }
}

/**
 * @param {Document} document
 * @returns {Generator<{ place: string, operation: Operation }>}
 */
function* operationsOf(document) {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation !== undefined) yield { place: `${method.toUpperCase()} ${path}`, operation };
    }
  }
}

/**
 * @param {Document} document
 * @returns {Generator<{ place: string, parameter: Parameter }>}
 */
function* parametersOf(document) {
  for (const [name, parameter] of Object.entries(document.components.parameters ?? {})) {
    yield { place: `parameter ${name}`, parameter };
  }
  for (const [path, { parameters }] of Object.entries(document.paths)) {
    yield* ownParameters(path, parameters);
  }
  for (const { place, operation } of operationsOf(document)) {
    yield* ownParameters(place, operation.parameters);
  }
}

/**
 * @param {string} place
 * @param {Parameter[]} [parameters]
 */
function* ownParameters(place, parameters = []) {
  for (const parameter of parameters) {
    yield { place: `${place} parameter ${parameter.name}`, parameter };
  }
}

/**
 * @param {Document} document
 * @returns {Set<string>} names of the schemas that a path leads to
 */
function reachableSchemas(document) {
  const { components } = document;
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {unknown[]} */
  const open = [document.paths];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== "object" || node === null) continue;
    open.push(...Object.values(node));
    if (!("$ref" in node) || typeof node.$ref !== "string" || seen.has(node.$ref)) continue;
    seen.add(node.$ref);
    const [kind = "", name = ""] = node.$ref.split("/").slice(-2);
    open.push(Object.entries(components).find(([key]) => key === kind)?.[1]?.[name]);
  }
  return new Set([...seen].filter((ref) => ref.includes("/schemas/")).map(componentName));
}

/** @returns {Declared[]} the schemas as written in spec/schemas */
function declaredSchemas() {
  return readdirSync(join(root, "spec/schemas"), { encoding: "utf8", recursive: true })
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => {
      const text = readFileSync(join(root, "spec/schemas", file), "utf8");
      return Object.keys(parse(text)).map((name) => ({ name, file: `spec/schemas/${file}` }));
    });
}

function main() {
  const lint = redocly("lint", "spec/openapi.yaml");
  if (lint.status !== 0) {
    console.error(lint.stdout + lint.stderr);
    process.exitCode = 1;
    return;
  }
  const bundle = redocly("bundle", "spec/openapi.yaml", "--ext", "json");
  if (bundle.status !== 0) throw new Error(`redocly bundle failed:\n${bundle.stderr}`);
  const complaints = lintSpec(JSON.parse(bundle.stdout), declaredSchemas());
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exitCode = 1;
}

// Not when a test imports the rules. Node resolves symbolic links in the second of these only.
if (realpathSync(process.argv[1] ?? "") === import.meta.filename) main();

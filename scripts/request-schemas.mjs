// @ts-check
// Makes generated/request-schemas.ts of the bundled document: what a body may hold, for the testing
// service to check by. Only what checks a value stays: no descriptions, and no values of
// open enums, since those are any string. A reference to a plain type is replaced by the type.

/**
 * @typedef {{
 *   $ref?: string, oneOf?: Schema[], anyOf?: Schema[], properties?: Record<string, Schema>,
 *   [keyword: string]: any
 * }} Schema
 */

const keywords = ["type", "const", "required", "items", "additionalProperties"];

/**
 * @typedef {{ content?: Record<string, { schema: Schema }> }} Body
 * @typedef {{ requestBody?: Body & { $ref?: string } }} Operation
 * @typedef {object} Bundled
 * @property {Record<string, Record<string, Operation>>} paths
 * @property {{ schemas: Record<string, Schema>, requestBodies: Record<string, Body> }} components
 *
 * @param {Bundled} document
 */
export function writeRequestSchemas({ paths, components: { schemas, requestBodies } }) {
  /** @type {Record<string, Schema>} */
  const kept = {};
  const open = new Set();

  /** @param {Schema} schema @returns {Schema} */
  function reduce(schema) {
    if (schema.$ref !== undefined) return reduceReference(schema.$ref.replace(/^.*\//, ""));
    const union = schema.oneOf ?? schema.anyOf;
    if (union !== undefined) return { anyOf: union.map(reduce) };
    /** @type {Schema} */
    const reduced = {};
    for (const keyword of keywords) {
      if (schema[keyword] !== undefined) reduced[keyword] = schema[keyword];
    }
    for (const keyword of ["items", "additionalProperties"]) {
      if (typeof reduced[keyword] === "object") reduced[keyword] = reduce(reduced[keyword]);
    }
    if (schema.properties !== undefined) {
      // What the service, or this client, writes is nothing to send.
      const entries = Object.entries(schema.properties).filter(([, of]) => of["readOnly"] !== true);
      reduced.properties = Object.fromEntries(entries.map(([name, of]) => [name, reduce(of)]));
    }
    return reduced;
  }

  /** @param {string} name */
  function reduceReference(name) {
    // A schema that contains itself refers to itself.
    if (open.has(name)) return { name };
    open.add(name);
    kept[name] ??= reduce(schemas[name] ?? {});
    open.delete(name);
    const { properties, anyOf } = kept[name];
    return properties === undefined && anyOf === undefined ? kept[name] : { name };
  }

  for (const { requestBody } of Object.values(paths).flatMap((item) => Object.values(item))) {
    const name = requestBody?.$ref?.replace(/^.*\//, "") ?? "";
    const { content = {} } = requestBodies[name] ?? requestBody ?? {};
    for (const { schema } of Object.values(content)) reduce(schema);
  }
  const used = Object.entries(kept).filter(([, { properties, anyOf }]) => properties ?? anyOf);
  const sorted = used.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `
import type { ValueSchema } from "../src/model/generated.ts";

export type { ValueSchema };

/** The schemas that the bodies of requests are made of, by their names in the spec. */
export const requestSchemas: Readonly<Record<string, ValueSchema>> = ${JSON.stringify(
    Object.fromEntries(sorted),
    undefined,
    1,
  )};
`;
}

// @ts-check
// Makes generated/response-schemas.ts of the bundled document: what an answer and an event may hold, for
// `gemini-interactions check` to say what the service does otherwise. Unlike the tables of requests it keeps
// the values of open enums, and every schema under its own name, since a finding names it.

/** @typedef {{ $ref?: string, oneOf?: Schema[], anyOf?: Schema[], [keyword: string]: any }} Schema */

const roots = ["Interaction", "InteractionStreamEvent", "ErrorResponse"];
const keywords = ["type", "const", "enum", "required"];

/** Known values that are hints only: what was asked for comes back. */
const hints = new Set(["Model", "AgentOption"]);

/** @param {{ components: { schemas: Record<string, Schema> } }} document */
export function writeResponseSchemas({ components: { schemas } }) {
  /** @type {Map<string, Schema>} */
  const kept = new Map();

  /** @param {Schema} schema @returns {Schema} */
  function reduce(schema) {
    if (schema.$ref !== undefined) return named(schema.$ref.replace(/^.*\//, ""));
    const union = schema.oneOf ?? schema.anyOf;
    // The dialect before steps is gone: an event of it is news.
    if (union !== undefined) return { anyOf: union.filter(isCurrent).map(reduce) };
    /** @type {Schema} */
    const reduced = {};
    for (const keyword of keywords) {
      if (schema[keyword] !== undefined) reduced[keyword] = schema[keyword];
    }
    for (const keyword of ["items", "additionalProperties"]) {
      const value = schema[keyword];
      if (value !== undefined) reduced[keyword] = typeof value === "object" ? reduce(value) : value;
    }
    if (schema["properties"] !== undefined) {
      const entries = Object.entries(schema["properties"]);
      reduced["properties"] = Object.fromEntries(entries.map(([name, of]) => [name, reduce(of)]));
    }
    return reduced;
  }

  /** @param {string} name */
  function named(name) {
    if (!kept.has(name)) {
      // A schema that contains itself must not be reduced for ever.
      kept.set(name, {});
      const { enum: known, ...schema } = reduce(schemas[name] ?? {});
      kept.set(name, known === undefined || hints.has(name) ? schema : { ...schema, enum: known });
    }
    return { name };
  }

  for (const root of roots) named(root);
  const sorted = [...kept].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const lines = sorted.map(([name, schema]) => `  ${name}: ${JSON.stringify(schema)},\n`);
  return `
import type { ValueSchema } from "../src/model/generated.ts";

export type { ValueSchema };

/** The schemas that answers, events and errors are made of, by their names in the spec. */
export const responseSchemas: Readonly<Record<string, ValueSchema>> = {
${lines.join("")}};
`;
}

/** @param {Schema} schema */
function isCurrent({ $ref = "" }) {
  return !/\/Legacy\w*Event$/.test($ref);
}

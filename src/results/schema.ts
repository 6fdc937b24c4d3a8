// Schemas as users write them (plain JSON Schema, or zod, valibot, arktype and whatever else follows
// Standard Schema) as the JSON Schema that the service is sent, and the check of what comes back.
// No validator is shipped: a plain JSON Schema is told to the model, and nothing is checked by it.

import { isObject } from "../util/json.ts";
import type { SchemaIssue } from "../model/errors.ts";

/** A JSON Schema as plain data. The model is told of it; what comes back is not checked by it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** What a validation comes to, by the Standard Schema specification. */
export type StandardResult<Value> =
  | { readonly value: Value; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };

/**
 * A schema by the Standard Schema specification that also gives its JSON Schema: one of zod 4.2 or
 * arktype 2.1.28 and newer, or of valibot through `toStandardJsonSchema` of `@valibot/to-json-schema`.
 */
export interface StandardSchema<Value> {
  readonly "~standard": {
    readonly version: 1;
    readonly validate: (value: unknown) => StandardResult<Value> | Promise<StandardResult<Value>>;
    readonly types?: { readonly input: unknown; readonly output: Value } | undefined;
    readonly jsonSchema: {
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
    };
  };
}

/**
 * The JSON Schema to send: of what the model writes, before defaults and transforms. Without
 * `$schema` and empty `required` lists, which the service has refused.
 *
 * @param owner what the schema is of, for messages
 * @throws TypeError for a schema that gives no JSON Schema
 */
export function toJsonSchema(
  schema: StandardSchema<unknown> | JsonSchema,
  owner: string,
): Record<string, unknown> {
  if (isStandard(schema)) {
    try {
      return cleanSchema(schema["~standard"].jsonSchema.input({ target: "draft-2020-12" }));
    } catch (cause) {
      throw new TypeError(
        `The schema of ${owner} gives no JSON Schema. Use zod 4.2 or arktype 2.1.28 and newer, ` +
          "wrap a valibot schema in toStandardJsonSchema of @valibot/to-json-schema, or pass a " +
          "JSON Schema; types that JSON does not know, such as dates, have none.",
        { cause },
      );
    }
  }
  if (isObject(schema)) return cleanSchema(schema);
  throw new TypeError(`The schema of ${owner} must be a JSON Schema or a Standard Schema.`);
}

/** The value as the schema makes it, or what does not fit. */
export async function checkValue(
  schema: StandardSchema<unknown> | JsonSchema | undefined,
  value: unknown,
): Promise<{ readonly value: unknown; readonly issues: readonly SchemaIssue[] }> {
  if (!isStandard(schema)) return { value, issues: [] };
  const result = await schema["~standard"].validate(value);
  if (result.issues === undefined) return { value: result.value, issues: [] };
  const issues = result.issues.map(({ message, path = [] }) => ({
    message,
    path: path.map((segment) => (typeof segment === "object" ? segment.key : segment)),
  }));
  // By the specification a list without issues is a failure too.
  return {
    value: undefined,
    issues: issues.length > 0 ? issues : [{ message: "wrong", path: [] }],
  };
}

/** The first issues in one line, such as `days: expected number; city: required`. */
export function describeIssues(issues: readonly SchemaIssue[]): string {
  const shown = issues.slice(0, 5).map(({ message, path }) => {
    const place = path.map(String).join(".");
    return place === "" ? message : `${place}: ${message}`;
  });
  const more = issues.length - shown.length;
  return shown.join("; ") + (more > 0 ? `; and ${more} more` : "");
}

// Some libraries make schemas that are functions.
function isStandard(schema: unknown): schema is StandardSchema<unknown> {
  return (
    (typeof schema === "object" || typeof schema === "function") &&
    schema !== null &&
    "~standard" in schema
  );
}

/** Keywords whose value maps names to schemas: there `required` is a name like any other. */
const maps = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
]);
/** Keywords whose value is data. */
const data = new Set(["const", "default", "enum", "example", "examples"]);

function cleanSchema(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
    if (key === "$schema") return [];
    if (key === "required" && Array.isArray(value) && value.length === 0) return [];
    if (data.has(key)) return [[key, value]];
    if (maps.has(key) && isObject(value)) {
      return [[key, Object.fromEntries(Object.entries(value).map(([n, s]) => [n, clean(s)]))]];
    }
    return [[key, clean(value)]];
  });
  return Object.fromEntries(entries);
}

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean);
  return isObject(value) ? cleanSchema(value) : value;
}

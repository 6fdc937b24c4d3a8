// Converts the schemas that users write (JSON Schema, or zod, valibot, arktype and any other Standard
// Schema) to the JSON Schema that is sent, and checks values by them. The package does not ship a
// validator: the model receives a plain JSON Schema, but values are not checked by it.

import { isObject } from "../util/json.ts";
import type { SchemaIssue } from "./errors.ts";

/** A JSON Schema as plain data. The model receives it; values are not checked by it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** The result of a validation, by the Standard Schema specification. */
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
  /** The interface that the specification defines. */
  readonly "~standard": {
    /** Version of the specification. */
    readonly version: 1;
    /** Checks a value, and returns or resolves with the result. */
    readonly validate: (value: unknown) => StandardResult<Value> | Promise<StandardResult<Value>>;
    /** For the compiler: the input and the output type. */
    readonly types?:
      | {
          /** The type before validation. */
          readonly input: unknown;
          /** The type after validation. */
          readonly output: Value;
        }
      | undefined;
    /** Converts the schema to JSON Schema. */
    readonly jsonSchema: {
      /** Returns the JSON Schema of the input type, in the draft that `target` names. */
      readonly input: (options: { readonly target: string }) => Record<string, unknown>;
    };
  };
}

/**
 * The JSON Schema to send: of what the model writes, before defaults and transforms. Without `$schema`
 * and empty `required` lists, which the service has refused, and without the bounds that it ignores:
 * `minLength`, `maxLength`, `minProperties`, `maxProperties`, `uniqueItems`, `contains`, `minContains`,
 * `maxContains`. A Standard Schema still checks them.
 *
 * @param owner what the schema belongs to, for messages
 * @throws TypeError for a schema that cannot be converted
 */
export function toJsonSchema(
  schema: StandardSchema<unknown> | JsonSchema,
  owner: string,
): Record<string, unknown> {
  let cause: unknown;
  try {
    const json = clean(
      isStandard(schema)
        ? schema["~standard"].jsonSchema.input({ target: "draft-2020-12" })
        : schema,
    );
    if (isObject(json)) return json;
  } catch (error) {
    cause = error;
  }
  throw new TypeError(
    `The schema of ${owner} cannot be converted to JSON Schema. Pass one of zod 4.2, of arktype 2.1.28, ` +
      "of valibot in toStandardJsonSchema(), or a JSON Schema.",
    { cause },
  );
}

/** The value after validation, or the issues. */
export async function checkValue(
  schema: StandardSchema<unknown> | JsonSchema | undefined,
  value: unknown,
): Promise<{ readonly value: unknown; readonly issues: readonly SchemaIssue[] }> {
  if (!isStandard(schema)) return { value, issues: [] };
  const result = await schema["~standard"].validate(value);
  if (result.issues === undefined) return { value: result.value, issues: [] };
  const issues = result.issues.map(({ message, path = [] }) => ({
    message,
    // Some libraries have paths of a class of their own.
    path: Array.from(path, (segment) => (typeof segment === "object" ? segment.key : segment)),
  }));
  // By the specification an empty list of issues is a failure too.
  return {
    value: undefined,
    issues: issues.length > 0 ? issues : [{ message: "wrong", path: [] }],
  };
}

/** The first issues in one line, such as `days: expected number; city: required`. */
export function describeIssues(issues: readonly SchemaIssue[]): string {
  return issues
    .slice(0, 5)
    .map(({ message, path }) => [path.map(String).join("."), message].filter(Boolean).join(": "))
    .join("; ");
}

function isStandard(schema: unknown): schema is StandardSchema<unknown> {
  // Some libraries make schemas that are functions.
  return "~standard" in Object(schema);
}

/** Keywords whose value maps names to schemas: there `required` is a name like any other. */
const maps = new Set([
  "properties",
  "patternProperties",
  "$defs",
  "definitions",
  "dependentSchemas",
]);
/** Keywords that the service refuses, or by its documentation ignores and by reports refuses. */
const unsent = new Set([
  "$schema",
  "minLength",
  "maxLength",
  "minProperties",
  "maxProperties",
  "uniqueItems",
  "contains",
  "minContains",
  "maxContains",
]);
/** Keywords whose value is data. */
const data = new Set(["const", "default", "enum", "examples"]);

function clean(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => clean(item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, member]) => {
    if (isMap) return [[key, clean(member)]];
    if (unsent.has(key) || (key === "required" && isEmptyList(member))) return [];
    return [[key, data.has(key) ? member : clean(member, maps.has(key))]];
  });
  return Object.fromEntries(entries);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

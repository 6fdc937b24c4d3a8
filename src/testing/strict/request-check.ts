// Checks the body of a request by the schemas of the spec, as strictly as the service does: unknown members
// and values of another type are refused, with the service's messages. A value of an open enum may be any
// string, since the service knows more values than this version.

import { requestSchemas } from "../../../generated/request-schemas.ts";
import type { ValueSchema } from "../../../generated/request-schemas.ts";
import { isObject } from "../../util/json.ts";
import { nearest } from "../../util/nearest.ts";

interface Problem {
  readonly message: string;
  /** How far inside the value it was found: of several forms, the one that fits longest is meant. */
  readonly depth: number;
}

/** Why the service would refuse a body with these members, if it would. */
export function findInvalidMember(
  body: Readonly<Record<string, unknown>>,
  schema: ValueSchema,
): string | undefined {
  return check(body, schema, "", 0)?.message;
}

/**
 * The value without optional members that are null: the service treats them as not set. Free-form JSON in
 * it (arguments, results, schemas) stays unchanged.
 */
export function withoutUnset<Value>(value: Value, schema: ValueSchema): Value {
  // The same members or fewer: what is left out is optional.
  return clean(value, schema) as Value;
}

function clean(value: unknown, reference: ValueSchema): unknown {
  const schema = resolve(reference);
  if (schema.anyOf !== undefined) {
    const form = formsOf(schema).find((each) => check(value, each, "", 0) === undefined);
    return form === undefined ? value : clean(value, form);
  }
  const { items, properties = {}, required = [] } = schema;
  if (Array.isArray(value)) return items ? value.map((item) => clean(item, items)) : value;
  if (!isObject(value)) return value;
  const known = Object.entries(value).filter(
    ([name, member]) =>
      member !== null || !Object.hasOwn(properties, name) || required.includes(name),
  );
  return Object.fromEntries(
    known.map(([name, member]) => [
      name,
      Object.hasOwn(properties, name) ? clean(member, properties[name] ?? {}) : member,
    ]),
  );
}

/** The schema of a create with these members. */
export function createSchema({ agent }: Readonly<Record<string, unknown>>): ValueSchema {
  return { name: agent === undefined ? "CreateModelInteraction" : "CreateAgentInteraction" };
}

function check(
  value: unknown,
  reference: ValueSchema,
  path: string,
  depth: number,
): Problem | undefined {
  const schema = resolve(reference);
  if (schema.anyOf !== undefined) return checkAny(value, formsOf(schema), path, depth);
  if (!fitsType(value, schema)) return { message: `Invalid input at '${path}'.`, depth };
  if (Array.isArray(value)) {
    const { items = {} } = schema;
    return firstProblem(value.entries(), ([index, item]) =>
      check(item, items, `${path}[${index}]`, depth + 1),
    );
  }
  return isObject(value) ? checkMembers(value, schema, path, depth) : undefined;
}

function checkMembers(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, required = [], additionalProperties = false }: ValueSchema,
  path: string,
  depth: number,
): Problem | undefined {
  const at = (name: string): string => join(path, name);
  const missing = required.find((name) => value[name] === undefined);
  if (missing !== undefined) {
    return { message: `Missing required parameter '${at(missing)}'.`, depth: depth + 1 };
  }
  return firstProblem(Object.entries(value), ([name, member]) => {
    // A member that is null is one that is not set.
    if (member === null && !required.includes(name)) return undefined;
    if (Object.hasOwn(properties, name)) {
      return check(member, properties[name] ?? {}, at(name), depth + 1);
    }
    if (additionalProperties === true) return undefined;
    if (additionalProperties !== false) {
      return check(member, additionalProperties, at(name), depth + 1);
    }
    const near = nearest(name, Object.keys(properties));
    const hint = near === undefined ? "" : ` Did you mean '${near}'?`;
    return { message: `Unknown parameter '${at(name)}'.${hint}`, depth: depth + 1 };
  });
}

/** Whether it fits one of the forms; if not, what is wrong by the form that was probably meant. */
function checkAny(
  value: unknown,
  forms: readonly ValueSchema[],
  path: string,
  depth: number,
): Problem | undefined {
  const tag = isObject(value) ? value["type"] : undefined;
  const tagged = forms.filter(({ properties }) => tag !== undefined && tagOf(properties) === tag);
  let deepest: Problem | undefined;
  for (const form of tagged.length > 0 ? tagged : forms) {
    const problem = check(value, form, path, depth);
    if (problem === undefined) return undefined;
    if (deepest === undefined || problem.depth > deepest.depth) deepest = problem;
  }
  const isTagged = forms.some(({ properties }) => tagOf(properties) !== undefined);
  return isObject(value) && isTagged && tagged.length === 0
    ? { message: `Invalid input at '${join(path, "type")}'.`, depth }
    : deepest;
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function tagOf(properties: ValueSchema["properties"]): unknown {
  return properties?.["type"]?.const;
}

/** The service takes more than the spec says: the AI SDK puts function results into a user's input. */
const userInput: ValueSchema = {
  ...requestSchemas["UserInputStep"],
  properties: {
    ...requestSchemas["UserInputStep"]?.properties,
    content: {
      type: "array",
      items: { anyOf: [{ name: "Content" }, { name: "FunctionResultStep" }] },
    },
  },
};

/** Vercel's provider copies the signature of a call to its result, in wide use. */
const functionResult: ValueSchema = {
  ...requestSchemas["FunctionResultStep"],
  properties: {
    ...requestSchemas["FunctionResultStep"]?.properties,
    signature: { type: "string" },
  },
};

function resolve(schema: ValueSchema): ValueSchema {
  if (schema.name === "UserInputStep") return userInput;
  if (schema.name === "FunctionResultStep") return functionResult;
  return schema.name === undefined ? schema : (requestSchemas[schema.name] ?? {});
}

/** The forms of a union, with those of unions inside it. */
function formsOf({ anyOf = [] }: ValueSchema): ValueSchema[] {
  return anyOf.map(resolve).flatMap((form) => (form.anyOf === undefined ? [form] : formsOf(form)));
}

function fitsType(value: unknown, { type, const: only }: ValueSchema): boolean {
  if (only !== undefined && value !== only) return false;
  switch (type) {
    case "string":
    case "boolean":
      return typeof value === type;
    case "integer":
      return Number.isInteger(value);
    case "number":
      return typeof value === "number";
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    default:
      return true;
  }
}

function firstProblem<Item>(
  items: Iterable<Item>,
  find: (item: Item) => Problem | undefined,
): Problem | undefined {
  for (const item of items) {
    const problem = find(item);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

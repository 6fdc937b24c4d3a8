// Compares responses of the service with the spec, by the tables that `generate` writes. In come a value and
// the name of its schema, out go findings: facts about names, types and known values. A finding never contains
// text, an id or a number from the response, so that it can be published.

import { responseSchemas } from "../../../generated/response-schemas.ts";
import type { ValueSchema } from "../../../generated/response-schemas.ts";
import { isObject } from "../../util/json.ts";

/** What in a value differs from the spec. */
export function compare(value: unknown, name: string): string[] {
  return check(value, { name }, name);
}

function check(value: unknown, reference: ValueSchema, at: string): string[] {
  const { name } = reference;
  const schema = name === undefined ? reference : (responseSchemas[name] ?? {});
  const place = name ?? at;
  if (schema.anyOf !== undefined) return checkUnion(value, formsOf(schema), place);
  const { type, const: only, enum: known } = schema;
  if (type !== undefined && !isOfType(value, type)) {
    return [`${at} is ${kindOf(value)}, not ${article(type)}`];
  }
  if (only !== undefined && value !== only) return [`${at} is ${shown(value)}, not ${shown(only)}`];
  if (known !== undefined && !known.includes(value)) {
    return [`unknown value ${shown(value)} of ${at}`];
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined ? [] : value.flatMap((item) => check(item, items, `${at}[]`));
  }
  return isObject(value) ? checkObject(value, schema, place) : [];
}

function checkObject(
  value: Readonly<Record<string, unknown>>,
  { properties = {}, additionalProperties = properties, required = [], ...rest }: ValueSchema,
  at: string,
): string[] {
  const isMap = additionalProperties !== properties || Object.keys(rest).length === 0;
  const missing = required
    .filter((name) => value[name] === undefined)
    .map((name) => `${at} has no ${name}`);
  const wrong = Object.entries(value).flatMap(([name, member]) => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (schema !== undefined) return check(member, schema, `${at}.${name}`);
    if (isObject(additionalProperties) && additionalProperties !== properties) {
      return check(member, additionalProperties, `${at}.*`);
    }
    const isFree = additionalProperties === true || (isMap && Object.keys(properties).length === 0);
    return isFree ? [] : [`unknown member ${nameOf(name)} of ${at}`];
  });
  return [...missing, ...wrong];
}

/** Compares by the tag if there is one, else with the form that fits best. */
function checkUnion(value: unknown, forms: readonly ValueSchema[], at: string): string[] {
  if (isObject(value)) {
    const tag = tagOf(forms);
    if (tag !== undefined) {
      const form = forms.find((each) => resolve(each).properties?.[tag]?.const === value[tag]);
      if (form !== undefined) return check(value, form, at);
      return [
        value[tag] === undefined
          ? `${at} has no ${tag}`
          : `unknown ${tag} ${shown(value[tag])} of ${at}`,
      ];
    }
  }
  const all = forms.map((form) => check(value, form, at));
  return all.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function resolve(schema: ValueSchema): ValueSchema {
  return schema.name === undefined ? schema : (responseSchemas[schema.name] ?? {});
}

/** The forms of a union, with those of unions inside it. */
function formsOf({ anyOf = [] }: ValueSchema): ValueSchema[] {
  return anyOf.flatMap((form) => {
    const inner = resolve(form);
    return inner.anyOf === undefined ? [form] : formsOf(inner);
  });
}

/** The member that distinguishes the objects among the forms. */
function tagOf(forms: readonly ValueSchema[]): "event_type" | "type" | undefined {
  const objects = forms.map(resolve).filter(({ type }) => type === "object");
  return (["event_type", "type"] as const).find(
    (tag) =>
      objects.length > 0 &&
      objects.every(({ properties }) => properties?.[tag]?.const !== undefined),
  );
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : article(typeof value);
}

function article(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** Only words of the protocol are shown: anything else might be content. */
function shown(value: unknown): string {
  return typeof value === "string" && /^[a-z][a-z0-9_.-]{0,47}$/.test(value)
    ? `"${value}"`
    : `(${kindOf(value)})`;
}

function nameOf(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_]{0,47}$/.test(name) ? `"${name}"` : "(a name that is not a word)";
}

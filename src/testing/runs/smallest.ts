// The smallest value that fits a JSON Schema: what a service without a script puts into typed output
// and into the arguments of a forced call. In comes a schema as it was sent, unchecked; out goes plain
// JSON. A keyword that is not understood is passed over, so the value may then fail the schema.

import { isObject, listOf, membersOf, wordOf } from "../../util/json.ts";

type Schema = Readonly<Record<string, unknown>>;

/** A schema may contain itself: below this depth every value is null. */
const maxDepth = 32;

/** Longer texts and lists than this are not made, whatever the schema asks for. */
const maxLength = 1_000;

/** The smallest value that fits this JSON Schema. */
export function smallestValue(schema: unknown): unknown {
  return smallest(schema, schema, 0);
}

function smallest(schema: unknown, root: unknown, depth: number): unknown {
  // `true` takes anything.
  if (!isObject(schema) || depth > maxDepth) return null;
  const whole = merge(schema, root, depth);
  if ("const" in whole) return whole["const"];
  const [word] = listOf(whole["enum"]);
  if (word !== undefined) return word;
  switch (typeOf(whole)) {
    case "object":
      return smallestObject(whole, root, depth);
    case "array":
      return smallestArray(whole, root, depth);
    case "string":
      return smallestText(whole);
    case "number":
    case "integer":
      return smallestNumber(whole);
    case "boolean":
      return false;
    default:
      return null;
  }
}

/** The schema with what its `$ref`, `allOf` and the first of its `anyOf` or `oneOf` add to it. */
function merge(schema: Schema, root: unknown, depth: number): Schema {
  if (depth > maxDepth) return schema;
  const { $ref: reference, allOf, anyOf, oneOf, ...own } = schema;
  const parts = [
    ...(typeof reference === "string" ? [resolve(reference, root)] : []),
    ...listOf(allOf),
    ...listOf(anyOf).slice(0, 1),
    ...listOf(oneOf).slice(0, 1),
  ];
  const others = parts.filter(isObject).map((part) => merge(part, root, depth + 1));
  const all = [own, ...others];
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map((each) => each["properties"])),
    required: all.flatMap((each) => listOf(each["required"])),
  };
}

/** What a JSON pointer such as `#/$defs/City` leads to. */
function resolve(reference: string, root: unknown): unknown {
  const names = reference.split("/").slice(1);
  return names.reduce((value, name) => {
    const own = name.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) return value[Number(own)];
    return Object.hasOwn(membersOf(value), own) ? membersOf(value)[own] : undefined;
  }, root);
}

/** Keywords that only one type of value has. */
const typicalKeywords: readonly (readonly [string, readonly string[]])[] = [
  ["object", ["properties", "required", "additionalProperties", "minProperties"]],
  ["array", ["items", "prefixItems", "minItems"]],
  ["string", ["minLength", "maxLength", "pattern", "format"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
];

function typeOf(schema: Schema): unknown {
  const { type } = schema;
  // `["string", "null"]` is usually a text that may be missing: the text shows more.
  if (Array.isArray(type)) return type.find((name) => name !== "null") ?? "null";
  if (type !== undefined) return type;
  return typicalKeywords.find(([, keywords]) =>
    keywords.some((name) => {
      const value = schema[name];
      return (
        value !== undefined && !(Array.isArray(value) && value.length === 0) && !isEmpty(value)
      );
    }),
  )?.[0];
}

function isEmpty(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0;
}

function smallestObject(schema: Schema, root: unknown, depth: number): unknown {
  const properties = membersOf(schema["properties"]);
  const names = new Set(listOf(schema["required"]).map(String));
  const fewest = countOf(schema["minProperties"]);
  for (const name of Object.keys(properties)) {
    if (names.size < fewest) names.add(name);
  }
  for (let count = 1; names.size < fewest; count += 1) names.add(`member${count}`);
  const entries = [...names].map((name): [string, unknown] => {
    const own = Object.hasOwn(properties, name) ? properties[name] : schema["additionalProperties"];
    return [name, smallest(own, root, depth + 1)];
  });
  return Object.fromEntries(entries);
}

function smallestArray(schema: Schema, root: unknown, depth: number): unknown {
  const first = listOf(schema["prefixItems"]);
  return Array.from({ length: countOf(schema["minItems"]) }, (_, index) =>
    smallest(first[index] ?? schema["items"], root, depth + 1),
  );
}

/** One text for each format that JSON Schema names. */
const formats: Readonly<Record<string, string>> = {
  date: "2026-01-01",
  "date-time": "2026-01-01T00:00:00Z",
  time: "00:00:00Z",
  duration: "PT0S",
  email: "a@example.com",
  hostname: "example.com",
  ipv4: "127.0.0.1",
  ipv6: "::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  uuid: "00000000-0000-4000-8000-000000000000",
};

function smallestText(schema: Schema): string {
  const { format, pattern } = schema;
  const shortest = countOf(schema["minLength"]);
  const name = wordOf(format);
  const plain = Object.hasOwn(formats, name) ? (formats[name] ?? "") : "";
  const text = plain.padEnd(shortest, "a");
  if (typeof pattern !== "string") return text;
  return (
    textsLike(text).find((candidate) => candidate.length >= shortest && fits(candidate, pattern)) ??
    text
  );
}

/** Texts of which one may fit a pattern: no pattern is taken apart. */
function textsLike(text: string): string[] {
  const lengths = Array.from({ length: 64 }, (_, index) => index + 1);
  const repeated = lengths.flatMap((length) => ["a", "A", "0"].map((unit) => unit.repeat(length)));
  const mixed = ["Aa", "a0", "A0", "a-0", "a_0", "0.0", "#000000", "+1", "+10000000000"];
  return [text, ...Object.values(formats), ...mixed, ...repeated];
}

function fits(text: string, pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}

/** Of the values at the bounds, and beside them, the one nearest to 0. */
function smallestNumber(schema: Schema): number {
  const isWhole = typeOf(schema) === "integer";
  const above = numberOf(schema["exclusiveMinimum"], -Infinity);
  const below = numberOf(schema["exclusiveMaximum"], Infinity);
  const least = Math.max(numberOf(schema["minimum"], -Infinity), above);
  const most = Math.min(numberOf(schema["maximum"], Infinity), below);
  const step = numberOf(schema["multipleOf"], 0) || 1;
  const values = [least, most].flatMap((bound) => {
    const multiples = [Math.ceil(bound / step), Math.floor(bound / step)].flatMap((count) =>
      [count - 1, count, count + 1].map((each) => each * step),
    );
    return [...multiples, bound, (least + most) / 2];
  });
  const fitting = [0, ...values].filter(
    (value) =>
      value >= least &&
      value <= most &&
      value > above &&
      value < below &&
      (!isWhole || Number.isInteger(value)) &&
      (schema["multipleOf"] === undefined || Number.isInteger(value / step)),
  );
  return fitting.toSorted((one, other) => Math.abs(one) - Math.abs(other))[0] ?? 0;
}

function numberOf(value: unknown, otherwise: number): number {
  return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}

function countOf(value: unknown): number {
  return Math.min(maxLength, Math.max(0, Math.floor(numberOf(value, 0))));
}

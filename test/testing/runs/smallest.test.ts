// The smallest value of a schema fits it: for schemas as people and their libraries write them, and for
// generated ones. Ajv is the judge.

import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import { smallestValue } from "../../../src/testing/runs/smallest.ts";

const ajv = new Ajv2020({ ownProperties: true, strict: false, validateFormats: true });
// The default export of a CommonJS module.
(addFormats as unknown as (ajv: Ajv2020) => void)(ajv);

test.each<[object, unknown]>([
  [{ type: "string" }, ""],
  [{ type: "string", minLength: 3 }, "aaa"],
  [{ type: "string", pattern: "^[A-Z]{2}$" }, "AA"],
  [{ type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" }, "2026-01-01"],
  [{ type: "string", format: "email" }, "a@example.com"],
  [{ type: "string", enum: ["red", "green"] }, "red"],
  [{ const: 7 }, 7],
  [{ type: "integer" }, 0],
  [{ type: "integer", minimum: 3, maximum: 9 }, 3],
  [{ type: "integer", exclusiveMinimum: 0, multipleOf: 5 }, 5],
  [{ type: "number", maximum: -2.5 }, -2.5],
  [{ type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
  [{ type: "boolean" }, false],
  [{ type: "null" }, null],
  [{ type: ["string", "null"] }, ""],
  [{ type: "array", items: { type: "string" } }, []],
  [{ type: "array", items: { type: "integer" }, minItems: 2 }, [0, 0]],
  [{ type: "array", prefixItems: [{ const: "a" }, { type: "number" }], minItems: 2 }, ["a", 0]],
  [{ type: "object", properties: { a: { type: "string" } } }, {}],
  [{ properties: { a: { type: "string" } }, required: ["a"] }, { a: "" }],
  [{ type: "object", required: ["x"] }, { x: null }],
  [{ type: "object", additionalProperties: { type: "integer" }, minProperties: 1 }, { member1: 0 }],
  [{ anyOf: [{ type: "string" }, { type: "null" }] }, ""],
  [{ oneOf: [{ const: "left" }, { const: "right" }] }, "left"],
  [
    { allOf: [{ required: ["a"], properties: { a: { const: 1 } } }, { required: ["b"] }] },
    { a: 1, b: null },
  ],
  [
    {
      $ref: "#/$defs/City",
      $defs: {
        City: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
      },
    },
    { name: "" },
  ],
  [{ type: "object", properties: { next: { $ref: "#" } } }, {}],
  [{}, null],
])("the smallest value for %j is %j", (schema, expected) => {
  expect(smallestValue(schema)).toEqual(expected);
  expect(ajv.validate(schema, smallestValue(schema))).toBe(true);
});

test("a schema that contains itself, or is not a schema, still gives a value", () => {
  const endless = { type: "object", required: ["next"], properties: { next: { $ref: "#" } } };
  expect(JSON.stringify(smallestValue(endless)).length).toBeLessThan(1_000);
  expect(smallestValue({ $ref: "#" })).toBeNull();
  expect(smallestValue({ $ref: "#/$defs/__proto__" })).toBeNull();
  for (const none of [undefined, null, true, 3, "text", []]) expect(smallestValue(none)).toBeNull();
  expect(smallestValue({ type: "array", minItems: 1e9, items: {} })).toHaveLength(1_000);
});

const leaf = fc.oneof(
  fc.constant({ type: "boolean" }),
  fc.record({ type: fc.constant("string"), minLength: fc.nat(9) }),
  fc
    .tuple(fc.constantFrom("integer", "number"), fc.integer(), fc.nat(100))
    .map(([type, minimum, more]) => ({ type, minimum, maximum: minimum + more })),
  fc.record({ enum: fc.array(fc.string(), { minLength: 1, maxLength: 3 }) }),
);
const { schema: anySchema } = fc.letrec<{ schema: object }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ type: fc.constant("array"), items: tie("schema"), minItems: fc.nat(3) }),
    fc
      .tuple(fc.dictionary(fc.string(), tie("schema"), { maxKeys: 4 }), fc.nat(4))
      .map(([properties, count]) => ({
        type: "object",
        properties,
        required: Object.keys(properties).slice(0, count),
        additionalProperties: false,
      })),
    fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
  ),
}));

test("the smallest value of any schema fits it", () => {
  fc.assert(
    fc.property(anySchema, (schema) => {
      expect(ajv.validate(schema, smallestValue(schema)), JSON.stringify(ajv.errors)).toBe(true);
    }),
    {
      examples: [[{ type: "object", properties: { toString: { type: "boolean" } }, required: [] }]],
    },
  );
});

import { toStandardJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import * as v from "valibot";
import { expect, test } from "vitest";
import { z } from "zod";
import { defineOutput, defineTool, OutputParseError, runTools } from "../../src/index.ts";
import type { DefinedOutput, Interaction } from "../../src/index.ts";
import { createInteractionsService, textStep } from "../../src/testing/index.ts";
import { geminiClient } from "../support/clients.ts";
import { sampleInteraction } from "../support/interaction.ts";

function says(text: string, fields: Partial<Interaction> = {}): Interaction {
  return sampleInteraction({ steps: [textStep(text)], ...fields });
}

async function parseError(parsing: Promise<unknown>): Promise<OutputParseError> {
  const error: unknown = await parsing.catch((thrown: unknown) => thrown);
  if (error instanceof OutputParseError) return error;
  throw error;
}

const schemas = {
  zod: z.object({ city: z.string(), days: z.number().optional() }),
  valibot: toStandardJsonSchema(v.object({ city: v.string(), days: v.optional(v.number()) })),
  arktype: type({ city: "string", "days?": "number" }),
};
const outputs: [string, DefinedOutput<{ city: string; days?: number | undefined }>][] = [
  ["zod", defineOutput(schemas.zod)],
  ["valibot", defineOutput(schemas.valibot)],
  ["arktype", defineOutput(schemas.arktype)],
];

test.each(outputs)("%s: the format holds the JSON Schema, without $schema", (_, { format }) => {
  expect(format).toEqual({
    type: "text",
    mime_type: "application/json",
    schema: expect.objectContaining({
      type: "object",
      properties: { city: { type: "string" }, days: { type: "number" } },
      required: ["city"],
    }),
  });
  expect(format.schema).not.toHaveProperty("$schema");
});

test.each(outputs)("%s: parse returns what fits, and says what does not", async (_, output) => {
  expect(await output.parse(says('{"city":"Oslo","days":3}'))).toEqual({ city: "Oslo", days: 3 });
  const error = await parseError(output.parse(says('{"city":7}')));
  expect(error).toMatchObject({ reason: "does not fit", text: '{"city":7}' });
  expect(error.issues).toEqual([{ path: ["city"], message: expect.stringMatching(/string/i) }]);
  expect(error.message).toMatch(/does not fit, city: .*string/i);
});

test("defaults, transforms and asynchronous checks of the schema apply", async () => {
  const output = defineOutput(
    z
      .object({ name: z.string().default("nobody"), at: z.string().transform(Number) })
      .refine(async ({ at }) => Promise.resolve(at > 0), "too early"),
  );
  // What the model writes, not what comes out.
  expect(output.format.schema).toMatchObject({
    required: ["at"],
    properties: { at: { type: "string" } },
  });
  expect(await output.parse(says('{"at":"5"}'))).toEqual({ name: "nobody", at: 5 });
  const error = await parseError(output.parse(says('{"at":"-1"}')));
  expect(error.issues).toEqual([{ path: [], message: "too early" }]);
});

test("a JSON Schema is cleaned of $schema and empty required lists, and nothing else", () => {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    type: "object",
    required: [],
    properties: {
      required: { type: "array", items: { type: "object", required: [] } },
      $schema: { type: "string" },
      default: { type: "object", required: [], properties: {} },
      kept: { const: { required: [], $schema: "x" }, default: { required: [] } },
    },
    $defs: { a: { anyOf: [{ required: [] }, { required: ["b"] }] } },
  };
  const before = structuredClone(schema);
  expect(defineOutput(schema).format.schema).toEqual({
    type: "object",
    properties: {
      required: { type: "array", items: { type: "object" } },
      $schema: { type: "string" },
      default: { type: "object", properties: {} },
      kept: { const: { required: [], $schema: "x" }, default: { required: [] } },
    },
    $defs: { a: { anyOf: [{}, { required: ["b"] }] } },
  });
  expect(schema).toEqual(before);
});

test("with a JSON Schema whatever is JSON is returned", async () => {
  const output = defineOutput<{ city: string }>({ type: "object" });
  expect(await output.parse(says('{"city":"Oslo"}'))).toEqual({ city: "Oslo" });
  expect(await output.parse(says("[7]"))).toEqual([7]);
});

test.each([
  [
    "cut off",
    says('{"city":"Os', { status: "incomplete" }),
    /status incomplete.*cut off.*max_output_tokens/,
  ],
  ["cut off", says('{"city":"Os', { status: "in_progress" }), /status in_progress.*Wait for it/],
  ["cut off", says('{"city":', { status: "requires_continuation" }), /createWithContinuation/],
  ["no JSON", says("The city is Oslo."), /status completed\).*no JSON/],
  ["no JSON", says(""), /no JSON, it is empty/],
  ["no JSON", sampleInteraction({ steps: [], status: "failed" }), /status failed\).*it is empty/],
  ["no JSON", sampleInteraction({ steps: [], status: "requires_action" }), /runTools/],
  [
    "does not fit",
    says('{"city":"Oslo","days":"x"}', { status: "incomplete" }),
    /status incomplete/,
  ],
])("%s: the error says so, with the status", async (reason, interaction, message) => {
  const error = await parseError(defineOutput(schemas.zod).parse(interaction));
  expect(error).toMatchObject({ reason, interaction });
  expect(error.message).toMatch(message);
});

test("the first issues are in one line of the message", async () => {
  const list = z.array(z.string());
  const error = await parseError(defineOutput(list).parse(says(JSON.stringify(Array(20).fill(1)))));
  expect(error.issues).toHaveLength(20);
  expect(error.message.match(/expected string/g)).toHaveLength(5);
});

test.each([
  ["a valibot schema as it is", v.object({ city: v.string() })],
  ["a type that JSON does not know", z.object({ at: z.date() })],
  ["no schema", undefined],
  ["a text", "object"],
  ["a list", []],
])("%s is a TypeError that says what to do", (_, schema) => {
  // Not as typed: from JavaScript.
  const wrong = schema as never;
  expect(() => defineOutput(wrong)).toThrow(TypeError);
  expect(() => defineOutput(wrong)).toThrow(/schema of the output/i);
});

test.each([
  ["no name", "", undefined],
  ["parameters that are no object", "a", { type: "string" }],
  ["parameters without JSON Schema", "a", v.object({})],
])("a tool with %s is a TypeError", (_, name, parameters) => {
  // Not as typed: from JavaScript.
  const definition = { name, description: "", parameters: parameters as undefined };
  expect(() => defineTool({ ...definition, execute: () => "" })).toThrow(TypeError);
});

test("typed output comes out of a tool loop, streamed or not", async () => {
  for (const stream of [true, false]) {
    const service = createInteractionsService({
      mode: "faithful",
      respond: ({ input }) =>
        typeof input === "string"
          ? { steps: [{ type: "function_call", id: "a", name: "days", arguments: {} }] }
          : '{"city":"Oslo","days":3}',
    });
    const client = geminiClient({ fetch: service.fetch });
    const days = defineTool({ name: "days", description: "Days.", execute: () => 3 });
    const output = defineOutput(schemas.zod);
    const last = await runTools(
      client,
      { model: "gemini-3.8-flash", input: "Plan", response_format: output.format, stream },
      { tools: [days] },
    );
    expect(await output.parse(last)).toEqual({ city: "Oslo", days: 3 });
  }
});

const fence = "```";
test.each([
  ["a code fence", `${fence}json\n{"a":"1"}\n${fence}`],
  ["a code fence without a language, with blanks", `  ${fence}\n  {"a":"1"}\n${fence}\n`],
  ["words before a fence", `Here it is:\n${fence}json\n{"a":"1"}\n${fence}\nAnything else?`],
  ["words after it", '{"a":"1"}\n\nI hope {that} helps!'],
  ["words before it, in a line of their own", 'Sure.\n{"a":"1"}'],
  ["a line after one that only looks like JSON", '{x}\n{"a":"1"}'],
  ["a fence that never ends", `${fence}json\n{"a":"1"}`],
  ["a byte order mark", '\ufeff{"a":"1"}'],
])("the JSON is found in %s", async (_, text) => {
  expect(await defineOutput({ type: "object" }).parse(says(text))).toEqual({ a: "1" });
});

test("a fence and braces inside the JSON's texts do not end it", async () => {
  const value = { a: `}${fence}\n"]`, b: ["\\", "{"] };
  const text = `${fence}json\n${JSON.stringify(value)}\n${fence}`;
  expect(await defineOutput({ type: "object" }).parse(says(text))).toEqual(value);
});

test.each([
  ["cut off", '{"a":"on'],
  ["cut off", '{"a":[1,2'],
  ["cut off", '{"a":tr'],
  ["cut off", '{"a":1,'],
  ["cut off", '{"a":"\\'],
  ["cut off", `${fence}json\n{"a":1`],
  ["no JSON", "I cannot do that."],
  ["no JSON", "{oops"],
  ["no JSON", '"Yes", he said'],
  ["no JSON", "42 is the answer"],
  ["no JSON", ""],
])("a completed run whose text is %s says so: %j", async (reason, text) => {
  const error = await parseError(defineOutput({ type: "object" }).parse(says(text)));
  expect(error).toMatchObject({ reason, text });
});

test("each beginning of a JSON text is cut off, and the whole is not", async () => {
  const text = JSON.stringify({ a: ['x\\"', -1.5, true, null, { b: {} }] });
  for (let length = 1; length < text.length; length += 1) {
    const error = await parseError(defineOutput({}).parse(says(text.slice(0, length))));
    expect(error.reason).toBe("cut off");
  }
});

test("the service's reason is in the message when the run failed", async () => {
  const errors = [{ code: "RESOURCE_EXHAUSTED", message: "Out of\nquota." }];
  const failed = sampleInteraction({ status: "failed", steps: [], errors });
  const error = await parseError(defineOutput({}).parse(failed));
  expect(error.message).toContain("(status failed, RESOURCE_EXHAUSTED: Out of quota.)");
});

test("bounds that the service ignores or refuses are not sent, and parse checks them", async () => {
  const output = defineOutput(
    z.object({
      name: z.string().min(2).max(5),
      tags: z.array(z.string()).min(1),
      n: z.int().max(9),
    }),
  );
  const sent = JSON.stringify(output.format.schema);
  expect(sent).not.toMatch(/minLength|maxLength/);
  expect(output.format.schema).toMatchObject({
    properties: { tags: { minItems: 1 }, n: { maximum: 9 } },
  });
  const error = await parseError(output.parse(says('{"name":"a","tags":["b"],"n":1}')));
  expect(error).toMatchObject({ reason: "does not fit", issues: [{ path: ["name"] }] });
});

test("a property named like a bound is a property like any other", () => {
  const schema = { type: "object", properties: { maxLength: { type: "integer", maxLength: 3 } } };
  expect(defineOutput(schema).format.schema).toEqual({
    type: "object",
    properties: { maxLength: { type: "integer" } },
  });
});

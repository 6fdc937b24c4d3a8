import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import fc from "fast-check";
import { z } from "zod";
import { defineTool, runTools } from "../../src/index.ts";
import type { CreateInteractionParams, FunctionResultStep, Interaction } from "../../src/index.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { model, input, call, scripted, creates, resultsSent, tool } from "../support/tools.ts";

test.each([
  ["an unknown function", call("x", "missing"), 'Unknown function "missing". Known: day, broken.'],
  [
    "arguments that do not fit",
    call("x", "day", { day: "one" }),
    /^The arguments do not fit: day: .*number/,
  ],
  ["a missing argument", call("x", "day"), /^The arguments do not fit: day: /],
  ["a tool that throws", call("x", "broken", { how: "error" }), "the disk is full"],
  ["a stack trace in the message", call("x", "broken", { how: "stack" }), "it broke\nbadly"],
  ["a thrown text", call("x", "broken", { how: "text" }), "no luck"],
  ["a thrown object", call("x", "broken", { how: "object" }), "No reason given."],
  ["nothing thrown", call("x", "broken", { how: "undefined" }), "No reason given."],
  ["an error of another realm", call("x", "broken", { how: "foreign" }), "from elsewhere"],
  ["a frozen error", call("x", "broken", { how: "frozen" }), "cold"],
  ["an error that cannot be read", call("x", "broken", { how: "unreadable" }), "No reason given."],
  ["a message that is no text", call("x", "broken", { how: "number" }), "No reason given."],
  ["a result that is no JSON", call("x", "broken", { how: "bigint" }), /BigInt/],
])("%s is a result that the model can read", async (_, calls, message) => {
  const { service, client } = scripted([[calls], "I see."]);
  const thrown: Record<string, unknown> = {
    error: Object.assign(new Error("the disk is full", { cause: new Error("cause") }), {
      key: "k",
    }),
    stack: new Error("it broke\n    at x (file:///secret.js:1:2)\nbadly"),
    text: "no luck",
    object: { headers: { authorization: "Bearer secret" } },
    foreign: runInNewContext("new Error('from elsewhere')"),
    frozen: Object.freeze(new Error("cold")),
    unreadable: Object.defineProperty(new Error("x"), "message", {
      get: () => {
        throw new Error("unreadable");
      },
    }),
    number: { message: 5 },
  };
  const tools = [
    defineTool({
      name: "day",
      description: "A day.",
      parameters: z.object({ day: z.number() }),
      execute: ({ day }) => day,
    }),
    defineTool({
      name: "broken",
      description: "Breaks.",
      execute: ({ how }) => {
        if (how === "bigint") return 1n;
        throw thrown[String(how)];
      },
    }),
  ];
  await runTools(client, { model, input }, { tools });
  const [result] = resultsSent(service);
  expect(result).toMatchObject({ call_id: "x", name: calls.name, is_error: true });
  if (typeof message === "string") expect(result?.result).toBe(message);
  else expect(result?.result).toMatch(message);
  expect(JSON.stringify(creates(service))).not.toMatch(/secret|cause|file:/);
});

// Quadratic, the second takes longer than a test may.
test.each(["x", "\n"])(
  "a message of any length is cut before the model reads it: %j",
  async (part) => {
    const { service, client } = scripted([[call("x", "long")], "I see."]);
    const long = tool("long", () => {
      throw new Error(`${"x".repeat(2_000)}${part.repeat(300_000)}x`);
    });
    await runTools(client, { model, input }, { tools: [long] });
    expect(resultsSent(service)[0]?.result).toHaveLength(1_000);
  },
);

const png = { type: "image", data: "cA==", mime_type: "image/png" };

test.each<[string, unknown, unknown]>([
  ["a text", "sunny", "sunny"],
  ["an object", { sun: true }, { sun: true }],
  ["blocks of content", [{ type: "text", text: "a" }], [{ type: "text", text: "a" }]],
  ["a list of other things", [1, 2], { result: [1, 2] }],
  ["an empty list", [], { result: [] }],
  ["a number", 7, { result: 7 }],
  ["false", false, { result: false }],
  ["null", null, { result: null }],
  ["nothing", undefined, { result: null }],
  ["a list of promises", [Promise.resolve(1)], { result: [1] }],
  ["a date", new Date(0), "1970-01-01T00:00:00.000Z"],
  ["a set", new Set(["a"]), { result: ["a"] }],
  ["a map", new Map([["a", new Set([1])]]), { a: [1] }],
  ["a map from a toJSON", { toJSON: () => new Map([["a", 1]]) }, { a: 1 }],
  ["a URL", new URL("https://example.com/a"), "https://example.com/a"],
  ["an error among other things", { why: new Error("full") }, { why: "full" }],
  ["one block", { type: "text", text: "a" }, [{ type: "text", text: "a" }]],
  ["a picture", new Blob(["p"], { type: "image/png" }), [png]],
  ["a blob of text", new Blob(["a;b"], { type: "text/plain" }), [{ type: "text", text: "a;b" }]],
  [
    "a text and a picture",
    [{ type: "text", text: "a" }, new Blob(["p"], { type: "image/png" })],
    [{ type: "text", text: "a" }, png],
  ],
  ["a picture of an MCP tool", [{ type: "image", data: "cA==", mimeType: "image/png" }], [png]],
  [
    "the result of an MCP tool",
    {
      content: [
        { type: "text", text: "a", annotations: { audience: ["user"] }, _meta: { id: 1 } },
        { type: "image", data: "cA==", mimeType: "image/png" },
      ],
      isError: false,
    },
    [{ type: "text", text: "a" }, png],
  ],
])("a tool may return %s", async (_, value, result) => {
  expect(await resultOf(() => value)).toEqual({ result });
});

// Rows of the caller's own, whose types are named like blocks.
test.each([
  ["an id and a title", [{ type: "image", id: 31, title: "Harbour" }]],
  ["a place and an id", [{ type: "document", uri: "gs://a/b", id: 4 }]],
  ["a text that is a number", [{ type: "text", text: 5 }]],
  ["data that is an object", [{ type: "audio", data: { hz: 440 } }]],
  ["a type alone", [{ type: "video" }]],
  ["one block among data", [{ type: "text", text: "a" }, { type: "text" }]],
])("rows with %s are data, not content", async (_, rows) => {
  expect(await resultOf(() => rows)).toEqual({ result: { result: rows } });
  const [row] = rows;
  if (rows.length === 1) expect(await resultOf(() => row)).toEqual({ result: row });
});

test.each([
  ["bytes", new Uint8Array([1, 2])],
  ["bytes", new ArrayBuffer(2)],
  ["bytes", Buffer.from("a")],
  ["bytes", { picture: new DataView(new ArrayBuffer(1)) }],
  ["a Map whose keys are not text", new Map([[{}, 1]])],
  ["a Promise", { later: Promise.resolve(1) }],
  ["a Blob", { file: new Blob(["a"]) }],
  ["a Response", new Response("a")],
  ["a ReadableStream", new ReadableStream()],
  ["a Generator", (function* () {})()],
  ["a RegExp", /a/],
  ["a function", () => 1],
  ["a symbol", Symbol("a")],
])("%s that a tool returns is an error that says so, not an empty object", async (what, value) => {
  const result = await resultOf(() => value);
  expect(result).toMatchObject({ is_error: true });
  expect(result?.result).toMatch(`The tool returned ${what}, which is not JSON.`);
});

test("an error that a tool returns, and the failure of an MCP tool, are failures", async () => {
  for (const error of [new Error("full"), new DOMException("full")])
    expect(await resultOf(() => error)).toEqual({ result: "full", is_error: true });
  const content = [{ type: "text", text: "full" }];
  expect(await resultOf(() => ({ content, isError: true }))).toEqual({
    result: content,
    is_error: true,
  });
});

/** Texts cut anywhere: halves of surrogate pairs, alone and among others. */
const anyText = fc
  .array(fc.constantFrom("a", "\\", "\\ud83d", '"', "😀", "\ud83d", "\ude00", "\n"), {
    maxLength: 8,
  })
  .map((parts) => parts.join(""));

test("what a tool returned or threw goes out as well-formed text", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, fc.nat(40), async (text, key, length) => {
      const long = `${"x".repeat(970 + length)}${text}😀😀`;
      const outputs = [
        () => text,
        () => ({ [key]: [text] }),
        () => [{ type: "text", text }],
        () => {
          throw new Error(long);
        },
        () => {
          throw long;
        },
      ];
      for (const output of outputs) {
        const sent = JSON.stringify(await resultOf(output));
        expect(sent).not.toMatch(/(?<!\\)(\\\\)*\\ud[89a-f]/);
      }
      const kept = await resultOf(() => text);
      expect(kept?.result).toBe(text.replace(/\p{Cs}/gu, "\ufffd"));
    }),
    { numRuns: 60 },
  );
});

/** What goes back of the result of a tool, its call aside. */
async function resultOf(execute: () => unknown): Promise<Partial<FunctionResultStep> | undefined> {
  const steps = [call("a", "give")];
  const turns = [sampleInteraction({ id: "v1_a", status: "requires_action", steps })];
  const bodies: CreateInteractionParams[] = [];
  const create = async (body: CreateInteractionParams): Promise<Interaction> => {
    bodies.push(body);
    return turns.shift() ?? sampleInteraction();
  };
  await runTools({ create }, { model, input }, { tools: [tool("give", execute)] });
  // What runTools sends is a list of results.
  const [result] = (bodies[1]?.input ?? []) as FunctionResultStep[];
  if (result === undefined) return undefined;
  const { type: _, call_id: _id, name: _name, ...rest } = result;
  return rest;
}

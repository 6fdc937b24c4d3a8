import * as fc from "fast-check";
import { expect, test } from "vitest";
import { accumulate } from "../../../src/index.ts";
import type { InteractionStreamEvent } from "../../../src/index.ts";
import { toOutputs, toSteps } from "../../../src/model/dialect.ts";
import type { Dialect } from "../../../src/model/dialect.ts";
import { withoutInput } from "../../../src/model/output.ts";
import { runEvents } from "../../../src/testing/runs/run-events.ts";
import { listExamples } from "../../support/examples.ts";

const dialects: readonly Dialect[] = ["current", "legacy"];

/** The events of an interaction as it may be stored: some of them fit no schema. */
function eventsOf(interaction: object, dialect: Dialect = "current"): InteractionStreamEvent[] {
  return runEvents(interaction, dialect);
}

function deltasOf(steps: unknown, dialect: Dialect = "current"): unknown[] {
  const events = eventsOf({ id: "v1_a", status: "completed", steps }, dialect);
  return events.flatMap((event) => ("delta" in event ? [event.delta] : []));
}

/** What the events of this interaction are to come to. */
function expectedOf(interaction: object, dialect: Dialect): object {
  const known = { id: "", status: "", steps: [], ...interaction };
  const { steps, outputs = [], ...facts } = withoutInput(known);
  const items =
    dialect === "current"
      ? { steps: steps.length > 0 ? steps : toSteps(outputs) }
      : { outputs: outputs.length > 0 ? outputs : toOutputs(steps) };
  const list = Object.values(items)[0] ?? [];
  return { ...facts, ...(list.length > 0 ? items : { steps: [] }) };
}

/** Without what says nothing: a start is signed with nothing, an empty list of annotations is none. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([name, member]) =>
      !(name === "signature" && member === "") &&
      !(name === "annotations" && JSON.stringify(member) === "[]"),
  );
  return Object.fromEntries(entries.map(([name, member]) => [name, plain(member)]));
}

function expectRoundTrip(interaction: object, dialect: Dialect): void {
  const before = structuredClone(interaction);
  const came = accumulate(eventsOf(interaction, dialect));
  expect(plain(came)).toEqual(plain(expectedOf(interaction, dialect)));
  expect(interaction).toEqual(before);
}

const interactions = listExamples().filter(({ schema }) => /^(Legacy)?Interaction$/.test(schema));

test.each(interactions)(
  "the events of $name accumulate to the same interaction, in both dialects",
  ({ value }) => {
    for (const dialect of dialects) expectRoundTrip(Object(value), dialect);
  },
);

// Members and types of next year stand beside today's.
const news = fc.record(
  { flag_of_2027: fc.boolean(), list_of_2027: fc.array(fc.jsonValue(), { maxLength: 2 }) },
  { requiredKeys: [] },
);

function withNews(values: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc.tuple(values, news).map(([value, more]) => ({ ...value, ...more }));
}

const words = fc.string({ unit: "grapheme", maxLength: 12 });
const citation = { type: "url_citation", url: "https://example.com/", start_index: 0 };
const textBlock = withNews(
  fc.record(
    {
      type: fc.constant("text"),
      text: words,
      annotations: fc.constantFrom([], [citation], [citation, citation]),
    },
    { requiredKeys: ["type", "text"] },
  ),
);
const mediaBlock = withNews(
  fc.record({
    type: fc.constantFrom("image", "audio", "video", "document", "hologram"),
    data: fc.base64String({ minLength: 4, maxLength: 16 }),
  }),
);
// Neighbouring text blocks are one block in a stream, so media stands between them; and an empty text
// begins no further block.
const content = fc
  .array(fc.tuple(mediaBlock, textBlock), { maxLength: 3 })
  .chain((pairs) => fc.subarray(pairs.flat().filter((_, n) => n % 2 === 0 || pairs.length > 0)))
  .map((blocks) =>
    blocks.filter(
      (block, n) =>
        n === 0 || !isText(block) || (block.text !== "" && !isText(blocks[n - 1] ?? {})),
    ),
  );

function isText(block: object): block is { text?: unknown } {
  return "type" in block && block.type === "text";
}

const exampleSteps = listExamples().flatMap(({ schema, value }) =>
  /^(StartedStep|[A-Za-z]+Step)$/.test(schema) && schema !== "UserInputStep" ? [Object(value)] : [],
);

const step = fc.oneof(
  withNews(fc.record({ type: fc.constant("model_output"), content }, { requiredKeys: ["type"] })),
  withNews(
    fc.record(
      {
        type: fc.constant("thought"),
        summary: fc.array(fc.oneof(textBlock, mediaBlock), { maxLength: 2 }),
        signature: fc.base64String({ maxLength: 8 }),
      },
      { requiredKeys: ["type"] },
    ),
  ),
  withNews(
    fc.record(
      {
        type: fc.constant("function_call"),
        id: words,
        name: words,
        arguments: fc.oneof(
          fc.dictionary(words, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
          fc.constantFrom<unknown>(null, "text", 7, [1]),
        ),
        signature: fc.base64String({ maxLength: 8 }),
      },
      { requiredKeys: ["type"] },
    ),
  ),
  withNews(
    fc.record(
      {
        type: fc.constantFrom("function_result", "hologram_result", "code_execution_result"),
        call_id: words,
        result: fc.jsonValue({ maxDepth: 1 }),
        is_error: fc.boolean(),
      },
      { requiredKeys: ["type"] },
    ),
  ),
  fc.constantFrom(...exampleSteps),
);

const facts = withNews(
  fc.record(
    {
      id: fc.constant("v1_a"),
      status: fc.constantFrom("completed", "failed", "requires_action", "a_status_of_2027"),
      object: fc.constant("interaction"),
      model: words.filter((name) => name !== ""),
      errors: fc.constant([{ code: "api_error", message: "Broken." }]),
      usage: fc.record({ total_tokens: fc.integer({ min: 1, max: 99 }) }),
      continuation_token: fc.constant("dG9rZW4="),
    },
    { requiredKeys: ["status"] },
  ),
);

test("the events of any interaction accumulate to it again, in both dialects", () => {
  fc.assert(
    fc.property(facts, fc.array(step, { maxLength: 4 }), (known, made) => {
      // What JSON can say: no negative zero.
      const steps: typeof made = JSON.parse(JSON.stringify(made));
      for (const dialect of dialects) expectRoundTrip({ ...known, steps }, dialect);
      // Outputs stand for steps, as two music models return them.
      for (const dialect of dialects) {
        const outputs = toOutputs(steps).filter(
          (block, n, all) => !(isText(Object(block)) && n > 0 && isText(Object(all[n - 1]))),
        );
        expectRoundTrip({ ...known, outputs }, dialect);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(dialects)("an interaction that has steps and outputs keeps both: %s", (dialect) => {
  const steps = [{ type: "model_output", content: [{ type: "text", text: "a" }] }];
  const outputs = [{ type: "text", text: "b" }];
  const came = accumulate(eventsOf({ id: "v1_a", status: "completed", steps, outputs }, dialect));
  expect(came).toMatchObject({ steps, outputs });
});

test("input steps are left out, and those after them counted from zero", () => {
  const input = { type: "user_input", content: [{ type: "text", text: "Why?" }] };
  const steps = [input, { type: "thought" }, input, { type: "model_output" }];
  for (const dialect of dialects) {
    const events = eventsOf({ id: "v1_a", status: "completed", steps }, dialect);
    expect(JSON.stringify(events)).not.toContain("Why?");
  }
  const starts = eventsOf({ id: "v1_a", status: "completed", steps }).flatMap((event) =>
    event.event_type === "step.start" ? [[event.index, event.step.type]] : [],
  );
  expect(starts).toEqual([
    [0, "thought"],
    [1, "model_output"],
  ]);
});

test.each([
  ["no arguments", undefined, []],
  ["empty arguments", {}, []],
  ["arguments", { a: 1 }, [{ type: "arguments_delta", arguments: '{"a":1}' }]],
  ["arguments that are none", null, [{ type: "function_call", arguments: null, name: "f" }]],
])("a function call with %s", (_, args, deltas) => {
  const call = { type: "function_call", id: "c", name: "f" };
  expect(deltasOf([args === undefined ? call : { ...call, arguments: args }])).toEqual(deltas);
});

test("a block of an unknown type, and one that is text without saying so, are deltas as they are", () => {
  const blocks = [{ type: "table", rows: [1] }, { text: "a" }];
  expect(deltasOf([{ type: "model_output", content: blocks }])).toEqual(blocks);
});

test("usage, errors and every unknown member are in the last event", () => {
  const facts = {
    status: "failed",
    usage: { total_tokens: 3 },
    errors: [{ code: "x" }],
    new_one: [1],
  };
  expect(eventsOf({ id: "v1_a", ...facts }).at(-1)).toEqual({
    event_type: "interaction.completed",
    interaction: { id: "v1_a", ...facts },
  });
});

const text = { type: "text", text: "a" };

test.each<[string, object]>([
  ["it has no status", {}],
  ["it has no status", { error: { code: 404, message: "Gone." } }],
  ["it has no status", { status: null, steps: [] }],
  ["steps is not a list", { steps: { length: 1 } }],
  ["outputs is not a list", { outputs: "text" }],
  ["steps[1] is null", { steps: [{ type: "thought" }, null] }],
  ["steps[0] is not an object", { steps: ["text"] }],
  ["steps[0] has no type", { steps: [{ content: [text] }] }],
  ["steps[0].content[1] is null", { steps: [{ type: "model_output", content: [text, null] }] }],
  ["steps[0].content[0] has no type", { steps: [{ type: "model_output", content: [{}] }] }],
  ["steps[0].content[0] is not an object", { steps: [{ type: "model_output", content: [[]] }] }],
  ["steps[0].summary[0] is null", { steps: [{ type: "thought", summary: [null] }] }],
  ["steps[0] is null", { outputs: [null] }],
])("a part that fits no event is an error: %s", (problem, interaction) => {
  const value =
    problem === "it has no status" ? interaction : { status: "completed", ...interaction };
  const message = `The stored interaction cannot be converted to events: ${problem}.`;
  expect(() => eventsOf(value)).toThrow(new TypeError(message));
});

test("null for a list is not a list, and null for a member of a step is written", () => {
  expect(eventsOf({ status: "completed", steps: null, outputs: null })).toHaveLength(3);
  const odd = { type: "model_output", content: null };
  expect(accumulate(eventsOf({ status: "completed", steps: [odd] })).steps).toEqual([odd]);
});

test("members named like those of every object are plain members", () => {
  const odd = JSON.parse('{"type":"hologram","__proto__":{"polluted":1},"constructor":1}');
  const came = accumulate(eventsOf({ status: "completed", steps: [odd] }));
  expect(JSON.stringify(came.steps)).toContain('"__proto__":{"polluted":1}');
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

import { expect, test } from "vitest";
import {
  citedText,
  defineOutput,
  inputFromInteraction,
  isTerminal,
  outputMedia,
  outputText,
  pendingFunctionCalls,
} from "../../src/index.ts";
import type { Content, FunctionCallStep, Interaction } from "../../src/index.ts";
import { exampleValue } from "../support/examples.ts";
import { sampleInteraction } from "../support/interaction.ts";

type Steps = Interaction["steps"];

function said(...texts: string[]): Steps[number] {
  return { type: "model_output", content: texts.flatMap(text) };
}

function called(id: string): FunctionCallStep {
  return { type: "function_call", id, name: "look", arguments: {} };
}

const thought: Steps[number] = { type: "thought", signature: "c2ln" };
const call = called("c1");
const result: Steps[number] = { type: "function_result", call_id: "c1", result: "seen" };
const asked: Steps[number] = { type: "user_input", content: [{ type: "text", text: "Why?" }] };
// A type of next year.
const unknownStep = { type: "hologram_call", id: "h1" } as unknown as Steps[number];
const image: Content = { type: "image", data: "aGk=", mime_type: "image/png" };

const cases: [string, Steps, string][] = [
  ["no steps", [], ""],
  ["one text", [said("Paris.")], "Paris."],
  ["several blocks and steps", [said("a", "b"), said("c")], "abc"],
  ["a thought before the text", [thought, said("a")], "a"],
  ["a thought within the text", [said("a"), thought, said("b")], "ab"],
  ["a thought after the text", [said("a"), thought], "a"],
  ["a tool step after the text", [said("a"), call], "a"],
  [
    "text before a tool step, which is not the closing one",
    [said("a"), call, result, said("b")],
    "b",
  ],
  ["a thought between tool step and text", [said("a"), result, thought, said("b")], "b"],
  ["earlier turns", [asked, said("old"), asked, said("new")], "new"],
  ["a turn without an answer", [said("old"), asked], ""],
  ["a turn with a call only", [said("old"), asked, call], ""],
  ["a picture after the text", [{ type: "model_output", content: [...text("a"), image] }], "a"],
  [
    "pictures within the text",
    [{ type: "model_output", content: [...text("a"), image, ...text("b"), image, ...text("c")] }],
    "abc",
  ],
  ["a picture in a step of its own within the text", [said("a"), produced(image), said("b")], "ab"],
  ["a step of an unknown type within the text", [said("a"), unknownStep, said("b")], "b"],
  ["a picture alone", [{ type: "model_output", content: [image] }], ""],
  ["an output without content", [said("a"), { type: "model_output" }, said("b")], "ab"],
  ["an empty text", [said("")], ""],
];

function text(value: string): Content[] {
  return [{ type: "text", text: value }];
}

test.each(cases)("outputText of %s", (_, steps, expected) => {
  expect(outputText(sampleInteraction({ steps }))).toBe(expected);
});

test("outputText reads the outputs of the older dialect", () => {
  const outputs: NonNullable<Interaction["outputs"]> = [
    { type: "text", text: "before" },
    { type: "function_call", id: "c1", name: "look", arguments: {} },
    { type: "text", text: "La " },
    { type: "thought", signature: "c2ln" },
    { type: "text", text: "la" },
  ];
  expect(outputText({ outputs })).toBe("La la");
  expect(outputText({ steps: [], outputs })).toBe("La la");
  expect(outputText({ steps: [said("steps win")], outputs })).toBe("steps win");
});

test("outputText of nothing at all is empty", () => {
  expect(outputText({})).toBe("");
});

test("outputText changes nothing", () => {
  const interaction = sampleInteraction({ steps: [said("a", "b"), thought] });
  const before = structuredClone(interaction);
  outputText(interaction);
  expect(interaction).toEqual(before);
});

test("outputText skips media in the outputs of the older dialect", () => {
  const outputs: NonNullable<Interaction["outputs"]> = [...text("La "), image, ...text("la")];
  expect(outputText({ outputs })).toBe("La la");
});

// Whatever a service with faults of its own may send.

const odd = JSON.parse(
  '[null, 7, [], {}, {"type":null}, {"type":"model_output"}, {"type":"model_output","content":{}},' +
    '{"type":"model_output","content":[null,[],{},{"type":"text"},{"type":"text","text":7}]}]',
);

test.each([
  ["steps", { steps: odd }],
  ["content", { steps: [{ type: "model_output", content: odd }] }],
  ["outputs", { outputs: odd }],
  ["no list of steps", { steps: JSON.parse('{"length":3}') }],
  ["null", { steps: JSON.parse("null"), outputs: JSON.parse("null") }],
])("odd %s have no text, no media and no calls", (_, output) => {
  expect(outputText(output)).toBe("");
  expect(outputMedia(output)).toEqual([]);
  expect(pendingFunctionCalls({ status: "requires_action", ...output })).toEqual([]);
});

test("outputText finds the text between odd steps and blocks", () => {
  const content = [...odd, ...text("a"), null, ...text("b")];
  const steps = [null, { type: "model_output", content }, null, said("c")];
  expect(outputText({ steps: JSON.parse(JSON.stringify(steps)) })).toBe("abc");
});

test("outputText of 300,000 blocks overflows no stack", () => {
  const content = Array.from({ length: 300_000 }, () => text("a")).flat();
  expect(outputText({ steps: [{ type: "model_output", content }] })).toHaveLength(300_000);
});

// Media.

function media(type: "image" | "audio" | "video" | "document", uri: string): Content {
  return { type, uri };
}

function produced(...content: Content[]): Steps[number] {
  return { type: "model_output", content };
}

test("outputMedia is every media block, in order", () => {
  const steps: Steps = [
    produced(media("image", "a"), media("audio", "b"), ...text("Here")),
    thought,
    produced(media("video", "c"), media("image", "d"), media("document", "e")),
    call,
  ];
  expect(outputMedia(sampleInteraction({ steps }))).toEqual([
    media("image", "a"),
    media("audio", "b"),
    media("video", "c"),
    media("image", "d"),
    media("document", "e"),
  ]);
});

test("outputMedia is what came after the last user_input", () => {
  const theirs: Steps[number] = { type: "user_input", content: [media("image", "theirs")] };
  expect(outputMedia({ steps: [produced(media("image", "old")), theirs] })).toEqual([]);
  const steps = [produced(media("image", "old")), theirs, produced(media("audio", "new"))];
  expect(outputMedia({ steps })).toEqual([media("audio", "new")]);
});

test("outputMedia takes neither pictures of thoughts nor those of tools", () => {
  const steps: Steps = [
    { type: "thought", summary: [image] },
    { type: "function_result", call_id: "c1", result: [image] },
  ];
  expect(outputMedia({ steps })).toEqual([]);
});

test("outputMedia reads the outputs of the older dialect, and hands out the blocks themselves", () => {
  const outputs = [media("image", "a"), media("image", "b"), ...text("La")];
  expect(outputMedia({ outputs })[1]).toBe(outputs[1]);
  expect(outputMedia({ steps: [], outputs })).toEqual(outputs.slice(0, 2));
  expect(outputMedia({})).toEqual([]);
});

// Function calls.

test("pendingFunctionCalls are those without a result, in order", () => {
  const calls = ["c1", "c2", "c3"].map(called);
  const steps: Steps = [said("Let me see."), ...calls, { ...result, call_id: "c2" }];
  const interaction = sampleInteraction({ status: "requires_action", steps });
  expect(pendingFunctionCalls(interaction)).toEqual([calls[0], calls[2]]);
  expect(pendingFunctionCalls(interaction)[0]).toBe(calls[0]);
});

test.each(["completed", "in_progress", "failed", "a_status_of_next_year"])(
  "pendingFunctionCalls is empty while the status is %s",
  (status) => {
    expect(pendingFunctionCalls(sampleInteraction({ status, steps: [call] }))).toEqual([]);
  },
);

test("calls that the service has answered itself are not pending", () => {
  const steps: Steps = [call, result, called("c9")];
  const interaction = sampleInteraction({ status: "requires_action", steps });
  expect(pendingFunctionCalls(interaction).map(({ id }) => id)).toEqual(["c9"]);
});

test("pendingFunctionCalls reads the outputs of the older dialect", () => {
  const outputs: NonNullable<Interaction["outputs"]> = [
    { type: "function_call", id: "c1", name: "look", arguments: {} },
    { type: "function_call", id: "c2", name: "look", arguments: {} },
    { type: "function_result", call_id: "c1", result: "seen" },
  ];
  expect(pendingFunctionCalls({ status: "requires_action", outputs })).toEqual([outputs[1]]);
});

test("a call in the examples of the spec is pending", () => {
  const { steps, status } = exampleValue("interaction-requires-action", "Interaction");
  const pending = pendingFunctionCalls(sampleInteraction({ status, steps: steps ?? [] }));
  expect(pending.length).toBeGreaterThan(0);
});

// Statuses.

test.each([
  ["completed", true],
  ["requires_action", true],
  ["a_status_of_next_year", true],
  ["queued", false],
  ["in_progress", false],
  ["", false],
  [undefined, false],
  [null, false],
  [7, false],
])("isTerminal(%j) is %j", (status, expected) => {
  // Untrusted: an answer that is no interaction has no status.
  expect(isTerminal(status as string)).toBe(expected);
});

const readers: [string, (interaction: never) => unknown][] = [
  ["outputText", outputText],
  ["outputMedia", outputMedia],
  ["pendingFunctionCalls", pendingFunctionCalls],
  ["citedText", citedText],
  ["inputFromInteraction", inputFromInteraction],
];
const others: [unknown, string][] = [
  [Promise.resolve(sampleInteraction()), "got a promise. Did you forget to use await?"],
  [
    { [Symbol.asyncIterator]: () => undefined },
    "got a stream. Did you forget to use await? Pass await stream.finalInteraction().",
  ],
  ["v1_abc", "got string."],
  [undefined, "got undefined."],
  [null, "got null."],
  [[sampleInteraction()], "got an array."],
];

test.each(readers)("%s refuses what is not an interaction, and says what it got", (name, read) => {
  for (const [value, problem] of others) {
    const message = `${name} takes an interaction, ${problem}`;
    expect(() => read(value as never)).toThrow(new TypeError(message));
  }
});

test("parse of an output refuses what is not an interaction, and says what it got", async () => {
  const output = defineOutput({ type: "object" });
  for (const [value, problem] of others) {
    const message = `parse takes an interaction, ${problem}`;
    await expect(output.parse(value as never)).rejects.toThrow(new TypeError(message));
  }
});

test("an interaction with a member named then is not taken for a promise", () => {
  const interaction: Interaction = JSON.parse(
    JSON.stringify(sampleInteraction({ steps: [said("Hi")] })).replace("{", '{"then":"later",'),
  );
  expect(outputText(interaction)).toBe("Hi");
});

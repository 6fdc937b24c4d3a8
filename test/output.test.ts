import { expect, test } from "vitest";
import { outputText } from "../src/index.ts";
import type { Content, Interaction } from "../src/index.ts";
import { sampleInteraction } from "./support/interaction.ts";

type Steps = Interaction["steps"];

function said(...texts: string[]): Steps[number] {
  return { type: "model_output", content: texts.flatMap(text) };
}

const thought: Steps[number] = { type: "thought", signature: "c2ln" };
const call: Steps[number] = { type: "function_call", id: "c1", name: "look", arguments: {} };
const result: Steps[number] = { type: "function_result", call_id: "c1", result: "seen" };
const asked: Steps[number] = { type: "user_input", content: [{ type: "text", text: "Why?" }] };
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
    "a picture within the text",
    [{ type: "model_output", content: [...text("a"), image, ...text("b")] }],
    "b",
  ],
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

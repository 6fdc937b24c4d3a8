import { expect, test } from "vitest";
import { isLegacy, toCurrent, toOutputs, toSteps } from "../../src/model/dialect.ts";
import type { InteractionStreamEvent } from "../../src/index.ts";

function read(event: object): object {
  return toCurrent(event as InteractionStreamEvent);
}

const interaction = { id: "v1_a", status: "in_progress" };
const text = { type: "text", text: "a" };
const image = { type: "image", data: "AA==" };
const call = { type: "function_call", id: "c", name: "f", arguments: {} };

test.each([
  [
    { event_type: "interaction.start", interaction },
    { event_type: "interaction.created", interaction },
  ],
  [
    { event_type: "content.delta", index: 1, delta: text, event_id: "e" },
    { event_type: "step.delta", index: 1, delta: text, event_id: "e" },
  ],
  [
    { event_type: "content.stop", index: 1 },
    { event_type: "step.stop", index: 1 },
  ],
  [
    { event_type: "interaction.complete", interaction },
    { event_type: "interaction.completed", interaction },
  ],
])("%j is read as today's", (event, expected) => {
  const before = structuredClone(event);
  expect(isLegacy(event as InteractionStreamEvent)).toBe(true);
  expect(read(event)).toEqual(expected);
  expect(event).toEqual(before);
});

test.each<[string, unknown, unknown]>([
  ["text", text, { type: "model_output", content: [text] }],
  ["an image", image, { type: "model_output", content: [image] }],
  ["the announcement of a text", { type: "text" }, { type: "model_output", content: [] }],
  ["the announcement of an image", { type: "image" }, { type: "model_output", content: [] }],
  ["a call", call, call],
  ["a thought", { type: "thought" }, { type: "thought" }],
  ["nothing", null, undefined],
  ["no object", 7, undefined],
])("content.start with %s starts a step", (_, content, step) => {
  expect(read({ event_type: "content.start", index: 0, content })).toMatchObject({
    event_type: "step.start",
    step,
  });
});

test("events of today, and unknown ones, come back as they are", () => {
  for (const type of [
    "step.start",
    "error",
    "interaction.status_update",
    "hologram",
    "constructor",
  ]) {
    const event = { event_type: type };
    expect(read(event)).toBe(event);
  }
});

test("outputs are steps: neighbouring text and media are one, the others are steps already", () => {
  expect(toSteps([text, image, call, text, null])).toEqual([
    { type: "model_output", content: [text, image] },
    call,
    { type: "model_output", content: [text] },
    null,
  ]);
  expect(toSteps([])).toEqual([]);
});

test("steps are outputs: the blocks of the model's output, and every other step as it is", () => {
  const steps = [
    { type: "model_output", content: [text, image] },
    call,
    { type: "model_output" },
    null,
  ];
  expect(toOutputs(steps)).toEqual([text, image, call, null]);
});

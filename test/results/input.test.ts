import { expect, test } from "vitest";
import { inputFromInteraction } from "../../src/index.ts";
import type { Interaction, Step } from "../../src/index.ts";
import { rareRuns, runs } from "../support/runs.ts";
import { sampleInteraction } from "../support/interaction.ts";

test.each(Object.entries({ ...runs, ...rareRuns }))("%s goes back as it came", (_, steps) => {
  const interaction = sampleInteraction({ steps: [...steps] });
  const before = structuredClone(interaction);
  expect(inputFromInteraction(interaction)).toEqual(steps);
  expect(interaction).toEqual(before);
});

test.each([
  ["without signature", { type: "thought", summary: [{ type: "text", text: "Hm." }] }],
  ["with an empty one", { type: "thought", signature: "" }],
] as [string, Step][])("a thought %s is dropped: the service refuses it", (_, thought) => {
  const signed: Step = { type: "thought", signature: "c2ln" };
  const interaction = sampleInteraction({ steps: [thought, signed, thought] });
  expect(inputFromInteraction(interaction)).toEqual([signed]);
});

test("the outputs of the dialect before become steps", () => {
  const outputs = [
    { type: "thought", signature: "c2ln" },
    { type: "text", text: "Look: " },
    { type: "image", uri: "https://example.com/a.png" },
    { type: "function_call", id: "a", name: "look", arguments: { at: 1 } },
    { type: "text", text: "Well." },
  ];
  // As the service sends it: without steps.
  const interaction = { id: "i", status: "completed", outputs } as unknown as Interaction;
  const before = structuredClone(outputs);
  expect(inputFromInteraction(interaction)).toEqual([
    outputs[0],
    { type: "model_output", content: [outputs[1], outputs[2]] },
    outputs[3],
    { type: "model_output", content: [outputs[4]] },
  ]);
  expect(outputs).toEqual(before);
});

test("a call whose arguments could not be read goes back with empty ones", () => {
  const call = { type: "function_call", id: "c", name: "f", signature: "c2ln" } as const;
  const cut = { ...call, unparsed_arguments: '{"a":' } as unknown as Step;
  const interaction = sampleInteraction({ steps: [cut] });
  expect(inputFromInteraction(interaction)).toEqual([{ ...call, arguments: {} }]);
  expect(interaction.steps).toEqual([cut]);
});

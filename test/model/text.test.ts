import { expect, test } from "vitest";
import { createInteractionsService } from "../../src/testing/index.ts";
import { TextReader } from "../../src/model/text.ts";
import type { components, InteractionStreamEvent } from "../../src/index.ts";
import { geminiClient } from "../support/clients.ts";
import { collect } from "../support/reading.ts";

const steps: components["schemas"]["Step"][] = [
  { type: "thought", summary: [{ type: "text", text: "Hm." }], signature: "c2ln" },
  { type: "model_output", content: [{ type: "text", text: "One two three." }] },
  { type: "google_search_call", id: "s", arguments: { queries: ["x"] } },
  {
    type: "google_search_result",
    call_id: "s",
    result: [{ search_suggestions: "no text of the model" }],
  },
  { type: "model_output", content: [{ type: "text", text: "Four." }] },
];

test("a reader finds the text that stream.text() finds, in both modes of the service", async () => {
  for (const mode of ["guide", "faithful"] as const) {
    const service = createInteractionsService({ mode, respond: () => ({ steps }) });
    const client = geminiClient({ fetch: service.fetch });
    const params = { model: "gemini-3.8-flash", input: "Hi", stream: true } as const;
    const pieces = await collect((await client.create(params)).text());
    const reader = new TextReader(false);
    const events = await collect(await client.create(params));
    expect(events.map((event) => reader.read(event)).filter(Boolean)).toEqual(pieces);
    expect(pieces.join("")).toBe("One two three.Four.");
  }
});

test("the last event repeats the text, and brings it only where none came before", () => {
  const completed = {
    event_type: "interaction.completed",
    interaction: { id: "v1_a", status: "completed", steps: [steps[1]] },
  } as unknown as InteractionStreamEvent;
  expect(new TextReader(false).read(completed)).toBe("One two three.");
  expect(new TextReader(true).read(completed)).toBe("");
});

test("text of a step that is not the model's, or that has stopped, is not text", () => {
  const delta = (index: number) =>
    ({ event_type: "step.delta", index, delta: { type: "text", text: "x" } }) as const;
  const start = (type: string) =>
    ({ event_type: "step.start", index: 1, step: { type } }) as unknown as InteractionStreamEvent;
  const reader = new TextReader(false);
  const said = [
    delta(0),
    start("user_input"),
    delta(1),
    start("model_output"),
    delta(1),
    { event_type: "step.stop", index: 1 } as const,
    delta(1),
    { event_type: "step.delta", index: -1, delta: { type: "text", text: "y" } } as const,
  ].map((event) => reader.read(event));
  expect(said).toEqual(["x", "", "", "", "x", "", "", ""]);
});

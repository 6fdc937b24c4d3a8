/** JSON has this name for a member, and makes an object of it that has no text. */
const textless = { toString: null };

const oddities = [
  undefined,
  null,
  0,
  "text",
  [],
  {},
  [null],
  { type: 7 },
  textless,
  { type: textless },
];

const lifecycle = [
  "interaction.created",
  "interaction.completed",
  "interaction.start",
  "interaction.complete",
];

const deltaTypes = [
  "text",
  "text_annotation_delta",
  "audio",
  "image",
  "thought_summary",
  "thought_signature",
  "arguments_delta",
  "function_result",
  "google_search_call",
  "hologram",
  "__proto__",
];

/** Events that lack what they should have, or have it of another type. */
export const oddEvents: readonly object[] = distinct([
  {},
  ...oddities.map((odd) => ({ event_type: odd })),
  { event_type: 7 },
  ...oddities.map((odd) => ({
    event_type: "interaction.status_update",
    status: odd,
    event_id: odd,
  })),
  { event_type: "interaction.status_update", event_id: 7, interaction_id: 7, status: 7 },
  { event_type: "step.start", index: 0.5, step: { type: "model_output" }, event_id: {} },
  { event_type: "step.start", index: -1, step: { type: "model_output" }, event_id: "" },
  ...lifecycle.flatMap((type) => oddities.flatMap((odd) => oddLifecycle(type, odd))),
  ...oddities.flatMap((odd) => oddSteps(odd)),
  ...deltaTypes.flatMap((type) => oddities.flatMap((odd) => oddDeltas(type, odd))),
]);

function distinct(events: readonly object[]): object[] {
  return [...new Map(events.map((event) => [JSON.stringify(event), event])).values()];
}

function oddLifecycle(event_type: string, odd: unknown): object[] {
  const output = { type: "model_output", content: odd };
  return [
    { event_type, interaction: odd },
    { event_type, interaction: { id: odd, status: odd, steps: odd, outputs: odd } },
    { event_type, interaction: { steps: [odd], outputs: [odd], usage: odd } },
    { event_type, interaction: { steps: [output, { ...output, content: [odd] }] } },
  ];
}

function oddSteps(odd: unknown): object[] {
  const output = { type: "model_output", content: odd };
  return [
    { event_type: "interaction.status_update", usage: odd, continuation_token: odd },
    { event_type: "step.start", index: 0, step: odd },
    { event_type: "step.start", index: 1, step: output },
    { event_type: "step.start", index: 1, step: { ...output, content: [odd] } },
    { event_type: "step.start", index: 2, step: { type: odd, summary: odd, arguments: odd } },
    { event_type: "step.delta", index: 0, delta: odd, metadata: odd },
    { event_type: "step.stop", index: odd, usage: odd },
    { event_type: "content.start", index: 0, content: odd },
    { event_type: "content.start", index: 0, content: { type: "text", text: odd } },
    { event_type: "content.delta", index: 0, delta: odd },
    { event_type: "error", error: odd },
    { event_type: "error", error: { code: odd, message: odd, status: odd, details: [odd] } },
    {
      event_type: "interaction.status_update",
      status: "failed",
      error: { code: odd },
      errors: odd,
    },
    { event_type: "step.start", index: 5, step: { type: "function_call", id: odd, name: odd } },
  ];
}

function oddDeltas(type: string, odd: unknown): object[] {
  const media = { type, data: odd, mime_type: "audio/l16", content: odd };
  const delta = { ...media, text: odd, annotations: odd, signature: odd, arguments: odd };
  return [
    { event_type: "step.delta", index: 3, delta: { type } },
    { event_type: "step.delta", index: 3, delta: { ...delta, result: odd } },
    { event_type: "step.delta", delta },
    { event_type: "content.delta", index: 4, delta: { ...delta, result: odd } },
    { event_type: "content.delta", delta: { type } },
  ];
}

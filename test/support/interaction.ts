import type { Interaction } from "../../src/index.ts";

/** A finished interaction as the service sends it, but for the given fields. */
export function sampleInteraction(fields: Partial<Interaction> = {}): Interaction {
  return {
    id: "int_1",
    object: "interaction",
    status: "completed",
    model: "gemini-3.5-flash",
    created: "2026-11-22T10:00:00Z",
    updated: "2026-11-22T10:00:02Z",
    steps: [{ type: "model_output", content: [{ type: "text", text: "Paris." }] }],
    ...fields,
  };
}

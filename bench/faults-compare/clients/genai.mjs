// @ts-check
// The official SDK. A position is what one has to keep by hand: the id and the newest event id.

import { setTimeout as delay } from "node:timers/promises";
import { GoogleGenAI } from "@google/genai";

const agent = "deep-research-preview-04-2026";
const model = "gemini-3.8-flash";
const input = "Count.";

/** @param {string} baseUrl @param {import("../client.mjs").Emit} emit */
export function connect(baseUrl, emit) {
  const { interactions } = new GoogleGenAI({ apiKey: "key", httpOptions: { baseUrl } });
  /** @param {AsyncIterable<any>} stream @param {{ id?: string, last_event_id?: string }} [position] */
  const read = async (stream, position = {}) => {
    let { id, last_event_id } = position;
    let status;
    for await (const { event_id, event_type, interaction, delta } of stream) {
      id ??= interaction?.id;
      if (event_id !== undefined) last_event_id = event_id;
      if (event_type === "interaction.completed") status = interaction.status;
      if (delta?.type === "text") emit(delta.text, { id, last_event_id });
    }
    return status;
  };
  return {
    create: async () => (await interactions.create({ model, input })).status,
    foreground: async () => read(await interactions.create({ model, input, stream: true })),
    background: async () =>
      read(await interactions.create({ agent, input, background: true, stream: true })),
    async resume(/** @type {any} */ position) {
      const { id, last_event_id } = position;
      return read(await interactions.get(id, { stream: true, last_event_id }), position);
    },
    async wait() {
      let interaction = await interactions.create({ agent, input, background: true });
      while (interaction.status === "in_progress") {
        await delay(2_000);
        interaction = await interactions.get(interaction.id);
      }
      emit(interaction.output_text ?? "");
      return interaction.status;
    },
  };
}

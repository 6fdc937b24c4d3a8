// @ts-check
// OpenAI's client on the wire of its own Responses API. A position is the id of the response and the
// newest sequence number, kept by hand.

import { setTimeout as delay } from "node:timers/promises";
import OpenAI from "openai";

const model = "gpt";
const input = "Count.";

/** @param {string} baseURL @param {import("../client.mjs").Emit} emit */
export function connect(baseURL, emit) {
  const { responses } = new OpenAI({ apiKey: "key", baseURL });
  /** @param {AsyncIterable<any>} stream @param {string} [known] */
  const read = async (stream, known) => {
    let id = known;
    let status;
    for await (const event of stream) {
      id ??= event.response?.id;
      if (event.type === "response.completed") status = event.response.status;
      if (event.type === "response.output_text.delta") {
        emit(event.delta, { id, starting_after: event.sequence_number });
      }
    }
    return status;
  };
  return {
    create: async () => (await responses.create({ model, input })).status,
    foreground: async () => read(await responses.create({ model, input, stream: true })),
    background: async () =>
      read(await responses.create({ model, input, background: true, stream: true })),
    resume: async (/** @type {any} */ { id, starting_after }) =>
      read(await responses.retrieve(id, { stream: true, starting_after }), id),
    async wait() {
      let response = await responses.create({ model, input, background: true });
      while (response.status === "queued" || response.status === "in_progress") {
        await delay(2_000);
        response = await responses.retrieve(response.id);
      }
      emit(response.output_text);
      return response.status;
    },
  };
}

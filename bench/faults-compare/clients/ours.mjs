// @ts-check
// This library. A position is `stream.cursor`.

import { InteractionsClient, outputText } from "gemini-interactions";

const agent = "deep-research-preview-04-2026";
const model = "gemini-3.8-flash";
const input = "Count.";

/** @param {string} baseUrl @param {import("../client.mjs").Emit} emit */
export function connect(baseUrl, emit) {
  const client = new InteractionsClient({ apiKey: "key", baseUrl });
  /** @param {import("gemini-interactions").InteractionStream} stream */
  const read = async (stream) => {
    for await (const text of stream.text()) emit(text, stream.cursor);
    return (await stream.finalInteraction()).status;
  };
  return {
    create: async () => (await client.create({ model, input })).status,
    foreground: async () => read(await client.create({ model, input, stream: true })),
    background: async () =>
      read(await client.create({ agent, input, background: true, stream: true })),
    resume: async (/** @type {any} */ cursor) => read(await client.resume(cursor)),
    async wait() {
      const { id } = await client.create({ agent, input, background: true });
      const interaction = await client.waitForCompletion(id);
      emit(outputText(interaction));
      return interaction.status;
    },
  };
}

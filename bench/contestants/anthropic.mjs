// @ts-check
// Reads its own service's stream: a model of the craft.
import Anthropic from "@anthropic-ai/sdk";

export const dialect = "anthropic";
const params = {
  model: "claude",
  max_tokens: 1024,
  messages: [{ role: /** @type {const} */ ("user"), content: "Go on." }],
};

/** @param {{ fetch?: typeof fetch, baseUrl?: string }} options */
export function connect({ fetch, baseUrl }) {
  const client = new Anthropic({
    apiKey: "key",
    fetch,
    baseURL: baseUrl && `${baseUrl}/anthropic`,
  });
  return {
    create: () => client.messages.create(params),
    openStream: () => client.messages.create({ ...params, stream: true }),
    async read(stream, tally) {
      for await (const event of stream) {
        if (event.type === "content_block_delta" && event.delta.type === "text_delta") {
          tally.add(event.delta.text);
        }
      }
    },
  };
}

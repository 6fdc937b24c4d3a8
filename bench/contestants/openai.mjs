// @ts-check
// Reads its own service's stream: a model of the craft.
import OpenAI from "openai";

export const dialect = "openai";
const params = { model: "gpt", input: "Go on." };

/** @param {{ fetch?: typeof fetch, baseUrl?: string }} options */
export function connect({ fetch, baseUrl }) {
  const client = new OpenAI({ apiKey: "key", fetch, baseURL: baseUrl && `${baseUrl}/openai` });
  return {
    create: () => client.responses.create(params),
    openStream: () => client.responses.create({ ...params, stream: true }),
    async read(stream, tally) {
      for await (const event of stream) {
        if (event.type === "response.output_text.delta") tally.add(event.delta);
      }
    },
  };
}

// @ts-check
import { GoogleGenAI } from "@google/genai";
import { count } from "../lib/raw.mjs";

export const dialect = "interactions";
const params = /** @type {const} */ ({ model: "gemini-2.5-flash", input: "Go on." });

/** @param {{ fetch?: typeof fetch, baseUrl?: string }} options */
export function connect({ fetch, baseUrl }) {
  const client = new GoogleGenAI({
    apiKey: "key",
    httpOptions: { ...(fetch && { fetch }), ...(baseUrl && { baseUrl }) },
  });
  return {
    create: () => client.interactions.create(params),
    openStream: () => client.interactions.create({ ...params, stream: true }),
    async read(stream, tally) {
      for await (const event of stream) count(event, tally);
    },
  };
}

// @ts-check
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { streamText } from "ai";

export const dialect = "interactions";

/** @param {{ fetch?: typeof fetch, baseUrl?: string }} options */
export function connect({ fetch, baseUrl }) {
  const google = createGoogleGenerativeAI({
    apiKey: "key",
    fetch,
    baseURL: baseUrl && `${baseUrl}/v1beta`,
  });
  return {
    openStream: async () =>
      streamText({
        model: google.interactions("gemini-2.5-flash"),
        prompt: "Go on.",
        onError({ error }) {
          throw error;
        },
      }),
    async read(result, tally) {
      for await (const part of result.fullStream) {
        if (part.type === "text-delta") tally.add(part.text);
      }
    },
  };
}

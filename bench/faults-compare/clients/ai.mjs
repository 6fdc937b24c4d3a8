// @ts-check
// Vercel's AI SDK with its Google provider. It has no call that continues a run in another process.

import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { generateText, streamText } from "ai";

const prompt = "Count.";
// Errors are parts of the stream; by default they are printed as well.
const onError = () => undefined;

/** @param {string} baseUrl @param {import("../client.mjs").Emit} emit */
export function connect(baseUrl, emit) {
  const google = createGoogleGenerativeAI({ apiKey: "key", baseURL: `${baseUrl}/v1beta` });
  const model = google.interactions("gemini-3.8-flash");
  const agent = google.interactions({ agent: "deep-research-preview-04-2026" });
  const providerOptions = { google: { background: true } };
  /** @param {import("ai").StreamTextResult<any, any, any>} result */
  const read = async ({ fullStream, finishReason }) => {
    for await (const part of fullStream) {
      if (part.type === "text-delta") emit(part.text);
      if (part.type === "error") throw part.error;
    }
    return finishReason;
  };
  return {
    create: async () => (await generateText({ model, prompt })).finishReason,
    foreground: () => read(streamText({ model, prompt, onError })),
    background: () => read(streamText({ model: agent, prompt, providerOptions, onError })),
    async wait() {
      const { text, finishReason } = await generateText({ model: agent, prompt, providerOptions });
      emit(text);
      return finishReason;
    },
  };
}

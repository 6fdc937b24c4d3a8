// @ts-check
// How the suite calls Vercel's AI SDK with its Google provider. It has no call that reads a run by its
// id, or continues with one in another process.

import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { generateText, jsonSchema, stepCountIs, streamText, tool } from "ai";
import { Unsupported, url } from "./adapter.mjs";

/** What the SDK calls the ends that the service names. */
const statuses = { stop: "completed", length: "incomplete", "tool-calls": "requires_action" };

/** @param {{ fetch?: typeof globalThis.fetch }} [settings] of the provider */
export function connectAi(settings = {}) {
  const google = createGoogleGenerativeAI({ apiKey: "any", baseURL: `${url}/v1beta`, ...settings });

  /** @param {import("./adapter.mjs").Call} call @param {import("./adapter.mjs").Output} output */
  return async (call, output) => {
    const { method, body, results } = call;
    if (method !== "create" || call.stopAfter !== undefined || call.continue === true) {
      throw new Unsupported("It only creates.");
    }
    const { model, agent, input: prompt, background, tools = [] } = body;
    const entries = tools.map((/** @type {any} */ { name, description, parameters }) => {
      const execute = results === undefined ? {} : { execute: () => results[name] };
      return [name, tool({ description, inputSchema: jsonSchema(parameters), ...execute })];
    });
    const options = {
      model: google.interactions(agent === undefined ? model : { agent }),
      prompt,
      tools: Object.fromEntries(entries),
      stopWhen: stepCountIs(3),
      ...(background === true ? { providerOptions: { google: { background } } } : {}),
    };
    if (body.stream !== true) {
      const { text, finishReason, toolCalls } = await generateText(options);
      finish(text, finishReason, toolCalls);
      return;
    }
    // Errors are parts of the stream; by default they are printed as well.
    const result = streamText({ ...options, onError: () => undefined });
    for await (const part of result.fullStream) {
      if (part.type === "text-delta") output.text += part.text;
      if (part.type === "error") throw part.error;
    }
    finish(output.text, await result.finishReason, await result.toolCalls);

    /** @param {string} text @param {string} reason @param {any[]} calls */
    function finish(text, reason, calls) {
      output.text = text;
      output.status = /** @type {Record<string, string>} */ (statuses)[reason] ?? reason;
      output.calls = calls.map(({ toolName, input }) => ({ name: toolName, arguments: input }));
    }
  };
}

// @ts-check
// How the suite calls the official SDK, at an address of the service or of a gateway. The SDK hands out
// events; what a program makes of them here is what its guides show. A position is what one keeps by
// hand: the id and the newest event id.

import { setTimeout as delay } from "node:timers/promises";
import { GoogleGenAI } from "@google/genai";

/** @param {string} baseUrl */
export function connectGenai(baseUrl) {
  const { interactions } = /** @type {any} */ (
    new GoogleGenAI({ apiKey: "any", httpOptions: { baseUrl } })
  );

  /** @param {import("./adapter.mjs").Call} call @param {import("./adapter.mjs").Output} output */
  return async (call, output) => {
    const { method, body, id = "", query = {}, position, results } = call;
    if (method === "resume") {
      const { id: saved, last_event_id } = position;
      await readStream(interactions.get(saved, { stream: true, last_event_id }));
    } else if (method === "wait") {
      let interaction = await interactions.get(id);
      while (interaction.status === "in_progress" || interaction.status === "queued") {
        await delay(2_000);
        interaction = await interactions.get(id);
      }
      finish(interaction);
    } else if (body?.stream === true || query.stream === true) {
      await readStream(
        method === "create" ? interactions.create(body) : interactions.get(id, query),
      );
    } else {
      let interaction = await (method === "create"
        ? interactions.create(body)
        : interactions.get(id, query));
      for (;;) {
        if (results === undefined || interaction.status !== "requires_action") break;
        const input = callsOf(interaction).map((each) => ({
          type: "function_result",
          call_id: each.id,
          name: each.name,
          result: results[each.name],
        }));
        const previous_interaction_id = interaction.id;
        interaction = await interactions.create({ ...body, input, previous_interaction_id });
      }
      finish(interaction);
    }

    /** @param {Promise<AsyncIterable<any>>} opening */
    async function readStream(opening) {
      /** @type {Map<number, { name: string, arguments: unknown, text: string }>} */
      const calls = new Map();
      const place = { id, last_event_id: undefined };
      let error;
      for await (const event of await opening) {
        const { event_type: type, index, step, delta, interaction } = event;
        place.id ||= interaction?.id;
        if (event.event_id !== undefined) place.last_event_id = event.event_id;
        if (delta?.type === "text") output.text += delta.text;
        if (type === "step.start" && step.type === "function_call") {
          calls.set(index, { name: step.name, arguments: step.arguments, text: "" });
        }
        if (delta?.type === "arguments_delta") {
          const started = calls.get(index);
          if (started !== undefined) started.text += delta.arguments;
        }
        if (type === "interaction.completed") {
          output.status = interaction.status;
          error = undefined;
        }
        if (type === "error" && event.error !== undefined) error = event.error;
        if (call.stopAfter !== undefined && output.text.length >= call.stopAfter) {
          output.position = place;
          return;
        }
      }
      output.calls = [...calls.values()].map(({ name, arguments: whole, text }) => ({
        name,
        arguments: text === "" ? whole : JSON.parse(text),
      }));
      // An error is an event among others: a program that looks at the last one sees it.
      if (error !== undefined) output.error = `${error.code}: ${error.message}`;
    }

    /** @param {any} interaction */
    function finish(interaction) {
      output.text = interaction.output_text ?? "";
      output.status = interaction.status;
      output.calls = callsOf(interaction);
    }
  };
}

/** @param {any} interaction @returns {any[]} */
function callsOf({ steps = [] }) {
  return steps.filter((/** @type {any} */ step) => step.type === "function_call");
}

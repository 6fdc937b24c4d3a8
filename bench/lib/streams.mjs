// @ts-check
// The streams that are read: the same texts in each service's own dialect.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const work = process.env["BENCH_WORK"] ?? fileURLToPath(new URL("../.work", import.meta.url));

/**
 * @typedef {"interactions" | "openai" | "anthropic"} Dialect
 * @typedef {object} StreamSpec What a stream holds.
 * @property {number} deltas text deltas
 * @property {"words" | "multibyte" | "image"} [content] what each of them brings
 * @property {number} [length] characters of an image in base64
 * @property {number} [steps] steps that the deltas are spread over; 1 unless given
 * @property {boolean} [open] whether all steps start before the first delta, which come in turns
 * @property {number} [startLength] characters of text that the start of each step brings
 * @property {boolean} [eventIds] whether every event has an `event_id`
 */

const vocabulary =
  "the model reads a question and streams its answer word by word until nothing is left to say".split(
    " ",
  );
const multibyte = [
  "naïve café ",
  "日本語の文章",
  "🙂🚀👩‍🔬 ",
  "Ελληνικά ",
  "ру́сский ",
  "a\u0300e\u0301",
];

/** 4 to 8 words, maybe of more bytes than characters, or an image; the same in each run. */
function textOf({ content = "words", length = 0 }, i) {
  if (content === "image")
    return "iVBORw0KGgoAAAAN".repeat(Math.ceil(length / 16)).slice(0, length);
  const words = content === "words" ? vocabulary : multibyte;
  let result = "";
  for (let n = 4 + (i % 5), at = i; n > 0; n--, at += 7) result += `${words[at % words.length]} `;
  return result;
}

/** One event; OpenAI and Anthropic name its type `type`. */
const frameOf = (event, name = event.type) => `event: ${name}\ndata: ${JSON.stringify(event)}\n\n`;

const dialects = {
  interactions(spec) {
    let eventId = 0;
    const frame = (event) => {
      if (spec.eventIds) event.event_id = `evt_${(eventId += 1)}`;
      return frameOf(event, event.event_type);
    };
    const interaction = { id: "v1_bench", object: "interaction", model: "gemini-2.5-flash" };
    return {
      head: [
        frame({
          event_type: "interaction.created",
          interaction: { ...interaction, status: "in_progress" },
        }),
        frame({
          event_type: "interaction.status_update",
          interaction_id: interaction.id,
          status: "in_progress",
        }),
      ],
      start: (index) => {
        const text = "x".repeat(spec.startLength ?? 0);
        const step = { type: "model_output", ...(text && { content: [{ type: "text", text }] }) };
        return frame({ event_type: "step.start", index, step });
      },
      delta: (index, text) => {
        const image = { type: "image", mime_type: "image/png", data: text };
        const delta = spec.content === "image" ? image : { type: "text", text };
        return frame({ event_type: "step.delta", index, delta });
      },
      stop: (index) => frame({ event_type: "step.stop", index }),
      tail: () => [
        frame({
          event_type: "interaction.completed",
          interaction: {
            ...interaction,
            status: "completed",
            usage: { total_input_tokens: 7, total_output_tokens: 9, total_tokens: 16 },
          },
        }),
        "event: done\ndata: [DONE]\n\n",
      ],
    };
  },
  openai() {
    let number = 0;
    const frame = (event) => frameOf({ ...event, sequence_number: number++ });
    const response = { id: "resp_bench", object: "response", model: "gpt", output: [] };
    const item = { item_id: "msg", content_index: 0 };
    return {
      head: [
        frame({ type: "response.created", response: { ...response, status: "in_progress" } }),
        frame({ type: "response.in_progress", response: { ...response, status: "in_progress" } }),
      ],
      start: (index) =>
        frame({
          type: "response.content_part.added",
          ...item,
          output_index: index,
          part: { type: "output_text", text: "", annotations: [] },
        }),
      delta: (index, text) =>
        frame({ type: "response.output_text.delta", ...item, output_index: index, delta: text }),
      stop: (index) =>
        frame({ type: "response.output_text.done", ...item, output_index: index, text: "" }),
      tail: () => [
        frame({ type: "response.completed", response: { ...response, status: "completed" } }),
      ],
    };
  },
  anthropic() {
    const message = { id: "msg_bench", type: "message", role: "assistant", content: [] };
    const usage = { input_tokens: 7, output_tokens: 1 };
    return {
      head: [
        frameOf({ type: "message_start", message: { ...message, model: "claude", usage } }),
        frameOf({ type: "ping" }),
      ],
      start: (index) =>
        frameOf({ type: "content_block_start", index, content_block: { type: "text", text: "" } }),
      delta: (index, text) =>
        frameOf({ type: "content_block_delta", index, delta: { type: "text_delta", text } }),
      stop: (index) => frameOf({ type: "content_block_stop", index }),
      tail: () => [
        frameOf({ type: "message_delta", delta: { stop_reason: "end_turn" }, usage }),
        frameOf({ type: "message_stop" }),
      ],
    };
  },
};

/**
 * @param {Dialect} dialect
 * @param {StreamSpec} spec
 * @returns {Generator<string>} one server-sent event each
 */
export function* frames(dialect, spec) {
  const { head, start, delta, stop, tail } = dialects[dialect](spec);
  yield* head;
  const { deltas, steps = 1 } = spec;
  if (spec.open) {
    for (let step = 0; step < steps; step++) yield start(step);
    for (let i = 0; i < deltas; i++) yield delta(i % steps, textOf(spec, i));
    for (let step = 0; step < steps; step++) yield stop(step);
  }
  for (let step = 0, i = 0; !spec.open && step < steps; step++) {
    yield start(step);
    for (const end = Math.round((deltas * (step + 1)) / steps); i < end; i++) {
      yield delta(step, textOf(spec, i));
    }
    yield stop(step);
  }
  yield* tail();
}

/**
 * A stream's bytes, from a file: a process that measures is to find its heap empty.
 *
 * @param {Dialect} dialect
 * @param {StreamSpec} spec
 * @returns {Buffer}
 */
export function bytesOf(dialect, spec) {
  const name = [dialect, ...Object.entries(spec).flat()].join("-");
  const file = join(work, "streams", name);
  if (!existsSync(file)) {
    const script = fileURLToPath(new URL("write-stream.mjs", import.meta.url));
    execFileSync(process.execPath, [script, dialect, JSON.stringify(spec), file]);
  }
  return readFileSync(file);
}

/**
 * Cuts a stream as the network might.
 *
 * @param {Buffer} bytes
 * @param {number} chunkBytes 0 for one event per chunk
 * @returns {Generator<Uint8Array>}
 */
export function* cut(bytes, chunkBytes) {
  for (let at = 0; at < bytes.length;) {
    const end = chunkBytes === 0 ? bytes.indexOf("\n\n", at) + 2 : at + chunkBytes;
    yield bytes.subarray(at, end);
    at = end;
  }
}

/**
 * What a reader has to find.
 *
 * @param {StreamSpec} spec
 */
export function contentOf(spec) {
  let text = "";
  for (let i = 0; i < spec.deltas; i++) text += textOf(spec, i);
  return { deltas: spec.deltas, text };
}

/**
 * A `fetch` that answers each call with these chunks.
 *
 * @param {() => Iterable<Uint8Array>} source
 * @returns {typeof fetch}
 */
export function memoryFetch(source) {
  return async () => {
    const iterator = source()[Symbol.iterator]();
    const body = new ReadableStream(
      {
        pull(controller) {
          const { done, value } = iterator.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
      },
      { highWaterMark: 0 },
    );
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };
}

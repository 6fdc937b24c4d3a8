import { createParser } from "eventsource-parser";
import type { InteractionStreamEvent } from "../generated/schema.ts";
import { StreamInterruptedError } from "./errors.ts";
import { parseObjects } from "./json.ts";
import { printable, quote } from "./printable.ts";
import { createUtf8Decoder } from "./utf8.ts";

/** Turns the bytes of one event stream into JSON values, chunk by chunk. */
export interface SseDecoder {
  /** The values that this chunk completes, in order. Nothing after {@link SseDecoder.problem}. */
  decode(chunk: Uint8Array): unknown[];
  /** The value that the end of the body completes, if any. */
  finish(): unknown[];
  /** Whether `[DONE]` has come. */
  readonly done: boolean;
  /** Why the stream cannot be read on: data that is no JSON object. */
  readonly problem: string | undefined;
  /** Lines after the last event that are no server-sent events, such as a bare JSON error. */
  readonly tail: string;
}

/** Enough for any error body; a stream of garbage must not fill the memory. */
const maxTailLength = 65_536;

/** Makes a decoder for one response body. */
export function createSseDecoder(): SseDecoder {
  const utf8 = createUtf8Decoder();
  let texts: string[] = [];
  /** The `id:` of each text that came with one. */
  const ids = new Map<number, string>();
  let done = false;
  let problem: string | undefined;
  let tail = "";
  const parser = createParser({
    onEvent({ data, id }) {
      if (done || data === "") return;
      if (data === "[DONE]") {
        done = true;
        return;
      }
      if (id !== undefined) ids.set(texts.length, id);
      texts.push(data);
      if (tail !== "") tail = "";
    },
    onError(error) {
      if (error.line !== undefined && tail.length < maxTailLength) tail += `${error.line}\n`;
    },
  });
  /** The service keeps the id inside the JSON; SSE's own field is the fallback. */
  const addIds = (values: Record<string, unknown>[]): void => {
    for (const [index, id] of ids) {
      const value = values[index];
      if (value !== undefined && value["event_id"] === undefined) value["event_id"] = id;
    }
    ids.clear();
  };
  const take = (text: string): unknown[] => {
    texts = [];
    if (problem === undefined) parser.feed(text);
    const values = parseObjects(texts);
    if (values.length < texts.length) {
      problem = `malformed event data ${quote(texts[values.length]?.slice(0, 100) ?? "")}`;
      done = false;
    }
    if (ids.size > 0) addIds(values);
    return values;
  };
  return {
    decode: (chunk) => take(utf8.decode(chunk)),
    // The blank line dispatches a last event that lacks its own, and reports an un-framed rest.
    finish: () => take(`${utf8.finish()}\n\n`),
    get done() {
      return done;
    },
    get problem() {
      return problem;
    },
    get tail() {
      return tail;
    },
  };
}

/**
 * Reads a `text/event-stream` body as JSON events, for direct low-level calls: what
 * `client.api.GET(…, { parseAs: "stream" })` answers as `data`. Ends at `[DONE]`; a missing
 * `event_id` is filled from the SSE `id:` field. Leaving the loop frees the connection.
 *
 * @throws StreamInterruptedError when the body ends without `[DONE]` or holds something else
 */
export async function* parseSse<Event = InteractionStreamEvent>(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<Event, void, undefined> {
  const decoder = createSseDecoder();
  const reader = body.getReader();
  try {
    for (let ended = false; !ended && !decoder.done && decoder.problem === undefined;) {
      const { value: chunk, done } = await reader.read();
      ended = done;
      // What the events are is the caller's knowledge.
      yield* (chunk === undefined ? decoder.finish() : decoder.decode(chunk)) as Event[];
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  if (!decoder.done) {
    const tail = printable(decoder.tail.trim()).slice(0, 1_024);
    const reason = decoder.problem ?? (tail || "the body ended without [DONE]");
    throw new StreamInterruptedError(`Stream ended early: ${reason}`, { reason });
  }
}

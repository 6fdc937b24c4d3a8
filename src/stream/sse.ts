import { createParser } from "eventsource-parser";
import type { EventSourceParser } from "eventsource-parser";
import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { drain } from "./drain.ts";
import { StreamInterruptedError } from "../model/errors.ts";
import { parseObjects } from "../util/json.ts";
import { printable, quote } from "../util/printable.ts";
import { Utf8Decoder } from "./utf8.ts";

/** Enough for any error body; a stream of garbage must not fill the memory. */
const maxTailLength = 65_536;

/** Turns the bytes of one event stream into JSON values, chunk by chunk. */
export class SseDecoder {
  readonly #utf8 = new Utf8Decoder();
  readonly #parser: EventSourceParser;
  /** The data of the events of one chunk. */
  #texts: string[] = [];
  /** The `id:` of those that have one. */
  #ids: Map<number, string> | undefined;
  #done = false;
  #problem: string | undefined;
  #tail = "";

  constructor() {
    this.#parser = createParser({
      onEvent: ({ data, id }) => {
        if (this.#done || data === "") return;
        if (data === "[DONE]") {
          this.#done = true;
          return;
        }
        if (id !== undefined) (this.#ids ??= new Map()).set(this.#texts.length, id);
        this.#texts.push(data);
        if (this.#tail !== "") this.#tail = "";
      },
      onError: ({ line }) => {
        if (line !== undefined && this.#tail.length < maxTailLength) this.#tail += `${line}\n`;
      },
    });
  }

  /** The values that this chunk completes, in order. Nothing after {@link SseDecoder.problem}. */
  decode(chunk: Uint8Array): unknown[] {
    return this.#take(this.#utf8.decode(chunk));
  }

  /** The value that the end of the body completes, if any. */
  finish(): unknown[] {
    // The blank line dispatches a last event that lacks its own, and reports an un-framed rest.
    return this.#take(`${this.#utf8.finish()}\n\n`);
  }

  /** Whether `[DONE]` has come. */
  get done(): boolean {
    return this.#done;
  }

  /** Why the stream cannot be read on: data that is no JSON object. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Lines after the last event that are no server-sent events, such as a bare JSON error. */
  get tail(): string {
    return this.#tail;
  }

  #take(text: string): unknown[] {
    if (this.#problem === undefined) this.#parser.feed(text);
    const texts = this.#texts;
    if (texts.length === 0) return [];
    // Until the next chunk comes, nothing of this one is held.
    this.#texts = [];
    const values = parseObjects(texts);
    if (values.length < texts.length) {
      this.#problem = `malformed event data ${quote(texts[values.length]?.slice(0, 100) ?? "")}`;
      this.#done = false;
    }
    if (this.#ids !== undefined) this.#addIds(values, this.#ids);
    return values;
  }

  /** The service keeps the id inside the JSON; SSE's own field is the fallback. */
  #addIds(values: Record<string, unknown>[], ids: Map<number, string>): void {
    for (const [index, id] of ids) {
      const value = values[index];
      if (value !== undefined && value["event_id"] === undefined) value["event_id"] = id;
    }
    this.#ids = undefined;
  }
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
  const decoder = new SseDecoder();
  const reader = body.getReader();
  try {
    for (let ended = false; !ended && !decoder.done && decoder.problem === undefined;) {
      const { value: chunk, done } = await reader.read();
      ended = done;
      // What the events are is the caller's knowledge.
      yield* (chunk === undefined ? decoder.finish() : decoder.decode(chunk)) as Event[];
    }
  } finally {
    if (decoder.done) drain(reader);
    else void reader.cancel().catch(() => undefined);
  }
  if (!decoder.done) {
    const tail = printable(decoder.tail.trim()).slice(0, 1_024);
    const reason = decoder.problem ?? (tail || "the body ended without [DONE]");
    throw new StreamInterruptedError(`Stream ended early: ${reason}`, { reason });
  }
}

// Turns the bytes of one event stream into JSON objects, chunk by chunk; eventsource-parser does the
// framing. Beside events, a body may contain an error that is not an event: a bare JSON line without `data:`,
// an SSE event named `error`, or data that names no event and has the members of an error. Those come
// out as `failure`, apart from the events, since no consumer could distinguish them from an event.

import { createParser } from "eventsource-parser";
import type { EventSourceParser } from "eventsource-parser";
import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { isAlive } from "../model/dialect.ts";
import { readErrorReport } from "../model/error-report.ts";
import { StreamInterruptedError } from "../model/errors.ts";
import { isFilled, isObject, parseJson } from "../util/json.ts";
import { cleanText } from "../util/printable.ts";
import { EventJson } from "./event-json.ts";
import { drain } from "./drain.ts";

/** Enough for any error body; a stream of garbage must not fill the memory. */
const maxTailLength = 65_536;
/** Longest event, in characters: more than any media block in base64, and less than the memory. */
const maxEventLength = 128 * 1_024 * 1_024;
/** The parser takes the square of the length of a text with lone carriage returns: it gets pieces. */
const pieceLength = 16_384;

/** Turns the bytes of one event stream into JSON objects, chunk by chunk. */
export class SseDecoder {
  readonly #utf8 = new TextDecoder();
  readonly #json = new EventJson();
  readonly #parser: EventSourceParser;
  /** The events that the newest chunk has completed so far. */
  #events: InteractionStreamEvent[] = [];
  #done = false;
  #problem: string | undefined;
  #failure: unknown;
  #tail = "";
  /** Whether the body has ended: what is dispatched then may be half an event. */
  #isAtEnd = false;

  constructor() {
    this.#parser = createParser({
      maxBufferSize: maxEventLength,
      onEvent: ({ data, event: name, id }) => this.#accept(data, name, id),
      onError: ({ type, line }) => {
        if (type === "max-buffer-size-exceeded") {
          this.#problem = `an event was longer than ${maxEventLength} characters`;
        } else if (line !== undefined && this.#tail.length < maxTailLength)
          this.#tail += `${line}\n`;
      },
    });
  }

  /** The events that this chunk completes, in order. Nothing after {@link SseDecoder.problem}. */
  decode(chunk: Uint8Array): InteractionStreamEvent[] {
    return this.#feed(this.#utf8.decode(chunk, { stream: true }));
  }

  /** The event that the end of the body completes, if any. */
  finish(): InteractionStreamEvent[] {
    // The blank line dispatches a last event that lacks its own, and reports an un-framed rest.
    this.#feed(this.#utf8.decode());
    this.#isAtEnd = true;
    return this.#feed("\n\n");
  }

  /** Whether `[DONE]` has come. */
  get done(): boolean {
    return this.#done;
  }

  /** Why the stream cannot be read further: data that is not a JSON object. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** The body of an error outside of events: parsed JSON; `undefined` without one. */
  get failure(): unknown {
    // Usually there is neither, and an exception takes as long as a whole short stream.
    return this.#failure ?? (this.#tail === "" ? undefined : parseJson(this.#tail));
  }

  /** Lines after the last event that are not server-sent events. */
  get tail(): string {
    return this.#tail.trim();
  }

  #feed(text: string): InteractionStreamEvent[] {
    for (let at = 0; at < text.length && this.#problem === undefined; at += pieceLength) {
      this.#parser.feed(text.slice(at, at + pieceLength));
    }
    const events = this.#events;
    // Until the next chunk comes, nothing of this one is held.
    this.#events = [];
    return events;
  }

  /** Takes one SSE event. */
  #accept(data: string, name: string | undefined, id: string | undefined): void {
    if (this.#done || this.#problem !== undefined || data === "") return;
    if (data === "[DONE]") {
      this.#done = true;
      return;
    }
    if (this.#tail !== "") this.#tail = "";
    const value = this.#json.parse(data);
    if (isError(value, name)) {
      if (!readErrorReport(value).isEmpty) this.#failure = value;
      return;
    }
    if (!isObject(value)) {
      // A gateway may have put blanks around it.
      if (data.trim() === "[DONE]") this.#done = true;
      // Some gateways name the event `error` and send no JSON.
      else if (name === "error") this.#failure = { error: { message: data } };
      // The data is not quoted: it may be what the model wrote.
      else if (this.#isAtEnd) this.#problem = "the connection ended inside an event";
      else this.#problem = "malformed event data: it is not a JSON object";
      return;
    }
    // The service keeps the id inside the JSON; SSE's own field is the fallback.
    if (id !== undefined) value["event_id"] ??= id;
    // What the service sends here is taken for what the spec says it is.
    this.#events.push(value as unknown as InteractionStreamEvent);
    if (this.#failure !== undefined && isAlive(value)) this.#failure = undefined;
  }
}

/** Whether data is an error and no event: it, or the object in its list, names no kind of event. */
function isError(value: unknown, name: string | undefined): boolean {
  const body: unknown = Array.isArray(value) ? value.find(isObject) : value;
  if (!isObject(body) || isFilled(body["event_type"])) return false;
  const { error, errors, code, message } = body;
  const isStatus = code !== undefined && message !== undefined;
  return name === "error" || error !== undefined || errors !== undefined || isStatus;
}

/**
 * Reads a `text/event-stream` body as JSON events, for direct low-level calls: what
 * `client.api.GET(…, { parseAs: "stream" })` resolves with as `data`. Ends at `[DONE]`; a missing
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
      const { value: chunk, done } = await reader.read().catch((cause: unknown) => {
        throw endedEarly("the connection failed", { cause });
      });
      ended = done;
      // What the events are is the caller's knowledge.
      yield* (chunk === undefined ? decoder.finish() : decoder.decode(chunk)) as Event[];
    }
  } finally {
    if (decoder.done) drain(reader);
    else void reader.cancel().catch(() => undefined);
  }
  const { done, problem, failure, tail } = decoder;
  if (done && failure === undefined) return;
  const { code = "", message } = readErrorReport(failure);
  const said = cleanText(message || code);
  const rest =
    tail === "" ? "the body ended without [DONE]" : "the body holds data that is not an event";
  throw endedEarly(problem ?? (said || rest));
}

function endedEarly(reason: string, options?: ErrorOptions): StreamInterruptedError {
  return new StreamInterruptedError(`Stream ended early: ${reason}.`, { reason }, options);
}

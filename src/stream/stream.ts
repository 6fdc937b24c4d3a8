import type { ErrorEvent, InteractionStreamEvent } from "../../generated/schema.ts";
import { Accumulator } from "../model/accumulate.ts";
import type { Batch } from "./connection.ts";
import { compactCursor, toCursor } from "../replay/cursor.ts";
import { cleanText } from "../http/clean.ts";
import { readErrorReport } from "../http/error-report.ts";
import { InteractionStreamError, ReplayMismatch, StreamInterruptedError } from "../model/errors.ts";
import { pick } from "../util/json.ts";
import { endSentence, quote } from "../util/printable.ts";
import { Interruption } from "./run.ts";
import type { Run } from "./run.ts";
import { isTerminal } from "../model/status.ts";
import { createTextReader } from "../model/text.ts";
import type { Interaction, StreamCursor } from "../model/types.ts";

/** What a stream is made of. */
export interface StreamParts {
  readonly run: Run;
  /** Aborts the run's connections and pauses. */
  readonly controller: AbortController;
  /** Lets go of the caller's signal. */
  readonly unfollow: () => void;
  /** Reads the stored interaction, if there is one. */
  readonly read: (() => Promise<Interaction>) | undefined;
  /** Cancels the run, when an abort is to do so. */
  readonly cancel: ((id: string) => Promise<void>) | undefined;
}

type EventResult = IteratorResult<InteractionStreamEvent, undefined>;

/**
 * Bytes of a stream up to which its interaction is kept for whoever asks for it later. Nearly every
 * run stays below; a longer one of which nobody has asked is let go.
 */
const maxKeptBytes = 1_048_576;

/**
 * The events of one run, in either dialect, for one consumer. A lost connection is followed by
 * another one, and each piece of content comes once. Leaving the loop frees the connection. A
 * background run goes on at the service; a foreground run ends with its request.
 */
export class InteractionStream implements AsyncIterable<InteractionStreamEvent> {
  readonly #parts: StreamParts;
  readonly #run: Run;
  #isAborted = false;
  #batch: Batch = [];
  #next = 0;
  #state: "fresh" | "reading" | "ended" | "left" = "fresh";
  #failure: { readonly error: unknown } | undefined;
  /** Reads in the order they were asked for. */
  #reading: Promise<unknown> = Promise.resolve();
  /** How many of them wait. */
  #waiting = 0;
  /** What the events come to, folded as they are handed out; absent once it is let go. */
  #accumulator: Accumulator | undefined = new Accumulator();
  /** Whether somebody has asked for it. */
  #isWanted = false;
  #cancelling: Promise<void> | undefined;
  #final: Promise<Interaction> | undefined;

  /** Made by the client. */
  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.#run = parts.run;
    parts.controller.signal.addEventListener("abort", () => {
      this.#isAborted = true;
      const id = this.interactionId;
      const isOpen = this.#state === "fresh" || this.#state === "reading";
      if (id !== undefined && isOpen) this.#cancelling = parts.cancel?.(id);
    });
  }

  /** The interaction's id, once an event has named it; `undefined` with `store: false`. */
  get interactionId(): string | undefined {
    return this.#parts.run.position.interactionId;
  }

  /** The newest event id among the events handed out; the service leaves many events without. */
  get lastEventId(): string | undefined {
    return this.#parts.run.position.lastEventId;
  }

  /**
   * Where the stream stands after the event handed out last, as JSON data: kept with what you made
   * of the events, it lets `client.resume(cursor)` go on in any process. `undefined` while there is
   * nothing to resume.
   */
  get cursor(): StreamCursor | undefined {
    const { run, read } = this.#parts;
    return read === undefined ? undefined : toCursor(run.position, run.background);
  }

  /**
   * The interaction as far as its events were handed out: one live object, clone it to keep it. A
   * stream that began midway knows only what came since.
   *
   * @throws TypeError when the beginning of a long stream was let go, because nobody had asked
   */
  get snapshot(): Interaction {
    this.#isWanted = true;
    if (this.#accumulator === undefined) {
      throw new TypeError(
        "The beginning of this long stream was let go. Read stream.snapshot before the loop to " +
          "have it kept, or await finalInteraction() after it.",
      );
    }
    return this.#accumulator.interaction;
  }

  /**
   * Iterates over the events as they arrive.
   *
   * @throws StreamInterruptedError when the run's events cannot be had any further
   */
  [Symbol.asyncIterator](): AsyncIterator<InteractionStreamEvent, undefined, undefined> {
    if (this.#state !== "fresh") {
      throw new TypeError("This stream has a reader already: one stream has one consumer.");
    }
    this.#state = "reading";
    return {
      next: () => this.#read(),
      return: () => {
        if (this.#state === "reading") this.#leave();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }

  /**
   * The model's text, piece by piece: no thoughts, no tool traffic.
   *
   * @throws InteractionStreamError when the stream ends on an `error` event
   */
  async *text(): AsyncGenerator<string, void, undefined> {
    const read = createTextReader();
    for await (const event of this) {
      const text = read(event);
      if (text !== "") yield text;
    }
    this.#throwLastError();
  }

  /**
   * The whole interaction: reads the stream to its end, or answers at once after a finished loop.
   * Steps of a stream that began midway, or was let go, and usage that no event brought, come from
   * one GET. Its failure does not matter, unless nothing else was kept.
   *
   * @throws InteractionStreamError when the stream ended on an `error` event
   * @throws TypeError while another reader is at work, or after it has left early
   */
  finalInteraction(): Promise<Interaction> {
    if (this.#final === undefined) {
      const problem =
        this.#state === "left"
          ? "The stream was left before its end: there is no final interaction."
          : "The stream is being read: await finalInteraction() after the loop, or instead of it.";
      // Not remembered: the loop may still come to its end.
      if (this.#state === "left" || this.#state === "reading")
        return Promise.reject(new TypeError(problem));
      this.#final = this.#finish();
    }
    return this.#final;
  }

  /**
   * The events as a server-sent event stream, for an own endpoint: `id:` is the cursor in the short
   * form that `parseCursor` takes. An interruption breaks the body off, so that it shows as one.
   *
   * @param init status and headers; the content type is set unless given
   */
  toResponse(init: ResponseInit = {}): Response {
    const events = this[Symbol.asyncIterator]();
    const encoder = new TextEncoder();
    const headers = new Headers(init.headers);
    if (!headers.has("content-type")) headers.set("content-type", "text/event-stream");
    if (!headers.has("cache-control")) headers.set("cache-control", "no-cache");
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { done, value: event } = await events.next();
        if (done === true) {
          controller.enqueue(encoder.encode("event: done\ndata: [DONE]\n\n"));
          controller.close();
        } else {
          const { cursor } = this;
          const id = cursor === undefined ? "" : `id: ${compactCursor(cursor)}\n`;
          // The name is a line of its own: a break in it would be another field.
          const { event_type: type }: { event_type: unknown } = event;
          const name = String(type).replaceAll(/[\r\n]/g, "");
          const text = `${id}event: ${name}\ndata: ${JSON.stringify(event)}\n\n`;
          controller.enqueue(encoder.encode(text));
        }
      },
      cancel: async () => {
        await events.return?.();
      },
    });
    return new Response(body, { ...init, headers });
  }

  /**
   * Ends the stream and frees its connection; a pending read rejects with the reason.
   *
   * @param reason an `AbortError` unless given
   */
  abort(reason?: unknown): void {
    this.#parts.controller.abort(reason);
  }

  #read(): Promise<EventResult> {
    if (this.#waiting > 0) {
      this.#waiting += 1;
      const readOn = (): Promise<EventResult> => this.#readOn();
      return (this.#reading = this.#reading.then(readOn, readOn));
    }
    const event = this.#take();
    if (event !== undefined) return Promise.resolve({ done: false, value: event });
    this.#waiting = 1;
    const isOpen = this.#state === "reading" && this.#failure === undefined;
    return (this.#reading = isOpen ? this.#run.next(this.#takeBatch) : this.#readOn());
  }

  /** The next new event of the batch that has arrived. Runs once per event: no detours here. */
  #take(): InteractionStreamEvent | undefined {
    const batch = this.#batch;
    try {
      while (this.#next < batch.length && !this.#isAborted) {
        const event = batch[this.#next++];
        const fresh = event === undefined ? undefined : this.#run.take(event);
        if (fresh !== undefined) {
          this.#accumulator?.add(fresh);
          return fresh;
        }
      }
    } catch (error) {
      // Told by the read that follows.
      this.#failure = { error };
    }
    // Until the next batch comes, nothing of this one is held.
    this.#batch = [];
    return undefined;
  }

  /** Runs once per network chunk, where nothing goes wrong. */
  readonly #takeBatch = (batch: Batch | undefined): EventResult | Promise<EventResult> => {
    if (batch !== undefined && this.#state === "reading") {
      this.#setBatch(batch);
      const event = this.#take();
      if (event !== undefined) {
        this.#waiting -= 1;
        return { done: false, value: event };
      }
    }
    return this.#readOn();
  };

  #setBatch(batch: Batch): void {
    this.#batch = batch;
    this.#next = 0;
    if (this.#accumulator !== undefined && !this.#isWanted) this.#letGo();
  }

  async #readOn(): Promise<EventResult> {
    const { controller } = this.#parts;
    const run = this.#run;
    try {
      while (this.#state === "reading") {
        const event = this.#take();
        if (event !== undefined) return { done: false, value: event };
        if (this.#failure !== undefined) throw this.#failure.error;
        controller.signal.throwIfAborted();
        const batch = (await run.next((next) => next)) ?? (await run.goOn());
        if (batch === undefined) this.#close("ended");
        else this.#setBatch(batch);
      }
      return { done: true, value: undefined };
    } catch (thrown) {
      // Left while reading: that is no failure of anybody's.
      if (this.#isLeft()) return { done: true, value: undefined };
      this.#close("ended");
      const error = isInterruption(thrown) ? this.#describe(thrown) : thrown;
      this.#failure = { error };
      await this.#cancelling;
      throw error;
    } finally {
      this.#waiting -= 1;
    }
  }

  #isLeft(): boolean {
    return this.#state === "left";
  }

  #leave(): void {
    this.#close("left");
    // Also ends a pause before a reconnect.
    this.#parts.controller.abort();
  }

  #close(state: "ended" | "left"): void {
    if (state === "left" || this.#state === "reading") this.#state = state;
    this.#batch = [];
    this.#accumulator?.finish();
    this.#parts.run.close();
    this.#parts.unfollow();
  }

  /** Nobody has asked for the interaction of a long stream: it goes, if it can be read. */
  #letGo(): void {
    if (this.#run.receivedBytes <= maxKeptBytes) return;
    const canBeRead = this.#parts.read !== undefined && this.interactionId !== undefined;
    if (canBeRead) this.#accumulator = undefined;
  }

  async #finish(): Promise<Interaction> {
    if (this.#state === "fresh") {
      this.#isWanted = true;
      for await (const _ of this) {
        // Reading it is what is wanted.
      }
    }
    if (this.#failure !== undefined) throw this.#failure.error;
    this.#throwLastError();
    return this.#complete();
  }

  #throwLastError(): void {
    const { lastError } = this.#run;
    if (lastError !== undefined) throw toStreamError(lastError);
  }

  /** Fills in what the events did not bring. */
  async #complete(): Promise<Interaction> {
    const { read, controller } = this.#parts;
    const { base, finished, isPartial } = this.#run.position;
    const told = this.#accumulator?.interaction;
    const isMidway = base !== undefined || isPartial;
    const isWhole = told !== undefined && !isMidway && finished;
    if (isWhole && told.usage !== undefined) return told;
    if (read === undefined || (told !== undefined && controller.signal.aborted)) {
      return this.snapshot;
    }
    const stored = await read().catch((error: unknown) => {
      // Nothing is left of a stream that was let go; and an abort is no failure of the GET.
      if (told === undefined || controller.signal.aborted) throw error;
    });
    if (told === undefined || stored === undefined) return stored ?? this.snapshot;
    if (!isWhole) return merge(told, stored, isMidway);
    if (stored.usage !== undefined) told.usage = stored.usage;
    return told;
  }

  #describe(why: Interruption | ReplayMismatch): StreamInterruptedError {
    const { message: reason, cause } = why;
    const { resumable, interaction } =
      why instanceof Interruption ? why : { resumable: false, interaction: undefined };
    const { interactionId, lastEventId, cursor } = this;
    const at = lastEventId === undefined ? "" : ` (last event id ${quote(lastEventId)})`;
    const advice = resumable
      ? "Call client.resume(error.cursor) to go on."
      : interactionId === undefined
        ? "It cannot be resumed: it has no id."
        : "It cannot be resumed.";
    const snapshot = this.#accumulator?.interaction;
    return new StreamInterruptedError(
      `Stream ended before the interaction finished${at}: ${endSentence(reason)} ${advice}`,
      { reason, interactionId, lastEventId, cursor, snapshot, interaction, resumable },
      { cause },
    );
  }
}

/** What was streamed and what is stored, each for what it knows better. */
function merge(told: Interaction, stored: Interaction, isMidway: boolean): Interaction {
  // The stored interaction may lag behind its stream for a moment, and may come without its steps.
  const lags = !isTerminal(stored.status);
  const hasOutput = (stored.steps ?? stored.outputs ?? []).length > 0;
  const output = hasOutput && (isMidway || !lags) ? stored : told;
  const facts = lags ? { ...stored, ...told } : { ...told, ...stored };
  const merged = { ...facts, id: told.id || stored.id };
  // The older dialect has outputs, and no steps beside them.
  for (const key of ["steps", "outputs"]) Reflect.deleteProperty(merged, key);
  return Object.assign(merged, pick(output, "steps", "outputs"));
}

function isInterruption(error: unknown): error is Interruption | ReplayMismatch {
  return error instanceof Interruption || error instanceof ReplayMismatch;
}

function toStreamError(event: ErrorEvent): InteractionStreamError {
  const { code, message } = readErrorReport(event);
  return new InteractionStreamError(
    cleanText(`The run reported an error${code === undefined ? "" : ` (${code})`}: ${message}`),
    code,
  );
}

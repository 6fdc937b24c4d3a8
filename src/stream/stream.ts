// What users iterate: the events of one run, for one consumer. It hands the events of a batch out
// one by one, folds them into `snapshot`, and turns the end of the run into a result or an error.
// Reads may overlap: they resolve in the order in which they were asked for.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import type { Cleaner } from "../http/clean.ts";
import type { RunReport } from "./run-hooks.ts";
import type { InteractionStreamError } from "../model/errors.ts";
import type { Interaction } from "../model/types.ts";
import type { RunLog } from "../replay/run-log.ts";
import type { Batch } from "./connection.ts";
import { completeInteraction } from "./final.ts";
import { describeThrown } from "./interrupted.ts";
import type { Place } from "./interrupted.ts";
import { toResponse } from "./response.ts";
import type { StreamResponseInit } from "./response.ts";
import type { Run } from "./run.ts";

/** What a stream is made of. */
export interface StreamParts {
  readonly run: Run;
  /** Aborts the run's requests and pauses. */
  readonly controller: AbortController;
  /** Makes the stream abort with the caller's signal; returns what stops that. */
  readonly follow: (stream: Pick<InteractionStream, "abort">) => () => void;
  /** Reads the stored interaction, if there is one. */
  readonly read: (() => Promise<Interaction>) | undefined;
  /** Cancels the run, when an abort is to do so. */
  readonly cancel: ((id: string) => Promise<void>) | undefined;
  /** The client's door for untrusted text and errors. */
  readonly cleaner: Pick<Cleaner, "clean" | "cleanCause">;
  /** Tells hooks of the run; absent where none listens. */
  readonly report: RunReport | undefined;
}

type EventResult = IteratorResult<InteractionStreamEvent, undefined>;

/**
 * The events of one run, in either dialect, for one consumer. A lost connection is followed by
 * another one, and each piece of content comes once. Leaving the loop frees the connection. A
 * background run continues at the service; a foreground run ends with its request.
 */
export class InteractionStream implements AsyncIterable<InteractionStreamEvent> {
  readonly #parts: StreamParts;
  readonly #run: Run;
  readonly #log: RunLog;
  readonly #report: RunReport | undefined;
  #isAborted = false;
  #batch: Batch = [];
  #next = 0;
  #state: "fresh" | "reading" | "ended" | "left" = "fresh";
  #failure: { readonly error: unknown } | undefined;
  /** The newest read, and how many of them are pending. */
  #reading: Promise<unknown> = Promise.resolve();
  #pending = 0;
  /** Stops following the caller's signal. */
  #unfollow: (() => void) | undefined;
  #cancelling: Promise<void> | undefined;
  #final: Promise<Interaction> | undefined;

  /** Made by the client. */
  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.#run = parts.run;
    this.#report = parts.report;
    this.#log = parts.run.log;
    // An abort must cancel the run, or be reported, read or not: only then is the signal followed
    // from the start.
    if (parts.cancel ?? parts.report) this.#unfollow = parts.follow(this);
  }

  /** The interaction's id, once an event has named it; `undefined` with `store: false`. */
  get interactionId(): string | undefined {
    return this.#log.interactionId;
  }

  /** The newest event id among the delivered events; the service sets ids on some events only. */
  get lastEventId(): string | undefined {
    return this.#log.lastEventId;
  }

  /**
   * The position after the event delivered last: an opaque word of letters, digits and `- . _ ~`. Save
   * it with what you made of the events, and `client.resume(cursor)` continues in any process.
   * `undefined` while nothing can be resumed: before the run has an id, and with `store: false`.
   */
  get cursor(): string | undefined {
    return this.#log.cursor;
  }

  /**
   * The interaction as far as its events were delivered: one live object, clone it to keep it. A
   * stream that began midway knows only what came since.
   *
   * @throws TypeError with `accumulate: false`, which keeps nothing
   */
  get snapshot(): Interaction {
    const { snapshot } = this.#log;
    if (snapshot === undefined) {
      throw new TypeError(
        "accumulate: false keeps no snapshot. Leave the option out, or await finalInteraction() " +
          "after the loop.",
      );
    }
    return snapshot;
  }

  /**
   * Iterates over the events as they arrive.
   *
   * @throws StreamInterruptedError when the stream broke and could not be resumed
   * @throws InteractionStreamError when the body ended with an error outside of events
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
   * @throws InteractionStreamError when the stream ends on an error
   */
  async *text(): AsyncGenerator<string, void, undefined> {
    for await (const event of this) {
      const text = this.#log.textOf(event);
      if (text !== "") yield text;
    }
    this.#run.throwLastError();
  }

  /**
   * The whole interaction: reads the stream to its end, or resolves at once after a finished loop.
   * Steps of a stream that began midway, a final status and usage that no event brought come from
   * one GET of at most ten seconds, whose failure does not matter. With `accumulate: false` the
   * whole interaction comes from one GET.
   *
   * @throws InteractionStreamError when the stream ended on an error
   * @throws TypeError while another reader is at work, or after it has left early
   */
  finalInteraction(): Promise<Interaction> {
    if (this.#final === undefined) {
      const problem =
        this.#state === "left"
          ? "The loop over the stream was left before its end, so the final interaction is unknown."
          : "The stream is being read: await finalInteraction() after the loop, or instead of it.";
      // Not remembered: the loop may still reach its end.
      if (this.#state === "left" || this.#state === "reading")
        return Promise.reject(new TypeError(problem));
      this.#final = this.#finish();
    }
    return this.#final;
  }

  /**
   * The events as a server-sent event stream, for an own endpoint: `id:` is the cursor,
   * which `client.resume()` takes. Comments fill a silence, and headers keep proxies from buffering.
   * Where nothing follows the cursor that was resumed, the status is 204, which ends a browser's
   * EventSource. An error that the run ends on comes once, as the SSE event `run_error` with the data
   * `{ error: { code, message } }`. An interruption breaks the body off, so that it shows as one, and the
   * page comes again; `gemini-interactions/browser` is made for these pages.
   *
   * @param init status and headers, and `keepAliveMs`
   */
  toResponse(init: StreamResponseInit = {}): Response {
    const isFinished = this.#log.finished && this.#state === "fresh";
    const events = this[Symbol.asyncIterator]();
    const cursorId = (): string | undefined => this.cursor;
    const finishedCursorId = (): string | undefined => this.#log.finishedCursor;
    const lastError = (): InteractionStreamError | undefined => this.#run.lastError;
    return toResponse({ events, cursorId, finishedCursorId, lastError, isFinished }, init);
  }

  /**
   * Ends the stream and frees its connection; a pending read rejects with the reason.
   *
   * @param reason an `AbortError` unless given
   */
  abort(reason?: unknown): void {
    if (this.#isAborted) return;
    this.#isAborted = true;
    const { controller, cancel } = this.#parts;
    controller.abort(reason);
    const { reason: why } = controller.signal;
    const id = this.interactionId;
    const isOpen = this.#state === "fresh" || this.#state === "reading";
    if (id !== undefined && isOpen) this.#cancelling = cancel?.(id);
    if (isOpen) this.#run.close(why);
    if (this.#state === "fresh") this.#unfollow?.();
    this.#report?.end("aborted", why, this.#log.snapshot);
  }

  #read(): Promise<EventResult> {
    if (this.#pending > 0) {
      this.#pending += 1;
      const readOn = (): Promise<EventResult> => this.#readOn();
      return (this.#reading = this.#reading.then(readOn, readOn));
    }
    const event = this.#takeNext();
    if (event !== undefined) return Promise.resolve({ done: false, value: event });
    this.#pending = 1;
    if (this.#state === "reading") this.#unfollow ??= this.#parts.follow(this);
    return (this.#reading = this.#readOn());
  }

  /** The next new event of the batch that has arrived. Runs once per event. */
  #takeNext(): InteractionStreamEvent | undefined {
    const batch = this.#batch;
    try {
      while (this.#next < batch.length && !this.#isAborted) {
        const event = batch[this.#next++];
        const fresh = event === undefined ? undefined : this.#run.accept(event);
        if (fresh !== undefined) {
          this.#report?.see(fresh, this.#log);
          return fresh;
        }
      }
    } catch (error) {
      // The read that follows rejects with it.
      this.#failure = { error };
    }
    // Until the next batch comes, nothing of this one is held.
    this.#batch = [];
    return undefined;
  }

  #setBatch(batch: Batch): void {
    this.#batch = batch;
    this.#next = 0;
  }

  async #readOn(): Promise<EventResult> {
    const run = this.#run;
    try {
      while (this.#state === "reading") {
        const event = this.#takeNext();
        if (event !== undefined) return { done: false, value: event };
        if (this.#failure !== undefined) throw this.#failure.error;
        this.#throwIfAborted();
        let batch = await run.next();
        if (batch === undefined) {
          this.#throwIfAborted();
          batch = await run.recover();
        }
        if (batch === undefined) this.#close("ended", run.lastError);
        else this.#setBatch(batch);
      }
      return { done: true, value: undefined };
    } catch (thrown) {
      // The consumer broke out of the loop while this read was pending.
      if (this.#isLeft()) return { done: true, value: undefined };
      const error = describeThrown(thrown, () => this.#place(), this.#parts.cleaner);
      this.#close("ended", error);
      this.#failure = { error };
      await this.#cancelling;
      throw error;
    } finally {
      this.#pending -= 1;
    }
  }

  #throwIfAborted(): void {
    if (this.#isAborted) this.#parts.controller.signal.throwIfAborted();
  }

  #place(): Place {
    const { interactionId, lastEventId, cursor } = this;
    return { interactionId, lastEventId, cursor, snapshot: this.#log.snapshot };
  }

  // The state may change while a read awaits, which the compiler does not know.
  #isLeft(): boolean {
    return this.#state === "left";
  }

  #leave(): void {
    this.#close("left");
    // Also ends a pause before a reconnect.
    this.#parts.controller.abort();
  }

  #close(state: "ended" | "left", error?: unknown): void {
    if (state === "left" || this.#state === "reading") this.#state = state;
    this.#batch = [];
    this.#log.finish();
    this.#run.close();
    this.#unfollow?.();
    const outcome = error === undefined ? state : "failed";
    this.#report?.end(outcome, error, this.#log.snapshot);
  }

  async #finish(): Promise<Interaction> {
    if (this.#state === "fresh") {
      for await (const _ of this) {
        // Reading it is what is wanted.
      }
    }
    if (this.#failure !== undefined) throw this.#failure.error;
    this.#run.throwLastError();
    const { read, controller } = this.#parts;
    const { finished, isPartial } = this.#log;
    return completeInteraction({
      streamed: this.#log.snapshot,
      isMidway: isPartial,
      isFinished: finished,
      isStored: this.#run.hasRest,
      read,
      signal: controller.signal,
    });
  }
}

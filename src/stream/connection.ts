// One connection: the body of one response as batches of events, and how it ended. It takes the
// body's lock from the first read or the close on, and gives it back at the end. Silence is measured
// while a read is pending, so that the consumer's own time does not count.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { readErrorReport } from "../model/error-report.ts";
import type { ErrorReport } from "../model/error-report.ts";
import type { EventStreamAnswer } from "../http/send.ts";
import { memberOf } from "../util/thrown.ts";
import { drain, drainTimeoutMs } from "./drain.ts";
import { SseDecoder } from "./sse.ts";

/** How a connection ended. */
export type ConnectionEnd =
  /** With `[DONE]`. */
  | { readonly kind: "done" }
  /** With an error in the body that is not an event. */
  | { readonly kind: "error"; readonly report: ErrorReport }
  /** In any other way: the connection closed, broke, fell silent, or brought something else. */
  | {
      readonly kind: "interrupted";
      readonly reason: string;
      readonly cause?: unknown;
      readonly isSilence?: boolean;
    };

/** Events that arrived together: all that one network chunk completes. */
export type Batch = readonly InteractionStreamEvent[];

type Reader = ReadableStreamDefaultReader<Uint8Array>;
type ReadResult = Awaited<ReturnType<Reader["read"]>>;

/** The idle timer fires this often per timeout, which is cheaper than a new timer for each read. */
const ticksPerTimeout = 8;
/** Longest time for which comments alone keep a connection open, in milliseconds. */
const maxCommentsMs = 600_000;

/** One connection's events, in batches. */
export class Connection {
  /**
   * The body with its response: Node cancels an unread body once its response is collected, so both
   * are held together.
   */
  readonly #answer: EventStreamAnswer;
  readonly #decoder = new SseDecoder();
  #reader: Reader | undefined;
  #end: ConnectionEnd | undefined;
  #timeoutMs: number;
  #isReading = false;
  /** Ticks of the idle timer since the newest bytes, and since the newest event. */
  #silentTicks = 0;
  #eventlessTicks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isIdle = false;
  #isOver = false;

  constructor(answer: EventStreamAnswer, idleTimeoutMs: number) {
    this.#answer = answer;
    this.#timeoutMs = idleTimeoutMs;
  }

  /**
   * The next batch, never empty; `undefined` after the end of the connection. Never rejects: a broken
   * connection and a close are ends, see {@link Connection.end}.
   */
  async next(): Promise<Batch | undefined> {
    try {
      while (this.#end === undefined) {
        const batch = this.#accept(await this.#read());
        if (batch.length > 0) return batch;
      }
    } catch (cause) {
      this.#fail(cause);
    }
    return undefined;
  }

  /** How it ended; set after the last batch. */
  get end(): ConnectionEnd | undefined {
    return this.#end;
  }

  /** The interaction is over: from here on a short silence ends the connection. */
  expectEnd(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#timeoutMs = Math.min(this.#timeoutMs, drainTimeoutMs);
    this.#silentTicks = 0;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /**
   * Frees the socket, and ends a pending read; after `[DONE]` the rest of the body is read first, so
   * that the socket can be reused.
   *
   * @param reason passed to the body's source
   */
  close(reason?: unknown): void {
    if (this.#end?.kind !== "done") this.#cancel(reason);
  }

  #read(): Promise<ReadResult> {
    this.#isReading = true;
    this.#timer ??= setTimeout(this.#tick, this.#timeoutMs / ticksPerTimeout);
    return this.#open().read();
  }

  #open(): Reader {
    return (this.#reader ??= this.#answer.data.getReader());
  }

  #accept(result: ReadResult): Batch {
    this.#isReading = false;
    // Once the interaction is over, comments must not prolong the connection.
    if (!this.#isOver) this.#silentTicks = 0;
    try {
      const batch = this.#decode(result);
      if (batch.length > 0) this.#eventlessTicks = 0;
      return batch;
    } catch (cause) {
      // A body from a custom fetch may hold something else than bytes.
      this.#fail(cause);
      return [];
    }
  }

  #decode({ value: chunk, done }: ReadResult): Batch {
    const decoder = this.#decoder;
    const batch = chunk === undefined ? decoder.finish() : decoder.decode(chunk);
    if (done || decoder.done || decoder.problem !== undefined) this.#finish(this.#describeEnd());
    return batch;
  }

  #describeEnd(): ConnectionEnd {
    const { problem, failure, done, tail } = this.#decoder;
    if (problem !== undefined) return { kind: "interrupted", reason: problem };
    const report = failure === undefined ? undefined : readErrorReport(failure);
    if (report !== undefined && !report.isEmpty) return { kind: "error", report };
    if (done) return { kind: "done" };
    if (this.#isIdle) {
      const reason = `no event for ${this.#timeoutMs} ms`;
      return { kind: "interrupted", reason, isSilence: true };
    }
    const what = tail === "" ? "" : " after data that is not an event";
    return { kind: "interrupted", reason: `the connection closed${what}` };
  }

  #fail(cause: unknown): void {
    this.#isReading = false;
    this.#finish({ kind: "interrupted", reason: describeFailure(cause), cause });
  }

  #finish(end: ConnectionEnd): void {
    this.#end = end;
    if (end.kind !== "done" || this.#reader === undefined) this.#cancel();
    else {
      clearTimeout(this.#timer);
      drain(this.#reader);
    }
  }

  #cancel(reason?: unknown): void {
    const reader = this.#open();
    clearTimeout(this.#timer);
    // Not awaited: it settles when the other side does, and nothing waits for that.
    void reader.cancel(reason).catch(() => undefined);
    reader.releaseLock();
  }

  readonly #tick = (): void => {
    this.#timer = undefined;
    if (!this.#isReading) return;
    this.#silentTicks += 1;
    this.#eventlessTicks += 1;
    const tickMs = this.#timeoutMs / ticksPerTimeout;
    // The first tick may come at any time after the read began: it does not count as a whole one.
    const isIdle =
      this.#silentTicks > ticksPerTimeout || (this.#eventlessTicks - 1) * tickMs >= maxCommentsMs;
    if (isIdle) {
      this.#isIdle = true;
      this.#cancel();
    } else this.#timer = setTimeout(this.#tick, tickMs);
  };
}

function describeFailure(cause: unknown): string {
  // Node gives up on a silent body after 300 s of its own.
  const names = [cause, memberOf(cause, "cause")].map((link) => memberOf(link, "name"));
  return names.includes("BodyTimeoutError") ? "no data for too long" : "the connection failed";
}

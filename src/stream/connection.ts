import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { drain, lingerMs } from "./drain.ts";
import { cleanText } from "../http/clean.ts";
import { readErrorReport } from "../http/error-report.ts";
import { parseJson } from "../util/json.ts";
import { SseDecoder } from "./sse.ts";

/** How a connection ended: with `[DONE]`, or for another reason. */
type ConnectionEnd =
  | { readonly done: true }
  | { readonly done: false; readonly reason: string; readonly cause?: unknown };

/** Events that arrived together: all that one network chunk completes. */
export type Batch = readonly InteractionStreamEvent[];

type ReadResult = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>["read"]>>;

/** How often a silence is looked at until it is too long: it may last longer by one part of these. */
const looksPerLimit = 8;

/** One connection's events, in batches. */
export class Connection {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #signal: AbortSignal;
  readonly #decoder = new SseDecoder();
  #end: ConnectionEnd | undefined;
  #receivedBytes = 0;
  #limitMs: number;
  /** Whether a read is pending: the consumer's own time is no silence. */
  #isReading = false;
  /** How often the timer has seen the pending read. */
  #looks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isIdle = false;

  /** Reads an event stream's body. */
  constructor(body: ReadableStream<Uint8Array>, signal: AbortSignal, idleTimeoutMs: number) {
    this.#reader = body.getReader();
    this.#signal = signal;
    this.#limitMs = idleTimeoutMs;
    // A body from a custom fetch may know nothing of the signal: cancelling ends its pending read.
    signal.addEventListener("abort", this.#cancel, { once: true });
  }

  /**
   * Waits for the next batch, never empty, and answers what `use` makes of it: one promise for all
   * layers above, since more of them would cost more than the events. After the connection has
   * ended, `use` gets `undefined`; a failure of the network and an abort are such ends.
   */
  next<Result>(use: (batch: Batch | undefined) => Result | Promise<Result>): Promise<Result> {
    if (this.#end !== undefined) return Promise.resolve(undefined).then(use);
    return this.#read().then(
      (result) => {
        const batch = this.#accept(result);
        return batch.length > 0 ? use(batch) : this.#readOn().then(use);
      },
      (cause: unknown) => {
        this.#fail(cause);
        return use(undefined);
      },
    );
  }

  /** How it ended; set once there is no next batch. */
  get end(): ConnectionEnd | undefined {
    return this.#end;
  }

  /** Bytes read so far. */
  get receivedBytes(): number {
    return this.#receivedBytes;
  }

  /** Nothing of weight can follow: from here on a short silence is an end. */
  expectEnd(): void {
    this.#limitMs = Math.min(this.#limitMs, lingerMs);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Frees the socket, unless it is about to be free by itself. */
  close(): void {
    if (this.#end?.done !== true) this.#cancel();
  }

  #read(): Promise<ReadResult> {
    this.#isReading = true;
    this.#looks = 0;
    this.#timer ??= setTimeout(this.#watch, this.#limitMs / looksPerLimit);
    return this.#reader.read();
  }

  /** Chunk by chunk, for a batch that is longer than one. */
  async #readOn(): Promise<Batch | undefined> {
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

  #accept(result: ReadResult): Batch {
    this.#isReading = false;
    try {
      return this.#decode(result);
    } catch (cause) {
      // A body from a custom fetch may hold something else than bytes.
      this.#fail(cause);
      return [];
    }
  }

  #decode({ value: chunk, done }: ReadResult): Batch {
    const decoder = this.#decoder;
    const values = done ? decoder.finish() : decoder.decode(chunk);
    if (done) {
      const isIdle = this.#isIdle;
      const reason = isIdle ? `no event for ${this.#limitMs} ms` : describeTail(decoder.tail);
      this.#finish({ done: false, reason });
    } else {
      this.#receivedBytes += chunk.length;
      if (decoder.done) this.#finish({ done: true });
      else if (decoder.problem !== undefined) {
        this.#finish({ done: false, reason: decoder.problem });
      }
    }
    // What the service sends here is taken for what the spec says it is.
    return values as InteractionStreamEvent[];
  }

  #fail(cause: unknown): void {
    this.#isReading = false;
    this.#finish({ done: false, reason: describeFailure(cause), cause });
  }

  #finish(how: ConnectionEnd): void {
    this.#end = how;
    if (!how.done) this.#cancel();
    else {
      clearTimeout(this.#timer);
      drain(this.#reader);
    }
  }

  readonly #cancel = (): void => {
    this.#signal.removeEventListener("abort", this.#cancel);
    clearTimeout(this.#timer);
    // Not awaited: it settles when the other side does, and nobody waits for that.
    void this.#reader.cancel(this.#signal.reason).catch(() => undefined);
  };

  // A look at the clock for each read would cost more than everything else about it.
  readonly #watch = (): void => {
    this.#timer = undefined;
    if (!this.#isReading) return;
    this.#looks += 1;
    // The first look may have come at any time after the read began.
    if (this.#looks <= looksPerLimit) {
      this.#timer = setTimeout(this.#watch, this.#limitMs / looksPerLimit);
    } else {
      this.#isIdle = true;
      this.#cancel();
    }
  };
}

/** The service ends long streams with a bare JSON error, without any framing. */
function describeTail(tail: string): string {
  if (tail.trim() === "") return "the connection closed";
  const body = parseJson(tail);
  if (body === undefined) return "the connection closed after something that is no event";
  const { code, message } = readErrorReport(body);
  return cleanText(code === undefined ? message : `${code}: ${message}`);
}

function describeFailure(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  // Node gives up on a silent body after 300 s of its own.
  if (inner instanceof Error && inner.name === "BodyTimeoutError") return "no data for too long";
  return "the connection failed";
}

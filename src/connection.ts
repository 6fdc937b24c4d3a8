import type { InteractionStreamEvent } from "../generated/schema.ts";
import { readErrorBody } from "./error-body.ts";
import { parseJson } from "./json.ts";
import { createSseDecoder } from "./sse.ts";

/** How a connection ended: with `[DONE]`, or for another reason. */
type ConnectionEnd =
  | { readonly done: true }
  | { readonly done: false; readonly reason: string; readonly cause?: unknown };

/** Events that arrived together: all that one network chunk completes. */
export type Batch = readonly InteractionStreamEvent[];

/** One connection's events, in batches. */
export interface Connection {
  /**
   * Waits for the next batch, never empty, and answers what `use` makes of it: one promise for all
   * layers above, since more of them would cost more than the events. After the connection has
   * ended, `use` gets `undefined`; a failure of the network and an abort are such ends.
   */
  next<Result>(use: (batch: Batch | undefined) => Result | Promise<Result>): Promise<Result>;
  /** How it ended; set once there is no next batch. */
  readonly end: ConnectionEnd | undefined;
  /** Bytes read so far. */
  readonly receivedBytes: number;
  /** Nothing of weight can follow: from here on a short silence is an end. */
  expectEnd(): void;
  /** Frees the socket, unless it is about to be free by itself. */
  close(): void;
}

type ReadResult = Awaited<ReturnType<ReadableStreamDefaultReader<Uint8Array>["read"]>>;

/** How long a finished stream may still take to close, in milliseconds. */
const lingerMs = 1_000;

/** Reads an event stream's body. */
export function openConnection(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  idleTimeoutMs: number,
): Connection {
  const reader = body.getReader();
  const decoder = createSseDecoder();
  let end: ConnectionEnd | undefined;
  let receivedBytes = 0;
  let limitMs = idleTimeoutMs;
  /** When the pending read began; the consumer's own time does not count as silence. */
  let waitingSince: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isIdle = false;

  // One timer for many reads: it looks when the latest of them began.
  const watch = (): void => {
    timer = undefined;
    if (waitingSince === undefined) return;
    const leftMs = waitingSince + limitMs - Date.now();
    if (leftMs > 0) {
      timer = setTimeout(watch, leftMs);
    } else {
      isIdle = true;
      close();
    }
  };

  const close = (): void => {
    signal.removeEventListener("abort", close);
    clearTimeout(timer);
    // Not awaited: it settles when the other side does, and nobody waits for that.
    void reader.cancel(signal.reason).catch(() => undefined);
  };
  // A body from a custom fetch may know nothing of the signal: cancelling ends its pending read.
  signal.addEventListener("abort", close, { once: true });

  /** Reads on to the end of the body, which is near: cut off there, a socket cannot be used again. */
  const drain = (): void => {
    clearTimeout(timer);
    timer = setTimeout(close, lingerMs);
    const skip = ({ done }: ReadResult): unknown => (done ? close() : reader.read().then(skip));
    void reader.read().then(skip).catch(close);
  };

  const finish = (how: ConnectionEnd): void => {
    end = how;
    if (how.done) drain();
    else close();
  };

  const startRead = (): ReturnType<typeof reader.read> => {
    waitingSince = Date.now();
    timer ??= setTimeout(watch, limitMs);
    return reader.read();
  };

  // What the service sends here is taken for what the spec says it is.
  const accept = ({ value: chunk, done }: ReadResult): Batch => {
    waitingSince = undefined;
    if (done) {
      const batch = decoder.finish() as InteractionStreamEvent[];
      const reason = isIdle ? `no event for ${limitMs} ms` : describeTail(decoder.tail);
      finish({ done: false, reason });
      return batch;
    }
    receivedBytes += chunk.length;
    const batch = decoder.decode(chunk) as InteractionStreamEvent[];
    if (decoder.done) finish({ done: true });
    else if (decoder.problem !== undefined) finish({ done: false, reason: decoder.problem });
    return batch;
  };

  const fail = (cause: unknown): undefined => {
    waitingSince = undefined;
    finish({ done: false, reason: describeFailure(cause), cause });
  };

  /** Chunk by chunk, for a batch that is longer than one. */
  const readOn = async (): Promise<Batch | undefined> => {
    while (end === undefined) {
      const batch = accept(await startRead());
      if (batch.length > 0) return batch;
    }
    return undefined;
  };

  return {
    next(use) {
      if (end !== undefined) return Promise.resolve(undefined).then(use);
      return startRead().then(
        (result) => {
          const batch = accept(result);
          return batch.length > 0 ? use(batch) : readOn().catch(fail).then(use);
        },
        (cause: unknown) => use(fail(cause)),
      );
    },
    get end() {
      return end;
    },
    get receivedBytes() {
      return receivedBytes;
    },
    expectEnd() {
      limitMs = Math.min(limitMs, lingerMs);
      clearTimeout(timer);
      timer = undefined;
    },
    close() {
      if (end?.done !== true) close();
    },
  };
}

/** The service ends long streams with a bare JSON error, without any framing. */
function describeTail(tail: string): string {
  if (tail.trim() === "") return "the connection closed";
  const body = parseJson(tail);
  if (body === undefined) return "the connection closed after something that is no event";
  const { code, message } = readErrorBody(body);
  return code === undefined ? message : `${code}: ${message}`;
}

function describeFailure(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  // Node gives up on a silent body after 300 s of its own.
  if (inner instanceof Error && inner.name === "BodyTimeoutError") return "no data for too long";
  return "the connection failed";
}

import type { InteractionStreamEvent } from "../generated/schema.ts";
import { readErrorBody } from "./error-body.ts";
import { parseJson } from "./json.ts";
import { createSseDecoder } from "./sse.ts";

/** How a connection ended: with `[DONE]`, or for another reason. */
type ConnectionEnd =
  | { readonly done: true }
  | { readonly done: false; readonly reason: string; readonly cause?: unknown };

/** One connection's events, in batches: all events that one network chunk completes. */
export interface Connection {
  /**
   * The next batch, never empty; `undefined` once the connection has ended. A failure of the
   * network is such an end, not a rejection; an abort rejects with the signal's reason.
   */
  next(): Promise<readonly InteractionStreamEvent[] | undefined>;
  /** How it ended; set once {@link Connection.next} has answered `undefined`. */
  readonly end: ConnectionEnd | undefined;
  /** Bytes read so far. */
  readonly receivedBytes: number;
  /** Nothing of weight can follow: from here on a short silence is an end. */
  expectEnd(): void;
  /** Frees the socket. */
  close(): void;
}

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

  const finish = (how: ConnectionEnd): void => {
    end = how;
    close();
  };

  const read = async (): Promise<unknown[]> => {
    waitingSince = Date.now();
    timer ??= setTimeout(watch, limitMs);
    try {
      const { value: chunk, done } = await reader.read();
      if (!done) {
        receivedBytes += chunk.length;
        return decoder.decode(chunk);
      }
      const values = decoder.finish();
      const reason = isIdle ? `no event for ${limitMs} ms` : describeTail(decoder.tail);
      finish({ done: false, reason });
      return values;
    } catch (cause) {
      finish({ done: false, reason: describeFailure(cause), cause });
      return [];
    } finally {
      waitingSince = undefined;
    }
  };
  const hasEnded = (): boolean => end !== undefined;

  return {
    async next() {
      while (!hasEnded()) {
        const values = await read();
        if (signal.aborted) throw signal.reason;
        if (decoder.done) finish({ done: true });
        else if (decoder.problem !== undefined) finish({ done: false, reason: decoder.problem });
        // What the service sends here is taken for what the spec says it is.
        if (values.length > 0) return values as InteractionStreamEvent[];
      }
      return undefined;
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
    close,
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

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
  /** Frees the socket. */
  close(): void;
}

/** Reads an event stream's body. */
export function openConnection(body: ReadableStream<Uint8Array>, signal: AbortSignal): Connection {
  const reader = body.getReader();
  const decoder = createSseDecoder();
  let end: ConnectionEnd | undefined;

  const close = (): void => {
    signal.removeEventListener("abort", close);
    // Not awaited: it settles when the other side does, and nobody waits for that.
    void reader.cancel(signal.reason).catch(() => undefined);
  };
  // A body from a custom fetch may know nothing of the signal: cancelling ends its pending read.
  signal.addEventListener("abort", close, { once: true });

  const finish = (how: ConnectionEnd): void => {
    end = how;
    close();
  };

  const hasEnded = (): boolean => end !== undefined;

  return {
    async next() {
      while (!hasEnded()) {
        let values: unknown[];
        try {
          const { value: chunk, done } = await reader.read();
          values = done ? decoder.finish() : decoder.decode(chunk);
          if (done) finish({ done: false, reason: describeTail(decoder.tail) });
        } catch (cause) {
          values = [];
          finish({ done: false, reason: "the connection failed", cause });
        }
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

// A response body that produces only what is read, and knows how it ends: completely, cut, reset, or
// not at all. In come frames from the run, out go bytes in chunks of any size.

import { joinBytes } from "../../util/bytes.ts";

/** State that a body shares with its producers. */
export interface BodyControl {
  /** Aborts once the reader has left, to end the producers' waits. */
  readonly stopped: AbortSignal;
  /** Set before the last frame, so that the body closes together with it. */
  isLast: boolean;
  /** How the body ends after the last frame; with `silence` it does not. */
  ending: "complete" | "eof" | "reset" | "silence";
}

/** How a body ended: read to its end, ended early by the service, or left by the reader. */
export type BodyState = "finished" | "cut" | "aborted";

interface BodyOptions {
  /** The request's signal: it ends the body with its reason. */
  signal?: AbortSignal | undefined;
  onEnd?: ((state: BodyState) => void) | undefined;
}

/** A body that produces only when it is read. */
export function pulledBody(
  produce: (control: BodyControl) => AsyncGenerator<Uint8Array>,
  { signal, onEnd }: BodyOptions = {},
): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const control: BodyControl = { stopped: stop.signal, isLast: false, ending: "complete" };
  const bytes = produce(control);
  let onAbort: (() => void) | undefined;
  const end = (state: BodyState): void => {
    if (onAbort === undefined) return;
    signal?.removeEventListener("abort", onAbort);
    onAbort = undefined;
    stop.abort();
    void bytes.return(undefined);
    onEnd?.(state);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        onAbort = () => {
          controller.error(signal?.reason);
          end("aborted");
        };
        signal?.addEventListener("abort", onAbort, { once: true });
        if (signal?.aborted === true) onAbort();
      },
      async pull(controller) {
        do {
          const { done, value } = await bytes.next();
          if (stop.signal.aborted || (done && control.ending === "silence")) return;
          if (!done) {
            controller.enqueue(value);
            continue;
          }
          if (control.ending === "reset") controller.error(terminated());
          else controller.close();
          end(control.ending === "complete" ? "finished" : "cut");
          return;
        } while (control.isLast);
      },
      cancel: () => end("aborted"),
    },
    // The default would produce one chunk ahead of the reader.
    { highWaterMark: 0 },
  );
}

// What undici throws when the peer closes the socket in the middle of a body.
function terminated(): TypeError {
  const cause = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
  return new TypeError("terminated", { cause });
}

/** Encodes frames, one network chunk each or in chunks of `size` bytes. */
export async function* toBytes(
  frames: Iterable<string> | AsyncIterable<string>,
  size?: number,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const frame of frames) {
    const bytes = encoder.encode(frame);
    if (size === undefined) {
      yield bytes;
      continue;
    }
    held.push(bytes);
    length += bytes.length;
    if (length < size) continue;
    const joined = joinBytes(held);
    let start = 0;
    for (; start + size <= length; start += size) yield joined.slice(start, start + size);
    held = [joined.slice(start)];
    length -= start;
  }
  if (length > 0) yield joinBytes(held);
}

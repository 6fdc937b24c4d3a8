// Serves a run's events as a server-sent event stream of one's own. In comes an InteractionStream,
// out goes a Response whose `id:` fields are cursors, so that a browser's Last-Event-ID leads back to
// `client.resume`. Nothing is read before the body is.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { checkDuration, maxTimerMs } from "../util/check.ts";
import { commentFrame, doneFrame, formatFrame } from "../util/sse-frame.ts";

/** How {@link InteractionStream.toResponse} answers: status and headers, and the keep-alive. */
export interface StreamResponseInit extends ResponseInit {
  /**
   * Silence after which a comment is sent, in milliseconds, so that proxies and load balancers keep
   * the connection open. `Infinity` for none.
   *
   * @defaultValue 15_000
   */
  keepAliveMs?: number | undefined;
}

/** What a response needs of its stream. */
export interface ResponseSource {
  readonly events: AsyncIterator<InteractionStreamEvent, undefined>;
  /** The cursor after the newest event, in its short form; `undefined` where nothing can resume. */
  readonly cursorId: () => string | undefined;
  /** Whether nothing follows: then the answer is 204, which ends an EventSource for good. */
  readonly isFinished: boolean;
}

const defaultKeepAliveMs = 15_000;

/** The events as a `text/event-stream` response. An interruption breaks its body off. */
export function toResponse(source: ResponseSource, init: StreamResponseInit): Response {
  const { keepAliveMs = defaultKeepAliveMs, ...rest } = init;
  checkDuration("keepAliveMs", keepAliveMs);
  const headers = new Headers(rest.headers);
  if (source.isFinished) {
    // Nobody reads the stream, which has its end all the same.
    void source.events.return?.();
    return new Response(null, { ...rest, headers, status: 204 });
  }
  const defaults = {
    "content-type": "text/event-stream",
    // Compression and caches would hold events back; nginx buffers unless told not to.
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  };
  for (const [name, value] of Object.entries(defaults)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  return new Response(eventBody(source, keepAliveMs), { ...rest, headers });
}

function eventBody(
  { events, cursorId }: ResponseSource,
  keepAliveMs: number,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setInterval> | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (keepAliveMs <= maxTimerMs) {
          timer = setInterval(() => controller.enqueue(encoder.encode(commentFrame)), keepAliveMs);
        }
        try {
          const { done, value: event } = await events.next();
          const frame = done === true ? doneFrame : formatFrame(event, cursorId());
          controller.enqueue(encoder.encode(frame));
          if (done === true) controller.close();
        } finally {
          clearInterval(timer);
        }
      },
      async cancel() {
        clearInterval(timer);
        await events.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

// Serves a run's events as a server-sent event stream of one's own. In comes an InteractionStream,
// out goes a Response whose `id:` fields are cursors, so that a browser's Last-Event-ID leads back to
// `client.resume`. The error that a run ends on is an event, as the status was sent long before. Nothing
// is read before the body is.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { InteractionStreamError } from "../model/errors.ts";
import { checkDuration, maxTimerMs } from "../util/check.ts";
import { commentFrame, doneFrame, formatFrame, writeFrame } from "../util/sse-frame.ts";

/** How {@link InteractionStream.toResponse} answers: status and headers, and the keep-alive. */
export interface StreamResponseInit extends ResponseInit {
  /**
   * Silence after which a comment is sent, and another one each time it has passed again, in
   * milliseconds, so that servers, proxies and load balancers keep the connection open. `Infinity` for
   * none.
   *
   * @defaultValue 8_000 for the first comment in a silence, 15_000 for those after it
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
  /** The error that the stream ended on, if it was an event. */
  readonly lastError: () => InteractionStreamError | undefined;
  /** The cursor behind the end of the run, whether it ended well or not. */
  readonly finishedCursorId: () => string | undefined;
}

/** Bun closes a connection after ten seconds of silence, and many proxies do after thirty or sixty. */
const firstCommentMs = 8_000;
const nextCommentMs = 15_000;

/** The events as a `text/event-stream` response. An interruption breaks its body off. */
export function toResponse(source: ResponseSource, init: StreamResponseInit): Response {
  const { keepAliveMs } = init;
  if (keepAliveMs !== undefined) checkDuration("keepAliveMs", keepAliveMs);
  if (source.isFinished) {
    // Nobody reads the stream, which has its end all the same.
    void source.events.return?.();
    return new Response(null, { ...init, status: 204 });
  }
  return writeEvents(
    source.events,
    (event) => formatFrame(event, source.cursorId()),
    (error = source.lastError()) => {
      if (error === undefined) return doneFrame;
      const { code, message } = error;
      const data = { error: { code, message } };
      return writeFrame("run_error", data, source.finishedCursorId()) + doneFrame;
    },
    init,
  );
}

/**
 * Events as a `text/event-stream` response.
 *
 * @param frameOf writes an event as a frame
 * @param endOf the frames behind the last event; of an error that the run ended on, if one was thrown
 */
export function writeEvents(
  events: ResponseSource["events"],
  frameOf: (event: InteractionStreamEvent) => string,
  endOf: (error?: InteractionStreamError) => string,
  init: StreamResponseInit,
): Response {
  const headers = new Headers(init.headers);
  const defaults = {
    "content-type": "text/event-stream",
    // Compression and caches would hold events back; nginx buffers unless a header forbids it.
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
  };
  for (const [name, value] of Object.entries(defaults)) {
    if (!headers.has(name)) headers.set(name, value);
  }
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const write = (frames: string): void => controller.enqueue(encoder.encode(frames));
        const comment = (ms: number): void => {
          if (ms > maxTimerMs) return;
          timer = setTimeout(() => {
            write(commentFrame);
            comment(init.keepAliveMs ?? nextCommentMs);
          }, ms);
        };
        comment(init.keepAliveMs ?? firstCommentMs);
        try {
          const { done, value: event } = await events.next();
          write(done ? endOf() : frameOf(event));
          if (done) controller.close();
        } catch (error) {
          // Anything else may pass: the body breaks off, and the reader comes again.
          if (!(error instanceof InteractionStreamError)) throw error;
          write(endOf(error));
          controller.close();
        } finally {
          clearTimeout(timer);
        }
      },
      async cancel() {
        clearTimeout(timer);
        await events.return?.();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { ...init, headers });
}

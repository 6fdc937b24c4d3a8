// A run's events as the service would send them, with the cursor as `event_id` of each. Only a
// stream that came to its end is ended with [DONE]; where recovery gave up the body fails.

import { InteractionStreamError } from "../model/errors.ts";
import type { InteractionStream } from "../stream/stream.ts";
import { commentFrame, doneFrame, formatFrame } from "../util/sse-frame.ts";

/** Silence after which a comment keeps the connection open through proxies, in milliseconds. */
const keepAliveMs = 8_000;

/** The answer that carries a stream's events. */
export function eventsOf(stream: InteractionStream, headers: Headers): Response {
  const own = new Headers(headers);
  // They describe other bytes; and neither caches nor proxies may hold events back.
  for (const name of ["content-length", "content-encoding"]) own.delete(name);
  own.set("content-type", "text/event-stream");
  own.set("cache-control", "no-cache, no-transform");
  own.set("x-accel-buffering", "no");
  const events = stream[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const send = (frame: string): void => controller.enqueue(encoder.encode(frame));
        timer = setInterval(send, keepAliveMs, commentFrame);
        try {
          const { done, value: event } = await events.next();
          const { cursor } = stream;
          if (done === true) send(doneFrame);
          else send(formatFrame(cursor ? { ...event, event_id: cursor } : event, cursor));
          if (done === true) controller.close();
        } catch (error) {
          if (!(error instanceof InteractionStreamError)) throw error;
          // The service's own error, which it had not sent as an event.
          const { code } = error;
          const event = { event_type: "error", error: { code, message: wordsOf(error) } };
          send(formatFrame(event));
          controller.close();
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
  return new Response(body, { headers: own });
}

/** The service's words, without those of this library before them. */
function wordsOf({ message }: InteractionStreamError): string {
  return message.replace(/^The run reported an error(?: \(.*?\))?: /, "");
}

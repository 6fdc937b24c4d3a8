// Events as the text of a `text/event-stream` body, framed as the service does it.

import type { InteractionStreamEvent } from "../../../generated/schema.ts";
import { doneFrame, formatFrame } from "../../util/sse-frame.ts";
import { pulledBody, toBytes } from "./body.ts";

/** Options of {@link formatSse}. */
export interface SseOptions {
  /** Whether `[DONE]` follows the last event. @defaultValue `true` */
  done?: boolean | undefined;
}

/** Options of {@link sseResponse}. */
export interface SseResponseOptions extends SseOptions {
  /** Bytes per network chunk; `Infinity` for a single chunk. @defaultValue one event per chunk */
  chunkBytes?: number | undefined;
}

/** The content type of a stream. */
export const eventStream = "text/event-stream";

/** Returns the text of a `text/event-stream` body with these events. */
export function formatSse(
  events: Iterable<InteractionStreamEvent>,
  options: SseOptions = {},
): string {
  return [...frames(events, options)].join("");
}

/** Returns the response to a streaming request with these events; its body produces only when read. */
export function sseResponse(
  events: Iterable<InteractionStreamEvent>,
  options: SseResponseOptions = {},
): Response {
  const body = pulledBody(() => toBytes(frames(events, options), options.chunkBytes));
  return new Response(body, { headers: { "content-type": eventStream } });
}

function* frames(
  events: Iterable<InteractionStreamEvent>,
  { done = true }: SseOptions,
): Generator<string> {
  for (const event of events) yield formatFrame(event);
  if (done) yield doneFrame;
}

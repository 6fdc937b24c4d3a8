// Writes server-sent events. In come an event's name, JSON data and id; out comes the frame as text.

import { wordOf } from "./json.ts";

/** What ends a stream of the Interactions API. */
export const doneFrame = "event: done\ndata: [DONE]\n\n";

/** A comment: keeps a connection open through proxies, and no client hands it out. */
export const commentFrame = ":\n\n";

/** One event as a frame, with the SSE `id:` if there is one. */
export function formatFrame(event: { readonly event_type: unknown }, id?: string): string {
  return writeFrame(wordOf(event.event_type), event, id);
}

/** A frame of this name, with JSON as its data. */
export function writeFrame(name: string, data: unknown, id?: string): string {
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  // The name is a line of its own: a line break in it would begin another field.
  return `${idLine}event: ${name.replaceAll(/[\r\n]/g, "")}\ndata: ${JSON.stringify(data)}\n\n`;
}

// Writes server-sent events. In come an event's name, JSON data and id; out comes the frame as text.

/** What ends a stream of the Interactions API. */
export const doneFrame = "event: done\ndata: [DONE]\n\n";

/** A comment: keeps a connection open through proxies, and no client hands it out. */
export const commentFrame = ":\n\n";

/** One event as a frame, with the SSE `id:` if there is one. */
export function formatFrame(event: { readonly event_type: unknown }, id?: string): string {
  // The name is a line of its own: a line break in it would begin another field.
  const name = String(event.event_type).replaceAll(/[\r\n]/g, "");
  const idLine = id === undefined ? "" : `id: ${id}\n`;
  return `${idLine}event: ${name}\ndata: ${JSON.stringify(event)}\n\n`;
}

// @ts-check
// Adds to a run's event stream what a page needs beside the run's own events: in front, how soon the
// browser is to reconnect and which process serves it; at the end, why the service refused to go on. These
// have no `id:`, so that the browser's position stays where it was.

import { InteractionStreamError } from "gemini-interactions";

const retryMs = 250;

/**
 * @param {Response} response from `stream.toResponse()`; one without a body (204) stays as it is
 * @param {string} serverName
 */
export function toPage(response, serverName) {
  const reader = response.body?.getReader();
  if (reader === undefined) return response;
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      const event = formatEvent("server", serverName);
      controller.enqueue(encoder.encode(`retry: ${retryMs}\n${event}`));
    },
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        // Anything else breaks the body off, and the browser comes again.
        if (!(error instanceof InteractionStreamError)) throw error;
        const { code, message } = error;
        const event = formatEvent("error", { event_type: "error", error: { code, message } });
        controller.enqueue(encoder.encode(event + formatEvent("done", null)));
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(body, response);
}

/** @param {string} name @param {unknown} data */
function formatEvent(name, data) {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

// @ts-check
// Puts two things in front of an event stream: how soon the browser is to reconnect, and which process
// serves it. The preamble has no `id:`, so the browser's position stays where it was.

const retryMs = 250;

/**
 * @param {Response} response from `stream.toResponse()`; one without a body (204) stays as it is
 * @param {string} serverName
 */
export function withPreamble(response, serverName) {
  if (response.body === null) return response;
  const preamble = `retry: ${retryMs}\nevent: server\ndata: ${JSON.stringify(serverName)}\n\n`;
  const body = response.body.pipeThrough(
    new TransformStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(preamble));
      },
    }),
  );
  return new Response(body, response);
}

// @ts-check
// What the contestants without a library share: a plain request.

const service = "https://generativelanguage.googleapis.com";
const params = { model: "gemini-2.5-flash", input: "Go on." };

/**
 * @param {{ fetch?: typeof fetch, baseUrl?: string }} options
 * @returns {(stream?: boolean) => Promise<Response>}
 */
export function requester({ fetch = globalThis.fetch, baseUrl = service }) {
  return (stream = true) =>
    fetch(`${baseUrl}/v1beta/interactions`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-goog-api-key": "key" },
      body: JSON.stringify({ ...params, stream }),
    });
}

/** Counts an event, if it brings content. */
export function count(event, tally) {
  if (event.event_type !== "step.delta") return;
  if (event.delta.type === "text") tally.add(event.delta.text);
  else if (event.delta.type === "image") tally.add(event.delta.data);
}

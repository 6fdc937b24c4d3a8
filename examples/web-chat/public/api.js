// @ts-check
// The calls of the page that are no streams. A refusal becomes an Error with the server's words.

/** @typedef {{ id: string, ticket: string }} RunRef */

/**
 * @param {{ input: string } | { results: object[] }} what
 * @param {RunRef | undefined} previous the run to go on from
 * @returns {Promise<RunRef>}
 */
export async function startRun(what, previous) {
  return send("/api/runs", { ...what, previous });
}

/** @param {RunRef} run */
export async function cancelRun({ id, ticket }) {
  await send(`/api/runs/${encodeURIComponent(id)}/cancel?ticket=${encodeURIComponent(ticket)}`, {});
}

/** Where the events of a run are served. @param {RunRef} run */
export function eventsPath({ id, ticket }) {
  return `/api/runs/${encodeURIComponent(id)}/events?ticket=${encodeURIComponent(ticket)}`;
}

/** @param {RunRef} run @returns {Promise<{ status: string, isOver: boolean, error?: string }>} */
export async function readRun({ id, ticket }) {
  return answerOf(
    fetch(`/api/runs/${encodeURIComponent(id)}?ticket=${encodeURIComponent(ticket)}`),
  );
}

/** @param {string} path @param {object} body */
function send(path, body) {
  const headers = { "content-type": "application/json" };
  return answerOf(fetch(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** @param {Promise<Response>} pending */
async function answerOf(pending) {
  const response = await pending.catch(() => undefined);
  if (response === undefined) throw new Error("The server cannot be reached.");
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error ?? `The server answered ${response.status}.`);
  return answer;
}

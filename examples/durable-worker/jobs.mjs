// @ts-check
// The two jobs: one starts a run at the service, the other follows its events to the end. They are apart
// because they fail differently. Following can be done again by anybody, from the stored cursor. Starting
// cannot: a POST whose answer was lost may have started a run, and a second one would be billed as well.

import { UnrecoverableError } from "bullmq";
import { ApiError, ConnectionError } from "gemini-interactions";

/**
 * @typedef {object} Context
 * @property {import("gemini-interactions").InteractionsClient} client
 * @property {ReturnType<typeof import("./store.mjs").createStore>} store
 */

/**
 * Starts the run of a job, at most once.
 *
 * @param {Context} context
 * @param {string} jobId
 * @param {string} input
 */
export async function startRun({ client, store }, jobId, input) {
  if (!(await store.claimStart(jobId))) {
    const { runId } = await store.read(jobId);
    if (runId !== undefined) return runId;
    throw new UnrecoverableError(
      "A worker died between sending the request and storing the run's id: it may run, and be " +
        "billed, already. Look it up, or delete the job's `startedAt` to have it started again.",
    );
  }
  try {
    const { id } = await client.create({
      agent: "deep-research-preview-04-2026",
      input,
      background: true,
    });
    await store.setRunId(jobId, id);
    return id;
  } catch (error) {
    if (isRefusal(error)) await store.releaseStart(jobId);
    throw error;
  }
}

/** Whether it is certain that no run was started. @param {unknown} error */
function isRefusal(error) {
  if (error instanceof ApiError) return error.status < 500;
  return error instanceof ConnectionError && !error.mayHaveBeenAccepted;
}

/**
 * Brings the text of a run into the store, from where the last worker came to.
 *
 * @param {Context} context
 * @param {string} jobId
 * @returns {Promise<string>} the status of the run at its end
 */
export async function followRun({ client, store }, jobId) {
  const { runId = "", cursor } = await store.read(jobId);
  const stream = await (cursor === undefined
    ? client.get(runId, { stream: true })
    : client.resume(cursor));
  let from = cursor ?? "";
  for await (const event of stream) {
    const text =
      event.event_type === "step.delta" && event.delta.type === "text" ? event.delta.text : "";
    const to = stream.cursor ?? "";
    if (!(await store.advance(jobId, { from, to, text }))) {
      throw new Error(`Another worker has taken over job ${jobId}.`);
    }
    from = to;
  }
  return (await client.get(runId)).status;
}

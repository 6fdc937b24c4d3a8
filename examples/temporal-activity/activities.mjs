// @ts-check
// Long runs as Temporal activities. `startRun` starts a run and returns its id; `followRun` follows its
// events and returns the text. An attempt that dies leaves text and cursor in its last heartbeat, and the
// next attempt goes on from there. The trap: starting is not idempotent, so it gets one attempt only.

import { Context } from "@temporalio/activity";

/**
 * @typedef {object} Progress what a heartbeat carries: both members belong together
 * @property {string} text at most about 1 MB, which is what Temporal takes; store longer ones elsewhere
 * @property {string} cursor the position after the text
 */

/**
 * @param {object} options
 * @param {import("gemini-interactions").InteractionsClient} options.client
 * @param {number} [options.heartbeatMs] well below the activity's `heartbeatTimeout`
 */
export function createActivities({ client, heartbeatMs = 1_000 }) {
  return {
    /** @param {string} input */
    async startRun(input) {
      const { id } = await client.create({
        agent: "deep-research-preview-04-2026",
        input,
        background: true,
      });
      Context.current().log.info("Started a run", { runId: id });
      return id;
    },

    /** @param {string} runId */
    async followRun(runId) {
      const { info, cancellationSignal: signal, heartbeat, log } = Context.current();
      /** @type {Progress | undefined} */
      let progress = info.heartbeatDetails;
      log.info(progress === undefined ? "Follows the run" : "Continues the run", { runId });
      // By the clock: a run may think for minutes, and may bring a hundred events in a second.
      const timer = setInterval(() => heartbeat(progress), heartbeatMs);
      try {
        const stream = await (progress === undefined
          ? client.get(runId, { stream: true }, { signal })
          : client.resume(progress.cursor, { signal }));
        for await (const event of stream) {
          const text =
            event.event_type === "step.delta" && event.delta.type === "text"
              ? event.delta.text
              : "";
          const cursor = stream.cursor ?? "";
          progress = { text: (progress?.text ?? "") + text, cursor };
        }
        const { status } = await client.get(runId);
        log.info("The run has ended", { runId, status });
        return { status, text: progress?.text ?? "" };
      } catch (error) {
        // The workflow was cancelled. A worker that shuts down leaves the run to the next one.
        if (signal.aborted && signal.reason?.message === "CANCELLED") {
          log.info("Cancels the run", { runId });
          await client.cancel(runId).catch(() => undefined);
        }
        throw error;
      } finally {
        clearInterval(timer);
      }
    },
  };
}

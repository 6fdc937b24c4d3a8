// @ts-check
// The workflow around the activities: one attempt to start, any number to follow.

import { proxyActivities } from "@temporalio/workflow";

/** @typedef {ReturnType<typeof import("./activities.mjs").createActivities>} Activities */

/** @type {Pick<Activities, "startRun">} */
const { startRun } = proxyActivities({
  startToCloseTimeout: "2 minutes",
  // A lost answer may have started a run: trying again could start, and bill, a second one.
  retry: { maximumAttempts: 1 },
});

/** @type {Pick<Activities, "followRun">} */
const { followRun } = proxyActivities({
  startToCloseTimeout: "2 hours",
  heartbeatTimeout: "30 seconds",
});

/** @param {string} input */
export async function research(input) {
  return followRun(await startRun(input));
}

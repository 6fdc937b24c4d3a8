// @ts-check
// Runs the activities in Temporal's own activity environment, against the library's service in memory.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MockActivityEnvironment } from "@temporalio/testing";
import { DefaultLogger } from "@temporalio/worker";
import { InteractionsClient } from "gemini-interactions";
import { createInteractionsService } from "gemini-interactions/testing";
import { createActivities } from "../activities.mjs";

const text = Array.from({ length: 120 }, (_, word) => `word${word} 😀`).join(" ");

function setUp() {
  const service = createInteractionsService({
    mode: "faithful",
    eventIntervalMs: 5,
    respond: () => text,
  });
  const client = new InteractionsClient({ apiKey: "key", fetch: service.fetch });
  return { service, client, ...createActivities({ client, heartbeatMs: 5 }) };
}

test("attempts that die are gone on with from any heartbeat of theirs", async (t) => {
  const { service, startRun, followRun } = setUp();
  /** @type {string[]} */
  const log = [];
  const logger = new DefaultLogger("INFO", ({ message }) => void log.push(message));
  const runId = await new MockActivityEnvironment({}, { logger }).run(startRun, "Go");
  /** @type {import("../activities.mjs").Progress | undefined} */
  let heartbeatDetails;
  let attempts = 0;
  let result;
  while (result === undefined) {
    attempts += 1;
    const environment = new MockActivityEnvironment(
      { heartbeatDetails, attempt: attempts },
      { logger },
    );
    let beats = 0;
    environment.on("heartbeat", (details) => {
      beats += 1;
      // What comes after it is lost: Temporal sends only some heartbeats.
      if (beats <= 9 && details !== undefined) heartbeatDetails = details;
      if (beats === 12) environment.cancel("WORKER_SHUTDOWN");
    });
    result = await environment.run(followRun, runId).catch(() => undefined);
  }
  t.diagnostic(`${attempts} attempts`);
  assert.ok(attempts > 3);
  assert.deepEqual(result, { status: "completed", text });
  assert.equal(service.requests.filter(({ method }) => method === "POST").length, 1);
  const continued = Array.from({ length: attempts - 1 }, () => "Continues the run");
  assert.deepEqual(log, ["Started a run", "Follows the run", ...continued, "The run has ended"]);
});

test("a cancelled workflow cancels the run; a worker that shuts down does not", async () => {
  for (const [reason, status] of /** @type {const} */ ([
    ["WORKER_SHUTDOWN", "in_progress"],
    ["CANCELLED", "cancelled"],
  ])) {
    const { client, startRun, followRun } = setUp();
    const runId = await new MockActivityEnvironment().run(startRun, "Go");
    const environment = new MockActivityEnvironment();
    environment.on("heartbeat", () => environment.cancel(reason));
    await assert.rejects(environment.run(followRun, runId), { name: "CancelledFailure" });
    assert.equal((await client.get(runId)).status, status);
  }
});

// @ts-check
// One worker process: `start` starts runs, `follow` follows them. Any number may run, and each may be
// killed at any moment: a job whose worker is gone is taken over when its lock has expired.
//
//   GEMINI_API_KEY=… REDIS_URL=redis://127.0.0.1:6379 node worker.mjs follow

import { Queue, Worker } from "bullmq";
import { InteractionsClient } from "gemini-interactions";
import { Redis } from "ioredis";
import { followRun, startRun } from "./jobs.mjs";
import { createStore } from "./store.mjs";

const { env } = process;
const lockDuration = Number(env["LOCK_MS"] ?? 30_000);
const connection = new Redis(env["REDIS_URL"] ?? "redis://127.0.0.1:6379", {
  // BullMQ waits for Redis as long as it takes.
  maxRetriesPerRequest: null,
});
const context = {
  client: new InteractionsClient(),
  store: createStore(connection),
};
const followQueue = new Queue("follow", { connection });

/** @type {Record<string, (job: import("bullmq").Job) => Promise<string>>} */
const processors = {
  async start({ id = "", data }) {
    const runId = await startRun(context, id, data.input);
    // The id makes it one job, however often it is added.
    await followQueue.add("follow", {}, { jobId: id, attempts: 5, backoff: 1_000 });
    return runId;
  },
  follow: ({ id = "" }) => followRun(context, id),
};

const role = process.argv[2] === "start" ? "start" : "follow";
const worker = new Worker(role, processors[role], {
  connection,
  concurrency: Number(env["CONCURRENCY"] ?? 10),
  lockDuration,
  stalledInterval: lockDuration / 2,
  // Losing its worker is nothing that a job can be blamed for.
  maxStalledCount: Number.MAX_SAFE_INTEGER,
});
const say = (/** @type {string} */ text) => console.error(`[${role} ${process.pid}] ${text}`);
worker.on("ready", () => say("waits for jobs; Ctrl-C or SIGTERM stops it"));
worker.on("active", ({ id, stalledCounter }) => {
  say(stalledCounter > 0 ? `takes over ${id} from a worker that is gone` : `begins ${id}`);
});
worker.on("completed", ({ id }, result) => say(`has done ${id}: ${result}`));
worker.on("failed", (job, error) => say(`failed at ${job?.id}: ${error.message}`));
worker.on("error", ({ message }) => say(message));
for (const signal of ["SIGTERM", "SIGINT"]) {
  // What it is at is left to another worker, which goes on from the stored cursor.
  process.once(signal, () => void worker.close(true).then(() => process.exit()));
}

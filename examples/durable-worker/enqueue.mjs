// @ts-check
// Adds one job, waits for it, and prints its text.
//
//   REDIS_URL=redis://127.0.0.1:6379 node enqueue.mjs "Research the history of quantum computing"

import { randomUUID } from "node:crypto";
import { Queue, QueueEvents } from "bullmq";
import { Redis } from "ioredis";
import { createStore } from "./store.mjs";

const redisUrl = process.env["REDIS_URL"] ?? "redis://127.0.0.1:6379";
const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
const followed = new QueueEvents("follow", { connection });
const jobId = randomUUID();

const isOver = new Promise((resolve, reject) => {
  followed.on("completed", (event) => event.jobId === jobId && resolve(event.returnvalue));
  followed.on("failed", (event) => event.jobId === jobId && reject(new Error(event.failedReason)));
});
await followed.waitUntilReady();
await new Queue("start", { connection }).add(
  "start",
  { input: process.argv[2] ?? "Research the history of quantum computing" },
  { jobId, attempts: 5, backoff: { type: "exponential", delay: 1_000 } },
);
console.error(`Job ${jobId}: ${await isOver}`);
console.log(await createStore(connection).readText(jobId));
process.exit();

// @ts-check
// What the tests share: a real Redis on a free port (Debian's `redis-server`, or what REDIS_SERVER
// names), the service in memory over HTTP, and worker processes that can be killed.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Queue, QueueEvents } from "bullmq";
import { createInteractionsService } from "gemini-interactions/testing";
import { Redis } from "ioredis";
import { startServer } from "gemini-interactions/testing/node";
import { createStore } from "../store.mjs";

const program = fileURLToPath(new URL("../worker.mjs", import.meta.url));

/**
 * @param {import("node:test").TestContext} t
 * @param {import("gemini-interactions/testing").InteractionsServiceOptions} options
 */
export async function setStage(t, options) {
  const service = createInteractionsService(options);
  const server = await startServer(service);
  const redis = await startRedis();
  const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
  const queues = {
    start: new Queue("start", { connection }),
    follow: new Queue("follow", { connection }),
  };
  const events = new QueueEvents("follow", { connection });
  /** @type {Set<import("node:child_process").ChildProcess>} */
  const workers = new Set();

  t.after(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    await Promise.all([events.close(), queues.start.close(), queues.follow.close()]);
    connection.disconnect();
    await redis.stop();
    await server.close();
  });

  return {
    service,
    store: createStore(connection),
    queues,
    events,
    /** @param {"start" | "follow"} role @param {Record<string, string>} [env] */
    startWorker(role, env = {}) {
      const worker = spawn(process.execPath, [program, role], {
        env: {
          ...process.env,
          GEMINI_API_KEY: "key",
          GOOGLE_GEMINI_BASE_URL: server.url,
          REDIS_URL: redis.url,
          LOCK_MS: "1000",
          ...env,
        },
        stdio: ["ignore", "inherit", "inherit"],
      });
      workers.add(worker);
      worker.once("exit", () => workers.delete(worker));
      return worker;
    },
    /** How many requests started a run. */
    countStarts: () =>
      service.requests.filter(
        ({ method, path }) => method === "POST" && path.endsWith("/interactions"),
      ).length,
  };
}

async function startRedis() {
  const port = await findPort();
  const folder = mkdtempSync(join(tmpdir(), "durable-worker-"));
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder];
  const child = spawn(process.env["REDIS_SERVER"] ?? "redis-server", args, {
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.once("error", () => {
    throw new Error("No redis-server: apt-get install redis-server, or set REDIS_SERVER.");
  });
  for await (const text of child.stdout) {
    if (String(text).includes("Ready to accept connections")) break;
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      const exited = once(child, "exit");
      child.kill();
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns {Promise<number>} */
async function findPort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, "close");
  return port;
}

/** Resolves once the condition holds. @param {() => unknown} condition */
export async function until(condition) {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

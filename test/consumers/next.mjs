// Builds and starts the Next.js application of programs/next against a service on a port: a server
// component that polls, which React and Next.js would answer from their caches, and a route that streams.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { startService } from "./service.mjs";
import { run } from "../support/suite.mjs";
import { expectOutput, here } from "./tools.mjs";

export async function next() {
  const service = await startService();
  try {
    await startApp(service.url, async (url) => {
      const page = await (await fetch(url)).text();
      const polls = service.requests.filter(({ method }) => method === "GET");
      if (polls.length < 2) throw new Error(`polled ${polls.length} times: answered from a cache?`);
      expectOutput(page, "completed: Paris.");
      const events = await (await fetch(`${url}/stream`)).text();
      expectOutput(events, '"Paris."');
      expectOutput(events, "interaction.completed");
    });
  } finally {
    await service.close();
  }
}

/**
 * @param {string} serviceUrl
 * @param {(url: string) => Promise<void>} use gets the address that the application says it listens at
 */
async function startApp(serviceUrl, use) {
  const cwd = join(here, "programs/next");
  const env = { SERVICE_URL: serviceUrl, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const binary = join(here, "node_modules/next/dist/bin/next");
  await run(process.execPath, [binary, "build"], { cwd, env });

  const args = [binary, "start", "--port", "0", "--hostname", "127.0.0.1"];
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env } });
  try {
    const url = await new Promise((resolve, reject) => {
      let output = "";
      const read = (/** @type {Buffer} */ chunk) => {
        output += chunk;
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
        if (address !== undefined) resolve(address);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.on("exit", () => reject(new Error(output)));
    });
    await use(url);
  } finally {
    child.kill();
  }
}

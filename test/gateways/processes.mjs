// @ts-check
// `gemini-interactions gateway` as a process: started on a port, watched, killed.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const here = import.meta.dirname;
const program = join(here, "node_modules/gemini-interactions/dist/src/cli/main.js");

/**
 * Starts a gateway, and resolves when it listens.
 *
 * @param {string} upstream
 * @param {number} [port] any that is free unless given
 */
export async function startGateway(upstream, port = 0) {
  const args = [program, "gateway", "--port", String(port), "--upstream", upstream];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const said = { text: "" };
  child.stderr.on("data", (/** @type {Buffer} */ part) => (said.text += part.toString()));
  const closed = once(child, "close");
  const [address] = await Promise.race([
    once(createInterface({ input: child.stdout }), "line"),
    closed.then(() => Promise.reject(new Error(`The gateway did not start: ${said.text}`))),
  ]);
  const url = String(address);
  return {
    url,
    port: Number(new URL(url).port),
    said,
    /** Its memory, in MB: now, and at most so far. */
    memory() {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      const [now = 0, most = 0] = ["VmRSS", "VmHWM"].map((name) =>
        Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1]) / 1_024),
      );
      return { now, most };
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    /** @param {NodeJS.Signals} signal */
    async end(signal) {
      child.kill(signal);
      await closed;
    },
  };
}

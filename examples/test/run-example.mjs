// @ts-check
// Runs an example as its first lines say, in a process of its own, against the emulator on a port. What it
// printed comes back; what it was, the test says.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createInteractionsService } from "gemini-interactions/testing";
import { startServer } from "gemini-interactions/testing/node";

/**
 * @param {import("node:test").TestContext} t
 * @param {import("gemini-interactions/testing").InteractionsServiceOptions} options
 */
export async function startEmulator(t, options) {
  const service = createInteractionsService(options);
  const server = await startServer(service);
  t.after(() => server.close());
  return { service, url: server.url };
}

/**
 * @param {string} name
 * @param {object} options
 * @param {string[]} [options.args]
 * @param {Record<string, string>} options.env
 * @param {(printed: string, child: import("node:child_process").ChildProcess) => void} [options.onOutput]
 */
export async function runExample(name, { args = [], env, onOutput }) {
  const program = fileURLToPath(new URL(`../${name}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env["PATH"], ...env },
  });
  const closed = once(child, "close");
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
    onOutput?.(stdout, child);
  });
  child.stderr.setEncoding("utf8").on("data", (text) => void (stderr += text));
  await closed;
  return { stdout, stderr, code: child.exitCode };
}

/** @param {string} url */
export function geminiEnv(url) {
  return { GEMINI_API_KEY: "key", GOOGLE_GEMINI_BASE_URL: url };
}

/** @param {string} text @returns {import("gemini-interactions").Step} */
export function textStep(text) {
  return { type: "model_output", content: [{ type: "text", text }] };
}

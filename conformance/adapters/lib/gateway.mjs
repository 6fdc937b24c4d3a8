// @ts-check
// A gateway for one call: a process of its own on a free port, which ends with this one.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(
  new URL("../node_modules/gemini-interactions/dist/src/cli/main.js", import.meta.url),
);

/**
 * Starts a gateway, and resolves with its address.
 *
 * @param {string} upstream
 */
export async function startGateway(upstream) {
  const args = [program, "gateway", "--port", "0", "--upstream", upstream];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => child.kill());
  const [address] = await once(createInterface({ input: child.stdout }), "line");
  return String(address);
}

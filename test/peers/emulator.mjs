// Starts `gemini-interactions serve` as anybody would, on a free port.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(
  new URL("node_modules/gemini-interactions/dist/src/cli/main.js", import.meta.url),
);

/** @param {...string} options of `serve` */
export async function startEmulator(...options) {
  const child = spawn(process.execPath, [program, "serve", "--port", "0", ...options]);
  const lines = createInterface({ input: child.stdout });
  const [url] = await once(lines, "line");
  return {
    url,
    async stop() {
      child.kill();
      await once(child, "close");
    },
  };
}

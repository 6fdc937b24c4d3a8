// @ts-check
// The chat without an account: `gemini-interactions serve` with scripted answers, and this application in
// front of it. Ctrl-C stops both.
//
//   npm run demo

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const fileOf = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const packageFile = fileURLToPath(import.meta.resolve("gemini-interactions/package.json"));
const cli = packageFile.replace(/package\.json$/, "dist/src/cli/main.js");

const serve = spawn(
  process.execPath,
  [cli, "serve", "--port", "0", "--mode", "faithful", "--script", fileOf("answers.json")],
  { stdio: ["ignore", "pipe", "inherit"] },
);
// The first line is its address, and each other one a request.
const [serviceUrl] = await once(createInterface({ input: serve.stdout }), "line");

const next = spawn(
  process.execPath,
  [
    fileOf("../node_modules/next/dist/bin/next"),
    "dev",
    "--hostname",
    "localhost",
    ...process.argv.slice(2),
  ],
  {
    cwd: fileOf(".."),
    stdio: "inherit",
    env: {
      ...process.env,
      GEMINI_API_KEY: "any",
      GOOGLE_GEMINI_BASE_URL: serviceUrl,
      SESSION_SECRET: randomBytes(32).toString("hex"),
      NEXT_TELEMETRY_DISABLED: "1",
    },
  },
);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => next.kill(signal));
}
const [code] = await once(next, "exit");
serve.kill();
process.exit(code ?? 0);

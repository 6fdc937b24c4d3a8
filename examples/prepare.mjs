// @ts-check
// Builds the package that the examples of this repository import, unless it is built. The examples run it
// before they start; one that was copied elsewhere takes the published package and needs none of it.

import { execSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** @type {import("node:child_process").ExecSyncOptions} */
const options = { cwd: root, stdio: ["ignore", "ignore", "inherit"] };
const has = (/** @type {string} */ path) => existsSync(`${root}${path}`);

if (!has("dist/src/index.js")) {
  console.error("Building gemini-interactions, once; this takes a minute.");
  // The package's own dependencies, and the tools that build it.
  if (!has("node_modules/esbuild") || !has("node_modules/rollup")) execSync("npm ci", options);
  execSync("npm run build", options);
}

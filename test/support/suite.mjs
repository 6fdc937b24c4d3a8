// What the suites beside `npm test` share: they pack this checkout, install the tarball in a folder with
// a package.json of its own, run one program after another with it, and print what ran.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Thrown by what cannot run on this machine; the message says why. */
export class Skipped extends Error {}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options]
 */
export async function run(command, args, { cwd = root, env = {} } = {}) {
  const options = { cwd, env: { ...process.env, ...env }, maxBuffer: 64 * 1024 * 1024 };
  try {
    const { stdout, stderr } = await promisify(execFile)(command, args, options);
    return stdout + stderr;
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")}\n${error.stdout}${error.stderr}`, {
      cause: error,
    });
  }
}

/**
 * Builds and packs this checkout into an emptied folder.
 *
 * @param {string} out
 * @returns the path of the tarball
 */
export async function pack(out) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await run("npm", ["run", "--silent", "build"]);
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", out];
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(await run("npm", args));
  console.log(`${filename}: ${size} bytes, unpacked ${unpackedSize}, ${entryCount} files`);
  return join(out, filename);
}

/**
 * Installs what a folder's package.json names, and the tarball beside it.
 *
 * @param {string} folder
 * @param {string} tarball
 */
export async function install(folder, tarball) {
  const options = ["--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  await run("npm", ["install", ...options], { cwd: folder });
  await run("npm", ["install", "--no-save", ...options, tarball], { cwd: folder });
}

/**
 * Starts `gemini-interactions serve` of the package that is installed in a folder, on a free port.
 *
 * @param {string} folder
 * @param {...string} options of `serve`
 */
export async function startEmulator(folder, ...options) {
  const program = join(folder, "node_modules/gemini-interactions/dist/src/cli/main.js");
  const child = spawn(process.execPath, [program, "serve", "--port", "0", ...options]);
  const lines = createInterface({ input: child.stdout });
  const [url] = await once(lines, "line");
  /** @type {string[]} its log: one line per request */
  const requests = [];
  lines.on("line", (line) => requests.push(line));
  return {
    url,
    requests,
    async stop() {
      child.kill();
      await once(child, "close");
    },
  };
}

/**
 * One thing that is tried. What it resolves with, if anything, says what it did.
 *
 * @typedef {[name: string, attempt: () => Promise<string | void>]} Trial
 */

/**
 * Runs trials one after another, prints a line for each, and lets the process fail if one failed.
 *
 * @param {Trial[]} trials
 */
export async function runTrials(trials) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const width = Math.max(...trials.map(([name]) => name.length));
  for (const [name, attempt] of trials) {
    const started = performance.now();
    /** @type {keyof typeof counts} */
    let result = "passed";
    const said = await attempt().catch((/** @type {unknown} */ error) => {
      result = error instanceof Skipped ? "skipped" : "failed";
      return error instanceof Error ? error.message : String(error);
    });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    counts[result] += 1;
    console.log(
      `${result.padEnd(7)}  ${name.padEnd(width)}  ${seconds.padStart(5)} s  ${said ?? ""}`,
    );
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed === 0 ? 0 : 1;
}

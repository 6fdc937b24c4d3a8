// What all consumers use: where things are, how to start a tool, and how to tell that a program ran.

import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const here = fileURLToPath(new URL(".", import.meta.url));
export const root = join(here, "..", "..");
/** What is written while consumers run; git ignores it. */
export const out = join(here, "dist");

/** What programs/program.mjs prints. */
const expected = "Paris. Paris. header";

/** @typedef {[name: string, consume: () => Promise<void>]} Consumer */

/** Thrown by a consumer that cannot run on this machine. */
export class Skipped extends Error {}

/**
 * @param {string} command
 * @param {string[]} args
 */
export async function run(command, args, { cwd = here, env = {} } = {}) {
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

/** @param {string[]} args */
export const node = (...args) => run(process.execPath, args);

/**
 * @param {string} name
 * @param {string[]} args
 */
export const tool = (name, ...args) => run(join(here, "node_modules", ".bin", name), args);

/**
 * @param {string} output
 * @param {string} [wanted]
 */
export function expectOutput(output, wanted = expected) {
  if (!output.includes(wanted)) throw new Error(`expected ${wanted}, got: ${output}`);
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

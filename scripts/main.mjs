// @ts-check
// The frame of the commands in this folder: each is a function of its arguments that a test can call,
// and runs by itself only when its file was started.

import { realpathSync } from "node:fs";
import { InputError } from "./spec.mjs";

/**
 * @typedef {object} Output
 * @property {(text: string) => void} log
 * @property {(text: string) => void} error
 *
 * @typedef {(args: string[], output: Output) => Promise<number>} Main resolves with the exit code
 */

/**
 * Runs a command with the arguments of the process, unless its file was only imported.
 *
 * @param {string} file of the command
 * @param {Main} main
 */
export async function runIfStarted(file, main) {
  const started = process.argv[1];
  // Node resolves symbolic links in the second of these only.
  if (started === undefined || realpathSync(started) !== file) return;
  process.exitCode = await run(main, process.argv.slice(2), console);
}

/**
 * Runs a command; input that is wrong is a line of text and the exit code 2.
 *
 * @param {Main} main
 * @param {string[]} args
 * @param {Output} output
 */
export async function run(main, args, output) {
  try {
    return await main(args, output);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    output.error(error.message);
    return 2;
  }
}

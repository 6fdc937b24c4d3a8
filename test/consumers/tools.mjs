// What all consumers use: where things are, how to start a tool, and how to tell that a program ran.

import { join } from "node:path";
import { run } from "../support/suite.mjs";

export const here = import.meta.dirname;
/** What is written while consumers run; git ignores it. */
export const out = join(here, "dist");

/** What programs/program.mjs prints. */
const expected = "Paris. Paris. header";

/** @param {string[]} args */
export const node = (...args) => run(process.execPath, args, { cwd: here });

/**
 * @param {string} name
 * @param {string[]} args
 */
export const tool = (name, ...args) =>
  run(join(here, "node_modules", ".bin", name), args, { cwd: here });

/**
 * @param {string} output
 * @param {string} [wanted]
 */
export function expectOutput(output, wanted = expected) {
  if (!output.includes(wanted)) throw new Error(`expected ${wanted}, got: ${output}`);
}

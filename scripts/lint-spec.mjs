// @ts-check
// Holds spec/ against redocly.yaml and spec/rules.mjs, and prints each problem with its place. The
// exit code is 1 if there are any.

import { runIfStarted } from "./main.mjs";
import { lintSpec } from "./spec.mjs";

/** @type {import("./main.mjs").Main} */
async function main(_args, output) {
  const problems = await lintSpec();
  for (const problem of problems) output.error(problem);
  return problems.length === 0 ? 0 : 1;
}

await runIfStarted(import.meta.filename, main);

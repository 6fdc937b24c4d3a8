// @ts-check
// Everything that has to be true before a commit, in the order in which it fails fastest. `--skip
// build,tests` leaves out the steps of these names: CI has run both before, by the README's command.

import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

/** @type {[name: string, command: string][]} */
const steps = [
  ["generated files are fresh", "node scripts/generate.mjs --check"],
  ["spec", "node scripts/lint-spec.mjs"],
  ["words", "node scripts/check-words.mjs"],
  // Before lint and types: the examples import the built package.
  ["build", "npm run --silent build"],
  ["lint", "oxlint --type-aware --deny-warnings"],
  ["format", "oxfmt --check"],
  ["types", "tsc --noEmit"],
  ["examples' types", "tsc -p examples"],
  ["tests", "vitest run --coverage"],
  ["README", "node scripts/check-readme.mjs"],
  ["API docs", "typedoc --emit none"],
  ["package", "publint --strict"],
  ["package types", "attw --pack . --quiet"],
  ["size", "size-limit"],
  ["unused code", "knip"],
];

const { values } = parseArgs({ options: { skip: { type: "string", default: "" } } });
const skipped = values.skip.split(",").filter((name) => name !== "");
const names = steps.map(([name]) => name);
const unknown = skipped.find((name) => !names.includes(name));
if (unknown !== undefined) {
  // A step that was renamed would otherwise run twice, and nobody would notice.
  console.error(`Unknown step "${unknown}" in --skip. The steps are ${names.join(", ")}.`);
  process.exit(2);
}

for (const [name, command] of steps.filter(([step]) => !skipped.includes(step))) {
  const started = performance.now();
  // Through npm exec, so that the tools of this package are found; quiet about npm's own settings.
  const { status, stdout, stderr } = spawnSync(`npm exec --no -- ${command}`, {
    shell: true,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, npm_config_loglevel: "error", NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s): ${command}`);
  if (status !== 0) {
    console.log(stdout, stderr);
    process.exit(1);
  }
}

// @ts-check
// Everything that has to be true before a commit, in the order in which it fails fastest.

import { spawnSync } from "node:child_process";

const steps = [
  ["generated files are fresh", "node scripts/generate.mjs --check"],
  ["spec", "node scripts/lint-spec.mjs"],
  // Before lint and types: the examples import the built package.
  ["build", "npm run --silent build"],
  ["lint", "oxlint --type-aware --deny-warnings"],
  ["format", "oxfmt --check"],
  ["types", "tsc --noEmit"],
  ["tests", "vitest run --coverage"],
  ["README", "node scripts/check-readme.mjs"],
  ["API docs", "typedoc --emit none"],
  ["package", "publint --strict"],
  ["package types", "attw --pack . --quiet"],
  ["size", "size-limit"],
  ["unused code", "knip"],
];

for (const [name, command] of steps) {
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

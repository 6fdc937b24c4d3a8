// @ts-check
// Type-checks and runs the examples: the files of examples/, then each folder with a package of its own,
// which is installed first. Names of folders as arguments choose among those; `files` is the files. The
// web chat needs a browser and is run by `npm run test:browser`.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folders = readdirSync(`${root}examples`).filter(
  (name) => name !== "web-chat" && existsSync(`${root}examples/${name}/package.json`),
);
const all = ["files", ...folders];
const chosen = process.argv.length > 2 ? process.argv.slice(2) : all;

for (const name of chosen) {
  if (!all.includes(name)) fail(`No example "${name}": ${all.join(", ")}.`);
  console.log(`\n== ${name} ==`);
  if (name === "files") {
    run("npm exec --no -- tsc -p examples", root);
    run("node --test examples/test/examples.test.mjs", root);
    continue;
  }
  const folder = `${root}examples/${name}`;
  for (const script of ["npm ci", "npm run --silent types", "npm test"]) run(script, folder);
}

/** @param {string} command @param {string} cwd */
function run(command, cwd) {
  const { status } = spawnSync(command, { cwd, shell: true, stdio: "inherit" });
  if (status !== 0) fail(`Failed in ${cwd}: ${command}`);
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

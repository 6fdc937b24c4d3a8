// @ts-check
// `npm run test:peers`: packs the library, installs it beside other clients and test runners, and runs
// what is here with them: the official SDK, the AI SDK and curl against the emulator, both sides of the
// samples of docs/from-*.md, and the examples of docs/testing.md for Jest and Playwright. Needs the npm registry.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "..", "..");
const examples = join(here, "examples");

/** @param {string} file @param {string[]} args @param {string} [cwd] */
function run(file, args, cwd = here) {
  console.log(`\n> ${[file, ...args].join(" ")}`);
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  execFileSync(file, args, { cwd, stdio: "inherit", env });
}

/** @param {string} runner */
function example(runner) {
  const page = readFileSync(join(root, "docs", "testing.md"), "utf8");
  const code = new RegExp(`^\`\`\`js ${runner}\\n(.*?)^\`\`\`$`, "ms").exec(page)?.[1];
  if (code === undefined) throw new Error(`docs/testing.md has no example for ${runner}.`);
  return code;
}

const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
run("npm", ["install", ...quiet]);
run("npm", ["pack", "--loglevel=error", "--pack-destination", here], root);
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const tarball = join(here, `${name}-${version}.tgz`);
run("npm", ["install", "--no-save", "--no-package-lock", ...quiet, tarball]);
rmSync(tarball);

rmSync(examples, { recursive: true, force: true });
mkdirSync(examples);
writeFileSync(join(examples, "example.jest.cjs"), example("jest"));
writeFileSync(join(examples, "example.spec.mjs"), example("playwright"));
// Without a folder of its own, Playwright passes over what git ignores.
writeFileSync(join(examples, "playwright.config.mjs"), 'export default { testDir: "." };');

run(process.execPath, ["--test", "genai.mjs", "ai-sdk.mjs", "curl.mjs", "migration.mjs"]);
run(process.execPath, ["node_modules/jest/bin/jest.js", "--testMatch", "**/*.jest.cjs"]);
run(process.execPath, ["node_modules/@playwright/test/cli.js", "test", "--config", "examples"]);

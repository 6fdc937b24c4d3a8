// @ts-check
// Compiles every TypeScript block of the Markdown files against the built package. Runs those of docs/
// one after another, against the testing service in place of the network; a block that cannot run says
// why in its first line, after "Not run by the checks:", and is listed at the end. Runs those of README.md
// against `serve`, as a reader would: each must print the text block that follows it. The table of faults
// in README.md has to be the one of the newest results.

import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildSync } from "esbuild";
import { startEmulator } from "../test/support/suite.mjs";
import { sectionOf } from "./section.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
// Inside the package, so that its dependencies are found.
const folder = join(root, "node_modules", ".cache", "readme");

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "node_modules"), { recursive: true });
// Below node_modules a package does not find itself by its name.
symlinkSync(root, join(folder, "node_modules", "gemini-interactions"), "dir");

const read = (/** @type {string} */ file) => readFileSync(join(root, file), "utf8");
const breaks = sectionOf(read("docs/conformance-table.md"), "breaks");
if (sectionOf(read("README.md"), "breaks") !== breaks) {
  throw new Error(`README.md is stale. Its table of faults should be:\n\n${breaks}`);
}

const pages = readdirSync(join(root, "docs"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => `docs/${name}`);

let count = 0;
/** @type {string[]} */
const notRun = [];
/** @type {string[]} */
const toRun = [];
/** @type {[source: string, printed: string][]} */
const firstSteps = [];
for (const file of ["README.md", "spec/README.md", ...pages]) {
  const text = read(file);
  const blocks = text.matchAll(/^```ts\n(.*?)^```\n(?:\n```text\n(.*?)^```$)?/gms);
  for (const { 1: code = "", 2: printed, index } of blocks) {
    count += 1;
    const line = text.slice(0, index).split("\n").length;
    const source = join(folder, `${file.replaceAll("/", "-")}-${line}.ts`);
    // A module of its own, so that two blocks may use the same names.
    writeFileSync(source, `${code}\nexport {};\n`);
    if (file === "README.md") {
      if (printed === undefined) throw new Error(`README.md:${line}: what does it print?`);
      firstSteps.push([source, printed]);
    }
    if (!file.startsWith("docs/")) continue;
    const [, reason] = /^\/\/ Not run by the checks: (.*)/.exec(code) ?? [];
    if (reason === undefined) toRun.push(source);
    else notRun.push(`${file}:${line} ${reason}`);
  }
}

const config = {
  extends: join(root, "tsconfig.json"),
  compilerOptions: { rootDir: root, noUnusedLocals: false },
  include: ["*.ts"],
};
writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
const compiled = spawnSync(process.execPath, [tsc, "-p", folder], { stdio: "inherit" });
console.log(`${count} examples compiled`);

const entryPoints = [...toRun, ...firstSteps.map(([source]) => source)];
buildSync({ entryPoints, outdir: folder, format: "esm", target: "es2023" });
const scripts = toRun.map((source) => source.replace(/\.ts$/, ".js"));
const runner = join(root, "scripts", "run-examples.mjs");
// Nothing of this machine's own settings: examples read their credentials from the environment.
const env = { PATH: process.env["PATH"], GEMINI_API_KEY: "key-of-nobody" };
const ran = spawnSync(process.execPath, [runner, ...scripts], { encoding: "utf8", env });
if (ran.status === 0) console.log(`${scripts.length} examples ran`);
else console.log(ran.stdout, ran.stderr);
for (const reason of notRun) console.log(`not run: ${reason}`);

const emulator = await startEmulator(folder);
const access = { ...env, GEMINI_API_KEY: "any", GOOGLE_GEMINI_BASE_URL: emulator.url };
try {
  for (const [source, wanted] of firstSteps) {
    const script = source.replace(/\.ts$/, ".js");
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env: access });
    if (stdout.trim() === wanted.trim()) continue;
    throw new Error(`A snippet of README.md prints something else:\n${stdout}\nthan\n${wanted}`);
  }
} finally {
  await emulator.stop();
}
console.log(`${firstSteps.length} first steps print what README.md shows`);

process.exitCode = count === 0 ? 1 : (compiled.status ?? 1) || (ran.status ?? 1);

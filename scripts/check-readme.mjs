// @ts-check
// Compiles every TypeScript block of the Markdown files against the built package, and runs those of
// docs/ one after another, against the testing service in place of the network. A block of docs/ that
// cannot run says why in its first line, after "Not run by the checks:", and is listed at the end. The
// tables that the benches write into README.md have to be those of their results.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { sectionOf } from "./section.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
// Inside the package, so that its dependencies are found.
const folder = join(root, "node_modules", ".cache", "readme");

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, "node_modules"), { recursive: true });
// Below node_modules a package does not find itself by its name.
symlinkSync(root, join(folder, "node_modules", "gemini-interactions"), "dir");

const read = (/** @type {string} */ file) => readFileSync(join(root, file), "utf8");
for (const [name, at] of Object.entries({ faults: "faults-compare", load: "load" })) {
  const results = read(`bench/${at}/RESULTS.md`);
  if (sectionOf(read("README.md"), name) === sectionOf(results, name)) continue;
  throw new Error(`README.md is stale: npm run bench:${name} writes its table.`);
}

const pages = readdirSync(join(root, "docs")).map((name) => `docs/${name}`);

let count = 0;
/** @type {string[]} */
const notRun = [];
/** @type {string[]} */
const toRun = [];
for (const file of ["README.md", "spec/README.md", ...pages]) {
  const text = read(file);
  for (const { 1: code = "", index } of text.matchAll(/^```ts\n(.*?)^```$/gms)) {
    count += 1;
    const line = text.slice(0, index).split("\n").length;
    const source = join(folder, `${file.replaceAll("/", "-")}-${line}.ts`);
    // A module of its own, so that two blocks may use the same names.
    writeFileSync(source, `${code}\nexport {};\n`);
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

buildSync({ entryPoints: toRun, outdir: folder, format: "esm", target: "es2023" });
const scripts = toRun.map((source) => source.replace(/\.ts$/, ".js"));
const runner = join(root, "scripts", "run-examples.mjs");
// Nothing of this machine's own settings: examples read their credentials from the environment.
const env = { PATH: process.env["PATH"], GEMINI_API_KEY: "key-of-nobody" };
const ran = spawnSync(process.execPath, [runner, ...scripts], { encoding: "utf8", env });
if (ran.status === 0) console.log(`${scripts.length} examples ran`);
else console.log(ran.stdout, ran.stderr);
for (const reason of notRun) console.log(`not run: ${reason}`);
process.exitCode = count === 0 ? 1 : (compiled.status ?? 1) || (ran.status ?? 1);

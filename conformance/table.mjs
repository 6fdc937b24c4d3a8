// @ts-check
// `npm run conformance:table [-- part of an adapter's name]`: installs the clients that adapters/ has a
// file for, and this package as packed, runs them through all cases, and writes docs/conformance-table.md
// and the table in README.md. Every cell comes from what was observed. An adapter is a program in
// adapters/ whose second line is the title of its column; one more needs nothing but its file. What was
// observed is kept in adapters/dist: `-- --draw` writes the tables from it, without a run.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { markdownTable } from "../bench/lib/table.mjs";
import { replaceSection } from "../scripts/section.mjs";
import { install, pack } from "../test/support/suite.mjs";
import { longCell, shortCell } from "./describe.mjs";

const here = import.meta.dirname;
const adapters = join(here, "adapters");

/** Rows of the README's table: cases, and what they are called there. */
const shortRows = {
  "resume-some-ids": "a background stream's connection breaks",
  "ends-foreground-eof": "a proxy ends a foreground stream",
  "lost-answer-to-stream": "the response to a create is lost",
  "process-some-ids": "the process is killed, another one continues",
  "outage-stream": "an outage while streaming",
};

/** Columns of the README's table, by their titles. */
const shortColumns = [
  "this library",
  "@google/genai",
  "@google/genai, gateway ²",
  "ai, @ai-sdk/google",
  "ai, resumableFetch ²",
  "openai ¹",
];

const cases = readdirSync(join(here, "cases")).map((file) => {
  /** @type {import("../src/conformance/case.ts").ConformanceCase} */
  const read = JSON.parse(readFileSync(join(here, "cases", file), "utf8"));
  return read;
});

/** The adapters by their titles, this library's first. */
const columns = readdirSync(adapters)
  .filter((file) => /\.(mjs|sh)$/.test(file))
  .map((file) => {
    const [, second = ""] = readFileSync(join(adapters, file), "utf8").split("\n");
    return { file, title: second.replace(/^(\/\/|#) title: /, "") };
  })
  .toSorted((left, right) => (left.title < right.title ? -1 : 1))
  .toSorted((left, right) => Number(isOwn(right)) - Number(isOwn(left)));

/** @param {{ file: string }} column */
function isOwn({ file }) {
  return file.startsWith("gemini-interactions");
}

/**
 * What was observed of one adapter.
 *
 * @typedef {{ date: string, passed: number, failed: number, seconds: number, cases: import("./describe.mjs").Report[] }} Result
 */

/** @param {string} file @returns {Promise<Result>} */
async function runAdapter(file) {
  const program = "node_modules/gemini-interactions/dist/src/cli/main.js";
  const command = [file.endsWith(".sh") ? "sh" : process.execPath, file];
  const args = [program, "conformance", "--json", "--", ...command];
  const child = spawn(process.execPath, args, {
    cwd: adapters,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [result] = await Promise.all([json(child.stdout), once(child, "close")]);
  // What the command printed with --json.
  return { .../** @type {any} */ (result), date: new Date().toISOString().slice(0, 10) };
}

const [wanted = ""] = process.argv.slice(2);
const out = join(adapters, "dist");
if (wanted !== "--draw") {
  await install(adapters, await pack(join(out, "package")));
  for (const { file, title } of columns.filter((each) => each.file.includes(wanted))) {
    console.log(`\n${title}`);
    const result = JSON.stringify(await runAdapter(file));
    writeFileSync(join(out, `${file}.json`), result);
  }
}
/** @type {Result[]} */
const results = columns.map(({ file }) =>
  JSON.parse(readFileSync(join(out, `${file}.json`), "utf8")),
);

/** @param {string} name */
function caseOf(name) {
  const found = cases.find((each) => each.name === name);
  if (found === undefined) throw new Error(`conformance/cases has no ${name}.`);
  return found;
}

/** @param {string} name @param {typeof longCell} describe @param {string[]} titles */
function cellsOf(name, describe, titles) {
  return titles.map((title) => {
    const result = results[columns.findIndex((each) => each.title === title)];
    const report = result?.cases.find((each) => each.name === name);
    return report === undefined ? "" : describe(report, caseOf(name));
  });
}

const head = columns.map(({ title }) => title);
const short = markdownTable(
  ["what breaks", ...shortColumns],
  Object.entries(shortRows).map(([name, label]) => [
    label,
    ...cellsOf(name, shortCell, shortColumns),
  ]),
);

const names = results[0]?.cases.map(({ name }) => name) ?? [];
const groups = [...new Set(names.map((name) => name.split("-")[0] ?? ""))];
const tables = groups.map((group) => {
  const rows = names
    .filter((name) => name.startsWith(`${group}-`))
    .map((name) => [name, caseOf(name).sentence, ...cellsOf(name, longCell, head)]);
  return `## ${group}\n\n${markdownTable(["case", "what happens", ...head], rows)}`;
});
const totals = markdownTable(
  ["", ...head],
  [
    ["passed", ...results.map(({ passed }) => String(passed))],
    ["failed", ...results.map(({ failed }) => String(failed))],
    ["not supported", ...results.map((each) => String(names.length - each.passed - each.failed))],
    ["minutes", ...results.map(({ seconds }) => (seconds / 60).toFixed(1))],
  ],
);

const { dependencies } = JSON.parse(readFileSync(join(adapters, "package.json"), "utf8"));
const versions = Object.entries(dependencies).map((each) => each.join(" "));
const dates = [...new Set(results.map(({ date }) => date))].toSorted();
const observed = `Observed on ${dates.join(" and ")}, with ${versions.join(", ")}, on Node ${process.version}:`;

const page = join(here, "../docs/conformance-table.md");
const readme = join(here, "../README.md");
const summary = `${short}\n`;
const all = `${observed}\n\n${totals}\n\n${tables.join("\n\n")}\n`;
let text = readFileSync(page, "utf8");
text = replaceSection(replaceSection(text, "breaks", summary), "conformance", all);
writeFileSync(page, text);
writeFileSync(readme, replaceSection(readFileSync(readme, "utf8"), "breaks", summary));
console.log(`\n${totals}`);

// A case says who fails it: that must be what was seen.
for (const { name, failedBy } of cases) {
  const index = columns.findIndex(({ title }) => title.replace(/ [¹²]$/, "") === failedBy);
  const report = results[index]?.cases.find((each) => each.name === name);
  if (report === undefined || report.result === "failed") continue;
  console.error(`${name}.json says that ${failedBy} fails it: ${report.result}`);
  process.exitCode = 1;
}
if (results.some(({ failed }, index) => failed > 0 && isOwn(columns[index] ?? { file: "" }))) {
  process.exitCode = 1;
}

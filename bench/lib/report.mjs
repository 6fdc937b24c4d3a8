// @ts-check
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { markdownTable } from "./table.mjs";

const defaultMetrics = { ms: "ms" };

const legend = {
  ours: "this library with its defaults; `ours:final` is `finalInteraction()`, `ours:no-accumulate` has `accumulate: false`, `ours:resume-off` `resume: false`, `ours:bare` is its connection without a position",
  limit: "find the newline, slice, `JSON.parse`: no error, no `\\r`, nothing else",
  "parser-callback": "`fetch`, eventsource-parser and `JSON.parse` in its callback",
  "parser-generator": "the same behind an async generator: what a good engineer writes by hand",
  genai: "@google/genai, `interactions.create`",
  ai: "`streamText` of ai with `interactions()` of @ai-sdk/google",
  openai: "openai, `responses.create`, on a stream of its own shape with the same texts",
  anthropic:
    "@anthropic-ai/sdk, `messages.create`, on a stream of its own shape with the same texts",
  "openapi-fetch":
    "a bare openapi-fetch client; its streams are read like those of parser-callback",
  dependencies: "openapi-fetch and eventsource-parser, imported alone",
};

/** Digits enough to compare, and no more. @param {number} value */
function format(value) {
  if (Number.isInteger(value) || value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A value and how many times the reference it is; nothing where nothing was measured. */
function cell(results, reference, name, contestant, metric) {
  const value = results.median(name, contestant, metric);
  if (value === undefined) return "";
  const ratio = results.ratio(name, contestant, reference, metric);
  const times = ratio === undefined || !Number.isFinite(ratio) ? "" : ` (${format(ratio)})`;
  return `${format(value)}${contestant === reference ? "" : times}`;
}

/** One case in one line. */
export function summary(results, { reference, metrics = defaultMetrics }, { name, contestants }) {
  return Object.entries(metrics)
    .map(([metric, unit]) => {
      const cells = contestants.map((contestant) => {
        const text = cell(results, reference, name, contestant, metric);
        return text && `${contestant} ${text}`;
      });
      const text = cells.filter((each) => each !== "").join(", ");
      return text && `${unit}: ${text}`;
    })
    .filter((text) => text !== "")
    .join("; ");
}

/** The checks of all workloads. */
export function checkTable(measured) {
  const rows = measured.flatMap(({ letter, workload, cases, results }) =>
    workload
      .checks(results, cases)
      .filter(({ value }) => Number.isFinite(value))
      .map(({ name, what, value, atLeast, atMost }) => {
        const [word, bound] = atLeast === undefined ? ["at most", atMost] : ["at least", atLeast];
        const isMet = atLeast === undefined ? value <= atMost : value >= atLeast;
        const target = bound === undefined ? "" : `${word} ${bound}`;
        return [letter, name, what, format(value), target, target && (isMet ? "yes" : "no")];
      }),
  );
  return markdownTable(["", "case", "what", "value", "target", "met"], rows);
}

function workloadSection({ letter, workload, cases, results }) {
  const { title, reference, metrics = defaultMetrics } = workload;
  const contestants = [...new Set(cases.flatMap((each) => each.contestants))];
  const rows = cases.flatMap(({ name }) =>
    Object.entries(metrics).map(([metric, unit]) =>
      [`${name}, ${unit}`].concat(
        contestants.map((contestant) => cell(results, reference, name, contestant, metric)),
      ),
    ),
  );
  const filled = rows.filter((row) => row.slice(1).some((text) => text !== ""));
  return `## (${letter}) ${title}\n\n${markdownTable(["", ...contestants], filled)}\n`;
}

function versions() {
  const { dependencies } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  return Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
}

/**
 * Writes RESULTS.md.
 *
 * @param {number} rounds
 */
export function writeResults(measured, rounds) {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const machine = `${availableParallelism()} cores, ${memory} of memory, ${process.platform} ${process.arch}`;
  const text = `# Measured against others

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, on a machine of ${machine}, by Node ${process.versions.node}.

Each measurement ran in a fresh process with Node's default settings, and checked the number and the
content of the events it read. The contestants took turns, ${rounds} rounds or more; values are medians,
and ratios are medians of the ratios within a round. Time is that in the loop over the events, unless
the workload says otherwise. In memory means a custom \`fetch\` over prepared bytes; HTTP means a
server in another process on the same machine. The machine may have
done other work too: compare within a row.

Versions: ${versions().join(", ")}.

${Object.entries(legend)
  .map(([name, meaning]) => `- ${name}: ${meaning}`)
  .join("\n")}

## Targets

${checkTable(measured)}

In the tables below, the number in brackets is the ratio to the workload's reference.

${measured.map(workloadSection).join("\n")}`;
  writeFileSync(new URL("../RESULTS.md", import.meta.url), text);
}

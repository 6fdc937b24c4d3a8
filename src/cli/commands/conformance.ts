// `conformance`: tests a client in any language against what the service is known to do. The client is a
// command that is run once per case; the cases are files of the package. docs/conformance.md says how to
// write such a command.

import { groupOf } from "../../conformance/case.ts";
import { readCases, runSuite } from "../../conformance/suite.ts";
import type { CaseReport } from "../../conformance/suite.ts";
import { printable } from "../../util/printable.ts";
import { defineCommand, exitCodes, hint, UsageError } from "../args.ts";
import type { Command } from "../args.ts";
import { write } from "../output.ts";

/** Longest time for one call: some clients retry for half a minute before they give up. */
const defaultLimitSeconds = 60;
/** Cases at a time: most of their time is waiting. */
const defaultJobs = 2;

/** The command `conformance`. */
export const conformance: Command = defineCommand({
  name: "conformance",
  summary: "Test a client, in any language, against what the service is known to do",
  usage: "-- <command>",
  notes: [
    "The command is run once per case, with CONFORMANCE_URL and CONFORMANCE_CALL in its",
    'environment, and prints one line of JSON: {"text", "status", "error"}.',
  ],
  options: {
    case: {
      type: "string",
      multiple: true,
      value: "<name>",
      help: "Only this case, or this group, such as framing; repeatable",
    },
    cases: { type: "string", value: "<dir>", help: "Read the cases from this folder" },
    jobs: {
      type: "string",
      value: "<number>",
      help: `Cases at a time (default: ${defaultJobs})`,
    },
    limit: {
      type: "string",
      value: "<seconds>",
      help: `Longest time for one call (default: ${defaultLimitSeconds})`,
    },
    json: { type: "boolean", help: "Print everything that was observed, as one JSON value" },
    list: { type: "boolean", help: "Print the names of the cases, with a sentence for each" },
    help: { type: "boolean", short: "h", help: "Show this help" },
  },
  async run(values, command) {
    const { cases: folder = new URL("../../../conformance/cases", import.meta.url) } = values;
    const cases = choose(readCases(folder), values.case);
    if (values.list === true) {
      for (const { name, sentence } of cases) await write(`${name}: ${sentence}\n`);
      return exitCodes.completed;
    }
    if (command.length === 0) throw new UsageError("Pass the command after --.");
    const { startServer } = await import("../../testing/node.ts");
    const started = performance.now();
    const width = Math.max(...cases.map(({ name }) => name.length));
    const reports = await runSuite(cases, command, {
      startServer,
      limitMs: toNumber("limit", values.limit, defaultLimitSeconds) * 1_000,
      jobs: toNumber("jobs", values.jobs, defaultJobs),
      onReport(report) {
        const line = lineOf(report, width);
        if (values.json === true) console.error(line);
        else console.log(line);
      },
    });
    const counts = countsOf(reports);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    if (values.json === true) {
      await write(`${JSON.stringify({ ...counts, seconds, cases: reports }, undefined, 2)}\n`);
    } else {
      for (const line of tableOf(reports)) console.log(line);
      const { passed, failed, unsupported } = counts;
      console.log(`${passed} passed, ${failed} failed, ${unsupported} not supported, ${seconds} s`);
    }
    return counts.failed === 0 ? exitCodes.completed : exitCodes.error;
  },
});

/** The cases with these names, or of these groups. */
function choose<Case extends { readonly name: string }>(
  cases: readonly Case[],
  wanted: readonly string[] = [],
): readonly Case[] {
  const known = new Set(cases.flatMap((each) => [each.name, groupOf(each)]));
  const unknown = wanted.find((name) => !known.has(name));
  if (unknown !== undefined)
    throw new UsageError(`Unknown case "${unknown}".${hint(unknown, known)}`);
  if (wanted.length === 0) return cases;
  return cases.filter((each) => wanted.includes(each.name) || wanted.includes(groupOf(each)));
}

const words = { passed: "ok", failed: "FAIL", unsupported: "-" } as const;

function lineOf({ name, result, seconds, reasons }: CaseReport, width: number): string {
  const line = `${words[result].padEnd(4)}  ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(5)} s`;
  return printable([line, reasons.join("; ")].filter(Boolean).join("  "));
}

/** The results by group. */
function tableOf(reports: readonly CaseReport[]): string[] {
  const names = [...new Set(reports.map(groupOf))];
  const width = Math.max(...names.map(({ length }) => length));
  const rows = names.map((name) => {
    const { passed, failed, unsupported } = countsOf(
      reports.filter((report) => groupOf(report) === name),
    );
    const cells = [passed, failed, unsupported].map((count) => String(count).padStart(6));
    return `${name.padEnd(width)}  ${cells.join("  ")}`;
  });
  const head = ["passed", "failed", "     -"].join("  ");
  return ["", `${"".padEnd(width)}  ${head}`, ...rows, ""];
}

function countsOf(reports: readonly CaseReport[]): Record<CaseReport["result"], number> {
  const count = (result: CaseReport["result"]): number =>
    reports.filter((report) => report.result === result).length;
  return { passed: count("passed"), failed: count("failed"), unsupported: count("unsupported") };
}

function toNumber(option: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^[1-9]\d{0,3}$/.test(text)) {
    throw new UsageError(`--${option} ${text}: expected a whole number from 1 to 9999.`);
  }
  return Number(text);
}

// Runs cases against a command, some at a time, and reports on them. Each case has a server of its own
// on 127.0.0.1, so that a client that is still busy with one case cannot disturb another.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { InteractionsService } from "../testing/options.ts";
import { groupOf, groups, readCase } from "./case.ts";
import type { ConformanceCase, Group } from "./case.ts";
import { judgeCase } from "./judge.ts";
import type { Verdict } from "./judge.ts";
import { createPlayer } from "./player.ts";
import { runCommand } from "./process.ts";

/** The result of a command in one case. */
export interface CaseReport extends Verdict {
  readonly name: string;
  readonly sentence: string;
  readonly habits: readonly string[];
  readonly seconds: number;
}

/** Puts a service on a port of this machine. */
export type StartServer = (
  service: Pick<InteractionsService, "fetch">,
) => Promise<{ readonly url: string; close(): Promise<void> }>;

/** Options of {@link runSuite}. */
export interface SuiteOptions {
  readonly startServer: StartServer;
  /** Longest time for one call, in milliseconds. */
  readonly limitMs: number;
  /** Cases at a time. */
  readonly jobs: number;
  /** Is called as each case ends. */
  onReport(report: CaseReport): void;
}

/**
 * Reads all cases of a folder, by group and name.
 *
 * @throws Error that names a file that is not a case
 */
export function readCases(folder: string | URL): ConformanceCase[] {
  const path = typeof folder === "string" ? folder : fileURLToPath(folder);
  const files = readdirSync(path).filter((name) => name.endsWith(".json"));
  const cases = files.map((file) =>
    readCase(file.slice(0, -".json".length), readFileSync(`${path}/${file}`, "utf8")),
  );
  return cases.toSorted(
    (left, right) => place(left) - place(right) || (left.name < right.name ? -1 : 1),
  );
}

function place(each: ConformanceCase): number {
  // readCase has refused names of no group.
  return groups.indexOf(groupOf(each) as Group);
}

/** Runs the command in each case, and resolves with the reports in the order of the cases. */
export async function runSuite(
  cases: readonly ConformanceCase[],
  command: readonly string[],
  options: SuiteOptions,
): Promise<CaseReport[]> {
  const reports: CaseReport[] = [];
  const waiting = cases.entries();
  const work = async (): Promise<void> => {
    // The workers share the iterator.
    for (const [index, each] of waiting) {
      const report = await runOne(each, command, options);
      reports[index] = report;
      options.onReport(report);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  return reports;
}

async function runOne(
  each: ConformanceCase,
  command: readonly string[],
  { startServer, limitMs }: SuiteOptions,
): Promise<CaseReport> {
  const player = createPlayer(each);
  const server = await startServer(player);
  const started = performance.now();
  try {
    const { url } = server;
    const verdict = await judgeCase(each, player, (call) =>
      runCommand(command, call, { url, name: each.name, limitMs }),
    );
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    const { name, sentence, habits } = each;
    return { name, sentence, habits, seconds, ...verdict };
  } finally {
    await server.close();
  }
}

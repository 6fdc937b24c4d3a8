// Counts verdicts, and prints them for a whole run.

import type { Reporter, TestModule } from "vitest/node";
import type { FaultCase } from "./cases.ts";
import type { Verdict } from "./run-case.ts";

/** How many cases of each kind came to which result. */
export type Tally = Record<string, Record<Verdict["result"], number>>;

declare module "vitest" {
  interface TaskMeta {
    faults?: Tally;
  }
}

/** Every run does the same; another seed chooses other random cases. */
export const seed = Number(process.env["FAULT_SEED"] ?? 4);
/** The one case to run, such as `m123` in memory or `s45` over sockets. */
export const onlyCase = process.env["FAULT_CASE"];

/** The cases that are this test's: those of the list that `isMine` picks, or the one asked for. */
export function chooseCases<Case>(
  letter: "m" | "s" | "f",
  list: readonly Case[],
  isMine: (number: number) => boolean,
): (readonly [name: string, each: Case])[] {
  return [...list.entries()].flatMap(([number, each]) => {
    const name = `${letter}${number}`;
    const isChosen = isMine(number) && (onlyCase === undefined || onlyCase === name);
    return isChosen ? [[name, each] as const] : [];
  });
}

/** Runs cases, so many at a time, and answers how they went; with a line for each failure. */
export async function runCases<Case extends { readonly kind: string }>(
  cases: readonly (readonly [name: string, each: Case])[],
  run: (each: Case) => Promise<Verdict>,
  describe: (each: Case) => string,
  width = 1,
): Promise<{ tally: Tally; failures: string[] }> {
  const tally: Tally = {};
  const failures: string[] = [];
  const queue = cases.values();
  const work = async (): Promise<void> => {
    for (const [name, each] of queue) {
      const { result, detail = "" } = await run(each);
      const row = (tally[each.kind] ??= emptyRow());
      row[result] += 1;
      if (result === "passed") continue;
      const again = `FAULT_SEED=${seed} FAULT_CASE=${name} npm run test:faults`;
      failures.push(`${result}: ${describe(each)}\n${detail}\n  again: ${again}`);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return { tally, failures };
}

function emptyRow(): Tally[string] {
  return { passed: 0, lost: 0, doubled: 0, hung: 0, wrong: 0 };
}

/** A fault case in one line. */
export function describeCase({
  kind,
  scene,
  faults,
  reading,
  chunkBytes,
  restart,
}: FaultCase): string {
  const setting = JSON.stringify({ faults, reading, chunkBytes, restart }, showFunction);
  return `${kind}, ${scene.name} ${setting}`;
}

function showFunction(_: string, value: unknown): unknown {
  // The only functions in a case cut texts.
  return typeof value === "function" ? `as ${value("0123456789").join("|")}` : value;
}

/** Prints the sums over all files of a run. */
export class FaultReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const sums: Tally = {};
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        for (const [kind, row] of Object.entries(test.meta().faults ?? {})) {
          add((sums[kind] ??= emptyRow()), row);
        }
      }
    }
    process.stdout.write(`${formatTally(sums)}\n`);
  }
}

function add(sum: Tally[string], row: Tally[string]): void {
  sum.passed += row.passed;
  sum.lost += row.lost;
  sum.doubled += row.doubled;
  sum.hung += row.hung;
  sum.wrong += row.wrong;
}

function formatTally(tally: Tally): string {
  const total = emptyRow();
  const line = (kind: string, { passed, lost, doubled, hung, wrong }: Tally[string]): string =>
    [
      kind.padEnd(28),
      ...[passed, lost, doubled, hung, wrong].map((n) => String(n).padStart(8)),
    ].join("");
  const lines = Object.entries(tally).map(([kind, row]) => {
    add(total, row);
    return line(kind, row);
  });
  const { passed, lost, doubled, hung, wrong } = total;
  const head = ["passed", "lost", "doubled", "hung", "wrong"].map((name) => name.padStart(8));
  return [
    `Seed ${seed}. One case again: FAULT_SEED=${seed} FAULT_CASE=m123 npm run test:faults`,
    `${"".padEnd(28)}${head.join("")}`,
    ...lines,
    line("all", total),
    `${passed} passed, ${lost + doubled + hung + wrong} failed`,
  ].join("\n");
}

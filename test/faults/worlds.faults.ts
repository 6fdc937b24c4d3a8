import { expect, test } from "vitest";
import { listRuns, searchWorld } from "./worlds.ts";
import type { World } from "./worlds.ts";

test.each<{
  part: number;
  length: number;
  ids: readonly World["ids"][];
  dialects: readonly World["dialect"][];
}>([
  {
    part: 0,
    length: 4,
    ids: ["all", "none", "odd", "even", "shared"],
    dialects: ["current", "legacy"],
  },
  { part: 0, length: 5, ids: ["all", "none", "odd"], dialects: ["current"] },
])(
  "%o",
  ({ length, ids: patterns, dialects }) => {
    const result = { connections: 0, losses: 0, failures: [] as string[] };
    const t = process.cpuUsage().user;
    for (const atoms of listRuns(length)) {
      if (length === 5 && atoms.length < 5) continue;
      for (const ids of patterns) {
        for (const dialect of dialects) {
          searchWorld({ atoms, ids, dialect }, result);
        }
      }
    }
    console.log(
      result.connections,
      result.losses,
      (process.cpuUsage().user - t) / 1000,
      result.failures.length,
    );
    expect(result.failures.slice(0, 3).join("\n\n")).toBe("");
  },
  600_000,
);

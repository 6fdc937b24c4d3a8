import { expect, test } from "vitest";
import type { Tally } from "./tally.ts";
import { idPatterns, listRuns, searchWorld } from "./worlds.ts";
import type { Result, World } from "./worlds.ts";

const timeout = 3_600_000;

/** Every world of runs up to four events, and those of five with the patterns that differ most. */
const worlds: [string, () => Generator<World>][] = [
  ["up to four events", () => listWorlds(0, 4)],
  ["five events", () => listWorlds(5, 5)],
];

function* listWorlds(shortest: number, longest: number): Generator<World> {
  const isSmall = longest < 5;
  for (const atoms of listRuns(longest)) {
    if (atoms.length < shortest) continue;
    for (const ids of isSmall ? idPatterns : (["all", "odd", "none"] as const)) {
      yield { atoms, ids, dialect: "current" };
      if (isSmall) yield { atoms, ids, dialect: "legacy" };
    }
  }
}

test.for(worlds)(
  "worlds of %s: content comes once and in order, notices at least once",
  { timeout },
  ([name, list], { task }) => {
    const result: Result = { connections: 0, losses: 0, failures: [] };
    for (const world of list()) searchWorld(world, result);
    const wrong = result.failures.length;
    const passed = result.connections - wrong;
    const tally: Tally = { [`worlds: ${name}`]: { passed, wrong, lost: 0, doubled: 0, hung: 0 } };
    task.meta.faults = tally;
    expect(result.failures.join("\n\n")).toBe("");
  },
);

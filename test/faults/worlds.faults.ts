import { expect, test } from "vitest";
import { idPatterns, listRuns, searchWorld } from "./worlds.ts";

test.each([3, 4])(
  "%o",
  (length) => {
    const result = { connections: 0, cuts: 0, failures: [] as string[] };
    const t = performance.now();
    for (const atoms of listRuns(length)) {
      for (const ids of idPatterns) {
        for (const dialect of ["current", "legacy"] as const) {
          searchWorld({ atoms, ids, dialect }, result);
        }
      }
    }
    expect(performance.now() - t).toBeLessThan(600_000);
    expect(result.failures.slice(0, 3).join("\n\n")).toBe("");
  },
  600_000,
);

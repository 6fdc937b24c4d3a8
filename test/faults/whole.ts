// The whole suite, in parts that run side by side.

import { expect, test, vi } from "vitest";
import { listMemoryCases, listSocketCases } from "./cases.ts";
import { runInMemory, runOverSocket } from "./run-case.ts";
import { describeFeature, listFeatureCases, runFeatureCase } from "./features.ts";
import { chooseCases, describeCase, runCases, seed } from "./tally.ts";

const timeout = 1_200_000;

/** Every so-many-th case in memory, from this one on. */
export function testInMemory(part: number, parts: number): void {
  test(
    "every fault in memory leaves each piece once and in order",
    { timeout },
    async (context) => {
      const cases = chooseCases("m", listMemoryCases(seed), (number) => number % parts === part);
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
      const { tally, failures } = await runCases(cases, runInMemory, describeCase);
      vi.useRealTimers();
      context.task.meta.faults = tally;
      expect(failures.join("\n\n")).toBe("");
    },
  );
}

/** Every so-many-th run with all that events may carry, from this one on. */
export function testFeatures(part: number, parts: number): void {
  test(
    "whatever events carry, content comes once and notices at least once",
    { timeout },
    async (context) => {
      const list = listFeatureCases(seed * 1_000_000, 40_000);
      const cases = chooseCases("f", list, (number) => number % parts === part);
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
      const { tally, failures } = await runCases(cases, runFeatureCase, describeFeature);
      vi.useRealTimers();
      context.task.meta.faults = tally;
      expect(failures.slice(0, 20).join("\n\n")).toBe("");
    },
  );
}

/** All cases over sockets, some at a time. */
export function testOverSockets(): void {
  test(
    "every fault of a socket leaves each piece once and in order",
    { timeout },
    async (context) => {
      const cases = chooseCases("s", listSocketCases(seed), () => true);
      const { tally, failures } = await runCases(cases, runOverSocket, describeCase, 8);
      context.task.meta.faults = tally;
      expect(failures.join("\n\n")).toBe("");
    },
  );
}

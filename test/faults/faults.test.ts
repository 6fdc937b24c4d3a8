// Some hundred cases of the fault suite, of every kind; `npm run test:faults` runs them all.

import { expect, test, vi } from "vitest";
import { listMemoryCases, listSocketCases } from "./cases.ts";
import { runInMemory, runOverSocket } from "./run-case.ts";
import { describeFeature, listFeatureCases, runFeatureCase } from "./features.ts";
import { chooseCases, describeCase, runCases, seed } from "./tally.ts";

test("faults in memory leave each piece once and in order", async () => {
  const kinds = new Set<string>();
  const list = listMemoryCases(seed);
  const isMine = (number: number): boolean => {
    const { kind = "" } = list[number] ?? {};
    const isFirst = !kinds.has(kind);
    kinds.add(kind);
    return isFirst || number % 307 === 0;
  };
  const cases = chooseCases("m", list, isMine);
  expect(cases.length).toBeGreaterThan(150);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { failures } = await runCases(cases, runInMemory, describeCase);
  expect(failures.join("\n\n")).toBe("");
});

test("whatever events carry, content comes once and notices at least once", async () => {
  const cases = chooseCases("f", listFeatureCases(seed * 1_000_000, 250), () => true);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { failures } = await runCases(cases, runFeatureCase, describeFeature);
  expect(failures.slice(0, 5).join("\n\n")).toBe("");
});

test("faults of sockets leave each piece once and in order", async () => {
  const cases = chooseCases("s", listSocketCases(seed), (number) => number % 61 === 0);
  expect(cases.length).toBeGreaterThan(60);
  const { failures } = await runCases(cases, runOverSocket, describeCase, 8);
  expect(failures.join("\n\n")).toBe("");
});

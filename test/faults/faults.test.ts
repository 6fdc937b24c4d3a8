// A few hundred cases of the fault suite; `npm run test:faults` runs them all.

import { afterEach, expect, test, vi } from "vitest";
import { listMemoryCases, listSocketCases } from "./cases.ts";
import { runInMemory, runOverSocket } from "./run-case.ts";
import { chooseCases, runCases, seed } from "./tally.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("faults in memory leave each piece once and in order", async () => {
  const cases = chooseCases("m", listMemoryCases(seed), (number) => number % 151 === 0);
  expect(cases.length).toBeGreaterThan(300);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { failures } = await runCases(cases, runInMemory);
  expect(failures.join("\n\n")).toBe("");
});

test("faults of sockets leave each piece once and in order", async () => {
  const cases = chooseCases("s", listSocketCases(seed), (number) => number % 61 === 0);
  expect(cases.length).toBeGreaterThan(60);
  const { failures } = await runCases(cases, runOverSocket, 8);
  expect(failures.join("\n\n")).toBe("");
});

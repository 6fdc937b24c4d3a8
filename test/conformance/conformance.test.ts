// Each case of the suite as a test: this library passes it in memory, on a faked clock, and the broken
// client that the case names fails it.

import { beforeEach, describe, expect, test, vi } from "vitest";
import { emptyOutput, outputOf } from "../../conformance/adapters/lib/adapter.mjs";
import { connect } from "../../conformance/adapters/lib/ours.mjs";
import { judgeCase } from "../../src/conformance/judge.ts";
import { createPlayer } from "../../src/conformance/player.ts";
import { readCases } from "../../src/conformance/suite.ts";
import * as library from "../../src/index.ts";
import { brokenBy, createBroken } from "./naive.ts";

const cases = readCases(new URL("../../conformance/cases", import.meta.url));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

/** Fires timers, one after another, until a promise has settled; undefined when nothing is left. */
async function settled<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  const settledWith: Value[] = [];
  const done = promise.then((value) => settledWith.push(value));
  for (let fired = 0; fired < 20_000; fired++) {
    for (let quiet = 0; quiet < 6 && settledWith.length === 0; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (settledWith.length > 0) await done;
    if (settledWith.length > 0 || vi.getTimerCount() === 0) break;
    vi.advanceTimersToNextTimer();
  }
  return settledWith[0];
}

describe("this library passes", () => {
  test.each(cases)("$name", async (each) => {
    const player = createPlayer(each);
    const act = connect(library, { fetch: player.fetch });
    const verdict = judgeCase(each, player, (call) => outputOf(act, call));
    expect((await settled(verdict))?.reasons).toEqual([]);
  });
});

describe("a broken client fails", () => {
  test.each(cases.filter((each) => brokenBy(each) !== undefined))("$name", async (each) => {
    const player = createPlayer(each);
    const beliefs = brokenBy(each);
    const invoke =
      beliefs === undefined ? async () => emptyOutput() : createBroken(beliefs, player);
    const verdict = await settled(judgeCase(each, player, invoke));
    // A client that waits for ever has failed, too.
    expect(verdict?.result ?? "failed").toBe("failed");
  });
});

test("at most fifteen cases are passed by every known client", () => {
  expect(cases.length).toBeGreaterThanOrEqual(50);
  expect(cases.filter(({ failedBy }) => failedBy === null).length).toBeLessThanOrEqual(15);
});

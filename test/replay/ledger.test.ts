import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText, startDigest } from "../../src/replay/digest.ts";
import { addContent, countOf, FinishedSteps, newLane } from "../../src/replay/ledger.ts";
import { contentOfDelta } from "../../src/model/delta.ts";
import type { CurrentEvent } from "../../src/model/dialect.ts";
import { Notices } from "../../src/replay/notices.ts";
import {
  cursorOf,
  event,
  named,
  newPosition,
  sign,
  start,
  stop,
  text,
} from "../support/step-events.ts";

test("the digest of a text does not depend on where the service cuts it", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "binary" })), (pieces) => {
      const cut = pieces.reduce(foldText, startDigest);
      expect(cut).toBe(foldText(startDigest, pieces.join("")));
    }),
  );
});

test("a notice nested too deeply to write is never taken for a known one", () => {
  let value: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) value = [value];
  const deep = event("weather", { value }) as CurrentEvent;
  const notices = new Notices();
  notices.add(deep);
  expect(notices.has(deep)).toBe(false);
});

test("finished steps are ranges, in whatever order they finish", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(40)), (indices) => {
      const steps = new FinishedSteps();
      for (const index of indices) steps.add({ index, sum: index, words: 0 });
      expect(steps.count).toBe(indices.length);
      for (let index = 0; index <= 41; index += 1) {
        expect(steps.has(index)).toBe(indices.includes(index));
      }
      const gaps = indices.filter((index) => !indices.includes(index + 1)).length;
      expect(steps.ranges).toHaveLength(2 * gaps);
      expect(steps.clone()).toEqual(steps);
    }),
  );
});

test("kinds of items that the service invents are counted, up to a limit", () => {
  const lane = newLane(0);
  for (let n = 0; n < 1_000; n += 1) {
    addContent(lane, contentOfDelta({ type: `kind ${n} ${"x".repeat(1_000)}`, n }));
  }
  expect(lane.items.size).toBeLessThan(100);
  expect(countOf(lane, "other")).toBeGreaterThan(900);
  expect(Math.max(...[...lane.items.keys()].map((kind) => kind.length))).toBeLessThan(100);
});

// How it grows.

test.each([0, 1, 1_000_000])(
  "a cursor of 15,000 steps from index %i on has less than 300 characters",
  (from) => {
    const id = `v1_${"ChdQcnJvdGVzdC1pbnRlcmFjdGlvbi1pZA".repeat(2)}`;
    const position = newPosition();
    position.accept(event("interaction.created", { interaction: { id } }));
    let longest = 0;
    for (let n = 0; n < 15_000; n += 1) {
      for (const one of [
        start(from + n),
        sign(from + n, "YQ=="),
        text(from + n, "ab"),
        stop(from + n),
      ]) {
        position.accept(n % 3 === 0 ? named(one, `MF90aG91Z2h0XzE1${n}`) : one);
      }
      if (n % 100 === 0 || n > 14_990) {
        position.accept(start(from + n + 1));
        longest = Math.max(longest, cursorOf(position).length);
      }
    }
    expect(longest).toBeLessThan(300);
  },
);

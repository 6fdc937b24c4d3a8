import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { foldText, foldValue, startDigest } from "../../src/replay/digest.ts";
import { addContent, countOf, FinishedSteps, Ledger, newLane } from "../../src/replay/ledger.ts";
import type { Lane } from "../../src/replay/ledger.ts";
import { contentOfDelta } from "../../src/model/delta.ts";
import { compactCursor } from "../../src/replay/cursor-text.ts";
import {
  acceptAll,
  created,
  cursorOf,
  named,
  newPosition,
  positionAfter,
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

test("the digest of a value does not depend on the order of its members", () => {
  expect(foldValue(1, { a: [1, { b: 2 }], c: "d" })).toBe(
    foldValue(1, { c: "d", a: [1, { b: 2 }] }),
  );
  expect(foldValue(1, { a: 1 })).not.toBe(foldValue(1, { b: 1 }));
  expect(foldValue(1, [[1], 2])).not.toBe(foldValue(1, [1, [2]]));
});

test("a value without a bottom has a digest, too", () => {
  let value: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) value = [value];
  expect(Number.isInteger(foldValue(startDigest, value))).toBe(true);
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

test("a copy that catches up on the lanes that changed is equal to its source", () => {
  const ledger = new Ledger();
  const say = (lane: Lane, words: string): void => {
    ledger.amount += addContent(lane, contentOfDelta({ type: "text", text: words }));
  };
  for (const index of [0, 1, 2]) ledger.start(newLane(index, 7));
  const copy = ledger.clone();
  say(ledger.lane(1), "ab");
  ledger.stop(ledger.lane(2));
  ledger.start(newLane(3, 7));
  expect(copy).not.toEqual(ledger);
  copy.catchUp(ledger, [1, 2, 3]);
  expect(Object.assign(copy, { recent: ledger.recent })).toEqual(ledger);
  say(ledger.lane(1), "c");
  expect(copy.lane(1).text).toBe(2);
});

test("a service that makes kinds up is counted, within bounds", () => {
  const lane = newLane(0);
  for (let n = 0; n < 1_000; n += 1) {
    addContent(lane, contentOfDelta({ type: `kind ${n} ${"x".repeat(1_000)}`, n }));
  }
  expect(lane.items.size).toBeLessThan(100);
  expect(countOf(lane, "other")).toBeGreaterThan(900);
  expect(Math.max(...[...lane.items.keys()].map((kind) => kind.length))).toBeLessThan(100);
});

// How it grows.

/** How many lanes are copied by what `run` does. */
function copiesOf(run: () => void): number {
  const clones = vi.spyOn(Ledger.prototype, "clone");
  const catchUps = vi.spyOn(Ledger.prototype, "catchUp");
  run();
  const cloned = clones.mock.results.map(({ value }) =>
    value instanceof Ledger ? value : undefined,
  );
  const counts = [
    ...cloned.map((ledger) => ledger?.open.size ?? 0),
    ...catchUps.mock.calls.map(([, indices]) => [...indices].length),
  ];
  vi.restoreAllMocks();
  return counts.reduce((sum, count) => sum + count, 0);
}

test.each<[string, (n: number) => void]>([
  [
    "opening steps with ids on every second",
    (n) => {
      const position = newPosition();
      for (let i = 0; i < n; i += 1) position.accept(i % 2 ? named(start(i), `e${i}`) : start(i));
    },
  ],
  [
    "starting every step again",
    (n) => {
      const position = newPosition();
      for (let i = 0; i < 2 * n; i += 1) position.accept(start(i % n));
    },
  ],
  [
    "replaying open steps",
    (n) => {
      const run = Array.from({ length: n }, (_, i) => [start(i), text(i, "a")]).flat();
      const position = positionAfter(...run);
      position.startReplay("start");
      acceptAll(position, run);
    },
  ],
])("%s copies lanes in proportion to their number", (_, run) => {
  const [few, many] = [copiesOf(() => run(100)), copiesOf(() => run(1_000))];
  expect(many).toBeLessThan(11 * few + 11);
});

test.each([0, 1, 1_000_000])(
  "a cursor of 15,000 steps from index %i on has less than 1 kB",
  (from) => {
    const id = `v1_${"ChdQcnJvdGVzdC1pbnRlcmFjdGlvbi1pZA".repeat(2)}`;
    const position = newPosition();
    position.accept(created);
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
        const cursor = { ...cursorOf(position), interactionId: id };
        longest = Math.max(longest, JSON.stringify(cursor).length, compactCursor(cursor).length);
      }
    }
    expect(longest).toBeLessThan(1_024);
  },
);

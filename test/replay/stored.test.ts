// The rest of a run from its stored interaction, for every run of support/runs.ts, from every place;
// and the stream again after a part of that rest.

import { expect, test } from "vitest";
import { accumulate } from "../../src/index.ts";
import type { Interaction } from "../../src/index.ts";
import { runEvents } from "../../src/model/run-events.ts";
import { atomsOf } from "../support/random-runs.ts";
import { rareRuns, runs } from "../support/runs.ts";
import { acceptAll, moved, positionAfter } from "../support/step-events.ts";
import { traceOf } from "../support/trace.ts";

const cases = Object.entries({ ...runs, ...rareRuns }).flatMap(([name, steps]) =>
  (["current", "legacy"] as const).map((dialect) => ({ name, steps, dialect })),
);

/** Up to so many places of a run, evenly. */
function placesOf(length: number, most: number): number[] {
  const step = Math.max(1, Math.floor(length / most));
  return Array.from({ length }, (_, place) => place).filter((place) => place % step === 0);
}

test.each(cases)("$name, $dialect: the stored interaction tells the rest", ({ steps, dialect }) => {
  const atoms = atomsOf(steps, dialect);
  const stored: Interaction = { id: "v1_run1", status: "completed", steps: [...steps] };
  const told = runEvents(stored, dialect);
  for (const place of placesOf(atoms.length, 40)) {
    const had = atoms.slice(0, place);
    const position = positionAfter(...had);
    position.startReplay("interaction");
    const seen = [...had, ...acceptAll(position, told)];
    expect(traceOf(seen)).toEqual(traceOf(atoms));
    expect(accumulate(seen)).toEqual(accumulate(atoms));
  }
});

test.each(cases)("$name, $dialect: the stream goes on after a part of it", ({ steps, dialect }) => {
  const atoms = atomsOf(steps, dialect);
  const stored: Interaction = { id: "v1_run1", status: "completed", steps: [...steps] };
  const told = runEvents(stored, dialect);
  for (const place of placesOf(atoms.length, 12)) {
    for (const part of placesOf(told.length, 12)) {
      const had = atoms.slice(0, place);
      const position = positionAfter(...had);
      position.startReplay("interaction");
      const rest = acceptAll(position, told.slice(0, part));
      const next = position.interactionId === undefined ? position : moved(position);
      next.startReplay("start");
      const seen = [...had, ...rest, ...acceptAll(next, atoms)];
      expect(traceOf(seen)).toEqual(traceOf(atoms));
      expect(accumulate(seen)).toEqual(accumulate(atoms));
    }
  }
});

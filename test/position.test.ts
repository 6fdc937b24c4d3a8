import fc from "fast-check";
import { expect, test } from "vitest";
import { toCursor, toPosition } from "../src/cursor.ts";
import { ReplayMismatch } from "../src/errors.ts";
import { accumulate, parseCursor } from "../src/index.ts";
import type { InteractionStreamEvent } from "../src/index.ts";
import { Position } from "../src/position.ts";
import { createRandom, cutRun, joinAtoms, mutate, randomRuns } from "./support/random-runs.ts";
import type { Atoms, Segment } from "./support/random-runs.ts";
import { traceOf } from "./support/trace.ts";

/** What happens after a connection is lost. */
interface Loss {
  /** Share of the connection's events that came before. */
  readonly after: number;
  /** Where the next one begins: as asked, or further back; or the cursor is refused. */
  readonly from: "saved" | "event" | "step" | "run" | "refused";
  /** Whether the cursor is carried to another process. */
  readonly moves: boolean;
  /** What of the next connection is random. */
  readonly seed: number;
}

const share = fc.nat(100).map((percent) => percent / 100);
const losses = fc.array(
  fc.record<Loss>({
    after: share,
    from: fc.constantFrom("saved", "event", "step", "run", "refused"),
    moves: fc.boolean(),
    seed: fc.integer(),
  }),
  { maxLength: 8 },
);

/** Reads a run over connections that are lost one after another. */
function readRun(atoms: Atoms, plan: readonly Loss[]): InteractionStreamEvent[] {
  const seen: InteractionStreamEvent[] = [];
  /** Where the events began that showed an id. */
  const starts = new Map<string, number>();
  let position = new Position();
  let first: Segment | undefined;
  let from = 0;
  for (const [count, loss] of [...plan, undefined].entries()) {
    const random = createRandom(plan[count - 1]?.seed ?? 1);
    const ids = new Set([...atoms.keys()].filter(() => random() < (count % 3) / 2));
    const segments = cutRun(atoms, from, { random, joins: random(), ids });
    if (first !== undefined) segments.unshift(first);
    const length = loss === undefined ? segments.length : pickEnd(segments.length, loss.after);
    for (const { event, start } of segments.slice(0, length)) {
      const fresh = position.take(event);
      if (fresh !== undefined) seen.push(fresh);
      if (event.event_id !== undefined) starts.set(event.event_id, start);
    }
    if (loss === undefined) break;
    const cursor = loss.moves ? toCursor(position, true) : undefined;
    if (cursor !== undefined) position = toPosition(parseCursor(JSON.stringify(cursor)));
    const { lastEventId } = position;
    first = undefined;
    from = 0;
    if (lastEventId === undefined || loss.from === "refused") {
      position.startReplay("start");
      continue;
    }
    position.startReplay("last-event-id");
    const at = endOf(lastEventId);
    if (loss.from === "saved" || loss.from === "event") from = at;
    if (loss.from === "event") first = joinAtoms(atoms, starts.get(lastEventId) ?? at, at);
    if (loss.from === "step") from = findStart(atoms, at);
  }
  return seen;
}

/** Where the event with this id ends. */
function endOf(id: string): number {
  return Number(id.slice(1));
}

function pickEnd(length: number, part: number): number {
  return Math.round(length * part);
}

/** Where the step begins that is open there; the run's start when others were at work beside it. */
function findStart(atoms: Atoms, at: number): number {
  const open = new Map<number, number>();
  for (const [place, atom] of atoms.slice(0, at).entries()) {
    if (isKind(atom, "start")) open.set(atom.index, place);
    if (isKind(atom, "stop")) open.delete(atom.index);
  }
  const [[index, start] = [0, at], ...others] = open;
  const between = atoms.slice(start, at);
  const isAlone = between.every((atom) => !("index" in atom) || atom.index === index);
  return isAlone && others.length === 0 ? start : 0;
}

function isKind(
  event: InteractionStreamEvent,
  kind: "start" | "stop",
): event is Extract<InteractionStreamEvent, { index: number }> {
  return event.event_type === `step.${kind}` || event.event_type === `content.${kind}`;
}

test("whatever a replay repeats and however it cuts it, each piece comes once and in order", () => {
  fc.assert(
    fc.property(randomRuns({ overlap: true }), losses, (atoms, plan) => {
      const seen = readRun(atoms, plan);
      expect(traceOf(seen)).toEqual(traceOf(atoms));
      expect(accumulate(seen)).toEqual(accumulate(atoms));
    }),
    { seed: 4, numRuns: 2000 },
  );
});

test("a replay that says something else is refused before anything of it is handed out", () => {
  const places = fc.record({ after: share, at: share, seed: fc.integer(), drops: fc.boolean() });
  fc.assert(
    fc.property(randomRuns({ overlap: false }), places, (atoms, { after, at, seed, drops }) => {
      const random = createRandom(seed);
      const ids = new Set([...atoms.keys()].filter(() => random() < 0.2));
      const position = new Position();
      const segments = cutRun(atoms, 0, { random, joins: random(), ids });
      const had = segments.slice(0, pickEnd(segments.length, after));
      for (const { event } of had) position.take(event);
      const { lastEventId } = position;
      const from = random() < 0.5 && lastEventId !== undefined ? endOf(lastEventId) : 0;
      const contradicted = contradict(atoms, [from, had.at(-1)?.end ?? 0], at, drops);
      fc.pre(contradicted !== undefined && !position.finished);
      position.startReplay(from === 0 ? "start" : "last-event-id");
      const replay = cutRun(contradicted ?? atoms, from, { random, joins: random(), ids });
      const fresh: InteractionStreamEvent[] = [];
      expect(() => {
        for (const { event } of replay) fresh.push(...[position.take(event) ?? []].flat());
      }).toThrow(ReplayMismatch);
      expect(fresh).toEqual([]);
    }),
    { seed: 4, numRuns: 2000 },
  );
});

/** The run with one of these atoms changed, or left out; `undefined` when none of them can be. */
function contradict(
  atoms: Atoms,
  [from, end]: readonly [number, number],
  at: number,
  drops: boolean,
): Atoms | undefined {
  const places = [...atoms.keys()].filter((place) => place >= from && place < end);
  const able = places.flatMap((place) => {
    const atom = atoms[place];
    const changed = atom && mutate(atom);
    return changed === undefined ? [] : [{ place, changed }];
  });
  const { place, changed } = able[Math.floor(at * (able.length - 1))] ?? {};
  if (place === undefined || changed === undefined) return undefined;
  // Of two that are alike nobody can tell which one is missing.
  const twins = atoms.filter((atom) => JSON.stringify(atom) === JSON.stringify(atoms[place]));
  const isBlock = "delta" in changed && !/text|arguments|signature/.test(changed.delta.type ?? "");
  return atoms.toSpliced(place, 1, ...(drops && isBlock && twins.length === 1 ? [] : [changed]));
}

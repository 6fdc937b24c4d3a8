import fc from "fast-check";
import { expect, test } from "vitest";
import { ReplayMismatch } from "../../src/replay/mismatch.ts";
import { logAt, RunLog } from "../../src/replay/run-log.ts";
import { accumulate } from "../../src/index.ts";
import type { InteractionStreamEvent } from "../../src/index.ts";
import { createRandom, cutRun, joinAtoms, mutate, randomRuns } from "../support/random-runs.ts";
import type { Atoms, Segment } from "../support/random-runs.ts";
import {
  acceptAll,
  created,
  delta,
  end,
  event,
  moved,
  newPosition,
  result,
  start,
  stop,
  text,
  update,
} from "../support/step-events.ts";
import { traceOf } from "../support/trace.ts";

/** What happens after a connection is lost. */
interface Loss {
  /** Share of the connection's events that came before. */
  readonly after: number;
  /**
   * Where the next one begins: as asked, or further back; or the cursor is refused. `restart`: the
   * connection is not lost, the service starts an open step again on it.
   */
  readonly from: "saved" | "event" | "step" | "run" | "refused" | "restart";
  /** Whether the cursor is carried to another process. */
  readonly moves: boolean;
  /** What of the next connection is random. */
  readonly seed: number;
}

const share = fc.nat(100).map((percent) => percent / 100);
const losses = fc.array(
  fc.record<Loss>({
    after: share,
    from: fc.constantFrom("saved", "event", "step", "run", "refused", "restart"),
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
  let position = newPosition();
  let first: Segment[] = [];
  let from = 0;
  for (const [count, loss] of [...plan, undefined].entries()) {
    const random = createRandom(plan[count - 1]?.seed ?? 1);
    const ids = new Set([...atoms.keys()].filter(() => random() < (count % 3) / 2));
    const segments = cutRun(atoms, from, { random, joins: random(), ids });
    segments.unshift(...first);
    const length = loss === undefined ? segments.length : pickEnd(segments.length, loss.after);
    for (const { event: sent, start: begins } of segments.slice(0, length)) {
      const fresh = position.accept(sent);
      if (fresh !== undefined) seen.push(fresh);
      if (sent.event_id !== undefined) starts.set(sent.event_id, begins);
    }
    if (loss === undefined) break;
    const cursor = loss.moves ? position.cursor : undefined;
    if (cursor !== undefined) position = logAt(cursor);
    const { lastEventId } = position;
    first = [];
    if (loss.from === "restart" && !loss.moves) {
      from = segments.slice(0, length).reduce((end, one) => Math.max(end, one.end), from);
      first = cutRun(againFrom(atoms, from), 0, { random, joins: random(), ids: new Set() });
      first = first.map(({ event }) => ({ event, start: from, end: from }));
      continue;
    }
    from = 0;
    if (lastEventId === undefined || loss.from === "refused") {
      position.startReplay("start");
      continue;
    }
    position.startReplay("event");
    const at = endOf(lastEventId);
    if (loss.from === "saved" || loss.from === "event") from = at;
    if (loss.from === "event") {
      first = [joinAtoms(atoms, starts.get(lastEventId) ?? at, at) ?? []].flat();
    }
    if (loss.from === "step") from = findStart(atoms, at);
  }
  return seen;
}

/** What a step that is open there has said so far; nothing where none is. */
function againFrom(atoms: Atoms, at: number): Atoms {
  const past = atoms.slice(0, at);
  const started = past.flatMap((atom) => (isKind(atom, "start") ? [atom.index] : []));
  const isOpen = (index: number): boolean =>
    !past.some((atom) => isKind(atom, "stop") && atom.index === index);
  const index = started.findLast(isOpen);
  return past.filter((atom) => "index" in atom && atom.index === index);
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
  const [[index, begin] = [0, at], ...others] = open;
  const between = atoms.slice(begin, at);
  const isAlone = between.every((atom) => !("index" in atom) || atom.index === index);
  return isAlone && others.length === 0 ? begin : 0;
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
  const places = fc.record({ after: share, at: share, seed: fc.integer() });
  fc.assert(
    fc.property(randomRuns({ overlap: false }), places, (atoms, { after, at, seed }) => {
      const random = createRandom(seed);
      const ids = new Set([...atoms.keys()].filter(() => random() < 0.2));
      const position = newPosition();
      const segments = cutRun(atoms, 0, { random, joins: random(), ids });
      const had = segments.slice(0, pickEnd(segments.length, after));
      for (const { event } of had) position.accept(event);
      const { lastEventId } = position;
      const cursor = lastEventId === undefined ? 0 : endOf(lastEventId);
      const from = random() < 0.5 ? cursor : 0;
      // A service may replay the run from its start although it was asked for less.
      const isAsked = lastEventId !== undefined && (from > 0 || random() < 0.5);
      // Of steps that had finished before the cursor only a sum is kept.
      const finished = atoms.slice(0, isAsked ? cursor : 0).filter((atom) => isKind(atom, "stop"));
      const isOver = (atom: InteractionStreamEvent): boolean =>
        "index" in atom && finished.some((stop) => "index" in stop && stop.index === atom.index);
      const end = had.at(-1)?.end ?? 0;
      const contradicted = contradict(atoms, [from, end], at, isOver);
      fc.pre(contradicted !== undefined && !position.finished);
      position.startReplay(isAsked ? "event" : "start");
      const replay = cutRun(contradicted ?? atoms, from, { random, joins: random(), ids });
      const fresh: InteractionStreamEvent[] = [];
      expect(() => {
        for (const { event } of replay) fresh.push(...[position.accept(event) ?? []].flat());
      }).toThrow(ReplayMismatch);
      // Where a run stands may be told again.
      expect(fresh.filter((event) => "index" in event)).toEqual([]);
    }),
    { seed: 4, numRuns: 2000 },
  );
});

/** The run with one of these atoms changed; `undefined` when none of them can be. */
function contradict(
  atoms: Atoms,
  [from, end]: readonly [number, number],
  at: number,
  isOver: (atom: InteractionStreamEvent) => boolean,
): Atoms | undefined {
  const places = [...atoms.keys()].filter((place) => place >= from && place < end);
  const able = places.flatMap((place) => {
    const atom = atoms[place];
    const changed = atom && !isOver(atom) ? mutate(atom) : undefined;
    return changed === undefined ? [] : [{ place, changed }];
  });
  const { place, changed } = able[Math.floor(at * (able.length - 1))] ?? {};
  if (place === undefined || changed === undefined) return undefined;
  return atoms.toSpliced(place, 1, changed);
}

test("however a run is cut, its events accumulate to the same interaction", () => {
  fc.assert(
    fc.property(randomRuns({ overlap: true }), fc.integer(), (atoms, seed) => {
      const random = createRandom(seed);
      const segments = cutRun(atoms, 0, { random, joins: random(), ids: new Set() });
      expect(accumulate(segments.map(({ event }) => event))).toEqual(accumulate(atoms));
    }),
    { seed: 4, numRuns: 1000 },
  );
});

const running = update();

test("a replay of the run, where only its rest was asked for, does not move the cursor back", () => {
  const run = [created, start(0), text(0, "a "), stop(0), start(1), text(1, "a "), text(1, "b")];
  const named = run.map((one, place) => ({ ...one, event_id: `e${place}` }));
  const position = newPosition();
  acceptAll(position, named);
  position.startReplay("event");
  expect(acceptAll(position, named.slice(0, 5))).toEqual([]);
  expect(position.lastEventId).toBe("e6");
  position.startReplay("event");
  expect(acceptAll(position, [text(1, "c"), stop(1)])).toEqual([text(1, "c"), stop(1)]);
});

test("a step that begins after a later one is new", () => {
  const position = newPosition();
  const run = [created, start(1), text(1, "b"), start(0), text(0, "a"), stop(0), stop(1)];
  expect(acceptAll(position, run)).toEqual(run);
});

test("a stream that began after an event knows no steps before its first", () => {
  const position = newPosition("base");
  acceptAll(position, [text(3, "ab")]);
  for (const one of [position, moved(position)]) {
    one.startReplay("event");
    expect(acceptAll(one, [text(3, "abc"), stop(3)])).toEqual([text(3, "c"), stop(3)]);
    expect(one.delivered.finished.ranges).toEqual([3, 3]);
  }
});

test("annotations that come with text are pieces of their own", () => {
  const note = { type: "url_citation", url: "https://example.com/" };
  const noted = { type: "text", text: "abc", annotations: [note] };
  const position = newPosition();
  acceptAll(position, [contentStart, contentDelta({ type: "text", text: "ab" })]);
  position.startReplay("start");
  expect(acceptAll(position, [contentStart, contentDelta(noted)])).toEqual([
    contentDelta({ ...noted, text: "c" }),
  ]);
  position.startReplay("start");
  expect(acceptAll(position, [contentStart, contentDelta(noted)])).toEqual([]);
});

test("a result grows like text or like a list", () => {
  const signed = { is_error: false, signature: "c2ln" };
  const position = newPosition();
  acceptAll(position, [created, start(0), result(0, "1\n")]);
  position.startReplay("start");
  expect(acceptAll(position, [start(0), result(0, "1\n2\n", signed), stop(0)])).toEqual([
    result(0, "2\n", signed),
    stop(0),
  ]);
  const list = newPosition();
  acceptAll(list, [start(0), result(0, [{ a: 1 }])]);
  list.startReplay("start");
  expect(acceptAll(list, [start(0), result(0, [{ a: 1 }, { b: 2 }])])).toEqual([
    result(0, [{ b: 2 }]),
  ]);
});

test("a run that ends well has to end with all that was delivered, a failed one need not", () => {
  for (const status of ["completed", "requires_action"]) {
    const position = newPosition();
    acceptAll(position, [created, start(0), text(0, "ab"), stop(0), start(1)]);
    position.startReplay("start");
    const replay = [created, start(0), text(0, "ab"), stop(0), end(status)];
    expect(() => acceptAll(position, replay)).toThrow("step 1 is missing");
    expect(position.finished).toBe(false);
  }
  const failed = newPosition();
  acceptAll(failed, [created, start(0), text(0, "ab")]);
  failed.startReplay("start");
  expect(acceptAll(failed, [created, end("failed")])).toEqual([end("failed")]);
});

test("nothing of a replay comes after the end of the run", () => {
  const run = [created, running, start(0), stop(0), end("completed")];
  const position = newPosition();
  expect(acceptAll(position, run)).toEqual(run);
  position.startReplay("start");
  expect(acceptAll(position, run)).toEqual([]);
});

test("a finished step that is longer in a replay is refused at its end", () => {
  const position = newPosition();
  acceptAll(position, [start(0), text(0, "a"), stop(0), start(1)]);
  position.startReplay("start");
  expect(() =>
    acceptAll(position, [start(0), text(0, "abcdef"), stop(0), start(1), stop(1)]),
  ).toThrow(ReplayMismatch);
});

test("text and items are compared apart: a service may join text across them", () => {
  const image = delta(0, { type: "image", data: "AAAA" });
  const position = newPosition();
  acceptAll(position, [start(0), text(0, "a"), image]);
  position.startReplay("start");
  expect(acceptAll(position, [start(0), text(0, "ab"), image])).toEqual([text(0, "b")]);
});

const contentStart = event("content.start", { index: 0, content: { type: "text" } });

function contentDelta(members: object): InteractionStreamEvent {
  return event("content.delta", { index: 0, delta: members });
}

// Quadratic, each of these takes longer than a test may.
const many = 120_000;
test.each<[string, object[]]>([
  [
    "annotations in one delta",
    [
      {
        event_type: "step.delta",
        index: 0,
        delta: annotationsOf(Array.from({ length: many }, () => 1)),
      },
    ],
  ],
  [
    "deltas of an annotation",
    Array.from({ length: many }, () => ({
      event_type: "step.delta",
      index: 0,
      delta: annotationsOf([1]),
    })),
  ],
  [
    "texts in one start",
    [
      {
        event_type: "step.start",
        index: 0,
        step: {
          type: "model_output",
          content: Array.from({ length: many }, () => ({ type: "text", text: "" })),
        },
      },
    ],
  ],
])("a hundred thousand %s take no time", (_, events) => {
  const position = new RunLog({ background: true, stored: true });
  for (const event of events) position.accept(event as InteractionStreamEvent);
  expect(position.progress).toBeGreaterThan(0);
});

function annotationsOf(annotations: readonly unknown[]): object {
  return { type: "text_annotation_delta", annotations };
}

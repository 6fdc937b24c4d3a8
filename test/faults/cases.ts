// Every fault case: what goes wrong in a scene, how the consumer reads, and what must arrive.

import type { InteractionStreamEvent } from "../../src/index.ts";
import { formatSse, splitEvery } from "../../src/testing/index.ts";
import type { Fault } from "../../src/testing/index.ts";
import { createRandom, pickNumber, pickOne } from "../support/random-runs.ts";
import type { Random } from "../support/random-runs.ts";
import {
  byteScenes,
  exampleScenes,
  outlives,
  runScenes,
  saysItsEnd,
  scatteredScenes,
} from "./scenes.ts";
import type { Scene } from "./scenes.ts";

/** How the consumer reads: events, text or only the end; or in a new process every few events. */
type Reading = "events" | "text" | "end" | { readonly movesAfter: number };

/** One run over a service where something goes wrong; its number is its place in the list. */
export interface FaultCase {
  /** The row of the table in which it counts. */
  readonly kind: string;
  readonly scene: Scene;
  readonly faults: readonly Fault[];
  readonly reading: Reading;
  /** Bytes per network chunk. */
  readonly chunkBytes?: number | undefined;
  /**
   * Events come one by one, over a socket whose end takes along what was not read before: perhaps
   * even the event that names the run.
   */
  readonly isPaced?: boolean | undefined;
  /** After how many events the server stops and starts again: before a read, or during one. */
  readonly restart?: { readonly after: number; readonly during: boolean } | undefined;
  /**
   * What must arrive: all, or the part before the fault and then an interruption; `either` where
   * it depends on what the service had still sent.
   */
  readonly outcome: "whole" | "part" | "either";
  /** How many events that part has, where it is known. */
  readonly delivered?: number | undefined;
}

/** Where something goes wrong. */
interface Place {
  readonly scene: Scene;
  /** After how many events. */
  readonly after: number;
  /** Tells cases of one kind apart. */
  readonly variant: number;
}

/** What goes wrong there, and after how many events that breaks the connection, if it does. */
interface Trouble {
  readonly faults: readonly Fault[];
  readonly breaksAfter?: number;
}

function lose({ after }: Place, ...faults: Fault[]): Trouble {
  return {
    faults: [{ kind: "cut", on: "create", afterEvents: after }, ...faults],
    breaksAfter: after,
  };
}

function recut(variant: number): { splitText?: (text: string) => string[] } {
  return variant % 3 === 0 ? {} : { splitText: splitEvery(variant % 3) };
}

const notFound = { code: "not_found", message: "No stream." };
const late = { code: "gateway_timeout", message: "Too late." };

/** What can happen after any event of a first connection. */
const kinds: Readonly<Record<string, (place: Place) => Trouble>> = {
  "clean end": (place) => lose(place),
  reset: ({ after }) => ({
    faults: [{ kind: "cut", on: "create", afterEvents: after, reset: true }],
    breaksAfter: after,
  }),
  "un-framed 503": ({ after, variant }) => ({
    faults: [
      { kind: "unframed-error", on: "create", afterEvents: after, pretty: variant % 2 === 1 },
    ],
    breaksAfter: after,
  }),
  hang: ({ after }) => ({
    faults: [{ kind: "silence", on: "create", afterEvents: after }],
    breaksAfter: after,
  }),
  "broken JSON": ({ after, variant }) => {
    const what = variant % 2 === 0 ? 'data: {"event_type":"step.del\n\n' : "data: Bad Gateway\n\n";
    return { faults: [{ kind: "insert", afterEvents: after, what }], breaksAfter: after };
  },
  "garbage line": (place) => {
    const { after, variant } = place;
    const what = variant % 2 === 0 ? "<html>Bad Gateway</html>\n" : ": keep-alive\n\ndata:\n\n\n";
    return lose({ ...place, after: after + 1 }, { kind: "insert", afterEvents: after, what });
  },
  "empty error event": (place) => {
    const what = { event_type: "error" } as const;
    const { after } = place;
    return lose({ ...place, after: after + 1 }, { kind: "insert", afterEvents: after, what });
  },
  "transient error event": ({ after, variant }) => ({
    faults: [
      {
        kind: "error-event",
        on: "create",
        afterEvents: after,
        error: late,
        done: variant % 2 === 0,
      },
    ],
    breaksAfter: after,
  }),
  "step started again": ({ scene, after }) => {
    const what = formatSse(repeatedStep(scene.events.slice(0, after)), { done: false });
    return { faults: [{ kind: "insert", afterEvents: after, what }] };
  },
  "replay of the event": (place) => lose(place, { kind: "replay", from: "event" }),
  "replay of the step": (place) =>
    lose(place, { kind: "replay", from: "step", ...recut(place.variant) }),
  "replay of the run": (place) =>
    lose(place, { kind: "replay", from: "run", ...recut(place.variant) }),
  "other borders": (place) =>
    lose(place, { kind: "replay", splitText: splitEvery(1 + (place.variant % 5)) }),
  "lifecycle, then silence": (place) => {
    const times = 1 + (place.variant % 4);
    const silence = { kind: "silence", on: "reattach", afterEvents: 2, times } as const;
    return lose(place, { kind: "replay", from: "run", times }, silence);
  },
  "reattach: 503": (place) =>
    lose(place, { kind: "answer", on: "reattach", status: 503, times: 1 + (place.variant % 4) }),
  "reattach: 503 for good": (place) =>
    lose(place, { kind: "answer", on: "reattach", status: 503, shape: "html", times: 5 }),
  "reattach: 400": (place) =>
    lose(place, { kind: "answer", on: "reattach", status: 400, times: 1 + (place.variant % 2) }),
  "reattach: 404": (place) => lose(place, { kind: "answer", on: "reattach", status: 404 }),
  "reattach: not_found in-band": (place) =>
    lose(place, { kind: "error-event", on: "reattach", error: notFound }),
  "reattach: lost": (place) =>
    lose(place, { kind: "network-error", on: "reattach", times: 1 + (place.variant % 4) }),
};

/** Kinds that end in polls, which wait for seconds. */
const polling = /for good|404|400|in-band|lifecycle/;

/** The step that is open after these events, as the service would begin it again. */
function repeatedStep(events: readonly InteractionStreamEvent[]): InteractionStreamEvent[] {
  const start = events.findLastIndex((event) => "index" in event && isKind(event, "start"));
  const step = start < 0 ? [] : events.slice(start);
  return step.some((event) => isKind(event, "stop")) ? [] : step;
}

function isKind({ event_type: type }: InteractionStreamEvent, kind: "start" | "stop"): boolean {
  return type.endsWith(`.${kind}`);
}

function expected(
  kind: string,
  { scene }: Place,
  { breaksAfter }: Trouble,
): Pick<FaultCase, "outcome" | "delivered"> {
  if (breaksAfter === undefined || breaksAfter >= scene.events.length) return { outcome: "whole" };
  // The first event names the run; nobody can come back to one without a name.
  if (breaksAfter === 0 || !outlives(scene)) {
    // What the client does not read any more the service may have sent, and so have finished.
    const isSure = kind !== "broken JSON" || scene.origin === "stateless";
    return isSure ? { outcome: "part", delivered: breaksAfter } : { outcome: "either" };
  }
  return { outcome: scene.isCaptured && polling.test(kind) ? "either" : "whole" };
}

/** Whether the kind has a meaning there. */
function isFit(kind: string, scene: Scene, after: number): boolean {
  const { origin, overlaps } = scene;
  // The stored run says more than such a stream.
  if (polling.test(kind) && !saysItsEnd(scene)) return false;
  // Such an error ends a run that nobody can come back to; it is no interruption then.
  if (kind.startsWith("transient")) return origin === "background" && after > 0;
  // Of steps that overlap, a replay from the start of one repeats the others from somewhere.
  return !(overlaps && /step/.test(kind));
}

function* borderCases(scenes: readonly Scene[], names: readonly string[]): Generator<FaultCase> {
  let variant = 0;
  for (const scene of scenes) {
    for (let after = 0; after <= scene.events.length; after++) {
      for (const kind of names) {
        if (!isFit(kind, scene, after)) continue;
        variant += 1;
        const place = { scene, after, variant };
        const trouble = kinds[kind]?.(place);
        if (trouble === undefined) continue;
        yield {
          kind,
          scene,
          faults: trouble.faults,
          reading: readingOf(scene, variant),
          chunkBytes: [undefined, 7, Infinity, 64][variant % 5],
          ...expected(kind, place, trouble),
        };
      }
    }
  }
}

/** Mostly events. The text of steps that overlap comes in no certain order. */
function readingOf({ overlaps }: Scene, variant: number): Reading {
  if (variant % 4 === 1) return "end";
  return variant % 4 === 3 && !overlaps ? "text" : "events";
}

function* byteCases(step: number): Generator<FaultCase> {
  for (const scene of byteScenes) {
    for (let afterBytes = 0; afterBytes < scene.bytes; afterBytes += step) {
      const reset = afterBytes % 2 === 1;
      const known = firstEventBytes(scene);
      yield {
        kind: "cut at a byte",
        scene,
        faults: [{ kind: "cut", on: "create", afterBytes, reset }],
        reading: "events",
        chunkBytes: [undefined, 1, 13, Infinity][afterBytes % 4],
        // A frame without its last blank line counts when the body ends, not when it breaks.
        outcome: afterBytes < known - 2 ? "part" : afterBytes < known ? "either" : "whole",
      };
    }
  }
}

function firstEventBytes({ events }: Scene): number {
  return new TextEncoder().encode(formatSse(events.slice(0, 1), { done: false })).length;
}

function* movingCases(scenes: readonly Scene[]): Generator<FaultCase> {
  const replays: readonly Fault[][] = [
    [],
    [{ kind: "replay", from: "event", times: 99 }],
    [{ kind: "replay", from: "step", splitText: splitEvery(2), times: 99 }],
    [{ kind: "replay", from: "run", splitText: splitEvery(3), times: 99 }],
    [{ kind: "cut", on: "reattach", afterEvents: 4, times: 99 }],
  ];
  for (const scene of scenes.filter(outlives)) {
    for (const [way, faults] of replays.entries()) {
      if (scene.overlaps && way === 2) continue;
      for (const movesAfter of [1, 2, 3, 5]) {
        const reading = { movesAfter };
        yield { kind: "resumed elsewhere", scene, faults, reading, outcome: "whole" };
      }
    }
  }
}

/** One to ten losses, each in its own way. */
function randomCase(random: Random, scenes: readonly [Scene, ...Scene[]]): FaultCase {
  const scene = pickOne(random, scenes);
  const { length } = scene.events;
  const losses = 1 + pickNumber(random, 10);
  const faults: Fault[] = [{ ...ender(random, length), on: "create" }];
  for (let loss = 1; loss < losses; loss++) {
    faults.push({ ...ender(random, pickNumber(random, length)), on: "reattach" });
    if (random() < 0.3) faults.push(refusal(random));
  }
  for (let replay = 0; replay < losses; replay++) faults.push(repetition(random, scene));
  const reading = readingOf(scene, pickNumber(random, 4));
  return {
    kind:
      losses === 1 ? "random: 1 cut" : losses < 6 ? "random: 2 to 5 cuts" : "random: 6 to 10 cuts",
    scene,
    faults,
    reading,
    chunkBytes: pickOne(random, [undefined, undefined, 1 + pickNumber(random, 200), Infinity]),
    // After many a loss without progress the stored run is read, in other pieces.
    outcome: outlives(scene) && !scene.isCaptured ? "whole" : "either",
  };
}

type Ender = Extract<Fault, { kind: "cut" | "silence" | "unframed-error" }>;

function ender(random: Random, length: number): Ender {
  const afterEvents = 1 + pickNumber(random, Math.max(1, length));
  const afterBytes = 400 + pickNumber(random, 2000);
  return pickOne<Ender>(random, [
    { kind: "cut", afterEvents },
    { kind: "cut", afterEvents, reset: true },
    { kind: "cut", afterBytes, reset: random() < 0.5 },
    { kind: "unframed-error", afterEvents, pretty: random() < 0.5 },
    { kind: "silence", afterEvents },
  ]);
}

function refusal(random: Random): Fault {
  return pickOne<Fault>(random, [
    { kind: "answer", on: "reattach", status: 503 },
    { kind: "answer", on: "reattach", status: 429, headers: { "retry-after": "1" } },
    { kind: "answer", on: "reattach", status: 502, shape: "html" },
    { kind: "network-error", on: "reattach" },
    { kind: "content-type", on: "reattach", value: "text/html" },
    { kind: "silence", on: "reattach", afterEvents: 0 },
  ]);
}

function repetition(random: Random, { overlaps, ids }: Scene): Fault {
  const splitText = random() < 0.5 ? undefined : splitEvery(1 + pickNumber(random, 9));
  const from = pickOne(random, [undefined, "step", "run", "event"] as const);
  // Without its id, and cut otherwise than before, nobody can tell the cursor's own event.
  if (from === "event" && ids === "all") return { kind: "replay", from };
  const isVague = from === "event" || (overlaps && from === "step");
  return { kind: "replay", from: isVague ? "run" : from, splitText };
}

/** Kinds that need neither a clock nor a poll, and so can go over sockets. */
const quick = Object.keys(kinds).filter(
  (kind) => !polling.test(kind) || kind.startsWith("lifecycle"),
);

function* restartCases(scenes: readonly Scene[]): Generator<FaultCase> {
  for (const scene of scenes) {
    for (let after = 1; after < scene.events.length; after += 3) {
      yield {
        kind: "server restart",
        scene,
        faults: [],
        reading: "events",
        restart: { after, during: after % 2 === 0 },
        isPaced: true,
        outcome: outlives(scene) ? "whole" : "either",
      };
    }
  }
}

const allScenes = [...runScenes, ...scatteredScenes, ...exampleScenes].filter(saysItsEnd);

function* randomCases(seed: number, count: number): Generator<FaultCase> {
  const [first, ...others] = allScenes;
  if (first === undefined) return;
  for (let number = 0; number < count; number++) {
    yield randomCase(createRandom(seed + number), [first, ...others]);
  }
}

/** The cases in memory, the same ones for the same seed. */
export function listMemoryCases(seed: number): FaultCase[] {
  const names = Object.keys(kinds);
  const borders = [runScenes, scatteredScenes, exampleScenes].map((scenes) => [
    ...borderCases(scenes, names),
  ]);
  const [ofRuns = [], ofScattered = [], ofExamples = []] = borders;
  // Where little can come of a fault, or much the same, some of the cases will do.
  const few = ofRuns.filter((faultCase, number) => number % 4 === seed % 4 || isTelling(faultCase));
  return [
    ...few,
    ...ofScattered.filter((_, number) => number % 3 === seed % 3),
    ...ofExamples,
    ...byteCases(1),
    ...movingCases([...runScenes, ...scatteredScenes]),
    ...randomCases(seed, 6000),
  ];
}

function isTelling({ scene }: FaultCase): boolean {
  return scene.origin === "background" && (scene.ids !== "none" || scene.dialect === "current");
}

/** The cases over sockets: all kinds that need no clock, but not at every border. */
export function listSocketCases(seed: number): FaultCase[] {
  const borders = [...borderCases([...runScenes, ...scatteredScenes], quick)];
  const cases = [...borders.filter((_, number) => number % 17 === seed % 17), ...byteCases(7)];
  return [...cases.map(pace), ...restartCases(runScenes)];
}

function pace(faultCase: FaultCase): FaultCase {
  const isReset = faultCase.faults.some((fault) => fault.kind === "cut" && fault.reset === true);
  return isReset ? { ...faultCase, isPaced: true, delivered: undefined } : faultCase;
}

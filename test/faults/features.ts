// Runs with everything an event may carry, over a wire that breaks: notices, empty deltas, late
// citations, parallel steps, missing indices, both dialects. Each case is made from its number alone.
// The wire replays as services do: after an id, with the id's own event, from the step, from the start.

import { vi } from "vitest";
import { InteractionsClient } from "../../src/index.ts";
import type { InteractionStream, InteractionStreamEvent } from "../../src/index.ts";
import { bodyOf, createWrittenBody, frame } from "../support/body.ts";
import { dressRun, isNotice, saidBy, withoutZeroIndex } from "../support/dress.ts";
import { atomsOf, createRandom, cutRun, pickNumber, pickOne } from "../support/random-runs.ts";
import type { Atoms, Random } from "../support/random-runs.ts";
import { rareRuns, runs } from "../support/runs.ts";
import { traceOf } from "../support/trace.ts";
import type { Verdict } from "./run-case.ts";

const names = Object.keys({ ...runs, ...rareRuns });

/** Where the service begins when it is asked to go on. */
type Origin = "exact" | "own event" | "step" | "start";

interface World {
  readonly random: Random;
  readonly atoms: Atoms;
  readonly ids: ReadonlySet<number>;
  readonly origins: readonly [Origin, ...Origin[]];
  readonly joins: number;
  /** How many connections break before one is whole. */
  cuts: number;
  readonly leavesZeroOut: boolean;
  requests: number;
}

/** One case: a run, a wire, and a way of reading. */
export interface FeatureCase {
  readonly number: number;
  readonly kind: string;
}

const kinds = ["events", "text", "moving", "moving text", "midway"] as const;

/** The cases from one number on. */
export function listFeatureCases(first: number, count: number): FeatureCase[] {
  return Array.from({ length: count }, (_, index) => {
    const number = first + index;
    return { number, kind: `features: ${kinds[number % kinds.length] ?? ""}` };
  });
}

/** A feature case in one line. */
export function describeFeature({ number, kind }: FeatureCase): string {
  return `${kind}, number ${number}`;
}

function makeWorld(number: number): World & { readonly overlaps: boolean } {
  const random = createRandom(number);
  const chosen = { ...runs, ...rareRuns };
  const steps = chosen[pickOne(random, [names[0] ?? "", ...names])] ?? [];
  const dialect = random() < 0.35 ? "legacy" : "current";
  const overlaps = random() < 0.4;
  const plain = atomsOf(steps, dialect, overlaps ? number : undefined);
  const atoms = dressRun(plain, random);
  const share = pickOne(random, [0, 0.1, 0.3, 1]);
  const isMidway = number % kinds.length === kinds.indexOf("midway");
  const ids = new Set([...atoms.keys()].filter(() => random() < (isMidway ? 0.5 : share)));
  // Of steps that overlap, a replay from the start of one repeats the others from somewhere.
  const exact: readonly [Origin, ...Origin[]] = ["exact", "exact", "start"];
  // Midway nobody knows what came before: a replay from further back cannot be told from it.
  const full = overlaps ? exact : ([...exact, "step"] as const);
  const origins = isMidway ? (["exact"] as const) : full;
  const isInclusive = share === 1 && !isMidway && random() < 0.5;
  return {
    random,
    atoms,
    ids,
    origins: isInclusive ? ["own event"] : origins,
    // The cursor's own event cut into other pieces is the one case that nobody can decide.
    joins: isInclusive ? 0 : pickOne(random, [0, 0.5, 0.9]),
    cuts: pickNumber(random, 5),
    leavesZeroOut: random() < 0.3,
    requests: 0,
    overlaps,
  };
}

/** Runs a case on fake timers. */
export async function runFeatureCase({ number }: FeatureCase): Promise<Verdict> {
  const world = makeWorld(number);
  const reading = kinds[number % kinds.length] ?? "events";
  const client = new InteractionsClient({
    apiKey: "test-key-of-some-length",
    retry: { baseDelayMs: 0, maxDelayMs: 0 },
    fetch: async (url) => respond(world, new URL(url).searchParams),
  });
  const from = reading === "midway" ? pickMidway(world) : 0;
  const got: Got = { events: [], text: "", error: undefined };
  const isSettled = await drive(read(client, world, reading, from, got));
  if (!isSettled) return { result: "hung", detail: `${got.events.length} events` };
  if (got.error !== undefined) {
    const { error } = got;
    const detail = error instanceof Error ? (error.stack ?? error.message) : "threw no error";
    return { result: "wrong", detail: `${detail}\n${describe(world)}` };
  }
  return judge(world, reading, from, got);
}

interface Got {
  readonly events: InteractionStreamEvent[];
  text: string;
  error: unknown;
}

async function read(
  client: InteractionsClient,
  world: World,
  reading: (typeof kinds)[number],
  from: number,
  got: Got,
): Promise<void> {
  const { random } = world;
  try {
    let stream =
      from > 0
        ? await client.get("v1_run1", { stream: true, last_event_id: `e${from}` })
        : await client.create({ agent: "a", input: "Go", background: true, stream: true });
    for (let moves = 0; ; moves++) {
      if (moves > 2_000) throw new Error("the reader moves without getting anywhere");
      const stopAfter = reading.startsWith("moving") ? 1 + pickNumber(random, 6) : Infinity;
      const isLeft = await readSome(stream, reading.endsWith("text"), stopAfter, got);
      if (!isLeft) return;
      const cursor = stream.cursor ?? "";
      if (cursor.length > 2_048) throw new Error("the cursor is too long");
      stream = await client.resume(cursor);
    }
  } catch (error) {
    got.error = error;
  }
}

/** Whether the reader left before the end. */
async function readSome(
  stream: InteractionStream,
  asText: boolean,
  stopAfter: number,
  got: Got,
): Promise<boolean> {
  let count = 0;
  if (asText) {
    for await (const text of stream.text()) {
      got.text += text;
      count += 1;
      if (count >= stopAfter) return true;
    }
    return false;
  }
  for await (const event of stream) {
    got.events.push(event);
    // Who leaves after notices alone, which may come again each time, never gets anywhere.
    if (!isNotice(event)) count += 1;
    // Before the run has a name there is no cursor.
    if (count >= stopAfter && stream.cursor !== undefined) return true;
  }
  return false;
}

function respond(world: World, query: URLSearchParams): Response {
  const { random, atoms } = world;
  world.requests += 1;
  const after = query.get("last_event_id");
  const from = after === null ? 0 : originOf(world, Number(after.slice(1)));
  const lifecycle = from > 2 && random() < 0.3 ? atoms.slice(0, 2) : [];
  const { joins, ids } = world;
  const events = [
    ...lifecycle,
    ...cutRun(atoms, from, {
      random,
      joins: from === 0 && world.requests === 1 ? joins : joins,
      ids,
    }).map(({ event }) => event),
  ].map((event) => (world.leavesZeroOut ? withoutZeroIndex(event) : event));
  const headers = { "content-type": "text/event-stream" };
  if (world.cuts <= 0) {
    return new Response(bodyOf(...events.map(frame), "data: [DONE]\n\n"), { headers });
  }
  world.cuts -= 1;
  // The first connection names the run.
  const end = Math.max(world.requests === 1 ? 1 : 0, pickNumber(random, events.length));
  const body = createWrittenBody();
  for (const event of events.slice(0, end)) body.write(frame(event));
  const ending = pickOne(random, ["close", "reset", "garbage", "transient", "un-framed"]);
  const error = { code: "gateway_timeout", message: "Too late." };
  if (ending === "garbage") body.write("data: {broken\n\n");
  if (ending === "transient") body.write(frame({ event_type: "error", error }));
  if (ending === "un-framed") body.write(`${JSON.stringify([{ error }], undefined, 2)}\n`);
  // A reset would take away what the reader has not read yet: it gets a frame cut in half instead.
  if (ending === "reset") body.write('data: {"event_type":"st');
  body.end();
  return new Response(body.stream, { headers });
}

function originOf({ random, origins, atoms }: World, after: number): number {
  const origin = pickOne(random, origins);
  if (origin === "start") return 0;
  if (origin === "own event") return Math.max(0, after - 1);
  if (origin === "exact") return after;
  const start = atoms
    .slice(0, after)
    .findLastIndex(({ event_type: type }) => type.endsWith(".start") && !type.startsWith("inter"));
  return start < 0 ? 0 : start;
}

function pickMidway({ random, ids, atoms }: World): number {
  const ends = [...ids].filter((end) => end > 2 && end < atoms.length - 1);
  const [first, ...others] = ends;
  return first === undefined ? 0 : pickOne(random, [first, ...others]);
}

async function drive(promise: Promise<void>): Promise<boolean> {
  const outcome = { isSettled: false };
  void promise.finally(() => {
    outcome.isSettled = true;
  });
  for (let fired = 0; fired < 1_000; fired++) {
    for (let quiet = 0; quiet < 4 && !outcome.isSettled; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (outcome.isSettled) return true;
    if (vi.getTimerCount() > 0) vi.advanceTimersToNextTimer();
  }
  return false;
}

function judge(world: World, reading: string, from: number, got: Got): Verdict {
  const expected = world.atoms.slice(from);
  if (reading.endsWith("text")) {
    const text = plainText(world.atoms);
    if (got.text === text) return { result: "passed" };
    const result = got.text.length < text.length ? "lost" : "doubled";
    return { result, detail: `expected ${text}\n     got ${got.text}\n${describe(world)}` };
  }
  const [ours, theirs] = [contentOf(got.events), contentOf(expected)];
  if (ours !== theirs) {
    const result = ours.length < theirs.length ? "lost" : "doubled";
    return { result, detail: `expected ${theirs}\n     got ${ours}\n${describe(world)}` };
  }
  const said = new Set(got.events.filter(isNotice).map(saidBy));
  const missing = expected
    .filter(isNotice)
    .map(saidBy)
    .find((each) => !said.has(each));
  if (missing === undefined) return { result: "passed" };
  return { result: "lost", detail: `notice ${missing}\n${describe(world)}` };
}

/** What was said of each step, one step after another. */
function contentOf(events: readonly InteractionStreamEvent[]): string {
  const lanes = new Map<number, InteractionStreamEvent[]>();
  for (const event of events) {
    if (isNotice(event)) continue;
    const { index = 0 } = { ...event } as { index?: number };
    const lane = lanes.get(index) ?? [];
    lanes.set(index, lane);
    lane.push({ ...event, index } as InteractionStreamEvent);
  }
  return [...lanes.keys()]
    .toSorted((one, other) => one - other)
    .flatMap((index) => traceOf(lanes.get(index) ?? []))
    .join("\n");
}

function plainText(atoms: Atoms): string {
  const models = new Set<number>();
  let text = "";
  for (const atom of atoms) {
    if (isNotice(atom) || !("index" in atom)) continue;
    if (atom.event_type === "step.start" && atom.step.type === "model_output")
      models.add(atom.index);
    if (atom.event_type === "content.start" && atom.content.type === "text") models.add(atom.index);
    if ("delta" in atom && atom.delta.type === "text" && models.has(atom.index)) {
      text += atom.delta.text;
    }
  }
  return text;
}

function describe({ atoms, ids, origins, joins, leavesZeroOut }: World): string {
  return (
    JSON.stringify({ origins, joins, leavesZeroOut, ids: [...ids] }) + atoms.map(saidBy).join(" ")
  );
}

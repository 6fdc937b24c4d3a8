import fc from "fast-check";
import type { Interaction, InteractionStreamEvent, Step } from "../../src/index.ts";
import { runEvents } from "../../src/testing/runs/run-events.ts";
import type { Dialect } from "../../src/model/dialect.ts";
import { cutEvent } from "../../src/testing/runs/events.ts";
import { rareRuns, runs } from "./runs.ts";

/** A run in the smallest events that a service could cut it into: one character, one annotation. */
export type Atoms = readonly InteractionStreamEvent[];

/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number;

/** A small generator (mulberry32): what a test does at random, it does again with the same seed. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 up to, and without, `end`. */
export function pickNumber(random: Random, end: number): number {
  return Math.floor(random() * end);
}

/** One of the items. */
export function pickOne<Item>(random: Random, items: readonly [Item, ...Item[]]): Item {
  return items[pickNumber(random, items.length)] ?? items[0];
}

const words = fc.string({ unit: "grapheme", maxLength: 24 });
const citations = fc.array(
  fc.record({ type: fc.constant("url_citation"), url: fc.webUrl(), start_index: fc.nat(9) }),
  { maxLength: 3 },
);
const contents = fc.oneof(
  fc.record({ type: fc.constant("text"), text: words, annotations: citations }),
  fc.record({ type: fc.constant("image"), data: fc.base64String({ maxLength: 40 }) }),
);
const summaries = fc.array(fc.record({ type: fc.constant("text"), text: words }), { maxLength: 3 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  // Built from the schema's types; only the members' values are random.
  fc.array(contents, { maxLength: 3 }).map((content): Step => ({ type: "model_output", content })),
  fc
    .tuple(summaries, fc.base64String({ maxLength: 12 }))
    .map(([summary, signature]): Step => ({ type: "thought", summary, signature })),
  fc
    .tuple(words, fc.dictionary(words, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }))
    .map(([id, args]): Step => ({ type: "function_call", id, name: "look_up", arguments: args })),
  fc.constantFrom(...[...Object.values(runs), ...Object.values(rareRuns)].flat()),
);

/** Runs of up to five steps, one after another; half of those that may overlap in part do. */
export function randomRuns({ overlap }: { readonly overlap: boolean }): fc.Arbitrary<Atoms> {
  return fc
    .record({
      steps: fc.array(steps, { maxLength: 5 }),
      dialect: fc.constantFrom<Dialect>("current", "legacy"),
      mixSeed: overlap ? fc.option(fc.integer(), { nil: undefined }) : fc.constant(undefined),
    })
    .map((run) => atomsOf(run.steps, run.dialect, run.mixSeed));
}

/** The smallest events of a run; with a seed its steps overlap. */
export function atomsOf(run: readonly Step[], dialect: Dialect, mixSeed?: number): Atoms {
  const interaction: Interaction = { id: "v1_run1", status: "completed", steps: [...run] };
  const characters = (text: string): string[] => Array.from(text);
  const atoms = runEvents(interaction, dialect)
    .flatMap((event) => cutEvent(event, characters, characters))
    .flatMap(splitDelta);
  return mixSeed === undefined ? atoms : mixSteps(atoms, createRandom(mixSeed));
}

/** The same event with one annotation, one item or character of a result, or the signature. */
function splitDelta(event: InteractionStreamEvent): InteractionStreamEvent[] {
  const annotations = annotationsOf(event);
  if (annotations !== undefined) {
    return annotations.map((annotation) => withDelta(event, { annotations: [annotation] }));
  }
  const { result, signature } = membersOf(event);
  if (typeof result !== "string" && !Array.isArray(result)) return [event];
  const unsigned = withDelta(event, { signature: undefined });
  return [
    ...Array.from(result, (piece: unknown) =>
      withDelta(unsigned, { result: Array.isArray(result) ? [piece] : piece }),
    ),
    ...(signature === undefined ? [] : [withDelta(event, { result: undefined })]),
  ];
}

/** Lets steps begin in their order, but some before the one before has ended. */
function mixSteps(atoms: Atoms, random: Random): Atoms {
  const rows: InteractionStreamEvent[][] = [];
  for (const atom of atoms) {
    if ("index" in atom) (rows[atom.index] ??= []).push(atom);
  }
  const mixed: InteractionStreamEvent[] = [];
  const lengths = rows.map((row) => row.length);
  for (let at = 0; at < rows.length;) {
    const [row, next = []] = rows.slice(at);
    const hasBegun = row !== undefined && row.length < (lengths[at] ?? 0);
    const atom = hasBegun && random() < 0.3 ? (next.shift() ?? row.shift()) : row?.shift();
    if (atom !== undefined) mixed.push(atom);
    if (row?.length === 0) at += 1;
  }
  return [...atoms.slice(0, 2), ...mixed, ...atoms.slice(-1)];
}

/** An event made of some neighbouring atoms, and where they stand in the run. */
export interface Segment {
  readonly event: InteractionStreamEvent;
  readonly start: number;
  readonly end: number;
}

/** How a service cuts a run into events. */
export interface Cutting {
  readonly random: Random;
  /** How likely two neighbours that could be one event are one. */
  readonly joins: number;
  /** The ends, in atoms, of those events that show an id. */
  readonly ids: ReadonlySet<number>;
}

/** The events from one place in the run on. */
export function cutRun(atoms: Atoms, from: number, { random, joins, ids }: Cutting): Segment[] {
  const segments: Segment[] = [];
  for (const [at, atom] of atoms.entries()) {
    if (at < from) continue;
    const last = segments.at(-1);
    const joined = last === undefined || random() >= joins ? undefined : join(last.event, atom);
    if (last !== undefined && joined !== undefined) {
      segments[segments.length - 1] = { ...last, event: joined, end: at + 1 };
    } else {
      segments.push({ event: atom, start: at, end: at + 1 });
    }
  }
  return segments.map((segment) => (ids.has(segment.end) ? withId(segment) : segment));
}

/** The atoms from `start` to `end` as the one event that they once were. */
export function joinAtoms(atoms: Atoms, start: number, end: number): Segment | undefined {
  const [first, ...rest] = atoms.slice(start, end);
  if (first === undefined) return undefined;
  let event = first;
  for (const atom of rest) event = join(event, atom) ?? atom;
  return withId({ event, start, end });
}

/** The id of an event that ends there. */
export function idAt(end: number): string {
  return `e${end}`;
}

function withId(segment: Segment): Segment {
  return { ...segment, event: { ...segment.event, event_id: idAt(segment.end) } };
}

function join(
  one: InteractionStreamEvent,
  other: InteractionStreamEvent,
): InteractionStreamEvent | undefined {
  if (!("delta" in one && "delta" in other) || one.index !== other.index) return undefined;
  if ("metadata" in one || "metadata" in other) return undefined;
  const { delta: first } = one;
  const { delta: second } = other;
  const [marks, more] = [annotationsOf(one), annotationsOf(other)];
  if (first.type === "text" && marks === undefined) {
    if (second.type === "text") return withDelta(one, { text: `${first.text}${second.text}` });
    // The older dialect has room for both in one delta.
    if (second.type === "text_annotation") return withDelta(one, { annotations: more });
  }
  if (first.type === "arguments_delta" && second.type === "arguments_delta") {
    return withDelta(one, { arguments: `${first.arguments}${second.arguments}` });
  }
  const { result, signature } = membersOf(one);
  const { result: next, signature: mark } = membersOf(other);
  if (result !== undefined && signature === undefined && first.type === second.type) {
    if (next === undefined) return withDelta(one, { signature: mark });
    if (Array.isArray(result)) return withDelta(one, { result: [...result, next].flat() });
    if (typeof result === "string" && typeof next === "string") {
      return withDelta(one, { result: `${result}${next}` });
    }
  }
  if (marks === undefined || more === undefined) return undefined;
  return withDelta(one, { annotations: [...marks, ...more] });
}

function annotationsOf(event: InteractionStreamEvent): readonly unknown[] | undefined {
  return "delta" in event && "annotations" in event.delta ? event.delta.annotations : undefined;
}

/** What a delta has, whatever its type. */
function membersOf(event: InteractionStreamEvent): Record<string, unknown> {
  return "delta" in event ? event.delta : {};
}

/** The event with these members in its delta; without those that are `undefined`. */
function withDelta(event: InteractionStreamEvent, members: object): InteractionStreamEvent {
  const entries = Object.entries({ ...membersOf(event), ...members });
  const delta = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  // Only ever called for a delta, with members that its type has.
  return { ...event, delta } as InteractionStreamEvent;
}

/** The same event with another text in it; `undefined` for one that has none. */
export function mutate(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
  if (event.event_type === "step.start") {
    return { ...event, step: { ...event.step, type: "user_input" } };
  }
  if (event.event_type === "content.start") {
    const { content } = event;
    return {
      ...event,
      content: { ...content, type: content.type === "video" ? "audio" : "video" },
    };
  }
  if (!("delta" in event)) return undefined;
  const { delta } = event;
  if (delta.type === "text") return withDelta(event, { text: changeText(delta.text) });
  if (delta.type === "arguments_delta") {
    return withDelta(event, { arguments: changeText(delta.arguments) });
  }
  const { result } = membersOf(event);
  return typeof result === "string" ? withDelta(event, { result: changeText(result) }) : undefined;
}

/** A text of the same length. */
function changeText(text = ""): string {
  return text.startsWith("~") ? text.replace("~", "!") : `~${text.slice(1)}`;
}

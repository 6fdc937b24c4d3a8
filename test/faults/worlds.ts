// Small worlds, searched whole: every run of up to five events in two steps, every place where its
// connection can be lost, every place where the service may begin again, every way to cut its texts,
// and that twice in a row. What the consumer must have at the end is told by the run itself, not by
// the library: its content once and in order, its notices at least once, its text.

import type { InteractionStreamEvent } from "../../src/index.ts";
import { ReplayMismatch } from "../../src/replay/mismatch.ts";
import { logAt, RunLog } from "../../src/replay/run-log.ts";
import { copyOf } from "../support/step-events.ts";

/** The smallest events of a run, each a letter and, for those of a step, its place. */
type Atom = `${"start" | "text" | "item" | "stop"} ${0 | 1}` | "notice" | "unknown";

/** Which events of a run have ids; `shared`: two neighbours have the same. */
export const idPatterns = ["all", "none", "odd", "even", "shared"] as const;
export type Ids = (typeof idPatterns)[number];

/** One run, and how the service tells it. */
export interface World {
  readonly atoms: readonly Atom[];
  readonly ids: Ids;
  readonly dialect: "current" | "legacy";
}

/** Every run of up to so many events, in which step 0 starts first. */
export function* listRuns(length: number): Generator<readonly Atom[]> {
  const starts: readonly Atom[] = ["start 0", "start 1"];
  function* goOn(run: readonly Atom[]): Generator<readonly Atom[]> {
    yield run;
    if (run.length === length) return;
    for (const step of [0, 1] as const) {
      if (run.includes(`stop ${step}`)) {
        for (const kind of length < 5 ? (["text", "item"] as const) : (["item"] as const))
          yield* goOn([...run, `${kind} ${step}`]);
      } else if (run.includes(`start ${step}`)) {
        for (const kind of ["text", "item", "stop"] as const)
          yield* goOn([...run, `${kind} ${step}`]);
      } else if (step === 0 || starts.every((start, at) => at === 1 || run.includes(start))) {
        yield* goOn([...run, `start ${step}`]);
      }
    }
    yield* goOn([...run, "notice"]);
    yield* goOn([...run, "unknown"]);
  }
  yield* goOn([]);
}

/** A report of more failures helps nobody. */
const maxFailures = 20;

/** How the service cuts texts: as in the run, each in two, or neighbours as one. */
const cuttings = ["whole", "split", "joined"] as const;
type Cutting = (typeof cuttings)[number];

/** An event as the service sends it, and what it spans: a text is two units, all else is one. */
interface Piece {
  readonly event: InteractionStreamEvent;
  readonly from: number;
  readonly to: number;
}

/** A run as the service knows it. */
class Run {
  readonly length: number;
  /** What makes the events, with the unit where each begins. */
  readonly #pieces: readonly Piece[];
  readonly #ids: ReadonlyMap<number, string>;
  readonly #cut = new Map<string, readonly Piece[]>();

  constructor({ atoms, ids, dialect }: World) {
    const pieces: Piece[] = [];
    let unit = 0;
    const add = (event: object, units = 1): void => {
      // Literals as the schema has them.
      pieces.push({ event: event as InteractionStreamEvent, from: unit, to: (unit += units) });
    };
    add(firstEvent(dialect));
    for (const [place, atom] of atoms.entries()) {
      // What follows the stop of its step is a notice; a member of its own marks it for the oracle.
      const isLate = atoms.slice(0, place).some((one) => one === `stop ${atom.at(-1) ?? ""}`);
      const event = eventOf(atom, place, dialect);
      if (isLate) add({ ...event, late: true });
      else add(event, atom.startsWith("text") ? 2 : 1);
    }
    add(lastEvent(dialect));
    this.#pieces = pieces;
    this.length = unit;
    this.#ids = new Map(pieces.flatMap(({ to }, at) => idsOf(at, to, ids)));
  }

  /** The events from a unit on. */
  from(unit: number, cutting: Cutting): readonly Piece[] {
    const key = `${unit} ${cutting}`;
    const known = this.#cut.get(key);
    if (known !== undefined) return known;
    const pieces: Piece[] = [];
    for (const piece of this.#pieces.flatMap((one) => (cutting === "split" ? split(one) : [one]))) {
      if (piece.to <= unit) continue;
      const [first = piece, second] = piece.from < unit ? split(piece) : [piece];
      const next = second ?? first;
      const last = pieces.at(-1);
      const joined = cutting === "joined" && last ? join(last, next) : undefined;
      pieces.splice(joined ? -1 : pieces.length, joined ? 1 : 0, joined ?? next);
    }
    const named = pieces.map((piece) => {
      const id = this.#ids.get(piece.to);
      return id === undefined ? piece : { ...piece, event: { ...piece.event, event_id: id } };
    });
    this.#cut.set(key, named);
    return named;
  }

  /** The units at which a step starts while no other one is open. */
  get stepStarts(): readonly number[] {
    const open = new Set<unknown>();
    return this.#pieces.flatMap(({ event, from }) => {
      const { event_type: type, index }: { event_type: string; index?: number } = event;
      if (type.endsWith(".stop")) open.delete(index);
      if (!type.endsWith(".start") || index === undefined) return [];
      const isAlone = open.size === 0;
      open.add(index);
      return isAlone ? [from] : [];
    });
  }
}

/** What the consumer has where a connection is lost, and what it takes to go on. */
interface State {
  readonly position: RunLog;
  readonly told: Told;
  /** The pieces that came with the newest event id, as the service sent them. */
  readonly newest: readonly Piece[];
  /** How it came to this, for the report of a failure. */
  readonly path: string;
}

/** What a consumer was told: the content of each step, its notices, the edges of the run, and text. */
interface Told {
  readonly steps: readonly [string, string];
  readonly notices: readonly string[];
  readonly edges: string;
  readonly text: string;
}

/** Where the service begins again, and what the client asked for. */
interface Origin {
  readonly name: string;
  readonly asks: "start" | "event";
  readonly first: readonly Piece[];
  readonly from: number;
}

/** How many connections were told, after how many of their events they were lost, and failures. */
export interface Result {
  connections: number;
  losses: number;
  readonly failures: string[];
}

/**
 * Tells a run in every way. Each state in which a connection can be lost is gone on from in every
 * way, once, and so are the states that this leads to: that covers any number of faults in a row.
 */
export function searchWorld(world: World, result: Result): void {
  const run = new Run(world);
  const expected = run.from(0, "whole").reduce((told, { event }) => tell(told, event), nothing);
  const known = new Set<string>();
  const open: State[] = [];
  const lose = (state: State): void => {
    result.losses += 1;
    const { position, newest } = state;
    const key = JSON.stringify([position.cursor, newest.map(({ from, to }) => [from, to])]);
    if (!known.has(key)) open.push({ ...state, position: copyOf(position) });
    known.add(key);
  };
  const connect = (state: State, pieces: readonly Piece[]): void => {
    result.connections += 1;
    const why = read(state, pieces, lose, expected);
    if (why === undefined || result.failures.length >= maxFailures) return;
    result.failures.push(`${JSON.stringify(world)}${state.path}\n  ${why}`);
  };
  // The first connection, which may be lost before its first event.
  const start = { told: nothing, newest: [] };
  lose({ ...start, position: newPosition(), path: "" });
  for (const cutting of cuttings) {
    connect({ ...start, position: newPosition(), path: `\n  ${cutting}` }, run.from(0, cutting));
  }
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const origin of originsOf(run, state)) {
      for (const cutting of cuttings) {
        const rest = run.from(origin.from, cutting);
        if (cutting !== "whole" && rest.length === run.from(origin.from, "whole").length) continue;
        // Every other one in another process.
        const cursor = result.connections % 2 === 0 ? state.position.cursor : undefined;
        const position = cursor === undefined ? copyOf(state.position) : logAt(cursor);
        position.startReplay(origin.asks);
        const path = `${state.path}\n  ${origin.name}, ${cutting}${cursor ? ", moved" : ""}`;
        connect({ ...state, position, path }, [...origin.first, ...rest]);
      }
    }
  }
}

/** Reads a connection to its end; it may be lost after each event. Returns what went wrong. */
function read(
  state: State,
  pieces: readonly Piece[],
  lose: (state: State) => void,
  expected: Told,
): string | undefined {
  const { position, path } = state;
  let { told, newest } = state;
  let same: readonly Piece[] = [];
  for (const [count, piece] of pieces.entries()) {
    const { progress } = position;
    let fresh: InteractionStreamEvent | undefined;
    try {
      fresh = position.accept(piece.event);
    } catch (error) {
      if (error instanceof ReplayMismatch) return error.message;
      throw error;
    }
    const isContent =
      fresh !== undefined && "index" in fresh && !isEmptyDelta(fresh) && !("late" in fresh);
    if (position.progress > progress !== isContent) return "progress is not new content";
    const { event_id: id } = piece.event;
    same = id !== undefined && same[0]?.event.event_id === id ? [...same, piece] : [piece];
    // Where nothing was handed out, the state is what it was before.
    if (fresh === undefined) continue;
    told = tell(told, fresh, position.textOf(fresh));
    if (id !== undefined && position.lastEventId === id) newest = same;
    if (!position.finished) {
      lose({ position, told, newest, path: `${path}, cut after ${count + 1}` });
    }
  }
  return differenceOf(expected, told);
}

function isEmptyDelta(event: InteractionStreamEvent): boolean {
  return "delta" in event && Object.keys(event.delta).length === 0;
}

function newPosition(): RunLog {
  return new RunLog({ background: true, stored: true });
}

function* originsOf(run: Run, { position, newest }: State): Generator<Origin> {
  yield { name: "from the start", asks: "start", first: [], from: 0 };
  const after = newest.at(-1)?.to;
  if (position.lastEventId === undefined || after === undefined) return;
  const begin = newest[0]?.from ?? after;
  const asks = "event";
  // Undecidable: the next event has the same id, and the service goes on with it.
  const isInside = run.from(after, "whole")[0]?.event.event_id === position.lastEventId;
  if (!isInside) {
    yield { name: "after the id", asks, first: [], from: after };
    yield { name: "lifecycle first", asks, first: [created, running], from: after };
  }
  yield { name: "with the event of the id", asks, first: newest, from: after };
  yield {
    name: "lifecycle, then the event of the id",
    asks,
    first: [created, running, ...newest],
    from: after,
  };
  yield { name: "from the start, though asked for less", asks, first: [], from: 0 };
  for (const from of run.stepStarts) {
    if (from > 0 && from < begin) yield { name: `from the step at ${from}`, asks, first: [], from };
  }
}

const interaction = { id: "v1_run1", status: "in_progress", object: "interaction" };
/** What a service sends afresh on each connection; the first has the id that it always has. */
const created = freshPiece({ event_type: "interaction.created", interaction, event_id: "e1" });
const running = freshPiece({
  event_type: "interaction.status_update",
  interaction_id: "v1_run1",
  status: "in_progress",
  event_id: "e1",
});

function freshPiece(event: object): Piece {
  return { event: event as InteractionStreamEvent, from: 0, to: 0 };
}

function firstEvent(dialect: World["dialect"]): object {
  const event_type = dialect === "current" ? "interaction.created" : "interaction.start";
  return { event_type, interaction };
}

function lastEvent(dialect: World["dialect"]): object {
  const event_type = dialect === "current" ? "interaction.completed" : "interaction.complete";
  return { event_type, interaction: { ...interaction, status: "completed" } };
}

function eventOf(atom: Atom, place: number, dialect: World["dialect"]): object {
  if (atom === "notice") return noticeAt(place);
  if (atom === "unknown") return { event_type: "weather.changed", degrees: place };
  const [kind, index] = [atom.slice(0, -2), Number(atom.at(-1))];
  const [family, content] = dialect === "current" ? ["step", "step"] : ["content", "content"];
  const event_type = `${family}.${kind === "text" || kind === "item" ? "delta" : kind}`;
  switch (kind) {
    case "start":
      return { event_type, index, [content]: { type: stepType(index, dialect) } };
    case "text":
      return { event_type, index, delta: { type: "text", text: textAt(place) } };
    case "item":
      return { event_type, index, delta: itemAt(place) };
    default:
      return { event_type, index };
  }
}

/** The model's text is in step 0 only; the earlier dialect has it in contents of their own. */
function stepType(index: number, dialect: World["dialect"]): string {
  if (dialect === "current") return index === 0 ? "model_output" : "user_input";
  return index === 0 ? "text" : "thought";
}

function textAt(place: number): string {
  return String.fromCharCode(97 + 2 * place, 98 + 2 * place);
}

/** Items of every make, of which two are never the same but for flags. */
function itemAt(place: number): object {
  const makes = [
    { type: "text_annotation_delta", annotations: [{ type: "place_citation", place_id: place }] },
    { type: "hologram", points: [place] },
    { type: "image", data: btoa(`image ${place}`) },
    { type: "code_execution_result", is_error: true },
    { type: "thought_signature", signature: btoa(`signature ${place}`) },
  ];
  return makes[place % makes.length] ?? {};
}

function noticeAt(place: number): object {
  const usage = { total_tokens: 10 * (place + 1) };
  return place % 2 === 0
    ? {
        event_type: "interaction.status_update",
        interaction_id: "v1_run1",
        status: "in_progress",
        usage,
      }
    : { event_type: "step.delta", index: 0, delta: {}, metadata: { total_usage: usage } };
}

function idsOf(at: number, to: number, ids: Ids): [unit: number, id: string][] {
  if (ids === "none" || (ids === "odd" && at % 2 === 0) || (ids === "even" && at % 2 === 1))
    return [];
  return [[to, ids === "shared" ? `s${at >> 1}` : `e${to}`]];
}

/** The two halves of a text; anything else as it is. */
function split({ event, from, to }: Piece): readonly Piece[] {
  const text = textOf(event);
  if (text === undefined || to - from < 2 || "late" in event) return [{ event, from, to }];
  return [
    { event: withText(event, text.slice(0, 1)), from, to: from + 1 },
    { event: withText(event, text.slice(1)), from: from + 1, to },
  ];
}

function join(one: Piece, other: Piece): Piece | undefined {
  const [first, second] = [textOf(one.event), textOf(other.event)];
  const isSame =
    "index" in one.event && "index" in other.event && one.event.index === other.event.index;
  const isLate = "late" in one.event || "late" in other.event;
  if (first === undefined || second === undefined || !isSame || isLate) return undefined;
  return { event: withText(one.event, first + second), from: one.from, to: other.to };
}

function textOf(event: InteractionStreamEvent): string | undefined {
  return "delta" in event && event.delta.type === "text" ? event.delta.text : undefined;
}

function withText(event: InteractionStreamEvent, text: string): InteractionStreamEvent {
  return { ...event, delta: { type: "text", text } } as InteractionStreamEvent;
}

const nothing: Told = { steps: ["", ""], notices: [], edges: "", text: "" };

/** Adds an event to what was told, with the model's text in it. */
function tell(told: Told, event: InteractionStreamEvent, text = modelTextOf(event)): Told {
  const { step, words, notice, edge } = describe(event);
  const [first, second] = told.steps;
  return {
    steps: [step === 0 ? first + words : first, step === 1 ? second + words : second],
    notices: notice === "" ? told.notices : [...told.notices, notice],
    edges: told.edges + edge,
    text: told.text + text,
  };
}

interface Description {
  readonly step: number | undefined;
  readonly words: string;
  readonly notice: string;
  readonly edge: string;
}

const descriptions = new WeakMap<InteractionStreamEvent, Description>();

/** What an event tells, without its id. */
function describe(event: InteractionStreamEvent): Description {
  const known = descriptions.get(event);
  if (known !== undefined) return known;
  const { event_id: _, ...members } = event;
  const { event_type: type, index, delta, metadata }: Members = members;
  const isEdge = type.startsWith("interaction.") && type !== "interaction.status_update";
  const isNotice = !isEdge && (index === undefined || isEmptyDelta(event) || "late" in event);
  const description = {
    step: isNotice ? undefined : index,
    words: textOf(event) ?? ` ${type} ${JSON.stringify(delta ?? "")} `,
    notice: isNotice ? JSON.stringify(metadata ?? members) : "",
    edge: isEdge ? `${type} ` : "",
  };
  descriptions.set(event, description);
  return description;
}

type Members = {
  readonly event_type: string;
  readonly index?: number | undefined;
  readonly delta?: object | undefined;
  readonly metadata?: object | undefined;
};

/** Only step 0 is the model's. */
function modelTextOf(event: InteractionStreamEvent): string {
  return "index" in event && event.index === 0 && !("late" in event) ? (textOf(event) ?? "") : "";
}

function differenceOf(expected: Told, { steps, notices, edges, text }: Told): string | undefined {
  for (const step of [0, 1] as const) {
    if (steps[step] === expected.steps[step]) continue;
    return `step ${step}: expected ${expected.steps[step]}\n          got ${steps[step]}`;
  }
  const lost = expected.notices.find((notice) => !notices.includes(notice));
  if (lost !== undefined) return `lost ${lost}`;
  if (edges !== expected.edges) return `expected ${expected.edges}, got ${edges}`;
  return text === expected.text ? undefined : `text(): expected ${expected.text}, got ${text}`;
}

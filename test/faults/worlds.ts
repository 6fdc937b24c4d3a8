// Small worlds, searched whole: every run of up to five events in two steps, every place where its
// connection can be lost, every place where the service may begin again, every way to cut its texts,
// and that twice in a row. What the consumer must have at the end is told by the run itself, not by
// the library: its content once and in order, its notices at least once, its text.

import type { InteractionStreamEvent } from "../../src/index.ts";
import { parseCursor, toCursor, toPosition } from "../../src/replay/cursor.ts";
import { ReplayMismatch } from "../../src/replay/mismatch.ts";
import { Position } from "../../src/replay/position.ts";

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
        yield* goOn([...run, `item ${step}`]);
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
      add(eventOf(atom, place, dialect), atom.startsWith("text") ? 2 : 1);
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
  readonly position: Position;
  readonly seen: readonly InteractionStreamEvent[];
  readonly text: string;
  /** The pieces that came with the newest event id, as the service sent them. */
  readonly newest: readonly Piece[];
  /** How it came to this, for the report of a failure. */
  readonly path: string;
}

/** Where the service begins again, and what the client asked for. */
interface Origin {
  readonly name: string;
  readonly asks: "start" | "event";
  readonly first: readonly Piece[];
  readonly from: number;
}

/** How many connections were told, each cut everywhere, and what went wrong. */
export interface Result {
  connections: number;
  cuts: number;
  readonly failures: string[];
}

/**
 * Tells a run in every way. Each state in which a connection can be lost is gone on from once, in
 * every way, and so are the states that this leads to: that covers any number of faults in a row.
 */
export function searchWorld(world: World, result: Result): void {
  const run = new Run(world);
  const expected = contentOf(run.from(0, "whole").map(({ event }) => event));
  const known = new Set<string>();
  const open: State[] = [];
  const lose = (state: State): void => {
    result.cuts += 1;
    const { position, newest } = state;
    const key = JSON.stringify([toCursor(position), newest.map(({ from, to }) => [from, to])]);
    if (known.has(key)) return;
    known.add(key);
    open.push({ ...state, position: position.clone() });
  };
  const connect = (state: State, pieces: readonly Piece[]): void => {
    result.connections += 1;
    const why = tell(state, pieces, lose, expected);
    if (why === undefined || result.failures.length >= maxFailures) return;
    result.failures.push(`${JSON.stringify(world)}${state.path}\n  ${why}`);
  };
  for (const cutting of cuttings) {
    const position = new Position({ background: true, stored: true });
    const start = { position, seen: [], text: "", newest: [], path: `\n  ${cutting}` };
    connect(start, run.from(0, cutting));
  }
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const origin of originsOf(run, state)) {
      for (const cutting of cuttings) {
        const rest = run.from(origin.from, cutting);
        if (cutting !== "whole" && rest.length === run.from(origin.from, "whole").length) continue;
        // Every other one in another process.
        const isMoved = result.connections % 2 === 0;
        const position = isMoved ? moved(state.position) : state.position.clone();
        position.startReplay(origin.asks);
        const path = `${state.path}\n  ${origin.name}, ${cutting}${isMoved ? ", moved" : ""}`;
        connect({ ...state, position, path }, [...origin.first, ...rest]);
      }
    }
  }
}

/** Tells the rest of a run, losing the connection before each event. Returns what went wrong. */
function tell(
  { position, seen: before, text: textBefore, newest: newestBefore, path }: State,
  pieces: readonly Piece[],
  lose: (state: State) => void,
  expected: Content,
): string | undefined {
  let [seen, text, newest] = [before, textBefore, newestBefore];
  let same: readonly Piece[] = [];
  for (const [count, piece] of pieces.entries()) {
    if (!position.finished)
      lose({ position, seen, text, newest, path: `${path}, cut after ${count}` });
    const { progress } = position;
    let fresh: InteractionStreamEvent | undefined;
    try {
      fresh = position.accept(piece.event);
    } catch (error) {
      if (error instanceof ReplayMismatch) return error.message;
      throw error;
    }
    const isContent = fresh !== undefined && "index" in fresh && !isEmptyDelta(fresh);
    if (position.progress > progress !== isContent) return "progress is not new content";
    const { event_id: id } = piece.event;
    same = id !== undefined && same[0]?.event.event_id === id ? [...same, piece] : [piece];
    if (fresh === undefined) continue;
    seen = [...seen, fresh];
    text += position.textOf(fresh);
    if (id !== undefined && position.lastEventId === id) newest = same;
  }
  return differenceOf(expected, seen, text);
}

function isEmptyDelta(event: InteractionStreamEvent): boolean {
  return "delta" in event && Object.keys(event.delta).length === 0;
}

/** The position in another process. */
function moved(position: Position): Position {
  const cursor = toCursor(position);
  if (cursor === undefined) return position.clone();
  return toPosition(parseCursor(JSON.stringify(cursor)));
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
  if (text === undefined || to - from < 2) return [{ event, from, to }];
  return [
    { event: withText(event, text.slice(0, 1)), from, to: from + 1 },
    { event: withText(event, text.slice(1)), from: from + 1, to },
  ];
}

function join(one: Piece, other: Piece): Piece | undefined {
  const [first, second] = [textOf(one.event), textOf(other.event)];
  const isSame =
    "index" in one.event && "index" in other.event && one.event.index === other.event.index;
  if (first === undefined || second === undefined || !isSame) return undefined;
  return { event: withText(one.event, first + second), from: one.from, to: other.to };
}

function textOf(event: InteractionStreamEvent): string | undefined {
  return "delta" in event && event.delta.type === "text" ? event.delta.text : undefined;
}

function withText(event: InteractionStreamEvent, text: string): InteractionStreamEvent {
  return { ...event, delta: { type: "text", text } } as InteractionStreamEvent;
}

/** What a consumer has to be told, and what it was told: content by step, and notices. */
interface Content {
  readonly steps: readonly [string, string];
  readonly notices: ReadonlySet<string>;
  readonly edges: string;
}

function contentOf(events: readonly InteractionStreamEvent[]): Content {
  const steps: [string, string] = ["", ""];
  const notices = new Set<string>();
  let edges = "";
  for (const { event_id: _, ...event } of events) {
    const { event_type: type, index, delta, metadata }: Members = event;
    const isEmpty = delta !== undefined && Object.keys(delta).length === 0;
    if (metadata !== undefined) notices.add(JSON.stringify(metadata));
    if (type.startsWith("interaction.") && type !== "interaction.status_update")
      edges += `${type} `;
    else if (index === undefined) notices.add(JSON.stringify(event));
    else if (!isEmpty) {
      const { text } = { text: undefined, ...delta };
      steps[index === 0 ? 0 : 1] += text ?? ` ${type} ${JSON.stringify(delta)} `;
    }
  }
  return { steps, notices, edges };
}

type Members = {
  readonly event_type: string;
  readonly index?: number | undefined;
  readonly delta?: object | undefined;
  readonly metadata?: object | undefined;
};

function differenceOf(
  expected: Content,
  seen: readonly InteractionStreamEvent[],
  text: string,
): string | undefined {
  const { steps, notices, edges } = contentOf(seen);
  for (const step of [0, 1] as const) {
    if (steps[step] === expected.steps[step]) continue;
    return `step ${step}: expected ${expected.steps[step]}\n          got ${steps[step]}`;
  }
  const lost = [...expected.notices].find((notice) => !notices.has(notice));
  if (lost !== undefined) return `lost ${lost}`;
  if (edges !== expected.edges) return `expected ${expected.edges}, got ${edges}`;
  const whole = expected.steps[0].replaceAll(/ [^ ]+ [^ ]* /g, "");
  return text === whole ? undefined : `text(): expected ${whole}, got ${text}`;
}

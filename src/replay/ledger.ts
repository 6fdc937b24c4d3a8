// How much of a run has passed, by content. In comes what events add to their steps; kept are counts
// and digests, never the content, so that a ledger of any run fits a cursor. Each step is a lane: its
// start, its text, its items. A stopped lane collapses into a range of indices and sums. Lanes
// are changed in place, so copy one to keep it; `items` is replaced.

import type { StepContent } from "../model/delta.ts";
import { foldNumber, foldText, startDigest } from "./digest.ts";

/** How much of one step has passed. */
export interface Lane {
  readonly index: number;
  /** Digest of the step's type and id; 0 when its start was not seen. */
  start: number;
  /** Whether its text is not the model's: `text()` passes over it. */
  isForeign: boolean;
  /** Whether the service stores its text in another form (W4): arguments of calls, and thoughts. */
  isRewritten: boolean;
  /** Length and running digest of its text: the model's, arguments, or a result that is text. */
  text: number;
  digest: number;
  /** Number of its items of each kind. */
  items: ReadonlyMap<string, number>;
}

/** More kinds than that count as one: the service makes kinds up. */
const maxKinds = 64;

const noItems: ReadonlyMap<string, number> = new Map();

/** A lane of which nothing has passed. */
export function newLane(index: number, start = 0): Lane {
  return {
    index,
    start,
    isForeign: false,
    isRewritten: false,
    text: 0,
    digest: startDigest,
    items: noItems,
  };
}

/** Whether nothing of a lane has passed. */
export function isEmptyLane({ start, text, items }: Lane): boolean {
  return start === 0 && text === 0 && items.size === 0;
}

/** Adds text to a lane. */
export function addText(lane: Lane, text: string): void {
  lane.text += text.length;
  lane.digest = foldText(lane.digest, text);
}

/** Adds content to a lane, and returns how much it is. */
export function addContent(lane: Lane, { text, isArguments, items }: StepContent): number {
  addText(lane, text);
  if (isArguments) lane.isRewritten = true;
  let amount = text.length;
  for (const { kind, isBeside } of items) {
    const count = countOf(lane, kind);
    // The service repeats this flag with every piece; it counts once.
    if (isBeside && count > 0) continue;
    amount += 1;
    lane.items = new Map(lane.items).set(nameOf(kind, lane.items), count + 1);
  }
  return amount;
}

/** How many items of this kind a lane has. */
export function countOf({ items }: Lane, kind: string): number {
  return items.get(nameOf(kind, items)) ?? 0;
}

function nameOf(kind: string, items: Lane["items"]): string {
  return items.size < maxKinds || items.has(kind) ? kind : "other";
}

/** Whether all of a lane's text and items have come again. */
export function isBack(again: Lane, had: Lane): boolean {
  if (again.text < had.text || (again.start === 0 && had.start !== 0)) return false;
  for (const [kind, count] of had.items) if (countOf(again, kind) < count) return false;
  return true;
}

/** What is kept of a stopped lane. */
export interface LaneSum {
  readonly index: number;
  /** Digest of everything in it that may not change. */
  readonly sum: number;
  /** The same of what a stored interaction spells alike: its start, and its text unless it is rewritten. */
  readonly words: number;
}

/** What is to be kept of a lane that stops. */
export function sumOf({ index, start, isRewritten, text, digest }: Lane): LaneSum {
  const base = foldAll(index, start);
  const sum = foldAll(base, text, digest);
  return { index, sum, words: isRewritten ? base : sum };
}

function foldAll(...values: number[]): number {
  return values.reduce(foldNumber, startDigest);
}

/** The steps that have stopped: ranges of their indices, and sums, since their order is free. */
export class FinishedSteps {
  /** First and last index of each range, in ascending order. */
  readonly ranges: number[];
  count = 0;
  sum: number;
  words: number;

  constructor({
    ranges = [],
    sum = 0,
    words = 0,
  }: { ranges?: readonly number[]; sum?: number; words?: number } = {}) {
    this.ranges = [...ranges];
    this.sum = sum;
    this.words = words;
    for (let at = 0; at < ranges.length; at += 2) {
      this.count += (ranges[at + 1] ?? 0) - (ranges[at] ?? 0) + 1;
    }
  }

  has(index: number): boolean {
    const at = this.#rangeFrom(index);
    return at < this.ranges.length && index >= (this.ranges[at] ?? 0);
  }

  add({ index, sum, words }: LaneSum): void {
    if (this.has(index)) return;
    this.count += 1;
    this.sum = (this.sum + sum) | 0;
    this.words = (this.words + words) | 0;
    const { ranges } = this;
    const at = this.#rangeFrom(index);
    const isNext = ranges[at - 1] === index - 1;
    const isBefore = ranges[at] === index + 1;
    if (isNext && isBefore) ranges.splice(at - 1, 2);
    else if (isNext) ranges[at - 1] = index;
    else if (isBefore) ranges[at] = index;
    else ranges.splice(at, 0, index, index);
  }

  clone(): FinishedSteps {
    return new FinishedSteps(this);
  }

  /** Where the first range begins that does not end before this index. */
  #rangeFrom(index: number): number {
    // Steps stop in their order, nearly always: then it is the last one, or none.
    let low = 0;
    let high = this.ranges.length / 2;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.ranges[2 * middle + 1] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }
}

/** How many of the lanes that stopped last are remembered one by one. */
const maxRecent = 4;

/** How much of a run has passed. */
export class Ledger {
  /** Lanes that have not stopped. */
  readonly open: Map<number, Lane> = new Map();
  readonly finished: FinishedSteps;
  /** The sums of the lanes that stopped last: one that starts again is compared with its own. */
  recent: readonly Pick<LaneSum, "index" | "sum">[];
  /** Amount of content: characters, items, starts and stops. */
  amount: number;

  constructor(past?: {
    readonly amount: number;
    readonly finished: FinishedSteps;
    readonly recent: readonly Pick<LaneSum, "index" | "sum">[];
    readonly lanes: Iterable<Lane>;
  }) {
    this.amount = past?.amount ?? 0;
    this.finished = past?.finished ?? new FinishedSteps();
    this.recent = past?.recent ?? [];
    for (const lane of past?.lanes ?? []) this.open.set(lane.index, { ...lane });
  }

  /** The lowest index of a step of which something has passed; 0 before that. */
  get first(): number {
    const { ranges } = this.finished;
    const indices = [...this.open.keys(), ...ranges.slice(0, 1)];
    return indices.length === 0 ? 0 : Math.min(...indices);
  }

  /** Whether anything of the step has passed. */
  has(index: number): boolean {
    return this.open.has(index) || this.finished.has(index);
  }

  /** The lane at this index; a missing one is begun. */
  lane(index: number): Lane {
    const known = this.open.get(index);
    if (known !== undefined) return known;
    const lane = newLane(index);
    this.open.set(index, lane);
    return lane;
  }

  /** A step starts that has not started before. */
  start(lane: Lane): void {
    this.open.set(lane.index, lane);
    this.amount += 1;
  }

  /** A step stops: from here on only its sum is kept. */
  stop(lane: Lane): LaneSum {
    const sum = sumOf(lane);
    this.open.delete(lane.index);
    this.finished.add(sum);
    this.recent = [...this.recent.slice(1 - maxRecent), { index: sum.index, sum: sum.sum }];
    this.amount += 1;
    return sum;
  }
}

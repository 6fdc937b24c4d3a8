// The newest event id (W1) that was delivered, and what had been delivered by then: where a replay after
// that id begins. In come the ids of all events, and word of each lane before it changes; out goes the
// ledger of the bookmark. Kept are the lanes that changed since, as they were: a stream with an id on
// every event copies nothing, and one with many open steps copies only those that change.

import { Ledger } from "./ledger.ts";
import type { FinishedSteps, Lane } from "./ledger.ts";

/** A bookmark as a cursor contains it. */
export interface BookmarkState {
  readonly id: string | undefined;
  /** How many events with that id the consumer has; `Infinity` when that is unknown. */
  readonly count: number;
  /** What had been delivered by then; `undefined` where that is what is delivered now. */
  readonly ledger: Ledger | undefined;
}

/** The newest event id, with what had been delivered by then. */
export class Bookmark {
  id: string | undefined;
  count: number;
  readonly #delivered: Ledger;
  /** The lanes that changed since, as they were; `undefined` for one that had not begun. */
  readonly #changed = new Map<number, Lane | undefined>();
  /** The steps that had stopped by then; `undefined` while none has stopped since. */
  #finished: FinishedSteps | undefined;
  #amount: number;
  /** The id that the connection brought last, and how many events in a row had it. */
  #seenId: string | undefined;
  #seenCount = 0;

  constructor(delivered: Ledger, { id, count, ledger }: BookmarkState) {
    this.#delivered = delivered;
    this.id = id;
    this.count = count;
    this.#amount = (ledger ?? delivered).amount;
    this.#finished = ledger?.finished;
    const { open = new Map<number, Lane>() } = ledger ?? {};
    for (const index of ledger ? [...delivered.open.keys(), ...open.keys()] : []) {
      this.#changed.set(index, open.get(index));
    }
  }

  /** What had been delivered at the bookmark; `undefined` where that is what is delivered now. */
  get ledger(): Ledger | undefined {
    if (this.id === undefined) return new Ledger();
    const { open, finished, amount } = this.#delivered;
    if (amount === this.#amount) return undefined;
    const lanes = new Map<number, Lane | undefined>([...open, ...this.#changed]);
    return new Ledger({
      amount: this.#amount,
      finished: (this.#finished ?? finished).clone(),
      recent: [],
      lanes: [...lanes.values()].flatMap((lane) => lane ?? []),
    });
  }

  /** Another connection begins: at the bookmark, or at the start of the run. */
  connect(from: "start" | "bookmark"): void {
    this.#seenId = undefined;
    if (from === "start") this.id = undefined;
  }

  /** Observes the id of an event, whether it is delivered or not. */
  see(id: string): void {
    this.#seenCount = id === this.#seenId ? this.#seenCount + 1 : 1;
    this.#seenId = id;
  }

  /** The event observed last was delivered, and nothing before it is still to be replayed. */
  move(id: string): void {
    const before = id === this.id ? this.count : 0;
    // Several events may share an id, some of them known from an earlier connection.
    this.count = Math.max(before + 1, this.#seenCount);
    this.id = id;
    this.#amount = this.#delivered.amount;
    this.#finished = undefined;
    if (this.#changed.size > 0) this.#changed.clear();
  }

  /** A lane is about to change, by an event that does not move the bookmark itself. */
  beforeChange(index: number): void {
    if (this.id === undefined || this.#changed.has(index)) return;
    const lane = this.#delivered.open.get(index);
    this.#changed.set(index, lane && { ...lane });
  }

  /** A step is about to stop, by an event that does not move the bookmark itself. */
  beforeStop(index: number): void {
    this.beforeChange(index);
    if (this.id !== undefined) this.#finished ??= this.#delivered.finished.clone();
  }
}

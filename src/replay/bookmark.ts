// The newest event id that was handed out, and what had been delivered by then: where a replay after
// that id begins. In come the ids of all events and the lanes that change, out goes the ledger of the
// bookmark. The trap: it is copied late, before the next change, and lane by lane, so that a stream
// with an id on every event copies nothing, and one with many open steps never copies them all.

import type { Ledger } from "./ledger.ts";

/** A bookmark as a cursor has it. */
export interface BookmarkFacts {
  readonly id: string | undefined;
  /** How many events with that id the consumer has; `Infinity` when that is unknown. */
  readonly count: number;
  /** What had been delivered by then; `undefined` for nothing. */
  readonly ledger: Ledger | undefined;
}

/** The newest event id, with what had been delivered by then. */
export class Bookmark {
  id: string | undefined;
  count: number;
  readonly #delivered: Ledger;
  #ledger: Ledger | undefined;
  /** True while it stands for what is delivered now: `#ledger` is yet to be copied from that. */
  #isHere = false;
  /** The lanes in which `#ledger` may differ from what is delivered; `undefined` for all. */
  #changed: Set<number> | undefined;
  /** The one of them that changed last. */
  #newest: number | undefined;
  /** The id that the connection brought last, and how many events in a row had it. */
  #seenId: string | undefined;
  #seenCount = 0;

  constructor(delivered: Ledger, { id, count, ledger }: BookmarkFacts) {
    this.#delivered = delivered;
    this.id = id;
    this.count = count;
    this.#ledger = ledger;
  }

  /** What had been delivered at the bookmark; `undefined` for nothing. */
  get ledger(): Ledger | undefined {
    this.#detach();
    return this.#ledger;
  }

  /** Another connection begins: at the bookmark, or at the start of the run. */
  connect(from: "start" | "bookmark"): void {
    this.#detach();
    this.#seenId = undefined;
    if (from === "bookmark") return;
    this.id = undefined;
    this.#ledger = undefined;
    this.#changed = undefined;
  }

  /** Looks at the id of an event, whether it is handed out or not. */
  see(id: string): void {
    this.#seenCount = id === this.#seenId ? this.#seenCount + 1 : 1;
    this.#seenId = id;
  }

  /** The event seen last was handed out, and nothing lies behind it that is still to be replayed. */
  move(id: string): void {
    const before = id === this.id ? this.count : 0;
    // Several events may share an id, some of them known from an earlier connection.
    this.count = Math.max(before + 1, this.#seenCount);
    this.id = id;
    this.#isHere = true;
  }

  /**
   * A lane is about to change.
   *
   * @param isMoving whether the event that changes it will move the bookmark itself
   */
  beforeChange(index: number, isMoving: boolean): void {
    if (this.#isHere && !isMoving) this.#detach();
    // Nearly always the lane that changed before.
    if (index === this.#newest) return;
    this.#newest = index;
    this.#changed?.add(index);
  }

  #detach(): void {
    if (!this.#isHere) return;
    const changed = this.#changed;
    if (this.#ledger === undefined || changed === undefined) this.#ledger = this.#delivered.clone();
    else this.#ledger.catchUp(this.#delivered, changed);
    this.#isHere = false;
    this.#changed = new Set();
    this.#newest = undefined;
  }
}

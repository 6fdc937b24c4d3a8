// How far a replay has come: what the service repeats (W2, W5, W15) is compared, lane by lane, with what
// was delivered. In comes the content of each event, out goes what of it is new. Only text can contradict,
// arguments included; items are matched by their place among those of their kind, since signatures and
// signed URLs differ from replay to replay.

import { noContent } from "../model/delta.ts";
import type { Item, StepContent } from "../model/delta.ts";
import type { BookmarkState } from "./bookmark.ts";
import { addContent, addText, countOf, FinishedSteps, isBack, newLane, sumOf } from "./ledger.ts";
import type { Lane, LaneSum, Ledger } from "./ledger.ts";
import { stepMismatch } from "./mismatch.ts";
import type { StepReading } from "./step-event.ts";

/** Where a replay begins. `live`: nothing is to come again, unless a step starts again. */
export type Origin = "live" | "start" | "event";

/** One replay, from a reconnect, or the new start of a step, until it has caught up. */
export class Replay {
  readonly #from: Origin;
  readonly #delivered: Ledger;
  /** How far each lane has come that has not all come again; an absent one has nothing to compare. */
  readonly #lanes = new Map<number, Lane>();
  /** Those of them that lack nothing but items. */
  readonly #lackItems = new Set<number>();
  /** Lanes that came from their start. Others continue from where the consumer was at the event id. */
  readonly #restarted = new Set<number>();
  /** The steps that have stopped in the replay, or before it begins. */
  readonly #finished: FinishedSteps;
  /** Whether something came that was never there before. */
  isBeyond = false;
  /** The event id that the service was asked to continue after, and how many events to come have it. */
  readonly #cursorId: string | undefined;
  #cursorEvents: number;

  /**
   * @param cursor for a replay after an event: its id, how many events that were delivered have it,
   * and what had been delivered by then
   */
  constructor(from: Origin, delivered: Ledger, cursor?: BookmarkState) {
    const saved = cursor === undefined ? undefined : (cursor.ledger ?? delivered);
    this.#from = from;
    this.#delivered = delivered;
    this.#cursorId = cursor?.id;
    this.#cursorEvents = cursor?.count ?? 0;
    this.#finished = saved?.finished.clone() ?? new FinishedSteps();
    if (from === "live") {
      this.isBeyond = true;
      this.#finished = delivered.finished;
      return;
    }
    const lanes = new Map(saved?.open);
    for (const index of delivered.open.keys()) this.#track(index, lanes.get(index));
    for (const [index, lane] of lanes) {
      if (!delivered.open.has(index)) this.#track(index, lane);
    }
  }

  /** Whether everything is new, from the first event on. */
  get isLive(): boolean {
    return this.#from === "live" && this.#lanes.size === 0;
  }

  /** Whether all has come again that was delivered. */
  get isBack(): boolean {
    return this.#lanes.size === 0 && this.#finished.count === this.#delivered.finished.count;
  }

  /**
   * Counts off an event that the service was asked to continue after: it was delivered, whatever its
   * kind. In a lane that comes from its start it is compared like any other.
   *
   * @returns whether the event is such a one, and known
   */
  passCursor(id: string | undefined, step?: StepReading): boolean {
    const isOther = id === undefined || id !== this.#cursorId;
    if (isOther || this.#cursorEvents === 0) return false;
    this.#cursorEvents -= 1;
    if (step === undefined) return true;
    const { index } = step;
    const isStart = step.event.event_type === "step.start";
    const known = this.#lanes.get(index) ?? this.#delivered.open.get(index);
    const hasStart = isStart && known !== undefined && known.start !== 0;
    return !hasStart && !this.#restarted.has(index);
  }

  /** Whether what comes for a step follows its stop. */
  isOver(index: number): boolean {
    return !this.#lanes.has(index) && this.#finished.has(index);
  }

  /** A step starts that has started before. Returns what of its content is new. */
  restart(lane: Lane, content: StepContent): StepContent {
    const { index } = lane;
    const had = this.#delivered.open.get(index);
    if (had !== undefined && had.start !== lane.start) {
      throw stepMismatch(index, had.start === 0 ? "starts late" : "is another step");
    }
    this.#track(index, lane);
    this.#restarted.add(index);
    const rest = this.compare(index, content);
    if (rest.items.length > 0) throw stepMismatch(index, "starts with more");
    return rest;
  }

  /** What of this content of a lane is new. */
  compare(index: number, content: StepContent): StepContent {
    const delivered = this.#delivered;
    const had = delivered.open.get(index);
    const isRepeat = had === undefined && delivered.finished.has(index);
    if (isRepeat && !this.#lanes.has(index)) this.#track(index);
    const again = this.#lanes.get(index);
    if (again === undefined) return content;
    if (!this.#restarted.has(index)) this.#cursorEvents = 0;
    if (had === undefined) {
      addContent(again, content);
      return noContent;
    }
    again.start ||= had.start;
    const text = newText(again, had, content.text);
    const items = content.items.filter((item) => this.#isNew(again, had, item));
    const rest = { ...content, text, items };
    this.#settle(again, had);
    if (this.#lanes.has(index)) addContent(again, rest);
    return rest;
  }

  /**
   * A step stops. Where it has not stopped before, all its text has come again.
   *
   * @throws ReplayMismatch when it has not
   */
  checkStop(index: number): void {
    const again = this.#lanes.get(index);
    const had = this.#delivered.open.get(index);
    if (again === undefined || had === undefined) return;
    if (again.text < had.text) throw stepMismatch(index, "ends earlier");
  }

  /** A step has stopped: with this sum, or, if that was known before, with that of the replay. */
  stop(index: number, fresh?: LaneSum): void {
    const sum = fresh ?? sumOf(this.#lanes.get(index) ?? newLane(index));
    const known = this.#delivered.recent.find((one) => one.index === index);
    const isOther = known !== undefined && known.sum !== sum.sum;
    if (isOther && this.#lanes.has(index)) throw stepMismatch(index, "says something else");
    this.#lanes.delete(index);
    this.#lackItems.delete(index);
    this.#finished.add(sum);
    const { finished } = this.#delivered;
    if (this.#finished.count === finished.count && this.#finished.sum !== finished.sum) {
      throw stepMismatch(index, "or one before it says something else");
    }
  }

  /**
   * Something new was delivered. If it is text, a start or a stop, the replay leaves out what
   * the other lanes still lack, if those are only items.
   */
  passBeyond(index: number, isItemsOnly: boolean): void {
    this.isBeyond = true;
    this.#cursorEvents = 0;
    if (isItemsOnly) return;
    for (const other of this.#lackItems) {
      if (other === index) continue;
      this.#lanes.delete(other);
      this.#lackItems.delete(other);
    }
  }

  /** A step that was delivered and has not come again, but for its items. */
  get missing(): number | undefined {
    for (const index of this.#lanes.keys()) {
      const isOpen = this.#delivered.open.has(index);
      if (isOpen && !this.#lackItems.has(index)) return index;
    }
    if (this.#finished.count === this.#delivered.finished.count) return undefined;
    const [first, last = 0] = this.#finished.ranges;
    return first === 0 ? last + 1 : 0;
  }

  #track(index: number, lane = newLane(index)): void {
    const again = { ...lane };
    const had = this.#delivered.open.get(index);
    this.#lanes.set(index, again);
    this.#lackItems.delete(index);
    if (had !== undefined) this.#settle(again, had);
  }

  #settle(again: Lane, had: Lane): void {
    const { index } = again;
    if (isBack(again, had)) {
      this.#lanes.delete(index);
      this.#lackItems.delete(index);
    } else if (isTextBack(again, had)) this.#lackItems.add(index);
  }

  /** Whether an item is new; one that is not counts as come again. */
  #isNew(again: Lane, had: Lane, item: Item): boolean {
    const { kind, isBeside } = item;
    const count = countOf(had, kind);
    const isKnown = isBeside ? count > 0 : countOf(again, kind) < count;
    if (isKnown) addContent(again, { ...noContent, items: [item] });
    return !isKnown;
  }
}

function isTextBack(again: Lane, had: Lane): boolean {
  return again.text >= had.text && (again.start !== 0 || had.start === 0);
}

/** The part of a text that was not delivered; the other part has to be what was. */
function newText(again: Lane, had: Lane, text: string): string {
  const known = text.slice(0, had.text - again.text);
  addText(again, known);
  if (known !== "" && again.text === had.text && again.digest !== had.digest) {
    throw stepMismatch(had.index, "says something else");
  }
  return text.slice(known.length);
}

// What the consumer has of a run, and what of the next event is new. In comes every event of every
// connection, out goes what brings something: content (starts, text, items and stops of steps) once,
// notices (all other events, and usage) at least once. Nothing here sends requests or knows a clock.
// The trap: an event may be dropped only when the consumer surely has it.
//
//                       startReplay
//    ┌────────────┐ ─────────────────▶ ┌─────────────────────────────────────┐ startReplay
//    │    live    │                    │ replaying from the start            │ ──────┐
//    │ all is new │ ◀───────────────── │ replaying after an event id         │ ◀─────┘
//    └────────────┘  all that was      └─────────────────────────────────────┘
//      │        ▲    delivered has       known content is dropped, notices are handed out
//      │ a step │    come again, and     unless surely known, and what contradicts the
//      │ starts │    something new       text that was delivered is a ReplayMismatch
//      ▼ again  │ all of it has come again
//    ┌────────────────────┐
//    │ replaying one step │
//    └────────────────────┘
//
// A new position is live; one with a base is replaying after that id. What stored.ts makes of the
// stored interaction is live too: it has nothing but what is new.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { sliceDelta } from "../model/delta.ts";
import type { StepContent, StepEvent } from "../model/delta.ts";
import { isLegacy, toCurrent } from "../model/dialect.ts";
import type { CurrentEvent } from "../model/dialect.ts";
import { Bookmark } from "./bookmark.ts";
import type { BookmarkState } from "./bookmark.ts";
import { addContent, addText, Ledger } from "./ledger.ts";
import type { Lane } from "./ledger.ts";
import { Lifecycle } from "./lifecycle.ts";
import { stepMismatch } from "./mismatch.ts";
import { Replay } from "./replay.ts";
import {
  idOf,
  isGoodEnd,
  laneOfStart,
  modelText,
  readStep,
  textDelta,
  usageNotice,
} from "./step-event.ts";
import type { StepReading } from "./step-event.ts";

/** What is known of a run when its first stream opens. */
export interface RunFacts {
  /** The event id that the stream begins after, when it does not begin with the run. */
  readonly base?: string | undefined;
  /** Whether the run goes on at the service without a connection. */
  readonly background: boolean;
  /** Whether the service keeps the run. */
  readonly stored: boolean;
  /** Whether the events are of the earlier dialect. */
  readonly legacy?: boolean | undefined;
  /** Whether an earlier stream brought the beginning of the run. */
  readonly isPartial?: boolean | undefined;
  /** The run's id, where it is known before its first event. */
  readonly interactionId?: string | undefined;
}

/** What a cursor has of a position beside its run. */
export interface PositionFacts {
  readonly lifecycle: Lifecycle;
  readonly delivered: Ledger;
  readonly bookmark: BookmarkState;
  readonly hasText: boolean;
  readonly isStored: boolean;
}

/** Where a run was left, and what of its next events is new. */
export class Position {
  readonly base: string | undefined;
  readonly background: boolean;
  readonly stored: boolean;
  /** Whether an earlier stream brought the beginning of the run. */
  readonly isPartial: boolean;
  /** Whether the events are of the earlier dialect. */
  legacy: boolean;
  /** Whether any of the model's text was handed out. */
  hasText: boolean;
  /** Whether the run has ended, and its rest comes from the stored interaction. */
  isStored: boolean;
  /** What the notices told. */
  readonly lifecycle: Lifecycle;
  /** What was delivered. */
  readonly delivered: Ledger;
  readonly bookmark: Bookmark;
  /** What the service tells again; `undefined` while live. */
  #replay: Replay | undefined;
  /** The lane of the newest delta while live: nearly always that of the next one. */
  #current: Lane | undefined;

  constructor(run: RunFacts, past?: PositionFacts) {
    this.base = run.base;
    this.background = run.background;
    this.stored = run.stored;
    this.legacy = run.legacy ?? false;
    this.isPartial = run.isPartial ?? run.base !== undefined;
    this.lifecycle = past?.lifecycle ?? new Lifecycle({ interactionId: run.interactionId });
    this.delivered = past?.delivered ?? new Ledger();
    // Which events share the base's id, and whether text came before it, is unknown.
    const base = { id: run.base, count: Infinity, ledger: undefined };
    this.bookmark = new Bookmark(this.delivered, past?.bookmark ?? base);
    this.hasText = past?.hasText ?? run.base !== undefined;
    this.isStored = past?.isStored ?? false;
    if (run.base !== undefined) this.startReplay("event");
  }

  get interactionId(): string | undefined {
    return this.lifecycle.interactionId;
  }

  /** The newest status; it never goes back to one of an earlier stage. */
  get status(): string | undefined {
    return this.lifecycle.status;
  }

  /** Whether the event was handed out that ends the run. */
  get finished(): boolean {
    return this.lifecycle.finished;
  }

  /** The newest event id among the events handed out. */
  get lastEventId(): string | undefined {
    return this.bookmark.id;
  }

  /** Amount of content delivered so far: it grows by new content only. */
  get progress(): number {
    return this.delivered.amount;
  }

  /** Whether nothing but notices came yet. */
  get isYoung(): boolean {
    return this.delivered.amount === 0;
  }

  /** Expects the next events to be the rest of the run, made of its stored interaction. */
  startRest(): void {
    this.isStored = true;
    this.#replay = undefined;
    this.#current = undefined;
  }

  /** Expects the next events to repeat the run, from its start or after the newest event id. */
  startReplay(from: "start" | "event"): void {
    const { bookmark, delivered } = this;
    this.#current = undefined;
    bookmark.connect(from === "start" ? "start" : "bookmark");
    this.#replay = new Replay(from, delivered, from === "event" ? bookmark : undefined);
  }

  /**
   * Accepts the next event of the connection.
   *
   * @returns what of it is new: the event, a shorter one, or `undefined`
   * @throws ReplayMismatch when it contradicts what was delivered, or is of another run
   */
  accept(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    const lane = this.#current;
    if (lane === undefined || event.event_type !== "step.delta" || event.index !== lane.index) {
      return this.#acceptAny(event);
    }
    // Nearly every event is more text of the same step: a short way for these.
    const { delta, metadata, event_id: id } = event;
    const isText = delta?.type === "text" && typeof delta.text === "string";
    const isMore = isText && metadata === undefined && !("annotations" in delta);
    if (!isMore || (id !== undefined && typeof id !== "string")) return this.#acceptAny(event);
    if (!id) this.bookmark.beforeChange(lane.index);
    addText(lane, delta.text);
    this.delivered.amount += delta.text.length;
    if (this.lifecycle.notices.length > 0) this.lifecycle.notices = [];
    if (!this.hasText) this.hasText = delta.text !== "" && !lane.isForeign;
    if (id) {
      this.bookmark.see(id);
      this.bookmark.move(id);
    }
    return event;
  }

  /**
   * The model's text in an event that was just handed out: of deltas, of a start, or of the event that
   * ends the run when no text came before it.
   */
  textOf(event: InteractionStreamEvent): string {
    return modelText(toCurrent(event), this.delivered, this.hasText);
  }

  #acceptAny(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    const current = toCurrent(event);
    if (isLegacy(event)) this.legacy = true;
    const id = idOf(event);
    if (id !== undefined) this.bookmark.see(id);
    const step = readStep(current);
    if (step === undefined || this.#isOver(step)) return this.#acceptNotice(event, current);
    if (this.#replay?.passCursor(id, step) === true) return undefined;
    switch (step.event.event_type) {
      case "step.start":
        return this.#acceptStart(event, step, laneOfStart(event, step.event));
      case "step.delta":
        return this.#acceptDelta(event, step);
      default:
        return this.#acceptStop(event, step.index);
    }
  }

  #acceptStart(
    event: InteractionStreamEvent,
    { index, content }: StepReading,
    lane: Lane,
  ): InteractionStreamEvent | undefined {
    if (!this.delivered.has(index)) {
      if (!this.#isMoving(event)) this.bookmark.beforeChange(index);
      this.delivered.start(lane);
      return this.#deliver(event, lane, content, false);
    }
    // The service starts a step again: its lane goes back to zero, and no other.
    this.#replay ??= new Replay("step", this.delivered);
    this.#current = undefined;
    const rest = this.#replay.restart(lane, content);
    return this.#acceptRest(event, textDelta(event, rest.text), rest, index);
  }

  #acceptDelta(
    event: InteractionStreamEvent,
    { index, content }: StepReading,
  ): InteractionStreamEvent | undefined {
    const rest = this.#replay?.compare(index, content) ?? content;
    const isWhole =
      rest.text.length === content.text.length && rest.items.length === content.items.length;
    // Only deltas get here.
    const fresh = isWhole ? event : sliceDelta(event as StepEvent<"delta">, rest);
    return this.#acceptRest(event, fresh, rest, index);
  }

  /** Hands out what is new of an event, if anything is; else the usage that it tells. */
  #acceptRest(
    event: InteractionStreamEvent,
    fresh: InteractionStreamEvent,
    rest: StepContent,
    at: number,
  ): InteractionStreamEvent | undefined {
    if (rest.text === "" && rest.items.length === 0) return this.#drop(event);
    if (!this.#isMoving(event)) this.bookmark.beforeChange(at);
    return this.#deliver(fresh, this.delivered.lane(at), rest, rest.text === "");
  }

  #acceptStop(event: InteractionStreamEvent, index: number): InteractionStreamEvent | undefined {
    const { delivered } = this;
    if (delivered.finished.has(index)) {
      this.#replay?.stop(index);
      return this.#drop(event);
    }
    this.#replay?.checkStop(index);
    if (!this.#isMoving(event)) this.bookmark.beforeStop(index);
    const sum = delivered.stop(delivered.lane(index));
    this.#replay?.stop(index, sum);
    return this.#handOut(event, index, false);
  }

  #acceptNotice(
    event: InteractionStreamEvent,
    current: CurrentEvent,
  ): InteractionStreamEvent | undefined {
    const { lifecycle } = this;
    lifecycle.check(current);
    const replay = this.#replay;
    const id = idOf(event);
    if (replay !== undefined) {
      if (replay.passCursor(id)) return undefined;
      if (lifecycle.isKnown(current, replay)) {
        // The beginning comes once, but each time it may tell other usage.
        return current.event_type === "interaction.created" ? this.#drop(event) : undefined;
      }
      // A run that ends well ends with everything that it had said before.
      const missing = isGoodEnd(current) ? replay.missing : undefined;
      if (missing !== undefined) throw stepMismatch(missing, "is missing");
    }
    lifecycle.add(current);
    // In a replay it may be one that the service sends afresh, with the id that it had before.
    if (replay === undefined && id !== undefined) this.bookmark.move(id);
    return event;
  }

  #drop(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    this.#leaveReplay();
    const notice = usageNotice(event);
    return notice && this.#acceptNotice(notice, toCurrent(notice));
  }

  #deliver(
    event: InteractionStreamEvent,
    lane: Lane,
    content: StepContent,
    isItemsOnly: boolean,
  ): InteractionStreamEvent {
    this.delivered.amount += addContent(lane, content);
    return this.#handOut(event, lane.index, isItemsOnly);
  }

  /** Hands out new content. */
  #handOut(
    event: InteractionStreamEvent,
    at: number,
    isItemsOnly: boolean,
  ): InteractionStreamEvent {
    this.lifecycle.notices = [];
    this.#replay?.passBeyond(at, isItemsOnly);
    this.#leaveReplay();
    const id = idOf(event);
    if (this.#replay === undefined) {
      this.#current = this.delivered.open.get(at);
      if (id !== undefined) this.bookmark.move(id);
    }
    if (!this.hasText) this.hasText = this.textOf(event) !== "";
    return event;
  }

  #leaveReplay(): void {
    if (this.#replay?.isBack === true && this.#replay.isBeyond) this.#replay = undefined;
  }

  /** Whether it follows the stop of its step, and so is no part of it. */
  #isOver({ event, index }: StepReading): boolean {
    if (event.event_type !== "step.delta") return false;
    return this.#replay?.isOver(index) ?? this.delivered.finished.has(index);
  }

  /** Whether the bookmark moves to this event, when it is handed out. */
  #isMoving(event: InteractionStreamEvent): boolean {
    return this.#replay === undefined && idOf(event) !== undefined;
  }
}

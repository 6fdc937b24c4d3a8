// The log of one run: what the consumer has of it, what is known of it, and what of the next event is
// new. In comes every event of every connection, out goes what brings something: content (starts, text,
// items and stops of steps) once, notices (all other events, and usage) at least once. Nothing here sends
// requests or knows a clock. The trap: an event may be dropped only when the consumer surely has it.
//
// Live is a replay of which nothing is to come; a step that the service starts again is one to come. In
// a replay known content is dropped (W2, W5), notices are handed out unless surely known (W3), and text
// that contradicts what was delivered is a ReplayMismatch. A new log is live; one with a base is
// replaying after that id. The rest of a run from its stored interaction (stored.ts) is live, too.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { sliceDelta } from "../model/delta.ts";
import type { StepContent, StepEvent } from "../model/delta.ts";
import { Accumulator } from "../model/accumulate.ts";
import { isAlive, isLegacy, toCurrent } from "../model/dialect.ts";
import type { CurrentEvent } from "../model/dialect.ts";
import { modelText } from "../model/text.ts";
import type { ErrorReport } from "../model/error-report.ts";
import { errorOf, Facts, runOf } from "../model/facts.ts";
import { shortId } from "../model/resource-name.ts";
import type { Interaction } from "../model/types.ts";
import { isFilled } from "../util/json.ts";
import { Bookmark } from "./bookmark.ts";
import { addContent, Ledger } from "./ledger.ts";
import type { Lane } from "./ledger.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import type { CursorState } from "./cursor.ts";
import { ReplayMismatch, stepMismatch } from "./mismatch.ts";
import { Notices } from "./notices.ts";
import { Replay } from "./replay.ts";
import { idOf, isGoodEnd, laneOfStart, readStep, textDelta, usageNotice } from "./step-event.ts";
import type { StepReading } from "./step-event.ts";

/** What is known of a run when its log begins. */
export interface LogStart {
  /** The event id that the stream begins after, when it does not begin with the run. */
  readonly base?: string | undefined;
  /** Whether the run continues at the service without a connection. */
  readonly background: boolean;
  /** Whether the service keeps the run. */
  readonly stored: boolean;
  /** The run's id, where it is known before its first event. */
  readonly interactionId?: string | undefined;
  /** Where an earlier stream of the run was left. */
  readonly past?: CursorState | undefined;
  /** Whether `snapshot` is kept. */
  readonly accumulates?: boolean | undefined;
}

/** What the consumer has of a run, and what is known of it. */
export class RunLog {
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
  /** The error that was reported since the run last made progress: at the end of the stream, what it ended on. */
  lastError: ErrorReport | undefined;
  /** What is known of the run. */
  readonly facts: Facts;
  /** What was delivered. */
  readonly delivered: Ledger;
  readonly #bookmark: Bookmark;
  readonly #notices: Notices;
  readonly #accumulator: Accumulator | undefined;
  /** What the service is expected to send again; nothing while live. */
  #replay: Replay;

  constructor({ base, background, stored, interactionId, past, accumulates }: LogStart) {
    this.base = past === undefined ? base : past.base;
    this.background = past?.marks.background ?? background;
    this.stored = stored;
    this.isPartial = past !== undefined || base !== undefined;
    this.legacy = past?.marks.legacy ?? false;
    this.hasText = past?.marks.hasText ?? base !== undefined;
    this.isStored = past?.marks.isStored ?? false;
    this.facts = new Facts(past === undefined ? { interactionId } : { ...past, ...past.marks });
    this.delivered = past?.delivered ?? new Ledger();
    // Which events share the base's id, and whether text came before it, is unknown.
    const begin = { id: base, count: Infinity, ledger: undefined };
    this.#bookmark = new Bookmark(this.delivered, past?.bookmark ?? begin);
    this.#notices = new Notices(past?.notices);
    if (accumulates === true) this.#accumulator = new Accumulator(this.facts);
    this.#replay = new Replay("live", this.delivered);
    if (this.base !== undefined) this.startReplay("event");
  }

  get interactionId(): string | undefined {
    return this.facts.interactionId;
  }

  /** The newest status; it never goes back to one of an earlier stage. */
  get status(): string | undefined {
    return this.facts.status;
  }

  /** Whether the event was handed out that ends the run. */
  get finished(): boolean {
    return this.facts.finished;
  }

  /** The newest event id among the events handed out. */
  get lastEventId(): string | undefined {
    return this.#bookmark.id;
  }

  /** The interaction so far, one live object; `undefined` without accumulation. */
  get snapshot(): Interaction | undefined {
    return this.#accumulator?.interaction;
  }

  /** The position as a word; `undefined` while nothing can be resumed. */
  get cursor(): string | undefined {
    return writeCursor(this.state);
  }

  /** A cursor after which nothing follows: for a page that is not to come again. */
  get finishedCursor(): string | undefined {
    const { marks, ...rest } = this.state;
    return writeCursor({ ...rest, marks: { ...marks, finished: true } });
  }

  /** The log as a cursor contains it. */
  get state(): CursorState {
    const { interactionId, base, background, legacy, facts, delivered, hasText, isStored } = this;
    const { status, isCreated, finished } = facts;
    return {
      interactionId: this.stored ? interactionId : undefined,
      base,
      status,
      marks: { background, legacy, isCreated, finished, hasText, isStored },
      notices: this.#notices.digests,
      delivered,
      bookmark: this.#bookmark,
    };
  }

  /** Amount of content delivered so far: it grows by new content only. */
  get progress(): number {
    return this.delivered.amount;
  }

  /** Whether the service sends again what the consumer has, and has not come to anything new. */
  get isRepeating(): boolean {
    return !this.#replay.isBack;
  }

  /** Expects the next events to be the rest of the run, made of its stored interaction. */
  startRest(): void {
    this.isStored = true;
    this.#replay = new Replay("live", this.delivered);
  }

  /** No event follows. */
  finish(): void {
    this.#accumulator?.finish();
  }

  /** Expects the next events to repeat the run, from its start or after the newest event id. */
  startReplay(from: "start" | "event"): void {
    const bookmark = this.#bookmark;
    bookmark.connect(from === "start" ? "start" : "bookmark");
    this.#replay = new Replay(from, this.delivered, from === "event" ? bookmark : undefined);
  }

  /**
   * Accepts the next event of the connection.
   *
   * @returns what of it is new: the event, a shorter one, or `undefined`
   * @throws ReplayMismatch when it contradicts what was delivered, or is of another run
   */
  accept(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    const fresh = this.#acceptAny(event);
    if (fresh !== undefined) this.#accumulator?.add(fresh);
    return fresh;
  }

  /**
   * The model's text in an event that was just handed out: of deltas, of a start, or of the event that
   * ends the run when no text came before it.
   */
  textOf(event: InteractionStreamEvent): string {
    return modelText(toCurrent(event), this.hasText, (index) => {
      // Text of no open step is a notice: it may come twice.
      return this.delivered.open.get(index)?.isForeign === false;
    });
  }

  #acceptAny(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    const current = toCurrent(event);
    if (isLegacy(event)) this.legacy = true;
    const id = idOf(event);
    if (id !== undefined) this.#bookmark.see(id);
    this.#noteError(current);
    const step = readStep(current);
    // What follows the stop of its step does not belong to it.
    const isAfterStop = step?.event.event_type === "step.delta" && this.#replay.isOver(step.index);
    if (step === undefined || isAfterStop) return this.#acceptNotice(event, current);
    if (this.#replay.passCursor(id, step)) return undefined;
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
    // What comes from the stored interaction starts a step again only to complete it.
    if (this.isStored) this.delivered.open.delete(index);
    if (!this.delivered.has(index)) {
      if (!this.#isMoving(event)) this.#bookmark.beforeChange(index);
      this.delivered.start(lane);
      return this.#deliver(event, lane, content, false);
    }
    // The service starts a step again: its lane goes back to zero, and no other.
    const rest = this.#replay.restart(lane, content);
    return this.#acceptRest(event, textDelta(event, rest.text), rest, index);
  }

  #acceptDelta(
    event: InteractionStreamEvent,
    { index, content }: StepReading,
  ): InteractionStreamEvent | undefined {
    const rest = this.#replay.compare(index, content);
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
    if (!this.#isMoving(event)) this.#bookmark.beforeChange(at);
    return this.#deliver(fresh, this.delivered.lane(at), rest, rest.text === "");
  }

  #acceptStop(event: InteractionStreamEvent, index: number): InteractionStreamEvent | undefined {
    const { delivered } = this;
    if (delivered.finished.has(index)) {
      this.#replay.stop(index);
      return this.#drop(event);
    }
    this.#replay.checkStop(index);
    if (!this.#isMoving(event)) this.#bookmark.beforeStop(index);
    const sum = delivered.stop(delivered.lane(index));
    this.#replay.stop(index, sum);
    return this.#handOut(event, index, false);
  }

  #acceptNotice(
    event: InteractionStreamEvent,
    current: CurrentEvent,
  ): InteractionStreamEvent | undefined {
    const { facts } = this;
    const run = runOf(current);
    const known = facts.interactionId;
    // Vertex AI names a run by its id or in full.
    if (isFilled(run) && known !== undefined && shortId(run) !== shortId(known)) {
      throw new ReplayMismatch("it is of another interaction");
    }
    const replay = this.#replay;
    const id = idOf(event);
    if (replay.passCursor(id)) return undefined;
    const isBegin = current.event_type === "interaction.created";
    if (!replay.isLive) {
      // The beginning comes once, but each time it may report other usage.
      if (isBegin && facts.isCreated) return this.#drop(event);
      const isKnown = !replay.isBeyond && (facts.finished || this.#notices.has(current));
      if (isKnown && !isBegin) return undefined;
    }
    // A run that ends well ends with everything that it had said before.
    const missing = isGoodEnd(current) ? replay.missing : undefined;
    if (missing !== undefined) throw stepMismatch(missing, "is missing");
    facts.add(current);
    const isEnd = current.event_type === "interaction.completed";
    if (!isBegin && !isEnd) this.#notices.add(current);
    // In a replay it may be one that the service sends afresh, with the id that it had before.
    if (replay.isLive && id !== undefined) this.#bookmark.move(id);
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
    this.#notices.clear();
    this.#replay.passBeyond(at, isItemsOnly);
    this.#leaveReplay();
    const id = idOf(event);
    if ("metadata" in event || "usage" in event) this.facts.add(toCurrent(event));
    if (this.#replay.isLive && id !== undefined) this.#bookmark.move(id);
    if (!this.hasText) this.hasText = this.textOf(event) !== "";
    return event;
  }

  #leaveReplay(): void {
    const replay = this.#replay;
    if (!replay.isLive && replay.isBack && replay.isBeyond) {
      this.#replay = new Replay("live", this.delivered);
    }
  }

  /**
   * Keeps the error that the run may end on. One that a replay repeats from further back is an error
   * that the run survived.
   */
  #noteError(event: CurrentEvent): void {
    const report = errorOf(event);
    if (report === undefined && isAlive(event)) this.lastError = undefined;
    if (report !== undefined && !this.isRepeating) this.lastError = report;
  }

  /** Whether the bookmark moves to this event, when it is handed out. */
  #isMoving(event: InteractionStreamEvent): boolean {
    return this.#replay.isLive && idOf(event) !== undefined;
  }
}

/**
 * The log of a run as a cursor describes it.
 *
 * @throws TypeError for anything that is not a cursor
 */
export function logAt(cursor: string, accumulates = false): RunLog {
  return new RunLog({ background: true, stored: true, past: readCursor(cursor), accumulates });
}

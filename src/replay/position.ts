// What the consumer has of a run, and what of the next event is new. In comes every event of every
// connection, out go those that bring something, once for content (starts, text, items and stops of
// steps) and at least once for notices (all other events, and usage). Pure: no requests, no clock.
// The trap: an event may be dropped only if the consumer surely has it, and is never guessed at.
//
//            new Position          new Position with a base, or of a cursor
//                 │                               │
//                 ▼          startReplay("event" | "start" | "interaction")
//          ┌──── live ────┐                       │
//          │ all is new   │── startReplay ──▶ replaying ◀──┐ known content comes: dropped
//          │              │                  from the start├─ notices come: handed out,
//          │              │◀── something new  after an event   unless surely known
//          │              │    came, and all  from the stored
//          └──┬────────▲──┘    that was known interaction ──┐
//             │        │                          │         └▶ contradicted text: ReplayMismatch
//   a step    │        │ all of that step         │
//   starts    ▼        │ has come again           ▼
//   again   replaying one step             (a connection may be lost at any time: startReplay)
//
// Three ledgers say how much of each step has passed: what was delivered; what had been delivered at
// the newest event id, where a replay after that id begins; and how far a replay has come.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import {
  contentOfDelta,
  contentOfStart,
  fieldOf,
  noContent,
  sliceDelta,
  stepIndexOf,
} from "../model/delta.ts";
import type { StepContent, StepEvent } from "../model/delta.ts";
import { isLegacy, toCurrent } from "../model/dialect.ts";
import type { CurrentEvent } from "../model/dialect.ts";
import { outputText } from "../model/output.ts";
import { isObject } from "../util/json.ts";
import { foldText, startDigest } from "./digest.ts";
import { addContent, addText, lateIndex, Ledger, newLane } from "./ledger.ts";
import type { Lane } from "./ledger.ts";
import { Lifecycle } from "./lifecycle.ts";
import { ReplayMismatch, stepMismatch } from "./mismatch.ts";
import { Replay } from "./replay.ts";

/** What is known of a run when its first stream opens. */
export interface RunFacts {
  /** The event id that the stream begins after, when it does not begin with the run. */
  readonly base?: string | undefined;
  /** Whether the run goes on at the service without a connection. */
  readonly background: boolean;
  /** Whether the service keeps the run. */
  readonly stored: boolean;
}

/** Where a run was left, and what of its next events is new. */
export class Position {
  readonly base: string | undefined;
  readonly background: boolean;
  readonly stored: boolean;
  /** Whether this stream did not see the beginning of the run. */
  isPartial: boolean;
  /** Whether the events are of the earlier dialect. */
  legacy = false;
  readonly lifecycle: Lifecycle;
  /** Whether any of the model's text was handed out. */
  hasText: boolean;

  readonly #delivered: Ledger;
  /** What had been delivered at the newest event id; absent where nothing had been. */
  #saved: Ledger | undefined;
  /** True while `#saved` stands for what is delivered now: it is copied before the next change. */
  #isSaved = false;
  /** The lanes in which `#saved` may differ from what is delivered; `undefined` for any. */
  #changed: Set<number> | undefined;
  #lastEventId: string | undefined;
  /** How many events with that id the consumer has; `Infinity` when that is unknown. */
  #idCount: number;
  /** The event id that the connection brought last, and how many events in a row had it. */
  #seenId: string | undefined;
  #seenCount = 0;
  /** The replay that has yet to bring all that was delivered, and something new. */
  #replay: Replay | undefined;
  /** The lane of the newest delta, unless something is replayed: nearly always that of the next. */
  #current: Lane | undefined;

  constructor(run: RunFacts, past: PositionFacts = {}) {
    this.base = run.base;
    this.background = run.background;
    this.stored = run.stored;
    this.isPartial = run.base !== undefined;
    // Whoever begins midway has had the text before it.
    this.hasText = past.hasText ?? run.base !== undefined;
    this.lifecycle = past.lifecycle ?? new Lifecycle();
    this.#delivered = past.delivered ?? new Ledger();
    this.#saved = past.saved;
    this.#lastEventId = past.lastEventId ?? run.base;
    this.#idCount = past.idCount ?? Infinity;
    if (run.base !== undefined) this.startReplay("event");
  }

  get interactionId(): string | undefined {
    return this.lifecycle.interactionId;
  }

  set interactionId(id: string | undefined) {
    this.lifecycle.interactionId = id;
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
    return this.#lastEventId;
  }

  /** How many events with that id were handed out. */
  get idCount(): number {
    return this.#idCount;
  }

  /** Amount of content delivered so far: it grows by new content only. */
  get progress(): number {
    return this.#delivered.amount;
  }

  /** Whether nothing but notices came yet. */
  get isYoung(): boolean {
    return this.#delivered.amount === 0;
  }

  get delivered(): Ledger {
    return this.#delivered;
  }

  /** What had been delivered at the newest event id. */
  get saved(): Ledger | undefined {
    this.#detachSaved();
    return this.#saved;
  }

  /**
   * Expects the next events to repeat the run: from its start, after the newest event id, or as its
   * stored interaction tells it.
   *
   * @throws ReplayMismatch for the stored interaction where the stream began midway: nobody knows
   * how much of it came before
   */
  startReplay(from: "start" | "event" | "interaction"): void {
    if (from === "interaction" && this.base !== undefined) {
      throw new ReplayMismatch(
        "the stream began midway, so the stored interaction cannot be told from what came before",
      );
    }
    this.#detachSaved();
    this.#current = undefined;
    this.#seenId = undefined;
    if (from === "start") {
      this.#saved = undefined;
      this.#changed = undefined;
      this.#lastEventId = undefined;
    }
    const cursor = { id: this.#lastEventId, count: this.#idCount };
    this.#replay =
      from === "event"
        ? new Replay(from, this.#delivered, this.#saved, cursor)
        : new Replay(from, this.#delivered);
  }

  /**
   * Accepts the next event of the connection.
   *
   * @returns what of it is new: the event, a shorter one, or `undefined`
   * @throws ReplayMismatch when it contradicts what was delivered, or is of another run
   */
  accept(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    const lane = this.#current;
    // Nearly every event is more text of the same step.
    if (lane === undefined || event.event_type !== "step.delta" || event.index !== lane.index) {
      return this.#acceptAny(event);
    }
    const { delta, metadata, event_id: eventId } = event;
    const isText = delta?.type === "text" && typeof delta.text === "string";
    if (!isText || metadata !== undefined || "annotations" in delta) return this.#acceptAny(event);
    if (this.#isSaved && !eventId) this.#detachSaved();
    addText(lane, delta.text);
    this.#delivered.amount += delta.text.length;
    if (this.lifecycle.notices.length > 0) this.lifecycle.notices = [];
    if (delta.text !== "" && !lane.isForeign) this.hasText = true;
    if (eventId) {
      this.#countId(event);
      this.#adopt(event);
    }
    return event;
  }

  /**
   * The model's text in an event that was just handed out: of deltas, of a start, or of the event that
   * ends the run when no text came before it.
   */
  textOf(event: InteractionStreamEvent): string {
    const current = toCurrent(event);
    switch (current.event_type) {
      case "step.start":
        return isForeign(current.step) ? "" : contentOfStart(current.step).text;
      case "step.delta": {
        const index = stepIndexOf(current);
        // Text of no step is a notice: it may come twice.
        if (index === undefined || fieldOf(current.delta) !== "text") return "";
        const isText = this.#delivered.open.get(index)?.isForeign !== true;
        return isText ? contentOfDelta(current.delta).text : "";
      }
      case "interaction.completed":
        return this.hasText || !isObject(current.interaction)
          ? ""
          : outputText(current.interaction);
      default:
        return "";
    }
  }

  /** A copy that goes its own way, to try events on. */
  clone(): Position {
    const copy = new Position(this, {
      lifecycle: this.lifecycle.clone(),
      delivered: this.#delivered.clone(),
      saved: this.saved?.clone(),
      lastEventId: this.#lastEventId,
      idCount: this.#idCount,
      hasText: this.hasText,
    });
    return Object.assign(copy, { isPartial: this.isPartial, legacy: this.legacy });
  }

  #acceptAny(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    const current = toCurrent(event);
    if (isLegacy(event)) this.legacy = true;
    this.#countId(event);
    const index = isStepEvent(current) ? stepIndexOf(current) : undefined;
    const content = contentOf(current);
    if (index === undefined || content === undefined) return this.#acceptNotice(event, current);
    const isStart = current.event_type === "step.start";
    if (this.#replay?.isCursor(idOf(event), index, isStart) === true) return undefined;
    switch (current.event_type) {
      case "step.start":
        return this.#acceptStart(event, current.step, index, content);
      case "step.stop":
        return this.#acceptStop(event, index);
      default:
        return this.#acceptDelta(event, index, content);
    }
  }

  #acceptStart(
    event: InteractionStreamEvent,
    step: unknown,
    index: number,
    content: StepContent,
  ): InteractionStreamEvent | undefined {
    const lane = newLane(index, digestOfStart(event));
    lane.isForeign = isForeign(step);
    lane.isCall = isObject(step) && step["type"] === "function_call";
    if (!this.#delivered.has(index)) {
      this.#beforeChange(event, index);
      this.#beforeChange(event, lateIndex);
      this.#delivered.start(lane);
      return this.#deliver(event, lane, content, false);
    }
    // The service starts a step again: only that step is replayed.
    this.#replay ??= new Replay("step", this.#delivered);
    this.#current = undefined;
    const rest = this.#replay.restart(lane, content);
    // The start itself is known; what it has beyond that is text.
    const fresh = textDelta(event, index, rest.text);
    return this.#acceptRest(fresh, event, index, rest);
  }

  #acceptDelta(
    event: InteractionStreamEvent,
    index: number,
    content: StepContent,
  ): InteractionStreamEvent | undefined {
    const at = this.#laneOf(index);
    const untold = this.#withoutTold(at, content);
    const rest = this.#replay === undefined ? untold : this.#replay.compare(at, untold);
    const isWhole =
      rest.text.length === content.text.length && rest.items.length === content.items.length;
    // Only deltas get here.
    const fresh = isWhole ? event : sliceDelta(event as StepEvent<"delta">, rest);
    return this.#acceptRest(fresh, event, at, rest);
  }

  /** Hands out what is new of an event, if anything is. */
  #acceptRest(
    fresh: InteractionStreamEvent,
    event: InteractionStreamEvent,
    at: number,
    rest: StepContent,
  ): InteractionStreamEvent | undefined {
    if (rest.text === "" && rest.items.length === 0) return this.#drop(event);
    this.#beforeChange(event, at);
    const lane = this.#delivered.lane(at);
    return this.#deliver(fresh, lane, rest, rest.text === "");
  }

  #acceptStop(event: InteractionStreamEvent, index: number): InteractionStreamEvent | undefined {
    if (this.#delivered.finished.has(index)) {
      this.#replay?.stop(index);
      return this.#drop(event);
    }
    this.#replay?.checkStop(index);
    this.#beforeChange(event, index);
    const sum = this.#delivered.stop(this.#delivered.lane(index));
    this.#replay?.stop(index, sum);
    this.#current = undefined;
    return this.#handOut(event, index, false);
  }

  /** Notices come at least once: a replay repeats them, unless they are surely known. */
  #acceptNotice(
    event: InteractionStreamEvent,
    current: CurrentEvent,
  ): InteractionStreamEvent | undefined {
    const { lifecycle } = this;
    const replay = this.#replay;
    if (replay?.isCursor(idOf(event)) === true) return undefined;
    if (replay !== undefined) {
      if (current.event_type === "interaction.created" && lifecycle.isCreated) return undefined;
      if (!replay.isBeyond && lifecycle.isKnown(current)) return undefined;
      // A run that ends well ends with everything that it had said before.
      const missing = isGoodEnd(current) ? replay.missing : undefined;
      if (missing !== undefined) throw stepMismatch(missing, "is missing");
    }
    lifecycle.add(current);
    // In a replay it may be one that the service sends afresh, with the id it had before.
    if (replay === undefined) this.#adopt(event);
    return event;
  }

  /** What is left of an event whose content is known: the usage that it may tell beside it. */
  #drop(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    this.#leaveReplay();
    const { index, metadata, usage }: Record<string, unknown> = { ...event };
    const total = isObject(metadata) ? metadata["total_usage"] : usage;
    if (total === undefined) return undefined;
    const notice = {
      event_type: isLegacy(event) ? "content.delta" : "step.delta",
      index,
      delta: {},
      metadata: { total_usage: total },
    };
    // An empty delta, as the service itself writes them when it has only usage to tell.
    const empty = notice as unknown as InteractionStreamEvent;
    return this.#acceptNotice(empty, toCurrent(empty));
  }

  #deliver(
    event: InteractionStreamEvent,
    lane: Lane,
    content: StepContent,
    isItemsOnly: boolean,
  ): InteractionStreamEvent {
    this.#delivered.amount += addContent(lane, content);
    if (this.#replay?.from === "interaction") lane.isTold = this.#delivered.isTold = true;
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
    if (this.#replay === undefined) {
      this.#current = this.#delivered.open.get(at);
      this.#adopt(event);
    }
    if (!this.hasText && this.textOf(event) !== "") this.hasText = true;
    return event;
  }

  #leaveReplay(): void {
    const replay = this.#replay;
    if (replay === undefined || replay.from === "interaction") return;
    if (replay.isBack && replay.isBeyond) this.#replay = undefined;
  }

  /** The lane that a delta belongs to: its step's, or that of what follows a stop. */
  #laneOf(index: number): number {
    if (this.#replay !== undefined) return this.#replay.laneOf(index);
    return this.#delivered.finished.has(index) ? lateIndex : index;
  }

  /**
   * The content without what was told from the stored interaction: signatures, and arguments, which
   * the stream writes in other words.
   */
  #withoutTold(at: number, content: StepContent): StepContent {
    const lane = this.#delivered.open.get(at);
    if (lane?.isTold !== true || this.#replay?.from === "interaction") return content;
    const { text, isArguments, items } = content;
    return {
      text: isArguments && lane.text > 0 ? "" : text,
      isArguments,
      items: items.filter(({ kind }) => kind !== "signature" || !lane.items.has(kind)),
    };
  }

  #countId(event: InteractionStreamEvent): void {
    const id = idOf(event);
    if (id === undefined) return;
    this.#seenCount = id === this.#seenId ? this.#seenCount + 1 : 1;
    this.#seenId = id;
  }

  /** An event that is handed out moves the cursor, if it has an id. */
  #adopt(event: InteractionStreamEvent): void {
    const id = idOf(event);
    if (id === undefined) return;
    const before = id === this.#lastEventId ? this.#idCount : 0;
    this.#idCount = Math.max(before + 1, this.#seenCount);
    this.#lastEventId = id;
    this.#isSaved = true;
  }

  /** To be called before what is delivered of a lane changes. */
  #beforeChange(event: InteractionStreamEvent, at: number): void {
    // An event that moves the cursor itself needs no copy of what was before it.
    if (this.#replay !== undefined || idOf(event) === undefined) this.#detachSaved();
    this.#changed?.add(at);
  }

  /** Makes `#saved` a copy of what is delivered now, by the lanes that have changed. */
  #detachSaved(): void {
    if (!this.#isSaved) return;
    this.#isSaved = false;
    const changed = this.#changed;
    if (this.#saved === undefined || changed === undefined) this.#saved = this.#delivered.clone();
    else this.#saved.catchUp(this.#delivered, changed);
    this.#changed = new Set(this.#current && [this.#current.index]);
  }
}

/** What a cursor knows of a position beside its run. */
export interface PositionFacts {
  readonly lifecycle?: Lifecycle;
  readonly delivered?: Ledger;
  readonly saved?: Ledger | undefined;
  readonly lastEventId?: string | undefined;
  readonly idCount?: number | undefined;
  readonly hasText?: boolean;
}

type CurrentStepEvent = Extract<CurrentEvent, { event_type: `step.${string}` }>;

function isStepEvent(event: CurrentEvent): event is CurrentStepEvent {
  const { event_type: type } = event;
  return type === "step.start" || type === "step.delta" || type === "step.stop";
}

/** What an event adds to its step; `undefined` for a notice, such as a delta that adds nothing. */
function contentOf(event: CurrentEvent): StepContent | undefined {
  switch (event.event_type) {
    case "step.start":
      return contentOfStart(event.step);
    case "step.stop":
      return noContent;
    case "step.delta": {
      const content = contentOfDelta(event.delta);
      return content.text === "" && content.items.length === 0 ? undefined : content;
    }
    default:
      return undefined;
  }
}

/** An event's id. Untrusted: a number counts as its text. */
function idOf({ event_id: id }: { readonly event_id?: unknown }): string | undefined {
  if (typeof id === "number") return String(id);
  return typeof id === "string" && id !== "" ? id : undefined;
}

/** Whether a step's text is not the model's. */
function isForeign(step: unknown): boolean {
  return isObject(step) && step["type"] !== "model_output";
}

/** Digest of a step's type and id; not 0. Contents of the earlier dialect may start without their id. */
function digestOfStart(event: InteractionStreamEvent): number {
  const { step, content }: { step?: unknown; content?: unknown } = event as object;
  if (isObject(content)) return foldText(startDigest, String(content["type"])) || 1;
  const { type, id, call_id: callId } = isObject(step) ? step : {};
  return foldText(startDigest, `${String(type)} ${String(id ?? callId)}`) || 1;
}

/** Whether a run ends with all of its steps; one that failed may lack the last. */
function isGoodEnd(event: CurrentEvent): boolean {
  if (event.event_type !== "interaction.completed") return false;
  const { interaction }: { interaction: unknown } = event;
  const status = isObject(interaction) ? interaction["status"] : undefined;
  return status === "completed" || status === "requires_action";
}

/** The text that a repeated start brings beyond what was delivered. */
function textDelta(
  event: InteractionStreamEvent,
  index: number,
  text: string,
): InteractionStreamEvent {
  const id = event.event_id === undefined ? {} : { event_id: event.event_id };
  const delta = { type: "text", text } as const;
  return isLegacy(event)
    ? { event_type: "content.delta", index, delta, ...id }
    : { event_type: "step.delta", index, delta, ...id };
}

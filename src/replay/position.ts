import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { ReplayMismatch } from "../model/errors.ts";
import { isObject } from "../util/json.ts";
import { piecesOfDelta, piecesOfStart, sliceDelta } from "../model/delta.ts";
import type { Pieces, StepEvent } from "../model/delta.ts";
import {
  addDelta,
  addPieces,
  addStart,
  cloneProgress,
  closeStep,
  copyProgress,
  emptyProgress,
  isFinished,
  isKnown,
  openStep,
  restartStep,
  typeOfStart,
} from "./ledger.ts";
import type { Progress, StepProgress } from "./ledger.ts";

/**
 * Where a run was left, by content and by event id. It passes new events on; after a reconnect it
 * drops what was delivered before, and cuts a delta that goes beyond.
 */
export class Position {
  /** What the consumer has. */
  readonly delivered: Progress;
  /** What the consumer had at {@link Position.lastEventId}: where a replay after it starts. */
  #saved: Progress;
  /** Whether it has nothing beyond that: then the copy is yet to be made. */
  #isSaved = false;
  /** How far a replay has come; absent once it has caught up. */
  #replayed: Progress | undefined;
  /** The open step of the newest delta: nearly always that of the next one too. */
  #current: StepProgress | undefined;
  /** Whether the connection is not the run's first. */
  #isReplay = false;
  /** Whether the replay is told from the stored interaction. */
  #isRetold = false;
  /** The id that the replay was asked to start after. */
  #cursorId: string | undefined;
  /** Whether the replay after an id has yet to show where it really begins. */
  #isUnplaced = false;
  /** Steps that had finished and come again: nothing of them is new. */
  readonly #repeating = new Set<number>();
  /** The newest event id. */
  lastEventId: string | undefined;
  /** The id a replay can start after when no event has brought one. */
  readonly base: string | undefined;
  interactionId: string | undefined;
  /** Status in the newest lifecycle event, and the checkpoint token beside it. */
  status: string | undefined;
  #token: string | undefined;
  /** Whether the event that ends an interaction has passed. */
  finished = false;
  /** Whether content or an event id came that was never there before; the reader resets it. */
  progressed = false;
  /** Whether an earlier stream brought the beginning. */
  isPartial = false;
  /** Whether the events are of the older dialect. */
  legacy = false;

  constructor(
    base?: string,
    delivered: Progress = emptyProgress(base !== undefined),
    saved?: Progress,
  ) {
    this.base = base;
    this.lastEventId = base;
    this.delivered = delivered;
    this.#saved = saved ?? cloneProgress(delivered);
  }

  get saved(): Progress {
    this.#part();
    return this.#saved;
  }

  /**
   * Expects the next events to repeat the run: after the newest event id, from its start, or from
   * its start as its stored interaction tells it, which shows no more than types, ids and texts.
   */
  startReplay(from: "last-event-id" | "start" | "interaction"): void {
    this.#part();
    if (from === "start") {
      this.lastEventId = undefined;
      this.#saved = emptyProgress();
    }
    this.#isReplay = true;
    this.#current = undefined;
    this.#isRetold = from === "interaction";
    this.#replayed = this.#isRetold
      ? emptyProgress(this.base !== undefined)
      : cloneProgress(this.#saved);
    this.#isUnplaced = from === "last-event-id";
    this.#cursorId = from === "last-event-id" ? this.lastEventId : undefined;
    this.#repeating.clear();
  }

  /** Whether these events can be taken; takes none of them. */
  accepts(events: readonly InteractionStreamEvent[]): boolean {
    // A stream that began after an id, and brought nothing, may have begun anywhere.
    if (this.base !== undefined && this.delivered.units === 0) return false;
    const trial = new Position(this.base, cloneProgress(this.delivered), this.saved);
    trial.status = this.status;
    trial.#isReplay = this.#isReplay;
    trial.#isRetold = this.#isRetold;
    trial.#replayed = this.#replayed && cloneProgress(this.#replayed);
    try {
      for (const event of events) trial.take(event);
      return true;
    } catch (error) {
      if (error instanceof ReplayMismatch) return false;
      throw error;
    }
  }

  /**
   * Takes the next event of the connection.
   *
   * @returns what of it is new: the event, a shorter one, or nothing
   * @throws ReplayMismatch when a replay contradicts what was delivered
   */
  take(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    if (this.#replayed !== undefined) return this.#takeReplayed(event, this.#replayed);
    if (this.#isSaved && !event.event_id) this.#part();
    const { delivered } = this;
    switch (event.event_type) {
      case "step.delta":
      case "content.delta":
        if (this.#current === undefined || this.#current.index !== event.index) {
          if (isAdrift(event)) return event;
          // No step goes on after its end: this one is repeated without its start.
          if (this.#isReplay && isFinished(delivered, event.index)) return undefined;
          this.#current = openStep(delivered, event.index);
        }
        addDelta(delivered, this.#current, event);
        this.progressed = true;
        break;
      case "step.start":
      case "content.start":
        if (isAdrift(event)) return event;
        // The service starts a step again: its content is a replay of what came before.
        if (isKnown(delivered, event.index)) {
          this.#part();
          this.#current = undefined;
          this.#replayed = cloneProgress(delivered);
          return this.#takeReplayed(event, this.#replayed);
        }
        addStart(delivered, event);
        this.progressed = true;
        break;
      case "step.stop":
      case "content.stop":
        if (isAdrift(event)) return event;
        this.#current = undefined;
        if (isFinished(delivered, event.index)) return undefined;
        closeStep(delivered, event.index);
        this.progressed = true;
        break;
      default:
        if (this.#isReplay && this.#isRepeated(event)) return undefined;
        this.#takeLifecycle(event);
    }
    if (event.event_id) this.#saveDelivered(event.event_id);
    return event;
  }

  /** What is saved becomes a copy of its own, before anything goes beyond it. */
  #part(): void {
    if (this.#isSaved) copyProgress(this.#saved, this.delivered);
    this.#isSaved = false;
  }

  #saveDelivered(eventId: unknown): void {
    if (typeof eventId !== "string") return;
    this.#isSaved = true;
    this.lastEventId = eventId;
  }

  #takeReplayed(
    event: InteractionStreamEvent,
    replayed: Progress,
  ): InteractionStreamEvent | undefined {
    if (isAdrift(event)) return event;
    if (this.#isUnplaced) this.#place(event, replayed);
    // Some services begin with the very event that they were asked to start after.
    const isCursor = event.event_id !== undefined && event.event_id === this.#cursorId;
    if (isCursor && replayed.units >= this.#saved.units) return undefined;
    if (this.#isOver(event, replayed)) {
      this.#leaveReplay();
      return undefined;
    }
    let fresh: InteractionStreamEvent | undefined;
    switch (event.event_type) {
      case "step.delta":
      case "content.delta":
        fresh = this.#replayDelta(event, replayed);
        break;
      case "step.start":
      case "content.start":
        fresh = this.#replayStart(event, replayed);
        break;
      case "step.stop":
      case "content.stop":
        fresh = this.#replayStop(event, replayed);
        break;
      default:
        fresh = this.#isRepeated(event) ? undefined : event;
        if (fresh !== undefined) {
          this.#checkWhole(event);
          this.#takeLifecycle(event);
        }
        // Before that it may be the beginning of the run that comes again.
        if (event.event_id && !this.#isUnplaced) this.#save(event.event_id, replayed);
        return fresh;
    }
    if (fresh !== undefined) this.progressed = true;
    if (event.event_id) this.#save(event.event_id, replayed);
    this.#leaveReplay();
    return fresh;
  }

  /** Finds out, by the first event of a step, where a replay begins. */
  #place(event: InteractionStreamEvent, replayed: Progress): void {
    if (!("index" in event)) return;
    this.#isUnplaced = false;
    const isStart = event.event_type === "step.start" || event.event_type === "content.start";
    // The first step from its start: all comes again, whatever was asked for.
    if (isStart && event.index === 0 && this.base === undefined) {
      copyProgress(replayed, emptyProgress());
    }
  }

  /** Whether the event belongs to a step that was over where the replay should begin. */
  #isOver(event: InteractionStreamEvent, replayed: Progress): boolean {
    switch (event.event_type) {
      case "step.start":
      case "content.start":
        if (this.#isBeforeStart(event.index)) return true;
        if (!isFinished(replayed, event.index)) return false;
        this.#repeating.add(event.index);
        return true;
      case "step.delta":
      case "content.delta":
        return isFinished(replayed, event.index) || this.#isBeforeStart(event.index);
      case "step.stop":
      case "content.stop":
        this.#repeating.delete(event.index);
        return isFinished(replayed, event.index) || this.#isBeforeStart(event.index);
      default:
        return false;
    }
  }

  #replayStart(event: StepEvent<"start">, replayed: Progress): InteractionStreamEvent | undefined {
    const { delivered } = this;
    const { index } = event;
    if (!isKnown(delivered, index)) {
      addStart(delivered, event);
      addStart(replayed, event);
      return event;
    }
    restartStep(replayed, index);
    const had = delivered.open.get(index);
    if (had === undefined) {
      addStart(replayed, event);
      return undefined;
    }
    const type = typeOfStart(event);
    // A stream that began midway has not seen the start before.
    if (had.type !== 0 && had.type !== type) throw new ReplayMismatch(index, "is another step");
    const step = openStep(replayed, index, had.type);
    step.call = had.call;
    const rest = this.#replayPieces(piecesOfStart(event), step, had, replayed);
    if (rest.parts.length > 0 || (rest.marks.length > 0 && !this.#isRetold)) {
      throw new ReplayMismatch(index, "starts with more");
    }
    return rest.text === "" ? undefined : textDelta(event, rest.text);
  }

  #replayDelta(event: StepEvent<"delta">, replayed: Progress): InteractionStreamEvent | undefined {
    const { delivered } = this;
    const { index } = event;
    const had = delivered.open.get(index);
    if (had === undefined) {
      const isNew = !isKnown(delivered, index);
      addDelta(replayed, openStep(replayed, index), event);
      if (isNew) addDelta(delivered, openStep(delivered, index), event);
      return isNew ? event : undefined;
    }
    const pieces = piecesOfDelta(event);
    const step = openStep(replayed, index, had.type);
    step.call = had.call;
    const rest = this.#replayPieces(pieces, step, had, replayed);
    const size = sizeOf(rest);
    if (size === 0) return undefined;
    return size === sizeOf(pieces) ? event : sliceDelta(event, rest);
  }

  /** Compares pieces with what was delivered, and answers what lies beyond. */
  #replayPieces(pieces: Pieces, step: StepProgress, had: StepProgress, replayed: Progress): Pieces {
    const known = {
      text: pieces.text.slice(0, had.text - step.text),
      parts: pieces.parts.slice(0, had.parts - step.parts),
      marks: pieces.marks.slice(0, had.marks - step.marks),
    };
    const rest = {
      text: pieces.text.slice(known.text.length),
      parts: pieces.parts.slice(known.parts.length),
      marks: pieces.marks.slice(known.marks.length),
    };
    addPieces(replayed, step, known);
    if (known.text !== "" && step.text === had.text && step.hash !== had.hash) {
      throw new ReplayMismatch(step.index, "says something else");
    }
    const hasAll = step.parts === had.parts && step.marks === had.marks;
    const isMarked = known.parts.length + known.marks.length > 0;
    if (isMarked && hasAll && step.print !== had.print) {
      throw new ReplayMismatch(step.index, "holds something else");
    }
    // Text may be cut anew between its annotations, but not across an image.
    const goesOn = rest.text !== "" || rest.marks.length > 0;
    const isEarly =
      (goesOn && step.parts < had.parts) || (rest.parts.length > 0 && step.text < had.text);
    if (isEarly) throw new ReplayMismatch(step.index, "comes in another order");
    addPieces(replayed, step, rest);
    addPieces(this.delivered, had, rest);
    return rest;
  }

  #replayStop(event: StepEvent<"stop">, replayed: Progress): InteractionStreamEvent | undefined {
    const { delivered } = this;
    const { index } = event;
    const isNew = !isFinished(delivered, index);
    const had = delivered.open.get(index);
    const step = replayed.open.get(index);
    if (had !== undefined && !(step !== undefined && covers(step, had))) {
      throw new ReplayMismatch(index, "ends earlier");
    }
    closeStep(replayed, index);
    if (isNew) closeStep(delivered, index);
    const sum = this.#isRetold ? "shape" : "sum";
    if (replayed.finished === delivered.finished && replayed[sum] !== delivered[sum]) {
      throw new ReplayMismatch(index, "differs");
    }
    return isNew ? event : undefined;
  }

  /** Whether the step was over before a stream that began midway began. */
  #isBeforeStart(index: number): boolean {
    const { below, finished, beyond, open } = this.delivered;
    return this.#isRetold && !open.has(index) && index < below - finished + beyond.size;
  }

  /** Lifecycle events say where a run stands; said twice they say nothing. */
  #isRepeated(event: InteractionStreamEvent): boolean {
    switch (event.event_type) {
      case "interaction.created":
      case "interaction.start":
        return this.status !== undefined;
      case "interaction.status_update":
        return (
          this.finished ||
          this.#isBehind() ||
          (event.status === this.status && event.continuation_token === this.#token)
        );
      case "interaction.completed":
      case "interaction.complete":
        return this.finished;
      default:
        // An event of a kind this version does not know: behind, it was delivered before.
        return event.event_type !== "error" && this.#isBehind();
    }
  }

  #takeLifecycle(event: InteractionStreamEvent): void {
    switch (event.event_type) {
      case "interaction.start":
        this.legacy = true;
        this.#takeInteraction(event.interaction);
        break;
      case "interaction.created":
        this.#takeInteraction(event.interaction);
        break;
      case "interaction.completed":
      case "interaction.complete":
        this.#takeInteraction(event.interaction);
        this.finished = true;
        this.progressed = true;
        break;
      case "interaction.status_update":
        this.#takeInteraction({ id: event.interaction_id, status: event.status });
        this.#token = event.continuation_token;
        break;
      default:
    }
  }

  #takeInteraction(interaction: unknown): void {
    if (!isObject(interaction)) return;
    const { id, status } = interaction;
    if (typeof id === "string") this.interactionId ??= id || undefined;
    if (typeof status === "string") this.status = status;
  }

  #save(eventId: unknown, at: Progress): void {
    if (typeof eventId !== "string") return;
    // A replay from further back than the cursor: the cursor is the better place to start from.
    if (at.units < this.#saved.units) return;
    if (at.units > this.#saved.units) this.progressed = true;
    copyProgress(this.#saved, at);
    this.lastEventId = eventId;
  }

  /** A run that ends well ends with everything that it had said before. */
  #checkWhole(event: InteractionStreamEvent): void {
    const index = endsWell(event) ? this.#missingStep() : undefined;
    if (index !== undefined) throw new ReplayMismatch(index, "is missing");
  }

  #isBehind(): boolean {
    return this.#missingStep() !== undefined;
  }

  /** A step that the consumer has, and of which the replay has not brought everything yet. */
  #missingStep(): number | undefined {
    const { delivered } = this;
    const replayed = this.#replayed;
    if (replayed === undefined) return undefined;
    if (replayed.finished < delivered.finished) return replayed.below;
    for (const [index, had] of delivered.open) {
      const step = replayed.open.get(index);
      if (step === undefined || !covers(step, had)) return index;
    }
    return undefined;
  }

  #leaveReplay(): void {
    if (!this.#isBehind() && this.#repeating.size === 0) this.#replayed = undefined;
  }
}

/** Whether a run ends with all of its steps; one that failed may lack the last. */
function endsWell(event: InteractionStreamEvent): boolean {
  const type = event.event_type;
  if (type !== "interaction.completed" && type !== "interaction.complete") return false;
  const { interaction }: { interaction: unknown } = event;
  const status = isObject(interaction) ? interaction["status"] : undefined;
  return status === "completed" || status === "requires_action";
}

/** Whether an event belongs to a step and does not say to which: it is passed on as it is. */
function isAdrift(event: InteractionStreamEvent): boolean {
  const { event_type: type, index }: { event_type: unknown; index?: unknown } = event;
  const isPlaced = Number.isSafeInteger(index) && Number(index) >= 0;
  return !isPlaced && /^(step|content)\.(start|delta|stop)$/.test(String(type));
}

function covers(step: StepProgress, had: StepProgress): boolean {
  return step.text >= had.text && step.parts >= had.parts && step.marks >= had.marks;
}

function sizeOf({ text, parts, marks }: Pieces): number {
  return text.length + parts.length + marks.length;
}

/** The text that a repeated start brings beyond what was delivered; the start itself is known. */
function textDelta(
  { event_type, index, event_id }: StepEvent<"start">,
  text: string,
): StepEvent<"delta"> {
  const delta = { type: "text", text } as const;
  const id = event_id === undefined ? {} : { event_id };
  return event_type === "step.start"
    ? { event_type: "step.delta", index, delta, ...id }
    : { event_type: "content.delta", index, delta, ...id };
}

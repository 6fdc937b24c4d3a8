// One run of the testing service. Its result is known from the start; its events happen one after another,
// by the clock or as they are read. Streams and polls see how far it has come.

import type {
  CreateInteractionRequest,
  Interaction,
  InteractionStatus,
  InteractionStreamEvent,
  Step,
} from "../../../generated/schema.ts";
import { finalInteraction, toSteps } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { toOutputs } from "../../model/dialect.ts";
import { interactionEvents } from "./events.ts";
import type { Dialect, SplitText } from "./events.ts";
import type { EventIds } from "../faults/faults.ts";
import { pick } from "../../util/json.ts";

/** What the service decides for all of its runs. */
export interface RunSettings {
  readonly mode: "guide" | "faithful";
  readonly dialect: Dialect;
  readonly splitText?: SplitText | undefined;
  readonly eventIntervalMs: number;
  readonly now: () => number;
  /** Called after the last event; not for a run that was cancelled or cut off. */
  readonly onEnd: (run: Run) => void;
}

/** How far a run of an earlier service had come. */
export interface RunProgress {
  readonly createdMs: number;
  readonly ended: boolean;
  /** How many events had happened when it was cancelled, if it was. */
  readonly cancelledAt: number | undefined;
}

interface JsonOptions {
  /** As a GET answers: in faithful mode with the input steps. */
  timeline?: boolean;
  includeInput?: boolean;
}

/** The first poll should see a run in progress, the third its end. */
const polls = 3;

/** One run: its events are known from the start and happen one after another. */
export class Run {
  readonly id: string;
  readonly request: CreateInteractionRequest;
  readonly answer: Answer;
  /** Milliseconds since 1970. */
  readonly createdMs: number;
  readonly events: readonly InteractionStreamEvent[];
  /** By event id: how many events a stream skips when it continues after that event. */
  readonly positions: Map<string, number> = new Map();
  readonly background: boolean;
  /** Whether it ends with the connection that started it, and leaves nothing behind. */
  readonly bound: boolean;
  readonly stored: boolean;
  readonly eventIds: EventIds;
  /** The event that ends a cancelled run instead of those that did not happen. */
  closing: InteractionStreamEvent | undefined;

  readonly #settings: RunSettings;
  readonly #facts: Interaction;
  readonly #steps: readonly Step[];
  readonly #waiting = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #happened = 1;
  #stopped = false;
  #ended = false;

  constructor(
    id: string,
    request: CreateInteractionRequest,
    answer: Answer,
    settings: RunSettings,
    before?: RunProgress,
  ) {
    const faithful = settings.mode === "faithful";
    this.#settings = settings;
    this.request = request;
    this.answer = answer;
    this.createdMs = before?.createdMs ?? settings.now();
    this.background = request.background === true;
    this.stored = request.store !== false;
    this.bound = !this.background && (faithful || !this.stored);
    this.eventIds = !faithful ? "all" : this.background ? "sparse" : "none";
    this.id = answer.events === undefined ? id : (idIn(answer.events) ?? id);
    this.#facts = finalInteraction(
      request,
      answer,
      this.stored ? this.id : undefined,
      this.createdMs,
    );
    this.#steps = answer.steps ?? [];
    this.events = answer.events ?? this.#deriveEvents(faithful);
    for (const [index, { event_id: eventId = "" }] of this.events.entries()) {
      if (eventId !== "") this.positions.set(eventId, index + 1);
    }
    if (before !== undefined) this.#restore(before);
    if (settings.eventIntervalMs > 0 && this.running) this.#startTimer();
  }

  /** The service was away, not the run: by the clock it continued. */
  #restore({ createdMs, ended, cancelledAt }: RunProgress): void {
    this.#ended = ended;
    if (cancelledAt !== undefined) {
      this.cancel(cancelledAt);
      return;
    }
    // It stopped with the connection that it was bound to.
    if (this.bound && !ended) this.#stop();
    const { eventIntervalMs, now } = this.#settings;
    const elapsed = eventIntervalMs > 0 ? Math.floor((now() - createdMs) / eventIntervalMs) : 0;
    this.#advanceTo(ended ? this.events.length : 1 + elapsed);
  }

  #deriveEvents(faithful: boolean): InteractionStreamEvent[] {
    const { usage, ...facts } = this.#facts;
    // Of an agent's background run the service shows the usage in the stored interaction only.
    const shown = (faithful && this.background) || usage === undefined ? facts : this.#facts;
    const { statuses, shape } = this.answer;
    let events = interactionEvents({ ...shown, steps: [...this.#steps] }, this.#settings);
    if (statuses !== undefined) events = withStatuses(events, statuses);
    let place = "run";
    for (const [index, event] of events.entries()) {
      if (event.event_type === "step.start") place = `${event.index}_${event.step.type}`;
      if (event.event_type === "content.start") place = `${event.index}_${event.content.type}`;
      event.event_id = faithful ? btoa(`${place}_${index}`) : `evt_${index + 1}`;
    }
    return shape?.(events) ?? events;
  }

  #startTimer(): void {
    this.#timer = setTimeout(() => {
      this.#advanceTo(this.#happened + 1);
      if (this.running) this.#startTimer();
    }, this.#settings.eventIntervalMs);
  }

  get running(): boolean {
    return !this.#stopped && this.#happened < this.events.length;
  }

  /** Whether requests by id find it. */
  get isVisible(): boolean {
    return !(this.bound && (this.running || this.#stopped));
  }

  /**
   * Waits until that many events have happened; false when they never will, or `signal` aborted.
   * Without an interval, waiting readers make them happen.
   */
  async reach(count: number, signal: AbortSignal): Promise<boolean> {
    if (this.#settings.eventIntervalMs === 0) this.#advanceTo(count);
    while (this.#happened < count && !this.#stopped && !signal.aborted) await this.#event(signal);
    return this.#happened >= count && !signal.aborted;
  }

  #advanceTo(count: number): void {
    if (this.#stopped) return;
    this.#happened = Math.max(this.#happened, Math.min(count, this.events.length));
    for (const wake of this.#waiting) wake();
    if (this.#ended || this.running) return;
    this.#ended = true;
    this.#settings.onEnd(this);
  }

  #event(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener("abort", wake);
        this.#waiting.delete(wake);
        resolve();
      };
      signal.addEventListener("abort", wake, { once: true });
      this.#waiting.add(wake);
    });
  }

  /** Lets some events happen, without a clock. */
  poll(): void {
    if (this.#settings.eventIntervalMs > 0) return;
    if (this.answer.statuses === undefined) {
      this.#advanceTo(this.#happened + Math.ceil(this.events.length / polls));
      return;
    }
    const ahead = this.events.slice(this.#happened);
    const next = ahead.findIndex(({ event_type: type }) => type === "interaction.status_update");
    this.#advanceTo(next < 0 ? this.events.length : this.#happened + next + 1);
  }

  /** How many events have happened. */
  get happened(): number {
    return this.#happened;
  }

  /** The connection that started it is gone. */
  disconnect(): void {
    if (this.bound && this.running) this.#stop();
  }

  /** Ends its clock, because the service forgets it. */
  dispose(): void {
    this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#stopped = true;
    for (const wake of this.#waiting) wake();
  }

  /**
   * Ends the run with status `cancelled`.
   *
   * @param happened how many events had happened @defaultValue those until now
   */
  cancel(happened: number = this.#happened): void {
    this.#happened = happened;
    const eventId = "evt_cancelled";
    const interaction = { id: this.id, status: "cancelled", object: "interaction" };
    this.closing =
      this.#settings.dialect === "current"
        ? { event_type: "interaction.completed", interaction, event_id: eventId }
        : { event_type: "interaction.complete", interaction, event_id: eventId };
    this.positions.set(eventId, this.events.length + 1);
    this.#stop();
  }

  get status(): InteractionStatus {
    if (this.closing !== undefined) return "cancelled";
    if (!this.running) return this.#facts.status;
    const past = this.events.slice(0, this.#happened);
    const update = past.findLast((event) => event.event_type === "interaction.status_update");
    if (update?.event_type === "interaction.status_update") return update.status;
    return this.answer.statuses?.[0] ?? "in_progress";
  }

  /** The JSON resource as it is now, with those steps that are finished. */
  toJson({ timeline = false, includeInput = false }: JsonOptions = {}): Interaction {
    const { input = "" } = this.request;
    const ended = this.closing === undefined && !this.running;
    const facts = ended
      ? this.#facts
      : { ...pick(this.#facts, ...earlyFacts), status: this.status };
    const legacy = this.#settings.dialect === "legacy";
    const all = legacy ? toOutputs(this.#steps) : this.#steps;
    const finished = ended ? all : all.slice(0, this.#countFinished());
    const before = timeline && this.#settings.mode === "faithful" && !legacy ? toSteps(input) : [];
    const list = [...before, ...finished];
    const { steps: _, ...rest } = facts;
    return {
      ...rest,
      ...(ended || list.length > 0 ? { [legacy ? "outputs" : "steps"]: list } : {}),
      ...(includeInput ? { input } : {}),
    };
  }

  #countFinished(): number {
    const past = this.events.slice(0, this.#happened);
    return past.filter(({ event_type: type }) => type === "step.stop" || type === "content.stop")
      .length;
  }
}

/** What is known before the end. */
const earlyFacts = [
  "id",
  "object",
  "model",
  "agent",
  "created",
  "updated",
  "service_tier",
  "previous_interaction_id",
  "environment_id",
] as const;

/** The same events, with these statuses in place of the one update at their beginning. */
function withStatuses(
  events: readonly InteractionStreamEvent[],
  statuses: readonly InteractionStatus[],
): InteractionStreamEvent[] {
  return events.flatMap((event, index): InteractionStreamEvent[] => {
    if (event.event_type === "interaction.status_update") {
      return statuses.map((status) => ({ ...event, status }));
    }
    const [status] = statuses;
    if (index > 0 || status === undefined || !("interaction" in event)) return [event];
    // The same event, with a status of the same type.
    return [{ ...event, interaction: { ...event.interaction, status } } as InteractionStreamEvent];
  });
}

function idIn(events: readonly InteractionStreamEvent[]): string | undefined {
  const [first] = events;
  return first !== undefined && "interaction" in first ? first.interaction.id : undefined;
}

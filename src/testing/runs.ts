import type {
  CreateInteractionRequest,
  Interaction,
  InteractionStatus,
  InteractionStreamEvent,
  Step,
} from "../../generated/schema.ts";
import { finalInteraction, toSteps } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { toOutputs } from "../model/dialect.ts";
import { interactionEvents } from "./events.ts";
import type { Dialect } from "../model/dialect.ts";
import type { SplitText } from "./events.ts";
import type { EventIds } from "./faults.ts";
import { pick } from "../util/json.ts";

/** What the service decides for all of its runs. */
export interface RunSettings {
  readonly mode: "guide" | "faithful";
  readonly dialect: Dialect;
  readonly splitText?: SplitText | undefined;
  readonly eventIntervalMs: number;
}

interface JsonOptions {
  /** As a GET answers: in faithful mode with the input steps. */
  timeline?: boolean;
  includeInput?: boolean;
}

/** The first poll should see a run at work, the third its end. */
const polls = 3;

/** One run: its events are known from the start and happen one after another. */
export class Run {
  readonly id: string;
  readonly request: CreateInteractionRequest;
  readonly events: readonly InteractionStreamEvent[];
  /** By event id: how many events a stream leaves out that goes on after that event. */
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

  constructor(
    id: string,
    request: CreateInteractionRequest,
    answer: Answer,
    settings: RunSettings,
  ) {
    const faithful = settings.mode === "faithful";
    this.#settings = settings;
    this.request = request;
    this.background = request.background === true;
    this.stored = request.store !== false;
    this.bound = !this.background && (faithful || !this.stored);
    this.eventIds = !faithful ? "all" : this.background ? "sparse" : "none";
    this.id = answer.events === undefined ? id : (idIn(answer.events) ?? id);
    this.#facts = finalInteraction(request, answer, this.stored ? this.id : undefined);
    this.#steps = answer.steps ?? [];
    this.events = answer.events ?? this.#deriveEvents(faithful);
    for (const [index, { event_id: eventId = "" }] of this.events.entries()) {
      if (eventId !== "") this.positions.set(eventId, index + 1);
    }
    if (settings.eventIntervalMs > 0) this.#startTimer();
  }

  #deriveEvents(faithful: boolean): InteractionStreamEvent[] {
    const { usage, ...facts } = this.#facts;
    const shown = faithful || usage === undefined ? facts : { ...facts, usage };
    let place = "run";
    const events = interactionEvents({ ...shown, steps: [...this.#steps] }, this.#settings);
    for (const [index, event] of events.entries()) {
      if (event.event_type === "step.start") place = `${event.index}_${event.step.type}`;
      if (event.event_type === "content.start") place = `${event.index}_${event.content.type}`;
      event.event_id = faithful ? btoa(`${place}_${index}`) : `evt_${index + 1}`;
    }
    return events;
  }

  #startTimer(): void {
    this.#timer = setTimeout(() => {
      this.#happened += 1;
      for (const wake of this.#waiting) wake();
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
   * Without an interval, whoever waits is what makes them happen.
   */
  async reach(count: number, signal: AbortSignal): Promise<boolean> {
    if (this.#settings.eventIntervalMs === 0) this.#advanceTo(count);
    while (this.#happened < count && !this.#stopped && !signal.aborted) await this.#event(signal);
    return this.#happened >= count && !signal.aborted;
  }

  #advanceTo(count: number): void {
    if (!this.#stopped) this.#happened = Math.max(this.#happened, count);
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

  /** Lets some events happen, where no clock does. */
  poll(): void {
    if (this.#settings.eventIntervalMs > 0) return;
    this.#advanceTo(this.#happened + Math.ceil(this.events.length / polls));
  }

  /** The connection that started it is gone. */
  disconnect(): void {
    if (this.bound && this.running) this.#stop();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#stopped = true;
    for (const wake of this.#waiting) wake();
  }

  /** Ends the run with status `cancelled`. */
  cancel(): void {
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
    return this.running ? "in_progress" : this.#facts.status;
  }

  /** The JSON resource as it is now, with those steps that are finished. */
  toJson({ timeline = false, includeInput = false }: JsonOptions = {}): object {
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

function idIn(events: readonly InteractionStreamEvent[]): string | undefined {
  const [first] = events;
  return first !== undefined && "interaction" in first ? first.interaction.id : undefined;
}

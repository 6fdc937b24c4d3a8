// What is known of a run besides its steps: id, status, usage, token, errors and whatever else its
// events report. In come events of today's dialect, untrusted; out goes one interaction whose facts never
// go back. Position, snapshot, hooks and recovery all ask this. The trap: after a reconnect an event may
// come late or twice (W3, W11), so nothing here returns to what was true before.

import {
  copy,
  isFilled,
  isObject,
  listOf,
  membersOf,
  setMember,
  textOfJson,
} from "../util/json.ts";
import type { CurrentEvent } from "./dialect.ts";
import { readErrorReport } from "./error-report.ts";
import type { ErrorReport } from "./error-report.ts";
import { isInteractionName } from "./resource-name.ts";
import type { Interaction } from "./types.ts";

/** What is known of a run before its next event. */
export interface FactsState {
  readonly interactionId?: string | undefined;
  readonly status?: string | undefined;
  /** Whether the event was handed out that the run begins with. */
  readonly isCreated?: boolean | undefined;
  /** Whether the event was handed out that ends the run. */
  readonly finished?: boolean | undefined;
}

/** What is known of one run. */
export class Facts {
  /** The interaction as far as events reported it; its steps are the accumulator's. */
  readonly interaction: Interaction;
  /** The id that requests name the run by; `undefined` with `store: false`. */
  interactionId: string | undefined;
  isCreated: boolean;
  finished: boolean;
  /** The newest status that was reported; the interaction's own may be an assumption. */
  #status: string | undefined;
  /** Tokens and errors that were reported: one that comes again is an old one. */
  readonly #tokens = new Set<string>();
  readonly #errors = new Set<string>();

  constructor({ interactionId, status, isCreated = false, finished = false }: FactsState = {}) {
    this.interactionId = interactionId;
    this.#status = status;
    this.isCreated = isCreated;
    this.finished = finished;
    this.interaction = { id: interactionId ?? "", status: status ?? "in_progress", steps: [] };
  }

  /** The newest status; never one of an earlier stage than before. */
  get status(): string | undefined {
    return this.#status;
  }

  /** Adds what an event reports of the run. */
  add(event: CurrentEvent): void {
    // On any kind of event, whatever its type says.
    this.#setUsage(membersOf(Reflect.get(event, "metadata"))["total_usage"]);
    switch (event.event_type) {
      case "step.stop":
        this.#setUsage(event.usage);
        break;
      case "interaction.created":
        this.isCreated = true;
        this.#begin(event.interaction);
        break;
      case "interaction.status_update":
        this.#update({ ...event, id: event.interaction_id });
        break;
      case "interaction.completed":
        this.finished = true;
        this.#end(event.interaction);
        this.#addError(Reflect.get(event, "error"));
        break;
      default:
    }
  }

  /** Adds what the first event reports. One that comes late fills in what is missing. */
  #begin(facts: unknown): void {
    if (!isObject(facts)) return;
    this.#update(facts);
    this.#setOthers(facts, (name) => !Object.hasOwn(this.interaction, name));
  }

  /** Adds what an event reports on the way. */
  #update(facts: Readonly<Record<string, unknown>>): void {
    const { status, continuation_token: token } = facts;
    this.#setId(facts["id"]);
    this.#setUsage(facts["usage"]);
    this.#addErrors(facts);
    // Nothing that comes after the last event is newer.
    if (this.finished) return;
    if (stageOf(status) >= stageOf(this.#status)) this.#setStatus(status);
    if (isFilled(token) && !this.#tokens.has(token)) this.#setToken(token);
  }

  /** Adds what the last event reports, which overwrites everything before it. */
  #end(facts: unknown): void {
    if (!isObject(facts)) return;
    const { usage, continuation_token: token } = facts;
    this.#setId(facts["id"]);
    this.#setStatus(facts["status"]);
    // Serialisers write an empty object for a usage that was not counted yet.
    if (isObject(usage) && totalOf(usage) > 0) this.interaction.usage = copy(usage);
    else this.#setUsage(usage);
    this.#addErrors(facts);
    // Without a token here, those of earlier updates are invalid.
    if (isFilled(token)) this.#setToken(token);
    else delete this.interaction.continuation_token;
    this.#setOthers(facts, () => true);
  }

  /** Takes a run's total so far. Totals only grow: a smaller one is an older one. */
  #setUsage(usage: unknown): void {
    const { usage: known } = this.interaction;
    if (!isObject(usage) || (known !== undefined && totalOf(usage) < totalOf(known))) return;
    this.interaction.usage = copy(usage);
  }

  /** Adds an error that an event brings beside the status it led to. */
  #addError(error: unknown): void {
    if (!isObject(error) || Object.keys(error).length === 0) return;
    const text = textOfJson(error);
    if (text !== undefined && this.#errors.has(text)) return;
    if (text !== undefined) this.#errors.add(text);
    (this.interaction.errors ??= []).push(copy(error));
  }

  #addErrors({ errors, error }: Readonly<Record<string, unknown>>): void {
    for (const each of listOf(errors)) this.#addError(each);
    this.#addError(error);
  }

  #setOthers(facts: object, isWanted: (name: string) => boolean): void {
    for (const [name, value] of Object.entries(facts)) {
      if (!named.has(name) && isWanted(name)) setMember(this.interaction, name, copy(value));
    }
  }

  #setId(id: unknown): void {
    if (!isFilled(id)) return;
    this.interaction.id = id;
    if (this.interactionId === undefined && isInteractionName(id)) this.interactionId = id;
  }

  #setStatus(status: unknown): void {
    if (isFilled(status)) this.#status = this.interaction.status = status;
  }

  #setToken(token: string): void {
    this.#tokens.add(token);
    this.interaction.continuation_token = token;
  }
}

/** Members with a rule of their own. Steps are not included: they have events of their own. */
const named = new Set([
  "id",
  "status",
  "usage",
  "continuation_token",
  "errors",
  "steps",
  "outputs",
]);

/**
 * The error that an event reports: an `error` event, or what stands beside a final status. An event of
 * an unknown kind is not an error, whatever its members.
 */
export function errorOf(event: CurrentEvent): ErrorReport | undefined {
  if (event.event_type === "error") return readErrorReport(event);
  const isFinal = event.event_type === "interaction.status_update" && stageOf(event.status) === 3;
  if (!isFinal) return undefined;
  // The spec knows no such members; some services send them.
  const { error, errors }: Record<string, unknown> = { ...event };
  const report = readErrorReport({ error: isObject(error) ? error : undefined, errors });
  return report.isEmpty ? undefined : report;
}

/** The id of the run that an event names, if it names one. */
export function runOf(event: CurrentEvent): unknown {
  switch (event.event_type) {
    case "interaction.status_update":
      return event.interaction_id;
    case "interaction.created":
    case "interaction.completed":
      return membersOf(event.interaction)["id"];
    default:
      return undefined;
  }
}

/** How far in its life a run with this status is; a status of a later stage is never taken back. */
export function stageOf(status: unknown): number {
  if (!isFilled(status)) return 0;
  const stage = ["queued", "in_progress"].indexOf(status);
  return stage < 0 ? 3 : stage + 1;
}

/** The tokens of a run so far: their total, or all counters where the service leaves it out. */
function totalOf(usage: object): number {
  const { total_tokens: total, ...counters }: Record<string, unknown> = { ...usage };
  if (typeof total === "number") return total;
  return Object.values(counters).reduce<number>(
    (sum, count) => sum + (typeof count === "number" ? count : 0),
    0,
  );
}

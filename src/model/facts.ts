// What is known of an interaction besides its steps: id, status, usage, token, errors and whatever
// else its lifecycle events tell. In come members of those events, untrusted; they are written into
// the interaction. The trap: after a reconnect an event may come late or twice, so nothing here goes
// back to what was true before.

import { copy, isFilled, isObject, listOf, setMember } from "../util/json.ts";
import type { Interaction } from "./types.ts";

/** Keeps the facts of one interaction. */
export class Facts {
  readonly #interaction: Interaction;
  /** The newest status that was told; `undefined` while the interaction's own is an assumption. */
  #status: string | undefined;
  #isComplete = false;
  /** Tokens and errors that were told: one that comes again is an old one. */
  readonly #tokens = new Set<string>();
  readonly #errors = new Set<string>();

  constructor(interaction: Interaction, status: string | undefined) {
    this.#interaction = interaction;
    this.#status = status;
  }

  /** Adds what the first event tells. One that comes late fills in what is missing. */
  begin(facts: unknown): void {
    if (!isObject(facts)) return;
    this.update(facts);
    this.#setOthers(facts, (name) => !Object.hasOwn(this.#interaction, name));
  }

  /** Adds what an event tells on the way. */
  update(facts: Readonly<Record<string, unknown>>): void {
    const { status, continuation_token: token } = facts;
    this.#setId(facts["id"]);
    this.setUsage(facts["usage"]);
    this.#addErrors(facts);
    // Nothing that comes after the last event is newer.
    if (this.#isComplete) return;
    if (stageOf(status) >= stageOf(this.#status)) this.#setStatus(status);
    if (isFilled(token) && !this.#tokens.has(token)) this.#setToken(token);
  }

  /** Adds what the last event tells, which overwrites everything before it. */
  end(facts: unknown): void {
    this.#isComplete = true;
    if (!isObject(facts)) return;
    const { usage, continuation_token: token } = facts;
    this.#setId(facts["id"]);
    this.#setStatus(facts["status"]);
    // Serialisers write an empty object for a usage that nobody has counted yet.
    if (isObject(usage) && totalOf(usage) > 0) this.#interaction.usage = copy(usage);
    else this.setUsage(usage);
    this.#addErrors(facts);
    // Without a token here, those of earlier updates are invalid.
    if (isFilled(token)) this.#setToken(token);
    else delete this.#interaction.continuation_token;
    this.#setOthers(facts, () => true);
  }

  /** Takes a run's total so far. Totals only grow: a smaller one is an older one. */
  setUsage(usage: unknown): void {
    const { usage: known } = this.#interaction;
    if (!isObject(usage) || (known !== undefined && totalOf(usage) < totalOf(known))) return;
    this.#interaction.usage = copy(usage);
  }

  /** Adds an error that an event brings beside the status it led to. */
  addError(error: unknown): void {
    if (!isObject(error) || Object.keys(error).length === 0) return;
    const text = JSON.stringify(error);
    if (this.#errors.has(text)) return;
    this.#errors.add(text);
    (this.#interaction.errors ??= []).push(copy(error));
  }

  #addErrors({ errors, error }: Readonly<Record<string, unknown>>): void {
    for (const each of listOf(errors)) this.addError(each);
    this.addError(error);
  }

  #setOthers(facts: object, isWanted: (name: string) => boolean): void {
    for (const [name, value] of Object.entries(facts)) {
      if (!named.has(name) && isWanted(name)) setMember(this.#interaction, name, copy(value));
    }
  }

  #setId(id: unknown): void {
    if (isFilled(id)) this.#interaction.id = id;
  }

  #setStatus(status: unknown): void {
    if (isFilled(status)) this.#status = this.#interaction.status = status;
  }

  #setToken(token: string): void {
    this.#tokens.add(token);
    this.#interaction.continuation_token = token;
  }
}

/** Members with a rule of their own. Steps are no facts: events of their own tell them. */
const named = new Set([
  "id",
  "status",
  "usage",
  "continuation_token",
  "errors",
  "steps",
  "outputs",
]);

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

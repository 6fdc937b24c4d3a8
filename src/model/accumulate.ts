// Folds a run's events into the interaction they describe: what a call without `stream` would have
// returned. In come events of either dialect, trusted in nothing; out goes one live object that each
// event changes. Runs of the earlier dialect end up in `outputs`, all others in `steps`. Note:
// notices may come late or twice after a reconnect, so status, usage and token never go back.

import type {
  InteractionStreamEvent,
  LegacyContent,
  Step,
  StepDelta,
} from "../../generated/schema.ts";
import { copy, isObject, listOf } from "../util/json.ts";
import { fieldOf, isText, stepIndexOf } from "./delta.ts";
import { isLegacy, toCurrent } from "./dialect.ts";
import { Facts } from "./facts.ts";
import { withoutInputSteps } from "./output.ts";
import { itemForDelta, Slot } from "./slot.ts";
import type { Interaction } from "./types.ts";

/**
 * Folds a run's events, of either dialect, into the interaction that a call without `stream` would
 * have returned. Events of the earlier dialect end up in `outputs`.
 */
export function accumulate(events: Iterable<InteractionStreamEvent>): Interaction {
  const facts = new Facts();
  const accumulator = new Accumulator(facts);
  for (const event of events) {
    facts.add(toCurrent(event));
    accumulator.add(event);
  }
  accumulator.finish();
  return accumulator.interaction;
}

/** Text deltas that are joined at a time: one concatenation per 64 of them takes less memory. */
const maxTexts = 64;

/** Folds the steps of a run's events into the interaction that its facts are in. */
export class Accumulator {
  readonly #interaction: Interaction;
  readonly #steps = new Map<number, Slot>();
  /** What the earlier dialect numbers: content blocks, thoughts and tool traffic in one list. */
  readonly #outputs = new Map<number, Slot>();
  /** The index and the block of the newest text: nearly always those of the next one. */
  #open: { readonly index: unknown; readonly block: { text: string } } | undefined;
  /** Texts still to be added to that block. */
  #texts: string[] = [];
  /** Whether a consumer holds the interaction and may look at it at any time. */
  #isShared = false;

  constructor({ interaction }: Pick<Facts, "interaction">) {
    this.#interaction = interaction;
  }

  /** The interaction so far: one live object, changed by every event. */
  get interaction(): Interaction {
    this.#joinTexts();
    this.#isShared = true;
    return this.#interaction;
  }

  /** Adds an event. What it lacks, or has of another type, adds nothing. */
  add(event: InteractionStreamEvent): void {
    const open = this.#open;
    if (open !== undefined && event.event_type === "step.delta" && event.index === open.index) {
      const { delta, metadata } = event;
      if (metadata === undefined && isPlainText(delta)) {
        this.#texts.push(delta.text);
        if (this.#isShared || this.#texts.length === maxTexts) this.#joinTexts();
        return;
      }
    }
    this.#joinTexts();
    this.#open = undefined;
    this.#addEvent(event);
  }

  /** No event follows: what is still open ends here. */
  finish(): void {
    for (const slot of this.#steps.values()) slot.finish();
    for (const slot of this.#outputs.values()) slot.finish();
  }

  #addEvent(original: InteractionStreamEvent): void {
    const isOld = isLegacy(original);
    const event = toCurrent(original);
    switch (event.event_type) {
      case "step.start": {
        // A block of the earlier dialect is listed as it came, also while it says only its type.
        const item = original.event_type === "content.start" ? original.content : event.step;
        const index = stepIndexOf(event);
        if (isObject(item) && index !== undefined) {
          this.#start(index, copy(item), isOld);
        }
        break;
      }
      case "step.delta":
        this.#addDelta(event, isOld);
        break;
      case "step.stop": {
        const slots = isOld ? this.#outputs : this.#steps;
        slots.get(stepIndexOf(event) ?? -1)?.finish();
        break;
      }
      case "interaction.completed":
        this.#complete(event.interaction);
        break;
      default:
    }
  }

  #addDelta(event: StepDelta, isOld: boolean): void {
    const { delta } = event;
    const index = stepIndexOf(event);
    // Some deltas are empty or name no type; they may still bring usage.
    if (index === undefined || fieldOf(delta) === undefined) return;
    const slots = isOld ? this.#outputs : this.#steps;
    const slot = slots.get(index) ?? this.#start(index, itemForDelta(delta, isOld), isOld);
    slot.add(delta);
    const block = isOld ? undefined : slot.newestBlock;
    if (isText(block) && !slot.isOver) this.#open = { index: event.index, block };
  }

  /** Begins a step; one that has begun before begins anew, in its place. */
  #start(index: number, item: Record<string, unknown>, isOld: boolean): Slot {
    const slots = isOld ? this.#outputs : this.#steps;
    const list: unknown[] = isOld
      ? (this.#interaction.outputs ?? this.#useOutputs([]))
      : // Absent after outputs: a stream that mixes both dialects gets both.
        (this.#interaction.steps ??= []);
    const slot = new Slot(item, slots.get(index)?.place ?? list.length);
    list[slot.place] = item;
    slots.set(index, slot);
    return slot;
  }

  #joinTexts(): void {
    if (this.#open === undefined || this.#texts.length === 0) return;
    this.#open.block.text += this.#texts.join("");
    this.#texts = [];
  }

  #complete(facts: unknown): void {
    this.finish();
    if (!isObject(facts)) return;
    const steps = withoutInputSteps(listOf(facts["steps"]));
    const outputs = listOf(facts["outputs"]);
    // Where the last event has all of them, they are what the run came to: after a loss of the stream
    // they have more than the events before. Taken for what the spec says they are.
    if (outputs.length > 0 && outputs.length >= this.#outputs.size)
      this.#useOutputs(copy(outputs) as LegacyContent[]);
    if (steps.length > 0 && steps.length >= this.#steps.size)
      this.#interaction.steps = copy(steps) as Step[];
  }

  #useOutputs(outputs: LegacyContent[]): unknown[] {
    // An interaction of the earlier dialect has outputs, and no steps beside them.
    if (this.#steps.size === 0) Reflect.deleteProperty(this.#interaction, "steps");
    return (this.#interaction.outputs = outputs);
  }
}

/** Whether a delta is text and nothing else. */
function isPlainText(delta: unknown): delta is { type: "text"; text: string } {
  if (!isText(delta)) return false;
  for (const name in delta) if (name !== "text" && name !== "type") return false;
  return true;
}

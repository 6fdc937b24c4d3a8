// The model's text in the events of a run: no thoughts, no tool traffic, no input. In come events of
// today's dialect, out goes text. Whether a delta's step is the model's output is for the caller to
// know, as the delta itself does not say it.

import { isObject, listOf, membersOf } from "../util/json.ts";
import { fieldOf, isText, stepIndexOf } from "./delta.ts";
import { toCurrent } from "./dialect.ts";
import type { CurrentEvent } from "./dialect.ts";
import { outputText } from "./output.ts";
import type { InteractionStreamEvent } from "../../generated/schema.ts";

/**
 * The model's text in an event: of a start, of a delta, or of the event that ends the run.
 *
 * @param hadText whether there was text before it: then the event that ends the run repeats it
 * @param isModels whether the open step with this index is the model's output
 */
export function modelText(
  event: CurrentEvent,
  hadText: boolean,
  isModels: (index: number) => boolean,
): string {
  switch (event.event_type) {
    case "step.start":
      return isForeign(event.step) ? "" : textOfStart(event.step);
    case "step.delta": {
      const index = stepIndexOf(event);
      if (index === undefined || fieldOf(event.delta) !== "text") return "";
      // Of these deltas some leave their type out.
      const { text } = membersOf(event.delta);
      return isModels(index) && typeof text === "string" ? text : "";
    }
    case "interaction.completed":
      return hadText || !isObject(event.interaction) ? "" : outputText(event.interaction);
    default:
      return "";
  }
}

function textOfStart(step: unknown): string {
  const texts = listOf(membersOf(step)["content"]).filter(isText);
  return texts.map(({ text }) => text).join("");
}

/** Whether a step's text is not the model's. */
export function isForeign(step: unknown): boolean {
  return isObject(step) && step["type"] !== "model_output";
}

/** Reads the model's text from events that come once and in order. */
export class TextReader {
  #hadText: boolean;
  /** Steps that are not the model's output, or that have stopped. */
  readonly #others = new Set<number>();

  /** @param isMidway whether earlier events were read elsewhere: their text may have been, too */
  constructor(isMidway: boolean) {
    this.#hadText = isMidway;
  }

  /** The model's text in the next event; empty where there is none. */
  read(original: InteractionStreamEvent): string {
    const event = toCurrent(original);
    const text = modelText(event, this.#hadText, (index) => !this.#others.has(index));
    this.#hadText ||= text !== "";
    const index = "index" in event ? stepIndexOf(event) : undefined;
    if (index !== undefined) {
      const { event_type: type } = event;
      if (type === "step.start" && !isForeign(event.step)) this.#others.delete(index);
      else if (type === "step.start" || type === "step.stop") this.#others.add(index);
    }
    return text;
  }
}

import type { Interaction, InteractionStreamEvent, Step } from "../../generated/schema.ts";
import { runEvents } from "../model/run-events.ts";
import type { Dialect, SplitText } from "../model/run-events.ts";

/** How {@link interactionEvents} writes a run as events. */
export interface EventOptions {
  /** @defaultValue `"current"` */
  dialect?: Dialect | undefined;
  /** @defaultValue one piece per word */
  splitText?: SplitText | undefined;
}

/** Cuts a text into pieces of `size` characters, never inside a character. */
export function splitEvery(size: number): SplitText {
  return (text) => {
    const characters = Array.from(text);
    const pieces: string[] = [];
    for (let start = 0; start < characters.length; start += size) {
      pieces.push(characters.slice(start, start + size).join(""));
    }
    return pieces;
  };
}

const splitWords: SplitText = (text) => text.match(/\S+\s*|\s+/g) ?? [];
const splitArguments = splitEvery(12);

/** All events of the run that ended as this interaction, without event ids. */
export function interactionEvents(
  interaction: Interaction,
  { dialect = "current", splitText = splitWords }: EventOptions = {},
): InteractionStreamEvent[] {
  return runEvents(interaction, { dialect, splitText, splitArguments });
}

/** Options of {@link textEvents}. */
export interface TextEventOptions extends EventOptions {
  /** @defaultValue `"v1_test"` */
  interactionId?: string | undefined;
}

/** A `model_output` step with one block of text. */
export function textStep(text: string): Step {
  return { type: "model_output", content: [{ type: "text", text }] };
}

/** All events of a completed run that answers with this text. */
export function textEvents(text: string, options: TextEventOptions = {}): InteractionStreamEvent[] {
  const id = options.interactionId ?? "v1_test";
  return interactionEvents({ id, status: "completed", steps: [textStep(text)] }, options);
}

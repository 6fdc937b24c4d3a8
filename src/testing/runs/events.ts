// Makes the events of a run for the testing service: those of `runEvents`, with the texts split into pieces
// as a service would send them. In comes an interaction, out go its events without ids.

import { wordOf } from "../../util/json.ts";
import type {
  Interaction,
  InteractionStreamEvent,
  StartedStep,
  Step,
} from "../../../generated/schema.ts";
import type { Dialect } from "../../model/dialect.ts";
import { runEvents } from "./run-events.ts";

/** Splits a text into the pieces that become deltas; joined, they are the text again. */
export type SplitText = (text: string) => string[];

export type { Dialect };

/** Options of {@link interactionEvents}. */
export interface EventOptions {
  /** @defaultValue `"current"` */
  dialect?: Dialect | undefined;
  /** @defaultValue one piece per word */
  splitText?: SplitText | undefined;
}

/** Returns a function that splits a text into pieces of `size` characters, never inside a character. */
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

/** Returns all events of the run that ended as this interaction, without event ids. */
export function interactionEvents(
  interaction: Interaction,
  { dialect = "current", splitText = splitWords }: EventOptions = {},
): InteractionStreamEvent[] {
  return asServed(runEvents(interaction, dialect)).flatMap((event) =>
    cutEvent(event, splitText, splitArguments),
  );
}

/** The same events, with what has no delta type of its own in the starts, as the service writes it. */
function asServed(events: readonly InteractionStreamEvent[]): InteractionStreamEvent[] {
  const starts = new Map<number, StartedStep>();
  return events.flatMap((event): InteractionStreamEvent[] => {
    if (event.event_type === "step.start") starts.set(event.index, event.step);
    const start = "delta" in event && !hasDeltaType(event.delta) && starts.get(event.index);
    if (!start) return [event];
    Object.assign(start, event.delta);
    return [];
  });
}

function hasDeltaType(delta: object): boolean {
  const { type, result }: { type?: unknown; result?: unknown } = delta;
  if (type === "code_execution_result") return !Array.isArray(result);
  return !["model_output", "thought", "function_call"].includes(wordOf(type));
}

/** The same text, or the same fragment of arguments, in several deltas; any other event as it is. */
export function cutEvent(
  event: InteractionStreamEvent,
  splitText: SplitText,
  splitFragments: SplitText,
): InteractionStreamEvent[] {
  const text = textOf(event);
  if (text === undefined) return [event];
  const isArguments = "delta" in event && event.delta.type === "arguments_delta";
  return (isArguments ? splitFragments : splitText)(text).map((piece) => withText(event, piece));
}

/** The text of a delta that can be cut: one of text alone, or of a call's arguments. */
export function textOf(event: InteractionStreamEvent | undefined): string | undefined {
  if (event === undefined || !("delta" in event) || "annotations" in event.delta) return undefined;
  const { delta } = event;
  if (delta.type === "arguments_delta") return delta.arguments;
  return delta.type === "text" ? delta.text : undefined;
}

/** The same delta with another text. */
export function withText(event: InteractionStreamEvent, text: string): InteractionStreamEvent {
  if (!("delta" in event)) return event;
  const name = event.delta.type === "arguments_delta" ? "arguments" : "text";
  // Only the text is another one.
  return { ...event, delta: { ...event.delta, [name]: text } } as InteractionStreamEvent;
}

/** Options of {@link textEvents}. */
export interface TextEventOptions extends EventOptions {
  /** @defaultValue `"v1_test"` */
  interactionId?: string | undefined;
}

/** Returns a `model_output` step with one block of text. */
export function textStep(text: string): Step {
  return { type: "model_output", content: [{ type: "text", text }] };
}

/** Returns all events of a completed run that answers with this text. */
export function textEvents(text: string, options: TextEventOptions = {}): InteractionStreamEvent[] {
  const id = options.interactionId ?? "v1_test";
  return interactionEvents({ id, status: "completed", steps: [textStep(text)] }, options);
}

import type { InteractionStreamEvent } from "../generated/schema.ts";
import { isObject } from "./json.ts";

/** The events of one kind, in either dialect. */
export type StepEvent<Kind extends "start" | "delta" | "stop"> = Extract<
  InteractionStreamEvent,
  { event_type: `step.${Kind}` | `content.${Kind}` }
>;

/** What an event adds to its step, wherever the service happens to cut it. */
export interface Pieces {
  /** Text, or a fragment of a function call's arguments. */
  readonly text: string;
  /** Media blocks, thought summaries, a call's arguments, a result. */
  readonly parts: readonly unknown[];
  /** Annotations and signatures. */
  readonly marks: readonly unknown[];
}

const none: readonly unknown[] = [];
/** What an event without content adds. */
export const noPieces: Pieces = { text: "", parts: none, marks: none };

/** What a step starts with. */
export function piecesOfStart(event: StepEvent<"start">): Pieces {
  const item: unknown = event.event_type === "step.start" ? event.step : event.content;
  return isObject(item) ? piecesOfItem(item) : noPieces;
}

/** What is in a step, or in a content of the older dialect. */
export function piecesOfItem(item: Record<string, unknown>): Pieces {
  const { text, content, summary, signature, annotations, arguments: args, result } = item;
  const blocks = listOf(content);
  const texts = blocks.filter((block) => isObject(block) && block["type"] === "text");
  return {
    text: [item, ...texts].map((block) => textOf(block)).join(""),
    parts: [
      ...(text === undefined ? blocks.filter((block) => !texts.includes(block)) : none),
      ...listOf(summary),
      ...(isObject(args) && Object.keys(args).length > 0 ? [args] : none),
      ...(result === undefined ? none : [result]),
    ],
    marks: [
      ...listOf(annotations),
      ...texts.flatMap((block) => (isObject(block) ? listOf(block["annotations"]) : none)),
      ...(signature ? [signature] : none),
    ],
  };
}

/** What a delta adds. */
export function piecesOfDelta(event: StepEvent<"delta">): Pieces {
  const delta: unknown = event.delta;
  if (!isObject(delta)) return noPieces;
  switch (delta["type"]) {
    case "text":
    case undefined:
      // The older dialect brings annotations along with the text.
      return { ...noPieces, text: textOf(delta), marks: listOf(delta["annotations"]) };
    case "arguments_delta":
      return {
        ...noPieces,
        text: typeof delta["arguments"] === "string" ? delta["arguments"] : "",
      };
    case "text_annotation_delta":
    case "text_annotation":
      return { ...noPieces, marks: listOf(delta["annotations"]) };
    case "thought_signature":
      return { ...noPieces, marks: delta["signature"] ? [delta["signature"]] : none };
    case "thought_summary":
      return { ...noPieces, parts: delta["content"] === undefined ? none : [delta["content"]] };
    default:
      return {
        ...noPieces,
        parts: [delta],
        marks: delta["signature"] ? [delta["signature"]] : none,
      };
  }
}

/** The same delta event, shortened to these of its pieces. */
export function sliceDelta(event: StepEvent<"delta">, { text, marks }: Pieces): StepEvent<"delta"> {
  const delta: Record<string, unknown> = { ...event.delta };
  for (const key of ["text", "arguments"]) {
    if (typeof delta[key] === "string") delta[key] = text;
  }
  if (delta["annotations"] !== undefined) delta["annotations"] = marks;
  // Only lengths changed, so it is the kind of event that it was.
  return { ...event, delta } as StepEvent<"delta">;
}

function textOf(block: unknown): string {
  return isObject(block) && typeof block["text"] === "string" ? block["text"] : "";
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : none;
}

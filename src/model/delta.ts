import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { isObject } from "../util/json.ts";

/** The events of one kind, in either dialect. */
export type StepEvent<Kind extends "start" | "delta" | "stop"> = Extract<
  InteractionStreamEvent,
  { event_type: `step.${Kind}` | `content.${Kind}` }
>;

/** What an event adds to its step, wherever the service happens to cut it. */
export interface Pieces {
  /** Text, a fragment of a function call's arguments, or of a result that is text. */
  readonly text: string;
  /** Media blocks, thought summaries, a call's arguments, the items of a result. */
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
  const { text, content, summary, signature, annotations, result } = item;
  const blocks = listOf(content);
  const texts = blocks.filter((block) => isObject(block) && block["type"] === "text");
  return {
    text: [item, ...texts].map((block) => textOf(block)).join("") + textOfResult(result),
    parts: [
      ...(text === undefined ? blocks.filter((block) => !texts.includes(block)) : none),
      ...listOf(summary),
      ...partsOfCall(item),
      ...partsOfResult(result),
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
    default: {
      const { result, signature } = delta;
      const text = textOfResult(result);
      const parts = [...partsOfCall(delta), ...partsOfResult(result)];
      const marks = signature ? [signature] : none;
      // Media, and whatever else has nothing of these, counts as a whole.
      const isWhole = text === "" && parts.length + marks.length === 0;
      return { text, parts: isWhole ? [delta] : parts, marks };
    }
  }
}

/** Calls of the older dialect bring their id and name along. */
function partsOfCall({ id, name, arguments: args }: Record<string, unknown>): readonly unknown[] {
  if (!isObject(args) || Object.keys(args).length === 0) return none;
  return [name === undefined ? args : { id, name, args }];
}

/** A result that is text grows like text, one that is a list grows item by item. */
function textOfResult(result: unknown): string {
  return typeof result === "string" ? result : "";
}

function partsOfResult(result: unknown): readonly unknown[] {
  if (Array.isArray(result)) return result;
  return result === undefined || typeof result === "string" ? none : [result];
}

/** The same delta event, shortened to these of its pieces. */
export function sliceDelta(
  event: StepEvent<"delta">,
  { text, parts, marks }: Pieces,
): StepEvent<"delta"> {
  const delta: Record<string, unknown> = { ...event.delta };
  for (const key of ["text", "arguments", "result"]) {
    if (typeof delta[key] === "string") delta[key] = text;
  }
  if (Array.isArray(delta["result"])) delta["result"] = parts;
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

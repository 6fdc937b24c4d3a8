// The only file that reads delta types: what part of its step a delta adds to, which step a delta
// without a start belongs to, and what content an event carries wherever the service cuts it. A new
// delta type is decided in `fields`: the compiler asks for it there.

import type {
  InteractionStreamEvent,
  LegacyContentDeltaData,
  Step,
  StepDeltaData,
} from "../../generated/schema.ts";
import { isObject } from "../util/json.ts";

/**
 * The part of its step that a delta adds to. `members`: the delta carries members of its step, such
 * as the `arguments` of a `google_search_call`, and is named after it.
 */
export type DeltaField =
  | "text"
  | "annotations"
  | "media"
  | "summary"
  | "signature"
  | "arguments"
  | "members";

type DeltaType = NonNullable<(StepDeltaData | LegacyContentDeltaData)["type"]>;

const mediaTypes = ["image", "audio", "document", "video"] as const satisfies DeltaType[];

/** Of every other type. */
const fields: {
  readonly [Type in Exclude<DeltaType, (typeof mediaTypes)[number]>]: DeltaField;
} = {
  text: "text",
  text_annotation_delta: "annotations",
  text_annotation: "annotations",
  thought_summary: "summary",
  thought_signature: "signature",
  arguments_delta: "arguments",
  function_call: "members",
  function_result: "members",
  code_execution_call: "members",
  code_execution_result: "members",
  url_context_call: "members",
  url_context_result: "members",
  google_search_call: "members",
  google_search_result: "members",
  google_maps_call: "members",
  google_maps_result: "members",
  file_search_call: "members",
  file_search_result: "members",
  mcp_server_tool_call: "members",
  mcp_server_tool_result: "members",
  retrieval_call: "members",
  retrieval_result: "members",
  processing_call: "members",
  processing_result: "members",
};

/**
 * What a delta adds to; `undefined` when it is none. A type that this version does not know counts
 * as media when it has `data` or a `uri`, else as members.
 */
export function fieldOf(delta: unknown): DeltaField | undefined {
  if (!isObject(delta)) return undefined;
  const { type } = delta;
  // Some agents leave the type of a text delta out; an empty delta is none.
  if (type === undefined) return typeof delta["text"] === "string" ? "text" : undefined;
  if (typeof type !== "string") return undefined;
  if (Object.hasOwn(fields, type)) return fields[type as keyof typeof fields];
  const hasMedia = typeof delta["data"] === "string" || typeof delta["uri"] === "string";
  return hasMedia || isMediaType(type) ? "media" : "members";
}

/** Whether blocks of this type are media. */
export function isMediaType(type: unknown): boolean {
  const known: readonly unknown[] = mediaTypes;
  return known.includes(type);
}

/** Whether it is a text with its text; untrusted, an event may lack it or have another type. */
export function isText(block: unknown): block is { type: "text"; text: string } {
  return isObject(block) && block["type"] === "text" && typeof block["text"] === "string";
}

/**
 * The step that an event belongs to: step 0 when it names none, as serialisers that leave zeros out
 * write it, and `undefined` for an `index` that is no index.
 */
export function stepIndexOf({ index }: { readonly index?: unknown }): number | undefined {
  if (index === undefined || index === null) return 0;
  return typeof index === "number" && Number.isSafeInteger(index) && index >= 0 ? index : undefined;
}

/** The step that a delta without a start belongs to, before the delta is added. */
export function stepForDelta(delta: StepDeltaData): Step {
  switch (fieldOf(delta)) {
    case "summary":
    case "signature":
      return { type: "thought" };
    case "arguments":
      return { type: "function_call", id: "", name: "", arguments: {} };
    case "members":
      // Named after its step; what it lacks never came.
      return { type: delta.type } as Step;
    default:
      return { type: "model_output" };
  }
}

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

// The only file that reads delta types: what part of its step a delta adds to, which step a delta
// without a start belongs to, and what content an event carries wherever the service cuts it. A new
// delta type is decided in `fields`: the compiler asks for it there.

import type {
  InteractionStreamEvent,
  LegacyContentDeltaData,
  Step,
  StepDeltaData,
} from "../../generated/schema.ts";
import { isObject, listOf } from "../util/json.ts";

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

/** Types named after their steps; with {@link isStepNamed}. */
type StepNamed = `${string}_call` | `${string}_result`;

const fields: {
  readonly [Type in Exclude<DeltaType, StepNamed | (typeof mediaTypes)[number]>]: DeltaField;
} = {
  text: "text",
  text_annotation_delta: "annotations",
  text_annotation: "annotations",
  thought_summary: "summary",
  thought_signature: "signature",
  arguments_delta: "arguments",
};

/**
 * What a delta adds to; `undefined` for anything but a delta. Types named after a step carry its members. So
 * does a type that this version does not know, unless it has `data` or a `uri`: then it is media.
 */
export function fieldOf(delta: unknown): DeltaField | undefined {
  if (!isObject(delta)) return undefined;
  const { type } = delta;
  // Some agents leave the type of a text delta out; an empty delta is not a text delta.
  if (type === undefined) return typeof delta["text"] === "string" ? "text" : undefined;
  if (typeof type !== "string") return undefined;
  if (Object.hasOwn(fields, type)) return fields[type as keyof typeof fields];
  if (isMediaType(type)) return "media";
  const hasMedia = typeof delta["data"] === "string" || typeof delta["uri"] === "string";
  return hasMedia && !isStepNamed(type) ? "media" : "members";
}

function isStepNamed(type: string): boolean {
  return type.endsWith("_call") || type.endsWith("_result");
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
 * write it, and `undefined` for an `index` that cannot be one.
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

/** A part of a step that the service never cuts: one citation, one image, one flag. */
export interface Item {
  /** What it counts as: items of one kind are distinguished by their place only. */
  readonly kind: string;
  readonly value: unknown;
  /** A flag that the service repeats with every piece of a result, such as `is_error`. */
  readonly isBeside: boolean;
}

/** What an event adds to its step. */
export interface StepContent {
  /** Text, which the service may cut anywhere: the model's, a string result, JSON of arguments. */
  readonly text: string;
  /** Whether the text is a fragment of a function call's arguments. */
  readonly isArguments: boolean;
  readonly items: readonly Item[];
}

/** What an event without content adds. */
export const noContent: StepContent = { text: "", isArguments: false, items: [] };

/** Longest kind: kinds are kept in cursors, and some are made of what the service says. */
const maxKindLength = 64;

/** What a delta adds; nothing for an empty one. */
export function contentOfDelta(delta: unknown): StepContent {
  if (!isObject(delta)) return noContent;
  switch (fieldOf(delta)) {
    case "text":
      // The earlier dialect brings annotations along with the text.
      return withItems(textOf(delta), listItems("annotations", delta["annotations"]));
    case "arguments":
      return { ...noContent, text: stringOf(delta["arguments"]), isArguments: true };
    case "annotations":
      return withItems("", listItems("annotations", delta["annotations"]));
    case "signature":
      return withItems("", signatureItems(delta));
    case "summary":
      return withItems(
        "",
        delta["content"] === undefined ? [] : [item("summary", delta["content"])],
      );
    case "media":
      return withItems("", [item("media", delta)]);
    case "members":
      return isStepNamed(String(delta["type"]))
        ? contentOfMembers(delta)
        : withItems("", [item(`delta ${String(delta["type"])}`, delta)]);
    default:
      return noContent;
  }
}

/** What a step starts with. */
export function contentOfStart(step: unknown): StepContent {
  if (!isObject(step)) return noContent;
  // Nearly every step starts with its type alone.
  if (typeof step["type"] === "string" && Object.keys(step).length === 1) return noContent;
  const { content, summary, result } = step;
  const blocks = listOf(content);
  const texts = blocks.filter(isText);
  const media = blocks.filter((block) => !isText(block));
  return withItems(texts.map(textOf).join("") + stringOf(result), [
    ...media.map((block) => item("media", block)),
    ...texts.flatMap((block: Record<string, unknown>) =>
      listItems("annotations", block["annotations"]),
    ),
    ...listItems("summary", summary),
    ...signatureItems(step),
    ...argumentItems(step),
    ...resultItems(result),
  ]);
}

/** What a delta adds that carries members of its step, named after it. */
function contentOfMembers(delta: Record<string, unknown>): StepContent {
  const text = stringOf(delta["result"]);
  const items: Item[] = [
    ...argumentItems(delta),
    ...resultItems(delta["result"]),
    ...signatureItems(delta),
  ];
  const isBeside = text !== "" || items.length > 0;
  for (const [name, value] of Object.entries(delta)) {
    const isSaid = value !== "" && value !== undefined;
    if (isSaid && !["type", "arguments", "result", "signature"].includes(name)) {
      items.push({
        ...item(typeof value === "object" ? name : `${name}=${JSON.stringify(value)}`, value),
        isBeside,
      });
    }
  }
  return withItems(text, items);
}

function withItems(text: string, items: readonly Item[]): StepContent {
  return { text, isArguments: false, items };
}

function item(kind: string, value: unknown): Item {
  return { kind: kind.slice(0, maxKindLength), value, isBeside: false };
}

function listItems(kind: string, list: unknown): readonly Item[] {
  return list === undefined ? noContent.items : listOf(list).map((value) => item(kind, value));
}

function signatureItems({ signature }: Record<string, unknown>): Item[] {
  return signature ? [item("signature", signature)] : [];
}

function argumentItems({ arguments: value }: Record<string, unknown>): readonly Item[] {
  return isObject(value) && Object.keys(value).length > 0 ? [item("arguments", value)] : [];
}

/** A result that is a list grows element by element; one that is text is not an item. */
function resultItems(result: unknown): readonly Item[] {
  if (Array.isArray(result)) return listItems("result", result);
  return isObject(result) ? [item("result", result)] : [];
}

/** The same delta event with only this of its content; members that cannot be cut stay. */
export function sliceDelta(
  event: StepEvent<"delta">,
  { text, items }: StepContent,
): StepEvent<"delta"> {
  const delta: Record<string, unknown> = { ...event.delta };
  for (const key of ["text", "arguments", "result"]) {
    if (typeof delta[key] === "string") delta[key] = text;
  }
  for (const key of ["annotations", "result"]) {
    if (!Array.isArray(delta[key])) continue;
    delta[key] = items.flatMap(({ kind, value }) => (kind === key ? [value] : []));
  }
  // Only lengths changed, so it is the kind of event that it was.
  return { ...event, delta } as StepEvent<"delta">;
}

function textOf(block: Record<string, unknown>): string {
  return stringOf(block["text"]);
}

function stringOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

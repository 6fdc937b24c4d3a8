import type {
  AudioContent,
  FunctionCallStep,
  InteractionStreamEvent,
  LegacyContent,
  LegacyContentDeltaData,
  Step,
  StepDeltaData,
} from "../generated/schema.ts";
import { isObject, parseJson } from "./json.ts";
import { pick } from "./pick.ts";
import type { Interaction } from "./types.ts";

/** Folds a run's events into the interaction they describe. */
export interface Accumulator {
  /** The interaction so far: one live object, changed by every event. */
  readonly interaction: Interaction;
  /** Takes the next event. */
  add(event: InteractionStreamEvent): void;
}

/**
 * Folds a run's events, of either dialect, into the interaction that a call without `stream` would
 * have answered. Events of the older dialect end up in `outputs`.
 */
export function accumulate(events: Iterable<InteractionStreamEvent>): Interaction {
  const accumulator = createAccumulator();
  for (const event of events) accumulator.add(event);
  return accumulator.interaction;
}

/** Argument texts that were no JSON object when their step stopped. */
const unparsed = new WeakMap<object, string>();

/**
 * The arguments of a streamed function call as the model wrote them, if they are no JSON object;
 * the step then keeps the arguments it started with.
 */
export function unparsedArguments(step: FunctionCallStep): string | undefined {
  return unparsed.get(step);
}

/** Makes an empty accumulator. */
export function createAccumulator(): Accumulator {
  const interaction: Interaction = { id: "", status: "in_progress", steps: [] };
  const steps = new Map<number, Slot<Step>>();
  const contents = new Map<number, Slot<LegacyContent>>();

  const overlay = (fields: Partial<Interaction> | LegacyInteractionFields): void => {
    const { id, steps: all, outputs, ...rest } = fields as Partial<Interaction>;
    if (id) interaction.id = id;
    assign(interaction, copy(rest));
    // Some agents repeat every step in the last event; the deltas have delivered them already.
    if (all?.length && steps.size === 0) interaction.steps = copy(all);
    if (outputs?.length && contents.size === 0) useOutputs(copy(outputs));
  };

  const useOutputs = (outputs: LegacyContent[]): LegacyContent[] => {
    // An interaction of the older dialect has outputs, and no steps beside them.
    if (steps.size === 0) Reflect.deleteProperty(interaction, "steps");
    return (interaction.outputs = outputs);
  };

  // Absent after outputs: a stream that mixes both dialects gets both.
  const stepList = (): Step[] => (interaction.steps ??= []);

  return {
    interaction,
    add(event) {
      switch (event.event_type) {
        case "step.delta": {
          const { delta, index, metadata } = event;
          const slot = slotAt(steps, stepList(), index, () => stepFor(delta));
          addStepDelta(slot, delta);
          if (metadata?.total_usage) interaction.usage = copy(metadata.total_usage);
          break;
        }
        case "step.start":
          place(steps, stepList(), event.index, copy(event.step) as Step);
          break;
        case "step.stop": {
          const slot = steps.get(event.index);
          if (slot !== undefined) finishArguments(slot);
          if (event.usage) interaction.usage = copy(event.usage);
          break;
        }
        case "content.start":
          place(
            contents,
            (interaction.outputs ??= useOutputs([])),
            event.index,
            copy(event.content),
          );
          break;
        case "content.delta": {
          const { delta, index } = event;
          const outputs = (interaction.outputs ??= useOutputs([]));
          addContentDelta(
            slotAt(contents, outputs, index, () => contentFor(delta)),
            delta,
          );
          break;
        }
        case "interaction.status_update": {
          const { interaction_id: id, status } = event;
          if (id) interaction.id = id;
          assign(interaction, { status, ...copy(pick(event, "continuation_token", "usage")) });
          break;
        }
        case "interaction.created":
        case "interaction.start":
          overlay(event.interaction);
          break;
        case "interaction.completed":
        case "interaction.complete":
          for (const slot of steps.values()) finishArguments(slot);
          overlay(event.interaction);
          break;
        default:
      }
    },
  };
}

type LegacyInteractionFields = Extract<
  InteractionStreamEvent,
  { event_type: "interaction.complete" }
>["interaction"];

/** A step or content under construction, and what it takes to go on with it. */
interface Slot<Item> {
  readonly item: Item;
  /** Where the item stands among its siblings. */
  readonly place: number;
  /** Fragments of a function call's arguments. */
  argumentsText: string;
  /** The last audio block's bytes that do not fill a base64 group yet. */
  audio: { block: AudioContent; groups: string; rest: string } | undefined;
}

function place<Item>(
  slots: Map<number, Slot<Item>>,
  items: Item[],
  index: number,
  item: Item,
): Slot<Item> {
  // A second start for the same index is the service starting that item again.
  const position = slots.get(index)?.place ?? items.length;
  const slot = { item, place: position, argumentsText: "", audio: undefined };
  items[position] = item;
  slots.set(index, slot);
  return slot;
}

function slotAt<Item>(
  slots: Map<number, Slot<Item>>,
  items: Item[],
  index: number,
  initial: () => Item,
): Slot<Item> {
  return slots.get(index) ?? place(slots, items, index, initial());
}

/** The step that a delta without a start belongs to. */
function stepFor({ type }: StepDeltaData): Step {
  switch (type) {
    case "text":
    case "text_annotation_delta":
    case "text_annotation":
    case "image":
    case "audio":
    case "document":
    case "video":
    case undefined:
      return { type: "model_output" };
    case "thought_summary":
    case "thought_signature":
      return { type: "thought" };
    case "arguments_delta":
      return { type: "function_call", id: "", name: "", arguments: {} };
    default:
      // The typed deltas are named after their steps; what they lack never came.
      return { type } as Step;
  }
}

function addStepDelta(slot: Slot<Step>, delta: StepDeltaData): void {
  const step: Record<string, unknown> & Step = slot.item;
  switch (delta.type) {
    case "text":
      appendText(step, delta.text);
      break;
    case "text_annotation_delta":
    case "text_annotation":
      appendAnnotations(step, delta.annotations);
      break;
    case "audio":
      appendAudio(slot, listAt(step, "content"), delta);
      break;
    case "image":
    case "document":
    case "video":
      listAt(step, "content").push(copy(delta));
      break;
    case "thought_summary":
      if (delta.content) listAt(step, "summary").push(copy(delta.content));
      break;
    case "thought_signature":
      if (delta.signature) step["signature"] = delta.signature;
      break;
    case "arguments_delta":
      slot.argumentsText += delta.arguments ?? "";
      break;
    default:
      addTypedDelta(step, delta);
  }
}

/** Deltas of tool steps carry members of their step; ids come with the start. */
function addTypedDelta(
  step: Record<string, unknown>,
  delta: { readonly type?: string; readonly text?: unknown },
): void {
  if (delta.type === undefined) {
    // Some agents leave the type of a text delta out.
    if (typeof delta.text === "string") appendText(step, delta.text);
    return;
  }
  if (delta.type !== step["type"]) return;
  for (const [key, value] of Object.entries(delta)) {
    if (key === "type" || value === undefined || value === "") continue;
    const before = step[key];
    if (key === "arguments" && isObject(before) && isObject(value)) assign(before, copy(value));
    else if (key === "result" && typeof before === "string" && typeof value === "string")
      step[key] = before + value;
    else if (key === "result" && Array.isArray(before) && Array.isArray(value))
      before.push(...copy(value));
    else assign(step, { [key]: copy(value) });
  }
}

function appendText(step: Record<string, unknown>, text: string): void {
  const content = listAt(step, "content");
  const last = content.at(-1);
  if (isObject(last) && last["type"] === "text") last["text"] = `${textOf(last)}${text}`;
  else content.push({ type: "text", text });
}

function textOf(block: Record<string, unknown>): string {
  return typeof block["text"] === "string" ? block["text"] : "";
}

function appendAnnotations(step: Record<string, unknown>, annotations: unknown[] = []): void {
  const content = listAt(step, "content");
  let block = content.findLast((item) => isObject(item) && item["type"] === "text");
  if (!isObject(block)) content.push((block = { type: "text", text: "" }));
  listAt(block as Record<string, unknown>, "annotations").push(...copy(annotations));
}

/** Raw PCM comes in pieces; other audio is complete in each delta. */
function appendAudio(slot: Slot<Step>, content: unknown[], delta: AudioContent): void {
  const { audio } = slot;
  const joins =
    audio !== undefined &&
    audio.block === content.at(-1) &&
    delta.mime_type === audio.block.mime_type &&
    delta.sample_rate === audio.block.sample_rate &&
    delta.channels === audio.block.channels;
  const bytes = delta.mime_type === "audio/l16" ? decodeBase64(delta.data) : undefined;
  if (bytes === undefined || !joins) {
    const block = copy(delta);
    content.push(block);
    slot.audio = bytes === undefined ? undefined : { block, ...splitGroups("", bytes) };
    return;
  }
  // Base64 texts cannot be joined unless they end on a group of three bytes.
  const { groups, rest } = splitGroups(audio.groups, audio.rest + bytes);
  audio.groups = groups;
  audio.rest = rest;
  audio.block.data = groups + btoa(rest);
}

function splitGroups(groups: string, bytes: string): { groups: string; rest: string } {
  const whole = bytes.length - (bytes.length % 3);
  return { groups: groups + btoa(bytes.slice(0, whole)), rest: bytes.slice(whole) };
}

function decodeBase64(data: string | undefined): string | undefined {
  try {
    return data === undefined ? undefined : atob(data);
  } catch {
    return undefined;
  }
}

function finishArguments(slot: Slot<Step>): void {
  const { item: step, argumentsText } = slot;
  if (argumentsText === "") return;
  slot.argumentsText = "";
  const value = parseJson(argumentsText);
  if (isObject(value)) assign(step, { arguments: value });
  else unparsed.set(step, argumentsText);
}

/** The content that a delta of the older dialect without a start belongs to. */
function contentFor({ type }: LegacyContentDeltaData): LegacyContent {
  switch (type) {
    case "text_annotation":
    case undefined:
      return { type: "text", text: "" };
    case "thought_summary":
    case "thought_signature":
      return { type: "thought" };
    default:
      // The other deltas are named after their content; what they lack never came.
      return { type };
  }
}

function addContentDelta({ item }: Slot<LegacyContent>, delta: LegacyContentDeltaData): void {
  const content: Record<string, unknown> & LegacyContent = item;
  switch (delta.type) {
    case "text":
      content["text"] = `${textOf(content)}${delta.text ?? ""}`;
      if (delta.annotations?.length)
        listAt(content, "annotations").push(...copy(delta.annotations));
      break;
    case "text_annotation":
      listAt(content, "annotations").push(...copy(delta.annotations ?? []));
      break;
    case "thought_summary":
      if (delta.content) listAt(content, "summary").push(copy(delta.content));
      break;
    case "thought_signature":
      if (delta.signature) content["signature"] = delta.signature;
      break;
    default:
      addTypedDelta(content, delta);
  }
}

/** The array under this key, made when it is missing. */
function listAt(object: Record<string, unknown>, key: string): unknown[] {
  const list = object[key];
  if (Array.isArray(list)) return list;
  const fresh: unknown[] = [];
  object[key] = fresh;
  return fresh;
}

/** A copy of JSON data: the consumer may change its event, the snapshot stays. */
function copy<Value>(value: Value): Value {
  // What comes back has the shape of what went in.
  if (Array.isArray(value)) return value.map(copy) as Value;
  if (!isObject(value)) return value;
  return assign({}, value, copy) as Value;
}

/** Like `Object.assign`, but a `__proto__` from the network stays a plain member. */
function assign<Target extends object>(
  target: Target,
  source: object,
  convert: (value: unknown) => unknown = (value) => value,
): Target {
  for (const [key, value] of Object.entries(source)) {
    if (key === "__proto__") {
      Object.defineProperty(target, key, {
        value: convert(value),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else {
      Reflect.set(target, key, convert(value));
    }
  }
  return target;
}

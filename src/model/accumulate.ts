import type {
  AudioContent,
  FunctionCallStep,
  InteractionStreamEvent,
  LegacyContent,
  LegacyContentDeltaData,
  Step,
  StepDeltaData,
} from "../../generated/schema.ts";
import { isObject, parseJson } from "../util/json.ts";
import { pick } from "../util/pick.ts";
import { isText } from "./text.ts";
import type { Interaction } from "./types.ts";

/**
 * Folds a run's events, of either dialect, into the interaction that a call without `stream` would
 * have answered. Events of the older dialect end up in `outputs`.
 */
export function accumulate(events: Iterable<InteractionStreamEvent>): Interaction {
  const accumulator = new Accumulator();
  for (const event of events) accumulator.add(event);
  accumulator.finish();
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

/** Texts that are joined at a time. */
const maxPieces = 64;

/** Folds a run's events into the interaction they describe. */
export class Accumulator {
  readonly #interaction: Interaction = { id: "", status: "in_progress", steps: [] };
  readonly #steps = new Map<number, Slot<Step>>();
  readonly #contents = new Map<number, Slot<LegacyContent>>();
  /** The step and the block that the newest text went to: nearly always those of the next one. */
  #open: { readonly index: number; readonly block: { text: string } } | undefined;
  /** What is still to be added to that block: texts of few words are cheaper to keep once joined. */
  #pieces: string[] = [];
  /** Whether somebody has the interaction, and may look at it at any time. */
  #isShared = false;

  /** The interaction so far: one live object, changed by every event. */
  get interaction(): Interaction {
    this.#addPieces();
    this.#isShared = true;
    return this.#interaction;
  }

  /** Takes the next event. What an event lacks, or has of another type, adds nothing. */
  add(event: InteractionStreamEvent): void {
    const open = this.#open;
    if (open !== undefined && event.event_type === "step.delta" && event.index === open.index) {
      const { delta, metadata } = event;
      if (isText(delta) && metadata === undefined) {
        this.#pieces.push(delta.text);
        if (this.#isShared || this.#pieces.length === maxPieces) this.#addPieces();
        return;
      }
    }
    this.#addPieces();
    this.#open = undefined;
    const steps = this.#steps;
    const interaction = this.#interaction;
    switch (event.event_type) {
      case "step.delta": {
        const { delta, index, metadata } = event;
        if (saysSomething(delta)) {
          const slot = slotAt(steps, this.#stepList(), index, () => stepFor(delta));
          addStepDelta(slot, delta);
          const block = newestBlock(slot.item);
          if (isText(block)) this.#open = { index, block };
        }
        if (metadata?.total_usage) interaction.usage = copy(metadata.total_usage);
        break;
      }
      case "step.start":
        if (isObject(event.step)) {
          // A step starts as a part of what it will be.
          place(steps, this.#stepList(), event.index, copy(event.step) as Step);
        }
        break;
      case "step.stop": {
        const slot = steps.get(event.index);
        if (slot !== undefined) finishArguments(slot);
        if (event.usage) interaction.usage = copy(event.usage);
        break;
      }
      case "content.start":
        if (isObject(event.content)) {
          place(this.#contents, this.#outputList(), event.index, copy(event.content));
        }
        break;
      case "content.delta": {
        const { delta, index } = event;
        if (saysSomething(delta)) {
          const initial = (): LegacyContent => contentFor(delta);
          addContentDelta(slotAt(this.#contents, this.#outputList(), index, initial), delta);
        }
        break;
      }
      case "interaction.status_update": {
        const { interaction_id: id, ...rest } = event;
        this.#overlay({ id, ...pick(rest, "status", "continuation_token", "usage") });
        break;
      }
      case "interaction.created":
      case "interaction.start":
        this.#overlay(event.interaction);
        break;
      case "interaction.completed":
      case "interaction.complete":
        this.#complete(event.interaction);
        break;
      default:
    }
  }

  /** No event follows: what is still open ends here. */
  finish(): void {
    for (const slot of this.#steps.values()) finishArguments(slot);
  }

  #addPieces(): void {
    if (this.#open === undefined || this.#pieces.length === 0) return;
    this.#open.block.text += this.#pieces.join("");
    this.#pieces = [];
  }

  #overlay(fields: unknown): { steps?: unknown; outputs?: unknown } {
    if (!isObject(fields)) return {};
    const { id, steps, outputs, ...rest } = fields;
    if (typeof id === "string" && id !== "") this.#interaction.id = id;
    assign(this.#interaction, rest, copy);
    return { steps, outputs };
  }

  #complete(fields: unknown): void {
    this.finish();
    const { steps, outputs } = this.#overlay(fields);
    // Some agents repeat every step in the last event; the deltas have delivered them already.
    // Taken for what the spec says they are.
    if (isFilled(steps) && this.#steps.size === 0) this.#interaction.steps = copy(steps) as Step[];
    if (isFilled(outputs) && this.#contents.size === 0) {
      this.#useOutputs(copy(outputs) as LegacyContent[]);
    }
  }

  #useOutputs(outputs: LegacyContent[]): LegacyContent[] {
    // An interaction of the older dialect has outputs, and no steps beside them.
    if (this.#steps.size === 0) Reflect.deleteProperty(this.#interaction, "steps");
    return (this.#interaction.outputs = outputs);
  }

  // Absent after outputs: a stream that mixes both dialects gets both.
  #stepList(): Step[] {
    return (this.#interaction.steps ??= []);
  }

  #outputList(): LegacyContent[] {
    return this.#interaction.outputs ?? this.#useOutputs([]);
  }
}

/** A step or content under construction, and what it takes to go on with it. */
interface Slot<Item> {
  readonly item: Item;
  /** Where the item stands among its siblings. */
  readonly place: number;
  /** Fragments of a function call's arguments. */
  argumentsText: string;
  /** A block of raw PCM that was joined: as base64 up to the last whole group, and the bytes after. */
  audio: { block: object; groups: string; rest: string } | undefined;
}

/** Whether a delta is one at all: some are empty, and some name no type. */
function saysSomething(delta: { readonly type?: unknown; readonly text?: unknown }): boolean {
  return isObject(delta) && (delta.type !== undefined || typeof delta.text === "string");
}

function isFilled(list: unknown): list is unknown[] {
  return Array.isArray(list) && list.length > 0;
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
    // Some agents leave the type of a text delta out.
    case undefined:
      appendText(step, delta.text);
      break;
    case "text_annotation_delta":
    case "text_annotation":
      append(listAt(lastText(step), "annotations"), delta.annotations);
      break;
    case "audio": {
      const content = listAt(step, "content");
      if (!joinAudio(slot, content.at(-1), delta)) content.push(copy(delta));
      break;
    }
    case "image":
    case "document":
    case "video":
      listAt(step, "content").push(copy(delta));
      break;
    case "thought_summary":
    case "thought_signature":
      addThought(step, delta);
      break;
    case "arguments_delta":
      if (typeof delta.arguments === "string") slot.argumentsText += delta.arguments;
      break;
    default:
      addMembers(step, delta);
  }
}

function addThought(
  thought: Record<string, unknown>,
  delta: Extract<StepDeltaData, { type: "thought_summary" | "thought_signature" }>,
): void {
  if (delta.type === "thought_summary") {
    if (isObject(delta.content)) listAt(thought, "summary").push(copy(delta.content));
  } else if (typeof delta.signature === "string" && delta.signature !== "") {
    thought["signature"] = delta.signature;
  }
}

/** Deltas of tool steps carry members of their step; ids come with the start. */
function addMembers(step: Record<string, unknown>, delta: { readonly type: string }): void {
  if (delta.type !== step["type"]) return;
  for (const [key, value] of Object.entries<unknown>(delta)) {
    const before = step[key];
    // Nothing takes away what was there, nor signs with nothing.
    const isEmpty = value === "" && (key === "signature" || before !== undefined);
    if (key === "type" || isEmpty) continue;
    if (key === "arguments" && isObject(before) && isObject(value)) assign(before, copy(value));
    else if (key === "result" && typeof before === "string" && typeof value === "string")
      step[key] = before + value;
    else if (key === "result" && Array.isArray(before) && Array.isArray(value))
      append(before, value);
    else assign(step, { [key]: copy(value) });
  }
}

function newestBlock(step: Record<string, unknown>): unknown {
  const { content } = step;
  return Array.isArray(content) ? content.at(-1) : undefined;
}

function appendText(step: Record<string, unknown>, text: unknown): void {
  if (typeof text !== "string") return;
  const content = listAt(step, "content");
  const last = content.at(-1);
  if (isObject(last) && last["type"] === "text") last["text"] = `${textOf(last)}${text}`;
  else content.push({ type: "text", text });
}

function textOf(block: Record<string, unknown>): string {
  return typeof block["text"] === "string" ? block["text"] : "";
}

/** The block that annotations belong to. */
function lastText(step: Record<string, unknown>): Record<string, unknown> {
  const content = listAt(step, "content");
  const last = content.findLast((block) => isObject(block) && block["type"] === "text");
  if (isObject(last)) return last;
  const block = { type: "text", text: "" };
  content.push(block);
  return block;
}

/**
 * Appends raw PCM, which comes in pieces, to the block before it; other audio is complete in each
 * delta.
 */
function joinAudio(slot: Slot<unknown>, block: unknown, delta: AudioContent): boolean {
  const isMore =
    isObject(block) &&
    /^audio\/l16\b/i.test(String(delta.mime_type)) &&
    (["type", "mime_type", "sample_rate", "channels"] as const).every(
      (key) => block[key] === delta[key],
    );
  const bytes = isMore ? decodeBase64(delta.data) : undefined;
  if (!isMore || bytes === undefined) return false;
  const known = slot.audio?.block === block ? slot.audio : undefined;
  const before = known?.rest ?? decodeBase64(block["data"]);
  if (before === undefined) return false;
  // Base64 texts cannot be joined unless they end on a group of three bytes.
  const joined = before + bytes;
  const whole = joined.length - (joined.length % 3);
  const groups = (known?.groups ?? "") + btoa(joined.slice(0, whole));
  const rest = joined.slice(whole);
  slot.audio = { block, groups, rest };
  block["data"] = groups + btoa(rest);
  return true;
}

function decodeBase64(data: unknown): string | undefined {
  try {
    return typeof data === "string" ? atob(data) : undefined;
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

function addContentDelta(slot: Slot<LegacyContent>, delta: LegacyContentDeltaData): void {
  const content: Record<string, unknown> & LegacyContent = slot.item;
  switch (delta.type) {
    case "text":
    case undefined:
      if (typeof delta.text === "string") content["text"] = `${textOf(content)}${delta.text}`;
      if (isFilled(delta.annotations)) append(listAt(content, "annotations"), delta.annotations);
      break;
    case "text_annotation":
      append(listAt(content, "annotations"), delta.annotations);
      break;
    case "thought_summary":
    case "thought_signature":
      addThought(content, delta);
      break;
    case "audio":
      if (!joinAudio(slot, content, delta)) addMembers(content, delta);
      break;
    default:
      addMembers(content, delta);
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

/** Appends copies; one by one, as a call takes no more than some thousand arguments. */
function append(list: unknown[], items: unknown): void {
  if (Array.isArray(items)) for (const item of items) list.push(copy(item));
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

// A step under construction, and what each kind of delta does to it. In come the step's start and
// its deltas, untrusted; the step grows in place, since it is part of the interaction that the
// consumer holds. In the earlier dialect an index is not always a step: text and media are
// content blocks of their own.

import type { StepDelta } from "../../generated/schema.ts";
import {
  append,
  assign,
  copy,
  isFilled,
  isObject,
  listAt,
  listOf,
  parseJson,
} from "../util/json.ts";
import { fieldOf, isMediaType, isText, stepForDelta } from "./delta.ts";
import { joinPcm } from "./pcm.ts";
import type { PcmTail } from "./pcm.ts";

type Members = Record<string, unknown>;

/**
 * The step as a request may contain it. `unparsed_arguments` is this client's own member, which the
 * service refuses; a call must have `arguments`, and the model's could not be read.
 */
export function sendableStep<Step>(step: Step): Step {
  if (!isObject(step) || !Object.hasOwn(step, "unparsed_arguments")) return step;
  const { unparsed_arguments: _, ...rest } = step;
  // It is the step that it was, without a member that no type requires.
  return (step["type"] === "function_call" ? { arguments: {}, ...rest } : rest) as Step;
}

/** The step, or the block of the earlier dialect, that a delta without a start belongs to. */
export function itemForDelta(delta: StepDelta["delta"], isOld: boolean): Members {
  const step: Members = { ...stepForDelta(delta) };
  if (!isOld || step["type"] !== "model_output") return step;
  return fieldOf(delta) === "media" ? { type: delta.type } : { type: "text", text: "" };
}

/** One step under construction, or one content block of the earlier dialect. */
export class Slot {
  readonly item: Members;
  /** Position of the item in its list. */
  readonly place: number;
  /** Whether the item is itself the block that text and media go to: only in the earlier dialect. */
  readonly #isBlock: boolean;
  /** The newest text block: the one that annotations belong to. */
  #text: Members | undefined;
  /** Fragments of a call's arguments. */
  #argumentsText = "";
  #pcm: PcmTail | undefined;
  /** What followed the stop, which may arrive twice; `undefined` before the stop. */
  #late: Set<string> | undefined;

  constructor(item: Members, place: number) {
    this.item = item;
    this.place = place;
    const { type, content } = item;
    this.#isBlock = type === "text" || isMediaType(type);
    if (this.#isBlock) this.#text = item;
    else if (Array.isArray(content)) this.#text = content.findLast(isTextBlock);
  }

  /** The block that came last; `undefined` before the first, and where the item is the block. */
  get newestBlock(): unknown {
    const { content } = this.item;
    return Array.isArray(content) ? content.at(-1) : undefined;
  }

  /** Whether the step has stopped. */
  get isOver(): boolean {
    return this.#late !== undefined;
  }

  /** Adds a delta. What it lacks, or has of another type, adds nothing. */
  add(delta: Readonly<Members>): void {
    const { item } = this;
    const { content, signature, arguments: fragment } = delta;
    if (this.#late !== undefined) {
      const said = JSON.stringify(delta);
      if (this.#late.has(said)) return;
      this.#late.add(said);
    }
    switch (fieldOf(delta)) {
      case "text":
        this.#addText(delta);
        break;
      case "annotations":
        append(listAt(this.#text ?? this.#addTextBlock(), "annotations"), delta["annotations"]);
        break;
      case "media":
        this.#addMedia(delta);
        break;
      case "summary":
        if (isObject(content)) append(listAt(item, "summary"), [content]);
        break;
      case "signature":
        if (isFilled(signature)) item["signature"] = signature;
        break;
      case "arguments":
        if (typeof fragment === "string") this.#argumentsText += fragment;
        break;
      default:
        addMembers(item, delta);
        // A delta named after its call brings the arguments whole, in place of any text.
        if (isObject(fragment)) this.#setArguments(item["arguments"]);
    }
  }

  /** Reads a call's arguments. Text that is not a JSON object becomes `unparsed_arguments`. */
  finish(): void {
    const { item } = this;
    this.#late ??= new Set();
    const text = this.#argumentsText;
    if (text === "" || item["unparsed_arguments"] === text) return;
    const value = parseJson(text);
    if (isObject(value)) {
      this.#setArguments(value);
    } else {
      // A member and not a note of the process: what was read as JSON again must say the same.
      delete item["arguments"];
      item["unparsed_arguments"] = text;
    }
  }

  #setArguments(value: unknown): void {
    this.#argumentsText = "";
    delete this.item["unparsed_arguments"];
    this.item["arguments"] = value;
  }

  /** Text continues the newest block if that is text; after media it begins a new one. */
  #addText(delta: Readonly<Members>): void {
    const { type: _, text, annotations, ...others } = delta;
    // An empty text is a notice, which a replay may repeat later: it begins no new block.
    const hasText = typeof text === "string" && (text !== "" || this.newestBlock === undefined);
    const hasAnnotations = listOf(annotations).length > 0;
    if (!hasText && !hasAnnotations && Object.keys(others).length === 0) return;
    const isOpen = this.#isBlock || isTextBlock(this.newestBlock);
    const block = (isOpen ? this.#text : undefined) ?? this.#addTextBlock();
    if (hasText) block["text"] = `${isText(block) ? block.text : ""}${text}`;
    // The earlier dialect brings annotations along with the text.
    if (hasAnnotations) append(listAt(block, "annotations"), annotations);
    assign(block, others, copy);
  }

  #addTextBlock(): Members {
    const block: Members = { type: "text", text: "" };
    listAt(this.item, "content").push(block);
    return (this.#text = block);
  }

  /** Each media delta is a block of its own, but for raw audio, which comes in pieces. */
  #addMedia(delta: Readonly<Members>): void {
    const isMore = this.#isBlock || delta["type"] === this.item["type"];
    const pcm = joinPcm(isMore ? this.item : this.newestBlock, delta, this.#pcm);
    if (pcm !== undefined) this.#pcm = pcm;
    else if (isMore) addMembers(this.item, delta);
    else listAt(this.item, "content").push(copy(delta));
  }
}

function isTextBlock(block: unknown): block is Members {
  return isObject(block) && block["type"] === "text";
}

/** Deltas of tool steps carry members of their step, and are named after it. */
function addMembers(item: Members, delta: Readonly<Members>): void {
  if (delta["type"] !== item["type"]) return;
  for (const [name, value] of Object.entries(delta)) {
    const before = item[name];
    // An empty string never overwrites a value or a signature.
    const isEmpty = value === "" && (name === "signature" || before !== undefined);
    if (name === "type" || isEmpty) continue;
    if (name === "arguments" && isObject(before) && isObject(value)) assign(before, value, copy);
    else if (name === "result" && typeof before === "string" && typeof value === "string")
      item[name] = before + value;
    else if (name === "result" && Array.isArray(before) && Array.isArray(value))
      append(before, value);
    else assign(item, { [name]: value }, copy);
  }
}

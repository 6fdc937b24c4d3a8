// Reads the result of a run from its interaction: text, media, pending function calls, and whether
// it is over. In comes an interaction of either dialect, untrusted: steps and blocks may be missing
// or null. In the earlier dialect, `outputs` contains text and media beside tool traffic.

import type {
  AudioContent,
  DocumentContent,
  FunctionCallStep,
  ImageContent,
  InteractionStatus,
  LegacyContent,
  Step,
  TextContent,
  VideoContent,
} from "../../generated/schema.ts";
import type { Interaction } from "./types.ts";
import { isFilled, isObject, listOf } from "../util/json.ts";
import { isMediaType, isText } from "./delta.ts";
import { toSteps } from "./dialect.ts";

/** The part of an interaction that contains the model's output, in either dialect. */
export interface WithOutput {
  readonly steps?: readonly Step[] | undefined;
  readonly outputs?: readonly LegacyContent[] | undefined;
}

/** A content block with media. */
export type MediaContent = AudioContent | DocumentContent | ImageContent | VideoContent;

/**
 * Returns the model's closing text: the text blocks at the end of the run, joined. Thoughts and media
 * between them are skipped. The tool step before that text ends it: what the model wrote before it
 * searched or called a function is not included.
 */
export function outputText(interaction: WithOutput): string {
  checkInteraction("outputText", interaction);
  return outputTextBlocks(interaction)
    .map(({ text }) => text)
    .join("");
}

/** The text blocks that {@link outputText} joins. */
export function outputTextBlocks(interaction: WithOutput): TextContent[] {
  const texts: TextContent[] = [];
  for (const step of stepsOf(interaction).toReversed()) {
    const { type } = step;
    if (type === "user_input" || (isToolStep(type) && texts.length > 0)) break;
    if (type !== "model_output") continue;
    for (const block of blocksOf(step).toReversed()) if (isText(block)) texts.push(block);
  }
  return texts.toReversed();
}

/** Returns the model's media blocks after the last `user_input`, in their order. */
export function outputMedia(interaction: WithOutput): MediaContent[] {
  checkInteraction("outputMedia", interaction);
  const steps = stepsOf(interaction);
  const ownSteps = steps.slice(steps.findLastIndex(({ type }) => type === "user_input") + 1);
  return ownSteps
    .filter(({ type }) => type === "model_output")
    .flatMap((step) => blocksOf(step).filter(isMedia));
}

/**
 * Returns the function calls that wait for their results: those without a later `function_result` of the
 * same id, and only while the status is `requires_action`. Calls that the service ran itself, as agents
 * with a sandbox list them, are not included. A call with `unparsed_arguments` has no `arguments`: do not
 * run it.
 *
 * @throws TypeError for a promise or a stream, like the other functions that take an interaction
 */
export function pendingFunctionCalls(
  interaction: WithOutput & { readonly status: InteractionStatus },
): FunctionCallStep[] {
  checkInteraction("pendingFunctionCalls", interaction);
  if (interaction.status !== "requires_action") return [];
  const waiting: FunctionCallStep[] = [];
  for (const step of stepsOf(interaction)) {
    if (isFunctionCall(step)) waiting.push(step);
    else if (step["type"] === "function_result") {
      // Only one call, and one before it: an id may come again, also from turn to turn.
      const answered = waiting.findIndex(({ id }) => id === step["call_id"]);
      if (answered !== -1) waiting.splice(answered, 1);
    }
  }
  return waiting;
}

/**
 * Whether a run with this status is over: every status except `queued` and `in_progress`. An unknown
 * status counts as final, so that no wait lasts forever; do not take it for success. A missing status is
 * not final.
 */
export function isTerminal(status: InteractionStatus): boolean {
  // Untrusted: a response that is not an interaction has no status.
  return isFilled(status) && status !== "queued" && status !== "in_progress";
}

type Members = Readonly<Record<string, unknown>>;

/**
 * Refuses what JavaScript may pass in place of an interaction: a promise or a stream contains no
 * steps, so the result would silently be empty.
 */
export function checkInteraction(name: string, value: unknown): void {
  const problem = problemOf(value);
  if (problem !== undefined) throw new TypeError(`${name} takes an interaction, got ${problem}`);
}

function problemOf(value: unknown): string | undefined {
  if (!isObject(value)) {
    return value === null ? "null." : Array.isArray(value) ? "an array." : `${typeof value}.`;
  }
  const question = "Did you forget to use await?";
  // JSON has no functions: a member of this name that the service may send one day passes.
  if (typeof value["then"] === "function") return `a promise. ${question}`;
  if (!(Symbol.asyncIterator in value)) return undefined;
  return `a stream. ${question} Pass await stream.finalInteraction().`;
}

/** The steps; an interaction of the earlier dialect, or of two music models, has none. */
export function stepsOf({ steps, outputs }: WithOutput): readonly Members[] {
  const list = listOf(steps);
  return (list.length > 0 ? list : toSteps(listOf(outputs))).filter(isObject);
}

function blocksOf({ content }: Members): readonly unknown[] {
  return listOf(content);
}

/** Steps of an unknown type count as tool steps. */
function isToolStep(type: unknown): boolean {
  return type !== "model_output" && type !== "thought";
}

function isMedia(block: unknown): block is MediaContent {
  return isObject(block) && isMediaType(block["type"]);
}

// The members that the schema requires may be missing all the same: the older dialect requires none.
function isFunctionCall(step: unknown): step is FunctionCallStep {
  return isObject(step) && step["type"] === "function_call";
}

/** Returns the interaction without its input steps, as a stream of it would have delivered it. */
export function withoutInput(interaction: Interaction): Interaction {
  const steps: unknown = interaction.steps;
  return Array.isArray(steps) ? { ...interaction, steps: withoutInputSteps(steps) } : interaction;
}

/** These steps, untrusted, without the input among them. */
export function withoutInputSteps<Item>(steps: readonly Item[]): Item[] {
  return steps.filter((step) => !isObject(step) || step["type"] !== "user_input");
}

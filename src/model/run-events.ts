import type {
  Annotation,
  Content,
  Interaction,
  InteractionStreamEvent,
  LegacyContent,
  LegacyContentDeltaData,
  StartedStep,
  Step,
  StepDeltaData,
} from "../../generated/schema.ts";
import { pick } from "../util/json.ts";

/** Today's event names, or those used until June 2026 (`content.*`, `outputs`). */
export type Dialect = "current" | "legacy";

/** Cuts a text into the pieces that become deltas; joined they are the text again. */
export type SplitText = (text: string) => string[];

/** How {@link runEvents} writes a run as events. */
export interface RunEventOptions {
  readonly dialect: Dialect;
  /** Cuts the text of deltas, and the JSON of a function call's arguments. */
  readonly splitText: SplitText;
  readonly splitArguments: SplitText;
}

/**
 * The events of the run that ended as this interaction, without event ids: what a stream of it
 * would have brought, however its pieces were cut then.
 */
export function runEvents(
  interaction: Interaction,
  options: RunEventOptions,
): InteractionStreamEvent[] {
  const { id = "", status, steps = [], outputs = toOutputs(steps) } = interaction;
  const opened = {
    id,
    status: "in_progress",
    object: "interaction",
    ...pick(interaction, "model", "agent", "environment_id"),
  };
  const closed = {
    ...opened,
    status,
    ...pick(interaction, "created", "updated", "service_tier", "usage", "continuation_token"),
    ...pick(interaction, "errors"),
  };
  const update: InteractionStreamEvent = {
    event_type: "interaction.status_update",
    interaction_id: id,
    status: "in_progress",
  };
  return options.dialect === "current"
    ? [
        { event_type: "interaction.created", interaction: opened },
        update,
        ...steps.flatMap((step, index) => stepEvents(step, index, options)),
        { event_type: "interaction.completed", interaction: closed },
      ]
    : [
        { event_type: "interaction.start", interaction: opened },
        update,
        ...outputs.flatMap((output, index) => outputEvents(output, index, options.splitText)),
        { event_type: "interaction.complete", interaction: { ...closed, outputs: [] } },
      ];
}

/** The steps in the legacy dialect: content, thoughts and tool traffic in one row. */
export function toOutputs(steps: readonly Step[]): LegacyContent[] {
  return steps.flatMap((step): LegacyContent[] =>
    step.type === "model_output" || step.type === "user_input"
      ? (step.content ?? [])
      : // Same members in both dialects; retrieval and processing steps came later, and stay as is.
        [step as LegacyContent],
  );
}

function stepEvents(step: Step, index: number, options: RunEventOptions): InteractionStreamEvent[] {
  // Content blocks as the result of code fit no delta: such a step starts complete.
  const isComplete = step.type === "code_execution_result" && Array.isArray(step.result);
  const events: InteractionStreamEvent[] = [
    { event_type: "step.start", index, step: isComplete ? step : startOf(step) },
  ];
  for (const delta of isComplete ? [] : stepDeltas(step, options)) {
    events.push({ event_type: "step.delta", index, delta });
  }
  events.push({ event_type: "step.stop", index });
  return events;
}

/** A step as `step.start` shows it: bare, but for what no delta brings. */
function startOf(step: Step): StartedStep {
  switch (step.type) {
    case "user_input":
    case "model_output":
    case "thought":
      return { type: step.type };
    case "function_call":
      return { ...step, arguments: {}, signature: step.signature ?? "" };
    default: {
      const members: Record<string, unknown> = { ...step };
      const bare = pick(members, "type", "id", "call_id", "name", "server_name", "search_type");
      const isSigned = step.type !== "function_result" && !step.type.startsWith("mcp_");
      // What the schema requires beyond that, a delta brings.
      return (isSigned ? { ...bare, signature: "" } : bare) as StartedStep;
    }
  }
}

function* stepDeltas(
  step: Step,
  { splitText, splitArguments }: RunEventOptions,
): Generator<StepDeltaData> {
  switch (step.type) {
    case "user_input":
    case "model_output":
      for (const content of step.content ?? []) yield* contentDeltas(content, splitText);
      return;
    case "thought":
      yield* thoughtDeltas(step);
      return;
    case "function_call":
      // Without fragments the empty object of step.start stands.
      if (Object.keys(step.arguments).length === 0) return;
      for (const piece of splitArguments(JSON.stringify(step.arguments))) {
        yield { type: "arguments_delta", arguments: piece };
      }
      return;
    default: {
      const { id: _, call_id: __, search_type: ___, ...rest }: Record<string, unknown> = step;
      const delta = step.type === "file_search_result" ? { result: [], ...rest } : rest;
      // Every other delta is its step without what only step.start carries.
      yield delta as StepDeltaData;
    }
  }
}

function* contentDeltas(content: Content, splitText: SplitText): Generator<StepDeltaData> {
  if (content.type !== "text") {
    yield content;
    return;
  }
  for (const text of splitText(content.text)) yield { type: "text", text };
  const annotations: Annotation[] = content.annotations ?? [];
  if (annotations.length > 0) yield { type: "text_annotation_delta", annotations };
}

function* thoughtDeltas({
  summary = [],
  signature = "",
}: Extract<Step & LegacyContent, { type: "thought" }>): Generator<
  Extract<StepDeltaData, { type: "thought_summary" | "thought_signature" }>
> {
  for (const content of summary) yield { type: "thought_summary", content };
  if (signature !== "") yield { type: "thought_signature", signature };
}

function outputEvents(
  content: LegacyContent,
  index: number,
  splitText: SplitText,
): InteractionStreamEvent[] {
  const events: InteractionStreamEvent[] = [
    { event_type: "content.start", index, content: { type: content.type } },
  ];
  for (const delta of outputDeltas(content, splitText)) {
    events.push({ event_type: "content.delta", index, delta });
  }
  events.push({ event_type: "content.stop", index });
  return events;
}

function* outputDeltas(
  content: LegacyContent,
  splitText: SplitText,
): Generator<LegacyContentDeltaData> {
  switch (content.type) {
    case "text": {
      for (const text of splitText(content.text ?? "")) yield { type: "text", text };
      const { annotations = [] } = content;
      if (annotations.length > 0) yield { type: "text_annotation", annotations };
      return;
    }
    case "thought":
      yield* thoughtDeltas(content);
      return;
    default:
      // Media, calls and results: whole in one delta, ids included.
      yield content;
  }
}

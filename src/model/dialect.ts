// Reads events of the earlier dialect (`interaction.start`, `content.*`, `interaction.complete`,
// used until June 2026) as today's, so that everything that interprets events knows one dialect. In
// comes any event, out goes an event of today; an event that is one already comes back as it is.
// Consumers still get the original: nothing read here is handed out.

import type { InteractionStreamEvent, LegacyContent, StartedStep } from "../../generated/schema.ts";
import { isObject, listOf } from "../util/json.ts";
import { isMediaType } from "./delta.ts";

/** Today's event names, or those used until June 2026 (`content.*`, `outputs`). */
export type Dialect = "current" | "legacy";

/** An event of the earlier dialect. */
type LegacyEvent = Extract<
  InteractionStreamEvent,
  { event_type: `content.${string}` | "interaction.start" | "interaction.complete" }
>;

/** An event of today's dialect. */
export type CurrentEvent = Exclude<InteractionStreamEvent, LegacyEvent>;

/** The names that only the earlier dialect has, with today's. */
const currentNames: { readonly [Name in LegacyEvent["event_type"]]: CurrentEvent["event_type"] } = {
  "interaction.start": "interaction.created",
  "content.start": "step.start",
  "content.delta": "step.delta",
  "content.stop": "step.stop",
  "interaction.complete": "interaction.completed",
};

/** Whether only the earlier dialect has events of this name. */
export function isLegacy(event: InteractionStreamEvent): event is LegacyEvent {
  return Object.hasOwn(currentNames, event.event_type);
}

/** The event as today's dialect says it. */
export function toCurrent(event: InteractionStreamEvent): CurrentEvent {
  if (!isLegacy(event)) return event;
  const current: Record<string, unknown> = { ...event, event_type: currentNames[event.event_type] };
  if (event.event_type === "content.start") current["step"] = stepOf(event.content);
  // Members were renamed, not changed.
  return current as unknown as CurrentEvent;
}

/** Whether a run that says this goes on, or has come to its end: then no error before it is its end. */
export function goesOn({
  event_type: type,
  status,
}: {
  readonly event_type?: unknown;
  readonly status?: unknown;
}): boolean {
  // Nearly every event.
  if (type === "step.delta") return true;
  if (type === "interaction.status_update") return status === "queued" || status === "in_progress";
  return /^(step|content)\.|^interaction\.(created|start|completed?)$/.test(String(type));
}

/** The step that a content block stands for: text and media are the model's output. */
function stepOf(content: unknown): StartedStep | undefined {
  if (!isObject(content)) return undefined;
  const { type } = content;
  // Every other block has the members of today's step of the same type.
  if (type !== "text" && !isMediaType(type)) return content as unknown as StartedStep;
  // A start without text or data announces the block that a delta then brings.
  const isBare = !content["text"] && content["data"] === undefined && content["uri"] === undefined;
  const blocks = isBare ? [] : [content as unknown as LegacyContent];
  return { type: "model_output", content: blocks } as StartedStep;
}

/**
 * The steps that the earlier dialect lists as `outputs`, untrusted: neighbouring text and media
 * blocks are one step of the model's output, and every other block is a step already.
 */
export function toSteps(outputs: readonly unknown[]): unknown[] {
  const steps: unknown[] = [];
  let blocks: unknown[] | undefined;
  for (const output of outputs) {
    const isBlock = isObject(output) && (output["type"] === "text" || isMediaType(output["type"]));
    if (!isBlock) blocks = undefined;
    else if (blocks === undefined) steps.push({ type: "model_output", content: (blocks = []) });
    (blocks ?? steps).push(output);
  }
  return steps;
}

/** The blocks that the earlier dialect lists for these steps, untrusted. */
export function toOutputs(steps: readonly unknown[]): unknown[] {
  return steps.flatMap((step) => {
    const hasBlocks =
      isObject(step) && (step["type"] === "model_output" || step["type"] === "user_input");
    if (!hasBlocks) return [step];
    return listOf(step["content"]);
  });
}

// Reads every dialect as today's, so that everything that interprets events knows one: the events used
// until June 2026 (`interaction.start`, `content.*`, `interaction.complete`), and two forms of gateways
// (members beside `event_type` in place of `interaction`; a status as the name of the event). In comes
// any event, out goes an event of today. Consumers still get the original.

import type { InteractionStreamEvent, LegacyContent, StartedStep } from "../../generated/schema.ts";
import { isObject, listOf, membersOf, wordOf } from "../util/json.ts";
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
  return Object.hasOwn(currentNames, wordOf(event.event_type));
}

/** Statuses that some gateways send as the name of an event, such as `interaction.requires_action`. */
const namedStatuses: ReadonlySet<string> = new Set([
  "interaction.queued",
  "interaction.in_progress",
  "interaction.requires_action",
  "interaction.requires_continuation",
  "interaction.failed",
  "interaction.cancelled",
  "interaction.incomplete",
  "interaction.budget_exceeded",
]);

/** The event as today's dialect says it. */
export function toCurrent(event: InteractionStreamEvent): CurrentEvent {
  const { event_type: type } = event;
  // Nearly every event.
  if (type === "step.delta") return event;
  if (namedStatuses.has(type)) return toUpdate(event);
  if (!isLegacy(event)) return edges.has(type) ? toEdge(event) : event;
  const name = currentNames[event.event_type];
  const current: Record<string, unknown> = { ...event, event_type: name };
  if (event.event_type === "content.start") current["step"] = stepOf(event.content);
  // Members were renamed, not changed.
  const renamed = current as unknown as CurrentEvent;
  return edges.has(name) ? toEdge(renamed) : renamed;
}

/** The events that bring an interaction. */
const edges: ReadonlySet<string> = new Set(["interaction.created", "interaction.completed"]);

/** The same event with an `interaction`, made of what stands beside `event_type` where there is none. */
function toEdge(event: CurrentEvent): CurrentEvent {
  const { interaction, event_type, event_id, metadata, ...beside }: Record<string, unknown> = {
    ...event,
  };
  if (interaction !== undefined || Object.keys(beside).length === 0) return event;
  // Members were moved, not changed.
  return { event_type, event_id, metadata, interaction: beside } as unknown as CurrentEvent;
}

/** A status update, made of an event that is named after the status. */
function toUpdate(event: InteractionStreamEvent): CurrentEvent {
  const { event_type: type, ...members }: Record<string, unknown> = { ...event };
  const { id, ...facts } = { ...membersOf(members["interaction"]), ...members };
  const update = {
    interaction_id: id,
    status: String(type).slice("interaction.".length),
    ...facts,
  };
  return { ...update, event_type: "interaction.status_update" } as unknown as CurrentEvent;
}

/** Whether the event proves that an error before it was not the end of the run. */
export function isAlive({
  event_type: type,
  status,
}: {
  readonly event_type?: unknown;
  readonly status?: unknown;
}): boolean {
  // Nearly every event.
  if (type === "step.delta") return true;
  if (type === "interaction.status_update") return status === "queued" || status === "in_progress";
  return /^(step|content)\.|^interaction\.(created|start|completed?)$/.test(wordOf(type));
}

/** The step that a content block represents: text and media are the model's output. */
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

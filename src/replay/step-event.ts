// Reads an event as what it is to a replay: a start, content or a stop of a step, or a notice. In come
// events of today's dialect, untrusted; out go lanes, contents and ids. The trap: a delta that adds
// nothing is a notice, as it may still tell usage.

import type { InteractionStreamEvent, StepStart } from "../../generated/schema.ts";
import { contentOfDelta, contentOfStart, noContent, stepIndexOf } from "../model/delta.ts";
import type { StepContent } from "../model/delta.ts";
import { isLegacy } from "../model/dialect.ts";
import type { CurrentEvent } from "../model/dialect.ts";
import { isForeign } from "../model/text.ts";
import { isFilled, isObject, membersOf, wordOf } from "../util/json.ts";
import { foldText, startDigest } from "./digest.ts";
import { newLane } from "./ledger.ts";
import type { Lane } from "./ledger.ts";

/** The events that are about a step. */
export type CurrentStepEvent = Extract<CurrentEvent, { event_type: `step.${string}` }>;

/** What an event says of a step. */
export interface StepReading {
  readonly event: CurrentStepEvent;
  readonly index: number;
  readonly content: StepContent;
}

/** What an event says of a step; `undefined` for a notice. */
export function readStep(event: CurrentEvent): StepReading | undefined {
  switch (event.event_type) {
    case "step.start":
      return place(event, contentOfStart(event.step));
    case "step.stop":
      return place(event, noContent);
    case "step.delta": {
      const content = contentOfDelta(event.delta);
      return content.text === "" && content.items.length === 0 ? undefined : place(event, content);
    }
    default:
      return undefined;
  }
}

/** An event with an invalid `index` is a notice: nobody knows which step it is about. */
function place(event: CurrentStepEvent, content: StepContent): StepReading | undefined {
  const index = stepIndexOf(event);
  return index === undefined ? undefined : { event, index, content };
}

/** An event's id; `undefined` without one. Untrusted: a number counts as its text. */
export function idOf({ event_id: id }: { readonly event_id?: unknown }): string | undefined {
  if (typeof id === "number") return String(id);
  return isFilled(id) ? id : undefined;
}

/** The lane of a step that starts, before its content. */
export function laneOfStart(original: InteractionStreamEvent, event: StepStart): Lane {
  const { type, id, call_id: callId } = membersOf(event.step);
  // Contents of the earlier dialect are smaller than steps, and may start without their ids.
  const name =
    original.event_type === "content.start"
      ? wordOf(membersOf(original.content)["type"])
      : `${wordOf(type)} ${wordOf(id ?? callId)}`;
  const lane = newLane(stepIndexOf(event) ?? 0, foldText(startDigest, name) || 1);
  lane.isForeign = isForeign(event.step);
  lane.isRewritten = type === "function_call" || type === "thought";
  return lane;
}

/** Whether a run ends with all of its steps; one that failed may lack the last. */
export function isGoodEnd(event: CurrentEvent): boolean {
  if (event.event_type !== "interaction.completed") return false;
  const { interaction }: { interaction: unknown } = event;
  return isObject(interaction) && isGoodStatus(interaction["status"]);
}

/** Whether a run that ends with this status has all of its steps. */
export function isGoodStatus(status: unknown): boolean {
  return status === "completed" || status === "requires_action";
}

/** The text that a step which starts again brings beyond what was delivered of it. */
export function textDelta(event: InteractionStreamEvent, text: string): InteractionStreamEvent {
  return deltaLike(event, { delta: { type: "text", text }, event_id: event.event_id });
}

/** What is left of an event whose content is known: the usage that it tells, if it does. */
export function usageNotice(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
  const { metadata, usage }: Record<string, unknown> = { ...event };
  const total = isObject(metadata) ? metadata["total_usage"] : usage;
  if (total === undefined) return undefined;
  return deltaLike(event, { delta: {}, metadata: { total_usage: total } });
}

/** A delta of the same step, in the same dialect. */
function deltaLike(event: InteractionStreamEvent, members: object): InteractionStreamEvent {
  const { index = 0 }: Record<string, unknown> = { ...event };
  const event_type = isLegacy(event) ? "content.delta" : "step.delta";
  const entries = Object.entries({ event_type, index, ...members });
  // An empty delta is what the service itself writes when it has only usage to tell.
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as InteractionStreamEvent;
}

// The rest of a run whose stream is gone, from its stored interaction. In come that interaction,
// untrusted, and what was delivered; out go the events that are missing: of steps that had begun the text
// and the stop, calls that had begun once more, steps that had not begun whole, and the end with everything. The
// trap: the service writes arguments, citations, media and signatures anew when it stores them (W4), so
// only text is compared, and the rest of a step that had begun is in the last event.

import type { InteractionStreamEvent, StepStart } from "../../generated/schema.ts";
import { contentOfStart } from "../model/delta.ts";
import { toCurrent, toOutputs, toSteps } from "../model/dialect.ts";
import { withoutInput } from "../model/output.ts";
import type { Interaction } from "../model/types.ts";
import { isObject, listOf, membersOf } from "../util/json.ts";
import { foldText, startDigest } from "./digest.ts";
import { addText, countOf, FinishedSteps, sumOf } from "./ledger.ts";
import type { Lane, Ledger } from "./ledger.ts";
import { ReplayMismatch, stepMismatch } from "./mismatch.ts";
import type { RunLog } from "./run-log.ts";
import { isGoodStatus, laneOfStart } from "./step-event.ts";

/** How a dialect names what it tells. */
const names = {
  current: { created: "interaction.created", completed: "interaction.completed", part: "step" },
  legacy: { created: "interaction.start", completed: "interaction.complete", part: "content" },
} as const;

type Names = (typeof names)["current" | "legacy"];

/**
 * The events from where a consumer is to the end of the run, all of them new.
 *
 * @throws ReplayMismatch when the stored interaction contradicts what was delivered
 */
export function restOf(stored: Interaction, log: RunLog): InteractionStreamEvent[] {
  const { base, delivered, legacy, facts } = log;
  if (base !== undefined) {
    throw new ReplayMismatch("it began midway, which the stored interaction does not show");
  }
  const own = withoutInput(stored);
  const items = itemsOf(own, legacy);
  // What is stored in the other dialect is told in that of the stream too.
  const interaction = items.length > 0 ? { ...own, [legacy ? "outputs" : "steps"]: items } : own;
  const name = names[legacy ? "legacy" : "current"];
  const begin = {
    event_type: name.created,
    interaction: { id: interaction.id, status: "in_progress" },
  };
  const end = { event_type: name.completed, interaction };
  const steps = (first: number): object[] =>
    restOfSteps({ items, first, delivered, name, isGood: isGoodStatus(interaction.status) });
  let told: object[];
  try {
    told = steps(delivered.first);
  } catch (error) {
    // A stream may count its steps from elsewhere than 0, and what is stored does not say from where.
    if (delivered.first === 0) throw error;
    told = steps(0);
  }
  // As far as the interaction is what the spec says, so are its events.
  return [...(facts.isCreated ? [] : [begin]), ...told, end] as InteractionStreamEvent[];
}

/** What the dialect lists for an interaction; of one that was stored in the other dialect too. */
function itemsOf({ steps, outputs }: Interaction, isOld: boolean): readonly unknown[] {
  const [news, olds] = [listOf(steps), listOf(outputs)];
  if (isOld) return olds.length > 0 ? olds : toOutputs(news);
  return news.length > 0 ? news : toSteps(olds);
}

interface Steps {
  readonly items: readonly unknown[];
  /** The index of the first of them. */
  readonly first: number;
  readonly delivered: Ledger;
  readonly name: Names;
  /** Whether the run has all of its steps; one that failed may lack the last. */
  readonly isGood: boolean;
}

function restOfSteps({ items, first, delivered, name: { part }, isGood }: Steps): object[] {
  const { open, finished } = delivered;
  const again = new FinishedSteps();
  const events: object[] = [];
  let begun = 0;
  for (const [place, item] of items.entries()) {
    const index = first + place;
    const start = { event_type: `${part}.start`, index, [part]: item };
    const stop = { event_type: `${part}.stop`, index };
    if (!isObject(item) || typeof item["type"] !== "string")
      throw stepMismatch(index, "is not a step");
    const lane = open.get(index);
    if (lane === undefined && !finished.has(index)) {
      events.push(start, stop);
      continue;
    }
    begun += 1;
    // Both are the same step, in the same dialect.
    const event = start as unknown as InteractionStreamEvent;
    const { step } = toCurrent(event) as StepStart;
    const { text } = contentOfStart(step);
    const told = laneOfStart(event, toCurrent(event) as StepStart);
    if (lane === undefined) {
      addText(told, text);
      again.add(sumOf(told));
      continue;
    }
    if (lane.start !== 0 && lane.start !== told.start) throw stepMismatch(index, "is another step");
    const more = lane.isRewritten ? "" : restOfText(lane, text);
    if (more !== "") {
      events.push({ event_type: `${part}.delta`, index, delta: textDelta(item, more) });
    }
    // A call starts again, whole, so that nobody parses half of its arguments.
    if (item["type"] === "function_call" && lacksArguments(lane, item)) events.push(start);
    events.push(stop);
  }
  if (isGood && begun < open.size + finished.count) throw new ReplayMismatch("a step is missing");
  if (again.count === finished.count && again.words !== finished.words) {
    throw new ReplayMismatch("a step that had finished says something else");
  }
  return events;
}

/** The part of a step's text that was not delivered; the other part has to be what was. */
function restOfText(lane: Lane, text: string): string {
  const known = text.slice(0, lane.text);
  const isSame = known.length === lane.text && foldText(startDigest, known) === lane.digest;
  if (!isSame) throw stepMismatch(lane.index, "says something else");
  return text.slice(known.length);
}

/** Whether a call that had begun does not have all of its arguments. */
function lacksArguments(lane: Lane, item: Record<string, unknown>): boolean {
  const hasWhole = countOf(lane, "arguments") > 0;
  return lane.text > 0 || (!hasWhole && Object.keys(membersOf(item["arguments"])).length > 0);
}

function textDelta({ type, result }: Record<string, unknown>, text: string): object {
  return typeof result === "string" ? { type, result: text } : { type: "text", text };
}

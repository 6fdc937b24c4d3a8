// Events as the service writes them, short to write in tests of what a position makes of them.

import type { InteractionStreamEvent } from "../../src/index.ts";
import { Ledger } from "../../src/replay/ledger.ts";
import { logAt, RunLog } from "../../src/replay/run-log.ts";

/** An event of any kind: literals like those of the spec's examples, and what is none of them. */
export function event(type: string, members: object = {}): InteractionStreamEvent {
  return { event_type: type, ...members } as InteractionStreamEvent;
}

/** The same event with an id. */
export function named(one: InteractionStreamEvent, id: unknown): InteractionStreamEvent {
  return { ...one, event_id: id } as InteractionStreamEvent;
}

export const created = event("interaction.created", {
  interaction: { id: "v1_run1", status: "in_progress", object: "interaction" },
});

export function update(members: object = {}): InteractionStreamEvent {
  const status = "in_progress";
  return event("interaction.status_update", { interaction_id: "v1_run1", status, ...members });
}

export function end(status = "completed", members: object = {}): InteractionStreamEvent {
  return event("interaction.completed", { interaction: { id: "v1_run1", status, ...members } });
}

export function start(index: number, step: object = {}): InteractionStreamEvent {
  return event("step.start", { index, step: { type: "model_output", ...step } });
}

export function delta(index: number, members: object, rest: object = {}): InteractionStreamEvent {
  return event("step.delta", { index, delta: members, ...rest });
}

export function text(index: number, value: string, rest: object = {}): InteractionStreamEvent {
  return delta(index, { type: "text", text: value }, rest);
}

export function stop(index: number, rest: object = {}): InteractionStreamEvent {
  return event("step.stop", { index, ...rest });
}

export function cite(index: number, ...places: readonly string[]): InteractionStreamEvent {
  const annotations = places.map((place) => ({ type: "place_citation", place_id: place }));
  return delta(index, { type: "text_annotation_delta", annotations });
}

export function args(index: number, value: string): InteractionStreamEvent {
  return delta(index, { type: "arguments_delta", arguments: value });
}

export function sign(index: number, signature: string): InteractionStreamEvent {
  return delta(index, { type: "thought_signature", signature });
}

export function result(index: number, value: unknown, rest: object = {}): InteractionStreamEvent {
  return delta(index, { type: "code_execution_result", result: value, ...rest });
}

/** A delta that has nothing but usage to tell. */
export function usage(total: number, index = 0): InteractionStreamEvent {
  return delta(index, {}, { metadata: { total_usage: { total_tokens: total } } });
}

export function newPosition(base?: string): RunLog {
  return new RunLog({ base, background: true, stored: true });
}

/** What a position hands out of these events. */
export function acceptAll(
  position: RunLog,
  events: readonly InteractionStreamEvent[],
): InteractionStreamEvent[] {
  return events.flatMap((one) => position.accept(one) ?? []);
}

/** A position that has these events. */
export function positionAfter(...events: readonly InteractionStreamEvent[]): RunLog {
  const position = newPosition();
  acceptAll(position, events);
  return position;
}

/** The cursor of a log. */
export function cursorOf(log: RunLog): string {
  log.facts.interactionId ??= "v1_run1";
  const { cursor } = log;
  if (cursor === undefined) throw new Error("A run with an id has a cursor.");
  return cursor;
}

/** The log as it is, to try events on it. */
export function copyOf(log: RunLog): RunLog {
  const { delivered, bookmark, ...rest } = log.state;
  const { id, count, ledger = delivered } = bookmark;
  const copy = ({ amount, finished, recent, open }: Ledger): Ledger =>
    new Ledger({ amount, recent, finished: finished.clone(), lanes: open.values() });
  const past = {
    ...rest,
    delivered: copy(delivered),
    bookmark: { id, count, ledger: copy(ledger) },
  };
  return new RunLog({ background: log.background, stored: log.stored, past });
}

/** The log in another process. */
export function moved(log: RunLog): RunLog {
  return logAt(cursorOf(log));
}

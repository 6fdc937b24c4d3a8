// Runs as the service also writes them: legal, rarely seen, and therefore handled wrongly. Each oddity
// takes the events of a run (with their ids) and returns others that come to the same interaction.
// It belongs to the run, so that a replay shows it again; what only one connection shows is a fault.

import type { InteractionStreamEvent, Usage } from "../../generated/schema.ts";

type Event = InteractionStreamEvent;
type Shape = (events: Event[]) => Event[];

/** Shapes for `Answer.shape`, by name. The legacy dialect has none of them but the unknown events. */
export const oddities: {
  /** A delta without content follows each start of a step. */
  readonly emptyDeltas: Shape;
  /** Each result of a tool ends with a delta that has only a flag. */
  readonly flagDeltas: Shape;
  /** Every event carries the usage so far, and so does a delta without content in each step. */
  readonly usageEverywhere: Shape;
  /** A status update with usage and a continuation token follows each step. */
  readonly busyStatus: Shape;
  /** Events that no version knows are between the others, with ids of their own. */
  readonly unknownEvents: Shape;
  /** The same without ids. */
  readonly unknownEventsWithoutIds: Shape;
  /** Events `error` without payload, which mean nothing, are between the others. */
  readonly errorNoise: Shape;
  /** All steps are under way at the same time: their events take turns. */
  readonly parallelSteps: Shape;
  /** Each step begins anew after its first delta. */
  readonly restartedSteps: Shape;
  /** Events of step 0 have no index: a proto3 serialiser leaves zeros out. */
  readonly missingIndex: Shape;
} = {
  emptyDeltas: (events) =>
    followEach(events, (event) => (isStart(event) ? [emptyDelta(event.index)] : [])),
  flagDeltas: (events) => {
    const results = new Map(
      events.flatMap((event): [number, string][] =>
        isStart(event) && event.step.type.endsWith("_result")
          ? [[event.index, event.step.type]]
          : [],
      ),
    );
    return events.flatMap((event) => {
      const type = isStop(event) ? results.get(event.index) : undefined;
      if (type === undefined || !isStop(event)) return [event];
      return [
        made({ event_type: "step.delta", index: event.index, delta: { type, is_error: false } }),
        event,
      ];
    });
  },
  usageEverywhere: (events) =>
    oddities
      .emptyDeltas(events)
      .map((event, index) => made({ ...event, metadata: { total_usage: usageAt(index) } })),
  busyStatus: (events) =>
    followEach(events, (event) =>
      isStop(event) ? [busyUpdate(interactionIdOf(events), event.index)] : [],
    ),
  unknownEvents: (events) =>
    followEach(events, ({ event_id: id = "none" }) => [
      unknownEvent({ event_id: `${id}_unknown` }),
    ]),
  unknownEventsWithoutIds: (events) => followEach(events, () => [unknownEvent({})]),
  errorNoise: (events) => followEach(events, () => [{ event_type: "error" }]),
  parallelSteps: (events) => {
    const steps = events.filter(isOfStep);
    const indices = [...new Set(steps.map(({ index }) => index))];
    const lanes = indices.map((index) => steps.filter((event) => event.index === index));
    const longest = Math.max(0, ...lanes.map(({ length }) => length));
    const turns = Array.from({ length: longest }, (_, turn) =>
      lanes.flatMap((lane) => lane.slice(turn, turn + 1)),
    );
    const first = events.findIndex(isOfStep);
    const before = events.slice(0, first < 0 ? events.length : first);
    const after = events.slice(before.length).filter((event) => !isOfStep(event));
    return [...before, ...turns.flat(), ...after];
  },
  restartedSteps: (events) =>
    events.flatMap((event, index) => {
      const before = events[index - 1];
      const isFirstDelta =
        event.event_type === "step.delta" && before !== undefined && isStart(before);
      // Repeated without ids: they would be cursors for two places.
      return isFirstDelta
        ? [event, made({ ...before, event_id: undefined }), made({ ...event, event_id: undefined })]
        : [event];
    }),
  missingIndex: (events) =>
    events.map((event) => {
      if (!isOfStep(event) || event.index !== 0) return event;
      const { index: _, ...rest } = event;
      return made(rest);
    }),
};

type StepEvent = Extract<Event, { event_type: "step.start" | "step.delta" | "step.stop" }>;

function isOfStep(event: Event): event is StepEvent {
  return event.event_type.startsWith("step.");
}

function isStart(event: Event): event is Extract<Event, { event_type: "step.start" }> {
  return event.event_type === "step.start";
}

function isStop(event: Event): event is Extract<Event, { event_type: "step.stop" }> {
  return event.event_type === "step.stop";
}

/** The events, each followed by what belongs after it; nothing follows the last one. */
function followEach(events: readonly Event[], next: (event: Event) => Event[]): Event[] {
  return events.flatMap((event, index) =>
    index === events.length - 1 ? [event] : [event, ...next(event)],
  );
}

/** An event as the service may write it, though its type says otherwise. */
function made(event: object): Event {
  return event as Event;
}

function emptyDelta(index: number): Event {
  return made({ event_type: "step.delta", index, delta: {} });
}

function interactionIdOf([first]: readonly Event[]): string {
  return first !== undefined && "interaction" in first ? (first.interaction.id ?? "") : "";
}

function busyUpdate(id: string, index: number): Event {
  return made({
    event_type: "interaction.status_update",
    interaction_id: id,
    status: "in_progress",
    usage: usageAt(index),
    continuation_token: btoa(`token ${index}`),
  });
}

function unknownEvent(members: object): Event {
  return made({ event_type: "interaction.weather", weather: "fine", ...members });
}

/** The usage after so many events: it only grows. */
function usageAt(count: number): Usage {
  return { total_input_tokens: 1, total_output_tokens: count, total_tokens: count + 1 };
}

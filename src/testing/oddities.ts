// What the service does although its documents do not say so: rare forms of streams, and requests that it
// refuses. A shape takes the events of a run (with their ids) and returns others that make the same
// interaction. It belongs to the run, so a replay has it again; what only one connection shows is a fault.
// A refusal is a fact with its source; `strict/refused.ts` finds the requests that it applies to.

import type { InteractionStreamEvent, Usage } from "../../generated/schema.ts";

type Event = InteractionStreamEvent;
type Shape = (events: Event[]) => Event[];

/** Shapes for `Answer.shape`, by name. In the legacy dialect only the unknown events exist. */
export const oddities: {
  /** An empty delta follows the start of each step. */
  readonly emptyDeltas: Shape;
  /** Each tool result ends with a delta that contains only a flag. */
  readonly flagDeltas: Shape;
  /** Every event contains the usage so far, and each step has an empty delta with it. */
  readonly usageEverywhere: Shape;
  /** A status update with usage and a continuation token follows each step. */
  readonly busyStatus: Shape;
  /** Events of an unknown type come between the others, with ids of their own. */
  readonly unknownEvents: Shape;
  /** The same without ids. */
  readonly unknownEventsWithoutIds: Shape;
  /** `error` events without a payload, which mean nothing, come between the others. */
  readonly errorNoise: Shape;
  /** All steps run at the same time: their events alternate. */
  readonly parallelSteps: Shape;
  /** Each step starts again after its first delta. */
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

/** A request that the service refuses. */
export interface Refusal {
  /** What is refused, for the table in docs/testing.md. */
  readonly what: string;
  readonly status: number;
  readonly code: string;
  /** Where it was seen or described. */
  readonly source: string;
  /** When it was seen, or read in a public report. */
  readonly date: string;
}

/** The refusals by their names. */
export type RefusalName =
  | "resultName"
  | "unsignedThought"
  | "unsignedCall"
  | "retiredModel"
  | "retiredAgent"
  | "toolChoiceCase"
  | "neonSettings"
  | "version"
  | "schemaDialect"
  | "emptyRequired";

/** What the service is known to refuse; `strict: false` turns all of it off. */
export const refusals: Readonly<Record<RefusalName, Refusal>> = {
  resultName: {
    what: "a `function_result` without `name`",
    status: 400,
    code: "invalid_request",
    source: "justrach/codegraff#741",
    date: "2026-12-01",
  },
  unsignedThought: {
    what: "a `thought` sent back without its `signature`",
    status: 400,
    code: "invalid_request",
    source: "googleapis/js-genai#1735",
    date: "2026-12-01",
  },
  unsignedCall: {
    what: "with `store: false`, a `function_call` sent back without a signature of its own or its signed thought",
    status: 400,
    code: "missing_thought_signature",
    source: "justrach/codegraff#741",
    date: "2026-12-01",
  },
  retiredModel: {
    what: "the models `gemini-3.1-flash-image-preview`, `gemini-3-pro-image-preview`",
    status: 404,
    code: "model_not_found",
    source: "changelog of the API",
    date: "2026-10-08",
  },
  retiredAgent: {
    what: "the agents `deep-research-pro-preview-12-2025`, `antigravity-preview-05-2026`",
    status: 404,
    code: "not_found",
    source: "changelog of the API",
    date: "2026-10-23",
  },
  toolChoiceCase: {
    what: "`tool_choice` in capitals, such as `AUTO`",
    status: 400,
    code: "invalid_request",
    source: "justrach/codegraff#741",
    date: "2026-12-01",
  },
  neonSettings: {
    what: '`gemini-4-neon` with `thinking_level: "minimal"`, `thinking_budget`, `presence_penalty` or `frequency_penalty`',
    status: 400,
    code: "invalid_request",
    source: "developer guide of Google Cloud",
    date: "2026-11-18",
  },
  version: {
    what: "an API version other than `v1`, `v1beta`, `v1beta1`",
    status: 404,
    code: "NOT_FOUND",
    source: "API versions explained (ai.google.dev)",
    date: "2026-12-01",
  },
  schemaDialect: {
    what: "`$schema` in the schema of a tool or of `response_format`; draft-07 in a tool's schema is accepted, since Vercel's provider sends it",
    status: 400,
    code: "invalid_request",
    source: "QwenLM/qwen-code#1186",
    date: "2025-12-09",
  },
  emptyRequired: {
    what: "an empty `required` list in the schema of a tool or of `response_format`",
    status: 400,
    code: "invalid_request",
    source: "sigoden/aichat#666",
    date: "2024-06-27",
  },
};

/** What the service may refuse, though nobody is known to have seen it: the testing service accepts it. */
export const presumedRefusals: readonly string[] = [
  "plain text while a function call waits for its result",
  "`store: false` with `previous_interaction_id`",
  "a `continuation_token` that the service did not send",
  "`max_output_tokens: 0`",
  "an empty `input`",
  "two functions with the same name",
  "a model or an agent with an unknown name",
];

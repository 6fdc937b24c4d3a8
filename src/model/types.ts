import type {
  CreateAgentInteraction,
  CreateModelInteraction,
  Interaction as WireInteraction,
  Step,
} from "../../generated/schema.ts";

/**
 * One turn of a model or one run of an agent. The service's JSON; `id` and `steps` are always
 * there: `""` with `store: false`, and `[]` before the first step.
 */
export interface Interaction extends WireInteraction {
  id: string;
  steps: Step[];
}

/** What create sends when a model answers. */
export type CreateModelInteractionParams = CreateModelInteraction & {
  agent?: never;
  agent_config?: never;
};

/** What create sends when an agent answers. */
export type CreateAgentInteractionParams = CreateAgentInteraction & {
  model?: never;
  generation_config?: never;
};

/** What create sends: with `model` or with `agent`, never both. */
export type CreateInteractionParams = CreateModelInteractionParams | CreateAgentInteractionParams;

/** What get asks for: the interaction, or its events. */
export type GetInteractionParams = {
  /** Adds the request's `input` to the interaction. Off by default. */
  include_input?: boolean;
} & (
  | {
      /** Answers with the run's events instead of the interaction. Off by default. */
      stream: true;
      /** Starts after the event with this id; only with `stream: true`. */
      last_event_id?: string;
    }
  | { stream?: false; last_event_id?: never }
);

/**
 * Where a stream was left, as JSON data: store it with what you made of the events before it, and
 * go on with `client.resume(cursor)`, in any process. Its members but the ids are not for reading.
 */
export interface StreamCursor {
  /** Format of the cursor. */
  readonly version: 1;
  readonly interactionId: string;
  /** The newest event id; the service goes on after it. */
  readonly lastEventId?: string;
  /** The event id that the stream itself began after. */
  readonly base?: string;
  readonly background: boolean;
  readonly legacy: boolean;
  readonly finished: boolean;
  readonly status?: string;
  /** What was delivered. */
  readonly delivered: PackedProgress;
  /** What had been delivered at `lastEventId`; absent when that is the same. */
  readonly saved?: PackedProgress;
}

/** Progress as JSON data: scalars, then finished steps out of order, then open steps. */
export type PackedProgress = readonly [
  scalars: readonly number[],
  beyond: readonly number[],
  open: readonly (readonly number[])[],
];

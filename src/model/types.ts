// The types of what users pass and hold: parameters of create and get, the interaction, the cursor of
// a stream. They are the generated types of the wire, made stricter where the service refuses what
// its schema allows. The trap: a member that must be absent is typed by a sentence, since the
// compiler shows the type in its message.

import type {
  CreateAgentInteraction,
  CreateModelInteraction,
  Interaction as WireInteraction,
  Step,
} from "../../generated/schema.ts";

/**
 * One turn of a model or one run of an agent: the service's JSON, untouched but for two members that
 * the service may leave out. `id` is `""` with `store: false`, and `steps` is `[]` before the first
 * step. Only an interaction of the dialect used until June 2026, as two music models still return it,
 * has `outputs` in place of `steps`: read both with `outputText`, `outputMedia` and
 * `pendingFunctionCalls`.
 */
export interface Interaction extends WireInteraction {
  /** Opaque id; get, cancel, delete and the next turn take it. Empty with `store: false`. */
  id: string;
  /** What happened, in order. Get returns the input steps too, a stream does not. */
  steps: Step[];
}

declare const mistake: unique symbol;

/** A type that no value has. The compiler's message about it shows the sentence. */
export interface Mistake<Sentence extends string> {
  readonly [mistake]: Sentence;
}

/** What create sends when a model answers. */
export interface CreateModelInteractionParams extends CreateModelInteraction {
  /** Never beside `model`. */
  agent?: Mistake<"Pass either model or agent, not both."> | undefined;
  /** Only with `agent`. */
  agent_config?:
    | Mistake<"agent_config goes with agent; with model use generation_config.">
    | undefined;
}

/** What create sends when an agent answers. */
export interface CreateAgentInteractionParams extends CreateAgentInteraction {
  /** Never beside `agent`. */
  model?: Mistake<"Pass either model or agent, not both."> | undefined;
  /** Only with `model`. */
  generation_config?:
    | Mistake<"generation_config goes with model; with agent use agent_config.">
    | undefined;
}

/** What create sends: with `model` or with `agent`, never both. */
export type CreateInteractionParams = CreateModelInteractionParams | CreateAgentInteractionParams;

/** What get asks for: the interaction, or its events. */
export type GetInteractionParams = {
  /** Adds the request's `input` to the interaction. @defaultValue `false` */
  include_input?: boolean | undefined;
} & (
  | {
      /** Asks for the run's events instead of the interaction. @defaultValue `false` */
      stream: true;
      /** Id of the event after which the events begin; only with `stream: true`. */
      last_event_id?: string | undefined;
    }
  | {
      /** Asks for the interaction. @defaultValue `false` */
      stream?: false | undefined;
      /** Only with `stream: true`. */
      last_event_id?: undefined;
    }
);

/**
 * Where a stream was left, as JSON data: store it with what you made of the events before it, and
 * go on with `client.resume(cursor)`, in any process. Its members but the ids are not for reading.
 */
export interface StreamCursor {
  /** Format of the cursor. */
  readonly version: 2;
  /** The run that it is a position in. */
  readonly interactionId: string;
  /** The newest event id; the service goes on after it. */
  readonly lastEventId?: string;
  /** How many events with that id were handed out; absent when that is unknown. */
  readonly idCount?: number;
  /** The event id that the stream itself began after. */
  readonly base?: string;
  /** Whether the run goes on without its connection. */
  readonly background: boolean;
  /** Whether its events are of the dialect used until June 2026. */
  readonly legacy: boolean;
  /** Whether the first event of the run was handed out. */
  readonly created: boolean;
  /** Whether the last event of the run was handed out: nothing follows. */
  readonly finished: boolean;
  /** The newest status that was told. */
  readonly status?: string;
  /** Whether any of the model's text was handed out. */
  readonly hasText: boolean;
  /** Whether the run has ended, and its rest comes from the stored interaction. */
  readonly isStored: boolean;
  /** Digests of the notices since the last content. */
  readonly notices?: readonly number[];
  /** What was delivered. */
  readonly delivered: PackedProgress;
  /** What had been delivered at `lastEventId`; absent when that is the same. */
  readonly saved?: PackedProgress;
}

/**
 * How much of a run was delivered, as JSON data: the amount, and the sums of the finished steps; their indices as ranges; the steps that finished last; the open steps.
 */
export type PackedProgress = readonly [
  scalars: readonly number[],
  ranges: readonly number[],
  recent: readonly (readonly number[])[],
  open: readonly PackedLane[],
];

/** How much of one open step was delivered: numbers, and items by kind. */
export type PackedLane = readonly [
  numbers: readonly number[],
  items: readonly (readonly [kind: string, count: number])[],
];

// The types of what users pass and hold: parameters of create and get, the
// interaction. They are the generated types of the wire, made stricter where the service refuses what
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

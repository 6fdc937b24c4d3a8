// The types of what users pass and hold: parameters of create and get, the
// interaction. They are the generated types of the wire, made stricter where the service refuses what
// its schema allows. A member that must be absent is typed by a sentence, since the
// compiler shows the type in its message.

import type {
  CreateAgentInteraction,
  CreateModelInteraction,
  Interaction as WireInteraction,
  Step,
} from "../../generated/schema.ts";

/**
 * One turn of a model or one run of an agent: the service's JSON, unchanged except for two members that
 * the service may leave out. `id` is `""` with `store: false`, and `steps` is `[]` before the first
 * step. Interactions of the dialect used until June 2026, which two music models still return, have
 * `outputs` instead of `steps`; `outputText`, `outputMedia` and `pendingFunctionCalls` read both.
 */
export interface Interaction extends WireInteraction {
  /** Opaque id for get, cancel, delete and the next turn. Empty with `store: false`. */
  id: string;
  /** What happened, in order. Get returns the input steps too, a stream does not. */
  steps: Step[];
}

/**
 * What is written in place of a member that must be absent: no value has these types, and the
 * compiler's message about one shows the sentence. Members of an enum, since the compiler and editors
 * distinguish the forms of a union by such literal types only and, unlike strings, offer none of them
 * as a value. Declared, not defined: nothing of it is in the built code.
 */
declare enum Mistake {
  // Texts that are never passed: a number would be assignable to a member without one.
  "Pass either model or agent, not both." = "never: both",
  "agent_config goes with agent; with model use generation_config." = "never: agent_config",
  "generation_config goes with model; with agent use agent_config." = "never: generation_config",
}

/**
 * The members that both kinds of create take. One declaration for both, so that an editor shows a
 * member's description before `model` or `agent` is written, and shows it once.
 */
interface CommonInteractionParams extends Omit<
  CreateModelInteraction,
  "model" | "generation_config" | "cached_content"
> {}

/** The body of a create with a model. */
export interface CreateModelInteractionParams
  extends
    CommonInteractionParams,
    Pick<CreateModelInteraction, "model" | "generation_config" | "cached_content"> {
  /** Not together with `model`. */
  agent?: (typeof Mistake)["Pass either model or agent, not both."] | undefined;
  /** Only with `agent`. */
  agent_config?:
    | (typeof Mistake)["agent_config goes with agent; with model use generation_config."]
    | undefined;
}

/** The body of a create with an agent. */
export interface CreateAgentInteractionParams
  extends CommonInteractionParams, Pick<CreateAgentInteraction, "agent" | "agent_config"> {
  /** Not together with `agent`. */
  model?: (typeof Mistake)["Pass either model or agent, not both."] | undefined;
  /** Only with `model`. */
  generation_config?:
    | (typeof Mistake)["generation_config goes with model; with agent use agent_config."]
    | undefined;
}

/** The body of a create: with `model` or with `agent`, never both. */
export type CreateInteractionParams = CreateAgentInteractionParams | CreateModelInteractionParams;

/** The query of a get: for the interaction, or for its events. */
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

import type {
  CreateAgentInteraction,
  CreateModelInteraction,
  Interaction as WireInteraction,
  Step,
} from "../generated/schema.ts";

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

/** What get asks for. */
export interface GetInteractionParams {
  /** Adds the request's `input` to the interaction. Off by default. */
  include_input?: boolean;
  /** Answers with the run's events instead of the interaction. Off by default. */
  stream?: boolean;
  /** Starts after the event with this id; only with `stream: true`. */
  last_event_id?: string;
}

// Builds the request of the next turn: the parameters again, since the service does not remember them, with
// the results as input. A stored interaction is referred to by its id; otherwise the history is sent again.
// From the second turn on the sandbox is named by its id: "remote" would create a new one.

import type { Environment, FunctionResultStep, Step } from "../../generated/schema.ts";
import type { CreateInteractionParams, Interaction } from "../model/types.ts";
import { inputFromInteraction, stepsFromInput } from "./input.ts";

/** The parameters of the turn that answers an interaction's function calls. */
export function nextRequest(
  request: CreateInteractionParams,
  interaction: Interaction,
  results: FunctionResultStep[],
): CreateInteractionParams {
  const { environment, continuation_token: _, ...rest } = request;
  const { environment_id: id } = interaction;
  const params = {
    ...rest,
    ...(environment === undefined ? {} : { environment: sameEnvironment(environment, id) }),
  };
  const { history } = historyOf(request, interaction);
  return history === undefined
    ? { ...params, input: results, previous_interaction_id: interaction.id }
    : { ...params, input: [...history, ...inputFromInteraction(interaction), ...results] };
}

/** What was sent before the interaction's own steps, where the service does not keep it. */
export function historyOf(
  { store, input }: CreateInteractionParams,
  { id }: Interaction,
): { history?: Step[] } {
  // Without an id nothing was stored, whatever was asked for: projects can turn it off.
  return store === false || id === "" ? { history: stepsFromInput(input) } : {};
}

function sameEnvironment(
  environment: Environment | string,
  id: string | undefined,
): Environment | string {
  if (id === undefined) return environment;
  return typeof environment === "string" ? id : { ...environment, environment_id: id };
}

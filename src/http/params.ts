import type { CreateInteractionParams, GetInteractionParams } from "../model/types.ts";

/** Refuses what the service would refuse, before anything is sent. */
export function checkCreateParams(params: CreateInteractionParams): void {
  const { model, agent } = params;
  if (model !== undefined && agent !== undefined) {
    throw new TypeError("Pass either model or agent, not both.");
  }
  if (!isName(model) && !isName(agent)) {
    throw new TypeError('Pass a model, such as "gemini-2.5-flash", or an agent.');
  }
  if (model !== undefined && params.agent_config !== undefined) {
    throw new TypeError("agent_config goes with agent; with model use generation_config.");
  }
  if (agent !== undefined && params.generation_config !== undefined) {
    throw new TypeError("generation_config goes with model; with agent use agent_config.");
  }
  if (params.background === true && params.store === false) {
    throw new TypeError("background: true needs a stored interaction; leave store: false out.");
  }
}

/** Refuses what the service would refuse, before anything is sent. */
export function checkGetParams(params: GetInteractionParams): void {
  if (params.last_event_id !== undefined && !params.stream) {
    throw new TypeError("last_event_id needs stream: true.");
  }
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

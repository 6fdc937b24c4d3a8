// Checks the parameters of calls before anything is sent. The service would answer a mistake with a generic
// 400, or start a run that the caller did not want; here each gets a sentence that says what to write instead.

import { checkObject } from "../util/check.ts";
import { isFilled, isObject, listOf, membersOf } from "../util/json.ts";
import { callOptionNames } from "./options.ts";
import type { CreateInteractionParams, GetInteractionParams } from "./types.ts";

/** Members that decide what a call is. The service accepts `"true"`; this library compares with `true`. */
const flags = ["stream", "background", "store"] as const;

/** Refuses parameters that are not an object, and options among them, which the service would refuse or ignore. */
export function checkParams(params: { readonly [Flag in (typeof flags)[number]]?: unknown }): void {
  checkObject("Parameters", params);
  const option = Object.keys(params).find((name) => Object.hasOwn(callOptionNames, name));
  if (option !== undefined) {
    throw new TypeError(`${option} is an option, not a parameter: pass it in the last argument.`);
  }
  for (const name of flags) {
    const value = params[name] ?? false;
    if (typeof value !== "boolean") {
      throw new TypeError(`${name} must be true or false, got a ${typeof value}.`);
    }
  }
}

/** Refuses what the service would refuse, before anything is sent. */
export function checkCreateParams(params: CreateInteractionParams): void {
  checkParams(params);
  const { model, agent } = params;
  if (model !== undefined && agent !== undefined) {
    throw new TypeError("Pass either model or agent, not both.");
  }
  const mistake = explainMistake(params);
  if (mistake !== undefined) throw new TypeError(mistake);
  if (!isFilled(model) && !isFilled(agent)) {
    throw new TypeError('Pass a model, such as "gemini-3.8-flash", or an agent.');
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
  checkParams(params);
  if (params.last_event_id !== undefined && !params.stream) {
    throw new TypeError("last_event_id needs stream: true.");
  }
}

/** Names that other APIs use for `input`. */
const otherInputs = ["messages", "contents", "prompt"];

/**
 * Mistakes that many people make, because other APIs work that way or because the right value is a
 * member of what was passed: what is wrong, and how to fix it.
 */
function explainMistake(params: unknown): string | undefined {
  const { input, response_format: format, tools } = membersOf(params);
  const other = otherInputs.find((name) => name in membersOf(params));
  if (input === undefined && other !== undefined) {
    return `${other} is not a member of this API: pass input, a text or a list.`;
  }
  const turn = listOf(input).findIndex((item) => {
    const { type, role } = membersOf(item);
    return type === undefined && role !== undefined;
  });
  if (turn !== -1) {
    return `input[${turn}] has a role: write { type: "user_input", content: [{ type: "text", text: "…" }] }.`;
  }
  if (isObject(format) && typeof format["parse"] === "function") {
    return "response_format takes output.format, not what defineOutput returned.";
  }
  const made = listOf(tools).findIndex((tool) => typeof membersOf(tool)["run"] === "function");
  return made === -1
    ? undefined
    : `tools[${made}] was made by defineTool: pass it to runTools, or pass its declaration.`;
}

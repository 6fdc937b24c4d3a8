// What a tool returned or threw, as the step that goes back to the model. The value is copied through
// JSON, so that the tool may change it later and progress can be stored. Of an error only the message
// goes: stack traces, causes and other members stay here, as they may hold what the model must not see.

import type { FunctionCallStep, FunctionResultStep, ToolResult } from "../../generated/schema.ts";
import { isObject } from "../util/json.ts";
import { printable } from "../util/printable.ts";
import { memberOf } from "../util/thrown.ts";
import { isContent } from "./input.ts";

/**
 * The step that says what a tool returned.
 *
 * @throws TypeError for what JSON cannot say, such as a bigint or a circle
 */
export function resultStep(call: FunctionCallStep, value: unknown): FunctionResultStep {
  const text: string | undefined = JSON.stringify(value);
  const json: unknown = text === undefined ? null : JSON.parse(text);
  return { ...head(call), result: toResult(json) };
}

/** The step that says how a call failed. */
export function errorStep(call: FunctionCallStep, error: unknown): FunctionResultStep {
  return { ...head(call), result: messageOf(error), is_error: true };
}

/** What a thrown value says, without a stack trace, and never more than a page. */
export function messageOf(error: unknown): string {
  const message = typeof error === "string" ? error : memberOf(error, "message");
  const lines =
    typeof message === "string" ? message.replaceAll(/\n[^\S\n]+at .*/g, "").trim() : "";
  return lines === "" ? "No reason given." : printable(lines).slice(0, maxMessageLength);
}

const maxMessageLength = 1_000;

function head({
  id,
  name,
}: FunctionCallStep): Pick<FunctionResultStep, "type" | "call_id" | "name"> {
  return { type: "function_result", call_id: id, name };
}

/** The service takes a text, an object, or a list of content blocks. */
function toResult(json: unknown): ToolResult {
  if (typeof json === "string" || isObject(json)) return json;
  const isBlocks =
    Array.isArray(json) &&
    json.length > 0 &&
    json.every((item) => isObject(item) && isContent(item));
  return isBlocks ? json : { result: json };
}

// What a tool returned or threw, as the step that goes back to the model. Of an error only the message
// goes: stack traces, causes and other members stay here, as they may hold what the model must not see.

import type { FunctionCallStep, FunctionResultStep } from "../../generated/schema.ts";
import { messageOf } from "./message.ts";
import { toolOutput } from "./tool-output.ts";

/**
 * The step that says what a tool returned. A returned error is one that it might have thrown.
 *
 * @throws TypeError for what JSON cannot say, such as bytes, a bigint or a circle
 */
export async function resultStep(
  call: FunctionCallStep,
  value: unknown,
): Promise<FunctionResultStep> {
  const { result, isError } = await toolOutput(value);
  return { ...head(call), result, ...(isError ? { is_error: true } : {}) };
}

/** The step that says how a call failed. */
export function errorStep(call: FunctionCallStep, error: unknown): FunctionResultStep {
  return { ...head(call), result: messageOf(error), is_error: true };
}

function head({
  id,
  name,
}: FunctionCallStep): Pick<FunctionResultStep, "type" | "call_id" | "name"> {
  return { type: "function_result", call_id: id, name };
}

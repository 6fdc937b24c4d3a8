// The step that goes back to the model, for what a tool returned or threw. Of an error only the message is
// sent: stack traces, causes and other members may contain what the model must not see.

import type { FunctionCallStep, FunctionResultStep } from "../../generated/schema.ts";
import { messageOf } from "./message.ts";
import { toolOutput } from "./tool-output.ts";

/**
 * The step with a tool's return value.
 *
 * @throws TypeError for what is not JSON, such as bytes, a bigint or a circular object
 */
export async function resultStep(
  call: FunctionCallStep,
  value: unknown,
): Promise<FunctionResultStep> {
  const { result, isError } = await toolOutput(value);
  return { ...head(call), result, ...(isError ? { is_error: true } : {}) };
}

/** The step that reports a failed call. */
export function errorStep(call: FunctionCallStep, error: unknown): FunctionResultStep {
  return { ...head(call), result: messageOf(error), is_error: true };
}

function head({
  id,
  name,
}: FunctionCallStep): Pick<FunctionResultStep, "type" | "call_id" | "name"> {
  return { type: "function_result", call_id: id, name };
}

// The answer of a service without `respond` and `responses`: enough to try a client without a script. It
// calls a function if the request forces a call, writes JSON if the request asks for JSON, and otherwise
// repeats the input.

import type {
  CreateInteractionRequest,
  FunctionTool,
  InteractionsInput,
} from "../../../generated/schema.ts";
import { isObject, listOf, membersOf } from "../../util/json.ts";
import { toSteps } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { smallestValue } from "./smallest.ts";
import { functionCallStep, thoughtStep } from "./steps.ts";

/** The answer to a request, by what it asks for. */
export function defaultAnswer(request: CreateInteractionRequest): Answer | string {
  const { input = "" } = request;
  const forced = hasResults(input) ? undefined : forcedFunction(request);
  if (forced !== undefined) {
    const { name = "", parameters } = forced;
    // `{}` fits where no parameters are declared.
    const args = membersOf(parameters === undefined ? {} : smallestValue(parameters));
    return { steps: [thoughtStep(), functionCallStep(name, args)] };
  }
  const format = jsonFormat(request.response_format);
  if (format !== undefined) {
    const { schema = { type: "object" } } = format;
    return JSON.stringify(smallestValue(schema));
  }
  return echo(input);
}

/** The function that the model must call, if any; of several, the first declared one. */
function forcedFunction(request: CreateInteractionRequest): FunctionTool | undefined {
  const { tools = [], generation_config: config } = {
    generation_config: undefined,
    ...request,
  };
  const choice = config?.tool_choice;
  const allowed = isObject(choice) ? membersOf(choice.allowed_tools) : { mode: choice };
  if (allowed["mode"] !== "any") return undefined;
  const names = allowed["tools"];
  return tools
    .filter((tool) => tool.type === "function")
    .find(({ name }) => !Array.isArray(names) || names.includes(name));
}

/** Whether the input ends with results: if a call were forced again, the run would never end. */
function hasResults(input: InteractionsInput): boolean {
  const last = toSteps(input).at(-1);
  if (last?.type !== "user_input") return last?.type === "function_result";
  // Some clients put results into the content of a user's input.
  return (last.content ?? []).some(({ type }: { type: string }) => type === "function_result");
}

/** The format that asks for JSON, of one or of a list. */
function jsonFormat(format: unknown): Readonly<Record<string, unknown>> | undefined {
  return (Array.isArray(format) ? listOf(format) : [format])
    .filter(isObject)
    .find(
      ({ type, schema, mime_type: mimeType }) =>
        type === "text" && (isObject(schema) || mimeType === "application/json"),
    );
}

function echo(input: InteractionsInput): string {
  const text = toSteps(input)
    .flatMap((step) => (step.type === "user_input" ? (step.content ?? []) : []))
    .flatMap((content) => (content.type === "text" ? [content.text] : []))
    .join(" ");
  return text === "" ? "You sent no text." : `You said: ${text}`;
}

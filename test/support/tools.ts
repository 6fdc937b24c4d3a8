// What tests of tools share: scripted services, tools that count, and what a run failed with.

import { defineTool, UnfinishedRunError } from "../../src/index.ts";
import type {
  DefinedTool,
  FunctionCallStep,
  FunctionResultStep,
  InteractionsClient,
  Step,
} from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type {
  Answer,
  InteractionsService,
  InteractionsServiceOptions,
} from "../../src/testing/index.ts";
import { geminiClient } from "./clients.ts";

export const model = "gemini-3.8-flash";
export const input = "How is the weather?";

export function call(
  id: string,
  name: string,
  args: Record<string, unknown> = {},
): FunctionCallStep {
  return { type: "function_call", id, name, arguments: args };
}

/** A service that gives these answers, one per create, and the last one again after them. */
export function scripted(
  answers: (Answer | Step[] | string)[],
  options: InteractionsServiceOptions = { mode: "faithful" },
): { service: InteractionsService; client: InteractionsClient } {
  let turn = 0;
  const service = createInteractionsService({
    ...options,
    respond() {
      const answer = answers[Math.min(turn, answers.length - 1)] ?? "Nothing more.";
      turn += 1;
      return Array.isArray(answer) ? { steps: answer } : answer;
    },
  });
  return { service, client: geminiClient({ fetch: service.fetch }) };
}

/** The bodies of the creates, in order. */
export function creates({ requests }: InteractionsService): Record<string, unknown>[] {
  return requests.flatMap(({ method, body }) => (method === "POST" && body ? [{ ...body }] : []));
}

export function resultsSent(service: InteractionsService, turn = 1): FunctionResultStep[] {
  const sent = creates(service)[turn]?.["input"];
  // What runTools sends is a list of steps.
  return (sent as Step[]).filter((step) => step.type === "function_result");
}

export function tool(name: string, execute: (args: never, context: never) => unknown): DefinedTool {
  return defineTool({ name, description: `Does ${name}.`, execute });
}

/** A tool that counts, by call id, how often it ran. */
export function counting(name = "count"): { tool: DefinedTool; runs: Record<string, number> } {
  const runs: Record<string, number> = {};
  const counter = defineTool({
    name,
    description: "Counts.",
    execute(_, { callId }) {
      runs[callId] = (runs[callId] ?? 0) + 1;
      return `ran ${callId}`;
    },
  });
  return { tool: counter, runs };
}

export async function failureOf(run: PromiseLike<unknown>): Promise<unknown> {
  try {
    await run;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

export async function unfinished(run: PromiseLike<unknown>): Promise<UnfinishedRunError> {
  const error = await failureOf(run);
  if (error instanceof UnfinishedRunError) return error;
  throw error;
}

export const modes = [
  ["one answer, stored", {}],
  ["streamed, stored", { stream: true }],
  ["one answer, store: false", { store: false }],
  ["streamed, store: false", { stream: true, store: false }],
] as const;

export function failed(id: string, name: string): object {
  return { type: "function_result", call_id: id, name, is_error: true };
}

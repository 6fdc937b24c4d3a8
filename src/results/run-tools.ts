// The loop of function calling: create, run the functions that the model calls, send back their results,
// until the model calls none. Every interaction and every result is added to `progress` at once, so that a
// later failure loses nothing.

import { MaxTurnsError } from "./errors.ts";
import type { RunProgress } from "./errors.ts";
import { callOptionNames } from "../model/options.ts";
import type { StreamOptions } from "../model/options.ts";
import type { CreateInteractionParams, Interaction } from "../model/types.ts";
import { checkObject, checkOptionNames } from "../util/check.ts";
import { historyOf, nextRequest } from "./next-request.ts";
import { createTurn, InteractionRun } from "./run.ts";
import type { InteractionCreator, RunItem, RunItemOf, RunState } from "./run.ts";
import { ToolCalls } from "./tool-calls.ts";
import type { DefinedTool } from "./tool.ts";

/** Options of {@link runTools}; stream options apply to each create. */
export interface RunToolsOptions extends StreamOptions {
  /** What the model may call, in addition to the `tools` of the parameters. */
  tools: readonly DefinedTool[];
  /**
   * Largest number of creates in this run.
   *
   * @defaultValue 10
   */
  maxTurns?: number | undefined;
  /**
   * What happens on an unknown function, invalid arguments, or a tool that throws. `report` sends the
   * model a result with `is_error`. `throw` lets the other calls of the turn finish and ends the run with
   * an {@link UnfinishedRunError}; its `cause` is the tool's own error.
   *
   * @defaultValue `"report"`
   */
  onToolError?: "report" | "throw" | undefined;
  /**
   * Continues from here instead of from `input`: `progress` of an earlier run, or `{ interaction }` with
   * any interaction that waits for results.
   *
   * @defaultValue begins with `input`
   */
  from?: RunProgress | undefined;
}

// A function: bundlers would keep an object that is made of another one, in programs without a loop too.
function optionNames(): Readonly<Record<keyof RunToolsOptions, true>> {
  return {
    ...callOptionNames,
    tools: true,
    maxTurns: true,
    onToolError: true,
    from: true,
  };
}

/**
 * Creates interactions and runs the tools that they call, until an interaction has a status other than
 * `requires_action`; the caller decides what that status means. Await the run for that last interaction.
 * Iterate over it for each interaction, before its tools run, or with `stream: true` for the events of
 * all interactions.
 *
 * The parameters are sent again in each turn, since the service does not remember them. With
 * `store: false` the history is sent too, otherwise only the results.
 *
 * @throws TypeError for two tools with the same name, or a tool that `defineTool` did not make, before
 * anything is sent
 * @throws MaxTurnsError when the model still calls functions after `maxTurns`
 * @throws UnfinishedRunError when anything fails after the first interaction
 */
export function runTools<Stream extends boolean | undefined = undefined>(
  client: InteractionCreator,
  params: CreateInteractionParams & { stream?: Stream },
  options: RunToolsOptions,
): InteractionRun<RunItemOf<Stream>> {
  // They are checked when the run begins.
  const { signal } = { ...options };
  return new InteractionRun((state) => loop(client, params, options, state), signal);
}

async function* loop(
  client: InteractionCreator,
  params: CreateInteractionParams,
  runOptions: RunToolsOptions,
  state: RunState,
): AsyncGenerator<RunItem, Interaction, undefined> {
  checkObject("Options", runOptions);
  checkOptionNames(runOptions, optionNames());
  const { tools, maxTurns = 10, onToolError, from, ...callOptions } = runOptions;
  if (!Array.isArray(tools))
    throw new TypeError("tools must be a list of what defineTool returned.");
  if (!(maxTurns >= 1)) throw new TypeError(`maxTurns must be 1 or more, got ${maxTurns}.`);
  const toolCalls = new ToolCalls(tools, params.tools ?? [], state);
  const options = { ...callOptions, signal: state.signal };
  let request: CreateInteractionParams = { ...params, tools: toolCalls.declarations };
  if (from !== undefined) {
    if (from.history !== undefined) request = { ...request, input: [...from.history] };
    toolCalls.begin({ ...from, ...historyOf(request, from.interaction) });
  }
  const receive = (interaction: Interaction): void =>
    toolCalls.begin({ interaction, ...historyOf(request, interaction) });
  for (let turns = 0; ; turns += 1) {
    const { progress } = state;
    if (progress !== undefined) {
      const { interaction } = progress;
      if (toolCalls.waiting.length === 0) return interaction;
      if (turns >= maxTurns) {
        throw new MaxTurnsError(`The model still calls functions after ${turns} turns.`, progress);
      }
      const results = await toolCalls.run(progress, onToolError ?? "report");
      request = nextRequest(request, interaction, results);
    }
    yield* createTurn(client, request, options, receive);
  }
}

// Runs the function calls of an interaction, all at the same time, and keeps their results. A call is
// identified by its place in the interaction, not by anything that the model wrote: models reuse ids in
// later turns, repeat an id within a turn, or leave ids out.

import type { FunctionCallStep, FunctionResultStep, Tool } from "../../generated/schema.ts";
import { UnfinishedRunError } from "./errors.ts";
import type { RunProgress } from "./errors.ts";
import { pendingFunctionCalls } from "../model/output.ts";
import { abortable } from "../util/abort.ts";
import { isObject } from "../util/json.ts";
import { quote } from "../util/printable.ts";
import { errorStep, resultStep } from "./function-result.ts";
import { messageOf } from "./message.ts";
import type { RunState } from "./run.ts";
import { isError } from "./tool-output.ts";
import type { DefinedTool, ToolContext } from "./tool.ts";

/** The tools of one run, and the results of the calls that they ran for. */
export class ToolCalls {
  /** The model's tools: these, and those of the parameters. */
  readonly declarations: Tool[];
  readonly #tools: ReadonlyMap<string, DefinedTool>;
  readonly #state: RunState;
  #calls: readonly FunctionCallStep[] = [];
  /** The results so far, each at the place of its call. */
  #results: (FunctionResultStep | undefined)[] = [];

  /** @throws TypeError for what is not a tool, and for two functions with the same name */
  constructor(tools: readonly DefinedTool[], others: readonly Tool[], state: RunState) {
    for (const [index, tool] of tools.entries()) checkTool(tool, index);
    this.declarations = [...others, ...tools.map(({ declaration }) => declaration)];
    this.#tools = new Map(tools.map((tool) => [tool.declaration.name, tool]));
    this.#state = state;
    const names = this.declarations.flatMap((tool) =>
      tool.type === "function" ? [tool.name] : [],
    );
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
      throw new TypeError(`Two tools have the name "${twice}". Pass each once.`);
    }
  }

  /** The calls of the newest interaction that wait for their results. */
  get waiting(): readonly FunctionCallStep[] {
    return this.#calls;
  }

  /** Takes the calls of a new interaction, and the results so far. */
  begin(progress: RunProgress): void {
    this.#calls = pendingFunctionCalls(progress.interaction);
    this.#results = placeResults(this.#calls, progress);
    this.#state.progress = progress;
    this.#update();
  }

  /**
   * Runs the calls without a result; resolves with all results, in the order of the calls.
   *
   * @throws UnfinishedRunError for a failed call, once the others are done, if `onError` is `throw`
   */
  async run(
    { interaction }: RunProgress,
    onError: "report" | "throw",
  ): Promise<FunctionResultStep[]> {
    const calls = this.#calls;
    const { signal } = this.#state;
    const work = calls.map((call, place) =>
      this.#runCall(call, place, { signal, callId: call.id, interaction }, onError),
    );
    const outcomes = await abortable(signal, () => Promise.allSettled(work));
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === "rejected") {
        const { reason: cause } = outcome;
        throw new UnfinishedRunError(
          `Tool ${quote(calls[index]?.name ?? "")} failed: ${messageOf(cause)}`,
          this.#state.progress ?? { interaction },
          { cause },
        );
      }
    }
    return this.#known();
  }

  async #runCall(
    call: FunctionCallStep,
    place: number,
    context: ToolContext,
    onError: "report" | "throw",
  ): Promise<void> {
    if (this.#results[place] !== undefined) return;
    let result: FunctionResultStep;
    try {
      const output = await this.#execute(call, context);
      // A tool may return its error instead of throwing it.
      if (isError(output)) throw output;
      result = await resultStep(call, output);
    } catch (error) {
      // A tool that stops because its run does has not failed.
      if (context.signal.aborted) return;
      if (onError === "throw") throw error;
      result = errorStep(call, error);
    }
    // Also when the run is over by now: finished work must not be repeated.
    this.#results[place] = result;
    this.#update();
  }

  async #execute(call: FunctionCallStep, context: ToolContext): Promise<unknown> {
    const tool = this.#tools.get(call.name);
    if (tool === undefined) {
      const names = [...this.#tools.keys()].join(", ");
      throw new TypeError(`Unknown function ${quote(call.name)}. Known: ${names}.`);
    }
    // The model writes them: the type is not certain.
    const args: unknown = call.arguments ?? {};
    if (call.unparsed_arguments !== undefined || !isObject(args)) {
      throw new TypeError("The arguments are not a JSON object.");
    }
    return tool.run(args, context);
  }

  #update(): void {
    if (this.#state.progress === undefined) return;
    const { resultPlaces: _, ...progress } = this.#state.progress;
    const results = this.#known();
    const places = [...this.#results.keys()].filter((place) => this.#results[place] !== undefined);
    // With all results, or none, the places are clear without the list.
    const isPartial = results.length > 0 && results.length < this.#calls.length;
    this.#state.progress = { ...progress, results, ...(isPartial ? { resultPlaces: places } : {}) };
  }

  #known(): FunctionResultStep[] {
    return this.#results.filter((result) => result !== undefined);
  }
}

/** The results of a progress, each at the place of its call. */
function placeResults(
  calls: readonly FunctionCallStep[],
  { results, resultPlaces: places }: RunProgress,
): (FunctionResultStep | undefined)[] {
  const placed = Array.from<FunctionResultStep | undefined>({ length: calls.length });
  for (const [index, result] of (results ?? []).entries()) {
    const isOf = (place: number): boolean =>
      placed[place] === undefined && calls[place]?.id === result.call_id;
    const told = places?.[index];
    const place =
      told !== undefined && isOf(told) ? told : calls.findIndex((_, candidate) => isOf(candidate));
    if (calls[place] !== undefined) placed[place] = result;
  }
  return placed;
}

function checkTool(tool: unknown, index: number): void {
  const isTool =
    isObject(tool) && isObject(tool["declaration"]) && typeof tool["run"] === "function";
  if (isTool) return;
  throw new TypeError(
    `tools[${index}] was not made by defineTool. Declarations go into params.tools.`,
  );
}

// Runs the function calls of an interaction, all at the same time, and keeps their results. A call is
// known by its id, name and arguments: when the service repeats one, its kept result is sent and the
// tool does not run again. Other arguments under the same id are another call.

import type { FunctionCallStep, FunctionResultStep, Tool } from "../../generated/schema.ts";
import { UnfinishedRunError } from "../model/errors.ts";
import type { RunProgress } from "../model/errors.ts";
import { pendingFunctionCalls } from "../model/output.ts";
import { abortable } from "../util/abort.ts";
import { isObject } from "../util/json.ts";
import { quote } from "../util/printable.ts";
import { errorStep, messageOf, resultStep } from "./function-result.ts";
import type { RunState } from "./run.ts";
import type { DefinedTool, ToolContext } from "./tool.ts";

/** The tools of one run, and the results of the calls that they ran for. */
export class ToolCalls {
  /** What the model is told: these tools, and those that the parameters name. */
  readonly declarations: Tool[];
  readonly #tools: ReadonlyMap<string, DefinedTool>;
  readonly #results = new Map<string, FunctionResultStep>();
  readonly #state: RunState;
  #calls: readonly FunctionCallStep[] = [];

  /** @throws TypeError for two functions of one name */
  constructor(tools: readonly DefinedTool[], others: readonly Tool[], state: RunState) {
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

  /** The calls of the newest interaction; each id once. */
  get waiting(): readonly FunctionCallStep[] {
    return this.#calls;
  }

  /** Takes the calls of a new interaction, and the results that are there. */
  begin(progress: RunProgress): void {
    // The service may repeat a call; one without an id is like no other.
    const calls = pendingFunctionCalls(progress.interaction);
    this.#calls = [...new Map(calls.map((call) => [call.id || call, call])).values()];
    for (const result of progress.results ?? []) {
      const call = this.#calls.find(({ id }) => id === result.call_id);
      if (call !== undefined) this.#results.set(keyOf(call), result);
    }
    this.#state.progress = progress;
    this.#update();
  }

  /**
   * Runs what has no result yet; resolves with all results, in the order of the calls.
   *
   * @throws UnfinishedRunError for a failed call, once the others are done, where errors are thrown
   */
  async run(
    { interaction }: RunProgress,
    onError: "report" | "throw",
  ): Promise<FunctionResultStep[]> {
    const calls = this.#calls;
    const { signal } = this.#state;
    const work = calls.map((call) =>
      this.#runCall(call, { signal, callId: call.id, interaction }, onError),
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
    context: ToolContext,
    onError: "report" | "throw",
  ): Promise<void> {
    const key = keyOf(call);
    if (this.#results.has(key)) return;
    let result: FunctionResultStep;
    try {
      result = resultStep(call, await this.#execute(call, context));
    } catch (error) {
      // A tool that stops because its run does has not failed.
      if (context.signal.aborted) return;
      if (onError === "throw") throw error;
      result = errorStep(call, error);
    }
    // Also when the run is over by now: what a tool has done is not done again.
    this.#results.set(key, result);
    this.#update();
  }

  async #execute(call: FunctionCallStep, context: ToolContext): Promise<unknown> {
    const tool = this.#tools.get(call.name);
    if (tool === undefined) {
      const names = [...this.#tools.keys()].join(", ");
      throw new TypeError(`There is no function ${quote(call.name)}. There are: ${names}.`);
    }
    // Not as typed: it is the model that writes them.
    const args: unknown = call.arguments ?? {};
    if (call.unparsed_arguments !== undefined || !isObject(args)) {
      throw new TypeError("The arguments are not a JSON object.");
    }
    return tool.run(args, context);
  }

  #update(): void {
    const { progress } = this.#state;
    if (progress !== undefined) this.#state.progress = { ...progress, results: this.#known() };
  }

  #known(): FunctionResultStep[] {
    return this.#calls.flatMap((call) => this.#results.get(keyOf(call)) ?? []);
  }
}

function keyOf({ id, name, arguments: args }: FunctionCallStep): string {
  return JSON.stringify([id, name, args]);
}

// Tells hooks of runs: that one starts, its first text, and how it ended. In comes a call with what it
// needs of its client, out goes its promise. A call without a stream is the whole run; a stream gets a
// report, and reports its end itself. Without hooks this is the call alone.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import type { InteractionCalls } from "../http/interactions.ts";
import { notify, readHooks } from "../model/hooks.ts";
import type { Hooks, RunEndRecord, RunRecord } from "../model/hooks.ts";
import type { CallOptions } from "../model/options.ts";
import type { CreateInteractionParams, Interaction } from "../model/types.ts";
import { checkObject } from "../util/check.ts";

/** What calls need of their client, and the hooks to call. */
export interface CallContext {
  readonly calls: InteractionCalls;
  readonly hooks: Hooks;
  /** Absent if no hook follows the run. */
  readonly report?: RunReport | undefined;
}

/** What is known of a run when its call begins. */
export type RunFacts = Pick<RunRecord, "operation" | "stream" | "interactionId"> & {
  readonly params?: CreateInteractionParams;
};

/** Makes a call that is a run, or that opens the stream of one. */
export async function tell<Context extends CallContext, Answer extends { readonly data: unknown }>(
  context: Context,
  { params, ...facts }: RunFacts,
  options: CallOptions,
  call: (context: Context) => Promise<Answer>,
): Promise<Answer> {
  checkObject("Options", options);
  const given = readHooks(context.hooks);
  const { onRunStart, onFirstToken, onRunEnd } = given;
  if (!(onRunStart ?? onFirstToken ?? onRunEnd)) return call({ ...context, hooks: given });
  const own = notify(onRunStart, () => {
    // Types forbid a model beside an agent, and other values than names; hooks get both unchecked.
    const { model, agent } = { ...params } as Pick<RunRecord, "model" | "agent">;
    return { ...facts, model, agent, params: () => params };
  });
  const hooks = { ...given, ...readHooks(own) };
  const calls = own ? context.calls.withHooks(hooks) : context.calls;
  const report =
    (hooks.onFirstToken ?? hooks.onRunEnd) && new RunReport(hooks, facts.interactionId);
  try {
    const answer = await call({ ...context, hooks, calls, report });
    // Without a stream the answer is an interaction.
    if (!facts.stream) report?.end("ended", undefined, answer.data as Interaction);
    return answer;
  } catch (error) {
    report?.end(options.signal?.aborted ? "aborted" : "failed", error);
    throw error;
  }
}

/** What hooks have not yet received of one run. */
export class RunReport {
  #onFirstToken: Hooks["onFirstToken"];
  #onRunEnd: Hooks["onRunEnd"];
  /** What the newest event about the whole run reported. */
  #told: Partial<Interaction> | undefined;

  constructor({ onFirstToken, onRunEnd }: Hooks, interactionId: string | undefined) {
    this.#onFirstToken = onFirstToken;
    this.#onRunEnd = onRunEnd;
    if (interactionId !== undefined) this.#told = { id: interactionId };
  }

  /**
   * An event is delivered.
   *
   * @param reader what finds the model's text in it, while the first is awaited
   */
  see(
    event: InteractionStreamEvent,
    reader: { textOf(event: InteractionStreamEvent): string },
  ): void {
    // Untrusted: it may be anything.
    if ("interaction" in event) this.#told = event.interaction as Partial<Interaction>;
    if (this.#onFirstToken === undefined || reader.textOf(event) === "") return;
    notify(this.#onFirstToken, () => undefined);
    this.#onFirstToken = undefined;
  }

  /**
   * The run has ended, or is no longer followed. Only the first end counts.
   *
   * @param kept the interaction as the call returned it, or as its stream keeps it
   */
  end(
    outcome: RunEndRecord["outcome"],
    error: unknown,
    kept: Partial<Interaction> | undefined = this.#told,
  ): void {
    const hook = this.#onRunEnd;
    // Before it is called: a hook may abort, which is an end too.
    this.#onRunEnd = undefined;
    notify(hook, () => {
      const { id, status, usage } = { ...kept };
      return { outcome, error, interactionId: id, status, usage, interaction: () => kept };
    });
  }
}

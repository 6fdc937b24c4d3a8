// Model runs that are longer than one request may be: the service stops with `requires_continuation` and a
// token, and continues when the token is sent back. This sends it, and merges the interactions into one.
// Each hop is billed with its input, which is why nothing continues by itself, and why every loop here
// has a bound.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { callOptionNames } from "../model/options.ts";
import type { StreamOptions } from "../model/options.ts";
import type { CreateInteractionParams, Interaction } from "../model/types.ts";
import { checkObject, checkOptionNames } from "../util/check.ts";
import type { RunProgress } from "./errors.ts";
import { Hops } from "./hops.ts";
import { createTurn, InteractionRun } from "./run.ts";
import type { InteractionCreator, RunItem, RunItemOf, RunState } from "./run.ts";

/** Options of {@link createWithContinuation}; stream options apply to each create. */
export interface ContinuationOptions extends StreamOptions {
  /**
   * Largest number of creates in this run, including those after a checkpoint.
   *
   * @defaultValue 10
   */
  maxHops?: number | undefined;
  /**
   * Continues from here: `progress` of an earlier call, or `{ interaction }` with any interaction that
   * has status `requires_continuation`.
   *
   * @defaultValue begins with `input`
   */
  from?: RunProgress | undefined;
}

// A function: bundlers would keep an object that is made of another one, in programs without a loop too.
function optionNames(): Readonly<Record<keyof ContinuationOptions, true>> {
  return {
    ...callOptionNames,
    maxHops: true,
    from: true,
  };
}

/**
 * Creates an interaction and, as long as it ends with `requires_continuation` and a new token, continues
 * it with another one. Await the run for all of them merged into one. Iterate over it for each of them, or
 * with `stream: true` for the events of all. `progress.interactionIds` lists their ids.
 *
 * The service may report a token before the end of a stream: a checkpoint. A stream that is cut after a
 * checkpoint, without content since, continues from it at once, at most three times in a row without
 * progress. A stream that is cut elsewhere is resumed like any other.
 *
 * Background runs and agents do not need this: the service continues by itself, and bills the input once.
 *
 * @throws UnfinishedRunError when anything fails after the first interaction or checkpoint, when a hop
 * without new content asks to continue, and after `maxHops`
 */
export function createWithContinuation<Stream extends boolean | undefined = undefined>(
  client: InteractionCreator,
  params: CreateInteractionParams & { stream?: Stream },
  options: ContinuationOptions = {},
): InteractionRun<RunItemOf<Stream>> {
  // They are checked when the run begins.
  const { signal } = { ...options };
  return new InteractionRun((state) => loop(client, params, options, state), signal);
}

async function* loop(
  client: InteractionCreator,
  params: CreateInteractionParams,
  runOptions: ContinuationOptions,
  state: RunState,
): AsyncGenerator<RunItem, Interaction, undefined> {
  checkObject("Options", runOptions);
  checkOptionNames(runOptions, optionNames());
  const { from, maxHops = 10, ...callOptions } = runOptions;
  if (!(maxHops >= 1)) throw new TypeError(`maxHops must be 1 or more, got ${maxHops}.`);
  const hops = new Hops(params, state, from);
  const options = { ...callOptions, resume: resumeOf(callOptions), signal: state.signal };
  for (let count = 0; ; count += 1) {
    const request = hops.next();
    if ("finished" in request) return request.finished;
    if (count >= maxHops) {
      throw new Error(`The run is not complete after ${maxHops} hops (maxHops).`);
    }
    const receive = (hop: Interaction): void => hops.receive(hop);
    const see = (event: InteractionStreamEvent): void => hops.see(event);
    try {
      yield* createTurn(client, request.params, options, receive, see);
    } catch (error) {
      if (state.signal.aborted || !hops.survive(error)) throw error;
    }
  }
}

/** A stream that is cut right after a checkpoint is continued from there, and not resumed. */
function resumeOf({ resume }: StreamOptions): StreamOptions["resume"] {
  if (resume === false) return false;
  return { ...(typeof resume === "object" ? resume : {}), stopAtCheckpoint: true };
}

// A model run that is longer than one request may be: the service stops with `requires_continuation`
// and a token, and goes on when it is sent the token. This sends it, for as long as it comes, and merges
// the interactions into one. Each hop is billed with its input; that is why nothing does it by itself.

import type { InteractionStreamEvent, Step, Usage } from "../../generated/schema.ts";
import type { RunProgress } from "./errors.ts";
import type { StreamOptions } from "../model/options.ts";
import { stepsOf } from "../model/output.ts";
import type { CreateInteractionParams, Interaction } from "../model/types.ts";
import { isObject, pick } from "../util/json.ts";
import { createTurn, InteractionRun } from "./run.ts";
import type { InteractionCreator, RunItem, RunState } from "./run.ts";

/** Options of {@link createWithContinuation}; those of a stream count for each create. */
export interface ContinuationOptions extends StreamOptions {
  /**
   * Goes on from here: `progress` of an earlier call, or `{ interaction }` with any interaction that
   * has status `requires_continuation`.
   *
   * @defaultValue begins with `input`
   */
  from?: RunProgress | undefined;
}

/**
 * Creates an interaction and, as long as it ends with `requires_continuation` and a new token, goes
 * on with another one. Await it for all of them merged into one; iterate over it for each as it
 * comes, or with `stream: true` for the events of all. Background runs and agents need none of this:
 * the service goes on by itself.
 *
 * @throws UnfinishedRunError when anything fails after the first interaction
 */
export function createWithContinuation(
  client: InteractionCreator,
  params: CreateInteractionParams & { stream: true },
  options?: ContinuationOptions,
): InteractionRun<InteractionStreamEvent>;
export function createWithContinuation(
  client: InteractionCreator,
  params: CreateInteractionParams & { stream?: false },
  options?: ContinuationOptions,
): InteractionRun<Interaction>;
export function createWithContinuation(
  client: InteractionCreator,
  params: CreateInteractionParams,
  options?: ContinuationOptions,
): InteractionRun<RunItem>;
export function createWithContinuation(
  client: InteractionCreator,
  params: CreateInteractionParams,
  options: ContinuationOptions = {},
): InteractionRun<RunItem> {
  return new InteractionRun((state) => loop(client, params, options, state), options.signal);
}

async function* loop(
  client: InteractionCreator,
  params: CreateInteractionParams,
  { from, ...callOptions }: ContinuationOptions,
  state: RunState,
): AsyncGenerator<RunItem, Interaction, undefined> {
  const options = { ...callOptions, signal: state.signal };
  state.progress = from;
  const receive = (hop: Interaction): void => {
    const before = state.progress?.interaction;
    state.progress = { interaction: before === undefined ? hop : merge(before, hop) };
  };
  let sent: string | undefined;
  for (;;) {
    const interaction = state.progress?.interaction;
    const token = interaction && tokenOf(interaction);
    // The same token again would bring the same again.
    if (interaction !== undefined && (token === undefined || token === sent)) return interaction;
    sent = token;
    const request = interaction === undefined ? params : nextHop(params, interaction);
    yield* createTurn(client, request, options, receive);
  }
}

function tokenOf({ status, continuation_token: token }: Interaction): string | undefined {
  return status === "requires_continuation" && token ? token : undefined;
}

/** A stored interaction holds its input; any other is told it again. */
function nextHop(
  params: CreateInteractionParams,
  { id, continuation_token: token = "" }: Interaction,
): CreateInteractionParams {
  if (params.store === false || id === "") return { ...params, continuation_token: token };
  const { input: _, ...rest } = params;
  return { ...rest, continuation_token: token, previous_interaction_id: id };
}

/**
 * What was there and the newest hop as one interaction, which goes by the id and status of the hop.
 * Both are untrusted, and the run is billed already: what they lack must not fail it.
 */
function merge(before: Interaction, hop: Interaction): Interaction {
  const { continuation_token: _, outputs: _before, ...first } = before;
  // What the run was asked, and when, the first hop knows.
  const { input: _input, created: _at, previous_interaction_id: _id, outputs: _hop, ...last } = hop;
  const usage = addUsage(before.usage, hop.usage);
  // Steps that the service sent, as it sent them.
  const steps = [...stepsOf(before), ...withoutRepeatedInput(stepsOf(hop))] as unknown as Step[];
  return { ...first, ...last, steps, ...(usage ? { usage } : {}) };
}

/** Without the leading input steps, which a hop repeats when it was read by id. */
function withoutRepeatedInput<Item extends { readonly type?: unknown }>(
  steps: readonly Item[],
): readonly Item[] {
  const start = steps.findIndex(({ type }) => type !== "user_input");
  return start === -1 ? [] : steps.slice(start);
}

/** The sums of all counters; only the initial input is that of the first hop. */
function addUsage(before: Usage | undefined, hop: Usage | undefined): Usage | undefined {
  if (!before || !hop) return before || hop;
  return { ...addCounts({ ...before }, { ...hop }), ...pick(before, "initial_input_tokens") };
}

type Counts = Record<string, unknown>;

/** Adds numbers by name, and lists of counters by their `modality` or `type`. */
function addCounts(left: Counts, right: Counts): Counts {
  const sum = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = sum[key];
    if (typeof before === "number" && typeof value === "number") sum[key] = before + value;
    else if (Array.isArray(before) && Array.isArray(value)) sum[key] = addLists(before, value);
    else sum[key] = value;
  }
  return sum;
}

function addLists(left: readonly unknown[], right: readonly unknown[]): unknown[] {
  const sums = [...left];
  for (const item of right) {
    const label = labelOf(item);
    const index = sums.findIndex((known) => label !== undefined && labelOf(known) === label);
    const known = sums[index];
    if (isObject(known) && isObject(item)) sums[index] = addCounts(known, item);
    else sums.push(item);
  }
  return sums;
}

function labelOf(item: unknown): unknown {
  return isObject(item) ? (item["modality"] ?? item["type"]) : undefined;
}

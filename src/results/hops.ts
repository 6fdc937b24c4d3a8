// The hops of a continued run: what the next create sends, and the result of each. A token continues from
// where it was reported, so whatever came after it is generated again: the steps up to the newest token are
// kept beside those that were delivered.

import type { InteractionStreamEvent, Step } from "../../generated/schema.ts";
import { accumulate } from "../model/accumulate.ts";
import { readErrorReport } from "../model/error-report.ts";
import { InteractionStreamError, StreamInterruptedError } from "../model/errors.ts";
import { stepsOf } from "../model/output.ts";
import type { CreateInteractionParams, Interaction } from "../model/types.ts";
import { isFilled } from "../util/json.ts";
import type { RunCheckpoint, RunProgress } from "./errors.ts";
import { merge } from "./merge.ts";
import type { RunState } from "./run.ts";

/** Most creates in a row from checkpoints without anything new; the official client allows as many. */
const maxIdleCuts = 3;

/** What is known of a run over its hops; `state.progress` has all that another process needs. */
export class Hops {
  readonly #params: CreateInteractionParams;
  readonly #state: RunState;
  /** Tokens of finished interactions that were sent: a repeated one would repeat the same part. */
  readonly #sent = new Set<string>();
  /** Where the hop that is under way began. */
  #start: RunCheckpoint | undefined;
  /** The events of that hop, and its newest checkpoint. */
  #events: InteractionStreamEvent[] = [];
  #checkpoint: RunCheckpoint | undefined;
  #idleCuts = 0;
  #isStuck = false;

  constructor(params: CreateInteractionParams, state: RunState, from: RunProgress | undefined) {
    this.#params = params;
    this.#state = state;
    state.progress = from;
  }

  /**
   * What the next create sends, or the merged interaction if nothing follows.
   *
   * @throws Error when a hop produced nothing, and the service asks for another one
   */
  next(): { params: CreateInteractionParams } | { finished: Interaction } {
    const { progress } = this.#state;
    this.#events = [];
    this.#checkpoint = undefined;
    this.#start = progress && startOf(progress);
    if (progress === undefined) return { params: this.#params };
    if (this.#isStuck) {
      throw new Error("The service asks to continue, but the last hop produced nothing new.");
    }
    const token = this.#start?.token;
    const isKnown =
      token !== undefined && progress.checkpoint === undefined && this.#sent.has(token);
    if (this.#start === undefined || token === undefined || isKnown) {
      return { finished: progress.interaction };
    }
    this.#sent.add(token);
    return { params: nextHop(this.#params, this.#start) };
  }

  /** Takes note of an event of the hop under way. */
  see(event: InteractionStreamEvent): void {
    this.#events.push(event);
    if (event.event_type !== "interaction.status_update") return;
    // The spec has the member, but its type has not been checked.
    const { continuation_token: token }: { continuation_token?: unknown } = event;
    if (!isFilled(token)) return;
    const interaction = accumulate(this.#events);
    const before = this.#start?.steps ?? [];
    this.#checkpoint = {
      token,
      interactionId: interaction.id,
      steps: [...before, ...stepsIn(interaction)],
    };
  }

  /** Takes the interaction that a hop ended with. */
  receive(hop: Interaction): void {
    this.#idleCuts = 0;
    this.#isStuck =
      this.#start !== undefined && tokenOf(hop) !== undefined && ownSteps(hop).length === 0;
    this.#state.progress = this.#progressWith(hop);
  }

  /**
   * Keeps what arrived of a stream that was cut, if there is a checkpoint in or before it. Returns whether
   * the run continues from the checkpoint at once: nothing came since, and there are tries left.
   */
  survive(error: unknown): boolean {
    if (!isCut(error) || this.#params.background === true) return false;
    const checkpoint = this.#checkpoint ?? this.#start;
    if (checkpoint === undefined) return false;
    const hop = accumulate(this.#events);
    const { interaction, ...rest } = this.#progressWith(hop);
    this.#state.progress = {
      ...rest,
      interaction: { ...interaction, continuation_token: checkpoint.token },
      checkpoint,
    };
    const fresh = stepsIn(hop);
    const delivered = [...(this.#start?.steps ?? []), ...fresh];
    if (JSON.stringify(delivered) !== JSON.stringify(checkpoint.steps)) return false;
    this.#idleCuts = fresh.length > 0 ? 1 : this.#idleCuts + 1;
    return this.#idleCuts <= maxIdleCuts;
  }

  #progressWith(hop: Interaction): RunProgress {
    const { progress } = this.#state;
    const ids = progress?.interactionIds ?? (progress ? [progress.interaction.id] : []);
    const interactionIds = [...ids, hop.id].filter(isFilled);
    if (progress === undefined || this.#start === undefined)
      return { interaction: hop, interactionIds };
    // What came after the checkpoint has been generated again by now.
    const before = { ...progress.interaction, steps: [...this.#start.steps] };
    return { interaction: merge(before, hop), interactionIds };
  }
}

/** Where a progress continues; `undefined` where it is finished. */
function startOf({ interaction, checkpoint }: RunProgress): RunCheckpoint | undefined {
  if (checkpoint !== undefined) return checkpoint;
  const token = tokenOf(interaction);
  if (token === undefined) return undefined;
  return { token, interactionId: interaction.id, steps: stepsIn(interaction) };
}

/** Steps that the service sent, as it sent them. */
function stepsIn(interaction: Interaction): Step[] {
  return stepsOf(interaction) as unknown as Step[];
}

function tokenOf({ status, continuation_token: token }: Interaction): string | undefined {
  return status === "requires_continuation" && token ? token : undefined;
}

/** A stored interaction contains its input; for any other it is sent again. */
function nextHop(
  params: CreateInteractionParams,
  { token, interactionId: id }: RunCheckpoint,
): CreateInteractionParams {
  if (params.store === false || !isFilled(id)) return { ...params, continuation_token: token };
  const { input: _, ...rest } = params;
  return { ...rest, continuation_token: token, previous_interaction_id: id };
}

function ownSteps(hop: Interaction): readonly unknown[] {
  return stepsOf(hop).filter(({ type }) => type !== "user_input");
}

/** Whether a stream lost its connection, or the service says that it is unavailable for a moment. */
function isCut(error: unknown): boolean {
  if (error instanceof StreamInterruptedError) return true;
  return (
    error instanceof InteractionStreamError && readErrorReport({ code: error.code }).isTransient
  );
}

// The errors of runs over several interactions and of typed output, and the progress that a failed run
// leaves. Progress is JSON data: what decides how a run continues is a member of it, so that it may wait
// in a database and continue in another process.

import type { FunctionResultStep, Step } from "../../generated/schema.ts";
import { InteractionsError } from "../model/errors.ts";
import type { Interaction } from "../model/types.ts";

/** A place from which the service continues a run, with what had been produced until there. */
export interface RunCheckpoint {
  /** What the next create sends as `continuation_token`. */
  readonly token: string;
  /** Id of the interaction that reported the token; empty with `store: false`. */
  readonly interactionId: string;
  /** The steps until there. What came after them is generated again. */
  readonly steps: readonly Step[];
}

/** How far a run over several interactions has come, as JSON data: what `from` takes to continue. */
export interface RunProgress {
  /**
   * The newest interaction that was received whole; of `createWithContinuation` all of them merged, with
   * what came of one that was cut.
   */
  readonly interaction: Interaction;
  /**
   * Results of its function calls that are there already: these calls are not run again.
   *
   * @defaultValue none
   */
  readonly results?: readonly FunctionResultStep[] | undefined;
  /**
   * Whose results these are, as places in `pendingFunctionCalls(interaction)`: two calls may have the
   * same id, or none.
   *
   * @defaultValue found by `call_id`, in order
   */
  readonly resultPlaces?: readonly number[] | undefined;
  /**
   * What was sent before the interaction's own steps; only where the service keeps no history.
   *
   * @defaultValue the `input` of the parameters
   */
  readonly history?: readonly Step[] | undefined;
  /** Ids of all interactions that `createWithContinuation` has merged, in their order. */
  readonly interactionIds?: readonly string[] | undefined;
  /** Where `createWithContinuation` continues a stream that was cut. */
  readonly checkpoint?: RunCheckpoint | undefined;
}

/**
 * A run over several interactions, by `runTools` or `createWithContinuation`, failed after the first
 * of them. `cause` is what failed. Calling the same function with `from: error.progress` goes on
 * without losing, or running again, what is there.
 */
export class UnfinishedRunError extends InteractionsError {
  static override readonly kind: string = "/UnfinishedRunError";
  /** Pass it as `from` to go on. */
  readonly progress: RunProgress;

  constructor(what: string, progress: RunProgress, options?: ErrorOptions) {
    const sentence = what.replace(/[^.!?…]$/, "$&.");
    super(`${sentence} Call it again with from: error.progress to go on.`, options);
    this.progress = progress;
  }

  /** The newest interaction that was received whole; `pendingFunctionCalls` lists its calls. */
  get interaction(): Interaction {
    return this.progress.interaction;
  }
}

/** The model still calls functions after `maxTurns` interactions. The last calls have not been run. */
export class MaxTurnsError extends UnfinishedRunError {
  static override readonly kind: string = "/UnfinishedRunError/MaxTurnsError";
}

/** One thing that does not fit a schema. */
export interface SchemaIssue {
  /** What the schema says of it. */
  readonly message: string;
  /** Where it is, from the outside in; empty for the value as a whole. */
  readonly path: readonly PropertyKey[];
}

/** What an {@link OutputParseError} carries beside its message. */
export interface OutputParseFacts {
  readonly reason: "cut off" | "no JSON" | "does not fit";
  readonly text: string;
  readonly issues: readonly SchemaIssue[];
  readonly interaction: Interaction;
}

/** The output is not what the schema of `defineOutput` says. */
export class OutputParseError extends InteractionsError {
  static override readonly kind: string = "/OutputParseError";
  /**
   * `cut off`: the JSON breaks off, or the run did not complete. `no JSON`: it completed, and said
   * something else. `does not fit`: it is JSON; see `issues`.
   */
  readonly reason: "cut off" | "no JSON" | "does not fit";
  /** What the model wrote. */
  readonly text: string;
  /** What does not fit; empty when there was no JSON to look at. */
  readonly issues: readonly SchemaIssue[];
  /** The interaction that was to be parsed. */
  readonly interaction: Interaction;

  constructor(message: string, facts: OutputParseFacts) {
    super(message);
    this.reason = facts.reason;
    this.text = facts.text;
    this.issues = facts.issues;
    this.interaction = facts.interaction;
  }
}

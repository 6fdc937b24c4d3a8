// The errors of runs over several interactions and of typed output, and the progress that a failed run
// leaves. Progress is JSON data with all that is needed to continue, so that it can wait in a database
// and continue in another process.

import type { FunctionResultStep, Step } from "../../generated/schema.ts";
import { InteractionsError } from "../model/errors.ts";
import type { Interaction } from "../model/types.ts";

/** A point from which the service continues a run, with what had been produced by then. */
export interface RunCheckpoint {
  /** The `continuation_token` of the next create. */
  readonly token: string;
  /** Id of the interaction that reported the token; empty with `store: false`. */
  readonly interactionId: string;
  /** The steps up to this point. Whatever came after them is generated again. */
  readonly steps: readonly Step[];
}

/** How far a run over several interactions has come, as JSON data: pass it as `from` to continue. */
export interface RunProgress {
  /**
   * The newest complete interaction. For `createWithContinuation` all of them merged, with what arrived
   * of one that was cut.
   */
  readonly interaction: Interaction;
  /**
   * Results of its function calls so far: these calls are not run again.
   *
   * @defaultValue none
   */
  readonly results?: readonly FunctionResultStep[] | undefined;
  /**
   * For each result the place of its call in `pendingFunctionCalls(interaction)`, since two calls may
   * have the same id, or none.
   *
   * @defaultValue found by `call_id`, in order
   */
  readonly resultPlaces?: readonly number[] | undefined;
  /**
   * What was sent before the interaction's own steps; only if the service does not keep the history.
   *
   * @defaultValue the `input` of the parameters
   */
  readonly history?: readonly Step[] | undefined;
  /** Ids of all interactions that `createWithContinuation` has merged, in order. */
  readonly interactionIds?: readonly string[] | undefined;
  /** Where `createWithContinuation` continues a stream that was cut. */
  readonly checkpoint?: RunCheckpoint | undefined;
}

/**
 * A run of `runTools` or `createWithContinuation` failed after its first interaction. `cause` is the
 * failure. Call the same function with `from: error.progress` to continue without losing or repeating
 * finished work.
 */
export class UnfinishedRunError extends InteractionsError {
  static override readonly kind: string = "/UnfinishedRunError";
  /** Pass it as `from` to continue. */
  readonly progress: RunProgress;

  constructor(what: string, progress: RunProgress, options?: ErrorOptions) {
    const sentence = what.replace(/[^.!?…]$/, "$&.");
    super(`${sentence} Call it again with from: error.progress to continue.`, options);
    this.progress = progress;
  }

  /** The newest complete interaction; `pendingFunctionCalls` lists its calls. */
  get interaction(): Interaction {
    return this.progress.interaction;
  }
}

/** The model still calls functions after `maxTurns` interactions. Its last calls were not run. */
export class MaxTurnsError extends UnfinishedRunError {
  static override readonly kind: string = "/UnfinishedRunError/MaxTurnsError";
}

/** One thing that does not fit a schema. */
export interface SchemaIssue {
  /** The schema's message. */
  readonly message: string;
  /** Path to the value, outermost key first; empty for the whole value. */
  readonly path: readonly PropertyKey[];
}

/** What an {@link OutputParseError} carries beside its message. */
export interface OutputParseFacts {
  readonly reason: "cut off" | "no JSON" | "does not fit";
  readonly text: string;
  readonly issues: readonly SchemaIssue[];
  readonly interaction: Interaction;
}

/** The output does not match the schema of `defineOutput`. */
export class OutputParseError extends InteractionsError {
  static override readonly kind: string = "/OutputParseError";
  /**
   * `cut off`: the JSON breaks off, or the run did not complete. `no JSON`: the run completed with other
   * text, or none. `does not fit`: the JSON does not match the schema; see `issues`.
   */
  readonly reason: "cut off" | "no JSON" | "does not fit";
  /** What the model wrote. */
  readonly text: string;
  /** Where the JSON does not match; empty when there was no JSON. */
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

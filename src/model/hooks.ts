// What hooks receive during calls, for logs and traces: plain records without header values, bodies
// or credentials. Calling a hook never fails the call that it reports. A record may be logged
// whole, so content is behind functions, which JSON leaves out.

import type { Usage } from "../../generated/schema.ts";
import type { CreateInteractionParams, Interaction } from "./types.ts";
import { memberOf } from "../util/thrown.ts";

/** Passed to `onRunStart`: a call starts a run, or follows one to its end. */
export interface RunRecord {
  /** The method that was called; `get` only with `stream: true`. */
  readonly operation: "create" | "get" | "resume" | "waitForCompletion";
  /** Whether events are streamed. */
  readonly stream: boolean;
  /** The interaction that is followed; absent for `create`. */
  readonly interactionId?: string | undefined;
  /** The model of a create; absent for an agent, and when an existing run is followed. */
  readonly model?: string | undefined;
  /** The agent of a create; absent for a model, and when an existing run is followed. */
  readonly agent?: string | undefined;
  /** Returns the parameters of `create`, content included; `undefined` for other operations. */
  readonly params: () => CreateInteractionParams | undefined;
}

/** Passed to `onRequest`: one attempt is about to be sent. */
export interface RequestRecord {
  /** The HTTP method. */
  readonly method: string;
  /** Where it is sent. */
  readonly url: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Names of the headers; their values may be secrets. */
  readonly headerNames: readonly string[];
}

/** Passed to `onResponse`: one attempt got a response. */
export interface ResponseRecord {
  /** The HTTP method. */
  readonly method: string;
  /** Where it was sent. */
  readonly url: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** The HTTP status. */
  readonly status: number;
  /** Names of the response headers. */
  readonly headerNames: readonly string[];
  /** From sending to the end of the body, or to the headers of a stream, in milliseconds. */
  readonly durationMs: number;
}

/** Passed to `onRequestError`: one attempt failed, without a complete response. */
export interface RequestErrorRecord {
  /** The HTTP method. */
  readonly method: string;
  /** Where it was sent, or would have been. */
  readonly url: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** A `ConnectionError`, `TimeoutError` or `CredentialsError`, or the reason of an abort. */
  readonly error: unknown;
}

/** Passed to `onRetry`: a call is about to be repeated. */
export interface RetryRecord {
  /** The HTTP method. */
  readonly method: string;
  /** Where it is sent. */
  readonly url: string;
  /** The attempt that failed. */
  readonly attempt: number;
  /** Pause before the next one, in milliseconds. */
  readonly delayMs: number;
  /** Why the attempt failed. */
  readonly reason: string;
}

/** Passed to `onReconnect`: a stream whose connection ended is about to reconnect. */
export interface ReconnectRecord {
  /** 1 for the first reconnect since something new arrived. */
  readonly attempt: number;
  /** What ended the connection before. */
  readonly reason: string;
  /** The event after which the stream continues; `undefined` if no event had an id. */
  readonly lastEventId: string | undefined;
}

/** Passed to `onRunEnd`, once for each run that started: the call is over. */
export interface RunEndRecord {
  /**
   * How the call ended. `ended`: normally; `status` says how the run ended. `failed`: with `error`.
   * `aborted`: by a signal or `abort()`; `error` is the reason. `left`: the consumer left the loop.
   */
  readonly outcome: "ended" | "failed" | "aborted" | "left";
  /** The error, or the reason of the abort. */
  readonly error: unknown;
  /** The interaction's id, if known; empty with `store: false`. */
  readonly interactionId: string | undefined;
  /** The newest known status: a background run may continue. */
  readonly status: string | undefined;
  /**
   * The tokens of the run, if the service had reported them when the stream ended. Usage that
   * `finalInteraction()` reads afterwards is not included.
   */
  readonly usage: Usage | undefined;
  /**
   * Returns the interaction as far as it is known, content included. For a stream that is what was
   * delivered; with `accumulate: false`, what the newest event about the whole interaction contained.
   */
  readonly interaction: () => Partial<Interaction> | undefined;
}

/**
 * Functions for logs and traces. Errors that a hook throws are ignored. A run is a call of `create`,
 * `resume`, `waitForCompletion`, or of `get` with `stream: true`. A stream ends with its last read, an
 * abort, or when its loop is left; a stream that nobody reads does not end.
 */
export interface Hooks {
  /**
   * A call starts a run, or begins to follow one. The hooks that it returns, if any, replace the client's
   * hooks of the same names for this run only, so that a log or a trace can distinguish runs.
   */
  onRunStart?: ((record: RunRecord) => Hooks | void) | undefined;
  /** A stream delivers the first text of the model. */
  onFirstToken?: (() => void) | undefined;
  /** A run has ended, or is no longer followed: once for each `onRunStart`. */
  onRunEnd?: ((record: RunEndRecord) => void) | undefined;
  /** An attempt is about to be sent. */
  onRequest?: ((record: RequestRecord) => void) | undefined;
  /** An attempt got a response, whatever the status. */
  onResponse?: ((record: ResponseRecord) => void) | undefined;
  /** An attempt failed without a complete response. */
  onRequestError?: ((record: RequestErrorRecord) => void) | undefined;
  /** A call is about to be repeated. */
  onRetry?: ((record: RetryRecord) => void) | undefined;
  /** A stream is about to reconnect. */
  onReconnect?: ((record: ReconnectRecord) => void) | undefined;
}

/** The names of {@link Hooks}. */
export const hookNames: Readonly<Record<keyof Hooks, true>> = {
  onRunStart: true,
  onFirstToken: true,
  onRunEnd: true,
  onRequest: true,
  onResponse: true,
  onRequestError: true,
  onRetry: true,
  onReconnect: true,
};

/**
 * The hooks of an object that may be anything: one whose member throws when it is read, or is not a
 * function, is left out, because a log that fails must not fail the call.
 */
export function readHooks(hooks: unknown): Hooks {
  const names = Object.keys(hookNames);
  const members = names.map((name) => [name, memberOf(hooks, name)] as const);
  // Object.fromEntries forgets which names there were.
  return Object.fromEntries(members.filter(([, hook]) => typeof hook === "function"));
}

/** Calls a hook, if there is one; a log that fails must not fail the call. */
export function notify<HookRecord, Result>(
  hook: ((record: HookRecord) => Result) | undefined,
  describe: () => HookRecord,
): Result | undefined {
  if (hook === undefined) return undefined;
  try {
    const result = hook(describe());
    // An async hook fits the type as well; its rejection would end the process.
    Promise.resolve(result).catch(() => undefined);
    return result;
  } catch {
    // A failing hook must not fail the call.
    return undefined;
  }
}

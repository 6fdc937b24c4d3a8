// The error classes of calls, streams and waits, with the facts they carry as readonly fields; those of
// tools and typed output are in results/. Messages are made where the errors are thrown. Text from outside
// has been through the client's `clean` before it gets here.

import type { ErrorDetail } from "../../generated/schema.ts";
import { isOfKind, markKind } from "../util/kinds.ts";
import type { Interaction } from "./types.ts";

/**
 * Base of every error this library makes; `instanceof` holds across copies of the package. An abort is
 * the exception: it rejects with the signal's own `reason`. Wrong arguments are plain `TypeError`s,
 * thrown before anything is sent.
 */
export abstract class InteractionsError extends Error {
  /** Path of classes from below this one: with it copies of the package recognise each other's errors. */
  static readonly kind: string = "";
  override name: string;

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.kind.split("/").at(-1) || "InteractionsError";
    markKind(this, new.target);
  }

  /** True also for an error that another copy of this package has made. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(this, value);
  }
}

/** What an {@link ApiError} carries beside its message. */
export interface ApiErrorFacts {
  readonly status: number;
  readonly code?: string | undefined;
  readonly details?: readonly ErrorDetail[] | undefined;
  readonly retryDelayMs?: number | undefined;
  readonly requestId?: string | undefined;
  readonly body?: unknown;
  readonly quota?: Quota | undefined;
}

/** A quota that a call went over. */
export interface Quota {
  /** The period it is counted for; `undefined` when the service does not say. */
  readonly period: "second" | "minute" | "hour" | "day" | "month" | undefined;
  /** How much the service allows per period. */
  readonly limit: number | undefined;
  /** What is counted, such as `generativelanguage.googleapis.com/generate_content_requests`. */
  readonly metric: string | undefined;
}

/** The service answered with an HTTP status outside 2xx. */
export class ApiError extends InteractionsError {
  static override readonly kind: string = "/ApiError";
  /** HTTP status; 0 for a redirect that the runtime hides. */
  readonly status: number;
  /** The service's own code, such as `invalid_request` or `RESOURCE_EXHAUSTED`. */
  readonly code: string | undefined;
  /** `google.rpc` details, with the camelCase keys of the wire; empty when there are none. */
  readonly details: readonly ErrorDetail[];
  /** How long the service asks to wait, in milliseconds, from `RetryInfo` or `Retry-After`. */
  readonly retryDelayMs: number | undefined;
  /** The service's id of the request, when it sent one. */
  readonly requestId: string | undefined;
  /**
   * The body: parsed JSON, or its text (at most 1 MiB), or `undefined` when it was empty. The
   * client's own credentials in it are replaced by `[redacted]`.
   */
  readonly body: unknown;

  constructor(message: string, facts: ApiErrorFacts, options?: ErrorOptions) {
    super(message, options);
    this.status = facts.status;
    this.code = facts.code;
    this.details = facts.details ?? [];
    this.retryDelayMs = facts.retryDelayMs;
    this.requestId = facts.requestId;
    this.body = facts.body;
  }
}

/** Status 400: the request is wrong, or its content was blocked. */
export class BadRequestError extends ApiError {
  static override readonly kind: string = "/ApiError/BadRequestError";
}

/** Status 401, or 400 for an API key that is not valid: no valid credentials. */
export class AuthenticationError extends ApiError {
  static override readonly kind: string = "/ApiError/AuthenticationError";
}

/** Status 403: the credentials do not allow this. */
export class PermissionDeniedError extends ApiError {
  static override readonly kind: string = "/ApiError/PermissionDeniedError";
}

/** Status 404: no such interaction, model or method. */
export class NotFoundError extends ApiError {
  static override readonly kind: string = "/ApiError/NotFoundError";
}

/** Status 429: too many requests or tokens; see `retryDelayMs` and `quota`. */
export class RateLimitError extends ApiError {
  static override readonly kind: string = "/ApiError/RateLimitError";
  /**
   * The quota that was exceeded, if the service names it. A daily quota does not free up in a moment, so
   * such a call is not repeated.
   */
  readonly quota: Quota | undefined;

  constructor(message: string, facts: ApiErrorFacts, options?: ErrorOptions) {
    super(message, facts, options);
    this.quota = facts.quota;
  }
}

/** Status 5xx. */
export class ServerError extends ApiError {
  static override readonly kind: string = "/ApiError/ServerError";
}

/** What a {@link ConnectionError} or a {@link TimeoutError} carries beside its message. */
export interface ConnectionErrorOptions extends ErrorOptions {
  readonly mayHaveBeenAccepted: boolean;
  /** @defaultValue `true` */
  readonly isTransient?: boolean | undefined;
}

/** No complete response arrived: the network failed, or `fetch` refused to send the request. */
export class ConnectionError extends InteractionsError {
  static override readonly kind: string = "/ConnectionError";
  /**
   * Whether the request may have reached the service. If `true`, repeating a create may start, and
   * bill, a second run.
   */
  readonly mayHaveBeenAccepted: boolean;
  /** Whether trying again may help; `false` when `fetch` refused its arguments. */
  readonly isTransient: boolean;

  constructor(
    message: string,
    { mayHaveBeenAccepted, isTransient = true, ...options }: ConnectionErrorOptions,
  ) {
    super(message, options);
    this.mayHaveBeenAccepted = mayHaveBeenAccepted;
    this.isTransient = isTransient;
  }
}

/**
 * The credential could not be fetched: nothing was sent. Only the text of the original error is kept,
 * since google-auth-library's error contains the token request with the refresh token.
 */
export class CredentialsError extends InteractionsError {
  static override readonly kind: string = "/CredentialsError";
  /** Whether trying again may help; `false` without a credential, or with a revoked one. */
  readonly isTransient: boolean;

  constructor(message: string, { isTransient }: { isTransient: boolean }) {
    super(message);
    this.isTransient = isTransient;
  }
}

/** One attempt took longer than `timeoutMs`. */
export class TimeoutError extends InteractionsError {
  static override readonly kind: string = "/TimeoutError";
  /** Whether the request may have reached the service; `false` while the credential was fetched. */
  readonly mayHaveBeenAccepted: boolean;

  constructor(
    message: string,
    { mayHaveBeenAccepted = true, ...options }: Partial<ConnectionErrorOptions> = {},
  ) {
    super(message, options);
    this.mayHaveBeenAccepted = mayHaveBeenAccepted;
  }
}

/** A 2xx response that is not the service's: another content type, or broken JSON. */
export class ResponseParseError extends InteractionsError {
  static override readonly kind: string = "/ResponseParseError";
  /** HTTP status of the response. */
  readonly status: number;
  /** The beginning of the body, at most 1 kB. */
  readonly body: string;

  constructor(message: string, facts: { status: number; body: string }, options?: ErrorOptions) {
    super(message, options);
    this.status = facts.status;
    this.body = facts.body;
  }
}

/** What a {@link StreamInterruptedError} carries beside its message. */
export interface StreamInterruptedFacts {
  readonly reason: string;
  readonly interactionId?: string | undefined;
  readonly lastEventId?: string | undefined;
  readonly cursor?: string | undefined;
  readonly snapshot?: Interaction | undefined;
  readonly interaction?: Interaction | undefined;
  readonly resumable?: boolean | undefined;
}

/** The stream broke and could not be resumed. Everything that arrived before was delivered. */
export class StreamInterruptedError extends InteractionsError {
  static override readonly kind: string = "/StreamInterruptedError";
  /** What ended the stream, as text. */
  readonly reason: string;
  /** The interaction that was streaming, once the service has named it. */
  readonly interactionId: string | undefined;
  /** The newest event id among the delivered events. */
  readonly lastEventId: string | undefined;
  /** Where to continue, with `client.resume(cursor)`; absent when the run has no id. */
  readonly cursor: string | undefined;
  /** The interaction as far as it was delivered; absent with `accumulate: false`. */
  readonly snapshot: Interaction | undefined;
  /** The stored interaction, when it was read but contradicts what was delivered. */
  readonly interaction: Interaction | undefined;
  /** Whether resuming later may succeed: the run is stored, and nothing contradicts it. */
  readonly resumable: boolean;

  constructor(message: string, facts: StreamInterruptedFacts, options?: ErrorOptions) {
    super(message, options);
    this.reason = facts.reason;
    this.interactionId = facts.interactionId;
    this.lastEventId = facts.lastEventId;
    this.cursor = facts.cursor;
    this.snapshot = facts.snapshot;
    this.interaction = facts.interaction;
    this.resumable = facts.resumable ?? false;
  }
}

/** The run itself reported an error, and its stream ended on it. */
export class InteractionStreamError extends InteractionsError {
  static override readonly kind: string = "/InteractionStreamError";
  /** The service's code, such as `gateway_timeout`. */
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }
}

/**
 * `waitForCompletion` reached its deadline while the run was still in progress. If the last poll failed,
 * its error is the `cause`.
 */
export class WaitTimeoutError extends InteractionsError {
  static override readonly kind: string = "/WaitTimeoutError";
  /** The interaction as the last successful poll returned it; absent when none succeeded. */
  readonly interaction: Interaction | undefined;

  constructor(message: string, interaction: Interaction | undefined, options?: ErrorOptions) {
    super(message, options);
    this.interaction = interaction;
  }
}

// Which failures pass: the same request, or another connection, may succeed in a moment. Takes an error or
// a status. Retries, waits and the recovery of streams go by it.

import { isLongQuota } from "./error-report.ts";
import {
  ApiError,
  ConnectionError,
  CredentialsError,
  RateLimitError,
  ResponseParseError,
  TimeoutError,
} from "./errors.ts";

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Whether the same request may succeed in a moment. */
export function isTransientStatus(status: number): boolean {
  return transientStatuses.has(status);
}

/**
 * Whether a failure says nothing about the run: the network, a gateway, a time limit, a quota that is
 * free again in a moment. Waits and stream recovery count it as a failed attempt, and continue.
 */
export function isPassingFailure(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof CredentialsError) {
    return error.isTransient;
  }
  if (error instanceof RateLimitError && isLongQuota(error.quota)) return false;
  if (error instanceof ApiError) return isTransientStatus(error.status);
  return error instanceof TimeoutError || error instanceof ResponseParseError;
}

/** How long the service asked to wait before another try, in milliseconds. */
export function serverDelayMs(error: unknown): number | undefined {
  return error instanceof ApiError ? error.retryDelayMs : undefined;
}

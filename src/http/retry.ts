// When a call is made again, and when never. Takes one call and how it is sent; returns the answer to
// the last attempt or throws its failure. The rule behind it: what may have started a run is not sent
// twice, because the second run would be billed too.

import { ConnectionError, CredentialsError, TimeoutError } from "../model/errors.ts";
import { isPassingFailure, isTransientStatus } from "../model/passing-failure.ts";
import { notify } from "../model/hooks.ts";
import { retryOptionNames } from "../model/options.ts";
import type { RetryOptions } from "../model/options.ts";
import { checkOptionNames } from "../util/check.ts";
import { backoffMs, delay } from "../util/delay.ts";
import type { Backoff } from "../util/delay.ts";
import { parseJson } from "../util/json.ts";
import { wordsOf } from "../util/thrown.ts";
import type { Answer } from "./answer.ts";
import { fetchAttempt } from "./attempt.ts";
import type { AttemptOptions } from "./attempt.ts";
import { mayHaveStarted } from "./call.ts";
import type { Call } from "./call.ts";
import { isLongQuota, readErrorReport, readQuota, readRetryDelay } from "../model/error-report.ts";

/** Longest delay the service may ask for, in milliseconds; above it the error carries the delay. */
export const maxServerDelayMs = 60_000;
/** Shortest pause after an answer that asks for one, in milliseconds: `Retry-After: 0` must not cause a storm. */
const minServerDelayMs = 50;

/** {@link RetryOptions} with their defaults. */
export interface RetryPolicy extends Backoff {
  readonly maxRetries: number;
  readonly create: "safe" | "always";
}

/** How long pauses between tries are; the same for retries and reconnects. */
export function resolveBackoff(retry: RetryOptions | false | undefined): Backoff {
  const { baseDelayMs = 500, maxDelayMs = 8_000 } = retry || {};
  checkRetryNumbers({ baseDelayMs, maxDelayMs });
  return { baseDelayMs, maxDelayMs };
}

/** How calls are repeated. */
export function resolveRetry(retry: RetryOptions | false | undefined): RetryPolicy {
  if (retry !== undefined && retry !== false) checkOptionNames(retry, retryOptionNames, "retry.");
  const { maxRetries = 3, create = "safe" } = retry || {};
  checkRetryNumbers({ maxRetries });
  if (create !== "safe" && create !== "always") {
    throw new TypeError(`retry.create must be "safe" or "always", got ${JSON.stringify(create)}.`);
  }
  return { ...resolveBackoff(retry), maxRetries: retry === false ? 0 : maxRetries, create };
}

// NaN, as Number() makes of a missing variable, would mean retries without end.
function checkRetryNumbers(numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (!(value >= 0)) throw new TypeError(`retry.${name} must be 0 or more, got ${value}.`);
  }
}

/** How one call is sent. */
export interface Passing extends AttemptOptions {
  readonly retry: RetryPolicy;
}

/** Makes a call, and makes it again while that is safe and may help. */
export async function fetchWithRetry(call: Call, passing: Passing): Promise<Answer> {
  const { method, url } = call;
  const { retry: policy, hooks } = passing;
  for (let count = 1; ; count++) {
    const isLast = count > policy.maxRetries;
    let reason: string;
    let delayMs = backoffMs(count - 1, policy);
    try {
      const answer = await fetchAttempt(call, passing, count);
      if (isLast || !mayRepeatAnswer(call, answer, policy)) return answer;
      const report = readErrorReport(parseJson(answer.text));
      if (answer.status === 429 && isLongQuota(readQuota(report))) return answer;
      const askedMs = readRetryDelay(report, answer.headers);
      if (askedMs !== undefined && askedMs > maxServerDelayMs) return answer;
      if (askedMs !== undefined) delayMs = Math.max(askedMs || delayMs, minServerDelayMs);
      reason = `status ${answer.status}`;
    } catch (error) {
      notify(hooks.onRequestError, () => ({ method, url, attempt: count, error }));
      if (isLast || !mayRepeatFailure(call, error, policy)) throw error;
      reason = wordsOf(error);
    }
    notify(hooks.onRetry, () => ({ method, url, attempt: count, delayMs, reason }));
    await delay(delayMs, call.signal);
  }
}

function mayRepeatAnswer(call: Call, { status }: Answer, { create }: RetryPolicy): boolean {
  return isTransientStatus(status) && (create === "always" || !mayHaveStarted(call, status));
}

function mayRepeatFailure({ starts }: Call, error: unknown, { create }: RetryPolicy): boolean {
  if (error instanceof CredentialsError) return isPassingFailure(error);
  if (!(error instanceof ConnectionError || error instanceof TimeoutError)) return false;
  const isSafe = starts === "nothing" || create === "always" || !error.mayHaveBeenAccepted;
  return isSafe && isPassingFailure(error);
}

import { backoffMs, delay } from "../util/delay.ts";
import { readRetryDelay } from "./api-error.ts";
import { ConnectionError, TimeoutError } from "../model/errors.ts";
import { parseJson } from "../util/json.ts";
import { notify } from "../model/hooks.ts";
import type { Hooks } from "../model/hooks.ts";
import type { RetryPolicy } from "../model/options.ts";
import { canRepeat, isCreate, isForegroundModel, repeat } from "./call.ts";

/** Longest delay the service may ask for, in milliseconds; above it the error carries the delay. */
export const maxServerDelayMs = 60_000;

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Whether the same request may succeed in a moment. */
export function isTransientStatus(status: number): boolean {
  return transientStatuses.has(status);
}

/** Sends a request, and sends it anew while that is safe and may help. */
export async function sendWithRetry(
  request: Request,
  send: (request: Request, attempt: number) => Promise<Response>,
  policy: RetryPolicy,
  hooks: Hooks,
): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    const isLast = attempt > policy.maxRetries || !canRepeat(request);
    let failure: Failure;
    try {
      const response = await send(attempt === 1 ? request : repeat(request), attempt);
      if (isLast || !isRepeatable(request, response, policy)) return response;
      failure = response;
    } catch (error) {
      const isFailure = error instanceof ConnectionError || error instanceof TimeoutError;
      if (isLast || !isFailure || !isRepeatable(request, error, policy)) throw error;
      failure = error;
    }
    const askedMs = failure instanceof Response ? await askedDelayMs(failure) : undefined;
    if (askedMs !== undefined && askedMs > maxServerDelayMs && failure instanceof Response)
      return failure;
    const delayMs = askedMs ?? backoffMs(attempt - 1, policy);
    const reason = failure instanceof Response ? `status ${failure.status}` : failure.message;
    const { method, url } = request;
    notify(hooks.onRetry, () => ({ method, url, attempt, delayMs, reason }));
    await delay(delayMs, request.signal);
  }
}

/** What may pass: an answer with a transient status, or none. */
type Failure = Response | ConnectionError | TimeoutError;

function isRepeatable(request: Request, failure: Failure, { create }: RetryPolicy): boolean {
  if (failure instanceof Response) {
    const { status } = failure;
    return isTransientStatus(status) && (create === "always" || !mayHaveStarted(request, status));
  }
  const isSafe = !isCreate(request) || create === "always";
  // A create that may have arrived may be running, and billed, already.
  return isSafe || (failure instanceof ConnectionError && !failure.mayHaveBeenAccepted);
}

/**
 * Whether the request is a create that may have started a run although it was answered with this
 * transient status. 503 says that nothing runs, but of a background run or an agent.
 */
export function mayHaveStarted(request: Request, status: number): boolean {
  if (!isCreate(request) || status === 429) return false;
  return isTransientStatus(status) && !(status === 503 && isForegroundModel(request));
}

async function askedDelayMs(response: Response): Promise<number | undefined> {
  // The answer may be the one that is returned in the end: its body is read from a copy.
  return readRetryDelay(response.headers, parseJson(await response.clone().text()));
}

import { backoffMs, delay } from "./delay.ts";
import { readRetryDelay } from "./error-body.ts";
import { ConnectionError } from "./errors.ts";
import { isObject, parseJson } from "./json.ts";
import { notify } from "./hooks.ts";
import type { Hooks } from "./hooks.ts";
import type { RetryPolicy } from "./options.ts";
import { bodyOf, canRepeat, isCreate, repeat } from "./request.ts";

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
    let failure: Response | ConnectionError;
    try {
      const response = await send(attempt === 1 ? request : repeat(request), attempt);
      if (isLast || !isRepeatable(request, response, policy)) return response;
      failure = response;
    } catch (error) {
      if (isLast || !(error instanceof ConnectionError) || !isRepeatable(request, error, policy))
        throw error;
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

function isRepeatable(
  request: Request,
  failure: Response | ConnectionError,
  { create }: RetryPolicy,
): boolean {
  const isSafe = !isCreate(request) || create === "always";
  if (failure instanceof Response) {
    const { status } = failure;
    return isSafe
      ? isTransientStatus(status)
      : status === 429 || (status === 503 && isForegroundModel(request));
  }
  // A create that may have arrived may be running, and billed, already.
  return isSafe || !failure.mayHaveBeenAccepted;
}

/** Whether a 503 means that nothing runs: a background run or an agent may have been started. */
function isForegroundModel(request: Request): boolean {
  const body = parseJson(bodyOf(request) ?? "");
  return isObject(body) && body["background"] !== true && body["agent"] === undefined;
}

async function askedDelayMs(response: Response): Promise<number | undefined> {
  // The answer may be the one that is returned in the end: its body is read from a copy.
  return readRetryDelay(response.headers, parseJson(await response.clone().text()));
}

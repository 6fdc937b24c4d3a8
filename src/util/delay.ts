/** What `setTimeout` can count to, in milliseconds; anything above would fire at once. */
export const maxTimerMs = 2_147_483_647;

/**
 * Waits, unless the signal aborts first: then it rejects at once with the signal's reason.
 *
 * @param ms milliseconds
 */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const onTime = (): void => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    };
    const timer = setTimeout(onTime, Math.min(ms, maxTimerMs));
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

/** How pauses grow. */
export interface Pacing {
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

/**
 * A random pause before the next try, in milliseconds: up to the base, doubled for every try before
 * up to the maximum. Full jitter, so that many clients do not come back in step.
 *
 * @param tries how many came before, from 0
 */
export function backoffMs(tries: number, { baseDelayMs, maxDelayMs }: Pacing): number {
  return Math.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** tries);
}

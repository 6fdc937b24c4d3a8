/**
 * Makes a controller abort when a signal does, with the same reason.
 *
 * @returns lets the signal go; without it a long-lived signal keeps every controller alive
 */
export function followSignal(
  controller: AbortController,
  signal: AbortSignal | null | undefined,
): () => void {
  if (!signal) return () => undefined;
  if (signal.aborted) controller.abort(signal.reason);
  const onAbort = (): void => controller.abort(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  return () => signal.removeEventListener("abort", onAbort);
}

/** A signal for something that may take only so long; `release` ends the wait for it. */
export interface LimitedSignal {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** A signal that follows another one, and aborts with this reason when the time is up. */
export function limitSignal(
  outer: AbortSignal | undefined,
  ms: number,
  reason: () => unknown,
): LimitedSignal {
  const controller = new AbortController();
  const unfollow = followSignal(controller, outer);
  const timer = setTimeout(() => controller.abort(reason()), ms);
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      unfollow();
    },
  };
}

/** Settles like the promise, unless the signal aborts first: then it rejects at once, with its reason. */
export function abortable<T>(signal: AbortSignal | undefined, promise: Promise<T>): Promise<T> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

/**
 * Runs one call under a signal of its own, and lets the caller's go when the call is over: a
 * `Request` never does, so that a signal used for many calls would gather their listeners.
 */
export async function withSignal<T>(
  signal: AbortSignal,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const controller = new AbortController();
  const unfollow = followSignal(controller, signal);
  try {
    return await abortable(controller.signal, call(controller.signal));
  } finally {
    unfollow();
  }
}

// Waiting, and how long to wait before another try. Time comes from the global `setTimeout`, so that
// fake timers reach it, and every wait ends at once when its signal aborts.

import { abortReason, onAbort } from "./abort.ts";
import { maxTimerMs } from "./check.ts";

/**
 * Waits, unless the signal aborts first: then it rejects at once with the signal's reason.
 *
 * @param ms milliseconds
 */
export function delay(ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        cleanup();
        resolve();
      },
      Math.min(ms, maxTimerMs),
    );
    const cleanup = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal && abortReason(signal));
    });
  });
}

/** Settles like the promise; with `undefined` when that takes longer than so many milliseconds. */
export function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.min(ms, maxTimerMs), undefined);
    const cleanup = (): void => clearTimeout(timer);
    void promise.then(resolve, reject).finally(cleanup);
  });
}

/**
 * The pause after a poll, in milliseconds: it grows by half with each poll. A part of it is random,
 * so that many waiting clients do not poll in step.
 *
 * @param polls how many came before the newest one, from 0
 */
export function pollDelayMs(polls: number, firstMs = 2_000, maxMs = 10_000): number {
  return Math.min(maxMs, firstMs * 1.5 ** polls) * (0.75 + Math.random() / 4);
}

/** How pauses between two tries grow. */
export interface Backoff {
  readonly baseDelayMs: number;
  readonly maxDelayMs: number;
}

/**
 * A random pause before the next try, in milliseconds: up to the base, doubled for every try before
 * up to the maximum. Full jitter, so that many clients do not come back in step.
 *
 * @param tries how many came before, from 0
 */
export function backoffMs(tries: number, { baseDelayMs, maxDelayMs }: Backoff): number {
  return Math.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** tries);
}

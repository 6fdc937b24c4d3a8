import { vi } from "vitest";

/** Runs the fake timers until the promise settles, this far at a time, and answers like it. */
export async function settle<Value>(promise: Promise<Value>, stepMs = 500): Promise<Value> {
  const outcome = { isSettled: false };
  void promise
    .catch(() => undefined)
    .finally(() => {
      outcome.isSettled = true;
    });
  while (!outcome.isSettled) await vi.advanceTimersByTimeAsync(stepMs);
  return promise;
}

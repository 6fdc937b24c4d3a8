import { delay } from "./delay.ts";
import { TimeoutError, WaitTimeoutError } from "./errors.ts";
import type { InteractionCalls } from "./interactions.ts";
import type { CallOptions } from "./options.ts";
import { isTerminal } from "./status.ts";
import type { Interaction } from "./types.ts";

/** How `waitForCompletion` waits. */
export interface WaitOptions extends CallOptions {
  /**
   * Pause after the first poll, in milliseconds; it grows by half each time. Up to a quarter of each
   * pause is left out at random.
   *
   * @defaultValue 2_000
   */
  pollIntervalMs?: number | undefined;
  /**
   * Longest pause between two polls, in milliseconds.
   *
   * @defaultValue 10_000, or `pollIntervalMs` when that is more
   */
  maxPollIntervalMs?: number | undefined;
  /**
   * Longest time for the whole wait, in milliseconds.
   *
   * @defaultValue 3_600_000, one hour: the longest research run
   */
  timeoutMs?: number | undefined;
  /** Called with what every poll answered, the last one included. */
  onStatus?: ((interaction: Interaction) => void) | undefined;
  /**
   * Also cancels the run when `signal` aborts: best effort, and never instead of the abort.
   *
   * @defaultValue `false`: the run goes on at the service
   */
  cancelOnAbort?: boolean | undefined;
}

/** Longest time for one poll, in milliseconds. */
const pollTimeoutMs = 30_000;
/** Longest time an abort waits for the cancel it asked for, in milliseconds. */
const cancelTimeoutMs = 5_000;

/** Polls until the run needs nobody any more, or the deadline passes. */
export async function waitForCompletion(
  calls: Pick<InteractionCalls, "get" | "cancel">,
  id: string,
  options: WaitOptions,
): Promise<Interaction> {
  const { pollIntervalMs = 2_000, timeoutMs = 3_600_000 } = options;
  const { maxPollIntervalMs = Math.max(10_000, pollIntervalMs) } = options;
  const { onStatus, cancelOnAbort, ...call } = options;
  const deadline = Date.now() + timeoutMs;
  const left = (): number => Math.max(deadline - Date.now(), 1);
  let last: Interaction | undefined;
  let endsAtDeadline = false;
  try {
    for (let interval = pollIntervalMs; ; interval *= 1.5) {
      endsAtDeadline = left() <= pollTimeoutMs;
      const poll = { ...call, timeoutMs: endsAtDeadline ? left() : pollTimeoutMs };
      last = (await calls.get(id, {}, poll)).data;
      onStatus?.(last);
      if (isTerminal(last.status)) return last;
      // A part of the pause is random, so that many waiting clients do not poll in step.
      const pause = Math.min(interval, maxPollIntervalMs) * (0.75 + Math.random() / 4);
      // No poll at the deadline itself: it would have no time left for its answer.
      const isLast = pause >= left();
      await delay(Math.min(pause, left()), options.signal);
      if (isLast) throw timedOut(id, last, timeoutMs);
    }
  } catch (error) {
    if (options.signal?.aborted && cancelOnAbort === true) await cancel(calls, id, call);
    if (error instanceof TimeoutError && endsAtDeadline) throw timedOut(id, last, timeoutMs);
    throw error;
  }
}

function timedOut(id: string, last: Interaction | undefined, timeoutMs: number): WaitTimeoutError {
  return new WaitTimeoutError(
    `Interaction ${JSON.stringify(id)} is still ${last?.status ?? "unanswered"} after ${timeoutMs} ms. ` +
      "It keeps running: waitForCompletion() again, or cancel() it.",
    last,
  );
}

async function cancel(
  calls: Pick<InteractionCalls, "cancel">,
  id: string,
  call: CallOptions,
): Promise<void> {
  // A limit for all of it: `timeoutMs` would not count the time that fetching a token takes.
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), cancelTimeoutMs);
  // The caller learns of the abort, whatever becomes of the cancel.
  await calls
    .cancel(id, { ...call, timeoutMs: cancelTimeoutMs, signal: limit.signal })
    .catch(() => undefined);
  clearTimeout(timer);
}

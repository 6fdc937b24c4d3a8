import { limitSignal } from "../util/abort.ts";
import { delay, maxTimerMs } from "../util/delay.ts";
import { NotFoundError, WaitTimeoutError } from "../model/errors.ts";
import type { InteractionCalls } from "./operations.ts";
import type { CallOptions } from "../model/options.ts";
import { quote } from "../util/printable.ts";
import { isTerminal } from "../model/output.ts";
import type { Interaction } from "../model/types.ts";

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
/** Right after create the stored run may lag behind. */
const maxEarly404s = 3;
/** Longest time an abort waits for the cancel it asked for, in milliseconds. */
const cancelTimeoutMs = 5_000;

/** Polls until the run needs nobody any more, or the deadline passes. */
export async function waitForCompletion(
  calls: Pick<InteractionCalls, "get" | "cancel">,
  id: string,
  options: WaitOptions,
  /** How often the run may not be found before it was ever seen. */
  early404s: number = maxEarly404s,
): Promise<Interaction> {
  const { pollIntervalMs = 2_000, timeoutMs = 3_600_000 } = options;
  const { maxPollIntervalMs = Math.max(10_000, pollIntervalMs) } = options;
  const { onStatus, cancelOnAbort, signal: outer, ...call } = options;
  // One limit for polls, their retries and the pauses.
  const expired = new Error("The deadline of waitForCompletion has passed.");
  const { signal, release } = limitSignal(outer, Math.min(timeoutMs, maxTimerMs), () => expired);
  const poll = { ...call, signal, timeoutMs: pollTimeoutMs };
  let last: Interaction | undefined;
  let missed = 0;
  try {
    for (let interval = pollIntervalMs; ; interval *= 1.5) {
      const seen = await calls.get(id, {}, poll).catch((error: unknown) => {
        missed += 1;
        const isEarly = error instanceof NotFoundError && last === undefined;
        if (!isEarly || missed > early404s) throw error;
      });
      if (seen !== undefined) {
        last = seen.data;
        onStatus?.(last);
        if (isTerminal(last.status)) return last;
      }
      // A part of the pause is random, so that many waiting clients do not poll in step.
      const pause = Math.min(interval, maxPollIntervalMs) * (0.75 + Math.random() / 4);
      await delay(pause, signal);
    }
  } catch (error) {
    if (outer?.aborted && cancelOnAbort === true) await cancelQuietly(calls, id, call);
    throw error === expired ? timedOut(id, last, timeoutMs) : error;
  } finally {
    release();
  }
}

function timedOut(id: string, last: Interaction | undefined, timeoutMs: number): WaitTimeoutError {
  return new WaitTimeoutError(
    `Interaction ${quote(id)} is still ${last?.status ?? "unanswered"} after ${timeoutMs} ms. ` +
      "It keeps running: waitForCompletion() again, or cancel() it.",
    last,
  );
}

/** Cancels a run on behalf of an abort: within limits, and whatever comes of it. */
export async function cancelQuietly(
  calls: Pick<InteractionCalls, "cancel">,
  id: string,
  call: CallOptions,
): Promise<void> {
  // A limit for all of it: `timeoutMs` would not count the time that fetching a token takes.
  const { signal, release } = limitSignal(undefined, cancelTimeoutMs, () => undefined);
  // The caller learns of the abort, whatever becomes of the cancel.
  await calls.cancel(id, { ...call, timeoutMs: cancelTimeoutMs, signal }).catch(() => undefined);
  release();
}

// Waiting for a run by polling it. Takes an id, resolves with the interaction once its status is
// terminal. The patience is that of the deadline: whatever says nothing about the run (a gateway's
// page, a lost connection, a limit) is a missed poll, and only an answer about the run ends the wait.

import type { InteractionCalls } from "../http/interactions.ts";
import { WaitTimeoutError } from "../model/errors.ts";
import type { CallOptions } from "../model/options.ts";
import { isTerminal } from "../model/output.ts";
import type { Interaction } from "../model/types.ts";
import { abortable, limitSignal } from "../util/abort.ts";
import { checkDuration, checkOptionNames } from "../util/check.ts";
import { delay, pollDelayMs } from "../util/delay.ts";
import { cleanText, quote } from "../util/printable.ts";
import { maxEarly404s, Poller } from "./poller.ts";

/** How `waitForCompletion` polls, and for how long. */
export interface WaitOptions extends CallOptions {
  /**
   * Pause after the first poll, in milliseconds; it grows by half each time. Up to a quarter of each
   * pause is left out at random. A longer delay that the service asks for is obeyed.
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
   * Longest time for the whole wait, in milliseconds; each poll has 30 s of it.
   *
   * @defaultValue 3_600_000, one hour: the longest research run
   */
  timeoutMs?: number | undefined;
  /**
   * Called with the interaction that each poll returned, the last one included. A promise that it
   * returns is awaited; an error that it throws, or rejects with, ends the wait.
   */
  onStatus?: ((interaction: Interaction) => unknown) | undefined;
  /**
   * Also cancels the run when `signal` aborts: best effort, and never instead of the abort.
   *
   * @defaultValue `false`: the run continues at the service
   */
  cancelOnAbort?: boolean | undefined;
}

const waitOptionNames: Readonly<Record<keyof WaitOptions, true>> = {
  signal: true,
  timeoutMs: true,
  headers: true,
  retry: true,
  fetch: true,
  pollIntervalMs: true,
  maxPollIntervalMs: true,
  onStatus: true,
  cancelOnAbort: true,
};

/** Longest time for one poll, in milliseconds. */
const pollTimeoutMs = 30_000;
/** Longest time an abort waits for the cancel it asked for, in milliseconds. */
const cancelTimeoutMs = 5_000;

/**
 * Polls until the interaction has a terminal status, or the deadline passes.
 *
 * @param early404s how often the run may not be found before it was ever seen
 */
export async function waitForCompletion(
  calls: Pick<InteractionCalls, "get" | "cancel">,
  id: string,
  options: WaitOptions,
  early404s: number = maxEarly404s,
): Promise<Interaction> {
  checkOptionNames(options, waitOptionNames);
  const { pollIntervalMs = 2_000, timeoutMs = 3_600_000 } = options;
  const { maxPollIntervalMs = Math.max(10_000, pollIntervalMs) } = options;
  for (const [name, ms] of Object.entries({ pollIntervalMs, maxPollIntervalMs, timeoutMs })) {
    checkDuration(name, ms);
  }
  const { signal: outer, headers, retry, fetch } = options;
  // One limit for polls, their retries, the pauses and the callback.
  const expired = new Error("The deadline of waitForCompletion has passed.");
  const { signal, release } = limitSignal(outer, timeoutMs, () => expired);
  const call = { headers, retry, fetch, signal, timeoutMs: pollTimeoutMs };
  const poller = new Poller(calls, id, call, early404s);
  try {
    for (let polls = 0; ; polls++) {
      const found = await poller.look();
      if (found !== undefined) {
        await abortable(signal, async () => options.onStatus?.(found));
        if (isTerminal(found.status)) return found;
      }
      const pauseMs = pollDelayMs(polls, pollIntervalMs, maxPollIntervalMs);
      await delay(Math.max(pauseMs, poller.askedMs), signal);
    }
  } catch (error) {
    if (outer?.aborted && options.cancelOnAbort === true) {
      await cancelQuietly(calls, id, { headers, retry, fetch });
    }
    throw error === expired ? timedOut(id, poller.last, timeoutMs, poller.failure) : error;
  } finally {
    release();
  }
}

function timedOut(
  id: string,
  last: Interaction | undefined,
  timeoutMs: number,
  cause: unknown,
): WaitTimeoutError {
  return new WaitTimeoutError(
    `Interaction ${quote(id)} is still ${last === undefined ? "unanswered" : cleanText(last.status)} after ${timeoutMs} ms. ` +
      "It keeps running: waitForCompletion() again, or cancel() it.",
    last,
    cause === undefined ? undefined : { cause },
  );
}

/** Cancels a run on behalf of an abort: within limits, and whatever comes of it. */
export async function cancelQuietly(
  calls: Pick<InteractionCalls, "cancel">,
  id: string,
  call: CallOptions,
): Promise<void> {
  // A limit for all of it, retries and their pauses too.
  const { signal, release } = limitSignal(undefined, cancelTimeoutMs, () => undefined);
  // The caller learns of the abort, whatever becomes of the cancel.
  await calls.cancel(id, { ...call, timeoutMs: cancelTimeoutMs, signal }).catch(() => undefined);
  release();
}

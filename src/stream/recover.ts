// Finds the events that follow an interruption: quick reconnects first, then polls of the stored
// interaction with a reconnect now and then, until a deadline. In comes what ended the connection,
// out goes another connection or the rest of the run from the stored interaction. Every failure that
// may pass costs one try; new content starts the count, and the deadline, anew.

import { isPassingFailure, serverDelayMs } from "../http/retry.ts";
import type { InteractionCalls } from "../http/interactions.ts";
import type { EventStreamAnswer } from "../http/send.ts";
import { readRun } from "./wait.ts";
import { ApiError } from "../model/errors.ts";
import { notify } from "../model/hooks.ts";
import type { Hooks } from "../model/hooks.ts";
import type { CallOptions } from "../model/options.ts";
import { isTerminal } from "../model/output.ts";
import type { Interaction } from "../model/types.ts";
import { ReplayMismatch } from "../replay/mismatch.ts";
import type { Position } from "../replay/position.ts";
import { restOf } from "../replay/stored.ts";
import { backoffMs, delay, pollDelayMs } from "../util/delay.ts";
import type { Backoff } from "../util/delay.ts";
import { wordsOf } from "../util/thrown.ts";
import type { Batch } from "./connection.ts";

/** Why a connection is of no more use. */
export interface Fault {
  readonly reason: string;
  readonly cause?: unknown;
  /** The service has no stream for the run: the stored interaction decides. */
  readonly poll?: boolean;
}

/** Where a run goes on: in another connection, or with the rest of its events. */
export type Recovered = { readonly answer: EventStreamAnswer } | { readonly rest: Batch };

/** What recovery needs of the stream and its client. */
export interface RecoveryOptions {
  readonly calls: Pick<InteractionCalls, "get" | "getStream" | "cleaner">;
  readonly position: Position;
  /** How long recovery goes on without new content, in milliseconds; `undefined`: never tried. */
  readonly patienceMs: number | undefined;
  readonly idleTimeoutMs: number;
  readonly backoff: Backoff;
  readonly onReconnect: Hooks["onReconnect"];
  /** How reconnects and polls are sent. */
  readonly call: CallOptions & { readonly signal: AbortSignal };
  /** When the run was created, if this stream did; a young run may not be found yet. */
  readonly createdAt: number | undefined;
}

/** Why a run's events cannot be had any further. */
export class Interruption extends Error {
  readonly resumable: boolean;
  /** The stored interaction, when it was read but cannot be told as the rest of the stream. */
  readonly interaction: Interaction | undefined;

  constructor(
    reason: string,
    options: ErrorOptions & { resumable: boolean; interaction?: Interaction },
  ) {
    super(reason, options);
    this.resumable = options.resumable;
    this.interaction = options.interaction;
  }
}

/** Reconnects in a row that bring nothing new, before polling begins. */
const maxIdleReconnects = 5;
/** While polling, every so many polls a reconnect is tried. */
const pollsPerReconnect = 3;
/** Longest wait for the response to a reconnect, in milliseconds. */
const maxAnswerMs = 30_000;
/** Right after create the stored run may lag behind. */
const maxEarly404s = 3;
/** How long a run counts as young, in milliseconds, unless it brings content before. */
const youngMs = 10_000;

/** Finds the events that follow, for one run; it remembers what it has tried since new content. */
export class Recovery {
  readonly #options: RecoveryOptions;
  /** What ended the first connection since new content came: the reason, should recovery fail. */
  #first: Fault | undefined;
  /** The newest failure of recovery itself. */
  #failure: unknown;
  #progress: number;
  /** How long recovery may go on; the time in which a connection is open, if silent, is none of it. */
  #patienceMs = 0;
  #deadline = 0;
  #reconnects = 0;
  #isPolling = false;
  #polls = 0;
  #early404s = 0;
  #lastConnectAt = Number.NEGATIVE_INFINITY;
  /** Whether a try has failed, for a passing reason, since the newest reconnect. */
  #wasOut = false;
  /** Whether a poll has found the run. */
  #wasSeen = false;

  constructor(options: RecoveryOptions) {
    this.#options = options;
    this.#progress = options.position.progress;
  }

  /**
   * Waits for the events that follow.
   *
   * @throws Interruption when they cannot be had any further
   */
  async next(fault: Fault): Promise<Recovered> {
    const { position, patienceMs } = this.#options;
    const id = position.interactionId;
    const canResume = position.stored && id !== undefined;
    if (!canResume || patienceMs === undefined) {
      throw new Interruption(fault.reason, { cause: fault.cause, resumable: canResume });
    }
    if (this.#first === undefined || position.progress > this.#progress) {
      this.#startOver(fault, patienceMs);
    }
    if (fault.poll === true) this.#isPolling = true;
    const began = Date.now();
    this.#deadline = began + this.#patienceMs;
    try {
      return await this.#search(id, fault.reason);
    } finally {
      this.#patienceMs -= Date.now() - began;
    }
  }

  /** Tries one thing after another, until something is found or the deadline has passed. */
  async #search(id: string, firstReason: string): Promise<Recovered> {
    const { signal } = this.#options.call;
    let reason = firstReason;
    for (let failure: unknown; ;) {
      if (this.#reconnects >= maxIdleReconnects) this.#isPolling = true;
      await this.#pause(failure);
      const reconnects = !this.#isPolling || this.#isReconnectDue(failure);
      try {
        const found = reconnects ? await this.#reconnect(id, reason) : await this.#poll(id);
        if (found !== undefined) return found;
        failure = undefined;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Interruption) throw error;
        this.#failure = error;
        if (reconnects) this.#noteFailedReconnect(error);
        else this.#noteFailedPoll(error);
        failure = error;
        reason = wordsOf(error);
      }
    }
  }

  #startOver(fault: Fault, patienceMs: number): void {
    this.#first = fault;
    this.#failure = undefined;
    this.#progress = this.#options.position.progress;
    this.#patienceMs = patienceMs;
    this.#reconnects = 0;
    this.#isPolling = false;
    this.#polls = 0;
    this.#early404s = 0;
  }

  /** While polling, the stream is tried now and then, and as soon as an outage is over. */
  #isReconnectDue(failure: unknown): boolean {
    // Where some of it was told from the stored interaction, that tells the rest too.
    if (this.#polls === 0 || this.#options.position.isStored) return false;
    return this.#polls % pollsPerReconnect === 0 || (this.#wasOut && failure === undefined);
  }

  /** Waits before the next try: growing, as long as the service asks, and not past the deadline. */
  async #pause(failure: unknown): Promise<void> {
    const { backoff, call } = this.#options;
    const now = Date.now();
    const askedMs = failure === undefined ? 0 : (serverDelayMs(failure) ?? 0);
    const left = this.#deadline - now;
    if (left <= 0 || askedMs > left) throw this.#giveUp(true);
    let ms: number;
    if (this.#isPolling) ms = this.#polls === 0 ? 0 : pollDelayMs(this.#polls - 1);
    else if (this.#reconnects > 0) ms = backoffMs(this.#reconnects - 1, backoff);
    // The first one after new content is immediate, but a service that closes every connection
    // after one event is not asked more than once a second.
    else ms = this.#lastConnectAt + 2 * backoff.baseDelayMs - now;
    const pauseMs = Math.min(Math.max(ms, askedMs), left);
    if (pauseMs > 0) await delay(pauseMs, call.signal);
  }

  async #reconnect(id: string, reason: string): Promise<Recovered> {
    const { calls, call, idleTimeoutMs, position, onReconnect } = this.#options;
    this.#reconnects += 1;
    this.#polls += this.#isPolling ? 1 : 0;
    this.#wasOut = false;
    this.#lastConnectAt = Date.now();
    const { lastEventId } = position;
    const record = { attempt: this.#reconnects, reason, lastEventId };
    notify(onReconnect, () => record);
    // A service that does not answer for so long has missed this try; the loop makes the next one.
    const timeoutMs = Math.min(idleTimeoutMs, maxAnswerMs);
    const options = { ...call, timeoutMs, retry: false as const };
    const answer = await reattach(position, (query) => calls.getStream(id, query, options));
    return { answer };
  }

  /** One look at the stored interaction: the rest of the run, once it has ended. */
  async #poll(id: string): Promise<Recovered | undefined> {
    const { calls, call } = this.#options;
    this.#polls += 1;
    const stored = await readRun(calls, id, { ...call, retry: false });
    this.#wasSeen = true;
    return isTerminal(stored.status) ? { rest: this.#restOf(stored) } : undefined;
  }

  /** What the stored interaction has beyond what was delivered, as events: all of it, or none. */
  #restOf(interaction: Interaction): Batch {
    const { position } = this.#options;
    try {
      const events = restOf(interaction, position);
      position.startRest();
      return events;
    } catch (cause) {
      if (!(cause instanceof ReplayMismatch)) throw cause;
      const { reason = "" } = this.#first ?? {};
      throw new Interruption(`${reason}; the stored interaction differs from what was streamed`, {
        cause,
        resumable: false,
        interaction,
      });
    }
  }

  #noteFailedReconnect(error: unknown): void {
    if (isPassingFailure(error)) this.#wasOut = true;
    // The service has no stream for the run, or no route to it: the stored run may be there.
    else if (isMissing(error)) this.#isPolling = true;
    else throw this.#giveUp(error instanceof ApiError);
  }

  #noteFailedPoll(error: unknown): void {
    if (isPassingFailure(error)) {
      this.#wasOut = true;
      return;
    }
    const is404 = error instanceof ApiError && error.status === 404;
    this.#early404s += is404 ? 1 : 0;
    if (is404 && this.#isYoung() && this.#early404s <= maxEarly404s) return;
    throw this.#giveUp(error instanceof ApiError && !is404);
  }

  #isYoung(): boolean {
    const { position, createdAt } = this.#options;
    if (this.#wasSeen) return false;
    const isSecondsOld = createdAt !== undefined && Date.now() - createdAt < youngMs;
    return position.isYoung || isSecondsOld;
  }

  #giveUp(resumable: boolean): Interruption {
    const { reason = "", cause } = this.#first ?? {};
    return new Interruption(reason, { cause: this.#failure ?? cause, resumable });
  }
}

/**
 * Asks for a run's events after the newest event id, or from the start where the service refuses
 * the id and the run was read from there; the position then expects them.
 */
export async function reattach<Answer>(
  position: Position,
  ask: (query: { last_event_id?: string }) => Promise<Answer>,
): Promise<Answer> {
  const after = position.lastEventId;
  const fromStart = async (): Promise<Answer> => {
    const answer = await ask({});
    position.startReplay("start");
    return answer;
  };
  if (after === undefined) return fromStart();
  try {
    const answer = await ask({ last_event_id: after });
    position.startReplay("event");
    return answer;
  } catch (error) {
    const isRefused = error instanceof ApiError && error.status === 400;
    if (!isRefused || position.base !== undefined) throw error;
    return fromStart();
  }
}

/** Whether the service has no stream for this run: then it may still have the run. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && [400, 404, 405, 410, 501].includes(error.status);
}

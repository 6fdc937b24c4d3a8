// Finds the events that follow an interruption. In comes what ended the connection, out goes another
// connection or the rest of the run from the stored interaction. A transient failure costs one try; new
// content starts the count, and the deadline, anew.
//
//   interruption ─▶ reconnect, at once, then after growing pauses: five times, or two silences in a row
//                       │ without new content, or the service has no stream for the run
//                       ▼
//                   poll the stored run ─▶ it has ended: the rest of its events (stored.ts)
//                       │    ▲
//                       ▼    │ every third poll, and as soon as an outage is over
//                   reconnect┘            the deadline, or an answer that ends it: Interruption

import { isPassingFailure, serverDelayMs } from "../model/passing-failure.ts";
import type { InteractionCalls } from "../http/interactions.ts";
import type { EventStreamAnswer } from "../http/send.ts";
import { ApiError } from "../model/errors.ts";
import { notify } from "../model/hooks.ts";
import type { Hooks } from "../model/hooks.ts";
import type { CallOptions } from "../model/options.ts";
import { isTerminal } from "../model/output.ts";
import type { Interaction } from "../model/types.ts";
import { ReplayMismatch } from "../replay/mismatch.ts";
import { reattach } from "../replay/reattach.ts";
import type { RunLog } from "../replay/run-log.ts";
import { restOf } from "../replay/stored.ts";
import { Countdown } from "../util/countdown.ts";
import { backoffMs, delay, pollDelayMs } from "../util/delay.ts";
import type { Backoff } from "../util/delay.ts";
import { wordsOf } from "../util/thrown.ts";
import type { Batch } from "./connection.ts";
import { maxEarly404s, Poller } from "./poller.ts";

/** Why a connection is of no more use. */
export interface Fault {
  readonly reason: string;
  readonly cause?: unknown;
  /** The service has no stream for the run: the stored interaction decides. */
  readonly poll?: boolean;
  /** The connection was open and brought nothing. */
  readonly isSilence?: boolean;
  /** The stream ended with `[DONE]`, although no final status was reported (W12). */
  readonly isDone?: boolean;
}

/** Where a run continues: in another connection, or with the rest of its events. */
export type Recovered = { readonly answer: EventStreamAnswer } | { readonly rest: Batch };

/** What recovery needs of the stream and its client. */
export interface RecoveryOptions {
  readonly calls: Pick<InteractionCalls, "get" | "getStream" | "cleaner">;
  readonly log: RunLog;
  /** How long recovery continues without new content, in milliseconds; `undefined`: never tried. */
  readonly patienceMs: number | undefined;
  readonly idleTimeoutMs: number;
  readonly backoff: Backoff;
  readonly onReconnect: Hooks["onReconnect"];
  /** How reconnects and polls are sent. */
  readonly call: CallOptions & { readonly signal: AbortSignal };
  /** Reads the stored run once, within a short limit. */
  readonly look: () => Promise<Interaction>;
  /** When the run was created, if this stream did; a young run may not be found yet. */
  readonly createdAt: number | undefined;
}

/** Why a run's events cannot be had any further. */
export class Interruption extends Error {
  readonly resumable: boolean;
  /** The stored interaction, when it was read but cannot be converted to the rest of the stream. */
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
/** So many silences in a row count as all of these reconnects (W14): each takes minutes. */
const maxSilences = 2;
/** How long a run counts as young, in milliseconds, unless it brings content before. */
const youngMs = 10_000;

/** Finds the events that follow, for one run; it remembers what it has tried since new content. */
export class Recovery {
  readonly #options: RecoveryOptions;
  /** What ended the first connection since new content came: the reason, should recovery fail. */
  #first: Fault | undefined;
  /** The newest failure of recovery itself. */
  #failure: unknown;
  /** How much had been delivered when it began. */
  #mark = 0;
  /** How long recovery may last; time with an open connection does not count. */
  #patience: Countdown | undefined;
  #isOutOfPatience = false;
  #reconnects = 0;
  #silences = 0;
  #isPolling = false;
  #polls = 0;
  #poller: Poller | undefined;
  #lastConnectAt = Number.NEGATIVE_INFINITY;
  /** Whether a try has failed, for a transient reason, since the newest reconnect. */
  #wasOut = false;

  constructor(options: RecoveryOptions) {
    this.#options = options;
  }

  /**
   * Waits for the events that follow.
   *
   * @throws Interruption when they cannot be had any further
   */
  async next(fault: Fault): Promise<Recovered> {
    const { log, patienceMs } = this.#options;
    const id = log.interactionId;
    const canResume = log.stored && id !== undefined;
    if (!canResume || patienceMs === undefined) {
      throw new Interruption(fault.reason, { cause: fault.cause, resumable: canResume });
    }
    if (this.#first === undefined || log.progress > this.#mark) this.#startOver(fault, patienceMs);
    this.#silences = fault.isSilence === true ? this.#silences + 1 : 0;
    if (fault.poll === true || this.#silences >= maxSilences) this.#isPolling = true;
    this.#patience?.start();
    try {
      return await this.#search(id, fault.reason);
    } finally {
      this.#patience?.stop();
    }
  }

  /**
   * One look at a run whose stream ended with `[DONE]` before a final status: the rest of its events, or
   * `over` where the stored run adds nothing, differs, or cannot be read; `undefined` while it runs.
   */
  async look(): Promise<Recovered | "over" | undefined> {
    const { call, log, look } = this.#options;
    try {
      const stored = await look();
      if (!isTerminal(stored.status)) return undefined;
      const rest = restOf(stored, log);
      log.startRest();
      return { rest };
    } catch {
      call.signal.throwIfAborted();
      // Nothing is handed out; `finalInteraction()` takes what was read.
      return "over";
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
        failure = this.#poller?.failure;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof Interruption) throw error;
        failure = error;
        if (reconnects) this.#noteFailedReconnect(error);
        else throw this.#giveUp(error instanceof ApiError && error.status !== 404, error);
      }
      if (failure !== undefined) {
        this.#failure = failure;
        this.#wasOut ||= isPassingFailure(failure);
        reason = wordsOf(failure);
      }
    }
  }

  #startOver(fault: Fault, patienceMs: number): void {
    this.#first = fault;
    this.#failure = undefined;
    this.#mark = this.#options.log.progress;
    this.#patience = new Countdown(patienceMs, () => (this.#isOutOfPatience = true));
    this.#reconnects = 0;
    this.#silences = 0;
    this.#isPolling = false;
    this.#polls = 0;
  }

  /** While polling, the stream is tried now and then, and as soon as an outage is over. */
  #isReconnectDue(failure: unknown): boolean {
    // Where some of it came from the stored interaction, the rest comes from there too.
    if (this.#polls === 0 || this.#options.log.isStored) return false;
    return this.#polls % pollsPerReconnect === 0 || (this.#wasOut && failure === undefined);
  }

  /** Waits before the next try: growing, as long as the service asks, and not past the deadline. */
  async #pause(failure: unknown): Promise<void> {
    const { backoff, call } = this.#options;
    const askedMs = failure === undefined ? 0 : (serverDelayMs(failure) ?? 0);
    const left = this.#isOutOfPatience ? 0 : (this.#patience?.leftMs ?? 0);
    if (left <= 0 || askedMs > left) throw this.#giveUp(true);
    let ms: number;
    if (this.#isPolling) ms = this.#polls === 0 ? 0 : pollDelayMs(this.#polls - 1);
    else if (this.#reconnects > 0) ms = backoffMs(this.#reconnects - 1, backoff);
    // The first one after new content is immediate, but a service that closes every connection
    // after one event is not asked more than once a second.
    else ms = this.#lastConnectAt + 2 * backoff.baseDelayMs - Date.now();
    const pauseMs = Math.min(Math.max(ms, askedMs), left);
    if (pauseMs > 0) await delay(pauseMs, call.signal);
  }

  async #reconnect(id: string, reason: string): Promise<Recovered> {
    const { calls, call, idleTimeoutMs, log, onReconnect } = this.#options;
    this.#reconnects += 1;
    this.#polls += this.#isPolling ? 1 : 0;
    this.#wasOut = false;
    this.#lastConnectAt = Date.now();
    const record = { attempt: this.#reconnects, reason, lastEventId: log.lastEventId };
    notify(onReconnect, () => record);
    // A service that does not answer for so long has missed this try; the loop makes the next one.
    const timeoutMs = Math.min(idleTimeoutMs, maxAnswerMs);
    const options = { ...call, timeoutMs, retry: false as const };
    const answer = await reattach(log, (query) => calls.getStream(id, query, options));
    return { answer };
  }

  /** One look at the stored interaction: the rest of the run, once it has ended. */
  async #poll(id: string): Promise<Recovered | undefined> {
    const { calls, call } = this.#options;
    this.#polls += 1;
    this.#poller ??= new Poller(calls, id, { ...call, retry: false }, maxEarly404s);
    const stored = await this.#poller.look(this.#isYoung());
    if (stored === undefined || !isTerminal(stored.status)) return undefined;
    return { rest: this.#restOf(stored) };
  }

  /** What the stored interaction has beyond what was delivered, as events: all of it, or none. */
  #restOf(interaction: Interaction): Batch {
    const { log } = this.#options;
    try {
      const events = restOf(interaction, log);
      log.startRest();
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
    if (isPassingFailure(error)) return;
    // The service has no stream for the run, or no route to it: the stored run may be there.
    if (isMissing(error)) this.#isPolling = true;
    else throw this.#giveUp(error instanceof ApiError, error);
  }

  #isYoung(): boolean {
    const { log, createdAt } = this.#options;
    return log.progress === 0 || (createdAt !== undefined && Date.now() - createdAt < youngMs);
  }

  #giveUp(resumable: boolean, failure: unknown = this.#failure): Interruption {
    const { reason = "", cause } = this.#first ?? {};
    return new Interruption(reason, { cause: failure ?? cause, resumable });
  }
}

/** Whether the service has no stream for this run: then it may still have the run. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && [400, 404, 405, 410, 501].includes(error.status);
}

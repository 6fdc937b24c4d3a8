// Abort signals: listening to one, following one, putting a time limit on one. Takes the caller's
// signals, which may be of another class than the platform's (jsdom, polyfills): only `aborted`,
// `reason` and the listener methods are used. A signal outlives its calls, so every
// listener must be removed again.

import { maxTimerMs } from "./check.ts";
import { Countdown } from "./countdown.ts";

/** Everything in this library that waits for one signal. */
class AbortListeners {
  readonly #signal: AbortSignal;
  readonly #listeners = new Set<() => void>();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    signal.addEventListener("abort", this.#dispatch);
  }

  add(listener: () => void): void {
    this.#listeners.add(listener);
  }

  delete(listener: () => void): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) this.#stop();
  }

  #stop(): void {
    this.#signal.removeEventListener("abort", this.#dispatch);
    if (listenersOf.get(this.#signal) === this) listenersOf.delete(this.#signal);
  }

  readonly #dispatch = (): void => {
    this.#stop();
    for (const listener of this.#listeners) listener();
  };
}

const listenersOf = new WeakMap<AbortSignal, AbortListeners>();

/**
 * Calls the listener when the signal aborts, or at once if it has. However many calls share one
 * signal, it gets a single event listener: from eleven on, Node would warn of a leak.
 *
 * @returns removes the listener
 */
export function onAbort(signal: AbortSignal | null | undefined, listener: () => void): () => void {
  if (!signal) return () => undefined;
  checkSignal(signal);
  if (signal.aborted) {
    listener();
    return () => undefined;
  }
  let listeners = listenersOf.get(signal);
  if (listeners === undefined) {
    listeners = new AbortListeners(signal);
    listenersOf.set(signal, listeners);
  }
  const own = listeners;
  // A function of its own, so that the same listener can be added twice.
  const entry = (): void => listener();
  own.add(entry);
  return () => own.delete(entry);
}

/** Why the signal aborted. Old polyfills have no `reason`. */
export function abortReason(signal: AbortSignal): unknown {
  if ("reason" in signal) return signal.reason;
  return Object.assign(new Error("This operation was aborted."), { name: "AbortError" });
}

/** Throws the signal's reason if it has aborted, and a TypeError if it is not a signal. */
export function throwIfAborted(signal: AbortSignal | null | undefined): void {
  if (!signal) return;
  checkSignal(signal);
  if (signal.aborted) throw abortReason(signal);
}

function checkSignal(signal: AbortSignal): void {
  if (typeof signal.addEventListener === "function") return;
  throw new TypeError("signal must be an AbortSignal, such as controller.signal.");
}

/**
 * Makes a controller abort when a signal does, with the same reason.
 *
 * @returns stops following; without it a long-lived signal keeps every controller alive
 */
export function followSignal(
  controller: Pick<AbortController, "abort">,
  signal: AbortSignal | null | undefined,
): () => void {
  return onAbort(signal, () => controller.abort(signal && abortReason(signal)));
}

/** A signal with a time limit. */
export interface LimitedSignal {
  readonly signal: AbortSignal;
  /** Stops the timer; the signal keeps following. */
  readonly lift: () => void;
  /** Stops the timer, and following. */
  readonly release: () => void;
}

/**
 * A signal that follows another one, and aborts with this reason when the time is up.
 *
 * @param ms milliseconds; `undefined`, or more than a timer can count, sets no limit
 */
export function limitSignal(
  outer: AbortSignal | null | undefined,
  ms: number | undefined,
  reason: () => unknown,
): LimitedSignal {
  const controller = new AbortController();
  const unfollow = followSignal(controller, outer);
  const isLimited = ms !== undefined && ms <= maxTimerMs;
  const countdown = isLimited ? new Countdown(ms, () => controller.abort(reason())) : undefined;
  countdown?.start();
  const lift = (): void => countdown?.stop();
  return {
    signal: controller.signal,
    lift,
    release() {
      lift();
      unfollow();
    },
  };
}

/**
 * Starts something and settles like it, unless the signal aborts first: then it rejects at once, with the
 * signal's reason. Nothing is started with a signal that has aborted already, or is not one.
 */
export async function abortable<T>(
  signal: AbortSignal | null | undefined,
  start: () => Promise<T>,
): Promise<T> {
  throwIfAborted(signal);
  const promise = start();
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const cleanup = onAbort(signal, () => reject(abortReason(signal)));
    void promise.then(resolve, reject).finally(cleanup);
  });
}

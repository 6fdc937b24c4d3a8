import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import {
  abortable,
  abortReason,
  followSignal,
  limitSignal,
  onAbort,
  throwIfAborted,
} from "../../src/util/abort.ts";

test("many listeners share one event listener, which goes with the last of them", () => {
  const { signal } = new AbortController();
  const cleanups = Array.from({ length: 20 }, () => onAbort(signal, () => undefined));
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  for (const cleanup of cleanups.slice(1)) cleanup();
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  cleanups[0]?.();
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("every listener is called once, in order, and not after its cleanup", () => {
  const controller = new AbortController();
  const log: string[] = [];
  const listener = () => log.push("twice");
  onAbort(controller.signal, () => log.push("first"));
  onAbort(controller.signal, listener);
  onAbort(controller.signal, listener);
  onAbort(controller.signal, () => log.push("never"))();
  controller.abort();
  expect(log).toEqual(["first", "twice", "twice"]);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("a listener that comes after the abort is called at once", () => {
  const listener = vi.fn();
  onAbort(AbortSignal.abort(), listener);
  expect(listener).toHaveBeenCalledOnce();
});

test("a listener added while another one runs on an aborted signal is called at once", () => {
  const controller = new AbortController();
  const late = vi.fn();
  onAbort(controller.signal, () => onAbort(controller.signal, late));
  controller.abort();
  expect(late).toHaveBeenCalledOnce();
});

/** A signal of another make than the platform's, without `reason` and `throwIfAborted`. */
function foreignSignal(): { signal: AbortSignal; abort(): void } {
  const events = new EventTarget();
  const state = { aborted: false };
  const signal = {
    get aborted() {
      return state.aborted;
    },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  };
  return {
    // What is read of a signal is there.
    signal: signal as unknown as AbortSignal,
    abort() {
      state.aborted = true;
      events.dispatchEvent(new Event("abort"));
    },
  };
}

test("a signal of another class is followed, and gets an AbortError for its missing reason", async () => {
  const foreign = foreignSignal();
  const controller = new AbortController();
  followSignal(controller, foreign.signal);
  const pending = abortable(foreign.signal, () => new Promise(() => undefined));
  expect(() => throwIfAborted(foreign.signal)).not.toThrow();
  foreign.abort();
  await expect(pending).rejects.toHaveProperty("name", "AbortError");
  expect(controller.signal.aborted).toBe(true);
  expect(() => throwIfAborted(foreign.signal)).toThrow(/aborted/);
});

test.each([new Error("mine"), "text", 0, null, false])("the reason %o is kept", (reason) => {
  expect(abortReason(AbortSignal.abort(reason))).toBe(reason);
});

test.each([undefined, Infinity, 2 ** 31])("a limit of %s ms sets no timer", (ms) => {
  vi.useFakeTimers();
  const { signal } = limitSignal(undefined, ms, () => "late");
  expect(vi.getTimerCount()).toBe(0);
  expect(signal.aborted).toBe(false);
});

test("a limit aborts with its reason; a lifted one does not, and the signal keeps following", () => {
  vi.useFakeTimers();
  const outer = new AbortController();
  const limited = limitSignal(outer.signal, 10, () => "late");
  const lifted = limitSignal(outer.signal, 10, () => "late");
  lifted.lift();
  vi.advanceTimersByTime(10);
  expect(limited.signal.reason).toBe("late");
  expect(lifted.signal.aborted).toBe(false);
  outer.abort("outer");
  expect(lifted.signal.reason).toBe("outer");
});

test("a released limit neither aborts nor follows", () => {
  vi.useFakeTimers();
  const outer = new AbortController();
  const { signal, release } = limitSignal(outer.signal, 10, () => "late");
  release();
  vi.advanceTimersByTime(10);
  outer.abort();
  expect(signal.aborted).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test("nothing is started with a signal that has aborted, or is not one", async () => {
  let started = 0;
  const start = async (): Promise<void> => void (started += 1);
  const reason = new Error("left");
  await expect(abortable(AbortSignal.abort(reason), start)).rejects.toBe(reason);
  // What JavaScript may pass.
  const foreign = {} as AbortSignal;
  await expect(abortable(foreign, start)).rejects.toThrow("signal must be an AbortSignal");
  expect(started).toBe(0);
});

import { getEventListeners } from "node:events";
import { beforeEach, expect, test, vi } from "vitest";
import { backoffMs, delay } from "../../src/util/delay.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

test("a wait leaves neither timer nor listener behind", async () => {
  const { signal } = new AbortController();
  const wait = delay(10, signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10);
  await wait;
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("an abort ends a wait at once, before and while it lasts", async () => {
  const controller = new AbortController();
  const wait = delay(10, controller.signal);
  controller.abort("enough");
  await expect(wait).rejects.toBe("enough");
  await expect(delay(10, controller.signal)).rejects.toBe("enough");
  expect(vi.getTimerCount()).toBe(0);
});

test("a wait longer than a timer can count does not end at once", async () => {
  const done = vi.fn();
  void delay(2 ** 40).finally(done);
  await vi.advanceTimersByTimeAsync(2 ** 31 - 2);
  expect(done).not.toHaveBeenCalled();
});

test("pauses double up to the maximum", () => {
  vi.spyOn(Math, "random").mockReturnValue(1);
  const backoff = { baseDelayMs: 100, maxDelayMs: 500 };
  expect([0, 1, 2, 3, 9].map((tries) => backoffMs(tries, backoff))).toEqual([
    100, 200, 400, 500, 500,
  ]);
});

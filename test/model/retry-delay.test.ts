import { beforeEach, expect, test, vi } from "vitest";
import { readErrorReport } from "../../src/model/error-report.ts";
import { readRetryDelay } from "../../src/model/error-report.ts";

const now = new Date("2026-11-22T10:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now });
});

function delayOf(headers: Record<string, string>, retryDelay?: unknown): number | undefined {
  const details = [{ "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay }];
  return readRetryDelay(readErrorReport({ error: { details } }), new Headers(headers));
}

test.each([
  ["12", 12_000],
  ["0", 0],
  [" 7 ", 7_000],
  ["Sun, 22 Nov 2026 10:00:40 GMT", 40_000],
  ["Sunday, 22-Nov-26 10:00:40 GMT", 40_000],
  ["Sun Nov 22 10:00:40 2026", 40_000],
  ["Tue Dec  1 10:00:00 2026", 9 * 24 * 3_600_000],
])("Retry-After %j is %i ms", (value, expected) => {
  expect(delayOf({ "retry-after": value })).toBe(expected);
});

test.each([
  "",
  "-5",
  "+5",
  "1.5",
  "5s",
  "soon",
  "soon 3",
  "3 soon",
  "0x10",
  "1e3",
  "Infinity",
  "NaN",
  "12, 13",
  "2026-11-22T10:00:40Z",
  "22 Nov 2026 10:00:40 GMT",
  "Sun, 22 Nov 2026 10:00:40",
  "Sun, 22 Nov 2026 10:00:40 CET",
  "Sun, 22 Nov 2026 25:00:40 GMT",
  "Sun, 31 Feb 2027 10:00:40 GMT",
  "Sun, 22 Xyz 2026 10:00:40 GMT",
  // In the past, or now.
  "Sun, 22 Nov 2026 10:00:00 GMT",
  "Sun, 22 Nov 2026 09:59:59 GMT",
  "Sun, 06 Nov 1994 08:49:37 GMT",
  "Sunday, 06-Nov-94 08:49:37 GMT",
  "Sun Nov  6 08:49:37 1994",
])("Retry-After %j does not count", (value) => {
  expect(delayOf({ "retry-after": value })).toBeUndefined();
});

test.each([
  ["26s", 26_000],
  ["1.5s", 1_500],
  ["0s", 0],
  ["soon", undefined],
  ["-3s", undefined],
  ["26", undefined],
  [26, undefined],
  [undefined, undefined],
])("RetryInfo %j is %j ms", (retryDelay, expected) => {
  expect(delayOf({}, retryDelay)).toBe(expected);
});

test("RetryInfo comes first, then retry-after-ms, then Retry-After; what is unusable gives way", () => {
  const headers = { "retry-after-ms": "70", "retry-after": "5" };
  expect(delayOf(headers, "2s")).toBe(2_000);
  expect(delayOf(headers, "soon")).toBe(70);
  expect(delayOf({ ...headers, "retry-after-ms": "-1" })).toBe(5_000);
});

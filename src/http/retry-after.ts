// How long an answer asks its caller to wait: google.rpc's RetryInfo in the body, or else the header
// `Retry-After` in the forms of RFC 9110. Returns milliseconds, or nothing where what stands there is
// no such form or lies in the past: the caller's own backoff counts then.

import { detailsOf } from "../model/error-report.ts";
import type { ErrorReport } from "../model/error-report.ts";

/** The delay that an answer asks for, in milliseconds. */
export function readRetryDelay(
  report: ErrorReport,
  headers: Pick<Headers, "get">,
): number | undefined {
  return (
    readRetryInfo(report) ??
    readMilliseconds(headers.get("retry-after-ms")) ??
    readRetryAfter(headers.get("retry-after")?.trim())
  );
}

function readRetryInfo(report: ErrorReport): number | undefined {
  return detailsOf(report, "RetryInfo")
    .map(({ retryDelay }) => /^(\d+(?:\.\d+)?)s$/.exec(String(retryDelay))?.[1])
    .map((seconds) => (seconds === undefined ? undefined : Number(seconds) * 1000))
    .find((ms) => ms !== undefined);
}

/** Not of RFC 9110, but gateways send it. */
function readMilliseconds(value: string | null): number | undefined {
  return value !== null && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const leftMs = readDate(value) - Date.now();
  return leftMs > 0 ? leftMs : undefined;
}

/** The three forms of an HTTP date: IMF-fixdate, RFC 850's, and that of C's `asctime`. */
const httpDate =
  /^([A-Z][a-z]{2}, (\d\d) [A-Z][a-z]{2} \d{4} [\d:]{8} GMT|[A-Z][a-z]+, (\d\d)-[A-Z][a-z]{2}-\d\d [\d:]{8} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} ([ \d]\d) [\d:]{8} \d{4})$/;

/** The time of an HTTP date; NaN for anything else. */
function readDate(value: string): number {
  const [, , ...days] = httpDate.exec(value) ?? [];
  // Every platform's parser reads the three forms; that of `asctime` has no zone, and means GMT.
  const time = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  // It would take February 31 for March 3.
  return days.some((day) => Number(day) === new Date(time).getUTCDate()) ? time : NaN;
}

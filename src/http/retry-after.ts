// How long an answer asks its caller to wait: google.rpc's RetryInfo in the body, or else the header
// `Retry-After` in the forms of RFC 9110. Returns milliseconds, or nothing where what stands there is
// no such form or lies in the past: the caller's own backoff counts then.

import { detailsOf } from "./error-report.ts";
import type { ErrorReport } from "./error-report.ts";

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
  const date = readDate(value);
  return date === undefined || date <= Date.now() ? undefined : date - Date.now();
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The three forms of an HTTP date: IMF-fixdate, RFC 850's, and that of C's `asctime`. */
const dateForms = [
  /^[A-Z][a-z]{2}, (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>[\d:]{8}) GMT$/,
  /^[A-Z][a-z]+day, (?<day>\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\d{2}) (?<time>[\d:]{8}) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>[\d:]{8}) (?<year>\d{4})$/,
];

function readDate(value: string): number | undefined {
  for (const form of dateForms) {
    const { day = "", month = "", year = "", time = "" } = form.exec(value)?.groups ?? {};
    const [hours = NaN, minutes = NaN, seconds = NaN] = time.split(":").map(Number);
    const fullYear = year.length === 2 ? centuryOf(Number(year)) : Number(year);
    const index = months.indexOf(month);
    const date = Date.UTC(fullYear, index, Number(day), hours, minutes, seconds);
    // Date.UTC would take February 31 for March 3.
    const isReal =
      new Date(date).getUTCDate() === Number(day) && new Date(date).getUTCHours() === hours;
    if (index >= 0 && isReal && minutes < 60 && seconds <= 60) return date;
  }
  return undefined;
}

/** RFC 9110: two digits that look more than 50 years ahead mean the past century. */
function centuryOf(year: number): number {
  const now = new Date().getUTCFullYear();
  const full = now - (now % 100) + year;
  return full > now + 50 ? full - 100 : full;
}

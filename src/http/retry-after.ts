// How long an answer asks its caller to wait: google.rpc's RetryInfo in the body, or else the header
// `Retry-After`. Returns milliseconds, or nothing where neither is usable: the caller's own backoff
// counts then.

import { detailsOf } from "../model/error-report.ts";
import type { ErrorReport } from "../model/error-report.ts";
import { readRetryAfter } from "../util/retry-after.ts";

/** The delay that an answer asks for, in milliseconds. */
export function readRetryDelay(
  report: ErrorReport,
  headers: Pick<Headers, "get">,
): number | undefined {
  return readRetryInfo(report) ?? readRetryAfter(headers);
}

function readRetryInfo(report: ErrorReport): number | undefined {
  return detailsOf(report, "RetryInfo")
    .map(({ retryDelay }) => /^(\d+(?:\.\d+)?)s$/.exec(String(retryDelay))?.[1])
    .map((seconds) => (seconds === undefined ? undefined : Number(seconds) * 1000))
    .find((ms) => ms !== undefined);
}

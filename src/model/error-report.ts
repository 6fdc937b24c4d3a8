// Reads error payloads of every shape the service and the gateways before it send: HTTP bodies,
// `error` events, un-framed JSON in a stream. Takes parsed JSON, text or nothing; returns code,
// message and google.rpc details. The texts are raw: they must go through `clean`.

import type { ErrorDetail } from "../../generated/schema.ts";
import type { Quota } from "./errors.ts";
import { isFilled, isObject, listOf, pick, wordOf } from "../util/json.ts";
import { readRetryAfter } from "../util/retry-after.ts";

/** What every shape of error payload comes down to. */
export interface ErrorReport {
  /** The code in words, such as `not_found` or `UNAVAILABLE`, or else a number as text. */
  readonly code: string | undefined;
  /** Empty when there is none. */
  readonly message: string;
  readonly details: readonly ErrorDetail[];
  /** Whether it has neither code nor message: in a stream that is noise, and no error. */
  readonly isEmpty: boolean;
  /** Whether the service is only unavailable for a moment, so that a run may continue. */
  readonly isTransient: boolean;
}

/** Reads `{ error: { code, message, … } }`, the same bare or in an array, HTML, text, or nothing. */
export function readErrorReport(value: unknown): ErrorReport {
  const payload = payloadOf(value);
  if (!isObject(payload)) {
    const message = typeof payload === "string" ? textOf(payload) : "";
    const code = typeof payload === "number" ? String(payload) : undefined;
    const isTransient = isTransientCode(code ?? message);
    return { code, message, details: [], isEmpty: message === "" && !isNamed(code), isTransient };
  }
  const { code, status, details } = payload;
  const message = [payload["message"], payload["detail"], payload["error_description"]].find(
    (text): text is string => typeof text === "string" && text.trim() !== "",
  );
  // The front end sends a number as code and the name as status. An event's `status` is its run's.
  const names = [code, "event_type" in payload ? undefined : status];
  const name = names.find((text): text is string => typeof text === "string" && isNamed(text));
  const number = names.find((part): part is number => typeof part === "number" && part !== 0);
  const report = name ?? (number === undefined ? undefined : String(number));
  return {
    code: report,
    message: message ?? "",
    details: listOf(details).filter(isDetail),
    isEmpty: report === undefined && message === undefined,
    isTransient: [name, number].some((part) => isTransientCode(String(part))),
  };
}

/** Envelopes within envelopes that are opened: no service has more than three. */
const maxEnvelopes = 8;

/** The part that says what went wrong: out of its array, its envelope, or both. */
function payloadOf(value: unknown, depth = 0): unknown {
  const outer: unknown = Array.isArray(value) ? (value.find(isObject) ?? value[0]) : value;
  if (!isObject(outer)) return outer;
  const { error, errors } = outer;
  const inner = error ?? (listOf(errors).length > 0 ? errors : undefined);
  return inner === undefined || depth === maxEnvelopes ? outer : payloadOf(inner, depth + 1);
}

/** The beginning of a text, or the title or the words of a page. */
function textOf(body: string): string {
  // The beginning is enough, and the patterns below take the square of the length at worst.
  const start = body.slice(0, 4_096);
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(start)?.[1];
  return (title ?? start.replace(/<[^>]*>/g, " ")).trim();
}

/** Whether a code says anything: `0` is google.rpc's OK. */
function isNamed(code: string | undefined): code is string {
  return code !== undefined && code.trim() !== "" && code !== "0";
}

/** Names without case and punctuation; 4, 13 and 14 are google.rpc's numbers of the first three. */
const transientCodes = new Set([
  "deadlineexceeded",
  "internal",
  "unavailable",
  "4",
  "13",
  "14",
  "apierror",
  "badgateway",
  "gatewaytimeout",
  "internalerror",
  "internalservererror",
  "serviceunavailable",
]);

/** Whether a code, in any spelling, says that the service is unavailable for a moment. */
function isTransientCode(code: string): boolean {
  // A code may be a URI, with the name at its end.
  const name = code.split(/[/#:.]/).at(-1) ?? "";
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
  return transientCodes.has(plain) || (/^5\d\d$/.test(plain) && plain !== "501");
}

function isDetail(value: unknown): value is ErrorDetail {
  return isObject(value) && typeof value["@type"] === "string";
}

/** The details of one google.rpc type, such as `QuotaFailure`. */
export function detailsOf({ details }: ErrorReport, type: string): readonly ErrorDetail[] {
  return details.filter((detail) => detail["@type"].endsWith(`google.rpc.${type}`));
}

/** How long an answer asks to wait, in milliseconds: by RetryInfo of its body, or else by its headers. */
export function readRetryDelay(
  report: ErrorReport,
  headers: Pick<Headers, "get">,
): number | undefined {
  const delays = detailsOf(report, "RetryInfo").map(
    ({ retryDelay }) => /^(\d+(?:\.\d+)?)s$/.exec(wordOf(retryDelay))?.[1],
  );
  const seconds = delays.find((delay) => delay !== undefined);
  return seconds === undefined ? readRetryAfter(headers) : Number(seconds) * 1000;
}

const periods = ["month", "day", "hour", "minute", "second"] as const;

/** The quota that a 429 was for: from its details, or else from its words. */
export function readQuota(report: ErrorReport): Quota | undefined {
  const violations = detailsOf(report, "QuotaFailure").flatMap(
    ({ violations: list }) => list ?? [],
  );
  const metadata = detailsOf(report, "ErrorInfo").map((detail) => detail["metadata"]);
  const quotas = [...violations, ...metadata, report.message]
    .map((source) => (isObject(source) ? quotaOf(source) : quotaOfText(wordOf(source))))
    .filter((quota) => Object.values(quota).some((fact) => fact !== undefined));
  // Of several, the one with the longest period is in the way for longest.
  const byLength = periods.map((period) => quotas.find((quota) => quota.period === period));
  const longest = byLength.find((quota) => quota !== undefined) ?? quotas[0];
  // The details leave a limit of 0 out, and only the message contains it.
  const none = quotas.find((quota) => quota.limit === 0);
  return none && longest ? { ...longest, ...pick(none, "period", "metric"), limit: 0 } : longest;
}

/** Whether a quota is not free again for so long that waiting is of no use; one of 0 never is. */
export function isLongQuota(quota: Quota | undefined): boolean {
  return quota?.limit === 0 || quota?.period === "day" || quota?.period === "month";
}

/** A violation of QuotaFailure, or the metadata of ErrorInfo. */
function quotaOf(facts: Record<string, unknown>): Quota {
  const words = [
    "quotaId",
    "quota_limit",
    "quota_unit",
    "quotaMetric",
    "quota_metric",
    "description",
  ]
    .map((name) => wordOf(facts[name]))
    .join(" ");
  const metric = facts["quotaMetric"] ?? facts["quota_metric"];
  return {
    period: periodOf(words),
    limit: numberOf(facts["quotaValue"] ?? facts["quota_limit_value"]),
    metric: isFilled(metric) ? metric : undefined,
  };
}

/** `Quota exceeded for metric: …, limit: 250` and its kin. */
function quotaOfText(message: string): Quota {
  return {
    period: periodOf(message),
    limit: /\blimit:\s*0\b(?![.,]\d)/i.test(message)
      ? 0
      : numberOf(/\blimit:\s*(\d+)/i.exec(message)?.[1]),
    metric: /\bmetric:?\s+['"]?([\w./-]+)/i.exec(message)?.[1],
  };
}

/** `…PerDayPerProject`, `requests_per_minute`, `1/min`, `daily`. */
function periodOf(words: string): Quota["period"] {
  const plain = words.replace(/\bdaily\b/gi, "per day");
  return periods.find((period) => {
    const short = period === "day" ? "d" : period.slice(0, 3);
    return new RegExp(`per[\\s_-]*${period}|/${period}\\b|\\d/${short}`, "i").test(plain);
  });
}

function numberOf(value: unknown): number | undefined {
  const number = isFilled(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

// Makes the error for an answer outside 2xx: its class by status, its message and facts from the body
// and the headers. The body has lost the client's credentials already (answer.ts); its words still go
// through `clean`, for their length and their control characters.

import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from "../model/errors.ts";
import type { ApiErrorFacts } from "../model/errors.ts";
import { endSentence, truncate } from "../util/printable.ts";
import { duplicateWarning, mayHaveStarted, nameOf } from "./call.ts";
import type { Call } from "./call.ts";
import type { Cleaner } from "./clean.ts";
import { detailsOf, readErrorReport, readQuota, readRetryDelay } from "../model/error-report.ts";
import type { ErrorReport } from "../model/error-report.ts";

/** What an error says beside what was answered. */
export interface ErrorContext extends ErrorOptions {
  readonly cleaner: Cleaner;
  /** The Vertex AI location that the URL was made from. */
  readonly location?: string | undefined;
}

/** Makes the error for an answer outside 2xx; `body` is parsed JSON, text, or nothing. */
export function createApiError(
  call: Call,
  response: { readonly status: number; readonly headers: Pick<Headers, "get"> },
  body: unknown,
  { cleaner: { clean }, location, ...options }: ErrorContext,
): ApiError {
  const { status, headers } = response;
  const report = readErrorReport(body);
  // A number says no more than the status.
  const code =
    report.code !== undefined && !/^\d+$/.test(report.code) ? clean(report.code) : undefined;
  const retryDelayMs = readRetryDelay(report, headers);
  const sentences = [
    `Request failed with status ${status}${code === undefined ? "" : ` (${code})`}: ${wordsFor(report, body, clean)}`,
    retryDelayMs === undefined ? "" : `Retry after ${Math.ceil(retryDelayMs / 1000)} s.`,
    location !== undefined && isUnknownHost(status, body)
      ? `Is the location right? No Vertex AI service answers for vertex.location "${location}".`
      : "",
    mayHaveStarted(call, status) ? duplicateWarning(call) : "",
    nameOf(call),
  ];
  const requestId = headers.get("x-goog-request-id") ?? headers.get("x-request-id");
  const facts = {
    status,
    code,
    details: report.details,
    retryDelayMs,
    requestId: requestId === null ? undefined : clean(requestId),
    body: body === "" ? undefined : body,
    quota: status === 429 ? readQuota(report) : undefined,
  };
  const usual = errorClasses[status] ?? (status >= 500 ? ServerError : ApiError);
  const Class = isInvalidKey(report, status) ? AuthenticationError : usual;
  return new Class(sentences.filter(Boolean).join(" "), facts, options);
}

/** The error for an answer that redirects: following it would carry the key to another place. */
export function createRedirectError(call: Call, status: number): ApiError {
  const message =
    `Refused a redirect (status ${status}): the credentials are for the configured host only. ` +
    `Set baseUrl to the final address. ${nameOf(call)}`;
  return new ApiError(message, { status });
}

function wordsFor(report: ErrorReport, body: unknown, clean: (text: string) => string): string {
  const message = clean(report.message);
  if (message !== "")
    return endSentence(typeof body === "string" ? truncate(message, 301) : message);
  const isObject = typeof (Array.isArray(body) ? body[0] : body) === "object";
  return isObject && body !== null && !(Array.isArray(body) && body.length === 0)
    ? "no message."
    : "empty answer.";
}

/** A wrong API key is answered with status 400, as if the request were wrong. */
function isInvalidKey(report: ErrorReport, status: number): boolean {
  const isNamed = detailsOf(report, "ErrorInfo").some(({ reason }) => reason === "API_KEY_INVALID");
  return (
    status === 400 && (isNamed || /\bAPI key (not valid|expired|not found)/i.test(report.message))
  );
}

/** Google's front end answers for every host name; where no service is behind it, with this page. */
function isUnknownHost(status: number, body: unknown): boolean {
  return status === 404 && typeof body === "string" && /<html|<title>/i.test(body.slice(0, 4_096));
}

type ErrorClass = new (message: string, facts: ApiErrorFacts, options?: ErrorOptions) => ApiError;

const errorClasses: Readonly<Record<number, ErrorClass>> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionDeniedError,
  404: NotFoundError,
  429: RateLimitError,
};

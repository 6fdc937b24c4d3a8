import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from "../model/errors.ts";
import type { ErrorDetail } from "../../generated/schema.ts";
import type { ApiErrorFacts } from "../model/errors.ts";
import { isObject } from "../util/json.ts";
import { printable } from "../util/printable.ts";

/** What identifies a call in a message: no headers, no body. */
export interface CallName {
  readonly method: string;
  readonly url: string;
  /** What to do next, where it is not obvious. */
  readonly advice?: string | undefined;
}

/** What every known shape of error body comes down to. */
export interface ErrorReport {
  readonly message: string;
  readonly code: string | undefined;
  readonly details: readonly ErrorDetail[];
}

/** Makes the error for an answer outside 2xx; `body` is parsed JSON, text, or nothing. */
export function createApiError(
  call: CallName,
  response: { readonly status: number; readonly headers: Headers },
  body: unknown,
  options?: ErrorOptions,
): ApiError {
  const { status, headers } = response;
  const { message, code, details } = readErrorBody(body);
  const retryDelayMs = retryDelay(details, headers);
  const sentences = [
    `Request failed with status ${status}${code === undefined ? "" : ` (${code})`}: ${message}`,
    retryDelayMs === undefined ? "" : `Retry after ${Math.ceil(retryDelayMs / 1000)} s.`,
    call.advice ?? "",
    `${call.method} ${call.url}`,
  ];
  const requestId = headers.get("x-goog-request-id") ?? headers.get("x-request-id") ?? undefined;
  const facts = {
    status,
    code,
    details,
    retryDelayMs,
    requestId,
    body: body === "" ? undefined : body,
  };
  return new (errorClass(status))(sentences.filter(Boolean).join(" "), facts, options);
}

/** The error for an answer that redirects: following it would carry the key to another place. */
export function createRedirectError(call: CallName, status: number): ApiError {
  const message =
    `Refused a redirect (status ${status}): the credentials are for the configured host only. ` +
    `Set baseUrl to the final address. ${call.method} ${call.url}`;
  return new ApiError(message, { status });
}

function errorClass(
  status: number,
): new (message: string, facts: ApiErrorFacts, options?: ErrorOptions) => ApiError {
  switch (status) {
    case 400:
      return BadRequestError;
    case 401:
      return AuthenticationError;
    case 403:
      return PermissionDeniedError;
    case 404:
      return NotFoundError;
    case 429:
      return RateLimitError;
    default:
      return status >= 500 ? ServerError : ApiError;
  }
}

/** Reads `{ error: { code, message, … } }`, the same in an array, HTML, text, or nothing. */
export function readErrorBody(body: unknown): ErrorReport {
  const outer: unknown = Array.isArray(body) ? body[0] : body;
  const error = isObject(outer) ? (outer["error"] ?? outer) : outer;
  if (!isObject(error)) {
    const text = typeof error === "string" ? textOf(error) : "";
    return {
      message: endSentence(text === "" ? "empty answer" : text),
      code: undefined,
      details: [],
    };
  }
  const { code, status, message, details } = error;
  return {
    message: endSentence((typeof message === "string" && oneLine(message)) || "no message"),
    // The front end sends a number as code and the name as status.
    code: [code, status]
      .map((name) => (typeof name === "string" ? oneLine(name) : ""))
      .find((name) => name !== ""),
    details: Array.isArray(details) ? details.filter(isDetail) : [],
  };
}

function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, " ").trim());
}

function textOf(body: string): string {
  // The beginning is enough, and the patterns below take the square of the length at worst.
  const start = body.slice(0, 4_096);
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(start)?.[1];
  const text = oneLine(title ?? start.replace(/<[^>]*>/g, " "));
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

/** The text with a mark at its end. */
export function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** How long an answer asks to wait, in milliseconds: in its body, or else in its headers. */
export function readRetryDelay(headers: Headers, body: unknown): number | undefined {
  return retryDelay(readErrorBody(body).details, headers);
}

function retryDelay(details: readonly ErrorDetail[], headers: Headers): number | undefined {
  return readRetryInfo(details) ?? readRetryAfter(headers);
}

function readRetryInfo(details: readonly ErrorDetail[]): number | undefined {
  for (const detail of details) {
    if (!detail["@type"].endsWith("google.rpc.RetryInfo")) continue;
    const seconds = /^(\d+(?:\.\d+)?)s$/.exec(String(detail["retryDelay"]))?.[1];
    if (seconds !== undefined) return Number(seconds) * 1000;
  }
  return undefined;
}

/** `retry-after-ms`, or `Retry-After` in seconds or as a date; milliseconds from now. */
function readRetryAfter(headers: Headers): number | undefined {
  const milliseconds = headers.get("retry-after-ms");
  if (milliseconds !== null && /^\d+(\.\d+)?$/.test(milliseconds)) return Number(milliseconds);
  const value = headers.get("retry-after");
  if (value === null) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function isDetail(value: unknown): value is ErrorDetail {
  return isObject(value) && typeof value["@type"] === "string";
}

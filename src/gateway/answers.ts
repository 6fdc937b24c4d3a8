// What a gateway answers by itself, in the form of the service's errors. Official clients repeat a create
// on 408, 409, 429 and 5xx, and not on 424.

import { mayHaveStarted } from "../http/call.ts";
import type { CallKind } from "../http/call.ts";
import { ApiError, InteractionsError, ResponseParseError } from "../model/errors.ts";
import { isObject } from "../util/json.ts";
import { memberOf } from "../util/thrown.ts";

/** An error in the form of the service's. */
export function problem(
  status: number,
  code: string,
  message: string,
  details?: readonly unknown[],
): Response {
  return Response.json({ error: { code, message, details } }, { status });
}

/**
 * The answer to a create whose own answer was lost.
 *
 * @param what what came instead
 * @param details the service's error, if it sent one
 */
export function lostAnswer(what: string, details?: readonly unknown[]): Response {
  const message = `The answer to this create was lost, and its run may have started. ${what}`;
  return problem(424, "failed_dependency", message, details);
}

/**
 * The answer that an error of the client stands for.
 *
 * @param starts what the call may have started
 * @throws the error, if it is none of the client's
 */
export function answerOf(error: unknown, starts: CallKind["starts"]): Response {
  if (error instanceof ApiError) {
    const { status, code = "", body, message, retryDelayMs } = error;
    if (mayHaveStarted({ starts }, status)) return lostAnswer(message, [body]);
    const answer = isObject(body)
      ? Response.json(body, { status })
      : problem(status, code, message);
    if (retryDelayMs) answer.headers.set("retry-after", `${Math.ceil(retryDelayMs / 1_000)}`);
    return answer;
  }
  if (error instanceof InteractionsError) {
    const isUnclear =
      error instanceof ResponseParseError || memberOf(error, "mayHaveBeenAccepted") === true;
    if (isUnclear && starts !== "nothing") return lostAnswer(error.message);
    return problem(503, "unavailable", error.message);
  }
  if (error instanceof TypeError) return problem(400, "invalid_request", error.message);
  throw error;
}

// What a gateway answers: a run's events, each with its cursor as `event_id`, a call's JSON, or an error
// in the form of the service's. Official clients repeat a create on 408, 409, 429 and 5xx, and not on
// 424. Only a stream that came to its end is ended with [DONE]; where recovery gave up the body fails.

import { mayHaveStarted } from "../http/call.ts";
import type { CallKind } from "../http/call.ts";
import { ApiError, InteractionsError, ResponseParseError } from "../model/errors.ts";
import type { Interaction } from "../model/types.ts";
import { writeEvents } from "../stream/response.ts";
import type { InteractionStream } from "../stream/stream.ts";
import { isObject } from "../util/json.ts";
import { doneFrame, formatFrame } from "../util/sse-frame.ts";
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

/** The answer that carries a stream's events, with the headers of the service's own. */
export function eventsOf(stream: InteractionStream, returned?: Headers): Response {
  // What describes its content describes other bytes, and a cache may hold events back.
  const headers = picked(returned, /^(?!content-|cache-control$)/);
  return writeEvents(
    stream[Symbol.asyncIterator](),
    (event) => {
      const { cursor } = stream;
      return formatFrame(cursor === undefined ? event : { ...event, event_id: cursor }, cursor);
    },
    (error) => {
      if (error === undefined) return doneFrame;
      // The service had not sent it as an event. In its words, without those of this library before.
      const message = error.message.replace(/^The run reported an error(?: \(.*?\))?: /, "");
      const event = { event_type: "error", error: { code: error.code, message } };
      return formatFrame(event);
    },
    { headers },
  );
}

/** Of headers those with such names. */
export function picked(headers: Headers | undefined, names: RegExp): Headers {
  return new Headers([...(headers ?? [])].filter(([name]) => names.test(name)));
}

/** A call of the client that answers a request. */
interface AnsweringCall {
  readonly call: () => PromiseLike<Response | InteractionStream | Interaction | void>;
  /** What it may have started. */
  readonly starts: CallKind["starts"];
  readonly signal: AbortSignal | undefined;
  /** The answer to a request that was sent before. */
  readonly first?: Promise<Response> | undefined;
}

/**
 * Answers with what a call of the client brings, or with the error that it fails with.
 *
 * @throws the signal's reason, what `first` failed with if it was not sent, and what is not an error of
 *   the client's
 */
export async function answerWith({
  call,
  starts,
  signal,
  first,
}: AnsweringCall): Promise<Response> {
  try {
    const result = await call();
    if (result instanceof Response) return result;
    if (!result) return Response.json({});
    return "cursor" in result ? eventsOf(result) : Response.json(result);
  } catch (error) {
    signal?.throwIfAborted();
    const isAccepted = memberOf(error, "mayHaveBeenAccepted");
    if (isAccepted === false) await first;
    if (error instanceof TypeError) return problem(400, "invalid_request", error.message);
    if (!(error instanceof InteractionsError)) throw error;
    // No error's own words: they name the call, which is the gateway's and not the caller's.
    if (!(error instanceof ApiError)) {
      const isUnclear = isAccepted === true || error instanceof ResponseParseError;
      const what = "There is no complete answer of the service.";
      const isLost = isUnclear && starts !== "nothing";
      return isLost ? lostAnswer(what) : problem(503, "unavailable", what);
    }
    const { status, code = "", body, retryDelayMs = 0 } = error;
    const what = `The service answered with status ${status}.`;
    if (mayHaveStarted({ starts }, status)) return lostAnswer(what, [body]);
    // A redirect that the platform hides has no status.
    const init = { status: status || 502 };
    const isJson = isObject(body) || Array.isArray(body);
    const answer = isJson ? Response.json(body, init) : problem(init.status, code, what);
    if (retryDelayMs > 0) answer.headers.set("retry-after", `${Math.ceil(retryDelayMs / 1_000)}`);
    return answer;
  }
}

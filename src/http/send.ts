// The seam between the client's own methods and the generated operations: `send` calls one, and says
// what came of it; `jsonOf`, `streamOf`, `bytesOf` and `doneOf` make of that what a method resolves with,
// or throw. The types are those of the operation; that an answer is what they say is checked here.

import type { Result, Sending } from "../model/generated.ts";
import type { ApiAnswer } from "../model/api-promise.ts";
import type { ApiError, ResponseParseError } from "../model/errors.ts";
import type { CallOptions } from "../model/options.ts";
import { abortable } from "../util/abort.ts";
import { isObject, parseJson } from "../util/json.ts";
import { quote, truncate } from "../util/printable.ts";
import { createApiError } from "./api-error.ts";
import { isEventStream, unusableAnswer } from "./answer.ts";
import type { Exchange, Http, OwnCall } from "./transport.ts";

/** What came of a call, and the call itself for the messages. */
export interface Outcome<Data> extends Result<Data> {
  readonly exchange: Exchange;
}

/** An open event stream: its bytes, and the response they come in. */
export type EventStreamAnswer = ApiAnswer<ReadableStream<Uint8Array>>;

/**
 * Calls a generated operation, unless its signal aborts: then it rejects at once, whatever a middleware
 * waits for.
 */
export async function send<Data>(
  http: Http,
  options: CallOptions,
  own: OwnCall,
  operate: (how: Sending) => Promise<Result<Data>>,
): Promise<Outcome<Data>> {
  const exchange = http.begin(options, own);
  let result: Promise<Result<Data>> | undefined;
  try {
    const outcome = await abortable(options.signal, () => (result = operate(exchange.how)));
    return { ...outcome, exchange };
  } catch (error) {
    // What still comes after an abort is for nobody: an open body would hold its connection.
    void result?.then(dropBody).catch(() => undefined);
    const { answer } = exchange;
    // openapi-fetch parses the body of a 2xx answer; a middleware may throw the like, too.
    const isOurs =
      error instanceof SyntaxError && answer?.ok && parseJson(answer.text) === undefined;
    throw isOurs ? unusable(http, exchange, answer.toResponse()) : error;
  }
}

async function dropBody({ data }: Result<unknown>): Promise<void> {
  if (data instanceof ReadableStream) await data.cancel();
}

/** The JSON object of a 2xx answer. */
export function jsonOf<Data>(http: Http, outcome: Outcome<Data>): ApiAnswer<Data> {
  const { data, response, exchange } = outcome;
  if (!response.ok) throw toError(http, outcome);
  if (isJson(response) && isObject(data)) return { data, response };
  throw unusable(http, exchange, response);
}

/** The open body of a 2xx answer, to a call with `parseAs: "stream"`. */
export function streamOf(http: Http, outcome: Outcome<Response["body"]>): EventStreamAnswer {
  const { data, response, exchange } = outcome;
  if (!response.ok) throw toError(http, outcome);
  if (data && isEventStream(response.headers)) return { data, response };
  throw unusable(http, exchange, response);
}

/** The bytes of a 2xx answer, to a call with `parseAs: "arrayBuffer"`. */
export function bytesOf(
  http: Http,
  outcome: Outcome<ArrayBuffer>,
): ApiAnswer<Uint8Array<ArrayBuffer>> {
  const { data, response } = outcome;
  if (!response.ok) throw toError(http, outcome);
  return { data: new Uint8Array(data ?? new ArrayBuffer()), response };
}

/** A 2xx answer whose body says nothing. */
export function doneOf(http: Http, outcome: Outcome<unknown>): ApiAnswer<void> {
  const { response } = outcome;
  if (!response.ok && !isGone(outcome)) throw toError(http, outcome);
  return { data: undefined, response };
}

/** The error of an answer outside 2xx. */
export function toError(
  { backend, cleaner }: Pick<Http, "backend" | "cleaner">,
  { exchange, error, response }: Outcome<unknown>,
  options?: ErrorOptions,
): ApiError {
  const location = backend.name === "vertex" ? backend.location : undefined;
  return createApiError(exchange.call, response, error, { ...options, cleaner, location });
}

/** After an own retry a 404 says that the first attempt deleted it, though its answer was lost. */
export function isGone({ exchange, response }: Outcome<unknown>): boolean {
  const { call, attempts } = exchange;
  return attempts > 1 && call.method === "DELETE" && response.status === 404;
}

function isJson({ headers }: Response): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(headers.get("content-type") ?? "");
}

/** The error of a 2xx answer that is not what was asked for. */
function unusable(
  { cleaner }: Http,
  { call, answer }: Exchange,
  response: Response,
): ResponseParseError {
  const type = quote(truncate(cleaner.clean(response.headers.get("content-type") ?? ""), 100));
  const problem =
    isJson(response) && !call.wantsStream
      ? "its body is not a complete JSON object"
      : `content type ${type} was not expected`;
  return unusableAnswer(call, response.status, problem, cleaner.redact(answer?.text ?? ""));
}

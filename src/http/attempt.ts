import { abortable, followSignal } from "../util/abort.ts";
import { maxTimerMs } from "../util/delay.ts";
import { createRedirectError } from "./api-error.ts";
import { ConnectionError, InteractionsError, TimeoutError } from "../model/errors.ts";
import type { FetchFunction } from "../model/options.ts";
import { createAdvice, isCreate } from "./call.ts";

/** Longest time for one attempt of get, cancel and delete, in milliseconds. */
const defaultTimeoutMs = 30_000;
/** Enough for any message; a page without end must not fill the memory. */
const maxErrorBodyBytes = 1_048_576;

/** One request, one answer: read to the end and within the time limit, unless it streams. */
export async function sendOnce(
  request: Request,
  fetch: FetchFunction,
  timeoutMs: number | undefined,
): Promise<Response> {
  const limit = wantsStream(request)
    ? undefined
    : (timeoutMs ?? (isCreate(request) ? undefined : defaultTimeoutMs));
  // A copy of a request with a body is dear: without a limit, the request's own signal will do.
  if (limit === undefined) return sendUnlimited(request, fetch);
  const controller = new AbortController();
  const { signal } = controller;
  const unfollow = followSignal(controller, request.signal);
  const timer =
    limit > maxTimerMs
      ? undefined
      : setTimeout(() => controller.abort(timeoutError(request, limit)), limit);
  let streams = false;
  try {
    signal.throwIfAborted();
    // Raced: a custom fetch, or the body it answers with, may know nothing of the signal.
    const receiving = receive(new Request(request, { signal }), fetch, readAnswer);
    const answer = await abortable(signal, receiving);
    requests.set(answer, request);
    streams = answer.ok && isEventStream(answer);
    return answer;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw toConnectionError(request, error);
  } finally {
    clearTimeout(timer);
    // The body of an open stream still has to hear of an abort.
    if (!streams) unfollow();
  }
}

async function sendUnlimited(request: Request, fetch: FetchFunction): Promise<Response> {
  try {
    request.signal.throwIfAborted();
    const answer = await receive(request, fetch, (_, response) => response);
    requests.set(answer, request);
    return answer;
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    throw toConnectionError(request, error);
  }
}

/** The error of an answer whose body broke off while it was read. */
export function toBodyError(response: Response, cause: unknown): unknown {
  const request = requests.get(response);
  return request === undefined ? cause : toConnectionError(request, cause);
}

function toConnectionError(request: Request, cause: unknown): unknown {
  return cause instanceof InteractionsError ? cause : connectionError(request, cause);
}

/** @param readOk what becomes of a 2xx answer that is no stream */
async function receive(
  request: Request,
  fetch: FetchFunction,
  readOk: (request: Request, response: Response) => Response | Promise<Response>,
): Promise<Response> {
  const response = await fetch(request);
  const isRedirect =
    response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400);
  if (request.signal.aborted || isRedirect) {
    void response.body?.cancel().catch(() => undefined);
    request.signal.throwIfAborted();
    throw createRedirectError(request, response.status);
  }
  const streams = isEventStream(response);
  if (!response.ok || (streams && wantsJson(request))) return readAnswer(request, response);
  return streams ? response : readOk(request, response);
}

function timeoutError(request: Request, limit: number): TimeoutError {
  const { method, url } = request;
  const what = `No complete answer within ${limit} ms (timeoutMs): ${method} ${url}`;
  return new TimeoutError(isCreate(request) ? `${what}. ${createAdvice}` : what);
}

// For messages, without handing requests (and their keys) around.
const requests = new WeakMap<Response, Request>();

/** The request that an answer belongs to. */
export function requestOf(response: Response): Request | undefined {
  return requests.get(response);
}

function wantsStream(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/event-stream") ?? false;
}

function wantsJson(request: Request): boolean {
  return request.headers.get("accept") === "application/json";
}

/** Whether the answer is a stream of server-sent events. */
export function isEventStream(response: Response): boolean {
  return (
    response.headers.get("content-type")?.toLowerCase().startsWith("text/event-stream") ?? false
  );
}

async function readAnswer(request: Request, response: Response): Promise<Response> {
  // A Response cannot be made with these statuses and a body; there is none to read either.
  const { body, ok, status, statusText, headers } = response;
  if (status === 204 || status === 205 || body === null) return response;
  const text = await readText(request, body, {
    // Events where JSON was asked for: the run need not be read to its end to know that.
    maxBytes: ok ? (isEventStream(response) ? 0 : Infinity) : maxErrorBodyBytes,
    // What broke off tells less than the status that came before it.
    acceptPart: !ok,
  });
  return new Response(ok ? text : redact(request, text), { status, statusText, headers });
}

/** The beginning of a body that is not what was asked for; the rest is let go. */
export async function readStart(response: Response): Promise<string> {
  const { body } = response;
  const { signal } = requests.get(response) ?? new AbortController();
  const limits = { maxBytes: maxErrorBodyBytes, acceptPart: true };
  return body === null ? "" : readText({ signal }, body, limits);
}

async function readText(
  { signal }: { readonly signal: AbortSignal },
  body: ReadableStream<Uint8Array>,
  { maxBytes, acceptPart }: { maxBytes: number; acceptPart: boolean },
): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel(signal.reason).catch(() => undefined);
  signal.addEventListener("abort", cancel, { once: true });
  let text = "";
  try {
    for (let left = maxBytes; left > 0;) {
      const { value: chunk, done } = await reader.read();
      if (done) break;
      const part = chunk.subarray(0, left);
      left -= part.length;
      text += decoder.decode(part, { stream: true });
    }
  } catch (error) {
    if (!acceptPart) throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
    cancel();
  }
  return text + decoder.decode();
}

/** The text without the credentials that were sent: some servers repeat what they refuse. */
export function redact(request: Request | undefined, text: string): string {
  const secrets = [
    request?.headers.get("x-goog-api-key"),
    request?.headers.get("authorization")?.replace(/^\S+ +/, ""),
    request?.headers.get("proxy-authorization"),
    request?.headers.get("cookie"),
  ];
  return secrets.reduce<string>(
    (result, secret) => (secret ? result.replaceAll(secret, "[redacted]") : result),
    text,
  );
}

/** Codes of failures that happen before a request can have left. */
const notSentCodes = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

function connectionError(request: Request, cause: unknown): ConnectionError {
  const code = errorCode(cause instanceof Error ? cause.cause : undefined) ?? errorCode(cause);
  const mayHaveBeenAccepted = code === undefined || !notSentCodes.has(code);
  const { method, url } = request;
  const sentences = [
    `Connection failed${code === undefined ? "" : ` (${code})`}: ${method} ${url}.`,
    mayHaveBeenAccepted ? "The request may have reached the service." : "The request was not sent.",
  ];
  if (mayHaveBeenAccepted && isCreate(request)) sentences.push(createAdvice);
  if (code === "UND_ERR_HEADERS_TIMEOUT") {
    sentences.push(
      "Node's fetch waits 300 s for an answer: use stream or background, or pass your own fetch.",
    );
  }
  return new ConnectionError(sentences.join(" "), { cause, mayHaveBeenAccepted });
}

function errorCode(error: unknown): string | undefined {
  return typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string"
    ? error.code
    : undefined;
}

import { abortable, followSignal } from "./abort.ts";
import { maxTimerMs } from "./delay.ts";
import { createRedirectError } from "./error-body.ts";
import type { CallName } from "./error-body.ts";
import { ConnectionError, InteractionsError, TimeoutError } from "./errors.ts";
import type { FetchFunction } from "./options.ts";
import { isCreate } from "./request.ts";

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
  const controller = new AbortController();
  const { signal } = controller;
  const unfollow = followSignal(controller, request.signal);
  const timer =
    limit === undefined || limit > maxTimerMs
      ? undefined
      : setTimeout(() => controller.abort(timeoutError(request, limit)), limit);
  let streams = false;
  try {
    signal.throwIfAborted();
    // Raced: a custom fetch, or the body it answers with, may know nothing of the signal.
    const answer = await abortable(signal, receive(new Request(request, { signal }), fetch));
    requests.set(answer, request);
    streams = answer.ok && isEventStream(answer);
    return answer;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof InteractionsError ? error : connectionError(request, error);
  } finally {
    clearTimeout(timer);
    // The body of an open stream still has to hear of an abort.
    if (!streams) unfollow();
  }
}

async function receive(request: Request, fetch: FetchFunction): Promise<Response> {
  const response = await fetch(request);
  const isRedirect =
    response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400);
  if (request.signal.aborted || isRedirect) {
    void response.body?.cancel().catch(() => undefined);
    request.signal.throwIfAborted();
    throw createRedirectError(request, response.status);
  }
  return response.ok && isEventStream(response) && !wantsJson(request)
    ? response
    : readAnswer(request, response);
}

function timeoutError({ method, url }: CallName, limit: number): TimeoutError {
  return new TimeoutError(`No complete answer within ${limit} ms (timeoutMs): ${method} ${url}`);
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

async function readText(
  { signal }: Request,
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

function connectionError(call: CallName, cause: unknown): ConnectionError {
  const code = errorCode(cause instanceof Error ? cause.cause : undefined) ?? errorCode(cause);
  const mayHaveBeenAccepted = code === undefined || !notSentCodes.has(code);
  const what = `Connection failed${code === undefined ? "" : ` (${code})`}: ${call.method} ${call.url}`;
  const hints = [
    mayHaveBeenAccepted ? "The request may have reached the service." : "The request was not sent.",
    ...(code === "UND_ERR_HEADERS_TIMEOUT"
      ? [
          "Node's fetch waits 300 s for an answer: use stream or background, or pass your own fetch.",
        ]
      : []),
  ];
  return new ConnectionError(`${what}. ${hints.join(" ")}`, { cause, mayHaveBeenAccepted });
}

function errorCode(error: unknown): string | undefined {
  return typeof error === "object" &&
    error !== null &&
    "code" in error &&
    typeof error.code === "string"
    ? error.code
    : undefined;
}

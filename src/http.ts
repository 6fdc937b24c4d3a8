import createClient, { defaultPathSerializer } from "openapi-fetch";
import type { HeadersOptions, Middleware } from "openapi-fetch";
import type { InteractionsApi } from "../generated/operations.ts";
import { apiKeyMiddleware } from "./auth/api-key.ts";
import { headerMiddleware, toHeaderProvider } from "./auth/bearer.ts";
import type { HeaderProvider } from "./auth/bearer.ts";
import { checkHeaderValue } from "./auth/header-value.ts";
import { quotaProjectMiddleware } from "./auth/quota-project.ts";
import { abortable, followSignal } from "./abort.ts";
import { checkId } from "./endpoint.ts";
import type { Endpoint } from "./endpoint.ts";
import { createApiError, createRedirectError } from "./error-body.ts";
import type { CallName } from "./error-body.ts";
import { ConnectionError, InteractionsError, ResponseParseError, TimeoutError } from "./errors.ts";
import type { ApiError } from "./errors.ts";
import { isObject, parseJson } from "./json.ts";
import type { Backend, CallOptions, FetchFunction, InteractionsClientOptions } from "./options.ts";

/** Longest time for one attempt of get, cancel and delete, in milliseconds. */
const defaultTimeoutMs = 30_000;
/** Enough for any message; a page without end must not fill the memory. */
const maxErrorBodyBytes = 1_048_576;
/** What `setTimeout` can count to, in milliseconds; anything above would fire at once. */
const maxTimerMs = 2_147_483_647;

/** The low-level client, with credentials, limits and the redirect rule installed. */
export interface Http {
  readonly api: InteractionsApi;
  readonly backend: Backend;
  /** What openapi-fetch needs to send one call with these options. */
  callInit(options: CallOptions, accept: string): CallInit;
}

/** The part of an openapi-fetch call that does not depend on the operation. */
export interface CallInit {
  headers: HeadersOptions;
  signal: AbortSignal | null;
  fetch: FetchFunction;
}

/** What openapi-fetch resolves with, whatever the operation. */
export interface RawAnswer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

interface SendOptions {
  readonly fetch: FetchFunction;
  readonly timeoutMs: number | undefined;
}

/** Makes the openapi-fetch client for one backend. */
export function createHttp(
  backend: Backend,
  endpoint: Endpoint,
  options: InteractionsClientOptions,
): Http {
  const provider = backend.name === "vertex" ? vertexHeaders(backend) : undefined;
  const authorized = new WeakSet<Request>();
  const send = (request: Request, { fetch, timeoutMs }: SendOptions): Promise<Response> => {
    checkTarget(request.url, endpoint);
    const attempt: FetchFunction = (again) => sendOnce(again, fetch, timeoutMs);
    // The caller's own authorization is not ours to renew.
    return provider !== undefined && authorized.has(request)
      ? sendAuthorized(request, attempt, provider)
      : attempt(request);
  };
  // Late-bound: a fetch patched after the client was made (MSW, tracing) must still be used.
  const fetch = options.fetch ?? ((request) => globalThis.fetch(request));
  const timeoutMs = checkTimeout(options.timeoutMs);
  const api: InteractionsApi = createClient({
    baseUrl: endpoint.baseUrl,
    Request: requestClass(endpoint),
    fetch: (request) => send(request, { fetch, timeoutMs }),
    pathSerializer: (path, params) => serializePath(path, params, backend),
  });
  api.use(...credentials(backend, provider, options, authorized));
  return {
    api,
    backend,
    callInit(call, accept) {
      const sending = {
        fetch: call.fetch ?? fetch,
        timeoutMs: checkTimeout(call.timeoutMs) ?? timeoutMs,
      };
      return {
        headers: { accept, ...checkHeaders(call.headers) },
        signal: call.signal ?? null,
        fetch: (request) => send(request, sending),
      };
    },
  };
}

// What openapi-fetch makes each request with. Refused here, a request for another place does not
// even get credentials; and the `redirect` of a low-level call cannot make fetch carry them there.
// A proxy, not a subclass: openapi-fetch takes from a middleware only what is `instanceof` this.
function requestClass(endpoint: Endpoint): typeof Request {
  return new Proxy(Request, {
    construct(Target, [input, init]: [string, RequestInit]) {
      const url = withVersion(input, endpoint);
      checkTarget(url, endpoint);
      return new Target(url, { ...init, redirect: "manual" });
    },
  });
}

function withVersion(url: string, { baseUrl, apiVersion }: Endpoint): string {
  if (apiVersion === undefined || !url.startsWith(`${baseUrl}/`)) return url;
  const resource = url.slice(baseUrl.length);
  return baseUrl + resource.replace(/^\/v1beta1?\//, `/${apiVersion}/`);
}

function checkTarget(url: string, { baseUrl }: Endpoint): void {
  const { href, origin } = new URL(url);
  if (href.startsWith(`${baseUrl}/`)) return;
  throw new TypeError(`The client sends to ${baseUrl} only, got ${origin}.`);
}

function checkTimeout(timeoutMs: number | undefined): number | undefined {
  if (timeoutMs === undefined || timeoutMs > 0) return timeoutMs;
  throw new TypeError(`timeoutMs must be a positive number of milliseconds, got ${timeoutMs}.`);
}

// Each sets a header only where it is missing, so the order is the precedence: the call's own
// header first, then these, from first to last.
function credentials(
  backend: Backend,
  provider: HeaderProvider | undefined,
  options: InteractionsClientOptions,
  authorized: WeakSet<Request>,
): Middleware[] {
  const middlewares: Middleware[] = [];
  if (backend.name === "vertex" && backend.quotaProjectId !== undefined) {
    middlewares.push(quotaProjectMiddleware(backend.quotaProjectId));
  }
  const headers = Object.entries(checkHeaders(options.headers));
  if (headers.length > 0) middlewares.push(defaultHeaders(headers));
  if (provider !== undefined) {
    middlewares.push(headerMiddleware(provider, (request) => authorized.add(request)));
  }
  if (backend.name === "gemini") middlewares.push(apiKeyMiddleware(backend.apiKey));
  return middlewares;
}

function defaultHeaders(headers: [string, string][]): Middleware {
  return {
    onRequest({ request }) {
      for (const [name, value] of headers) {
        if (!request.headers.has(name)) request.headers.set(name, value);
      }
    },
  };
}

// The platform's own error would print the value, which may be a key.
function checkHeaders(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      checkHeaderValue(`Header ${name}`, value),
    ]),
  );
}

function vertexHeaders({ auth, project }: Backend & { name: "vertex" }): HeaderProvider {
  if (auth !== undefined) return toHeaderProvider(auth);
  // Loaded on the first call: whoever brings a token, or uses the Gemini API, never loads it.
  let loading: Promise<HeaderProvider> | undefined;
  const load = (): Promise<HeaderProvider> =>
    (loading ??= import("#google-auth").then(async ({ applicationDefaultCredentials }) =>
      toHeaderProvider(await applicationDefaultCredentials(project)),
    ));
  return {
    getHeaders: async (url) => (await load()).getHeaders(url),
    refreshHeaders: async (url) => {
      const provider = await load();
      return provider.refreshHeaders?.(url) ?? provider.getHeaders(url);
    },
  };
}

function serializePath(path: string, params: Record<string, unknown>, backend: Backend): string {
  const checked = "id" in params ? { ...params, id: checkId(params["id"], backend) } : params;
  return defaultPathSerializer(path, checked);
}

/** Repeats once with a new token after a 401, if there is a new one. */
async function sendAuthorized(
  request: Request,
  attempt: FetchFunction,
  provider: HeaderProvider,
): Promise<Response> {
  if (provider.refreshHeaders === undefined) return attempt(request);
  const spare = request.clone();
  const response = await attempt(request);
  if (response.status !== 401) return response;
  const refused = request.headers.get("authorization");
  // A credential that cannot be renewed leaves the service's own answer to the caller.
  const fresh = await provider.refreshHeaders(request.url).catch(() => undefined);
  const authorization = fresh?.get("authorization");
  if (authorization === undefined || authorization === null || authorization === refused) {
    return response;
  }
  spare.headers.set("authorization", authorization);
  return attempt(spare);
}

/** One request, one answer: read to the end and within the time limit, unless it streams. */
async function sendOnce(
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

// What an answer belongs to, for messages, without handing requests (and their keys) around.
const requests = new WeakMap<Response, Request>();

function wantsStream(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/event-stream") ?? false;
}

function wantsJson(request: Request): boolean {
  return request.headers.get("accept") === "application/json";
}

function isCreate(request: Request): boolean {
  return request.method === "POST" && !request.url.endsWith("/cancel");
}

/** Whether the answer is a stream of server-sent events. */
function isEventStream(response: Response): boolean {
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

// Some servers repeat the credentials they refuse.
function redact(request: Request | undefined, text: string): string {
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

/** The error of an answer outside 2xx. */
export function toApiError({ error, response }: RawAnswer, options?: ErrorOptions): ApiError {
  return createApiError(callName(response), response, error, options);
}

/** The JSON object of a 2xx answer that was read as text; throws for anything else. */
export function unwrapJson(answer: RawAnswer): Record<string, unknown> {
  if (!answer.response.ok) throw toApiError(answer);
  const { data, response } = answer;
  const text = typeof data === "string" ? data : "";
  const value = isJson(response) ? parseJson(text) : undefined;
  if (!isObject(value)) {
    const problem = isJson(response)
      ? "its body is no complete JSON object"
      : contentTypeProblem(response);
    throw unexpectedAnswer(response, problem, text);
  }
  return value;
}

/** The body of a 2xx answer that streams events; throws for anything else. */
export async function unwrapStream(answer: RawAnswer): Promise<ReadableStream<Uint8Array>> {
  const { response } = answer;
  if (!response.ok) throw toApiError(answer);
  if (!isEventStream(response) || response.body === null) {
    throw unexpectedAnswer(response, contentTypeProblem(response), await response.text());
  }
  return response.body;
}

function unexpectedAnswer(response: Response, problem: string, text: string): ResponseParseError {
  const { method, url } = callName(response);
  const body = redact(requests.get(response), text).slice(0, 1024);
  const message = `Unusable answer with status ${response.status}: ${problem}. ${method} ${url}`;
  return new ResponseParseError(message, { status: response.status, body });
}

function contentTypeProblem(response: Response): string {
  return `content type ${JSON.stringify(response.headers.get("content-type") ?? "")} was not expected`;
}

function isJson(response: Response): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(response.headers.get("content-type") ?? "");
}

function callName(response: Response): CallName {
  return requests.get(response) ?? { method: "", url: response.url };
}

import createClient, { defaultPathSerializer } from "openapi-fetch";
import type { HeadersOptions, Middleware } from "openapi-fetch";
import type { InteractionsApi } from "../../generated/operations.ts";
import { isEventStream, readStart, redact, requestOf, sendOnce } from "./attempt.ts";
import { apiKeyMiddleware } from "./auth/api-key.ts";
import { headerMiddleware, toHeaderProvider } from "./auth/bearer.ts";
import type { HeaderProvider } from "./auth/bearer.ts";
import { checkHeaderValue } from "./auth/header-value.ts";
import { quotaProjectMiddleware } from "./auth/quota-project.ts";
import { checkInteractionId } from "../model/interaction-id.ts";
import type { Endpoint } from "./endpoint.ts";
import { createApiError } from "./api-error.ts";
import type { CallName } from "./api-error.ts";
import { ResponseParseError } from "../model/errors.ts";
import type { ApiError } from "../model/errors.ts";
import { notify } from "../model/hooks.ts";
import { isObject, parseJson } from "../util/json.ts";
import { checkDuration, resolveRetry } from "../model/options.ts";
import type {
  Backend,
  CallOptions,
  FetchFunction,
  InteractionsClientOptions,
  RetryPolicy,
} from "../model/options.ts";
import { quote } from "../util/printable.ts";
import { bodyOf, canRepeat, createAdvice, keepBody, repeat } from "./call.ts";
import { mayHaveStarted, sendWithRetry } from "./retry.ts";

/** The low-level client, with credentials, limits and the redirect rule installed. */
export interface Http {
  readonly api: InteractionsApi;
  readonly backend: Backend;
  /** What openapi-fetch needs to send one call with these options. */
  callInit(options: CallOptions, accept: string, sent?: SentCall): CallInit;
}

/** What became of a call so far. */
export interface SentCall {
  /** The answer, as soon as its headers are there. */
  response?: Response;
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
  readonly retry: RetryPolicy;
}

/** Makes the openapi-fetch client for one backend. */
export function createHttp(
  backend: Backend,
  endpoint: Endpoint,
  options: InteractionsClientOptions,
): Http {
  const provider = backend.name === "vertex" ? vertexHeaders(backend) : undefined;
  const authorized = new WeakSet<Request>();
  const hooks = options.hooks ?? {};
  const attempt = async (
    request: Request,
    count: number,
    sending: SendOptions,
  ): Promise<Response> => {
    const { method, url, headers } = request;
    notify(hooks.onRequest, () => ({
      method,
      url,
      attempt: count,
      headerNames: [...headers.keys()],
    }));
    const started = Date.now();
    const response = await sendOnce(request, sending.fetch, sending.timeoutMs);
    notify(hooks.onResponse, () => ({
      method,
      url,
      attempt: count,
      status: response.status,
      headerNames: [...response.headers.keys()],
      durationMs: Date.now() - started,
    }));
    return response;
  };
  const send = (request: Request, sending: SendOptions): Promise<Response> => {
    checkTarget(request.url, endpoint);
    const sendAuthorized = async (again: Request, count: number): Promise<Response> => {
      const response = await attempt(again, count, sending);
      // The caller's own authorization is not ours to renew.
      if (response.status !== 401 || provider === undefined || !authorized.has(request))
        return response;
      const authorization = canRepeat(request)
        ? await renewAuthorization(request, provider)
        : undefined;
      if (authorization === undefined) return response;
      request.headers.set("authorization", authorization);
      return attempt(repeat(request), count, sending);
    };
    return sendWithRetry(request, sendAuthorized, sending.retry, hooks);
  };
  const fetch = options.fetch ?? platformFetch;
  const timeoutMs = checkTimeout(options.timeoutMs);
  const retry = resolveRetry(options.retry);
  const api: InteractionsApi = createClient({
    baseUrl: endpoint.baseUrl,
    Request: requestClass(endpoint),
    fetch: (request) => send(request, { fetch, timeoutMs, retry }),
    pathSerializer: (path, params) => serializePath(path, params, backend),
  });
  api.use(...credentials(backend, provider, options, authorized));
  return {
    api,
    backend,
    callInit(call, accept, sent = {}) {
      const sending = {
        fetch: call.fetch ?? fetch,
        timeoutMs: checkTimeout(call.timeoutMs) ?? timeoutMs,
        retry: call.retry === undefined ? retry : resolveRetry(call.retry),
      };
      return {
        headers: { accept, ...checkHeaders(call.headers) },
        signal: call.signal ?? null,
        fetch: async (request) => (sent.response = await send(request, sending)),
      };
    },
  };
}

// Late-bound: a fetch patched after the client was made (MSW, tracing) must still be used. Given as
// text once more, the body need not be piped out of the request, which takes longer than all of
// the rest.
const platformFetch: FetchFunction = (request) => {
  const body = bodyOf(request);
  return globalThis.fetch(request, body === undefined ? {} : { body });
};

// What openapi-fetch makes each request with. Refused here, a request for another place does not
// even get credentials; and the `redirect` of a low-level call cannot make fetch carry them there.
// A proxy, not a subclass: openapi-fetch takes from a middleware only what is `instanceof` this.
function requestClass(endpoint: Endpoint): typeof Request {
  return new Proxy(Request, {
    construct(Target, [input, init]: [string, RequestInit]) {
      const url = withVersion(input, endpoint);
      checkTarget(url, endpoint);
      const request = new Target(url, { ...init, redirect: "manual" });
      // Once more as the request has it: normalised, so that no `..` hides another path.
      checkTarget(request.url, endpoint);
      keepBody(request, init.body);
      return request;
    },
  });
}

function withVersion(url: string, { baseUrl, apiVersion }: Endpoint): string {
  if (apiVersion === undefined || !url.startsWith(`${baseUrl}/`)) return url;
  const resource = url.slice(baseUrl.length);
  return baseUrl + resource.replace(/^\/v1beta1?\//, `/${apiVersion}/`);
}

function checkTarget(url: string, { baseUrl }: Endpoint): void {
  if (url.startsWith(`${baseUrl}/`)) return;
  const origin = URL.canParse(url) ? new URL(url).origin : "no URL";
  throw new TypeError(`The client sends to ${baseUrl} only, got ${origin}.`);
}

function checkTimeout(timeoutMs: number | undefined): number | undefined {
  return timeoutMs === undefined ? undefined : checkDuration("timeoutMs", timeoutMs);
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
  const scope = backend.name === "vertex" ? backend : undefined;
  const checked =
    "id" in params ? { ...params, id: checkInteractionId(params["id"], scope) } : params;
  return defaultPathSerializer(path, checked);
}

/** A new value for a header that was refused, if there is one. */
async function renewAuthorization(
  request: Request,
  provider: HeaderProvider,
): Promise<string | undefined> {
  // A credential that cannot be renewed leaves the service's own answer to the caller.
  const fresh = await provider.refreshHeaders?.(request.url).catch(() => undefined);
  const authorization = fresh?.get("authorization") ?? undefined;
  return authorization === request.headers.get("authorization") ? undefined : authorization;
}

/** The error of an answer outside 2xx. */
export function toApiError({ error, response }: RawAnswer, options?: ErrorOptions): ApiError {
  const request = requestOf(response);
  const isUnsure = request !== undefined && mayHaveStarted(request, response.status);
  const advice = isUnsure ? createAdvice : undefined;
  return createApiError({ ...callName(response), advice }, response, error, options);
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
    const text = await readStart(response);
    requestOf(response)?.signal.throwIfAborted();
    throw unexpectedAnswer(response, contentTypeProblem(response), text);
  }
  return response.body;
}

function unexpectedAnswer(response: Response, problem: string, text: string): ResponseParseError {
  const { method, url } = callName(response);
  const body = redact(requestOf(response), text).slice(0, 1024);
  const message = `Unusable answer with status ${response.status}: ${problem}. ${method} ${url}`;
  return new ResponseParseError(message, { status: response.status, body });
}

function contentTypeProblem(response: Response): string {
  return `content type ${quote(response.headers.get("content-type") ?? "")} was not expected`;
}

function isJson(response: Response): boolean {
  return /^application\/([\w.-]+\+)?json\b/i.test(response.headers.get("content-type") ?? "");
}

function callName(response: Response): CallName {
  const { method, url } = requestOf(response) ?? { method: "", url: response.url };
  return { method, url };
}

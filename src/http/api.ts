// The low-level client, and what the client's own methods need to send a call through it. Takes a
// backend and the client's options; returns openapi-fetch over the generated paths, with credentials,
// time limits, retries and the redirect rule installed. The trap: openapi-fetch hands a platform
// Request to middlewares and then to fetch; it is read into plain data once, and never sent itself.

import createClient, { defaultPathSerializer } from "openapi-fetch";
import type { HeadersOptions } from "openapi-fetch";
import type { InteractionsApi } from "../../generated/operations.ts";
import { checkInteractionId } from "../model/interaction-id.ts";
import { callOptionNames } from "../model/options.ts";
import type { CallOptions, FetchFunction, InteractionsClientOptions } from "../model/options.ts";
import { checkDuration, checkOptionNames } from "../util/check.ts";
import type { Answer } from "./answer.ts";
import { fetchAttempt } from "./attempt.ts";
import { createAuthorizer } from "./auth/authorize.ts";
import { checkHeaders } from "./auth/provider.ts";
import type { Backend } from "./backend.ts";
import { directCall } from "./call.ts";
import type { Call, CallContent, CallKind } from "./call.ts";
import { createCleaner } from "./clean.ts";
import type { Cleaner } from "./clean.ts";
import type { Endpoint } from "./endpoint.ts";
import { fetchWithRetry, resolveRetry } from "./retry.ts";
import type { RetryPolicy } from "./retry.ts";

/** The low-level client of one backend. */
export interface Http {
  readonly api: InteractionsApi;
  readonly backend: Backend;
  readonly cleaner: Cleaner;
  /** Prepares a call by one of the client's own methods. */
  prepare(kind: CallKind, options: CallOptions): PreparedCall;
}

/** A call that openapi-fetch is about to put together. */
export interface PreparedCall {
  /** The openapi-fetch options that do not depend on the operation. */
  readonly init: CallInit;
  /** The call as it was sent. */
  readonly call: Call;
  /** How many attempts were sent. */
  readonly sent: number;
}

/** See {@link PreparedCall.init}. */
export interface CallInit {
  headers: HeadersOptions;
  fetch: (request: Request) => Promise<Response>;
  Request?: typeof Request;
}

/** How one call is sent. */
interface Sending {
  readonly fetch: FetchFunction;
  readonly timeoutMs: number | undefined;
  readonly retry: RetryPolicy;
  onSend?(): void;
}

/** Makes the openapi-fetch client for one backend. */
export function createHttp(
  backend: Backend,
  endpoint: Endpoint,
  options: InteractionsClientOptions,
): Http {
  const cleaner = createCleaner();
  const authorizer = createAuthorizer(backend, options, cleaner);
  const hooks = options.hooks ?? {};
  const defaults: Sending = {
    fetch: options.fetch ?? platformFetch,
    timeoutMs: checkTimeout(options.timeoutMs),
    retry: resolveRetry(options.retry),
  };

  const send = (call: Call, { fetch, timeoutMs, retry, onSend }: Sending): Promise<Answer> => {
    checkTarget(call.url, endpoint);
    const options = { fetch, timeoutMs, hooks, cleaner, authorizer, onSend };
    const attempt = (count: number): Promise<Answer> => fetchAttempt(call, { ...options, count });
    return fetchWithRetry(call, attempt, retry, hooks);
  };

  const toFetch =
    (fetch: FetchFunction) =>
    async (request: Request): Promise<Response> => {
      const call = directCall(await contentOf(request, request.signal));
      return (await send(call, { ...defaults, fetch })).toResponse();
    };
  const api: InteractionsApi = createClient({
    baseUrl: endpoint.baseUrl,
    Request: platformRequest(endpoint),
    fetch: toFetch(defaults.fetch),
    pathSerializer: (path, params) => serializePath(path, params, backend),
  });
  let hasMiddlewares = false;
  const { use } = api;
  api.use = (...middlewares) => {
    hasMiddlewares = true;
    use(...middlewares);
  };

  return {
    api,
    backend,
    cleaner,
    prepare(kind, call) {
      checkOptionNames(call, callOptionNames);
      const retry = call.retry === undefined ? defaults.retry : resolveRetry(call.retry);
      const timeoutMs = checkTimeout(call.timeoutMs) ?? defaults.timeoutMs;
      const sending: Sending = {
        fetch: call.fetch ?? defaults.fetch,
        timeoutMs,
        retry,
        onSend: () => (prepared.sent += 1),
      };
      const { signal } = call;
      const unsent = { url: endpoint.baseUrl, headers: {}, body: undefined, signal, members: {} };
      const accept = kind.wantsStream ? "text/event-stream" : "application/json";
      const prepared = {
        // A middleware may answer without sending anything.
        call: { ...kind, ...unsent, method: kind.operation.toUpperCase() } as Call,
        sent: 0,
        init: {
          headers: { accept, ...checkHeaders(call.headers) },
          // What a middleware gets must be a Request; without one, plain data is faster.
          ...(hasMiddlewares ? {} : { Request: plainRequest(endpoint) }),
          fetch: async (request: Request) => {
            prepared.call = { ...kind, ...(await contentOf(request, signal)) };
            return (await send(prepared.call, sending)).toResponse();
          },
        },
      };
      return prepared;
    },
  };
}

// Late-bound: a fetch patched after the client was made (MSW, tracing) must still be used.
const platformFetch: FetchFunction = (url, init) => globalThis.fetch(url, init);

/**
 * What openapi-fetch makes a low-level call's request with. Refused here, a request for another place
 * does not even get credentials; and the `redirect` of a call cannot make fetch carry them there.
 */
function platformRequest(endpoint: Endpoint): typeof Request {
  class EndpointRequest {
    constructor(input: string, { signal, ...init }: RequestInit) {
      const url = withVersion(input, endpoint);
      checkTarget(url, endpoint);
      const request = new Request(url, { ...init, redirect: "manual" });
      // Once more as the request has it: normalised, so that no `..` hides another path.
      checkTarget(request.url, endpoint);
      return signal ? withSignal(request, signal) : request;
    }

    // openapi-fetch takes from a middleware only what is an instance of this class.
    static [Symbol.hasInstance](value: unknown): boolean {
      return typeof value === "object" && value !== null && "method" in value && "url" in value;
    }
  }
  // It makes platform Requests; openapi-fetch only calls `new` and `instanceof`.
  return EndpointRequest as unknown as typeof Request;
}

function withSignal(request: Request, signal: AbortSignal): Request {
  try {
    return new Request(request, { signal });
  } catch {
    // A signal of another class, as jsdom's on Node; it is read from here when the call is sent.
    return Object.defineProperty(request, "signal", { value: signal });
  }
}

/** What openapi-fetch makes the request of a client's own method with: plain data. */
function plainRequest(endpoint: Endpoint): typeof Request {
  class PlainRequest {
    readonly url: string;
    readonly method: string;
    readonly headers: Headers;
    readonly body: string | null;

    constructor(input: string, { method, headers, body }: RequestInit) {
      const url = withVersion(input, endpoint);
      checkTarget(url, endpoint);
      this.url = new URL(url).href;
      this.method = method ?? "GET";
      // openapi-fetch has made both: Headers and JSON text.
      this.headers = headers as Headers;
      this.body = (body as string | undefined) ?? null;
    }
  }
  // openapi-fetch hands it to nobody but the `fetch` that is given with it.
  return PlainRequest as unknown as typeof Request;
}

/** The members of a Request that mean something to fetch, and what they are when nobody set them. */
const memberDefaults = {
  cache: "default",
  credentials: "same-origin",
  integrity: "",
  keepalive: false,
  mode: "cors",
  referrer: "about:client",
  referrerPolicy: "",
} as const;

/** What a request is made of, as plain data. */
async function contentOf(request: Request, signal: AbortSignal | undefined): Promise<CallContent> {
  const { method, url } = request;
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => (headers[name] = value));
  const body: unknown = request.body;
  if (body === null || typeof body === "string") {
    return { method, url, headers, body: body ?? undefined, signal, members: membersOf(request) };
  }
  // A middleware may have put another body in.
  const bytes = await request.arrayBuffer();
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  return { method, url, headers, body: text || undefined, signal, members: membersOf(request) };
}

function membersOf(request: Request): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [name, usual] of Object.entries(memberDefaults)) {
    const value: unknown = Reflect.get(request, name);
    if (value !== undefined && value !== usual) members[name] = value;
  }
  // What a platform's own fetch knows beside them, such as `dispatcher`, openapi-fetch adds to it.
  for (const name of Object.keys(request)) members[name] = Reflect.get(request, name);
  return members;
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

function serializePath(path: string, params: Record<string, unknown>, backend: Backend): string {
  const scope = backend.name === "vertex" ? backend : undefined;
  const checked =
    "id" in params ? { ...params, id: checkInteractionId(params["id"], scope) } : params;
  return defaultPathSerializer(path, checked);
}

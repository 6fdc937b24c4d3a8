// The low-level client, and what the client's own methods need to send a call through it. Takes a
// backend and the client's options; returns openapi-fetch over the generated paths, with credentials,
// time limits, retries and the redirect rule installed. The trap: openapi-fetch hands a platform
// Request to middlewares and then to fetch; it is read into plain data once, and never sent itself.

import createClient from "openapi-fetch";
import type { HeadersOptions } from "openapi-fetch";
import type { InteractionsApi } from "../../generated/operations.ts";
import { encodePathParam } from "../model/path-param.ts";
import { callOptionNames } from "../model/options.ts";
import { hookNames } from "../model/hooks.ts";
import type { Hooks } from "../model/hooks.ts";
import type { CallOptions, FetchFunction, InteractionsClientOptions } from "../model/options.ts";
import { checkDuration, checkObject, checkOptionNames } from "../util/check.ts";
import type { Answer } from "./answer.ts";
import { fetchAttempt } from "./attempt.ts";
import type { AttemptOptions } from "./attempt.ts";
import { createAuthorizer } from "./auth/authorize.ts";
import { checkHeaders } from "./auth/provider.ts";
import type { Backend } from "./backend.ts";
import { directCall } from "./call.ts";
import type { Call, CallKind } from "./call.ts";
import { createCleaner } from "./clean.ts";
import type { Cleaner } from "./clean.ts";
import type { Endpoint } from "./endpoint.ts";
import { checkTarget, contentOf, plainRequest, platformRequest } from "./request.ts";
import { fetchWithRetry, resolveRetry } from "./retry.ts";
import type { RetryPolicy } from "./retry.ts";

/** The low-level client of one backend. */
export interface Http {
  /** What users call. */
  readonly api: InteractionsApi;
  /** The same for calls that are prepared here. */
  readonly client: InteractionsApi;
  readonly backend: Backend;
  readonly cleaner: Cleaner;
  /**
   * Prepares a call by one of the client's own methods.
   *
   * @param hooks told of it; absent: the client's own
   */
  prepare(kind: CallKind, options: CallOptions, hooks?: Hooks): PreparedCall;
}

/** A call that openapi-fetch is about to put together. */
export interface PreparedCall {
  /** The openapi-fetch options that do not depend on the operation. */
  readonly init: CallInit;
  /** The call as it was sent. */
  readonly call: Call;
  /** How many attempts were sent. */
  readonly sent: number;
  /** The body of the answer, where it was read already. */
  readonly text: string | undefined;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** See {@link PreparedCall.init}. */
export interface CallInit {
  headers: HeadersOptions;
  fetch: (request: Request) => Promise<Response>;
  Request: typeof Request | undefined;
  /** The body is read here. */
  parseAs: "stream";
}

/** The option of a low-level call that is looked at here: openapi-fetch's kind of fetch. */
interface DirectInit {
  fetch?: (request: Request) => Promise<Response>;
}

/** How one call is sent. */
interface Sending extends AttemptOptions {
  readonly retry: RetryPolicy;
}

/** Makes the openapi-fetch client for one backend. */
export function createHttp(
  backend: Backend,
  endpoint: Endpoint,
  options: InteractionsClientOptions,
): Http {
  const cleaner = createCleaner();
  const authorizer = createAuthorizer(backend, options, cleaner);
  checkOptionNames(options.hooks, hookNames, "hooks.");
  const defaults: Sending = {
    fetch: checkFetch(options.fetch) ?? platformFetch,
    timeoutMs: checkTimeout(options.timeoutMs),
    retry: resolveRetry(options.retry),
    hooks: options.hooks ?? {},
    cleaner,
    authorizer,
    onSend: undefined,
  };

  const sendCall = (call: Call, sending: Sending): Promise<Answer> => {
    checkTarget(call.url, endpoint);
    const attempt = (count: number): Promise<Answer> => fetchAttempt(call, sending, count);
    return fetchWithRetry(call, attempt, sending.retry, sending.hooks);
  };

  const toFetch =
    (fetch: FetchFunction) =>
    async (request: Request): Promise<Response> => {
      const call = directCall(await contentOf(request, {}, request.signal));
      return (await sendCall(call, { ...defaults, fetch })).toResponse();
    };
  const client: InteractionsApi = createClient({
    baseUrl: endpoint.baseUrl,
    Request: platformRequest(endpoint),
    fetch: toFetch(defaults.fetch),
    pathSerializer: (path, params) => serializePath(path, params, backend),
  });
  const PlainRequest = plainRequest(endpoint);
  let hasMiddlewares = false;
  const api: InteractionsApi = {
    ...client,
    use(...middlewares) {
      hasMiddlewares = true;
      client.use(...middlewares);
    },
  };
  // openapi-fetch would call a low-level call's own fetch itself, without credentials and limits.
  const withinLimits = (init: DirectInit | string | undefined): unknown => {
    if (typeof init !== "object" || init.fetch === undefined) return init;
    const { fetch } = init;
    return { ...init, fetch: toFetch((url, own) => fetch(new Request(url, own))) };
  };
  for (const method of ["request", "GET", "PUT", "POST", "DELETE", "PATCH"] as const) {
    // The methods differ in the types of paths and parameters only; the options come last.
    const send = client[method] as (...args: unknown[]) => Promise<unknown>;
    const sendWithin = (...args: (DirectInit | string | undefined)[]): Promise<unknown> =>
      send(...args.map(withinLimits));
    Object.assign(api, { [method]: sendWithin });
  }

  return {
    api,
    client,
    backend,
    cleaner,
    prepare(kind, call, hooks = defaults.hooks) {
      checkObject("Options", call);
      checkOptionNames(call, callOptionNames);
      const retry = call.retry === undefined ? defaults.retry : resolveRetry(call.retry);
      const timeoutMs = checkTimeout(call.timeoutMs) ?? defaults.timeoutMs;
      const sending: Sending = {
        fetch: checkFetch(call.fetch) ?? defaults.fetch,
        timeoutMs,
        retry,
        hooks,
        cleaner,
        authorizer,
        onSend: () => (prepared.sent += 1),
      };
      const { signal } = call;
      const accept = kind.wantsStream
        ? "text/event-stream"
        : kind.isDirect
          ? "*/*"
          : "application/json";
      const headers = { accept, ...checkHeaders(call.headers) };
      const method = kind.operation.toUpperCase();
      const unsent = {
        method,
        url: endpoint.baseUrl,
        headers,
        body: undefined,
        signal,
        members: {},
      };
      const prepared: Writable<PreparedCall> = {
        // A middleware may answer without sending anything.
        call: Object.assign(unsent, kind),
        text: undefined,
        sent: 0,
        init: {
          headers,
          parseAs: "stream",
          // What a middleware gets must be a Request; without one, plain data is faster.
          Request: hasMiddlewares ? undefined : PlainRequest,
          fetch: async (request: Request) => {
            prepared.call = Object.assign(await contentOf(request, headers, signal), kind);
            const answer = await sendCall(prepared.call, sending);
            // A middleware may want to read the body itself. Of an error, openapi-fetch does.
            if (hasMiddlewares || !answer.ok || kind.isDirect) return answer.toResponse();
            prepared.text = answer.text;
            return answer.stream === undefined
              ? (answer.response as Response)
              : answer.toResponse();
          },
        },
      };
      return prepared;
    },
  };
}

// Late-bound: a fetch patched after the client was made (MSW, tracing) must still be used.
const platformFetch: FetchFunction = (url, init) => globalThis.fetch(url, init);

function checkFetch(fetch: FetchFunction | undefined): FetchFunction | undefined {
  if (fetch === undefined || typeof fetch === "function") return fetch;
  throw new TypeError(`fetch must be a function like the platform's, got ${typeof fetch}.`);
}

function checkTimeout(timeoutMs: number | undefined): number | undefined {
  return timeoutMs === undefined ? undefined : checkDuration("timeoutMs", timeoutMs);
}

// Not openapi-fetch's own: it would write the slashes of a file path as %2F.
function serializePath(path: string, params: Record<string, unknown>, backend: Backend): string {
  const scope = backend.name === "vertex" ? backend : undefined;
  return path.replace(
    /([^/{}]*)\/\{([^{}]+)\}/g,
    (_, collection: string, name: string) =>
      `${collection}/${encodePathParam(collection || name, params[name], scope)}`,
  );
}

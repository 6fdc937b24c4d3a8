// The low-level client, and the one door behind it. openapi-fetch writes URL and body, and runs the
// middlewares; each request that it makes, for `client.api` and for the client's own methods alike, then
// goes through `pass`: version, place, credentials, time limits, retries, redirects. A platform
// Request is read once, and never sent itself; attempt.ts calls fetch with a URL and a plain init.

import createClient from "openapi-fetch";
import type { InteractionsApi } from "../../generated/operations.ts";
import type { Sending } from "../model/generated.ts";
import { encodePathParam } from "../model/resource-name.ts";
import { callOptionNames } from "../model/options.ts";
import { hookNames, readHooks } from "../model/hooks.ts";
import type { Hooks } from "../model/hooks.ts";
import type {
  CallOptions,
  FetchFunction,
  InteractionsClientOptions,
  StreamOptions,
} from "../model/options.ts";
import { checkDuration, checkObject, checkOptionNames } from "../util/check.ts";
import type { Answer } from "./answer.ts";
import { createAuthorizer } from "./auth/authorize.ts";
import { checkHeaders } from "./auth/provider.ts";
import { scopeOf } from "./backend.ts";
import type { Backend } from "./backend.ts";
import { toCall } from "./call.ts";
import type { Call, CallKind } from "./call.ts";
import { createCleaner } from "./clean.ts";
import type { Cleaner } from "./clean.ts";
import type { Endpoint } from "./endpoint.ts";
import { withArguments } from "./place.ts";
import type { Argument } from "./place.ts";
import { checkTarget, contentOf, keepingRequest } from "./request.ts";
import { fetchWithRetry, resolveRetry } from "./retry.ts";
import type { Passing } from "./retry.ts";

/** The low-level client of one backend. */
export interface Http {
  /** What users call. */
  readonly api: InteractionsApi;
  /** What the client's own methods call: the same without a look at the call's own `fetch`. */
  readonly client: InteractionsApi;
  readonly backend: Backend;
  readonly cleaner: Cleaner;
  /** Prepares a call by one of the client's own methods. */
  begin(options: CallOptions & Pick<StreamOptions, "idleTimeoutMs">, own: OwnCall): Exchange;
}

/** What one of the client's own methods says of a call, beside its operation. */
export interface OwnCall {
  readonly accept: "application/json" | "text/event-stream" | "*/*";
  /** What a create starts; read from method and URL for everything else. */
  readonly starts?: CallKind["starts"] | undefined;
  /** Told of the call; absent: the client's own. */
  readonly hooks?: Hooks | undefined;
}

/** A call by one of the client's own methods on its way. */
export interface Exchange {
  /** What the generated operation is given beside its parameters. */
  readonly how: Sending;
  /** The call as it was sent; before that, and where a middleware answers itself, without its path. */
  readonly call: Call;
  /** How many attempts were sent. */
  readonly attempts: number;
  /** The answer to the last one. */
  readonly answer: Answer | undefined;
}

/** Longest silence in a body, in milliseconds: below the 300 s of Node's own fetch. */
const defaultIdleTimeoutMs = 240_000;

/** Makes the openapi-fetch client for one backend. */
export function createHttp(
  backend: Backend,
  endpoint: Endpoint,
  options: InteractionsClientOptions,
): Http {
  const cleaner = createCleaner();
  checkOptionNames(options.hooks, hookNames, "hooks.");
  const defaults: Passing = {
    fetch: checkFetch(options.fetch) ?? platformFetch,
    timeoutMs: checkTimeout(options.timeoutMs),
    // Checked by each call, as its own is.
    idleTimeoutMs: options.idleTimeoutMs ?? defaultIdleTimeoutMs,
    retry: resolveRetry(options.retry),
    hooks: options.hooks ?? {},
    cleaner,
    authorizer: createAuthorizer(backend, options, cleaner),
    onSend: undefined,
  };

  const pass = (call: Call, passing: Passing): Promise<Answer> => {
    // As it is sent: normalised, so that no `..` hides another path, and past all middlewares.
    checkTarget(call.url, endpoint);
    return fetchWithRetry(call, { ...passing, hooks: readHooks(passing.hooks) });
  };

  const toFetch = (passing: Passing, signal?: AbortSignal) => async (request: Request) => {
    const call = toCall(await contentOf(request, signal));
    return (await pass(call, passing)).toResponse();
  };

  const client: InteractionsApi = createClient({
    baseUrl: endpoint.baseUrl,
    Request: keepingRequest(endpoint),
    fetch: toFetch(defaults),
    pathSerializer: (path, params) => serializePath(path, params, backend),
  });

  // openapi-fetch would call a low-level call's own fetch itself, without credentials and limits.
  const withinLimits = (init: Argument): Argument => {
    if (typeof init !== "object") return init;
    const { fetch, signal, ...rest } = init;
    const own: FetchFunction | undefined = fetch && ((url, how) => fetch(new Request(url, how)));
    // Kept from the Request: it may be of another class, and a Request never lets go of one.
    return { ...rest, fetch: toFetch(own ? { ...defaults, fetch: own } : defaults, signal) };
  };
  const unsent = toCall({
    method: "a call to",
    url: endpoint.baseUrl,
    headers: {},
    body: undefined,
    signal: undefined,
    members: {},
  });

  return {
    client,
    api: withArguments(client, withinLimits),
    backend,
    cleaner,
    begin(call, { accept, starts, hooks = defaults.hooks }) {
      checkObject("Options", call);
      checkOptionNames(call, callOptionNames);
      const passing: Passing = {
        ...defaults,
        fetch: checkFetch(call.fetch) ?? defaults.fetch,
        timeoutMs: checkTimeout(call.timeoutMs) ?? defaults.timeoutMs,
        idleTimeoutMs: checkDuration("idleTimeoutMs", call.idleTimeoutMs ?? defaults.idleTimeoutMs),
        retry: call.retry === undefined ? defaults.retry : resolveRetry(call.retry),
        hooks,
        onSend: () => (exchange.attempts += 1),
      };
      const own = { starts, isFile: accept === "*/*" };
      const exchange: Writable<Exchange> = {
        call: unsent,
        attempts: 0,
        answer: undefined,
        how: {
          headers: { accept, ...checkHeaders(call.headers) },
          async fetch(request) {
            exchange.call = toCall(await contentOf(request, call.signal), own);
            exchange.answer = await pass(exchange.call, passing);
            return exchange.answer.toResponse();
          },
        },
      };
      return exchange;
    },
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

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
  const scope = scopeOf(backend);
  return path.replace(
    /([^/{}]*)\/\{([^{}]+)\}/g,
    (_, collection: string, name: string) =>
      `${collection}/${encodePathParam(collection || name, params[name], scope)}`,
  );
}

// Everything a caller may set, documented once: the client's options, those of a call, of a stream, of
// retries. Types and their lists of names only; the defaults are applied where they are used.

import type { Hooks } from "./hooks.ts";

/** What a {@link FetchFunction} is called with beside the URL: plain data, new for each attempt. */
export interface FetchInit {
  /** The HTTP method, in upper case. */
  method: string;
  /** Names are in lower case; the credentials are among them. */
  headers: Record<string, string>;
  /**
   * JSON text. `environments.writeFile` sends a `Blob` instead, which every fetch accepts, although their
   * types do not share such a body.
   */
  body?: string;
  /** Aborts by the caller's signal or a time limit; absent if neither is set. */
  signal?: AbortSignal;
  /** Following a redirect would carry the credentials to another host. */
  redirect: "manual";
  /** On a GET, where the platform supports it: a cache must not answer a poll. */
  cache?: RequestCache;
}

/** The members of a {@link FetchFunction}'s result that are used; every `Response` has them. */
export interface FetchResponse {
  /** Whether the status is 2xx. */
  readonly ok: boolean;
  /** The HTTP status. */
  readonly status: number;
  /** The text beside the status. */
  readonly statusText?: string | undefined;
  /** `opaqueredirect` where the platform hides a redirect. */
  readonly type?: string | undefined;
  /** The headers, by names in any case. */
  readonly headers: {
    /** Returns the value of a header, or `null`. */
    get(name: string): string | null;
    /** Calls back with each header. */
    forEach(callback: (value: string, name: string) => void): void;
  };
  /** A web stream or, with node-fetch, an async iterable of bytes; `null` when empty. */
  readonly body?: unknown;
  /** Reads the body to its end. */
  text(): Promise<string>;
  /** Needed to read files if the body is not a web stream. */
  arrayBuffer?(): Promise<ArrayBuffer>;
}

/**
 * A `fetch`, always called as `fetch(url, init)`: the platform's own, undici's with a dispatcher,
 * node-fetch, Expo's, or one that wraps any of them.
 */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** A Gemini API key, or a function that fetches one for each call. */
export type ApiKey = string | (() => string | Promise<string>);

/** Fetches an access token; with `forceRefresh` a new one, because the last one was refused. */
export type TokenFunction = (context: { forceRefresh: boolean }) => string | Promise<string>;

/** Something that makes the headers of a request, such as google-auth-library's clients. */
export interface RequestHeadersSource {
  /** Resolves with the headers that carry the credentials. */
  getRequestHeaders(url?: string): Promise<Headers | Record<string, string>>;
}

/** An access token, or something that fetches one. */
export type VertexAuth = string | TokenFunction | RequestHeadersSource;

/** The URL form of Vertex calls by id; see {@link VertexOptions.resourcePaths}. */
export type ResourcePaths = "auto" | "location" | "unscoped";

/** Project, location and credentials for Vertex AI. */
export interface VertexOptions {
  /**
   * Google Cloud project id or number.
   *
   * @defaultValue `GOOGLE_CLOUD_PROJECT`
   */
  project?: string | undefined;
  /**
   * `global`, the multi-regions `us` and `eu`, or a region such as `us-central1`. The service
   * documents `global` only.
   *
   * @defaultValue `GOOGLE_CLOUD_LOCATION`, then `global`
   */
  location?: string | undefined;
  /**
   * An access token, a function that fetches one, or any object with `getRequestHeaders(url)` such
   * as google-auth-library's `GoogleAuth`. Functions and objects are called for every attempt, and once
   * more after a 401, with `forceRefresh`. A failure becomes a {@link CredentialsError}.
   *
   * @defaultValue Application Default Credentials through google-auth-library, an optional peer
   * dependency that is loaded only then
   */
  auth?: VertexAuth | undefined;
  /**
   * URL form of get, cancel and delete. `location` puts them under project and location,
   * `unscoped` right under the version. `auto` uses the scoped form for `global`, `us` and `eu`;
   * for a region it tries the unscoped form first and the scoped one on 404, 405 or 501, and
   * remembers the form that answered 2xx.
   *
   * @defaultValue `auto`
   */
  resourcePaths?: ResourcePaths | undefined;
}

/** Options of `InteractionsClient`. */
export interface InteractionsClientOptions {
  /**
   * Gemini API key; selects the Gemini API. Not together with `vertex`.
   *
   * @defaultValue `GEMINI_API_KEY`, then `GOOGLE_API_KEY`
   */
  apiKey?: ApiKey | undefined;
  /**
   * Selects Vertex AI. Without `vertex` and `apiKey` the environment decides:
   * `GOOGLE_GENAI_USE_ENTERPRISE`, then `GOOGLE_GENAI_USE_VERTEXAI`, set to `true` or `1`, mean
   * Vertex AI; else an API key means the Gemini API.
   */
  vertex?: VertexOptions | undefined;
  /**
   * Project whose quota is used and which is billed, sent as `x-goog-user-project`. Vertex AI only.
   *
   * @defaultValue `VERTEX_QUOTA_PROJECT_ID`, then `GOOGLE_CLOUD_QUOTA_PROJECT`, then the
   * credential's own
   */
  quotaProjectId?: string | undefined;
  /**
   * API version, the first segment of every path.
   *
   * `v1`, generally available since June 2026, works alike; resources other than interactions may exist
   * in `v1beta` only.
   *
   * @defaultValue `v1beta` on the Gemini API, `v1beta1` on Vertex AI
   */
  apiVersion?: string | undefined;
  /**
   * Another host, with or without a path; one trailing version segment is dropped. `https:` unless
   * the host is this machine or `allowHttp` is set. Credentials are sent to this host only.
   *
   * @defaultValue `GOOGLE_GEMINI_BASE_URL` on the Gemini API, `GOOGLE_VERTEX_BASE_URL` on Vertex AI,
   * else the service's host
   */
  baseUrl?: string | undefined;
  /**
   * Whether `baseUrl` may use `http:` for any host, such as a gateway inside a cluster. Anyone on the
   * network path can then read credentials and content.
   *
   * @defaultValue `false`
   */
  allowHttp?: boolean | undefined;
  /**
   * Sends every request. Called as `fetch(url, init)` with a plain, fresh `init` for each attempt.
   *
   * @defaultValue `globalThis.fetch`, looked up for each request
   */
  fetch?: FetchFunction | undefined;
  /** Headers for every request; a per-call header of the same name overrides one. */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Longest time for one attempt of one call, in milliseconds: fetching the credential, the response
   * headers and the body, also that of an error. For a stream, up to the headers.
   *
   * @defaultValue none for create, 30_000 for get, cancel and delete
   */
  timeoutMs?: number | undefined;
  /**
   * How failed calls are repeated, or `false` for never. Streams still resume after a lost
   * connection.
   *
   * @defaultValue 3 retries, 500 ms doubling to 8 s; creates only when they cannot have started a run
   */
  retry?: RetryOptions | false | undefined;
  /**
   * Longest silence on an open stream, in milliseconds, before its connection counts as dead. The
   * timeout may fire up to 12.5 % late. Time spent in the caller's loop does not count. Node gives
   * up on its own after 300 s.
   *
   * @defaultValue 240_000, for background runs 120_000
   */
  idleTimeoutMs?: number | undefined;
  /**
   * Functions for logs and traces; their records contain names of headers, never values. `consoleHooks()`
   * writes a log, `otelHooks()` of `gemini-interactions/otel` makes spans and metrics.
   */
  hooks?: Hooks | undefined;
}

/** The names of {@link VertexOptions}; TypeScript asks for every one. */
export const vertexOptionNames: Readonly<Record<keyof VertexOptions, true>> = {
  project: true,
  location: true,
  auth: true,
  resourcePaths: true,
};

/** The names of {@link InteractionsClientOptions}. */
export const clientOptionNames: Readonly<Record<keyof InteractionsClientOptions, true>> = {
  apiKey: true,
  vertex: true,
  quotaProjectId: true,
  apiVersion: true,
  baseUrl: true,
  allowHttp: true,
  fetch: true,
  headers: true,
  timeoutMs: true,
  retry: true,
  idleTimeoutMs: true,
  hooks: true,
};

/** How failed calls are repeated; see docs/errors.md for which are, and which never are. */
export interface RetryOptions {
  /** Largest number of retries of one call. @defaultValue 3 */
  maxRetries?: number | undefined;
  /**
   * Longest pause before the first retry, in milliseconds. It doubles with each retry, and the actual
   * pause is a random part of it. Streams pause the same way before they reconnect.
   *
   * @defaultValue 500
   */
  baseDelayMs?: number | undefined;
  /**
   * Longest pause before any retry, in milliseconds. A delay that the service asks for is obeyed up to 60 s.
   *
   * @defaultValue 8_000
   */
  maxDelayMs?: number | undefined;
  /**
   * Which creates are repeated: `safe` only those that cannot have started a run, `always` also those
   * that may have started one, at the risk of a second, billed run.
   *
   * @defaultValue `safe`
   */
  create?: "safe" | "always" | undefined;
}

/** The names of {@link RetryOptions}. */
export const retryOptionNames: Readonly<Record<keyof RetryOptions, true>> = {
  maxRetries: true,
  baseDelayMs: true,
  maxDelayMs: true,
  create: true,
};

/** Options of one call. The argument before it contains the request. */
export interface CallOptions {
  /** Ends the call at once; it rejects with the signal's own `reason`. */
  signal?: AbortSignal | undefined;
  /**
   * Longest time for one attempt, in milliseconds: credential, headers and body; for a stream, up to
   * the headers.
   *
   * @defaultValue the client's `timeoutMs`
   */
  timeoutMs?: number | undefined;
  /** Headers for this call; they override all others. */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * How this call is repeated when it fails, or `false` for never. Replaces all of the client's `retry`.
   *
   * @defaultValue the client's `retry`
   */
  retry?: RetryOptions | false | undefined;
  /**
   * Sends this call's requests, called as `fetch(url, init)`.
   *
   * @defaultValue the client's `fetch`
   */
  fetch?: FetchFunction | undefined;
}

/** Options of one stream. */
export interface StreamOptions extends CallOptions {
  /**
   * Longest silence on the open stream, in milliseconds, before its connection counts as dead. The
   * timeout may fire up to 12.5 % late.
   *
   * @defaultValue the client's `idleTimeoutMs`
   */
  idleTimeoutMs?: number | undefined;
  /**
   * Whether the stream keeps what it delivers, for `snapshot` and `finalInteraction()`. With `false`,
   * `snapshot` throws, and `finalInteraction()` sends one GET.
   *
   * @defaultValue `true`
   */
  accumulate?: boolean | undefined;
  /**
   * Whether a stream reconnects when its connection is lost, and for how long it tries: `timeoutMs` is
   * the longest time without anything new, in milliseconds. Has no effect with `store: false`.
   *
   * @defaultValue `true`: one hour for a background run, one minute for a foreground run
   */
  resume?:
    | boolean
    | {
        /** Longest time without anything new, in milliseconds. */
        timeoutMs?: number | undefined;
        /**
         * Whether a foreground stream that is cut right after a `continuation_token`, without content
         * since, ends there instead of being resumed, because the caller continues from the token.
         * `createWithContinuation` sets it.
         *
         * @defaultValue `false`
         */
        stopAtCheckpoint?: boolean | undefined;
      }
    | undefined;
  /**
   * Also cancels a background run when the stream is aborted, on a best-effort basis. The stream
   * still rejects with the reason of the abort.
   *
   * @defaultValue `false`: the run continues at the service
   */
  cancelOnAbort?: boolean | undefined;
}

/** The names of {@link CallOptions} and {@link StreamOptions}. */
export const callOptionNames: Readonly<Record<keyof StreamOptions, true>> = {
  signal: true,
  timeoutMs: true,
  headers: true,
  retry: true,
  fetch: true,
  idleTimeoutMs: true,
  accumulate: true,
  resume: true,
  cancelOnAbort: true,
};

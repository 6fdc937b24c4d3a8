import type { Pacing } from "../util/delay.ts";
import type { Hooks } from "./hooks.ts";

/** A `fetch`: anything that takes a `Request` and answers like the platform's own. */
export type FetchFunction = (request: Request) => Promise<Response>;

/** A Gemini API key, or a function that fetches one for each call. */
export type ApiKey = string | (() => string | Promise<string>);

/** Fetches an access token; with `forceRefresh` one that is new, because the last was refused. */
export type TokenFunction = (context: { forceRefresh: boolean }) => string | Promise<string>;

/** What google-auth-library's `GoogleAuth` and `AuthClient` have in common. */
export interface RequestHeadersSource {
  getRequestHeaders(url?: string): Promise<Headers | Record<string, string>>;
}

/** An access token, or something that fetches one. */
export type VertexAuth = string | TokenFunction | RequestHeadersSource;

/** Which URL form Vertex calls by id use; see {@link VertexOptions.resourcePaths}. */
export type ResourcePaths = "auto" | "location" | "unscoped";

/** Where on Vertex AI to run, and as whom. */
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
   * as google-auth-library's `GoogleAuth`. Functions and objects are asked for every call; after a
   * 401 once more, with `forceRefresh`.
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
   * Project that quota and billing are counted on, sent as `x-goog-user-project`. Vertex AI only.
   *
   * @defaultValue `VERTEX_QUOTA_PROJECT_ID`, then `GOOGLE_CLOUD_QUOTA_PROJECT`, then the
   * credential's own
   */
  quotaProjectId?: string | undefined;
  /**
   * API version, the first segment of every path.
   *
   * @defaultValue `v1beta` on the Gemini API, `v1beta1` on Vertex AI
   */
  apiVersion?: string | undefined;
  /**
   * Another host, with or without a path; one trailing version segment is dropped. `https:` unless
   * the host is this machine. Credentials are sent there and nowhere else.
   *
   * @defaultValue the service's host
   */
  baseUrl?: string | undefined;
  /**
   * Sends every request; gets one complete `Request`.
   *
   * @defaultValue `globalThis.fetch`, looked up for each request
   */
  fetch?: FetchFunction | undefined;
  /** Headers for every request; a per-call header of the same name wins. */
  headers?: Readonly<Record<string, string>> | undefined;
  /**
   * Longest time for one attempt of one call up to the end of the body, in milliseconds. Streams
   * have no such limit.
   *
   * @defaultValue none for create, 30_000 for get, cancel and delete
   */
  timeoutMs?: number | undefined;
  /**
   * How failed calls are repeated, or `false` for never. Streams go on after a lost connection all
   * the same.
   *
   * @defaultValue 3 retries, 500 ms doubling to 8 s, creates only when nothing can have started
   */
  retry?: RetryOptions | false | undefined;
  /**
   * Longest silence on an open stream, in milliseconds, before its connection counts as dead, found
   * out up to an eighth later. Time spent in the caller's loop does not count. Node gives up on its
   * own after 300 s.
   *
   * @defaultValue 240_000, for background runs 120_000
   */
  idleTimeoutMs?: number | undefined;
  /** Called as things happen, for logs and traces; records name headers, never their values. */
  hooks?: Hooks | undefined;
}

/** How calls are repeated; see the README for what is, and what never is. */
export interface RetryOptions {
  /** @defaultValue 3 */
  maxRetries?: number | undefined;
  /**
   * Longest pause before the first retry, in milliseconds; it doubles each time, and the pause is
   * a random part of it. Reconnecting streams pause the same way.
   *
   * @defaultValue 500
   */
  baseDelayMs?: number | undefined;
  /**
   * Longest pause of all, in milliseconds; a delay that the service asks for is obeyed up to 60 s.
   *
   * @defaultValue 8_000
   */
  maxDelayMs?: number | undefined;
  /**
   * Which creates are repeated: `safe` only those that cannot have started a run; `always` any that
   * failed for a moment, at the risk of a second, billed run.
   *
   * @defaultValue `safe`
   */
  create?: "safe" | "always" | undefined;
}

/** How one call is sent. What is sent stands in the argument before. */
export interface CallOptions {
  /** Ends the call at once; it rejects with the signal's own `reason`. */
  signal?: AbortSignal | undefined;
  /** See {@link InteractionsClientOptions.timeoutMs}. */
  timeoutMs?: number | undefined;
  /** Headers for this call; they win over every other source. */
  headers?: Readonly<Record<string, string>> | undefined;
  /** See {@link InteractionsClientOptions.retry}; what is given here replaces the client's. */
  retry?: RetryOptions | false | undefined;
  /** See {@link InteractionsClientOptions.fetch}. */
  fetch?: FetchFunction | undefined;
}

/** How one stream is opened and kept up. */
export interface StreamOptions extends CallOptions {
  /** See {@link InteractionsClientOptions.idleTimeoutMs}. */
  idleTimeoutMs?: number | undefined;
  /**
   * Whether a stream whose connection is lost goes on with another one.
   *
   * @defaultValue `true`; nothing can go on with `store: false`
   */
  resume?: boolean | undefined;
  /**
   * Also cancels a background run when the stream is aborted: best effort, and never instead of
   * the abort.
   *
   * @defaultValue `false`: the run goes on at the service
   */
  cancelOnAbort?: boolean | undefined;
}

/** The backend and its credentials, after options and environment. */
export type Backend =
  | { readonly name: "gemini"; readonly apiKey: ApiKey }
  | {
      readonly name: "vertex";
      readonly project: string;
      readonly location: string;
      readonly auth: VertexAuth | undefined;
      readonly resourcePaths: ResourcePaths;
      readonly quotaProjectId: string | undefined;
    };

/** {@link RetryOptions} with their defaults. */
export interface RetryPolicy extends Pacing {
  readonly maxRetries: number;
  readonly create: "safe" | "always";
}

/** Finds the backend: explicit options first, then the environment. */
export function resolveBackend(options: InteractionsClientOptions): Backend {
  const { apiKey, vertex } = options;
  if (apiKey !== undefined && vertex !== undefined) {
    throw new TypeError("Pass either apiKey (Gemini API) or vertex (Vertex AI), not both.");
  }
  if (vertex !== undefined) return resolveVertex(vertex, options);
  if (apiKey !== undefined) return { name: "gemini", apiKey };
  const useVertex = readFlag("GOOGLE_GENAI_USE_ENTERPRISE", "GOOGLE_GENAI_USE_VERTEXAI");
  if (useVertex) return resolveVertex({}, options);
  const key = readVariable("GEMINI_API_KEY", "GOOGLE_API_KEY");
  if (key === undefined) {
    throw new TypeError(
      "No credentials. Pass apiKey or vertex to the client, or set GEMINI_API_KEY; for Vertex AI " +
        "set GOOGLE_GENAI_USE_VERTEXAI=true and GOOGLE_CLOUD_PROJECT.",
    );
  }
  return { name: "gemini", apiKey: key };
}

/** How long pauses between tries are; the same for retries and reconnects. */
export function resolvePacing(retry: RetryOptions | false | undefined): Pacing {
  const { baseDelayMs = 500, maxDelayMs = 8_000 } = retry || {};
  checkRetryNumbers({ baseDelayMs, maxDelayMs });
  return { baseDelayMs, maxDelayMs };
}

/** How calls are repeated. */
export function resolveRetry(retry: RetryOptions | false | undefined): RetryPolicy {
  const { maxRetries = 3, create = "safe" } = retry || {};
  checkRetryNumbers({ maxRetries });
  return { ...resolvePacing(retry), maxRetries: retry === false ? 0 : maxRetries, create };
}

/** Refuses a time limit that would mean no time, or that is no number. */
export function checkDuration(name: string, ms: number): number {
  if (ms > 0) return ms;
  throw new TypeError(`${name} must be a positive number of milliseconds, got ${ms}.`);
}

// NaN, as Number() makes of a missing variable, would mean retries without end.
function checkRetryNumbers(numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (!(value >= 0)) throw new TypeError(`retry.${name} must be 0 or more, got ${value}.`);
  }
}

function resolveVertex(vertex: VertexOptions, options: InteractionsClientOptions): Backend {
  const project = nonEmpty(vertex.project) ?? readVariable("GOOGLE_CLOUD_PROJECT");
  if (project === undefined) {
    throw new TypeError(
      "Vertex AI needs a project. Pass vertex.project to the client, or set GOOGLE_CLOUD_PROJECT.",
    );
  }
  return {
    name: "vertex",
    project,
    location: nonEmpty(vertex.location) ?? readVariable("GOOGLE_CLOUD_LOCATION") ?? "global",
    auth: vertex.auth,
    resourcePaths: vertex.resourcePaths ?? "auto",
    quotaProjectId:
      nonEmpty(options.quotaProjectId) ??
      readVariable("VERTEX_QUOTA_PROJECT_ID", "GOOGLE_CLOUD_QUOTA_PROJECT"),
  };
}

/** The first of these environment variables that is set to more than blanks. */
function readVariable(...names: string[]): string | undefined {
  // Browsers have no `process`; edge workers may have one without `env`.
  const env = typeof process === "undefined" ? undefined : process.env;
  for (const name of names) {
    const value = nonEmpty(env?.[name]);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether the first of these variables that is set says yes. */
function readFlag(...names: string[]): boolean {
  const value = readVariable(...names)?.toLowerCase();
  return value === "true" || value === "1";
}

function nonEmpty(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === "" ? undefined : trimmed;
}

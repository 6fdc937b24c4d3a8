// Sends a call by one of the client's own methods, and says what came of it: in come method, path and
// parameters, out go the answer with the call as it was sent, its text, or the error to throw. Shared by
// the operations of interactions (operations.ts) and the tables of other resources (resources.ts).

import type { ApiError } from "../model/errors.ts";
import type { Hooks } from "../model/hooks.ts";
import { callOptionNames } from "../model/options.ts";
import type { CallOptions } from "../model/options.ts";
import type { ResourceScope } from "../model/path-param.ts";
import { abortable, throwIfAborted } from "../util/abort.ts";
import { checkObject } from "../util/check.ts";
import type { RawAnswer } from "./answer.ts";
import type { Http, PreparedCall } from "./api.ts";
import { createApiError } from "./api-error.ts";
import type { Backend } from "./backend.ts";
import type { CallKind } from "./call.ts";

/** What came of a call, and the call itself for the messages. */
export interface Outcome extends RawAnswer {
  readonly prepared: PreparedCall;
  /** Whether it is the answer to a retry. */
  readonly isRetried: boolean;
}

/** What the calls of a client differ in, beside their kind. */
export interface Sending {
  readonly method: string;
  /** As the spec writes it, without the version. */
  readonly path: string;
  readonly ids?: Readonly<Record<string, unknown>>;
  readonly query?: object | undefined;
  readonly body?: object | undefined;
  /** On Vertex AI without project and location. */
  readonly isUnscoped?: boolean;
}

/**
 * Sends a call, unless its signal aborts: then it rejects at once, whatever a middleware waits for.
 *
 * @param hooks told of the call; absent: the client's own
 */
export async function send(
  http: Http,
  kind: CallKind,
  options: CallOptions,
  { method, path, ids, query, body, isUnscoped = false }: Sending,
  hooks?: Hooks,
): Promise<Outcome> {
  const { backend, client } = http;
  const prepared = http.prepare(kind, options, hooks);
  throwIfAborted(options.signal);
  const [version, scope] =
    backend.name === "gemini"
      ? ["/v1beta"]
      : isUnscoped
        ? ["/v1beta1"]
        : [`/v1beta1/projects/{project}/locations/{location}`, scopeOf(backend)];
  const params = { path: { ...scope, ...ids }, query };
  const init = Object.assign({ params, body }, prepared.init);
  // The paths are the spec's. openapi-fetch's types take none that is put together at run time.
  const request = client.request as (...args: unknown[]) => Promise<RawAnswer>;
  const { data, error, response } = await abortable(
    options.signal,
    request(method, version + path, init),
  );
  return { data, error, response, prepared, isRetried: prepared.sent > 1 };
}

/** The project and location of a Vertex AI client. */
export function scopeOf(backend: Backend): ResourceScope | undefined {
  if (backend.name === "gemini") return undefined;
  return { project: backend.project, location: backend.location };
}

/** The error of an answer outside 2xx. */
export function toError(
  { backend, cleaner }: Pick<Http, "backend" | "cleaner">,
  { prepared, error, response }: Outcome,
  options?: ErrorOptions,
): ApiError {
  const location = backend.name === "vertex" ? backend.location : undefined;
  return createApiError(prepared.call, response, error, { ...options, cleaner, location });
}

/** After an own retry a 404 says that the first attempt deleted it, though its answer was lost. */
export function isGone({ prepared, response, isRetried }: Outcome): boolean {
  return isRetried && prepared.call.method === "DELETE" && response.status === 404;
}

/** The body of a 2xx answer that is no stream. */
export async function textOf({ prepared, response }: Outcome): Promise<string> {
  return prepared.text ?? response.text();
}

/** Members that decide what a call is: a text would be true to the service, and to this library not. */
const flags = ["stream", "background", "store"] as const;

/** Refuses parameters that are none, and options among them, which the service would refuse or drop. */
export function checkParams(params: { readonly [Flag in (typeof flags)[number]]?: unknown }): void {
  checkObject("Parameters", params);
  const option = Object.keys(params).find((name) => Object.hasOwn(callOptionNames, name));
  if (option !== undefined) {
    throw new TypeError(`${option} is no parameter but an option: pass it in the last argument.`);
  }
  for (const name of flags) {
    const value = params[name] ?? false;
    if (typeof value !== "boolean") {
      throw new TypeError(`${name} must be true or false, got a ${typeof value}.`);
    }
  }
}

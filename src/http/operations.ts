// The client's four operations, create and get also as streams, over one backend. Takes parameters as
// the service names them, returns its JSON or its open stream, throws for everything else. On Vertex
// AI a call by id has two URL forms; which one a regional location has is found out on the way.

import type { ApiAnswer } from "../model/api-promise.ts";
import type { Hooks } from "../model/hooks.ts";
import { checkId } from "../model/path-param.ts";
import type { CallOptions } from "../model/options.ts";
import type { CreateInteractionParams, GetInteractionParams, Interaction } from "../model/types.ts";
import { isFilled } from "../util/json.ts";
import { isEventStream, noStreamError, parseAnswer } from "./answer.ts";
import type { Http } from "./api.ts";
import type { Backend } from "./backend.ts";
import { createKind, byIdKind } from "./call.ts";
import type { ByIdKind } from "./call.ts";
import { isMultiRegion } from "./endpoint.ts";
import { checkParams, isGone, scopeOf, send, textOf, toError } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

/** The calls of one client; on Vertex AI they remember the URL form that worked. */
export interface InteractionCalls {
  create(params: CreateInteractionParams, options: CallOptions): Promise<ApiAnswer<Interaction>>;
  /** For parameters with `stream: true`. */
  createStream(params: CreateInteractionParams, options: CallOptions): Promise<EventStreamAnswer>;
  get(
    id: string,
    params: GetInteractionParams,
    options: CallOptions,
  ): Promise<ApiAnswer<Interaction>>;
  getStream(
    id: string,
    params: { include_input?: boolean | undefined; last_event_id?: string | undefined },
    options: CallOptions,
  ): Promise<EventStreamAnswer>;
  cancel(id: string, options: CallOptions): Promise<ApiAnswer<Interaction>>;
  delete(id: string, options: CallOptions): Promise<ApiAnswer<void>>;
  /** The same calls, told to other hooks. */
  withHooks(hooks: Hooks): InteractionCalls;
  /** Text from outside for a message: in one line, at most 1 kB, without the client's credentials. */
  clean(text: string): string;
  /** A thrown value for `cause`: an Error with name, message, code and its own cause only. */
  cleanCause(cause: unknown): Error | undefined;
}

/** An open event stream: its bytes, and the response they come in. */
export type EventStreamAnswer = ApiAnswer<ByteStream>;

type ByteStream = ReadableStream<Uint8Array>;

type Form = "gemini" | "location" | "unscoped";

/** What a Vertex front end answers where it has no such route, and also where it has no such id. */
const unroutedStatuses = new Set([404, 405, 501]);

/**
 * The four operations over one backend.
 *
 * @param hooks told of the calls; absent: the client's own
 * @param found the URL form of calls by id, which all calls of a client share
 */
export function createInteractionCalls(
  http: Http,
  hooks?: Hooks,
  found: { form: Form | undefined } = { form: knownForm(http.backend) },
): InteractionCalls {
  const { backend, cleaner } = http;

  const sendCreate = (
    params: CreateInteractionParams,
    options: CallOptions,
    wantsStream: boolean,
  ): Promise<Outcome> => {
    checkCreateParams(params);
    const sending = { method: "POST", path: "/interactions", body: params };
    return send(http, createKind(params, wantsStream), options, sending, hooks);
  };

  const sendTo = (
    urlForm: Form,
    id: string,
    kind: ByIdKind,
    options: CallOptions,
    query: GetInteractionParams,
  ): Promise<Outcome> => {
    const isCancel = kind.operation === "cancel";
    const sending = {
      method: isCancel ? "POST" : kind.operation.toUpperCase(),
      path: isCancel ? "/interactions/{id}/cancel" : "/interactions/{id}",
      ids: { id },
      query,
      isUnscoped: urlForm === "unscoped",
    };
    return send(http, kind, options, sending, hooks);
  };

  const sendById = async (
    id: string,
    kind: ByIdKind,
    options: CallOptions,
    query: GetInteractionParams = {},
  ): Promise<Outcome> => {
    const segment = checkId("interactions", id, scopeOf(backend));
    if (found.form !== undefined) return sendTo(found.form, segment, kind, options, query);
    const unscoped = await sendTo("unscoped", segment, kind, options, query);
    // Only a success proves the form: a 404 may be an id that never was.
    if (unscoped.response.ok) found.form = "unscoped";
    if (!unroutedStatuses.has(unscoped.response.status)) return unscoped;
    const answer = await sendTo("location", segment, kind, options, query);
    const scoped = { ...answer, isRetried: answer.isRetried || unscoped.isRetried };
    if (scoped.response.ok) found.form = "location";
    else if (!isGone(scoped)) throw toError(http, scoped, { cause: toError(http, unscoped) });
    return scoped;
  };

  const toInteraction = async (outcome: Outcome): Promise<ApiAnswer<Interaction>> => {
    const { prepared, response } = outcome;
    if (!response.ok) throw toError(http, outcome);
    const value = parseAnswer(prepared.call, response, await textOf(outcome), cleaner);
    // The service's JSON is taken for what the spec says it is.
    return { data: fillMissing(value as unknown as Interaction), response };
  };

  const toEventStream = async (outcome: Outcome): Promise<EventStreamAnswer> => {
    const { prepared, data, response } = outcome;
    if (!response.ok) throw toError(http, outcome);
    // With `parseAs: "stream"` openapi-fetch hands on the body.
    if (data && isEventStream(response.headers)) return { data: data as ByteStream, response };
    throw noStreamError(prepared.call, response, await textOf(outcome), cleaner);
  };

  return {
    async create(params, options) {
      return toInteraction(await sendCreate(params, options, false));
    },
    async createStream(params, options) {
      return toEventStream(await sendCreate(params, options, true));
    },
    async get(id, params, options) {
      checkGetParams(params);
      return toInteraction(await sendById(id, byIdKind("get"), options, params));
    },
    async getStream(id, params, options) {
      const query = { ...params, stream: true } as const;
      checkGetParams(query);
      return toEventStream(await sendById(id, byIdKind("get", true), options, query));
    },
    async cancel(id, options) {
      return toInteraction(await sendById(id, byIdKind("cancel"), options));
    },
    async delete(id, options) {
      const outcome = await sendById(id, byIdKind("delete"), options);
      const { response } = outcome;
      if (!response.ok && !isGone(outcome)) throw toError(http, outcome);
      return { data: undefined, response };
    },
    withHooks: (others) => createInteractionCalls(http, others, found),
    clean: (text) => cleaner.clean(text),
    cleanCause: (cause) => cleaner.cleanCause(cause),
  };
}

/** The URL form of calls by id, where it need not be found out. */
function knownForm(backend: Backend): Form | undefined {
  if (backend.name === "gemini") return "gemini";
  if (backend.resourcePaths !== "auto") return backend.resourcePaths;
  return isMultiRegion(backend.location) ? "location" : undefined;
}

/** The two members that the service leaves out: the id with `store: false`, steps before any. */
function fillMissing(interaction: Interaction): Interaction {
  interaction.id ??= "";
  if (!interaction.outputs) interaction.steps ??= [];
  return interaction;
}

/** Refuses what the service would refuse, before anything is sent. */
function checkCreateParams(params: CreateInteractionParams): void {
  checkParams(params);
  const { model, agent } = params;
  if (model !== undefined && agent !== undefined) {
    throw new TypeError("Pass either model or agent, not both.");
  }
  if (!isFilled(model) && !isFilled(agent)) {
    throw new TypeError('Pass a model, such as "gemini-3.8-flash", or an agent.');
  }
  if (model !== undefined && params.agent_config !== undefined) {
    throw new TypeError("agent_config goes with agent; with model use generation_config.");
  }
  if (agent !== undefined && params.generation_config !== undefined) {
    throw new TypeError("generation_config goes with model; with agent use agent_config.");
  }
  if (params.background === true && params.store === false) {
    throw new TypeError("background: true needs a stored interaction; leave store: false out.");
  }
}

/** Refuses what the service would refuse, before anything is sent. */
function checkGetParams(params: GetInteractionParams): void {
  checkParams(params);
  if (params.last_event_id !== undefined && !params.stream) {
    throw new TypeError("last_event_id needs stream: true.");
  }
}

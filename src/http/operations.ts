// The client's four operations, create and get also as streams, over one backend. Takes parameters as
// the service names them, returns its JSON or its open stream, throws for everything else. On Vertex
// AI a call by id has two URL forms; which one a regional location has is found out on the way.

import {
  cancelInteractionById,
  cancelUnscopedVertexInteractionById,
  cancelVertexInteractionById,
  createInteraction,
  createVertexInteraction,
  deleteInteraction,
  deleteUnscopedVertexInteraction,
  deleteVertexInteraction,
  getInteractionById,
  getUnscopedVertexInteractionById,
  getVertexInteractionById,
} from "../../generated/operations.ts";
import type { InteractionsApi } from "../../generated/operations.ts";
import type { ApiAnswer } from "../model/api-promise.ts";
import type { ApiError } from "../model/errors.ts";
import type { Hooks } from "../model/hooks.ts";
import { checkInteractionId } from "../model/interaction-id.ts";
import { callOptionNames } from "../model/options.ts";
import type { CallOptions } from "../model/options.ts";
import type { CreateInteractionParams, GetInteractionParams, Interaction } from "../model/types.ts";
import { abortable, throwIfAborted } from "../util/abort.ts";
import { isEventStream, noStreamError, parseAnswer } from "./answer.ts";
import type { RawAnswer } from "./answer.ts";
import type { CallInit, Http, PreparedCall } from "./api.ts";
import { createApiError } from "./api-error.ts";
import type { Backend } from "./backend.ts";
import { createKind, byIdKind } from "./call.ts";
import type { ByIdKind } from "./call.ts";
import { isMultiRegion } from "./endpoint.ts";

/** The calls of one client; on Vertex AI they remember the URL form that worked. */
export interface InteractionCalls {
  create(params: CreateInteractionParams, options: CallOptions): Promise<ApiAnswer<Interaction>>;
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

/** What came of a call, and the call itself for the messages. */
interface Outcome extends RawAnswer {
  readonly prepared: PreparedCall;
  /** Whether it is the answer to a retry. */
  readonly isRetried: boolean;
}

/** The operations by id in each of their URL forms. */
const byId = {
  get: {
    gemini: getInteractionById,
    location: getVertexInteractionById,
    unscoped: getUnscopedVertexInteractionById,
  },
  cancel: {
    gemini: cancelInteractionById,
    location: cancelVertexInteractionById,
    unscoped: cancelUnscopedVertexInteractionById,
  },
  delete: {
    gemini: deleteInteraction,
    location: deleteVertexInteraction,
    unscoped: deleteUnscopedVertexInteraction,
  },
};

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
  const { client, backend, cleaner } = http;

  const toError = ({ prepared, error, response }: Outcome, options?: ErrorOptions): ApiError => {
    const location = backend.name === "vertex" ? backend.location : undefined;
    return createApiError(prepared.call, response, error, { ...options, cleaner, location });
  };

  const sendCreate = async (
    params: CreateInteractionParams,
    options: CallOptions,
    wantsStream: boolean,
  ): Promise<Outcome> => {
    checkCreateParams(params);
    const prepared = http.prepare(createKind(params, wantsStream), options, hooks);
    const init = { ...prepared.init, body: params };
    const answer =
      backend.name === "vertex"
        ? await createVertexInteraction(client, { ...init, params: { path: scopeOf(backend) } })
        : await createInteraction(client, init);
    return outcomeOf(prepared, answer);
  };

  const sendTo = async (
    urlForm: Form,
    id: string,
    kind: ByIdKind,
    options: CallOptions,
    query: GetInteractionParams,
  ): Promise<Outcome> => {
    const prepared = http.prepare(kind, options, hooks);
    const path = backend.name === "vertex" ? { ...scopeOf(backend), id } : { id };
    // The nine functions differ in their paths only, and get exactly the parameters of theirs.
    const send = byId[kind.operation][urlForm] as (
      api: InteractionsApi,
      init: CallInit & { params: object },
    ) => Promise<RawAnswer>;
    const init = { ...prepared.init, params: { path, query } };
    return outcomeOf(prepared, await send(client, init));
  };

  const sendById = async (
    id: string,
    kind: ByIdKind,
    options: CallOptions,
    query: GetInteractionParams = {},
  ): Promise<Outcome> => {
    const segment = checkInteractionId(id, backend.name === "vertex" ? backend : undefined);
    if (found.form !== undefined) return sendTo(found.form, segment, kind, options, query);
    const unscoped = await sendTo("unscoped", segment, kind, options, query);
    // Only a success proves the form: a 404 may be an id that never was.
    if (unscoped.response.ok) found.form = "unscoped";
    if (!unroutedStatuses.has(unscoped.response.status)) return unscoped;
    const answer = await sendTo("location", segment, kind, options, query);
    const scoped = { ...answer, isRetried: answer.isRetried || unscoped.isRetried };
    if (scoped.response.ok) found.form = "location";
    else if (!isGone(scoped)) throw toError(scoped, { cause: toError(unscoped) });
    return scoped;
  };

  const toInteraction = async (outcome: Outcome): Promise<ApiAnswer<Interaction>> => {
    const { prepared, response } = outcome;
    if (!response.ok) throw toError(outcome);
    const value = parseAnswer(prepared.call, response, await textOf(outcome), cleaner);
    // The service's JSON is taken for what the spec says it is.
    return { data: fillMissing(value as unknown as Interaction), response };
  };

  const toEventStream = async (outcome: Outcome): Promise<EventStreamAnswer> => {
    const { prepared, data, response } = outcome;
    if (!response.ok) throw toError(outcome);
    // With `parseAs: "stream"` openapi-fetch hands on the body.
    if (data && isEventStream(response.headers)) return { data: data as ByteStream, response };
    throw noStreamError(prepared.call, response, await textOf(outcome), cleaner);
  };

  return {
    async create(params, options) {
      return toInteraction(await underSignal(options, () => sendCreate(params, options, false)));
    },
    async createStream(params, options) {
      const body = { ...params, stream: true };
      return toEventStream(await underSignal(options, () => sendCreate(body, options, true)));
    },
    async get(id, params, options) {
      checkGetParams(params);
      const send = () => sendById(id, byIdKind("get"), options, params);
      return toInteraction(await underSignal(options, send));
    },
    async getStream(id, params, options) {
      const query = { ...params, stream: true } as const;
      checkGetParams(query);
      const send = () => sendById(id, byIdKind("get", true), options, query);
      return toEventStream(await underSignal(options, send));
    },
    async cancel(id, options) {
      const send = () => sendById(id, byIdKind("cancel"), options);
      return toInteraction(await underSignal(options, send));
    },
    async delete(id, options) {
      const send = () => sendById(id, byIdKind("delete"), options);
      const outcome = await underSignal(options, send);
      const { response } = outcome;
      if (!response.ok && !isGone(outcome)) throw toError(outcome);
      return { data: undefined, response };
    },
    withHooks: (others) => createInteractionCalls(http, others, found),
    clean: (text) => cleaner.clean(text),
    cleanCause: (cause) => cleaner.cleanCause(cause),
  };
}

function outcomeOf(prepared: PreparedCall, answer: RawAnswer): Outcome {
  return { ...answer, prepared, isRetried: prepared.sent > 1 };
}

/** After an own retry a 404 says that the first attempt deleted it, though its answer was lost. */
function isGone({ prepared, response, isRetried }: Outcome): boolean {
  return isRetried && prepared.call.operation === "delete" && response.status === 404;
}

/** Runs a call, unless its signal aborts: then it rejects at once, whatever a middleware waits for. */
async function underSignal<T>({ signal }: CallOptions, call: () => Promise<T>): Promise<T> {
  throwIfAborted(signal);
  return abortable(signal, call());
}

/** The body of a 2xx answer that is no stream. */
async function textOf({ prepared, response }: Outcome): Promise<string> {
  return prepared.text ?? response.text();
}

/** The URL form of calls by id, where it need not be found out. */
function knownForm(backend: Backend): Form | undefined {
  if (backend.name === "gemini") return "gemini";
  if (backend.resourcePaths !== "auto") return backend.resourcePaths;
  return isMultiRegion(backend.location) ? "location" : undefined;
}

function scopeOf({ project, location }: Backend & { name: "vertex" }): {
  project: string;
  location: string;
} {
  return { project, location };
}

/** The two members that the service leaves out: the id with `store: false`, steps before any. */
function fillMissing(interaction: Interaction): Interaction {
  interaction.id ??= "";
  if (interaction.outputs === undefined) interaction.steps ??= [];
  return interaction;
}

/** Refuses what the service would refuse, before anything is sent. */
function checkCreateParams(params: CreateInteractionParams): void {
  checkPlaceOfOptions(params);
  const { model, agent } = params;
  if (model !== undefined && agent !== undefined) {
    throw new TypeError("Pass either model or agent, not both.");
  }
  if (!isName(model) && !isName(agent)) {
    throw new TypeError('Pass a model, such as "gemini-2.5-flash", or an agent.');
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
  checkPlaceOfOptions(params);
  if (params.last_event_id !== undefined && !params.stream) {
    throw new TypeError("last_event_id needs stream: true.");
  }
}

/** An option among what is sent would be refused, or dropped, by the service. */
function checkPlaceOfOptions(params: object): void {
  const option = Object.keys(params).find((name) => Object.hasOwn(callOptionNames, name));
  if (option === undefined) return;
  throw new TypeError(`${option} is no parameter but an option: pass it in the last argument.`);
}

function isName(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

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
import { abortable, withSignal } from "../util/abort.ts";
import { toBodyError } from "./attempt.ts";
import type { ApiAnswer } from "../model/api-promise.ts";
import { checkInteractionId } from "../model/interaction-id.ts";
import { isMultiRegion } from "./endpoint.ts";
import { toApiError, unwrapJson, unwrapStream } from "./api.ts";
import type { Http, RawAnswer, SentCall } from "./api.ts";
import type { Backend, CallOptions } from "../model/options.ts";
import { checkCreateParams, checkGetParams } from "./params.ts";
import type { CreateInteractionParams, GetInteractionParams, Interaction } from "../model/types.ts";

/** The calls of one client, which remember what they learn about its backend. */
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
}

/** An open event stream: its bytes, and the response they come in. */
export type EventStreamAnswer = ApiAnswer<ReadableStream<Uint8Array>>;

const json = "application/json";
const eventStream = "text/event-stream";

/** The four operations over one backend; create and get also as streams. */
export function createInteractionCalls(http: Http): InteractionCalls {
  const { api, backend } = http;
  const byId = createRouter(backend);

  const sendCreate = (
    params: CreateInteractionParams,
    options: CallOptions,
    parseAs: "text" | "stream",
    sent?: SentCall,
  ): Promise<RawAnswer> => {
    checkCreateParams(params);
    const accept = parseAs === "stream" ? eventStream : json;
    const init = { ...http.callInit(options, accept, sent), parseAs, body: params };
    return backend.name === "vertex"
      ? createVertexInteraction(api, { ...init, params: { path: scope(backend) } })
      : createInteraction(api, init);
  };

  const sendGet = (
    id: string,
    query: GetInteractionParams,
    options: CallOptions,
    parseAs: "text" | "stream",
  ): Promise<RawAnswer> => {
    checkGetParams(query);
    const accept = parseAs === "stream" ? eventStream : json;
    const init = { ...http.callInit(options, accept), parseAs };
    return byId(id, {
      gemini: (path) => getInteractionById(api, { ...init, params: { path, query } }),
      location: (path) => getVertexInteractionById(api, { ...init, params: { path, query } }),
      unscoped: (path) =>
        getUnscopedVertexInteractionById(api, { ...init, params: { path, query } }),
    });
  };

  const sendCancel = (id: string, options: CallOptions): Promise<RawAnswer> => {
    const init = { ...http.callInit(options, json), parseAs: "text" as const };
    return byId(id, {
      gemini: (path) => cancelInteractionById(api, { ...init, params: { path } }),
      location: (path) => cancelVertexInteractionById(api, { ...init, params: { path } }),
      unscoped: (path) => cancelUnscopedVertexInteractionById(api, { ...init, params: { path } }),
    });
  };

  const sendDelete = (id: string, options: CallOptions): Promise<RawAnswer> => {
    const init = { ...http.callInit(options, json), parseAs: "text" as const };
    return byId(id, {
      gemini: (path) => deleteInteraction(api, { ...init, params: { path } }),
      location: (path) => deleteVertexInteraction(api, { ...init, params: { path } }),
      unscoped: (path) => deleteUnscopedVertexInteraction(api, { ...init, params: { path } }),
    });
  };

  return {
    async create(params, options) {
      return toInteraction(
        await once(options, (own, sent) => sendCreate(params, own, "text", sent)),
      );
    },
    async createStream(params, options) {
      const answer = sendCreate({ ...params, stream: true }, options, "stream");
      return toEventStream(await abortable(options.signal, answer));
    },
    async get(id, params, options) {
      return toInteraction(await once(options, (own) => sendGet(id, params, own, "text")));
    },
    async getStream(id, params, options) {
      const answer = sendGet(id, { ...params, stream: true }, options, "stream");
      return toEventStream(await abortable(options.signal, answer));
    },
    async cancel(id, options) {
      return toInteraction(await once(options, (own) => sendCancel(id, own)));
    },
    async delete(id, options) {
      const answer = await once(options, (own) => sendDelete(id, own));
      if (!answer.response.ok) throw toApiError(answer);
      return { data: undefined, response: answer.response };
    },
  };
}

/** Sends under a signal that lives no longer than the call, and reads the answer to its end. */
async function once(
  options: CallOptions,
  send: (options: CallOptions, sent: SentCall) => Promise<RawAnswer>,
): Promise<RawAnswer> {
  const sent: SentCall = {};
  const { signal: outer } = options;
  try {
    return outer === undefined
      ? await send(options, sent)
      : await withSignal(outer, (signal) => send({ ...options, signal }, sent));
  } catch (error) {
    // With an answer at hand, what failed is its body.
    throw sent.response === undefined || outer?.aborted ? error : toBodyError(sent.response, error);
  }
}

/** One by-id operation in each of its URL forms. */
interface ByIdForms {
  gemini(path: { id: string }): Promise<RawAnswer>;
  location(path: { project: string; location: string; id: string }): Promise<RawAnswer>;
  unscoped(path: { id: string }): Promise<RawAnswer>;
}

/** What a Vertex front end answers where it has no such route, and also where it has no such id. */
const unroutedStatuses = new Set([404, 405, 501]);

/** Sends by-id calls to the URL form that the backend has, as far as it is known. */
function createRouter(backend: Backend): (id: string, forms: ByIdForms) => Promise<RawAnswer> {
  if (backend.name === "gemini")
    return async (id, forms) => forms.gemini({ id: checkInteractionId(id) });
  let known = knownForm(backend);
  return async (id, forms) => {
    const path = { ...scope(backend), id: checkInteractionId(id, backend) };
    if (known === "location") return forms.location(path);
    const unscoped = await forms.unscoped(path);
    // Only a success proves the form: a 404 may be an id that never was.
    if (unscoped.response.ok) known = "unscoped";
    if (known === "unscoped" || !unroutedStatuses.has(unscoped.response.status)) return unscoped;
    const scoped = await forms.location(path);
    if (!scoped.response.ok) throw toApiError(scoped, { cause: toApiError(unscoped) });
    known = "location";
    return scoped;
  };
}

function knownForm({
  resourcePaths,
  location,
}: Backend & { name: "vertex" }): "location" | "unscoped" | undefined {
  if (resourcePaths !== "auto") return resourcePaths;
  return isMultiRegion(location) ? "location" : undefined;
}

function scope({ project, location }: Backend & { name: "vertex" }): {
  project: string;
  location: string;
} {
  return { project, location };
}

async function toEventStream(answer: RawAnswer): Promise<EventStreamAnswer> {
  return { data: await unwrapStream(answer), response: answer.response };
}

function toInteraction(answer: RawAnswer): ApiAnswer<Interaction> {
  // The service's JSON is taken for what the spec says it is.
  const interaction = unwrapJson(answer) as unknown as Interaction;
  return { data: fillMissing(interaction), response: answer.response };
}

/** The two members that the service leaves out: the id with `store: false`, steps before any. */
function fillMissing(interaction: Interaction): Interaction {
  interaction.id ??= "";
  if (interaction.outputs === undefined) interaction.steps ??= [];
  return interaction;
}

// The client's four operations, create and get also as streams, over one backend. Takes parameters as
// the service names them, returns its JSON or its open stream, throws for everything else. On Vertex
// AI a call by id has two URL forms; which one a regional location has is found out on the way.

import {
  cancelInteractionById,
  createInteraction,
  deleteInteraction,
  getInteractionById,
} from "../../generated/operations.ts";
import type { InteractionsApi } from "../../generated/operations.ts";
import type { Result, Sending } from "../model/generated.ts";
import type { ApiAnswer } from "../model/api-promise.ts";
import type { Hooks } from "../model/hooks.ts";
import type { CallOptions } from "../model/options.ts";
import { checkCreateParams, checkGetParams } from "../model/params.ts";
import type { Interaction as WireInteraction } from "../../generated/schema.ts";
import type { CreateInteractionParams, GetInteractionParams, Interaction } from "../model/types.ts";
import { sendableStep } from "../model/slot.ts";
import type { Backend } from "./backend.ts";
import { startedBy } from "./call.ts";
import type { Cleaner } from "./clean.ts";
import { isMultiRegion } from "./endpoint.ts";
import { doneOf, isGone, jsonOf, send, streamOf, toError } from "./send.ts";
import type { EventStreamAnswer, Outcome } from "./send.ts";
import type { Http } from "./transport.ts";
import { atVertex, homeOf } from "./place.ts";

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
  /** The same calls, with other hooks. */
  withHooks(hooks: Hooks): InteractionCalls;
  /** Knows the credentials of the client. */
  readonly cleaner: Cleaner;
}

type Form = "home" | "unscoped";

/** An operation by id, which may be sent to two places. */
type ById<Data> = (api: InteractionsApi, how: Sending) => Promise<Result<Data>>;

/** What a Vertex front end answers where it has no such route, and also where it has no such id. */
const unroutedStatuses = new Set([404, 405, 501]);

/**
 * The four operations over one backend.
 *
 * @param hooks called for these calls; absent: the client's own
 * @param found the URL form of calls by id, which all calls of a client share
 */
export function createInteractionCalls(
  http: Http,
  hooks?: Hooks,
  found: { form: Form | undefined } = { form: knownForm(http.backend) },
): InteractionCalls {
  const home = homeOf(http);
  const unscoped = atVertex(http.client, "unscoped", {});
  const json = { accept: "application/json", hooks } as const;
  const events = { accept: "text/event-stream", hooks } as const;

  const sendById = async <Data>(
    own: typeof json | typeof events,
    options: CallOptions,
    operate: ById<Data>,
  ): Promise<Outcome<Data>> => {
    const sendTo = (api: InteractionsApi) => send(http, options, own, (how) => operate(api, how));
    if (found.form !== undefined) return sendTo(found.form === "unscoped" ? unscoped : home);
    const first = await sendTo(unscoped);
    // Only a success proves the form: a 404 may be an id that never was.
    if (first.response.ok) found.form = "unscoped";
    if (!unroutedStatuses.has(first.response.status)) return first;
    const second = await sendTo(home);
    const attempts = Math.max(first.exchange.attempts, second.exchange.attempts);
    const scoped = { ...second, exchange: { ...second.exchange, attempts } };
    if (scoped.response.ok) found.form = "home";
    else if (!isGone(scoped)) throw toError(http, scoped, { cause: toError(http, first) });
    return scoped;
  };

  return {
    async create(params, options) {
      checkCreateParams(params);
      const own = { ...json, starts: startedBy(params) };
      const operate = (how: Sending) => createInteraction(home, { ...how, body: sendable(params) });
      return filled(jsonOf(http, await send(http, options, own, operate)));
    },
    async createStream(params, options) {
      checkCreateParams(params);
      const own = { ...events, starts: startedBy(params) };
      const operate = (how: Sending) =>
        createInteraction(home, { ...how, parseAs: "stream", body: sendable(params) });
      return streamOf(http, await send(http, options, own, operate));
    },
    async get(id, query, options) {
      checkGetParams(query);
      const operate: ById<WireInteraction> = (api, how) =>
        getInteractionById(api, { ...how, params: { path: { id }, query } });
      return filled(jsonOf(http, await sendById(json, options, operate)));
    },
    async getStream(id, params, options) {
      const query = { ...params, stream: true } as const;
      checkGetParams(query);
      const operate: ById<Response["body"]> = (api, how) =>
        getInteractionById(api, { ...how, parseAs: "stream", params: { path: { id }, query } });
      return streamOf(http, await sendById(events, options, operate));
    },
    async cancel(id, options) {
      const operate: ById<WireInteraction> = (api, how) =>
        cancelInteractionById(api, { ...how, params: { path: { id } } });
      return filled(jsonOf(http, await sendById(json, options, operate)));
    },
    async delete(id, options) {
      const operate: ById<unknown> = (api, how) =>
        deleteInteraction(api, { ...how, parseAs: "text", params: { path: { id } } });
      return doneOf(http, await sendById(json, options, operate));
    },
    withHooks: (others) => createInteractionCalls(http, others, found),
    cleaner: http.cleaner,
  };
}

/** The URL form of calls by id, where it need not be found out. */
function knownForm(backend: Backend): Form | undefined {
  if (backend.name === "gemini") return "home";
  if (backend.resourcePaths !== "auto") {
    return backend.resourcePaths === "location" ? "home" : "unscoped";
  }
  return isMultiRegion(backend.location) ? "home" : undefined;
}

/** The two members that the service leaves out: the id with `store: false`, steps before any. */
function filled({ data, response }: ApiAnswer<WireInteraction>): ApiAnswer<Interaction> {
  data.id ??= "";
  if (!data.outputs) data.steps ??= [];
  // One with outputs, of the earlier dialect, has no steps, whatever the type says.
  return { data: data as Interaction, response };
}

/** The parameters without members of this client's own, which the steps of an interaction may have. */
function sendable(params: CreateInteractionParams): CreateInteractionParams {
  const { input } = params;
  if (!Array.isArray(input)) return params;
  // The items are of the type that they were.
  return { ...params, input: input.map(sendableStep) as typeof input };
}

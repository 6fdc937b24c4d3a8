// A `fetch` whose streams survive, for any client of the API. The first request goes out as it came; the
// events that come back pass through a client of this library, made for this one stream, whose later
// requests carry the caller's own headers. Nothing is kept beyond the stream.

import { InteractionsClient } from "../client.ts";
import { isEventStream } from "../http/answer.ts";
import { mayHaveStarted, startedBy } from "../http/call.ts";
import type { CallKind } from "../http/call.ts";
import type { ApiPromise } from "../model/api-promise.ts";
import { ConnectionError } from "../model/errors.ts";
import type { FetchFunction, StreamOptions } from "../model/options.ts";
import { shortId } from "../model/resource-name.ts";
import { interactionIdOf } from "../replay/cursor.ts";
import type { InteractionStream } from "../stream/stream.ts";
import { abortable } from "../util/abort.ts";
import { membersOf, parseJson } from "../util/json.ts";
import { answerOf, lostAnswer, problem } from "./answers.ts";
import { eventsOf } from "./events.ts";
import { routeOf } from "./route.ts";
import type { Route } from "./route.ts";

type Fetch = typeof globalThis.fetch;

/** One request of a caller's. */
interface Asked {
  readonly route: Route;
  readonly url: URL;
  readonly headers: Headers;
  readonly signal: AbortSignal | undefined;
  /** Sends it as it came, or something else in the same way. */
  readonly send: (target?: string, init?: RequestInit) => Promise<Response>;
}

/** Opens a stream as one of the caller's. */
type Open = (client: InteractionsClient, options: StreamOptions) => ApiPromise<InteractionStream>;

/**
 * Makes a `fetch` for any client of the Interactions API, on both backends. Its streams survive lost
 * connections; each event's `event_id` is a cursor, which any instance takes as `last_event_id` or
 * `Last-Event-ID`. Where recovery gives up, the body fails. A create whose answer was lost, so that its
 * run may have started, is answered with 424, which clients do not repeat. All else passes through.
 *
 * @param options `fetch` sends the requests: the platform's own unless given
 */
export function resumableFetch(options: { fetch?: Fetch | undefined } = {}): Fetch {
  // Late-bound: a fetch patched afterwards must still be used.
  const send: Fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  return async (input, init) => {
    const [address, request] =
      typeof input === "object" && "url" in input ? [input.url, input] : [input, undefined];
    const method = (init?.method ?? request?.method ?? "GET").toUpperCase();
    const url = new URL(address, globalThis.location?.href ?? "http://localhost");
    const route = routeOf(method, url);
    if (route === undefined) return send(input, init);
    const asked = (own = init): Asked => ({
      route,
      url,
      headers: new Headers(init?.headers ?? request?.headers),
      signal: init?.signal ?? request?.signal,
      send: (target, how) => send(target ?? input, how ? { ...init, body: null, ...how } : own),
    });
    if (route.operation === "create") {
      const body = init?.body ?? request?.clone().body ?? "";
      // Reading a stream uses it up: its bytes are sent in its place.
      const content = typeof body === "string" ? body : await new Response(body).arrayBuffer();
      const text = typeof content === "string" ? content : new TextDecoder().decode(content);
      return create(asked({ ...init, body: content }), membersOf(parseJson(text)));
    }
    const isStream = route.operation === "get" && url.searchParams.get("stream") === "true";
    return isStream ? get(asked()) : send(input, init);
  };
}

async function create(asked: Asked, params: Record<string, unknown>): Promise<Response> {
  const starts = startedBy(params);
  const first = asked.send();
  const answer = await abortable(asked.signal, () => first).catch(() => undefined);
  asked.signal?.throwIfAborted();
  const isLost = !answer || answer.type === "error" || mayHaveStarted({ starts }, answer.status);
  if (isLost || (answer.ok && isEventStream(answer.headers))) {
    const { agent, background, store } = params;
    // Sent already, as it came: the client is told only what decides how its stream continues.
    const sent = {
      ...(agent === undefined ? { model: "sent" } : { agent: "sent" }),
      input: "sent",
      stream: true,
      ...(background === true ? { background } : store === false ? { store } : {}),
    } as const;
    const open: Open = (client, options) => client.create(sent, { ...options, retry: false });
    return survive(asked, open, starts, first);
  }
  if (!answer.ok) return answer;
  try {
    // Whole or not at all: the rest of an answer that breaks off is lost.
    return new Response(await abortable(asked.signal, () => answer.arrayBuffer()), answer);
  } catch {
    asked.signal?.throwIfAborted();
    return lostAnswer("Its body broke off.");
  }
}

async function get(asked: Asked): Promise<Response> {
  const { id } = asked.route;
  const after = placeIn(asked.headers, asked.url);
  const named = runOf(after);
  if (named !== undefined) {
    if (named !== id) return problem(400, "invalid_request", "The cursor is of another run.");
    return survive(asked, (client, options) => client.resume(after, options));
  }
  // One that cannot be sent is the client's to send again.
  const isHere = asked.url.searchParams.get("last_event_id") === (after || null);
  const answer = !isHere
    ? undefined
    : await abortable(asked.signal, asked.send).catch(() => undefined);
  asked.signal?.throwIfAborted();
  if (answer && !(answer.ok && isEventStream(answer.headers))) return answer;
  const params = { stream: true, last_event_id: after || undefined } as const;
  const open: Open = (client, options) => client.get(id, params, options);
  return survive(asked, open, "nothing", answer && Promise.resolve(answer));
}

/** Answers with the events of a stream; `first` is the answer to its first request, if there is one. */
async function survive(
  asked: Asked,
  open: Open,
  starts: CallKind["starts"] = "nothing",
  first?: Promise<Response>,
): Promise<Response> {
  const { signal } = asked;
  try {
    const client = clientFor(asked, first);
    const { data, response } = await open(client, { signal, accumulate: false }).withResponse();
    return eventsOf(data, response.headers);
  } catch (error) {
    signal?.throwIfAborted();
    // Not sent at all: the caller sees what its own fetch would have thrown.
    if (error instanceof ConnectionError && !error.mayHaveBeenAccepted) await first;
    return answerOf(error, starts);
  }
}

/** A client that sends as the caller, and gets `first` as its first answer. */
function clientFor(
  { url, headers, route, send }: Asked,
  first?: Promise<Response>,
): InteractionsClient {
  let waiting = first;
  const fetch: FetchFunction = async (address, init) => {
    const answer = waiting;
    waiting = undefined;
    if (answer !== undefined) return answer;
    const target = new URL(address);
    target.pathname = route.prefix + target.pathname;
    for (const [name, value] of url.searchParams) {
      // All but where the stream continues, which is not the first request's to say.
      if (!/^(stream|last_event_id)$/.test(name)) target.searchParams.append(name, value);
    }
    const own = new Headers(headers);
    for (const name of headers.keys()) {
      if (/^(content-.*|last-event-id)$/.test(name)) own.delete(name);
    }
    own.set("accept", init.headers["accept"] ?? "*/*");
    return send(target.href, { ...init, headers: own });
  };
  // So that the client knows, and keeps out of its messages, what the caller's credentials are.
  const names = ["authorization", "x-goog-api-key"].filter((name) => headers.has(name));
  const secrets = Object.fromEntries(names.map((name) => [name, headers.get(name) ?? ""]));
  const { apiVersion, scope, id } = route;
  const place = { baseUrl: url.origin, allowHttp: true, apiVersion, fetch, headers: secrets };
  if (scope === undefined) {
    return new InteractionsClient({ ...place, apiKey: url.searchParams.get("key") || "none" });
  }
  const resourcePaths = id === "" ? "auto" : "location";
  return new InteractionsClient({ ...place, vertex: { ...scope, resourcePaths, auth: "none" } });
}

/** Where a stream is to continue. A browser repeats its first URL, and adds the newer header. */
export function placeIn(headers: Headers, { searchParams }: URL): string {
  return headers.get("last-event-id") ?? searchParams.get("last_event_id") ?? "";
}

/** The run that a cursor of this library names; `undefined` for an event id of the service's. */
export function runOf(cursor: string): string | undefined {
  try {
    return shortId(interactionIdOf(cursor));
  } catch {
    return undefined;
  }
}

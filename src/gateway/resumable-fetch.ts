// A `fetch` whose streams survive, for any client of the API. A create goes out as it came; the events
// that come back pass through a client of this library, made for this one stream, whose requests carry
// the caller's own headers. Nothing is kept beyond the stream.

import { InteractionsClient } from "../client.ts";
import { isEventStream } from "../http/answer.ts";
import { mayHaveStarted, startedBy } from "../http/call.ts";
import type { CallKind } from "../http/call.ts";
import type { ApiPromise } from "../model/api-promise.ts";
import type { FetchFunction, StreamOptions } from "../model/options.ts";
import { shortId } from "../model/resource-name.ts";
import { interactionIdOf } from "../replay/cursor.ts";
import type { InteractionStream } from "../stream/stream.ts";
import { abortable } from "../util/abort.ts";
import { membersOf, parseJson } from "../util/json.ts";
import { answerWith, eventsOf, lostAnswer, picked } from "./answers.ts";
import { routeOf } from "./route.ts";
import type { Route } from "./route.ts";

type Fetch = typeof globalThis.fetch;

/** One request of a caller's, which more may have to follow. */
interface Asked {
  readonly route: Route;
  readonly url: URL;
  readonly headers: Headers;
  readonly signal: AbortSignal | undefined;
  /** Sends another one in the same way. */
  readonly send: (target: string, init: RequestInit) => Promise<Response>;
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
    const url = new URL(address, globalThis.location?.href ?? "http://localhost");
    const route = routeOf((init?.method ?? request?.method ?? "GET").toUpperCase(), url);
    const isStream = route?.operation === "get" && url.searchParams.get("stream") === "true";
    if (route === undefined || !(isStream || route.operation === "create")) {
      return send(input, init);
    }
    // Not held as long as the stream: the body, which may be many megabytes.
    const { body: own, ...rest } = init ?? {};
    const asked: Asked = {
      route,
      url,
      headers: new Headers(init?.headers ?? request?.headers),
      signal: init?.signal ?? request?.signal,
      send: (target, how) => send(target, { ...rest, ...how }),
    };
    if (isStream) {
      const after = placeIn(asked.headers, url);
      return survive(asked, (client, how) => follow(client, route.id, after, how));
    }
    const body = own ?? request?.clone().body ?? "";
    // Reading a stream uses it up: its bytes are sent in its place.
    const content = typeof body === "string" ? body : await new Response(body).arrayBuffer();
    const text = typeof content === "string" ? content : new TextDecoder().decode(content);
    return create(asked, parseJson(text), send(input, { ...rest, body: content }));
  };
}

async function create(asked: Asked, params: unknown, first: Promise<Response>): Promise<Response> {
  const { signal } = asked;
  const { background, store, stream } = membersOf(params);
  const starts = startedBy(params);
  // Of a signal that had aborted before, nobody waits for it.
  first.catch(() => undefined);
  const answer = await abortable(signal, () => first).catch(() => undefined);
  signal?.throwIfAborted();
  const isLost = !answer || answer.type === "error" || mayHaveStarted({ starts }, answer.status);
  if (isLost || (answer.ok && (stream === true || isEventStream(answer.headers)))) {
    const isBackground = background === true;
    // Sent already, as it came: the client is told only what decides how its stream continues.
    const sent = {
      model: "sent",
      input: "sent",
      stream: true,
      ...(isBackground ? { background: true } : store === false ? { store } : {}),
    } as const;
    return survive(asked, (client, how) => client.create(sent, how), starts, first);
  }
  if (!answer.ok) return answer;
  try {
    // Whole or not at all: the rest of an answer that breaks off is lost.
    return new Response(await abortable(signal, () => answer.arrayBuffer()), answer);
  } catch {
    signal?.throwIfAborted();
    return lostAnswer("Its body broke off.");
  }
}

/** Answers with the events of a stream; `first` is the answer to a create that was sent already. */
async function survive(
  asked: Asked,
  open: Open,
  starts: CallKind["starts"] = "nothing",
  first?: Promise<Response>,
): Promise<Response> {
  const { signal } = asked;
  const how = { signal, accumulate: false, ...(first && { retry: false as const }) };
  const call = async (): Promise<Response> => {
    const { data, response } = await open(clientFor(asked, first), how).withResponse();
    return eventsOf(data, response.headers);
  };
  return answerWith({ call, starts, signal, first });
}

/** A client that sends as the caller, and gets `first` as its first answer. */
function clientFor({ url, headers, route, send }: Asked, first?: Promise<Response>) {
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
    const own = picked(headers, /^(?!content-|last-event-id$)/);
    own.set("accept", init.headers["accept"] ?? "*/*");
    return send(target.href, { ...init, headers: own });
  };
  // So that the client knows, and keeps out of its messages, what the caller's credentials are.
  const secrets = Object.fromEntries(picked(headers, /^(authorization|x-goog-api-key)$/));
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

/**
 * Opens the stream of a run after an event: of this library, whose id is a cursor, or of the service.
 *
 * @throws TypeError for a cursor of another run
 */
export function follow(
  client: Pick<InteractionsClient, "get" | "resume">,
  id: string,
  after: string,
  options: StreamOptions,
): ApiPromise<InteractionStream> {
  let run: string;
  try {
    run = shortId(interactionIdOf(after));
  } catch {
    return client.get(id, { stream: true, last_event_id: after || undefined }, options);
  }
  if (run !== id) throw new TypeError("The cursor is of another run.");
  return client.resume(after, options);
}

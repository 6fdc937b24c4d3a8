// Streams that survive, for clients that are not this library's: a `fetch`, and a gateway, the same
// behind an address. A gateway sends to one host, whatever a request names, and keeps nothing between
// two requests, so that any number of them may stand behind a load balancer.

import type { InteractionsClient } from "../client.ts";
import { resolveEndpoint } from "../http/endpoint.ts";
import { readBytes } from "../util/bytes.ts";
import { picked, problem } from "./answers.ts";
import { answerAs } from "./own-client.ts";
import { resumableFetch } from "./resumable-fetch.ts";
import { apiPathOf } from "./route.ts";

export { resumableFetch };

/** What both kinds of {@link createGateway} take. */
interface CommonOptions {
  /** Largest body of a request, in bytes; above it the answer is 413. @defaultValue 33_554_432 */
  maxBodyBytes?: number | undefined;
}

/** A gateway that sends its callers' own credentials. */
export interface GatewayOptions extends CommonOptions {
  /** Where the service is. @defaultValue `"https://generativelanguage.googleapis.com"` */
  baseUrl?: string | undefined;
  /** Sends the requests. @defaultValue the platform's own */
  fetch?: typeof globalThis.fetch | undefined;
}

/** What a caller of a gateway asks for. */
export interface GatewayRequest {
  /** Which call it is. */
  readonly operation: "create" | "get" | "cancel" | "delete";
  /** The interaction that is asked for; of a create its `previous_interaction_id`, if any. */
  readonly interactionId: string | undefined;
}

/** A gateway that sends the credentials of a client, for those who are authorized. */
export interface ClientGatewayOptions extends CommonOptions {
  /** Makes the calls. */
  client: Pick<InteractionsClient, "create" | "get" | "resume" | "cancel" | "delete">;
  /** Decides on each request before anything is sent; anything but `true` is answered with 403. */
  authorize: (request: Request, asked: GatewayRequest) => boolean | Promise<boolean>;
}

/** What a caller may send to the service: no cookies, nothing about proxies. */
const sentHeaders =
  /^(accept|accept-language|api-revision|authorization|content-encoding|content-type|last-event-id|range|traceparent|tracestate|user-agent|x-goog-.*|x-server-timeout|x-request-id)$/;
/** What of the service's answer a caller sees: no cookies, and no CORS that is not the gateway's own. */
const returnedHeaders =
  /^(cache-control|content-(disposition|range|type)|date|etag|retry-after|server-timing|www-authenticate|x-accel-buffering|x-goog-.*|x-request-id|x-should-retry)$/;
const methods: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/**
 * Makes a gateway: {@link resumableFetch} behind an address, with the callers' own credentials or with
 * those of `client`. Mount it anywhere: the path counts from its version segment on.
 *
 * @throws TypeError for an invalid base URL, and for a `client` without `authorize`
 */
export function createGateway(
  options: GatewayOptions | ClientGatewayOptions = {},
): (request: Request) => Promise<Response> {
  const { maxBodyBytes = 33_554_432 } = options;
  const answer = "client" in options ? answerAs(options) : relayTo(options);
  return async (request) => {
    const size = Number(request.headers.get("content-length") ?? 0);
    // From a copy where `authorize` may read the body as well; elsewhere it would be held twice.
    const source = "client" in options ? request.clone() : request;
    const body = size > maxBodyBytes ? undefined : await readBytes(source.body, maxBodyBytes);
    if (body !== undefined) return answer(request, body);
    void request.body?.cancel().catch(() => undefined);
    return problem(413, "invalid_request", `The body exceeds ${maxBodyBytes} bytes.`);
  };
}

function relayTo({ baseUrl = "https://generativelanguage.googleapis.com", fetch }: GatewayOptions) {
  const endpoint = resolveEndpoint({ name: "gemini", apiKey: "" }, { baseUrl });
  const send = resumableFetch({ fetch });
  return async (request: Request, content: Uint8Array<ArrayBuffer>): Promise<Response> => {
    const { method, signal } = request;
    const { pathname, search } = new URL(request.url);
    const path = apiPathOf(pathname);
    if (path === undefined) return problem(404, "not_found", "The path has no API version.");
    if (!methods.has(method)) return problem(405, "invalid_request", "Unknown method.");
    const headers = picked(request.headers, sentHeaders);
    const body = content.length === 0 ? null : content;
    const init = { method, headers, body, signal, redirect: "manual" } as const;
    try {
      const answer = await send(`${endpoint.baseUrl}${path}${search}`, init);
      const { status, headers: returned } = answer;
      return new Response(answer.body, { status, headers: picked(returned, returnedHeaders) });
    } catch {
      signal.throwIfAborted();
      return problem(503, "unavailable", "The gateway cannot reach the service.");
    }
  };
}

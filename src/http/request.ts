// What openapi-fetch makes its requests with, and how they become plain data again. A low-level call,
// and any call once there are middlewares, gets a platform Request, because middlewares change and
// copy it; the client's own methods get plain data, which is faster. Neither is sent: attempt.ts calls
// fetch with a URL and a plain init.

import type { CallContent } from "./call.ts";
import type { Endpoint } from "./endpoint.ts";

/**
 * What openapi-fetch makes a low-level call's request with. Refused here, a request for another place
 * does not even get credentials; and the `redirect` of a call cannot make fetch carry them there.
 */
export function platformRequest(endpoint: Endpoint): typeof Request {
  class EndpointRequest {
    constructor(input: string, { signal, ...init }: RequestInit) {
      const url = withVersion(input, endpoint);
      checkTarget(url, endpoint);
      const request = new Request(url, { ...init, redirect: "manual" });
      // Once more as the request has it: normalised, so that no `..` hides another path.
      checkTarget(request.url, endpoint);
      return signal ? withSignal(request, signal) : request;
    }

    // openapi-fetch takes from a middleware only what is an instance of this class.
    static [Symbol.hasInstance](value: unknown): boolean {
      return typeof value === "object" && value !== null && "method" in value && "url" in value;
    }
  }
  // It makes platform Requests; openapi-fetch only calls `new` and `instanceof`.
  return EndpointRequest as unknown as typeof Request;
}

function withSignal(request: Request, signal: AbortSignal): Request {
  try {
    return new Request(request, { signal });
  } catch {
    // A signal of another class, as jsdom's on Node; it is read from here when the call is sent.
    return Object.defineProperty(request, "signal", { value: signal });
  }
}

/** The request of a client's own method: nothing but what is sent. */
export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  /** JSON text. */
  readonly body: string | undefined;
}

/** What openapi-fetch makes the request of a client's own method with: plain data. */
export function plainRequest(endpoint: Endpoint): typeof Request {
  class OwnRequest implements PlainRequest {
    readonly method: string;
    readonly url: string;
    readonly body: string | undefined;

    constructor(input: string, { method, body }: RequestInit) {
      const url = withVersion(input, endpoint);
      checkTarget(url, endpoint);
      this.url = new URL(url).href;
      this.method = method ?? "GET";
      // openapi-fetch has made it.
      this.body = body as string | undefined;
    }
  }
  // openapi-fetch hands it to nobody but the `fetch` that is given with it.
  return OwnRequest as unknown as typeof Request;
}

/** The members of a Request that mean something to fetch, and what they are when nobody set them. */
const memberDefaults = {
  cache: "default",
  credentials: "same-origin",
  integrity: "",
  keepalive: false,
  mode: "cors",
  referrer: "about:client",
  referrerPolicy: "",
} as const;

/**
 * What a request is made of, as plain data.
 *
 * @param own the headers that it was made with, which a plain one has not in itself
 */
export async function contentOf(
  request: Request | PlainRequest,
  own: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<CallContent> {
  const { method, url } = request;
  if (!("arrayBuffer" in request)) {
    const { body } = request;
    const headers = body === undefined ? own : { "content-type": "application/json", ...own };
    return { method, url, headers, body, signal, members: {} };
  }
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => (headers[name] = value));
  // Read, not kept from before: a middleware may have put another body in.
  const bytes = await request.arrayBuffer();
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  return { method, url, headers, body: text || undefined, signal, members: membersOf(request) };
}

function membersOf(request: Request): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const [name, usual] of Object.entries(memberDefaults)) {
    const value: unknown = Reflect.get(request, name);
    if (value !== undefined && value !== usual) members[name] = value;
  }
  // What a platform's own fetch knows beside them, such as `dispatcher`, openapi-fetch adds to it.
  for (const name of Object.keys(request)) members[name] = Reflect.get(request, name);
  return members;
}

function withVersion(url: string, { baseUrl, apiVersion }: Endpoint): string {
  if (apiVersion === undefined || !url.startsWith(`${baseUrl}/`)) return url;
  const resource = url.slice(baseUrl.length);
  return baseUrl + resource.replace(/^(\/upload)?\/v1beta1?\//, `$1/${apiVersion}/`);
}

/** Refuses a URL outside the base URL: the credentials are for that place only. */
export function checkTarget(url: string, { baseUrl }: Endpoint): void {
  if (url.startsWith(`${baseUrl}/`)) return;
  const origin = URL.canParse(url) ? new URL(url).origin : "no URL";
  throw new TypeError(`The client sends to ${baseUrl} only, got ${origin}.`);
}

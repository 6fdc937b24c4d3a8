// A platform Request as plain data. openapi-fetch makes one for each call, and middlewares change and
// copy it; what comes out behind them is read here, once. A Request gives its body as a stream
// only, and reading that back takes longer than all the rest, so the body of those made here is kept.

import type { CallContent } from "./call.ts";
import type { Endpoint } from "./endpoint.ts";

/** The body that a Request was made with; a copy by a middleware is another one. */
const bodies = new WeakMap<Request, NonNullable<CallContent["body"]>>();

/** What openapi-fetch makes its requests with, for one place. */
export function keepingRequest(endpoint: Endpoint): typeof Request {
  return class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      const isText = typeof input === "string";
      // As openapi-fetch gives it. A Request's own error would print a password in it.
      if (isText) checkTarget(input, endpoint);
      super(isText ? withVersion(input, endpoint) : input, init);
      const body = init?.body;
      if (typeof body === "string" || body instanceof Blob) bodies.set(this, body);
    }

    // openapi-fetch takes from a middleware only what is an instance of this class.
    static override [Symbol.hasInstance](value: unknown): boolean {
      return typeof value === "object" && value !== null && "method" in value && "url" in value;
    }
  };
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

/** What a request is made of, as plain data. */
export async function contentOf(
  request: Request,
  signal: AbortSignal | undefined,
): Promise<CallContent> {
  const headers: Record<string, string> = {};
  request.headers.forEach((value, name) => (headers[name] = value));
  return {
    method: request.method,
    url: request.url,
    headers,
    body: await bodyOf(request),
    signal,
    members: membersOf(request),
  };
}

async function bodyOf(request: Request): Promise<CallContent["body"]> {
  if (request.method === "GET" || request.method === "HEAD") return undefined;
  const body = bodies.get(request) ?? (await request.blob());
  if (typeof body === "string") return body || undefined;
  const isText = request.headers.get("content-type")?.startsWith("application/json") ?? true;
  return isText ? utf8.decode(await body.arrayBuffer()) || undefined : body;
}

const utf8 = /* @__PURE__ */ new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

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

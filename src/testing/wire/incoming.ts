// Reads the arguments of `fetch`: a Request, or a URL and a plain init. It uses members only, not the
// class: the Request and the AbortSignal may be another platform's (jsdom, node-fetch).

/** One request, whichever way it was written. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Never aborts when the caller gave none. */
  readonly signal: AbortSignal;
  /** Reads the body, once. */
  bytes(): Promise<Uint8Array>;
}

/** The members of a Request that the service reads. */
export type RequestLike = Pick<Request, "url" | "method" | "headers" | "signal" | "text"> &
  Partial<Pick<Request, "arrayBuffer">>;

/** A Request of Node aborts its signal only as long as the Request itself is referenced. */
const requests = new WeakMap<AbortSignal, RequestLike>();

/** Reads the arguments of `fetch`. */
export function readIncoming(input: RequestLike | URL | string, init: RequestInit = {}): Incoming {
  const isAddress = typeof input === "string" || "href" in input;
  const request = isAddress ? undefined : input;
  const signal = init.signal ?? request?.signal ?? new AbortController().signal;
  if (request !== undefined) requests.set(signal, request);
  const { body } = init;
  return {
    method: (init.method ?? request?.method ?? "GET").toUpperCase(),
    url: new URL(isAddress ? input : input.url),
    headers: new Headers(init.headers ?? request?.headers),
    signal,
    async bytes() {
      if (typeof body === "string") return new TextEncoder().encode(body);
      const source = body === undefined || body === null ? request : new Response(body);
      if (source === undefined) return new Uint8Array();
      if (source.arrayBuffer === undefined) return new TextEncoder().encode(await source.text());
      return new Uint8Array(await source.arrayBuffer());
    },
  };
}

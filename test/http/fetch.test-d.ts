// Each kind of fetch is a FetchFunction without a cast, alone and wrapped.

import type * as undici from "undici-types";
import { InteractionsClient } from "../../src/index.ts";
import type { FetchFunction, FetchInit, FetchResponse } from "../../src/index.ts";

declare const undiciFetch: typeof undici.fetch;
declare const agent: undici.Dispatcher;

/** As node-fetch 3 declares it. */
interface NodeFetchInit {
  body?: string | Blob | Buffer | URLSearchParams | FormData | NodeJS.ReadableStream | null;
  headers?: [string, string][] | Record<string, string>;
  method?: string;
  redirect?: "follow" | "error" | "manual";
  signal?: {
    readonly aborted: boolean;
    addEventListener(type: "abort", listener: (event: unknown) => void): void;
    removeEventListener(type: "abort", listener: (event: unknown) => void): void;
  } | null;
}
interface NodeFetchResponse {
  readonly headers: {
    get(name: string): string | null;
    forEach(callback: (value: string, name: string) => void, thisArg?: unknown): void;
  };
  readonly ok: boolean;
  readonly status: number;
  readonly statusText: string;
  readonly type: string;
  readonly body: NodeJS.ReadableStream | null;
  text(): Promise<string>;
}
declare function nodeFetch(url: URL | string, init?: NodeFetchInit): Promise<NodeFetchResponse>;

/** As expo/fetch declares it. */
interface ExpoInit {
  body?: BodyInit | null;
  credentials?: RequestCredentials;
  headers?: HeadersInit;
  method?: string;
  signal?: AbortSignal | null;
  redirect?: RequestRedirect;
}
declare function expoFetch(url: string, init?: ExpoInit): Promise<Response>;

const functions: FetchFunction[] = [
  globalThis.fetch,
  fetch,
  undiciFetch,
  nodeFetch,
  expoFetch,
  (url, init) => fetch(url, init),
  (url, init) => fetch(url, { ...init, headers: { ...init.headers, "x-own": "1" } }),
  (url, init) => undiciFetch(url, { ...init, dispatcher: agent }),
  (url, init) => nodeFetch(url, init),
  (url, init) => expoFetch(url, init),
  async () => new Response("{}"),
];

for (const each of functions) {
  const client = new InteractionsClient({ apiKey: "key", fetch: each });
  void client.get("id", {}, { fetch: each });
}

declare const init: FetchInit;
declare const response: FetchResponse;
init satisfies RequestInit;
init satisfies undici.RequestInit;
new Response() satisfies FetchResponse;

// @ts-expect-error a fetch that wants a Request is not called with one
const wantsRequest: FetchFunction = async (request: Request) => new Response(request.url);
// @ts-expect-error a body may be of any make
response.body.getReader();
void wantsRequest;

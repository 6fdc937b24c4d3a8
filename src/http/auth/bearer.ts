import type { Middleware } from "openapi-fetch";
import type { RequestHeadersSource, VertexAuth } from "../../model/options.ts";
import { CredentialsError } from "../../model/errors.ts";
import { printable } from "../../util/printable.ts";
import { checkHeaderValue } from "./header-value.ts";

/** Where a request's credentials come from. */
export interface HeaderProvider {
  /** `authorization`, and `x-goog-user-project` when the credential names one. */
  getHeaders(url: string): Promise<Headers>;
  /** The same from a new token; absent where a token cannot be renewed. */
  refreshHeaders?(url: string): Promise<Headers>;
}

/** Turns any kind of auth into a provider. */
export function toHeaderProvider(auth: VertexAuth): HeaderProvider {
  if (typeof auth === "string") {
    const headers = bearerHeaders(auth);
    return { getHeaders: () => Promise.resolve(headers) };
  }
  const fetchHeaders = async (url: string, forceRefresh: boolean): Promise<Headers> => {
    if (typeof auth === "function") return bearerHeaders(await auth({ forceRefresh }));
    return checkedHeaders(await askSource(auth, url, forceRefresh));
  };
  let refreshing: Promise<Headers> | undefined;
  return {
    getHeaders: (url) => fetchHeaders(url, false),
    // Shared: a hundred calls refused at once ask for one new token.
    refreshHeaders: (url) =>
      (refreshing ??= fetchHeaders(url, true).finally(() => (refreshing = undefined))),
  };
}

/**
 * openapi-fetch middleware that sends `Authorization: Bearer …`, and the credential's own quota
 * project, unless the call has those headers already. Functions and objects are asked for each call.
 *
 * @throws TypeError when the token is empty or no header could carry it; at once for a string
 */
export function bearerMiddleware(auth: VertexAuth): Middleware {
  return headerMiddleware(toHeaderProvider(auth));
}

/**
 * The middleware behind {@link bearerMiddleware}, for any provider.
 *
 * @param onAuthorize told of each request that gets its credentials here, not from the caller
 */
export function headerMiddleware(
  provider: HeaderProvider,
  onAuthorize?: (request: Request) => void,
): Middleware {
  return {
    async onRequest({ request }) {
      if (request.headers.has("authorization")) return;
      onAuthorize?.(request);
      for (const [name, value] of await provider.getHeaders(request.url)) {
        if (!request.headers.has(name)) request.headers.set(name, value);
      }
    },
  };
}

function bearerHeaders(token: string): Headers {
  const value = checkHeaderValue("The access token", token).replace(/^bearer(\s+|$)/i, "");
  return new Headers({ authorization: `Bearer ${checkHeaderValue("The access token", value)}` });
}

// google-auth-library 9 answers with a plain object, 10 with Headers. What no header could carry is
// found here: the platform's own error would print the token.
function checkedHeaders(source: Headers | Record<string, string>): Headers {
  const headers = new Headers();
  for (const [name, value] of Symbol.iterator in source ? source : Object.entries(source)) {
    headers.set(name, checkHeaderValue(`Header ${name} of auth`, value));
  }
  return headers;
}

async function askSource(
  source: RequestHeadersSource,
  url: string,
  forceRefresh: boolean,
): Promise<Headers | Record<string, string>> {
  try {
    if (forceRefresh) await expireCredentials(source);
    return await source.getRequestHeaders(url);
  } catch (error) {
    // Not as its cause: whoever logs the error would log the refresh token.
    const words = error instanceof Error ? error.message : String(error);
    throw new CredentialsError(`The credential gave no access token: ${printable(words)}`);
  }
}

interface ExpiringClient {
  credentials: object;
  setCredentials(credentials: object): void;
}

// The library has no public way to renew every kind of token; a past expiry date does it for user,
// service-account, metadata and external credentials (google-auth-library 10.9).
async function expireCredentials(source: RequestHeadersSource): Promise<void> {
  const client =
    "getClient" in source && typeof source.getClient === "function"
      ? await source.getClient()
      : source;
  if (isExpiringClient(client)) {
    client.setCredentials({ ...client.credentials, expiry_date: 1 });
  }
}

function isExpiringClient(client: object): client is ExpiringClient {
  return (
    "setCredentials" in client &&
    typeof client.setCredentials === "function" &&
    "credentials" in client &&
    typeof client.credentials === "object"
  );
}

// Where the credentials of a request come from: an API key, a token, a function or one of
// google-auth-library's objects. Takes what the caller configured, returns request headers, checked so
// that the platform's own error never prints the value. The trap: whatever the caller's function
// throws may hold secrets, so only its words are kept, in a CredentialsError.

import { CredentialsError } from "../../model/errors.ts";
import type { ApiKey, RequestHeadersSource, VertexAuth } from "../../model/options.ts";
import { cleanText } from "../../util/printable.ts";
import { memberOf, wordsOf } from "../../util/thrown.ts";

/** Request headers by their names in lower case. */
export type HeaderRecord = Readonly<Record<string, string>>;

/** Where a request's credentials come from. */
export interface HeaderProvider {
  /** The header without which a request has no credentials; a call that has it asks for none. */
  readonly main: "authorization" | "x-goog-api-key";
  /** The main header, and `x-goog-user-project` when the credential names a quota project. */
  getHeaders(url: string): Promise<HeaderRecord>;
  /** The same from a new credential; absent where it cannot be renewed. */
  refreshHeaders?(url: string): Promise<HeaderRecord>;
}

/** Sends an API key; a function is asked for it each time. */
export function apiKeyProvider(apiKey: ApiKey): HeaderProvider {
  const main = "x-goog-api-key";
  if (typeof apiKey !== "function") {
    const headers = Promise.resolve(keyHeaders(apiKey));
    return { main, getHeaders: () => headers };
  }
  const ask = (): Promise<string> => fetchCredential("API key", async () => apiKey());
  return { main, getHeaders: async () => keyHeaders(await ask()) };
}

/** Sends an access token; functions and objects are asked for it each time. */
export function tokenProvider(auth: VertexAuth): HeaderProvider {
  const main = "authorization";
  if (typeof auth === "string") {
    const headers = Promise.resolve(bearerHeaders(auth));
    return { main, getHeaders: () => headers };
  }
  if (typeof auth !== "function" && typeof memberOf(auth, "getRequestHeaders") !== "function") {
    throw new TypeError("vertex.auth must be a token, a function or an auth client.");
  }
  const fetchHeaders = async (url: string, forceRefresh: boolean): Promise<HeaderRecord> => {
    if (typeof auth === "function") {
      return bearerHeaders(
        await fetchCredential("access token", async () => auth({ forceRefresh })),
      );
    }
    const source = await fetchCredential("access token", () => askSource(auth, url, forceRefresh));
    // google-auth-library 9 resolves with a plain object, 10 with Headers.
    const headers = checkHeaders(source ?? {}, " of auth");
    checkHeaderValue("The access token", headers[main]);
    return headers;
  };
  return {
    main,
    getHeaders: (url) => fetchHeaders(url, false),
    refreshHeaders: (url) => fetchHeaders(url, true),
  };
}

/** Words, and statuses, of credentials that will not be there in a moment either. */
const lasting =
  /invalid_|unauthori[sz]ed|denied|forbidden|revoked|default credentials|refresh token is set|ENOENT|=4(?!08|29)\d\d\b/i;

async function fetchCredential<T>(what: string, fetch: () => Promise<T>): Promise<T> {
  try {
    return await fetch();
  } catch (error) {
    if (error instanceof CredentialsError) throw error;
    // Not as its cause: whoever logs the error would log the refresh token.
    const words = cleanText(wordsOf(error));
    throw new CredentialsError(`The credential gave no ${what}: ${words}`, {
      isTransient: !lasting.test(
        [words, memberOf(error, "status"), memberOf(memberOf(error, "response"), "status")].join(
          " =",
        ),
      ),
    });
  }
}

/**
 * Refuses a secret that no header can carry. The platform's own error would print the value.
 *
 * @returns the value without surrounding blanks
 */
export function checkHeaderValue(name: string, value: unknown): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") throw new TypeError(`${name} must be a non-empty string.`);
  if (!/^[\t\x20-\x7e\x80-\xff]+$/.test(text)) {
    throw new TypeError(`${name} has a character that no HTTP header can carry.`);
  }
  return text;
}

/**
 * Refuses headers that no request can carry; returns them by their names in lower case. Whatever the
 * types say, they may be Headers, which have no members of their own.
 */
export function checkHeaders(
  headers: Readonly<Record<string, unknown>> | Iterable<[string, unknown]> = {},
  of = "",
): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Symbol.iterator in headers ? headers : Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name)) {
      throw new TypeError(`A header name${of} has a character that no HTTP header can carry.`);
    }
    checked[name.toLowerCase()] =
      value === "" ? value : checkHeaderValue(`Header ${name}${of}`, value);
  }
  return checked;
}

function keyHeaders(key: unknown): HeaderRecord {
  return { "x-goog-api-key": checkHeaderValue("apiKey", key) };
}

function bearerHeaders(token: unknown): HeaderRecord {
  const value = checkHeaderValue("The access token", token).replace(/^bearer(\s+|$)/i, "");
  return { authorization: `Bearer ${checkHeaderValue("The access token", value)}` };
}

/** What google-auth-library's clients have beside the method that is asked for. */
interface RenewableSource extends RequestHeadersSource {
  getClient?(): Promise<Omit<RenewableSource, "getRequestHeaders">>;
  readonly credentials?: object;
  setCredentials?(credentials: object): void;
}

async function askSource(
  source: RenewableSource,
  url: string,
  forceRefresh: boolean,
): Promise<Headers | Record<string, string>> {
  if (forceRefresh) {
    const client = (await source.getClient?.()) ?? source;
    // The library has no public way to renew every kind of token; a past expiry date does it for user,
    // service-account, metadata and external credentials (google-auth-library 10.9).
    if (client.credentials) client.setCredentials?.({ ...client.credentials, expiry_date: 1 });
  }
  return source.getRequestHeaders(url);
}

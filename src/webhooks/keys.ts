// The public Ed25519 keys of deliveries signed with `v1a`: a key set comes in, from the caller or from the
// service, and keys that WebCrypto can verify with go out. A delivery does not name its key, so each forged
// one could trigger a request for keys: a pause between requests prevents that.

import { abortable, limitSignal } from "../util/abort.ts";
import { isObject, parseJson } from "../util/json.ts";
import { WebhookVerificationError } from "./error.ts";

/** The members of a public key in a key set (RFC 7517) that are used; keys other than Ed25519 are ignored. */
export interface PublicJsonWebKey {
  /** `OKP` for an Ed25519 key. */
  readonly kty?: string | undefined;
  /** `Ed25519`. */
  readonly crv?: string | undefined;
  /** The key's 32 bytes in base64url. */
  readonly x?: string | undefined;
}

/** A key set as in a `jwks.json`. */
export interface JsonWebKeySet {
  /** The keys; one that matches is enough. */
  readonly keys: readonly PublicJsonWebKey[];
}

/** A function that fetches the service's keys: the platform's `fetch`, or one like it. */
export type WebhookKeyFetch = (
  url: string,
  init: {
    method: "GET";
    headers: Record<string, string>;
    redirect: "manual";
    signal: AbortSignal;
    cache?: "no-store";
  },
) => PromiseLike<{ readonly status: number; text(): PromiseLike<string> }>;

// The one address that is trusted: nothing in a delivery or an option can name another.
const jwksUrl = "https://generativelanguage.googleapis.com/.well-known/jwks.json";
/** Shortest pause between two requests for keys, however many deliveries match none. */
const minPauseMs = 60_000;
/** A key that the service has withdrawn is trusted for at most this long. */
const maxAgeMs = 3_600_000;
const timeoutMs = 10_000;

/** The service's keys as one `fetch` brought them. */
class ServiceKeys {
  readonly #fetch: WebhookKeyFetch;
  #keys: readonly CryptoKey[] | undefined;
  /** When the newest request was made, and when the one that brought these keys. */
  #askedAt = -Infinity;
  #broughtAt = -Infinity;
  #pending: Promise<readonly CryptoKey[]> | undefined;

  constructor(fetch: WebhookKeyFetch) {
    this.#fetch = fetch;
  }

  /** The cached keys, or newly fetched ones when there are none or they are an hour old. */
  async current(): Promise<readonly CryptoKey[]> {
    if (this.#keys !== undefined && Date.now() - this.#broughtAt < maxAgeMs) return this.#keys;
    return this.#ask();
  }

  /** Newly fetched keys, when none matched; the same ones within a minute of the last request. */
  async newerThan(keys: readonly CryptoKey[]): Promise<readonly CryptoKey[]> {
    if (this.#pending !== undefined) return this.#pending;
    if (this.#keys !== keys || Date.now() - this.#askedAt < minPauseMs) return this.#keys ?? keys;
    return this.#ask();
  }

  /** Deliveries that arrive at the same time share one request. */
  #ask(): Promise<readonly CryptoKey[]> {
    this.#pending ??= this.#fetchKeys().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #fetchKeys(): Promise<readonly CryptoKey[]> {
    const askedAt = Date.now();
    this.#askedAt = askedAt;
    this.#keys = await importKeys(await fetchJwks(this.#fetch));
    // Only now: a failed request must not extend the life of the old keys.
    this.#broughtAt = askedAt;
    return this.#keys;
  }
}

// By function: keys from one `fetch`, which may be a test's, are not trusted for another.
const serviceKeys = new WeakMap<WebhookKeyFetch, ServiceKeys>();

/** The service's keys; cached as long as the same function is passed. */
export function serviceKeysBy(fetch: WebhookKeyFetch): ServiceKeys {
  let keys = serviceKeys.get(fetch);
  if (keys === undefined) {
    keys = new ServiceKeys(fetch);
    serviceKeys.set(fetch, keys);
  }
  return keys;
}

async function fetchJwks(fetch: WebhookKeyFetch): Promise<unknown> {
  const { signal, release } = limitSignal(undefined, timeoutMs, () =>
    keyError(`The service's keys did not arrive within ${timeoutMs} ms.`),
  );
  try {
    return await abortable(signal, () => requestJwks(fetch, signal));
  } catch (error) {
    if (error instanceof WebhookVerificationError) throw error;
    throw keyError("The service's keys could not be fetched.", error);
  } finally {
    release();
  }
}

async function requestJwks(fetch: WebhookKeyFetch, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(jwksUrl, {
    method: "GET",
    headers: { accept: "application/json" },
    // A followed redirect would let another host decide which keys to trust. Not every platform knows `error`.
    redirect: "manual",
    signal,
    // Next.js would cache the keys forever; some edge runtimes refuse the member.
    ...(typeof Request === "function" && "cache" in Request.prototype ? { cache: "no-store" } : {}),
  });
  const text = await response.text();
  if (response.status === 200) return parseJson(text);
  throw keyError(`The service answered the request for its keys with status ${response.status}.`);
}

/** @throws {WebhookVerificationError} `key` when the set contains no usable key */
export async function importKeys(jwks: unknown): Promise<readonly CryptoKey[]> {
  const members = isObject(jwks) && Array.isArray(jwks["keys"]) ? jwks["keys"] : [];
  const imports = await Promise.allSettled(members.filter(isEd25519).map(importKey));
  const keys = imports.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  if (keys.length > 0) return keys;
  const failed = imports.find((each) => each.status === "rejected");
  throw keyError(
    failed === undefined
      ? "The key set has no Ed25519 public key (kty OKP, crv Ed25519)."
      : "This platform's WebCrypto refuses the set's Ed25519 keys.",
    failed?.reason,
  );
}

function isEd25519(key: unknown): key is PublicJsonWebKey {
  return isObject(key) && key["kty"] === "OKP" && key["crv"] === "Ed25519";
}

// Only the members that define the key: platforms disagree about `alg` ("EdDSA", "Ed25519") and refuse odd `key_ops`.
async function importKey({ x = "" }: PublicJsonWebKey): Promise<CryptoKey> {
  const key = { kty: "OKP", crv: "Ed25519", x };
  return crypto.subtle.importKey("jwk", key, "Ed25519", false, ["verify"]);
}

function keyError(message: string, cause?: unknown): WebhookVerificationError {
  return new WebhookVerificationError(
    "key",
    `${message} The webhook delivery was not verified: answer with a 5xx, and the service sends it again.`,
    cause === undefined ? undefined : { cause },
  );
}

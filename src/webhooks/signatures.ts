// Signatures of Standard Webhooks: the header and the signed bytes come in, whether one signature matches goes
// out. It uses WebCrypto, whose `verify` compares in constant time. The `standardwebhooks` package is not
// used: it takes the body as text or as Node's Buffer only, has a fixed tolerance, knows no `v1a`, and
// is CommonJS with a SHA-256 in JavaScript, which an edge runtime cannot load without a bundler.

import { decodeBase64, fromBase64 } from "../util/bytes.ts";
import { WebhookVerificationError } from "./error.ts";

/** `v1`: HMAC-SHA256 with a shared secret. `v1a`: Ed25519 with a public key. */
export type Scheme = "v1" | "v1a";

/** The signatures of each scheme, in base64. */
export type Signatures = Readonly<Record<Scheme, readonly string[]>>;

// Rotations bring two or three. Each costs a hash of the whole body, and the header is untrusted.
const maxSignatures = 16;

/** Parses `v1,<base64> v1a,<base64> …`; other versions are ignored. */
export function readSignatures(header: string): Signatures {
  const signatures = { v1: [] as string[], v1a: [] as string[] };
  for (const entry of header.split(/\s+/)) {
    // A third part is the comma that joins repeated headers.
    const [scheme, signature = ""] = entry.split(",");
    if (scheme === "v1" || scheme === "v1a") signatures[scheme].push(signature);
  }
  const count = signatures.v1.length + signatures.v1a.length;
  if (count > 0 && count <= maxSignatures) return signatures;
  throw new WebhookVerificationError(
    "header",
    `The webhook delivery's webhook-signature header has ${count} signatures of version v1 or ` +
      `v1a; expected 1 to ${maxSignatures}.`,
  );
}

/** Whether one of the signatures was made over the bytes with one of the keys. */
export async function verifies(
  keys: readonly CryptoKey[],
  signatures: readonly string[],
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  // A malformed signature matches nothing.
  const decoded = signatures.flatMap((signature) => bytesOf(signature) ?? []);
  for (const key of keys) {
    for (const signature of decoded) {
      if (await crypto.subtle.verify(key.algorithm.name, key, signature, signed)) return true;
    }
  }
  return false;
}

/**
 * The HMAC key of a `whsec_…` secret.
 *
 * @throws {TypeError} for any other text; the message does not repeat it
 */
export async function importSecret(secret: unknown): Promise<CryptoKey> {
  const base64 = typeof secret === "string" ? /^whsec_(.+)$/.exec(secret)?.[1] : undefined;
  const bytes = base64 === undefined ? undefined : bytesOf(base64);
  if (bytes === undefined) {
    throw new TypeError(
      'A webhook secret must be "whsec_" and base64, as the service gave it when the webhook was created.',
    );
  }
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, [
    "verify",
  ]);
}

/** The bytes of a base64 text; text with white space, which `atob` would skip, is refused. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(text) && decodeBase64(text) !== undefined;
  return isBase64 ? fromBase64(text) : undefined;
}

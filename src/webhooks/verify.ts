// Verifies a webhook delivery by Standard Webhooks: headers, age, signature, then the body; the typed
// event goes out. A delivery that fails any of these is a WebhookVerificationError; wrong options are
// TypeErrors. The signature covers the raw body, so no JSON parser may run before.

import { checkOptionNames } from "../util/check.ts";
import { isObject } from "../util/json.ts";
import { bodyOf, checkDelivery, headerOf } from "./delivery.ts";
import type { WebhookDelivery } from "./delivery.ts";
import { WebhookVerificationError } from "./error.ts";
import { readEvent } from "./event.ts";
import type { WebhookEvent } from "./event.ts";
import { importKeys, serviceKeysBy } from "./keys.ts";
import type { JsonWebKeySet, WebhookKeyFetch } from "./keys.ts";
import { importSecret, readSignatures, verifies } from "./signatures.ts";
import type { Signatures } from "./signatures.ts";

/** Keys to verify with. Without any option, the service's own public keys are used. */
export interface VerifyWebhookOptions {
  /**
   * Secret of a registered webhook, `whsec_…`; several during a rotation. If you pass only this, only
   * deliveries signed with it are accepted: the service's public keys sign the runs of all customers.
   */
  secret?: string | readonly string[] | undefined;
  /**
   * Public keys of deliveries to `webhook_config.uris`, instead of the service's own.
   *
   * @defaultValue fetched from the service, cached for an hour, fetched again when none matches, but at
   * most once a minute
   */
  jwks?: JsonWebKeySet | undefined;
  /**
   * Fetches the service's keys, for example through a proxy. Keys are cached per function: pass the same
   * one each time. Together with `secret`, deliveries of both kinds are accepted.
   *
   * @defaultValue `globalThis.fetch`
   */
  fetch?: WebhookKeyFetch | undefined;
  /**
   * How long ago, and how far in the future, a delivery may be signed, in milliseconds.
   *
   * @defaultValue 300_000
   */
  toleranceMs?: number | undefined;
}

const verifyOptionNames: Readonly<Record<keyof VerifyWebhookOptions, true>> = {
  secret: true,
  jwks: true,
  fetch: true,
  toleranceMs: true,
};

/**
 * Resolves with the event of a delivery once its signature is verified.
 *
 * @param delivery a `Request` with an unread body, or `{ headers, body }` with the raw body
 * @throws {WebhookVerificationError} whose `reason` says what is wrong with the delivery
 * @throws {TypeError} for wrong options, or a body that was already parsed
 */
export async function verifyWebhook(
  delivery: WebhookDelivery,
  options: VerifyWebhookOptions = {},
): Promise<WebhookEvent> {
  checkArguments(delivery, options);
  const { secret, toleranceMs = 300_000 } = options;
  const secrets = secret === undefined ? [] : [secret].flat();
  const hmacKeys = await Promise.all(secrets.map(importSecret));

  const id = requireHeader(delivery, "webhook-id");
  const timestamp = requireHeader(delivery, "webhook-timestamp");
  const signatures = readSignatures(requireHeader(delivery, "webhook-signature"));
  checkAge(timestamp, toleranceMs);
  const body = await bodyOf(delivery);
  await checkSignatures(signatures, hmacKeys, join(`${id}.${timestamp}.`, body), options);
  return readEvent(id, body);
}

function checkArguments(delivery: WebhookDelivery, options: VerifyWebhookOptions): void {
  checkDelivery(delivery);
  // Untyped callers may pass anything.
  if (!isObject(options)) {
    throw new TypeError("verifyWebhook() takes its options as an object, such as { secret }.");
  }
  checkOptionNames(options, verifyOptionNames);
  // Each is checked below, or when it is used.
  const { secret, jwks, fetch, toleranceMs = 0 } = options as VerifyWebhookOptions;
  if (Array.isArray(secret) && secret.length === 0) {
    throw new TypeError("secret is an empty list: pass the webhook's secret, or leave it out.");
  }
  if (jwks !== undefined && !Array.isArray(jwks?.keys)) {
    throw new TypeError("jwks must be a key set, { keys: […] }.");
  }
  if (fetch !== undefined && typeof fetch !== "function") {
    throw new TypeError("fetch must be a function like the platform's.");
  }
  if (!Number.isFinite(toleranceMs) || toleranceMs < 0) {
    throw new TypeError(
      `toleranceMs must be a number of milliseconds, 0 or more, got ${String(toleranceMs)}.`,
    );
  }
  if (globalThis.crypto?.subtle === undefined) {
    throw new TypeError(
      "verifyWebhook() needs WebCrypto (crypto.subtle). Browsers have it on https pages and on " +
        "localhost only, and jsdom has none: run such a test in a Node environment.",
    );
  }
}

function requireHeader(delivery: WebhookDelivery, name: string): string {
  const value = headerOf(delivery, name);
  if (value !== "") return value;
  throw new WebhookVerificationError("header", `The webhook delivery has no ${name} header.`);
}

function checkAge(timestamp: string, toleranceMs: number): void {
  if (!/^\d{1,12}$/.test(timestamp)) {
    throw new WebhookVerificationError(
      "header",
      "The webhook delivery's webhook-timestamp header is not a whole number of seconds since 1970.",
    );
  }
  const ageMs = Date.now() - Number(timestamp) * 1000;
  if (Math.abs(ageMs) <= toleranceMs) return;
  throw new WebhookVerificationError(
    "timestamp",
    `The webhook delivery was signed ${Math.abs(ageMs) / 1000} s ${ageMs > 0 ? "ago" : "in the future"}; ` +
      `toleranceMs allows ${toleranceMs / 1000} s. It may be a replay. If this happens ` +
      "to every delivery, set this machine's clock.",
  );
}

async function checkSignatures(
  signatures: Signatures,
  hmacKeys: readonly CryptoKey[],
  signed: Uint8Array<ArrayBuffer>,
  options: VerifyWebhookOptions,
): Promise<void> {
  const { v1, v1a } = signatures;
  const takesPublicKeys =
    hmacKeys.length === 0 || options.jwks !== undefined || options.fetch !== undefined;
  const triesSecret = hmacKeys.length > 0 && v1.length > 0;
  const triesPublicKeys = takesPublicKeys && v1a.length > 0;

  if (triesSecret && (await verifies(hmacKeys, v1, signed))) return;
  if (triesPublicKeys && (await verifiesByPublicKey(v1a, signed, options))) return;
  if (triesSecret || triesPublicKeys) {
    throw new WebhookVerificationError(
      "signature",
      "No signature of the webhook delivery matches its body and the keys. Either it is forged, or its " +
        "body is not the raw body, or the secret or key is not its own.",
    );
  }
  throw new WebhookVerificationError(
    "key",
    v1.length > 0
      ? "The webhook delivery is signed with a secret (v1): pass the webhook's secret."
      : "The webhook delivery is signed with a key of the service (v1a), but only a secret was given: " +
          "pass jwks or fetch as well if this endpoint is in webhook_config.uris.",
  );
}

async function verifiesByPublicKey(
  signatures: readonly string[],
  signed: Uint8Array<ArrayBuffer>,
  { jwks, fetch = globalThis.fetch }: VerifyWebhookOptions,
): Promise<boolean> {
  if (jwks !== undefined) return verifies(await importKeys(jwks), signatures, signed);
  const service = serviceKeysBy(fetch);
  const keys = await service.current();
  if (await verifies(keys, signatures, signed)) return true;
  const newer = await service.newerThan(keys);
  return newer !== keys && verifies(newer, signatures, signed);
}

function join(start: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(start);
  const joined = new Uint8Array(head.length + body.length);
  joined.set(head);
  joined.set(body, head.length);
  return joined;
}

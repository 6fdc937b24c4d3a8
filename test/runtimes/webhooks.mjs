// Webhook deliveries, signed by node:crypto, each with its name and the verdict that every runtime must
// come to. They are plain JSON, and new with each call.

import { completed, createKeyPair, createSecret, deliver } from "../webhooks/sign.mjs";

/** @returns {{ name: string, verdict: string, delivery: object, options: object, published?: object[][] }[]} */
export function signDeliveries() {
  const [secret, older] = [createSecret(), createSecret()];
  const [pair, other] = [createKeyPair(), createKeyPair()];
  const byKey = [pair.privateKey];
  const jwks = { keys: [pair.jwk] };
  const old = { at: Date.now() - 360_000 };
  const body = completed.replace("abc", "abd");
  const verified = "interaction.completed msg_1";
  return [
    { name: "HMAC", verdict: verified, delivery: deliver([secret]), options: { secret } },
    { name: "Ed25519", verdict: verified, delivery: deliver(byKey), options: { jwks } },
    {
      name: "HMAC, altered body",
      verdict: "signature",
      delivery: { ...deliver([secret]), body },
      options: { secret },
    },
    {
      name: "Ed25519, altered body",
      verdict: "signature",
      delivery: { ...deliver(byKey), body },
      options: { jwks },
    },
    {
      name: "HMAC, old",
      verdict: "timestamp",
      delivery: deliver([secret], old),
      options: { secret },
    },
    {
      name: "Ed25519, old",
      verdict: "timestamp",
      delivery: deliver(byKey, old),
      options: { jwks },
    },
    {
      name: "a second signature",
      verdict: verified,
      delivery: deliver([older, secret]),
      options: { secret },
    },
    {
      name: "a second secret",
      verdict: verified,
      delivery: deliver([secret]),
      options: { secret: [older, secret] },
    },
    {
      name: "an unknown secret",
      verdict: "signature",
      delivery: deliver([secret]),
      options: { secret: older },
    },
    { name: "no secret", verdict: "key", delivery: deliver([secret]), options: { jwks } },
    {
      name: "the service's key",
      verdict: `${verified}, then ${verified}`,
      delivery: deliver(byKey),
      options: {},
      published: [[pair.jwk]],
    },
    {
      name: "a rotated key",
      verdict: `signature, then ${verified}`,
      delivery: deliver(byKey),
      options: {},
      published: [[other.jwk], [other.jwk, pair.jwk]],
    },
    {
      name: "an unknown key",
      verdict: "signature, then signature",
      delivery: deliver(byKey),
      options: {},
      published: [[other.jwk]],
    },
  ];
}

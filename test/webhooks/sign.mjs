// @ts-check
// Signs webhook deliveries with node:crypto, which shares nothing with the code under test. Used by
// the tests here and by test/runtimes, which is plain JavaScript.

import { createHmac, generateKeyPairSync, randomBytes, sign } from "node:crypto";

export const completed = JSON.stringify({
  type: "interaction.completed",
  version: "v1",
  data: { id: "v1_abc" },
});

/** A secret as the service makes them. */
export function createSecret() {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/** A pair of Ed25519 keys, the public one as a member of a key set. */
export function createKeyPair() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { privateKey, jwk: publicKey.export({ format: "jwk" }) };
}

/**
 * A delivery as `{ headers, body }`, signed with each of the keys in turn.
 *
 * @param {(string | import("node:crypto").KeyObject)[]} keys `whsec_…` secrets and private Ed25519 keys
 * @param {{ id?: string, body?: string | Uint8Array, at?: number }} [options] `at` in milliseconds
 */
export function deliver(keys, { id = "msg_1", body = completed, at = Date.now() } = {}) {
  const timestamp = String(Math.floor(at / 1000));
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), Buffer.from(body)]);
  const signatures = keys.map((key) => {
    if (typeof key !== "string") return `v1a,${sign(null, signed, key).toString("base64")}`;
    const secret = Buffer.from(key.slice("whsec_".length), "base64");
    return `v1,${createHmac("sha256", secret).update(signed).digest("base64")}`;
  });
  return {
    headers: {
      "webhook-id": id,
      "webhook-timestamp": timestamp,
      "webhook-signature": signatures.join(" "),
    },
    body,
  };
}

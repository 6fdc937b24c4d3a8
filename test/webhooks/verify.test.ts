// Verifying deliveries: what passes, and the reason for each that does not. The vectors are made with
// node:crypto; the code under test uses WebCrypto.

import { beforeEach, expect, test, vi } from "vitest";
import { verifyWebhook, WebhookVerificationError } from "../../src/webhooks/index.ts";
import type { VerifyWebhookOptions, WebhookDelivery } from "../../src/webhooks/index.ts";
import { completed, createKeyPair, createSecret, deliver } from "./sign.mjs";

const secret = createSecret();
const pair = createKeyPair();
const jwks = { keys: [pair.jwk] };
const now = Date.parse("2026-11-25T12:00:00Z");
const minute = 60_000;

beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date"] }));

type Delivery = ReturnType<typeof deliver>;

/** The two schemes: what signs, and what verifies. */
const schemes: [string, Parameters<typeof deliver>[0], VerifyWebhookOptions][] = [
  ["a secret", [secret], { secret }],
  ["a public key", [pair.privateKey], { jwks }],
];

async function reasonOf(delivery: WebhookDelivery, options: VerifyWebhookOptions): Promise<string> {
  const error: unknown = await verifyWebhook(delivery, options).catch((caught: unknown) => caught);
  if (!(error instanceof WebhookVerificationError))
    throw new Error("not refused", { cause: error });
  expect(String(error)).toMatch(/^WebhookVerificationError: [A-Z].+\.$/s);
  return error.reason;
}

function withHeaders({ headers, body }: Delivery, changes: Record<string, string>): Delivery {
  return { headers: { ...headers, ...changes }, body };
}

function request({ headers, body }: Delivery): Request {
  return new Request("https://app.test/hook", { method: "POST", headers, body: Buffer.from(body) });
}

test.each(schemes)(
  "resolves with the event of a delivery signed with %s",
  async (_, keys, options) => {
    expect(await verifyWebhook(deliver(keys), options)).toEqual({
      id: "msg_1",
      type: "interaction.completed",
      version: "v1",
      data: { id: "v1_abc" },
    });
  },
);

const signed = deliver([secret], { at: now });
const text = new TextEncoder().encode(completed);
const upperCase = Object.fromEntries(
  Object.entries(signed.headers).map(([name, value]) => [name.toUpperCase(), value]),
);
test.each<[string, WebhookDelivery]>([
  ["a Request", request(signed)],
  ["headers in a Headers object", { headers: new Headers(signed.headers), body: completed }],
  ["headers in upper case", { headers: upperCase, body: completed }],
  [
    "headers with lists of values, as Node may give them",
    {
      headers: { ...signed.headers, "webhook-signature": [signed.headers["webhook-signature"]] },
      body: completed,
    },
  ],
  [
    "an AWS Lambda event in base64",
    { headers: signed.headers, body: btoa(completed), isBase64Encoded: true },
  ],
  [
    "an event of an AWS load balancer with all values of its headers",
    {
      multiValueHeaders: Object.fromEntries(
        Object.entries(signed.headers).map(([name, value]) => [name, [value]]),
      ),
      body: btoa(completed),
      isBase64Encoded: true,
    },
  ],
  [
    "an AWS Lambda event in text",
    { headers: signed.headers, body: completed, isBase64Encoded: false },
  ],
  [
    "a parsed body with rawBody beside it, as of Cloud Functions",
    { headers: signed.headers, body: JSON.parse(completed), rawBody: Buffer.from(completed) },
  ],
  [
    "a parsed body with rawBody as text, as of Azure Functions",
    { headers: signed.headers, body: JSON.parse(completed), rawBody: completed },
  ],
  ["a body of bytes", { headers: signed.headers, body: text }],
  ["a body of a Buffer", { headers: signed.headers, body: Buffer.from(completed) }],
  ["a body of an ArrayBuffer", { headers: signed.headers, body: text.buffer }],
  [
    "a body that is a part of a larger buffer",
    { headers: signed.headers, body: Buffer.from(`xx${completed}xx`).subarray(2, -2) },
  ],
  [
    "another library's request",
    {
      headers: { get: (name) => new Headers(signed.headers).get(name) },
      text: async () => completed,
    },
  ],
])("takes %s", async (_, delivery) => {
  expect(await verifyWebhook(delivery, { secret })).toMatchObject({ id: "msg_1" });
});

test("verifies bytes, not what they look like: text beyond ASCII", async () => {
  const body = JSON.stringify({ type: "x", data: { note: "naïve 🎈 \u2028" } });
  const event = await verifyWebhook(request(deliver([secret], { body })), { secret });
  expect(event.data["note"]).toBe("naïve 🎈 \u2028");
});

test("unknown types pass, whatever they contain", async () => {
  const body = '{"type":"batch.succeeded","extra":[1],"id":"theirs"}';
  expect(await verifyWebhook(deliver([secret], { body }), { secret })).toEqual({
    type: "batch.succeeded",
    extra: [1],
    id: "msg_1",
  });
});

// Keys in rotation.

const older = createSecret();
const otherPair = createKeyPair();
test.each<[string, Parameters<typeof deliver>[0], VerifyWebhookOptions]>([
  ["two signatures, we know the first secret", [older, secret], { secret: older }],
  ["two signatures, we know the second secret", [older, secret], { secret }],
  ["one signature, we know both secrets", [secret], { secret: [older, secret] }],
  ["a signature of each scheme, we know the secret", [pair.privateKey, secret], { secret }],
  ["a signature of each scheme, we know the key", [pair.privateKey, secret], { jwks }],
  ["the second key of a set", [pair.privateKey], { jwks: { keys: [otherPair.jwk, pair.jwk] } }],
  [
    "a set with keys of other kinds, and a broken one",
    [pair.privateKey],
    { jwks: { keys: [{ kty: "RSA" }, { kty: "OKP", crv: "Ed25519", x: "AA" }, pair.jwk] } },
  ],
  [
    "a key with members that WebCrypto would refuse",
    [pair.privateKey],
    { jwks: { keys: [{ ...pair.jwk, alg: "EdDSA", use: "sig", key_ops: ["sign"] }] } },
  ],
  ["a key, with a secret given as well", [pair.privateKey], { secret, jwks }],
])("accepts %s", async (_, keys, options) => {
  expect(await verifyWebhook(deliver(keys), options)).toMatchObject({ id: "msg_1" });
});

test.each(["v2,AAAA", "v1,AAAA", "v1,%%%", "v1", "v1a,AAAA", "nonsense"])(
  "ignores a signature %j beside the right one, joined by a space or a comma",
  async (other) => {
    const right = signed.headers["webhook-signature"];
    for (const signatures of [
      `${other} ${right}`,
      `${right} ${other}`,
      `${other}, ${right}`,
      `${right}, ${other}`,
    ]) {
      const delivery = withHeaders(signed, { "webhook-signature": signatures });
      expect(await verifyWebhook(delivery, { secret })).toMatchObject({ id: "msg_1" });
    }
  },
);

// What is refused.

test.each(schemes)(
  "refuses what was altered after it was signed with %s",
  async (_, keys, options) => {
    const delivery = deliver(keys);
    const signature = delivery.headers["webhook-signature"];
    for (const altered of [
      { ...delivery, body: completed.replace("abc", "abd") },
      { ...delivery, body: `${completed} ` },
      { ...delivery, body: "" },
      { ...delivery, body: JSON.stringify(JSON.parse(completed), null, 1) },
      withHeaders(delivery, { "webhook-id": "msg_2" }),
      withHeaders(delivery, {
        "webhook-timestamp": String(Number(delivery.headers["webhook-timestamp"]) + 1),
      }),
      withHeaders(delivery, { "webhook-signature": signature.slice(0, -8) }),
      withHeaders(delivery, { "webhook-signature": signature.replace(/,.{4}/, ",AAAA") }),
      withHeaders(delivery, { "webhook-signature": `${signature.split(",")[0]},` }),
    ]) {
      expect(await reasonOf(altered, options)).toBe("signature");
    }
  },
);

test.each<[string, Parameters<typeof deliver>[0], VerifyWebhookOptions, string]>([
  ["another secret", [older], { secret }, "signature"],
  ["another key", [otherPair.privateKey], { jwks }, "signature"],
  ["a secret, and there is none", [secret], { jwks }, "key"],
  ["a key, and there is only a secret", [pair.privateKey], { secret }, "key"],
  ["a key, and the set is empty", [pair.privateKey], { jwks: { keys: [] } }, "key"],
  [
    "a key, and the set holds RSA only",
    [pair.privateKey],
    { jwks: { keys: [{ kty: "RSA" }] } },
    "key",
  ],
  [
    "a key, and the set's key is broken",
    [pair.privateKey],
    { jwks: { keys: [{ kty: "OKP", crv: "Ed25519", x: "AA" }] } },
    "key",
  ],
])("refuses a delivery signed with %s", async (_, keys, options, reason) => {
  expect(await reasonOf(deliver(keys), options)).toBe(reason);
});

test("a key of the one scheme does not verify a signature labelled as the other", async () => {
  const label = (delivery: Delivery, from: string, to: string): Delivery =>
    withHeaders(delivery, {
      "webhook-signature": delivery.headers["webhook-signature"].replace(from, to),
    });
  expect(await reasonOf(label(signed, "v1,", "v1a,"), { secret, jwks })).toBe("signature");
  const byKey = deliver([pair.privateKey]);
  expect(await reasonOf(label(byKey, "v1a,", "v1,"), { secret, jwks })).toBe("signature");
});

test.each(["webhook-id", "webhook-timestamp", "webhook-signature"])(
  "refuses a delivery without, or with an empty, %s",
  async (name) => {
    expect(await reasonOf(withHeaders(signed, { [name]: " " }), { secret })).toBe("header");
    const headers = new Headers(signed.headers);
    headers.delete(name);
    expect(await reasonOf({ headers, body: completed }, { secret })).toBe("header");
  },
);

test.each([
  ["webhook-timestamp", "2026-11-25T12:00:00Z"],
  ["webhook-timestamp", "1764072000.5"],
  ["webhook-timestamp", "-1"],
  ["webhook-timestamp", "1e9"],
  ["webhook-timestamp", "0x10"],
  ["webhook-timestamp", "9".repeat(400)],
  ["webhook-signature", "nonsense"],
  ["webhook-signature", "v2,AAAA"],
  ["webhook-signature", "V1,AAAA"],
  ["webhook-signature", "v1,AAAA ".repeat(17)],
])("refuses the header %s: %s", async (name, value) => {
  expect(await reasonOf(withHeaders(signed, { [name]: value }), { secret })).toBe("header");
});

test.each([
  [-5 * minute, undefined, true],
  [-5 * minute - 1000, undefined, false],
  [5 * minute, undefined, true],
  [5 * minute + 1000, undefined, false],
  [-365 * 24 * 60 * minute, undefined, false],
  [-1000, 0, false],
  [0, 0, true],
  [-10 * minute, 11 * minute, true],
])(
  "signed %i ms from now with a tolerance of %s: accepted %s",
  async (offset, toleranceMs, isAccepted) => {
    const delivery = deliver([secret], { at: now + offset });
    const options = { secret, toleranceMs };
    if (isAccepted) expect(await verifyWebhook(delivery, options)).toMatchObject({ id: "msg_1" });
    else expect(await reasonOf(delivery, options)).toBe("timestamp");
  },
);

test.each([
  ["no JSON", "completed"],
  ["nothing", ""],
  ["a list", "[]"],
  ["null", "null"],
  ["no type", '{"data":{"id":"v1_abc"}}'],
  ["a type that is no text", '{"type":1}'],
  ["a known type without data", '{"type":"interaction.failed"}'],
  ["a known type without an id", '{"type":"interaction.completed","data":{}}'],
  ["broken UTF-8", Buffer.from('{"type":"\u00ff"}', "latin1")],
])("refuses a genuine body that is %s", async (_, body) => {
  expect(await reasonOf(deliver([secret], { body }), { secret })).toBe("body");
});

test("a body that breaks off while it is read is refused, and says why", async () => {
  const cause = new Error("connection lost");
  const delivery = { headers: signed.headers, arrayBuffer: () => Promise.reject(cause) };
  await expect(verifyWebhook(delivery, { secret })).rejects.toMatchObject({
    reason: "body",
    cause,
  });
});

// What the caller does wrong: a TypeError, which no handler mistakes for a bad delivery.

test.each<[string, unknown, unknown, RegExp]>([
  ["no delivery", undefined, { secret }, /takes a Request/],
  ["no headers", { body: completed }, { secret }, /takes a Request/],
  [
    "headers as a list of pairs",
    { headers: Object.entries(signed.headers), body: completed },
    { secret },
    /takes a Request/,
  ],
  ["a body of null", { headers: signed.headers, body: null }, { secret }, /got null/],
  ["options of null", signed, null, /options as an object/],
  ["a secret in place of options", signed, secret, /options as an object/],
  ["a secret of null", signed, { secret: null }, /"whsec_" and base64/],
  ["a secret that is an object", signed, { secret: { secret } }, /"whsec_" and base64/],
  ["a key set of null", signed, { jwks: null }, /key set/],
  ["a fetch that is no function", signed, { secret, fetch: "fetch" }, /fetch must be a function/],
  ["a tolerance of a text", signed, { secret, toleranceMs: "300000" }, /must be a number/],
  [
    "a parsed body",
    { ...signed, body: JSON.parse(completed) },
    { secret },
    /raw text or bytes, got an object/,
  ],
  ["no body", { headers: signed.headers }, { secret }, /raw text or bytes, got undefined/],
  ["an empty secret", signed, { secret: "" }, /"whsec_" and base64/],
  ["a secret without its prefix", signed, { secret: secret.slice(6) }, /"whsec_" and base64/],
  ["a secret that is no base64", signed, { secret: "whsec_s$cret" }, /"whsec_" and base64/],
  ["one bad secret of two", signed, { secret: [secret, "s$cret"] }, /"whsec_" and base64/],
  ["no secret in a list", signed, { secret: [] }, /empty list/],
  ["a key in place of a set", signed, { jwks: pair.jwk }, /key set/],
  [
    "a misspelt option",
    signed,
    { secret, tolerance: 1 },
    /Unknown option "tolerance": did you mean toleranceMs\?/,
  ],
  ["an option of another call", signed, { key: secret }, /Unknown option "key"/],
  ["a tolerance of NaN", signed, { secret, toleranceMs: Number.NaN }, /toleranceMs/],
  ["a tolerance below 0", signed, { secret, toleranceMs: -1 }, /toleranceMs/],
])("throws a TypeError for %s", async (_, delivery, options, message) => {
  // @ts-expect-error What untyped callers do.
  const call = verifyWebhook(delivery, options);
  await expect(call).rejects.toThrow(TypeError);
  await expect(call).rejects.toThrow(message);
  await expect(call).rejects.not.toThrow(/s\$cret/);
});

test("throws a TypeError for a Request whose body was read before", async () => {
  const read = request(signed);
  await read.text();
  await expect(verifyWebhook(read, { secret })).rejects.toThrow(/read before verifyWebhook/);
});

test("throws a TypeError where there is no WebCrypto", async () => {
  vi.stubGlobal("crypto", {});
  await expect(verifyWebhook(signed, { secret })).rejects.toThrow(/needs WebCrypto/);
});

test("no error repeats a secret, a signature or the body", async () => {
  const delivery = { ...deliver([secret]), body: "altered" };
  const error: unknown = await verifyWebhook(delivery, { secret: older }).catch((e: unknown) => e);
  const printed = JSON.stringify(error, Object.getOwnPropertyNames(error)) + String(error);
  for (const hidden of [secret, older, delivery.headers["webhook-signature"], "altered"]) {
    expect(printed).not.toContain(hidden);
  }
});

// The service's own keys: fetched from one address, kept, and asked for again within limits.

import { beforeEach, expect, test, vi } from "vitest";
import { verifyWebhook } from "../../src/webhooks/index.ts";
import type { WebhookKeyFetch } from "../../src/webhooks/index.ts";
import { createKeyPair, createSecret, deliver } from "./sign.mjs";

const old = createKeyPair();
const rotated = createKeyPair();
const stranger = createKeyPair();
const minute = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: Date.parse("2026-11-25T12:00:00Z") }));

type Pair = ReturnType<typeof createKeyPair>;

/** The service's address of keys: `published` are those that it has at the time. */
function keyServer(...published: Pair[]) {
  const keys = { published };
  const fetch = vi.fn<WebhookKeyFetch>(async () =>
    Response.json({ keys: keys.published.map(({ jwk }) => jwk) }),
  );
  const verify = (pair: Pair) => verifyWebhook(deliver([pair.privateKey]), { fetch });
  return Object.assign(keys, { fetch, verify });
}

test("are fetched from the service's address, and no redirect is followed", async () => {
  const server = keyServer(old);
  await server.verify(old);
  expect(server.fetch.mock.calls).toEqual([
    [
      "https://generativelanguage.googleapis.com/.well-known/jwks.json",
      {
        method: "GET",
        headers: { accept: "application/json" },
        redirect: "manual",
        cache: "no-store",
        signal: expect.any(AbortSignal),
      },
    ],
  ]);
});

test("are fetched by the platform's fetch as it is when a delivery comes", async () => {
  const { fetch } = keyServer(old);
  vi.stubGlobal("fetch", fetch);
  await verifyWebhook(deliver([old.privateKey]));
  expect(fetch).toHaveBeenCalledTimes(1);
});

test("are not fetched for a delivery that is refused anyway, or signed with a secret", async () => {
  const { fetch } = keyServer(old);
  const secret = createSecret();
  await verifyWebhook(deliver([secret]), { secret, fetch });
  const late = deliver([old.privateKey], { at: Date.now() - 6 * minute });
  await expect(verifyWebhook(late, { fetch })).rejects.toMatchObject({ reason: "timestamp" });
  expect(fetch).not.toHaveBeenCalled();
});

test("are not fetched when only a secret is passed: they sign the runs of all customers", async () => {
  const { fetch } = keyServer(old);
  vi.stubGlobal("fetch", fetch);
  const refused = verifyWebhook(deliver([old.privateKey]), { secret: createSecret() });
  await expect(refused).rejects.toMatchObject({ reason: "key" });
  expect(fetch).not.toHaveBeenCalled();
});

test("verify deliveries beside a secret when fetch is given as well", async () => {
  const { fetch } = keyServer(old);
  const options = { secret: createSecret(), fetch };
  expect(await verifyWebhook(deliver([old.privateKey]), options)).toMatchObject({ id: "msg_1" });
});

test("are kept for an hour, so that a withdrawn key is not trusted forever", async () => {
  const server = keyServer(old);
  await server.verify(old);
  server.published = [rotated];
  vi.advanceTimersByTime(60 * minute - 1);
  await server.verify(old);
  expect(server.fetch).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  await expect(server.verify(old)).rejects.toMatchObject({ reason: "signature" });
  expect(server.fetch).toHaveBeenCalledTimes(2);
});

test("are trusted for an hour at most, even if every request for new ones fails", async () => {
  const server = keyServer(old);
  await server.verify(old);
  server.fetch.mockRejectedValue(new TypeError("fetch failed"));
  for (let minutes = 0; minutes < 59; minutes += 1) {
    vi.advanceTimersByTime(minute);
    await expect(server.verify(stranger)).rejects.toMatchObject({ reason: "key" });
    await server.verify(old);
  }
  vi.advanceTimersByTime(minute);
  await expect(server.verify(old)).rejects.toMatchObject({ reason: "key" });
});

test("are fetched again when none matches, so a rotated key is found", async () => {
  const server = keyServer(old);
  await server.verify(old);
  server.published = [old, rotated];
  vi.advanceTimersByTime(minute);
  await server.verify(rotated);
  await server.verify(old);
  expect(server.fetch).toHaveBeenCalledTimes(2);
});

test("are fetched at most once a minute, whatever is delivered", async () => {
  const server = keyServer(old);
  await server.verify(old);
  for (let seconds = 0; seconds < 180; seconds += 5) {
    await expect(server.verify(stranger)).rejects.toMatchObject({ reason: "signature" });
    vi.advanceTimersByTime(5_000);
  }
  expect(server.fetch).toHaveBeenCalledTimes(3);
  await server.verify(old);
});

test("are fetched once for deliveries that come together, at first and after a rotation", async () => {
  const server = keyServer(old);
  await Promise.all([server.verify(old), server.verify(old), server.verify(old)]);
  expect(server.fetch).toHaveBeenCalledTimes(1);
  server.published = [rotated];
  vi.advanceTimersByTime(minute);
  await Promise.all([server.verify(rotated), server.verify(rotated), server.verify(rotated)]);
  expect(server.fetch).toHaveBeenCalledTimes(2);
});

test("of one fetch are not trusted for another", async () => {
  await keyServer(stranger).verify(stranger);
  await expect(keyServer(old).verify(stranger)).rejects.toMatchObject({ reason: "signature" });
});

test.each<[string, WebhookKeyFetch]>([
  ["the network fails", () => Promise.reject(new TypeError("fetch failed"))],
  ["the service answers 503", async () => Response.json({ keys: [old.jwk] }, { status: 503 })],
  ["the service redirects", async () => Response.json({ keys: [old.jwk] }, { status: 302 })],
  ["the answer is no JSON", async () => new Response("<html>")],
  ["the answer is no key set", async () => Response.json({ keys: "none" })],
  ["the answer holds no key that fits", async () => Response.json({ keys: [{ kty: "RSA" }] })],
])(
  "cannot be fetched when %s: the reason is key, and the next delivery tries again",
  async (_, bad) => {
    const server = keyServer(old);
    server.fetch.mockImplementationOnce(bad);
    const refused = server.verify(old);
    await expect(refused).rejects.toMatchObject({ reason: "key" });
    await expect(refused).rejects.toThrow(/answer with a 5xx/);
    await server.verify(old);
    expect(server.fetch).toHaveBeenCalledTimes(2);
  },
);

test("that do not arrive within ten seconds are given up, whether fetch obeys its signal or not", async () => {
  let signal: AbortSignal | undefined;
  const server = keyServer(old);
  server.fetch.mockImplementationOnce((_, init) => {
    ({ signal } = init);
    return new Promise(() => undefined);
  });
  const refused = expect(server.verify(old)).rejects.toMatchObject({ reason: "key" });
  // The delivery is hashed first, outside the faked clock.
  await vi.waitFor(() => expect(signal).toBeDefined());
  await vi.advanceTimersByTimeAsync(10_000);
  await refused;
  expect(signal?.aborted).toBe(true);
  await server.verify(old);
});

test("that stay the same after a failed renewal still verify their deliveries", async () => {
  const server = keyServer(old);
  await server.verify(old);
  vi.advanceTimersByTime(minute);
  server.fetch.mockRejectedValueOnce(new TypeError("fetch failed"));
  await expect(server.verify(rotated)).rejects.toMatchObject({ reason: "key" });
  await server.verify(old);
  await expect(server.verify(rotated)).rejects.toMatchObject({ reason: "signature" });
  expect(server.fetch).toHaveBeenCalledTimes(2);
});

// Where webhooks may be delivered: requests name addresses, and whoever may send one must not make this
// process call other hosts.

import { afterEach, expect, test, vi } from "vitest";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService, WebhookOptions } from "../../src/testing/index.ts";

const root = "https://generativelanguage.googleapis.com/v1beta";
const hello = { model: "gemini-3.8-flash", input: "Hi" };

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A service whose deliveries are answered with 204 instead of going out, and where they went. */
function setUp(webhooks?: WebhookOptions) {
  const called: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    called.push(request);
    return new Response(null, { status: 204 });
  });
  return { service: createInteractionsService({ webhooks }), called };
}

async function send(
  service: InteractionsService,
  path: string,
  body: object,
  method = "POST",
): Promise<Response> {
  return service.fetch(`${root}/${path}`, { method, body: JSON.stringify(body) });
}

/** Lets one run end, and waits until its deliveries are through. */
async function deliver(service: InteractionsService, webhook_config?: object): Promise<void> {
  await (await send(service, "interactions", { ...hello, webhook_config })).text();
  await vi.waitFor(() => {
    expect(service.deliveries.length).toBeGreaterThan(0);
    for (const { status, error } of service.deliveries) expect(status ?? error).toBeDefined();
  });
}

test.each([
  "https://hooks.example/in",
  "http://10.0.0.1/admin",
  "http://192.168.0.1/",
  "http://169.254.169.254/latest/meta-data/",
  "http://metadata.google.internal/",
  "http://localhost.evil.example/",
  "http://127.0.0.1.nip.io/",
  "http://0.0.0.0/",
  "http://[fd00::1]/",
  "data:text/plain,hi",
  "ftp://localhost/",
])("%s is not called, neither by a request nor by a registered webhook", async (uri) => {
  const { service, called } = setUp();
  const events = { uri, subscribed_events: ["interaction.completed"] };
  const { id } = await (await send(service, "webhooks", events)).json();
  await deliver(service, { uris: [uri] });
  await deliver(service);
  await send(service, `webhooks/${id}:ping`, {});
  await vi.waitFor(() => expect(service.deliveries.filter(({ error }) => error)).toHaveLength(3));
  expect(called).toEqual([]);
  expect(service.deliveries[0]?.error).toContain("Not delivered: ");
});

test.each(["http://localhost:9/in", "http://127.0.0.1/", "http://127.1/", "http://[::1]:9/"])(
  "%s is this machine, and called",
  async (uri) => {
    const { service, called } = setUp();
    await deliver(service, { uris: [uri] });
    expect(service.deliveries).toMatchObject([{ uri, status: 204 }]);
    expect(called).toHaveLength(1);
  },
);

test("other hosts are called where the options say so, redirects are not followed", async () => {
  const uri = "https://hooks.example/in";
  const any = setUp({ hosts: "any" });
  await deliver(any.service, { uris: [uri, "data:text/plain,hi"] });
  expect(any.called.map(({ url, redirect }) => [url, redirect])).toEqual([[uri, "manual"]]);
  const named = setUp({ endpoints: [{ uri, secret: "whsec_c2VjcmV0" }] });
  await deliver(named.service);
  expect(named.called.map(({ url }) => url)).toEqual([uri]);
  const own: string[] = [];
  const deliverer = createInteractionsService({
    webhooks: {
      deliver: (request) => {
        own.push(`${request.url} ${request.redirect}`);
        return new Response(null, { status: 307, headers: { location: "http://10.0.0.1/" } });
      },
    },
  });
  await deliver(deliverer, { uris: [uri] });
  expect(own).toEqual([`${uri} manual`]);
  expect(deliverer.deliveries).toMatchObject([{ status: 307 }]);
});

test("an invalid option is refused", () => {
  // @ts-expect-error not one of the words
  expect(() => createInteractionsService({ webhooks: { hosts: "all" } })).toThrow(
    'Unknown webhooks.hosts "all"',
  );
});

test.each([
  [{ subscribed_events: null }, true],
  [{ uri: null, name: null, state: null }, true],
  [{ subscribed_events: "interaction.completed" }, false],
  [{ subscribed_events: [null] }, false],
  [{ uri: 5 }, false],
  [{ state: ["enabled"] }, false],
  [{ secret: "x" }, false],
])("a webhook still works after a change to %j", async (change, isTaken) => {
  for (const strict of [true, false]) {
    const { called } = setUp();
    const service = createInteractionsService({ strict });
    const uri = "http://localhost:9/in";
    const events = { uri, subscribed_events: ["interaction.completed"] };
    const { id } = await (await send(service, "webhooks", events)).json();
    const { status } = await send(service, `webhooks/${id}`, change, "PATCH");
    expect(status).toBe(isTaken || !strict ? 200 : 400);
    const run = await send(service, "interactions", hello);
    expect([run.status, (await run.json()).status]).toEqual([200, "completed"]);
    if (isTaken || strict) await vi.waitFor(() => expect(called.length).toBeGreaterThan(0));
    expect((await service.fetch(`${root}/webhooks`)).status).toBe(200);
  }
});

test("a delivery that is never answered is given up after 30 seconds", async () => {
  const waits: number[] = [];
  const limit = new AbortController();
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    waits.push(ms);
    return limit.signal;
  });
  const { service } = setUp();
  vi.stubGlobal(
    "fetch",
    ({ signal }: Request) =>
      new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason as Error));
      }),
  );
  const webhook_config = { uris: ["http://localhost:1/"] };
  await (await send(service, "interactions", { ...hello, webhook_config })).text();
  await vi.waitFor(() => expect(new Set(waits)).toEqual(new Set([30_000])));
  limit.abort(new Error("the time is up"));
  await vi.waitFor(() => {
    for (const { error } of service.deliveries) expect(error).toBe("Error: the time is up");
  });
});

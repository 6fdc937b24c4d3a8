import { expect, test, vi } from "vitest";
import { createGateway } from "../../src/gateway/index.ts";
import { InteractionsClient } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { Fault, InteractionsServiceOptions } from "../../src/testing/index.ts";

const host = "https://generativelanguage.googleapis.com";
const text = "one two three four five six seven eight nine ten";
const create = { model: "gemini-3.5-flash", input: text, stream: true, background: true };
const cuts: Fault[] = [
  { kind: "cut", afterEvents: 5 },
  { kind: "cut", afterEvents: 2, reset: true },
];

function request(path: string, init: RequestInit = {}): Request {
  return new Request(`http://gateway.example${path}`, init);
}

function post(path: string, body: unknown, headers: HeadersInit = {}): Request {
  return request(path, { method: "POST", body: JSON.stringify(body), headers });
}

function relay(options: InteractionsServiceOptions = {}) {
  const service = createInteractionsService({ respond: () => text, ...options });
  const sent: Request[] = [];
  const gateway = createGateway({
    fetch: (input, init) => {
      sent.push(new Request(input, init));
      return service.fetch(input, init);
    },
  });
  return { service, sent, gateway };
}

function words(body: string): string {
  return [...body.matchAll(/"text":"((?:one|two|three|four|five|six|seven|eight|nine|ten| )+)"/g)]
    .map(([, piece]) => piece)
    .join("");
}

test("a stream through the gateway survives, at any mount, and goes to the one host", async () => {
  for (const mount of ["", "/api/gemini", "/api/v1"]) {
    const { sent, gateway } = relay({ faults: cuts });
    const headers = { "x-goog-api-key": "AIza-caller" };
    const answer = await gateway(post(`${mount}/v1beta/interactions`, create, headers));
    const body = await answer.text();
    expect(words(body)).toBe(text);
    expect(body.endsWith("data: [DONE]\n\n")).toBe(true);
    for (const { url, headers: own } of sent) {
      expect(url.startsWith(`${host}/v1beta/interactions`)).toBe(true);
      expect(own.get("x-goog-api-key")).toBe("AIza-caller");
    }
    expect(sent).toHaveLength(3);
  }
});

test("only headers of the API go upstream: no cookies, no headers of proxies, no host", async () => {
  const { sent, gateway } = relay();
  const headers = {
    authorization: "Bearer t",
    cookie: "session=1",
    forwarded: "for=1",
    "x-forwarded-host": "evil.example",
    "x-forwarded-for": "10.0.0.1",
    origin: "https://page.example",
    "x-own": "1",
    "x-goog-user-project": "p",
  };
  await gateway(post("/v1beta/interactions", { ...create, stream: false }, headers));
  const names = [...(sent[0]?.headers.keys() ?? [])].toSorted();
  expect(names).toEqual(["authorization", "content-type", "x-goog-user-project"]);
});

test("the service's cookies and CORS headers are not the gateway's", async () => {
  const gateway = createGateway({
    fetch: async () =>
      new Response("{}", {
        headers: { "set-cookie": "a=1", "access-control-allow-origin": "*", "x-goog-a": "b" },
      }),
  });
  const { headers } = await gateway(request("/v1beta/models"));
  expect([...headers.keys()].toSorted()).toEqual(["content-type", "x-goog-a"]);
});

test.for([
  ["/nowhere", "GET", 404],
  ["/", "GET", 404],
  ["/v1beta/interactions", "OPTIONS", 405],
  ["/interactions", "POST", 404],
] as const)("%s by %s is %i, and nothing is sent", async ([path, method, status]) => {
  const { sent, gateway } = relay();
  const answer = await gateway(request(path, { method }));
  expect([answer.status, sent.length]).toEqual([status, 0]);
});

test("other resources pass through as bytes", async () => {
  const urls: string[] = [];
  const gateway = createGateway({
    fetch: async (input) => {
      urls.push(new Request(input).url);
      return new Response(Uint8Array.from([1, 2, 255]), { status: 203 });
    },
  });
  const answer = await gateway(request("/mount/upload/v1beta/files?x=%2F"));
  expect([answer.status, [...new Uint8Array(await answer.arrayBuffer())]]).toEqual([
    203,
    [1, 2, 255],
  ]);
  expect(urls).toEqual([`${host}/upload/v1beta/files?x=%2F`]);
});

test("a body above the limit is a 413, with and without a content-length", async () => {
  const { sent, gateway } = relay();
  const small = createGateway({ maxBodyBytes: 10, fetch: () => Promise.reject(new Error("sent")) });
  expect((await small(post("/v1beta/interactions", create))).status).toBe(413);
  const told = request("/v1beta/interactions", {
    method: "POST",
    headers: { "content-length": "40000000" },
    body: "x",
  });
  expect((await gateway(told)).status).toBe(413);
  expect(sent).toHaveLength(0);
});

test("a service that cannot be reached is a 503, without words about it", async () => {
  const failure = new TypeError("fetch failed", {
    cause: Object.assign(new Error("ECONNREFUSED 10.0.0.1"), { code: "ECONNREFUSED" }),
  });
  const gateway = createGateway({ fetch: () => Promise.reject(failure) });
  const answer = await gateway(post("/v1beta/interactions", create));
  expect(answer.status).toBe(503);
  expect(await answer.text()).not.toContain("10.0.0.1");
});

test("an answer to a GET names no address of the service", async () => {
  for (const answer of [new Response("{}"), new Response("<p>No</p>", { status: 404 })]) {
    const gateway = createGateway({
      baseUrl: "http://localhost:9/inside",
      fetch: async () => answer.clone(),
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const pending = gateway(request("/v1beta/interactions/v1_a?stream=true"));
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    const answered = await pending;
    const message = await answered.text();
    expect(answered.status).toBe(answer.ok ? 503 : 404);
    expect(message).toMatch(/^\{"error":\{"code":".*service/);
    expect(message).not.toMatch(/localhost|inside/);
  }
});

test("a base URL that is not a URL, or not safe, is refused", () => {
  expect(() => createGateway({ baseUrl: "service.example" })).toThrow(TypeError);
  expect(() => createGateway({ baseUrl: "http://service.example" })).toThrow("https:");
});

function own(authorize: (...args: never[]) => unknown, options: InteractionsServiceOptions = {}) {
  const service = createInteractionsService({ respond: () => text, ...options });
  const client = new InteractionsClient({
    apiKey: "AIza-own-key-0123456789",
    fetch: service.fetch,
    retry: { baseDelayMs: 0 },
  });
  const decide = vi.fn(authorize);
  // As JavaScript may.
  const gateway = createGateway({ client, authorize: decide as unknown as () => boolean });
  return { service, gateway, decide };
}

test("a client without authorize is refused", () => {
  const client = new InteractionsClient({ apiKey: "AIza-own-key-0123456789" });
  // @ts-expect-error authorize is required
  expect(() => createGateway({ client })).toThrow("authorize");
});

test("authorize is called for each operation, and the client answers it", async () => {
  const { gateway, decide, service } = own(() => true, { faults: cuts });
  const path = "/v1beta/interactions";
  const asked = (): unknown => decide.mock.calls.at(-1)?.[1];
  const body = await (await gateway(post(path, create))).text();
  expect([words(body), asked()]).toEqual([text, { operation: "create", interactionId: undefined }]);
  const id = service.interactions[0]?.id ?? "";
  const next = { ...create, stream: false, previous_interaction_id: id };
  expect(await (await gateway(post(path, next))).json()).toMatchObject({ object: "interaction" });
  expect(asked()).toEqual({ operation: "create", interactionId: id });
  expect(await (await gateway(request(`${path}/${id}`))).json()).toMatchObject({ id });
  expect(asked()).toEqual({ operation: "get", interactionId: id });
  expect(words(await (await gateway(request(`${path}/${id}?stream=true`))).text())).toBe(text);
  const [, cursor] = [...body.matchAll(/^id: (.*)$/gm)].at(4) ?? [];
  const rest = await (
    await gateway(request(`${path}/${id}?stream=true&last_event_id=${cursor}`))
  ).text();
  expect(text.endsWith(words(rest)) && rest.includes("[DONE]")).toBe(true);
  expect((await gateway(post(`${path}/${id}/cancel`, {}))).status).toBeLessThan(500);
  expect(asked()).toEqual({ operation: "cancel", interactionId: id });
  expect((await gateway(request(`${path}/${id}`, { method: "DELETE" }))).status).toBe(200);
  expect(asked()).toEqual({ operation: "delete", interactionId: id });
  expect((await gateway(request(`${path}/${id}`))).status).toBe(404);
});

test.for([[false], [undefined], ["yes"], [Promise.resolve(false)]])(
  "what is not allowed is a 403, and nothing is sent: %s",
  async ([decision]) => {
    const { gateway, service } = own(() => decision);
    expect((await gateway(post("/v1beta/interactions", create))).status).toBe(403);
    expect((await gateway(request("/v1beta/interactions/v1_a"))).status).toBe(403);
    expect(service.requests).toHaveLength(0);
  },
);

test("authorize may read the body", async () => {
  let seen: unknown;
  const { gateway } = own(async (asked: Request) => {
    seen = await asked.json();
    return true;
  });
  expect((await gateway(post("/v1beta/interactions", { ...create, stream: false }))).status).toBe(
    200,
  );
  expect(seen).toMatchObject({ input: text });
});

test("a cursor of another run is a 400, anything but interactions a 404", async () => {
  const { gateway, service, decide } = own(() => true);
  const body = await (await gateway(post("/v1beta/interactions", create))).text();
  const [, cursor] = [...body.matchAll(/^id: (.*)$/gm)].at(3) ?? [];
  const count = service.requests.length;
  const other = request(`/v1beta/interactions/v1_other?stream=true&last_event_id=${cursor}`);
  expect((await gateway(other)).status).toBe(400);
  decide.mockClear();
  for (const path of ["/v1beta/models", "/v1beta/agents", "/x", "/v1beta/interactions/a%2Fb"]) {
    expect((await gateway(request(path))).status).toBe(404);
  }
  expect([service.requests.length, decide.mock.calls.length]).toEqual([count, 0]);
});

test.for([
  ["no JSON", "{", 400],
  ["a list", "[]", 400],
  ["neither a model nor an agent", "{}", 400],
] as const)("a create that is %s is a 400", async ([, body, status]) => {
  const { gateway, service } = own(() => true);
  const asked = request("/v1beta/interactions", { method: "POST", body });
  expect((await gateway(asked)).status).toBe(status);
  expect(service.requests).toHaveLength(0);
});

test("the service's errors keep their status and JSON; a lost create is a 424; the key stays inside", async () => {
  const body = { error: { code: "x", message: "key AIza-own-key-0123456789 is wrong" } };
  for (const [status, expected] of [
    [400, 400],
    [429, 429],
    [500, 424],
  ]) {
    const { gateway } = own(() => true, {
      faults: [
        { kind: "answer", on: "create", status: status ?? 0, body: JSON.stringify(body), times: 9 },
      ],
    });
    const answer = await gateway(post("/v1beta/interactions", { ...create, stream: false }));
    expect(answer.status).toBe(expected);
    const told = await answer.text();
    expect(told).toContain("[redacted]");
    expect(told).not.toContain("AIza-own");
  }
});

import { http, HttpResponse } from "msw";
import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import {
  ApiError,
  ConnectionError,
  InteractionsError,
  ResponseParseError,
  ServerError,
  TimeoutError,
} from "../../src/index.ts";
import type { CallOptions, FetchFunction, InteractionsClient } from "../../src/index.ts";
import { geminiClient, vertexClient } from "../support/clients.ts";
import { brokenBody, createBody, createFetch, never } from "../support/fetch.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { answerInTurn, geminiHost, startServer } from "../support/server.ts";
import { rejection } from "../support/reading.ts";

const server = startServer();

const params = { model: "gemini-3.5-flash", input: "Hi" };
const collection = `${geminiHost}/v1beta/interactions`;
const json = { headers: { "content-type": "application/json" } };

/** The calls that answer with an interaction, and their names in messages. */
const calls: [string, (client: InteractionsClient, options?: CallOptions) => Promise<unknown>][] = [
  [`POST ${collection}`, (client, options) => client.create(params, options)],
  [`GET ${collection}/int_1`, (client, options) => client.get("int_1", {}, options)],
  [`POST ${collection}/int_1/cancel`, (client, options) => client.cancel("int_1", options)],
];
const allCalls: typeof calls = [
  ...calls,
  [`DELETE ${collection}/int_1`, (client, options) => client.delete("int_1", options)],
];

// Answers that are not what they should be.

test.each([
  ["a page", "<html>Sign in</html>", "text/html"],
  ["text", "{}", "text/plain"],
  ["no content type", "{}", ""],
  ["events", "data: {}\n\n", "text/event-stream"],
  ["truncated JSON", '{"id": "int_1", "status": "compl', "application/json"],
  ["an array", "[{}]", "application/json"],
  ["null", "null", "application/json"],
  ["a number", "7", "application/json"],
  ["a string", '"completed"', "application/json"],
  ["an empty body", "", "application/json"],
])("a 200 with %s is a ResponseParseError", async (_, body, type) => {
  const answer = () => new HttpResponse(body, { headers: { "content-type": type } });
  server.use(answerInTurn(answer));
  for (const [name, call] of calls) {
    const error = await rejection(call(geminiClient()));
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error).toBeInstanceOf(InteractionsError);
    expect(error).toMatchObject({ name: "ResponseParseError", status: 200 });
    expect(error).toHaveProperty("message", expect.stringContaining("status 200"));
    expect(error).toHaveProperty("message", expect.stringContaining(name));
  }
});

test("a 204 where an interaction was asked for is a ResponseParseError", async () => {
  server.use(answerInTurn(() => new HttpResponse(null, { status: 204 })));
  const error = await rejection(geminiClient().get("int_1"));
  expect(error).toBeInstanceOf(ResponseParseError);
  expect(error).toMatchObject({ status: 204, body: "" });
});

test("a ResponseParseError carries the beginning of the body", async () => {
  server.use(answerInTurn(() => HttpResponse.html(`<p>${"x".repeat(5_000)}`)));
  const error = await rejection(geminiClient().get("int_1"));
  expect(error).toHaveProperty("body", `<p>${"x".repeat(1_021)}`);
});

test("events where JSON was asked for are not read to their end", async () => {
  const event = new TextEncoder().encode("data: {}\n\n");
  const body = createBody((index) => (index < 3 ? event : undefined));
  const { fetch } = createFetch(
    () => new Response(body.stream, { headers: { "content-type": "text/event-stream" } }),
  );
  await expect(geminiClient({ fetch }).create(params)).rejects.toThrow(ResponseParseError);
  expect(body.cancelled).toBe(true);
});

test.each([
  ["application/json; charset=UTF-8"],
  ["Application/JSON"],
  ["application/vnd.google+json"],
])("JSON may come as %s", async (type) => {
  const body = JSON.stringify(sampleInteraction());
  server.use(answerInTurn(() => new HttpResponse(body, { headers: { "content-type": type } })));
  await expect(geminiClient().get("int_1")).resolves.toMatchObject({ id: "int_1" });
});

// Error bodies.

test("an error body is read up to 1 MiB and no further", async () => {
  const chunk = new Uint8Array(65_536).fill(0x78);
  const body = createBody(() => chunk);
  const { fetch } = createFetch(() => new Response(body.stream, { status: 500 }));
  const error = await rejection(geminiClient({ fetch }).get("int_1"));
  expect(error).toBeInstanceOf(ServerError);
  expect(error).toHaveProperty("body.length", 1_048_576);
  expect(body.pulled).toBe(16);
  expect(body.cancelled).toBe(true);
});

test("an error body that breaks off still tells its status", async () => {
  const stream = brokenBody("over", new TypeError("terminated"));
  const { fetch } = createFetch(() => new Response(stream, { status: 503 }));
  const error = await rejection(geminiClient({ fetch }).create(params));
  expect(error).toBeInstanceOf(ServerError);
  expect(error).toMatchObject({ status: 503, body: "over" });
});

// Failures of the network.

function failingFetch(error: unknown): FetchFunction {
  return async () => {
    throw error;
  };
}

function withCode(code: string, message = "failed"): Error {
  return Object.assign(new Error(message), { code });
}

test.each([
  ["ECONNREFUSED", false],
  ["ENOTFOUND", false],
  ["EAI_AGAIN", false],
  ["UND_ERR_CONNECT_TIMEOUT", false],
  ["ECONNRESET", true],
  ["EPIPE", true],
  ["ETIMEDOUT", true],
  ["UND_ERR_SOCKET", true],
  ["UND_ERR_BODY_TIMEOUT", true],
])("after %s a request may have been accepted: %j", async (code, mayHaveBeenAccepted) => {
  const cause = new TypeError("fetch failed", { cause: withCode(code) });
  for (const [name, call] of allCalls) {
    const error = await rejection(call(geminiClient({ fetch: failingFetch(cause) })));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toBeInstanceOf(InteractionsError);
    expect(error).toMatchObject({ name: "ConnectionError", mayHaveBeenAccepted });
    // Only name, message, code and cause are kept of what fetch threw.
    expect(error).toHaveProperty("cause.name", "TypeError");
    expect(error).toHaveProperty("cause.cause.code", code);
    expect(error).toHaveProperty("message", expect.stringContaining(`(${code}): ${name}`));
  }
});

test("a failure without a code may have been accepted", async () => {
  server.use(answerInTurn(() => HttpResponse.error()));
  const error = await rejection(geminiClient().create(params));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: true, cause: { name: "TypeError" } });
});

test("several refused addresses count as refused", async () => {
  const refused = Object.assign(new AggregateError([withCode("ECONNREFUSED")]), {
    code: "ECONNREFUSED",
  });
  const fetch = failingFetch(new TypeError("fetch failed", { cause: refused }));
  await expect(geminiClient({ fetch }).get("int_1")).rejects.toMatchObject({
    mayHaveBeenAccepted: false,
  });
});

test("a runtime whose fetch fails with a plain Error gives a ConnectionError, too", async () => {
  const fetch = failingFetch(withCode("ECONNREFUSED", "Unable to connect"));
  const error = await rejection(geminiClient({ fetch }).get("int_1"));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: false });
});

test("an answer that breaks off is a ConnectionError that may have been accepted", async () => {
  const reset = new TypeError("terminated", { cause: withCode("UND_ERR_SOCKET") });
  const { fetch } = createFetch(() => new Response(brokenBody('{"id":', reset), json));
  const error = await rejection(geminiClient({ fetch }).create(params));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: true, cause: { message: reset.message } });
});

test("Node's limit on headers tells what to do about it", async () => {
  const cause = new TypeError("fetch failed", { cause: withCode("UND_ERR_HEADERS_TIMEOUT") });
  const error = await rejection(geminiClient({ fetch: failingFetch(cause) }).create(params));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: true });
  expect(error).toHaveProperty(
    "message",
    expect.stringMatching(/300 s.*stream or background.*own fetch/),
  );
});

// Redirects.

const elsewhere = "https://elsewhere.example/";

/** Redirects everything to a host that would answer. */
function redirect(status: number): void {
  server.use(
    http.all(elsewhere, () => HttpResponse.json(sampleInteraction())),
    http.all("*", () => new HttpResponse(null, { status, headers: { location: elsewhere } })),
  );
}

test.each([301, 302, 303, 307, 308])("a redirect with %i is refused", async (status) => {
  redirect(status);
  for (const [name, call] of allCalls) {
    const error = await rejection(call(geminiClient()));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status });
    expect(error).toHaveProperty("message", expect.stringContaining(`status ${status}`));
    expect(error).toHaveProperty("message", expect.stringContaining(name));
  }
  await expect(geminiClient().create({ ...params, stream: true })).rejects.toThrow(ApiError);
  expect(server.log.filter((line) => line.includes("elsewhere"))).toEqual([]);
  expect(server.log).toHaveLength(5);
});

test("a redirect is refused on Vertex AI, and the second host never sees the token", async () => {
  redirect(307);
  await expect(vertexClient().create(params)).rejects.toThrow(/Refused a redirect \(status 307\)/);
  expect(server.log).toHaveLength(1);
});

test("a low-level call cannot ask to follow redirects", async () => {
  redirect(307);
  const call = geminiClient().api.POST("/v1beta/interactions", {
    body: params,
    redirect: "follow",
  });
  await expect(call).rejects.toThrow(/Refused a redirect/);
  expect(server.log).toHaveLength(1);
});

test("a redirect that the runtime hides is refused", async () => {
  const opaque = Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });
  const { fetch } = createFetch(() => opaque);
  const error = await rejection(geminiClient({ fetch }).get("int_1"));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 0 });
  expect(error).toHaveProperty("message", expect.stringMatching(/^Refused a redirect/));
});

// Time limits.

function fakeTimers(): void {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
}

/** Whether the promise is still pending, after the microtasks that are due. */
async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true;
  const settle = () => {
    pending = false;
  };
  promise.then(settle, settle);
  await vi.advanceTimersByTimeAsync(0);
  return pending;
}

test.each(allCalls.slice(1))("%s has 30 s for its answer", async (name, call) => {
  fakeTimers();
  const error = rejection(call(geminiClient({ fetch: never })));
  await vi.advanceTimersByTimeAsync(29_999);
  expect(await isPending(error)).toBe(true);
  await vi.advanceTimersByTimeAsync(1);
  expect(await error).toBeInstanceOf(TimeoutError);
  expect(await error).toBeInstanceOf(InteractionsError);
  expect(await error).toHaveProperty(
    "message",
    `No complete answer within 30000 ms (timeoutMs): ${name}`,
  );
});

test("create has no time limit by default", async () => {
  fakeTimers();
  const patient = geminiClient({ fetch: never }).create(params);
  expect(await isPending(patient)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);

  const limited = rejection(geminiClient({ fetch: never, timeoutMs: 700 }).create(params));
  await vi.advanceTimersByTimeAsync(700);
  expect(await limited).toBeInstanceOf(TimeoutError);
});

test("the call's limit beats the client's", async () => {
  fakeTimers();
  const client = geminiClient({ fetch: never, timeoutMs: 700 });
  const error = rejection(client.get("int_1", {}, { timeoutMs: 50 }));
  await vi.advanceTimersByTimeAsync(50);
  expect(await error).toBeInstanceOf(TimeoutError);
});

test.each([Infinity, 2 ** 31])(
  "a limit of %s is longer than any timer: none is set",
  async (timeoutMs) => {
    fakeTimers();
    const call = geminiClient({ fetch: never }).get("int_1", {}, { timeoutMs });
    expect(await isPending(call)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  },
);

test.each([0, -5, Number.NaN])(
  "a limit of %s is refused, and nothing is sent",
  async (timeoutMs) => {
    for (const [, call] of allCalls) {
      await expect(call(geminiClient(), { timeoutMs })).rejects.toThrow(
        /timeoutMs must be a positive number/,
      );
    }
    expect(server.log).toEqual([]);
  },
);

test("the limit lasts to the end of the body", async () => {
  fakeTimers();
  const body = createBody((index) => (index === 0 ? new TextEncoder().encode("{") : undefined));
  const { fetch } = createFetch(() => new Response(body.stream, json));
  const error = rejection(geminiClient({ fetch }).get("int_1"));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await error).toBeInstanceOf(TimeoutError);
  expect(body.cancelled).toBe(true);
});

test("the limit lasts to the end of an error's body", async () => {
  fakeTimers();
  const body = createBody(() => undefined);
  const { fetch } = createFetch(() => new Response(body.stream, { status: 500 }));
  const error = rejection(geminiClient({ fetch }).get("int_1"));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await error).toBeInstanceOf(TimeoutError);
  expect(body.cancelled).toBe(true);
});

test("each attempt of a call has the whole time", async () => {
  fakeTimers();
  const { fetch, requests } = createFetch(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    return requests.length === 1
      ? new Response("", { status: 404 })
      : Response.json(sampleInteraction());
  });
  const call = vertexClient({ location: "us-central1" }, { fetch }).get("int_1");
  await vi.advanceTimersByTimeAsync(40_000);
  await expect(call).resolves.toMatchObject({ id: "int_1" });
});

test("no timer is left behind", async () => {
  fakeTimers();
  const fine = createFetch(() => Response.json(sampleInteraction()));
  await geminiClient({ fetch: fine.fetch }).get("int_1");
  const failing = failingFetch(new TypeError("fetch failed"));
  await rejection(geminiClient({ fetch: failing }).get("int_1"));
  const refusing = createFetch(() => new Response("", { status: 500 }));
  await rejection(geminiClient({ fetch: refusing.fetch }).get("int_1"));
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ["get", 30_000, undefined],
  ["get", 100, 100],
  ["create", 100, 100],
])(
  "a streaming %s has %i ms up to its headers with timeoutMs %s",
  async (method, ms, timeoutMs) => {
    fakeTimers();
    const client = geminiClient({ fetch: never, timeoutMs });
    const call =
      method === "get"
        ? client.get("int_1", { stream: true })
        : client.create({ ...params, stream: true });
    const error = rejection(call);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(await isPending(error)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toBeInstanceOf(TimeoutError);
  },
);

test("a stream has no time limit after its headers", async () => {
  fakeTimers();
  const body = createBody(() => undefined);
  const headers = { "content-type": "text/event-stream" };
  const { fetch } = createFetch(() => new Response(body.stream, { headers }));
  await geminiClient({ fetch, timeoutMs: 100 }).get("int_1", { stream: true });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(body.cancelled).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test("an answer that comes after the time limit is discarded", async () => {
  fakeTimers();
  const body = createBody(() => undefined);
  const { fetch } = createFetch(async () => {
    await new Promise((resolve) => setTimeout(resolve, 40_000));
    return new Response(body.stream, json);
  });
  const error = rejection(geminiClient({ fetch }).get("int_1"));
  await vi.advanceTimersByTimeAsync(40_000);
  expect(await error).toBeInstanceOf(TimeoutError);
  expect(body.cancelled).toBe(true);
});

// Aborts.

const reasons: unknown[] = [new Error("mine"), "text", 0, null, false, { own: true }];

test.each(reasons)("an abort rejects with the signal's own reason: %o", async (reason) => {
  for (const [, call] of allCalls) {
    const controller = new AbortController();
    const { fetch } = createFetch(() => {
      controller.abort(reason);
      return never();
    });
    expect(await rejection(call(geminiClient({ fetch }), controller))).toBe(reason);
  }
});

test("an abort without a reason rejects with the platform's AbortError", async () => {
  const controller = new AbortController();
  const caught = rejection(geminiClient({ fetch: never }).get("x", {}, controller));
  controller.abort();
  expect(await caught).toBe(controller.signal.reason);
  expect(await caught).toHaveProperty("name", "AbortError");
});

test("an abort while the global fetch waits ends the call", async () => {
  const controller = new AbortController();
  server.use(
    answerInTurn(() => {
      controller.abort("enough");
      return HttpResponse.json(sampleInteraction());
    }),
  );
  expect(await rejection(geminiClient().get("x", {}, controller))).toBe("enough");
});

test("an abort while the body arrives frees the connection", async () => {
  const controller = new AbortController();
  const body = createBody(() => {
    controller.abort("enough");
    return undefined;
  });
  const { fetch } = createFetch(() => new Response(body.stream, json));
  expect(await rejection(geminiClient({ fetch }).get("x", {}, controller))).toBe("enough");
  expect(body.cancelled).toBe(true);
});

test("a signal that aborted before sends nothing", async () => {
  const { fetch, requests } = createFetch(never);
  const apiKey = vi.fn(() => "key");
  const signal = AbortSignal.abort("before");
  for (const [, call] of allCalls) {
    expect(await rejection(call(geminiClient({ apiKey, fetch }), { signal }))).toBe("before");
  }
  const client = geminiClient({ fetch });
  const stream = client.create({ ...params, stream: true }, { signal });
  expect(await rejection(stream)).toBe("before");
  expect(await rejection(client.get("int_1", { stream: true }, { signal }))).toBe("before");
  expect(requests).toEqual([]);
  expect(apiKey).not.toHaveBeenCalled();
});

const { fetch: unusedFetch, requests: unsent } = createFetch(never);

test.each([
  ["key", geminiClient({ apiKey: never, fetch: unusedFetch })],
  ["token", vertexClient({ auth: never }, { fetch: unusedFetch })],
])("an abort does not wait for a %s that is being fetched", async (_, client) => {
  const controller = new AbortController();
  const caught = Promise.all([
    ...allCalls.map(([, call]) => rejection(call(client, controller))),
    rejection(client.create({ ...params, stream: true }, controller)),
    rejection(client.get("int_1", { stream: true }, controller)),
  ]);
  controller.abort("enough");
  expect(new Set(await caught)).toEqual(new Set(["enough"]));
  expect(unsent).toEqual([]);
});

test("an abort beats a time limit that passes later", async () => {
  fakeTimers();
  const controller = new AbortController();
  const caught = rejection(geminiClient({ fetch: never }).get("x", {}, controller));
  await vi.advanceTimersByTimeAsync(10);
  controller.abort("enough");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await caught).toBe("enough");
  expect(vi.getTimerCount()).toBe(0);
});

test("a signal used for many calls keeps no listener of theirs", async () => {
  const { signal } = new AbortController();
  server.use(
    answerInTurn(
      () => HttpResponse.json(sampleInteraction()),
      () => HttpResponse.json({}, { status: 500 }),
      () => HttpResponse.error(),
      () => HttpResponse.text("?"),
    ),
  );
  const client = geminiClient();
  await client.get("int_1", {}, { signal });
  await rejection(client.create(params, { signal }));
  await rejection(client.cancel("int_1", { signal }));
  await rejection(client.get("int_1", {}, { signal }));
  await client.delete("int_1", { signal });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const waiting = rejection(client.waitForCompletion("int_1", { signal, timeoutMs: 1_000 }));
  await expect.poll(() => server.log.length).toBe(6);
  await vi.advanceTimersByTimeAsync(1_000);
  await waiting;
  vi.useRealTimers();
  await rejection(client.create({ ...params, stream: true }, { signal }));
  await rejection(client.get("..", {}, { signal }));
  expect(server.log).toHaveLength(7);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

import { getEventListeners, once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  ConnectionError,
  InteractionsClient,
  outputText,
  RateLimitError,
  ServerError,
  TimeoutError,
} from "../../src/index.ts";
import type {
  CallOptions,
  FetchFunction,
  InteractionsClientOptions,
  RetryOptions,
  RetryRecord,
} from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { Fault } from "../../src/testing/index.ts";
import { createWrittenBody, doneFrame, frame } from "../support/body.ts";
import { testKey, vertexClient } from "../support/clients.ts";
import { brokenBody, createFetch, never } from "../support/fetch.ts";
import type { TestFetch } from "../support/fetch.ts";
import { sampleInteraction } from "../support/interaction.ts";

const start = new Date("2026-11-22T10:00:00Z");
const model = { model: "gemini-3.5-flash", input: "Hi" } as const;
const agent = { agent: "deep-research-preview-04-2026", input: "Hi", background: true } as const;
const path = { id: "int_1" };
const advice = /may have started.*second run.*retry: \{ create: "always" \}/;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: start });
  vi.spyOn(Math, "random").mockReturnValue(1);
});

/** A status to answer with, a whole answer, or what fetch fails with. */
type Outcome = number | Error | (() => Response | Promise<Response>);

/** A service with these outcomes, one request after another, and then with success. */
function answerWith(
  ...outcomes: Outcome[]
): TestFetch & { readonly times: number[]; readonly tokens: (string | null)[] } {
  const times: number[] = [];
  const tokens: (string | null)[] = [];
  const service = createFetch(async ({ headers }) => {
    const outcome = outcomes[times.length];
    times.push(Date.now() - start.getTime());
    // Now: in Node a request shares its headers with those made from it.
    tokens.push(headers.get("authorization"));
    if (outcome === undefined) return Response.json(sampleInteraction());
    if (outcome instanceof Error) throw outcome;
    if (typeof outcome === "function") return outcome();
    return Response.json({ error: { code: "x", message: "no" } }, { status: outcome });
  });
  return { ...service, times, tokens };
}

function clientOf(service: { fetch: FetchFunction }, options: InteractionsClientOptions = {}) {
  return new InteractionsClient({ apiKey: testKey, fetch: service.fetch, ...options });
}

/** What the call comes to, all its pauses included. */
async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  const outcome = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

/** As Node's fetch fails. */
function failure(code?: string): Error {
  const cause = code === undefined ? undefined : Object.assign(new Error(code), { code });
  return new TypeError("fetch failed", { cause });
}

type Call = (client: InteractionsClient, options?: CallOptions) => Promise<unknown>;

const safeCalls: [string, Call][] = [
  ["get", (client, options) => client.get("int_1", {}, options)],
  ["cancel", (client, options) => client.cancel("int_1", options)],
  ["delete", (client, options) => client.delete("int_1", options)],
  ["a low-level get", ({ api }) => api.GET("/v1beta/interactions/{id}", { params: { path } })],
];
const creates: [string, Call][] = [
  ["create", (client, options) => client.create(model, options)],
  ["create, streaming", (client, options) => client.create({ ...model, stream: true }, options)],
  ["a background create", (client, options) => client.create(agent, options)],
  ["an agent's create", (client, options) => client.create({ agent: "a", input: "Hi" }, options)],
  [
    "a background create of a model",
    (client, options) => client.create({ ...model, background: true }, options),
  ],
  [
    "a background create, streaming",
    (client, options) => client.create({ ...agent, stream: true }, options),
  ],
  ["a low-level create", ({ api }) => api.POST("/v1beta/interactions", { body: agent })],
];
const [create] = creates.map(([, call]) => call);

// What is repeated, and what never is.

const transient = [408, 429, 500, 502, 503, 504];
const permanent = [400, 401, 402, 403, 404, 405, 409, 410, 413, 416, 422, 499, 501, 505];

test.each(safeCalls)(
  "%s is repeated after a transient answer or a network failure",
  async (_, call) => {
    const codes = ["ECONNREFUSED", "ECONNRESET", "UND_ERR_SOCKET", undefined];
    for (const outcome of [...transient, ...codes.map(failure)]) {
      const service = answerWith(outcome);
      expect(await outcomeOf(call(clientOf(service)))).not.toBeInstanceOf(Error);
      expect(service.requests, String(outcome)).toHaveLength(2);
    }
  },
);

test.each([...safeCalls, ...creates])(
  "%s is not repeated after a lasting answer",
  async (_, call) => {
    for (const status of permanent) {
      const service = answerWith(status);
      await outcomeOf(call(clientOf(service)));
      expect(service.requests, String(status)).toHaveLength(1);
    }
  },
);

test.each(creates)("%s is repeated when it cannot have arrived, and after 429", async (_, call) => {
  const codes = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"];
  for (const outcome of [429, ...codes.map(failure)]) {
    const service = answerWith(outcome);
    await outcomeOf(call(clientOf(service)));
    expect(service.requests, String(outcome)).toHaveLength(2);
  }
});

test.each(creates)(
  "%s that may have arrived is sent once, and the error says so",
  async (_, call) => {
    const codes = ["ECONNRESET", "EPIPE", "ETIMEDOUT", "UND_ERR_SOCKET", undefined];
    for (const outcome of [408, 500, 502, 504, ...codes.map(failure)]) {
      const service = answerWith(outcome);
      const error = await outcomeOf(call(clientOf(service)));
      expect(service.requests, String(outcome)).toHaveLength(1);
      // A low-level call answers with the service's own body.
      if (error instanceof Error) expect(error.message).toMatch(advice);
    }
  },
);

test.each(creates.slice(2))(
  "%s that was answered 503 is sent once, and the error says so",
  async (_, call) => {
    const service = answerWith(503);
    const error = await outcomeOf(call(clientOf(service)));
    expect(service.requests).toHaveLength(1);
    if (error instanceof Error) {
      expect(error).toBeInstanceOf(ServerError);
      expect(error.message).toMatch(advice);
    }
  },
);

test.each(creates.slice(0, 2))(
  "%s of a model in the foreground is repeated after 503",
  async (_, call) => {
    const service = answerWith(503, 503, 503, 503);
    const error = await outcomeOf(call(clientOf(service)));
    expect(service.requests).toHaveLength(4);
    expect(error).toBeInstanceOf(ServerError);
    expect(String(error)).not.toMatch(advice);
  },
);

test("an answer that breaks off may have been a run: the create is sent once", async () => {
  const headers = { "content-type": "application/json" };
  const service = answerWith(() => new Response(brokenBody("{", failure("EPIPE")), { headers }));
  expect(await outcomeOf(clientOf(service).create(model))).toMatchObject({
    name: "ConnectionError",
    mayHaveBeenAccepted: true,
    message: expect.stringMatching(advice),
  });
  expect(service.requests).toHaveLength(1);
});

test.each(creates)(
  '%s is repeated after any passing failure with create: "always"',
  async (_, call) => {
    for (const outcome of [...transient, failure("ECONNRESET"), failure()]) {
      const service = answerWith(outcome);
      await outcomeOf(call(clientOf(service, { retry: { create: "always" } })));
      expect(service.requests, String(outcome)).toHaveLength(2);
    }
    const service = answerWith(501);
    await outcomeOf(call(clientOf(service, { retry: { create: "always" } })));
    expect(service.requests).toHaveLength(1);
  },
);

test("a create whose answer is lost has started one run at the service", async () => {
  const lost: Fault = { kind: "network-error", on: "create", accepted: true };
  const service = createInteractionsService({ faults: [lost] });
  const error = await outcomeOf(clientOf(service).create(agent));
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: true });
  expect(service.requests.map(({ method }) => method)).toEqual(["POST"]);
  const only = await clientOf(service).get("v1_run1");
  expect(only.agent).toBe(agent.agent);
  await expect(clientOf(service).get("v1_run2")).rejects.toThrow(/status 404/);
});

test("a background create answered 503 arrives once at the service", async () => {
  const service = createInteractionsService({
    faults: [{ kind: "answer", on: "create", status: 503 }],
  });
  const error = await outcomeOf(clientOf(service).create(agent));
  expect(service.requests).toHaveLength(1);
  expect(error).toBeInstanceOf(ServerError);
  expect(error).toMatchObject({
    code: "service_unavailable",
    message: expect.stringMatching(advice),
  });
});

test("a foreground create answered 503 goes through at the second try", async () => {
  const service = createInteractionsService({
    faults: [{ kind: "answer", on: "create", status: 503, shape: "html" }],
  });
  const stream = await outcomeOf(clientOf(service).create(model));
  expect(stream).toMatchObject({ status: "completed" });
  expect(service.requests).toHaveLength(2);
});

function redirect(): Response {
  return new Response(null, { status: 307, headers: { location: "/elsewhere" } });
}

test("an abort, a redirect and a wrong argument are not repeated", async () => {
  const redirecting = answerWith(redirect, redirect);
  await outcomeOf(clientOf(redirecting).get("int_1"));
  expect(redirecting.requests).toHaveLength(1);

  const controller = new AbortController();
  const aborting = answerWith(() => {
    controller.abort("enough");
    return never();
  });
  expect(await outcomeOf(clientOf(aborting).get("int_1", {}, controller))).toBe("enough");
  expect(aborting.requests).toHaveLength(1);

  const unused = answerWith();
  await outcomeOf(clientOf(unused).get(".."));
  expect(unused.requests).toHaveLength(0);
});

test("opening a stored run's stream is repeated; reattaching to it is not", async () => {
  const service = createInteractionsService({
    faults: [
      { kind: "answer", on: "reattach", status: 503, times: 2 },
      { kind: "cut", on: "reattach", afterEvents: 3 },
      { kind: "answer", on: "reattach", status: 503 },
    ],
  });
  const log: string[] = [];
  const client = clientOf(service, {
    hooks: {
      onRetry: ({ reason }) => log.push(`retry: ${reason}`),
      onReconnect: () => log.push("reconnect"),
    },
  });
  const { id } = await client.create(agent);
  const reading = (async () => (await client.get(id, { stream: true })).finalInteraction())();
  expect(await outcomeOf(reading)).toMatchObject({ status: "completed" });
  expect(log).toEqual(["retry: status 503", "retry: status 503", "reconnect", "reconnect"]);
});

// How often, and with which policy.

test("four attempts are made, and the last error surfaces", async () => {
  const service = answerWith(500, 502, failure("ECONNRESET"), 504, 503);
  const error = await outcomeOf(clientOf(service).get("int_1"));
  expect(service.requests).toHaveLength(4);
  expect(error).toMatchObject({ status: 504 });
});

test.each<[RetryOptions | false | undefined, RetryOptions | false | undefined, number]>([
  [undefined, undefined, 4],
  [false, undefined, 1],
  [{ maxRetries: 0 }, undefined, 1],
  [{ maxRetries: 1 }, undefined, 2],
  [{}, undefined, 4],
  [{ maxRetries: undefined }, undefined, 4],
  [undefined, false, 1],
  [false, { maxRetries: 2 }, 3],
  [false, {}, 4],
  [{ maxRetries: 5 }, { baseDelayMs: 1 }, 4],
])("the client's policy %j and the call's %j make %i attempts", async (own, call, attempts) => {
  const service = answerWith(...Array<number>(9).fill(503));
  const options = call === undefined ? {} : { retry: call };
  const client = clientOf(service, own === undefined ? {} : { retry: own });
  await outcomeOf(client.get("int_1", {}, options));
  expect(service.requests).toHaveLength(attempts);
});

test('create: "always" can be for one call', async () => {
  const service = answerWith(500);
  await outcomeOf(clientOf(service).create(model, { retry: { create: "always" } }));
  expect(service.requests).toHaveLength(2);
});

test.each(["maxRetries", "baseDelayMs", "maxDelayMs"])(
  "%s must be a number of 0 or more, or nothing is sent",
  async (name) => {
    for (const value of [-1, Number.NaN]) {
      const service = answerWith();
      const retry = { [name]: value };
      const message = `retry.${name} must be 0 or more, got ${value}.`;
      const calls = [
        (async () => clientOf(service, { retry }).get("int_1"))(),
        clientOf(service).get("int_1", {}, { retry }),
        clientOf(service).create({ ...model, stream: true }, { retry }),
      ];
      for (const call of calls) await expect(call).rejects.toThrow(message);
      expect(service.requests).toEqual([]);
    }
  },
);

// Pauses.

test.each([
  [1, undefined, [500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]],
  [0.5, undefined, [250, 500, 1_000, 2_000, 4_000, 4_000, 4_000]],
  [0, undefined, [0, 0, 0, 0, 0, 0, 0]],
  [1, { baseDelayMs: 30, maxDelayMs: 100 }, [30, 60, 100, 100, 100, 100, 100]],
])("with the random number %f and %j the pauses are %j", async (random, delays, expected) => {
  vi.mocked(Math.random).mockReturnValue(random);
  const service = answerWith(...Array<number>(7).fill(503));
  const records: RetryRecord[] = [];
  await outcomeOf(
    clientOf(service, {
      retry: { maxRetries: 7, ...delays },
      hooks: { onRetry: (record) => records.push(record) },
    }).get("int_1"),
  );
  expect(pausesOf(service)).toEqual(expected);
  expect(records.map(({ delayMs }) => delayMs)).toEqual(expected);
});

function pausesOf({ times }: { times: number[] }): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

/** A refusal that asks to wait. */
function wait(retryDelay: string | undefined, headers: Record<string, string> = {}, status = 429) {
  const type = "type.googleapis.com/google.rpc.RetryInfo";
  const details = retryDelay === undefined ? [] : [{ "@type": type, retryDelay }];
  return () => Response.json({ error: { code: status, details } }, { status, headers });
}

test.each([
  ["RetryInfo", wait("26s"), 26_000],
  ["a fraction in RetryInfo", wait("1.5s"), 1_500],
  ["RetryInfo of 503", wait("26s", {}, 503), 26_000],
  ["RetryInfo rather than Retry-After", wait("26s", { "retry-after": "5" }), 26_000],
  ["Retry-After in seconds", wait(undefined, { "retry-after": "5" }), 5_000],
  [
    "Retry-After as a date",
    wait(undefined, { "retry-after": "Sun, 22 Nov 2026 10:00:40 GMT" }),
    40_000,
  ],
  [
    "its own backoff after a Retry-After in the past",
    wait(undefined, { "retry-after": "Sun, 22 Nov 2026 09:00:00 GMT" }),
    500,
  ],
  ["retry-after-ms", wait(undefined, { "retry-after-ms": "70", "retry-after": "5" }), 70],
  ["one minute, the most that is obeyed", wait("60s"), 60_000],
  ["a RetryInfo that cannot be read", wait("soon", { "retry-after": "5" }), 5_000],
  ["nothing that can be read", wait("soon", { "retry-after": "soon" }), 500],
])("obeys %s, for creates too", async (_, answer, expected) => {
  for (const call of [create, safeCalls[0]?.[1]]) {
    vi.setSystemTime(start);
    const service = answerWith(answer);
    expect(await outcomeOf(call?.(clientOf(service)) ?? never())).toEqual(sampleInteraction());
    expect(pausesOf(service)).toEqual([expected]);
  }
});

test.each([
  ["RetryInfo", wait("60.001s"), 60_001],
  ["Retry-After", wait(undefined, { "retry-after": "3600" }), 3_600_000],
])("a longer %s is not waited for: the error carries it, at once", async (_, answer, asked) => {
  const service = answerWith(answer);
  const error = await outcomeOf(clientOf(service).create(model));
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ retryDelayMs: asked });
  expect(String(error)).toContain(`Retry after ${Math.ceil(asked / 1000)} s.`);
  expect(service.requests).toHaveLength(1);
  expect(Date.now()).toBe(start.getTime());
});

test("the last error still carries what the service asked for", async () => {
  const service = answerWith(...Array<Outcome>(4).fill(wait("2s")));
  const error = await outcomeOf(clientOf(service).get("int_1"));
  expect(error).toMatchObject({ retryDelayMs: 2_000, details: [{ retryDelay: "2s" }] });
  expect(pausesOf(service)).toEqual([2_000, 2_000, 2_000]);
});

test("an abort ends a pause at once, with its reason, and leaves nothing behind", async () => {
  for (const answer of [wait("30s"), () => new Response("", { status: 503 })]) {
    const service = answerWith(answer);
    const controller = new AbortController();
    const { signal } = controller;
    const caught = clientOf(service)
      .get("int_1", {}, { signal })
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(100);
    expect(vi.getTimerCount()).toBe(1);
    controller.abort("enough");
    expect(await caught).toBe("enough");
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    await vi.runAllTimersAsync();
    expect(service.requests).toHaveLength(1);
  }
});

// Each attempt is a request of its own.

test("each attempt is a fresh request with the same method, URL, headers and body", async () => {
  const service = answerWith(429, failure("ECONNREFUSED"), 503);
  const headers = { "x-trace": "t-1" };
  await outcomeOf(clientOf(service).create(model, { headers }));
  expect(new Set(service.requests).size).toBe(4);
  const [first, ...others] = await Promise.all(
    service.requests.map(async (request) => ({
      line: `${request.method} ${request.url}`,
      headers: Object.fromEntries(request.headers),
      body: await request.text(),
      redirect: request.redirect,
    })),
  );
  expect(first?.body).toBe(JSON.stringify(model));
  expect(first?.headers).toMatchObject({ "x-trace": "t-1", "x-goog-api-key": testKey });
  for (const other of others) expect(other).toEqual(first);
});

test("a repeated low-level request keeps what the call set", async () => {
  const service = answerWith(503);
  const { api } = clientOf(service);
  const init = { params: { path }, cache: "no-store", credentials: "include" } as const;
  await outcomeOf(api.GET("/v1beta/interactions/{id}", init));
  expect(service.requests).toHaveLength(2);
  for (const request of service.requests) {
    const { cache, credentials } = request;
    expect({ cache, credentials }).toEqual({ cache: "no-store", credentials: "include" });
    expect(request.redirect).toBe("manual");
  }
});

test("a body that a middleware put in is text, and is sent again with each attempt", async () => {
  const service = answerWith(429);
  const client = clientOf(service);
  const other = { method: "POST", body: '{"other":true}' };
  client.api.use({ onRequest: ({ request }) => new Request(request, other) });
  await outcomeOf(client.api.POST("/v1beta/interactions", { body: model }));
  await outcomeOf(client.create(model));
  const bodies = await Promise.all(service.requests.map((request) => request.text()));
  expect(bodies).toEqual([other.body, other.body, other.body]);
});

test("each attempt may hang for the whole time limit, and a read is then repeated", async () => {
  const service = answerWith(never, never, never, never, never);
  const error = await outcomeOf(clientOf(service).get("int_1"));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(service.times).toEqual([0, 30_500, 61_500, 93_500]);
  expect(vi.getTimerCount()).toBe(0);
});

test("a create that takes too long is not repeated, and the error says why", async () => {
  const service = answerWith(never);
  const error = await outcomeOf(clientOf(service).create(model, { timeoutMs: 700 }));
  expect(error).toBeInstanceOf(TimeoutError);
  expect(String(error)).toMatch(advice);
  expect(service.requests).toHaveLength(1);
});

test("an abort ends a later attempt with its reason, whatever time it has left", async () => {
  const service = answerWith(never, never);
  const controller = new AbortController();
  const { signal } = controller;
  const call = clientOf(service).get("int_1", {}, { signal, timeoutMs: 1_000 });
  const caught = call.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_700);
  expect(service.requests).toHaveLength(2);
  controller.abort("enough");
  expect(await caught).toBe("enough");
  expect(service.requests.every((request) => request.signal.aborted)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a signal with a time limit of its own ends all attempts together", async () => {
  const service = answerWith(never, never);
  const controller = new AbortController();
  const reason = new DOMException("too long", "TimeoutError");
  setTimeout(() => controller.abort(reason), 40_000);
  const error = await outcomeOf(clientOf(service).get("int_1", {}, controller));
  expect(error).toBe(reason);
  expect(service.times).toEqual([0, 30_500]);
});

// Credentials that expire.

/** Tokens that are good for an hour, fetched anew only when forced. */
function hourlyTokens() {
  let token = "token-1";
  let count = 1;
  let born = Date.now();
  const auth = vi.fn(({ forceRefresh }: { forceRefresh: boolean }) => {
    if (forceRefresh) {
      count += 1;
      token = `token-${count}`;
      born = Date.now();
    }
    return token;
  });
  const isGood = (request: Request): boolean =>
    request.headers.get("authorization") === `Bearer ${token}` && Date.now() - born < 3_600_000;
  return { auth, isGood };
}

const unauthorized = () =>
  Response.json({ error: { code: "authentication", message: "Expired." } }, { status: 401 });

test("attempts after a 401 carry the new token", async () => {
  const service = answerWith(unauthorized, 503, 503);
  const { auth } = hourlyTokens();
  const client = vertexClient({ auth }, { fetch: service.fetch, retry: {} });
  expect(await outcomeOf(client.create(model))).toEqual(sampleInteraction());
  expect(service.tokens).toEqual([
    "Bearer token-1",
    "Bearer token-2",
    "Bearer token-2",
    "Bearer token-2",
  ]);
  // Each attempt asks for its token itself.
  const forced = auth.mock.calls.map(([{ forceRefresh }]) => forceRefresh);
  expect(forced).toEqual([false, true, false, false]);
});

test("a 401 after a retry is answered with a new token, too, and with retry: false", async () => {
  for (const [retry, outcomes] of [
    [{}, [503, unauthorized]],
    [false, [unauthorized]],
  ] as const) {
    const service = answerWith(...outcomes);
    const { auth } = hourlyTokens();
    const client = vertexClient({ auth }, { fetch: service.fetch, retry });
    expect(await outcomeOf(client.create(model))).toEqual(sampleInteraction());
    const bodies = await Promise.all(service.requests.map((request) => request.text()));
    expect(new Set(bodies)).toEqual(new Set([JSON.stringify(model)]));
    expect(service.tokens.at(-1)).toBe("Bearer token-2");
  }
});

test("a stream that reattaches hours later does so with a new token", async () => {
  const { auth, isGood } = hourlyTokens();
  const body = createWrittenBody();
  const id = "v1_a";
  const headers = { "content-type": "text/event-stream" };
  const completed = {
    event_type: "interaction.completed",
    interaction: { id, status: "completed", usage: { total_tokens: 1 } },
  };
  const tokens: (string | null)[] = [];
  const { fetch } = createFetch((request) => {
    tokens.push(request.headers.get("authorization"));
    if (!isGood(request)) return unauthorized();
    const rest = frame(completed) + doneFrame;
    return new Response(request.method === "POST" ? body.stream : rest, { headers });
  });
  const client = vertexClient({ auth }, { fetch });
  const stream = await client.create({ ...agent, stream: true }, { idleTimeoutMs: 36_000_000 });
  const created = { event_type: "interaction.created", interaction: { id, status: "in_progress" } };
  const text = { event_type: "step.delta", index: 0, delta: { type: "text", text: "late" } };
  body.write(frame(created) + frame({ ...text, event_id: "e1" }));
  const final = stream.finalInteraction();
  await vi.advanceTimersByTimeAsync(3 * 3_600_000);
  body.fail(failure("ECONNRESET"));
  expect(outputText(await final)).toBe("late");
  expect(tokens).toEqual(["Bearer token-1", "Bearer token-1", "Bearer token-2"]);
  expect(auth.mock.calls.map(([{ forceRefresh }]) => forceRefresh)).toEqual([false, false, true]);
});

// Quotas, credentials, and what else is no ordinary failure.

function quotaOf(quotaId: string) {
  const type = "type.googleapis.com/google.rpc.QuotaFailure";
  const info = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "1s" };
  const violations = [{ quotaId, quotaMetric: "requests", quotaValue: "250" }];
  const error = { code: 429, message: "Spent.", details: [{ "@type": type, violations }, info] };
  return () => Response.json({ error }, { status: 429 });
}

test.each([...safeCalls.slice(0, 3), ...creates.slice(0, 6)])(
  "%s is not repeated when a quota per day is spent, and the error says so",
  async (_, call) => {
    for (const options of [{}, { retry: { create: "always" } }] as const) {
      const service = answerWith(quotaOf("GenerateRequestsPerDayPerProject"));
      const error = await outcomeOf(call(clientOf(service, options)));
      expect(error).toBeInstanceOf(RateLimitError);
      expect(error).toMatchObject({ quota: { period: "day", limit: 250, metric: "requests" } });
      expect(service.requests).toHaveLength(1);
    }
  },
);

test("a call is repeated when only a quota per minute is spent", async () => {
  const service = answerWith(quotaOf("GenerateRequestsPerMinutePerProject"));
  expect(await outcomeOf(clientOf(service).create(model))).toEqual(sampleInteraction());
  expect(pausesOf(service)).toEqual([1_000]);
});

test("a delay of zero from the service does not shorten the pause", async () => {
  for (const [random, expected] of [
    [1, [500, 1_000, 2_000]],
    [0, [50, 50, 50]],
  ] as const) {
    vi.mocked(Math.random).mockReturnValue(random);
    const zero = wait(undefined, { "retry-after": "0" });
    const service = answerWith(zero, zero, wait("0s"));
    await outcomeOf(clientOf(service).get("int_1"));
    expect(pausesOf(service)).toEqual(expected);
  }
});

test.each([...safeCalls, ...creates])(
  "%s is repeated when its credential could not be fetched",
  async (_, call) => {
    const service = answerWith();
    const apiKey = vi
      .fn<() => string>()
      .mockImplementationOnce(() => {
        throw new Error("vault busy");
      })
      .mockReturnValue(testKey);
    const outcome = await outcomeOf(call(clientOf(service, { apiKey })));
    expect(outcome).not.toMatchObject({ name: "CredentialsError" });
    expect(apiKey).toHaveBeenCalledTimes(2);
    expect(service.requests).toHaveLength(1);
  },
);

test.each([
  "invalid_grant",
  "Could not load the default credentials. Browse to https://cloud.google.com/docs",
  "No refresh token is set.",
  "Permission 'iam.serviceAccounts.getAccessToken' denied on resource",
  "access_denied",
  "Token has been expired or revoked.",
])("a credential that will still be missing in a moment is requested once: %s", async (words) => {
  const getRequestHeaders = vi.fn<() => Promise<Headers>>().mockRejectedValue(new Error(words));
  const service = answerWith();
  const client = vertexClient({ auth: { getRequestHeaders } }, { fetch: service.fetch, retry: {} });
  expect(await outcomeOf(client.get("int_1"))).toMatchObject({
    name: "CredentialsError",
    isTransient: false,
  });
  expect(getRequestHeaders).toHaveBeenCalledOnce();
});

test("a create whose credential took too long is made again: nothing was sent", async () => {
  const service = answerWith();
  const apiKey = vi.fn<() => string | Promise<string>>(() => testKey).mockImplementationOnce(never);
  const client = clientOf(service, { apiKey, timeoutMs: 100 });
  expect(await outcomeOf(client.create(model))).toEqual(sampleInteraction());
});

test.each([
  ["a lost connection", failure("ECONNRESET")],
  ["a status", 503],
  ["a time limit", never],
] as const)("a delete that is not found after %s has succeeded", async (_, first) => {
  const service = answerWith(first, 404);
  expect(await outcomeOf(clientOf(service).delete("int_1"))).toBeUndefined();
  expect(service.requests).toHaveLength(2);
});

test("a delete that is not found at once fails, also after its credential failed", async () => {
  const apiKey = vi
    .fn<() => string>(() => testKey)
    .mockImplementationOnce(() => {
      throw new Error("vault busy");
    });
  for (const client of [clientOf(answerWith(404)), clientOf(answerWith(404), { apiKey })]) {
    expect(await outcomeOf(client.delete("int_1"))).toMatchObject({ status: 404 });
  }
});

test("a delete on Vertex AI that is not found in either form after a retry has succeeded", async () => {
  const service = answerWith(failure("ECONNRESET"), 404, 404);
  const client = vertexClient({ location: "us-central1" }, { fetch: service.fetch, retry: {} });
  expect(await outcomeOf(client.delete("int_1"))).toBeUndefined();
  expect(service.requests).toHaveLength(3);
});

test.each([
  [
    "UND_ERR_SOCKET without a byte written",
    { code: "UND_ERR_SOCKET", socket: { bytesWritten: 0 } },
  ],
  ["ETIMEDOUT while connecting", { code: "ETIMEDOUT", syscall: "connect" }],
])("creates are repeated after %s", async (_, facts) => {
  for (const [, call] of creates) {
    const cause = Object.assign(new Error("x"), facts);
    const service = answerWith(new TypeError("fetch failed", { cause }));
    await outcomeOf(call(clientOf(service)));
    expect(service.requests).toHaveLength(2);
  }
});

// Real sockets: what the server counts, and Node's own limits.

/** A server that hands every request, read to its end, to `answer`. */
async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ baseUrl: string; bodies: string[] }> {
  vi.useRealTimers();
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      bodies.push(body);
      answer(request, response);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, bodies };
}

test("a create whose connection dies after the request was sent reaches the server once", async () => {
  const { baseUrl, bodies } = await serve((_, response) => response.destroy());
  const client = new InteractionsClient({ apiKey: testKey, baseUrl });
  const calls = [
    client.create(model),
    client.create(agent),
    client.create({ ...model, stream: true }),
  ];
  for (const call of calls) {
    await expect(call).rejects.toThrow(advice);
    await expect(call).rejects.toMatchObject({ mayHaveBeenAccepted: true });
  }
  expect(bodies).toHaveLength(3);
});

test("a get whose connection dies is sent again", async () => {
  const { baseUrl, bodies } = await serve((_, response) => {
    if (bodies.length < 3) response.destroy();
    else response.setHeader("content-type", "application/json").end('{"status":"completed"}');
  });
  const retry = { baseDelayMs: 1 };
  const client = new InteractionsClient({ apiKey: testKey, baseUrl, retry });
  expect(await client.get("int_1")).toMatchObject({ status: "completed" });
  expect(bodies).toHaveLength(3);
});

/** Node's own fetch with lower limits than its 300 s. */
function fetchWithLimits(limits: { headersTimeout?: number; bodyTimeout?: number }): FetchFunction {
  // Node keeps the dispatcher of its fetch under this symbol; its class takes the limits.
  const current: unknown = Reflect.get(globalThis, Symbol.for("undici.globalDispatcher.1"));
  const Agent = Object(current).constructor;
  const dispatcher = new Agent(limits);
  return (url, init) => fetch(url, { ...init, dispatcher } as RequestInit);
}

test("Node's limit on headers is a ConnectionError that may have been accepted, with advice", async () => {
  const { baseUrl, bodies } = await serve(() => undefined);
  const client = new InteractionsClient({
    apiKey: testKey,
    baseUrl,
    fetch: fetchWithLimits({ headersTimeout: 40 }),
  });
  const error: unknown = await client.create(model).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: true });
  expect(String(error)).toMatch(/UND_ERR_HEADERS_TIMEOUT/);
  expect(String(error)).toMatch(/300 s.*stream or background.*own fetch/);
  expect(bodies).toHaveLength(1);
});

test("Node's limit on a silent body is an idle stream, which is picked up again", async () => {
  const id = "v1_a";
  const usage = { total_tokens: 1 };
  const { baseUrl } = await serve(({ method }, response) => {
    response.setHeader("content-type", "text/event-stream");
    if (method === "POST") {
      const interaction = { id, status: "in_progress" };
      response.write(frame({ event_type: "interaction.created", interaction }));
      const text = { event_type: "step.delta", index: 0, delta: { type: "text", text: "on" } };
      response.write(frame({ ...text, event_id: "e1" }));
    } else {
      const interaction = { id, status: "completed", usage };
      response.end(frame({ event_type: "interaction.completed", interaction }) + doneFrame);
    }
  });
  const reasons: string[] = [];
  const client = new InteractionsClient({
    apiKey: testKey,
    baseUrl,
    fetch: fetchWithLimits({ bodyTimeout: 40 }),
    hooks: { onReconnect: ({ reason }) => reasons.push(reason) },
  });
  const stream = await client.create({ ...agent, stream: true });
  expect(await stream.finalInteraction()).toMatchObject({ status: "completed", usage });
  expect(reasons).toEqual(["no data for too long"]);
});

test("a credential that its service refuses by status is asked for once", async () => {
  for (const refusal of [{ status: 403 }, { response: { status: 401 } }]) {
    const auth = vi.fn<() => never>(() => {
      throw Object.assign(new Error("Request failed."), refusal);
    });
    const client = vertexClient({ auth }, { fetch: answerWith().fetch, retry: {} });
    expect(await outcomeOf(client.get("int_1"))).toMatchObject({ isTransient: false });
    expect(auth).toHaveBeenCalledOnce();
  }
});

test.each([...safeCalls, ...creates])(
  "%s is sent once to a certificate not trusted",
  async (_, call) => {
    const service = answerWith(failure("SELF_SIGNED_CERT_IN_CHAIN"));
    const error = await outcomeOf(call(clientOf(service)));
    expect(error).toMatchObject({ name: "ConnectionError", isTransient: false });
    expect(String(error)).toContain("NODE_EXTRA_CA_CERTS");
    expect(service.requests).toHaveLength(1);
  },
);

test("429 for a limit of 0 is sent once", async () => {
  const metric = "generativelanguage.googleapis.com/generate_content_free_tier_requests";
  const violation = {
    quotaMetric: metric,
    quotaId: "GenerateRequestsPerMinutePerProject-FreeTier",
  };
  const body = {
    error: {
      code: 429,
      message: `Quota exceeded for metric: ${metric}, limit: 0, model: m`,
      details: [
        { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [violation] },
      ],
    },
  };
  const service = createFetch(() => Response.json(body, { status: 429 }));
  const error = await outcomeOf(clientOf(service).create(model));
  expect(error).toMatchObject({ status: 429, quota: { limit: 0, period: "minute", metric } });
  expect(service.requests).toHaveLength(1);
});

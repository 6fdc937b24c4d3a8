import { beforeEach, expect, test, vi } from "vitest";
import type {
  Hooks,
  InteractionsClientOptions,
  ReconnectRecord,
  RequestRecord,
  ResponseRecord,
  RetryRecord,
} from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import { geminiClient, testKey, testToken, vertexClient } from "../support/clients.ts";
import { createFetch } from "../support/fetch.ts";
import { geminiHost, globalHost } from "../support/server.ts";
import { sampleInteraction } from "../support/interaction.ts";

const start = new Date("2026-11-22T10:00:00Z");
const secretHeader = "header-value-of-nobody";
const secretAnswer = "answer-value-of-nobody";
const model = { model: "gemini-3.5-flash", input: "input-of-nobody" } as const;
const agent = { agent: "deep-research-preview-04-2026", input: "Go", background: true } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: start });
  vi.spyOn(Math, "random").mockReturnValue(1);
});

type Entry =
  | readonly ["request", RequestRecord]
  | readonly ["response", ResponseRecord]
  | readonly ["retry", RetryRecord]
  | readonly ["reconnect", ReconnectRecord];

/** Hooks that write everything down, in order. */
function record(): { hooks: Hooks; log: Entry[] } {
  const log: Entry[] = [];
  return {
    log,
    hooks: {
      onRequest: (entry) => log.push(["request", entry]),
      onResponse: (entry) => log.push(["response", entry]),
      onRetry: (entry) => log.push(["retry", entry]),
      onReconnect: (entry) => log.push(["reconnect", entry]),
    },
  };
}

/** A service that answers with these statuses, each after a second. */
function slowService(...statuses: number[]) {
  let next = 0;
  return createFetch(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const status = statuses[next++] ?? 200;
    return Response.json(status === 200 ? sampleInteraction() : { error: { message: "no" } }, {
      status,
      headers: { "x-answer": secretAnswer },
    });
  });
}

async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  const outcome = call.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

test("hooks get each step of a call: sent, answered, to be repeated, sent again", async () => {
  const { hooks, log } = record();
  const { fetch } = slowService(503, 429);
  const client = geminiClient({ fetch, hooks, retry: {} });
  await outcomeOf(client.create(model, { headers: { "X-Own": secretHeader } }));
  const call = { method: "POST", url: `${geminiHost}/v1beta/interactions` };
  const sent = {
    ...call,
    headerNames: ["accept", "content-type", "x-goog-api-key", "x-own"],
  };
  const answered = { ...call, headerNames: ["content-type", "x-answer"], durationMs: 1_000 };
  expect(log).toEqual([
    ["request", { ...sent, attempt: 1 }],
    ["response", { ...answered, attempt: 1, status: 503 }],
    ["retry", { ...call, attempt: 1, delayMs: 500, reason: "status 503" }],
    ["request", { ...sent, attempt: 2 }],
    ["response", { ...answered, attempt: 2, status: 429 }],
    ["retry", { ...call, attempt: 2, delayMs: 1_000, reason: "status 429" }],
    ["request", { ...sent, attempt: 3 }],
    ["response", { ...answered, attempt: 3, status: 200 }],
  ]);
});

test("a network failure calls onRequestError and onRetry with a reason, not onResponse", async () => {
  const { hooks, log } = record();
  const cause = Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
  const { fetch } = createFetch(() => Promise.reject(new TypeError("fetch failed", { cause })));
  await outcomeOf(geminiClient({ fetch, hooks, retry: { maxRetries: 1 } }).get("int_1"));
  expect(log.map(([kind]) => kind)).toEqual(["request", "retry", "request"]);
  expect(log[1]).toEqual([
    "retry",
    {
      method: "GET",
      url: `${geminiHost}/v1beta/interactions/int_1`,
      attempt: 1,
      delayMs: 500,
      reason: expect.stringContaining("Connection failed (ECONNREFUSED)"),
    },
  ]);
});

test("hooks get low-level calls, too", async () => {
  const { hooks, log } = record();
  const { fetch } = slowService();
  const { api } = geminiClient({ fetch, hooks });
  await outcomeOf(api.GET("/v1beta/interactions/{id}", { params: { path: { id: "int_1" } } }));
  expect(log.map(([kind]) => kind)).toEqual(["request", "response"]);
});

function renewable({ forceRefresh }: { forceRefresh: boolean }): string {
  return `${testToken}${forceRefresh}`;
}

test("a request with a new token is a request of its own for hooks", async () => {
  const { hooks, log } = record();
  const { fetch } = slowService(401);
  await outcomeOf(vertexClient({ auth: renewable }, { fetch, hooks }).get("int_1"));
  const url = `${globalHost}/v1beta1/projects/p/locations/global/interactions/int_1`;
  expect(log.map(([kind, entry]) => [kind, "url" in entry && entry.url])).toEqual([
    ["request", url],
    ["response", url],
    ["request", url],
    ["response", url],
  ]);
  expect(log[0]?.[1]).toHaveProperty("headerNames", ["accept", "authorization"]);
});

test("onReconnect gets the reason and the newest event id, before the request", async () => {
  const { hooks, log } = record();
  const service = createInteractionsService({
    respond: () => "One two three four",
    faults: [
      { kind: "unframed-error", afterEvents: 5 },
      { kind: "answer", on: "reattach", status: 503 },
      { kind: "cut", on: "reattach", afterEvents: 1 },
    ],
  });
  const stream = await geminiClient({ fetch: service.fetch, hooks }).create({
    ...agent,
    stream: true,
  });
  await outcomeOf(stream.finalInteraction());
  expect(log.map(([kind]) => kind).join()).toBe(
    `request,response${",reconnect,request,response".repeat(3)}`,
  );
  expect(log.filter(([kind]) => kind === "reconnect").map(([, entry]) => entry)).toEqual([
    {
      attempt: 1,
      reason: "UNAVAILABLE: The service is currently unavailable.",
      lastEventId: "evt_5",
    },
    { attempt: 2, reason: expect.stringContaining("status 503"), lastEventId: "evt_5" },
    { attempt: 1, reason: "the connection closed", lastEventId: "evt_6" },
  ]);
});

test("records contain neither header values, nor the key, nor what was sent or answered", async () => {
  const { hooks, log } = record();
  const headers = { "x-own": secretHeader, cookie: secretHeader };
  for (const make of [
    (options: InteractionsClientOptions) => geminiClient(options),
    (options: InteractionsClientOptions) => vertexClient({}, options),
  ]) {
    const { fetch } = slowService(503, 500);
    const client = make({ fetch, hooks, headers, retry: {} });
    await outcomeOf(client.get("int_1", {}, { headers }));
    await outcomeOf(client.create(model, { headers }));
    await outcomeOf(client.create({ ...model, stream: true }, { headers }));
  }
  const shown = JSON.stringify(log);
  expect(log.length).toBeGreaterThan(12);
  for (const secret of [testKey, testToken, secretHeader, secretAnswer, model.input]) {
    expect(shown).not.toContain(secret);
  }
});

/** Hooks that fail, at once or later. */
const failing: [string, () => unknown][] = [
  [
    "throws",
    () => {
      throw new Error("mine");
    },
  ],
  ["rejects", () => Promise.reject(new Error("mine"))],
];

test.each(failing)("a hook that %s breaks nothing", async (_, hook) => {
  const calls: string[] = [];
  const counted = (kind: string) => () => {
    calls.push(kind);
    return hook();
  };
  const hooks: Hooks = {
    // An async hook fits a type that promises nothing.
    onRequest: counted("request"),
    onResponse: counted("response"),
    onRetry: counted("retry"),
    onReconnect: counted("reconnect"),
  };
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const service = createInteractionsService({
    faults: [
      { kind: "answer", on: "create", status: 429 },
      { kind: "cut", afterEvents: 3 },
    ],
  });
  const client = geminiClient({ fetch: service.fetch, hooks, retry: {} });
  const reading = (async () =>
    (await client.create({ ...agent, stream: true })).finalInteraction())();
  expect(await outcomeOf(reading)).toMatchObject({ status: "completed" });
  expect(new Set(calls)).toEqual(new Set(["request", "response", "retry", "reconnect"]));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("a hook cannot change what is sent", async () => {
  const { fetch, requests } = slowService();
  const hooks: Hooks = {
    onRequest(entry) {
      // As a caller without types may try.
      const names = entry.headerNames as string[];
      names.length = 0;
      Reflect.set(entry, "url", "https://elsewhere.example/");
    },
  };
  expect(await outcomeOf(geminiClient({ fetch, hooks }).get("int_1"))).toEqual(sampleInteraction());
  expect(requests[0]?.url).toBe(`${geminiHost}/v1beta/interactions/int_1`);
  expect(requests[0]?.headers.get("x-goog-api-key")).toBe(testKey);
});

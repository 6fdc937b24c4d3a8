// What a server, a stored cursor or a page in between can make the client do: no more than fail.

import { inspect } from "node:util";
import { beforeEach, expect, test, vi } from "vitest";
import {
  ApiError,
  InteractionStreamError,
  parseSse,
  ResponseParseError,
  StreamInterruptedError,
} from "../../src/index.ts";
import type { InteractionsClient, StreamOptions } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import { bodyOf, doneFrame, frame } from "../support/body.ts";
import { geminiClient, testKey, testToken, vertexClient } from "../support/clients.ts";
import { createBody, createFetch } from "../support/fetch.ts";
import type { TestFetch } from "../support/fetch.ts";
import { oddEvents } from "../support/odd-events.ts";
import { expectNoSecret, secretHeader } from "../support/secrets.ts";
import { geminiHost, globalHost } from "../support/server.ts";
import { settle } from "../support/settle.ts";

const agent = {
  agent: "deep-research-preview-04-2026",
  input: "Go",
  background: true,
  stream: true,
} as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

/** Runs the timers until the promise settles; what it rejects with, if it does. */
function outcomeOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = promise.catch((error: unknown) => error);
  return settle(outcome, 30_000);
}

/** A service whose creates stream these events, and which then refuses everything. */
function serviceOf(events: readonly object[]): TestFetch & { readonly urls: string[] } {
  const urls: string[] = [];
  const service = createFetch(({ method, url }) => {
    urls.push(`${method} ${url}`);
    if (method !== "POST" || url.endsWith("/cancel")) return new Response("", { status: 500 });
    const headers = { "content-type": "text/event-stream" };
    return new Response(bodyOf(...events.map(frame)), { headers });
  });
  return { ...service, urls };
}

async function drain(client: InteractionsClient, options: StreamOptions = {}): Promise<void> {
  const stream = await client.create(agent, options);
  for await (const _ of stream) {
    // What is read does not matter.
  }
  await stream.finalInteraction();
}

const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
/** Would clear a terminal, retitle its window, and turn text around. */
const hostileText = "\u001b[2J\u009b31m\u001b]0;owned\u0007\u202eevil\u2066\u0000\u0085\u007f";

// Events.

const hostileIds = [
  "../other",
  "..",
  ".",
  "a/b",
  "a/../../b",
  "a/cancel",
  "a?alt=json",
  "a#b",
  "a\\b",
  "%2e%2e",
  "a%2f..%2fb",
  "//elsewhere.example/a",
  "https://elsewhere.example/v1beta/interactions/a",
  "a\r\nhost: elsewhere.example",
  "\ud800",
  `a${hostileText}`,
];

test.each(hostileIds)("a run with the id %j is not read", async (id) => {
  const named = [
    { event_type: "interaction.created", interaction: { id, status: "in_progress" } },
    { event_type: "interaction.status_update", interaction_id: id, status: "in_progress" },
  ];
  for (const event of named) {
    for (const make of [geminiClient, (options: object) => vertexClient({}, options)]) {
      const { fetch, urls } = serviceOf([event]);
      // Cut: the stream would be picked up again, if there were a place to go.
      const error = await outcomeOf(drain(make({ fetch })));
      expect(error).toBeInstanceOf(StreamInterruptedError);
      expect(String(error)).not.toMatch(control);
      expect(urls).toHaveLength(1);
    }
  }
});

test.each(hostileIds)("a run with the id %j is neither cancelled nor read", async (id) => {
  const named = { event_type: "interaction.created", interaction: { id, status: "in_progress" } };
  const { fetch, urls } = serviceOf([named]);
  const stream = await geminiClient({ fetch }).create(agent, { cancelOnAbort: true });
  const events = stream[Symbol.asyncIterator]();
  await events.next();
  expect([stream.interactionId, stream.cursor]).toEqual([undefined, undefined]);
  stream.abort("enough");
  expect(await outcomeOf(events.next())).toBe("enough");

  const done = `${frame(named)}${doneFrame}`;
  const whole = createFetch(
    () => new Response(done, { headers: { "content-type": "text/event-stream" } }),
  );
  const ended = await geminiClient({ fetch: whole.fetch }).create(agent);
  expect(await outcomeOf(ended.finalInteraction())).toMatchObject({ id });
  expect([...urls, ...whole.requests]).toHaveLength(2);
});

test.each([
  "../../other?stream=false",
  "e&alt=json&stream=false#x",
  "https://elsewhere.example/",
  "e\r\nhost: elsewhere.example",
  "%2e%2e%2f",
  "é😀",
  "x".repeat(2_000),
])("the event id %j stays one value of one parameter", async (event_id) => {
  const { fetch, urls } = serviceOf([
    { event_type: "interaction.created", interaction: { id: "v1_a", status: "in_progress" } },
    { event_type: "interaction.status_update", interaction_id: "v1_a", status: "x", event_id },
  ]);
  await outcomeOf(drain(geminiClient({ fetch })));
  const reads = urls.slice(1).map((line) => line.split(" ")[1] ?? "");
  expect(reads.length).toBeGreaterThan(4);
  for (const url of reads) {
    expect(url.split("?")[0]).toBe(`${geminiHost}/v1beta/interactions/v1_a`);
    const { searchParams, hash } = new URL(url);
    const query = Object.fromEntries(searchParams);
    expect(hash).toBe("");
    if (url.includes("?")) expect(query).toEqual({ last_event_id: event_id, stream: "true" });
  }
});

test("events of any shape lead to no other place, and to no other end", async () => {
  for (const event of oddEvents) {
    const { fetch, urls } = serviceOf([
      { event_type: "interaction.created", interaction: { id: "v1_a", status: "in_progress" } },
      event,
    ]);
    const resume = { timeoutMs: 15_000 };
    const outcome = await outcomeOf(drain(geminiClient({ fetch }), { resume }));
    const isEnd = outcome === undefined || outcome instanceof StreamInterruptedError;
    expect(isEnd || outcome instanceof InteractionStreamError, JSON.stringify(event)).toBe(true);
    for (const line of urls.slice(1)) {
      expect(line.split("?")[0]).toBe(`GET ${geminiHost}/v1beta/interactions/v1_a`);
    }
  }
});

// Credentials.

/** Every call there is. */
async function callAll(client: InteractionsClient): Promise<void> {
  const stream = await client.create(agent);
  const { id } = await stream.finalInteraction();
  await client.get(id, { include_input: true });
  if (stream.cursor !== undefined) await (await client.resume(stream.cursor)).finalInteraction();
  await client.waitForCompletion(id);
  await client.cancel(id).catch(() => undefined);
  await client.delete(id);
  await client.api.GET("/v1beta/interactions/{id}", { params: { path: { id } } });
}

test("no URL holds a key or a token, whatever is called", async () => {
  const service = createInteractionsService({
    respond: () => "One two three",
    faults: [
      { kind: "answer", on: "create", status: 429 },
      { kind: "cut", on: "create", afterEvents: 3 },
    ],
  });
  const makers = [
    () => geminiClient({ fetch: service.fetch, retry: {} }),
    () => geminiClient({ fetch: service.fetch, apiKey: async () => testKey }),
    () => vertexClient({}, { fetch: service.fetch }),
    () =>
      vertexClient({ location: "us-central1", auth: () => testToken }, { fetch: service.fetch }),
  ];
  for (const make of makers) expect(await outcomeOf(callAll(make()))).toBeUndefined();
  expect(service.requests.length).toBeGreaterThanOrEqual(30);
  for (const { url, headers } of service.requests) {
    expect(url).not.toContain(testKey);
    expect(url).not.toContain(testToken);
    expect([geminiHost, globalHost, "https://us-central1-aiplatform.googleapis.com"]).toContain(
      new URL(url).origin,
    );
    const sent = [headers.get("x-goog-api-key"), headers.get("authorization")];
    expect([testKey, `Bearer ${testToken}`]).toContain(sent.find((value) => value !== null));
  }
});

test("an interruption shows no credential, nor do the stream, its cursor and what caused it", async () => {
  const own = { headers: { cookie: secretHeader, "x-own": secretHeader } };
  const echo = `${testKey} ${testToken} ${secretHeader}`;
  const refusals = [
    () => Response.json({ error: { code: "authentication", message: echo } }, { status: 403 }),
    () => Response.json([{ error: { status: echo, message: echo, details: [] } }], { status: 404 }),
    () => new Response(`<title>${echo}</title>`, { status: 503 }),
    () => new Response(echo, { headers: { "content-type": "text/plain" } }),
    () => Promise.reject(new TypeError("fetch failed")),
  ];
  const created = { event_type: "interaction.created", interaction: { id: "v1_a" } };
  const headers = { "content-type": "text/event-stream" };
  for (const refuse of refusals) {
    for (const make of [geminiClient, (options: object) => vertexClient({}, options)]) {
      // Only what was sent can be known for a secret: each client sends all that is echoed.
      const all = {
        ...own.headers,
        "x-goog-api-key": testKey,
        authorization: `Bearer ${testToken}`,
      };
      const { fetch } = createFetch(({ method }) =>
        method === "POST" ? new Response(bodyOf(frame(created)), { headers }) : refuse(),
      );
      const stream = await make({ fetch }).create(agent, { headers: all });
      const error = await outcomeOf(stream.finalInteraction());
      expect(error).toBeInstanceOf(StreamInterruptedError);
      for (const value of [error, stream, stream.cursor, stream.snapshot]) expectNoSecret(value);
    }
  }
});

test("a secret across the border of what an error keeps is not kept in part", async () => {
  const page = `${"x".repeat(1_024 - 9)}${testKey}`;
  for (const type of ["text/html", "application/json"]) {
    const { fetch } = createFetch(() => new Response(page, { headers: { "content-type": type } }));
    for (const call of [
      geminiClient({ fetch }).get("v1_a"),
      geminiClient({ fetch }).create(agent),
    ]) {
      const error: unknown = await call.catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ResponseParseError);
      expect(error).toHaveProperty("body", `${"x".repeat(1_015)}[redacted`);
    }
  }
});

test.each([0, 40, 61, 75, 1_010])(
  "malformed data with a secret after %i characters gives none of it to an error or a hook",
  async (before) => {
    const records: unknown[] = [];
    const hook = (record: unknown): void => void records.push(record);
    const created = frame({ event_type: "interaction.created", interaction: { id: "v1_a" } });
    const broken = `data: ${"x".repeat(before)} ${testKey}\n\n`;
    const { fetch } = createFetch(({ method }) =>
      method === "POST"
        ? new Response(bodyOf(created, broken), {
            headers: { "content-type": "text/event-stream" },
          })
        : Response.json({}, { status: 404 }),
    );
    const hooks = { onReconnect: hook, onRunEnd: hook };
    records.push(await outcomeOf(drain(geminiClient({ fetch, hooks }))));
    expect(records.length).toBeGreaterThan(2);
    for (const record of records) {
      expect(inspect(record, { depth: null })).not.toContain(testKey.slice(0, 6));
    }
  },
);

// JSON so deep that recursion over it would exhaust the stack.

const levels = 50_000;
const deepList = "[".repeat(levels) + "]".repeat(levels);

test.each([
  ["envelopes", `${'{"error":'.repeat(levels)}1${"}".repeat(levels)}`],
  ["a list", deepList],
  ["details", `{"error":{"message":"No.","details":${deepList}}}`],
])("an error body of deep %s is the error of its status", async (_, body) => {
  const headers = { "content-type": "application/json" };
  const { fetch } = createFetch(() => new Response(body, { status: 400, headers }));
  const error: unknown = await geminiClient({ fetch })
    .create(agent)
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 400 });
});

test.each([
  [
    "a completed event",
    `{"event_type":"interaction.completed","interaction":{"id":"v1_a","status":"completed","x":${deepList}}}`,
  ],
  ["a start", `{"event_type":"step.start","index":0,"step":{"type":"odd","x":${deepList}}}`],
  [
    "a delta",
    `{"event_type":"step.delta","index":0,"delta":{"type":"a_result","result":${deepList}}}`,
  ],
  ["an unknown event", `{"event_type":"odd","x":${deepList}}`],
])("%s of deep JSON is an event like any other", async (_, data) => {
  const { fetch } = createFetch(
    () =>
      new Response(bodyOf(`data: ${data}\n\n`, doneFrame), {
        headers: { "content-type": "text/event-stream" },
      }),
  );
  const stream = await geminiClient({ fetch }).create(agent);
  const seen = [];
  for await (const event of stream) seen.push(event.event_type);
  expect(seen).toHaveLength(1);
  expect(stream.snapshot.steps.length).toBeLessThan(2);
});

// Bodies without end.

test.each([
  ["an error", 500, "text/plain"],
  ["another type", 200, "text/html"],
])("a body without end instead of a stream is read up to 1 MiB: %s", async (_, status, type) => {
  const chunk = new Uint8Array(65_536).fill(0x78);
  const body = createBody(() => chunk);
  const { fetch } = createFetch(
    () => new Response(body.stream, { status, headers: { "content-type": type } }),
  );
  const error = await outcomeOf(geminiClient({ fetch }).create(agent));
  expect(error).toBeInstanceOf(status === 500 ? ApiError : ResponseParseError);
  expect(body.pulled).toBe(16);
  expect(body.cancelled).toBe(true);
});

test("a body without end after the last event is not kept", async () => {
  const line = new TextEncoder().encode(`${"garbage ".repeat(1_000)}\n`);
  const body = createBody((index) => (index < 200 ? line : undefined));
  const { fetch } = createFetch(
    () => new Response(body.stream, { headers: { "content-type": "text/event-stream" } }),
  );
  const error = await outcomeOf(drain(geminiClient({ fetch })));
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(String(error).length).toBeLessThan(2_000);
});

// Text that drives terminals.

/** Every way in which a server's text gets into an error. */
const messages: [string, () => Promise<unknown>][] = [
  ...[
    { error: { code: hostileText, message: hostileText } },
    { error: { code: 400, status: hostileText, message: hostileText } },
    [{ error: { code: 400, message: hostileText } }],
    hostileText,
  ].map((body, index): [string, () => Promise<unknown>] => [
    `error body ${index + 1}`,
    () => answered(Response.json(body, { status: 400 })),
  ]),
  ["a page", () => answered(new Response(`<title>${hostileText}</title>`, { status: 502 }))],
  ["text", () => answered(new Response(hostileText, { status: 502 }))],
  [
    "a content type",
    () => answered(new Response("", { headers: { "content-type": "text/\u009b31m;\u0085x" } })),
  ],
  ["un-framed text", () => streamed(hostileText)],
  [
    "an un-framed error",
    () => streamed(JSON.stringify([{ error: { code: 503, message: hostileText } }])),
  ],
  ["malformed data", () => streamed(`data: {${hostileText.replaceAll("\u0000", "")}\n\n`)],
  [
    "an error event",
    () =>
      streamed(frame({ event_type: "error", error: { code: hostileText, message: hostileText } })),
  ],
  [
    "an event id",
    () => streamed(frame({ event_type: "interaction.created", event_id: hostileText })),
  ],
  [
    "an index",
    () => {
      const step = { type: "model_output", content: [{ type: "text", text: "a" }] };
      const other = { ...step, content: [{ type: "text", text: "b" }] };
      return streamed(
        [step, other, other]
          .map((value) => frame({ event_type: "step.start", index: hostileText, step: value }))
          .join(""),
      );
    },
  ],
  [
    "un-framed text for parseSse",
    async () => {
      for await (const _ of parseSse(bodyOf(hostileText.repeat(999)))) throw new Error("An event.");
    },
  ],
];

async function answered(response: Response): Promise<unknown> {
  const { fetch } = createFetch(() => response);
  return geminiClient({ fetch }).create({ model: "m", input: "Hi" });
}

async function streamed(body: string): Promise<unknown> {
  const { fetch } = createFetch(
    () => new Response(body, { headers: { "content-type": "text/event-stream" } }),
  );
  const client = geminiClient({ fetch });
  const stream = await client.create({ model: "m", input: "Hi", stream: true, store: false });
  return stream.finalInteraction();
}

test.each(messages)("control characters of the server are not repeated: %s", async (_, call) => {
  const error = await outcomeOf(call());
  if (!(error instanceof Error)) throw new Error("There is no error.");
  const { message } = error;
  expect(message).not.toMatch(control);
  expect(message.length).toBeLessThan(4_096);
  if (error instanceof StreamInterruptedError) expect(error.reason).not.toMatch(control);
});

test("a reconnect's reason has no control characters", async () => {
  const reasons: string[] = [];
  const created = frame({ event_type: "interaction.created", interaction: { id: "v1_a" } });
  const { fetch } = createFetch(({ method }) =>
    method === "POST"
      ? new Response(
          `${created}${JSON.stringify([{ error: { code: 503, message: hostileText } }])}`,
          {
            headers: { "content-type": "text/event-stream" },
          },
        )
      : Response.json({ error: { code: hostileText, message: hostileText } }, { status: 503 }),
  );
  const hooks = { onReconnect: ({ reason }: { reason: string }) => reasons.push(reason) };
  await outcomeOf(drain(geminiClient({ fetch, hooks })));
  expect(reasons.length).toBeGreaterThanOrEqual(5);
  for (const reason of reasons) expect(reason).not.toMatch(control);
});

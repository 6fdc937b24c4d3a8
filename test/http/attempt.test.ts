import { Readable } from "node:stream";
import { beforeEach, expect, test, vi } from "vitest";
import {
  ConnectionError,
  ResponseParseError,
  runTools,
  ServerError,
  TimeoutError,
} from "../../src/index.ts";
import type { CallOptions, FetchFunction, FetchInit, InteractionsClient } from "../../src/index.ts";
import { doneFrame, frame } from "../support/body.ts";
import { geminiClient, testKey, vertexClient } from "../support/clients.ts";
import { createBody, createFetch, never } from "../support/fetch.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { geminiHost } from "../support/server.ts";
import { rejection } from "../support/reading.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
const params = { model: "gemini-3.5-flash", input: "Hi" };
const streamed = { ...params, stream: true } as const;
const collection = `${geminiHost}/v1beta/interactions`;

const calls: [string, (client: InteractionsClient, options?: CallOptions) => Promise<unknown>][] = [
  ["create", (client, options) => client.create(params, options)],
  ["a streaming create", (client, options) => client.create(streamed, options)],
  ["get", (client, options) => client.get("int_1", {}, options)],
  ["a streaming get", (client, options) => client.get("int_1", { stream: true }, options)],
  ["cancel", (client, options) => client.cancel("int_1", options)],
  ["delete", (client, options) => client.delete("int_1", options)],
];

/** A fetch that writes down what it is called with. */
function recordCalls(answer: () => Response = () => Response.json(sampleInteraction())) {
  const seen: [url: unknown, init: FetchInit][] = [];
  const fetch: FetchFunction = async (url, init) => {
    seen.push([url, init]);
    return answer();
  };
  return { fetch, seen };
}

// What fetch is called with.

test("a custom fetch is called with a URL and plain data", async () => {
  const { fetch, seen } = recordCalls();
  await geminiClient({ fetch }).create(params, { headers: { "X-Own": "1" } });
  await geminiClient({ fetch }).get("int_1");
  expect(seen).toEqual([
    [
      collection,
      {
        method: "POST",
        headers: {
          accept: "application/json",
          "content-type": "application/json",
          "x-goog-api-key": testKey,
          "x-own": "1",
        },
        body: JSON.stringify(params),
        redirect: "manual",
      },
    ],
    [
      `${collection}/int_1`,
      {
        method: "GET",
        headers: { accept: "application/json", "x-goog-api-key": testKey },
        redirect: "manual",
        cache: "no-store",
        signal: expect.any(AbortSignal),
      },
    ],
  ]);
  for (const [, init] of seen) {
    expect(Object.getPrototypeOf(init)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(init.headers)).toBe(Object.prototype);
  }
});

test("the platform's fetch is called in the same way, as it is at the time", async () => {
  const client = geminiClient();
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(sampleInteraction()));
  vi.stubGlobal("fetch", fetch);
  await client.get("int_1");
  expect(fetch.mock.calls).toEqual([
    [`${collection}/int_1`, expect.objectContaining({ method: "GET", redirect: "manual" })],
  ]);
});

test.each([
  ["without a limit", { timeoutMs: Infinity }],
  ["with one", {}],
])("a GET has a signal and is not cached, %s", async (_, options) => {
  const { fetch, seen } = recordCalls();
  const client = geminiClient({ fetch, ...options });
  await client.get("int_1");
  await client.get("int_1", { stream: true }).catch(() => undefined);
  await client.waitForCompletion("int_1");
  await client.api.GET("/v1beta/interactions/{id}", { params: { path: { id: "int_1" } } });
  expect(seen).toHaveLength(4);
  for (const [, { cache, signal }] of seen) {
    expect({ cache, signal }).toEqual({ cache: "no-store", signal: expect.any(AbortSignal) });
  }
});

test("a platform that does not know the member for caches does not get it", async () => {
  const { fetch, seen } = recordCalls();
  const { Request: Original } = globalThis;
  vi.stubGlobal("Request", function OldRequest(url: string, init: RequestInit) {
    return new Original(url, init);
  });
  await geminiClient({ fetch }).get("int_1");
  expect(seen[0]?.[1]).not.toHaveProperty("cache");
});

test("each attempt gets an init of its own", async () => {
  const { fetch, seen } = recordCalls();
  const spoiling: FetchFunction = (url, init) => {
    const answer = seen.length === 0 ? new Response("", { status: 503 }) : undefined;
    const sent = fetch(url, { ...init, headers: { ...init.headers } });
    for (const name of Object.keys(init.headers)) Reflect.deleteProperty(init.headers, name);
    init.method = "PUT";
    return answer === undefined ? sent : sent.then(() => answer);
  };
  const call = geminiClient({ fetch: spoiling, retry: {} }).create(params);
  await vi.runAllTimersAsync();
  await call;
  expect(seen).toHaveLength(2);
  expect(seen[1]).toEqual(seen[0]);
});

test("members that a low-level call sets go to fetch, but not its redirect", async () => {
  const { fetch, seen } = recordCalls();
  const dispatcher = { dispatch: () => undefined };
  await geminiClient({ fetch }).api.GET("/v1beta/interactions/{id}", {
    params: { path: { id: "int_1" } },
    cache: "force-cache",
    keepalive: true,
    redirect: "follow",
    dispatcher,
  } as object as { params: { path: { id: string } } });
  expect(seen[0]?.[1]).toMatchObject({ cache: "force-cache", keepalive: true, redirect: "manual" });
  expect(seen[0]?.[1]).toHaveProperty("dispatcher", dispatcher);
});

test("a low-level call's own fetch gets a Request with credentials, and is retried", async () => {
  const { fetch, requests } = createFetch(() =>
    requests.length === 1 ? new Response("", { status: 503 }) : Response.json(sampleInteraction()),
  );
  const call = geminiClient({ retry: {} }).api.GET("/v1beta/interactions/{id}", {
    params: { path: { id: "int_1" } },
    fetch: (request: Request) =>
      fetch(request.url, {
        method: "GET",
        headers: Object.fromEntries(request.headers),
        redirect: "manual",
      }),
  });
  await vi.runAllTimersAsync();
  await expect(call).resolves.toMatchObject({ data: { id: "int_1" } });
  expect(requests.map(({ headers }) => headers.get("x-goog-api-key"))).toEqual([testKey, testKey]);
});

test.each(["text", 5, {}])("a fetch that is %j is refused at once", async (value) => {
  // A caller without types.
  const fetch = value as unknown as FetchFunction;
  expect(() => geminiClient({ fetch })).toThrow(/^fetch must be a function/);
  await expect(geminiClient().get("int_1", {}, { fetch })).rejects.toThrow(/^fetch must be/);
});

// What fetch may return.

const created = { id: "v1_a", status: "in_progress" };
const completed = { id: "v1_a", status: "completed", usage: { total_tokens: 1 } };
const events =
  frame({ event_type: "interaction.created", interaction: created }) +
  frame({ event_type: "interaction.completed", interaction: completed }) +
  doneFrame;

/** A Response of another make: no class of the platform, and only what is read of it. */
function foreignResponse(status: number, type: string, body: unknown, text = ""): object {
  const headers = new Map([["content-type", type]]);
  return {
    ok: status === 200,
    status,
    headers: {
      get: (name: string) => headers.get(name) ?? null,
      forEach: (callback: (value: string, name: string) => void) => headers.forEach(callback),
    },
    body,
    text: async () => text,
  };
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const bodies: [string, (text: string) => unknown][] = [
  ["a web stream", (text) => new Response(text).body],
  ["a stream of Node's", (text) => Readable.from([bytesOf(text)])],
  [
    "an async generator",
    async function* (text: string) {
      for (const byte of bytesOf(text)) yield Uint8Array.of(byte);
    },
  ],
];

test.each(bodies)(
  "a Response of another class with %s is an answer like any other",
  async (_, make) => {
    const json = JSON.stringify(sampleInteraction());
    const answers = [
      foreignResponse(200, "application/json", make(json), json),
      foreignResponse(200, "text/event-stream", make(events)),
      foreignResponse(
        500,
        "application/json",
        make('{"error":{"code":"api_error","message":"no"}}'),
      ),
      foreignResponse(404, "text/html", make("<title>Gone</title>")),
    ];
    // A fetch of another make.
    const fetch = (async () => answers.shift()) as unknown as FetchFunction;
    const client = geminiClient({ fetch });
    expect(await client.create(params)).toEqual(sampleInteraction());
    expect(await (await client.create(streamed)).finalInteraction()).toMatchObject({
      status: "completed",
    });
    const error = await rejection(client.create(params));
    expect(error).toBeInstanceOf(ServerError);
    expect(error).toMatchObject({ status: 500, code: "api_error" });
    expect(String(await rejection(client.get("int_1")))).toMatch(/status 404: Gone/);
  },
);

test("leaving a stream of Node's destroys it", async () => {
  const source = new Readable({ read: () => undefined });
  source.push(bytesOf(frame({ event_type: "interaction.created", interaction: { id: "v1_a" } })));
  const answer = foreignResponse(200, "text/event-stream", source);
  const fetch = (async () => answer) as unknown as FetchFunction;
  const stream = await geminiClient({ fetch }).create(streamed);
  for await (const event of stream) {
    expect(event.event_type).toBe("interaction.created");
    break;
  }
  expect(source.destroyed).toBe(true);
});

test("without body streams, JSON is read as text, and a stream says what is missing", async () => {
  const json = JSON.stringify(sampleInteraction());
  const answers = [
    foreignResponse(200, "application/json", undefined, json),
    foreignResponse(503, "text/plain", undefined, "later"),
    foreignResponse(200, "text/event-stream", undefined, events),
    foreignResponse(200, "text/event-stream", undefined, events),
  ];
  const fetch = (async () => answers.shift()) as unknown as FetchFunction;
  const client = geminiClient({ fetch });
  expect(await client.create(params)).toEqual(sampleInteraction());
  expect(await rejection(client.get("int_1"))).toMatchObject({ status: 503, body: "later" });
  for (const call of [client.create(streamed), client.get("int_1", { stream: true })]) {
    const error = await rejection(call);
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(String(error)).toMatch(
      /this platform's fetch gives no body stream: pass one that does, for example expo\/fetch/,
    );
  }
});

/** A Response whose body somebody has read, or is reading. */
async function takenResponse(take: (response: Response) => unknown): Promise<Response> {
  const response = new Response(events, { headers: { "content-type": "text/event-stream" } });
  await take(response);
  return response;
}

test.each<[string, () => unknown, RegExp]>([
  ["nothing", () => undefined, /did not resolve with a Response/],
  ["null", () => null, /did not resolve with a Response/],
  ["a text", () => "{}", /did not resolve with a Response/],
  [
    "an object without headers",
    () => ({ ok: true, status: 200, json: sampleInteraction }),
    /did not resolve with a Response/,
  ],
  [
    "a Response that was read",
    () => takenResponse((response) => response.text()),
    /whose body was read already/,
  ],
  [
    "a Response that is being read",
    () => takenResponse((response) => response.body?.getReader()),
    /whose body was read already/,
  ],
])(
  "a fetch that resolves with %s is an error that says so, and is not called again",
  async (_, make, words) => {
    for (const [, call] of calls) {
      const fetch = vi.fn(async () => make()) as unknown as FetchFunction;
      const error = await rejection(call(geminiClient({ fetch, retry: { create: "always" } })));
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error).toMatchObject({ mayHaveBeenAccepted: true, isTransient: false });
      expect(String(error)).toMatch(
        /^ConnectionError: fetch (did not resolve|resolved) with a Response/,
      );
      expect(String(error)).toMatch(words);
      expect(fetch).toHaveBeenCalledTimes(1);
    }
  },
);

test.each(calls)(
  "a network error as a Response fails %s like a lost connection",
  async (_, call) => {
    const error = await rejection(call(geminiClient({ fetch: async () => Response.error() })));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ mayHaveBeenAccepted: true, isTransient: true });
  },
);

test.each([0, 600, 999])(
  "status %i is reported, though a Response could not have it",
  async (status) => {
    const body = '{"error":{"message":"Odd."}}';
    for (const [, call] of calls) {
      const answer = foreignResponse(status, "application/json", null, body);
      const fetch = (async () => ({ ...answer, body: new Response(body).body })) as never;
      expect(await rejection(call(geminiClient({ fetch })))).toMatchObject({
        status,
        message: expect.stringContaining("Odd."),
      });
    }
  },
);

test.each([null, "data: {}", new Blob(["data: {}"])])(
  "a stream of events with body %j names the platform's fetch",
  async (body) => {
    const fetch = (async () => foreignResponse(200, "text/event-stream", body)) as never;
    const error = await rejection(geminiClient({ fetch }).create(streamed));
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(String(error)).toMatch(/this platform's fetch gives no body stream/);
  },
);

test("a body that fails after it was left has no effect", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  async function* body() {
    try {
      yield bytesOf(frame({ event_type: "interaction.created", interaction: { id: "v1_a" } }));
    } finally {
      await Promise.reject(new Error("too late"));
    }
  }
  const fetch = (async () => foreignResponse(200, "text/event-stream", body())) as never;
  for await (const _ of await geminiClient({ fetch }).create(streamed)) break;
  vi.useRealTimers();
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

// Signals of another class.

/** A fetch that takes no signal but its own, as Node's under jsdom. */
function pickyFetch() {
  const seen: FetchInit[] = [];
  const fetch: FetchFunction = async (_, init) => {
    seen.push(init);
    if (init.signal !== undefined) {
      throw new TypeError(
        'RequestInit: Expected signal ("AbortSignal {}") to be an instance of AbortSignal.',
      );
    }
    return Response.json(sampleInteraction());
  };
  return { fetch, seen };
}

test("a fetch that does not take this environment's signals is called without", async () => {
  const { fetch, seen } = pickyFetch();
  expect(await geminiClient({ fetch }).get("int_1")).toEqual(sampleInteraction());
  expect(seen.map((init) => "signal" in init)).toEqual([true, false]);
});

test("an abort ends a call whose fetch does not take the signal", async () => {
  const controller = new AbortController();
  const body = createBody(() => undefined);
  const fetch: FetchFunction = async (_, init) => {
    if (init.signal !== undefined) throw new TypeError("Expected signal to be an AbortSignal");
    return new Response(body.stream, { headers: { "content-type": "application/json" } });
  };
  const call = geminiClient({ fetch }).create(params, { signal: controller.signal });
  const caught = rejection(call);
  await vi.advanceTimersByTimeAsync(0);
  controller.abort("enough");
  expect(await caught).toBe("enough");
  expect(body.cancelled).toBe(true);
});

test.each([{}, new AbortController(), "signal"])(
  "a signal that is %j is refused before anything is sent",
  async (value) => {
    const signal = value as unknown as AbortSignal;
    const words = /^signal must be an AbortSignal/;
    const { fetch, seen } = recordCalls();
    const client = geminiClient({ fetch });
    for (const [, call] of calls) await expect(call(client, { signal })).rejects.toThrow(words);
    await expect(client.waitForCompletion("int_1", { signal })).rejects.toThrow(words);
    await expect(runTools(client, params, { tools: [], signal })).rejects.toThrow(words);
    expect(seen).toEqual([]);
  },
);

test("a caller's signal of another class never reaches fetch, and works", async () => {
  const target = new EventTarget();
  const state = { aborted: false };
  const signal = Object.defineProperties(
    { reason: "foreign" },
    {
      aborted: { get: () => state.aborted },
      addEventListener: { value: target.addEventListener.bind(target) },
      removeEventListener: { value: target.removeEventListener.bind(target) },
    },
  ) as unknown as AbortSignal;
  const seen: unknown[] = [];
  const fetch: FetchFunction = (_, init) => {
    seen.push(init.signal);
    return never();
  };
  const caught = Promise.all([
    ...calls.map(([, call]) => rejection(call(geminiClient({ fetch }), { signal }))),
    rejection(geminiClient({ fetch }).waitForCompletion("int_1", { signal })),
  ]);
  const lowLevel = geminiClient({ fetch }).api.GET("/v1beta/interactions/{id}", {
    params: { path: { id: "int_1" } },
    signal,
  });
  // Node's Request follows the signal, and loses its reason.
  const alsoCaught = rejection(lowLevel);
  await vi.advanceTimersByTimeAsync(0);
  state.aborted = true;
  target.dispatchEvent(new Event("abort"));
  expect(new Set(await caught)).toEqual(new Set(["foreign"]));
  expect(await alsoCaught).toBeDefined();
  expect(seen.every((own) => own instanceof AbortSignal)).toBe(true);
});

test("many calls on one signal raise no warning of too many listeners", async () => {
  const warnings: Error[] = [];
  const listener = (warning: Error) => warnings.push(warning);
  process.on("warning", listener);
  const controller = new AbortController();
  const client = geminiClient({ fetch: never });
  const caught = Promise.all(
    Array.from({ length: 30 }, () =>
      calls.map(([, call]) => rejection(call(client, controller))),
    ).flat(),
  );
  await vi.advanceTimersByTimeAsync(0);
  controller.abort("enough");
  expect(new Set(await caught)).toEqual(new Set(["enough"]));
  await new Promise(setImmediate);
  process.off("warning", listener);
  expect(warnings).toEqual([]);
});

// Arguments that fetch refuses.

test.each(calls)(
  "%s that fetch refuses to send is an error that says so, and is not repeated",
  async (_, call) => {
    let count = 0;
    const fetch: FetchFunction = async () => {
      count += 1;
      throw new TypeError("Failed to parse URL from /x");
    };
    const error = await rejection(call(geminiClient({ fetch, retry: {} })));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ mayHaveBeenAccepted: false, isTransient: false });
    expect(String(error)).toMatch(/fetch did not take the request: Failed to parse URL from \/x\./);
    expect(count).toBe(1);
  },
);

// What the time limit covers.

test.each<[string, (options: CallOptions) => Promise<unknown>]>([
  ["a key that never comes", (options) => geminiClient({ apiKey: never }).create(params, options)],
  [
    "a token that never comes",
    (options) => vertexClient({ auth: never }).create(streamed, options),
  ],
  [
    "an object whose headers never come",
    (options) => vertexClient({ auth: { getRequestHeaders: never } }).get("int_1", {}, options),
  ],
])("the time limit covers %s: nothing was sent", async (_, call) => {
  const { fetch, seen } = recordCalls();
  const caught = rejection(call({ timeoutMs: 100, fetch }));
  await vi.advanceTimersByTimeAsync(100);
  const error = await caught;
  expect(error).toBeInstanceOf(TimeoutError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: false });
  expect(String(error)).toMatch(/No credential within 100 ms \(timeoutMs\)/);
  expect(String(error)).not.toMatch(/may have started/);
  expect(seen).toEqual([]);
});

test("the time limit covers a renewal that never comes", async () => {
  const auth = ({ forceRefresh }: { forceRefresh: boolean }) =>
    forceRefresh ? never() : "token-1";
  const { fetch } = createFetch(() => new Response("{}", { status: 401 }));
  const caught = rejection(vertexClient({ auth }, { fetch }).get("int_1"));
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await caught).toBeInstanceOf(TimeoutError);
});

test.each(calls)("the time limit covers the error body of %s", async (_, call) => {
  const body = createBody(() => undefined);
  const { fetch } = createFetch(() => new Response(body.stream, { status: 503 }));
  const caught = rejection(call(geminiClient({ fetch, timeoutMs: 100 })));
  await vi.advanceTimersByTimeAsync(100);
  expect(await caught).toBeInstanceOf(TimeoutError);
  expect(body.cancelled).toBe(true);
});

test("a credential that arrives after its time is not sent", async () => {
  const { fetch, seen } = recordCalls();
  const apiKey = () =>
    new Promise<string>((resolve) => {
      setTimeout(() => resolve(testKey), 200);
    });
  const caught = rejection(geminiClient({ apiKey, fetch }).create(params, { timeoutMs: 100 }));
  await vi.runAllTimersAsync();
  expect(await caught).toBeInstanceOf(TimeoutError);
  expect(seen).toEqual([]);
});

// Bodies that stall.

const html = "<title>Bad gateway</title>";
test.each<[string, () => ResponseInit, string, object]>([
  ["503", () => ({ status: 503 }), "overloaded", { status: 503, name: "ServerError" }],
  ["429", () => ({ status: 429 }), '{"error":', { status: 429, name: "RateLimitError" }],
  [
    "an HTML page",
    () => ({ headers: { "content-type": "text/html" } }),
    html,
    { status: 200, name: "ResponseParseError" },
  ],
  [
    "JSON",
    () => ({ headers: { "content-type": "application/json" } }),
    '{"id":',
    { status: 200, name: "ResponseParseError", body: '{"id":' },
  ],
])("%s whose body stalls ends by idleTimeoutMs with its status", async (_, init, text, facts) => {
  for (const call of [
    (client: InteractionsClient) => client.create(params),
    (client: InteractionsClient) => client.create(streamed),
    (client: InteractionsClient) => client.get("int_1", {}, { timeoutMs: Infinity }),
  ]) {
    const body = createBody((index) => (index === 0 ? new TextEncoder().encode(text) : undefined));
    const { fetch } = createFetch(() => new Response(body.stream, init()));
    let isSettled = false;
    const error = rejection(call(geminiClient({ fetch, idleTimeoutMs: 5_000 })));
    void error.finally(() => (isSettled = true));
    await vi.advanceTimersByTimeAsync(4_999);
    expect(isSettled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await error).toMatchObject(facts);
    expect(body.cancelled).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  }
});

test("a body that continues within idleTimeoutMs may take any time", async () => {
  const text = JSON.stringify(sampleInteraction());
  const encoder = new TextEncoder();
  let index = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      controller.enqueue(encoder.encode(text.slice(index * 10, index * 10 + 10)));
      index += 1;
      if (index * 10 >= text.length) controller.close();
    },
  });
  const { fetch } = createFetch(
    () => new Response(stream, { headers: { "content-type": "application/json" } }),
  );
  const call = geminiClient({ fetch, idleTimeoutMs: 5_000 }).create(params);
  await vi.advanceTimersByTimeAsync(4_000 * (text.length / 10 + 2));
  expect(await call).toEqual(sampleInteraction());
});

test("a stream's own idleTimeoutMs counts for the body of its error", async () => {
  const { stream } = createBody(() => undefined);
  const { fetch } = createFetch(() => new Response(stream, { status: 503 }));
  const error = rejection(geminiClient({ fetch }).create(streamed, { idleTimeoutMs: 700 }));
  await vi.advanceTimersByTimeAsync(700);
  expect(await error).toMatchObject({ status: 503 });
});

test("a platform whose fetch has a body of null reads JSON by text()", async () => {
  const text = JSON.stringify(sampleInteraction());
  const fetch = (async () => ({
    ...foreignResponse(200, "application/json", null),
    text: async () => text,
  })) as never;
  expect(await geminiClient({ fetch }).create(params)).toEqual(sampleInteraction());
});

test("an empty header value is sent as it is", async () => {
  const { fetch, seen } = recordCalls();
  await geminiClient({ fetch, headers: { "x-tenant": "" } }).create(params, {
    headers: { "x-trace": "" },
  });
  expect(seen[0]?.[1].headers).toMatchObject({ "x-tenant": "", "x-trace": "" });
});

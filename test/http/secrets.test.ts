import { http, HttpResponse } from "msw";
import { inspect } from "node:util";
import { beforeEach, expect, test, vi } from "vitest";
import { CredentialsError } from "../../src/index.ts";
import type { FetchFunction, InteractionsClient } from "../../src/index.ts";
import {
  clearEnvironment,
  geminiClient,
  testKey,
  testToken,
  vertexClient,
} from "../support/clients.ts";
import { authorizedUser, serviceAccount, useCredentialFile } from "../support/credentials.ts";
import { brokenBody, createBody, createFetch, never } from "../support/fetch.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { appearances, expectNoSecret, secretHeader } from "../support/secrets.ts";
import { answerInTurn, startServer } from "../support/server.ts";

const server = startServer();
beforeEach(clearEnvironment);

const params = { model: "gemini-3.5-flash", input: "Hi" };
/** What a call rejects with. */
async function rejection(promise: Promise<unknown>): Promise<Error> {
  const reason: unknown = await promise.then(
    () => expect.fail("expected a rejection"),
    (error: unknown) => error,
  );
  return reason instanceof Error ? reason : expect.fail("expected an Error");
}

const own = { headers: { authorization: `Bearer ${testToken}`, cookie: secretHeader } };

/** Each kind of client and of credential. */
const clients: [string, () => InteractionsClient][] = [
  ["a key", () => geminiClient()],
  ["a key function", () => geminiClient({ apiKey: async () => testKey })],
  ["a token", () => vertexClient()],
  ["a token function", () => vertexClient({ auth: async () => testToken })],
  ["an object", () => vertexClient({ auth: { getRequestHeaders: async () => own.headers } })],
  ["headers of the client", () => geminiClient(own)],
  ["a region", () => vertexClient({ location: "us-central1" })],
];

// Servers that repeat what they refuse.

const echo = `The credential ${testKey} or ${testToken} or ${secretHeader} was refused.`;
const rpc = {
  error: {
    code: 400,
    message: echo,
    status: "INVALID_ARGUMENT",
    details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", metadata: { key: echo } }],
  },
};
const shapes: [string, () => Response][] = [
  ["a string code", () => refuse({ error: { code: "invalid_request", message: echo } })],
  ["a code", () => refuse({ error: { code: echo, message: "no" } })],
  ["google.rpc.Status", () => refuse(rpc)],
  ["an array", () => refuse([rpc])],
  ["a string", () => refuse(echo)],
  ["HTML", () => HttpResponse.html(`<title>${echo}</title><p>${echo}`, { status: 500 })],
  ["text", () => HttpResponse.text(echo, { status: 503 })],
  ["an unusable success", () => HttpResponse.html(echo)],
  ["broken JSON", () => new HttpResponse(`{"id":"${echo}`, { headers: json })],
  ["a JSON string", () => HttpResponse.json(echo)],
];
const json = { "content-type": "application/json" };

function refuse(body: object | string): Response {
  return HttpResponse.json(body, { status: 400 });
}

test.each(shapes)(
  "a server that repeats the credential in %s does not put it into an error",
  async (_, answer) => {
    // Only what the request carried can be known for a secret: each client sends all that is echoed.
    server.use(answerInTurn(answer));
    const headers = { "x-goog-api-key": testKey, ...own.headers };
    for (const client of [geminiClient(), vertexClient()]) {
      for (const call of [
        client.create(params, { headers }),
        client.create({ ...params, stream: true }, { headers }),
        client.get("int_1", {}, { headers }),
        client.cancel("int_1", { headers }),
        client.waitForCompletion("int_1", { headers, timeoutMs: 20 }),
      ]) {
        const error = await rejection(call);
        expect(error.name).toMatch(/Error$/);
        expectNoSecret(error);
      }
    }
  },
);

test("a low-level call's error shows no credential that the server repeats", async () => {
  server.use(answerInTurn(() => HttpResponse.json({ key: testKey }, { status: 400 })));
  const { error } = await geminiClient().api.POST("/v1beta/interactions", { body: params });
  expect(error).toEqual({ key: "[redacted]" });
});

// Failures without an answer.

function withCode(code: string): Error {
  return Object.assign(new Error(`failed: ${code}`), { code });
}

const failures: [string, () => Response | Promise<Response>, RegExp][] = [
  ["a network failure", () => Promise.reject(new TypeError("fetch failed")), /Connection failed/],
  [
    "a refused connection",
    () => Promise.reject(new TypeError("fetch failed", { cause: withCode("ECONNREFUSED") })),
    /ECONNREFUSED/,
  ],
  [
    "a broken answer",
    () => new Response(brokenBody("{", withCode("EPIPE")), { headers: json }),
    /EPIPE/,
  ],
  ["a redirect", () => Response.redirect("https://elsewhere.example/", 307), /Refused a redirect/],
  ["an HTTP error", () => new Response("", { status: 500 }), /status 500/],
  ["an empty answer", () => new Response("", { headers: json }), /Invalid response/],
];

const combinations = failures.flatMap(([failure, answer, message]) =>
  clients.map(([kind, make]) => ({ failure, answer, message, kind, make })),
);

test.each(combinations)(
  "$failure shows no credential: $kind",
  async ({ answer, message, make }) => {
    const { fetch, requests } = createFetch(answer);
    const error = await rejection(make().create(params, { fetch }));
    expect(requests.length).toBeGreaterThan(0);
    expect(error.message).toMatch(message);
    expectNoSecret(error);
  },
);

test.each(clients)("a time limit shows no credential: %s", async (_, make) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const body = createBody(() => undefined);
  const silent = createFetch(() => new Response(body.stream, { headers: json }));
  const pending = Promise.all([
    rejection(make().get("int_1", {}, { fetch: never })),
    rejection(make().get("int_1", {}, { fetch: silent.fetch })),
    rejection(make().waitForCompletion("int_1", { fetch: never, timeoutMs: 50 })),
  ]);
  await vi.runAllTimersAsync();
  const errors = await pending;
  expect(errors.map(({ name }) => name)).toEqual([
    "TimeoutError",
    "TimeoutError",
    "WaitTimeoutError",
  ]);
  for (const error of errors) expectNoSecret(error);
});

test.each(clients)("an abort shows no credential: %s", async (_, make) => {
  const controller = new AbortController();
  const pending = rejection(make().get("int_1", {}, { signal: controller.signal, fetch: never }));
  controller.abort();
  expectNoSecret(await pending);
});

test("a failed stream shows no credential", async () => {
  const text = 'data: {"event_type":"interaction.created","interaction":{"id":"i"}}\n\n';
  const { fetch } = createFetch(
    () => new Response(text, { headers: { "content-type": "text/event-stream" } }),
  );
  const stream = await geminiClient({ fetch }).create(
    { ...params, stream: true },
    { resume: false },
  );
  expectNoSecret(stream);
  const drain = async () => {
    for await (const event of stream) expectNoSecret(event);
  };
  expectNoSecret(await rejection(drain()));
  expectNoSecret(stream);
});

// What a custom fetch, a body or a credential function throws.

/** As axios and others fail: the request, with all its headers, hangs on the error. */
function withRequest(headers: object, depth = 0): Error {
  const error = new TypeError(`failed for ${JSON.stringify(headers)}`, {
    cause: depth > 0 ? withRequest(headers, depth - 1) : undefined,
  });
  return Object.assign(error, { request: { headers }, config: { headers }, code: "ERR_NETWORK" });
}

const throwers: [string, FetchFunction][] = [
  ["its request", (_, { headers }) => Promise.reject(withRequest(headers))],
  ["the request of its cause", (_, { headers }) => Promise.reject(withRequest(headers, 2))],
  ["the request, as no Error", (_, { headers }) => Promise.reject({ headers, message: "no" })],
  ["the headers as text", (_, { headers }) => Promise.reject(JSON.stringify(headers))],
  [
    "its request, in the body",
    async (_, { headers }) =>
      new Response(brokenBody("{", withRequest(headers)), { headers: json }),
  ],
];

test.each(throwers)("a fetch that fails with %s shows no credential", async (_, fetch) => {
  for (const [, make] of clients) {
    const error = await rejection(make().create(params, { fetch, headers: own.headers }));
    expect(error.name).toBe("ConnectionError");
    expectNoSecret(error);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toMatch(/\b(request|config): \{/);
  }
});

test.each([
  [
    "a key function",
    (thrown: unknown) => geminiClient({ ...own, apiKey: () => Promise.reject(thrown) }),
  ],
  ["a token function", (thrown: unknown) => vertexClient({ auth: () => Promise.reject(thrown) })],
  [
    "an object",
    (thrown: unknown) =>
      vertexClient({ auth: { getRequestHeaders: () => Promise.reject(thrown) } }),
  ],
])(
  "%s that fails shows neither its request nor what the client knows for a secret",
  async (_, make) => {
    const thrown = Object.assign(new Error(`no luck with ${secretHeader}`), {
      config: { headers: own.headers, data: "refresh-token" },
    });
    const headers = { cookie: secretHeader };
    const error = await rejection(make(thrown).get("int_1", {}, { headers }));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toContain("no luck with [redacted]");
    expectNoSecret(error);
  },
);

test("a token that was renewed is as secret as the first", async () => {
  const renewed = "ya29.renewed-token-of-nobody";
  const auth = ({ forceRefresh }: { forceRefresh: boolean }) =>
    forceRefresh ? renewed : testToken;
  const { fetch } = createFetch(({ headers }) =>
    HttpResponse.json(
      { error: { message: `Bad ${headers.get("authorization")} and ${testToken}` } },
      { status: 401 },
    ),
  );
  const error = await rejection(vertexClient({ auth }, { fetch }).get("int_1"));
  expectNoSecret(error);
  expect(appearances(error)).not.toContain(renewed);
  expect(error.message).toContain("Bad Bearer [redacted] and [redacted]");
});

test("a short key is not a secret: it does not damage other words", async () => {
  const { fetch } = createFetch(() =>
    HttpResponse.json({ error: { message: "Too many tokens, company!" } }, { status: 400 }),
  );
  const error = await rejection(geminiClient({ apiKey: "any", fetch }).create(params));
  expect(error.message).toContain("Too many tokens, company!");
  expect(error).toHaveProperty("body", { error: { message: "Too many tokens, company!" } });
});

test("a key that a server spells with escapes is redacted in the body and in its details", async () => {
  const apiKey = "AIza/test/key/of/nobody";
  const escaped = apiKey.replaceAll("/", "\\/");
  const text = `{"error":{"message":"Bad ${escaped}","details":[{"@type":"t","key":"${escaped}"}]}}`;
  const { fetch } = createFetch(() => new Response(text, { status: 400, headers: json }));
  const error = await rejection(geminiClient({ apiKey, fetch }).create(params));
  expect(appearances(error)).not.toContain(apiKey);
  expect(error).toHaveProperty("details", [{ "@type": "t", key: "[redacted]" }]);
});

// Values that no header can carry.

const broken = [`${testKey}\n`, `\n${testToken}`, `${secretHeader}\u0000`].map(
  (text) => `a${text}b`,
);

test.each(broken)("a credential that no header can carry is not repeated: %j", async (value) => {
  const source = { getRequestHeaders: async () => ({ authorization: value }) };
  const pending: (() => Promise<unknown>)[] = [
    async () => geminiClient({ apiKey: value }),
    async () => vertexClient({ auth: value }),
    async () => vertexClient({}, { quotaProjectId: value }),
    async () => geminiClient({ headers: { "x-own": value } }),
    async () => geminiClient().get("int_1", {}, { headers: { "x-own": value } }),
    async () => geminiClient().get("int_1", {}, { headers: { "bad name": secretHeader } }),
    async () => geminiClient({ headers: { "bad name": secretHeader } }).get("int_1"),
    async () => geminiClient({ apiKey: () => value }).get("int_1"),
    async () => vertexClient({ auth: () => value }).get("int_1"),
    async () => vertexClient({ auth: source }).get("int_1"),
  ];
  for (const call of pending) {
    const error = await rejection(call());
    expect(error).toBeInstanceOf(TypeError);
    expectNoSecret(error);
  }
  expect(server.log).toEqual([]);
});

test("a password in a base URL is not repeated", async () => {
  const baseUrl = `https://user:${secretHeader}@generativelanguage.googleapis.com`;
  expectNoSecret(await rejection((async () => geminiClient({ baseUrl }))()));
  const call = geminiClient().api.POST("/v1beta/interactions", { body: params, baseUrl });
  expectNoSecret(await rejection(call));
  expect(server.log).toEqual([]);
});

// Application Default Credentials.

test.each([
  ["a user", authorizedUser],
  ["a service account", serviceAccount],
])("a token endpoint that refuses %s shows no credential", async (_, content) => {
  useCredentialFile(content());
  server.use(
    http.post("https://oauth2.googleapis.com/token", () =>
      HttpResponse.json({ error: "invalid_grant", error_description: "Revoked." }, { status: 400 }),
    ),
  );
  const { GoogleAuth } = await import("google-auth-library");
  for (const auth of [undefined, new GoogleAuth({ projectId: "p", scopes: ["scope"] })]) {
    const error = await rejection(vertexClient({ auth }).get("int_1"));
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error.message).toMatch(/^The credential gave no access token: invalid_grant/);
    expectNoSecret(error);
  }
});

// The client itself.

test.each(clients)("a client shows no credential before and after a call: %s", async (_, make) => {
  server.use(answerInTurn(() => HttpResponse.json(sampleInteraction())));
  const client = make();
  const fetch = vi.spyOn(globalThis, "fetch");
  for (const value of [client, client.api]) expectNoSecret(value);
  const call = client.get("int_1");
  const answer = await call.withResponse();
  for (const value of [client, client.api, call, answer, answer.response]) expectNoSecret(value);
  expect(fetch).toHaveBeenCalledOnce();
});

test("the search for secrets finds a planted one", () => {
  const hidden = Object.defineProperty(new Error("x", { cause: { testKey } }), "y", {
    value: [testToken],
  });
  expect(appearances(hidden)).toContain(testKey);
  expect(appearances(hidden)).toContain(testToken);
  expect(() => expectNoSecret(hidden)).toThrow();
});

// However a secret is spelled, and wherever it stands.

/** A key with characters that every encoding has its own way with. */
const oddKey = `AIza&key"of<nobody>/with+every=kind'of-sign_1`;
const base64 = (text: string): string => Buffer.from(text).toString("base64");
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const perChar = (write: (code: number) => string): string =>
  oddKey
    .split("")
    .map((char) => write(char.charCodeAt(0)))
    .join("");
const hex = (code: number): string => code.toString(16).padStart(2, "0");

const spellings: [string, string][] = [
  ["as it is", oddKey],
  ["percent-encoded", encodeURIComponent(oddKey)],
  [
    "percent-encoded, in small letters",
    encodeURIComponent(oddKey).toLowerCase().replace("aiza", "AIza"),
  ],
  ["percent-encoded to the last letter", perChar((code) => `%${hex(code)}`)],
  ["percent-encoded twice", encodeURIComponent(encodeURIComponent(oddKey))],
  ["HTML-escaped", escaped(oddKey).replaceAll('"', "&quot;").replaceAll("'", "&#39;")],
  ["HTML-escaped twice", escaped(escaped(oddKey))],
  ["in decimal references", perChar((code) => `&#${code};`)],
  ["in hexadecimal references", perChar((code) => `&#x${hex(code)};`)],
  ["JSON-escaped", perChar((code) => `\\u00${hex(code)}`)],
  ["JSON-escaped within JSON", JSON.stringify(JSON.stringify(oddKey)).slice(3, -3)],
  ["in base64", base64(oddKey)],
  ["in base64 for URLs", Buffer.from(oddKey).toString("base64url")],
  ["in base64 after a user's name", base64(`user:${oddKey}`)],
  ["in base64 after two more letters", base64(`me:${oddKey}:`)],
];

test.each(spellings)("a key that a server repeats %s is redacted", async (_, spelled) => {
  const page = `<p>The key ${spelled} was refused.</p>`;
  for (const answer of [
    () => HttpResponse.html(page, { status: 400 }),
    () => HttpResponse.html(page),
    () =>
      HttpResponse.json({ error: { code: 400, message: `bad ${spelled} key` } }, { status: 400 }),
    () => HttpResponse.json({ error: { [spelled]: [page] } }, { status: 403 }),
    () => new HttpResponse("{}", { headers: { "content-type": `text/x; key="${spelled}"` } }),
    () => new HttpResponse("", { status: 500, headers: { "x-request-id": spelled } }),
    () => HttpResponse.json({ error: { status: spelled, message: "no" } }, { status: 400 }),
    () => new HttpResponse(`{"error":{"message":"${page}`, { status: 500 }),
  ]) {
    server.use(answerInTurn(answer));
    const error = await rejection(geminiClient({ apiKey: oddKey }).create(params));
    const shown = appearances(error);
    expect(shown).not.toContain(spelled);
    expect(shown).not.toContain(oddKey);
  }
});

test("a body that was cut, broke off or stalled never ends with half of a key", async () => {
  const half = testKey.slice(0, -4);
  const start = `{"error":{"message":"bad ${half}`;
  const long = `${"x".repeat(1_048_576 - half.length)}${testKey}`;
  for (const body of [
    new Response(long).body,
    brokenBody(`bad ${half}`, new TypeError("terminated")),
    brokenBody(start, new TypeError("terminated")),
    createBody((index) => (index === 0 ? new TextEncoder().encode(start) : undefined)).stream,
  ]) {
    const { fetch } = createFetch(() => new Response(body, { status: 500 }));
    const client = geminiClient({ fetch, idleTimeoutMs: 1 });
    expect(appearances(await rejection(client.create(params)))).not.toContain(half.slice(0, 8));
  }
});

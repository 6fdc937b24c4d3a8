import { beforeEach, expect, test, vi } from "vitest";
import { AuthenticationError, CredentialsError } from "../../../src/index.ts";
import type { RequestHeadersSource, TokenFunction } from "../../../src/index.ts";
import {
  clearEnvironment,
  geminiClient,
  testKey,
  testToken,
  vertexClient,
} from "../../support/clients.ts";
import {
  answerAll,
  answerInTurn,
  globalHost,
  ok,
  startServer,
  unauthorized,
} from "../../support/server.ts";
import { source } from "../../support/credentials.ts";

const server = startServer();
beforeEach(clearEnvironment);

const params = { model: "gemini-3.5-flash", input: "Hi" };

// API keys.

test("an API key goes into x-goog-api-key, and never into the URL", async () => {
  server.use(answerAll());
  await geminiClient({ apiKey: ` ${testKey}\n` }).get("int_1");
  expect(server.sent("x-goog-api-key")).toEqual([testKey]);
  expect(server.log.join()).not.toContain(testKey);
});

test("a function is asked for the key of every call", async () => {
  server.use(answerAll());
  let count = 0;
  const client = geminiClient({
    apiKey: async () => {
      count += 1;
      return `key-${count}`;
    },
  });
  await client.get("int_1");
  await client.create(params);
  await client.delete("int_1");
  expect(server.sent("x-goog-api-key")).toEqual(["key-1", "key-2", "key-3"]);
});

test("a key function that fails rejects the call with a CredentialsError in its words", async () => {
  const apiKey = () => {
    throw new Error("vault sealed");
  };
  const error: unknown = await geminiClient({ apiKey })
    .get("int_1")
    .catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(CredentialsError);
  expect(error).toMatchObject({ message: "The credential gave no API key: vault sealed" });
  expect(error).not.toHaveProperty("cause");
  expect(server.log).toEqual([]);
});

test.each(["", " ", undefined, "a\nb"])("a function's key is checked, too: %j", async (key) => {
  // A caller without types may answer with nothing.
  const apiKey = () => key as string;
  await expect(geminiClient({ apiKey }).get("int_1")).rejects.toThrow(/^apiKey /);
  expect(server.log).toEqual([]);
});

test("a key of the call beats the client's, which is not even asked for", async () => {
  server.use(answerAll());
  const apiKey = vi.fn(() => testKey);
  await geminiClient({ apiKey }).get("int_1", {}, { headers: { "X-Goog-Api-Key": "own" } });
  expect(server.sent("x-goog-api-key")).toEqual(["own"]);
  expect(apiKey).not.toHaveBeenCalled();
});

test("a 401 on the Gemini API is not repeated", async () => {
  server.use(answerInTurn(unauthorized, ok));
  await expect(geminiClient({ apiKey: () => testKey }).get("int_1")).rejects.toThrow(
    AuthenticationError,
  );
  expect(server.log).toHaveLength(1);
});

test("headers may be Headers, or pairs, whatever the types say", async () => {
  server.use(answerAll());
  for (const pairs of [
    new Headers({ "X-Own": "a" }),
    [["x-own", "a"]],
    new Map([["x-own", "a"]]),
  ]) {
    const headers = pairs as unknown as Record<string, string>;
    await geminiClient({ headers }).get("int_1");
    await geminiClient().get("int_1", {}, { headers });
  }
  expect(server.sent("x-own")).toEqual(Array.from({ length: 6 }, () => "a"));
});

// Access tokens.

test.each([
  ["a token", testToken],
  ["a token with its scheme", `Bearer ${testToken}`],
  ["another spelling", `  bEARER   ${testToken} `],
  ["a function", () => testToken],
  ["an async function", async () => `Bearer ${testToken}`],
  [
    "an object that gives Headers",
    source(() => new Headers({ Authorization: `Bearer ${testToken}` })),
  ],
  ["an object that gives a plain object", source(() => ({ Authorization: `Bearer ${testToken}` }))],
])("auth may be %s", async (_, auth) => {
  server.use(answerAll());
  await vertexClient({ auth }).get("int_1");
  expect(server.sent("authorization")).toEqual([`Bearer ${testToken}`]);
});

test.each([null, 5, {}, { getRequestHeaders: "Bearer" }])("auth %j is refused at once", (value) => {
  const auth = value as unknown as RequestHeadersSource;
  expect(() => vertexClient({ auth })).toThrow(/^vertex.auth must be a token/);
});

test("an object without headers is an error that says so", async () => {
  const auth = source(() => undefined as unknown as Headers);
  await expect(vertexClient({ auth }).get("int_1")).rejects.toThrow(/^The access token must be/);
  expect(server.log).toEqual([]);
});

test("a token that only begins like the scheme is left whole", async () => {
  server.use(answerAll());
  await vertexClient({ auth: "bearer-1" }).get("int_1");
  expect(server.sent("authorization")).toEqual(["Bearer bearer-1"]);
});

test.each(["", "  ", "Bearer", "Bearer ", "a\r\nb", "a\u0000b", "tökén€"])(
  "the token %j is refused at once",
  (auth) => {
    expect(() => vertexClient({ auth })).toThrow(TypeError);
    expect(() => vertexClient({ auth })).toThrow(/^The access token /);
  },
);

test.each(["", undefined, "a\nb"])("a function's token is checked, too: %j", async (token) => {
  // A caller without types may answer with nothing.
  const auth = () => token as string;
  await expect(vertexClient({ auth }).get("int_1")).rejects.toThrow(/^The access token /);
  expect(server.log).toEqual([]);
});

test("functions and objects are asked for every call, objects with the URL", async () => {
  server.use(answerAll());
  const asked: unknown[] = [];
  const viaFunction = vertexClient({
    auth: (context) => {
      asked.push(context);
      return testToken;
    },
  });
  const viaObject = vertexClient({
    auth: source((url) => {
      asked.push(url);
      return { authorization: "Bearer t" };
    }),
  });
  await viaFunction.get("int_1");
  await viaFunction.get("int_1");
  await viaObject.get("int_1");
  expect(asked).toEqual([
    { forceRefresh: false },
    { forceRefresh: false },
    `${globalHost}/v1beta1/projects/p/locations/global/interactions/int_1`,
  ]);
});

test.each([
  ["call", {}, { headers: { Authorization: "Bearer own" } }],
  ["client", { headers: { Authorization: "Bearer own" } }, {}],
])(
  "an authorization of the %s beats auth, which is not even asked for",
  async (_, options, call) => {
    server.use(answerAll());
    const auth = vi.fn<TokenFunction>(() => testToken);
    await vertexClient({ auth }, options).get("int_1", {}, call);
    expect(server.sent("authorization")).toEqual(["Bearer own"]);
    expect(auth).not.toHaveBeenCalled();
  },
);

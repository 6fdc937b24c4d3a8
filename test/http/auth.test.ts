import { http, HttpResponse } from "msw";
import { once } from "node:events";
import createClient from "openapi-fetch";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import {
  apiKeyMiddleware,
  AuthenticationError,
  bearerMiddleware,
  CredentialsError,
  InteractionsError,
  PermissionDeniedError,
  quotaProjectMiddleware,
} from "../../src/index.ts";
import type {
  CallOptions,
  FetchFunction,
  InteractionsClient,
  InteractionsClientOptions,
  paths,
  RequestHeadersSource,
  TokenFunction,
} from "../../src/index.ts";
import {
  clearEnvironment,
  geminiClient,
  testKey,
  testToken,
  vertexClient,
} from "../support/clients.ts";
import { authorizedUser, serviceAccount, useCredentialFile } from "../support/credentials.ts";
import { createFetch } from "../support/fetch.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { answerAll, answerInTurn, geminiHost, globalHost, startServer } from "../support/server.ts";

const server = startServer();
beforeEach(clearEnvironment);
afterEach(() => vi.useRealTimers());

const params = { model: "gemini-3.5-flash", input: "Hi" };

function ok() {
  return HttpResponse.json(sampleInteraction());
}

function unauthorized() {
  const error = { code: "authentication", message: "Token expired." };
  return HttpResponse.json({ error }, { status: 401 });
}

/** This header of each request that was sent. */
function sent(name: string): (string | null)[] {
  return server.requests.map(({ headers }) => headers.get(name));
}

// API keys.

test("an API key goes into x-goog-api-key, and never into the URL", async () => {
  server.use(answerAll());
  await geminiClient({ apiKey: ` ${testKey}\n` }).get("int_1");
  expect(sent("x-goog-api-key")).toEqual([testKey]);
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
  expect(sent("x-goog-api-key")).toEqual(["key-1", "key-2", "key-3"]);
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
  expect(sent("x-goog-api-key")).toEqual(["own"]);
  expect(apiKey).not.toHaveBeenCalled();
});

test("a 401 on the Gemini API is not repeated", async () => {
  server.use(answerInTurn(unauthorized, ok));
  await expect(geminiClient({ apiKey: () => testKey }).get("int_1")).rejects.toThrow(
    AuthenticationError,
  );
  expect(server.log).toHaveLength(1);
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
  expect(sent("authorization")).toEqual([`Bearer ${testToken}`]);
});

function source(
  getHeaders: (url?: string) => Headers | Record<string, string>,
): RequestHeadersSource {
  return { getRequestHeaders: (url) => Promise.resolve(getHeaders(url)) };
}

test("a token that only begins like the scheme is left whole", async () => {
  server.use(answerAll());
  await vertexClient({ auth: "bearer-1" }).get("int_1");
  expect(sent("authorization")).toEqual(["Bearer bearer-1"]);
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
    expect(sent("authorization")).toEqual(["Bearer own"]);
    expect(auth).not.toHaveBeenCalled();
  },
);

// Renewal after a 401.

/** Hands out `token-1`, and the next one whenever a new one is asked for. */
function createTokens() {
  let count = 1;
  return vi.fn<TokenFunction>(({ forceRefresh }) => {
    if (forceRefresh) count += 1;
    return `token-${count}`;
  });
}

test("after a 401 the call is repeated once with a new token and the same body", async () => {
  server.use(answerInTurn(unauthorized, ok));
  const auth = createTokens();
  expect(await vertexClient({ auth }).create(params)).toEqual(sampleInteraction());
  expect(sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(auth.mock.calls).toEqual([[{ forceRefresh: false }], [{ forceRefresh: true }]]);
  const bodies = await Promise.all(server.requests.map((request) => request.json()));
  expect(bodies).toEqual([params, params]);
  expect(sent("content-type")).toEqual(["application/json", "application/json"]);
});

test("a stream is opened with a new token, too", async () => {
  const init = { headers: { "content-type": "text/event-stream" } };
  server.use(answerInTurn(unauthorized, () => new HttpResponse("data: [DONE]\n\n", init)));
  await vertexClient({ auth: createTokens() }).create({ ...params, stream: true });
  expect(sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
});

test("a low-level call is repeated with a new token, too", async () => {
  server.use(answerInTurn(unauthorized, ok));
  const { api } = vertexClient({ auth: createTokens() });
  const path = { project: "p", location: "l" };
  const { response } = await api.POST(
    "/v1beta1/projects/{project}/locations/{location}/interactions",
    {
      params: { path },
      body: params,
    },
  );
  expect(response.status).toBe(200);
  expect(server.log).toHaveLength(2);
});

test("a second 401 surfaces", async () => {
  server.use(answerInTurn(unauthorized));
  const auth = createTokens();
  await expect(vertexClient({ auth }).get("int_1")).rejects.toThrow(AuthenticationError);
  expect(sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(auth).toHaveBeenCalledTimes(2);
});

test("a token that stays the same is not tried again", async () => {
  server.use(answerInTurn(unauthorized, ok));
  const auth = vi.fn<TokenFunction>(() => testToken);
  await expect(vertexClient({ auth }).get("int_1")).rejects.toThrow(/Token expired/);
  expect(auth).toHaveBeenLastCalledWith({ forceRefresh: true });
  expect(server.log).toHaveLength(1);
});

test("a renewal that fails leaves the service's own 401", async () => {
  server.use(answerInTurn(unauthorized, ok));
  const auth = vi.fn<TokenFunction>().mockReturnValueOnce(testToken).mockRejectedValue("no more");
  await expect(vertexClient({ auth }).get("int_1")).rejects.toThrow(/status 401 .*Token expired/);
  expect(server.log).toHaveLength(1);
});

test("a fixed token's 401 surfaces", async () => {
  server.use(answerInTurn(unauthorized, ok));
  await expect(vertexClient({ auth: testToken }).get("int_1")).rejects.toThrow(AuthenticationError);
  expect(server.log).toHaveLength(1);
});

test.each([
  ["call", {}, { headers: { authorization: "Bearer own" } }],
  ["client", { headers: { authorization: "Bearer own" } }, {}],
])(
  "the 401 of an authorization of the %s is not repeated as somebody else",
  async (_, options, call) => {
    server.use(answerInTurn(unauthorized, ok));
    const auth = createTokens();
    const client = vertexClient({ auth }, options);
    await expect(client.get("int_1", {}, call)).rejects.toThrow(AuthenticationError);
    expect(sent("authorization")).toEqual(["Bearer own"]);
    expect(auth).not.toHaveBeenCalled();
  },
);

test("a 403 asks for no new token", async () => {
  server.use(answerInTurn(() => HttpResponse.json({}, { status: 403 })));
  const auth = createTokens();
  await expect(vertexClient({ auth }).get("int_1")).rejects.toThrow(PermissionDeniedError);
  expect(auth.mock.calls).toEqual([[{ forceRefresh: false }]]);
});

test("calls refused at the same time share one renewal", async () => {
  const refusals = new EventTarget();
  const allRefused = once(refusals, "5");
  let refused = 0;
  server.use(
    http.all("*", ({ request }) => {
      if (request.headers.get("authorization") !== "Bearer token-1") return ok();
      refused += 1;
      refusals.dispatchEvent(new Event(String(refused)));
      return unauthorized();
    }),
  );
  let renewals = 0;
  const client = vertexClient({
    auth: async ({ forceRefresh }) => {
      if (!forceRefresh) return "token-1";
      renewals += 1;
      await allRefused;
      return `token-${renewals + 1}`;
    },
  });
  const calls = Array.from({ length: 5 }, (_, index) => client.get(`int_${index}`));
  expect(await Promise.all(calls)).toHaveLength(5);
  expect(renewals).toBe(1);
  expect(sent("authorization").slice(5)).toEqual(Array<string>(5).fill("Bearer token-2"));
});

/** A service that refuses `token-1` after a delay that grows call by call, up to 300 ms. */
function refuseSlowly(client: (fetch: FetchFunction) => InteractionsClient, count: number) {
  let calls = 0;
  const { fetch, requests } = createFetch(async ({ headers }) => {
    if (headers.get("authorization") !== "Bearer token-1") return ok();
    calls += 1;
    const ms = (calls * 300) / count;
    await new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
    return unauthorized();
  });
  return { client: client(fetch), requests };
}

test.each([
  ["at once", () => Promise.resolve("token-2")],
  [
    "after a while",
    () =>
      new Promise<string>((resolve) => {
        setTimeout(() => resolve("token-2"), 50);
      }),
  ],
])("100 calls refused with one token over 300 ms renew it once, %s", async (_, renew) => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  let renewals = 0;
  const auth: TokenFunction = ({ forceRefresh }) => {
    if (!forceRefresh) return "token-1";
    renewals += 1;
    return renew();
  };
  const { client, requests } = refuseSlowly((fetch) => vertexClient({ auth }, { fetch }), 100);
  const all = Promise.all(Array.from({ length: 100 }, (__, index) => client.get(`int_${index}`)));
  await vi.runAllTimersAsync();
  expect(await all).toHaveLength(100);
  expect(renewals).toBe(1);
  expect(requests).toHaveLength(200);
});

test("100 calls refused with a token that cannot be renewed try it once", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  let renewals = 0;
  const auth: TokenFunction = ({ forceRefresh }) => {
    if (forceRefresh) renewals += 1;
    return "token-1";
  };
  const { client } = refuseSlowly((fetch) => vertexClient({ auth }, { fetch }), 100);
  const all = Promise.allSettled(
    Array.from({ length: 100 }, (_, index) => client.get(`int_${index}`)),
  );
  await vi.runAllTimersAsync();
  expect((await all).every(({ status }) => status === "rejected")).toBe(true);
  expect(renewals).toBe(1);
});

test("a function that goes on giving the refused token is asked for a new one again later", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  let renewals = 0;
  const auth: TokenFunction = ({ forceRefresh }) => {
    if (!forceRefresh) return "token-1";
    renewals += 1;
    return `token-${renewals + 1}`;
  };
  const { fetch } = createFetch(({ headers }) =>
    headers.get("authorization") === "Bearer token-1" ? unauthorized() : ok(),
  );
  const client = vertexClient({ auth }, { fetch });
  await client.get("int_1");
  await client.get("int_1");
  expect(renewals).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  await client.get("int_1");
  expect(renewals).toBe(2);
});

test("a later 401 asks for a newer token", async () => {
  server.use(answerInTurn(unauthorized, ok, unauthorized, ok));
  const client = vertexClient({ auth: createTokens() });
  await client.get("int_1");
  await client.get("int_1");
  expect(sent("authorization")).toEqual([
    "Bearer token-1",
    "Bearer token-2",
    "Bearer token-2",
    "Bearer token-3",
  ]);
});

test.each([
  ["an error", new Error("no \u001b[31mluck")],
  ["something else", "no \u001b[31mluck"],
])(
  "an object that fails with %s gives a CredentialsError, and nothing is sent",
  async (_, reason) => {
    const getRequestHeaders = vi.fn<RequestHeadersSource["getRequestHeaders"]>();
    getRequestHeaders.mockRejectedValue(reason);
    const error: unknown = await vertexClient({ auth: { getRequestHeaders } })
      .get("int_1")
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(CredentialsError);
    expect(error).toBeInstanceOf(InteractionsError);
    expect(error).toMatchObject({
      name: "CredentialsError",
      message: "The credential gave no access token: no \ufffd[31mluck",
    });
    expect(server.log).toEqual([]);
  },
);

test("an object with credentials is made to renew them by a past expiry date", async () => {
  server.use(answerInTurn(unauthorized, ok));
  const auth = {
    credentials: { access_token: "token-1", expiry_date: 9_999_999_999_999 },
    setCredentials(credentials: { access_token: string; expiry_date: number }) {
      auth.credentials = credentials;
    },
    async getRequestHeaders() {
      const { access_token: token, expiry_date: expiry } = auth.credentials;
      return { authorization: `Bearer ${expiry === 1 ? "token-2" : token}` };
    },
  };
  await vertexClient({ auth }).get("int_1");
  expect(sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(auth.credentials).toEqual({ access_token: "token-1", expiry_date: 1 });
});

// Quota projects.

/** The values of x-goog-user-project that one call sends. */
async function quotaProject(client: InteractionsClient, call?: CallOptions) {
  server.use(answerAll());
  await client.get("int_1", {}, call);
  return sent("x-goog-user-project").at(-1);
}

test("the quota project is the first of call, option, two variables, headers and credential", async () => {
  const auth = source(() => ({
    authorization: "Bearer t",
    "x-goog-user-project": "from-credential",
  }));
  const options: InteractionsClientOptions = {
    quotaProjectId: "from-option",
    headers: { "X-Goog-User-Project": "from-headers" },
  };
  vi.stubEnv("VERTEX_QUOTA_PROJECT_ID", "from-vertex-variable");
  vi.stubEnv("GOOGLE_CLOUD_QUOTA_PROJECT", "from-cloud-variable");
  const call = { headers: { "x-goog-user-project": "from-call" } };

  expect(await quotaProject(vertexClient({ auth }, options), call)).toBe("from-call");
  expect(await quotaProject(vertexClient({ auth }, options))).toBe("from-option");
  delete options.quotaProjectId;
  expect(await quotaProject(vertexClient({ auth }, options))).toBe("from-vertex-variable");
  vi.stubEnv("VERTEX_QUOTA_PROJECT_ID", " ");
  expect(await quotaProject(vertexClient({ auth }, options))).toBe("from-cloud-variable");
  vi.stubEnv("GOOGLE_CLOUD_QUOTA_PROJECT", "");
  expect(await quotaProject(vertexClient({ auth }, options))).toBe("from-headers");
  delete options.headers;
  expect(await quotaProject(vertexClient({ auth }, options))).toBe("from-credential");
  expect(await quotaProject(vertexClient())).toBeNull();
});

test("a blank quotaProjectId gives way to the environment", async () => {
  vi.stubEnv("GOOGLE_CLOUD_QUOTA_PROJECT", " from-cloud-variable ");
  const client = vertexClient({}, { quotaProjectId: "  " });
  expect(await quotaProject(client)).toBe("from-cloud-variable");
});

test("the quota project is sent again with a new token, once", async () => {
  server.use(answerInTurn(unauthorized, ok));
  await vertexClient({ auth: createTokens() }, { quotaProjectId: "q" }).get("int_1");
  expect(sent("x-goog-user-project")).toEqual(["q", "q"]);
});

test("the Gemini API never gets a quota project", async () => {
  vi.stubEnv("VERTEX_QUOTA_PROJECT_ID", "q2");
  vi.stubEnv("GOOGLE_CLOUD_QUOTA_PROJECT", "q3");
  expect(await quotaProject(geminiClient({ quotaProjectId: "q1" }))).toBeNull();
});

test("a quota project that no header can carry is refused", () => {
  expect(() => vertexClient({}, { quotaProjectId: "a\r\nb" })).toThrow(/^quotaProjectId has/);
});

// Middlewares on a bare openapi-fetch client.

test("apiKeyMiddleware serves a bare openapi-fetch client", async () => {
  server.use(answerAll());
  const api = createClient<paths>({ baseUrl: geminiHost });
  api.use(apiKeyMiddleware(testKey));
  await api.POST("/v1beta/interactions", { body: params });
  expect(sent("x-goog-api-key")).toEqual([testKey]);
});

test("quotaProjectMiddleware before bearerMiddleware serves a bare client", async () => {
  server.use(answerAll());
  const api = createClient<paths>({ baseUrl: globalHost });
  const auth = source(() => ({ authorization: "Bearer t", "x-goog-user-project": "its-own" }));
  api.use(quotaProjectMiddleware("mine"), bearerMiddleware(auth));
  await api.GET("/v1beta1/interactions/{id}", { params: { path: { id: "a" } } });
  expect(sent("authorization")).toEqual(["Bearer t"]);
  expect(sent("x-goog-user-project")).toEqual(["mine"]);
});

test("bearerMiddleware alone passes the credential's own quota project on", async () => {
  server.use(answerAll());
  const api = createClient<paths>({ baseUrl: globalHost });
  api.use(
    bearerMiddleware(
      source(() => ({ authorization: "Bearer t", "x-goog-user-project": "its-own" })),
    ),
  );
  await api.GET("/v1beta1/interactions/{id}", { params: { path: { id: "a" } } });
  expect(sent("x-goog-user-project")).toEqual(["its-own"]);
});

test("middlewares refuse what no header can carry", () => {
  expect(() => apiKeyMiddleware("")).toThrow(TypeError);
  expect(() => bearerMiddleware("a\nb")).toThrow(TypeError);
  expect(() => quotaProjectMiddleware(" ")).toThrow(TypeError);
});

// Application Default Credentials, through the real google-auth-library.

const tokenEndpoint = "https://oauth2.googleapis.com/token";

/** Answers Google's token endpoint with `adc-1`, `adc-2`, …; tells what it was asked. */
function serveTokens() {
  const grants: URLSearchParams[] = [];
  server.use(
    http.post(tokenEndpoint, async ({ request }) => {
      grants.push(new URLSearchParams(await request.text()));
      const token = {
        access_token: `adc-${grants.length}`,
        expires_in: 3600,
        token_type: "Bearer",
      };
      return HttpResponse.json(token);
    }),
  );
  return grants;
}

/** The requests that went to Vertex AI, not to the token endpoint. */
function vertexRequests() {
  return server.requests.filter(({ url }) => url.startsWith(globalHost));
}

test("without auth a service account's key file signs for tokens with the cloud-platform scope", async () => {
  server.use(answerAll());
  const grants = serveTokens();
  useCredentialFile(serviceAccount());
  const client = vertexClient({ auth: undefined });
  await client.get("int_1");
  await client.get("int_1");
  const authorizations = vertexRequests().map(({ headers }) => headers.get("authorization"));
  expect(authorizations).toEqual(["Bearer adc-1", "Bearer adc-1"]);
  expect(grants.map((grant) => grant.get("grant_type"))).toEqual([
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
  ]);
  const claims = grants[0]?.get("assertion")?.split(".")[1] ?? "";
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
    iss: "robot@project-of-the-key.iam.gserviceaccount.com",
    scope: "https://www.googleapis.com/auth/cloud-platform",
  });
  expect(server.log.filter((line) => line.includes("elsewhere"))).toEqual([]);
});

test("without auth a user's file gives the token and the quota project", async () => {
  server.use(answerAll());
  const grants = serveTokens();
  useCredentialFile(authorizedUser());
  await vertexClient({ auth: undefined }).get("int_1");
  const [request] = vertexRequests();
  expect(request?.headers.get("authorization")).toBe("Bearer adc-1");
  expect(request?.headers.get("x-goog-user-project")).toBe("file-quota");
  expect(grants.map((grant) => grant.get("refresh_token"))).toEqual(["refresh-token"]);
});

test.each([
  ["option", { quotaProjectId: "mine" }, undefined],
  ["environment", {}, "mine"],
])("the quota project of the %s beats the credential file's", async (_, options, variable) => {
  server.use(answerAll());
  serveTokens();
  useCredentialFile(authorizedUser());
  vi.stubEnv("GOOGLE_CLOUD_QUOTA_PROJECT", variable);
  await vertexClient({ auth: undefined }, options).get("int_1");
  expect(vertexRequests()[0]?.headers.get("x-goog-user-project")).toBe("mine");
});

test.each([
  ["a service account", serviceAccount],
  ["a user", authorizedUser],
])("after a 401 %s really fetches a second token", async (_, content) => {
  server.use(answerInTurn(unauthorized, ok));
  const grants = serveTokens();
  useCredentialFile(content());
  expect(await vertexClient({ auth: undefined }).get("int_1")).toEqual(sampleInteraction());
  const authorizations = vertexRequests().map(({ headers }) => headers.get("authorization"));
  expect(authorizations).toEqual(["Bearer adc-1", "Bearer adc-2"]);
  expect(grants).toHaveLength(2);
});

test("calls at once fetch one token", async () => {
  server.use(answerAll());
  const grants = serveTokens();
  useCredentialFile(authorizedUser());
  const client = vertexClient({ auth: undefined });
  await Promise.all([client.get("a"), client.get("b"), client.create(params)]);
  expect(grants).toHaveLength(1);
});

test("a GoogleAuth of the caller's own is taken as it is", async () => {
  const { GoogleAuth } = await import("google-auth-library");
  server.use(answerInTurn(unauthorized, ok));
  serveTokens();
  useCredentialFile(authorizedUser());
  const auth = new GoogleAuth({ projectId: "p", scopes: ["scope"] });
  await vertexClient({ auth }).get("int_1");
  const authorizations = vertexRequests().map(({ headers }) => headers.get("authorization"));
  expect(authorizations).toEqual(["Bearer adc-1", "Bearer adc-2"]);
});

// The optional peer dependency.

/** The library as it loads when google-auth-library fails to; counts the attempts. */
async function importWithoutGoogleAuth() {
  const load = vi.fn(() => {
    throw new Error("Cannot find package 'google-auth-library'");
  });
  vi.resetModules();
  vi.doMock("google-auth-library", load);
  onTestFinished(() => {
    vi.doUnmock("google-auth-library");
    vi.resetModules();
  });
  const library = await import("../../src/index.ts");
  return { ...library, load };
}

test("without google-auth-library the error says how to install it", async () => {
  const { InteractionsClient: Client, load } = await importWithoutGoogleAuth();
  const client = new Client({ vertex: { project: "p" } });
  expect(load).not.toHaveBeenCalled();
  const error: unknown = await client.get("int_1").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toHaveProperty("message", expect.stringMatching(/npm install google-auth-library/));
  expect(error).toHaveProperty("message", expect.stringMatching(/vertex\.auth/));
  expect(error).toHaveProperty("cause", expect.any(Error));
  expect(server.log).toEqual([]);
});

test("google-auth-library is not loaded for the Gemini API, nor where auth is given", async () => {
  server.use(answerAll());
  const { InteractionsClient: Client, load } = await importWithoutGoogleAuth();
  await new Client({ apiKey: testKey }).get("int_1");
  await new Client({ vertex: { project: "p", auth: testToken } }).get("int_1");
  expect(server.log).toHaveLength(2);
  expect(load).not.toHaveBeenCalled();
});

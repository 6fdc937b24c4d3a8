import { http, HttpResponse } from "msw";
import { once } from "node:events";
import { beforeEach, expect, test, vi } from "vitest";
import {
  AuthenticationError,
  CredentialsError,
  InteractionsError,
  PermissionDeniedError,
} from "../../../src/index.ts";
import type {
  CallOptions,
  FetchFunction,
  InteractionsClient,
  InteractionsClientOptions,
  RequestHeadersSource,
  TokenFunction,
} from "../../../src/index.ts";
import { clearEnvironment, geminiClient, testToken, vertexClient } from "../../support/clients.ts";
import { createFetch, never } from "../../support/fetch.ts";
import { sampleInteraction } from "../../support/interaction.ts";
import { answerAll, answerInTurn, ok, startServer, unauthorized } from "../../support/server.ts";
import { source } from "../../support/credentials.ts";

const server = startServer();
beforeEach(clearEnvironment);

const params = { model: "gemini-3.5-flash", input: "Hi" };

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
  expect(server.sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(auth.mock.calls).toEqual([[{ forceRefresh: false }], [{ forceRefresh: true }]]);
  const bodies = await Promise.all(server.requests.map((request) => request.json()));
  expect(bodies).toEqual([params, params]);
  expect(server.sent("content-type")).toEqual(["application/json", "application/json"]);
});

test("a stream is opened with a new token, too", async () => {
  const init = { headers: { "content-type": "text/event-stream" } };
  server.use(answerInTurn(unauthorized, () => new HttpResponse("data: [DONE]\n\n", init)));
  await vertexClient({ auth: createTokens() }).create({ ...params, stream: true });
  expect(server.sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
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
  expect(server.sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
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

/** A token whose first renewal never settles. */
function createStuckTokens() {
  let renewals = 0;
  return vi.fn<TokenFunction>(({ forceRefresh }) => {
    if (!forceRefresh) return "token-1";
    renewals += 1;
    return renewals === 1 ? never() : `token-${renewals}`;
  });
}

test("after a renewal that never settles the next refused call asks again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { fetch } = createFetch(({ headers }) =>
    headers.get("authorization") === "Bearer token-1" ? unauthorized() : ok(),
  );
  const client = vertexClient({ auth: createStuckTokens() }, { fetch, timeoutMs: 50 });
  const first = expect(client.get("int_1")).rejects.toThrow("within 50 ms");
  await vi.advanceTimersByTimeAsync(50);
  await first;
  await expect(client.get("int_1")).resolves.toMatchObject({ id: "int_1" });
});

test("a renewal that never settles ends by a limit of its own", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { fetch } = createFetch(({ headers }) =>
    headers.get("authorization") === "Bearer token-1" ? unauthorized() : ok(),
  );
  const client = vertexClient({ auth: createStuckTokens() }, { fetch });
  // A create has no time limit.
  const first = expect(client.create(params)).rejects.toThrow(/status 401/);
  await vi.advanceTimersByTimeAsync(60_000);
  await first;
  await vi.advanceTimersByTimeAsync(1_000);
  await expect(client.create(params)).resolves.toEqual(sampleInteraction());
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
    expect(server.sent("authorization")).toEqual(["Bearer own"]);
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
  expect(server.sent("authorization").slice(5)).toEqual(Array<string>(5).fill("Bearer token-2"));
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

test("a function that keeps returning the refused token is asked for a new one again later", async () => {
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
  expect(server.sent("authorization")).toEqual([
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
  expect(server.sent("authorization")).toEqual(["Bearer token-1", "Bearer token-2"]);
  expect(auth.credentials).toEqual({ access_token: "token-1", expiry_date: 1 });
});

// Quota projects.

/** The values of x-goog-user-project that one call sends. */
async function quotaProject(client: InteractionsClient, call?: CallOptions) {
  server.use(answerAll());
  await client.get("int_1", {}, call);
  return server.sent("x-goog-user-project").at(-1);
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
  expect(server.sent("x-goog-user-project")).toEqual(["q", "q"]);
});

test("the Gemini API never gets a quota project", async () => {
  vi.stubEnv("VERTEX_QUOTA_PROJECT_ID", "q2");
  vi.stubEnv("GOOGLE_CLOUD_QUOTA_PROJECT", "q3");
  expect(await quotaProject(geminiClient({ quotaProjectId: "q1" }))).toBeNull();
});

test("a quota project that no header can carry is refused", () => {
  expect(() => vertexClient({}, { quotaProjectId: "a\r\nb" })).toThrow(/^quotaProjectId has/);
});

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { operations } from "../../src/index.ts";
import type { InteractionsClient, InteractionsClientOptions } from "../../src/index.ts";
import { geminiClient, testKey, testToken, vertexClient } from "../support/clients.ts";
import { createFetch, never } from "../support/fetch.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { expectNoSecret } from "../support/secrets.ts";

const body = { model: "gemini-3.5-flash", input: "Hi" };
const path = { project: "p", location: "global" };

/** The four ways in, on both backends. */
const ways: [string, "gemini" | "vertex", (client: InteractionsClient) => PromiseLike<unknown>][] =
  [
    ["client.api", "gemini", ({ api }) => api.POST("/v1beta/interactions", { body })],
    ["an operation", "gemini", ({ api }) => operations.createInteraction(api, { body })],
    ["create()", "gemini", (client) => client.create(body)],
    ["agents.list()", "gemini", ({ agents }) => agents.list()],
    [
      "client.api",
      "vertex",
      ({ api }) =>
        api.POST("/v1beta1/projects/{project}/locations/{location}/interactions", {
          params: { path },
          body,
        }),
    ],
    [
      "an operation",
      "vertex",
      ({ api }) => operations.createVertexInteraction(api, { params: { path }, body }),
    ],
    ["create()", "vertex", (client) => client.create(body)],
    ["agents.list()", "vertex", ({ agents }) => agents.list()],
  ];

function clientOf(
  backend: "gemini" | "vertex",
  options: InteractionsClientOptions,
): InteractionsClient {
  return backend === "gemini" ? geminiClient(options) : vertexClient({}, options);
}

/** What a call comes to, whether its level throws an error or hands it over. */
async function outcomeOf(call: PromiseLike<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    return error;
  }
}

const ok = (): Response => Response.json(sampleInteraction());

test.each(ways)("%s on %s sends the credentials and the client's headers", async (_, name, way) => {
  const { fetch, requests } = createFetch(ok);
  await way(clientOf(name, { fetch, headers: { "x-own": "1" } }));
  const [{ headers } = expect.fail("no request")] = requests;
  expect(headers.get("x-own")).toBe("1");
  expect(headers.get("x-goog-api-key")).toBe(name === "gemini" ? testKey : null);
  expect(headers.get("authorization")).toBe(name === "vertex" ? `Bearer ${testToken}` : null);
});

test.each(ways)("%s on %s is repeated after a 429, and the hooks see it", async (_, name, way) => {
  const log: string[] = [];
  const { fetch, requests } = createFetch(() =>
    requests.length === 1 ? Response.json({}, { status: 429 }) : ok(),
  );
  const retry = { baseDelayMs: 1, maxDelayMs: 1 };
  const hooks = {
    onRequest: () => log.push("request"),
    onResponse: ({ status }: { status: number }) => log.push(String(status)),
    onRetry: () => log.push("retry"),
  };
  await way(clientOf(name, { fetch, retry, hooks }));
  expect(log).toEqual(["request", "429", "retry", "request", "200"]);
});

test.each(ways)("%s on %s refuses a redirect", async (_, name, way) => {
  const { fetch, requests } = createFetch(
    () => new Response(null, { status: 302, headers: { location: "https://elsewhere.example" } }),
  );
  expect(String(await outcomeOf(way(clientOf(name, { fetch }))))).toContain("Refused a redirect");
  expect(requests).toHaveLength(1);
});

test.each(ways)("%s on %s repeats no secret of a refusal", async (_, name, way) => {
  const error = { code: 400, message: `${testKey} and ${testToken} were refused.` };
  const { fetch } = createFetch(() => Response.json({ error }, { status: 400 }));
  const { fetch: _fetch, ...facts } = {
    fetch,
    ...Object(await outcomeOf(way(clientOf(name, { fetch })))),
  };
  // Each backend's client knows its own credential; the other's is not in its requests.
  const shown = JSON.stringify(facts).replaceAll(name === "gemini" ? testToken : testKey, "");
  expectNoSecret(shown);
  expect(shown).toContain("[redacted]");
});

test.each(ways)("%s on %s ends by timeoutMs", async (_, name, way) => {
  const outcome = await outcomeOf(way(clientOf(name, { fetch: never, timeoutMs: 5 })));
  expect(outcome).toMatchObject({ name: "TimeoutError" });
});

test.each(ways)("%s on %s sends to the base URL only", async (level, name, way) => {
  const { fetch, requests } = createFetch(ok);
  const client = clientOf(name, { fetch, baseUrl: "https://proxy.example/prefix" });
  await way(client);
  expect(requests.map(({ url }) => url)).toEqual([
    expect.stringMatching(/^https:\/\/proxy\.example\/prefix\/v1beta/),
  ]);
  if (level !== "client.api") return;
  const stray = client.api.GET("/v1beta/agents", { baseUrl: "https://elsewhere.example" });
  expect(String(await outcomeOf(stray))).toContain("sends to https://proxy.example/prefix only");
  expect(requests).toHaveLength(1);
});

// Which URLs are sent.

const { paths }: { paths: Record<string, Record<string, unknown>> } = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
);

/** The path of the spec that a sent URL is one of, with its method. */
function specified(method: string, url: string): string | undefined {
  const { pathname } = new URL(url);
  return Object.keys(paths).find((template) => {
    const pattern = template.replaceAll("{path}", ".+").replaceAll(/\{\w+\}/g, "[^/:]+");
    return new RegExp(`^${pattern}$`).test(pathname) && paths[template]?.[method.toLowerCase()];
  });
}

const own = {
  create: (client: InteractionsClient) => client.create(body),
  "create, streamed": (client: InteractionsClient) => client.create({ ...body, stream: true }),
  get: (client: InteractionsClient) => client.get("i"),
  "get, streamed": (client: InteractionsClient) => client.get("i", { stream: true }),
  cancel: (client: InteractionsClient) => client.cancel("i"),
  delete: (client: InteractionsClient) => client.delete("i"),
};

const clients: [string, (options: InteractionsClientOptions) => InteractionsClient][] = [
  ["the Gemini API", geminiClient],
  ["Vertex AI, global", (options) => vertexClient({}, options)],
  ["Vertex AI, a region", (options) => vertexClient({ location: "us-central1" }, options)],
  ["Vertex AI, unscoped", (options) => vertexClient({ resourcePaths: "unscoped" }, options)],
];

test.each(clients)("every URL that is sent on %s is in the spec", async (_, make) => {
  // Not found: so the calls by id of a region are tried in both of their forms.
  const { fetch, requests } = createFetch(() => Response.json({}, { status: 404 }));
  const client = make({ fetch });
  for (const call of Object.values(own)) await outcomeOf(call(client));
  for (const resource of [
    client.agents,
    client.environments,
    client.webhooks,
    client.credentials,
    client.triggers,
    client.voices,
    client.decisions,
  ]) {
    for (const [name, method] of Object.entries({ ...resource })) {
      const before = requests.length;
      const args = /^(list|create)$/.test(name)
        ? [{}]
        : /Files?$/.test(name)
          ? ["e", "a/b.txt", ...(name === "writeFile" ? [new Blob(["x"])] : [])]
          : ["x", ...(name === "update" ? [{}] : [])];
      await outcomeOf(Promise.resolve(Reflect.apply(method, undefined, args)));
      // The upload has no form on Vertex AI: a TypeError before anything is sent.
      const isAbsent = name === "writeFile" && !requests[0]?.url.includes("generativelanguage");
      expect(requests.length, name).toBe(before + (isAbsent ? 0 : 1));
    }
  }
  const missing = requests.filter(({ method, url }) => specified(method, url) === undefined);
  expect(missing.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  expect(requests.length).toBeGreaterThanOrEqual(23);
});

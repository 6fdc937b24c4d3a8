import { HttpResponse } from "msw";
import { expect, expectTypeOf, test, vi } from "vitest";
import { ConnectionError, operations, parseSse } from "../src/index.ts";
import type { components, InteractionStreamEvent } from "../src/index.ts";
import { geminiClient, testKey, testToken, vertexClient } from "./support/clients.ts";
import { createBody, createFetch } from "./support/fetch.ts";
import { sampleInteraction } from "./support/interaction.ts";
import { answerAll, answerInTurn, geminiHost, globalHost, startServer } from "./support/server.ts";

const server = startServer();

const body = { model: "gemini-3.5-flash", input: "Hi" };
const scoped = "/v1beta1/projects/{project}/locations/{location}/interactions";

test("client.api sends exactly the path written, with the credentials", async () => {
  server.use(answerAll());
  const { data, error, response } = await geminiClient().api.GET("/v1beta/interactions/{id}", {
    params: { path: { id: "int_1" }, query: { include_input: true } },
  });
  expect(data).toEqual(sampleInteraction());
  expect(error).toBeUndefined();
  expect(response.status).toBe(200);
  expect(server.log).toEqual([`GET ${geminiHost}/v1beta/interactions/int_1?include_input=true`]);
  expect(server.requests[0]?.headers.get("x-goog-api-key")).toBe(testKey);
});

test("client.api on Vertex AI neither adds a scope nor probes", async () => {
  server.use(answerInTurn(() => new HttpResponse(null, { status: 404 })));
  const client = vertexClient({}, { quotaProjectId: "q" });
  await client.api.GET("/v1beta1/interactions/{id}", { params: { path: { id: "int_1" } } });
  await client.api.POST(scoped, { params: { path: { project: "x", location: "y" } }, body });
  expect(server.log).toEqual([
    `GET ${globalHost}/v1beta1/interactions/int_1`,
    `POST ${globalHost}/v1beta1/projects/x/locations/y/interactions`,
  ]);
  for (const { headers } of server.requests) {
    expect(headers.get("authorization")).toBe(`Bearer ${testToken}`);
    expect(headers.get("x-goog-user-project")).toBe("q");
  }
});

test("only the version segment follows apiVersion, with and without path parameters", async () => {
  server.use(answerAll());
  const { api } = geminiClient({ apiVersion: "v1", baseUrl: "https://proxy.example/v1beta/pre" });
  await api.POST("/v1beta/interactions", { body });
  await api.GET("/v1beta/interactions/{id}", { params: { path: { id: "v1beta" } } });
  await api.POST(scoped, { params: { path: { project: "p", location: "l" } }, body });
  expect(server.log).toEqual([
    "POST https://proxy.example/v1beta/pre/v1/interactions",
    "GET https://proxy.example/v1beta/pre/v1/interactions/v1beta",
    "POST https://proxy.example/v1beta/pre/v1/projects/p/locations/l/interactions",
  ]);
});

test.each(["", ".", "..", "a/b", "a?b"])("client.api refuses the id %j", async (id) => {
  const { api } = geminiClient();
  const params = { path: { id } };
  for (const call of [
    api.GET("/v1beta/interactions/{id}", { params }),
    api.DELETE("/v1beta/interactions/{id}", { params }),
    api.POST("/v1beta/interactions/{id}/cancel", { params }),
  ]) {
    await expect(call).rejects.toThrow(/Interaction id must be one path segment/);
  }
  expect(server.log).toEqual([]);
});

test.each([
  "https://elsewhere.example",
  "https://generativelanguage.googleapis.com.elsewhere.example",
  "https://generativelanguage.googleapis.com@elsewhere.example",
  "https://generativelanguage.googleapis.com:8443",
  "http://generativelanguage.googleapis.com",
])(
  "another base URL for one call is refused before credentials are asked for: %s",
  async (baseUrl) => {
    const { fetch, requests } = createFetch(() => Response.json({}));
    const apiKey = vi.fn(() => testKey);
    const { api } = geminiClient({ apiKey });
    for (const init of [
      { body, baseUrl },
      {
        body,
        baseUrl,
        fetch: (request: Request) =>
          fetch(request.url, { method: request.method, headers: {}, redirect: "manual" }),
      },
    ]) {
      await expect(api.POST("/v1beta/interactions", init)).rejects.toThrow(TypeError);
      await expect(api.POST("/v1beta/interactions", init)).rejects.toThrow(
        /^The client sends to https:\/\/generativelanguage\.googleapis\.com only, got http/,
      );
    }
    expect(apiKey).not.toHaveBeenCalled();
    expect(server.log).toEqual([]);
    expect(requests).toEqual([]);
  },
);

test("a path that leaves the base URL's own is refused", async () => {
  const { api } = geminiClient({ baseUrl: "https://proxy.example/tenant" });
  // A caller without types.
  const path = "/../other/interactions" as "/v1beta/interactions";
  await expect(api.POST(path, { body })).rejects.toThrow(/The client sends to/);
  expect(server.log).toEqual([]);
});

test("a middleware may replace the request", async () => {
  server.use(answerAll());
  const { api } = geminiClient();
  api.use({ onRequest: ({ request }) => new Request(request, { headers: { "x-mine": "yes" } }) });
  await api.GET("/v1beta/interactions/{id}", { params: { path: { id: "a" } } });
  expect(server.requests.map(({ headers }) => headers.get("x-mine"))).toEqual(["yes"]);
});

test("a middleware cannot send the credentials elsewhere", async () => {
  const { api } = geminiClient();
  api.use({ onRequest: ({ request }) => new Request("https://elsewhere.example/x", request) });
  const call = api.GET("/v1beta/interactions/{id}", { params: { path: { id: "a" } } });
  await expect(call).rejects.toThrow(/The client sends to/);
  expect(server.log).toEqual([]);
});

test("client.api answers a refusal as a typed error, and does not throw it", async () => {
  const refusal = { error: { code: "not_found", message: "No such interaction." } };
  server.use(answerInTurn(() => HttpResponse.json(refusal, { status: 404 })));
  const { data, error, response } = await geminiClient().api.GET("/v1beta/interactions/{id}", {
    params: { path: { id: "int_1" } },
  });
  expect(data).toBeUndefined();
  expect(error).toEqual(refusal);
  expect(response.status).toBe(404);
  expectTypeOf(error).toEqualTypeOf<components["schemas"]["ErrorResponse"] | undefined>();
});

test("client.api rejects when no answer comes", async () => {
  server.use(answerInTurn(() => HttpResponse.error()));
  const call = geminiClient().api.POST("/v1beta/interactions", { body });
  await expect(call).rejects.toThrow(ConnectionError);
});

test("operations are calls over client.api", async () => {
  server.use(answerAll());
  const { api } = geminiClient();
  const created = await operations.createInteraction(api, { body });
  expect(created.data).toEqual(sampleInteraction());
  const params = { path: { id: "int_1" } };
  await operations.getInteractionById(api, { params });
  await operations.cancelInteractionById(api, { params });
  await operations.deleteInteraction(api, { params });
  expect(server.log).toEqual([
    `POST ${geminiHost}/v1beta/interactions`,
    `GET ${geminiHost}/v1beta/interactions/int_1`,
    `POST ${geminiHost}/v1beta/interactions/int_1/cancel`,
    `DELETE ${geminiHost}/v1beta/interactions/int_1`,
  ]);
});

test("operations exist for each URL form of Vertex AI", async () => {
  server.use(answerAll());
  const { api } = vertexClient();
  const path = { project: "p", location: "l" };
  await operations.createVertexInteraction(api, { params: { path }, body });
  const params = { path: { ...path, id: "i" } };
  await operations.getVertexInteractionById(api, { params });
  await operations.cancelVertexInteractionById(api, { params });
  await operations.deleteVertexInteraction(api, { params });
  await operations.getUnscopedVertexInteractionById(api, { params });
  await operations.cancelUnscopedVertexInteractionById(api, { params });
  await operations.deleteUnscopedVertexInteraction(api, { params });
  const collection = `${globalHost}/v1beta1/projects/p/locations/l/interactions`;
  expect(server.log).toEqual([
    `POST ${collection}`,
    `GET ${collection}/i`,
    `POST ${collection}/i/cancel`,
    `DELETE ${collection}/i`,
    `GET ${globalHost}/v1beta1/interactions/i`,
    `POST ${globalHost}/v1beta1/interactions/i/cancel`,
    `DELETE ${globalHost}/v1beta1/interactions/i`,
  ]);
});

const eventStream = { headers: { "content-type": "text/event-stream" } };

test("client.api hands over a stream's bytes, which parseSse reads", async () => {
  const event = { event_type: "interaction.status_update", interaction_id: "i", status: "queued" };
  const text = `data: ${JSON.stringify(event)}\n\ndata: [DONE]\n\n`;
  server.use(answerInTurn(() => new HttpResponse(text, eventStream)));
  const { data } = await geminiClient().api.GET("/v1beta/interactions/{id}", {
    params: { path: { id: "int_1" }, query: { stream: true } },
    parseAs: "stream",
  });
  const events: InteractionStreamEvent[] = [];
  for await (const each of parseSse(data ?? expect.fail("expected a body"))) events.push(each);
  expect(events).toEqual([event]);
});

test("an abort reaches the open stream of a low-level call", async () => {
  const signals: AbortSignal[] = [];
  const stream = createBody(() => undefined).stream;
  const { fetch } = createFetch((request) => {
    signals.push(request.signal);
    return new Response(stream, eventStream);
  });
  const controller = new AbortController();
  await geminiClient({ fetch }).api.GET("/v1beta/interactions/{id}", {
    params: { path: { id: "int_1" }, query: { stream: true } },
    parseAs: "stream",
    signal: controller.signal,
  });
  controller.abort("enough");
  expect(signals.map(({ reason }) => reason)).toEqual(["enough"]);
});

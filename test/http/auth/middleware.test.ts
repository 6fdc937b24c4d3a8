import createClient from "openapi-fetch";
import { beforeEach, expect, test } from "vitest";
import { apiKeyMiddleware, bearerMiddleware, quotaProjectMiddleware } from "../../../src/index.ts";
import type { paths } from "../../../src/index.ts";
import { clearEnvironment, testKey } from "../../support/clients.ts";
import { answerAll, geminiHost, globalHost, startServer } from "../../support/server.ts";
import { source } from "../../support/credentials.ts";

const server = startServer();
beforeEach(clearEnvironment);

const params = { model: "gemini-3.5-flash", input: "Hi" };

// Middlewares on a bare openapi-fetch client.

test("apiKeyMiddleware serves a bare openapi-fetch client", async () => {
  server.use(answerAll());
  const api = createClient<paths>({ baseUrl: geminiHost });
  api.use(apiKeyMiddleware(testKey));
  await api.POST("/v1beta/interactions", { body: params });
  expect(server.sent("x-goog-api-key")).toEqual([testKey]);
});

test("quotaProjectMiddleware before bearerMiddleware serves a bare client", async () => {
  server.use(answerAll());
  const api = createClient<paths>({ baseUrl: globalHost });
  const auth = source(() => ({ authorization: "Bearer t", "x-goog-user-project": "its-own" }));
  api.use(quotaProjectMiddleware("mine"), bearerMiddleware(auth));
  await api.GET("/v1beta1/interactions/{id}", { params: { path: { id: "a" } } });
  expect(server.sent("authorization")).toEqual(["Bearer t"]);
  expect(server.sent("x-goog-user-project")).toEqual(["mine"]);
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
  expect(server.sent("x-goog-user-project")).toEqual(["its-own"]);
});

test("middlewares refuse a value that a header cannot contain", () => {
  expect(() => apiKeyMiddleware("")).toThrow(TypeError);
  expect(() => bearerMiddleware("a\nb")).toThrow(TypeError);
  expect(() => quotaProjectMiddleware(" ")).toThrow(TypeError);
});

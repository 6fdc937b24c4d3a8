import { readFileSync } from "node:fs";
import { expect, expectTypeOf, test, vi } from "vitest";
import { operations, parseSse, StreamInterruptedError } from "../../src/index.ts";
import type { components, InteractionsApi } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService } from "../../src/testing/index.ts";
import { geminiClient, testKey, vertexClient } from "../support/clients.ts";

type Schemas = components["schemas"];

const poem = "Water over stone. It never says it twice. Still, you can resume.";
const body = {
  agent: "deep-research-preview-04-2026",
  input: "Look into streams",
  background: true,
};
const scope = { project: "p", location: "global" };
const id = "one_1";

const { paths }: { paths: Record<string, Record<string, { operationId?: string }>> } = JSON.parse(
  readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"),
);

/** Method, path and id of all operations in the spec. */
const specified = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { operationId }]) =>
    operationId === undefined ? [] : [[`${method.toUpperCase()} ${path}`, operationId] as const],
  ),
);

/** The calls that make up the life of one interaction, by the URL form that they use. */
const forms = {
  "Gemini API": {
    create: (api: InteractionsApi) => operations.createInteraction(api, { body }),
    get: (api: InteractionsApi, id: string) =>
      operations.getInteractionById(api, { params: { path: { id } } }),
    cancel: (api: InteractionsApi, id: string) =>
      operations.cancelInteractionById(api, { params: { path: { id } } }),
    delete: (api: InteractionsApi, id: string) =>
      operations.deleteInteraction(api, { params: { path: { id } } }),
  },
  "Vertex AI, scoped": {
    create: (api: InteractionsApi) =>
      operations.createVertexInteraction(api, { params: { path: scope }, body }),
    get: (api: InteractionsApi, id: string) =>
      operations.getVertexInteractionById(api, { params: { path: { ...scope, id } } }),
    cancel: (api: InteractionsApi, id: string) =>
      operations.cancelVertexInteractionById(api, { params: { path: { ...scope, id } } }),
    delete: (api: InteractionsApi, id: string) =>
      operations.deleteVertexInteraction(api, { params: { path: { ...scope, id } } }),
  },
  "Vertex AI, unscoped": {
    create: (api: InteractionsApi) =>
      operations.createVertexInteraction(api, { params: { path: scope }, body }),
    get: (api: InteractionsApi, id: string) =>
      operations.getUnscopedVertexInteractionById(api, { params: { path: { id } } }),
    cancel: (api: InteractionsApi, id: string) =>
      operations.cancelUnscopedVertexInteractionById(api, { params: { path: { id } } }),
    delete: (api: InteractionsApi, id: string) =>
      operations.deleteUnscopedVertexInteraction(api, { params: { path: { id } } }),
  },
};

test.for(Object.entries(forms))("an interaction lives and dies on the %s", async ([name, form]) => {
  const service = createInteractionsService({ eventIntervalMs: 60_000 });
  const api = apiOf(service, name);

  const created = await form.create(api);
  expectTypeOf(created.data).toEqualTypeOf<Schemas["Interaction"] | undefined>();
  const id = created.data?.id ?? expect.fail("no id");
  expect((await form.get(api, id)).data).toMatchObject({ id, status: "in_progress" });
  expect((await form.cancel(api, id)).data).toMatchObject({ id, status: "cancelled" });
  expect((await form.delete(api, id)).response.ok).toBe(true);

  const gone = await form.get(api, id);
  expectTypeOf(gone.error).toEqualTypeOf<Schemas["ErrorResponse"] | undefined>();
  expect(gone.data).toBeUndefined();
  expect(gone.response.status).toBe(404);
  expect(gone.error).toMatchObject({ error: { code: "not_found" } });
});

/** The operations on the resources beside interactions, each with what it must be given. */
const neighbours: Record<string, (api: InteractionsApi) => Promise<unknown>> = {
  "GET /v1beta/webhooks": (api) =>
    operations.listWebhooks(api, { params: { query: { page_size: 10 } } }),
  "POST /v1beta/webhooks": (api) =>
    operations.createWebhook(api, {
      body: { uri: "https://example.org/", subscribed_events: ["interaction.completed"] },
    }),
  "GET /v1beta/webhooks/{id}": (api) => operations.getWebhook(api, { params: { path: { id } } }),
  "PATCH /v1beta/webhooks/{id}": (api) =>
    operations.updateWebhook(api, { params: { path: { id } }, body: { state: "disabled" } }),
  "DELETE /v1beta/webhooks/{id}": (api) =>
    operations.deleteWebhook(api, { params: { path: { id } } }),
  "POST /v1beta/webhooks/{id}:ping": (api) =>
    operations.pingWebhook(api, { params: { path: { id } } }),
  "POST /v1beta/webhooks/{id}:rotateSigningSecret": (api) =>
    operations.rotateSigningSecret(api, { params: { path: { id } }, body: {} }),
  "GET /v1beta/environments": (api) => operations.listEnvironments(api, {}),
  "POST /v1beta/environments": (api) => operations.createEnvironment(api, { body: {} }),
  "GET /v1beta/environments/{id}": (api) =>
    operations.getEnvironment(api, { params: { path: { id } } }),
  "DELETE /v1beta/environments/{id}": (api) =>
    operations.deleteEnvironment(api, { params: { path: { id } } }),
  "GET /v1beta/environments/{environment}/files/{path}": (api) =>
    operations.getEnvironmentFiles(api, {
      params: { path: { environment: id, path: "main.py" }, query: { alt: "media" } },
      parseAs: "arrayBuffer",
    }),
  "PUT /upload/v1beta/environments/{environment}/files/{path}": (api) =>
    operations.startEnvironmentFileUpload(api, {
      params: {
        path: { environment: id, path: "main.py" },
        header: {
          "X-Goog-Upload-Protocol": "resumable",
          "X-Goog-Upload-Command": "start",
          "X-Goog-Upload-Header-Content-Length": 3,
          "X-Goog-Upload-Header-Content-Type": "text/plain",
        },
      },
    }),
  "GET /v1beta/agents": (api) => operations.listAgents(api, {}),
  "POST /v1beta/agents": (api) => operations.createAgent(api, { body: { id: "clerk" } }),
  "GET /v1beta/agents/{id}": (api) => operations.getAgent(api, { params: { path: { id } } }),
  "DELETE /v1beta/agents/{id}": (api) => operations.deleteAgent(api, { params: { path: { id } } }),
};

test.for(Object.entries(neighbours))("%s is called with the key", async ([name, call]) => {
  const requests: Request[] = [];
  const { api } = geminiClient({
    fetch: async (address, init) => {
      requests.push(new Request(address, init));
      return Response.json({});
    },
  });
  await call(api);
  const [{ method, url, headers } = expect.fail("no request")] = requests;
  const path = new URL(url).pathname;
  expect(`${method} ${path}`).toBe(
    name.replace("{id}", id).replace("{environment}", id).replace("{path}", "main.py"),
  );
  expect(headers.get("x-goog-api-key")).toBe(testKey);
});

test("a refused call on a neighbour is an error with the service's answer", async () => {
  const { api } = geminiClient({
    fetch: async () =>
      Response.json({ error: { code: "not_found", message: "No such webhook." } }, { status: 404 }),
  });
  const { data, error } = await operations.getWebhook(api, { params: { path: { id } } });
  expectTypeOf(data).toEqualTypeOf<Schemas["Webhook"] | undefined>();
  expectTypeOf(error).toEqualTypeOf<Schemas["ErrorResponse"] | undefined>();
  expect(error).toEqual({ error: { code: "not_found", message: "No such webhook." } });
});

test.for(specified)("%s has a call of its own", async ([name, operationId]) => {
  const requests: string[] = [];
  const { api } = geminiClient({
    fetch: async (address, { method }) => {
      requests.push(`${method} ${new URL(address).pathname}`);
      return Response.json({});
    },
  });
  const params = [...name.matchAll(/\{(\w+)\}/g)].map(([, param = ""]) => [param, id]);
  // Whatever the spec names: the types of each call are held by the tables above.
  const call = Reflect.get(operations, operationId) as (
    api: InteractionsApi,
    init: object,
  ) => unknown;
  await call(api, { params: { path: Object.fromEntries(params) } });
  expect(requests).toEqual([name.replaceAll(/\{\w+\}/g, id)]);
});

test("every generated call is named by the spec", () => {
  expect(Object.keys(operations)).toHaveLength(specified.length);
});

test("the example in generated/operations.ts streams", async () => {
  const { fetch } = createInteractionsService({ respond: () => poem });
  const client = geminiClient({ fetch });
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);

  const { data, error } = await operations.createInteraction(client.api, {
    body: { model: "gemini-3.8-flash", input: "Write a haiku about streams", stream: true },
    parseAs: "stream",
  });
  if (!data) throw new Error(JSON.stringify(error));
  for await (const event of parseSse(data)) {
    if (event.event_type === "step.delta" && event.delta.type === "text") {
      process.stdout.write(event.delta.text);
    }
  }

  expect(written.mock.calls.join("")).toBe(poem);
  // What has just run is what stands there.
  const source = readFileSync(new URL("../../generated/operations.ts", import.meta.url), "utf8");
  const [, example = ""] = /```ts\n([^`]*) \* ```/.exec(source) ?? [];
  const lines = example.replaceAll(/^ \* /gm, "  ");
  expect(lines).toContain("parseSse(data)");
  expect(readFileSync(import.meta.filename, "utf8")).toContain(lines);
});

test("a stream that was opened directly is reattached by its event id", async () => {
  const { fetch } = createInteractionsService({ respond: () => poem });
  const { api } = vertexClient({}, { fetch });
  const params = { path: scope };
  const first = await operations.createVertexInteraction(api, {
    params,
    body: { ...body, stream: true },
    parseAs: "stream",
  });
  let id = "";
  let last_event_id = "";
  let text = "";
  for await (const event of parseSse(first.data ?? expect.fail("no body"))) {
    if (event.event_type === "interaction.created") id = event.interaction.id ?? "";
    last_event_id = event.event_id ?? last_event_id;
    if (event.event_type !== "step.delta" || event.delta.type !== "text") continue;
    text += event.delta.text;
    break;
  }
  const rest = await operations.getVertexInteractionById(api, {
    params: { path: { ...scope, id }, query: { stream: true, last_event_id } },
    parseAs: "stream",
  });
  for await (const event of parseSse(rest.data ?? expect.fail("no body"))) {
    if (event.event_type === "step.delta" && event.delta.type === "text") text += event.delta.text;
  }
  expect(text).toBe(poem);
});

test("a stream that breaks off is an error, also when read directly", async () => {
  const { fetch } = createInteractionsService({ faults: [{ kind: "cut", afterEvents: 3 }] });
  const { api } = geminiClient({ fetch });
  const { data } = await operations.createInteraction(api, {
    body: { model: "gemini-3.8-flash", input: "Hi", stream: true },
    parseAs: "stream",
  });
  const events = parseSse(data ?? expect.fail("no body"));
  for (const type of ["interaction.created", "interaction.status_update", "step.start"]) {
    expect((await events.next()).value).toMatchObject({ event_type: type });
  }
  await expect(events.next()).rejects.toThrow(StreamInterruptedError);
});

function apiOf(service: InteractionsService, form: string): InteractionsApi {
  const { fetch } = service;
  return form === "Gemini API" ? geminiClient({ fetch }).api : vertexClient({}, { fetch }).api;
}

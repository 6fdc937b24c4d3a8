import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ApiError, InteractionsClient, operations } from "../../../src/index.ts";
import type { InteractionsClientOptions } from "../../../src/index.ts";
import { createInteractionsService } from "../../../src/testing/index.ts";
import type {
  InteractionsService,
  InteractionsServiceOptions,
  ServiceChange,
} from "../../../src/testing/index.ts";
import { startServer } from "../../../src/testing/node.ts";
import { verifyWebhook } from "../../../src/webhooks/index.ts";
import type { WebhookEvent } from "../../../src/webhooks/index.ts";

const model = "gemini-3.8-flash";
const uri = "https://app.example/hook";
const subscribed_events = ["interaction.completed", "interaction.failed"];

function setUp(options: InteractionsServiceOptions = {}) {
  const service = createInteractionsService({ mode: "faithful", ...options });
  return { service, client: clientOf(service) };
}

function clientOf(
  { fetch }: InteractionsService,
  options: InteractionsClientOptions = { apiKey: "any" },
): InteractionsClient {
  return new InteractionsClient({ retry: false, fetch, ...options });
}

/** Waits until this many deliveries were sent and answered; signing takes its time. */
async function delivered({ deliveries }: InteractionsService, count: number): Promise<void> {
  await vi.waitFor(() =>
    expect(deliveries.filter(({ status }) => status !== undefined)).toHaveLength(count),
  );
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

const uploadHeaders = {
  "X-Goog-Upload-Protocol": "resumable",
  "X-Goog-Upload-Command": "start",
  "X-Goog-Upload-Header-Content-Length": 2,
  "X-Goog-Upload-Header-Content-Type": "text/plain",
} as const;

/** Each operation of the neighbours, by its id in the spec, on a service that has one of each. */
const table: Record<string, (client: InteractionsClient) => PromiseLike<unknown>> = {
  listAgents: ({ agents }) => agents.list({ page_size: 10 }),
  createAgent: ({ agents }) => agents.create({ base_agent: "antigravity-preview-09-2026" }),
  getAgent: ({ agents }) => agents.get("own"),
  deleteAgent: ({ agents }) => agents.delete("own"),
  listEnvironments: ({ environments }) => environments.list(),
  createEnvironment: ({ environments }) =>
    environments.create({ from_environment: "environment-1" }),
  getEnvironment: ({ environments }) => environments.get("environment-1"),
  deleteEnvironment: ({ environments }) => environments.delete("environment-1"),
  getEnvironmentFiles: ({ environments }) => environments.listFiles("environment-1", "src"),
  startEnvironmentFileUpload: ({ api }) =>
    operations.startEnvironmentFileUpload(api, {
      params: { path: { environment: "environment-1", path: "b" }, header: uploadHeaders },
    }),
  listWebhooks: ({ webhooks }) => webhooks.list(),
  createWebhook: ({ webhooks }) => webhooks.create({ uri, subscribed_events }),
  getWebhook: ({ webhooks }) => webhooks.get("webhook-1"),
  updateWebhook: ({ webhooks }) => webhooks.update("webhook-1", { name: "mine" }),
  deleteWebhook: ({ webhooks }) => webhooks.delete("webhook-1"),
  pingWebhook: ({ webhooks }) => webhooks.ping("webhook-1"),
  rotateSigningSecret: ({ webhooks }) =>
    webhooks.rotateSigningSecret("webhook-1", {
      revocation_behavior: "revoke_previous_secrets_immediately",
    }),
};

const source = { type: "inline", target: "/src/main.py", content: "print(1)" };

async function setUpOneOfEach(options: InteractionsServiceOptions = {}) {
  const made = setUp({
    webhooks: { deliver: () => new Response(null, { status: 204 }) },
    ...options,
  });
  const { agents, environments, webhooks } = made.client;
  await agents.create({ id: "own", description: "Mine." });
  await environments.create({ sources: [source] });
  await webhooks.create({ uri, subscribed_events });
  return made;
}

test("the table above holds 17 operations of the spec, none of them about interactions", () => {
  const document: { paths: Record<string, Record<string, { operationId?: string }>> } = JSON.parse(
    readFileSync("generated/openapi.json", "utf8"),
  );
  const ids = Object.entries(document.paths)
    .filter(([path]) => !path.includes("interactions"))
    .flatMap(([, methods]) => Object.values(methods).flatMap((each) => each.operationId ?? []));
  expect(ids).toEqual(expect.arrayContaining(Object.keys(table)));
  expect(Object.keys(table)).toHaveLength(17);
});

test.each(Object.entries(table))(
  "%s is answered on the Gemini API and on Vertex AI",
  async (_, call) => {
    for (const vertex of [undefined, { project: "p", auth: "token" }]) {
      const { service, client } = await setUpOneOfEach();
      await call(vertex === undefined ? client : clientOf(service, { vertex }));
      expect(service.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
  },
);

const needsOne = Object.entries(table).filter(
  ([name]) => !/^(list|createAgent|createW)/.test(name),
);

test.each(needsOne)("%s of something that is not there is a 404 by its name", async (_, call) => {
  const { service, client } = setUp();
  const refused: unknown = await Promise.resolve(call(client)).catch((error: unknown) => error);
  expect(service.requests.at(-1)?.status).toBe(404);
  if (!(refused instanceof ApiError)) return;
  expect(refused.code).toBe("not_found");
  expect(refused.message).toMatch(
    /(Agent own|Environment environment-1|Webhook webhook-1) not found/,
  );
});

test.each<[string, string, object, string]>([
  ["POST", "webhooks", { subscribed_events }, "Missing required parameter 'uri'."],
  [
    "POST",
    "webhooks",
    { uri, subscribed_events, urll: 1 },
    "Unknown parameter 'urll'. Did you mean 'uri'?",
  ],
  ["POST", "webhooks", { uri: 7, subscribed_events }, "Invalid input at 'uri'."],
  ["PATCH", "webhooks/webhook-1", { states: "disabled" }, "Unknown parameter 'states'."],
  ["POST", "webhooks/webhook-1:ping", { loud: true }, "Unknown parameter 'loud'."],
  [
    "POST",
    "webhooks/webhook-1:rotateSigningSecret",
    { revocation_behavior: 1 },
    "Invalid input at 'revocation_behavior'.",
  ],
  ["POST", "environments", { sources: "x" }, "Invalid input at 'sources'."],
  [
    "POST",
    "environments",
    { from_environment: "environment-1", sources: [] },
    "sources must not be set together with from_environment.",
  ],
  ["POST", "agents", { base_agent: [] }, "Invalid input at 'base_agent'."],
  ["POST", "agents", { tools: [{ type: "warp" }] }, "Invalid input at 'tools[0].type'."],
])("faithful: %s %s with %j is a 400 in the service's words", async (method, path, body, words) => {
  const { service } = await setUpOneOfEach();
  const response = await service.fetch(`https://a.example/v1beta/${path}`, {
    method,
    body: JSON.stringify(body),
  });
  const { error } = (await response.json()) as { error: { code: string; message: string } };
  expect([response.status, error.code]).toEqual([400, "invalid_request"]);
  expect(error.message).toContain(words);
});

test("a body that is no JSON object is a 400, a path or method that is none a 404", async () => {
  const { service } = await setUpOneOfEach();
  const statusOf = async (method: string, path: string, body: string | null = null) =>
    (await service.fetch(`https://a.example/v1beta/${path}`, { method, body })).status;
  expect(await statusOf("POST", "agents", "[1]")).toBe(400);
  expect(await statusOf("POST", "agents", "{")).toBe(400);
  expect(await statusOf("PUT", "agents/own")).toBe(404);
  expect(await statusOf("POST", "webhooks/webhook-1:pong")).toBe(404);
  expect(await statusOf("GET", "webhooks/webhook-1/files/a")).toBe(404);
});

test("credentials are asked for as for interactions", async () => {
  const { client } = setUp({ apiKeys: ["right"] });
  await expect(client.agents.list()).rejects.toMatchObject({
    name: "AuthenticationError",
  });
});

test("an agent keeps its id, and a second one with that id is refused", async () => {
  const { client } = setUp();
  const agent = { id: "own", base_agent: "antigravity-preview-09-2026" };
  expect(await client.agents.create(agent)).toEqual(agent);
  await expect(client.agents.create(agent)).rejects.toMatchObject({ code: "already_exists" });
  expect(await client.agents.list()).toEqual({ agents: [agent] });
  await client.agents.delete("own");
  expect(await client.agents.list()).toEqual({});
});

test("lists come page by page", async () => {
  const { client } = setUp();
  for (const id of ["a", "b", "c"]) await client.agents.create({ id });
  const ids: (string | undefined)[][] = [];
  let token: string | undefined;
  do {
    const page = await client.agents.list({
      page_size: 2,
      ...(token === undefined ? {} : { page_token: token }),
    });
    ids.push((page.agents ?? []).map(({ id }) => id));
    token = page.next_page_token;
  } while (token !== undefined);
  expect(ids).toEqual([["a", "b"], ["c"]]);
  await expect(client.agents.list({ page_token: "x" })).rejects.toThrow(/page_token/);
});

test("the files of an environment are listed and read, those of a copy too", async () => {
  const { client } = setUp({ now: () => 0 });
  const { environments } = client;
  const bytes = Uint8Array.of(0, 255, 239, 187, 191);
  const content = btoa(String.fromCharCode(...bytes));
  const { id } = await environments.create({
    sources: [source, { type: "inline", target: "src/lib/a.bin", content, encoding: "base64" }],
  });
  expect(await environments.get(id)).toMatchObject({ status: "active", file_count: "2" });
  const copy = await environments.create({ from_environment: id });
  await environments.delete(id);
  expect(copy.size_bytes).toBe("13");
  expect(await environments.readFile(copy.id, "src/lib/a.bin")).toEqual(bytes);
  expect(text(await environments.readFile(copy.id, "src/main.py"))).toBe("print(1)");
  const list = async (path: string, recursive = false) =>
    (await environments.listFiles(copy.id, path, { recursive })).files?.map(
      (file) => `${file.type} ${file.path}`,
    );
  expect(await list("src")).toEqual(["directory src/lib", "file src/main.py"]);
  expect(await list("src", true)).toEqual([
    "directory src/lib",
    "file src/lib/a.bin",
    "file src/main.py",
  ]);
  expect(await list("src/main.py")).toEqual(["file src/main.py"]);
  await expect(environments.readFile(copy.id, "src/no.py")).rejects.toMatchObject({ status: 404 });
  await expect(environments.readFile(copy.id, "src")).rejects.toMatchObject({ status: 400 });
});

test("a file is uploaded in the two steps of the resumable protocol, over HTTP", async () => {
  const server = await startServer(createInteractionsService());
  try {
    const client = new InteractionsClient({ apiKey: "any", baseUrl: server.url, retry: false });
    const { id } = await client.environments.create();
    const start = () =>
      operations.startEnvironmentFileUpload(client.api, {
        params: { path: { environment: id, path: "in/a.bin" }, header: uploadHeaders },
      });
    const { response } = await start();
    const address = response.headers.get("x-goog-upload-url") ?? "";
    const send = (command: string, offset: number, ...bytes: number[]) =>
      fetch(address, {
        method: "POST",
        headers: { "x-goog-upload-command": command, "x-goog-upload-offset": String(offset) },
        body: Uint8Array.from(bytes),
      });
    expect((await send("upload", 0, 255)).status).toBe(200);
    expect((await send("upload, finalize", 7, 0)).status).toBe(400);
    expect(await (await send("upload, finalize", 1, 0, 239)).json()).toMatchObject({
      files: [{ path: "in/a.bin", size_bytes: "3", mime_type: "text/plain" }],
    });
    expect(await client.environments.readFile(id, "in/a.bin")).toEqual(Uint8Array.of(255, 0, 239));
    expect((await start()).response.status).toBe(409);
  } finally {
    await server.close();
  }
});

/** A client whose service hands its deliveries to this list, verified by the secrets given. */
async function setUpReceiver(subscribed = subscribed_events) {
  const events: WebhookEvent[] = [];
  const secrets: string[] = [];
  const { service, client } = setUp({
    respond: ({ input }) => ({ status: typeof input === "string" ? input : "failed" }),
    webhooks: {
      async deliver(request) {
        events.push(await verifyWebhook(request, { secret: secrets }));
        return new Response(null, { status: 204 });
      },
    },
  });
  const { id = "", new_signing_secret = "" } = await client.webhooks.create({
    uri,
    subscribed_events: subscribed,
  });
  secrets.push(new_signing_secret);
  return { service, client, events, secrets, id };
}

test("a registered webhook gets the events that it subscribed to, signed with its secret", async () => {
  const { service, client, events } = await setUpReceiver(["interaction.failed"]);
  await client.create({ model, input: "completed" });
  const failed = await client.create({ model, input: "failed" });
  await delivered(service, 1);
  expect(events.map(({ type, data }) => [type, data.id])).toEqual([
    ["interaction.failed", failed.id],
  ]);
  expect(service.deliveries.map(({ status }) => status)).toEqual([204]);
});

test("a disabled or deleted webhook gets nothing, nor does one whose run names other addresses", async () => {
  const { service, client, id, secrets } = await setUpReceiver();
  await client.webhooks.update(id, { state: "disabled" });
  await client.create({ model, input: "completed" });
  await client.webhooks.update(id, { state: "enabled" });
  const webhook_config = { uris: ["https://other.example"] };
  await client.create({ model, input: "completed", webhook_config });
  await client.webhooks.delete(id);
  await client.create({ model, input: "completed" });
  const control = await client.webhooks.create({
    uri: "https://control.example",
    subscribed_events,
  });
  secrets.push(control.new_signing_secret ?? "");
  await client.create({ model, input: "completed" });
  await vi.waitFor(() => expect(service.deliveries).toHaveLength(2));
  expect(service.deliveries.map((delivery) => delivery.uri).toSorted()).toEqual([
    "https://control.example",
    "https://other.example",
  ]);
});

test("a ping is a signed delivery", async () => {
  const { service, client, events, id } = await setUpReceiver();
  await client.webhooks.ping(id);
  await delivered(service, 1);
  expect(events).toMatchObject([{ type: "ping", data: { id } }]);
});

test("after a rotation both secrets sign for a day, or the new one alone at once", async () => {
  let count = 0;
  let now = 1_700_000_000_000;
  const { service, client } = setUp({
    now: () => now,
    webhooks: { deliver: () => new Response(null) },
  });
  const { id = "" } = await client.webhooks.create({ uri, subscribed_events });
  const signatures = async () => {
    await client.create({ model, input: "Hi" });
    await delivered(service, (count += 1));
    return service.deliveries.at(-1)?.headers["webhook-signature"]?.split(" ").length;
  };
  expect(await signatures()).toBe(1);
  await client.webhooks.rotateSigningSecret(id);
  expect(await signatures()).toBe(2);
  const { signing_secrets: shown } = await client.webhooks.get(id);
  expect(shown?.map(({ expire_time }) => expire_time)).toEqual([
    undefined,
    new Date(now + 86_400_000).toISOString(),
  ]);
  now += 86_400_001;
  expect(await signatures()).toBe(1);
  await client.webhooks.rotateSigningSecret(id, {
    revocation_behavior: "revoke_previous_secrets_immediately",
  });
  expect(await signatures()).toBe(1);
});

test("only the answers to create and rotate show a secret", async () => {
  const { client } = setUp();
  const { id = "", new_signing_secret: secret = "" } = await client.webhooks.create({
    uri,
    subscribed_events,
  });
  expect(secret).toMatch(/^whsec_/);
  const read = [await client.webhooks.get(id), await client.webhooks.list()];
  expect(JSON.stringify(read)).not.toContain(secret);
  expect(JSON.stringify(read)).not.toContain("new_signing_secret");
});

test("another service goes on from the state, and gives no id twice", async () => {
  const state: ServiceChange[] = [];
  const keep = (change: ServiceChange): void => void state.push(JSON.parse(JSON.stringify(change)));
  const first = await setUpOneOfEach({ onChange: keep });
  await first.client.webhooks.create({ uri, subscribed_events });
  await first.client.webhooks.delete("webhook-2");
  await first.client.create({ model, input: "Hi" });
  const { service, client } = setUp({ state, webhooks: { deliver: () => new Response(null) } });
  expect(await client.agents.get("own")).toEqual({ id: "own", description: "Mine." });
  expect(text(await client.environments.readFile("environment-1", "src/main.py"))).toBe("print(1)");
  expect((await client.webhooks.list()).webhooks?.map(({ id }) => id)).toEqual(["webhook-1"]);
  expect((await client.webhooks.create({ uri, subscribed_events })).id).toBe("webhook-3");
  await client.create({ model, input: "Hi" });
  await delivered(service, 2);
  service.reset();
  expect(await client.agents.list()).toEqual({});
});

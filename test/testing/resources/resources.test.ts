import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { ApiError, InteractionsClient, operations } from "../../../src/index.ts";
import type { CreateDecisionRequest, InteractionsClientOptions } from "../../../src/index.ts";
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

const token = { type: "bearer_token", id: "tracker", token: "not a real token" } as const;
const daily = {
  schedule: "0 7 * * *",
  time_zone: "UTC",
  interaction: { agent: "antigravity-preview-09-2026", input: "Report" },
};
const giant = { store: true, voice: { type: "prompted", prompted: { input: "Deep." } } };
const questions: CreateDecisionRequest = {
  model: "models/m",
  input: "Where is my parcel?",
  questions: {
    topic: { type: "choice", instructions: "Which?", criteria: { parcel: "", refund: "" } },
    angry: { type: "noul", instructions: "Angry?" },
    urgency: { type: "score", instructions: "How soon?", criteria: ["Later", "Today", "Now"] },
  },
};

const address = ({ headers }: Response): string => headers.get("x-goog-upload-url") ?? "";

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
  uploadEnvironmentFile: async ({ api, environments }) => {
    const start = { path: { environment: "environment-1", path: "c" }, header: uploadHeaders };
    const { response } = await operations.startEnvironmentFileUpload(api, { params: start });
    const [, upload_id = "none"] = /upload_id=([^&]+)/.exec(address(response)) ?? [];
    await operations.uploadEnvironmentFile(api, {
      params: {
        path: start.path,
        query: { upload_id },
        header: { "X-Goog-Upload-Command": "upload, finalize", "X-Goog-Upload-Offset": 0 },
      },
      body: new Blob(["hi"]),
      bodySerializer: (body) => body,
    });
    if (upload_id !== "none") await environments.readFile("environment-1", "c");
  },
  listCredentials: ({ credentials }) => credentials.list(),
  createCredential: ({ credentials }) => credentials.create({ ...token, id: "other" }),
  getCredential: ({ credentials }) => credentials.get("tracker"),
  updateCredential: ({ credentials }) =>
    credentials.update("tracker", { type: "bearer_token", token: "new", update_mask: "token" }),
  deleteCredential: ({ credentials }) => credentials.delete("tracker"),
  listTriggers: ({ triggers }) => triggers.list(),
  createTrigger: ({ triggers }) => triggers.create(daily),
  getTrigger: ({ triggers }) => triggers.get("trigger-1"),
  updateTrigger: ({ triggers }) => triggers.update("trigger-1", { status: "paused" }),
  deleteTrigger: ({ triggers }) => triggers.delete("trigger-1"),
  runTrigger: ({ triggers }) => triggers.run("trigger-1"),
  listTriggerExecutions: ({ triggers }) => triggers.listExecutions("trigger-1"),
  listVoices: ({ voices }) => voices.list(),
  createVoice: ({ voices }) => voices.create(giant),
  getVoice: ({ voices }) => voices.get("voice_1"),
  deleteVoice: ({ voices }) => voices.delete("voice_1"),
  createDecision: ({ decisions }) => decisions.create(questions),
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
  await made.client.credentials.create(token);
  await made.client.triggers.create(daily);
  await made.client.voices.create(giant);
  return made;
}

test("the table above holds 35 operations of the spec, none of them about interactions", () => {
  const document: { paths: Record<string, Record<string, { operationId?: string }>> } = JSON.parse(
    readFileSync("generated/openapi.json", "utf8"),
  );
  const ids = Object.entries(document.paths)
    .filter(([path]) => !path.includes("interactions"))
    .flatMap(([, methods]) => Object.values(methods).flatMap((each) => each.operationId ?? []));
  expect(ids).toEqual(expect.arrayContaining(Object.keys(table)));
  expect(Object.keys(table)).toHaveLength(35);
});

test.each(Object.entries(table))(
  "%s is answered on the Gemini API and on Vertex AI",
  async (_, call) => {
    for (const vertex of [undefined, { project: "p", auth: "token" }]) {
      const { service, client } = await setUpOneOfEach();
      const made = service.requests.length;
      await call(vertex === undefined ? client : clientOf(service, { vertex }));
      const statuses = service.requests.map(({ status }) => status);
      expect(statuses.length).toBeGreaterThan(made);
      expect([...new Set(statuses)]).toEqual([200]);
    }
  },
);

const needsOne = Object.entries(table).filter(
  ([name]) => !/^(list(?!TriggerE)|create(?!Env))/.test(name),
);

test.each(needsOne)(
  "%s of something that does not exist is a 404 that names it",
  async (_, call) => {
    const { service, client } = setUp();
    const refused: unknown = await Promise.resolve(call(client)).catch((error: unknown) => error);
    expect(service.requests.at(-1)?.status).toBe(404);
    if (!(refused instanceof ApiError)) return;
    expect(refused.code).toBe("not_found");
    expect(refused.message).toMatch(
      /(Agent own|Environment environment-1|Webhook webhook-1|Credential tracker|Trigger trigger-1|Voice voice_1) not found/,
    );
  },
);

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
  ["POST", "credentials", { id: "a", type: "password" }, "Invalid input at 'type'."],
  ["POST", "credentials", { id: "a", type: "oauth2" }, "Missing required parameter"],
  ["PATCH", "credentials/tracker", { type: "bearer_token", tokn: "" }, "Unknown parameter 'tokn'."],
  ["POST", "triggers", { ...daily, schedule: 7 }, "Invalid input at 'schedule'."],
  ["PATCH", "triggers/trigger-1", { schedule: "* * * * *" }, "Unknown parameter 'schedule'."],
  ["POST", "voices", { voice: { type: "prompted" } }, "store must be true"],
  ["POST", "decisions", { ...questions, questions: {} }, "questions must not be empty."],
  ["POST", "agents", { base_agent: [] }, "Invalid input at 'base_agent'."],
  ["POST", "agents", { tools: [{ type: "warp" }] }, "Invalid input at 'tools[0].type'."],
])(
  "faithful: %s %s with %j is a 400 with the service's message",
  async (method, path, body, words) => {
    const { service } = await setUpOneOfEach();
    const response = await service.fetch(`https://a.example/v1beta/${path}`, {
      method,
      body: JSON.stringify(body),
    });
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect([response.status, error.code]).toEqual([400, "invalid_request"]);
    expect(error.message).toContain(words);
  },
);

test("a body that is not a JSON object is a 400, an unknown path or method a 404", async () => {
  const { service } = await setUpOneOfEach();
  const statusOf = async (method: string, path: string, body: string | null = null) =>
    (await service.fetch(`https://a.example/v1beta/${path}`, { method, body })).status;
  expect(await statusOf("POST", "agents", "[1]")).toBe(400);
  expect(await statusOf("POST", "agents", "{")).toBe(400);
  expect(await statusOf("PUT", "agents/own")).toBe(404);
  expect(await statusOf("POST", "webhooks/webhook-1:pong")).toBe(404);
  expect(await statusOf("GET", "webhooks/webhook-1/files/a")).toBe(404);
});

test("credentials are required as for interactions", async () => {
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

test("a credential never shows what is secret about it", async () => {
  const { client, service } = setUp({ now: () => 0 });
  const { credentials } = client;
  const stored = { id: "tracker", type: "bearer_token", status: "active" };
  expect(await credentials.create(token)).toMatchObject(stored);
  await expect(credentials.create(token)).rejects.toMatchObject({ status: 409 });
  await credentials.update("tracker", { type: "bearer_token", token: "newer" });
  const read = [await credentials.get("tracker"), await credentials.list(), service];
  expect(read.slice(0, 2)).toMatchObject([stored, { credentials: [stored] }]);
  expect(JSON.stringify(read.slice(0, 2))).not.toMatch(/newer|not a real/);
});

test("a trigger keeps what it has run, and its status", async () => {
  const { client } = setUp({ now: () => 0 });
  const { triggers } = client;
  const { id } = await triggers.create(daily);
  expect(await triggers.get(id)).toMatchObject({ ...daily, status: "active" });
  expect(await triggers.listExecutions(id)).toEqual({});
  const execution = await triggers.run(id);
  expect(execution).toMatchObject({ trigger_id: id, status: "completed" });
  expect((await triggers.listExecutions(id)).trigger_executions).toEqual([execution]);
  const paused = await triggers.update(id, { status: "paused", display_name: "Mine" });
  expect(paused).toMatchObject({ status: "paused", display_name: "Mine" });
  expect(paused.last_pause_time).toBe("1970-01-01T00:00:00.000Z");
});

test("voices can be filtered, and only stored ones deleted", async () => {
  const { client } = setUp();
  const { voices } = client;
  const idsOf = async (params?: Parameters<typeof voices.list>[0]) =>
    (await voices.list(params)).voices?.map(({ id }) => id);
  await voices.create({
    store: true,
    voice: { ...giant.voice, display_name: "Giant", accent: "British", pitch: "low" },
  });
  expect(await idsOf()).toEqual(["Puck", "Charon", "voice_1"]);
  expect(await idsOf({ pitch: ["LOW"], type: ["prompted", "prebuilt"] })).toEqual([
    "Charon",
    "voice_1",
  ]);
  expect(await idsOf({ accent: ["British"], search: "gia" })).toEqual(["voice_1"]);
  const audio = { data: "UklGRg==", mime_type: "audio/wav" };
  const copied = await voices.create({
    voice: { type: "replicated", replicated: { source_audio: audio, consent_audio: audio } },
  });
  expect(copied).toMatchObject({ type: "replicated", key: "voicekey_1" });
  expect(copied.id).toBeUndefined();
  await expect(voices.delete("Puck")).rejects.toMatchObject({ status: 403 });
  await voices.delete("voice_1");
  expect(await idsOf()).toEqual(["Puck", "Charon"]);
});

test("questions are answered with even probabilities", async () => {
  const { client } = setUp();
  const { answers } = await client.decisions.create(questions);
  expect(answers).toEqual({
    topic: {
      type: "choice",
      choice: "parcel",
      confidence: 0.5,
      probabilities: { parcel: 0.5, refund: 0.5 },
    },
    angry: { type: "noul", noul: 0.5, confidence: 0.5 },
    urgency: {
      type: "score",
      score: 1,
      confidence: 1 / 3,
      probabilities: { 0: 1 / 3, 1: 1 / 3, 2: 1 / 3 },
      legend: { 0: "Later", 1: "Today", 2: "Now" },
    },
  });
});

test("a file is written in one call, and replaced only on demand", async () => {
  const { client } = setUp();
  const { environments } = client;
  const { id } = await environments.create();
  const bytes = Uint8Array.of(0, 255, 239);
  const { files } = await environments.writeFile(id, "in/a.bin", bytes);
  expect(files).toMatchObject([{ path: "in/a.bin", size_bytes: "3" }]);
  expect(await environments.readFile(id, "in/a.bin")).toEqual(bytes);
  const again = (overwrite?: boolean) =>
    environments.writeFile(id, "in/a.bin", new Blob(["b"], { type: "text/plain" }), { overwrite });
  await expect(again()).rejects.toMatchObject({ status: 409 });
  expect((await again(true)).files).toMatchObject([{ mime_type: "text/plain" }]);
  expect(text(await environments.readFile(id, "in/a.bin"))).toBe("b");
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

test("another service continues from the state, and does not reuse an id", async () => {
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

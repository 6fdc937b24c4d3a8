import { expect, test, vi } from "vitest";
import { NotFoundError, operations, ResponseParseError } from "../../src/index.ts";
import type { InteractionsClient, InteractionsClientOptions } from "../../src/index.ts";
import { geminiClient, testKey, testToken, vertexClient } from "../support/clients.ts";

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** A fetch that records what it is called with, and answers with these in turn. */
function recorder(...answers: (() => Response)[]) {
  const sent: Sent[] = [];
  const fetch: InteractionsClientOptions["fetch"] = (url, { method, headers, body }) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)] ?? (() => json({}));
    sent.push({ method, url, headers, body });
    return Promise.resolve(answer());
  };
  return { sent, fetch };
}

function json(value: unknown, status = 200): Response {
  return Response.json(value, { status });
}

const subscription = { uri: "https://a.example", subscribed_events: ["interaction.completed"] };

const secret = { type: "bearer_token", id: "c", token: "not a real token" } as const;
const daily = { schedule: "0 7 * * *", time_zone: "UTC", interaction: { agent: "a" } };
const giant = { store: true, voice: { type: "prompted", prompted: { input: "Deep." } } };
const questions = { model: "models/m", input: "", questions: {} };

const calls: [
  call: (client: InteractionsClient) => PromiseLike<unknown>,
  request: string,
  body?: unknown,
][] = [
  [({ agents }) => agents.list(), "GET agents"],
  [({ agents }) => agents.list({ page_size: 2 }), "GET agents?page_size=2"],
  [({ agents }) => agents.create({ id: "a" }), "POST agents", { id: "a" }],
  [({ agents }) => agents.get("a"), "GET agents/a"],
  [({ agents }) => agents.delete("a"), "DELETE agents/a"],
  [({ environments }) => environments.list({ page_token: "t" }), "GET environments?page_token=t"],
  [({ environments }) => environments.create(), "POST environments", {}],
  [({ environments }) => environments.get("e"), "GET environments/e"],
  [({ environments }) => environments.delete("e"), "DELETE environments/e"],
  [
    ({ environments }) => environments.listFiles("e", "src", { recursive: true }),
    "GET environments/e/files/src?recursive=true",
  ],
  [
    ({ environments }) => environments.readFile("e", "src/main.py"),
    "GET environments/e/files/src/main.py?alt=media",
  ],
  [({ webhooks }) => webhooks.list(), "GET webhooks"],
  [({ webhooks }) => webhooks.create(subscription), "POST webhooks", subscription],
  [({ webhooks }) => webhooks.get("w"), "GET webhooks/w"],
  [
    ({ webhooks }) => webhooks.update("w", { state: "disabled" }),
    "PATCH webhooks/w",
    { state: "disabled" },
  ],
  [({ webhooks }) => webhooks.delete("w"), "DELETE webhooks/w"],
  [({ webhooks }) => webhooks.ping("w"), "POST webhooks/w:ping"],
  [({ webhooks }) => webhooks.rotateSigningSecret("w"), "POST webhooks/w:rotateSigningSecret", {}],
  [({ credentials }) => credentials.list(), "GET credentials"],
  [({ credentials }) => credentials.create(secret), "POST credentials", secret],
  [({ credentials }) => credentials.get("c"), "GET credentials/c"],
  [
    ({ credentials }) =>
      credentials.update("c", { type: "oauth2", client_id: "x", update_mask: "client_id" }),
    "PATCH credentials/c?update_mask=client_id",
    { type: "oauth2", client_id: "x" },
  ],
  [({ credentials }) => credentials.delete("c"), "DELETE credentials/c"],
  [({ triggers }) => triggers.list({ filter: "a=b" }), "GET triggers?filter=a%3Db"],
  [({ triggers }) => triggers.create(daily), "POST triggers", daily],
  [({ triggers }) => triggers.get("t"), "GET triggers/t"],
  [
    ({ triggers }) => triggers.update("t", { status: "paused" }),
    "PATCH triggers/t",
    { status: "paused" },
  ],
  [({ triggers }) => triggers.delete("t"), "DELETE triggers/t"],
  [({ triggers }) => triggers.run("t"), "POST triggers/t/executions"],
  [
    ({ triggers }) => triggers.listExecutions("t", { page_size: 1 }),
    "GET triggers/t/executions?page_size=1",
  ],
  [
    ({ voices }) => voices.list({ accent: ["British", "Irish"], search: "deep" }),
    "GET voices?accent=British&accent=Irish&search=deep",
  ],
  [({ voices }) => voices.create(giant), "POST voices", giant],
  [({ voices }) => voices.get("v"), "GET voices/v"],
  [({ voices }) => voices.delete("v"), "DELETE voices/v"],
  [({ decisions }) => decisions.create(questions), "POST decisions", questions],
];

test.each(calls)("%s sends its request, with the key", async (call, request, body) => {
  const { sent, fetch } = recorder();
  await call(geminiClient({ fetch }));
  const [method, path] = request.split(" ");
  expect(sent).toEqual([
    {
      method,
      url: `https://generativelanguage.googleapis.com/v1beta/${path}`,
      headers: expect.objectContaining({ "x-goog-api-key": testKey }),
      body: body === undefined ? undefined : JSON.stringify(body),
    },
  ]);
});

test.each(calls)("%s goes to project and location on Vertex AI", async (call, request) => {
  const { sent, fetch } = recorder();
  await call(vertexClient({}, { fetch, apiVersion: "v1" }));
  const [method, path] = request.split(" ");
  const base = "https://aiplatform.googleapis.com/v1/projects/p/locations/global";
  expect(sent.map((each) => `${each.method} ${each.url}`)).toEqual([`${method} ${base}/${path}`]);
  expect(sent[0]?.headers["authorization"]).toBe(`Bearer ${testToken}`);
});

test.each(calls)("%s throws the error of an answer outside 2xx", async (call) => {
  const { fetch } = recorder(() => json({ error: { code: "not_found", message: "Gone." } }, 404));
  await expect(call(geminiClient({ fetch }))).rejects.toThrow(NotFoundError);
});

test.each([
  [(client: InteractionsClient) => client.agents.get(".."), /^Agent id must be one path segment/],
  [
    (client: InteractionsClient) => client.webhooks.ping(""),
    /^Webhook id must be one path segment/,
  ],
  [
    (client: InteractionsClient) => client.environments.readFile("a/b", "c"),
    /^Environment id must be one path segment/,
  ],
  [
    (client: InteractionsClient) => client.environments.listFiles("e", "../c"),
    /^File path must be relative/,
  ],
  [
    // @ts-expect-error: An option is not sent.
    (client: InteractionsClient) => client.agents.list({ timeoutMs: 5 }),
    /^timeoutMs is an option, not a parameter/,
  ],
  [
    // @ts-expect-error: A file is no text.
    (client: InteractionsClient) => client.environments.writeFile("e", "a", "text"),
    /^A file is written from a Uint8Array or a Blob, got string/,
  ],
  [
    (client: InteractionsClient) => client.environments.writeFile("e", "../a", new Uint8Array()),
    /^File path must be relative/,
  ],
  [(client: InteractionsClient) => client.triggers.run("a/b"), /^Trigger id must be one/],
  [(client: InteractionsClient) => client.voices.get("."), /^Voice id must be one/],
  [(client: InteractionsClient) => client.credentials.get(""), /^Credential id must be one/],
  [
    // @ts-expect-error: There is no such option.
    (client: InteractionsClient) => client.agents.get("a", { timeout: 5 }),
    /^Unknown option "timeout": did you mean timeoutMs/,
  ],
])("%s is refused before anything is sent", async (call, message) => {
  const { sent, fetch } = recorder();
  const refused = Promise.resolve(call(geminiClient({ fetch })));
  await expect(refused).rejects.toThrow(TypeError);
  await expect(refused).rejects.toThrow(message);
  expect(sent).toEqual([]);
});

test("a file comes as the bytes that it is made of, whatever type the service gives it", async () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0, 0xff, 0xfe, 0x7b);
  for (const type of ["application/octet-stream", "application/json", "text/event-stream"]) {
    const headers = { "content-type": type };
    const { fetch } = recorder(() => new Response(bytes, { headers }));
    const client = geminiClient({ fetch });
    expect(await client.environments.readFile("e", "a.bin"), type).toEqual(bytes);
    const { data } = await operations.getEnvironmentFiles(client.api, {
      params: { path: { environment: "e", path: "a.bin" }, query: { alt: "media" } },
      parseAs: "arrayBuffer",
    });
    expect(new Uint8Array(data as ArrayBuffer), type).toEqual(bytes);
  }
});

test("an empty file has no bytes", async () => {
  const { fetch } = recorder(() => new Response(null, { headers: { "content-length": "0" } }));
  const client = geminiClient({ fetch });
  expect(await client.environments.readFile("e", "a")).toEqual(new Uint8Array());
});

test("a DELETE and a ping resolve with nothing, by whatever body the service says so", async () => {
  for (const answer of [() => json({}), () => new Response(null), () => new Response("")]) {
    const { webhooks } = geminiClient({ fetch: recorder(answer).fetch });
    expect(await webhooks.delete("w")).toBeUndefined();
    expect(await webhooks.ping("w")).toBeUndefined();
  }
});

test("an answer that is not a JSON object is an error, not an agent", async () => {
  const page = () => new Response("<html>", { headers: { "content-type": "text/html" } });
  const { agents } = geminiClient({ fetch: recorder(page).fetch });
  await expect(agents.get("a")).rejects.toThrow(ResponseParseError);
});

const unavailable = (): Response => json({ error: { message: "Later." } }, 500);

test.each(calls)(
  "%s is repeated after a 500 only if that cannot do anything twice",
  async (call, name) => {
    vi.useFakeTimers();
    const { sent, fetch } = recorder(unavailable, () => json({}));
    const client = geminiClient({ fetch, retry: { maxRetries: 1 } });
    const done = Promise.resolve(call(client)).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    await vi.runAllTimersAsync();
    const makes = name.startsWith("POST") && !name.endsWith(":ping");
    expect(sent).toHaveLength(makes ? 1 : 2);
    if (makes) expect(await done).toMatch(/check before you send it again/);
    vi.useRealTimers();
  },
);

test("a DELETE that is not found after its own retry has succeeded", async () => {
  vi.useFakeTimers();
  const { fetch } = recorder(unavailable, () => json({}, 404));
  const deleted = geminiClient({ fetch, retry: { maxRetries: 1 } }).agents.delete("a");
  await Promise.all([vi.runAllTimersAsync(), expect(deleted).resolves.toBeUndefined()]);
  vi.useRealTimers();
});

test("the call's own options hold: an abort ends it, headers and fetch are used", async () => {
  const { sent, fetch } = recorder();
  const client = geminiClient();
  const { data, response } = await client.agents
    .list({}, { fetch, headers: { "x-mine": "1" } })
    .withResponse();
  expect([data, response.status, sent[0]?.headers["x-mine"]]).toEqual([{}, 200, "1"]);
  const signal = AbortSignal.abort(new Error("Enough."));
  await expect(client.agents.get("a", { fetch, signal })).rejects.toThrow("Enough.");
  expect(sent).toHaveLength(1);
});

test.each(["GET", "PUT", "POST", "DELETE", "PATCH", "request"] as const)(
  "api.%s has the credentials also with a fetch of its own",
  async (method) => {
    const requests: Request[] = [];
    const own = (request: Request): Promise<Response> => {
      requests.push(request);
      return Promise.resolve(json({}));
    };
    // The methods differ in the types of paths only.
    const send = geminiClient().api[method] as (...args: unknown[]) => Promise<unknown>;
    const path = "/v1beta/webhooks/{id}";
    const init = { params: { path: { id: "w" } }, fetch: own };
    await (method === "request" ? send("patch", path, init) : send(path, init));
    expect(requests.map(({ headers }) => headers.get("x-goog-api-key"))).toEqual([testKey]);
  },
);

const idParams = [
  [{ path: { environment: "..", path: "a" } }, /^Environment id/],
  [{ path: { environment: "e", path: "a/../../b" } }, /^File path/],
  [{ path: { environment: "e" } }, /^File path/],
] as const;

test.each(idParams)("a low-level call with %j is refused, by name", async (params, message) => {
  const { sent, fetch } = recorder();
  const { api } = geminiClient({ fetch });
  // Some of them are no valid parameters by their types either.
  const call = operations.getEnvironmentFiles(api, { params } as never);
  await expect(call).rejects.toThrow(message);
  expect(sent).toEqual([]);
});

test("project and location of a low-level call are one path segment each", async () => {
  const { sent, fetch } = recorder();
  const { api } = vertexClient({}, { fetch });
  for (const [path, message] of [
    [{ project: "..", location: "global", id: "a" }, /^Project id/],
    [{ project: "p", location: "a/b", id: "a" }, /^Location id/],
    [{ project: "p", location: "global", id: "" }, /^Interaction id/],
  ] as const) {
    const call = operations.getVertexInteractionById(api, { params: { path } });
    await expect(call).rejects.toThrow(message);
  }
  expect(sent).toEqual([]);
});

const uploads =
  "https://generativelanguage.googleapis.com/upload/v1beta/environments/e/files/a/b.txt";

/** What a service answers to both requests of an upload, that its bytes go to `address`. */
const uploading = (address: string) =>
  recorder(
    () => new Response(null, { headers: { "x-goog-upload-url": address } }),
    () => json({ files: [{ path: "a/b.txt" }] }),
  );

/** The bytes of a file that was sent. */
async function bytesIn({ body }: Partial<Sent> = {}): Promise<Uint8Array> {
  if (!(body instanceof Blob)) return expect.fail("no file was sent");
  return new Uint8Array(await body.arrayBuffer());
}

test.each<[Uint8Array | Blob, string]>([
  [Uint8Array.of(0xef, 0xbb, 0xbf, 0, 0xff), "application/octet-stream"],
  [new Uint8Array(), "application/octet-stream"],
  [new Blob(["{}"], { type: "application/json" }), "application/json"],
])("a file is written in one call, as its bytes: %j", async (file, type) => {
  // Whatever host the service names: no other one sees the key.
  const { sent, fetch } = uploading(
    "https://other.example/x?upload_id=u%2F1&upload_protocol=resumable",
  );
  const { environments } = geminiClient({ fetch });
  const written = await environments.writeFile("e", "a/b.txt", file, { overwrite: true });
  expect(written).toEqual({ files: [{ path: "a/b.txt" }] });
  const bytes = new Uint8Array(await new Blob([file as BlobPart]).arrayBuffer());
  expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `PUT ${uploads}?overwrite=true`,
    `POST ${uploads}?upload_id=u%2F1&upload_protocol=resumable`,
  ]);
  expect(sent[0]?.body).toBeUndefined();
  expect(sent[0]?.headers).toMatchObject({
    "x-goog-upload-protocol": "resumable",
    "x-goog-upload-command": "start",
    "x-goog-upload-header-content-length": String(bytes.length),
    "x-goog-upload-header-content-type": type,
    "x-goog-api-key": testKey,
  });
  expect(sent[1]?.headers).toMatchObject({
    "content-type": "application/octet-stream",
    "x-goog-upload-command": "upload, finalize",
    "x-goog-upload-offset": "0",
    "x-goog-api-key": testKey,
  });
  expect(await bytesIn(sent[1])).toEqual(bytes);
});

test("bytes that change after the call are written as they were", async () => {
  const { sent, fetch } = uploading("https://a.example/?upload_id=u");
  const bytes = Uint8Array.of(1, 2);
  const written = geminiClient({ fetch }).environments.writeFile("e", "a/b.txt", bytes);
  bytes.fill(9);
  await written;
  expect(await bytesIn(sent[1])).toEqual(Uint8Array.of(1, 2));
});

test("the bytes of a file are not sent twice when it may have been written", async () => {
  vi.useFakeTimers();
  const { sent, fetch } = recorder(
    () =>
      new Response(null, { headers: { "x-goog-upload-url": "https://a.example/?upload_id=u" } }),
    unavailable,
  );
  const { environments } = geminiClient({ fetch, retry: { maxRetries: 2 } });
  const refused = expect(environments.writeFile("e", "a", Uint8Array.of(1))).rejects.toThrow(
    /check before you send it again/,
  );
  await vi.runAllTimersAsync();
  await refused;
  expect(sent).toHaveLength(2);
  vi.useRealTimers();
});

test("an upload that the service refuses or does not open is an error, and sends no bytes", async () => {
  for (const [answer, error] of [
    [() => json({ error: { code: "not_found", message: "Gone." } }, 404), NotFoundError],
    [() => new Response(null), ResponseParseError],
    [() => new Response(null, { headers: { "x-goog-upload-url": "/x" } }), ResponseParseError],
  ] as const) {
    const { sent, fetch } = recorder(answer);
    const written = geminiClient({ fetch }).environments.writeFile("e", "a", Uint8Array.of(1));
    await expect(written).rejects.toThrow(error);
    expect(sent).toHaveLength(1);
  }
});

test("what the official SDK cannot do on Vertex AI is refused there, before anything is sent", async () => {
  const { sent, fetch } = recorder();
  const { environments } = vertexClient({}, { fetch });
  const written = Promise.resolve(environments.writeFile("e", "a", Uint8Array.of(1)));
  await expect(written).rejects.toThrow(TypeError);
  await expect(written).rejects.toThrow(
    "environments.writeFile() is a call of the Gemini API: Vertex AI does not have it. Use a client with an apiKey.",
  );
  expect(sent).toEqual([]);
});

test("a body that is not JSON goes through a low-level call unchanged", async () => {
  const { sent, fetch } = recorder();
  const bytes = Uint8Array.of(0xff, 0, 0xfe);
  await operations.uploadEnvironmentFile(geminiClient({ fetch }).api, {
    params: {
      path: { environment: "e", path: "a" },
      query: { upload_id: "u" },
      header: { "X-Goog-Upload-Command": "upload, finalize", "X-Goog-Upload-Offset": 0 },
    },
    headers: { "content-type": "application/octet-stream" },
    body: new Blob([bytes]),
    bodySerializer: () => bytes,
  });
  expect(await bytesIn(sent[0])).toEqual(bytes);
});

test("an upload follows apiVersion as every path does", async () => {
  const { sent, fetch } = recorder(() => new Response(null));
  await operations.startEnvironmentFileUpload(geminiClient({ fetch, apiVersion: "v1" }).api, {
    params: {
      path: { environment: "e", path: "a/b.txt" },
      header: {
        "X-Goog-Upload-Protocol": "resumable",
        "X-Goog-Upload-Command": "start",
        "X-Goog-Upload-Header-Content-Length": 3,
        "X-Goog-Upload-Header-Content-Type": "text/plain",
      },
    },
  });
  expect(sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
    "PUT /upload/v1/environments/e/files/a/b.txt",
  ]);
});

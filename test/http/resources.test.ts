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
    /^timeoutMs is no parameter but an option/,
  ],
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

test("an empty file is no bytes", async () => {
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

test("an answer that is no JSON object is an error, not an agent", async () => {
  const page = () => new Response("<html>", { headers: { "content-type": "text/html" } });
  const { agents } = geminiClient({ fetch: recorder(page).fetch });
  await expect(agents.get("a")).rejects.toThrow(ResponseParseError);
});

const unavailable = (): Response => json({ error: { message: "Later." } }, 500);

test.each(calls)(
  "%s is repeated after a 500 only if that does nothing twice",
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
    if (makes) expect(await done).toMatch(/look before you send it again/);
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

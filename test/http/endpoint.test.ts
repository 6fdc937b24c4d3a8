import { http, HttpResponse } from "msw";
import { beforeEach, expect, test, vi } from "vitest";
import { NotFoundError, PermissionDeniedError } from "../../src/index.ts";
import type { InteractionsClient } from "../../src/index.ts";
import { clearEnvironment, geminiClient, testToken, vertexClient } from "../support/clients.ts";
import {
  answerAll,
  answerInTurn,
  geminiHost,
  globalHost,
  ok,
  regionalHost,
  startServer,
} from "../support/server.ts";

const server = startServer();
beforeEach(clearEnvironment);

const region = "us-central1";
const scopedRegion = `${regionalHost}/v1beta1/projects/p/locations/us-central1/interactions`;
const unscopedRegion = `${regionalHost}/v1beta1/interactions`;
const scopedGlobal = `${globalHost}/v1beta1/projects/p/locations/global/interactions`;
const params = { model: "gemini-3.5-flash", input: "Hi" };

/** One call of each operation. */
const operations = {
  create: (client: InteractionsClient) => client.create(params),
  get: (client: InteractionsClient) => client.get("id1"),
  cancel: (client: InteractionsClient) => client.cancel("id1"),
  delete: (client: InteractionsClient) => client.delete("id1"),
};

test.each([
  ["create", `POST ${geminiHost}/v1beta/interactions`],
  ["get", `GET ${geminiHost}/v1beta/interactions/id1`],
  ["cancel", `POST ${geminiHost}/v1beta/interactions/id1/cancel`],
  ["delete", `DELETE ${geminiHost}/v1beta/interactions/id1`],
] as const)("on the Gemini API %s sends %s", async (operation, expected) => {
  server.use(answerAll());
  await operations[operation](geminiClient());
  expect(server.log).toEqual([expected]);
});

test.each([
  ["create", region, "auto", `POST ${scopedRegion}`],
  ["create", region, "unscoped", `POST ${scopedRegion}`],
  ["create", region, "location", `POST ${scopedRegion}`],
  ["get", region, "auto", `GET ${unscopedRegion}/id1`],
  ["get", region, "unscoped", `GET ${unscopedRegion}/id1`],
  ["get", region, "location", `GET ${scopedRegion}/id1`],
  ["cancel", region, "auto", `POST ${unscopedRegion}/id1/cancel`],
  ["cancel", region, "unscoped", `POST ${unscopedRegion}/id1/cancel`],
  ["cancel", region, "location", `POST ${scopedRegion}/id1/cancel`],
  ["delete", region, "auto", `DELETE ${unscopedRegion}/id1`],
  ["delete", region, "location", `DELETE ${scopedRegion}/id1`],
  ["get", "global", "auto", `GET ${scopedGlobal}/id1`],
  ["delete", "global", "auto", `DELETE ${scopedGlobal}/id1`],
  ["delete", "global", "location", `DELETE ${scopedGlobal}/id1`],
  ["get", "global", "unscoped", `GET ${globalHost}/v1beta1/interactions/id1`],
  [
    "create",
    "eu",
    "auto",
    "POST https://aiplatform.eu.rep.googleapis.com/v1beta1/projects/p/locations/eu/interactions",
  ],
  [
    "cancel",
    "us",
    "auto",
    "POST https://aiplatform.us.rep.googleapis.com/v1beta1/projects/p/locations/us/interactions/id1/cancel",
  ],
] as const)(
  "on Vertex AI %s in %s with paths %s sends %s",
  async (operation, location, resourcePaths, expected) => {
    server.use(answerAll());
    await operations[operation](vertexClient({ location, resourcePaths }));
    expect(server.log).toEqual([expected]);
  },
);

test("a stream is asked for by query, from after the last event", async () => {
  server.use(http.all("*", emptyStream));
  const client = vertexClient({ location: region, resourcePaths: "location" });
  await client.get("id1", { stream: true, last_event_id: "e/1 ?" });
  expect(server.log).toEqual([`GET ${scopedRegion}/id1?stream=true&last_event_id=e%2F1%20%3F`]);
});

test.each([
  ["https://proxy.example", "https://proxy.example"],
  ["https://proxy.example/", "https://proxy.example"],
  ["https://proxy.example/pre/v1beta1/", "https://proxy.example/pre"],
  ["https://proxy.example/v1beta", "https://proxy.example"],
  ["https://proxy.example/v1/v1beta1//", "https://proxy.example/v1"],
  ["https://proxy.example/v1beta1/pre", "https://proxy.example/v1beta1/pre"],
  ["https://proxy.example/vertex", "https://proxy.example/vertex"],
  ["https://proxy.example:8443/pre/", "https://proxy.example:8443/pre"],
  ["https://proxy.example/{id}", "https://proxy.example/%7Bid%7D"],
  ["http://localhost:8080", "http://localhost:8080"],
  ["http://127.0.0.1:8080/v1beta", "http://127.0.0.1:8080"],
  ["http://127.8.9.10", "http://127.8.9.10"],
  ["http://[::1]:8080", "http://[::1]:8080"],
])("baseUrl %s keeps its path but for one trailing version", async (baseUrl, prefix) => {
  server.use(answerAll());
  await vertexClient({}, { baseUrl }).create(params);
  await vertexClient({}, { baseUrl }).get("id1");
  const collection = `${prefix}/v1beta1/projects/p/locations/global/interactions`;
  expect(server.log).toEqual([`POST ${collection}`, `GET ${collection}/id1`]);
});

test.each([
  "http://proxy.example",
  "http://localhost.example",
  "http://127.0.0.1.example",
  "http://169.254.169.254",
  "ftp://proxy.example",
  "ws://localhost",
  "https://user@proxy.example",
  "https://user:secret-pass@proxy.example",
  "https://proxy.example/?key=secret-pass",
  "https://proxy.example/#secret-pass",
  "proxy.example",
  "/v1beta",
  "",
])("baseUrl %j is refused, and a password is not repeated", (baseUrl) => {
  const make = () => geminiClient({ baseUrl });
  expect(make).toThrow(TypeError);
  expect(make).toThrow(/^baseUrl /);
  expect(make).not.toThrow(/secret-pass/);
});

test.each([
  "evil.example/x",
  "evil.example#",
  "evil.example:443\\",
  "evil.example?",
  "user@evil",
  "us central1",
  "us\ncentral1",
  "us-central1-",
  "-us",
  "1us",
  "US-CENTRAL1",
  "us_central1",
  "us.central1",
  "ü",
  `a${"b".repeat(63)}`,
])("location %j is refused", (location) => {
  expect(() => vertexClient({ location })).toThrow(/^vertex\.location must be a location/);
});

test.each(["p/../q", "..", ".", "p?x", "p#x", "p%2e", "p\\q", "p q", "P", "-p", "p\u0000", "ü"])(
  "project %j is refused",
  (project) => {
    expect(() => vertexClient({ project })).toThrow(/^vertex\.project must be a project id/);
  },
);

test.each(["p-1", "123456", "example.com:my-project"])("project %j is taken", async (project) => {
  server.use(answerAll());
  await vertexClient({ project }).create(params);
  const segment = encodeURIComponent(project);
  expect(server.log).toEqual([
    `POST ${globalHost}/v1beta1/projects/${segment}/locations/global/interactions`,
  ]);
});

test.each(["", " ", "beta", "v1/../x", "v1beta?", "v", "../v1", "v1 ", "V1", "v1#"])(
  "apiVersion %j is refused",
  (apiVersion) => {
    expect(() => geminiClient({ apiVersion })).toThrow(/^apiVersion must look like "v1beta"/);
  },
);

test("an unknown value of resourcePaths is refused", () => {
  // A caller without types.
  const resourcePaths = "scoped" as "location";
  expect(() => vertexClient({ resourcePaths })).toThrow(/^vertex\.resourcePaths must be "auto"/);
});

const refusedIds = [
  "",
  ".",
  "..",
  "a/b",
  "a/b c",
  "a\\b",
  "a?b",
  "a#b",
  "a%2fb",
  "a\nb",
  "a\u0000",
  "a\u007f",
  "a\u0085",
  "\ud800",
];

test.each(refusedIds)("id %j is refused by every method, and nothing is sent", async (id) => {
  const client = geminiClient();
  const message = /^Interaction id must be one path segment/;
  for (const call of [
    client.get(id),
    client.get(id, { stream: true }),
    client.cancel(id),
    client.delete(id),
    client.waitForCompletion(id),
    vertexClient().get(id),
    vertexClient({ location: region }).delete(id),
  ]) {
    const error: unknown = await call.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(/Interaction id must be one path segment/);
    expect(error).toHaveProperty("message", expect.stringMatching(message));
  }
  expect(server.log).toEqual([]);
});

test.each<unknown>([undefined, null, 7, {}])(
  "an id that is not a string is refused: %j",
  async (id) => {
    // A caller without types.
    await expect(geminiClient().get(id as string)).rejects.toThrow(TypeError);
    expect(server.log).toEqual([]);
  },
);

test.each([
  ["v1_AbC-d_9", "v1_AbC-d_9"],
  ["a:b", "a%3Ab"],
  ["a b", "a%20b"],
  ["...", "..."],
  ["ü", "%C3%BC"],
  ["a&b=c", "a%26b%3Dc"],
  ["{id}", "%7Bid%7D"],
])("id %j goes into the path as %s", async (id, segment) => {
  server.use(answerAll());
  await geminiClient().get(id);
  expect(server.log).toEqual([`GET ${geminiHost}/v1beta/interactions/${segment}`]);
});

test("the client's own full resource name serves as an id", async () => {
  server.use(answerAll());
  await vertexClient().get("projects/p/locations/global/interactions/id1");
  expect(server.log).toEqual([`GET ${scopedGlobal}/id1`]);
});

test.each([
  "projects/other/locations/global/interactions/id1",
  "projects/p/locations/eu/interactions/id1",
  "projects/p/locations/global/interactions/",
  "projects/p/locations/global/interactions/..",
  "projects/p/locations/global/interactions/a/b",
  "/projects/p/locations/global/interactions/id1",
])("resource name %j is refused", async (id) => {
  await expect(vertexClient().get(id)).rejects.toThrow(/must be one path segment/);
  expect(server.log).toEqual([]);
});

test("a full resource name is refused on the Gemini API", async () => {
  const id = "projects/p/locations/global/interactions/id1";
  await expect(geminiClient().get(id)).rejects.toThrow(/must be one path segment/);
  expect(server.log).toEqual([]);
});

function auto() {
  return vertexClient({ location: region });
}

const unscoped = `GET ${unscopedRegion}/id1`;
const scoped = `GET ${scopedRegion}/id1`;

function emptyStream() {
  return new HttpResponse("data: [DONE]\n\n", { headers: { "content-type": "text/event-stream" } });
}

function refuse(status: number) {
  return () =>
    HttpResponse.json(
      { error: { code: status, message: `no ${status}`, status: "X" } },
      { status },
    );
}

function htmlNotFound() {
  return HttpResponse.html("<html><title>Error 404 (Not Found)!!1</title></html>", { status: 404 });
}

test.each([
  ["404 as HTML", htmlNotFound],
  ["404", refuse(404)],
  ["405", refuse(405)],
  ["501", refuse(501)],
])("auto tries the scoped form within the same call on %s", async (_, answer) => {
  server.use(answerInTurn(answer, ok));
  expect(await auto().get("id1")).toMatchObject({ id: "int_1" });
  expect(server.log).toEqual([unscoped, scoped]);
});

test("auto goes straight to the scoped form once that answered 2xx", async () => {
  server.use(answerInTurn(htmlNotFound, ok));
  const client = auto();
  await client.get("id1");
  await client.cancel("id1");
  await client.delete("id1");
  expect(server.log.slice(2)).toEqual([
    `POST ${scopedRegion}/id1/cancel`,
    `DELETE ${scopedRegion}/id1`,
  ]);
});

test("auto stays with the unscoped form once that answered 2xx, also when an id is unknown", async () => {
  server.use(answerInTurn(ok, refuse(404)));
  const client = auto();
  await client.get("id1");
  await expect(client.get("id1")).rejects.toThrow(NotFoundError);
  expect(server.log).toEqual([unscoped, unscoped]);
});

test.each([400, 401, 403, 429, 500, 503])(
  "auto does not probe on %i, nor remember it",
  async (status) => {
    server.use(answerInTurn(refuse(status), refuse(404), ok));
    const client = auto();
    await expect(client.get("id1")).rejects.toMatchObject({ status });
    await client.get("id1");
    expect(server.log).toEqual([unscoped, unscoped, scoped]);
  },
);

test("auto remembers nothing when both forms fail, and reports the scoped error with the first as cause", async () => {
  server.use(answerInTurn(htmlNotFound, refuse(403), ok));
  const client = auto();
  const error: unknown = await client.get("id1").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(PermissionDeniedError);
  expect(error).toHaveProperty("message", expect.stringContaining(`GET ${scopedRegion}/id1`));
  expect(error).toHaveProperty("cause", expect.any(NotFoundError));
  expect(error).toHaveProperty("cause.message", expect.stringContaining(unscoped));
  await client.get("id1");
  expect(server.log).toEqual([unscoped, scoped, unscoped]);
});

test("auto remembers per client", async () => {
  server.use(answerInTurn(htmlNotFound, ok, ok));
  await auto().get("id1");
  await auto().get("id1");
  expect(server.log).toEqual([unscoped, scoped, unscoped]);
});

test("auto probes for a stream, too", async () => {
  server.use(answerInTurn(htmlNotFound, emptyStream));
  await auto().get("id1", { stream: true });
  expect(server.log).toEqual([`${unscoped}?stream=true`, `${scoped}?stream=true`]);
});

test("create is never probed and teaches nothing about the other calls", async () => {
  server.use(answerInTurn(refuse(404), ok, ok));
  const client = auto();
  await expect(client.create(params)).rejects.toThrow(NotFoundError);
  await client.create(params);
  await client.get("id1");
  expect(server.log).toEqual([`POST ${scopedRegion}`, `POST ${scopedRegion}`, unscoped]);
});

test.each(["location", "unscoped"] as const)(
  "the fixed form %s is not probed",
  async (resourcePaths) => {
    server.use(answerInTurn(refuse(404)));
    const client = vertexClient({ location: region, resourcePaths });
    await expect(client.get("id1")).rejects.toThrow(NotFoundError);
    expect(server.log).toHaveLength(1);
  },
);

test("every attempt of a probe carries the credentials", async () => {
  server.use(answerInTurn(htmlNotFound, ok));
  await auto().get("id1");
  const sent = server.requests.map(({ headers }) => headers.get("authorization"));
  expect(sent).toEqual([`Bearer ${testToken}`, `Bearer ${testToken}`]);
});

// Base URLs of the environment, and plain HTTP.

const variables = [
  ["GOOGLE_GEMINI_BASE_URL", (options?: object) => geminiClient(options)],
  ["GOOGLE_VERTEX_BASE_URL", (options?: object) => vertexClient({}, options)],
] as const;

test.each(variables)(
  "%s is the base URL of its backend, and the option beats it",
  async (name, make) => {
    server.use(answerAll());
    vi.stubEnv(name, " https://gateway.example/tenant/v1beta/ ");
    await make().create(params);
    await make({ baseUrl: "https://other.example" }).create(params);
    expect(server.log[0]).toMatch(/^POST https:\/\/gateway\.example\/tenant\/v1beta1?\//);
    expect(server.log[1]).toMatch(/^POST https:\/\/other\.example\//);
  },
);

test("the base URL of one backend is not that of the other", async () => {
  server.use(answerAll());
  vi.stubEnv("GOOGLE_VERTEX_BASE_URL", "https://gateway.example");
  await geminiClient().get("id1");
  vi.stubEnv("GOOGLE_VERTEX_BASE_URL", " ");
  await vertexClient().get("id1");
  expect(server.log.join()).not.toContain("gateway.example");
});

test.each(variables)(
  "%s that is not a URL is named in the error, without its value",
  (name, make) => {
    vi.stubEnv(name, "user:secret@gateway");
    expect(() => make()).toThrow(new RegExp(`^${name} `));
    expect(() => make()).not.toThrow(/secret/);
    vi.stubEnv(name, "http://litellm:4000");
    expect(() => make()).toThrow(/must use https:.*allowHttp: true/);
  },
);

test("allowHttp permits http for any host, and nothing else", async () => {
  server.use(answerAll());
  await geminiClient({ baseUrl: "http://litellm:4000", allowHttp: true }).get("id1");
  vi.stubEnv("GOOGLE_GEMINI_BASE_URL", "http://litellm:4000");
  await geminiClient({ allowHttp: true }).get("id1");
  expect(server.log).toEqual(Array(2).fill("GET http://litellm:4000/v1beta/interactions/id1"));
  for (const baseUrl of ["ftp://litellm", "http://user:password@litellm", "ws://litellm"]) {
    expect(() => geminiClient({ baseUrl, allowHttp: true })).toThrow(TypeError);
  }
  for (const allowHttp of [false, undefined]) {
    expect(() => geminiClient({ baseUrl: "http://litellm:4000", allowHttp })).toThrow(TypeError);
  }
});

import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { openStateFile, startServer } from "../../src/testing/node.ts";
import type { AnsweredRequest, RunningServer } from "../../src/testing/node.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { Fault, InteractionsService, ServiceChange } from "../../src/testing/index.ts";
import { collectGarbage } from "../support/gc.ts";

const hello = { model: "gemini-3.5-flash", input: "Hello wide world" };
const servers: RunningServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(service: InteractionsService): Promise<string> {
  const server = await startServer(service);
  servers.push(server);
  return `${server.url}/v1beta/interactions`;
}

function startWith(...faults: Fault[]): Promise<string> {
  return start(createInteractionsService({ faults }));
}

function post(url: string, body: object, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { method: "POST", body: JSON.stringify(body), ...init });
}

test("create, get, stream and delete work over a socket", async () => {
  const url = await start(createInteractionsService());
  const { id } = await (await post(url, hello)).json();
  const stream = await fetch(`${url}/${id}?stream=true`);
  expect(stream.headers.get("content-type")).toBe("text/event-stream");
  expect((await stream.text()).endsWith("data: [DONE]\n\n")).toBe(true);
  const deleted = await fetch(`${url}/${id}`, { method: "DELETE" });
  expect([deleted.status, await deleted.text()]).toEqual([200, ""]);
  expect((await fetch(`${url}/${id}`)).status).toBe(404);
});

test("headers and body reach the service", async () => {
  const service = createInteractionsService();
  const url = await start(service);
  await post(url, hello, { headers: { "x-goog-api-key": "k" } });
  expect(service.requests).toMatchObject([{ method: "POST", url, body: hello }]);
  expect(service.requests[0]?.headers.get("x-goog-api-key")).toBe("k");
});

test("events arrive one by one, not when the run is over", async () => {
  const url = await startWith({ kind: "silence", afterEvents: 2 });
  const reader = (await post(url, { ...hello, stream: true })).body?.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (!text.includes("status_update")) {
    text += decoder.decode((await reader?.read())?.value, { stream: true });
  }
  expect(text).not.toContain("step.start");
  await reader?.cancel();
});

test("a client that goes away frees the stream", async () => {
  const service = createInteractionsService({ faults: [{ kind: "silence", afterEvents: 1 }] });
  const url = await start(service);
  const reader = (await post(url, { ...hello, stream: true })).body?.getReader();
  await reader?.read();
  expect(service.openStreams).toBe(1);
  await reader?.cancel();
  await vi.waitFor(() => expect(service.openStreams).toBe(0));
  expect(service.requests[0]?.state).toBe("aborted");
});

test("a client that goes away is noticed, however long it was silent before", async () => {
  const service = createInteractionsService({ faults: [{ kind: "silence", afterEvents: 1 }] });
  const url = await start(service);
  const reader = (await post(url, { ...hello, stream: true })).body?.getReader();
  await reader?.read();
  await collectGarbage();
  await reader?.cancel();
  await vi.waitFor(() => expect(service.openStreams).toBe(0));
});

test("a client that goes away before the response aborts the request", async () => {
  const service = createInteractionsService({
    faults: [{ kind: "silence", on: "create", beforeHeaders: true }],
  });
  const url = await start(service);
  const controller = new AbortController();
  const pending = post(url, hello, { signal: controller.signal });
  await vi.waitFor(() => expect(service.requests).toHaveLength(1));
  controller.abort("enough");
  await expect(pending).rejects.toBe("enough");
  await vi.waitFor(() => expect(service.requests[0]?.state).toBe("aborted"));
});

test("a slow client holds the run back", async () => {
  const text = "word ".repeat(200_000);
  const service = createInteractionsService({ respond: () => text });
  const url = await start(service);
  const response = await post(url, { ...hello, background: true, stream: true });
  const reader = response.body?.getReader();
  await reader?.read();
  // Some 20 MB of events fit no socket buffer: the writing stops long before the end.
  const { status } = await (await fetch(`${url}/v1_run1`)).json();
  expect(status).toBe("in_progress");
  await reader?.cancel();
  await vi.waitFor(() => expect(service.openStreams).toBe(0));
});

test("a cut is a clean end of the response", async () => {
  const url = await startWith({ kind: "cut", afterEvents: 2 });
  const text = await (await post(url, { ...hello, stream: true })).text();
  expect(text.endsWith("\n\n")).toBe(true);
  expect(text).not.toContain("[DONE]");
});

test("a reset breaks the connection in the middle of the response", async () => {
  const url = await startWith({ kind: "cut", afterEvents: 2, reset: true });
  const response = await post(url, { ...hello, stream: true });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow(TypeError);
});

test("a network error closes the connection before there is a response", async () => {
  const url = await startWith({ kind: "network-error", on: "create" });
  await expect(post(url, hello)).rejects.toThrow("fetch failed");
  expect((await post(url, hello)).status).toBe(200);
});

test("close ends open streams and frees the port, also when called twice", async () => {
  const service = createInteractionsService({ faults: [{ kind: "silence", afterEvents: 1 }] });
  const server = await startServer(service);
  const response = await post(`${server.url}/v1beta/interactions`, { ...hello, stream: true });
  const rest = expect(response.text()).rejects.toThrow(TypeError);
  await server.close();
  await rest;
  await server.close();
  const again = await startServer(service, { port: server.port });
  servers.push(again);
  expect(again.port).toBe(server.port);
});

test("a port in use is an error", async () => {
  const server = await startServer(createInteractionsService());
  servers.push(server);
  const second = startServer(createInteractionsService(), { port: server.port });
  await expect(second).rejects.toThrow("EADDRINUSE");
});

/** What a server writes when a socket sends these bytes. */
async function sendRaw(url: string, text: string, how: "write" | "end" = "write"): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket[how](text);
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  await once(socket, "close");
  return answer;
}

test.for([
  ["ends in the middle of its body", 'content-length: 100\r\n\r\n{"model"'],
  ["ends in the middle of a chunk", 'transfer-encoding: chunked\r\n\r\n64\r\n{"model"'],
  ["has a chunk without a size", "transfer-encoding: chunked\r\n\r\nxyz\r\n"],
] as const)("a request that %s is answered, and never reaches the service", async ([, rest]) => {
  const told: AnsweredRequest[] = [];
  const service = createInteractionsService();
  const server = await startServer(service, { onRequest: (request) => told.push(request) });
  servers.push(server);
  const text = `POST /v1beta/interactions HTTP/1.1\r\nhost: x\r\n${rest}`;
  expect(await sendRaw(server.url, text, "end")).toMatch(/^HTTP\/1\.1 400 /);
  expect(service.requests).toEqual([]);
  expect(told).toMatchObject([{ status: 400 }]);
});

test("a request that is broken behind an answer under way only ends the connection", async () => {
  const url = new URL(await startWith({ kind: "silence", afterEvents: 1 }));
  const body = JSON.stringify({ ...hello, stream: true });
  const head = `POST ${url.pathname} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}`;
  const socket = connect(Number(url.port), url.hostname);
  socket.write(`${head}\r\n\r\n${body}`);
  let answer = "";
  socket.on("data", (chunk: Buffer) => {
    answer += chunk.toString();
    if (answer.includes("interaction.created")) socket.write("hello\r\n\r\n");
  });
  // With or without a reset.
  socket.on("error", () => undefined);
  await once(socket, "close");
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
});

test.for([
  ["bytes that are no HTTP", "hello\r\n\r\n", 400],
  ["a method that is none", "G@T / HTTP/1.1\r\n\r\n", 400],
  ["a request without a host", "GET / HTTP/1.1\r\nconnection: close\r\n\r\n", 400],
  ["a target that is no path", "OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", 400],
  ["a path that no URL has", "GET //[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", 404],
  [
    "a proxy's target",
    "GET http://a.example/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    400,
  ],
  ["CONNECT", "CONNECT a.example:443 HTTP/1.1\r\nhost: x\r\n\r\n", 400],
  ["HEAD of the root", "HEAD / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", 200],
  ["a query on the root", "GET /?a=1 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", 200],
  ["TRACE", "TRACE / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", 404],
  ["headers without end", `GET / HTTP/1.1\r\nx: ${"y".repeat(100_000)}`, 431],
  [
    "a broken length",
    "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: many\r\nconnection: close\r\n\r\n",
    400,
  ],
] as const)("%s is answered", async ([, text, status]) => {
  const url = await start(createInteractionsService());
  expect(await sendRaw(url, text)).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

test.for<[string, BodyInit]>([
  ["no JSON", "{"],
  ["a list", "[]"],
  ["nothing", ""],
  ["bytes", Uint8Array.from([0xff, 0xfe, 0])],
])("a create whose body is %s is a 400", async ([, body]) => {
  const url = await start(createInteractionsService());
  expect((await fetch(url, { method: "POST", body })).status).toBe(400);
});

test("a body above the limit gets a response, and the connection stays usable", async () => {
  const service = createInteractionsService();
  const server = await startServer(service, { maxBodyBytes: 1_000 });
  servers.push(server);
  const url = `${server.url}/v1beta/interactions`;
  const response = await post(url, { ...hello, input: "x".repeat(3_000_000) });
  expect([response.status, await response.json()]).toMatchObject([
    413,
    { error: { message: "Request payload size exceeds the limit." } },
  ]);
  expect((await post(url, hello)).status).toBe(200);
  expect(service.requests).toHaveLength(1);
});

test("a mistake of the test is named in the response", async () => {
  const url = await start(createInteractionsService({ responses: [] }));
  const response = await post(url, hello);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("RespondError: No response left");
});

test("onRequest gets each request, without keys", async () => {
  const told: AnsweredRequest[] = [];
  const server = await startServer(createInteractionsService(), {
    onRequest: (request) => told.push(request),
  });
  servers.push(server);
  await (await post(`${server.url}/v1/interactions?key=secret`, { ...hello, stream: true })).text();
  await fetch(`${server.url}/nowhere`);
  await sendRaw(server.url, "hello\r\n\r\n");
  expect(told).toEqual([
    { method: "POST", path: "/v1/interactions?key=…", status: 200, isStream: true },
    { method: "GET", path: "/nowhere", status: 404, isStream: false },
    { method: "-", path: "-", status: 400, isStream: false },
  ]);
});

test("pages may call it only with cors: true, with the headers that the service allows", async () => {
  for (const cors of [true, false]) {
    const server = await startServer(createInteractionsService(), { cors });
    servers.push(server);
    const url = `${server.url}/v1beta/interactions`;
    const asked = await fetch(url, { method: "OPTIONS" });
    expect(asked.status).toBe(cors ? 204 : 404);
    expect(asked.headers.get("access-control-allow-headers")?.includes("x-goog-api-key")).toBe(
      cors ? true : undefined,
    );
    const response = await post(url, hello);
    expect(response.headers.get("access-control-allow-origin")).toBe(cors ? "*" : null);
  }
});

test("a state file brings runs back, also after a torn line", async () => {
  const folder = mkdtempSync(join(tmpdir(), "state-"));
  const path = join(folder, "state.jsonl");
  const first = await start(createInteractionsService(openStateFile(path)));
  const { id } = await (await post(first, hello)).json();
  appendFileSync(path, '{"kind":"run","id":"v1_to');
  const service = createInteractionsService(openStateFile(path));
  expect(service.interactions).toMatchObject([{ id, status: "completed" }]);
  await (await post(await start(service), hello)).text();
  expect(createInteractionsService(openStateFile(path)).interactions).toHaveLength(2);
  rmSync(folder, { recursive: true });
});

test.for([
  ["{}\n", 1],
  ["# Notes\nwithout an end", 1],
  ['{"my":"only copy"}', 1],
  ['{"kind":"end","id":"v1_a"}\nnotes', 2],
  ["\n", 1],
  ['{"kind":"run","id":"v1_a"}\n', 1],
  ['{"kind":"run","id":"v1_a","createdMs":1,"request":null,"answer":{}}\n', 1],
  ['{"kind":"cancel","id":"v1_a"}\n', 1],
  ['{"kind":"rename","id":"v1_a"}\n', 1],
] as const)("a file that is not a state file is refused, and not changed: %j", ([text, line]) => {
  const folder = mkdtempSync(join(tmpdir(), "state-"));
  const path = join(folder, "state.jsonl");
  writeFileSync(path, text);
  expect(() => openStateFile(path)).toThrow(`${path}:${line} is not a line of a state file`);
  expect(readFileSync(path, "utf8")).toBe(text);
  rmSync(folder, { recursive: true });
});

test("a change that was written in part, then others, leaves the file readable", async () => {
  const folder = mkdtempSync(join(tmpdir(), "state-"));
  const path = join(folder, "state.jsonl");
  const end = (id: string) => `{"kind":"end","id":"${id}"}`;
  const torn = '{"kind":"run","id":"v1_é","request":{"input":"{\\"kind\\":\\"end';
  const bytes = Buffer.from(`${end("a")}\n${torn}${end("b")}\n${torn}\n\0\0\n${end("c")}\n${torn}`);
  // In the middle of a character, and with the zeros that a power cut leaves.
  writeFileSync(path, Buffer.concat([bytes, Buffer.from([0xc3]), Buffer.alloc(9)]));
  const { state = [], onChange } = openStateFile(path);
  expect(state.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  onChange?.({ kind: "end", id: "d" });
  expect(openStateFile(path).state?.map(({ id }) => id)).toEqual(["a", "b", "c", "d"]);
  rmSync(folder, { recursive: true });
});

test("a state file with a byte order mark is read", () => {
  const folder = mkdtempSync(join(tmpdir(), "state-"));
  const path = join(folder, "state.jsonl");
  writeFileSync(path, '\ufeff{"kind":"end","id":"a"}\n');
  expect(openStateFile(path).state?.map(({ id }) => id)).toEqual(["a"]);
  rmSync(folder, { recursive: true });
});

test("new runs do not get the id of a run in a torn state file", async () => {
  const run = (id: string) =>
    ({ kind: "run", id, createdMs: 1, request: hello, answer: {} }) as const;
  const service = createInteractionsService({ state: [run("v1_run2"), run("v1_run3")] });
  const url = await start(service);
  for (const _ of [1, 2]) await (await post(url, hello)).text();
  expect(new Set(service.interactions.map(({ id }) => id)).size).toBe(4);
});

test("invalid resources in a state file are ignored", async () => {
  const state = ["webhooks/webhook-1", "environments/environment-1"].map(
    (id) => ({ kind: "resource", id, value: {} }) as const,
  );
  const url = await start(createInteractionsService({ state }));
  for (const name of ["webhooks", "environments"]) {
    const list = url.replace("interactions", name);
    expect(await (await fetch(list)).json()).toEqual({});
    expect(
      await (await post(list, { uri: "http://localhost/", subscribed_events: [] })).json(),
    ).not.toMatchObject({ id: `${name.slice(0, -1)}-1` });
  }
});

test("a state file brings back each kind of change", () => {
  const folder = mkdtempSync(join(tmpdir(), "state-"));
  const path = join(folder, "state.jsonl");
  const changes: ServiceChange[] = [
    { kind: "run", id: "v1_a", createdMs: 1, request: hello, answer: {} },
    { kind: "cancel", id: "v1_a", happened: 2 },
    { kind: "end", id: "v1_a" },
    { kind: "delete", id: "v1_a" },
    { kind: "resource", id: "webhooks/webhook-1", value: {} },
    { kind: "resource", id: "webhooks/webhook-1" },
  ];
  const { onChange } = openStateFile(path);
  for (const change of changes) onChange?.(change);
  expect(openStateFile(path).state).toEqual(changes);
  rmSync(folder, { recursive: true });
});

test("a state file that cannot be written to is refused at once", () => {
  expect(() => openStateFile("/nowhere/state.jsonl")).toThrow("ENOENT");
  expect(() => openStateFile(tmpdir())).toThrow("EISDIR");
});

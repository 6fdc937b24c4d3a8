import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { nodeHandler, sendResponse } from "../../src/node/index.ts";

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Starts a server, and resolves with its base URL. */
async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  });
  // A TCP server's address is an object.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A body that fails after its first chunk. */
function failing(): ReadableStream<Uint8Array> {
  const parts = [new TextEncoder().encode("begun")];
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.error(new Error("the run was interrupted"));
      else controller.enqueue(part);
    },
  });
}

const echo = nodeHandler(async (request) => {
  const { method, url } = request;
  return Response.json({ method, path: new URL(url).pathname, text: await request.text() });
});

test("method, path, headers and body reach the handler; status, headers and body the reader", async () => {
  const url = await listen(
    nodeHandler(async (request) => {
      const headers = new Headers({ "x-seen": request.headers.get("x-sent") ?? "" });
      headers.append("set-cookie", "a=1");
      headers.append("set-cookie", "b=2");
      const text = `${request.method} ${request.url} ${await request.text()}`;
      return new Response(text, { status: 201, headers });
    }),
  );
  const init = { method: "PUT", headers: { "x-sent": "x" }, body: "dår" };
  const response = await fetch(`${url}/a/b?c=d`, init);
  expect([response.status, response.headers.get("x-seen")]).toEqual([201, "x"]);
  expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
  expect(await response.text()).toBe(`PUT ${url}/a/b?c=d dår`);
});

test("a body of many chunks arrives whole and in order", async () => {
  const url = await listen(echo);
  const text = Array.from({ length: 300_000 }, (_, index) => String(index)).join(" ");
  const answer: unknown = await (await fetch(url, { method: "POST", body: text })).json();
  expect(answer).toMatchObject({ text });
});

type Parsed = IncomingMessage & { body?: unknown; rawBody?: unknown; originalUrl?: string };

test.for<[string, string, (incoming: Parsed, text: string) => void]>([
  ["parsed as JSON", '{"a":[1,"é"]}', (incoming, text) => (incoming.body = JSON.parse(text))],
  ["kept as text", "a=1", (incoming, text) => (incoming.body = text)],
  ["kept as bytes", "a=1", (incoming, text) => (incoming.body = Buffer.from(text))],
  [
    "kept as rawBody beside the parsed one",
    '{ "a": 1 }',
    (incoming, text) => Object.assign(incoming, { rawBody: Buffer.from(text), body: { a: 1 } }),
  ],
])("a body that a framework has read is handed on: %s", async ([, sent, keep]) => {
  const url = await listen((incoming: Parsed, outgoing) => {
    let text = "";
    incoming.on("data", (chunk: Buffer) => (text += chunk.toString()));
    incoming.on("end", () => {
      keep(incoming, text);
      echo(incoming, outgoing);
    });
  });
  const answer: unknown = await (await fetch(url, { method: "POST", body: sent })).json();
  expect(answer).toMatchObject({ text: sent });
});

test("the path is the whole one where Express has taken the mount out of it", async () => {
  const url = await listen((incoming: Parsed, outgoing) => {
    incoming.originalUrl = incoming.url ?? "";
    incoming.url = "/rest";
    echo(incoming, outgoing);
  });
  expect(await (await fetch(`${url}/mount/rest`)).json()).toMatchObject({ path: "/mount/rest" });
});

test("takes Fastify's request and reply, and hijacks the reply", async () => {
  const hijack = vi.fn();
  const url = await listen((raw, outgoing) => {
    raw.resume().on("end", () => echo({ raw, body: { a: 1 } }, { raw: outgoing, hijack }));
  });
  const answer: unknown = await (await fetch(url, { method: "POST", body: '{"a":1}' })).json();
  expect(answer).toMatchObject({ text: '{"a":1}' });
  expect(hijack).toHaveBeenCalledOnce();
});

test.for([
  ["//other.example/x", "//other.example/x"],
  ["http://other.example/x", "/x"],
])("a target of another host is a path of this one: %s", async ([target, path]) => {
  const url = await listen(echo);
  expect(await sendRaw(url, `GET ${target} HTTP/1.1\r\nhost: x\r\n`)).toContain(`"path":"${path}"`);
});

test.for([
  ["OPTIONS *", 400],
  ["TRACE /", 400],
  ["GET /%%%", 200],
])("%s is answered by %i", async ([target, status]) => {
  const url = await listen(echo);
  const answer = await sendRaw(url, `${target} HTTP/1.1\r\nhost: a b/c?\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
});

/** What a server writes when a socket sends this head. */
async function sendRaw(url: string, head: string): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(`${head}connection: close\r\n\r\n`);
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  await once(socket, "close");
  return answer;
}

test("a slow reader holds the body back", async () => {
  let made = 0;
  const url = await listen(
    nodeHandler(
      () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              made += 1;
              if (made > 1_000) controller.close();
              else controller.enqueue(new Uint8Array(100_000));
            },
          }),
        ),
    ),
  );
  const response = await fetch(url);
  await vi.waitFor(() => expect(made).toBeGreaterThan(5));
  // 100 MB fit no socket buffer: whatever is made unasked for is made while these are answered.
  for (let count = 0; count < 20; count += 1) await (await fetch(url)).body?.cancel();
  expect(made).toBeLessThan(1_000);
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000_000);
});

test("a reader that leaves cancels the body and aborts the request's signal", async () => {
  const cancelled = vi.fn();
  let signal: AbortSignal | undefined;
  const url = await listen(
    nodeHandler((request) => {
      ({ signal } = request);
      const start = (controller: ReadableStreamDefaultController): void =>
        controller.enqueue(new Uint8Array(1));
      return new Response(new ReadableStream({ start, cancel: cancelled }));
    }),
  );
  const reader = (await fetch(url)).body?.getReader();
  await reader?.read();
  expect(signal?.aborted).toBe(false);
  await reader?.cancel();
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledOnce());
  expect(signal?.aborted).toBe(true);
});

test("a reader that leaves before the answer aborts the request's signal, without an error", async () => {
  const next = vi.fn();
  let signal: AbortSignal | undefined;
  const handle = nodeHandler(
    (request) =>
      new Promise((_, reject) => {
        ({ signal } = request);
        request.signal.addEventListener("abort", () => reject(new Error("left")));
      }),
  );
  const url = await listen((incoming, outgoing) => handle(incoming, outgoing, next));
  const controller = new AbortController();
  const pending = fetch(url, { signal: controller.signal });
  await vi.waitFor(() => expect(signal).toBeDefined());
  controller.abort("enough");
  await expect(pending).rejects.toBe("enough");
  await vi.waitFor(() => expect(signal?.aborted).toBe(true));
  expect(next).not.toHaveBeenCalled();
});

test("a finished answer leaves the request's signal alone", async () => {
  let signal: AbortSignal | undefined;
  const url = await listen(
    nodeHandler((request) => {
      signal ??= request.signal;
      return new Response("whole");
    }),
  );
  await (await fetch(url)).text();
  await (await fetch(url)).text();
  expect(signal?.aborted).toBe(false);
});

test("a body that fails ends its own response, broken off, and nothing else", async () => {
  const url = await listen(
    nodeHandler(({ url: asked }) => new Response(asked.endsWith("/bad") ? failing() : "good")),
  );
  const response = await fetch(`${url}/bad`);
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow(TypeError);
  expect(await (await fetch(url)).text()).toBe("good");
});

async function lockedResponse(): Promise<Response> {
  const response = new Response("read");
  response.body?.getReader();
  return response;
}

test.for([
  ["throws", () => Promise.reject(new Error("key AIza-secret is wrong"))],
  // As JavaScript may.
  ["returns nothing", () => undefined as unknown as Response],
  ["returns a body that has a reader", lockedResponse],
] as const)("a handler that %s is answered by 500, without its words", async ([, handler]) => {
  const response = await fetch(await listen(nodeHandler(handler)));
  expect([response.status, await response.text()]).toEqual([500, ""]);
});

test("what a handler throws goes to Express, which answers it", async () => {
  const handle = nodeHandler(() => Promise.reject(new Error("mine")));
  const url = await listen((incoming, outgoing) =>
    handle(incoming, outgoing, (error) => outgoing.writeHead(418).end(String(error))),
  );
  const response = await fetch(url);
  expect([response.status, await response.text()]).toEqual([418, "Error: mine"]);
});

test("an answer that somebody else has begun is broken off, and the process lives", async () => {
  const url = await listen((incoming, outgoing) => {
    outgoing.write("theirs");
    nodeHandler(() => new Response("ours"))(incoming, outgoing);
  });
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow(TypeError);
});

test("Response.error() closes the connection before there is a status", async () => {
  const url = await listen(nodeHandler(() => Response.error()));
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("a body that nobody reads does not hold up the connection's next request", async () => {
  const { port } = new URL(await listen(nodeHandler(() => new Response("ignored it"))));
  const socket = connect(Number(port), "127.0.0.1");
  const body = "x".repeat(1_000_000);
  const post = `POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  socket.write(post);
  socket.write(post);
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString()));
  await vi.waitFor(() => expect(answer.match(/ignored it/g)).toHaveLength(2));
  socket.destroy();
});

test("sendResponse resolves when the body ends, when it fails, and when the reader has left", async () => {
  const results: Promise<void>[] = [];
  const url = await listen((incoming, outgoing: ServerResponse) => {
    const send = (): void => {
      const body = incoming.url === "/fails" ? failing() : "whole";
      results.push(sendResponse(outgoing, new Response(body)));
    };
    if (incoming.url === "/left") outgoing.once("close", send).destroy();
    else send();
  });
  for (const path of ["/", "/fails", "/left"]) {
    await fetch(`${url}${path}`)
      .then((response) => response.text(), String)
      .catch(String);
  }
  await vi.waitFor(() => expect(results).toHaveLength(3));
  expect(await Promise.all(results)).toEqual([undefined, undefined, undefined]);
});

test("a HEAD and a 204 have no body", async () => {
  const url = await listen(
    nodeHandler(({ method }) =>
      method === "HEAD" ? new Response("not sent") : new Response(null, { status: 204 }),
    ),
  );
  expect(await (await fetch(url, { method: "HEAD" })).text()).toBe("");
  expect((await fetch(url, { method: "DELETE" })).status).toBe(204);
});

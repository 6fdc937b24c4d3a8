// The handler as a listener of `node:http2`, where many requests share one connection: what ends one of
// them may not end the others.

import { once } from "node:events";
import { connect, constants, createServer } from "node:http2";
import type { ClientHttp2Session, ClientHttp2Stream, OutgoingHttpHeaders } from "node:http2";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test, vi } from "vitest";
import { nodeHandler } from "../../src/node/index.ts";

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** Serves a handler, and resolves with one connection to it. */
async function open(handler: Parameters<typeof nodeHandler>[0]): Promise<ClientHttp2Session> {
  const server = createServer(nodeHandler(handler)).listen(0, "127.0.0.1");
  await once(server, "listening");
  // A TCP server's address is an object.
  const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  closers.push(() => {
    session.destroy();
    server.close();
  });
  return session;
}

/** Sends a request, and waits for the head of the answer. */
async function send(
  session: ClientHttp2Session,
  headers: OutgoingHttpHeaders,
  body = "",
): Promise<{ stream: ClientHttp2Stream; head: object }> {
  const stream = session.request(headers, { endStream: body === "" });
  if (body !== "") stream.end(body);
  const [head] = await once(stream, "response");
  return { stream, head };
}

/** A body that never ends by itself. */
function endless(cancel: () => void): Response {
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void =>
    controller.enqueue(new Uint8Array(10_000));
  return new Response(new ReadableStream({ pull, cancel }));
}

test("method, path, headers and body reach the handler; status, headers and body the reader", async () => {
  const session = await open(async (request) => {
    const { host, pathname } = new URL(request.url);
    const headers = new Headers({ "x-seen": `${host} ${request.headers.get("x-sent")}` });
    headers.append("set-cookie", "a=1");
    headers.append("set-cookie", "b=2");
    const answer = `${request.method} ${pathname} ${await request.text()}`;
    return new Response(answer, { status: 201, headers });
  });
  const asked = { ":method": "PUT", ":path": "/a/b", ":authority": "chat.example", "x-sent": "x" };
  const { stream, head } = await send(session, asked, "dår");
  expect(head).toMatchObject({
    ":status": 201,
    "x-seen": "chat.example x",
    "set-cookie": ["a=1", "b=2"],
  });
  expect(await text(stream)).toBe("PUT /a/b dår");
});

test.for([
  ["without a word", constants.NGHTTP2_NO_ERROR],
  ["as browsers do", constants.NGHTTP2_CANCEL],
] as const)("a reader that leaves %s cancels its own body, and no other", async ([, code]) => {
  const cancelled: string[] = [];
  const session = await open(({ url }) => endless(() => cancelled.push(new URL(url).pathname)));
  const { stream: left } = await send(session, { ":path": "/left" });
  const { stream: kept } = await send(session, { ":path": "/kept" });
  await once(left, "data");
  left.close(code);
  await vi.waitFor(() => expect(cancelled).toEqual(["/left"]));
  await once(kept, "data");
});

test("when the reader leaves before the answer, the handler's response is cancelled", async () => {
  const cancel = vi.fn();
  const signals: AbortSignal[] = [];
  let answer = (): void => undefined;
  const session = await open(async ({ signal }) => {
    signals.push(signal);
    await new Promise<void>((resolve) => (answer = resolve));
    return endless(cancel);
  });
  const stream = session.request({ ":path": "/" });
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  stream.close();
  await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true));
  answer();
  await vi.waitFor(() => expect(cancel).toHaveBeenCalledOnce());
});

test("a slow reader holds the body back", async () => {
  let made = 0;
  const session = await open(() => {
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      made += 1;
      if (made > 1_000) controller.close();
      else controller.enqueue(new Uint8Array(10_000));
    };
    return new Response(new ReadableStream({ pull }));
  });
  const { stream } = await send(session, { ":path": "/" });
  // Whatever is made unasked for is made while this is answered.
  await new Promise((resolve) => session.ping(resolve));
  expect(made).toBeLessThan(1_000);
  let bytes = 0;
  for await (const chunk of stream) bytes += (chunk as Uint8Array).byteLength;
  expect([made, bytes]).toEqual([1_001, 10_000_000]);
});

test.for([
  ["a body that fails", () => new Response(new ReadableStream({ pull: () => Promise.reject() }))],
  ["Response.error()", () => Response.error()],
] as const)("%s breaks off its own request, and no other on the connection", async ([, bad]) => {
  const session = await open(({ url }) => (url.endsWith("/bad") ? bad() : new Response("good")));
  const broken = session.request({ ":path": "/bad" }).resume();
  const outcome = await once(broken, "close").then(() => broken.rstCode, String);
  expect(outcome).not.toBe(0);
  const { stream } = await send(session, { ":path": "/" });
  expect(await text(stream)).toBe("good");
});

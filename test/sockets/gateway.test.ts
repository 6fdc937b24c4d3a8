// A gateway on a real socket, between a service on another and a reader: what happens to one of the two
// connections when the other one ends, fails or slows down.

import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { createGateway } from "../../src/gateway/index.ts";
import { nodeHandler } from "../../src/node/index.ts";
import { frame } from "../support/body.ts";

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  servers.push(server);
  // A TCP server's address is an object.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A gateway before a service, and how it is asked for a stream. */
async function gatewayBefore(service: RequestListener) {
  const upstream = await listen((request, response) => {
    request.resume();
    service(request, response);
  });
  const url = await listen(nodeHandler(createGateway({ baseUrl: upstream })));
  const ask = (params: object, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}/v1beta/interactions`, {
      method: "POST",
      body: JSON.stringify({ model: "m", input: "x", stream: true, ...params }),
      ...init,
    });
  return { url, ask };
}

function begin(response: ServerResponse): void {
  const interaction = { id: "v1_run", status: "in_progress", object: "interaction" };
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(frame({ event_type: "interaction.created", interaction }));
}

test("an interruption after the status breaks this stream off, and the gateway answers the next", async () => {
  const { url, ask } = await gatewayBefore((request, response) => {
    if (request.method === "GET") response.end("{}");
    else {
      begin(response);
      response.socket?.end();
    }
  });
  for (let count = 0; count < 3; count += 1) {
    const broken = await ask({ store: false });
    expect(broken.status).toBe(200);
    await expect(broken.text()).rejects.toThrow("terminated");
  }
  expect((await fetch(`${url}/v1beta/models`)).status).toBe(200);
});

test.for([
  ["in the foreground", {}],
  ["in the background", { background: true }],
] as const)(
  "a reader who leaves ends the request of a run %s, and no other is sent",
  async ([, params]) => {
    const requests: string[] = [];
    const closed = vi.fn();
    const { ask } = await gatewayBefore((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      response.once("close", closed);
      begin(response);
    });
    const left = new AbortController();
    const response = await ask(params, { signal: left.signal });
    await response.body?.getReader().read();
    expect(closed).not.toHaveBeenCalled();
    left.abort();
    await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
    expect(requests).toEqual(["POST /v1beta/interactions"]);
  },
);

test("a reader who leaves before the answer ends the request of the run", async () => {
  const closed = vi.fn();
  const left = new AbortController();
  const { ask } = await gatewayBefore((_, response) => {
    response.once("close", closed);
    left.abort();
  });
  await expect(ask({}, { signal: left.signal })).rejects.toThrow("abort");
  await vi.waitFor(() => expect(closed).toHaveBeenCalledOnce());
});

test("a slow reader holds the service back", async () => {
  let isHeldBack = false;
  let written = 0;
  const { ask } = await gatewayBefore((_, response) => {
    begin(response);
    const text = "x".repeat(100_000);
    const write = (): void => {
      while (!response.destroyed) {
        written += text.length;
        const delta = { type: "text", text };
        if (!response.write(frame({ event_type: "step.delta", index: 0, delta }))) break;
      }
      isHeldBack = true;
      response.once("drain", () => {
        isHeldBack = false;
        write();
      });
    };
    write();
  });
  const left = new AbortController();
  const response = await ask({}, { signal: left.signal });
  await response.body?.getReader().read();
  // Buffers of four sockets fill up; then nothing moves until the reader does.
  await vi.waitFor(
    async () => {
      const before = written;
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(isHeldBack && written === before).toBe(true);
    },
    { timeout: 10_000 },
  );
  expect(written).toBeLessThan(50_000_000);
  left.abort();
});

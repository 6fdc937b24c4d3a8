// Real sockets: what mocks cannot show about bodies, aborts and half-dead connections.

import { once } from "node:events";
import { createServer } from "node:http";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { ConnectionError, InteractionsClient, StreamInterruptedError } from "../../src/index.ts";
import type { InteractionStream } from "../../src/index.ts";
import { doneFrame, frame } from "../support/body.ts";

const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

/** A server that hands every response to `answer`, and the client that talks to it. */
async function serve(
  answer: (response: ServerResponse) => void,
): Promise<{ client: InteractionsClient; responses: ServerResponse[]; close(): Promise<void> }> {
  const responses: ServerResponse[] = [];
  const server = createServer((_, response) => {
    responses.push(response);
    answer(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => {
    server.close();
    server.closeAllConnections();
  });
  // A TCP server's address is an object.
  const { port } = server.address() as AddressInfo;
  const client = new InteractionsClient({ apiKey: "key", baseUrl: `http://127.0.0.1:${port}` });
  return {
    client,
    responses,
    async close() {
      server.close();
      await once(server, "close");
    },
  };
}

function text(value: string): string {
  return frame({ event_type: "step.delta", index: 0, delta: { type: "text", text: value } });
}

const completed = frame({
  event_type: "interaction.completed",
  interaction: { id: "", status: "completed" },
});

/** Opens a stream whose response the test writes. */
async function openStream(
  options: { signal?: AbortSignal } = {},
): Promise<{ stream: InteractionStream; response: ServerResponse }> {
  const { client, responses } = await serve((response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.flushHeaders();
  });
  const params = { model: "gemini-2.5-flash", input: "Hi", stream: true } as const;
  const stream = await client.create(params, options);
  const [response] = responses;
  if (response === undefined) throw new Error("The server was not asked.");
  return { stream, response };
}

test("an event reaches the consumer before the next one is sent", async () => {
  const { stream, response } = await openStream();
  const events = stream[Symbol.asyncIterator]();
  for (const value of ["one", "two", "three"]) {
    response.write(text(value));
    expect(await events.next()).toMatchObject({ value: { delta: { text: value } } });
  }
  response.end(completed + doneFrame);
  expect(await events.next()).toMatchObject({ value: { event_type: "interaction.completed" } });
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test("break closes the response at the server", async () => {
  const { stream, response } = await openStream();
  const closed = once(response, "close");
  response.write(text("one"));
  for await (const _ of stream) break;
  await closed;
  expect(response.writableFinished).toBe(false);
});

test("streams one after the other use the same sockets, wherever their bodies end", async () => {
  for (const endDelayMs of [0, 20]) {
    const sockets = new Set<unknown>();
    const { client } = await serve((response) => {
      sockets.add(response.socket);
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(text("one") + completed + doneFrame);
      setTimeout(() => response.end(), endDelayMs);
    });
    for (let n = 0; n < 8; n += 1) {
      const params = { model: "gemini-2.5-flash", input: "Hi", stream: true } as const;
      await (await client.create(params)).finalInteraction();
      await new Promise((resolve) => setTimeout(resolve, 2 * endDelayMs));
    }
    // A body may still be ending while the next stream opens.
    expect(sockets.size).toBeLessThan(5);
  }
});

test("a body that does not end after the last event is closed after a second", async () => {
  const { stream, response } = await openStream();
  const closed = once(response, "close");
  response.write(text("one") + completed + doneFrame);
  // Not waited for by the consumer.
  const first = await Promise.race([stream.finalInteraction(), closed]);
  expect(first).toMatchObject({ status: "completed" });
  await closed;
  expect(response.writableFinished).toBe(false);
});

test.each([
  ["stream.abort()", (stream: InteractionStream) => stream.abort("enough")],
  [
    "an aborted signal",
    (_: InteractionStream, controller: AbortController) => controller.abort("enough"),
  ],
])("%s closes the response at the server, and rejects with the reason", async (_, abort) => {
  const controller = new AbortController();
  const { stream, response } = await openStream({ signal: controller.signal });
  const closed = once(response, "close");
  const events = stream[Symbol.asyncIterator]();
  response.write(text("one"));
  await events.next();
  const pending = events.next();
  abort(stream, controller);
  await expect(pending).rejects.toBe("enough");
  await closed;
});

test("an abort before the answer ends the request", async () => {
  const controller = new AbortController();
  const { client } = await serve((response) => {
    response.once("close", () => undefined);
    controller.abort("never mind");
  });
  const call = client.create({ model: "m", input: "Hi" }, { signal: controller.signal });
  await expect(call).rejects.toBe("never mind");
});

test("a reset in the middle of an event is an interruption, after what came whole", async () => {
  const { stream, response } = await openStream();
  const events = stream[Symbol.asyncIterator]();
  response.write(`${text("one")}data: {"event_type":"step.del`);
  await events.next();
  response.destroy();
  await expect(events.next()).rejects.toThrow(StreamInterruptedError);
});

test("an end in the middle of a character is an interruption", async () => {
  const { stream, response } = await openStream();
  const bytes = Buffer.from(text("😀"));
  response.end(bytes.subarray(0, bytes.indexOf(0xf0) + 2));
  const events = stream[Symbol.asyncIterator]();
  await expect(events.next()).rejects.toThrow(StreamInterruptedError);
});

test("nobody listening is a ConnectionError that says the request was not sent", async () => {
  const server = await serve(() => undefined);
  await server.close();
  const error: unknown = await server.client
    .create({ model: "m", input: "Hi" })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: false });
  expect(String(error)).toMatch(/ECONNREFUSED.*POST http:\/\/127.0.0.1:\d+\/v1beta\/interactions/);
});

test("a connection that dies after the request was sent may have been accepted", async () => {
  const { client, responses } = await serve((response) => response.destroy());
  const error: unknown = await client
    .create({ model: "m", input: "Hi" })
    .catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ConnectionError);
  expect(error).toMatchObject({ mayHaveBeenAccepted: true });
  expect(responses).toHaveLength(1);
});

// @ts-check
// A round-robin proxy, with two faults that one cannot order from a real one: it can cut the event
// streams that pass through it, and stall them (the connections stay open, and nothing comes any more).

import { once } from "node:events";
import { createServer, request } from "node:http";
import { buffer } from "node:stream/consumers";

/**
 * @typedef {import("node:http").IncomingMessage} IncomingMessage
 * @typedef {import("node:http").ServerResponse} ServerResponse
 */

/** @param {{ port: number, servers: ReturnType<typeof import("./servers.mjs").createServers> }} options */
export async function startBalancer({ port, servers }) {
  /** @type {Set<{ server: string, incoming: IncomingMessage, response: ServerResponse }>} */
  const streams = new Set();

  const balancer = {
    url: "",
    streams,
    /**
     * Answers a request itself, or returns false.
     *
     * @type {(incoming: IncomingMessage, response: ServerResponse) => boolean}
     */
    handle: () => false,
    cut() {
      for (const { response } of streams) response.destroy();
    },
    stall() {
      for (const { incoming, response } of streams) incoming.unpipe(response);
    },
    async close() {
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };

  const http = createServer((incoming, response) => {
    if (balancer.handle(incoming, response)) return;
    forward(incoming, response).catch(() => response.destroy());
  });

  /**
   * @param {IncomingMessage} browser
   * @param {ServerResponse} response
   */
  async function forward(browser, response) {
    const body = await buffer(browser);
    const server = servers.next();
    if (server === undefined) {
      response.writeHead(503, { "retry-after": "1" }).end("No server is running.");
      return;
    }
    const { method, url, headers } = browser;
    const outgoing = request({ port: server.port, host: "127.0.0.1", method, path: url, headers });
    response.once("close", () => outgoing.destroy());
    // The server died: what was promised to the browser cannot be kept.
    outgoing.once("error", () => response.destroy());
    outgoing.once("response", (incoming) => {
      incoming.once("error", () => response.destroy());
      response.writeHead(incoming.statusCode ?? 502, incoming.headers);
      response.flushHeaders();
      incoming.pipe(response);
      if (incoming.headers["content-type"] !== "text/event-stream") return;
      const stream = { server: server.name, incoming, response };
      streams.add(stream);
      response.once("close", () => streams.delete(stream));
    });
    outgoing.end(body);
  }

  http.listen(port, "127.0.0.1");
  await once(http, "listening");
  const address = /** @type {import("node:net").AddressInfo} */ (http.address());
  balancer.url = `http://127.0.0.1:${address.port}`;
  return balancer;
}

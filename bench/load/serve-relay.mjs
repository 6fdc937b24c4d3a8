// @ts-check
// What both relays share: an HTTP server on a free port, whose number it sends to the process that has
// started it. Asked for `usage`, it sends what CPU time and memory it has used, and how many requests
// have failed.

import { once } from "node:events";
import { createServer } from "node:http";

/**
 * @typedef {object} Relay
 * @property {() => Promise<string>} start starts a run, resolves with its id
 * @property {(id: string, headers: import("node:http").IncomingHttpHeaders) => Promise<Response>} follow
 */

/** @param {Relay} relay */
export async function serveRelay({ start, follow }) {
  let failures = 0;
  const server = createServer((request, response) => {
    const answer =
      request.method === "POST"
        ? start().then((id) => new Response(id))
        : follow(request.url?.split("/").at(-1) ?? "", request.headers);
    answer
      .then((ready) => send(ready, response))
      .catch(() => {
        // A connection that was cut is no failure of the relay.
        if (!response.destroyed) failures += 1;
        response.destroy();
      });
  });
  server.listen(0, "127.0.0.1", 4096);
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  process.on("message", () => {
    globalThis.gc?.();
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1_000, bytes: process.memoryUsage().rss, failures });
  });
  process.on("disconnect", () => process.exit());
  process.send?.({ port });
}

/** @param {Response} ready @param {import("node:http").ServerResponse} response */
async function send({ status, headers, body }, response) {
  response.writeHead(status, Object.fromEntries(headers)).flushHeaders();
  const reader = body?.getReader();
  response.once("close", () => void reader?.cancel().catch(() => undefined));
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || response.destroyed) break;
    if (!response.write(value))
      await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  response.end();
}

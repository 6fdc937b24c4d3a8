// @ts-check
// What the relays share: an HTTP server on a free port, whose number it sends to the process that has
// started it. Asked for `usage`, it sends what CPU time and memory it has used, and how many requests
// have failed.

import { once } from "node:events";
import { createServer } from "node:http";
import { nodeHandler } from "gemini-interactions/node";

/** @param {(request: Request) => Promise<Response>} answer */
export async function serveRelay(answer) {
  let failures = 0;
  const listener = nodeHandler(async (request) => {
    try {
      const response = await answer(request);
      if (response.status >= 400) failures += 1;
      return response;
    } catch (error) {
      // A relay has not failed when its browser has left.
      if (!request.signal.aborted) failures += 1;
      throw error;
    }
  });
  const server = createServer(listener);
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

/**
 * A relay's own routes: POST /runs answers with the id of a run, GET /runs/{id} with its stream.
 *
 * @param {object} relay
 * @param {() => Promise<string>} relay.start starts a run, resolves with its id
 * @param {(id: string, headers: Headers) => Promise<Response>} relay.follow
 * @returns {(request: Request) => Promise<Response>}
 */
export function runsOf({ start, follow }) {
  return async ({ method, url, headers }) =>
    method === "POST"
      ? new Response(await start())
      : await follow(url.split("/").at(-1) ?? "", headers);
}

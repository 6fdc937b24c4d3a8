// A server on this machine is for programs: pages of other sites neither start runs nor read them.

import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import { createInteractionsService } from "../../../src/testing/index.ts";
import { startServer } from "../../../src/testing/node.ts";
import type { RunningServer, ServerOptions } from "../../../src/testing/node.ts";

const servers: RunningServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(options: ServerOptions = {}) {
  const service = createInteractionsService();
  const server = await startServer(service, options);
  servers.push(server);
  return { service, port: server.port };
}

/** Sends what `fetch` would not: any header that a browser sets. */
function send(port: number, method: string, path: string, headers: Record<string, string>) {
  const body = JSON.stringify({ model: "gemini-3.8-flash", input: "Hi" });
  return new Promise<number>((resolve, reject) => {
    const outgoing = request({ port, host: "127.0.0.1", method, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    outgoing.on("error", reject);
    outgoing.end(method === "POST" ? body : undefined);
  });
}

const create = "/v1beta/interactions";

test.each<[string, Record<string, string>]>([
  ["a page posts text/plain", { origin: "https://evil.example", "content-type": "text/plain" }],
  ["a sandboxed frame or a file", { origin: "null" }],
  [
    "an older browser's form",
    { origin: "http://evil.example", "content-type": "multipart/form-data" },
  ],
  ["another port of this machine", { origin: "http://127.0.0.1:3000" }],
  ["a page that hides its origin", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
  ["another port, no-cors", { "sec-fetch-site": "same-site" }],
  ["a word that is none", { "sec-fetch-site": "unheard-of" }],
  ["DNS rebinding", { host: "evil.example" }],
  [
    "DNS rebinding, as the page's own origin",
    { host: "evil.example:80", origin: "http://evil.example:80", "sec-fetch-site": "same-origin" },
  ],
  ["a name that begins like this machine", { host: "127.0.0.1.nip.example" }],
  ["a name that ends like it", { host: "localhost.evil.example" }],
  ["a host with a user", { host: "localhost@evil.example" }],
  [
    "a rebound page behind a proxy",
    { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
  ],
])("refused without a run: %s", async (_, headers) => {
  const { service, port } = await start();
  expect(await send(port, "POST", create, headers)).toBe(403);
  expect(await send(port, "GET", `${create}/v1_run1`, headers)).toBe(403);
  expect(await send(port, "DELETE", `${create}/v1_run1`, headers)).toBe(403);
  expect(await send(port, "OPTIONS", create, headers)).toBe(403);
  expect(service.requests).toEqual([]);
  expect(service.interactions).toEqual([]);
});

test.each<[string, Record<string, string>]>([
  ["a program", {}],
  ["one that sends text/plain", { "content-type": "text/plain;charset=UTF-8" }],
  ["localhost", { host: "localhost:8798" }],
  ["an address of this machine", { host: "192.168.1.7:8798" }],
  ["IPv6", { host: "[::1]:8798" }],
  ["a container", { host: "host.docker.internal:8798" }],
  ["a service of a compose file", { host: "emulator:8798" }],
  ["an address that somebody typed", { "sec-fetch-site": "none" }],
  [
    "its own origin",
    { host: "localhost:1", origin: "http://localhost:1", "sec-fetch-site": "same-origin" },
  ],
  [
    "a development server that passes a page's request on",
    { origin: "http://localhost:5173", "sec-fetch-site": "same-origin" },
  ],
])("taken: %s", async (_, headers) => {
  const { service, port } = await start();
  expect(await send(port, "POST", create, headers)).toBe(200);
  expect(service.interactions).toHaveLength(1);
});

test("with cors any page may call it, and allowedHosts names further hosts", async () => {
  const open = await start({ cors: true });
  const page = { origin: "https://app.example", "sec-fetch-site": "cross-site" };
  expect(await send(open.port, "POST", create, page)).toBe(200);
  const named = await start({ allowedHosts: ["ci.example"] });
  expect(await send(named.port, "POST", create, { host: "ci.example:8798" })).toBe(200);
  expect(await send(named.port, "POST", create, { host: "evil.example" })).toBe(403);
});

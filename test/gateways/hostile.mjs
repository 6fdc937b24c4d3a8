// @ts-check
// A gateway that is attacked: by hostile-requests.mjs, by requests that are slow, and by bodies that are
// too large. Before it is a service that writes down what it gets; beside it is a server that must get
// nothing.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect, createServer as createTcpServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { hostileRequests, secret } from "./hostile-requests.mjs";
import { startGateway } from "./processes.mjs";

const count = 1_000;
const largeBodies = 10;
const largeBytes = 100_000_000;
/** What ten bodies may add to the memory of the process, in MB: 32 MiB each is what a gateway takes. */
const mostMemory = 10 * 34;

/** @typedef {{ url: string, port: number, close: () => void }} Listening */

/** @param {import("node:net").Server} server @returns {Promise<Listening>} */
async function listen(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, port, close: () => void server.close() };
}

/** What the service gets: method, target and headers of each request. */
function createSink() {
  /** @type {{ method: string, target: string, headers: NodeJS.Dict<string | string[]> }[]} */
  const seen = [];
  const server = createServer((request, response) => {
    const { method = "", url: target = "", headers } = request;
    seen.push({ method, target, headers });
    request.resume();
    request.on("error", () => undefined);
    request.on("end", () => {
      response.writeHead(200, { "content-type": "application/json", "set-cookie": "a=1" });
      response.end('{"id":"v1_a","status":"completed","object":"interaction","steps":[]}');
    });
  });
  return { seen, server };
}

/** Resolves when a socket is closed, whether by an error or not. @param {import("node:net").Socket} socket */
function closeOf(socket) {
  return new Promise((resolve) => socket.once("close", resolve));
}

/**
 * Writes bytes to a socket; resolves with what came back, at the latest after `limitMs`.
 *
 * @param {number} port
 * @param {string} bytes
 */
async function send(port, bytes, limitMs = 4_000) {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (part) => (answer += part.toString("latin1")));
  socket.on("error", () => undefined);
  socket.write(bytes, "latin1");
  const timer = setTimeout(() => socket.destroy(), limitMs);
  await closeOf(socket);
  clearTimeout(timer);
  return answer;
}

async function attackWithMany() {
  const elsewhere = { connections: 0 };
  const other = await listen(
    createTcpServer((socket) => {
      elsewhere.connections += 1;
      socket.destroy();
    }),
  );
  const { seen, server } = createSink();
  const service = await listen(server);
  const gateway = await startGateway(service.url);
  const before = gateway.memory().now;
  try {
    const { port } = gateway;
    // Slow ones: a head that does not end, a body of which a byte comes now and then.
    const slow = Array.from({ length: 50 }, (_, at) => {
      const socket = connect(port, "127.0.0.1").on("error", () => undefined);
      const head = `POST /v1beta/interactions HTTP/1.1\r\nhost: x\r\nx-goog-api-key: ${secret}\r\n`;
      socket.write(at % 2 === 0 ? head : `${head}content-length: 1000000\r\n\r\n{`);
      return socket;
    });
    const trickle = setInterval(() => slow.forEach((socket) => socket.write("a")), 100);

    const all = [...hostileRequests(`127.0.0.1:${other.port}`)];
    const statuses = new Map();
    let answers = "";
    for (let at = 0; at < Math.max(count, all.length); at += 20) {
      const part = Array.from({ length: 20 }, (_, each) => all[(at + each) % all.length] ?? "");
      const answered = await Promise.all(part.map((bytes) => send(port, bytes)));
      for (const answer of answered) {
        const status = /^HTTP\/1\.[01] (\d+)/.exec(answer)?.[1] ?? "none";
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        answers += answer;
      }
    }
    clearInterval(trickle);
    slow.forEach((socket) => socket.destroy());

    assert.ok(gateway.isRunning(), "the gateway has ended");
    assert.ok(seen.length > 100, "what may be sent on was not");
    assert.equal(elsewhere.connections, 0, "something was sent elsewhere");
    assert.ok(!answers.includes(secret), "an answer holds a credential");
    assert.ok(!gateway.said.text.includes(secret), "the log holds a credential");
    assert.ok(!answers.includes("set-cookie"), "a cookie of the service's was passed on");
    for (const { target, headers } of seen) {
      assert.match(target, /^\/(upload\/)?v\d/, "a target without a version was sent");
      assert.ok(!target.includes("smuggled"), "a hidden request was sent");
      assert.equal(headers["host"], `127.0.0.1:${service.port}`);
      const names = Object.keys(headers).join(" ");
      assert.doesNotMatch(
        names,
        /cookie|forwarded|proxy-auth|via|x-(host|original|rewrite|http-m)/,
      );
    }
    const last = await fetch(`${gateway.url}/v1beta/models`);
    assert.equal(last.status, 200, "the gateway does not answer any more");
    const { most } = gateway.memory();
    assert.ok(most - before < 150, `memory grew from ${before} to ${most} MB`);
    const found = [...statuses].map(([status, times]) => `${times} × ${status}`).toSorted();
    return `${found.join(", ")}; ${seen.length} sent on, ${before} to ${most} MB`;
  } finally {
    await gateway.end("SIGTERM");
    other.close();
    server.closeAllConnections();
    service.close();
  }
}

/** Ten bodies of 100 MB at a time, with and without a content-length. */
async function attackWithLargeBodies() {
  const { seen, server } = createSink();
  const service = await listen(server);
  const gateway = await startGateway(service.url);
  const before = gateway.memory().now;
  const part = "a".repeat(50_000);
  /** @param {boolean} hasLength */
  const post = async (hasLength) => {
    const socket = connect(gateway.port, "127.0.0.1").on("error", () => undefined);
    let answer = "";
    socket.on("data", (data) => (answer += data.toString("latin1")));
    const closed = closeOf(socket);
    const size = hasLength ? `content-length: ${largeBytes}` : "transfer-encoding: chunked";
    socket.write(
      `POST /v1beta/interactions HTTP/1.1\r\nhost: x\r\nx-goog-api-key: ${secret}\r\n${size}\r\n\r\n`,
    );
    for (let sent = 0; sent < largeBytes && !socket.destroyed; sent += part.length) {
      const bytes = hasLength ? part : `${part.length.toString(16)}\r\n${part}\r\n`;
      if (!socket.write(bytes)) await Promise.race([once(socket, "drain"), closed, delay(5_000)]);
    }
    socket.end();
    await Promise.race([closed, delay(5_000)]);
    socket.destroy();
    return /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? "none";
  };
  try {
    const all = Array.from({ length: largeBodies }, (_, at) => post(at % 2 === 0));
    const statuses = await Promise.all(all);
    assert.deepEqual([...new Set(statuses)], ["413"]);
    assert.deepEqual(seen, []);
    assert.equal((await fetch(`${gateway.url}/v1beta/models`)).status, 200);
    const { most, now } = gateway.memory();
    assert.ok(most - before < mostMemory, `memory grew from ${before} to ${most} MB`);
    assert.ok(!gateway.said.text.includes(secret), "the log holds a credential");
    return `${before} MB of memory before, ${most} at most, ${now} after`;
  } finally {
    await gateway.end("SIGTERM");
    server.closeAllConnections();
    service.close();
  }
}

/** @type {import("../support/suite.mjs").Trial[]} */
export const attacks = [
  ["1,000 hostile requests", attackWithMany],
  ["ten bodies of 100 MB", attackWithLargeBodies],
];

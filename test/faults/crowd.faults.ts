// Many runs over real sockets, cut at random: each tells every word once, and afterwards the process
// holds what it held before: sockets, listeners, memory.

import { getEventListeners } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Agent, fetch } from "undici";
import { expect, test } from "vitest";
import { InteractionsClient, outputText } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import { startServer } from "../../src/testing/node.ts";
import { collectGarbage } from "../support/gc.ts";
import { createRandom } from "../support/random.ts";

const streams = 4_000;
const rounds = 4;
const atOnce = 100;
const answer = Array.from({ length: 300 }, (_, n) => `word${n}`).join(" ");

function openSockets(): number {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith("TCP")).length;
}

test(`${streams} streams with random cuts complete, and leave nothing behind`, async () => {
  const service = createInteractionsService({ respond: () => answer, mode: "faithful" });
  const server = await startServer(service);
  let reconnects = 0;
  let agent = new Agent();
  const client = new InteractionsClient({
    apiKey: "key",
    baseUrl: server.url,
    fetch: (url, init) => fetch(url, { ...init, dispatcher: agent }),
    retry: { baseDelayMs: 1, maxDelayMs: 5 },
    hooks: { onReconnect: () => void (reconnects += 1) },
  });
  const { signal } = new AbortController();
  const pick = createRandom(7);

  async function readOne(): Promise<void> {
    // A run whose id was never heard cannot be found again: the first connection brings its first
    // event, and is not reset, which would also take back what the socket has buffered.
    for (let cuts = pick(4); cuts > 0; cuts -= 1) {
      const reset = pick(2) === 1;
      const on = reset ? "reattach" : "stream";
      service.faults.push({ kind: "cut", on, afterBytes: 1_000 + pick(30_000), reset });
    }
    const params = { model: "m", input: "Go", background: true, stream: true } as const;
    const stream = await client.create(params, { signal });
    let text = "";
    for await (const piece of stream.text()) text += piece;
    expect(text).toBe(answer);
    const final = await stream.finalInteraction();
    expect(outputText(final)).toBe(answer);
    await client.delete(final.id);
  }

  async function readMany(count: number): Promise<void> {
    let left = count;
    const readOn = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await readOne();
      }
    };
    await Promise.all(Array.from({ length: atOnce }, readOn));
    service.faults.length = 0;
    // The test's own service notes each request, with its body.
    service.reset();
  }

  /** What the process holds once the idle connections are closed: it waits for any other. */
  async function held(): Promise<{ sockets: number; listeners: number; heap: number }> {
    await agent.close();
    agent = new Agent();
    await wait(1_000);
    await collectGarbage();
    const listeners = getEventListeners(signal, "abort").length;
    return { sockets: openSockets(), listeners, heap: process.memoryUsage().heapUsed };
  }

  // Compiled code and pools are not a leak: the first streams fill them.
  await readMany(streams / rounds);
  const states = [await held()];
  reconnects = 0;
  while (states.length <= rounds) {
    await readMany(streams / rounds);
    states.push(await held());
  }
  process.stdout.write(`${JSON.stringify({ streams, reconnects, states })}\n`);
  expect(reconnects).toBeGreaterThan(streams);
  expect(service.openStreams).toBe(0);
  const [before, ...later] = states;
  for (const { sockets, listeners } of later) {
    expect({ sockets, listeners }).toEqual({
      sockets: before?.sockets,
      listeners: before?.listeners,
    });
  }
  // The process itself takes two megabytes and gives them back, so the least of two rounds counts. A
  // stream that is held holds its text, of 2,300 characters.
  const heaps = states.map(({ heap }) => heap);
  const growth = Math.min(...heaps.slice(-2)) - Math.min(...heaps.slice(0, 2));
  expect(growth).toBeLessThan((streams / 2) * 1_000);
  await server.close();
}, 600_000);

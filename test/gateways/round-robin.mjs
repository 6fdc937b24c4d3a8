// Two gateways behind a load balancer that asks them in turn. One or the other is killed, and started
// again, all the time. Readers are programs with the official SDK: when a stream ends too early they call
// `interactions.get` again with the newest `event_id` as `last_event_id`, as the SDK's guides say.

import assert from "node:assert/strict";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { startEmulator } from "../support/suite.mjs";
import { here, startGateway } from "./processes.mjs";

const streams = 200;
const words = 150;
const wordsPerSecond = 10;
const text = Array.from({ length: words }, (_, at) => `word${at} `).join("");

/** A load balancer before ports, which asks them in turn and repeats nothing. */
async function startBalancer(ports) {
  let next = 0;
  const server = createServer((incoming, outgoing) => {
    next += 1;
    const { method, url, headers } = incoming;
    const options = { host: "127.0.0.1", port: ports[next % ports.length], method, path: url };
    const asked = request({ ...options, headers, agent: false }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.on("error", () => outgoing.destroy());
      answer.pipe(outgoing);
    });
    asked.on("error", () => outgoing.destroy());
    outgoing.on("close", () => asked.destroy());
    incoming.pipe(asked);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Reads one run to its end, however often its stream breaks. */
async function readRun(interactions, id, counts) {
  const got = { text: "", events: 0 };
  let last_event_id;
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      const stream = await interactions.get(id, { stream: true, last_event_id });
      for await (const event of stream) {
        last_event_id = event.event_id ?? last_event_id;
        got.text += event.delta?.text ?? "";
        got.events += 1;
        if (event.event_type === "interaction.completed") return got;
      }
      counts.ended += 1;
    } catch {
      counts.broken += 1;
      await delay(100 + Math.random() * 400);
    }
  }
  return got;
}

export async function readWhileKilled() {
  // It was installed only just now.
  const { GoogleGenAI } = await import("@google/genai");
  const script = join(here, "dist/script.json");
  writeFileSync(script, JSON.stringify({ responses: [text], repeat: true }));
  const pace = ["--mode", "faithful", "--speed", String(wordsPerSecond)];
  const service = await startEmulator(here, ...pace, "--script", script);
  const gateways = [await startGateway(service.url), await startGateway(service.url)];
  const balancer = await startBalancer(gateways.map(({ port }) => port));
  const counts = { kills: 0, broken: 0, ended: 0 };
  const over = new AbortController();
  const killing = (async () => {
    while (!over.signal.aborted) {
      await delay(400 + Math.random() * 1_200);
      const at = Math.random() < 0.5 ? 0 : 1;
      await gateways[at].end("SIGKILL");
      counts.kills += 1;
      gateways[at] = await startGateway(service.url, gateways[at].port);
    }
  })();
  try {
    const ids = [];
    for (let count = 0; count < streams; count += 1) {
      // Not by a gateway: a create whose connection breaks is the caller's to decide about.
      const body = JSON.stringify({ agent: "deep-research-preview", input: "x", background: true });
      const created = await fetch(`${service.url}/v1beta/interactions`, { method: "POST", body });
      ids.push((await created.json()).id);
    }
    const httpOptions = { baseUrl: balancer.url };
    const { interactions } = new GoogleGenAI({ apiKey: "any", httpOptions });
    const read = await Promise.all(ids.map((id) => readRun(interactions, id, counts)));
    const broken = read.filter((each) => each.text !== text);
    const [first] = broken;
    assert.equal(broken.length, 0, `${broken.length} streams are not whole: ${first?.text}`);
    const posts = service.requests.filter((line) => line.startsWith("POST")).length;
    assert.equal(posts, streams, `${posts} runs were started`);
    assert.ok(counts.kills >= 5 && counts.broken + counts.ended >= streams, "too few cuts");
  } finally {
    over.abort();
    await killing;
    balancer.close();
    for (const gateway of gateways) await gateway.end("SIGTERM");
    await service.stop();
  }
  const { kills, broken, ended } = counts;
  return `${streams} whole, over ${kills} kills: ${broken} streams broke, ${ended} ended early`;
}

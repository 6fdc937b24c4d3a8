// @ts-check
// `npm run bench:load -- [options]`: a relay made of `stream.toResponse()` in front of `serve`, and
// browsers that lose their connections, beside the gateway, and the same relay made with Vercel's
// resumable-stream on Redis (Debian's redis-server; without it that part is left out). Service, relay
// and browsers are a process each. A full run writes RESULTS.md.
//
//   --clients n    browsers, 500 unless given; each follows a run of its own
//   --rate n       words per second of each run, 2 unless given
//   --seconds n    how long connections are cut, 60 unless given

import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { replaceSection } from "../../scripts/section.mjs";
import { install, pack, startEmulator } from "../../test/support/suite.mjs";
import { markdownTable } from "../lib/table.mjs";
import { Browser } from "./browser.mjs";

const here = import.meta.dirname;
/** The share of open connections that is cut each second. */
const cutShare = 0.05;
const redisPort = 16_379;

const { values: options } = parseArgs({
  options: {
    clients: { type: "string", default: "500" },
    rate: { type: "string", default: "2" },
    seconds: { type: "string", default: "60" },
  },
});
const clients = Number(options.clients);
const rate = Number(options.rate);
const seconds = Number(options.seconds);
// The runs go on for a while after the last cut: resumable-stream does not give the end of one that is over.
const words = rate * (seconds + 15);

await install(here, await pack(join(here, "dist")));
const script = join(here, "dist/script.json");
const text = Array.from({ length: words }, (_, i) => `word${i + 1} `).join("");
writeFileSync(script, JSON.stringify({ responses: [text], repeat: true }));

/** @typedef {(relay: string) => Promise<string>} Start starts a run, resolves with the URL to follow it at */

/** @type {Start} */
async function startAtRelay(relay) {
  const id = await (await fetch(`${relay}/runs`, { method: "POST" })).text();
  return `${relay}/runs/${id}`;
}

/** @type {Start} */
async function startAtService(relay) {
  const runs = `${relay}/v1beta/interactions`;
  const agent = "deep-research-preview-04-2026";
  const body = JSON.stringify({ agent, input: "Count.", background: true });
  const headers = { "content-type": "application/json" };
  const { id } = await (await fetch(runs, { method: "POST", headers, body })).json();
  return `${runs}/${id}?stream=true`;
}

const measured = [
  await measure("toResponse()", "relay.mjs", "id", startAtRelay),
  await measure("the gateway", "relay-gateway.mjs", "id", startAtService),
];
const redis = await startRedis();
if (redis === undefined) console.log("No redis-server here: resumable-stream is left out.");
else {
  const name = "resumable-stream";
  measured.push(await measure(name, "relay-redis.mjs", "characters", startAtRelay));
  redis.kill();
}
const head = ["", ...measured.map(({ name }) => name)];
const keys = Object.keys(measured[0]?.figures ?? {});
const table = markdownTable(
  head,
  keys.map((key) => [key, ...measured.map(({ figures }) => String(figures[key]))]),
);
console.log(table);
if (process.argv.length === 2 && redis !== undefined) {
  const date = new Date().toISOString().slice(0, 10);
  const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const section = `Measured on ${date}, with ${clients} browsers for ${seconds} s, by Node ${process.versions.node} on ${availableParallelism()} cores, with resumable-stream ${dependencies["resumable-stream"]}:\n\n${table}\n`;
  const path = join(here, "RESULTS.md");
  writeFileSync(path, replaceSection(readFileSync(path, "utf8"), "load", section));
}
const isWhole = measured.every(
  ({ figures }) => figures["words lost"] + figures["words twice"] === 0,
);
process.exitCode = isWhole ? 0 : 1;

async function startRedis() {
  const child = spawn("redis-server", ["--port", String(redisPort), "--save", ""]);
  const outcome = await Promise.race([once(child.stdout, "data"), once(child, "error")]);
  if (outcome[0] instanceof Error) return undefined;
  await delay(500);
  return child;
}

/**
 * @param {string} name
 * @param {string} file of the relay
 * @param {"id" | "characters"} remembers
 * @param {Start} start
 */
async function measure(name, file, remembers, start) {
  const faithful = ["--mode", "faithful", "--speed", String(rate), "--script", script];
  const emulator = await startEmulator(here, ...faithful);
  const relay = fork(join(here, file), [emulator.url], {
    execArgv: ["--expose-gc"],
    env: { ...process.env, REDIS_URL: `redis://127.0.0.1:${redisPort}` },
  });
  const ask = async () => {
    const answer = once(relay, "message");
    relay.send("usage");
    const [usage] = await answer;
    return /** @type {{ cpuMs: number, bytes: number, failures: number }} */ (usage);
  };
  const [{ port }] = await once(relay, "message");
  const idle = await ask();

  /** @type {Browser[]} */
  const browsers = [];
  for (let i = 0; i < clients; i++) {
    const url = await start(`http://127.0.0.1:${port}`);
    browsers.push(new Browser(url, remembers));
  }
  const sum = (/** @type {"events" | "reconnects" | "doubled" | "bytes"} */ key) =>
    browsers.reduce((total, browser) => total + browser[key], 0);
  const before = { ...(await ask()), events: sum("events"), bytesRead: sum("bytes") };
  const started = performance.now();
  let cuts = 0;
  for (let second = 0; second < seconds; second++) {
    await delay(1_000);
    for (const browser of browsers) {
      if (!browser.isConnected || Math.random() >= cutShare) continue;
      browser.cut();
      cuts += 1;
    }
  }
  const events = sum("events") - before.events;
  const bytesRead = sum("bytes") - before.bytesRead;
  const took = (performance.now() - started) / 1_000;
  const after = await ask();
  const late = delay(60_000).then(() => "late");
  await Promise.race([Promise.all(browsers.map(({ done }) => done)), late]);
  relay.disconnect();
  await emulator.stop();
  const missing = browsers.reduce((total, browser) => total + browser.countMissing(words), 0);
  /** @type {Record<string, number>} */
  const figures = {
    "events delivered per second": Math.round(events / took),
    "CPU of the relay per event, µs": Math.round(((after.cpuMs - before.cpuMs) / events) * 1_000),
    "memory of the relay per browser, kB": Math.round((after.bytes - idle.bytes) / clients / 1_000),
    "bytes to the browser per event": Math.round(bytesRead / events),
    "connections cut": cuts,
    "reconnects that failed": after.failures,
    "words lost": missing,
    "words twice": sum("doubled"),
  };
  return { name, figures };
}

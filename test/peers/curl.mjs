// A shell with curl and nothing else: the same calls as the official SDK makes.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { startEmulator } from "../support/suite.mjs";

const run = promisify(execFile);
let emulator;
let url;

before(async () => {
  emulator = await startEmulator(import.meta.dirname, "--speed", "100");
  url = `${emulator.url}/v1beta/interactions`;
});

after(() => emulator.stop());

/** @param {...string} args */
async function curl(...args) {
  const { stdout } = await run("curl", ["-sS", "--max-time", "20", ...args]);
  return stdout;
}

const json = ["-H", "content-type: application/json", "-d"];
const textIn = (stream) =>
  [...stream.matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text).join("");

test("create, get, stream, resume by last_event_id, cancel", async () => {
  const created = JSON.parse(await curl(url, ...json, '{"model":"m","input":"hello"}'));
  assert.equal(created.status, "completed");
  const read = JSON.parse(await curl(`${url}/${created.id}`));
  assert.equal(read.steps[0].content[0].text, "You said: hello");
  const stream = await curl("-N", url, ...json, '{"model":"m","input":"one two","stream":true}');
  assert.match(stream, /^event: interaction.created\ndata: \{/);
  assert.ok(stream.endsWith("event: done\ndata: [DONE]\n\n"));
  assert.equal(textIn(stream), "You said: one two");
  const [, id] = /"id":"(\w+)"/.exec(stream);
  const rest = await curl(`${url}/${id}?stream=true&last_event_id=evt_5`);
  assert.equal(textIn(rest), "one two");
  const long = JSON.stringify({ agent: "a", input: "a ".repeat(500), background: true });
  const background = JSON.parse(await curl(url, ...json, long));
  const cancelled = JSON.parse(await curl("-X", "POST", `${url}/${background.id}/cancel`));
  assert.equal(cancelled.status, "cancelled");
});

// The official SDK against the emulator: create, stream, get, resume by last_event_id, cancel, delete; and
// its calls on webhooks, environments with their files, and agents.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { GoogleGenAI } from "@google/genai";
import { startEmulator } from "../support/suite.mjs";

const model = "gemini-3.8-flash";
const agent = "deep-research-preview-04-2026";

for (const mode of ["guide", "faithful"]) {
  let emulator;
  let ai;
  let interactions;

  before(async () => {
    emulator = await startEmulator(import.meta.dirname, "--mode", mode, "--speed", "100");
    const httpOptions = { baseUrl: emulator.url };
    ai = new GoogleGenAI({ apiKey: "any", httpOptions });
    ({ interactions } = ai);
  });

  after(() => emulator.stop());

  test(`${mode}: create and get`, async () => {
    const created = await interactions.create({ model, input: "hello" });
    assert.equal(created.status, "completed");
    assert.equal(created.output_text, "You said: hello");
    const read = await interactions.get(created.id);
    assert.equal(read.output_text, "You said: hello");
  });

  test(`${mode}: stream, and resume by last_event_id`, async () => {
    const stream = await interactions.create({
      agent,
      input: "one two three",
      background: true,
      stream: true,
    });
    let text = "";
    let id;
    let last;
    for await (const event of stream) {
      id ??= event.interaction?.id;
      text += event.delta?.text ?? "";
      if (event.event_id !== undefined && event.delta !== undefined) {
        last = event.event_id;
        break;
      }
    }
    const rest = await interactions.get(id, { stream: true, last_event_id: last });
    for await (const event of rest) text += event.delta?.text ?? "";
    assert.equal(text, "You said: one two three");
  });

  test(`${mode}: cancel and delete`, async () => {
    const { id } = await interactions.create({ agent, input: "a ".repeat(500), background: true });
    const cancelled = await interactions.cancel(id);
    assert.equal(cancelled.status, "cancelled");
    await interactions.delete(id);
    await assert.rejects(interactions.get(id), /not found/);
  });

  test(`${mode}: webhooks`, async () => {
    const { webhooks } = ai;
    const created = await webhooks.create({
      uri: "https://app.example/hook",
      subscribed_events: ["interaction.completed"],
    });
    assert.match(created.new_signing_secret, /^whsec_/);
    const { id } = created;
    assert.equal((await webhooks.update(id, { name: "mine", update_mask: "name" })).name, "mine");
    assert.match((await webhooks.rotateSigningSecret(id, {})).secret, /^whsec_/);
    assert.equal((await webhooks.get(id)).signing_secrets.length, 2);
    await webhooks.delete(id);
    assert.equal((await webhooks.list()).webhooks, undefined);
  });

  test(`${mode}: environments, and a file up and down`, async () => {
    const { environments } = ai;
    const { id: environment } = await environments.create({});
    const path = "in/a.bin";
    const file = Uint8Array.of(1, 255, 239);
    await environments.files.upload({ environment, path, file });
    const { files } = await environments.files.list({ environment, path: "in" });
    assert.deepEqual(
      files.map((each) => each.path),
      [path],
    );
    assert.deepEqual(await environments.files.download({ environment, path }), file);
    await environments.delete(environment);
    await assert.rejects(environments.get(environment), /not found/);
  });

  test(`${mode}: agents`, async () => {
    const { agents } = ai;
    await agents.create({ id: "own", base_agent: "antigravity-preview-09-2026" });
    assert.equal((await agents.get("own")).base_agent, "antigravity-preview-09-2026");
    await agents.delete("own");
    assert.equal((await agents.list()).agents, undefined);
  });

  test(`${mode}: what the service refuses is refused`, async () => {
    await assert.rejects(
      interactions.create({ model, input: "hello", generation_config: { topP: 1 } }),
      /Unknown parameter 'generation_config.topP'. Did you mean 'top_p'\?/,
    );
  });
}

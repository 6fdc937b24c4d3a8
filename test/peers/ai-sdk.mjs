// The AI SDK's Google provider against the emulator: text, a stream, a tool.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { generateText, jsonSchema, stepCountIs, streamText, tool } from "ai";
import { z } from "zod";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../support/suite.mjs";

const script = join(tmpdir(), `ai-sdk-${process.pid}.json`);
let emulator;
let model;

before(async () => {
  const call = { type: "function_call", id: "c1", name: "weather", arguments: { city: "Oslo" } };
  const thought = { type: "thought", signature: "c2ln" };
  const signed = { steps: [thought, { ...call, signature: "c2lnbmVk" }] };
  const streamed = [signed, "It rains again.", signed, "It rains again."];
  const others = ["Hi.", "One two.", { steps: [call] }, "It rains."];
  writeFileSync(script, JSON.stringify([...streamed, ...others]));
  emulator = await startEmulator(
    import.meta.dirname,
    "--mode",
    "faithful",
    "--speed",
    "100",
    "--script",
    script,
  );
  const google = createGoogleGenerativeAI({ apiKey: "any", baseURL: `${emulator.url}/v1beta` });
  model = google.interactions("gemini-3.8-flash");
});

after(() => emulator.stop());

test("a stream in which a signed tool is called, and its result sent back", async () => {
  // The result carries the call's signature, the schema of zod its `$schema`.
  const weather = tool({
    inputSchema: z.object({ city: z.string() }),
    execute: ({ city }) => `rain in ${city}`,
  });
  for (const store of [true, false]) {
    const result = streamText({
      model,
      prompt: "weather?",
      tools: { weather },
      stopWhen: stepCountIs(3),
      providerOptions: { google: { store } },
      onError: ({ error }) => assert.fail(String(error)),
    });
    assert.equal(await result.text, "It rains again.");
    assert.equal((await result.steps).length, 2);
  }
});

test("text, a stream, and a tool that is called", async () => {
  assert.equal((await generateText({ model, prompt: "hello" })).text, "Hi.");
  let text = "";
  for await (const part of streamText({ model, prompt: "hello" }).textStream) text += part;
  assert.equal(text, "One two.");
  const weather = tool({
    inputSchema: jsonSchema({ type: "object", properties: { city: { type: "string" } } }),
    execute: ({ city }) => `rain in ${city}`,
  });
  const prompt = "weather?";
  const result = await generateText({
    model,
    prompt,
    tools: { weather },
    stopWhen: stepCountIs(3),
  });
  assert.equal(result.text, "It rains.");
});

// @ts-check
// (g) A minimal streaming program, bundled for browsers.
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

export const title = "Bundle of a minimal streaming program";
export const reference = "ours";
export const metrics = { kB: "kB minified", gzip: "kB gzip" };

const ours = `${process.env["BENCH_OURS"]}/dist/src/index.js`;
const programs = {
  ours: `
    import { InteractionsClient } from "${ours}";
    const client = new InteractionsClient({ apiKey: location.hash });
    const stream = await client.create({ model: "gemini-2.5-flash", input: "Hi", stream: true });
    for await (const text of stream.text()) console.log(text);`,
  genai: `
    import { GoogleGenAI } from "@google/genai";
    const client = new GoogleGenAI({ apiKey: location.hash });
    const stream = await client.interactions.create({
      model: "gemini-2.5-flash", input: "Hi", stream: true,
    });
    for await (const event of stream) console.log(event);`,
  openai: `
    import OpenAI from "openai";
    const client = new OpenAI({ apiKey: location.hash });
    const stream = await client.responses.create({ model: "gpt", input: "Hi", stream: true });
    for await (const event of stream) console.log(event);`,
  anthropic: `
    import Anthropic from "@anthropic-ai/sdk";
    const client = new Anthropic({ apiKey: location.hash });
    const messages = [{ role: "user", content: "Hi" }];
    const stream = await client.messages.create({
      model: "claude", max_tokens: 100, messages, stream: true,
    });
    for await (const event of stream) console.log(event);`,
  ai: `
    import { createGoogleGenerativeAI } from "@ai-sdk/google";
    import { streamText } from "ai";
    const google = createGoogleGenerativeAI({ apiKey: location.hash });
    const model = google.interactions("gemini-2.5-flash");
    for await (const text of streamText({ model, prompt: "Hi" }).textStream) console.log(text);`,
};
const helper = `
  import { outputText } from "${ours}";
  console.log(outputText(JSON.parse(location.hash)));`;

export function cases() {
  return [
    { name: "streaming program", contestants: Object.keys(programs), settings: {}, once: true },
    { name: "one pure helper", contestants: ["ours"], settings: { helper: true }, once: true },
  ];
}

export async function measure(name, settings) {
  const { outputFiles } = await build({
    stdin: {
      contents: settings.helper ? helper : programs[name],
      resolveDir: fileURLToPath(new URL("..", import.meta.url)),
    },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "error",
  });
  const { contents } = outputFiles[0];
  return { kB: contents.length / 1000, gzip: gzipSync(contents, { level: 9 }).length / 1000 };
}

export function checks(results) {
  return [
    {
      name: "streaming program",
      what: "kB gzip",
      value: results.median("streaming program", "ours", "gzip"),
      // What the contract of docs/design.md costs; size-limit in package.json is the wall.
      atMost: 39,
    },
    {
      name: "one pure helper",
      what: "kB gzip",
      value: results.median("one pure helper", "ours", "gzip"),
      atMost: 1,
    },
  ];
}

// @ts-check
// (f) Importing the library into a fresh process.
import { createRequire, register } from "node:module";
import { MessageChannel } from "node:worker_threads";
import { load } from "../lib/reading.mjs";
import { memoryFetch } from "../lib/streams.mjs";

export const title = "Importing";
export const reference = "dependencies";
export const metrics = { ms: "ms", files: "files", authFiles: "files of google-auth-library" };

const modules = {
  dependencies: ["openapi-fetch", "eventsource-parser"],
  ours: [`${process.env["BENCH_OURS"]}/dist/src/index.js`],
  anthropic: ["@anthropic-ai/sdk"],
  genai: ["@google/genai"],
  openai: ["openai"],
  ai: ["ai", "@ai-sdk/google"],
};

export function cases() {
  const contestants = Object.keys(modules);
  return [
    { name: "import", contestants, settings: {}, times: 3 },
    { name: "files", contestants, settings: { counts: true }, once: true },
  ];
}

export async function measure(name, { counts }) {
  if (counts) return countFiles(name);
  const started = performance.now();
  for (const specifier of modules[name]) await import(specifier);
  return { ms: performance.now() - started };
}

/** Counts the files that a client of the Gemini API loads, up to its first answer. */
async function countFiles(name) {
  const urls = new Set();
  const { port1, port2 } = new MessageChannel();
  port1.on("message", (url) => urls.add(url)).unref();
  register("../lib/load-hook.mjs", {
    parentURL: import.meta.url,
    data: { port: port2 },
    transferList: [port2],
  });
  for (const specifier of modules[name]) await import(specifier);
  if (name === "ours" || name === "genai") {
    const { connect } = await load(name);
    const none = memoryFetch(() => []);
    await connect({ fetch: none }).openStream();
  }
  // The messages of the hook's thread may still be on their way.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const required = Object.keys(createRequire(import.meta.url).cache);
  const files = new Set([...required, ...[...urls].map((url) => url.replace("file://", ""))]);
  const own = [...files].filter((file) => !/\/bench\/(contestants|lib)\//.test(file));
  return {
    files: own.length,
    authFiles: own.filter((file) => file.includes("/google-auth-library/")).length,
  };
}

export function checks(results) {
  const time = (other) => results.ratio("import", "ours", other);
  const authFiles = results.median("files", "ours", "authFiles");
  return [
    {
      name: "import",
      what: "time against its dependencies alone",
      value: time("dependencies"),
      // The client's own code is read as well, several times as much as its dependencies have.
      atMost: 3,
    },
    { name: "import", what: "time against @google/genai", value: time("genai"), atMost: 0.2 },
    { name: "files", what: "files of google-auth-library", value: authFiles, atMost: 0 },
  ];
}

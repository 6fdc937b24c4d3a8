// @ts-check
// Runs the examples of docs/, given as paths of modules: each with a testing service of its own behind
// `fetch`, in a folder of its own with the files that the examples read. A handler that a module
// exports, as web frameworks have them, is called once. Nothing leaves the machine.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createInteractionsService } from "gemini-interactions/testing";
import { answer as respond } from "./example-answers.mjs";

const started = process.cwd();
const folder = mkdtempSync(join(tmpdir(), "examples-"));
const url = "http://localhost/api/chat?input=Hi";
const body = JSON.stringify({ input: "Hi" });
let failures = 0;

for (const script of process.argv.slice(2)) {
  const name = basename(script);
  const own = join(folder, name);
  mkdirSync(own);
  process.chdir(own);
  for (const file of ["photo.png", "report.pdf", "talk.mp3"])
    writeFileSync(file, `bytes of ${file}`);
  const service = createInteractionsService({
    mode: "faithful",
    respond,
    // Runs in the background are over when they are looked at again.
    eventIntervalMs: 1,
  });
  globalThis.fetch = (input, init) => service.fetch(input, init);
  console.log(`-- ${name}`);
  try {
    const module = await limit(import(pathToFileURL(script).href));
    if ("GET" in module) {
      // A route with an id in its path follows a run that is there.
      const params = Promise.resolve({ id: await startRun(service) });
      await limit(read(module.GET(new Request(url), { params })));
    }
    if ("POST" in module)
      await limit(read(module.POST(new Request(url, { method: "POST", body }))));
  } catch (error) {
    failures += 1;
    console.error(`FAILED ${name}`, error);
  }
}

process.chdir(started);
rmSync(folder, { recursive: true });
process.exitCode = failures === 0 ? 0 : 1;

/**
 * Reads what a handler responds to the end, as a web framework does.
 *
 * @param {Promise<Response>} responding
 */
async function read(responding) {
  const response = await responding;
  if (!response.ok) throw new Error(`The handler responded ${response.status}.`);
  await response.text();
}

/**
 * @template T
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function limit(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error("It takes longer than 20 s.")), 20_000);
  });
  return Promise.race([work, /** @type {Promise<never>} */ (late)]).finally(() =>
    clearTimeout(timer),
  );
}

/**
 * @param {{ fetch: typeof fetch }} service
 * @returns {Promise<string>}
 */
async function startRun(service) {
  const host = "https://generativelanguage.googleapis.com/v1beta/interactions";
  const params = { agent: "deep-research-preview-04-2026", input: "Go", background: true };
  const answer = await service.fetch(host, {
    method: "POST",
    headers: { "content-type": "application/json", "x-goog-api-key": "test" },
    body: JSON.stringify(params),
  });
  const { id } = await answer.json();
  return id;
}

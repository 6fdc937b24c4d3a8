// `npm run test:servers [-- part of a name]`: packs the tarball, installs it beside the servers of
// package.json, and runs each recipe of docs/servers.md as it stands there, against the testing service,
// with pages that follow runs through it. Not part of `npm test`, since it downloads the servers.

import assert from "node:assert/strict";
import { join } from "node:path";
import { install, pack, root, runTrials } from "../support/suite.mjs";

const here = import.meta.dirname;
const words = Array.from({ length: 150 }, (_, index) => `word${index}`).join(" ");

const [name = ""] = process.argv.slice(2);
await install(here, await pack(join(here, "dist")));
const { openPage, openSession, start, until } = await import("./pages.mjs");
const { checkTypes, startRecipe, writeRecipes } = await import("./recipes.mjs");
const { createInteractionsService } = await import(join(root, "dist/src/testing/index.js"));
const { startServer } = await import(join(root, "dist/src/testing/node.js"));

/**
 * Gives a trial a service, and ends what it starts.
 *
 * @param {(stage: { service: any, startRecipe: (name: string) => ReturnType<typeof startRecipe> }) => Promise<string>} trial
 * @param {(service: any) => { fetch: any }} [wrap] what stands before the service
 */
async function onStage(trial, wrap = (service) => service) {
  const service = createInteractionsService({
    mode: "faithful",
    eventIntervalMs: 15,
    respond: () => words,
  });
  const server = await startServer(wrap(service));
  /** @type {Awaited<ReturnType<typeof startRecipe>>[]} */
  const running = [];
  try {
    return await trial({
      service,
      async startRecipe(recipe) {
        const process = await startRecipe(recipe, server.url);
        running.push(process);
        return process;
      },
    });
  } finally {
    for (const process of running) await process.end("SIGKILL");
    await server.close();
  }
}

/** How many runs were started. @param {any} service */
function countRuns({ requests }) {
  return requests.filter((/** @type {any} */ { method }) => method === "POST").length;
}

/**
 * Five pages on one of two processes, which a deploy ends in the middle: they come again to the other one.
 * The service's connections break as well, which must end neither.
 *
 * @param {string} recipe
 */
async function survive(recipe) {
  return onStage(async ({ service, startRecipe: begin }) => {
    const [old, fresh] = [await begin(recipe), await begin(recipe)];
    const over = (/** @type {string} */ url) =>
      recipe === "http2"
        ? openSession(url).send
        : (/** @type {string} */ path, /** @type {RequestInit} */ init) =>
            fetch(`${url}${path}`, init);
    const sends = { old: over(old.url), fresh: over(fresh.url) };
    let current = sends.old;
    const ids = await Promise.all(Array.from({ length: 5 }, () => start(current)));
    service.faults.push({ kind: "cut", on: "stream", afterEvents: 20, reset: true, times: 4 });
    const pages = ids.map((id) => openPage(id, (path, init) => current(path, init)));
    await until(() => pages.every(({ text }) => text.includes("word30")), "all pages read");

    current = sends.fresh;
    const { code, ms } = await old.end();
    assert.equal(code, 0, `${recipe} ended with ${code}: ${old.output()}`);
    assert.ok(ms < 2_000, `SIGTERM took ${ms} ms`);

    await Promise.all(pages.map(({ end }) => end));
    for (const { text, states, connections } of pages) {
      assert.equal(text, words);
      assert.equal(states.at(-1), "ended");
      assert.equal(connections, 2);
    }
    assert.equal(countRuns(service), 5);

    // What a page must learn from the route: no run, a text that is no cursor, the cursor of another's run.
    const [first = "", second = ""] = ids;
    const statusOf = async (/** @type {string} */ id, /** @type {string} */ cursor) => {
      const headers = cursor === "" ? {} : { "last-event-id": cursor };
      const response = await sends.fresh(`/api/runs/${id}/events`, { headers });
      await response.body?.cancel();
      return response.status;
    };
    const whole = await (await sends.fresh(`/api/runs/${first}/events`)).text();
    const [, cursor = ""] = /^id: (.*)$/m.exec(whole) ?? [];
    assert.equal(await statusOf("v1_nothing", ""), 404);
    assert.equal(await statusOf(first, "evt_12"), 400);
    assert.equal(await statusOf(second, cursor), 403);
    assert.equal(await statusOf(first, cursor), 200);
    assert.equal((await fresh.end()).code, 0);
    return `5 pages moved on SIGTERM (${ms} ms), each word once, one run each`;
  });
}

/** A model that thinks for longer than Bun waits: one connection serves the page to the end. */
async function thinkForLong() {
  const silenceMs = 14_000;
  const wrap = (/** @type {any} */ service) => ({
    async fetch(/** @type {[any, any]} */ ...call) {
      const response = await service.fetch(...call);
      if (response.headers.get("content-type") !== "text/event-stream") return response;
      let count = 0;
      const pause = new TransformStream({
        async transform(chunk, controller) {
          count += 1;
          if (count === 10) await new Promise((resolve) => setTimeout(resolve, silenceMs));
          controller.enqueue(chunk);
        },
      });
      return new Response(response.body.pipeThrough(pause), response);
    },
  });
  return onStage(async ({ startRecipe: begin }) => {
    const { url } = await begin("bun");
    const send = (/** @type {string} */ path, /** @type {RequestInit} */ init) =>
      fetch(`${url}${path}`, init);
    const page = openPage(await start(send), send);
    const started = Date.now();
    await until(() => page.text === words, "the whole text");
    await page.end;
    assert.equal(page.connections, 1);
    assert.ok(Date.now() - started > silenceMs);
    return `one connection, silent for ${silenceMs / 1000} s`;
  }, wrap);
}

/** Twenty pages of one browser: more than HTTP/1.1 would let it have, in one connection of HTTP/2. */
async function manyPages() {
  return onStage(async ({ service, startRecipe: begin }) => {
    const { url } = await begin("http2");
    const { send, session } = openSession(url);
    const ids = await Promise.all(Array.from({ length: 20 }, () => start(send)));
    const pages = ids.map((id) => openPage(id, send));
    await until(() => pages.every(({ text }) => text !== ""), "all pages read at once");
    assert.ok(pages.every(({ states }) => states.at(-1) === "open"));
    await Promise.all(pages.map(({ end }) => end));
    for (const { text, connections } of pages) {
      assert.equal(text, words);
      assert.equal(connections, 1);
    }
    assert.equal(countRuns(service), 20);
    session.destroy();
    return "20 pages open at once, in one connection";
  });
}

/** Each request meets a process of its own, which is killed at the platform's limit. */
async function serverless() {
  const limitMs = 900;
  return onStage(async ({ service, startRecipe: begin }) => {
    let functions = 0;
    /** @type {import("./pages.mjs").Send} */
    const invoke = async (path, init) => {
      functions += 1;
      const instance = await begin("express");
      const response = await fetch(`${instance.url}${path}`, init);
      setTimeout(() => void instance.end("SIGKILL"), limitMs);
      return response;
    };
    const page = openPage(await start(invoke), invoke);
    await page.end;
    assert.equal(page.text, words);
    assert.ok(page.connections > 1, "the limit was never met");
    assert.equal(countRuns(service), 1);
    return `started in one process, followed from ${functions - 1} others, each killed after ${limitMs} ms`;
  });
}

const names = await writeRecipes();
/** @type {import("../support/suite.mjs").Trial[]} */
const trials = [
  ["the recipes compile", () => checkTypes(names)],
  ["Express", () => survive("express")],
  ["Fastify", () => survive("fastify")],
  ["NestJS", () => survive("nest")],
  ["Bun", () => survive("bun")],
  ["Bun, while a model thinks", thinkForLong],
  ["HTTP/2", () => survive("http2")],
  ["HTTP/2, twenty pages", manyPages],
  ["serverless functions", serverless],
];
await runTrials(trials.filter(([trial]) => trial.includes(name)));

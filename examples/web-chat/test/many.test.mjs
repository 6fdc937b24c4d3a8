// @ts-check
// 200 runs on one page, through two servers of which one is killed at random, while connections are cut,
// and the page goes offline and is frozen: each word comes once, and each run is started once.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { startDemo } from "../demo/start.mjs";
import { openPage } from "./devtools.mjs";

const file = new URL("../demo/long-answer.md", import.meta.url);
const longText = readFileSync(file, "utf8").trim();
const count = Number(process.env["RUNS"] ?? 200);

test(`${count} runs survive kills, cuts, freezes and lack of network`, async (t) => {
  const demo = await startDemo({ wordMs: 4 });
  t.after(() => demo.close());
  const page = await openPage(t, `${demo.url}/`);
  const finished = page.evaluate(followAll, count);
  /** What was done to them. */
  const faults = { cut: 0, cutService: 0, kill: 0, offline: 0, freeze: 0 };
  /** In how many runs under way the page saw that it had no network, or was frozen. */
  const seen = { offline: 0, freeze: 0 };
  let isOver = false;
  void finished.finally(() => (isOver = true)).catch(() => undefined);
  await page.waitFor(() => "runs" in globalThis);

  /** Does something to the page between two POSTs, which nobody may send twice. @param {() => Promise<void> | void} action */
  async function withoutPosts(action) {
    await page.evaluate(() => /** @type {any} */ (globalThis).runs.hold());
    await action();
    await page.evaluate(() => /** @type {any} */ (globalThis).runs.go());
  }

  /** Waits until the states of all runs under way are among these. @param {string} states */
  async function expectStates(states) {
    await page.waitFor(
      (expected) =>
        /** @type {any} */ (globalThis).runs
          .states()
          .every((/** @type {string} */ state) => expected.includes(state)),
      states,
    );
  }

  /** How many runs are under way, each of which must be waiting. */
  async function countWaiting() {
    const states = await page.evaluate(() => /** @type {any} */ (globalThis).runs.states());
    assert.ok(
      states.every((/** @type {string} */ state) => state === "waiting"),
      states,
    );
    return states.length;
  }

  /** @param {boolean} offline */
  function setOffline(offline) {
    const rates = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    return page.send("Network.emulateNetworkConditions", { offline, ...rates });
  }

  await page.send("Network.enable");
  for (let step = 0; !isOver; step += 1) {
    await new Promise((resolve) => setTimeout(resolve, 400 + Math.random() * 1_200));
    if (isOver) break;
    if (step % 10 === 3) {
      faults.kill += 1;
      const name = ["A", "B"][Math.floor(Math.random() * 2)] ?? "A";
      await withoutPosts(() => demo.servers.kill(name));
    } else if (step % 10 === 6) {
      faults.offline += 1;
      await withoutPosts(async () => {
        await setOffline(true);
        await expectStates("waiting");
        seen.offline += await countWaiting();
        await setOffline(false);
        await expectStates("open ended");
      });
    } else if (step % 10 === 9) {
      faults.freeze += 1;
      await withoutPosts(async () => {
        await page.send("Page.setWebLifecycleState", { state: "frozen" });
        await page.waitFor(() => /** @type {any} */ (globalThis).runs.isFrozen());
        // At once: a frozen page would change nothing later.
        seen.freeze += await countWaiting();
        await new Promise((resolve) => setTimeout(resolve, 300));
        await page.send("Page.setWebLifecycleState", { state: "active" });
        await expectStates("open ended");
      });
    } else if (step % 2 === 0) {
      faults.cut += 1;
      demo.balancer.cut();
    } else {
      faults.cutService += 1;
      demo.service.cut();
    }
  }

  /** @type {Result[]} */
  const results = await finished;
  const reconnects = results.reduce((sum, { states }) => sum + states.filter(isOpen).length - 1, 0);
  t.diagnostic(`${results.length} runs, ${reconnects} reconnects, ${JSON.stringify(faults)}`);
  t.diagnostic(`${seen.offline} waited without network, ${seen.freeze} in a frozen page`);
  assert.equal(results.length, count);
  for (const { text, states, error } of results) {
    assert.equal(error, undefined);
    assert.equal(text, longText);
    assert.equal(states.at(-1), "ended");
    assert.ok(
      states.every((state, at) => mayFollow(states[at - 1], state)),
      states.join(" "),
    );
  }
  assert.equal(new Set(results.map(({ id }) => id)).size, count);
  assert.equal(demo.service.count().runs, count);
  if (count >= 100) {
    for (const number of [...Object.values(faults), ...Object.values(seen)]) assert.ok(number > 0);
  }
});

/** @param {string} state */
function isOpen(state) {
  return state === "open";
}

/** @param {string | undefined} before @param {string} state */
function mayFollow(before, state) {
  const followers = /** @type {Record<string, string>} */ ({
    none: "connecting",
    connecting: "open waiting ended",
    open: "waiting connecting ended",
    waiting: "connecting waiting ended",
  });
  return (followers[before ?? "none"] ?? "").includes(state);
}

/** @typedef {{ id: string, text: string, states: string[], error: string | undefined }} Result */

/** Runs in the page: starts and follows all runs, four at a time, as a browser opens six connections. @param {number} total */
async function followAll(total) {
  const { followRun } = await import(`${location.origin}/vendor/follow-run.js`);
  /** @type {Set<any>} */
  const active = new Set();
  /** @type {Result[]} */
  const results = [];
  let isFrozen = false;
  document.addEventListener("freeze", () => (isFrozen = true));
  document.addEventListener("resume", () => (isFrozen = false));
  let posting = 0;
  /** @type {Promise<void> | undefined} */
  let held;
  let release = () => {};
  Object.assign(globalThis, {
    runs: {
      isFrozen: () => isFrozen,
      states: () => Array.from(active, ({ state }) => state),
      async hold() {
        held = new Promise((resolve) => (release = resolve));
        while (posting > 0) await new Promise((resolve) => setTimeout(resolve, 5));
      },
      go() {
        held = undefined;
        release();
      },
    },
  });
  let next = 0;
  /** @type {(value?: unknown) => void} */
  let hasSession = () => {};
  const session = new Promise((resolve) => (hasSession = resolve));
  async function work() {
    while (next < total) {
      next += 1;
      // The answer to the first one sets the cookie of the session.
      if (next > 1) await session;
      while (held !== undefined) await held;
      posting += 1;
      const headers = { "content-type": "application/json" };
      const body = JSON.stringify({ input: "Explain at length how streams survive" });
      const response = await fetch("/api/runs", { method: "POST", headers, body });
      posting -= 1;
      hasSession();
      const { id, ticket } = await response.json();
      /** @type {string[]} */
      const states = [];
      const run = followRun(`/api/runs/${id}/events?ticket=${ticket}`, {
        onState: (/** @type {string} */ state) => void states.push(state),
      });
      active.add(run);
      let text = "";
      let error;
      try {
        for await (const piece of run.text()) text += piece;
      } catch (thrown) {
        error = String(thrown);
      }
      active.delete(run);
      results.push({ id, text, states, error });
    }
  }
  await Promise.all(Array.from({ length: 4 }, work));
  return results;
}

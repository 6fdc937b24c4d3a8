// @ts-check
// Drives the chat in Chromium, and breaks what is around it while an answer is being written.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ask, hasNoticed, openChat, readTurn, waitForEnd, waitForText } from "./browser.mjs";

const file = new URL("../demo/long-answer.md", import.meta.url);
const longText = readFileSync(file, "utf8").trim();
const longPrompt = "Explain at length how streams survive";

/** The long answer is there, each word once. @param {import("playwright-core").Page} page */
async function assertWhole(page) {
  await waitForEnd(page);
  const { text, status } = await readTurn(page);
  assert.equal(text, longText);
  assert.equal(status, "completed");
  // Block by block, while it was written, it has become what it is when it is rendered at once.
  const [shown, whole] = await page.evaluate(async (markdown) => {
    const { marked } = await import(`${location.origin}/vendor/marked.js`);
    const rendered = document.createElement("div");
    rendered.innerHTML = marked.parse(markdown);
    const prose = document.querySelector(".turn:last-child .prose")?.cloneNode(true);
    if (!(prose instanceof HTMLElement)) return [];
    for (const caption of prose.querySelectorAll("figcaption")) caption.remove();
    return [prose, rendered].map((element) => element.textContent?.replaceAll(/\s+/g, " ").trim());
  }, longText);
  assert.equal(shown, whole);
}

test("a long Markdown answer is shown as it is written, and its stream ends with it", async (t) => {
  const { page, demo } = await openChat(t);
  await ask(page, longPrompt);
  await waitForText(page, 200);
  assert.equal(await page.getAttribute(".turn .answer", "aria-busy"), "true");
  assert.match((await page.textContent(".note.live")) ?? "", /^Writing/);
  await assertWhole(page);
  for (const part of ["h1", "h2", "table td", "blockquote", "pre code", "li input", "hr"]) {
    assert.ok((await page.locator(`.prose ${part}`).count()) > 0, part);
  }
  assert.equal(demo.balancer.streams.size, 0);
  assert.deepEqual(demo.service.count(), { runs: 1, reads: 1 });
  // Whoever comes back with the last id is told that there is no more.
  const { run, cursor = "" } = await readTurn(page);
  const query = new URLSearchParams({ ticket: run?.ticket ?? "" });
  const again = await page.request.get(`${demo.url}/api/runs/${run?.id}/events?${query}`, {
    headers: { "last-event-id": cursor },
  });
  assert.equal(again.status(), 204);
});

test("a reload in mid-answer goes on where the page was", async (t) => {
  const { page, demo } = await openChat(t);
  await ask(page, longPrompt);
  for (const length of [100, 600, 1400]) {
    await waitForText(page, length);
    await page.reload();
  }
  await assertWhole(page);
  assert.equal(demo.service.count().runs, 1);
});

test("a server that is killed in mid-answer is replaced by the other, and the page does not notice", async (t) => {
  const { page, demo } = await openChat(t);
  await page.click("#toggle-wire");
  await ask(page, longPrompt);
  await waitForText(page, 300);
  const first = await page.textContent("#server-name");
  const child = demo.servers.servers.find(({ name }) => name === first)?.child;
  await page.click("[data-break=kill]");
  await page.waitForFunction(
    (name) => document.querySelector("#server-name")?.textContent !== name,
    first,
  );
  assert.equal(child?.signalCode, "SIGKILL");
  await assertWhole(page);
  assert.equal(await hasNoticed(page), false);
  assert.equal(await page.textContent("#count-reconnects"), "1");
  assert.equal(demo.service.count().runs, 1);
});

test("a restart of all servers in mid-answer, with nobody there in between, loses nothing", async (t) => {
  const { page, demo } = await openChat(t);
  await ask(page, longPrompt);
  await waitForText(page, 300);
  for (const { name } of demo.servers.servers) demo.servers.kill(name);
  await assertWhole(page);
  assert.equal(demo.service.count().runs, 1);
});

test("connections that are cut again and again, on both sides of the servers, lose nothing", async (t) => {
  const { page, demo } = await openChat(t);
  await ask(page, longPrompt);
  for (let length = 100; length < 2500; length += 400) {
    await waitForText(page, length);
    demo.balancer.cut();
    await waitForText(page, length + 200);
    demo.service.cut();
  }
  await assertWhole(page);
  assert.equal(await hasNoticed(page), false);
});

test("a connection that is open and dead is seen as one, and replaced", async (t) => {
  const { page, demo } = await openChat(t);
  await ask(page, longPrompt);
  await waitForText(page, 300);
  demo.balancer.stall();
  await page.waitForSelector("text=/^Nothing new for \\d+ s$/");
  await assertWhole(page);
});

test("Stop cancels the run at the service, and what was written stays", async (t) => {
  const { page, demo } = await openChat(t, { wordMs: 30 });
  await ask(page, longPrompt);
  await waitForText(page, 200);
  await page.click("#stop");
  await waitForEnd(page);
  const { text, status, run } = await readTurn(page);
  assert.equal(status, "cancelled");
  assert.ok(text.length >= 200 && longText.startsWith(text));
  assert.equal(await page.textContent(".note"), "Stopped.");
  const cancels = demo.service.requests.filter(({ path }) => path.endsWith(`${run?.id}/cancel`));
  assert.equal(cancels.length, 1);
  assert.equal(demo.balancer.streams.size, 0);
});

test("a refused prompt says so, and can be sent again", async (t) => {
  const { page, demo } = await openChat(t);
  demo.service.refuseNext();
  await ask(page, "Hello");
  await waitForEnd(page);
  await page.waitForSelector("text=No answer. The prompt was blocked by policy.");
  await page.click("text=Try again");
  await page.waitForFunction(() =>
    document.querySelector(".prose")?.textContent?.includes("Hello"),
  );
  assert.equal(await page.locator(".turn").count(), 1);
});

test("a run that is refused in its stream, and is not stored, says why", async (t) => {
  const { page, demo } = await openChat(t);
  const error = { error: { code: "prohibited_content", message: "Blocked." } };
  demo.service.faults.push(
    { kind: "insert", what: `${JSON.stringify(error)}\n\n`, afterEvents: 2 },
    { kind: "cut", afterEvents: 2 },
    { kind: "answer", on: "get", status: 404, message: "Not found." },
  );
  await ask(page, "Hello");
  await page.waitForSelector("text=/No answer.*prohibited_content.*Blocked/");
  assert.equal(demo.balancer.streams.size, 0);
});

test("a function call is answered by the page, and the turn goes on with it", async (t) => {
  const { page, demo } = await openChat(t);
  await ask(page, "What time is it where I am?");
  await page.waitForSelector(".prose");
  await waitForEnd(page);
  const { text, status } = await readTurn(page);
  const year = String(new Date().getFullYear());
  assert.ok(text.startsWith("It is ") && text.includes(year), text);
  assert.equal(status, "completed");
  assert.equal(await page.textContent(".tool summary"), "Looked at your clock");
  assert.equal(demo.service.count().runs, 2);
});

test("a search shows its queries and its sources", async (t) => {
  const { page } = await openChat(t);
  await ask(page, "Search for how EventSource reconnects");
  await waitForEnd(page);
  assert.equal(await page.textContent(".tool summary"), "Searched the web");
  assert.match((await page.textContent(".tool pre")) ?? "", /SSE reconnect position/);
  assert.equal(await page.locator(".sources a").count(), 2);
});

test("a second prompt goes on from the first run", async (t) => {
  const { page, demo } = await openChat(t);
  await ask(page, "Hello");
  await waitForEnd(page);
  await ask(page, "And now?");
  await page.waitForSelector(".turn:nth-child(2) .footer button");
  const [first, second] = demo.service.requests.filter(({ path }) =>
    path.endsWith("/interactions"),
  );
  assert.equal(first?.body?.["previous_interaction_id"], undefined);
  assert.equal(second?.body?.["previous_interaction_id"], "v1_run1");
});

test("a run is nobody's but its own session's", async (t) => {
  const { page, demo, newContext } = await openChat(t);
  await ask(page, longPrompt);
  await waitForText(page, 100);
  await page.reload();
  const { run, cursor = "" } = await readTurn(page);
  await waitForEnd(page);
  await ask(page, "Hello");
  await page.waitForSelector(".turn:nth-child(2) .footer button");
  const other = await readTurn(page);
  const stranger = await newContext();
  t.after(() => stranger.close());
  /** @param {import("playwright-core").APIRequestContext} request @param {string} path @param {string} [ticket] */
  const statusOf = async (request, path, ticket = run?.ticket) => {
    const query = new URLSearchParams({ ticket: ticket ?? "" });
    const headers = { "last-event-id": cursor };
    const response = await request.get(`${demo.url}/api/runs/${path}?${query}`, { headers });
    return response.status();
  };
  assert.equal(await statusOf(stranger.request, `${run?.id}/events`), 403);
  assert.equal(await statusOf(stranger.request, `${run?.id}`), 403);
  assert.equal(await statusOf(page.request, `${run?.id}`, "forged"), 403);
  assert.equal(await statusOf(page.request, `${run?.id}`), 200);
  // The right ticket with the cursor of another run.
  assert.equal(await statusOf(page.request, `${other.run?.id}/events`, other.run?.ticket), 403);
  const damaged = await page.request.get(
    `${demo.url}/api/runs/${run?.id}/events?ticket=${run?.ticket}`,
    { headers: { "last-event-id": "damaged" } },
  );
  assert.equal(damaged.status(), 400);
});

test("markup in a prompt and in an answer stays text, or harmless", async (t) => {
  const { page } = await openChat(t);
  await ask(page, '<img src=x onerror="window.hit = 1"> [link](javascript:window.hit=1)');
  await waitForEnd(page);
  assert.equal(await page.evaluate(() => "hit" in window), false);
  assert.equal(await page.locator("[onerror], a[href^=javascript]").count(), 0);
});

test("Enter while an answer is written keeps the text, and says why", async (t) => {
  const { page } = await openChat(t, { wordMs: 30 });
  await ask(page, longPrompt);
  await waitForText(page, 100);
  await ask(page, "And another thing");
  await page.waitForSelector("text=This answer is still being written.");
  assert.equal(await page.inputValue("#prompt"), "And another thing");
  await page.click("#stop");
  await waitForEnd(page);
  assert.equal(await page.textContent("#hint"), "");
  await page.press("#prompt", "Enter");
  await page.waitForSelector(".turn:nth-child(2)");
});

test("the wire's list follows from the moment it opens, until it is scrolled", async (t) => {
  const context = { viewport: { width: 390, height: 844 } };
  const { page, demo } = await openChat(t, { context });
  await ask(page, longPrompt);
  await waitForText(page, 600);
  await page.click("#toggle-wire");
  demo.balancer.cut();
  await page.waitForFunction(
    () => document.querySelector("#count-reconnects")?.textContent === "1",
  );
  await waitForText(page, 1000);
  const isAtEnd = () => {
    const rows = document.querySelector("#rows");
    return rows !== null && rows.scrollHeight - rows.scrollTop - rows.clientHeight < 40;
  };
  await page.waitForFunction(isAtEnd);
  assert.match((await page.textContent("#rows")) ?? "", /connection lost.*reconnected, server/s);
  // Both are on the screen, which does not scroll.
  const shown = await page.evaluate(() => {
    const wire = document.querySelector("#wire")?.getBoundingClientRect();
    const chat = document.querySelector("#scroller")?.getBoundingClientRect();
    return {
      wireTop: wire?.top ?? 0,
      wireBottom: wire?.bottom ?? 0,
      chatBottom: chat?.bottom ?? 0,
      chatHeight: chat?.height ?? 0,
    };
  });
  assert.ok(shown.chatBottom <= shown.wireTop && shown.chatHeight > 250, JSON.stringify(shown));
  assert.equal(shown.wireBottom, context.viewport.height);
  await page.evaluate(() => document.querySelector("#rows")?.scrollTo(0, 0));
  await waitForText(page, 1600);
  assert.equal(await page.evaluate(isAtEnd), false);
});

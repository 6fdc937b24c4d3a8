// @ts-check
// What the browser tests share: one Chromium, a demo per test, and readings of the page.

import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { startDemo } from "../demo/start.mjs";
import { executablePath, sandboxArgs } from "./devtools.mjs";

/** Where the screenshots go: not into the repository. */
export const shots = process.env["SCREENSHOTS"] ?? join(tmpdir(), "web-chat-screenshots");
mkdirSync(shots, { recursive: true });

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  browser = await chromium.launch({ executablePath, args: sandboxArgs });
});
after(() => browser.close());

/**
 * A page with a demo of its own; both end with the test.
 *
 * @param {import("node:test").TestContext} t
 * @param {{ wordMs?: number, context?: import("playwright-core").BrowserContextOptions }} [options]
 */
export async function openChat(t, { wordMs = 12, context: contextOptions = {} } = {}) {
  const demo = await startDemo({ wordMs });
  const context = await browser.newContext(contextOptions);
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  t.after(async () => {
    await context.close();
    await demo.close();
    if (errors.length > 0) throw new Error(`The page failed: ${errors.join("; ")}`);
  });
  // Everything the status line ever says, over reloads too.
  await page.addInitScript(watchNotes);
  await page.goto(demo.url);
  return { page, context, demo, newContext: () => browser.newContext() };
}

function watchNotes() {
  const observer = new MutationObserver(() => {
    const note = document.querySelector(".note.live")?.textContent ?? "";
    const notes = sessionStorage.getItem("notes") ?? "";
    if (note !== "") sessionStorage.setItem("notes", `${notes}\n${note}`);
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}

/** @typedef {import("playwright-core").Page} Page */

/** @param {Page} page @param {string} prompt */
export async function ask(page, prompt) {
  await page.fill("#prompt", prompt);
  await page.press("#prompt", "Enter");
}

/** The newest turn as the page keeps it. @param {Page} page */
export async function readTurn(page) {
  const text = await page.evaluate(() => localStorage.getItem("web-chat/turns"));
  /** @type {import("../public/fold.js").Turn[]} */
  const turns = JSON.parse(text ?? "[]");
  const turn = turns.at(-1);
  if (turn === undefined) throw new Error("The page has no turn.");
  const parts = turn.parts.filter(({ kind }) => kind === "text");
  return { ...turn, text: parts.map((part) => part.text).join("") };
}

/** Waits until the page shows that many characters of the newest answer. @param {Page} page @param {number} count */
export async function waitForText(page, count) {
  await page.waitForFunction((length) => {
    const prose = [...document.querySelectorAll(".turn:last-child .prose")];
    return prose.map(({ textContent }) => textContent).join("").length >= length;
  }, count);
}

/** Waits for the end of the newest answer. @param {Page} page */
export async function waitForEnd(page) {
  await page.waitForSelector(".turn:last-child .answer[aria-busy=false] .footer button", {
    timeout: 60_000,
  });
}

/** Whether the page ever told the reader about a lost connection. @param {Page} page */
export async function hasNoticed(page) {
  const notes = await page.evaluate(() => sessionStorage.getItem("notes") ?? "");
  return /reconnecting/i.test(notes);
}

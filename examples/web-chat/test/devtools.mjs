// @ts-check
// One page of Chromium over its debugging pipe, with no driver in between: Playwright keeps its pages
// focused, and Chromium freezes no page that has the focus.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Debian's (`apt-get install chromium`), or what CHROMIUM names. */
export const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
if (!existsSync(executablePath)) {
  throw new Error(`No browser at ${executablePath}: apt-get install chromium, or set CHROMIUM.`);
}
// Debian's sandbox refuses root, which is what containers run as.
export const sandboxArgs = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/**
 * Opens a page in a browser of its own; both end with the test.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} url
 */
export async function openPage(t, url) {
  const profile = await mkdtemp(join(tmpdir(), "web-chat-profile-"));
  const child = spawn(
    executablePath,
    ["--headless", ...sandboxArgs, "--remote-debugging-pipe", `--user-data-dir=${profile}`],
    { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
  );
  const exited = once(child, "exit");
  t.after(async () => {
    child.kill();
    await exited;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  const send = speak(child);
  const { targetId } = await send("Target.createTarget", { url });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });

  const page = {
    /** @param {string} method @param {object} [params] */
    send: (method, params = {}) => send(method, params, sessionId),
    /**
     * Calls a function in the page, and resolves with its result.
     *
     * @param {(...args: any[]) => unknown} called
     * @param {...unknown} args as JSON
     */
    async evaluate(called, ...args) {
      const expression = `(${called})(...${JSON.stringify(args)})`;
      const options = { awaitPromise: true, returnByValue: true };
      const answer = await page.send("Runtime.evaluate", { expression, ...options });
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description);
      return answer.result.value;
    },
    /**
     * Waits until a function in the page returns true.
     *
     * @param {(...args: any[]) => boolean} isTrue
     * @param {...unknown} args as JSON
     */
    async waitFor(isTrue, ...args) {
      const deadline = Date.now() + 60_000;
      while (!(await page.evaluate(isTrue, ...args))) {
        if (Date.now() > deadline) throw new Error(`Not within a minute: ${isTrue}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
  await page.waitFor(
    (address) => location.href === address && document.readyState === "complete",
    url,
  );
  return page;
}

/**
 * The protocol of the browser's pipe: JSON, each message ended by a zero byte.
 *
 * @param {import("node:child_process").ChildProcess} child
 */
function speak(child) {
  const [, , , toBrowser, fromBrowser] = /** @type {any[]} */ (child.stdio);
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: Error) => void }>} */
  const calls = new Map();
  let rest = "";
  fromBrowser.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop() ?? "";
    for (const { id, result, error } of messages.map((text) => JSON.parse(text))) {
      if (error) calls.get(id)?.reject(new Error(error.message));
      else calls.get(id)?.resolve(result);
      calls.delete(id);
    }
  });
  const fail = () => {
    for (const { reject } of calls.values()) reject(new Error("The browser has ended."));
    calls.clear();
  };
  child.once("exit", fail);
  toBrowser.on("error", fail);
  let count = 0;
  /** @param {string} method @param {object} params @param {string} [sessionId] */
  return (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      count += 1;
      calls.set(count, { resolve, reject });
      toBrowser.write(`${JSON.stringify({ id: count, method, params, sessionId })}\0`);
    });
}

// Starts program.mjs on each runtime: the task goes in, what the program found comes out. A runtime that
// this machine does not have throws Skipped.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { run, Skipped } from "../support/suite.mjs";

const here = import.meta.dirname;

/** @typedef {{ version: string, run: object, verdicts: string[] }} Found */
/** @typedef {(task: object) => Promise<Found>} Runtime */

/**
 * Runs main.mjs by a command.
 *
 * @param {string[]} command
 * @param {string[]} [options] before the name of the program
 * @returns {Runtime}
 */
function commandLine([file = "", ...words], options = []) {
  const start = (/** @type {string[]} */ args, env = {}) =>
    run(file, [...words, ...args], { cwd: here, env });
  return async (task) => {
    const said = await start(["--version"]).catch((error) => {
      throw new Skipped(`It cannot be started: ${error.message}`);
    });
    const output = await start([...options, "main.mjs"], { TASK: JSON.stringify(task) });
    const found = JSON.parse(output.trimEnd().split("\n").at(-1) ?? "");
    return { version: /\d[\w.]*/.exec(said)?.[0] ?? said, ...found };
  };
}

/** program.mjs in one file, for runtimes that load no packages. */
async function bundleProgram() {
  const { build } = await import("esbuild");
  const options = /** @type {const} */ ({ bundle: true, format: "esm", write: false });
  const { outputFiles } = await build({ entryPoints: [join(here, "program.mjs")], ...options });
  return outputFiles[0]?.text ?? "";
}

/** @type {Runtime} */
async function workerd(task) {
  const { Miniflare } = await import("miniflare").catch((error) => {
    throw new Skipped(`It cannot be started: ${error.message}`);
  });
  const script = `${await bundleProgram()}
    export default { fetch: async (request) => Response.json(await main(await request.json())) };`;
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: "2024-01-01" });
  try {
    const init = { method: "POST", body: JSON.stringify(task) };
    const found = await (await miniflare.dispatchFetch("http://worker.test/", init)).json();
    const { version } = createRequire(import.meta.url)("workerd/package.json");
    return { version, ...found };
  } finally {
    await miniflare.dispose();
  }
}

/** @type {Runtime} */
async function chromium(task) {
  const { CHROMIUM: browser = "/usr/bin/chromium" } = process.env;
  const isThere = await stat(browser).catch(() => undefined);
  if (!isThere) throw new Skipped(`No browser at ${browser}; the variable CHROMIUM names another.`);
  const [, version] = /(\d[\d.]*)/.exec(await run(browser, ["--version"])) ?? [];
  const found = await openPage(
    browser,
    `<script type="module">${await bundleProgram()}
      const found = await main(${JSON.stringify(task)}).catch(String);
      await fetch("/found", { method: "POST", body: JSON.stringify(found) });
    </script>`,
  );
  if (typeof found === "string") throw new Error(found);
  return { version, ...found };
}

/**
 * Shows a page in a browser without a window.
 *
 * @param {string} browser
 * @param {string} page
 * @returns {Promise<unknown>} what the page posts
 */
async function openPage(browser, page) {
  /** @type {(found: unknown) => void} */
  let settle = () => undefined;
  const found = new Promise((resolve) => (settle = resolve));
  const server = createServer((request, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (request.method === "POST") settle(json(request));
    response.end(request.url === "/" ? page : "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const child = spawn(browser, [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    `--user-data-dir=${join(here, "dist/chromium")}`,
    `http://127.0.0.1:${port}/`,
  ]);
  const exited = once(child, "exit").then(([code]) => `the browser exited with code ${code}`);
  const timer = setTimeout(settle, 60_000, "nothing within a minute");
  try {
    return await Promise.race([found, exited]);
  } finally {
    clearTimeout(timer);
    child.kill();
    await exited;
    server.closeAllConnections();
    server.close();
  }
}

/** @type {[name: string, runtime: Runtime][]} */
export const runtimes = [
  ...[20, 22, 24, 26].map((major) => {
    const node = commandLine(["npx", "-y", "-p", `node@${major}`, "node"]);
    return /** @type {[string, Runtime]} */ ([`Node ${major}`, node]);
  }),
  ["Bun", commandLine(["node_modules/.bin/bun"])],
  [
    "Deno",
    commandLine(
      ["node_modules/.bin/deno"],
      ["run", "--node-modules-dir=manual", "--allow-net", "--allow-env", "--allow-read"],
    ),
  ],
  ["workerd", workerd],
  ["Chromium", chromium],
];

// Verifies the same deliveries on Node, workerd and Chromium. They are signed here, by node:crypto, and
// go to programs/webhooks.mjs as JSON with the verdict that each must get.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { completed, createKeyPair, createSecret, deliver } from "../webhooks/sign.mjs";
import { here, out, Skipped } from "./tools.mjs";

const program = join(here, "programs/webhooks.mjs");

/** @returns {{ name: string, verdict: string, delivery: object, options: object, published?: object[][] }[]} */
function cases() {
  const [secret, older] = [createSecret(), createSecret()];
  const [pair, other] = [createKeyPair(), createKeyPair()];
  const byKey = [pair.privateKey];
  const jwks = { keys: [pair.jwk] };
  const old = { at: Date.now() - 360_000 };
  const body = completed.replace("abc", "abd");
  const verified = "interaction.completed msg_1";
  return [
    { name: "HMAC", verdict: verified, delivery: deliver([secret]), options: { secret } },
    { name: "Ed25519", verdict: verified, delivery: deliver(byKey), options: { jwks } },
    {
      name: "HMAC, altered body",
      verdict: "signature",
      delivery: { ...deliver([secret]), body },
      options: { secret },
    },
    {
      name: "Ed25519, altered body",
      verdict: "signature",
      delivery: { ...deliver(byKey), body },
      options: { jwks },
    },
    {
      name: "HMAC, old",
      verdict: "timestamp",
      delivery: deliver([secret], old),
      options: { secret },
    },
    {
      name: "Ed25519, old",
      verdict: "timestamp",
      delivery: deliver(byKey, old),
      options: { jwks },
    },
    {
      name: "a second signature",
      verdict: verified,
      delivery: deliver([older, secret]),
      options: { secret },
    },
    {
      name: "a second secret",
      verdict: verified,
      delivery: deliver([secret]),
      options: { secret: [older, secret] },
    },
    {
      name: "an unknown secret",
      verdict: "signature",
      delivery: deliver([secret]),
      options: { secret: older },
    },
    { name: "no secret", verdict: "key", delivery: deliver([secret]), options: { jwks } },
    {
      name: "the service's key",
      verdict: `${verified}, then ${verified}`,
      delivery: deliver(byKey),
      options: {},
      published: [[pair.jwk]],
    },
    {
      name: "a rotated key",
      verdict: `signature, then ${verified}`,
      delivery: deliver(byKey),
      options: {},
      published: [[other.jwk], [other.jwk, pair.jwk]],
    },
    {
      name: "an unknown key",
      verdict: "signature, then signature",
      delivery: deliver(byKey),
      options: {},
      published: [[other.jwk]],
    },
  ];
}

/** @param {(deliveries: ReturnType<typeof cases>) => Promise<unknown>} verifyAll */
async function check(verifyAll) {
  const deliveries = cases();
  const results = await verifyAll(deliveries);
  const wanted = deliveries.map(({ name, verdict }) => `${name}: ${verdict}`);
  if (JSON.stringify(results) !== JSON.stringify(wanted)) {
    throw new Error(JSON.stringify({ wanted, results }, undefined, 1));
  }
}

async function bundleProgram() {
  const { build } = await import("esbuild");
  const options = /** @type {const} */ ({ bundle: true, format: "esm", write: false });
  const { outputFiles } = await build({ entryPoints: [program], ...options });
  return outputFiles[0]?.text ?? "";
}

async function onNode() {
  const { verifyAll } = await import(program);
  await check(verifyAll);
}

async function onWorkerd() {
  const { Miniflare } = await import("miniflare");
  const script = `${await bundleProgram()}
    export default { fetch: async (request) => Response.json(await verifyAll(await request.json())) };`;
  const miniflare = new Miniflare({ modules: true, script, compatibilityDate: "2024-01-01" });
  try {
    await check(async (deliveries) => {
      const init = { method: "POST", body: JSON.stringify(deliveries) };
      return (await miniflare.dispatchFetch("http://worker.test/", init)).json();
    });
  } finally {
    await miniflare.dispose();
  }
}

async function onChromium() {
  const { CHROMIUM: browser = "/usr/bin/chromium" } = process.env;
  const isThere = await stat(browser).catch(() => undefined);
  if (!isThere) throw new Skipped(`No browser at ${browser}; the variable CHROMIUM names another.`);
  const script = await bundleProgram();
  await check((deliveries) =>
    openPage(
      browser,
      `<script type="module">${script}
        const results = await verifyAll(${JSON.stringify(deliveries)});
        await fetch("/results", { method: "POST", body: JSON.stringify(results) });
      </script>`,
    ),
  );
}

/**
 * Shows a page in a browser without a window.
 *
 * @param {string} browser
 * @param {string} page
 * @returns {Promise<unknown>} what the page posts to /results
 */
async function openPage(browser, page) {
  /** @type {(results: unknown) => void} */
  let settle = () => undefined;
  const results = new Promise((resolve) => (settle = resolve));
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
    `--user-data-dir=${join(out, "chromium")}`,
    `http://127.0.0.1:${port}/`,
  ]);
  const exited = once(child, "exit").then(([code]) => `the browser exited with code ${code}`);
  const timer = setTimeout(settle, 60_000, "nothing within a minute");
  try {
    return await Promise.race([results, exited]);
  } finally {
    clearTimeout(timer);
    child.kill();
    await exited;
    server.closeAllConnections();
    server.close();
  }
}

/** @type {import("./tools.mjs").Consumer[]} */
export const webhooks = [
  ["webhooks on Node", onNode],
  ["webhooks on workerd", onWorkerd],
  ["webhooks on Chromium", onChromium],
];

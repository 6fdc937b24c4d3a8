// `npm run test:consumers [-- part of a name]`: packs the tarball, installs it here, and builds and runs
// it with the tools of package.json beside this file. It prints what ran and what was left out. Not part
// of `npm test`, since it downloads some hundred packages and takes minutes.

import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bundlers } from "./bundlers.mjs";
import { next } from "./next.mjs";
import { installPeers, peers } from "./peers.mjs";
import { expectOutput, here, install, node, out, root, run, Skipped, tool } from "./tools.mjs";
import { nest, typescript } from "./typescript.mjs";
import { webhooks } from "./webhooks.mjs";

/** @type {import("./tools.mjs").Consumer[]} */
const consumers = [
  ["Node, import", async () => expectOutput(await node("programs/program.mjs"))],
  ["Node, require()", async () => expectOutput(await node("programs/program.cjs"))],
  // What Jest is, too: unable to require() an ES module.
  [
    "Node, require() without ES modules",
    async () =>
      expectOutput(await node("--no-experimental-require-module", "programs/program.cjs")),
  ],
  ...typescript,
  ["NestJS 11 with TypeScript 5.4", nest],
  [
    "Jest 30 without flags",
    async () => expectOutput(await tool("jest", "--testMatch", "**/jest.spec.cjs"), "3 passed"),
  ],
  [
    "vitest 4 with jsdom",
    async () =>
      expectOutput(await tool("vitest", "run", "--config", "vitest.config.mjs"), "1 passed"),
  ],
  ...bundlers,
  ["Next.js 16: a page that polls, a route that streams", next],
  ...webhooks,
  ...peers,
];

/** @returns the path of the tarball */
async function pack() {
  await rm(out, { recursive: true, force: true });
  await mkdir(out);
  await run("npm", ["run", "--silent", "build"], { cwd: root });
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", out];
  const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(
    await run("npm", args, { cwd: root }),
  );
  console.log(`${filename}: ${size} bytes, unpacked ${unpackedSize}, ${entryCount} files`);
  return join(out, filename);
}

const wanted = consumers.filter(([name]) => name.includes(process.argv[2] ?? ""));
const tarball = await pack();
await install(here, tarball);
if (wanted.some((consumer) => peers.includes(consumer))) await installPeers(tarball);
// For Jest, which cannot load it as it is.
const signing = join(root, "test/webhooks/sign.mjs");
await tool("esbuild", signing, "--format=cjs", `--outfile=${join(out, "sign.cjs")}`);

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const [name, consume] of wanted) {
  const started = performance.now();
  const error = await consume().then(
    () => undefined,
    (/** @type {unknown} */ thrown) => thrown,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const result = error === undefined ? "passed" : error instanceof Skipped ? "skipped" : "failed";
  counts[result] += 1;
  console.log(`${result.padEnd(8)} ${name} (${seconds} s)`);
  if (error !== undefined) console.log(error instanceof Error ? error.message : error);
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 ? 0 : 1;

// `npm run test:consumers [-- part of a name]`: packs the tarball, installs it here, and builds and runs
// it with the tools of package.json beside this file. It prints what ran and what was left out. Not part
// of `npm test`, since it downloads some hundred packages and takes minutes.

import { join } from "node:path";
import { bundlers } from "./bundlers.mjs";
import { next } from "./next.mjs";
import { installPeers, peers } from "./peers.mjs";
import { install, pack, root, runTrials } from "../support/suite.mjs";
import { expectOutput, here, node, out, tool } from "./tools.mjs";
import { editors, nest, typescript } from "./typescript.mjs";

/** @type {import("../support/suite.mjs").Trial[]} */
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
  ...editors,
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
  ...peers,
];

const wanted = consumers.filter(([name]) => name.includes(process.argv[2] ?? ""));
const tarball = await pack(out);
await install(here, tarball);
if (wanted.some((consumer) => peers.includes(consumer))) await installPeers(tarball);
// For Jest, which cannot load it as it is.
const signing = join(root, "test/webhooks/sign.mjs");
await tool("esbuild", signing, "--format=cjs", `--outfile=${join(out, "sign.cjs")}`);

await runTrials(wanted);

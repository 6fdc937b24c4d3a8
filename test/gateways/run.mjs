// @ts-check
// `npm run test:gateway [-- part of a name]`: packs the library, installs it beside the official SDK, and
// runs `gemini-interactions gateway` as it is meant to be run: several processes that are killed at
// random behind a load balancer, and one that is attacked. Needs the npm registry, and Linux for /proc.

import { join } from "node:path";
import { install, pack, runTrials } from "../support/suite.mjs";
import { attacks } from "./hostile.mjs";
import { readWhileKilled } from "./round-robin.mjs";

const here = import.meta.dirname;

/** @type {import("../support/suite.mjs").Trial[]} */
const trials = [
  ["200 streams of the official SDK over gateways that are killed", readWhileKilled],
  ...attacks,
];

await install(here, await pack(join(here, "dist")));
await runTrials(trials.filter(([name]) => name.includes(process.argv[2] ?? "")));

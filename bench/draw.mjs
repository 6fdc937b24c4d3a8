// @ts-check
// Draws RESULTS.svg from RESULTS.md, without measuring: node bench/draw.mjs. A full run of run.mjs does
// so at its end.

import { readFileSync, writeFileSync } from "node:fs";
import { drawRatios, readRatios } from "./lib/chart.mjs";

const results = readFileSync(new URL("RESULTS.md", import.meta.url), "utf8");
writeFileSync(new URL("RESULTS.svg", import.meta.url), drawRatios(readRatios(results)));

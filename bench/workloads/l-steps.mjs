// @ts-check
// (l) Runs of many open steps, with an id on every event, and starts of steps that bring much.
import { readStream } from "../lib/reading.mjs";
import { exponent } from "../lib/results.mjs";

export const title = "Many open steps, and large starts";
export const reference = "parser-generator";
export const measure = readStream;

const contestants = ["parser-generator", "ours"];
const sizes = [2_500, 5_000, 10_000, 20_000];
const nameOf = (steps) => `${steps.toLocaleString("en")} open steps, event ids`;
const startCase = "100 starts of 600 kB";

export function cases({ quick }) {
  const open = sizes.slice(0, quick ? 2 : 4).map((steps) => ({
    name: nameOf(steps),
    contestants,
    settings: {
      stream: { deltas: steps * 5, steps, open: true, eventIds: true },
      chunkBytes: 16_384,
    },
  }));
  const starts = { deltas: 100, steps: 100, startLength: 600_000 };
  return [
    ...open,
    { name: startCase, contestants, settings: { stream: starts, chunkBytes: 65_536 } },
  ];
}

export function checks(results, measured) {
  const done = sizes.filter((steps) => measured.some(({ name }) => name === nameOf(steps)));
  const points = done.map((steps) => [steps, results.median(nameOf(steps), "ours") ?? Number.NaN]);
  return [
    {
      name: `${done.at(0)} to ${done.at(-1)} open steps`,
      what: "time grows with their number to the power of",
      value: exponent(points),
      atMost: 1.1,
    },
    {
      name: startCase,
      what: "time against the loop by hand",
      value: results.ratio(startCase, "ours", "parser-generator"),
      atMost: 2,
    },
  ];
}

// @ts-check
// (j) What the bookkeeping for resumption costs a stream that is never cut.
import { readStream } from "../lib/reading.mjs";

export const title = "Resumption's bookkeeping";
export const reference = "ours:bare";
export const measure = readStream;

export function cases({ quick }) {
  const deltas = quick ? 50_000 : 200_000;
  const of = (name, chunkBytes, eventIds) => ({
    name,
    contestants: ["ours", "ours:resume-off", "ours:bare"],
    settings: { stream: { deltas, ...(eventIds && { eventIds }) }, chunkBytes },
  });
  return [
    of("chunks of 16 KiB", 16_384, false),
    of("chunks of 16 KiB, event ids", 16_384, true),
    of("one event per chunk", 0, false),
  ];
}

export function checks(results, measured) {
  return measured.flatMap(({ name }) => [
    {
      name,
      what: "time against the connection alone",
      value: results.ratio(name, "ours", "ours:bare"),
      // Each event is compared and counted, so that the stream can be resumed after any of them.
      atMost: 2,
    },
    {
      name,
      what: "time against resume: false",
      value: results.ratio(name, "ours", "ours:resume-off"),
      atMost: 1.1,
    },
  ]);
}

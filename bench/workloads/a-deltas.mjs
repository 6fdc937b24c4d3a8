// @ts-check
// (a) Many small text deltas, cut in different ways.
import { readStream } from "../lib/reading.mjs";

export const title = "Iterating over 200,000 small text deltas";
export const reference = "limit";
export const measure = readStream;

const byHand = ["limit", "parser-callback", "parser-generator"];
const most = [...byHand, "ours", "anthropic", "genai", "openai"];

export function cases({ quick }) {
  const deltas = quick ? 50_000 : 200_000;
  const inMemory = (name, chunkBytes, contestants = most) => ({
    name: `in memory, ${name}`,
    contestants,
    settings: { stream: { deltas }, chunkBytes },
  });
  return [
    inMemory("chunks of 1 KiB", 1024),
    inMemory("chunks of 4 KiB", 4096),
    inMemory("chunks of 16 KiB", 16_384, [...most, "ours:no-accumulate", "ai"]),
    inMemory("chunks of 64 KiB", 65_536),
    inMemory("one event per chunk", 0),
    {
      name: "in memory, chunks of 16 KiB, event ids",
      contestants: [...byHand, "ours", "genai"],
      settings: { stream: { deltas, eventIds: true }, chunkBytes: 16_384 },
    },
    {
      name: "over HTTP",
      contestants: [...most, "ai"],
      settings: {},
      server: { stream: { deltas }, chunkBytes: 16_384 },
    },
  ];
}

export function checks(results, measured) {
  return measured.flatMap(({ name }) => {
    // With an event in each chunk, all of them wait for the platform's stream most of the time.
    const leastOfGenai = name.includes("one event") ? 1.8 : 3;
    const speed = (over) => ({ name, value: results.ratio(name, over, "ours") });
    return name === "over HTTP"
      ? [{ ...speed("parser-generator"), what: "speed against the loop by hand", atLeast: 1 }]
      : [
          { ...speed("limit"), what: "speed against the limit", atLeast: 0.65 },
          { ...speed("genai"), what: "speed against @google/genai", atLeast: leastOfGenai },
        ];
  });
}

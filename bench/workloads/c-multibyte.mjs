// @ts-check
// (c) Text of many bytes per character, cut within characters; what is read is compared, not counted.
import { readStream } from "../lib/reading.mjs";

export const title = "Multi-byte text cut everywhere";
export const reference = "limit";
export const measure = readStream;

export function cases({ quick }) {
  const scale = quick ? 4 : 1;
  const contestants = [
    "limit",
    "parser-callback",
    "parser-generator",
    "ours",
    "anthropic",
    "genai",
  ];
  const of = (name, deltas, chunkBytes) => ({
    name,
    contestants,
    settings: { stream: { deltas: deltas / scale, content: "multibyte" }, chunkBytes, exact: true },
  });
  return [
    of("after every byte", 2_000, 1),
    of("after every 7 bytes", 20_000, 7),
    of("chunks of 16 KiB", 100_000, 16_384),
  ];
}

export function checks(results, measured) {
  return measured.map(({ name }) => ({
    name,
    what: "speed against the loop by hand",
    value: results.ratio(name, "parser-generator", "ours"),
  }));
}

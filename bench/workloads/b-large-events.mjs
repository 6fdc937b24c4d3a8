// @ts-check
// (b) Single events of many megabytes, in one line each: images in base64.
import { readStream } from "../lib/reading.mjs";
import { exponent } from "../lib/results.mjs";

export const title = "Single events of 1 to 64 MiB";
export const reference = "limit";
export const metrics = { ms: "ms", peakMiB: "MiB" };
export const measure = readStream;

const linear = ["limit", "parser-callback", "ours"];
const nameOf = (mib) => `${mib} MiB`;

export function cases({ quick }) {
  return (quick ? [1, 4, 16] : [1, 4, 16, 64]).map((mib) => ({
    name: nameOf(mib),
    // Time grows with the square of the size for some: they would take minutes.
    contestants: linear.concat(mib > 16 ? [] : ["anthropic", "genai"], mib > 4 ? [] : "openai"),
    settings: {
      stream: { deltas: 1, content: "image", length: mib * 2 ** 20 },
      chunkBytes: 16_384,
    },
  }));
}

export function checks(results, measured) {
  const sizes = measured.map(({ settings }) => settings.stream.length / 2 ** 20);
  const points = sizes.map((mib) => [mib, results.median(nameOf(mib), "ours")]);
  return [
    {
      name: `${sizes.at(0)} to ${sizes.at(-1)} MiB`,
      what: "time grows with size to the power of",
      value: exponent(points),
      atMost: 1.1,
    },
    ...sizes.flatMap((mib) => {
      const name = nameOf(mib);
      const peak = results.median(name, "ours", "peakMiB");
      return [
        {
          name,
          what: "time against the limit",
          value: results.ratio(name, "ours", "limit"),
          atMost: 1.5,
        },
        { name, what: "peak memory against the event", value: peak && peak / mib, atMost: 4 },
      ];
    }),
  ];
}

// @ts-check
// (i) The whole interaction, against a loop over its events.
import { load, peakMiB, readStream } from "../lib/reading.mjs";
import { exponent } from "../lib/results.mjs";
import { bytesOf, contentOf, cut, memoryFetch } from "../lib/streams.mjs";

export const title = "Accumulating with finalInteraction()";
export const reference = "ours";
export const metrics = { ms: "ms", peakMiB: "MiB" };

const kinds = [
  {
    unit: "steps",
    sizes: [2_500, 5_000, 10_000, 20_000],
    streamOf: (steps) => ({ deltas: steps * 5, steps }),
  },
  // A delta has 33 characters on average.
  {
    unit: "MB of text",
    sizes: [2.5, 5, 10, 20],
    streamOf: (megabytes) => ({ deltas: Math.round((megabytes * 1e6) / 33) }),
  },
];
const nameOf = (size, unit) => `${size.toLocaleString("en")} ${unit}`;

export function cases({ quick }) {
  return kinds.flatMap(({ unit, sizes, streamOf }) =>
    sizes.slice(0, quick ? 2 : 4).map((size) => ({
      name: nameOf(size, unit),
      contestants: ["ours", "ours:final"],
      settings: { stream: streamOf(size), chunkBytes: 16_384 },
    })),
  );
}

export async function measure(name, settings) {
  if (settings.mode !== "final") return readStream(name, settings);
  const { stream: spec, chunkBytes } = settings;
  const { connect, dialect } = await load(name);
  const bytes = bytesOf(dialect, spec);
  const stream = await connect({ fetch: memoryFetch(() => cut(bytes, chunkBytes)) }).openStream();
  const before = peakMiB();
  const started = performance.now();
  const { steps } = await stream.finalInteraction();
  const ms = performance.now() - started;
  const peak = peakMiB() - before;
  const text = steps.flatMap(({ content }) => content.map((block) => block.text)).join("");
  if (steps.length !== (spec.steps ?? 1) || text !== contentOf(spec).text) {
    throw new Error("Accumulated something else.");
  }
  return { ms, peakMiB: peak };
}

export function checks(results, measured) {
  return kinds.flatMap(({ unit, sizes }) => {
    const done = sizes.filter((size) => measured.some(({ name }) => name === nameOf(size, unit)));
    const points = done.map((size) => [
      size,
      results.median(nameOf(size, unit), "ours:final") ?? Number.NaN,
    ]);
    const growth = {
      name: `${nameOf(done.at(0) ?? 0, "").trim()} to ${nameOf(done.at(-1) ?? 0, unit)}`,
      what: "time grows with size to the power of",
      value: exponent(points),
      atMost: 1.1,
    };
    return done
      .map((size) => nameOf(size, unit))
      .map((name) => ({
        name,
        what: "time against iteration",
        value: results.ratio(name, "ours:final", "ours"),
        atMost: 2,
      }))
      .concat(growth);
  });
}

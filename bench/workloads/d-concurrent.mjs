// @ts-check
// (d) Many streams at a time: the server writes to all of them in turns, one event each.
import { load, peakMiB } from "../lib/reading.mjs";
import { contentOf } from "../lib/streams.mjs";
import { Tally } from "../lib/tally.mjs";

export const title = "1,000 concurrent streams over HTTP";
export const reference = "parser-callback";
export const metrics = { ms: "ms", cpuMs: "ms of CPU", kib: "KiB per stream" };

const byHand = ["parser-callback", "parser-generator", "openapi-fetch"];
const contestants = [...byHand, "ours", "ours:no-accumulate", "genai"];

export function cases({ quick }) {
  const together = quick ? 200 : 1000;
  return [
    {
      name: `${together} streams`,
      contestants,
      settings: {},
      server: { stream: { deltas: 200 }, chunkBytes: 0, together },
    },
  ];
}

export async function measure(name, { stream: spec, together, baseUrl, mode }) {
  const { connect } = await load(name);
  const client = connect({ baseUrl, mode });
  const tallies = Array.from({ length: together }, () => new Tally());
  const before = peakMiB();
  const cpu = process.cpuUsage();
  const started = performance.now();
  await Promise.all(tallies.map(async (tally) => client.read(await client.openStream(), tally)));
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const kib = ((peakMiB() - before) * 1024) / together;
  const expected = contentOf(spec);
  for (const tally of tallies) tally.check(expected);
  return { ms, cpuMs: (user + system) / 1000, kib };
}

export function checks(results, measured) {
  return measured.flatMap(({ name }) => {
    const ratio = (metric) => results.ratio(name, "ours", "parser-callback", metric);
    return [
      { name, what: "wall time against fetch and parser", value: ratio("ms"), atMost: 1.15 },
      { name, what: "CPU time against fetch and parser", value: ratio("cpuMs") },
      { name, what: "peak memory against fetch and parser", value: ratio("kib") },
      {
        name,
        what: "peak memory with accumulate: false, against fetch and parser",
        value: results.ratio(name, "ours:no-accumulate", "parser-callback", "kib"),
        atMost: 1.2,
      },
    ];
  });
}

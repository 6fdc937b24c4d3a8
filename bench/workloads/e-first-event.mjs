// @ts-check
// (e) From the call to the first content, over connections that are kept alive.
import { load } from "../lib/reading.mjs";
import { median } from "../lib/results.mjs";
import { contentOf } from "../lib/streams.mjs";
import { Tally } from "../lib/tally.mjs";

export const title = "Latency of the first event over HTTP";
export const reference = "parser-callback";
export const metrics = { us: "µs" };

const contestants = ["parser-callback", "openapi-fetch", "ours", "anthropic", "genai", "openai"];

export function cases({ quick }) {
  const stream = { deltas: 3 };
  return [
    {
      name: "first text delta",
      contestants,
      settings: { times: quick ? 200 : 500 },
      server: { stream, chunkBytes: 1 << 20 },
    },
    {
      // Who hangs up at the last event has to connect anew.
      name: "first text delta, bodies that end 5 ms after it",
      contestants,
      settings: { times: quick ? 50 : 200 },
      server: { stream, chunkBytes: 1 << 20, endDelayMs: 5 },
    },
  ];
}

export async function measure(name, { stream: spec, times, baseUrl }) {
  const { connect } = await load(name);
  const client = connect({ baseUrl });
  const latencies = [];
  for (let i = 0; i < times; i++) {
    const tally = new Tally();
    const started = performance.now();
    await client.read(await client.openStream(), tally);
    tally.check(contentOf(spec));
    latencies.push((tally.firstAt - started) * 1000);
  }
  // What comes first pays for compiling.
  return { us: median(latencies.slice(times / 5)) };
}

export function checks(results, measured) {
  return measured.map(({ name }) => ({
    name,
    what: "latency against raw fetch",
    value: results.ratio(name, "ours", "parser-callback", "us"),
    // openapi-fetch alone takes 1.2 to 1.3 times as long; checks, hooks and the position add the rest.
    atMost: 1.6,
  }));
}

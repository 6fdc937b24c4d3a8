// @ts-check
// (h) Calls without a stream, over connections that are kept alive.
import { load } from "../lib/reading.mjs";

export const title = "Non-streaming create over HTTP";
export const reference = "openapi-fetch";
export const metrics = { us: "µs per call" };

export function cases({ quick }) {
  return [1, 16].map((inFlight) => ({
    name: inFlight === 1 ? "one after the other" : `${inFlight} at a time`,
    contestants: ["openapi-fetch", "ours", "anthropic", "genai", "openai"],
    settings: { calls: quick ? 1000 : 2000, inFlight },
    server: { stream: { deltas: 1 } },
  }));
}

export async function measure(name, { calls, inFlight, baseUrl }) {
  const { connect } = await load(name);
  const client = connect({ baseUrl });
  const run = async (total) => {
    let left = total;
    const work = async () => {
      while (left-- > 0) {
        const { id } = await client.create();
        if (typeof id !== "string") throw new Error("An answer without an id.");
      }
    };
    await Promise.all(Array.from({ length: inFlight }, work));
  };
  // What comes first pays for compiling and connecting.
  await run(calls / 5);
  const started = performance.now();
  await run(calls);
  const us = ((performance.now() - started) * 1000) / calls;
  if (!JSON.stringify(await client.create()).includes("lazy dog")) throw new Error("No text.");
  return { us };
}

export function checks(results, measured) {
  return measured.map(({ name }) => ({
    name,
    what: "calls per second against openapi-fetch",
    value: results.ratio(name, "openapi-fetch", "ours", "us"),
    // Each body is read in chunks, so that silence in it can be noticed.
    atLeast: 0.85,
  }));
}

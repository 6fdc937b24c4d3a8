// Run by abort-many.test.ts: opens 100 streams and ends each at some point of its own.

import { InteractionsClient } from "gemini-interactions";

const [baseUrl = "", seed = "1"] = process.argv.slice(2);
const client = new InteractionsClient({
  apiKey: "key",
  baseUrl,
  retry: { baseDelayMs: 20, maxDelayMs: 20 },
});
let state = Number(seed);

/** A number below the limit, the same ones for the same seed. */
function pick(limit) {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return (state >>> 8) % limit;
}

async function abortOne(way, after) {
  const controller = new AbortController();
  const { signal } = controller;
  const params = { model: "m", input: "Go", background: true, stream: true };
  const stream = await client.create(params, { signal });
  if (way === "later") setTimeout(() => controller.abort("enough"), after);
  let seen = 0;
  for await (const _ of stream) {
    seen += 1;
    if (seen <= after) continue;
    if (way === "break") return;
    if (way === "abort") stream.abort("enough");
    if (way === "signal") controller.abort("enough");
  }
}

const ways = ["break", "abort", "signal", "later"];
const outcomes = await Promise.all(
  Array.from({ length: 100 }, () =>
    abortOne(ways[pick(ways.length)], pick(20)).then(
      () => "left",
      (reason) => (reason === "enough" ? "aborted" : String(reason)),
    ),
  ),
);
console.log([...new Set(outcomes)].toSorted().join());

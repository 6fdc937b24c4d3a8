// Run by abort-many.test.ts: opens 100 streams and ends each at some point of its own.

import { InteractionsClient } from "gemini-interactions";

const [baseUrl = "", seed = "1"] = process.argv.slice(2);
const client = new InteractionsClient({
  apiKey: "key",
  baseUrl,
  // The pause before a second reconnect is longer than the test.
  retry: { baseDelayMs: 1_000_000, maxDelayMs: 1_000_000 },
});
let state = Number(seed);

/** A number below the limit, the same ones for the same seed. */
function pick(limit) {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return (state >>> 8) % limit;
}

function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until the server has counted as many. */
async function counted(name, count) {
  for (;;) {
    const response = await fetch(`${baseUrl}/count`);
    const counts = await response.json();
    if (counts[name] === count) return;
    await wait(5);
  }
}

const allOpened = counted("opened", 100);

/** Ends a stream: while it opens, while it is read, or in the pause before a reconnect. */
async function endOne(stage, way, after) {
  const controller = new AbortController();
  const { signal } = controller;
  const params = { model: "m", input: stage, background: true, stream: true };
  const opening = client.create(params, { signal });
  if (stage === "open") {
    await allOpened;
    // Nothing that an abort needs may be collected meanwhile.
    globalThis.gc?.();
    setTimeout(() => controller.abort("enough"), after);
  }
  const stream = await opening;
  const events = stream[Symbol.asyncIterator]();
  const leave = () => {
    if (way === "break") void events.return();
    else if (way === "abort") stream.abort("enough");
    else controller.abort("enough");
  };
  if (stage === "pause" || way === "later") setTimeout(leave, 20 + after);
  for (let seen = 1; ; seen += 1) {
    const { done } = await events.next();
    if (done) return;
    if (stage === "read" && way !== "later" && seen > after) leave();
  }
}

const stages = ["open", "read", "read", "pause"];
const ways = ["break", "abort", "signal", "later"];
const outcomes = await Promise.all(
  Array.from({ length: 100 }, () =>
    endOne(stages[pick(stages.length)], ways[pick(ways.length)], pick(20)).then(
      () => "left",
      (reason) => (reason === "enough" ? "aborted" : String(reason)),
    ),
  ),
);
// Counted while this process lives: its end would close whatever it has left open.
await counted("closed", 100);
console.log([...new Set(outcomes)].toSorted().join());

// `npm run test:runtimes [-- part of a name]`: packs the tarball and runs one program with it on each
// runtime, against a `serve` that cuts the first stream. It prints what each did, and why one did not
// run. Not part of `npm test`, since it downloads the runtimes.

import assert from "node:assert/strict";
import { join } from "node:path";
import { install, pack, runTrials, startEmulator } from "../support/suite.mjs";
import { runtimes } from "./runtimes.mjs";
import { signDeliveries } from "./webhooks.mjs";

const here = import.meta.dirname;

/** What program.mjs must find on every runtime. */
const expected = {
  created: "You said: one two",
  streamed: "You said: one two three four (completed)",
  reconnects: 1,
  resumed: "You said: five six seven eight",
  waited: "You said: nine ten (completed)",
  gone: true,
};

/** @param {import("./runtimes.mjs").Runtime} runtime */
async function tryOut(runtime) {
  const options = ["--mode", "faithful", "--speed", "100", "--cors"];
  const emulator = await startEmulator(here, ...options, "--fault", "cut:afterEvents=6,reset=true");
  try {
    const deliveries = signDeliveries();
    const { version, run, verdicts } = await runtime({ url: emulator.url, deliveries });
    assert.deepEqual(run, expected);
    assert.deepEqual(
      verdicts,
      deliveries.map(({ name, verdict }) => `${name}: ${verdict}`),
    );
    // What the emulator saw: each run asked for once; a stream after the cut, one for the cursor.
    const count = (/** @type {RegExp} */ pattern) =>
      emulator.requests.filter((line) => pattern.test(line)).length;
    assert.equal(count(/^POST /), 4);
    assert.equal(count(/^GET .* 200 stream$/), 2);
    return (
      `${version}: created, streamed over a cut with 1 reconnect, resumed by a cursor, waited, ` +
      `deleted; ${verdicts.length} webhook verdicts`
    );
  } finally {
    await emulator.stop();
  }
}

const wanted = runtimes.filter(([name]) => name.includes(process.argv[2] ?? ""));
await install(here, await pack(join(here, "dist")));
await runTrials(wanted.map(([name, runtime]) => [name, () => tryOut(runtime)]));

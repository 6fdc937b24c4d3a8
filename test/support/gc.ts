import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
// What Node gives a script that was started with the flag.
const collect: () => void = runInNewContext("gc");

/** Lets go of whatever nobody holds, over as many turns of the event loop as that takes. */
export async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
}

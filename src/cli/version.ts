// The version of this package, from the file that npm reads it from.

import { readFileSync } from "node:fs";

/** Such as `0.1.0`. */
export function readVersion(): string {
  const file = new URL("../../../package.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).version;
}

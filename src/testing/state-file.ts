// Keeps what a service has stored in a file, one change per line as JSON, so that it survives the
// process: also one that is killed while it writes, which can only tear the last line.

import { appendFileSync, existsSync, readFileSync, truncateSync } from "node:fs";
import { isObject, parseJson } from "../util/json.ts";
import type { InteractionsServiceOptions, ServiceChange } from "./options.ts";

/**
 * Reads a state file, if there is one, and returns the options with which a service goes on from it
 * and keeps it up to date.
 *
 * @throws Error when a line is no change, except for a torn last one
 */
export function openStateFile(
  path: string,
): Required<Pick<InteractionsServiceOptions, "state" | "onChange">> {
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  if (whole !== text) truncateSync(path, Buffer.byteLength(whole));
  const state = whole
    .split("\n")
    .slice(0, -1)
    .map((line, index) => parseChange(line, `${path}:${index + 1}`));
  return {
    state,
    // At once: the caller may see the change only when it is safe.
    onChange: (change) => appendFileSync(path, `${JSON.stringify(change)}\n`),
  };
}

function parseChange(line: string, place: string): ServiceChange {
  const change = parseJson(line);
  if (!isObject(change) || typeof change["kind"] !== "string" || typeof change["id"] !== "string") {
    throw new Error(`${place} is no change of a service. Is it a file written by --state?`);
  }
  // Written by onChange.
  return change as ServiceChange;
}

// Keeps what a service has stored in a file, one change per line as JSON, so that it survives the
// process: also one that is killed while it writes, which can only tear the last line.

import { appendFileSync, readFileSync, truncateSync } from "node:fs";
import { isObject, parseJson } from "../util/json.ts";
import type { InteractionsServiceOptions, ServiceChange } from "./options.ts";

/**
 * Reads a state file, or makes it, and returns the options with which a service goes on from it
 * and keeps it up to date.
 *
 * @throws Error when it cannot be written to, or a line is no change; a torn last one is cut off
 */
export function openStateFile(
  path: string,
): Required<Pick<InteractionsServiceOptions, "state" | "onChange">> {
  // Says now whether it can be written to, and not with the first change.
  appendFileSync(path, "");
  const text = readFileSync(path, "utf8");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1);
  const lines = whole.split("\n").slice(0, -1);
  const state = lines.map((line, index) => parseChange(line, `${path}:${index + 1}`));
  if (whole !== text) {
    // Cut off only what onChange has begun to write: any other file may be somebody's only copy.
    if (!isBegun(text.slice(whole.length))) throw foreign(`${path}:${lines.length + 1}`);
    truncateSync(path, Buffer.byteLength(whole));
  }
  return {
    state,
    // At once: the caller may see the change only when it is safe.
    onChange: (change) => appendFileSync(path, `${JSON.stringify(change)}\n`),
  };
}

function parseChange(line: string, place: string): ServiceChange {
  const change = parseJson(line);
  if (!isObject(change) || !isChange(change)) throw foreign(place);
  // Written by onChange.
  return change as unknown as ServiceChange;
}

type Members = Readonly<Record<string, unknown>>;

/** What each kind of change needs beside its id. */
const needs: Record<ServiceChange["kind"], (change: Members) => boolean> = {
  run: ({ createdMs, request, answer }) =>
    typeof createdMs === "number" && isObject(request) && isObject(answer),
  end: () => true,
  cancel: ({ happened }) => typeof happened === "number",
  delete: () => true,
  resource: ({ value }) => value === undefined || isObject(value),
};

function isChange(change: Members): boolean {
  const check = Object.entries(needs).find(([kind]) => kind === change["kind"])?.[1];
  return check !== undefined && typeof change["id"] === "string" && check(change);
}

function isBegun(line: string): boolean {
  const start = '{"kind":"';
  return line.startsWith(start) || start.startsWith(line);
}

function foreign(place: string): Error {
  return new Error(`${place} is no change of a service. Is it a file written by --state?`);
}

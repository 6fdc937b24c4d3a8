// Keeps what a service has stored in a file, one change per line as JSON, so that it survives the process,
// even one that is killed during a write or finds the disk full, which leaves a partial line.

import { appendFileSync, readFileSync, statSync, truncateSync } from "node:fs";
import { isObject, parseJson } from "../util/json.ts";
import type { InteractionsServiceOptions, ServiceChange } from "./options.ts";

/**
 * Reads a state file, or creates it, and returns the options with which a service continues from it and
 * keeps it up to date. Partial lines (the process was killed, the disk was full) are skipped.
 *
 * @throws Error when the file is not writable, or is not a state file
 */
export function openStateFile(
  path: string,
): Required<Pick<InteractionsServiceOptions, "state" | "onChange">> {
  // Fails now if the file is not writable, not at the first change.
  appendFileSync(path, "");
  const bytes = readFileSync(path);
  // An editor on Windows puts a byte order mark before it, which this leaves out.
  const lines = new TextDecoder().decode(bytes).split("\n");
  const last = lines.pop() ?? "";
  const state = lines.flatMap((line, index) => readLine(line, `${path}:${index + 1}`));
  if (last !== "") {
    // Cut off only what onChange has begun to write: anything else may be the user's only copy.
    if (!isBegun(withoutZeros(last))) throw foreign(`${path}:${lines.length + 1}`);
    truncateSync(path, bytes.lastIndexOf("\n") + 1);
  }
  let { size } = statSync(path);
  return {
    state,
    // At once: the caller may see the change only when it is safe.
    onChange(change) {
      const line = `${JSON.stringify(change)}\n`;
      try {
        appendFileSync(path, line);
      } catch (error) {
        // Written in part, when the disk is full, it would swallow the beginning of the next.
        if (statSync(path).size > size) truncateSync(path, size);
        throw error;
      }
      size += Buffer.byteLength(line);
    },
  };
}

/** A power cut may leave zeros in place of the last write. */
function withoutZeros(text: string): string {
  return text.replaceAll("\0", "");
}

/** The change in a line; none if the line is partial. */
function readLine(written: string, place: string): ServiceChange[] {
  const line = withoutZeros(written);
  if (line === "" && written !== "") return [];
  const change = parseJson(line);
  // Written by onChange.
  if (isObject(change) && isChange(change)) return [change as unknown as ServiceChange];
  if (line === "" || change !== undefined || !isBegun(line)) throw foreign(place);
  // A change that was written in part, then a whole one: earlier versions put no line break between.
  const next = line.lastIndexOf(start);
  return next > 0 ? readLine(line.slice(next), place) : [];
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

/** How each line begins. Inside a text of a line its quotes are escaped. */
const start = '{"kind":"';

function isBegun(line: string): boolean {
  return line.startsWith(start) || start.startsWith(line);
}

function foreign(place: string): Error {
  return new Error(`${place} is not a line of a state file. Is it another file?`);
}

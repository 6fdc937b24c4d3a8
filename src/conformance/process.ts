// Makes one call by starting the command under test. The environment says what to do; the last line of its
// output is the result. A command that does not print JSON, or does not end, has failed; its stderr says why.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { isObject, parseJson } from "../util/json.ts";
import type { Call } from "./case.ts";
import type { Output } from "./judge.ts";

/** Options of one run of the command. */
export interface CommandOptions {
  /** Address of the service of the case, without a trailing slash. */
  readonly url: string;
  /** The case, for the logs of the command. */
  readonly name: string;
  /** Longest time for one call, in milliseconds; then the command is killed. */
  readonly limitMs: number;
}

/**
 * Runs the command once.
 *
 * @throws Error when it cannot be started
 */
export async function runCommand(
  [file = "", ...args]: readonly string[],
  call: Call,
  { url, name, limitMs }: CommandOptions,
): Promise<Output> {
  const child = spawn(file, args, {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: what the command has started ends with it.
    detached: true,
    env: {
      ...process.env,
      CONFORMANCE_URL: url,
      CONFORMANCE_CALL: JSON.stringify(call),
      CONFORMANCE_CASE: name,
    },
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    killGroup(child);
  }, limitMs);
  const texts = Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  try {
    await once(child, "close");
  } finally {
    clearTimeout(timer);
  }
  const [stdout, stderr] = await texts;
  if (isLate) return { failure: `no output after ${limitMs / 1_000} s` };
  const value = parseJson(stdout.trimEnd().split("\n").at(-1) ?? "");
  if (isObject(value)) return value;
  const words = stderr.trim().split("\n").at(-1) ?? "";
  return { failure: `no line of JSON is printed. ${words}`.trim() };
}

/** Kills a command, and the programs that it has started where the platform can. */
function killGroup(child: ChildProcess): void {
  try {
    process.kill(-(child.pid ?? Number.NaN), "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
}

async function textOf(stream: Readable): Promise<string> {
  let text = "";
  stream.setEncoding("utf8");
  for await (const part of stream) text += part;
  return text;
}

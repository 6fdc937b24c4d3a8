// Runs one case with one client, and compares the result with what the case expects. In comes a function that
// makes one call and resolves with the client's output; out goes a verdict with a reason for each deviation.

import type { Call, ConformanceCase, Expectation } from "./case.ts";
import type { Player } from "./player.ts";

/** What a command prints for one call, as one line of JSON. */
export interface Output {
  /** All text that arrived, also before an error. */
  readonly text?: string | undefined;
  readonly status?: string | null | undefined;
  /** The error that the client reported. */
  readonly error?: string | null | undefined;
  /** Functions that the model called. */
  readonly calls?: readonly { readonly name: string; readonly arguments: unknown }[] | undefined;
  /** The position where it stopped, for a call with `stopAfter`: any JSON. */
  readonly position?: unknown;
  /** The client does not have such a call. */
  readonly unsupported?: boolean | undefined;
  /** Why the output is missing: the command did not end, or printed something else. */
  readonly failure?: string | undefined;
}

/** The result of a case. */
export interface Verdict {
  readonly result: "passed" | "failed" | "unsupported";
  /** What is wrong; empty when it passed. */
  readonly reasons: readonly string[];
  readonly output: Output;
  readonly posts: number;
  readonly requests: number;
}

/** Makes the calls of a case and judges their results. */
export async function judgeCase(
  { call, expect }: ConformanceCase,
  player: Player,
  invoke: (call: Call) => Promise<Output>,
): Promise<Verdict> {
  const output = await outputOf(call, invoke);
  const { requests } = player;
  const posts = requests.filter(({ operation }) => operation === "create").length;
  const counts = { output, posts, requests: requests.length };
  if (output.unsupported === true) return { result: "unsupported", reasons: [], ...counts };
  const reasons = deviations(expect, counts);
  return { result: reasons.length === 0 ? "passed" : "failed", reasons, ...counts };
}

/** Joins the outputs of two processes, one after the other. */
async function outputOf(call: Call, invoke: (call: Call) => Promise<Output>): Promise<Output> {
  const first = await invoke(call);
  if (call.stopAfter === undefined || first.unsupported === true) return first;
  const { position = null } = first;
  if (position === null) return first;
  const { idleTimeoutMs } = call;
  const options = idleTimeoutMs === undefined ? {} : { idleTimeoutMs };
  const second = await invoke({ method: "resume", position, ...options });
  return { ...second, text: `${first.text ?? ""}${second.text ?? ""}` };
}

function deviations(
  expect: Expectation,
  { output, posts, requests }: Pick<Verdict, "output" | "posts" | "requests">,
): string[] {
  if (output.failure !== undefined) return [output.failure];
  const { text = "", status = null, error = null, calls = [] } = output;
  const reasons: string[] = [];
  if (expect.text !== undefined && text !== expect.text) {
    reasons.push(`text ${quote(text)} instead of ${quote(expect.text)}`);
  }
  if (expect.status !== undefined && status !== expect.status) {
    reasons.push(`status ${quote(status)} instead of ${quote(expect.status)}`);
  }
  if (expect.error && error === null) reasons.push("no error is reported");
  if (!expect.error && error !== null) reasons.push(`error ${quote(error)}`);
  if (error !== null && expect.errorContains !== undefined) {
    if (!error.includes(expect.errorContains)) {
      reasons.push(`error ${quote(error)} without ${quote(expect.errorContains)}`);
    }
  }
  if (expect.calls !== undefined && !isSame(calls, expect.calls)) {
    reasons.push(`calls ${quote(calls)} instead of ${quote(expect.calls)}`);
  }
  if (expect.posts !== undefined && posts !== expect.posts) {
    reasons.push(`${posts} POSTs instead of ${expect.posts}`);
  }
  if (expect.maxRequests !== undefined && requests > expect.maxRequests) {
    reasons.push(`${requests} requests instead of ${expect.maxRequests} at most`);
  }
  return reasons;
}

/** The beginning is enough to see what differs. */
const maxQuoted = 100;

function quote(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= maxQuoted ? text : `${text.slice(0, maxQuoted)}…`;
}

/** Whether two values are the same JSON, whatever the order of their members. */
function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, each]) => [name, sorted(each)]));
}

// Joins raw audio. Speech streams as PCM (`audio/l16`) in several deltas; in comes the block so far
// and the next delta, and the block grows by the delta's bytes. Base64 texts cannot be
// appended to each other unless the first ends on a whole group of three bytes.

import { decodeBase64 } from "../util/bytes.ts";
import { isObject, wordOf } from "../util/json.ts";

/** How far a block's audio is encoded for good; what follows is encoded again with the next bytes. */
export interface PcmTail {
  readonly block: object;
  /** Base64 of all whole groups of three bytes. */
  readonly groups: string;
  /** The bytes after them, one character each. */
  readonly rest: string;
}

/**
 * Appends raw audio to the block before it. Returns where the block ends then, to be passed with the
 * next delta; `undefined` when the delta is a block of its own: compressed audio is complete in each
 * delta, and another format or member cannot be joined.
 */
export function joinPcm(
  block: unknown,
  delta: Readonly<Record<string, unknown>>,
  tail: PcmTail | undefined,
): PcmTail | undefined {
  if (!isObject(block) || !isSameFormat(block, delta)) return undefined;
  const bytes = decodeBase64(delta["data"]);
  const known = tail?.block === block ? tail : undefined;
  const before = known?.rest ?? decodeBase64(block["data"]);
  if (bytes === undefined || before === undefined) return undefined;
  const joined = before + bytes;
  const whole = joined.length - (joined.length % 3);
  const groups = (known?.groups ?? "") + btoa(joined.slice(0, whole));
  const rest = joined.slice(whole);
  block["data"] = groups + btoa(rest);
  return { block, groups, rest };
}

/** Whether both are raw audio and differ in nothing but their data. */
function isSameFormat(
  block: Readonly<Record<string, unknown>>,
  delta: Readonly<Record<string, unknown>>,
): boolean {
  if (!/^audio\/l16\b/i.test(wordOf(delta["mime_type"]))) return false;
  const names = Object.keys({ ...block, ...delta });
  return names.every((name) => name === "data" || block[name] === delta[name]);
}

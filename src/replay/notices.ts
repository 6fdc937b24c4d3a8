// The notices since the last content: events that report state or news and are not part of a step. In
// come events of today's dialect, untrusted; kept are digests of their whole JSON. A service sends
// lifecycle events afresh on each reattach (W3), with other ids and times, so these do not count.

import type { CurrentEvent } from "../model/dialect.ts";
import { textOfJson } from "../util/json.ts";
import { foldText, startDigest } from "./digest.ts";

/** How many notices are remembered: a service repeats a handful, and a cursor contains them all. */
export const maxNotices = 8;

/** Members that differ where the service sends a notice afresh. */
const changing: ReadonlySet<string> = new Set(["event_id", "created", "updated", "timestamp"]);

/** The notices that were handed out since the last content. */
export class Notices {
  /** Their digests, newest last. */
  digests: readonly number[];

  constructor(digests: readonly number[] = []) {
    this.digests = digests;
  }

  /** Whether one with the same JSON, ids of events and times aside, was handed out. */
  has(event: CurrentEvent): boolean {
    const digest = digestOf(event);
    return digest !== undefined && this.digests.includes(digest);
  }

  /** A notice is handed out. */
  add(event: CurrentEvent): void {
    const digest = digestOf(event);
    if (digest !== undefined) this.digests = [...this.digests.slice(1 - maxNotices), digest];
  }

  /** Content is handed out. */
  clear(): void {
    if (this.digests.length > 0) this.digests = [];
  }
}

/** The digest of a notice; `undefined` for one nested too deeply to be compared. */
function digestOf(event: CurrentEvent): number | undefined {
  const text = textOfJson(event, (name) => changing.has(name));
  return text === undefined ? undefined : foldText(startDigest, text);
}

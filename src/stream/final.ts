// What `finalInteraction()` resolves with: what was streamed, completed by one GET where the events
// did not bring everything. The GET has ten seconds, and its failure never fails the result, unless
// nothing was kept.

import { isTerminal, stepsOf } from "../model/output.ts";
import type { Interaction } from "../model/types.ts";
import { pick } from "../util/json.ts";

/** What a stream knows at its end. */
export interface StreamEnd {
  /** What the events came to; absent with `accumulate: false`. */
  readonly streamed: Interaction | undefined;
  /** Whether the stream began after the start of the run. */
  readonly isMidway: boolean;
  /** Whether the event that ends an interaction came. */
  readonly isFinished: boolean;
  /** Whether its last event was made of the stored interaction: then it is that already. */
  readonly isStored: boolean;
  /** Reads the stored interaction; absent with `store: false`. */
  readonly read: (() => Promise<Interaction>) | undefined;
  readonly signal: AbortSignal;
}

/** The whole interaction. */
export async function completeInteraction(end: StreamEnd): Promise<Interaction> {
  const { streamed, isMidway, isFinished, isStored, read, signal } = end;
  if (streamed === undefined) return readUnkept(end);
  if (isStored) return streamed;
  const isWhole = !isMidway && isFinished;
  if (isWhole && streamed.usage !== undefined) return streamed;
  if (read === undefined || signal.aborted) return streamed;
  const stored = await read().catch(() => undefined);
  // An abort is not a failure of the GET.
  if (stored === undefined) signal.throwIfAborted();
  if (stored === undefined) return streamed;
  if (!isWhole) return merge(streamed, stored, isMidway);
  if (stored.usage !== undefined) streamed.usage = stored.usage;
  return streamed;
}

function readUnkept({ read }: StreamEnd): Promise<Interaction> {
  if (read !== undefined) return read();
  const problem = "accumulate: false keeps nothing, and store: false leaves nothing to read";
  return Promise.reject(new TypeError(`The final interaction is unknown: ${problem}.`));
}

/** Prefers the streamed content and the stored facts: status, usage, timestamps. */
function merge(streamed: Interaction, stored: Interaction, isMidway: boolean): Interaction {
  // The stored interaction may lag behind its stream for a moment, and may come without its steps.
  const lags = !isTerminal(stored.status);
  const hasOutput = stepsOf(stored).length > 0;
  const output = hasOutput && (isMidway || !lags) ? stored : streamed;
  const facts = lags ? { ...stored, ...streamed } : { ...streamed, ...stored };
  const merged = { ...facts, id: streamed.id || stored.id };
  // The earlier dialect has outputs, and no steps beside them.
  for (const key of ["steps", "outputs"]) Reflect.deleteProperty(merged, key);
  return Object.assign(merged, pick(output, "steps", "outputs"));
}

// Makes the error that reports an interruption to the consumer. In come why recovery gave up, or what a
// replay contradicts, and the stream's position; out goes one error that says how to continue.

import type { Cleaner } from "../http/clean.ts";
import { StreamInterruptedError } from "../model/errors.ts";
import type { StreamInterruptedFacts } from "../model/errors.ts";
import { ReplayMismatch } from "../replay/mismatch.ts";
import { endSentence, quote } from "../util/printable.ts";
import { Interruption } from "./recover.ts";

/** The position of a stream. */
export type Place = Pick<
  StreamInterruptedFacts,
  "interactionId" | "lastEventId" | "cursor" | "snapshot"
>;

/** What was thrown or, for an interruption, the error that reports it. */
export function describeThrown(
  thrown: unknown,
  place: () => Place,
  { clean, cleanCause }: Pick<Cleaner, "clean" | "cleanCause">,
): unknown {
  const isInterruption = thrown instanceof Interruption;
  if (!isInterruption && !(thrown instanceof ReplayMismatch)) return thrown;
  const { resumable, interaction } = isInterruption
    ? thrown
    : { resumable: false, interaction: undefined };
  const facts = place();
  const { interactionId, lastEventId } = facts;
  const reason = clean(thrown.message);
  const at = lastEventId === undefined ? "" : ` (last event id ${quote(clean(lastEventId))})`;
  const advice = resumable
    ? "Call client.resume(error.cursor) to continue."
    : interactionId === undefined
      ? "It cannot be resumed: it has no id."
      : "It cannot be resumed.";
  return new StreamInterruptedError(
    `Stream ended before the interaction finished${at}: ${endSentence(reason)} ${advice}`,
    { ...facts, reason, interaction, resumable },
    { cause: cleanCause(thrown.cause) },
  );
}

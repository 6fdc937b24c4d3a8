import type { InteractionStatus } from "../../generated/schema.ts";

/**
 * Whether polling can stop: everything but `queued` and `in_progress`. A status this version does
 * not know counts as final, so that nobody waits for ever; look at it before you call it success.
 */
export function isTerminal(status: InteractionStatus): boolean {
  return status !== "queued" && status !== "in_progress";
}

// The error for events that cannot be of the run, or that contradict what was delivered. It never leaves the
// library as it is: streams turn it into a StreamInterruptedError with this message as its reason.

/** A replay contradicts what was delivered. */
export class ReplayMismatch extends Error {
  override name = "ReplayMismatch";

  constructor(how: string) {
    super(`the service's replay contradicts what it sent before: ${how}`);
  }
}

/** What is wrong with a step in a replay. */
export function stepMismatch(index: number, how: string): ReplayMismatch {
  return new ReplayMismatch(`step ${index} ${how}`);
}

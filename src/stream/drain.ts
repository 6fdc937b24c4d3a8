// Reads a body to its end after the last event: cut off there, its socket could not serve the next
// call. A body that does not end soon is cancelled after all.

/** How long a body may take to end after its last event, in milliseconds. */
export const drainTimeoutMs = 1_000;

/** Reads on to the end of a body, and cancels it when that takes longer than `drainTimeoutMs`. */
export function drain(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), drainTimeoutMs);
  const skip = async (): Promise<void> => {
    while (!(await reader.read()).done);
  };
  void skip()
    .catch(() => undefined)
    .finally(() => clearTimeout(timer));
}

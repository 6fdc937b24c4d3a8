/** How long a body may take to end after its last event, in milliseconds. */
export const lingerMs = 1_000;

/**
 * Reads on to the end of a body that is at its end but for a few bytes: cut off there, its socket
 * could not be used again.
 */
export function drain(reader: ReadableStreamDefaultReader<Uint8Array>): void {
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), lingerMs);
  const skip = async (): Promise<void> => {
    while (!(await reader.read()).done);
  };
  void skip()
    .catch(() => undefined)
    .finally(() => clearTimeout(timer));
}

/** A body that the test writes to, and what became of it. */
export interface WrittenBody {
  readonly stream: ReadableStream<Uint8Array>;
  write(text: string | Uint8Array): void;
  end(): void;
  fail(error: unknown): void;
  readonly cancelled: boolean;
}

/** Makes a body whose chunks, end and failure the test decides, one by one. */
export function createWrittenBody(): WrittenBody {
  let cancelled = false;
  // Assigned before the constructor returns, as the platform calls start at once.
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const stream = new ReadableStream<Uint8Array>({
    start(created) {
      controller = created;
    },
    cancel() {
      cancelled = true;
    },
  });
  return {
    stream,
    write: (text) =>
      controller?.enqueue(typeof text === "string" ? new TextEncoder().encode(text) : text),
    end: () => controller?.close(),
    fail: (error) => controller?.error(error),
    get cancelled() {
      return cancelled;
    },
  };
}

/** A body of these chunks, complete from the start. */
export function bodyOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const body = createWrittenBody();
  for (const chunk of chunks) body.write(chunk);
  body.end();
  return body.stream;
}

/** The bytes of a text, cut after every `size` of them. */
export function cutEvery(size: number, text: string): Uint8Array[] {
  const bytes = new TextEncoder().encode(text);
  const chunks: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    chunks.push(bytes.subarray(start, start + size));
  }
  return chunks;
}

/** One event as the service frames it. */
export function frame(event: object): string {
  return `data: ${JSON.stringify(event)}\n\n`;
}

export const doneFrame = "event: done\ndata: [DONE]\n\n";

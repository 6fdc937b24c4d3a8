import type { FetchInit } from "../../src/index.ts";

/** A fetch of the test's own, and what it was given. */
export interface TestFetch {
  readonly fetch: (url: string, init: FetchInit) => Promise<Response>;
  readonly requests: Request[];
}

/** A fetch that hands each request to `answer`; it does not listen to signals. */
export function createFetch(answer: (request: Request) => Response | Promise<Response>): TestFetch {
  const requests: Request[] = [];
  return {
    requests,
    fetch: async (url, init) => {
      const request = new Request(url, init);
      requests.push(request);
      return answer(request);
    },
  };
}

/** An answer that never comes. */
export function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** A body, and what became of it. */
export interface TestBody {
  readonly stream: ReadableStream<Uint8Array>;
  /** How many chunks were asked for. */
  readonly pulled: number;
  /** Whether the reader has let it go. */
  readonly cancelled: boolean;
}

/** A body that gives what `chunk` makes, whenever asked; silent after `undefined`. */
export function createBody(chunk: (index: number) => Uint8Array | undefined): TestBody {
  let pulled = 0;
  let cancelled = false;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = chunk(pulled);
        pulled += 1;
        if (next === undefined) return never();
        controller.enqueue(next);
        return undefined;
      },
      cancel() {
        cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return {
    stream,
    get pulled() {
      return pulled;
    },
    get cancelled() {
      return cancelled;
    },
  };
}

/** A body that begins with this text and then breaks off. */
export function brokenBody(text: string, error: unknown): ReadableStream<Uint8Array> {
  const chunks = [new TextEncoder().encode(text)];
  return new ReadableStream({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.error(error);
      else controller.enqueue(chunk);
    },
  });
}

// One connection to the route: the request, its answer, the chunks of its body, and how long it has been
// silent. When it is closed, whatever waits for it resolves with nothing, also where the caller's `fetch`
// does not listen to its signal.

import { readAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";

/** A route sends a comment every 15 s: after two that did not come, the connection counts as dead. */
const silenceMs = 35_000;
/** How often silence is looked for. By the wall clock, since timers stand still while a machine sleeps. */
const tickMs = 5_000;

/** A connection, from the request on. */
export class Connection {
  /** When it was asked for, in milliseconds since 1970. */
  readonly startedAt: number = Date.now();
  readonly #closing = new AbortController();
  /** Since when nothing has come; `undefined` while nothing is asked for. */
  #silentSince: number | undefined = this.startedAt;
  readonly #timer = setInterval(() => this.closeIfSilent(silenceMs), tickMs);

  /**
   * Sends the request.
   *
   * @returns the route's answer; `undefined` where none comes
   * @throws what {@link readAnswer} throws
   */
  request(
    fetch: (url: string, init: RequestInit) => Promise<Response>,
    url: string,
    headers: Headers,
  ): Promise<Answer | undefined> {
    const { signal } = this.#closing;
    const answer = async (): Promise<Answer | undefined> => {
      const init = { headers, signal, cache: "no-store" } as const;
      const response = await fetch(url, init).catch(() => undefined);
      if (!signal.aborted) return response && readAnswer(response);
      // It came too late, from a fetch that does not listen to its signal.
      void response?.body?.cancel().catch(() => undefined);
      return undefined;
    };
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => resolve(undefined));
      answer().then(resolve, reject);
    });
  }

  /** The chunks of the answer, as long as they come. */
  async *read(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    const { signal } = this.#closing;
    const reader = body.getReader();
    signal.addEventListener("abort", () => void reader.cancel().catch(() => undefined));
    while (!signal.aborted) {
      this.#silentSince = Date.now();
      const chunk = await reader.read().catch(() => undefined);
      this.#silentSince = undefined;
      if (chunk?.value === undefined) return;
      yield chunk.value;
    }
  }

  /** Closes it if nothing has come for so long, in milliseconds. */
  closeIfSilent(limitMs: number): void {
    const since = this.#silentSince;
    if (since !== undefined && Date.now() - since >= limitMs) this.close();
  }

  /** Frees the socket. */
  close(): void {
    clearInterval(this.#timer);
    this.#closing.abort();
  }
}

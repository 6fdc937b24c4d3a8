// The wait before another connection. What the page reports may end it early, such as a network that is
// back; a delay that the server asked for is kept all the same.

import { maxTimerMs } from "../util/check.ts";

/** Waits between two connections. */
export class Pause {
  /** Until when the server asked to be left alone, by the wall clock. */
  #askedUntil = 0;
  #isStopped = false;
  #end: () => void = () => undefined;

  /** The server asks for a delay, in milliseconds. */
  ask(ms: number | undefined): void {
    if (ms !== undefined) this.#askedUntil = Date.now() + ms;
  }

  /**
   * Waits so long, or as long as the server asked for if that is longer.
   *
   * @param ms milliseconds; nothing is waited for unless they are positive
   * @param onWait called once where there is something to wait for
   */
  async wait(ms: number, onWait: () => void): Promise<void> {
    let leftMs = Math.max(ms, this.#askedMs());
    if (leftMs > 0 && !this.#isStopped) onWait();
    while (leftMs > 0 && !this.#isStopped) {
      const isOver = await this.#sleep(leftMs);
      if (isOver) this.#askedUntil = 0;
      leftMs = this.#askedMs();
    }
  }

  /** Ends a wait, unless the server asked for it. */
  end(): void {
    this.#end();
  }

  /** Ends a wait in any case, and all that follow. */
  stop(): void {
    this.#isStopped = true;
    this.#end();
  }

  #askedMs(): number {
    return this.#askedUntil - Date.now();
  }

  /** Resolves with whether the time is up. */
  #sleep(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), Math.min(ms, maxTimerMs));
      this.#end = (): void => {
        clearTimeout(timer);
        resolve(false);
      };
    });
  }
}

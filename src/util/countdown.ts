// A time limit that counts only while this process runs. A machine that sleeps, or a page that is frozen,
// uses up no more than one tick of it, whatever the clock says afterwards.

/** Longest stretch that is counted at once, in milliseconds: what a sleep may use up. */
const tickMs = 10_000;

/** Counts down while it runs. */
export class Countdown {
  #leftMs: number;
  readonly #onEnd: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #tickBegan = 0;

  /** @param ms milliseconds */
  constructor(ms: number, onEnd: () => void) {
    this.#leftMs = ms;
    this.#onEnd = onEnd;
  }

  /** What is left, in milliseconds. */
  get leftMs(): number {
    return this.#leftMs - this.#countedMs();
  }

  start(): void {
    this.#tickBegan = Date.now();
    this.#timer = setTimeout(this.#tick, this.#nextMs());
  }

  /** Stops counting; {@link Countdown.start} continues. */
  stop(): void {
    this.#leftMs -= this.#countedMs();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #tick = (): void => {
    this.#leftMs -= this.#nextMs();
    this.#timer = undefined;
    if (this.#leftMs > 0) this.start();
    else this.#onEnd();
  };

  #nextMs(): number {
    return Math.min(tickMs, this.#leftMs);
  }

  /** The part of the present tick that has passed. */
  #countedMs(): number {
    if (this.#timer === undefined) return 0;
    return Math.min(Math.max(Date.now() - this.#tickBegan, 0), this.#nextMs());
  }
}

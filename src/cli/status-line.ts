// A status line on a terminal that shows what a run does while no text arrives: elapsed time, step, tokens. It
// is written to stderr, on terminals only, and removed before anything else is written.

import { styleText } from "node:util";
import type { Interaction } from "../index.ts";
import { printable } from "../util/printable.ts";

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** How long nothing must have arrived before the line appears, in milliseconds. */
const quietMs = 250;

/** Whether a terminal may be coloured: see https://no-color.org. */
export function hasColors(output: NodeJS.WriteStream): boolean {
  return output.isTTY && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
}

/** The status line of one command. */
export class StatusLine {
  readonly #output = process.stderr;
  readonly #startedMs = Date.now();
  readonly #look: () => Partial<Interaction> | undefined;
  readonly #timer: ReturnType<typeof setInterval> | undefined;
  #quietSinceMs = Date.now();
  #isShown = false;
  #frame = 0;
  /** Whether the cursor is in the middle of a line of text. */
  #isMidLine = false;

  /** @param look the run as far as it is known */
  constructor(look: () => Partial<Interaction> | undefined) {
    this.#look = look;
    if (!this.#output.isTTY || process.env["TERM"] === "dumb") return;
    this.#timer = setInterval(() => this.#draw(), 100);
  }

  /** Removes the line before something is written to stdout. */
  hide(text: string): void {
    this.#clear();
    this.#quietSinceMs = Date.now();
    if (process.stdout.isTTY && text !== "") this.#isMidLine = !text.endsWith("\n");
  }

  /** Ends it. */
  stop(): void {
    clearInterval(this.#timer);
    this.#clear();
  }

  #clear(): void {
    if (this.#isShown) this.#output.write("\r\u001b[2K");
    this.#isShown = false;
  }

  #draw(): void {
    if (this.#isMidLine || Date.now() - this.#quietSinceMs < quietMs) return;
    this.#frame = (this.#frame + 1) % frames.length;
    // A terminal that was never given a size says 0.
    const width = this.#output.columns || 80;
    const text = `${frames[this.#frame]} ${this.#describe()}`.slice(0, width - 1);
    const line = hasColors(this.#output) ? styleText("dim", text) : text;
    this.#output.write(`\r\u001b[2K${line}`);
    this.#isShown = true;
  }

  #describe(): string {
    const { status, steps, usage } = this.#look() ?? {};
    const step = steps?.at(-1)?.type ?? status ?? "waiting";
    const tokens = usage?.total_tokens;
    const seconds = Math.floor((Date.now() - this.#startedMs) / 1_000);
    const parts = [`${seconds} s`, printable(step).replaceAll("_", " ")];
    return [...parts, ...(tokens === undefined ? [] : [`${tokens} tokens`])].join(" · ");
  }
}

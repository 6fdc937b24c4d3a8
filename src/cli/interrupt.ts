// What Ctrl-C does: the first detaches from the run and says how to go on, a second one within a moment
// cancels the run. Without a run there is nothing to go on with, and the command just ends.

import { wordsOf } from "../util/thrown.ts";
import { exitCodes } from "./args.ts";

/** What can still be done for the run of a command. */
export interface Interruptible {
  /** The command that goes on; absent while there is no run. */
  continuation(): string | undefined;
  /** Stops the run at the service. */
  cancel(): Promise<unknown>;
}

/** How long a second Ctrl-C is waited for, in milliseconds. */
const graceMs = 1_000;

/**
 * Runs something that ends early by Ctrl-C, and resolves with its exit code.
 *
 * @param work gets a signal that aborts with the first Ctrl-C
 */
export async function interruptible(
  run: Interruptible,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const detached = new AbortController();
  let onSecond: (() => void) | undefined;
  const onSignal = (): void => {
    if (detached.signal.aborted) onSecond?.();
    else detached.abort(new Error("Detached by Ctrl-C."));
  };
  process.on("SIGINT", onSignal);
  try {
    return await work(detached.signal);
  } catch (error) {
    if (!detached.signal.aborted) throw error;
    const continuation = run.continuation();
    if (continuation === undefined) return exitCodes.detached;
    console.error(`Detached. Ctrl-C again cancels the run; to go on:\n  ${continuation}`);
    const isSecond = await new Promise<boolean>((resolve) => {
      onSecond = () => resolve(true);
      setTimeout(resolve, graceMs, false);
    });
    if (isSecond) await cancel(run);
    return exitCodes.detached;
  } finally {
    process.off("SIGINT", onSignal);
  }
}

async function cancel(run: Interruptible): Promise<void> {
  try {
    await run.cancel();
    console.error("Cancelled.");
  } catch (error) {
    console.error(`Not cancelled: ${wordsOf(error)}`);
  }
}

/** A command as words that a shell reads back. */
export function toCommandLine(words: readonly string[]): string {
  // A tilde is special at the start of a word only; cursors have some further in.
  const quoted = words.map((word) =>
    /^[\w./:@=-][\w./:@=~-]*$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`,
  );
  return ["gemini-interactions", ...quoted].join(" ");
}

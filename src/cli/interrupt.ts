// Handles signals of a command that follows a run: it detaches, and prints the command that continues. A
// second Ctrl-C within a second cancels a background run; a foreground run has ended with its connection.
// Without a run there is nothing to continue, and the command ends.

import { wordsOf } from "../util/thrown.ts";
import { exitCodes } from "./args.ts";

/** What a signal can do with the run of a command. */
export interface Interruptible {
  /** The command that continues; absent without a run. */
  continuation(): string | undefined;
  /** Stops the run at the service. */
  cancel(): Promise<unknown>;
  /** Whether the run is in the background: only those can be cancelled. */
  readonly isBackground: boolean | "unknown";
}

/** How long to wait for a second Ctrl-C, in milliseconds. */
const graceMs = 1_000;

/** The signals that detach, with the exit codes that a shell gives them. */
const detaching = { SIGINT: exitCodes.detached, SIGTERM: 143, SIGHUP: 129 } as const;

/**
 * Runs something that ends early by Ctrl-C, SIGTERM or SIGHUP, and resolves with its exit code.
 *
 * @param work receives a signal that aborts with the first of them
 */
export async function interruptible(
  run: Interruptible,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const detached = new AbortController();
  let first: keyof typeof detaching | undefined;
  let onSecond: ((name: keyof typeof detaching) => void) | undefined;
  const listeners = Object.keys(detaching).map((key) => {
    // A key of `detaching`.
    const name = key as keyof typeof detaching;
    const listener = (): void => {
      if (first !== undefined) {
        onSecond?.(name);
        return;
      }
      first = name;
      detached.abort(new Error(`Detached by ${name}.`));
    };
    process.on(name, listener);
    return { name, listener };
  });
  try {
    return await work(detached.signal);
  } catch (error) {
    const name = first;
    if (name === undefined) throw error;
    const continuation = run.continuation();
    if (continuation === undefined) return detaching[name];
    // Only somebody at a terminal presses a key again; whoever sends another signal waits for the end.
    const mayCancel = name === "SIGINT" && run.isBackground !== false;
    const hints = {
      true: "Ctrl-C again cancels the run. ",
      unknown: "Ctrl-C again cancels it, if it runs in the background. ",
    };
    const hint = mayCancel ? hints[run.isBackground === true ? "true" : "unknown"] : "";
    console.error(`Detached. ${hint}To continue:\n  ${continuation}`);
    if (!mayCancel) return detaching[name];
    const second = await new Promise<keyof typeof detaching | undefined>((resolve) => {
      onSecond = resolve;
      setTimeout(resolve, graceMs, undefined);
    });
    if (second === "SIGINT") await cancel(run);
    return detaching[second ?? name];
  } finally {
    for (const { name, listener } of listeners) process.off(name, listener);
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

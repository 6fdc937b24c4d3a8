// `resume`: continues where a stream was left. A cursor contains the position; an id alone means from the
// beginning.

import { interactionIdOf, NotFoundError } from "../../index.ts";
import { defineCommand, onlyWord, UsageError } from "../args.ts";
import type { Command } from "../args.ts";
import { backendOptions, createClient } from "../backend.ts";
import { outputOptions, printStream } from "../output.ts";

/** The command `resume`. */
export const resume: Command = defineCommand({
  name: "resume",
  summary: "Continue a stream, after a cursor or from the beginning",
  usage: "<cursor|id>",
  notes: ["Ctrl-C prints the whole command, with a cursor: a long word that starts with a number."],
  options: { ...outputOptions, ...backendOptions },
  async run(values, words) {
    const word = onlyWord(words, "a cursor or an interaction's id");
    const isCursor = checkWord(word);
    const client = await createClient(values);
    const open = (signal: AbortSignal) =>
      isCursor ? client.resume(word, { signal }) : client.get(word, { stream: true }, { signal });
    try {
      return await printStream(client, open, values, { from: isCursor ? word : undefined });
    } catch (error) {
      if (isCursor || !(error instanceof NotFoundError)) throw error;
      throw new Error(
        `"${word}" is not a cursor, and no interaction has this id: ${error.message}`,
        {
          cause: error,
        },
      );
    }
  },
});

/**
 * Whether a word is a cursor; else it is an id.
 *
 * @throws UsageError for what can be neither
 */
function checkWord(word: string): boolean {
  // A cursor begins with its version, such as `3.`; no id does.
  if (/^\d+\./.test(word)) {
    try {
      interactionIdOf(word);
      return true;
    } catch {
      throw new UsageError(
        `"${shorten(word)}" is not a complete cursor of this version. Copy the printed command again, ` +
          "or pass the interaction's id to start from the beginning.",
      );
    }
  }
  // On Vertex AI an id may be a whole resource name.
  if (/^[\w./-]+$/.test(word)) return false;
  throw new UsageError(
    `"${shorten(word)}" is neither a cursor nor the id of an interaction, such as v1_abc.`,
  );
}

function shorten(word: string): string {
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}

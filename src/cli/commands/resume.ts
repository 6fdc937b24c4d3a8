// `resume`: goes on where a stream was left. A cursor says how far the text had come; an id alone means
// from the beginning.

import { parseCursor } from "../../index.ts";
import type { StreamCursor } from "../../index.ts";
import { defineCommand, onlyWord } from "../args.ts";
import type { Command } from "../args.ts";
import { backendOptions, createClient } from "../backend.ts";
import { outputOptions, printStream } from "../output.ts";

/** The command `resume`. */
export const resume: Command = defineCommand({
  name: "resume",
  summary: "Go on with a stream, after a cursor or from the beginning",
  usage: "<cursor|id>",
  notes: ["A cursor is what Ctrl-C printed, or the JSON of `stream.cursor`."],
  options: { ...outputOptions, ...backendOptions },
  async run(values, words) {
    const word = onlyWord(words, "a cursor or an interaction's id");
    const cursor = readCursor(word);
    const client = await createClient(values);
    return printStream(
      client,
      (signal) =>
        cursor === undefined
          ? client.get(word, { stream: true }, { signal })
          : client.resume(cursor, { signal }),
      values,
    );
  },
});

/** The cursor that the word spells; `undefined` when it is an id. */
function readCursor(word: string): StreamCursor | undefined {
  try {
    return parseCursor(word);
  } catch (error) {
    // No id has a brace or a tilde; a cursor has one in each of its forms, also where it is damaged.
    if (/[{~]/.test(word)) throw error;
    return undefined;
  }
}

// `resume`: continues where a stream was left. A cursor says how far the text had come; an id alone means
// from the beginning.

import { defineCommand, onlyWord } from "../args.ts";
import type { Command } from "../args.ts";
import { backendOptions, createClient } from "../backend.ts";
import { outputOptions, printStream } from "../output.ts";

/** The command `resume`. */
export const resume: Command = defineCommand({
  name: "resume",
  summary: "Go on with a stream, after a cursor or from the beginning",
  usage: "<cursor|id>",
  notes: ["A cursor is what Ctrl-C printed, or `stream.cursor`."],
  options: { ...outputOptions, ...backendOptions },
  async run(values, words) {
    const word = onlyWord(words, "a cursor or an interaction's id");
    // A cursor begins with its version, `3.`; no id does.
    const isCursor = /^\d+\./.test(word);
    const client = await createClient(values);
    return printStream(
      client,
      (signal) =>
        isCursor ? client.resume(word, { signal }) : client.get(word, { stream: true }, { signal }),
      values,
    );
  },
});

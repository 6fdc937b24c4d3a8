// `get`: prints a stored interaction as it is now, or with `--stream` its text from the beginning.

import { defineCommand, onlyWord } from "../args.ts";
import type { Command } from "../args.ts";
import { backendOptions, createClient } from "../backend.ts";
import { outputOptions, printInteraction, printStream } from "../output.ts";

/** The command `get`. */
export const get: Command = defineCommand({
  name: "get",
  summary: "Print a stored interaction",
  usage: "<id>",
  options: {
    stream: { type: "boolean", help: "Stream it from the beginning, then live events" },
    input: { type: "boolean", help: "With --json: include the input" },
    ...outputOptions,
    ...backendOptions,
  },
  async run(values, words) {
    const id = onlyWord(words, "the interaction's id");
    const client = await createClient(values);
    if (values.stream === true) {
      return printStream(client, (signal) => client.get(id, { stream: true }, { signal }), values);
    }
    const include_input = values.input === true;
    return printInteraction(await client.get(id, include_input ? { include_input } : {}), values);
  },
});

// `cancel`: stops a background run, and prints the status that it has then.

import { defineCommand, exitCodes, onlyWord } from "../args.ts";
import type { Command } from "../args.ts";
import { backendOptions, createClient } from "../backend.ts";
import { write } from "../output.ts";

/** The command `cancel`. */
export const cancel: Command = defineCommand({
  name: "cancel",
  summary: "Stop a background run",
  usage: "<id>",
  options: {
    json: { type: "boolean", help: "Print the interaction as JSON" },
    ...backendOptions,
  },
  async run(values, words) {
    const id = onlyWord(words, "the interaction's id");
    const client = await createClient(values);
    const interaction = await client.cancel(id);
    await write(`${values.json === true ? JSON.stringify(interaction) : interaction.status}\n`);
    return exitCodes.completed;
  },
});

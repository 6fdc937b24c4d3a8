// `delete`: deletes a stored interaction. It does not stop a run.

import { defineCommand, exitCodes, onlyWord } from "../args.ts";
import type { Command } from "../args.ts";
import { backendOptions, createClient } from "../backend.ts";

/** The command `delete`. */
export const remove: Command = defineCommand({
  name: "delete",
  summary: "Delete a stored interaction",
  usage: "<id>",
  options: backendOptions,
  async run(values, words) {
    const id = onlyWord(words, "the interaction's id");
    const client = await createClient(values);
    await client.delete(id);
    console.error("Deleted.");
    return exitCodes.completed;
  },
});

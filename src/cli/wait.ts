// `wait`: polls a run until it has ended, and prints it. Ctrl-C stops the waiting, not the run.

import type { Interaction } from "../index.ts";
import { defineCommand, onlyWord } from "./args.ts";
import type { Command } from "./args.ts";
import { backendOptions, backendWords, createClient } from "./backend.ts";
import { interruptible, toCommandLine } from "./interrupt.ts";
import { outputOptions, printInteraction } from "./output.ts";
import { StatusLine } from "./status-line.ts";

/** The command `wait`. */
export const wait: Command = defineCommand({
  name: "wait",
  summary: "Wait until a run has ended, and print it",
  usage: "<id>",
  options: { ...outputOptions, ...backendOptions },
  async run(values, words) {
    const id = onlyWord(words, "the interaction's id");
    const client = await createClient(values);
    const run = {
      continuation: () => toCommandLine(["wait", id, ...backendWords(values)]),
      cancel: async () => client.cancel(id),
    };
    return interruptible(run, async (signal) => {
      let seen: Interaction | undefined;
      const line = new StatusLine(() => seen);
      const onStatus = (interaction: Interaction): void => {
        seen = interaction;
      };
      try {
        const interaction = await client.waitForCompletion(id, { signal, onStatus });
        line.stop();
        return await printInteraction(interaction, values);
      } finally {
        line.stop();
      }
    });
  },
});

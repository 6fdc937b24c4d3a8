// `wait`: polls a run until it has ended, and prints it. A signal ends the wait, not the run.

import type { Interaction } from "../../index.ts";
import { printable } from "../../util/printable.ts";
import { defineCommand, onlyWord } from "../args.ts";
import type { Command } from "../args.ts";
import { backendOptions, backendWords, createClient } from "../backend.ts";
import { interruptible, toCommandLine } from "../interrupt.ts";
import { outputOptions, printInteraction } from "../output.ts";
import { StatusLine } from "../status-line.ts";
import { commandLineWords } from "../words.ts";

/** The command `wait`. */
export const wait: Command = defineCommand({
  name: "wait",
  summary: "Wait until a run has ended, and print it",
  usage: "<id>",
  options: { ...outputOptions, ...backendOptions },
  async run(values, words) {
    const id = onlyWord(words, "the interaction's id");
    let seen: Interaction | undefined;
    let line: StatusLine | undefined;
    let trouble: string | undefined;
    const client = await createClient(values, {
      // An outage is waited out, for up to an hour: it is reported once.
      onRetry({ reason }) {
        if (trouble === reason) return;
        trouble = reason;
        line?.hide("");
        console.error(printable(`Still trying: ${commandLineWords(reason)}`));
      },
    });
    const run = {
      continuation: () => toCommandLine(["wait", id, ...backendWords(values)]),
      cancel: async () => client.cancel(id),
      isBackground: "unknown" as const,
    };
    const onStatus = (interaction: Interaction): void => {
      seen = interaction;
      trouble = undefined;
    };
    return interruptible(run, async (signal) => {
      line = new StatusLine(() => seen);
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

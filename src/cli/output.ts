// Prints the text or JSON lines of a run to stdout and everything else to stderr, and decides the exit code.

import { once } from "node:events";
import { isTerminal, outputText, pendingFunctionCalls, StreamInterruptedError } from "../index.ts";
import type { Interaction, InteractionsClient, InteractionStream } from "../index.ts";
import { printable } from "../util/printable.ts";
import { exitCodes } from "./args.ts";
import { backendWords } from "./backend.ts";
import type { BackendValues } from "./backend.ts";
import { saveMedia } from "./files.ts";
import { interruptible, toCommandLine } from "./interrupt.ts";
import { StatusLine } from "./status-line.ts";

/** Options of every command that prints a run. */
export const outputOptions = {
  out: { type: "string", value: "<dir>", help: "Write returned media into this folder" },
  json: { type: "boolean", help: "Print JSON, one event or interaction per line" },
} as const;

/** The values of {@link outputOptions}. */
interface OutputValues extends BackendValues {
  readonly out?: string;
  readonly json?: boolean;
}

/**
 * Prints a stream as it arrives, and resolves with the exit code.
 *
 * @param isBackground whether the run is known to be in the background
 * @param from what the stream began with, if not with the run's first event: a cursor
 */
export async function printStream(
  client: InteractionsClient,
  open: (signal: AbortSignal) => PromiseLike<InteractionStream>,
  values: OutputValues,
  {
    isBackground = "unknown",
    from,
  }: { isBackground?: boolean | "unknown"; from?: string | undefined } = {},
): Promise<number> {
  let stream: InteractionStream | undefined;
  let hasPrinted = false;
  const run = {
    continuation() {
      const { cursor = from, interactionId } = stream ?? {};
      if (cursor === undefined) return undefined;
      // As long as nothing was printed, the short id says the same as the long cursor.
      const isStart = from === undefined && !hasPrinted && interactionId !== undefined;
      return toCommandLine(["resume", isStart ? interactionId : cursor, ...backendWords(values)]);
    },
    cancel: async () => client.cancel(stream?.interactionId ?? ""),
    isBackground,
  };
  const onPrint = (): void => {
    hasPrinted = true;
  };
  return interruptible(run, async (signal) => {
    const line = new StatusLine(() => stream?.snapshot);
    try {
      stream = await open(signal);
      await (values.json === true
        ? printEvents(stream, line, onPrint)
        : printText(stream, line, onPrint));
      line.hide("");
      const interaction = await stream.finalInteraction();
      line.stop();
      return await printEnd(interaction, values);
    } catch (error) {
      const continuation = run.continuation();
      if (!(error instanceof StreamInterruptedError) || continuation === undefined) throw error;
      throw new Error(withCommand(error, continuation), { cause: error });
    } finally {
      line.stop();
    }
  });
}

/** The message of an interruption, with a command in place of the library's call. */
function withCommand({ message, resumable }: StreamInterruptedError, command: string): string {
  const advice = `To continue:\n  ${command}`;
  return resumable ? message.replace(/Call client\.resume.*$/, () => advice) : message;
}

async function printText(
  stream: InteractionStream,
  line: StatusLine,
  onPrint: () => void,
): Promise<void> {
  let last = "\n";
  let isWhole = false;
  try {
    for await (const text of stream.text()) {
      line.hide(text);
      if (text !== "") onPrint();
      await write(text);
      if (text !== "") last = text;
    }
    isWhole = true;
  } finally {
    // For a pipe, text that breaks off gets no line end: what continues it follows directly.
    if (!last.endsWith("\n") && (isWhole || process.stdout.isTTY)) {
      line.hide("\n");
      await write("\n");
    }
  }
}

async function printEvents(
  stream: InteractionStream,
  line: StatusLine,
  onPrint: () => void,
): Promise<void> {
  for await (const event of stream) {
    line.hide("\n");
    onPrint();
    await write(`${JSON.stringify(event)}\n`);
  }
}

/** Prints a whole interaction, and resolves with the exit code. */
export async function printInteraction(
  interaction: Interaction,
  values: OutputValues,
): Promise<number> {
  const text = values.json === true ? JSON.stringify(interaction) : outputText(interaction);
  if (text !== "") await write(text.endsWith("\n") ? text : `${text}\n`);
  return printEnd(interaction, values);
}

/** Prints to stderr what the text does not contain, and resolves with the exit code. */
async function printEnd(interaction: Interaction, values: OutputValues): Promise<number> {
  const { status, errors = [] } = interaction;
  for (const line of await saveMedia(interaction, values.out)) note(line);
  for (const call of pendingFunctionCalls(interaction)) {
    const { id, name, arguments: args, unparsed_arguments: text } = call;
    note(`function call ${id}: ${name} ${text ?? JSON.stringify(args)}`);
  }
  for (const { code, message } of errors) note(`${code}: ${message}`);
  if (status === "completed") return exitCodes.completed;
  note(`status: ${status}`);
  return isTerminal(status) ? exitCodes.endedOtherwise : exitCodes.completed;
}

/** A line about the run, on stderr: untrusted text. */
function note(line: string): void {
  console.error(printable(line));
}

/** Writes to stdout, and waits while its reader is slow. On a terminal, control characters are replaced. */
export async function write(text: string): Promise<void> {
  const safe = process.stdout.isTTY ? printable(text) : text;
  if (!process.stdout.write(safe)) await once(process.stdout, "drain");
}

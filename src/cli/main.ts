#!/usr/bin/env node
// The program `gemini-interactions`: finds the command, runs it, and turns what goes wrong into one or
// two lines and an exit code. A reader that closes the pipe ends it quietly.

import { printable } from "../util/printable.ts";
import { wordsOf } from "../util/thrown.ts";
import { commandHelp, exitCodes, hint, programHelp, UsageError } from "./args.ts";
import { check } from "./check/check.ts";
import { cancel } from "./commands/cancel.ts";
import { conformance } from "./commands/conformance.ts";
import { create } from "./commands/create.ts";
import { remove } from "./commands/delete.ts";
import { demo } from "./commands/demo.ts";
import { gateway } from "./commands/gateway.ts";
import { get } from "./commands/get.ts";
import { resume } from "./commands/resume.ts";
import { serve } from "./commands/serve.ts";
import { wait } from "./commands/wait.ts";
import { readVersion } from "./version.ts";
import { commandLineWords } from "./words.ts";

const commands = [
  create,
  get,
  resume,
  wait,
  cancel,
  remove,
  serve,
  gateway,
  check,
  conformance,
  demo,
];

async function main([name = "--help", ...args]: readonly string[]): Promise<number> {
  if (name === "--version" || name === "-v") {
    console.log(readVersion());
    return exitCodes.completed;
  }
  const wanted = name === "help" ? args[0] : name;
  if (wanted === undefined || wanted === "--help" || wanted === "-h") {
    process.stdout.write(programHelp(commands));
    return exitCodes.completed;
  }
  const command = commands.find((known) => known.name === wanted);
  if (command === undefined) {
    const names = commands.map((known) => known.name);
    if (wanted.startsWith("-")) {
      const near = hint(wanted, ["help", "version"], "--") || " Write options after the command.";
      throw new UsageError(`Unknown option ${wanted}.${near}`);
    }
    const near = hint(wanted, names) || ` Known: ${names.join(", ")}.`;
    throw new UsageError(`Unknown command "${wanted}".${near}`);
  }
  const isQuestion = args.slice(0, args.indexOf("--") >>> 0).some(isHelp);
  if (name === "help" || isQuestion) {
    process.stdout.write(commandHelp(command));
    return exitCodes.completed;
  }
  return command.run(args);
}

function isHelp(word: string): boolean {
  return word === "--help" || word === "-h";
}

/** Prints what went wrong, and returns the exit code. */
function report(error: unknown): number {
  const isUsage = error instanceof UsageError || error instanceof TypeError;
  const text = commandLineWords(wordsOf(error));
  const isDebug = error instanceof Error && Boolean(process.env["DEBUG"]);
  console.error(printable(isDebug ? (error.stack ?? text) : text));
  const command = commands.find(({ name }) => name === process.argv[2])?.name;
  if (isUsage) console.error(`See gemini-interactions ${command ? `${command} ` : ""}--help`);
  return isUsage ? exitCodes.usage : exitCodes.error;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.exit(report(error));
  // The emulator keeps running when its output is no longer read.
  if (process.argv[2] !== serve.name) process.exit(exitCodes.completed);
});
// The reader has gone: the exit code still says how the command ended.
process.stderr.on("error", () => undefined);

process.exitCode = await main(process.argv.slice(2)).catch(report);

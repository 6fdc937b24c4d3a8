// Runs the built command line as a user does, without credentials, and collects what it says.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The built program. */
export const programFile: string = fileURLToPath(
  new URL("../../dist/src/cli/main.js", import.meta.url),
);

/** How a run of the program is set up. */
export interface CliOptions {
  env?: Record<string, string>;
  /** Text for stdin; closed without. */
  stdin?: string;
  cwd?: string;
}

/** A running program, and what it has said so far. */
export interface RunningCli {
  readonly child: ChildProcess;
  readonly stdout: string;
  readonly stderr: string;
  /** Resolves with the exit code, or the name of the signal that ended it. */
  readonly ended: Promise<number | string | null>;
  /** Resolves when stdout or stderr contains the text, or with a rejection when it never will. */
  says(text: string): Promise<void>;
}

/** Starts the program. */
export function startCli(args: readonly string[], options: CliOptions = {}): RunningCli {
  return startProcess(process.execPath, [programFile, ...args], options);
}

/** Starts any program, in an environment without credentials. */
export function startProcess(
  file: string,
  args: readonly string[],
  { env = {}, stdin = "", cwd }: CliOptions = {},
): RunningCli {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(file, args, {
    env: { PATH, HOME, ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (file === process.execPath) child.stdin.end(stdin);
  const said = { stdout: "", stderr: "" };
  const waiting = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      said[name] += text;
      for (const look of waiting) look();
    });
  }
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  return {
    child,
    get stdout() {
      return said.stdout;
    },
    get stderr() {
      return said.stderr;
    },
    ended,
    says(text) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (!(said.stdout + said.stderr).includes(text)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
        void ended.then((code) =>
          reject(new Error(`It ended (${code}) without "${text}": ${said.stdout}${said.stderr}`)),
        );
      });
    },
  };
}

/** What a run of the program came to. */
export interface CliResult {
  readonly code: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end. */
export async function runCli(
  args: readonly string[],
  options: CliOptions = {},
): Promise<CliResult> {
  const running = startCli(args, options);
  const code = await running.ended;
  return { code, stdout: running.stdout, stderr: running.stderr };
}

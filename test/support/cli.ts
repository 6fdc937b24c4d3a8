// Runs the built command line as a user does, without credentials, and collects what it says. A test
// made with `testCli` gets a `cli` of its own, whose service and programs end with it: such tests run
// side by side, since most of their time is waiting.

import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { test } from "vitest";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService, InteractionsServiceOptions } from "../../src/testing/index.ts";
import { startServer } from "../../src/testing/node.ts";
import type { RunningServer } from "../../src/testing/node.ts";

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

/** Starts any program, in an environment without credentials. */
function startProcess(
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

/** The options that each command was given so far, over all tests of this file. */
export const usedOptions: Map<string, Set<string>> = new Map();

/** One test's service and programs. */
export class Cli {
  #server: RunningServer | undefined;
  #answered = 0;
  readonly #waiting = new Set<() => void>();
  readonly #programs: RunningCli[] = [];

  /** Where the service listens; nobody does before {@link listen}. */
  get url(): string {
    return this.#server?.url ?? "http://127.0.0.1:1";
  }

  /** Starts the service that programs of this test talk to, unless they are told otherwise. */
  async listen(options: InteractionsServiceOptions = {}): Promise<InteractionsService> {
    const service = createInteractionsService(options);
    await this.#serve(service);
    return service;
  }

  /**
   * The same, with streams that stop before the first event that contains this text, until the
   * returned function is called: a test that sees what a program does meanwhile depends on no clock.
   */
  async listenAndHold(text: string, options: InteractionsServiceOptions = {}) {
    const service = createInteractionsService(options);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await this.#serve({
      ...service,
      fetch: async (...args) => {
        const response = await service.fetch(...args);
        if (response.headers.get("content-type") !== "text/event-stream") return response;
        return new Response(response.body && holdAt(response.body, text, released), response);
      },
    });
    return { service, release };
  }

  /** Resolves when the service has begun so many answers. */
  async answered(count: number): Promise<void> {
    while (this.#answered < count) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  async #serve(service: InteractionsService): Promise<void> {
    this.#server = await startServer(service, {
      onRequest: () => {
        this.#answered += 1;
        for (const wake of this.#waiting) wake();
        this.#waiting.clear();
      },
    });
  }

  /** Starts the program. */
  start(args: readonly string[], options: CliOptions = {}): RunningCli {
    const [command = "", ...words] = args;
    const used = usedOptions.get(command) ?? new Set();
    for (const word of words) if (word.startsWith("--")) used.add(word.replace(/=.*/, ""));
    usedOptions.set(command, used);
    const env = { GOOGLE_GEMINI_BASE_URL: this.url, ...options.env };
    return this.#keep(startProcess(process.execPath, [programFile, ...args], { ...options, env }));
  }

  /** Runs the program to its end. */
  async run(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
    const running = this.start(args, options);
    const code = await running.ended;
    return { code, stdout: running.stdout, stderr: running.stderr };
  }

  /** Starts the program on a terminal: `script` of util-linux gives it one, and passes on what is typed. */
  startOnTerminal(args: string, env: Record<string, string> = {}): RunningCli {
    const command = `${process.execPath} ${programFile} ${args} --base-url ${this.url}`;
    return this.#keep(
      startProcess("script", ["-qefc", command, "/dev/null"], {
        env: { TERM: "xterm-256color", ...env },
      }),
    );
  }

  /** Starts `serve`, and resolves with it and its URL. */
  async serve(...args: string[]): Promise<{ program: RunningCli; url: string }> {
    const program = this.start(["serve", ...args]);
    await program.says("\n");
    return { program, url: program.stdout.split("\n")[0] ?? "" };
  }

  async end(): Promise<void> {
    for (const program of this.#programs) {
      program.child.kill("SIGKILL");
      await program.ended;
    }
    await this.#server?.close();
  }

  #keep(program: RunningCli): RunningCli {
    this.#programs.push(program);
    return program;
  }
}

/** The same bytes, with a pause before the first chunk that contains the text. */
async function* held(body: ReadableStream<Uint8Array>, text: string, released: Promise<void>) {
  for await (const chunk of body) {
    if (new TextDecoder().decode(chunk).includes(text)) await released;
    yield chunk;
  }
}

function holdAt(
  body: ReadableStream<Uint8Array>,
  text: string,
  released: Promise<void>,
): ReadableStream<Uint8Array> {
  const chunks = held(body, text, released);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      // Not through `chunks`, which may wait for its release.
      cancel: () => undefined,
    },
    { highWaterMark: 0 },
  );
}

/** A test with a {@link Cli}, beside the others of its file. */
export const testCli = test.extend<{ cli: Cli }>({
  cli: async ({ onTestFinished }, use) => {
    const cli = new Cli();
    onTestFinished(() => cli.end());
    await use(cli);
  },
}).concurrent;

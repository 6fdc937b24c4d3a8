// The walk of `demo` through what the library does, over real sockets. The service is the in-memory one
// on a loopback port, so that it needs no account and no network. A step that fails is counted, and the
// walk continues with the next.

import { styleText } from "node:util";
import { InteractionsClient, StreamInterruptedError } from "../../index.ts";
import type { CreateInteractionParams, InteractionStream } from "../../index.ts";
import { wordsOf } from "../../util/thrown.ts";
import { printable } from "../../util/printable.ts";
import { createInteractionsService } from "../../testing/index.ts";
import type { InteractionsService } from "../../testing/index.ts";
import { exitCodes } from "../args.ts";
import { hasColors } from "../status-line.ts";
import { startServer } from "../../testing/node.ts";

const model = "gemini-3.8-flash";
const agent = "deep-research-preview-04-2026";
const poem = "Write a short poem about streams";
const answers: Record<string, string> = {
  "What is the capital of France?": "The capital of France is Paris.",
  [poem]:
    "A stream may break, the words run on;\nwhat you have heard is never gone.\n" +
    "Ask for the rest, name where you stood,\nand every line will be as good.",
};

/** Walks, and resolves with the exit code. */
export async function runTour(): Promise<number> {
  const service = createInteractionsService({
    respond: ({ input }) => {
      const question = typeof input === "string" ? input : "";
      return answers[question] ?? `A report on: ${question}`;
    },
    eventIntervalMs: 10,
    apiKeys: ["demo-key"],
  });
  const server = await startServer(service);
  try {
    const failures = await new Tour(service, server.url).walk();
    if (failures === 0) say(paint("green", "\nEvery step did what it should."));
    return failures === 0 ? exitCodes.completed : exitCodes.error;
  } finally {
    await server.close();
  }
}

/** Where the text of a stream continues over another connection. */
const mark = " ⟨reconnected⟩ ";

/** One walk, with one service. */
class Tour {
  readonly #service: InteractionsService;
  readonly #client: InteractionsClient;
  #reconnects = 0;
  #failures = 0;

  constructor(service: InteractionsService, baseUrl: string) {
    this.#service = service;
    const onReconnect = (): void => {
      this.#reconnects += 1;
    };
    this.#client = new InteractionsClient({ apiKey: "demo-key", baseUrl, hooks: { onReconnect } });
  }

  /** Resolves with how many steps failed. */
  async walk(): Promise<number> {
    const client = this.#client;
    await this.#section("Create", async () => {
      const { id, status, steps } = await client.create({
        model,
        input: "What is the capital of France?",
      });
      say(`interaction.id     ${id}\ninteraction.status ${status}`);
      this.#check("the answer is complete", status === "completed" && steps.length > 0);
    });

    const run = await this.#section("Create an agent run in the background", async () => {
      const started = await client.create(research("the history of quantum computing"));
      say(`interaction.id     ${started.id}\ninteraction.status ${started.status}`);
      this.#check("the run continues at the service", started.status === "in_progress");
      return started;
    });

    await this.#section("Create, streaming", async () => {
      const stream = await client.create({ model, input: poem, stream: true });
      this.#check("text arrived", (await this.#print(stream)).length > 0);
    });

    await this.#section("Resume after a dropped connection", async () => {
      this.#service.faults.push({ kind: "cut", on: "create", afterEvents: 8, reset: true });
      const params = { model, input: poem, stream: true } as const;
      const stream = await client.create(params, { resume: false });
      const head = await this.#printUntilLost(stream);
      const { cursor } = stream;
      if (cursor === undefined) throw new Error("The stream has no cursor to resume from.");
      const joined = head + (await this.#print(await client.resume(cursor)));
      this.#check("joined, the text is the whole text", joined === answers[poem]);
    });

    await this.#section("The same, by itself", async () => {
      this.#service.faults.push({ kind: "cut", afterEvents: 9, reset: true, times: 3 });
      const before = this.#reconnects;
      const stream = await client.create({ model, input: poem, stream: true });
      const text = await this.#print(stream);
      say(`${this.#reconnects - before} reconnects`);
      this.#check("nothing is lost, nothing comes twice", text === answers[poem]);
    });

    await this.#section("Wait, cancel, delete", async () => {
      if (run === undefined) throw new Error("The background run was not started.");
      const { status } = await client.waitForCompletion(run.id, { pollIntervalMs: 100 });
      say(`waited: ${status}`);
      this.#check("the run is completed", status === "completed");
      const other = await client.create(research("something that nobody needs"));
      const cancelled = await client.cancel(other.id);
      say(`cancelled: ${cancelled.status}`);
      this.#check("the run is cancelled", cancelled.status === "cancelled");
      await client.delete(other.id);
      const gone = await client.get(other.id).then(
        () => false,
        () => true,
      );
      this.#check("the deleted run is gone", gone);
    });

    this.#showRoutes();
    return this.#failures;
  }

  /** What arrived at the service. */
  #showRoutes(): void {
    say(paint("cyan", "\nRoutes, as the service received them"));
    const lines = this.#service.requests.map(({ method, path }) => {
      return `${method.padEnd(6)} ${path.replaceAll(/v1_run\d+/g, "{id}")}`;
    });
    for (const line of new Set(lines)) say(line);
  }

  /** Prints a stream's text, with a mark where another connection took over. */
  async #print(stream: InteractionStream): Promise<string> {
    let all = "";
    let seen = this.#reconnects;
    for await (const text of stream.text()) {
      if (this.#reconnects !== seen) process.stdout.write(paint("cyan", mark));
      seen = this.#reconnects;
      process.stdout.write(printable(text));
      all += text;
    }
    say("");
    return all;
  }

  /** Prints a stream's text until its connection is lost, and the error that the stream throws. */
  async #printUntilLost(stream: InteractionStream): Promise<string> {
    let head = "";
    try {
      for await (const text of stream.text()) {
        process.stdout.write(printable(text));
        head += text;
      }
      say("");
      this.#check("the connection was lost", false);
    } catch (error) {
      if (!(error instanceof StreamInterruptedError)) throw error;
      say(`\n${paint("red", `${error.name}: ${printable(error.message)}`)}`);
      say(paint("cyan", "client.resume(cursor) brings the rest:"));
    }
    return head;
  }

  async #section<Result>(title: string, body: () => Promise<Result>): Promise<Result | undefined> {
    say(paint("cyan", `\n${title}`));
    try {
      return await body();
    } catch (error) {
      this.#check(printable(wordsOf(error)), false);
      return undefined;
    }
  }

  #check(what: string, holds: boolean): void {
    say(holds ? paint("green", `ok: ${what}`) : paint("red", `FAILED: ${what}`));
    if (!holds) this.#failures += 1;
  }
}

function research(subject: string): CreateInteractionParams & { stream: false } {
  return { agent, input: `Research ${subject}`, background: true, store: true, stream: false };
}

function say(line: string): void {
  console.log(line);
}

function paint(color: "cyan" | "green" | "red", text: string): string {
  return hasColors(process.stdout) ? styleText(color, text) : text;
}

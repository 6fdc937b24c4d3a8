// The walk of `demo` through every section of the guide, over real sockets. Unless it is live, the
// service is the in-memory one on a loopback port, so that it needs no account and no network.

import { styleText } from "node:util";
import { InteractionsClient, StreamInterruptedError } from "../../index.ts";
import type {
  CreateInteractionParams,
  InteractionsClientOptions,
  InteractionStream,
} from "../../index.ts";
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

/** A backend to show: how to reach it, and the service behind it when that is ours to break. */
interface Stage {
  readonly name: string;
  readonly options: InteractionsClientOptions;
  readonly service: InteractionsService | undefined;
}

let failures = 0;

/** Walks, and resolves with the exit code; `live` are the options for the real service. */
export async function runTour(live: InteractionsClientOptions | undefined): Promise<number> {
  if (live !== undefined) {
    await show({ name: "Live service", options: live, service: undefined });
  } else {
    const service = createInteractionsService({
      respond: ({ input }) => {
        const question = typeof input === "string" ? input : "";
        return answers[question] ?? `A report on: ${question}`;
      },
      eventIntervalMs: 10,
      apiKeys: ["demo-key"],
      tokens: ["demo-token"],
    });
    const server = await startServer(service);
    const baseUrl = server.url;
    const vertex = { project: "demo-project", location: "us-central1", auth: "demo-token" };
    await show({ name: "Gemini API", options: { apiKey: "demo-key", baseUrl }, service });
    await show({
      name: "Vertex AI",
      options: { vertex, quotaProjectId: "billing-project", baseUrl },
      service,
    });
    await server.close();
  }
  say(failures === 0 ? paint("green", "\nEvery step did what it should.") : "");
  return failures === 0 ? exitCodes.completed : exitCodes.error;
}

async function show({ name, options, service }: Stage): Promise<void> {
  say(paint("bold", `\n== ${name} ==`));
  let reconnects = 0;
  const onReconnect = (): void => {
    reconnects += 1;
  };
  const client = new InteractionsClient({ ...options, hooks: { onReconnect } });
  const first = service?.requests.length ?? 0;

  await section("Create", async () => {
    const { id, status, steps } = await client.create({
      model,
      input: "What is the capital of France?",
    });
    say(`interaction.id     ${id}\ninteraction.status ${status}`);
    check("the answer is complete", status === "completed" && steps.length > 0);
  });

  const run = await section("Create an agent run in the background", async () => {
    const started = await client.create(research("the history of quantum computing"));
    say(`interaction.id     ${started.id}\ninteraction.status ${started.status}`);
    check("the run goes on at the service", started.status === "in_progress");
    return started;
  });

  await section("Create, streaming", async () => {
    const stream = await client.create({ model, input: poem, stream: true });
    const text = await printText(stream);
    check("text arrived", text.length > 0);
  });

  await section("Resume after a dropped connection", async () => {
    service?.faults.push({ kind: "cut", on: "create", afterEvents: 5, reset: true });
    const params = { model, input: poem, stream: true } as const;
    const stream = await client.create(params, { resume: false });
    const head = await readFive(stream);
    const { interactionId = "", lastEventId } = stream;
    if (lastEventId === undefined) {
      say("This run's events carry no ids: the service cannot resume it after one.");
      return;
    }
    say(`${head.length} characters, then the connection is gone after event ${lastEventId}`);
    const rest = await client.get(interactionId, { stream: true, last_event_id: lastEventId });
    const joined = head + (await printText(rest));
    const whole = await joinText(await client.get(interactionId, { stream: true }));
    check("joined, the text equals the uninterrupted one", joined === whole);
  });

  await section("The same, by itself", async () => {
    service?.faults.push({ kind: "cut", afterEvents: 6, reset: true, times: 3 });
    const before = reconnects;
    const stream = await client.create({ model, input: poem, stream: true });
    const text = await printText(stream);
    const whole = await joinText(await client.get(stream.interactionId ?? "", { stream: true }));
    say(`${reconnects - before} reconnects`);
    check("nothing is lost, nothing comes twice", text === whole);
  });

  await section("Wait, cancel, delete", async () => {
    if (run === undefined) throw new Error("There is no run to wait for.");
    const { status } = await client.waitForCompletion(run.id, { pollIntervalMs: 100 });
    say(`waited: ${status}`);
    check("the run is completed", status === "completed");
    const other = await client.create(research("something that nobody needs"));
    const cancelled = await client.cancel(other.id);
    say(`cancelled: ${cancelled.status}`);
    check("the run is cancelled", cancelled.status === "cancelled");
    await client.delete(other.id);
    const gone = await client.get(other.id).then(
      () => false,
      () => true,
    );
    check("the deleted run is gone", gone);
  });

  if (service !== undefined) showRoutes(service, first);
}

/** What arrived at the service: the routes, and the quota project. */
function showRoutes(service: InteractionsService, first: number): void {
  say(paint("cyan", "\nRoutes, as the service received them"));
  const requests = service.requests.slice(first);
  const lines = requests.map(({ method, path, headers }) => {
    const quota = headers.get("x-goog-user-project");
    const shortPath = path.replaceAll(/v1_run\d+/g, "{id}");
    return `${method.padEnd(6)} ${shortPath}${quota === null ? "" : `  x-goog-user-project: ${quota}`}`;
  });
  for (const line of new Set(lines)) say(line);
  const vertex = requests.some(({ path }) => path.includes("/projects/"));
  const expected = vertex ? "billing-project" : null;
  check(
    vertex ? "every request names the quota project" : "no request names a quota project",
    requests.every(({ headers }) => headers.get("x-goog-user-project") === expected),
  );
}

function research(subject: string): CreateInteractionParams & { stream: false } {
  return { agent, input: `Research ${subject}`, background: true, store: true, stream: false };
}

/** Reads a stream's text until five events have come, or the connection breaks. */
async function readFive(stream: InteractionStream): Promise<string> {
  let text = "";
  let count = 0;
  try {
    for await (const event of stream) {
      if (event.event_type === "step.delta" && event.delta.type === "text")
        text += event.delta.text;
      count += 1;
      if (count === 5) break;
    }
  } catch (error) {
    if (!(error instanceof StreamInterruptedError)) throw error;
    say(printable(error.message));
  }
  return text;
}

async function printText(stream: InteractionStream): Promise<string> {
  let all = "";
  for await (const text of stream.text()) {
    process.stdout.write(printable(text));
    all += text;
  }
  say("");
  return all;
}

async function joinText(stream: InteractionStream): Promise<string> {
  let all = "";
  for await (const text of stream.text()) all += text;
  return all;
}

async function section<Result>(
  title: string,
  body: () => Promise<Result>,
): Promise<Result | undefined> {
  say(paint("cyan", `\n${title}`));
  try {
    return await body();
  } catch (error) {
    check(printable(String(error)), false);
    return undefined;
  }
}

function check(what: string, holds: boolean): void {
  say(holds ? paint("green", `ok: ${what}`) : paint("red", `FAILED: ${what}`));
  if (!holds) failures += 1;
}

function say(line: string): void {
  console.log(line);
}

function paint(color: "bold" | "cyan" | "green" | "red", text: string): string {
  return hasColors(process.stdout) ? styleText(color, text) : text;
}

// A loop of function calling over real sockets, against the testing service in faithful mode.

import { afterEach, expect, test } from "vitest";
import { startServer } from "../../src/testing/node.ts";
import {
  defineTool,
  InteractionsClient,
  outputText,
  runTools,
  StreamInterruptedError,
  UnfinishedRunError,
} from "../../src/index.ts";
import type { FunctionCallStep, Step } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService } from "../../src/testing/index.ts";

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const model = "gemini-3.8-flash";
const input = "How is the weather?";

function call(id: string, name: string): FunctionCallStep {
  return { type: "function_call", id, name, arguments: { id } };
}

/** A service that asks for these calls, and says that it rains once it has results. */
async function serve(
  ...calls: FunctionCallStep[]
): Promise<{ service: InteractionsService; client: InteractionsClient }> {
  const service = createInteractionsService({
    mode: "faithful",
    respond: (request) =>
      typeof request.input === "string" ? { steps: [...calls] } : "It rains cats and dogs.",
  });
  const server = await startServer(service);
  cleanups.push(() => server.close());
  return { service, client: new InteractionsClient({ apiKey: "key", baseUrl: server.url }) };
}

test.each([false, true])(
  "three parallel calls: one throws, one is aborted, and their results arrive in order (stream: %s)",
  async (stream) => {
    const { service, client } = await serve(call("a", "slow"), call("b", "bad"), call("c", "late"));
    let isRunning = 0;
    let most = 0;
    const begin = async (): Promise<void> => {
      isRunning += 1;
      most = Math.max(most, isRunning);
      await new Promise((resolve) => setImmediate(resolve));
    };
    const tools = [
      defineTool({
        name: "slow",
        description: "Slow.",
        async execute() {
          await begin();
          await new Promise((resolve) => setTimeout(resolve, 20));
          return { rain: true };
        },
      }),
      defineTool({
        name: "bad",
        description: "Bad.",
        async execute() {
          await begin();
          throw new Error("no such city");
        },
      }),
      defineTool({
        name: "late",
        description: "Late.",
        async execute() {
          await begin();
          AbortSignal.abort().throwIfAborted();
        },
      }),
    ];
    const last = await runTools(client, { model, input, stream }, { tools });
    expect(outputText(last)).toBe("It rains cats and dogs.");
    expect(most).toBe(3);
    // What was sent is a list of steps.
    const sent = service.requests.findLast(({ method }) => method === "POST")?.body?.[
      "input"
    ] as Step[];
    expect(sent).toMatchObject([
      { call_id: "a", result: { rain: true } },
      { call_id: "b", result: "no such city", is_error: true },
      { call_id: "c", is_error: true },
    ]);
  },
);

test("a loop cut in the middle of its second streamed turn continues, and each tool runs once", async () => {
  const { service, client } = await serve(call("a", "count"), call("b", "count"));
  const runs: string[] = [];
  const count = defineTool({
    name: "count",
    description: "Counts.",
    execute(_, { callId }) {
      runs.push(callId);
      // The turn that follows is cut.
      if (runs.length === 2) service.faults.push({ kind: "cut", afterEvents: 5 });
      return "counted";
    },
  });
  const params = { model, input, stream: true } as const;
  const texts: string[] = [];
  // A foreground run in faithful mode is not found again; no need to look for it for long.
  const resume = { timeoutMs: 100 };
  const first = runTools(client, params, { tools: [count], resume });
  const read = async (): Promise<void> => {
    for await (const event of first) {
      if (event.event_type === "step.delta" && event.delta.type === "text") {
        texts.push(event.delta.text);
      }
    }
  };
  const error: unknown = await read().catch((thrown: unknown) => thrown);
  if (!(error instanceof UnfinishedRunError)) throw error;
  expect(error.cause).toBeInstanceOf(StreamInterruptedError);
  expect(texts).not.toEqual([]);
  const last = await runTools(client, params, { tools: [count], from: error.progress });
  expect(outputText(last)).toBe("It rains cats and dogs.");
  expect(runs).toEqual(["a", "b"]);
});

test("a background loop that is cut resumes over another connection, and each tool runs once", async () => {
  const { service, client } = await serve(call("a", "count"), call("b", "count"));
  service.faults.push(
    { kind: "cut", afterEvents: 5 },
    { kind: "cut", afterEvents: 6 },
    { kind: "unframed-error", afterEvents: 3 },
  );
  const runs: string[] = [];
  const count = defineTool({
    name: "count",
    description: "Counts.",
    execute: (_, { callId }) => void runs.push(callId),
  });
  const params = { agent: "antigravity-preview-09-2026", input, background: true } as const;
  const last = await runTools(client, { ...params, stream: true }, { tools: [count] });
  expect(outputText(last)).toBe("It rains cats and dogs.");
  expect(runs).toEqual(["a", "b"]);
  expect(service.faults).toEqual([]);
});

test("aborting while a turn streams closes its connection", async () => {
  const { service, client } = await serve(call("a", "count"));
  service.faults.push({ kind: "silence", afterEvents: 2 });
  const controller = new AbortController();
  const run = runTools(
    client,
    { model, input, stream: true },
    { tools: [], signal: controller.signal },
  );
  const items = run[Symbol.asyncIterator]();
  await items.next();
  await items.next();
  const pending = items.next();
  controller.abort("enough");
  await expect(pending).rejects.toBe("enough");
  await expect.poll(() => service.openStreams).toBe(0);
});

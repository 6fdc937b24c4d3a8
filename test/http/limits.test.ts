// Walks the table of limits in docs/design.md: each await is made to hang, and ends by what the table says.

import { readFileSync } from "node:fs";
import { beforeEach, expect, test, vi } from "vitest";
import { defineTool, runTools } from "../../src/index.ts";
import type { InteractionsClientOptions } from "../../src/index.ts";
import { frame } from "../support/body.ts";
import { geminiClient, vertexClient } from "../support/clients.ts";
import { createBody, createFetch, never } from "../support/fetch.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { rejection } from "../support/reading.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

const root = new URL("../../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), "utf8");
const [, section = ""] = read("docs/design.md").split("\n## Limits\n");
/** The first column of the table. */
const rows = [...section.matchAll(/^\| (?!await|-)(.+?) +\|/gm)].map(([, name = ""]) => name);

const model = { model: "gemini-3.8-flash", input: "Hi" };
const created = {
  event_type: "interaction.created",
  interaction: { id: "int_1", status: "in_progress" },
};

/** A body that begins with this text and is silent then. */
function silentAfter(text: string) {
  return createBody((index) => (index === 0 ? new TextEncoder().encode(text) : undefined)).stream;
}

function answering(body: BodyInit | null, init?: ResponseInit): InteractionsClientOptions {
  return { fetch: createFetch(() => new Response(body, init)).fetch };
}

const events = { headers: { "content-type": "text/event-stream" } };
const running = async (): Promise<Response> =>
  Response.json(sampleInteraction({ status: "in_progress" }));
const tool = defineTool({
  name: "wait",
  description: "Waits.",
  parameters: { type: "object" },
  execute: never,
});

interface Hang {
  /** Starts what hangs; `signal` is absent where the table's limit is to end it. */
  readonly start: (signal: AbortSignal | undefined) => Promise<unknown>;
  /** When its limit ends it, in milliseconds; absent where only the signal does. */
  readonly afterMs?: number;
  readonly error?: object;
}

const hanging: Record<string, Hang> = {
  "a function for a key or a token": {
    start: (signal) => geminiClient({ apiKey: never }).get("int_1", {}, { signal }),
    afterMs: 30_000,
    error: { name: "TimeoutError", mayHaveBeenAccepted: false },
  },
  "the renewal of a refused token": {
    start: (signal) => {
      const auth = ({ forceRefresh }: { forceRefresh: boolean }) =>
        forceRefresh ? never() : "t-1";
      return vertexClient({ auth }, answering("{}", { status: 401 })).create(model, { signal });
    },
    afterMs: 60_000,
    error: { status: 401 },
  },
  "the headers of an answer": {
    start: (signal) => geminiClient({ fetch: never }).create(model, { signal, timeoutMs: 700 }),
    afterMs: 700,
    error: { name: "TimeoutError", mayHaveBeenAccepted: true },
  },
  "the body of an answer, an error's included": {
    start: (signal) =>
      geminiClient({
        ...answering(silentAfter("{"), { status: 503 }),
        idleTimeoutMs: 700,
      }).create(model, { signal }),
    afterMs: 700,
    error: { status: 503 },
  },
  "the pause before another attempt": {
    start: (signal) =>
      geminiClient({
        ...answering("{}", { status: 429, headers: { "retry-after": "60" } }),
        retry: { maxRetries: 1 },
      }).create(model, { signal }),
    afterMs: 60_000,
    error: { status: 429 },
  },
  "the next chunk of an open stream": {
    start: async (signal) => {
      const client = geminiClient({ ...answering(silentAfter(frame(created)), events) });
      const options = { signal, idleTimeoutMs: 800, resume: false };
      return (await client.create({ ...model, stream: true }, options)).finalInteraction();
    },
    // The limit may be noticed up to 12.5 % late.
    afterMs: 900,
    error: { name: "StreamInterruptedError" },
  },
  "a poll of `waitForCompletion`": {
    start: (signal) =>
      geminiClient({ fetch: never }).waitForCompletion("int_1", { signal, timeoutMs: 45_000 }),
    afterMs: 45_000,
    error: { name: "WaitTimeoutError", cause: { name: "TimeoutError" } },
  },
  "a promise of `onStatus`": {
    start: (signal) =>
      geminiClient({ fetch: running }).waitForCompletion("int_1", {
        signal,
        timeoutMs: 700,
        onStatus: never,
      }),
    afterMs: 700,
    error: { name: "WaitTimeoutError" },
  },
  "the cancel that `cancelOnAbort` asks for": {
    start: () => {
      const client = geminiClient({ fetch: never });
      const options = { signal: AbortSignal.abort("left"), cancelOnAbort: true };
      return client.waitForCompletion("int_1", options).catch((error: unknown) => {
        throw new Error(String(error));
      });
    },
    afterMs: 5_000,
    error: { message: "left" },
  },
  "`execute` of a tool": {
    start: async (signal) => {
      const call = { type: "function_call", id: "c_1", name: "wait", arguments: {} };
      const asks = sampleInteraction({ status: "requires_action", steps: [call] as never });
      return runTools(geminiClient({ fetch: async () => Response.json(asks) }), model, {
        tools: [tool],
        signal,
      });
    },
  },
};

/** Rows whose await is made to hang in another file, by a test with these words. */
const elsewhere: Record<string, [file: string, words: string]> = {
  "the recovery of a stream": [
    "test/stream/outages.test.ts",
    "resume.timeoutMs bounds the recovery",
  ],
  "the read beside `finalInteraction()`": ["test/stream/final.test.ts", "no answer in time"],
  "the service's keys of a webhook": [
    "test/webhooks/keys.test.ts",
    "that do not arrive within ten seconds are given up",
  ],
  "`respond`, and paced events, of the testing service": [
    "test/testing/service.test.ts",
    "aborted before the response rejects with the signal's reason",
  ],
  "a delivery that the testing service makes": [
    "test/testing/webhooks.test.ts",
    "a delivery that is never answered is given up after 30 seconds",
  ],
};

/** The row that says that there is no limit. */
const untested = ["the body of a webhook delivery"];

test("every row of the table is made to hang, here or elsewhere", () => {
  const known = [...Object.keys(hanging), ...Object.keys(elsewhere), ...untested];
  expect(known.toSorted()).toEqual(rows.toSorted());
  for (const [file, words] of Object.values(elsewhere)) expect(read(file)).toContain(words);
});

test.each(Object.entries(hanging))("%s ends by its limit", async (_, { start, afterMs, error }) => {
  if (afterMs === undefined) return;
  const caught = rejection(start(undefined));
  await vi.advanceTimersByTimeAsync(afterMs);
  expect(await caught).toMatchObject({ ...error });
});

const abortable = Object.entries(hanging).filter(([name]) => !name.includes("cancelOnAbort"));

test.each(abortable)("%s ends by the signal", async (_, { start }) => {
  const controller = new AbortController();
  const reason = new Error("left");
  const caught = rejection(start(controller.signal));
  await vi.advanceTimersByTimeAsync(50);
  controller.abort(reason);
  await vi.advanceTimersByTimeAsync(0);
  expect(await caught).toBe(reason);
});

import { beforeEach, expect, test, vi } from "vitest";
import {
  accumulate,
  NotFoundError,
  outputText,
  ServerError,
  StreamInterruptedError,
} from "../../src/index.ts";
import type { Interaction, InteractionStream, InteractionStreamEvent } from "../../src/index.ts";
import { textStep } from "../../src/testing/index.ts";
import { bodyOf, frame } from "../support/body.ts";
import { geminiClient } from "../support/clients.ts";
import { createFetch } from "../support/fetch.ts";
import { settle } from "../support/settle.ts";
import { collect, lateRejection } from "../support/reading.ts";
import {
  agent,
  completed,
  created,
  id,
  model,
  setUp,
  story,
  text,
  told,
  usage,
} from "../support/told.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

test("a snapshot is complete whenever it is asked for first, and lives on", async () => {
  for (const dialect of ["current", "legacy"] as const) {
    const { client } = setUp({ dialect });
    const whole = await collect(await client.create(agent));
    for (const first of whole.keys()) {
      const stream = await client.create(agent);
      const seen: InteractionStreamEvent[] = [];
      let snapshot: Interaction | undefined;
      for await (const event of stream) {
        seen.push(event);
        if (seen.length > first) snapshot ??= stream.snapshot;
        if (snapshot !== undefined) expect(snapshot).toEqual(accumulate(seen));
      }
      expect(stream.snapshot).toBe(snapshot);
    }
  }
});

test("before the first event a snapshot is empty", async () => {
  const stream = await setUp().client.create(agent);
  expect(stream.snapshot).toEqual({ id: "", status: "in_progress", steps: [] });
});

test("what the consumer does to an event does not reach a snapshot, asked for early or late", async () => {
  for (const asksEarly of [true, false]) {
    const { client } = setUp();
    const stream = await client.create(agent);
    if (asksEarly) expect(stream.snapshot.steps).toEqual([]);
    for await (const event of stream) {
      for (const key of Object.keys(event)) Reflect.deleteProperty(event, key);
    }
    expect(outputText(stream.snapshot)).toBe(story);
    expect(outputText(await stream.finalInteraction())).toBe(story);
  }
});

const words = Array.from({ length: 90 }, (_, n) => `${n} ${"x".repeat(65_536)}`);
const long = [created, ...words.map((word) => text(word)), completed];
const all = words.join("");

test.each<[string, (stream: InteractionStream) => Promise<unknown>]>([
  ["a loop", (stream) => collect(stream)],
  ["text()", (stream) => collect(stream.text())],
  ["finalInteraction()", (stream) => stream.finalInteraction()],
])("a stream of 6 MB read by %s is kept, although it cannot be read again", async (_, read) => {
  const { client, requests } = told(long);
  const stream = await client.create(model);
  await read(stream);
  expect(outputText(stream.snapshot) === all).toBe(true);
  // One GET, for the usage alone; it fails.
  expect(outputText(await stream.finalInteraction()) === all).toBe(true);
  expect(requests).toHaveLength(2);
});

test("the interruption of a long stream has its snapshot", async () => {
  const { fetch } = createFetch(
    () =>
      new Response(bodyOf(...long.slice(0, -1).map(frame)), {
        headers: { "content-type": "text/event-stream" },
      }),
  );
  const stream = await geminiClient({ fetch }).create(model, { resume: false });
  const error = await lateRejection(collect(stream));
  if (!(error instanceof StreamInterruptedError)) expect.fail(String(error));
  expect(outputText(error.snapshot ?? {}) === all).toBe(true);
});

test("accumulate: false keeps nothing, says so, and finalInteraction is one GET", async () => {
  const stored = { id, status: "completed", usage, steps: [textStep("stored")] };
  const { client, requests } = told(long, () => Response.json(stored));
  const stream = await client.create(model, { accumulate: false });
  expect((await collect(stream.text())).join("") === all).toBe(true);
  expect(() => stream.snapshot).toThrow(/accumulate: false keeps no snapshot/);
  expect(await stream.finalInteraction()).toEqual(stored);
  expect(requests).toHaveLength(2);
});

test("accumulate: false and a GET that fails: finalInteraction rejects with its error", async () => {
  for (const [status, error] of [
    [404, NotFoundError],
    [500, ServerError],
  ] as const) {
    const { client } = told(long, () => new Response("", { status }));
    const stream = await client.create(model, { accumulate: false });
    await collect(stream);
    await expect(settle(stream.finalInteraction())).rejects.toThrow(error);
  }
});

test("accumulate: false without store leaves no final interaction, and says so", async () => {
  const { client, requests } = told(long);
  const stream = await client.create({ ...model, store: false }, { accumulate: false });
  await collect(stream);
  await expect(stream.finalInteraction()).rejects.toThrow(/accumulate: false keeps nothing/);
  expect(requests).toHaveLength(1);
});

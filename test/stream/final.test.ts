import { getEventListeners } from "node:events";
import { beforeEach, expect, test, vi } from "vitest";
import {
  InteractionsError,
  InteractionStreamError,
  outputText,
  StreamInterruptedError,
} from "../../src/index.ts";
import type { InteractionStream } from "../../src/index.ts";
import { textStep } from "../../src/testing/index.ts";
import { never } from "../support/fetch.ts";
import { settle } from "../support/settle.ts";
import { collect, laterRequests, lateRejection } from "../support/reading.ts";
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

test("finalInteraction reads the stream itself, and asks for nothing more", async () => {
  for (const params of [agent, model]) {
    const { service, client } = setUp();
    const stream = await client.create(params);
    const final = await stream.finalInteraction();
    expect(final).toMatchObject({ id, status: "completed", usage: expect.anything() });
    expect(outputText(final)).toBe(story);
    expect(stream.snapshot).toBe(final);
    expect(laterRequests(service)).toEqual([]);
    expect(service.openStreams).toBe(0);
  }
});

test.each<[string, (stream: InteractionStream) => Promise<unknown>]>([
  ["a loop", (stream) => collect(stream)],
  ["text()", (stream) => collect(stream.text())],
  ["a response that was read", (stream) => stream.toResponse().text()],
])("after %s finalInteraction answers without a request", async (_, read) => {
  const { service, client } = setUp();
  const stream = await client.create(agent);
  await read(stream);
  expect(outputText(await stream.finalInteraction())).toBe(story);
  expect(await stream.finalInteraction()).toBe(stream.snapshot);
  expect(laterRequests(service)).toEqual([]);
});

test("finalInteraction may be asked for twice, and reads once", async () => {
  const { service, client } = setUp({ mode: "faithful" });
  const stream = await client.create(agent);
  const [one, two] = await Promise.all([stream.finalInteraction(), stream.finalInteraction()]);
  expect(one).toBe(two);
  expect(laterRequests(service)).toEqual([`GET ${id}`]);
  expect(() => stream[Symbol.asyncIterator]()).toThrow("one stream has one consumer");
});

test("during a loop finalInteraction says so, and after the loop it answers", async () => {
  const stream = await setUp().client.create(agent);
  for await (const _ of stream) {
    await expect(stream.finalInteraction()).rejects.toThrow(TypeError);
    await expect(stream.finalInteraction()).rejects.toThrow(/is being read.*after the loop/);
  }
  expect(outputText(await stream.finalInteraction())).toBe(story);
});

test("after break there is no final interaction, and the error says so", async () => {
  const { service, client } = setUp();
  const stream = await client.create(agent);
  for await (const _ of stream) break;
  await expect(stream.finalInteraction()).rejects.toThrow(TypeError);
  await expect(stream.finalInteraction()).rejects.toThrow(/was left before its end/);
  expect(laterRequests(service)).toEqual([]);
});

test("after an abort or an interruption finalInteraction rejects with the same", async () => {
  const aborted = await setUp().client.create(agent);
  aborted.abort("enough");
  expect(await lateRejection(collect(aborted))).toBe("enough");
  expect(await lateRejection(aborted.finalInteraction())).toBe("enough");

  const { client } = setUp({ faults: [{ kind: "cut", afterEvents: 3 }] });
  const cut = await client.create(agent, { resume: false });
  const error = await lateRejection(collect(cut));
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(await lateRejection(cut.finalInteraction())).toBe(error);
});

test("a run that failed is an interaction like any other", async () => {
  for (const status of ["failed", "cancelled", "incomplete", "a_status_of_next_year"]) {
    const { client } = setUp({
      respond: () => ({ status, errors: [{ code: "x", message: "y" }] }),
    });
    const final = await (await client.create(agent)).finalInteraction();
    expect(final).toMatchObject({ status, errors: [{ code: "x" }] });
  }
});

test("finalInteraction throws what the stream ended on, unless something came after it", async () => {
  const error = { event_type: "error", error: { code: "safety", message: "No." } };
  const ended = await told([created, text("Hi"), error]).client.create(model);
  const thrown = await lateRejection(ended.finalInteraction());
  expect(thrown).toBeInstanceOf(InteractionStreamError);
  expect(thrown).toMatchObject({ code: "safety", message: expect.stringContaining("No.") });
  const snapshot = ended.snapshot;
  expect(outputText(snapshot)).toBe("Hi");

  const events = [created, error, text("Hi"), { ...completed, interaction: { id, usage } }];
  const went = await told(events).client.create(model);
  expect(outputText(await went.finalInteraction())).toBe("Hi");
});

// What one GET fills in.

test("a stream that began midway takes its steps from one GET", async () => {
  for (const mode of ["guide", "faithful"] as const) {
    const { service, client } = setUp({ mode });
    const whole = await client.create(agent);
    await collect(whole);
    const { cursor, lastEventId = "" } = whole;
    if (cursor === undefined) throw new Error("There is no cursor.");
    const firstId = service.requests.length;
    const streams = [
      await client.get(id, { stream: true, last_event_id: lastEventId }),
      await client.resume(cursor),
    ];
    for (const stream of streams) {
      const final = await stream.finalInteraction();
      // The input, which a GET of the faithful service lists, is no part of a stream.
      expect(final.steps).toEqual([textStep(story)]);
      expect(final).toMatchObject({ id, status: "completed", usage: expect.anything() });
    }
    const requests = service.requests.slice(firstId);
    expect(requests.map(({ isStream }) => isStream)).toEqual([true, false, false]);
  }
});

test("a stream of a stored run from its beginning needs no GET", async () => {
  const { service, client } = setUp();
  await (await client.create(agent)).finalInteraction();
  const stream = await client.get(id, { stream: true });
  expect(outputText(await stream.finalInteraction())).toBe(story);
  expect(laterRequests(service)).toEqual([`GET ${id}?stream=true`]);
});

test("a stream that ended by [DONE] without a final status takes it from one GET", async () => {
  const stored = { id, status: "completed", usage, steps: [textStep("Hi"), textStep("and more")] };
  const { client, requests } = told([created, text("Hi")], () => Response.json(stored));
  const stream = await client.create(model);
  expect(await stream.finalInteraction()).toEqual(stored);
  expect(requests).toHaveLength(2);
});

test("usage that no event brought comes from one GET, and nothing else of it", async () => {
  const stored = { id, status: "completed", usage, steps: [textStep("Other")], labels: { a: "b" } };
  const { client, requests } = told([created, text("Hi"), completed], () => Response.json(stored));
  const stream = await client.create(model);
  const final = await stream.finalInteraction();
  expect(final).toEqual({ id, status: "completed", usage, steps: [textStep("Hi")] });
  expect(stream.snapshot).toBe(final);
  expect(requests).toHaveLength(2);
});

const other = { id, status: "completed", usage, steps: [textStep("Not this run's")] };
const failing: [string, () => Response | Promise<Response>][] = [
  ["404", () => new Response("", { status: 404 })],
  ["500", () => new Response("", { status: 500 })],
  ["no JSON", () => new Response("<html>")],
  ["no answer", () => Promise.reject(new TypeError("fetch failed"))],
  ["no answer in time", never],
  ["another run", () => Response.json({ ...other, id: "v1_other" })],
  ["no status", () => Response.json({ ...other, status: "" })],
  ["an error", () => Response.json({ error: { code: 13, message: "Later." } })],
  ["nothing in it", () => Response.json({})],
];

test.each(failing)("a GET with %s never fails the result", async (_, stored) => {
  for (const events of [
    [created, text("Hi"), completed],
    [created, text("Hi")],
  ]) {
    const { client, requests } = told(events, stored);
    const stream = await client.create(model);
    const final = await settle(stream.finalInteraction());
    expect(outputText(final)).toBe("Hi");
    expect(final.usage).toBeUndefined();
    expect(requests).toHaveLength(2);
  }
});

test.each(failing)(
  "a GET with %s leaves a stream that began midway what it has",
  async (_, stored) => {
    const { client } = told([text("the end"), completed], stored);
    const stream = await client.get(id, { stream: true, last_event_id: "e7" });
    expect(await settle(stream.finalInteraction())).toMatchObject({
      status: "completed",
      steps: [textStep("the end")],
    });
  },
);

test.each(failing)("a GET with %s is the failure where nothing was kept", async (_, stored) => {
  const { client } = told([created, text("Hi"), completed], stored);
  const stream = await client.create(model, { accumulate: false });
  expect(await lateRejection(stream.finalInteraction())).toBeInstanceOf(InteractionsError);
});

test.each(["", null])("after %j is from the start", async (last_event_id) => {
  const { client, requests } = told([{ ...completed, interaction: { ...other, id } }]);
  const params = { stream: true, last_event_id } as unknown as { stream: true };
  const stream = await client.get(id, params);
  expect(await collect(stream.text())).toEqual(["Not this run's"]);
  expect(await stream.finalInteraction()).toEqual(other);
  expect(requests.map(({ url }) => new URL(url).search)).toEqual(["?stream=true"]);
});

test.each([[], null, {}])("outputs beside steps %j are the result of the run", async (steps) => {
  const stored = { id, status: "completed", usage, steps, outputs: [{ type: "text", text: "La" }] };
  const { client } = told([text("the end"), completed], () => Response.json(stored));
  const stream = await client.get(id, { stream: true, last_event_id: "e7" });
  expect(outputText(await stream.finalInteraction())).toBe("La");
});

test("a stored interaction that lags behind its stream does not remove anything", async () => {
  const behind = { id, status: "in_progress", steps: [], labels: { a: "b" } };
  for (const events of [
    [created, text("Hi"), { event_type: "interaction.status_update", status: "completed" }],
    [created, text("Hi"), completed],
  ]) {
    const { client } = told(events, () => Response.json(behind));
    const final = await (await client.create(model)).finalInteraction();
    expect(final).toMatchObject({ id, status: "completed", steps: [textStep("Hi")] });
  }
  const midway = told([text("the end"), completed], () => Response.json(behind));
  const stream = await midway.client.get(id, { stream: true, last_event_id: "e7" });
  expect(await stream.finalInteraction()).toMatchObject({ id, status: "completed" });
  expect(stream.snapshot.steps).toEqual([textStep("the end")]);
});

test("a stored interaction without id and steps does not remove anything", async () => {
  const { client } = told([created, text("Hi")], () => Response.json({ status: "failed", usage }));
  const final = await (await client.create(model)).finalInteraction();
  expect(final).toEqual({ id, status: "failed", usage, steps: [textStep("Hi")] });
});

test("the older dialect's outputs come from the GET without steps beside them", async () => {
  const outputs = [{ type: "text", text: "La la" }];
  const events = [
    { event_type: "content.delta", index: 0, delta: { type: "text", text: "la" } },
    { event_type: "interaction.complete", interaction: { id, status: "completed", usage } },
  ];
  const stored = { id, status: "completed", outputs };
  const { client } = told(events, () => Response.json(stored));
  const stream = await client.get(id, { stream: true, last_event_id: "e7" });
  const final = await stream.finalInteraction();
  expect(final).toEqual({ id, status: "completed", outputs, usage });
  expect(final).not.toHaveProperty("steps");
});

test("without store nothing is asked for, not even when the service names the run", async () => {
  for (const name of ["", id]) {
    const events = [
      { ...created, interaction: { id: name, status: "in_progress" } },
      text("Hi"),
      { ...completed, interaction: { id: name, status: "completed" } },
    ];
    const { client, requests } = told(events);
    const stream = await client.create({ ...model, store: false });
    expect(await stream.finalInteraction()).toEqual({
      id: name,
      status: "completed",
      steps: [textStep("Hi")],
    });
    expect(stream.cursor).toBeUndefined();
    expect(requests).toHaveLength(1);
  }
});

test("arguments that were still coming at [DONE] are read, or become unparsed_arguments", async () => {
  const call = { type: "function_call", id: "c", name: "f", arguments: {} };
  for (const [fragment, outcome] of [
    ['{"a":1}', { arguments: { a: 1 } }],
    ['{"a":', { unparsed_arguments: '{"a":' }],
  ] as const) {
    const events = [
      created,
      { event_type: "step.start", index: 0, step: call },
      {
        event_type: "step.delta",
        index: 0,
        delta: { type: "arguments_delta", arguments: fragment },
      },
    ];
    const stream = await told(events).client.create({ ...model, store: false });
    const { steps } = await stream.finalInteraction();
    expect(steps).toEqual([{ type: "function_call", id: "c", name: "f", ...outcome }]);
  }
});

test.each<[string, (stream: InteractionStream, controller: AbortController) => void]>([
  ["the signal", (_, controller) => controller.abort("enough")],
  ["stream.abort", (stream) => stream.abort("enough")],
])("an abort by %s ends the wait for the GET, with its reason", async (_, abort) => {
  const controller = new AbortController();
  const { client, requests } = told([created, text("Hi"), completed], never);
  const stream = await client.create(model, { signal: controller.signal });
  const final = lateRejection(stream.finalInteraction());
  while (requests.length < 2) await vi.advanceTimersByTimeAsync(1);
  abort(stream, controller);
  expect(await final).toBe("enough");
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("a stream that was read to its end and then aborted has its interaction, without a GET", async () => {
  const { client, requests } = told([created, text("Hi"), completed]);
  const stream = await client.create(model);
  await collect(stream);
  stream.abort();
  expect(outputText(await stream.finalInteraction())).toBe("Hi");
  expect(requests).toHaveLength(1);
});

test("the GET for usage has ten seconds", async () => {
  const { client } = told([created, text("Hi"), completed], never);
  const began = Date.now();
  const final = await settle((await client.create(model)).finalInteraction());
  expect(outputText(final)).toBe("Hi");
  expect(Date.now() - began).toBeLessThanOrEqual(10_500);
});

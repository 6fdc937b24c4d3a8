import { getEventListeners } from "node:events";
import { beforeEach, expect, test, vi } from "vitest";
import {
  accumulate,
  InteractionsError,
  InteractionStreamError,
  NotFoundError,
  outputText,
  ServerError,
  StreamInterruptedError,
} from "../../src/index.ts";
import type {
  Interaction,
  InteractionsClient,
  InteractionStream,
  InteractionStreamEvent,
  StreamOptions,
} from "../../src/index.ts";
import { createInteractionsService, textStep } from "../../src/testing/index.ts";
import type { Fault, InteractionsServiceOptions } from "../../src/testing/index.ts";
import { bodyOf, createWrittenBody, doneFrame, frame } from "../support/body.ts";
import { geminiClient } from "../support/clients.ts";
import { createFetch, never } from "../support/fetch.ts";
import { settle } from "../support/settle.ts";
import { collect, laterRequests, lateRejection } from "../support/reading.ts";

const story = "One two three four five six seven.";
const agent = {
  agent: "deep-research-preview-04-2026",
  input: "Go",
  background: true,
  stream: true,
} as const;
const model = { model: "gemini-3.5-flash", input: "Go", stream: true } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

function setUp(options: InteractionsServiceOptions = {}) {
  const service = createInteractionsService({ respond: () => story, ...options });
  return { service, client: geminiClient({ fetch: service.fetch }) };
}

/** A stream of these events and then `[DONE]`, and a GET that answers `stored`. */
function told(
  events: readonly object[],
  stored: () => Response | Promise<Response> = () => new Response("", { status: 404 }),
): { client: InteractionsClient; requests: readonly Request[] } {
  const { fetch, requests } = createFetch(({ method, headers }) => {
    const streams = method === "POST" || headers.get("accept") === "text/event-stream";
    if (!streams) return stored();
    const body = bodyOf(...events.map(frame), doneFrame);
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
  return { client: geminiClient({ fetch }), requests };
}

const id = "v1_run1";
const usage = { total_tokens: 9 };
const created = { event_type: "interaction.created", interaction: { id, status: "in_progress" } };
const completed = { event_type: "interaction.completed", interaction: { id, status: "completed" } };

function text(value: string, index = 0): object {
  return { event_type: "step.delta", index, delta: { type: "text", text: value } };
}

// Snapshots.

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

// The final interaction.

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

test.each([[], null, {}])("outputs beside steps %j are what the run came to", async (steps) => {
  const stored = { id, status: "completed", usage, steps, outputs: [{ type: "text", text: "La" }] };
  const { client } = told([text("the end"), completed], () => Response.json(stored));
  const stream = await client.get(id, { stream: true, last_event_id: "e7" });
  expect(outputText(await stream.finalInteraction())).toBe("La");
});

test("a stored interaction that lags behind its stream takes nothing away", async () => {
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

test("a stored interaction without id and steps takes nothing away", async () => {
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

test("reading after leaving takes no listener on the caller's signal", async () => {
  const { signal } = new AbortController();
  const stream = await told([created, text("Hi")]).client.create(model, { signal });
  const events = stream[Symbol.asyncIterator]();
  await events.return?.();
  expect(await events.next()).toEqual({ done: true, value: undefined });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a stream that was read to its end and then aborted has its interaction, without a GET", async () => {
  const { client, requests } = told([created, text("Hi"), completed]);
  const stream = await client.create(model);
  await collect(stream);
  stream.abort();
  expect(outputText(await stream.finalInteraction())).toBe("Hi");
  expect(requests).toHaveLength(1);
});

// Long streams.

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

test("the GET for usage has ten seconds", async () => {
  const { client } = told([created, text("Hi"), completed], never);
  const began = Date.now();
  const final = await settle((await client.create(model)).finalInteraction());
  expect(outputText(final)).toBe("Hi");
  expect(Date.now() - began).toBeLessThanOrEqual(10_500);
});

// Cancelling with an abort.

type Abort = (stream: InteractionStream, controller: AbortController) => void;
const aborts: [string, Abort][] = [
  ["the signal", (_, controller) => controller.abort("enough")],
  ["stream.abort", (stream) => stream.abort("enough")],
];

/** Reads five events of a run, and aborts. */
async function abortInTheMiddle(
  client: InteractionsClient,
  params: typeof agent | typeof model,
  options: StreamOptions,
  abort: Abort,
): Promise<unknown> {
  const controller = new AbortController();
  const stream = await client.create(params, { ...options, signal: controller.signal });
  const events = stream[Symbol.asyncIterator]();
  for (let n = 0; n < 5; n += 1) await events.next();
  abort(stream, controller);
  return lateRejection(events.next());
}

test.each(aborts)("with cancelOnAbort an abort by %s also cancels the run", async (_, abort) => {
  const { service, client } = setUp();
  expect(await abortInTheMiddle(client, agent, { cancelOnAbort: true }, abort)).toBe("enough");
  expect(laterRequests(service)).toEqual(["POST cancel"]);
  expect(service.requests[1]?.path).toContain(`/interactions/${id}/cancel`);
  expect(service.openStreams).toBe(0);
});

test.each<[string, typeof agent | typeof model, StreamOptions]>([
  ["unless it is asked for", agent, {}],
  ["when it is not wanted", agent, { cancelOnAbort: false }],
  ["of a foreground run, which ends with its request", model, { cancelOnAbort: true }],
])("an abort cancels nothing %s", async (_, params, options) => {
  for (const [, abort] of aborts) {
    const { service, client } = setUp();
    expect(await abortInTheMiddle(client, params, options, abort)).toBe("enough");
    expect(laterRequests(service)).toEqual([]);
  }
});

test("neither break nor the end of a run cancels it", async () => {
  const { service, client } = setUp();
  const left = await client.create(agent, { cancelOnAbort: true });
  for await (const _ of left) break;
  const ended = await client.create(agent, { cancelOnAbort: true });
  await collect(ended);
  ended.abort();
  left.abort();
  expect(service.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(
    Array<string>(2).fill("POST /v1beta/interactions"),
  );
});

test.each<[string, Fault, number]>([
  ["fails", { kind: "answer", on: "cancel", status: 400 }, 0],
  ["gets no answer", { kind: "silence", on: "cancel", beforeHeaders: true }, 5_000],
])("a cancel that %s does not hide the abort", async (_, fault, waits) => {
  const { service, client } = setUp({ faults: [fault] });
  const began = Date.now();
  const [, abort = expect.fail("There is no abort.")] = aborts[0] ?? [];
  expect(await abortInTheMiddle(client, agent, { cancelOnAbort: true }, abort)).toBe("enough");
  expect(laterRequests(service)).toEqual(["POST cancel"]);
  // The abort waits for it, for so long; and for one of the steps in which the clock is moved on.
  expect(Date.now() - began).toBeGreaterThanOrEqual(waits);
  expect(Date.now() - began).toBeLessThanOrEqual(waits + 500);
});

test("an abort before the run has a name has nothing to cancel", async () => {
  const { service, client } = setUp();
  const stream = await client.create(agent, { cancelOnAbort: true });
  stream.abort("enough");
  expect(await lateRejection(collect(stream))).toBe("enough");
  expect(laterRequests(service)).toEqual([]);
});

test("a stream that was picked up again cancels its run as well, even unread", async () => {
  const { service, client } = setUp({ eventIntervalMs: 1_000 });
  await client.create({ ...agent, stream: false });
  for (const options of [{ cancelOnAbort: true }, {}]) {
    const stream = await client.get(id, { stream: true }, options);
    stream.abort("enough");
    expect(await lateRejection(collect(stream))).toBe("enough");
  }
  expect(laterRequests(service)).toEqual([
    `GET ${id}?stream=true`,
    "POST cancel",
    `GET ${id}?stream=true`,
  ]);
});

test("an abort during a pause before a reconnect cancels, too", async () => {
  const { service, client } = setUp({
    faults: [
      { kind: "cut", on: "create", afterEvents: 4 },
      { kind: "answer", on: "reattach", status: 503, times: 5 },
    ],
  });
  const controller = new AbortController();
  const options = { cancelOnAbort: true, signal: controller.signal };
  const caught = (await client.create(agent, options)).finalInteraction().catch((error) => error);
  await vi.advanceTimersByTimeAsync(1);
  controller.abort("enough");
  expect(await settle(caught)).toBe("enough");
  expect(laterRequests(service).at(-1)).toBe("POST cancel");
});

// Interruptions.

test("an interruption tells where, why, what was delivered, and how to go on", async () => {
  const { service, client } = setUp({ faults: [{ kind: "unframed-error", afterEvents: 5 }] });
  const stream = await client.create(agent, { resume: false });
  const seen: InteractionStreamEvent[] = [];
  const error = await lateRejection(
    (async () => {
      for await (const event of stream) seen.push(event);
    })(),
  );
  if (!(error instanceof StreamInterruptedError)) throw new Error(String(error));
  expect(error).toMatchObject({
    name: "StreamInterruptedError",
    reason: "UNAVAILABLE: The service is currently unavailable.",
    interactionId: id,
    lastEventId: "evt_5",
    resumable: true,
    interaction: undefined,
  });
  expect(error.message).toBe(
    'Stream ended before the interaction finished (last event id "evt_5"): UNAVAILABLE: The service ' +
      "is currently unavailable. Call client.resume(error.cursor) to continue.",
  );
  expect(error.cursor).toEqual(stream.cursor);
  expect(error.snapshot).toEqual(accumulate(seen));
  expect(laterRequests(service)).toEqual([]);
});

test("an interruption without store cannot be resumed, and says so", async () => {
  const { client } = setUp({ faults: [{ kind: "cut", afterEvents: 4, reset: true }] });
  const stream = await client.create({ ...model, store: false });
  const error = await lateRejection(collect(stream));
  expect(error).toMatchObject({
    cursor: undefined,
    resumable: false,
    cause: expect.objectContaining({ name: "TypeError" }),
  });
  expect(String(error)).toMatch(/It cannot be resumed/);
  expect(error).toMatchObject({ snapshot: { steps: [textStep("One ")] } });
});

test("a stored interaction that differs comes with the interruption", async () => {
  const body = bodyOf(...[created, text("Hi")].map(frame));
  const other = { id, status: "completed", steps: [textStep("Something else")] };
  const { fetch } = createFetch(({ method, headers }) => {
    if (method === "POST") {
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    }
    const streams = headers.get("accept") === "text/event-stream";
    return streams ? new Response("", { status: 404 }) : Response.json(other);
  });
  const stream = await geminiClient({ fetch }).create(agent);
  const error = await lateRejection(collect(stream));
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(error).toMatchObject({
    resumable: false,
    interaction: other,
    snapshot: { steps: [textStep("Hi")] },
    reason: expect.stringContaining("differs from what was streamed"),
  });
});

// Reading and options.

test("a read that is asked for between two others gets its turn", async () => {
  const body = createWrittenBody();
  const { fetch } = createFetch(
    () => new Response(body.stream, { headers: { "content-type": "text/event-stream" } }),
  );
  const stream = await geminiClient({ fetch }).create(model);
  const events = stream[Symbol.asyncIterator]();
  const order: string[] = [];
  const note = ({ value }: IteratorResult<InteractionStreamEvent, unknown>): void => {
    order.push(JSON.stringify(value));
  };
  const first = events.next();
  const second = events.next();
  // Asked for as soon as the first is there, while the second still waits.
  const third = first.then(() => events.next());
  body.write([text("a"), text("b"), text("c")].map(frame).join(""));
  for (const read of [first, second, third]) note(await read);
  expect(order).toEqual(["a", "b", "c"].map((value) => JSON.stringify(text(value))));
  await events.return?.();
});

test.each([0, -1, Number.NaN])(
  "an idleTimeoutMs of %s is refused, and nothing is sent",
  async (ms) => {
    const { fetch, requests } = createFetch(never);
    const calls = [
      geminiClient({ fetch }).create(agent, { idleTimeoutMs: ms }),
      geminiClient({ fetch, idleTimeoutMs: ms }).get(id, { stream: true }),
    ];
    for (const call of calls) {
      await expect(call).rejects.toThrow(`idleTimeoutMs must be a positive number of milliseconds`);
    }
    expect(requests).toEqual([]);
  },
);

test("an endless idleTimeoutMs waits, and no timer runs wild", async () => {
  const body = createWrittenBody();
  const { fetch } = createFetch(
    () => new Response(body.stream, { headers: { "content-type": "text/event-stream" } }),
  );
  const stream = await geminiClient({ fetch }).create(agent, { idleTimeoutMs: Infinity });
  const events = stream[Symbol.asyncIterator]();
  const pending = events.next();
  const timers = vi.spyOn(globalThis, "setTimeout");
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(timers.mock.calls.length).toBeLessThan(3);
  body.write(frame(created));
  expect(await pending).toMatchObject({ done: false });
  await events.return?.();
});

test("a silence may last as long as allowed and an eighth more, and the consumer's own time is none", async () => {
  const body = createWrittenBody();
  const { fetch } = createFetch(
    () => new Response(body.stream, { headers: { "content-type": "text/event-stream" } }),
  );
  const options = { idleTimeoutMs: 8_000, resume: false };
  const events = (await geminiClient({ fetch }).create(agent, options))[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const error: unknown = await events.next().then(
      () => "an event",
      (thrown: unknown) => thrown,
    );
    return error instanceof Error ? error.message : String(error);
  };
  for (let n = 0; n < 3; n += 1) {
    const event = next();
    await vi.advanceTimersByTimeAsync(7_900);
    body.write(frame(created));
    expect(await event).toBe("an event");
    await vi.advanceTimersByTimeAsync(60_000);
  }
  const settled = vi.fn();
  const silent = next().finally(settled);
  await vi.advanceTimersByTimeAsync(7_900);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_200);
  expect(settled).toHaveBeenCalled();
  expect(await silent).toContain("no event for 8000 ms");
});

test("a call's own delays pace the reconnects of its stream", async () => {
  vi.spyOn(Math, "random").mockReturnValue(1);
  const times: number[] = [];
  const { service } = setUp({
    faults: [
      { kind: "cut", on: "create", afterEvents: 4 },
      { kind: "answer", on: "reattach", status: 503, times: 3 },
    ],
  });
  const client = geminiClient({
    fetch: service.fetch,
    hooks: { onReconnect: () => times.push(Date.now()) },
  });
  const stream = await client.create(agent, { retry: { baseDelayMs: 10, maxDelayMs: 30 } });
  const reading = stream.finalInteraction();
  await vi.advanceTimersByTimeAsync(100);
  expect(await reading).toMatchObject({ status: "completed" });
  expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 10, 30, 60]);
});

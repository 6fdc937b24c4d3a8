import { expect, test, vi } from "vitest";
import { defineTool, InteractionStreamError, runTools } from "../../src/index.ts";
import type { Hooks, InteractionsClient, RunEndRecord, RunRecord } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsServiceOptions } from "../../src/testing/index.ts";
import { geminiClient, vertexClient } from "../support/clients.ts";
import { createFetch } from "../support/fetch.ts";

const model = { model: "gemini-3.8-flash", input: "input-of-nobody" } as const;
const agent = { agent: "deep-research-preview-04-2026", input: "Go", background: true } as const;
const quick = { baseDelayMs: 1, maxDelayMs: 1 };

/** What was told of one run. */
interface Told {
  readonly run: RunRecord;
  readonly log: string[];
  readonly ends: RunEndRecord[];
}

/** Hooks that write down each run apart. */
function record(): { hooks: Hooks; runs: Told[] } {
  const runs: Told[] = [];
  const onRunStart = (run: RunRecord): Hooks => {
    const log: string[] = [];
    const ends: RunEndRecord[] = [];
    runs.push({ run, log, ends });
    return {
      onFirstToken: () => log.push("first token"),
      onRunEnd: (end) => ends.push(end),
      onRequest: ({ method }) => log.push(method),
      onResponse: ({ status }) => log.push(String(status)),
      onRequestError: () => log.push("error"),
      onRetry: () => log.push("retry"),
      onReconnect: () => log.push("reconnect"),
    };
  };
  return { hooks: { onRunStart }, runs };
}

function setup(options: InteractionsServiceOptions = {}) {
  const { hooks, runs } = record();
  const service = createInteractionsService({ respond: () => "One two three", ...options });
  const client = geminiClient({ fetch: service.fetch, hooks, retry: quick });
  return { client, hooks, runs, service };
}

async function readAll(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream);
}

test("a create without a stream is a run of one request", async () => {
  const { client, runs } = setup();
  const interaction = await client.create(model);
  expect(runs).toHaveLength(1);
  const [{ run, log, ends } = expect.fail()] = runs;
  expect(run).toMatchObject({ operation: "create", stream: false, model: model.model });
  expect(run.params()).toBe(model);
  expect(log).toEqual(["POST", "200"]);
  const { id, usage } = interaction;
  expect(ends).toEqual([
    {
      outcome: "ended",
      error: undefined,
      interactionId: id,
      status: "completed",
      usage,
      interaction: expect.any(Function),
    },
  ]);
  expect(ends[0]?.interaction()).toBe(interaction);
});

/** Every way in which a run is started or followed, read to its end. */
const ways: [string, string, (client: InteractionsClient) => Promise<unknown>][] = [
  [
    "a loop over a created stream",
    "create",
    async (client) => readAll(await client.create({ ...model, stream: true })),
  ],
  [
    "text() of a created stream",
    "create",
    async (client) => readAll((await client.create({ ...model, stream: true })).text()),
  ],
  [
    "finalInteraction()",
    "create",
    async (client) => (await client.create({ ...agent, stream: true })).finalInteraction(),
  ],
  [
    "toResponse()",
    "create",
    async (client) => (await client.create({ ...model, stream: true })).toResponse().text(),
  ],
  [
    "accumulate: false",
    "create",
    async (client) =>
      readAll(await client.create({ ...model, stream: true }, { accumulate: false })),
  ],
  [
    "a stored run's stream",
    "get",
    async (client) => readAll(await client.get("v1_run0", { stream: true })),
  ],
  [
    "a cursor",
    "resume",
    async (client) => {
      const stream = await client.get("v1_run0", { stream: true });
      const events = stream[Symbol.asyncIterator]();
      await events.next();
      await events.return?.();
      return readAll(await client.resume(stream.cursor ?? expect.fail()));
    },
  ],
];

test.each(ways)(
  "%s is a run that starts, brings a first token, and ends once",
  async (_, operation, use) => {
    const { client, runs, service } = setup({ createId: (count) => `v1_run${count - 1}` });
    await geminiClient({ fetch: service.fetch }).create({ ...agent, input: "stored" });
    await use(client);
    const { run, log, ends } = runs.at(-1) ?? expect.fail();
    expect(run).toMatchObject({ operation, stream: true });
    expect(log).toEqual([operation === "create" ? "POST" : "GET", "200", "first token"]);
    expect(ends).toHaveLength(1);
    expect(ends[0]).toMatchObject({
      outcome: "ended",
      status: "completed",
      interactionId: expect.stringMatching(/^v1_run/),
      usage: { total_tokens: expect.any(Number) },
    });
  },
);

test("a background create and the wait for it are two runs, and hooks get each poll", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { client, runs } = setup({ eventIntervalMs: 1_000 });
  const { id } = await client.create(agent);
  const waited = client.waitForCompletion(id);
  await vi.runAllTimersAsync();
  await waited;
  vi.useRealTimers();
  expect(runs.map(({ run, ends }) => [run.operation, ends.map(({ status }) => status)])).toEqual([
    ["create", ["in_progress"]],
    ["waitForCompletion", ["completed"]],
  ]);
  expect(runs[0]?.run).toMatchObject({ agent: agent.agent, model: undefined });
  expect(runs[1]?.run).toMatchObject({ interactionId: id });
  expect(runs[1]?.log.filter((entry) => entry === "GET").length).toBeGreaterThan(1);
});

test.each([false, true])("each turn of runTools is a run, with stream: %s", async (stream) => {
  const tool = defineTool({
    name: "now",
    description: "The time.",
    parameters: { type: "object", properties: {} },
    execute: () => ({ hour: 12 }),
  });
  const { hooks, runs } = record();
  const service = createInteractionsService({
    responses: [
      { steps: [{ type: "function_call", id: "call_1", name: "now", arguments: {} }] },
      "Noon.",
    ],
  });
  await runTools(
    geminiClient({ fetch: service.fetch, hooks }),
    { ...model, stream },
    { tools: [tool] },
  );
  expect(runs.map(({ ends }) => ends.map(({ outcome, status }) => `${outcome} ${status}`))).toEqual(
    [["ended requires_action"], ["ended completed"]],
  );
});

test("a run that is left, aborted or fails says so, once", async () => {
  const { client, runs } = setup({ faults: [] });
  const open = () => client.create({ ...agent, stream: true });

  for await (const _ of await open()) break;
  expect(runs.at(-1)?.ends).toMatchObject([{ outcome: "left", status: "in_progress" }]);

  const reason = new Error("mine");
  const aborted = await open();
  const events = aborted[Symbol.asyncIterator]();
  await events.next();
  aborted.abort(reason);
  expect(runs.at(-1)?.ends).toMatchObject([{ outcome: "aborted", error: reason }]);
  await expect(events.next()).rejects.toBe(reason);
  await events.return?.();
  expect(runs.at(-1)?.ends).toHaveLength(1);

  const unread = await open();
  unread.abort(reason);
  await expect(unread.finalInteraction()).rejects.toBe(reason);
  expect(runs.at(-1)?.ends).toMatchObject([{ outcome: "aborted", error: reason }]);

  const controller = new AbortController();
  await client.create({ ...agent, stream: true }, { signal: controller.signal });
  controller.abort(reason);
  expect(runs.at(-1)?.ends).toMatchObject([{ outcome: "aborted", error: reason }]);

  const before = client.create(model, { signal: controller.signal });
  await expect(before).rejects.toBe(reason);
  expect(runs.at(-1)?.ends).toMatchObject([{ outcome: "aborted", error: reason }]);

  const response = (await open()).toResponse();
  await response.body?.cancel();
  expect(runs.at(-1)?.ends).toMatchObject([{ outcome: "left" }]);

  // @ts-expect-error neither a model nor an agent
  await expect(client.create({ input: "Go" })).rejects.toThrow(TypeError);
  expect(runs.at(-1)).toMatchObject({
    log: [],
    ends: [{ outcome: "failed", error: expect.any(TypeError) }],
  });
});

test("a wait that passes its deadline fails with it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { client, runs } = setup({ eventIntervalMs: 60_000 });
  const { id } = await client.create(agent);
  const waited = client
    .waitForCompletion(id, { timeoutMs: 5_000 })
    .catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(5_000);
  const error = await waited;
  vi.useRealTimers();
  const end = { outcome: "failed", error, interactionId: id };
  expect(runs.at(-1)?.ends).toEqual([expect.objectContaining(end)]);
});

test("the requests of a stream that reconnects are its own, and it ends once", async () => {
  const { client, runs } = setup({
    faults: [
      { kind: "cut", afterEvents: 5 },
      { kind: "network-error", on: "reattach" },
    ],
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const reading = readAll(await client.create({ ...agent, stream: true }));
  await vi.runAllTimersAsync();
  await reading;
  vi.useRealTimers();
  expect(runs).toHaveLength(1);
  expect(runs[0]?.log).toEqual([
    "POST",
    "200",
    "first token",
    "reconnect",
    "GET",
    "error",
    "reconnect",
    "GET",
    "200",
  ]);
  expect(runs[0]?.ends).toMatchObject([{ outcome: "ended", status: "completed" }]);
});

test("an interruption and an error of the run's own are failures", async () => {
  const { client, runs } = setup({
    faults: [
      { kind: "cut", on: "create", afterEvents: 4 },
      {
        kind: "error-event",
        on: "create",
        afterEvents: 4,
        error: { code: "invalid_request", message: "no" },
      },
    ],
  });
  const cut = await client.create({ ...model, stream: true }, { resume: false });
  const error = await readAll(cut).catch((thrown: unknown) => thrown);
  expect(runs.at(-1)?.ends).toMatchObject([{ outcome: "failed", error }]);
  // The loop ends, as the error is an event of it.
  await readAll(await client.create({ ...model, stream: true }));
  expect(runs.at(-1)?.ends).toMatchObject([
    { outcome: "failed", error: expect.any(InteractionStreamError) },
  ]);
});

test("a hook that aborts the run gets its end once", async () => {
  const service = createInteractionsService();
  for (const moment of ["onFirstToken", "onRunEnd"] as const) {
    const controller = new AbortController();
    const onRunEnd = vi.fn<(end: RunEndRecord) => void>(() => controller.abort());
    const hooks = {
      onRunEnd,
      ...(moment === "onRunEnd" ? {} : { [moment]: () => controller.abort() }),
    };
    const client = geminiClient({ fetch: service.fetch, hooks });
    const stream = await client.create({ ...model, stream: true }, { signal: controller.signal });
    await readAll(stream).catch(() => undefined);
    expect(onRunEnd.mock.calls.map(([{ outcome }]) => outcome)).toEqual([
      moment === "onRunEnd" ? "ended" : "aborted",
    ]);
  }
});

test("hooks can distinguish runs side by side", async () => {
  const { client, runs } = setup({ respond: ({ input }) => JSON.stringify(input) });
  const streams = await Promise.all(
    ["a", "b", "c"].map((input) => client.create({ ...model, input, stream: true })),
  );
  await Promise.all(streams.map(readAll));
  expect(runs.map(({ run }) => run.params()?.input)).toEqual(["a", "b", "c"]);
  expect(runs.map(({ log }) => log)).toEqual(runs.map(() => ["POST", "200", "first token"]));
  expect(runs.map(({ ends }) => ends[0]?.interactionId)).toEqual(
    streams.map((s) => s.interactionId),
  );
});

test("hooks of the client get every run without hooks of its own", async () => {
  const service = createInteractionsService();
  const hooks = { onFirstToken: vi.fn(), onRunEnd: vi.fn(), onRequest: vi.fn() };
  const client = geminiClient({ fetch: service.fetch, hooks });
  await readAll(await client.create({ ...model, stream: true }));
  await client.create(model);
  expect(hooks.onFirstToken).toHaveBeenCalledTimes(1);
  expect(hooks.onRunEnd).toHaveBeenCalledTimes(2);
  expect(hooks.onRequest).toHaveBeenCalledTimes(2);
});

test("get, cancel, delete and the response of a finished cursor are not runs", async () => {
  const { client, runs } = setup();
  const stream = await client.create({ ...agent, stream: true });
  await stream.finalInteraction();
  const { id } = await client.create(agent);
  const count = runs.length;
  await client.get(id);
  await client.cancel(id);
  await client.delete(id);
  expect(runs).toHaveLength(count);
  const finished = await client.resume(stream.cursor ?? expect.fail());
  expect(finished.toResponse().status).toBe(204);
  // It is over as soon as it is answered.
  expect(runs.at(-1)).toMatchObject({ log: [], ends: [{ outcome: "left" }] });
});

test("records that are logged whole do not contain content", async () => {
  const { client, runs } = setup({ respond: () => "answer-of-nobody" });
  await readAll(await client.create({ ...model, stream: true }));
  await client.create(model);
  const shown = JSON.stringify(runs);
  expect(shown).toContain(model.model);
  expect(shown).not.toContain("of-nobody");
});

const failing: [string, () => never][] = [
  ["throws", () => expect.fail("mine")],
  ["rejects", () => Promise.reject(new Error("mine")) as never],
];

test.each(failing)("a hook that %s breaks no run", async (_, fail) => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const service = createInteractionsService({ faults: [{ kind: "network-error", on: "get" }] });
  const every = { onFirstToken: fail, onRunEnd: fail, onRequestError: fail };
  for (const hooks of [every, { ...every, onRunStart: fail }, { onRunStart: () => every }]) {
    const client = geminiClient({ fetch: service.fetch, hooks, retry: quick });
    expect(
      await (await client.create({ ...model, stream: true })).finalInteraction(),
    ).toMatchObject({ status: "completed" });
    const { id } = await client.create(agent);
    expect(await client.waitForCompletion(id, { pollIntervalMs: 1 })).toMatchObject({
      status: "completed",
    });
  }
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("a run's own calls on Vertex AI find the URL form once for the whole client", async () => {
  const { hooks } = record();
  const { fetch, requests } = createFetch(({ url }) =>
    url.includes("/projects/")
      ? Response.json({ id: "int_1", status: "completed" })
      : Response.json({}, { status: 404 }),
  );
  const client = vertexClient({ location: "us-central1" }, { fetch, hooks });
  await client.waitForCompletion("int_1");
  await client.waitForCompletion("int_1");
  expect(requests).toHaveLength(3);
});

/** An object that throws when anything of it is read. */
function hostile(): Hooks {
  return new Proxy(
    {},
    {
      get: () => expect.fail("read"),
      has: () => expect.fail("looked for"),
      ownKeys: () => expect.fail("listed"),
    },
  );
}

test.each<[string, () => Hooks]>([
  ["onRunStart returns an object that throws", () => ({ onRunStart: hostile })],
  [
    "a member of onRunStart's object throws",
    () => ({
      onRunStart: () => ({
        get onRunEnd(): never {
          return expect.fail("read");
        },
      }),
    }),
  ],
  [
    "onRunStart returns what is no function",
    () => ({ onRunStart: () => ({ onRunEnd: "no", onRequest: 7 }) as unknown as Hooks }),
  ],
  [
    "the client's hooks throw when they are read, later on",
    () => {
      let reads = 0;
      const read = (): undefined => {
        reads += 1;
        if (reads > 8) expect.fail("read");
      };
      const names = ["onRunStart", "onRequest", "onResponse", "onRetry", "onReconnect", "onRunEnd"];
      const descriptors = names.map((name) => [name, { get: read, enumerable: true }]);
      return Object.defineProperties({}, Object.fromEntries(descriptors));
    },
  ],
])("the call continues where %s", async (_, hooksOf) => {
  const { fetch } = createInteractionsService({ respond: () => "Hello" });
  const client = geminiClient({ fetch, hooks: hooksOf() });
  expect(await client.create(model)).toMatchObject({ status: "completed" });
  const stream = await client.create({ ...model, stream: true });
  expect(await stream.finalInteraction()).toMatchObject({ status: "completed" });
  await client.api.POST("/v1beta/interactions", { body: model });
});

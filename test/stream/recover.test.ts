import { beforeEach, expect, test, vi } from "vitest";
import { accumulate, InteractionsClient, StreamInterruptedError } from "../../src/index.ts";
import type {
  FetchFunction,
  InteractionStreamEvent,
  Step,
  StreamOptions,
} from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type {
  Fault,
  InteractionsService,
  InteractionsServiceOptions,
} from "../../src/testing/index.ts";
import { geminiClient } from "../support/clients.ts";
import { runs } from "../support/runs.ts";
import { settle } from "../support/settle.ts";
import { traceOf } from "../support/trace.ts";
import { collect } from "../support/reading.ts";

const background = {
  agent: "deep-research-preview-04-2026",
  input: "Go",
  background: true,
  stream: true,
} as const;
const foreground = { model: "gemini-3.5-flash", input: "Go", stream: true } as const;
const stateless = { ...foreground, store: false } as const;
const story = "One two three four five six seven eight nine ten eleven twelve.";

beforeEach(() => {
  vi.useFakeTimers();
});
interface Setup {
  readonly service: InteractionsService;
  readonly client: InteractionsClient;
  readonly reconnects: { attempt: number; reason: string; lastEventId: string | undefined }[];
}

function setUp(options: InteractionsServiceOptions = {}): Setup {
  const service = createInteractionsService({ respond: () => story, ...options });
  const reconnects: Setup["reconnects"] = [];
  const client = new InteractionsClient({
    apiKey: "key",
    fetch: service.fetch,
    retry: { maxRetries: 0, baseDelayMs: 1000, maxDelayMs: 8000 },
    hooks: { onReconnect: (record) => reconnects.push(record) },
  });
  return { service, client, reconnects };
}

/** What a stream brings in the end, over whatever faults. */
async function readAll(
  setup: Setup,
  params: typeof background | typeof foreground | typeof stateless = background,
  options: StreamOptions = {},
): Promise<InteractionStreamEvent[]> {
  return settle((async () => collect(await setup.client.create(params, options)))());
}

async function uninterrupted(
  options: InteractionsServiceOptions = {},
  params: typeof background | typeof foreground = background,
): Promise<InteractionStreamEvent[]> {
  return readAll(setUp(options), params);
}

const cut: Fault = { kind: "cut", afterEvents: 5 };

test.each([
  ["a clean end", { kind: "cut", afterEvents: 5 }],
  ["a reset", { kind: "cut", afterEvents: 5, reset: true }],
  ["an un-framed error", { kind: "unframed-error", afterEvents: 5 }],
  ["an un-framed error on several lines", { kind: "unframed-error", afterEvents: 5, pretty: true }],
  ["silence", { kind: "silence", afterEvents: 5 }],
  [
    "a transient error event",
    { kind: "error-event", afterEvents: 5, error: { code: "gateway_timeout", message: "Late" } },
  ],
] satisfies [string, Fault][])("continues after %s, with each piece once", async (_, fault) => {
  for (const dialect of ["current", "legacy"] as const) {
    const setup = setUp({ dialect, faults: [fault] });
    const events = await readAll(setup);
    expect(traceOf(events)).toEqual(traceOf(await uninterrupted({ dialect })));
    expect(setup.reconnects).toHaveLength(1);
    expect(setup.service.openStreams).toBe(0);
  }
});

test("keeps the message of an un-framed error as the reason", async () => {
  const setup = setUp({ faults: [{ kind: "unframed-error", afterEvents: 3 }] });
  await readAll(setup);
  expect(setup.reconnects[0]?.reason).toContain("UNAVAILABLE");
});

test("asks for what comes after the newest event id, and names nothing where there is none", async () => {
  const withIds = setUp({ faults: [cut] });
  await readAll(withIds);
  expect(new URL(withIds.service.requests[1]?.url ?? "").searchParams.get("last_event_id")).toBe(
    "evt_5",
  );

  const without = setUp({ faults: [cut, { kind: "event-ids", show: "none", times: 9 }] });
  await readAll(without);
  expect(new URL(without.service.requests[1]?.url ?? "").search).toBe("?stream=true");
});

test("reconnects without end while there is progress, the first time at once", async () => {
  const faults: Fault[] = [{ kind: "cut", afterEvents: 2, times: 8 }];
  const setup = setUp({ faults });
  const began = Date.now();
  expect(traceOf(await readAll(setup))).toEqual(traceOf(await uninterrupted()));
  expect(setup.reconnects.length).toBeGreaterThanOrEqual(7);
  expect(setup.reconnects.map(({ attempt }) => attempt)).toEqual(setup.reconnects.map(() => 1));
  // There is progress each time: no pause grows, and none is shorter than a second.
  expect(Date.now() - began).toBeLessThanOrEqual(setup.reconnects.length * 2_000);
});

/** The steps without signatures that say nothing, which a stream starts its calls with. */
function unsigned(steps: readonly Step[] | undefined): unknown {
  return steps?.map(({ ...step }: Record<string, unknown>) => {
    if (step["signature"] === "") delete step["signature"];
    return step;
  });
}

test("polls after five reconnects in a row that bring nothing, and adds what is missing", async () => {
  for (const [name, steps] of Object.entries(runs)) {
    for (const dialect of ["current", "legacy"] as const) {
      const options: InteractionsServiceOptions = {
        dialect,
        respond: () => ({ steps: [...steps] }),
      };
      const whole = await uninterrupted(options);
      for (let afterEvents = 1; afterEvents < whole.length; afterEvents++) {
        const setup = setUp({
          ...options,
          faults: [
            { kind: "cut", on: "create", afterEvents },
            { kind: "answer", on: "reattach", status: 503, shape: "service", times: 5 },
          ],
        });
        const events = await readAll(setup);
        // Once the stored interaction is read, it is what the run came to: calls without a signature.
        expect(unsigned(accumulate(events).steps), `${name}, ${afterEvents}`).toEqual(
          unsigned(accumulate(whole).steps),
        );
        expect(accumulate(events).outputs).toEqual(accumulate(whole).outputs);
        // A sixth follows when a poll tells that the service is back and the run goes on.
        const attempts = setup.reconnects.map(({ attempt }) => attempt);
        expect(attempts.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
        expect(attempts.length).toBeLessThanOrEqual(6);
      }
    }
  }
});

test("two lifecycle events and then silence are not progress", async () => {
  const setup = setUp({
    faults: [
      { kind: "cut", on: "create", afterEvents: 6 },
      { kind: "replay", from: "run", times: 5 },
      { kind: "silence", on: "reattach", afterEvents: 2, times: 5 },
    ],
  });
  expect(traceOf(await readAll(setup))).toEqual(traceOf(await uninterrupted()));
  // Each silence takes minutes: after two of them the stored run is asked.
  const attempts = setup.reconnects.map(({ attempt }) => attempt);
  expect(attempts.slice(0, 2)).toEqual([1, 2]);
  const reads = setup.service.requests.filter(
    ({ isStream, method }) => !isStream && method === "GET",
  );
  expect(reads.length).toBeGreaterThan(0);
});

test.each([
  ["other pieces", { kind: "replay", splitText: (text) => text.match(/.{1,3}/gsu) ?? [] }],
  ["the cursor's own event", { kind: "replay", from: "event" }],
  ["the step from its start", { kind: "replay", from: "step" }],
  ["the run from its start", { kind: "replay", from: "run" }],
] satisfies [string, Fault][])("takes a replay that repeats %s", async (_, fault) => {
  for (const show of ["all", "sparse", "none"] as const) {
    const ids: Fault = { kind: "event-ids", show, times: 9 };
    const setup = setUp({ faults: [cut, fault, ids] });
    expect(traceOf(await readAll(setup)), show).toEqual(traceOf(await uninterrupted()));
  }
});

test("a refused cursor is left out once, and the run replayed from its start", async () => {
  const refusal: Fault = { kind: "answer", on: "reattach", status: 400, shape: "service" };
  const setup = setUp({ faults: [cut, refusal] });
  expect(traceOf(await readAll(setup))).toEqual(traceOf(await uninterrupted()));
  const cursors = setup.service.requests.map(({ url }) =>
    new URL(url).searchParams.get("last_event_id"),
  );
  expect(cursors).toEqual([null, "evt_5", null]);
});

test("a run without a stream is read as JSON: the rest is added, or its loss is an error", async () => {
  const missing: Fault = { kind: "answer", on: "reattach", status: 404, shape: "service" };
  const setup = setUp({ faults: [cut, missing] });
  expect(traceOf(await readAll(setup))).toEqual(traceOf(await uninterrupted()));

  const gone = setUp({ mode: "faithful", faults: [cut] });
  const error: unknown = await readAll(gone, foreground).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(error).toMatchObject({ resumable: false });
});

test("not_found in the stream itself, before anything new, leads to the stored run", async () => {
  const notFound: Fault = {
    kind: "error-event",
    on: "reattach",
    error: { code: "not_found", message: "No stream" },
  };
  const setup = setUp({ faults: [cut, notFound] });
  expect(traceOf(await readAll(setup))).toEqual(traceOf(await uninterrupted()));
});

test("a transient error after the end of the run is ignored", async () => {
  const whole = await uninterrupted();
  const error = { code: "gateway_timeout", message: "Late" };
  const setup = setUp({ faults: [{ kind: "error-event", afterEvents: whole.length, error }] });
  expect(traceOf(await readAll(setup))).toEqual(traceOf(whole));
  expect(setup.service.requests).toHaveLength(1);
});

test("a page that breaks off, in place of a stream, is one more lost connection", async () => {
  const setup = setUp({
    faults: [
      cut,
      { kind: "content-type", on: "reattach", value: "text/html" },
      { kind: "cut", on: "reattach", afterEvents: 1, reset: true },
    ],
  });
  expect(traceOf(await readAll(setup))).toEqual(traceOf(await uninterrupted()));
  expect(setup.reconnects.map(({ attempt }) => attempt)).toEqual([1, 2]);
});

test("a transient error of a run that cannot be resumed is delivered", async () => {
  const error: Fault = {
    kind: "error-event",
    afterEvents: 4,
    error: { code: "api_error", message: "Broken" },
  };
  const events = await readAll(setUp({ faults: [error] }), stateless);
  expect(events.at(-1)).toMatchObject({ event_type: "error", error: { code: "api_error" } });
});

test("a replay that says something else stops with what was delivered", async () => {
  let text = story.replace("three", "THREE");
  const service = createInteractionsService({
    respond: () => text,
    faults: [{ kind: "event-ids", show: "none", times: 9 }],
  });
  // What the service replays is another run than the one that was streamed.
  const swap: FetchFunction = (url, init) =>
    service.fetch(init.method === "GET" ? url.replace("run2", "run1") : url, init);
  const client = new InteractionsClient({ apiKey: "key", fetch: swap });
  await client.create({ ...foreground, stream: false });
  text = story;
  service.faults.push({ kind: "cut", afterEvents: 6 });
  const stream = await client.create(background);
  const seen: InteractionStreamEvent[] = [];
  const reading = (async () => {
    for await (const event of stream) seen.push(event);
  })();
  const error: unknown = await settle(reading).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(error).toMatchObject({ resumable: false, reason: expect.stringContaining("contradicts") });
  expect(traceOf(seen).at(-1)).toBe("0 text: One two three ");
});

test("with resume: false the error has a cursor, and client.resume continues from it in another process", async () => {
  const { client } = setUp({ faults: [cut] });
  const stream = await client.create(background, { resume: false });
  const head: InteractionStreamEvent[] = [];
  const error: unknown = await (async () => {
    for await (const event of stream) head.push(event);
    return undefined;
  })().catch((thrown: unknown) => thrown);
  if (!(error instanceof StreamInterruptedError))
    throw new Error(`Not interrupted: ${String(error)}`);
  expect(error).toMatchObject({ resumable: true, snapshot: { id: "v1_run1" } });

  const { cursor = "" } = error;
  expect(cursor.length).toBeLessThan(500);
  const rest = await collect(await client.resume(cursor));
  expect(traceOf([...head, ...rest])).toEqual(traceOf(await uninterrupted()));
});

test("client.resume gives the same from every point of every run", async () => {
  for (const [name, steps] of Object.entries(runs)) {
    for (const show of ["all", "sparse", "none"] as const) {
      const options: InteractionsServiceOptions = {
        respond: () => ({ steps: [...steps] }),
        faults: [{ kind: "event-ids", show, times: 999 }],
      };
      const whole = await uninterrupted(options);
      const { client } = setUp(options);
      const stream = await client.create(background);
      const cursors = [stream.cursor];
      for await (const _ of stream) cursors.push(stream.cursor);
      for (const [count, cursor] of cursors.entries()) {
        if (cursor === undefined) continue;
        const rest = await collect(await client.resume(cursor));
        const joined = [...whole.slice(0, count), ...rest];
        expect(traceOf(joined), `${name}, ${show}, ${count}`).toEqual(traceOf(whole));
      }
    }
  }
});

test("an hour of cuts every ten minutes, without event ids, ends complete", async () => {
  const words = Array.from({ length: 360 }, (_, n) => `word${n}`).join(" ");
  const options: InteractionsServiceOptions = { respond: () => words, eventIntervalMs: 10_000 };
  const started = Date.now();
  const setup = setUp({
    ...options,
    faults: [
      { kind: "event-ids", show: "none", times: 99 },
      ...[60, 120, 180, 240, 300].map((afterEvents): Fault => ({
        kind: "unframed-error",
        afterEvents,
      })),
    ],
  });
  const events = await readAll(setup);
  expect(Date.now() - started).toBeGreaterThan(3_600_000);
  expect(setup.reconnects).toHaveLength(5);
  expect(accumulate(events).steps).toEqual([
    { type: "model_output", content: [{ type: "text", text: words }] },
  ]);
});

test("a reattach without an answer for 30 s counts as a failed attempt", async () => {
  const setup = setUp({
    faults: [cut, { kind: "silence", on: "reattach", beforeHeaders: true }],
  });
  expect(traceOf(await readAll(setup))).toEqual(traceOf(await uninterrupted()));
  expect(setup.reconnects.map(({ reason }) => reason)[1]).toContain("30000 ms");
});

test("an abort ends a pause before a reconnect at once", async () => {
  const setup = setUp({
    faults: [
      { kind: "cut", on: "create", afterEvents: 4 },
      { kind: "answer", on: "reattach", status: 503, shape: "service", times: 5 },
    ],
  });
  const stream = await setup.client.create(background);
  const reading = collect(stream);
  reading.catch(() => undefined);
  await vi.advanceTimersByTimeAsync(0);
  stream.abort("enough");
  await expect(reading).rejects.toBe("enough");
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
  const stream = await client.create(background, { retry: { baseDelayMs: 10, maxDelayMs: 30 } });
  const reading = stream.finalInteraction();
  await vi.advanceTimersByTimeAsync(100);
  expect(await reading).toMatchObject({ status: "completed" });
  expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 10, 30, 60]);
});

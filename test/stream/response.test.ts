import { beforeEach, expect, test, vi } from "vitest";
import { outputText, parseSse, StreamInterruptedError } from "../../src/index.ts";
import type { InteractionStreamEvent } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsServiceOptions } from "../../src/testing/index.ts";
import { bodyOf, createWrittenBody, doneFrame, frame } from "../support/body.ts";
import { geminiClient, testKey } from "../support/clients.ts";
import { createFetch } from "../support/fetch.ts";
import { traceOf } from "../support/trace.ts";
import { collect, laterRequests, lateRejection } from "../support/reading.ts";

const agent = {
  agent: "deep-research-preview-04-2026",
  input: "Go",
  background: true,
  stream: true,
} as const;
const model = { model: "gemini-3.5-flash", input: "Go", stream: true } as const;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
});

function setUp(options: InteractionsServiceOptions = {}) {
  const respond = () => "One two three four five six seven.";
  const service = createInteractionsService({ respond, ...options });
  return { service, client: geminiClient({ fetch: service.fetch }) };
}

/** A client whose every stream has this body. */
function clientOf(body: () => ReadableStream<Uint8Array>) {
  const { fetch } = createFetch(
    () => new Response(body(), { headers: { "content-type": "text/event-stream" } }),
  );
  return geminiClient({ fetch });
}

/** The frames of an event stream. */
function framesOf(body: string): { id: string | undefined; event: string; data: string }[] {
  return body
    .split("\n\n")
    .slice(0, -1)
    .map((block) => {
      const fields = new Map<string, string>();
      for (const line of block.split("\n")) {
        const [name = "", value = ""] = line.split(/: (.*)/s);
        expect(fields.has(name)).toBe(false);
        fields.set(name, value);
      }
      const { event = "", data = "" } = Object.fromEntries(fields);
      return { id: fields.get("id"), event, data };
    });
}

test("a response contains the events, each with a cursor for client.resume", async () => {
  for (const mode of ["guide", "faithful"] as const) {
    const { client } = setUp({ mode });
    const events = await collect(await client.create(agent));
    const response = (await client.create(agent)).toResponse();
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("cache-control")).toBe("no-cache, no-transform");
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    const body = await response.text();
    const frames = framesOf(body);
    expect(frames.at(-1)).toEqual({ id: undefined, event: "done", data: "[DONE]" });
    const shown = frames.slice(0, -1);
    expect(shown.map(({ event }) => event)).toEqual(events.map(({ event_type }) => event_type));
    const sent = shown.map(({ data }): InteractionStreamEvent => JSON.parse(data));
    expect(traceOf(sent)).toEqual(traceOf(events));
    for (const [index, { id: word = "" }] of shown.entries()) {
      const rest = await collect(await client.resume(word));
      expect(traceOf([...sent.slice(0, index + 1), ...rest])).toEqual(traceOf(sent));
    }
  }
});

test("parseSse reads the response of a stream", async () => {
  const { client } = setUp({ mode: "guide" });
  const { body } = (await client.create(agent)).toResponse();
  if (body === null) throw new Error("There is no body.");
  const events = await collect(parseSse(body));
  expect(events.at(-1)).toMatchObject({
    event_type: "interaction.completed",
    event_id: expect.stringMatching(/^evt_/),
  });
});

test("a response without store has no ids, and takes status and headers", async () => {
  const stream = await setUp().client.create({ ...model, store: false });
  const response = stream.toResponse({
    status: 201,
    headers: {
      "Content-Type": "text/plain",
      "Cache-Control": "private",
      "X-Accel-Buffering": "yes",
      "x-own": "1",
    },
  });
  expect(response.status).toBe(201);
  expect(Object.fromEntries(response.headers)).toEqual({
    "content-type": "text/plain",
    "cache-control": "private",
    "x-accel-buffering": "yes",
    "x-own": "1",
  });
  expect(await response.text()).not.toContain("id: ");
});

test("an event cannot add a field to its frame", async () => {
  const event = { event_type: "a\nid: evil\r\ndata: evil\revent: b", note: "x\r\n\ny\u2028z" };
  const client = clientOf(() => bodyOf(frame(event), doneFrame));
  const body = await (await client.create(model)).toResponse().text();
  const [first] = framesOf(body);
  expect(first).toMatchObject({ id: undefined, event: "aid: evildata: evilevent: b" });
  expect(JSON.parse(first?.data ?? "")).toEqual(event);
});

test("an interruption breaks a response off, after what came before it", async () => {
  const { client } = setUp({ faults: [{ kind: "cut", afterEvents: 4 }] });
  const { body } = (await client.create(agent, { resume: false })).toResponse();
  const chunks: string[] = [];
  const reading = (async () => {
    if (body === null) return;
    for await (const chunk of body) chunks.push(new TextDecoder().decode(chunk));
  })();
  expect(await lateRejection(reading)).toBeInstanceOf(StreamInterruptedError);
  expect(framesOf(chunks.join(""))).toHaveLength(4);
  expect(chunks.join("")).not.toContain("[DONE]");
});

test("a response that is cancelled frees the connection, and cancels no run", async () => {
  const { service, client } = setUp();
  const stream = await client.create(agent, { cancelOnAbort: true });
  const reader = stream.toResponse().body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(service.openStreams).toBe(0);
  expect(laterRequests(service)).toEqual([]);
  await expect(stream.finalInteraction()).rejects.toThrow(/was left before its end/);
});

test("a response that is cancelled while it waits frees the connection, too", async () => {
  const body = createWrittenBody();
  const stream = await clientOf(() => body.stream).create(model);
  const reader = stream.toResponse().body?.getReader();
  const pending = reader?.read();
  await reader?.cancel();
  expect(await pending).toMatchObject({ done: true });
  expect(body.cancelled).toBe(true);
});

test("a response is read as far as it is wanted", async () => {
  const { service, client } = setUp({ respond: () => "word ".repeat(500) });
  const stream = await client.create(agent);
  const reader = stream.toResponse().body?.getReader();
  for (let n = 0; n < 5; n += 1) await reader?.read();
  expect(service.openStreams).toBe(1);
  // A few more may be on their way.
  expect(outputText(stream.snapshot).length).toBeLessThan(100);
  await reader?.cancel();
});

test("a stream that became a response has no other reader", async () => {
  const stream = await setUp().client.create(agent);
  const response = stream.toResponse();
  expect(() => stream.toResponse()).toThrow("one stream has one consumer");
  expect(() => stream[Symbol.asyncIterator]()).toThrow(TypeError);
  await response.text();
});

test("a silence is filled with comments, which no reader hands out", async () => {
  const body = createWrittenBody();
  const stream = await clientOf(() => body.stream).create(model);
  const response = stream.toResponse({ keepAliveMs: 5_000 });
  const reading = response.text();
  await vi.advanceTimersByTimeAsync(16_000);
  const event = { event_type: "interaction.status_update", status: "in_progress" };
  body.write(frame(event));
  await vi.advanceTimersByTimeAsync(6_000);
  body.write(doneFrame);
  body.end();
  const text = await reading;
  expect(text.match(/^:$/gm)).toHaveLength(4);
  expect(vi.getTimerCount()).toBe(0);
  const events = await collect(parseSse(bodyOf(text)));
  expect(events).toEqual([event]);
});

test("by default a comment comes after 8 s of silence, then every 15 s, and again after each event", async () => {
  const body = createWrittenBody();
  const stream = await clientOf(() => body.stream).create(model);
  const reader = stream.toResponse().body?.getReader();
  const times: number[] = [];
  const start = Date.now();
  const reading = (async () => {
    for (;;) {
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) return;
      if (new TextDecoder().decode(chunk.value) === ":\n\n") times.push(Date.now() - start);
    }
  })();
  await vi.advanceTimersByTimeAsync(40_000);
  body.write(frame({ event_type: "interaction.status_update", status: "in_progress" }));
  await vi.advanceTimersByTimeAsync(9_000);
  body.write(doneFrame);
  body.end();
  await reading;
  expect(times).toEqual([8_000, 23_000, 38_000, 48_000]);
  expect(vi.getTimerCount()).toBe(0);
});

test("no comment comes where the time is more than a timer can count", async () => {
  for (const keepAliveMs of [Infinity, 2 ** 31, Number.MAX_VALUE]) {
    const body = createWrittenBody();
    const stream = await clientOf(() => body.stream).create(model);
    const reading = stream.toResponse({ keepAliveMs }).text();
    await vi.advanceTimersByTimeAsync(60_000);
    body.write(doneFrame);
    body.end();
    expect(await reading).not.toMatch(/^:$/m);
  }
});

/** The ways in which a service reports that a run has failed, after status 200. */
const bad = { code: "prohibited_content", message: "The prompt was blocked." };
const runErrors: [string, string[]][] = [
  ["an event", [frame({ event_type: "error", error: bad })]],
  ["data that is no event", [`data: ${JSON.stringify({ error: bad })}\n\n`]],
  ["an SSE event named error", [`event: error\ndata: ${JSON.stringify(bad)}\n\n`]],
  ["a line without framing", [`${JSON.stringify({ error: bad })}\n`]],
  [
    "a final status with an error",
    [frame({ event_type: "interaction.status_update", status: "failed", error: bad })],
  ],
];

test.each(runErrors)("the run's own error comes once as run_error: %s", async (_, frames) => {
  const created = {
    event_type: "interaction.created",
    interaction: { id: "v1_a", status: "in_progress" },
  };
  for (const ending of [[doneFrame], []]) {
    const client = clientOf(() => bodyOf(frame(created), ...frames, ...ending));
    const sent = framesOf(await (await client.create(model)).toResponse().text());
    const errors = sent.filter(({ event }) => event === "run_error");
    expect(errors).toHaveLength(1);
    expect(sent.at(-2)).toBe(errors[0]);
    expect(sent.at(-1)).toMatchObject({ event: "done" });
    const { id = "", data } = errors[0] ?? { data: "" };
    const { error } = JSON.parse(data);
    expect(error.code).toBe(bad.code);
    expect(error.message).toContain(bad.message);
    // Whoever comes again with its id is told that nothing follows, without a request.
    const { fetch, requests } = createFetch(() => new Response("", { status: 500 }));
    const again = (await geminiClient({ fetch }).resume(id)).toResponse();
    expect(again.status).toBe(204);
    expect(requests).toEqual([]);
  }
});

test("an error after which the run continued is not sent as run_error", async () => {
  const events = [
    { event_type: "error", error: bad },
    { event_type: "step.delta", index: 0, delta: { type: "text", text: "x" } },
  ];
  const client = clientOf(() => bodyOf(...events.map(frame), doneFrame));
  const body = await (await client.create(model)).toResponse().text();
  expect(body).not.toContain("run_error");
});

test("a run's error never shows the key, and one without an id has none", async () => {
  const error = { code: "x", message: `Bad key ${testKey}` };
  const client = clientOf(() => bodyOf(frame({ event_type: "error", error }), doneFrame));
  const body = await (await client.create({ ...model, store: false })).toResponse().text();
  const runError = framesOf(body).find(({ event }) => event === "run_error");
  expect(runError?.id).toBeUndefined();
  expect(runError?.data).not.toContain(testKey);
});

test.each([0, -1, Number.NaN])("keepAliveMs %j is refused", async (keepAliveMs) => {
  const stream = await setUp().client.create(agent);
  expect(() => stream.toResponse({ keepAliveMs })).toThrow(TypeError);
});

test("a response that is never read reads nothing, and holds no timer", async () => {
  const body = createWrittenBody();
  const stream = await clientOf(() => body.stream).create(model);
  stream.toResponse();
  await vi.advanceTimersByTimeAsync(0);
  expect(body.stream.locked).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import {
  InteractionStreamError,
  InteractionsClient,
  ResponseParseError,
  StreamInterruptedError,
} from "../../src/index.ts";
import type { InteractionStream, InteractionStreamEvent } from "../../src/index.ts";
import { createInteractionsService, textEvents } from "../../src/testing/index.ts";
import { bodyOf, createWrittenBody, doneFrame, frame } from "../support/body.ts";
import { geminiClient } from "../support/clients.ts";
import { createFetch } from "../support/fetch.ts";
import { collect } from "../support/reading.ts";
import { model, told } from "../support/told.ts";

function clientOf(body: BodyInit | null, contentType = "text/event-stream"): InteractionsClient {
  const headers = { "content-type": contentType };
  return new InteractionsClient({
    apiKey: "stream-key",
    fetch: () => Promise.resolve(new Response(body, { headers })),
  });
}

/** A stream over these chunks, of a run that cannot be resumed unless they name it. */
function open(...chunks: (object | string)[]): Promise<InteractionStream> {
  const frames = chunks.map((chunk) => (typeof chunk === "string" ? chunk : frame(chunk)));
  return openBody(bodyOf(...frames));
}

async function openBody(body: ReadableStream<Uint8Array>): Promise<InteractionStream> {
  return clientOf(body).create({ model: "gemini-2.5-flash", input: "Hi", stream: true });
}

const created = {
  event_type: "interaction.created",
  interaction: { id: "", status: "in_progress" },
};
const completed = {
  event_type: "interaction.completed",
  interaction: { id: "", status: "completed" },
};

function text(value: string, index = 0): object {
  return { event_type: "step.delta", index, delta: { type: "text", text: value } };
}

function start(step: object, index = 0): object {
  return { event_type: "step.start", index, step };
}

/** The text in an event of either dialect: narrowed by event_type and delta.type, without a cast. */
function piece(event: InteractionStreamEvent): string {
  if (event.event_type === "step.delta" && event.delta.type === "text") return event.delta.text;
  if (event.event_type === "content.delta" && event.delta.type === "text") {
    return event.delta.text ?? "";
  }
  return "";
}

test("yields the service's events untouched, in order, and ends at [DONE]", async () => {
  const events = [created, start({ type: "model_output" }), text("Hi"), completed];
  expect(await collect(await open(...events, doneFrame))).toEqual(events);
});

test("hands an event out before the next one is sent", async () => {
  const body = createWrittenBody();
  const events = (await openBody(body.stream))[Symbol.asyncIterator]();
  for (const value of ["one", "two"]) {
    body.write(frame(text(value)));
    expect(await events.next()).toMatchObject({ value: { delta: { text: value } } });
  }
  await events.return?.();
});

test("passes events, deltas and steps of kinds it does not know", async () => {
  const events = [
    { event_type: "interaction.weather", mood: "sunny" },
    start({ type: "dream", depth: 3 }),
    { event_type: "step.delta", index: 0, delta: { type: "dream", vision: [1] } },
    { event_type: "step.delta", index: 0, delta: {} },
    completed,
  ];
  expect(await collect(await open(...events, doneFrame))).toEqual(events);
});

test("leaves out an error event that says nothing", async () => {
  const stream = await open({ event_type: "error" }, text("Hi"), completed, doneFrame);
  expect(await collect(stream)).toEqual([text("Hi"), completed]);
});

test("knows the interaction and the newest event id as of the event handed out last", async () => {
  const named = { ...created, interaction: { id: "v1_abc", status: "in_progress" } };
  const stream = await open(
    named,
    { ...text("a"), event_id: "e1" },
    text("b"),
    completed,
    doneFrame,
  );
  const seen: unknown[] = [[stream.interactionId, stream.lastEventId]];
  for await (const _ of stream) seen.push([stream.interactionId, stream.lastEventId]);
  expect(seen).toEqual([
    [undefined, undefined],
    ["v1_abc", undefined],
    ["v1_abc", "e1"],
    ["v1_abc", "e1"],
    ["v1_abc", "e1"],
  ]);
});

test.each([
  ["[DONE] without a completed event", [text("Hi"), doneFrame]],
  ["EOF after interaction.completed", [text("Hi"), completed]],
  ["garbage after interaction.completed", [text("Hi"), completed, "data: {broken\n\n"]],
  [
    "EOF after the older dialect's interaction.complete",
    [{ event_type: "interaction.complete", interaction: { id: "", status: "completed" } }],
  ],
])("ends cleanly with %s", async (_, chunks) => {
  await expect(collect(await open(...chunks))).resolves.not.toHaveLength(0);
});

test("ends cleanly when the connection breaks after interaction.completed", async () => {
  const body = createWrittenBody();
  const stream = await openBody(body.stream);
  const events = stream[Symbol.asyncIterator]();
  body.write(frame(completed));
  await events.next();
  body.fail(new TypeError("terminated"));
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test.each([
  ["EOF", "", "the connection closed"],
  ["malformed JSON", 'data: {"event_type":\n\n', "malformed event data"],
  [
    "an un-framed error",
    '[{"error":{"code":503,"message":"The service is busy","status":"UNAVAILABLE"}}]',
    "UNAVAILABLE: The service is busy.",
  ],
  [
    "an un-framed error over several lines",
    '[{\n  "error": {\n    "code": 503,\n    "message": "Busy",\n    "status": "UNAVAILABLE"\n  }\n}\n]\n',
    "UNAVAILABLE: Busy.",
  ],
  ["something else", "<html>\n<body>Bad gateway</body>", "data that is not an event"],
])("%s before the end is an interruption, after what came before it", async (_, tail, reason) => {
  const stream = await open({ ...text("Hi"), event_id: "e9" }, tail);
  const events = stream[Symbol.asyncIterator]();
  expect(await events.next()).toMatchObject({ done: false });
  const error: unknown = await events.next().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(error).toMatchObject({ lastEventId: "e9" });
  expect(String(error)).toContain(reason);
  expect(String(error)).toContain('last event id "e9"');
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test("a broken connection is an interruption, with its cause", async () => {
  const body = createWrittenBody();
  const stream = await openBody(body.stream);
  const failure = new TypeError("terminated");
  body.fail(failure);
  const error: unknown = await collect(stream).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(error).toMatchObject({ cause: failure });
});

test("an error event is handed out, and the end after it is the service's own", async () => {
  const failed = { event_type: "error", error: { code: "api_error", message: "Broken" } };
  expect(await collect(await open(text("Hi"), failed))).toEqual([text("Hi"), failed]);
});

test("text() throws what the stream ended on", async () => {
  const failed = { event_type: "error", error: { code: "api_error", message: "Broken" } };
  const pieces: string[] = [];
  const reading = (async () => {
    for await (const part of (await open(text("Hi"), failed, doneFrame)).text()) pieces.push(part);
  })();
  await expect(reading).rejects.toThrow(InteractionStreamError);
  await expect(reading).rejects.toMatchObject({ code: "api_error" });
  expect(pieces).toEqual(["Hi"]);
});

test("text() gives the model's text only", async () => {
  const stream = await open(
    created,
    start({ type: "user_input" }, 0),
    text("not mine", 0),
    start({ type: "thought" }, 1),
    {
      event_type: "step.delta",
      index: 1,
      delta: { type: "thought_summary", content: { type: "text", text: "hm" } },
    },
    start({ type: "model_output", content: [{ type: "text", text: "It " }] }, 2),
    text("is ", 2),
    { event_type: "step.delta", index: 2, delta: { text: "so" } },
    completed,
    doneFrame,
  );
  expect(await collect(stream.text())).toEqual(["It ", "is ", "so"]);
});

test("text() finds text that only the completed event has", async () => {
  const steps = [{ type: "model_output", content: [{ type: "text", text: "All at once" }] }];
  const stream = await open(created, {
    ...completed,
    interaction: { ...completed.interaction, steps },
  });
  expect(await collect(stream.text())).toEqual(["All at once"]);
});

test.each(["current", "legacy"] as const)("text() reads the %s dialect", async (dialect) => {
  const stream = await open(
    ...textEvents("The quick brown fox", { dialect, interactionId: "" }),
    doneFrame,
  );
  expect((await collect(stream.text())).join("")).toBe("The quick brown fox");
});

test("both dialects narrow by event_type and delta.type, without a cast", async () => {
  const today = await collect(
    await open(...textEvents("Hi there", { interactionId: "" }), doneFrame),
  );
  // The older dialect may end without its interaction.complete.
  const older = textEvents("Hi there", { dialect: "legacy", interactionId: "" }).slice(0, -1);
  for (const events of [today, await collect(await open(...older, doneFrame))]) {
    expect(events.map(piece).join("")).toBe("Hi there");
  }
});

test("a second reader is told that there is one already", async () => {
  const stream = await open(completed, doneFrame);
  await collect(stream);
  expect(() => stream[Symbol.asyncIterator]()).toThrow("one stream has one consumer");
  await expect(collect(stream.text())).rejects.toThrow(TypeError);
});

test("reads that overlap come back in order", async () => {
  const body = createWrittenBody();
  const events = (await openBody(body.stream))[Symbol.asyncIterator]();
  const reads = [events.next(), events.next(), events.next(), events.next()];
  body.write(frame(text("a")) + frame(text("b")));
  body.write(frame(completed) + doneFrame);
  const results = await Promise.all(reads);
  expect(results.map(({ done }) => done)).toEqual([false, false, false, true]);
  expect(results.map(({ value }) => value)).toEqual([text("a"), text("b"), completed, undefined]);
});

test("a body of texts instead of bytes is an interruption, not a loop without end", async () => {
  for (const before of [[], [new TextEncoder().encode(frame(text("a")))]]) {
    const chunks: unknown[] = [...before, frame(completed)];
    const body = new ReadableStream({
      pull(controller) {
        if (chunks.length === 0) controller.close();
        else controller.enqueue(chunks.shift());
      },
    });
    const stream = await openBody(body);
    await expect(stream.finalInteraction()).rejects.toThrow(StreamInterruptedError);
    await expect(stream.finalInteraction()).rejects.toThrow("the connection failed");
  }
});

test("leaving the loop frees the connection and every listener", async () => {
  const body = createWrittenBody();
  const controller = new AbortController();
  const added = vi.spyOn(controller.signal, "addEventListener");
  const removed = vi.spyOn(controller.signal, "removeEventListener");
  const stream = await clientOf(body.stream).create(
    { model: "gemini-2.5-flash", input: "Hi", stream: true },
    { signal: controller.signal },
  );
  body.write(frame(text("a")));
  for await (const _ of stream) break;
  expect(body.cancelled).toBe(true);
  expect(added).toHaveBeenCalled();
  expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
});

test.each([
  ["stream.abort", (stream: InteractionStream) => stream.abort("enough")],
  ["the signal", (_: InteractionStream, controller: AbortController) => controller.abort("enough")],
])("%s rejects a pending read with the reason, and frees the connection", async (_, abort) => {
  const body = createWrittenBody();
  const controller = new AbortController();
  const stream = await clientOf(body.stream).create(
    { model: "gemini-2.5-flash", input: "Hi", stream: true },
    { signal: controller.signal },
  );
  const events = stream[Symbol.asyncIterator]();
  const pending = events.next();
  abort(stream, controller);
  await expect(pending).rejects.toBe("enough");
  expect(body.cancelled).toBe(true);
  expect(await events.next()).toEqual({ done: true, value: undefined });
});

test("an abort also stops what had arrived and was not handed out", async () => {
  const stream = await open(frame(text("a")) + frame(text("b")), doneFrame);
  const events = stream[Symbol.asyncIterator]();
  await events.next();
  stream.abort();
  await expect(events.next()).rejects.toMatchObject({ name: "AbortError" });
});

test.each([
  ["text/html", "<html>Sign in</html>"],
  ["application/json", '{"id":"v1_abc","status":"completed"}'],
  ["", "nothing"],
])(
  "an answer of type %j instead of a stream is an error that quotes it",
  async (contentType, body) => {
    const client = clientOf(body, contentType);
    const error: unknown = await client
      .create({ model: "gemini-2.5-flash", input: "Hi", stream: true })
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ResponseParseError);
    expect(error).toMatchObject({ status: 200, body });
    expect(String(error)).toContain(
      "POST https://generativelanguage.googleapis.com/v1beta/interactions",
    );
  },
);

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

test("reading after leaving takes no listener on the caller's signal", async () => {
  const { signal } = new AbortController();
  const stream = await told([created, text("Hi")]).client.create(model, { signal });
  const events = stream[Symbol.asyncIterator]();
  await events.return?.();
  expect(await events.next()).toEqual({ done: true, value: undefined });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a stream that opens after the abort is closed, and nobody gets it", async () => {
  const service = createInteractionsService({ respond: () => "Hello" });
  const client = geminiClient({ fetch: service.fetch });
  const controller = new AbortController();
  let answer: () => void = () => undefined;
  client.api.use({
    onResponse() {
      controller.abort("left");
      return new Promise((resolve) => (answer = () => resolve(undefined)));
    },
  });
  const params = { model: "gemini-3.8-flash", input: "Hi", stream: true } as const;
  await expect(client.create(params, { signal: controller.signal })).rejects.toBe("left");
  expect(service.openStreams).toBe(1);
  answer();
  await vi.waitFor(() => expect(service.openStreams).toBe(0));
});

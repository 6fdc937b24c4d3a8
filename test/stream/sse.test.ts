import { expect, test, vi } from "vitest";
import { parseSse, StreamInterruptedError } from "../../src/index.ts";
import { bodyOf, createWrittenBody, cutEvery, doneFrame, frame } from "../support/body.ts";
import { listStreams, loadStream, toSse } from "../support/examples.ts";

async function collect(body: ReadableStream<Uint8Array>): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const event of parseSse<unknown>(body)) events.push(event);
  return events;
}

async function failureOf(body: ReadableStream<Uint8Array>): Promise<StreamInterruptedError> {
  const error: unknown = await collect(body).catch((reason: unknown) => reason);
  if (!(error instanceof StreamInterruptedError))
    throw new Error(`Not interrupted: ${String(error)}`);
  return error;
}

test.each(listStreams())("reads %s whole, wherever its bytes are cut", async (name) => {
  const events = loadStream(name);
  const text = toSse(events);
  for (const size of [1, 2, 3, 7, 64, 4096]) {
    expect(await collect(bodyOf(...cutEvery(size, text)))).toEqual(events);
  }
});

test.each([
  ["LF", "\n"],
  ["CRLF", "\r\n"],
  ["CR", "\r"],
])("takes %s line ends, also cut between its characters", async (_, end) => {
  const text = `event: a${end}data: {"n":"ü😀"}${end}${end}data: [DONE]${end}${end}`;
  for (const size of [1, 2, 5]) {
    expect(await collect(bodyOf(...cutEvery(size, text)))).toEqual([{ n: "ü😀" }]);
  }
});

test("ignores comments, empty data, a byte order mark and unknown fields between events", async () => {
  const text = `\uFEFF: keep-alive\n\ndata:\n\n${frame({ n: 1 })}garbage: yes\n\n${frame({ n: 2 })}`;
  expect(await collect(bodyOf(text, doneFrame))).toEqual([{ n: 1 }, { n: 2 }]);
});

test("joins the data lines of one event", async () => {
  expect(await collect(bodyOf('data: {"a":\ndata: 1}\n\n', doneFrame))).toEqual([{ a: 1 }]);
});

test("fills a missing event_id from the SSE id, and leaves the JSON's own alone", async () => {
  const text = `id: 7\n${frame({ n: 1 })}id: 8\n${frame({ n: 2, event_id: "own" })}id: 9\n${frame({ n: 3, event_id: null })}`;
  expect(await collect(bodyOf(text, doneFrame))).toEqual([
    { n: 1, event_id: "7" },
    { n: 2, event_id: "own" },
    { n: 3, event_id: "9" },
  ]);
});

test("delivers nothing after [DONE], and cancels a body that does not end", async () => {
  vi.useFakeTimers();
  const body = createWrittenBody();
  body.write(`${frame({ n: 1 })}${doneFrame}${frame({ n: 2 })}`);
  expect(await collect(body.stream)).toEqual([{ n: 1 }]);
  expect(body.cancelled).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(body.cancelled).toBe(true);
});

test("yields an event before the next one is sent", async () => {
  const body = createWrittenBody();
  const events = parseSse<unknown>(body.stream);
  for (const n of [1, 2, 3]) {
    body.write(frame({ n }));
    expect(await events.next()).toEqual({ done: false, value: { n } });
  }
  await events.return();
  expect(body.cancelled).toBe(true);
});

test("yields a last event that lacks its blank line, then reports the missing [DONE]", async () => {
  const events = parseSse<unknown>(bodyOf('data: {"n":1}'));
  expect(await events.next()).toEqual({ done: false, value: { n: 1 } });
  await expect(events.next()).rejects.toThrow("the body ended without [DONE]");
});

test.each([["{"], ["[1]"], ["7"], ["null"]])(
  "reports data that is not an object: %s",
  async (data) => {
    const events = parseSse<unknown>(bodyOf(`${frame({ n: 1 })}data: ${data}\n\n`, doneFrame));
    expect(await events.next()).toEqual({ done: false, value: { n: 1 } });
    await expect(events.next()).rejects.toThrow("malformed event data");
  },
);

test("broken data of two events is not an event, even if it is valid when joined", async () => {
  const broken = 'data: {"a":[{"n":2}\n\ndata: {"n":3}]}\n\n';
  const events = parseSse<unknown>(bodyOf(`${frame({ n: 1 })}${broken}${doneFrame}`));
  expect(await events.next()).toEqual({ done: false, value: { n: 1 } });
  await expect(events.next()).rejects.toThrow("malformed event data");
});

test("reports lines of the body outside any frame", async () => {
  const { reason } = await failureOf(bodyOf(frame({ n: 1 }), '[{"error":{"code":503}}]'));
  expect(reason).toContain("503");
});

test("reads one event of many megabytes in small chunks in about linear time", async () => {
  const event = { data: "A".repeat(8_000_000) };
  expect(await collect(bodyOf(...cutEvery(16_384, frame(event)), doneFrame))).toEqual([event]);
});

test("an event longer than 128 Mi characters is refused, and one of lone carriage returns is read", async () => {
  const piece = new TextEncoder().encode("x".repeat(1 << 20));
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) =>
      controller.enqueue(sent++ === 0 ? new TextEncoder().encode("data: ") : piece),
  });
  const { reason } = await failureOf(endless);
  expect(reason).toContain("longer than 134217728 characters");
  expect(sent).toBeLessThan(140);
  // In one chunk of a million, which takes no longer than its length.
  expect(await collect(bodyOf("\r".repeat(1_000_000), frame({ n: 1 }), doneFrame))).toEqual([
    { n: 1 },
  ]);
});

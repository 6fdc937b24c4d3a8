import { beforeEach, expect, test, vi } from "vitest";
import { Connection } from "../../src/stream/connection.ts";
import type { Batch } from "../../src/stream/connection.ts";
import { createWrittenBody, doneFrame, frame } from "../support/body.ts";
import type { WrittenBody } from "../support/body.ts";
import { geminiClient } from "../support/clients.ts";
import { createFetch, never } from "../support/fetch.ts";
import { agent, created, id } from "../support/told.ts";

const idleTimeoutMs = 8_000;
const tickMs = idleTimeoutMs / 8;
const delta = { event_type: "step.delta", index: 0, delta: { type: "text", text: "a" } };
const comment = ": keep-alive\n\n";

interface Scene {
  readonly body: WrittenBody;
  readonly connection: Connection;
}

function connect(): Scene {
  const body = createWrittenBody();
  const response = new Response(null);
  const answer = { data: body.stream, response };
  return { body, connection: new Connection(answer, idleTimeoutMs) };
}

function read(connection: Connection): Promise<Batch | undefined> {
  return connection.next();
}

beforeEach(() => {
  vi.useFakeTimers();
});
test("takes lock and timer with the first read, and gives both back", async () => {
  const { body, connection } = connect();
  expect(body.stream.locked).toBe(false);
  expect(vi.getTimerCount()).toBe(0);

  const reading = read(connection);
  expect(body.stream.locked).toBe(true);
  body.write(frame(delta));
  await expect(reading).resolves.toEqual([delta]);

  connection.close();
  expect(body.cancelled).toBe(true);
  expect(body.stream.locked).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test("closing a connection that was never read frees its socket", () => {
  const { body, connection } = connect();
  connection.close();
  expect(body.cancelled).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  ["[DONE]", doneFrame],
  ["[DONE] without its blank line", "data: [DONE]"],
  ["[DONE] and a line break", "data: [DONE]\n"],
  ["[DONE] between blanks", "data:   [DONE] \n\n"],
])("%s ends it", async (_, text) => {
  const { body, connection } = connect();
  const reading = read(connection);
  body.write(frame(delta) + text);
  body.end();
  await expect(reading).resolves.toEqual([delta]);
  await expect(read(connection)).resolves.toBeUndefined();
  expect(connection.end).toEqual({ kind: "done" });
});

test.each<[string, string, unknown]>([
  [
    "a bare JSON line",
    `{"error":{"code":"prohibited_content","message":"No."}}`,
    "prohibited_content",
  ],
  ["a bare line before [DONE]", `{"error":{"code":"x","message":"No."}}\n\n${doneFrame}`, "x"],
  ["an array", `[{"error":{"code":404,"message":"Gone.","status":"NOT_FOUND"}}]`, "NOT_FOUND"],
  [
    "a named event",
    `event: error\ndata: {"error":{"code":"rate_limit_exceeded"}}\n\n`,
    "rate_limit_exceeded",
  ],
  [
    "a named event without envelope",
    `event: error\ndata: {"code":"safety","message":"No."}\n\n`,
    "safety",
  ],
  ["data without event_type", `data: {"error":{"code":"safety","message":"No."}}\n\n`, "safety"],
  ["a named event of plain text", `event: error\ndata: upstream went away\n\n`, undefined],
])("an error that is not an event is the end of the connection: %s", async (_, text, code) => {
  const { body, connection } = connect();
  const reading = read(connection);
  body.write(frame(delta));
  await reading;
  body.write(text);
  body.end();
  await expect(read(connection)).resolves.toBeUndefined();
  expect(connection.end).toMatchObject({ kind: "error", report: { code } });
});

test.each([
  ["an empty error", `{"error":{}}`],
  ["a null error", `data: {"error":null}\n\n`],
])("%s is noise", async (_, text) => {
  const { body, connection } = connect();
  const reading = read(connection);
  body.write(text);
  body.end();
  await expect(reading).resolves.toBeUndefined();
  expect(connection.end).toMatchObject({ kind: "interrupted" });
});

test("an error that other events follow is not the end of the connection", async () => {
  const { body, connection } = connect();
  const reading = read(connection);
  body.write(`data: {"error":{"code":"x","message":"No."}}\n\n${frame(delta)}${doneFrame}`);
  await expect(reading).resolves.toEqual([delta]);
  await read(connection);
  expect(connection.end).toEqual({ kind: "done" });
});

test.each([
  ["no JSON", "data: {nonsense\n\n"],
  ["no object", "data: 7\n\n"],
  ["two halves that make sense when joined", `data: {"a":1},{"b":"\n\ndata: "}\n\n`],
])("data that is %s interrupts it, after the events before", async (_, text) => {
  const { body, connection } = connect();
  const reading = read(connection);
  body.write(frame(delta) + text + frame(delta));
  await expect(reading).resolves.toEqual([delta]);
  await expect(read(connection)).resolves.toBeUndefined();
  expect(connection.end).toMatchObject({
    kind: "interrupted",
    reason: expect.stringContaining("malformed event data"),
  });
});

test("silence ends it after the timeout, at most an eighth later", async () => {
  const { body, connection } = connect();
  const reading = read(connection);
  await vi.advanceTimersByTimeAsync(idleTimeoutMs);
  expect(body.cancelled).toBe(false);
  await vi.advanceTimersByTimeAsync(tickMs);
  await expect(reading).resolves.toBeUndefined();
  expect(body.cancelled).toBe(true);
  expect(connection.end).toMatchObject({ reason: `no event for ${idleTimeoutMs} ms` });
});

test("the consumer's own time is not silence", async () => {
  const { body, connection } = connect();
  const reading = read(connection);
  body.write(frame(delta));
  await reading;
  await vi.advanceTimersByTimeAsync(10 * idleTimeoutMs);
  const next = read(connection);
  body.write(frame(delta));
  await expect(next).resolves.toEqual([delta]);
});

test("comments keep it open for ten minutes", async () => {
  const { body, connection } = connect();
  const reading = read(connection);
  for (let ms = 0; ms < 598_000; ms += 2_000) {
    body.write(comment);
    await vi.advanceTimersByTimeAsync(2_000);
  }
  expect(body.cancelled).toBe(false);
  for (let ms = 0; ms < 4_000; ms += 2_000) {
    body.write(comment);
    await vi.advanceTimersByTimeAsync(2_000);
  }
  await expect(reading).resolves.toBeUndefined();
  expect(connection.end).toMatchObject({ kind: "interrupted" });
});

test("an event starts the ten minutes of comments anew", async () => {
  const { body, connection } = connect();
  for (let minute = 0; minute < 25; minute++) {
    const reading = read(connection);
    for (let ms = 0; ms < 60_000; ms += 5_000) {
      await vi.advanceTimersByTimeAsync(5_000);
      body.write(comment);
    }
    body.write(frame(delta));
    await expect(reading).resolves.toEqual([delta]);
  }
});

test("once the interaction is over, neither silence nor comments hold it for long", async () => {
  const { body, connection } = connect();
  connection.expectEnd();
  const reading = read(connection);
  for (let ms = 0; ms < 1_500 && !body.cancelled; ms += 100) {
    body.write(comment);
    await vi.advanceTimersByTimeAsync(100);
  }
  await expect(reading).resolves.toBeUndefined();
  expect(body.cancelled).toBe(true);
});

test("closing ends a pending read, although the body knows nothing of signals", async () => {
  const { body, connection } = connect();
  const reading = read(connection);
  connection.close(new Error("enough"));
  await expect(reading).resolves.toBeUndefined();
  expect(body.cancelled).toBe(true);
});

const unreadable = {
  get: () => {
    throw new Error("unreadable");
  },
};
test.each<[string, unknown]>([
  ["an error", new TypeError("terminated")],
  ["nothing", undefined],
  ["a text", "terminated"],
  ["an error that cannot be read", Object.defineProperties(new Error("x"), { cause: unreadable })],
])("a body that breaks with %s is an interruption with its cause", async (_, cause) => {
  const { body, connection } = connect();
  const reading = read(connection);
  body.fail(cause);
  await expect(reading).resolves.toBeUndefined();
  expect(connection.end).toEqual({ kind: "interrupted", reason: "the connection failed", cause });
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

test("an infinite idleTimeoutMs waits, without a timer that fires at once", async () => {
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

test("a silence may last an eighth longer than allowed, and the consumer's own time does not count", async () => {
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

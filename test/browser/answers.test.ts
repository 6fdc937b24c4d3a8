// What a route may answer, and how a page takes it.

import { beforeEach, expect, test, vi } from "vitest";
import { doneFrame } from "../support/body.ts";
import { collect, lateRejection, rejection } from "../support/reading.ts";
import { completed, follow, placed, textEvent } from "../support/route.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const end = placed("c9", completed) + doneFrame;

function refuse(status: number, headers: Record<string, string> = {}, body = "") {
  return () => new Response(body, { status, headers });
}

test.each([500, 501, 502, 503, 504, 599, 408, 425, 429])(
  "status %i is tried again, later each time",
  async (status) => {
    const { run, calls, states } = follow([refuse(status), refuse(status), refuse(status)]);
    const events = collect(run);
    await settle();
    for (const [pauseMs, count] of [
      [249, 1],
      [1, 2],
      [499, 2],
      [1, 3],
      [999, 3],
      [1, 4],
    ] as const) {
      await vi.advanceTimersByTimeAsync(pauseMs);
      expect(calls).toHaveLength(count);
    }
    calls.at(-1)?.body.write(end);
    await events;
    expect(states.slice(0, 3)).toEqual(["connecting", "waiting", "connecting"]);
    expect(states.at(-1)).toBe("ended");
  },
);

test("a network that fails, or a route that ends at once, is tried for ever, every 15 s at most", async () => {
  const { run, calls } = follow(
    Array.from({ length: 60 }, (_, index) => () => {
      if (index % 2 === 0) return Promise.reject(new TypeError("Failed to fetch"));
      return new Response("", { headers: { "content-type": "text/event-stream" } });
    }),
  );
  const events = collect(run);
  await vi.advanceTimersByTimeAsync(60_000);
  const before = calls.length;
  await vi.advanceTimersByTimeAsync(75_000);
  expect(calls.length - before).toBe(10);
  run.close();
  expect(await events).toEqual([]);
});

test.each([
  ["7", 7_000],
  ["600", 600_000],
  [new Date(Date.UTC(2026, 0, 1, 0, 0, 9)).toUTCString(), 9_000],
  ["soon", 250],
])("Retry-After: %s is honoured", async (value, ms) => {
  vi.setSystemTime(Date.UTC(2026, 0, 1));
  const { run, calls } = follow([refuse(503, { "retry-after": value })]);
  const events = collect(run);
  await vi.advanceTimersByTimeAsync(ms - 1);
  expect(calls).toHaveLength(1);
  expect(run.state).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1);
  expect(calls).toHaveLength(2);
  calls[1]?.body.write(end);
  await events;
});

test("204 and the run's end are `ended`, and nothing is asked for after them", async () => {
  for (const answers of [[() => new Response(null, { status: 204 })], []]) {
    const { run, calls, states } = follow(answers);
    const events = collect(run);
    await settle();
    calls[0]?.body.write(doneFrame);
    expect(await events).toEqual([]);
    expect(states.at(-1)).toBe("ended");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(calls).toHaveLength(1);
  }
});

test("the run's error is `failed`: the reason once, and no other connection", async () => {
  const { run, calls, states } = follow();
  const seen: unknown[] = [];
  const reading = (async () => {
    for await (const event of run) seen.push(event);
  })();
  const failure = rejection(reading);
  await settle();
  const error = { error: { code: "prohibited_content", message: "The prompt was blocked." } };
  calls[0]?.body.write(placed("c1", textEvent("one")));
  calls[0]?.body.write(`id: c2\nevent: run_error\ndata: ${JSON.stringify(error)}\n\n${doneFrame}`);
  expect(await failure).toMatchObject({ name: "InteractionStreamError", ...error.error });
  expect(seen).toHaveLength(1);
  expect(states.at(-1)).toBe("failed");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
});

test("the run's error is `failed`, too, when the connection breaks off after it", async () => {
  const { run, calls } = follow();
  const failure = rejection(collect(run));
  await settle();
  calls[0]?.body.write(`event: run_error\ndata: {"error":{"message":"Bad."}}\n\n`);
  calls[0]?.body.fail(new TypeError("network error"));
  expect(await failure).toMatchObject({ message: "Bad.", code: undefined });
});

test("an error event that ends the stream is `failed`; one that other events follow is not", async () => {
  const error = { event_type: "error", error: { code: "x", message: "Bad." } } as const;
  for (const isPassedOver of [false, true]) {
    const { run, calls } = follow();
    const reading = collect(run).catch((thrown: unknown) => thrown);
    await settle();
    calls[0]?.body.write(placed("c1", error));
    if (isPassedOver) calls[0]?.body.write(placed("c2", textEvent("one")));
    calls[0]?.body.write(doneFrame);
    const result = await reading;
    expect(run.state).toBe(isPassedOver ? "ended" : "failed");
    if (!isPassedOver) expect(result).toMatchObject({ code: "x", message: "Bad." });
  }
});

test.each([
  [400, '{"error":{"code":"invalid","message":"That is no cursor."}}', /400 \(invalid: That is/],
  [401, "", /status 401\./],
  [403, '{"error":"Not yours."}', /status 403 \(Not yours\.\)/],
  [404, "<html>Not here</html>", /status 404\./],
  [410, "[]", /status 410\./],
  [302, "null", /status 302\./],
])("status %i is `failed`, with the route's words", async (status, body, message) => {
  const { run, calls, states } = follow([refuse(status, {}, body)]);
  const error = await lateRejection(collect(run));
  expect(error).toMatchObject({ name: "ApiError", status });
  expect(String(error)).toMatch(message);
  // A ticket or a session may stand in the URL.
  expect(String(error)).not.toContain("/api/runs");
  expect(states).toEqual(["connecting", "failed"]);
  expect(calls).toHaveLength(1);
});

test("a page instead of events is `failed`, and says what the route must return", async () => {
  for (const type of ["text/html; charset=utf-8", "application/json"]) {
    const { run } = follow([refuse(200, { "content-type": type }, "<html>")]);
    const error = await lateRejection(collect(run));
    expect(error).toMatchObject({ name: "ResponseParseError" });
    expect(String(error)).toContain(`${type} instead of events`);
    expect(run.state).toBe("failed");
  }
});

test("content without ids cannot be asked for again, and is not handed out twice", async () => {
  const { run, calls } = follow();
  const reading = rejection(collect(run));
  await settle();
  calls[0]?.body.write(`data: ${JSON.stringify(textEvent("one"))}\n\n`);
  calls[0]?.body.end();
  expect(await reading).toMatchObject({ name: "StreamInterruptedError" });
  expect(run.state).toBe("failed");
});

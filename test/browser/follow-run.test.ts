import { beforeEach, expect, test, vi } from "vitest";
import { followRun } from "../../src/browser/index.ts";
import { doneFrame } from "../support/body.ts";
import { collect, rejection } from "../support/reading.ts";
import { completed, follow, placed, textEvent } from "../support/route.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const start = { event_type: "step.start", index: 0, step: { type: "model_output" } } as const;
const end = placed("c9", completed) + doneFrame;

test("events come once and in order across a cut: the next connection begins after the newest id", async () => {
  const { run, calls, states } = follow();
  const pieces = collect(run.text());
  await settle();
  calls[0]?.body.write(placed("c1", start) + placed("c2", textEvent("one ")));
  await settle();
  expect(run).toMatchObject({ state: "open", lastEventId: "c2" });
  calls[0]?.body.fail(new TypeError("network error"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls[1]?.headers.get("last-event-id")).toBe("c2");
  calls[1]?.body.write(placed("c3", textEvent("two")) + end);
  expect(await pieces).toEqual(["one ", "two"]);
  expect(states).toEqual(["connecting", "open", "waiting", "connecting", "open", "ended"]);
  expect(run.snapshot).toMatchObject({
    status: "completed",
    steps: [{ type: "model_output", content: [{ type: "text", text: "one two" }] }],
  });
  expect(calls.map(({ url }) => url)).toEqual(["/api/runs/v1_a", "/api/runs/v1_a"]);
  expect(vi.getTimerCount()).toBe(0);
});

test("after a connection that worked, the next one follows at once, but not within a second", async () => {
  const { run, calls } = follow();
  const events = collect(run);
  for (const [openMs, pauseMs] of [
    [400, 600],
    [5_000, 0],
  ] as const) {
    await vi.advanceTimersByTimeAsync(openMs);
    const count = calls.length;
    calls.at(-1)?.body.write(placed(`c${count}`, textEvent("x")));
    await settle();
    calls.at(-1)?.body.end();
    if (pauseMs > 0) await vi.advanceTimersByTimeAsync(pauseMs - 1);
    if (pauseMs > 0) expect(calls).toHaveLength(count);
    await vi.advanceTimersByTimeAsync(1);
    expect(calls).toHaveLength(count + 1);
  }
  calls.at(-1)?.body.write(end);
  expect(await events).toHaveLength(3);
});

test("nothing is sent before the first event is read, and no id before there is one", async () => {
  const { run, calls } = follow();
  await settle();
  expect(calls).toEqual([]);
  expect(run).toMatchObject({ state: "connecting", lastEventId: "" });
  const events = collect(run);
  await settle();
  expect(Object.fromEntries(calls[0]?.headers ?? [])).toEqual({ accept: "text/event-stream" });
  calls[0]?.body.end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls[1]?.headers.has("last-event-id")).toBe(false);
  // An id that is empty is none, as for an EventSource.
  calls[1]?.body.write(`id:\ndata: {"event_type":"interaction.created"}\n\n`);
  await settle();
  calls[1]?.body.end();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls[2]?.headers.has("last-event-id")).toBe(false);
  calls[2]?.body.write(end);
  expect(await events).toHaveLength(2);
});

test("a stored id is given as a header, and later ids take its place unchanged", async () => {
  const word = "La.2~._-%20é";
  const headers = { "last-event-id": "stored", authorization: "Bearer t", accept: "*/*" };
  const { run, calls } = follow([], { headers });
  const events = collect(run);
  await settle();
  expect(Object.fromEntries(calls[0]?.headers ?? [])).toEqual(headers);
  calls[0]?.body.write(placed(word, textEvent("x")));
  // An event without an id leaves it as it is.
  calls[0]?.body.write(`data: ${JSON.stringify(textEvent("y"))}\n\n`);
  await settle();
  expect(run.lastEventId).toBe(word);
  calls[0]?.body.end();
  await vi.advanceTimersByTimeAsync(1_000);
  const bytes = Buffer.from(calls[1]?.headers.get("last-event-id") ?? "", "latin1");
  expect(bytes.toString("utf8")).toBe(word);
  calls[1]?.body.write(end);
  expect(await events).toHaveLength(3);
});

test("a connection that is lost after the run's last event is its end", async () => {
  for (const type of ["interaction.completed", "interaction.complete"]) {
    const { run, calls } = follow();
    const events = collect(run);
    await settle();
    calls[0]?.body.write(placed("c1", { ...completed, event_type: type }));
    calls[0]?.body.end();
    expect(await events).toHaveLength(1);
    expect(run.state).toBe("ended");
    expect(calls).toHaveLength(1);
  }
});

test("close() ends the loop wherever it stands, frees the connection, and leaves no timer", async () => {
  const answers = {
    fresh: [],
    connecting: [() => new Promise<never>(() => undefined)],
    open: [],
    waiting: [() => new Response("", { status: 503, headers: { "retry-after": "60" } })],
  };
  for (const when of ["fresh", "connecting", "open", "waiting"] as const) {
    const { run, calls, states } = follow(answers[when]);
    if (when === "fresh") run.close();
    const events = collect(run);
    await settle();
    if (when !== "fresh") expect(run.state).toBe(when);
    run.close();
    expect(await events).toEqual([]);
    expect(states.at(-1)).toBe("ended");
    expect(calls).toHaveLength(when === "fresh" ? 0 : 1);
    for (const { signal } of calls) expect(signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  }
});

test("leaving the loop, or text(), frees the connection", async () => {
  for (const isText of [false, true]) {
    const { run, calls } = follow();
    const reading = (async () => {
      for await (const _ of isText ? run.text() : run) break;
    })();
    await settle();
    calls[0]?.body.write(placed("c1", textEvent("one")) + placed("c2", textEvent("two")));
    await reading;
    expect(run).toMatchObject({ state: "ended", lastEventId: "c1" });
    expect(calls[0]?.body.cancelled).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  }
});

test("close() within the loop hands out nothing more", async () => {
  const { run, calls } = follow();
  const seen: unknown[] = [];
  const reading = (async () => {
    for await (const event of run) {
      seen.push(event);
      run.close();
    }
  })();
  await settle();
  calls[0]?.body.write(placed("c1", textEvent("one")) + placed("c2", textEvent("two")));
  await reading;
  expect(seen).toHaveLength(1);
});

test("an abort rejects with the signal's reason, unwrapped, and ends it", async () => {
  const reason = new Error("Gone");
  for (const isEarly of [true, false]) {
    const controller = new AbortController();
    if (isEarly) controller.abort(reason);
    const { run, calls, states } = follow([], { signal: controller.signal });
    const failure = rejection(collect(run));
    await settle();
    controller.abort(reason);
    expect(await failure).toBe(reason);
    expect(states.at(-1)).toBe("ended");
    expect(calls).toHaveLength(isEarly ? 0 : 1);
    if (!isEarly) expect(calls[0]?.body.cancelled).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  }
});

test("a followed run has one consumer", async () => {
  const { run } = follow();
  run[Symbol.asyncIterator]();
  expect(() => run[Symbol.asyncIterator]()).toThrow("one followed run has one consumer");
  await expect(collect(run.text())).rejects.toThrow(TypeError);
});

test("an error in a listener is reported, and does not end the run", async () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const problem = new Error("listener");
  const onState = (): never => {
    throw problem;
  };
  const { run, calls } = follow([], { onState });
  const events = collect(run);
  await settle();
  calls[0]?.body.write(end);
  expect(await events).toHaveLength(1);
  expect(reported.mock.calls).toEqual([[problem], [problem], [problem]]);
});

test("wrong options and headers are refused before anything is sent", () => {
  // @ts-expect-error there is no such option
  expect(() => followRun("/a", { onstate: () => undefined })).toThrow("did you mean onState?");
  expect(() => followRun("/a", { headers: { "a b": "c" } })).toThrow(TypeError);
});

test("the global fetch is the default, looked up when it is called, and a URL is a URL", async () => {
  const run = followRun(new URL("http://127.0.0.1/api?a=1"));
  const answer = async (_url: string, _init: RequestInit) => new Response(null, { status: 204 });
  const fetch = vi.fn(answer);
  vi.stubGlobal("fetch", fetch);
  expect(await collect(run)).toEqual([]);
  expect(fetch.mock.calls[0]?.[0]).toBe("http://127.0.0.1/api?a=1");
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({ cache: "no-store" });
});

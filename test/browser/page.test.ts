// Silence, sleep, lack of network and frozen pages.

import { beforeEach, expect, test, vi } from "vitest";
import { doneFrame } from "../support/body.ts";
import { stubPage } from "../support/page.ts";
import { collect } from "../support/reading.ts";
import { completed, follow, placed, textEvent } from "../support/route.ts";

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, "random").mockReturnValue(0.5);
});

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const end = placed("c9", completed) + doneFrame;

test("a silence longer than two comments is a lost connection; comments are not silence", async () => {
  const { run, calls } = follow();
  const events = collect(run);
  await settle();
  calls[0]?.body.write(placed("c1", textEvent("one")));
  for (let count = 0; count < 8; count += 1) {
    await vi.advanceTimersByTimeAsync(15_000);
    calls[0]?.body.write(":\n\n");
  }
  await vi.advanceTimersByTimeAsync(30_000);
  expect(run.state).toBe("open");
  expect(calls[0]?.body.cancelled).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(calls[0]?.body.cancelled).toBe(true);
  expect(calls).toHaveLength(2);
  calls[1]?.body.write(end);
  expect(await events).toHaveLength(2);
});

test("a request without an answer is sent again, and a late answer is discarded", async () => {
  let answer: (response: Response) => void = () => undefined;
  const pending = new Promise<Response>((resolve) => (answer = resolve));
  const { run, calls } = follow([() => pending]);
  const events = collect(run);
  await vi.advanceTimersByTimeAsync(36_000);
  expect(calls[0]?.signal.aborted).toBe(true);
  expect(calls).toHaveLength(2);
  const late = calls[0]?.body;
  answer(new Response(late?.stream));
  await settle();
  expect(late?.cancelled).toBe(true);
  calls[1]?.body.write(end);
  expect(await events).toHaveLength(1);
});

test("time in the consumer's loop is not silence", async () => {
  const { run, calls } = follow();
  const reader = run[Symbol.asyncIterator]();
  const first = reader.next();
  await settle();
  calls[0]?.body.write(placed("c1", textEvent("one")));
  await first;
  await vi.advanceTimersByTimeAsync(600_000);
  calls[0]?.body.write(placed("c2", textEvent("two")));
  expect(await reader.next()).toMatchObject({ done: false });
  expect(calls).toHaveLength(1);
  await reader.return?.();
});

test("a machine that slept has a new connection seconds after it wakes", async () => {
  const { run, calls } = follow();
  const events = collect(run);
  await settle();
  // The clock of the wall goes on, and timers do not.
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(calls).toHaveLength(2);
  calls[1]?.body.write(end);
  await events;
});

test("going offline means waiting, at any moment; going online means another connection", async () => {
  const page = stubPage();
  const { run, calls, states } = follow([() => new Promise<never>(() => undefined)]);
  const events = collect(run);
  await settle();
  expect(run.state).toBe("connecting");
  page.window("offline");
  expect(run.state).toBe("waiting");
  await vi.advanceTimersByTimeAsync(14_000);
  expect(calls).toHaveLength(1);
  page.window("online");
  await settle();
  expect(run.state).toBe("open");
  calls[1]?.body.write(placed("c1", textEvent("one")));
  await settle();
  page.window("offline");
  expect(run.state).toBe("waiting");
  expect(calls[1]?.signal.aborted).toBe(true);
  await settle();
  expect(calls[1]?.body.cancelled).toBe(true);
  page.window("online");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(calls[2]?.headers.get("last-event-id")).toBe("c1");
  calls[2]?.body.write(end);
  expect(await events).toHaveLength(2);
  expect(states).toEqual([
    "connecting",
    "waiting",
    "connecting",
    "open",
    "waiting",
    "connecting",
    "open",
    "ended",
  ]);
  expect(page.listeners).toBe(0);
});

test("a browser that is wrong about being offline does not stop a run", async () => {
  const page = stubPage();
  page.facts.onLine = false;
  const { run, calls } = follow([() => new Response("", { status: 503 })]);
  const events = collect(run);
  await vi.advanceTimersByTimeAsync(14_999);
  expect(calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(calls).toHaveLength(2);
  calls[1]?.body.write(end);
  expect(await events).toHaveLength(1);
});

test.each([
  ["freeze", "resume"],
  ["pagehide", "pageshow"],
  ["freeze", "visibilitychange"],
] as const)("a page drops its connection on %s, and reconnects on %s", async (sleep, wake) => {
  const page = stubPage();
  const dispatch = (type: typeof sleep | typeof wake): void => {
    if (type === "pagehide" || type === "pageshow") page.window(type);
    else page.document(type);
  };
  const { run, calls } = follow();
  const events = collect(run);
  await settle();
  calls[0]?.body.write(placed("c1", textEvent("one")));
  await vi.advanceTimersByTimeAsync(2_000);
  dispatch(sleep);
  // Nothing runs in a frozen page after this: what it shows must be true by now.
  expect(run.state).toBe("waiting");
  expect(calls[0]?.signal.aborted).toBe(true);
  await settle();
  expect(calls).toHaveLength(1);
  dispatch(wake);
  await settle();
  expect(run.state).toBe("open");
  expect(calls[1]?.headers.get("last-event-id")).toBe("c1");
  calls[1]?.body.write(end);
  expect(await events).toHaveLength(2);
  expect(page.listeners).toBe(0);
});

test("a hidden page keeps its connection; when it is shown again, it replaces one that was silent", async () => {
  const page = stubPage();
  const { run, calls } = follow();
  const events = collect(run);
  await settle();
  page.facts.visibilityState = "hidden";
  page.document("visibilitychange");
  expect(run.state).toBe("open");
  page.facts.visibilityState = "visible";
  await vi.advanceTimersByTimeAsync(15_000);
  page.document("visibilitychange");
  await settle();
  expect(calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2_000);
  page.document("visibilitychange");
  await settle();
  await vi.advanceTimersByTimeAsync(250);
  expect(calls).toHaveLength(2);
  calls[1]?.body.write(end);
  await events;
});

test("a page that is shown again tries at once, but not before the server wants it", async () => {
  const page = stubPage();
  const answers = [
    () => new Response("", { status: 503 }),
    () => new Response("", { status: 503, headers: { "retry-after": "30" } }),
  ];
  const { run, calls } = follow(answers);
  const events = collect(run);
  await settle();
  page.document("visibilitychange");
  await settle();
  expect(calls).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(10_000);
  page.document("visibilitychange");
  page.window("online");
  await vi.advanceTimersByTimeAsync(19_999);
  expect(calls).toHaveLength(2);
  expect(run.state).toBe("waiting");
  await vi.advanceTimersByTimeAsync(1);
  expect(calls).toHaveLength(3);
  calls[2]?.body.write(end);
  await events;
});

test("a delay that passed while the machine slept is over when the page is shown", async () => {
  const page = stubPage();
  const { run, calls } = follow([
    () => new Response("", { status: 503, headers: { "retry-after": "60" } }),
  ]);
  const events = collect(run);
  await settle();
  vi.setSystemTime(Date.now() + 61_000);
  page.document("visibilitychange");
  await settle();
  expect(calls).toHaveLength(2);
  calls[1]?.body.write(end);
  await events;
});

test("what the page reports after close() changes nothing", async () => {
  const page = stubPage();
  const { run, calls, states } = follow();
  const reader = run[Symbol.asyncIterator]();
  const first = reader.next();
  await settle();
  calls[0]?.body.write(placed("c1", textEvent("one")));
  await first;
  run.close();
  expect(page.listeners).toBe(0);
  page.window("offline");
  page.window("online");
  expect(run.state).toBe("ended");
  expect(await reader.next()).toMatchObject({ done: true });
  expect(states).toEqual(["connecting", "open", "ended"]);
});

test("globals that are not those of a page, as in Node and in workers, are ignored", async () => {
  vi.stubGlobal("navigator", undefined);
  const { run, calls } = follow();
  const events = collect(run);
  await settle();
  calls[0]?.body.write(end);
  expect(await events).toHaveLength(1);
});

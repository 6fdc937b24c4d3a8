import { beforeEach, expect, test, vi } from "vitest";
import type { InteractionsClient, InteractionStream, StreamOptions } from "../../src/index.ts";
import type { Fault } from "../../src/testing/index.ts";
import { settle } from "../support/settle.ts";
import { collect, laterRequests, lateRejection } from "../support/reading.ts";
import { agent, id, model, setUp } from "../support/told.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

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

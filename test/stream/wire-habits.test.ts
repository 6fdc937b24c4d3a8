// What a stream makes of rare tellings of one run: forms of gateways, errors that a replay repeats, ends
// without a final status, silences, and a process that sleeps.

import { beforeEach, expect, test, vi } from "vitest";
import { outputText, parseSse, StreamInterruptedError } from "../../src/index.ts";
import type { InteractionStreamEvent } from "../../src/index.ts";
import { frame } from "../support/body.ts";
import { eventsOf, jsonOf, scriptClient, storedOf, streamOf } from "../support/script.ts";
import { settle } from "../support/settle.ts";
import { collect, lateRejection, textOf } from "../support/reading.ts";

const background = { agent: "researcher", input: "Go", background: true, stream: true } as const;
const foreground = { model: "m", input: "Go", stream: true } as const;
const { created, status, start, deltas, stop, completed } = eventsOf("v1_a", "Hello ", "world");
const [hello, world] = deltas as [InteractionStreamEvent, InteractionStreamEvent];
const done = "data: [DONE]\n\n";

beforeEach(() => {
  vi.useFakeTimers();
});

// Forms of gateways.

test("members of an interaction beside event_type are read as the interaction", async () => {
  const usage = { total_tokens: 7 };
  const last = { event_type: "interaction.completed", id: "v1_a", status: "completed", usage };
  const { client, calls } = scriptClient(() =>
    streamOf(created, start, hello, world, stop, frame(last), done),
  );
  const stream = await client.create(foreground);
  const final = await stream.finalInteraction();
  expect(final).toMatchObject({ id: "v1_a", status: "completed", usage });
  expect(outputText(final)).toBe("Hello world");
  expect(calls).toHaveLength(1);
});

test.each(["requires_action", "failed", "requires_continuation"])(
  "interaction.%s as an event is the status of the run",
  async (name) => {
    const event = { event_type: `interaction.${name}`, interaction: { id: "v1_a" } };
    const usage = { event_type: "step.delta", index: 0, delta: {}, metadata: { total_usage: {} } };
    const { client } = scriptClient(() =>
      streamOf(created, start, hello, stop, frame(usage), frame(event), done),
    );
    const stream = await client.create(foreground);
    expect((await collect(stream)).at(-1)).toEqual(event);
    expect(stream.snapshot.status).toBe(name);
  },
);

// [DONE] before a final status.

test("[DONE] while the run is stored as completed brings the rest of it", async () => {
  const { client, calls } = scriptClient(({ kind }) =>
    kind === "create"
      ? streamOf(created, status, start, hello, done)
      : jsonOf(storedOf("v1_a", "Hello world")),
  );
  const stream = await client.create(foreground);
  await expect(settle(textOf(Promise.resolve(stream)))).resolves.toBe("Hello world");
  expect((await stream.finalInteraction()).status).toBe("completed");
  expect(calls.map(({ kind }) => kind)).toEqual(["create", "get"]);
});

test("[DONE] while the run is stored as in progress is an interruption", async () => {
  const { client } = scriptClient(({ kind }) => {
    if (kind === "create") return streamOf(created, status, start, hello, done);
    if (kind === "get") return jsonOf(storedOf("v1_a", "", "in_progress"));
    return streamOf(created, start, hello, world, stop, completed, done);
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
});

// Errors.

test("an error that the run survived is not its end when a replay repeats it", async () => {
  const error = frame({ event_type: "error", error: { code: "odd", message: "Once." } });
  const { client } = scriptClient(({ kind, count }) => {
    if (kind === "get") return jsonOf(storedOf("v1_a", "", "in_progress"));
    if (kind === "create") return streamOf(created, start, hello, error, world);
    // Cut once more behind the error, and once behind what was delivered.
    if (count === 0) return streamOf(created, start, hello, error);
    if (count === 1) return streamOf(created, start, hello, error, world);
    return streamOf(created, start, hello, error, world, stop, completed, done);
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
});

test("a reason never quotes what the model wrote", async () => {
  const half = frame({
    event_type: "step.delta",
    index: 0,
    delta: { type: "text", text: "SECRET" },
  });
  for (const [broken, reason] of [
    [half.slice(0, -20), "the connection ended inside an event"],
    ["data: SECRET words\n\n", "malformed event data"],
    ["SECRET line\n", "after data that is not an event"],
  ] as const) {
    const { client } = scriptClient(() => streamOf(created, start, hello, broken));
    const error = await lateRejection(textOf(client.create({ ...foreground, store: false })));
    expect(String(error)).toContain(reason);
    expect(JSON.stringify(error) + String(error)).not.toContain("SECRET");
  }
});

// Patience.

test("two silent reattaches in a row lead to the stored run", async () => {
  const { client, calls } = scriptClient(({ kind }) => {
    if (kind === "create") return streamOf(created, start, hello);
    if (kind === "get") return jsonOf(storedOf("v1_a", "Hello world"));
    return new Response(
      new ReadableStream({
        start(controller) {
          const known = [created, start, hello].map((event) => frame(event)).join("");
          controller.enqueue(new TextEncoder().encode(known));
        },
      }),
      { headers: { "content-type": "text/event-stream" } },
    );
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
  expect(calls.filter(({ kind }) => kind === "stream")).toHaveLength(2);
});

test("a sleep of the machine does not use up a stream's patience", async () => {
  let isAsleep = false;
  const { client } = scriptClient(({ kind, count }) => {
    if (kind === "create") return streamOf(created, status, start, hello);
    if (!isAsleep) {
      isAsleep = true;
      vi.setSystemTime(Date.now() + 10 * 3_600_000);
    }
    if (count < 4) throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
    return streamOf(created, start, hello, world, stop, completed, done);
  });
  await expect(settle(textOf(client.create(foreground)))).resolves.toBe("Hello world");
});

// Low-level reading.

test("parseSse reports a body that breaks as it reports its other ends", async () => {
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) throw new TypeError("terminated");
      sent = true;
      controller.enqueue(new TextEncoder().encode(frame(created)));
    },
  });
  const error = await collect(parseSse(body)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(error).toMatchObject({
    reason: "the connection failed",
    cause: { message: "terminated" },
  });
});

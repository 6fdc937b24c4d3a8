// What a stream does when the service or the network fails for a while: design.md, section 4.

import { beforeEach, expect, test, vi } from "vitest";
import {
  ApiError,
  InteractionStreamError,
  outputText,
  StreamInterruptedError,
} from "../../src/index.ts";
import type { InteractionStream, InteractionStreamEvent, StreamOptions } from "../../src/index.ts";
import { frame } from "../support/body.ts";
import { createBody, never } from "../support/fetch.ts";
import { eventsOf, jsonOf, notFound, scriptClient, storedOf, streamOf } from "../support/script.ts";
import type { Answer } from "../support/script.ts";
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

/** A network that is gone from now on for this long, whatever is asked. */
function outage(lastsMs: number): () => void {
  const end = Date.now() + lastsMs;
  return () => {
    if (Date.now() < end) throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
  };
}

test.each([
  [background, 30_000],
  [background, 20 * 60_000],
  [foreground, 30_000],
  [foreground, 55_000],
])("%o continues after an outage of %i ms", async (params, lastsMs) => {
  let check: (() => void) | undefined;
  const { client } = scriptClient(({ kind }) => {
    if (kind === "create") return streamOf(created, status, start, hello);
    (check ??= outage(lastsMs))();
    if (kind === "get") return jsonOf(storedOf("v1_a", "", "in_progress"));
    return streamOf(created, start, hello, world, stop, completed, done);
  });
  await expect(settle(textOf(client.create(params)))).resolves.toBe("Hello world");
});

test("a stream continues although every poll fails", async () => {
  const { client } = scriptClient(({ kind, count }) => {
    if (kind === "create") return streamOf(created, status, start, hello);
    if (kind === "get" || count < 6) return jsonOf({ error: { message: "later" } }, 503);
    return streamOf(created, start, hello, world, stop, completed, done);
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
});

test.each([
  [background, 3_600_000],
  [foreground, 60_000],
])("%o is given up when nothing new came for %i ms, with the first reason", async (params, ms) => {
  const { client, calls } = scriptClient(({ kind }) => {
    if (kind === "create") return streamOf(created, status, start, hello, "data: {broken\n\n");
    return jsonOf({ error: { code: 503, status: "UNAVAILABLE", message: "later" } }, 503);
  });
  const began = Date.now();
  const error = await lateRejection(textOf(client.create(params)));
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(error).toMatchObject({
    reason: expect.stringContaining("malformed"),
    resumable: true,
    cause: expect.objectContaining({ message: expect.stringContaining("503") }),
  });
  expect(Date.now() - began).toBeGreaterThanOrEqual(ms);
  expect(Date.now() - began).toBeLessThan(ms + 5_000);
  // No storm: a few quick tries, then one about every ten seconds.
  expect(calls.length).toBeLessThan(12 + ms / 6_000);
});

test("resume.timeoutMs bounds the recovery", async () => {
  const { client } = scriptClient(({ kind }) =>
    kind === "create" ? streamOf(created, start, hello) : jsonOf({ error: {} }, 503),
  );
  const began = Date.now();
  const error = await lateRejection(
    textOf(client.create(background, { resume: { timeoutMs: 20_000 } })),
  );
  expect(error).toMatchObject({ name: "StreamInterruptedError", resumable: true });
  expect(Date.now() - began).toBeLessThan(22_000);
});

test("an unknown member of resume is refused, and null counts as absent", async () => {
  const { client, calls } = scriptClient(() => streamOf(created, start, hello, stop, completed));
  // Callers without types.
  const misspelt = { resume: { timeoutMS: 5 } } as unknown as StreamOptions;
  await expect(client.create(background, misspelt)).rejects.toThrow(
    'Unknown option "resume.timeoutMS": did you mean resume.timeoutMs?',
  );
  expect(calls).toEqual([]);
  const empty = { resume: null } as unknown as StreamOptions;
  expect(await textOf(client.create(background, empty))).toBe("Hello ");
});

test.each([0, -1, Number.NaN])("resume.timeoutMs %j is refused", async (timeoutMs) => {
  const { client, calls } = scriptClient(() => streamOf(created));
  await expect(client.create(background, { resume: { timeoutMs } })).rejects.toThrow(TypeError);
  expect(calls).toEqual([]);
});

test("a delay that the service asks for is honoured, however long", async () => {
  const { client, calls } = scriptClient(({ kind, count }) => {
    if (kind === "create") return streamOf(created, start, hello);
    if (kind === "stream" && count === 0) {
      return jsonOf({ error: { message: "later" } }, 503, { "retry-after": "300" });
    }
    return streamOf(created, start, hello, world, stop, completed, done);
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
  expect((calls[2]?.at ?? 0) - (calls[1]?.at ?? 0)).toBeGreaterThanOrEqual(300_000);
});

test("a service that closes every connection after one event is asked once a second", async () => {
  const texts = Array.from({ length: 20 }, (_, index) => `${index} `);
  const all = eventsOf("v1_a", ...texts);
  const began = Date.now();
  const { client, calls } = scriptClient(({ kind, count }) => {
    if (kind === "create") return streamOf(all.created, all.start);
    if (count < texts.length)
      return streamOf(all.created, all.start, ...all.deltas.slice(0, count + 1));
    return streamOf(all.created, all.start, ...all.deltas, all.stop, all.completed, done);
  });
  await expect(settle(textOf(client.create(background)), 100)).resolves.toBe(texts.join(""));
  expect(calls).toHaveLength(22);
  expect(Date.now() - began).toBeGreaterThanOrEqual(19_000);
});

test("empty deltas are not progress: five reconnects, then polls", async () => {
  const empty: InteractionStreamEvent = {
    event_type: "step.delta",
    index: 0,
    delta: { type: "text", text: "" },
  };
  const { client, calls } = scriptClient(({ kind }) => {
    if (kind === "create") return streamOf(created, start, hello);
    if (kind === "stream") return streamOf(created, start, hello, empty, empty);
    return jsonOf(storedOf("v1_a", "Hello world"));
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
  expect(calls.map(({ kind }) => kind)).toEqual([
    "create",
    ...Array.from({ length: 5 }, () => "stream"),
    "get",
  ]);
});

test("while polling, the stream is tried now and then, and read on", async () => {
  const { client, count } = scriptClient(({ kind, count: before }) => {
    if (kind === "create") return streamOf(created, start, hello);
    if (kind === "get") return jsonOf(storedOf("v1_a", "", "in_progress"));
    if (before < 8) return notFound();
    return streamOf(created, start, hello, world, stop, completed, done);
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
  expect(count("stream")).toBe(9);
  expect(count("get")).toBeGreaterThan(15);
});

test("a young run may be missing three times", async () => {
  const { client } = scriptClient(({ kind, count }) => {
    if (kind === "create") return streamOf(created);
    if (kind === "stream") return notFound();
    return count < 3 ? notFound() : jsonOf(storedOf("v1_a", "Hello world"));
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
});

test("a run that stays missing is given up, and cannot be resumed", async () => {
  const { client, count } = scriptClient(({ kind }) =>
    kind === "create" ? streamOf(created) : notFound(),
  );
  const error = await lateRejection(textOf(client.create(background)));
  expect(error).toMatchObject({ name: "StreamInterruptedError", resumable: false });
  expect((error as Error).cause).toMatchObject({ status: 404 });
  expect(count("get")).toBe(4);
});

test("a run that was there is given up at its first 404", async () => {
  let seen = false;
  const { client, count } = scriptClient(({ kind }) => {
    if (kind === "create") return streamOf(created, start, hello);
    if (kind === "stream") return notFound();
    if (seen) return notFound();
    seen = true;
    return jsonOf(storedOf("v1_a", "Hello", "in_progress"));
  });
  const error = await lateRejection(textOf(client.create(background)));
  expect(error).toMatchObject({ name: "StreamInterruptedError", resumable: false });
  expect(count("get")).toBe(2);
});

test.each([
  ["an empty object", {}],
  ["an error with status 200", { error: { code: 500, message: "Oops" } }],
  ["another run", storedOf("v1_b", "Other")],
  ["no status", { id: "v1_a", steps: [] }],
])("a poll that brings %s is a missed poll", async (_, body) => {
  const { client } = scriptClient(({ kind, count }) => {
    if (kind === "create") return streamOf(created, start, hello);
    if (kind === "stream") return notFound();
    return jsonOf(count < 3 ? body : storedOf("v1_a", "Hello world"));
  });
  await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
});

test("events of another run are refused", async () => {
  const other = eventsOf("v1_b", "Other");
  const { client } = scriptClient(({ kind }) =>
    kind === "create"
      ? streamOf(created, start, hello)
      : streamOf(other.created, other.start, ...other.deltas, other.stop, other.completed, done),
  );
  const error = await lateRejection(textOf(client.create(background)));
  expect(error).toMatchObject({ name: "StreamInterruptedError", resumable: false });
});

const refusal = `{"error":{"message":"The prompt was refused.","code":"prohibited_content"}}`;
const bareRefusal = `{"code":"prohibited_content","message":"The prompt was refused."}`;
const ping = `data: {"event_type":"ping"}\n\n`;
const readings: [string, (stream: InteractionStream) => Promise<unknown>][] = [
  ["a loop", (stream) => collect(stream)],
  ["text()", (stream) => collect(stream.text())],
  ["finalInteraction()", (stream) => stream.finalInteraction()],
];

test.each(
  readings.flatMap(([name, read]) =>
    [
      ["un-framed", `${refusal}\n`],
      ["un-framed, before [DONE]", `${refusal}\n\n${done}`],
      ["named", `event: error\ndata: ${refusal}\n\n`],
      ["named, before [DONE]", `event: error\ndata: ${refusal}\n\n${done}`],
      ["without event_type", `data: ${refusal}\n\n${done}`],
      ["with an empty event_type", `data: {"event_type":"",${refusal.slice(1)}\n\n${done}`],
      ["in a list", `data: [${refusal}]\n\n${done}`],
      ["in a list, without [DONE]", `data: [${refusal}]\n\n`],
      ["as a list", `data: {"errors":[${refusal}]}\n\n${done}`],
      ["as a status of google.rpc", `data: ${bareRefusal}\n\n${done}`],
      ["before an event of an unknown kind", `data: ${refusal}\n\n${ping}${done}`],
    ].map(([form = "", text = ""]) => [name, form, read, text] as const),
  ),
)("%s throws a refusal that comes %s, although the run is gone", async (_, __, read, text) => {
  const { client, calls } = scriptClient(({ kind }) =>
    kind === "create" ? streamOf(created, status, text) : notFound(),
  );
  const error = await lateRejection(client.create(foreground).then((stream) => read(stream)));
  expect(error).toBeInstanceOf(InteractionStreamError);
  expect(error).toMatchObject({ code: "prohibited_content" });
  expect(calls).toHaveLength(1);
});

test.each([
  ["gateway_timeout"],
  ["UNAVAILABLE"],
  ["deadline_exceeded"],
  ["internal"],
  [503],
  ["504"],
])("code %j, in an event or beside it, interrupts a run that continues", async (code) => {
  const error = { code, message: "Passing." };
  const forms = [
    `data: ${JSON.stringify({ event_type: "error", error })}\n\n`,
    `event: error\ndata: ${JSON.stringify({ error })}\n\n`,
    `${JSON.stringify({ error })}\n`,
  ];
  for (const form of forms) {
    const { client } = scriptClient(({ kind }) =>
      kind === "create"
        ? streamOf(created, start, hello, form)
        : streamOf(created, start, hello, world, stop, completed, done),
    );
    expect(await settle(textOf(client.create(background)))).toBe("Hello world");
  }
});

test.each([null, {}, { code: "", message: "" }])(
  "an error %j is noise: a reset after it is an interruption",
  async (error) => {
    const { client } = scriptClient(({ kind }) =>
      kind === "create"
        ? streamOf(
            created,
            start,
            hello,
            `data: ${JSON.stringify({ event_type: "error", error })}\n\n`,
          )
        : streamOf(created, start, hello, world, stop, completed, done),
    );
    await expect(settle(textOf(client.create(background)))).resolves.toBe("Hello world");
  },
);

const refused = JSON.parse(refusal) as object;
const failed = { ...status, status: "failed" };
test.each<[string, readonly object[]]>([
  ["beside a failed status", [{ ...failed, ...refused }]],
  ["in a list beside it", [{ ...failed, errors: [JSON.parse(bareRefusal)] }]],
  ["before a failed status", [{ event_type: "error", ...refused }, failed]],
  ["before one", [{ event_type: "error", ...refused }, { event_type: "ping" }]],
])("an error %s is delivered, and ends the stream", async (_, last) => {
  const answer: Answer = () =>
    streamOf(created, start, hello, ...last.map((event) => frame(event)), done);
  const stream = await scriptClient(answer).client.create(foreground);
  expect((await collect(stream)).slice(-last.length)).toEqual(last);
  const thrown = await lateRejection(textOf(scriptClient(answer).client.create(foreground)));
  expect(thrown).toMatchObject({ name: "InteractionStreamError", code: "prohibited_content" });
});

test.each([
  { error: { code: "UNAVAILABLE", message: "Later." } },
  { error: { code: "not_found" }, code: 404, status: "failed" },
  { errors: [refused] },
])("an event of an unknown kind is not an error, whatever its members: %j", async (members) => {
  const odd = frame({ event_type: "tool.status", ...members });
  const { client, calls } = scriptClient(() =>
    streamOf(created, start, hello, odd, world, stop, completed, done),
  );
  const events = await collect(await client.create(foreground));
  expect(events).toContainEqual({ event_type: "tool.status", ...members });
  expect(calls).toHaveLength(1);
});

test("an error that content follows is not the stream's end", async () => {
  const error = frame({ event_type: "error", ...refused });
  const { client } = scriptClient(() => streamOf(created, start, hello, error, world, stop, done));
  expect(await textOf(client.create(foreground))).toBe("Hello world");
});

test.each(
  ([0, 1, 2, 70] as const).flatMap((first) =>
    (["completed", "failed", "requires_action"] as const).map((end) => [first, end] as const),
  ),
)(
  "steps with indices from %i continue from a stored run that is %s, each once",
  async (first, end) => {
    const steps = [
      { type: "user_input", content: [{ type: "text", text: "Hi" }] },
      { type: "thought" },
      { type: "model_output", content: [{ type: "text", text: "Hello world" }] },
      { type: "model_output", content: [{ type: "text", text: "." }] },
    ];
    const { client } = scriptClient(({ kind }) =>
      kind === "create"
        ? streamOf(
            created,
            frame({ event_type: "step.start", index: first, step: { type: "thought" } }),
            frame({ event_type: "step.stop", index: first }),
            frame({ event_type: "step.start", index: first + 1, step: { type: "model_output" } }),
            frame({
              event_type: "step.delta",
              index: first + 1,
              delta: { type: "text", text: "Hel" },
            }),
          )
        : kind === "get"
          ? jsonOf({ id: "v1_a", status: end, steps })
          : notFound(),
    );
    const stream = await client.create(background);
    const events = await settle(collect(stream));
    expect(outputText(stream.snapshot)).toBe("Hello world.");
    expect(stream.snapshot).toMatchObject({ status: end, steps: steps.slice(1) });
    const indices = events.flatMap((event) => ("index" in event ? [event.index ?? 0] : []));
    expect([Math.min(...indices), Math.max(...indices)]).toEqual([first, first + 2]);
  },
);

test("a stored step before the first streamed one is delivered, too", async () => {
  const { client } = scriptClient(({ kind }) =>
    kind === "create"
      ? streamOf(
          created,
          frame({ event_type: "step.start", index: 1, step: { type: "model_output" } }),
          frame({ event_type: "step.delta", index: 1, delta: { type: "text", text: "Hel" } }),
        )
      : kind === "get"
        ? jsonOf({
            id: "v1_a",
            status: "completed",
            steps: [
              { type: "thought", signature: "s" },
              { type: "model_output", content: [{ type: "text", text: "Hello" }] },
            ],
          })
        : notFound(),
  );
  expect(await settle(textOf(client.create(background)))).toBe("Hello");
});

test("a finished cursor costs no request, and its snapshot says completed", async () => {
  const { client, calls } = scriptClient(() =>
    streamOf(created, start, hello, world, stop, completed, done),
  );
  const first = await client.create(background);
  await settle(collect(first));
  const { cursor } = first;
  if (cursor === undefined) expect.fail("no cursor");
  const resumed = await client.resume(cursor);
  expect(resumed.snapshot).toMatchObject({ id: "v1_a", status: "completed" });
  expect(resumed.toResponse().status).toBe(204);
  const again = await client.resume(cursor);
  expect(await collect(again)).toEqual([]);
  expect(calls).toHaveLength(1);
});

test("what recovery met is the cause, and no raw ApiError of a reconnect the reason", async () => {
  const { client } = scriptClient(({ kind }) => {
    if (kind === "create") return streamOf(created, start, hello);
    return jsonOf({ error: { code: 401, message: "Who are you?" } }, 401);
  });
  const error = await lateRejection(textOf(client.create(background)));
  expect(error).toMatchObject({ reason: "the connection closed", resumable: true });
  expect((error as Error).cause).toBeInstanceOf(ApiError);
});

test("an abort ends recovery at once, whatever it waits for", async () => {
  for (const answer of [
    () => jsonOf({ error: {} }, 503, { "retry-after": "1000" }),
    (): Promise<Response> => never(),
    () => new Response(createBody(() => undefined).stream, { status: 503 }),
  ]) {
    const { client } = scriptClient(({ kind }) =>
      kind === "create" ? streamOf(created, start, hello) : answer(),
    );
    const controller = new AbortController();
    const reading = textOf(client.create(background, { signal: controller.signal }));
    setTimeout(() => controller.abort(new Error("enough")), 700);
    const began = Date.now();
    await expect(settle(reading, 100)).rejects.toThrow("enough");
    expect(Date.now() - began).toBeLessThanOrEqual(900);
  }
});

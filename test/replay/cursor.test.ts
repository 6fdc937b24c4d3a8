import * as fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { compactCursor } from "../../src/replay/cursor-text.ts";
import { toCursor, toPosition } from "../../src/replay/cursor.ts";
import { accumulate, parseCursor } from "../../src/index.ts";
import type { InteractionsClient, InteractionStreamEvent, StreamCursor } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService } from "../../src/testing/index.ts";
import { geminiClient, testKey, vertexClient } from "../support/clients.ts";
import { loadStream, listStreams } from "../support/examples.ts";
import { createFetch } from "../support/fetch.ts";
import { runs } from "../support/runs.ts";
import { geminiHost, globalHost } from "../support/server.ts";
import { settle } from "../support/settle.ts";
import { traceOf } from "../support/trace.ts";

const agent = { agent: "deep-research-preview-04-2026", input: "Go", background: true } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

const cursor: StreamCursor = {
  version: 2,
  interactionId: "v1_abc",
  lastEventId: "MF90aG91Z2h0XzE1",
  idCount: 1,
  base: "first",
  background: true,
  legacy: false,
  created: true,
  finished: false,
  status: "in_progress",
  hasText: true,
  isStored: false,
  notices: [12, -3],
  delivered: [
    [90, 123, -456],
    [0, 1, 4, 4],
    [[4, -8]],
    [[[2, 77, 2, 30, 31, -32], [["annotations", 2]]]],
  ],
  saved: [[9, 12, -45], [0, 0], [], []],
};

// What it is, and what it is not.

test("a cursor is read as it was written, from JSON and from its compact form", () => {
  const other = { ...cursor, interactionId: "résumé-😀", lastEventId: "+/=?ÿ漢😀\u0000\n" };
  for (const value of [cursor, other]) {
    expect(parseCursor(JSON.stringify(value))).toEqual(value);
    expect(parseCursor(` \n${JSON.stringify(value, undefined, 2)}\n`)).toEqual(value);
    expect(compactCursor(value)).toMatch(/^[\w.~-]+$/);
    expect(parseCursor(compactCursor(value))).toEqual(value);
  }
});

test("members that later versions may add are no reason to refuse it", () => {
  expect(parseCursor(JSON.stringify({ ...cursor, later: { deep: [1] } }))).toMatchObject(cursor);
});

test("what may be absent may be absent", () => {
  const { lastEventId: _, idCount: __, base: ___, status: ____, ...rest } = cursor;
  const { saved: _____, notices: ______, ...least } = rest;
  expect(parseCursor(JSON.stringify(least))).toEqual(least);
});

test.each([
  ["no text", 7],
  ["nothing", undefined],
  ["an empty text", ""],
  ["another text", "hello"],
  ["half a cursor", JSON.stringify(cursor).slice(0, -9)],
  ["half a word", compactCursor(cursor).slice(0, -9)],
  ["an event id", "MF90aG91Z2h0XzE1"],
  ["a list", JSON.stringify([cursor])],
  ["null", "null"],
  ["an empty list as a word", "L~"],
  ["a word with something behind it", `${compactCursor(cursor)}.1`],
  ["a word of another version", compactCursor({ ...cursor, version: 3 as unknown as 2 })],
  ["a word with a wrong number", compactCursor({ ...cursor, idCount: -1 })],
  ["a word with quotes", compactCursor(cursor).replace("S", '"S')],
  ["a text that is too long", JSON.stringify({ ...cursor, later: "x".repeat(65_536) })],
  ["a word that is too long", compactCursor({ ...cursor, lastEventId: "x".repeat(65_536) })],
])("%s is no cursor", (_, text) => {
  // As a caller without types may pass.
  expect(() => parseCursor(text as string)).toThrow(TypeError);
  expect(() => parseCursor(text as string)).toThrow(/^Not a stream cursor: .*\. Pass what stream/);
});

const notAText = [7, null, true, {}, [], "\ud800"];
const notAFlag = [0, 1, "true", null, undefined];
const notACount = [-1, 0.5, 2 ** 53, 1e308, "1", null, [], true];
const notAHash = [0.5, 2 ** 33, -1e308, "1", null, []];

function replaced(list: readonly unknown[], index: number, value: unknown): unknown[] {
  return list.map((item, at) => (at === index ? value : item));
}

const [scalars, ranges, recent, [lane = [[], []] as const]] = cursor.delivered;
const [numbers] = lane;
const wrongLists = [7, null, undefined, "list", {}, [7], [[]], [["a"]], [["a", 1, 2]]];

/** Lanes with one wrong member. */
const wrongLanes: unknown[] = [
  null,
  [],
  lane.slice(1),
  [...lane, 1],
  ...[0, 3].flatMap((at) =>
    [-2, 0.5, 2 ** 53, "1", null].map((bad) => replaced(lane, 0, replaced(numbers, at, bad))),
  ),
  ...[1, 4, 5].flatMap((at) =>
    notAHash.map((bad) => replaced(lane, 0, replaced(numbers, at, bad))),
  ),
  ...[4, -1, 0.5, "1", null, true].map((bad) => replaced(lane, 0, replaced(numbers, 2, bad))),
  ...wrongLists.map((bad) => replaced(lane, 1, bad)),
  replaced(lane, 1, [["a", -1]]),
  replaced(lane, 1, [["a".repeat(1_000), 1]]),
];

/** Positions with one wrong member. */
const damaged: unknown[] = [
  undefined,
  null,
  7,
  "position",
  {},
  [],
  [scalars, ranges, recent],
  [scalars, ranges, recent, [lane], []],
  [scalars.slice(1), ranges, recent, [lane]],
  [[...scalars, 1], ranges, recent, [lane]],
  ...notACount.map((bad) => [replaced(scalars, 0, bad), ranges, recent, []]),
  ...[1, 2].flatMap((at) => notAHash.map((bad) => [replaced(scalars, at, bad), [], [], []])),
  ...[7, null, {}, [1], [3, 2], [0, 1, 2, 3], [0, 1, 1, 1], [-1, 0], [0, 0.5]].map((bad) => [
    scalars,
    bad,
    [],
    [],
  ]),
  ...[7, null, {}, [1], [[1]], [[1, 2, 3]], [[-1, 2]], [[1, 0.5]]].map((bad) => [
    scalars,
    [],
    bad,
    [],
  ]),
  ...[7, null, {}].map((bad) => [scalars, [], [], bad]),
  ...wrongLanes.map((bad) => [scalars, [], [], [bad]]),
];

const wrongMembers: [keyof StreamCursor, unknown[], RegExp][] = [
  ["version", [undefined, 0, 1, "2", null, [2]], /its version is .*, expected 2/],
  ["interactionId", [undefined, 7, null, ["v1_abc"]], /interactionId is not one path segment/],
  ["lastEventId", notAText, /an id is no text/],
  ["base", notAText, /an id is no text/],
  ["status", notAText, /an id is no text/],
  ["background", notAFlag, /its background is no boolean/],
  ["legacy", notAFlag, /its legacy is no boolean/],
  ["created", notAFlag, /its created is no boolean/],
  ["finished", notAFlag, /its finished is no boolean/],
  ["hasText", notAFlag, /its hasText is no boolean/],
  ["isStored", notAFlag, /its isStored is no boolean/],
  ["idCount", notACount, /its position is damaged/],
  ["notices", [7, null, "1", {}, ...notAHash.map((bad) => [bad])], /its position is damaged/],
  ["delivered", damaged, /its position is damaged/],
  ["saved", damaged.slice(1), /its position is damaged/],
];

/** A client, and where it has sent to. */
function recordingClient(): { client: InteractionsClient; urls: string[] } {
  const urls: string[] = [];
  const { fetch } = createFetch((request) => {
    urls.push(request.url);
    return new Response("", { status: 500 });
  });
  return { client: geminiClient({ fetch }), urls };
}

test.each(wrongMembers)(
  "a cursor with another %s is refused, and nothing is sent",
  async (name, values, message) => {
    const { client, urls } = recordingClient();
    for (const value of values) {
      const wrong = { ...cursor, [name]: value };
      const shown = JSON.stringify(value);
      // JSON has no infinite numbers and the like: the object is checked as well as the text.
      expect(() => parseCursor(JSON.stringify(wrong)), shown).toThrow(message);
      await expect(client.resume(wrong as StreamCursor), shown).rejects.toThrow(message);
    }
    expect(urls).toEqual([]);
  },
);

test("a position of numbers that are none is refused", async () => {
  const { client, urls } = recordingClient();
  for (const bad of [Number.NaN, Infinity, -Infinity, 1n, undefined]) {
    for (const delivered of [
      [replaced(scalars, 0, bad), [], [], []],
      [scalars, [bad, bad], [], []],
      [scalars, [], [], [replaced(lane, 0, replaced(numbers, 4, bad))]],
    ]) {
      const wrong = { ...cursor, delivered } as unknown as StreamCursor;
      await expect(client.resume(wrong)).rejects.toThrow(/its position is damaged/);
    }
  }
  expect(urls).toEqual([]);
});

test.each(
  ["", ".", "..", "../x", "a/b", "a\\b", "%2e", "%2e%2e", "a%2fb", "a?b=c", "a#b"].concat(
    [
      "a\nb",
      "a\u0000b",
      "a\u009bb",
      "\ud800",
      "//elsewhere.example/a",
      "https://elsewhere.example/",
    ],
    ["projects/p/locations/l/interactions/..", "projects/p/interactions/a", "x".repeat(70_000)],
  ),
)("the id %j is refused, and nothing is sent", async (interactionId) => {
  const { client, urls } = recordingClient();
  const hostile = { ...cursor, interactionId };
  expect(() => parseCursor(JSON.stringify(hostile))).toThrow(TypeError);
  if (interactionId.length < 999) {
    const error: unknown = await client.resume(hostile).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  }
  expect(urls).toEqual([]);
});

function named(project: string): StreamCursor {
  const interactionId = `projects/${project}/locations/global/interactions/v1_abc`;
  return parseCursor(JSON.stringify({ ...cursor, interactionId }));
}

test("a run that Vertex AI names in full is the client's own, or is refused", async () => {
  const { fetch, requests } = createFetch(() => new Response("", { status: 500 }));
  await expect(vertexClient({}, { fetch }).resume(named("p"))).rejects.toThrow(/status 500/);
  for (const project of ["other", "..", "p/../../x"]) {
    const call = async () => vertexClient({}, { fetch }).resume(named(project));
    await expect(call()).rejects.toThrow(TypeError);
  }
  await expect(geminiClient({ fetch }).resume(named("p"))).rejects.toThrow(TypeError);
  expect(requests.map(({ url }) => url.split("?")[0])).toEqual([
    `${globalHost}/v1beta1/projects/p/locations/global/interactions/v1_abc`,
  ]);
});

test("members of a prototype are not members of a cursor", () => {
  const text = `{"__proto__":${JSON.stringify(cursor)}}`;
  expect(() => parseCursor(text)).toThrow(/its version is undefined/);
  const { version: _, ...rest } = cursor;
  const tricky = JSON.stringify(rest).replace("{", '{"__proto__":{"version":2},"constructor":{},');
  expect(() => parseCursor(tricky)).toThrow(/its version is undefined/);
  const whole = JSON.stringify(cursor).replace("{", '{"__proto__":{"polluted":1},');
  toPosition(parseCursor(whole));
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});

test.each([
  ["a list", "[".repeat(60_000)],
  ["lists that end", `${"[".repeat(30_000)}${"]".repeat(30_000)}`],
  ["objects", `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`],
  ["a version", `{"version":${"[".repeat(30_000)}${"]".repeat(30_000)}}`],
  ["a word", `${"L".repeat(30_000)}${"~".repeat(30_000)}`],
])("%s without a bottom is refused like any other", (_, text) => {
  expect(text.length).toBeLessThan(65_536);
  expect(() => parseCursor(text)).toThrow(TypeError);
});

const tokens = compactCursor(cursor).split(/(?<=[.~L])|(?=[.~])/);

test("a word of which any part is another one is a cursor or a TypeError", () => {
  for (const [at] of tokens.entries()) {
    for (const other of ["", "N", "L~", "S", "S_", "-1", "zzzzzzzzzzzzzzz", ".", "~", "L", '"']) {
      read(tokens.toSpliced(at, 1, other).join(""));
    }
  }
});

function read(text: string): void {
  try {
    parseCursor(text);
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
  }
}

test("whatever a text says, reading it is a cursor or a TypeError", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.base64String(), fc.json()), read));
  const members = fc.constantFrom(...Object.keys(cursor));
  fc.assert(
    fc.property(members, fc.jsonValue(), (name, value) => {
      read(JSON.stringify({ ...cursor, [name]: value }));
    }),
  );
});

// Where a cursor can lead.

test.each([
  "../../other?stream=false",
  "e1&stream=false#x",
  "https://elsewhere.example/",
  "e1\r\nhost: elsewhere.example",
  "%2e%2e%2f",
  "é😀",
  "",
])("the event id %j is one value of one parameter", async (lastEventId) => {
  const { client, urls } = recordingClient();
  await client.resume({ ...cursor, lastEventId }).catch(() => undefined);
  const [url = ""] = urls;
  expect(urls).toHaveLength(1);
  expect(url.split("?")[0]).toBe(`${geminiHost}/v1beta/interactions/v1_abc`);
  const { searchParams, hash } = new URL(url);
  expect(Object.fromEntries(searchParams)).toEqual({ last_event_id: lastEventId, stream: "true" });
  expect(hash).toBe("");
  expect(url).not.toContain(testKey);
});

/** Whether every request but the creates was a read of this run. */
function expectReadsOf(service: InteractionsService, id: string): void {
  for (const { method, url } of service.requests.slice(1)) {
    expect(method).toBe("GET");
    expect(url.split("?")[0]).toBe(`${geminiHost}/v1beta/interactions/${encodeURIComponent(id)}`);
  }
}

test("a cursor with wrong numbers ends, and asks for no other run", async () => {
  const count = fc.oneof(fc.nat({ max: 50 }), fc.constantFrom(0, Number.MAX_SAFE_INTEGER));
  const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  const numbers = fc.tuple(count, hash, fc.nat({ max: 3 }), count, hash, hash);
  const items = fc.array(fc.tuple(fc.constantFrom("annotations", "media"), count));
  const step = fc.tuple(numbers, items);
  const packed = fc.tuple(
    fc.tuple(count, hash, hash),
    fc.constantFrom([], [0, 0], [0, 3, 5, Number.MAX_SAFE_INTEGER]),
    fc.array(fc.tuple(count, hash), { maxLength: 3 }),
    fc.array(step, { maxLength: 3 }),
  );
  const wrong = fc.record(
    {
      lastEventId: fc.constantFrom("evt_3", "evt_99", ""),
      base: fc.constantFrom("evt_1", "evt_99"),
      idCount: count,
      background: fc.boolean(),
      legacy: fc.boolean(),
      created: fc.boolean(),
      finished: fc.boolean(),
      hasText: fc.boolean(),
      isStored: fc.boolean(),
      status: fc.constantFrom("in_progress", "completed", "?"),
      saved: packed,
    },
    { requiredKeys: ["background", "legacy", "created", "finished", "hasText", "isStored"] },
  );
  await fc.assert(
    fc.asyncProperty(wrong, packed, async (members, delivered) => {
      const service = createInteractionsService({ respond: () => "One two three four five" });
      const client = geminiClient({ fetch: service.fetch });
      const { id } = await client.create(agent);
      const hostile = { ...members, version: 2, interactionId: id, delivered } as const;
      const seen: InteractionStreamEvent[] = [];
      const reading = async (): Promise<void> => {
        const stream = await client.resume(parseCursor(JSON.stringify(hostile)));
        for await (const event of stream) seen.push(event);
      };
      await settle(reading()).catch((error: unknown) => {
        expect(String(error)).toMatch(/^(StreamInterruptedError|BadRequestError)/);
      });
      expectReadsOf(service, id);
      expect(service.openStreams).toBe(0);
      expect(accumulate(seen)).toBeDefined();
    }),
    { numRuns: 60 },
  );
});

// What a stream's own cursors are.

/** The cursors of a run, from before its first event to after its last. */
async function cursorsOf(
  client: InteractionsClient,
): Promise<{ cursors: (StreamCursor | undefined)[]; events: InteractionStreamEvent[] }> {
  const stream = await client.create({ ...agent, stream: true });
  const events: InteractionStreamEvent[] = [];
  const cursors = [stream.cursor];
  for await (const event of stream) {
    events.push(event);
    cursors.push(stream.cursor);
  }
  return { cursors, events };
}

test("a stream has a cursor as soon as its run has an id, as data that JSON keeps", async () => {
  const service = createInteractionsService();
  const { cursors } = await cursorsOf(geminiClient({ fetch: service.fetch }));
  expect(cursors[0]).toBeUndefined();
  for (const value of cursors.slice(1)) {
    expect(JSON.parse(JSON.stringify(value))).toEqual(value);
    expect(parseCursor(JSON.stringify(value))).toEqual(value);
  }
});

test("a cursor is a picture of its moment: later events do not change it", async () => {
  const service = createInteractionsService();
  const client = geminiClient({ fetch: service.fetch });
  const stream = await client.create({ ...agent, stream: true });
  const events = stream[Symbol.asyncIterator]();
  for (let n = 0; n < 5; n += 1) await events.next();
  const early = stream.cursor;
  const before = structuredClone(early);
  while ((await events.next()).done !== true) {
    // To the end.
  }
  expect(early).toEqual(before);
  expect(stream.cursor).not.toEqual(before);
});

test("without store there is no cursor", async () => {
  const service = createInteractionsService();
  const client = geminiClient({ fetch: service.fetch });
  const stream = await client.create({ model: "m", input: "Hi", stream: true, store: false });
  for await (const _ of stream) expect(stream.cursor).toBeUndefined();
});

test("the position of a cursor has the same cursor", async () => {
  for (const steps of Object.values(runs)) {
    for (const dialect of ["current", "legacy"] as const) {
      const service = createInteractionsService({
        dialect,
        respond: () => ({ steps: [...steps] }),
      });
      const { cursors } = await cursorsOf(geminiClient({ fetch: service.fetch }));
      for (const value of cursors) {
        if (value === undefined) continue;
        const text = JSON.stringify(value);
        expect(toCursor(toPosition(parseCursor(text)))).toEqual(value);
      }
    }
  }
});

test("a cursor of an ordinary run has less than 1 kB, in its compact form, too", async () => {
  const id = `v1_${"ChdQcnJvdGVzdC1pbnRlcmFjdGlvbi1pZA".repeat(2)}`;
  const many = Array.from({ length: 100 }, (_, n) => ({
    type: "model_output" as const,
    content: [{ type: "text" as const, text: `Step ${n} says something.` }],
  }));
  const answers = [
    ...[...Object.values(runs), many].map((steps) => ({ steps: [...steps] })),
    // An error would lead to reconnects.
    ...listStreams()
      .filter((name) => !name.includes("error"))
      .map((name) => ({ events: loadStream(name) })),
  ];
  for (const answer of answers) {
    for (const mode of ["guide", "faithful"] as const) {
      const service = createInteractionsService({ mode, respond: () => answer });
      const { cursors } = await cursorsOf(geminiClient({ fetch: service.fetch }));
      for (const value of cursors) {
        if (value === undefined) continue;
        const long = { ...value, interactionId: id };
        expect(JSON.stringify(long).length).toBeLessThan(1_024);
        expect(compactCursor(long).length).toBeLessThan(1_024);
      }
    }
  }
});

test("client.resume goes on from the compact form, ids of any script included", async () => {
  const id = "vé_漢字-😀";
  const created: InteractionStreamEvent = {
    event_type: "interaction.created",
    interaction: { id, status: "in_progress" },
    event_id: "é1",
  };
  const events: InteractionStreamEvent[] = [
    created,
    { event_type: "step.start", index: 0, step: { type: "model_output" }, event_id: "漢2" },
    {
      event_type: "step.delta",
      index: 0,
      delta: { type: "text", text: "Grüße 😀" },
      event_id: "😀3",
    },
    { event_type: "step.stop", index: 0, event_id: "4&5=6" },
    { event_type: "interaction.completed", interaction: { id, status: "completed" } },
  ];
  const service = createInteractionsService({ respond: () => ({ events }) });
  const client = geminiClient({ fetch: service.fetch });
  const { cursors } = await cursorsOf(client);
  for (const [count, value] of cursors.entries()) {
    if (value === undefined) continue;
    const rest: InteractionStreamEvent[] = [];
    const stream = await client.resume(parseCursor(compactCursor(value)));
    for await (const event of stream) rest.push(event);
    expect(traceOf([...events.slice(0, count), ...rest])).toEqual(traceOf(events));
  }
  expectReadsOf(service, id);
});

test("a cursor that the service refuses is left out, and the run replayed from its start", async () => {
  const service = createInteractionsService({ respond: () => "One two three four" });
  const client = geminiClient({ fetch: service.fetch });
  const { cursors, events } = await cursorsOf(client);
  service.faults.push({ kind: "answer", on: "reattach", status: 400 });
  const rest: InteractionStreamEvent[] = [];
  const saved = cursors[5];
  if (saved === undefined) throw new Error("There is no cursor.");
  for await (const event of await client.resume(saved)) rest.push(event);
  expect(traceOf([...events.slice(0, 5), ...rest])).toEqual(traceOf(events));
  expect(service.requests.slice(1).map(({ url }) => new URL(url).search)).toEqual([
    "?last_event_id=evt_5&stream=true",
    "?stream=true",
  ]);
});

test.each([404, 405, 410, 501])(
  "a run whose stream is gone (%i) is read as it is stored",
  async (status) => {
    const service = createInteractionsService({ respond: () => "One two three four" });
    const client = geminiClient({ fetch: service.fetch });
    const { cursors, events } = await cursorsOf(client);
    service.faults.push({ kind: "answer", on: "reattach", status });
    const saved = cursors[5];
    if (saved === undefined) throw new Error("There is no cursor.");
    const rest: InteractionStreamEvent[] = [];
    const reading = (async () => {
      for await (const event of await client.resume(saved)) rest.push(event);
    })();
    await settle(reading);
    expect(traceOf([...events.slice(0, 5), ...rest])).toEqual(traceOf(events));
  },
);

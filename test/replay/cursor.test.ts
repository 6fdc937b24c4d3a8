import * as fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { foldText, startDigest } from "../../src/replay/digest.ts";
import { logAt, RunLog } from "../../src/replay/run-log.ts";
import { accumulate, interactionIdOf } from "../../src/index.ts";
import type { InteractionsClient, InteractionStreamEvent } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService } from "../../src/testing/index.ts";
import { geminiClient, testKey, vertexClient } from "../support/clients.ts";
import { loadStream, listStreams } from "../support/examples.ts";
import { createFetch } from "../support/fetch.ts";
import { runs } from "../support/runs.ts";
import { geminiHost, globalHost } from "../support/server.ts";
import { settle } from "../support/settle.ts";
import {
  acceptAll,
  cite,
  created,
  cursorOf,
  delta,
  newPosition,
  start,
  stop,
  text,
  update,
} from "../support/step-events.ts";
import { traceOf } from "../support/trace.ts";

const agent = { agent: "deep-research-preview-04-2026", input: "Go", background: true } as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

/** A position with something in each of its parts. */
function fullPosition(): RunLog {
  const position = new RunLog({ base: "first", background: true, stored: true });
  const words = delta(3, { type: "text", text: "Hello" });
  acceptAll(position, [created, named(start(0), "e1"), text(0, "one"), stop(0), start(3), words]);
  acceptAll(position, [named(cite(3, "a"), "é+/=?ÿ漢😀\u0000\n"), text(3, "more"), update()]);
  return position;
}

const cursor = cursorOf(fullPosition());

// What it is, and what it is not.

test("a cursor is a word of letters, digits and - . _ ~, and is read as it was written", () => {
  expect(cursor).toMatch(/^[\w.~-]+$/);
  expect(cursorOf(logAt(cursor))).toBe(cursor);
  expect(interactionIdOf(cursor)).toBe("v1_run1");
});

test.each<[string, unknown]>([
  ["a number", 7],
  ["an object", { version: 3 }],
  ["another text", "hello"],
  ["half a cursor", cursor.slice(0, -9)],
  ["the id of an interaction", "v1_run1"],
  ["an event id", "MF90aG91Z2h0XzE1"],
  ["null", null],
  ["a version alone", "3"],
  ["a version and dots", "3...."],
  ["a word with something behind it", `${cursor}.1`],
  ["a word with an empty end", `${cursor}.`],
  ["a word of another version", cursor.replace("3", "2")],
  ["a word in capitals", cursor.toUpperCase()],
  ["a word with blanks", ` ${cursor}`],
  ["a word that is too long", `3.${"x".repeat(65_536)}`],
])("%s is not a cursor", async (_, word) => {
  const { client, urls } = recordingClient();
  // As a caller without types may pass.
  expect(() => interactionIdOf(word as string)).toThrow(TypeError);
  await expect(client.resume(word as string)).rejects.toThrow(/^Not a stream cursor/);
  expect(urls).toEqual([]);
});

test.each([undefined, ""])("resume(%j) says what has no cursor", async (word) => {
  const { client, urls } = recordingClient();
  await expect(client.resume(word as string)).rejects.toThrow(/^No cursor to resume from\./);
  expect(urls).toEqual([]);
});

/** A client, and where it has sent to. */
function recordingClient(): { client: InteractionsClient; urls: string[] } {
  const urls: string[] = [];
  const { fetch } = createFetch((request) => {
    urls.push(request.url);
    return new Response("", { status: 500 });
  });
  return { client: geminiClient({ fetch }), urls };
}

/** A cursor of a run with this id, written by hand as the library writes it. */
function cursorFor(interactionId: string, lastEventId = "e1"): string {
  const position = newPosition();
  acceptAll(position, [created, named(start(0), lastEventId)]);
  position.facts.interactionId = interactionId;
  return cursorOf(position);
}

test.each(
  [".", "..", "../x", "a/b", "a\\b", "%2e", "%2e%2e", "a%2fb", "a?b=c", "a#b"].concat(
    ["a\nb", "a\u0000b", "a\u009bb", "//elsewhere.example/a", "https://elsewhere.example/"],
    ["projects/p/locations/l/interactions/..", "projects/p/interactions/a"],
  ),
)("the id %j is refused, and nothing is sent", async (interactionId) => {
  const { client, urls } = recordingClient();
  const hostile = cursorFor(interactionId);
  expect(() => interactionIdOf(hostile)).toThrow(TypeError);
  const error: unknown = await client.resume(hostile).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
  expect(urls).toEqual([]);
});

function named(one: InteractionStreamEvent, id: string): InteractionStreamEvent {
  return { ...one, event_id: id };
}

test("a run that Vertex AI names in full is the client's own, or is refused", async () => {
  const inFull = (project: string): string =>
    cursorFor(`projects/${project}/locations/global/interactions/v1_abc`);
  const { fetch, requests } = createFetch(() => new Response("", { status: 500 }));
  await expect(vertexClient({}, { fetch }).resume(inFull("p"))).rejects.toThrow(/status 500/);
  for (const project of ["other", "..", "p/../../x"]) {
    await expect(vertexClient({}, { fetch }).resume(inFull(project))).rejects.toThrow(TypeError);
  }
  await expect(geminiClient({ fetch }).resume(inFull("p"))).rejects.toThrow(TypeError);
  expect(requests.map(({ url }) => url.split("?")[0])).toEqual([
    `${globalHost}/v1beta1/projects/p/locations/global/interactions/v1_abc`,
  ]);
});

/** A forged cursor: its last part fits the others. */
function forge(word: string): string {
  const body = word.replace(/\.+$/, "");
  return `${body}.${(foldText(startDigest, body) >>> 0).toString(36)}`;
}

/** Whether the text is read as a cursor; anything else is a TypeError. */
function isRead(word: string): boolean {
  let position: RunLog;
  try {
    position = logAt(word);
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return false;
  }
  // It costs no more than one that this library writes, and is read again.
  const again = position.cursor ?? "";
  expect(again.length).toBeLessThanOrEqual(word.length + 6);
  expect(logAt(again).cursor).toBe(again);
  return true;
}

test("a cursor of which any part is another one is a cursor as written, or a TypeError", () => {
  const parts = cursor.split(".").slice(0, -1);
  let read = 0;
  for (const at of parts.keys()) {
    for (const other of [
      "",
      "0",
      "1",
      "01",
      "-1",
      "z",
      "zzzzzzzzzzzzzzz",
      "~",
      "~0041",
      "~d800",
      "A",
      "1.1",
    ]) {
      read += Number(isRead(forge(parts.toSpliced(at, 1, other).join("."))));
    }
  }
  expect(read).toBeGreaterThan(20);
});

test("a cursor can be read again, whatever texts its events carry", () => {
  const said = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\ud800", "a\udc00b", "😀"));
  fc.assert(
    fc.property(said, said, said, (status, event_id, type) => {
      const position = newPosition();
      acceptAll(position, [created, { ...start(0), event_id }, delta(0, { type, data: "" })]);
      acceptAll(position, [Object.assign(update(), { status })]);
      const word = cursorOf(position);
      expect(cursorOf(logAt(word))).toBe(word);
    }),
  );
});

test("whatever a text says, reading it is a cursor or a TypeError", () => {
  const part = fc.oneof(fc.constantFrom("", "1", "2", "a"), fc.base64String(), fc.string());
  fc.assert(fc.property(fc.array(part), (parts) => void isRead(forge(["3", ...parts].join(".")))));
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (word) => void isRead(word)));
});

test("a cursor with steps without content, or with too many steps, is refused", () => {
  const head = "3.run..in_progress....";
  const lane = (index: number): string => `${index.toString(36)}.1..1.`;
  const lanes = (count: number, one = lane): string =>
    `${head}1....${count.toString(36)}.${Array.from({ length: count }, (_, n) => one(n)).join(".")}`;
  expect(isRead(cursorOf(logAt(cursor)))).toBe(true);
  const position = newPosition();
  position.accept(created);
  for (let n = 0; n < 256; n += 1) position.accept(start(n));
  const honest = cursorOf(position);
  expect(isRead(honest)).toBe(true);
  // One more than a cursor may hold: nothing can be resumed from here.
  position.accept(start(256));
  expect(position.cursor).toBeUndefined();
  // The same number of steps, with nothing of them.
  expect(isRead(forge(honest.replace(/\.[\da-z]{5,7}(?=\.)/g, ".")))).toBe(false);
  expect(isRead(forge(lanes(300)))).toBe(false);
});

// Where a cursor can lead.

test.each([
  "../../other?stream=false",
  "e1&stream=false#x",
  "https://elsewhere.example/",
  "e1\r\nhost: elsewhere.example",
  "%2e%2e%2f",
  "é😀",
])("the event id %j is one value of one parameter", async (lastEventId) => {
  const { client, urls } = recordingClient();
  await client.resume(cursorFor("v1_abc", lastEventId)).catch(() => undefined);
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

test("a forged cursor ends, and asks for no other run", async () => {
  const lie = fc.tuple(
    fc.nat(40),
    fc.constantFrom("", "1", "2", "3", "a", "zz", "evt_3", "evt_99"),
  );
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(lie, { minLength: 1, maxLength: 3 }), async (lies) => {
      const service = createInteractionsService({ respond: () => "One two three four five" });
      const client = geminiClient({ fetch: service.fetch });
      const { id } = await client.create(agent);
      const parts = cursorFor(id, "evt_3").split(".").slice(0, -1);
      for (const [at, value] of lies) parts[2 + (at % (parts.length - 2))] = value;
      const seen: InteractionStreamEvent[] = [];
      const reading = async (): Promise<void> => {
        const stream = await client.resume(forge(parts.join(".")));
        read += 1;
        for await (const event of stream) seen.push(event);
      };
      await settle(reading()).catch((error: unknown) => {
        expect(String(error)).toMatch(/^(StreamInterruptedError|BadRequestError|TypeError: Not a)/);
      });
      expectReadsOf(service, id);
      expect(service.openStreams).toBe(0);
      expect(accumulate(seen)).toBeDefined();
    }),
    { seed: 4, numRuns: 100 },
  );
  expect(read).toBeGreaterThan(0);
});

// What a stream's own cursors are.

/** The cursors of a run, from before its first event to after its last. */
async function cursorsOf(
  client: InteractionsClient,
): Promise<{ cursors: (string | undefined)[]; events: InteractionStreamEvent[] }> {
  const stream = await client.create({ ...agent, stream: true });
  const events: InteractionStreamEvent[] = [];
  const cursors = [stream.cursor];
  for await (const event of stream) {
    events.push(event);
    cursors.push(stream.cursor);
  }
  return { cursors, events };
}

test("a stream has a cursor as soon as its run has an id", async () => {
  const service = createInteractionsService();
  const { cursors } = await cursorsOf(geminiClient({ fetch: service.fetch }));
  expect(cursors[0]).toBeUndefined();
  for (const value of cursors.slice(1)) expect(value).toMatch(/^[\w.~-]+$/);
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
        expect(logAt(value).cursor).toBe(value);
      }
    }
  }
});

test("a cursor of an ordinary run has less than 500 characters", async () => {
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
        expect(value.length).toBeLessThan(500);
      }
    }
  }
});

test("client.resume continues from a cursor with ids of any script", async () => {
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
    const stream = await client.resume(value);
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

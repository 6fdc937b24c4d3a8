import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { EventJson } from "../../src/stream/event-json.ts";

/** What is to come out: the same members in the same order, or nothing where it is not JSON. */
function parsed(data: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(data));
  } catch {
    return undefined;
  }
}

/** One that has read enough events like this one to know their pattern, if they have one. */
function practised(data: string): EventJson {
  const json = new EventJson();
  for (let n = 0; n < 20; n++) json.parse(data);
  return json;
}

function expectSame(all: readonly string[]): void {
  const json = practised(all[0] ?? "");
  for (const data of all) {
    const value = json.parse(data);
    expect(value === undefined ? value : JSON.stringify(value), data).toBe(parsed(data));
  }
}

type Writer = (text: string, id: string) => string;

/** The ways in which services write a text delta. */
const textFirst: readonly Writer[] = [
  (text) => JSON.stringify({ event_type: "step.delta", index: 0, delta: { type: "text", text } }),
  (text) => JSON.stringify({ delta: { text, type: "text" }, event_type: "step.delta", index: 4 }),
  (text, id) => JSON.stringify({ index: 1, delta: { text, type: "text" }, event_id: id }),
  (text, id) =>
    `{ "delta": {"type":"text","text" :${JSON.stringify(text)}} , "event_id" : ${JSON.stringify(id)} }`,
  (text, id) =>
    `{"__proto__":"x","delta":{"text":"first","type":"text","text":${JSON.stringify(text)}},"event_id":${JSON.stringify(id)}}`,
];
const writers: readonly Writer[] = [
  ...textFirst,
  (text, id) => JSON.stringify({ event_id: id, delta: { type: "text", text } }),
];

const texts = [
  "a",
  " and",
  "",
  '"',
  "\\",
  "\n",
  "delta",
  "text",
  '"},"event_id":"',
  "naïve 🙂 ",
  "\u2028",
  "1",
  "evt_2",
];

test.each(writers)("reads alike deltas as JSON.parse does: %s", (write) => {
  expectSame(
    [...texts, ...texts].flatMap((text, n) => [write("word ", "evt_0"), write(text, `evt_${n}`)]),
  );
});

test("data without the part between text and id does not match the pattern", () => {
  const like = '{"delta":{"text":"a","type":"text"},"event_type":"step.delta","event_id":"1"}';
  // Not closed: not JSON.
  const odd = Array.from({ length: 90 }, (_, n) => `{"delta":{"text":${"1".repeat(n + 1)}}`);
  for (const data of odd) expectSame([like, data]);
});

test("reads any data as JSON.parse does, whatever came before", () => {
  const event = fc
    .tuple(
      fc.constantFrom(...writers),
      fc.oneof(fc.constantFrom(...texts), fc.string()),
      fc.string(),
    )
    .map(([write, text, id]) => write(text, id));
  // Cut, doubled and changed in places where a pattern could be taken in.
  const piece = fc.constantFrom(
    '"',
    "\\",
    "}",
    "{",
    ",",
    ":",
    "0",
    "[",
    "]",
    " ",
    "null",
    '"a":1',
    '"text":"x"',
    "\u0001",
    "\t",
  );
  const broken = fc
    .tuple(event, fc.nat(), fc.nat({ max: 9 }), piece)
    .map(([data, at, length, put]) => {
      const start = at % data.length;
      return data.slice(0, start) + put + data.slice(start + length);
    });
  const alike = fc
    .constantFrom(...writers)
    .chain((write) =>
      fc.array(
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom(...texts).map((text) => write(text, "evt")) },
          { weight: 2, arbitrary: broken },
          event,
        ),
      ),
    );
  fc.assert(fc.property(alike, expectSame), { numRuns: 2000 });
});

test.each(writers)("what the consumer makes of an event never changes another: %s", (write) => {
  const json = practised(write("word", "evt"));
  for (let n = 0; n < 3; n++) {
    const data = write("word", `evt_${n}`);
    const event = json.parse(data) as Record<string, object>;
    expect(JSON.stringify(event)).toBe(parsed(data));
    Object.assign(event["delta"] ?? {}, { type: "changed" });
    Object.assign(event, { event_type: "changed", event_id: "changed" });
  }
});

test.each([
  '{"delta":{"type":"text","text":"a"},"metadata":{"total_usage":{}}}',
  '{"delta":{"type":"text","text":"a","annotations":[{}]}}',
])("members that are objects are made anew for each event: %s", (data) => {
  const json = practised(data);
  const [second, third] = [json.parse(data), json.parse(data)] as {
    metadata?: object;
    delta: { annotations?: object };
  }[];
  expect(second).toStrictEqual(third);
  const made = second?.metadata ?? second?.delta.annotations;
  expect(made).toBeTypeOf("object");
  expect(made).not.toBe(third?.metadata ?? third?.delta.annotations);
});

test.each(textFirst)("parses nothing of alike deltas but a text with escapes: %s", (write) => {
  const json = practised(write("word", "evt_1"));
  const parse = vi.spyOn(JSON, "parse");
  try {
    json.parse(write("second", "evt_2"));
    expect(parse).not.toHaveBeenCalled();
    json.parse(write("a line\n", "evt_2"));
    expect(parse.mock.calls).toEqual([['"a line\\n"']]);
  } finally {
    parse.mockRestore();
  }
});

test("events that have no pattern leave the one that is known", () => {
  const like = '{"delta":{"type":"text","text":"\\n"}}';
  const json = practised(like);
  for (let n = 0; n < 40; n++) json.parse('{"delta":{"type":"text","text":"a","annotations":[]}}');
  const parse = vi.spyOn(JSON, "parse");
  try {
    json.parse(like);
    expect(parse.mock.calls.flat()).toEqual(['"\\n"']);
  } finally {
    parse.mockRestore();
  }
});

test("a pattern is looked for in few of the events that fit none", () => {
  const json = new EventJson();
  const parse = vi.spyOn(JSON, "parse");
  try {
    for (let n = 0; n < 1700; n++) json.parse(`{"index":${n},"delta":{"type":"text","text":"a"}}`);
    expect(parse.mock.calls.length).toBeLessThan(1700 * 1.1);
  } finally {
    parse.mockRestore();
  }
});

import { createParser } from "eventsource-parser";
import { expect, test } from "vitest";
import { EventStream } from "../../src/browser/event-stream.ts";
import { isObject, parseJson } from "../../src/util/json.ts";
import { cutEvery } from "../support/body.ts";
import { createRandom } from "../support/random.ts";

function read(...chunks: Uint8Array[]) {
  const stream = new EventStream();
  const events = chunks.flatMap((chunk) => stream.decode(chunk));
  return { stream, events };
}

function readText(text: string) {
  return read(new TextEncoder().encode(text));
}

const frameOf = (type: string): string => `data: {"event_type":"${type}"}\n\n`;

test("frames are read alike wherever the network cuts them, with every line break", () => {
  const text =
    `\uFEFF:\n\nid: 1\nevent: a\ndata: {"event_type":"ä€😀"}\n\n\n:note\nid:2\n` +
    `data:{\ndata: "event_type":"b"}\nretry: 5\nnonsense\n\ndata: [DONE]\n\n`;
  const expected = [
    { id: "1", event: { event_type: "ä€😀" } },
    { id: "2", event: { event_type: "b" } },
  ];
  for (const lineBreak of ["\n", "\r\n", "\r"]) {
    const whole = text.replaceAll("\n", lineBreak);
    for (let size = 1; size < 40; size += 1) {
      // A carriage return that ends a chunk may be half of a line break: the next chunk decides.
      const { stream, events } = read(...cutEvery(size, `${whole}:\n`));
      expect(events).toEqual(expected);
      expect(stream.isDone).toBe(true);
    }
  }
});

test("random lines are framed as eventsource-parser frames them", () => {
  const random = createRandom(26);
  const fields = ["data", "id", "event", "retry", ":", ":", " ", "\0", "1", "é"];
  const pieces = [...fields, "\n", "\n", "\n\n", '{"event_type":"x"}'];
  for (let round = 0; round < 500; round += 1) {
    const text = Array.from({ length: 40 }, () => pieces[random(pieces.length)]).join("");
    const expected: unknown[] = [];
    const parser = createParser({
      onEvent({ data, id }) {
        const event = parseJson(data);
        if (isObject(event)) expected.push({ event, id });
      },
    });
    parser.feed(`${text}\n`);
    const { stream, events } = read(...cutEvery(1 + random(9), `${text}\n`));
    if (!stream.isBroken) expect(events, JSON.stringify(text)).toEqual(expected);
  }
});

test("a frame that is cut off is not an event, wherever it is cut", () => {
  const text = `data: {"event_type":"a"}\nid: 7\n\n`;
  for (let length = 0; length < text.length; length += 1) {
    expect(readText(text.slice(0, length)).events).toEqual([]);
  }
  expect(readText(text).events).toHaveLength(1);
});

test("frames that the route adds are ignored", () => {
  const own =
    'event: server\ndata: "A"\n\nevent: ping\ndata: not JSON\n\ndata: {"a":1}\n\ndata: 3\n\n';
  const { stream, events } = readText(own + frameOf("a"));
  expect(events).toEqual([{ event: { event_type: "a" }, id: undefined }]);
  expect(stream).toMatchObject({ isDone: false, isBroken: false, error: undefined });
});

test("a damaged event is requested again, with all that follow it", () => {
  const { stream, events } = readText(
    `${frameOf("a")}id: 3\ndata: {"event_type":\n\n${frameOf("b")}`,
  );
  expect(stream.isBroken).toBe(true);
  expect(events.map(({ event }) => event.event_type)).toEqual(["a"]);
});

test("the run's error has its code and message, and nothing follows it", () => {
  const error = '{"error":{"code":"blocked","message":"No\\u0007 such\\nluck."}}';
  for (const name of ["event: run_error\n", "event: error\n", ""]) {
    const { stream, events } = readText(`${name}data: ${error}\n\n${frameOf("b")}`);
    expect(events).toEqual([]);
    expect(stream.error).toMatchObject({ code: "blocked", message: "No\ufffd such luck." });
  }
  for (const data of ["{}", "[]", "not JSON", '{"error":{"code":{}}}']) {
    const { error } = readText(`event: run_error\ndata: ${data}\n\n`).stream;
    expect(error?.message).toBe("The run reported an error (no reason).");
  }
});

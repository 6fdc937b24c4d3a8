// Turns the data of a stream's events into JSON. Nearly every event is a text delta that differs from the one
// before it in its text and its id alone: of these only text and id are read, and the rest is copied from a
// pattern. A stream of text over HTTP takes a quarter less time (bench row a). Both ways must give the same
// value for any data, so a pattern holds only what was seen to stand around the two. The price: a text
// that is kept keeps the chunk that it came in.

import { isText } from "../model/delta.ts";
import { isObject, parseJson } from "../util/json.ts";

/** Text deltas that are alike: what stands before, between and after the values that differ. */
interface Pattern {
  readonly before: string;
  /** What stands between text and id; empty where the events have no id. */
  readonly between: string;
  readonly after: string;
  /** One of the events. Only its delta is an object: all other members can be copied as they are. */
  readonly event: Record<string, unknown>;
  readonly delta: Record<string, unknown>;
}

/** To look for a pattern takes as long as to parse two events, and the first text is waited for. */
const eventsPerPattern = 16;
/** They stand in a pattern for text and id: JSON does not contain them. */
const textMark = "\u0001";
const idMark = "\u0002";

/** Parses the data of one stream's events. */
export class EventJson {
  #pattern: Pattern | undefined;
  /** Events since a pattern was looked for. */
  #age = 0;

  /** The value that the data spells; `undefined` when it is not JSON. */
  parse(data: string): unknown {
    this.#age += 1;
    const event = this.#pattern && fill(this.#pattern, data);
    if (event !== undefined) return event;
    const value = parseJson(data);
    if (this.#age > eventsPerPattern && isObject(value) && isText(value["delta"])) {
      this.#age = 0;
      this.#pattern = findPattern(data, value["delta"].text, value["event_id"]) ?? this.#pattern;
    }
    return value;
  }
}

/** The event that the data spells, if it fits the pattern. */
function fill({ before, between, after, event, delta }: Pattern, data: string): unknown {
  const start = before.length;
  const last = data.length - after.length;
  // Node 20 takes five times as long for startsWith.
  if (data.slice(0, start) !== before || data.slice(last) !== after) return undefined;
  const end = between === "" ? last : data.indexOf(between, start);
  // Where one value stands, any other may; two values, or half of one, do not parse.
  const text = end === -1 ? undefined : parseValue(data.slice(start, end));
  if (text === undefined) return undefined;
  const filled: Record<string, unknown> = { ...event, delta: { ...delta, text } };
  if (between === "") return filled;
  filled["event_id"] = parseValue(data.slice(end + between.length, last));
  return filled["event_id"] === undefined ? undefined : filled;
}

/** A text without escapes is what stands between its quotes. */
const plainText = /^"[^"\\\u0000-\u001f]*"$/;

function parseValue(json: string): unknown {
  return plainText.test(json) ? json.slice(1, -1) : parseJson(json);
}

/** The pattern of a text delta whose other members are plain values, and whose id follows its text. */
function findPattern(data: string, text: string, id: unknown): Pattern | undefined {
  let marked = data.replace(JSON.stringify(text), textMark);
  if (id !== undefined) marked = marked.replace(JSON.stringify(id), idMark);
  const [before = "", rest = ""] = marked.split(textMark);
  const [between = "", after] = id === undefined ? ["", rest] : rest.split(idMark);
  const event = parseJson(marked.replace(textMark, "1").replace(idMark, "2"));
  if (after === undefined || !isObject(event) || !isObject(event["delta"])) return undefined;
  const { delta } = event;
  // Whether the marks stand where text and id are, and not where the same words are said elsewhere.
  const isFound = delta["text"] === 1 && event["event_id"] === (id === undefined ? id : 2);
  const members = [...Object.values({ ...event, delta: 0 }), ...Object.values(delta)];
  const isPlain = members.every((member) => typeof member !== "object");
  return isFound && isPlain ? { before, between, after, event, delta } : undefined;
}

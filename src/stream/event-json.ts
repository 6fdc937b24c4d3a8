// Turns the data of a stream's events into JSON. Nearly every event is a text delta that differs from
// the one before it in its text and its id alone: of these only text and id are parsed, the rest is
// copied from a pattern, in half the time. All other data is parsed whole. The trap: both ways must
// give the same value for any data, so a pattern holds only what was seen to stand around the two.

import { isText } from "../model/delta.ts";
import { isObject, parseJson } from "../util/json.ts";

/** Text deltas that are alike: what stands before, between and after the values that differ. */
interface Pattern {
  readonly before: string;
  /** Absent where the events have no id. */
  readonly between: string | undefined;
  readonly after: string;
  readonly isIdFirst: boolean;
  /** One of the events. Only its delta is an object: all other members can be copied as they are. */
  readonly event: Record<string, unknown>;
  readonly delta: Record<string, unknown>;
}

/**
 * Finding a pattern takes as long as parsing two events: it is tried for one event of so many, and for
 * none before, as the first text of an answer is waited for.
 */
const eventsPerPattern = 16;
/** They stand in a pattern for text and id: no JSON has them in it. */
const textMark = "\u0001";
const idMark = "\u0002";

/** Parses the data of one stream's events. */
export class EventJson {
  #pattern: Pattern | undefined;
  /** Events since a pattern was looked for. */
  #age = 0;

  /** The value that the data spells; `undefined` when it is no JSON. */
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
function fill(pattern: Pattern, data: string): unknown {
  const { before, between, after, isIdFirst, event, delta } = pattern;
  const start = before.length;
  const last = data.length - after.length;
  // Node 20 takes five times as long for startsWith.
  if (data.slice(0, start) !== before || data.slice(last) !== after) return undefined;
  const end = between === undefined ? last : data.indexOf(between, start);
  if (end === -1) return undefined;
  // Where one value stands, any other may; two values, or half of one, do not parse.
  const first = parseJson(data.slice(start, end));
  if (first === undefined) return undefined;
  if (between === undefined) return { ...event, delta: { ...delta, text: first } };
  const second = parseJson(data.slice(end + between.length, last));
  if (second === undefined) return undefined;
  return isIdFirst
    ? { ...event, delta: { ...delta, text: second }, event_id: first }
    : { ...event, delta: { ...delta, text: first }, event_id: second };
}

/** The pattern of a text delta, if it has no other members than plain values. */
function findPattern(data: string, text: string, id: unknown): Pattern | undefined {
  let marked = data.replace(JSON.stringify(text), textMark);
  if (typeof id === "string") marked = marked.replace(JSON.stringify(id), idMark);
  // Whether the marks stand where text and id are, and not where the same words are said elsewhere.
  const event = parseJson(marked.replace(textMark, "1").replace(idMark, "2"));
  if (!isObject(event) || !isObject(event["delta"])) return undefined;
  const { delta } = event;
  const isFound = delta["text"] === 1 && event["event_id"] === (id === undefined ? id : 2);
  const members = [...Object.values({ ...event, delta: 0 }), ...Object.values(delta)];
  if (!isFound || members.some((member) => typeof member === "object")) return undefined;
  const parts = marked.split(/[\u0001\u0002]/);
  const [before = "", between] = parts;
  const isIdFirst = marked.indexOf(idMark) < marked.indexOf(textMark);
  return {
    before,
    between: parts.length === 2 ? undefined : between,
    after: parts.at(-1) ?? "",
    isIdFirst,
    event,
    delta,
  };
}

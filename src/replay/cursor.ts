import { isInteractionName } from "../model/interaction-id.ts";
import { isObject, parseJson } from "../util/json.ts";
import { Position } from "./position.ts";
import type { Progress } from "./ledger.ts";
import type { PackedProgress, StreamCursor } from "../model/types.ts";

/** Far more than a run with hundreds of open steps needs. */
const maxLength = 65_536;

/** The cursor of a position; `undefined` before the interaction has an id. */
export function toCursor(position: Position, background: boolean): StreamCursor | undefined {
  const { interactionId, lastEventId, base, legacy, finished, status } = position;
  if (interactionId === undefined) return undefined;
  const delivered = pack(position.delivered);
  const saved = pack(position.saved);
  return {
    version: 1,
    interactionId,
    ...(lastEventId === undefined ? {} : { lastEventId }),
    ...(base === undefined ? {} : { base }),
    background,
    legacy,
    finished,
    ...(status === undefined ? {} : { status }),
    delivered,
    ...(position.saved.units === position.delivered.units ? {} : { saved }),
  };
}

/** The position that a cursor describes. */
export function toPosition(cursor: StreamCursor): Position {
  const { delivered, saved = delivered } = cursor;
  const position = new Position(cursor.base, unpack(delivered), unpack(saved));
  position.lastEventId = cursor.lastEventId;
  position.interactionId = cursor.interactionId;
  position.status = cursor.status;
  position.finished = cursor.finished;
  position.legacy = cursor.legacy;
  position.isPartial = true;
  return position;
}

/**
 * Reads a cursor from text, as JSON or in the compact form of an SSE `id:`. It may come from a
 * stranger: whatever it says, a resumed stream reads one interaction of the client's own backend.
 *
 * @throws TypeError when the text is no cursor, with what is wrong
 */
export function parseCursor(text: string): StreamCursor {
  if (typeof text !== "string" || text.length > maxLength) {
    throw notACursor(`it must be a string of at most ${maxLength} characters`);
  }
  return checkCursor(parseJson(text.trimStart().startsWith("{") ? text : decode(text)));
}

/** The cursor in one short word that fits an SSE `id:` and an HTTP header. */
export function compactCursor(cursor: StreamCursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(cursor));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function decode(text: string): string {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
  } catch {
    return "";
  }
}

/** Checks every member of what may be a cursor. */
export function checkCursor(value: unknown): StreamCursor {
  if (!isObject(value)) throw notACursor("it is no JSON object");
  const { version, interactionId, lastEventId, base, status } = value;
  if (version !== 1) {
    const got = typeof version === "number" ? version : typeof version;
    throw notACursor(`its version is ${got}, expected 1`);
  }
  // Vertex AI may name a run in full; whether that is the client's own place, the call finds out.
  if (!isInteractionName(interactionId)) {
    throw notACursor("its interactionId is not one path segment");
  }
  for (const text of [lastEventId, base, status]) {
    if (text !== undefined && !isText(text)) throw notACursor("an id is no text");
  }
  for (const name of ["background", "legacy", "finished"]) {
    if (typeof value[name] !== "boolean") throw notACursor(`its ${name} is no boolean`);
  }
  if (!isPacked(value["delivered"])) throw notACursor("its position is damaged");
  if (value["saved"] !== undefined && !isPacked(value["saved"])) {
    throw notACursor("its position is damaged");
  }
  // Every member was looked at.
  return value as unknown as StreamCursor;
}

function notACursor(reason: string): TypeError {
  return new TypeError(`Not a stream cursor: ${reason}. Pass what stream.cursor gave, as JSON.`);
}

// A lone half of a surrogate pair has no encoding in a URL.
function isText(value: unknown): boolean {
  return typeof value === "string" && !/\p{Surrogate}/u.test(value);
}

function isPacked(value: unknown): value is PackedProgress {
  if (!Array.isArray(value) || value.length !== 3) return false;
  const [scalars, beyond, open]: unknown[] = value;
  return (
    isRow(scalars, isPlace, isCount, isHash, isHash, isCount) &&
    Array.isArray(beyond) &&
    beyond.every(isCount) &&
    Array.isArray(open) &&
    open.every((step) =>
      isRow(step, isCount, isHash, isFlag, isCount, isHash, isCount, isCount, isHash),
    )
  );
}

type Check = (value: unknown) => boolean;

function isRow(value: unknown, ...columns: Check[]): boolean {
  return (
    Array.isArray(value) &&
    value.length === columns.length &&
    columns.every((isFit, column) => isFit(value[column]))
  );
}

const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
// Negative before the first step of a stream that began midway.
const isPlace: Check = (value) => value === -1 || isCount(value);
const isHash: Check = (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31;
const isFlag: Check = (value) => value === 0 || value === 1;

function pack({ below, beyond, finished, sum, shape, open, units }: Progress): PackedProgress {
  const steps = Array.from(
    open.values(),
    ({ index, type, call, text, hash, parts, marks, print }) =>
      [index, type, Number(call), text, hash, parts, marks, print] as const,
  );
  return [[below, finished, sum, shape, units], [...beyond], steps];
}

function unpack([scalars, beyond, open]: PackedProgress): Progress {
  const [below = 0, finished = 0, sum = 0, shape = 0, units = 0] = scalars;
  const steps = open.map(
    ([index = 0, type = 0, call, text = 0, hash = 0, parts = 0, marks = 0, print = 0]) =>
      [index, { index, type, call: call === 1, text, hash, parts, marks, print }] as const,
  );
  return { below, beyond: new Set(beyond), finished, sum, shape, open: new Map(steps), units };
}

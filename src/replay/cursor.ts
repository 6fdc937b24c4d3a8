// A position as JSON data, and back, so that a stream can go on in another process. Out go cursors
// of less than 1 kB for runs of any length; in come cursors from anywhere: untrusted input, of which
// every member is checked. The trap: what a cursor says may be a lie, but never more than that, since
// a resumed stream reads one interaction of the client's own backend.

import { isInteractionName } from "../model/resource-name.ts";
import type { PackedLane, PackedProgress, StreamCursor } from "../model/types.ts";
import { isObject } from "../util/json.ts";
import { startDigest } from "./digest.ts";
import { FinishedSteps, Ledger, newLane } from "./ledger.ts";
import type { Lane } from "./ledger.ts";
import { Lifecycle } from "./lifecycle.ts";
import { Position } from "./position.ts";

/** Longest name of a kind of items. */
const maxKind = 256;

/** The cursor of a position; `undefined` while the run has no id, or when it is not stored. */
export function toCursor(position: Position): StreamCursor | undefined {
  const { interactionId, base, background, stored, legacy, lifecycle, hasText, isStored } =
    position;
  const { delivered, bookmark } = position;
  const { id: lastEventId, count, ledger = new Ledger() } = bookmark;
  if (interactionId === undefined || !stored) return undefined;
  const { status, notices, isCreated: created, finished } = lifecycle;
  const isBehind = lastEventId !== undefined && ledger.amount !== delivered.amount;
  return {
    version: 2,
    interactionId,
    ...(lastEventId === undefined ? {} : { lastEventId }),
    ...(Number.isFinite(count) ? { idCount: count } : {}),
    ...(base === undefined ? {} : { base }),
    background,
    legacy,
    created,
    finished,
    ...(status === undefined ? {} : { status }),
    hasText,
    isStored,
    ...(notices.length === 0 ? {} : { notices }),
    delivered: pack(delivered),
    ...(isBehind ? { saved: pack(ledger, true) } : {}),
  };
}

/** The position that a cursor describes. */
export function toPosition(cursor: StreamCursor): Position {
  const { interactionId, base, background, legacy, hasText, isStored, delivered } = cursor;
  const { status, created: isCreated, finished, notices = [] } = cursor;
  const { lastEventId: id, idCount: count = Infinity, saved = delivered } = cursor;
  const facts = { interactionId, status, isCreated, finished, notices };
  const position = new Position(
    { base, background, stored: true },
    {
      lifecycle: Object.assign(new Lifecycle(), facts),
      delivered: unpack(delivered),
      bookmark: { id, count, ledger: id === undefined ? undefined : unpack(saved) },
      hasText,
      isStored,
    },
  );
  return Object.assign(position, { legacy, isPartial: true });
}

/**
 * Checks every member of what may be a cursor.
 *
 * @throws TypeError when it is none, with what is wrong
 */
export function checkCursor(value: unknown): StreamCursor {
  if (!isObject(value)) throw notACursor("it is no JSON object");
  const { version, interactionId, lastEventId, idCount, base, status, notices } = value;
  if (version !== 2) {
    const got = typeof version === "number" ? version : typeof version;
    throw notACursor(`its version is ${got}, expected 2`);
  }
  // Vertex AI may name a run in full; whether that is the client's own place, the call finds out.
  if (!isInteractionName(interactionId)) {
    throw notACursor("its interactionId is not one path segment");
  }
  for (const text of [lastEventId, base, status]) {
    if (text !== undefined && !isText(text)) throw notACursor("an id is no text");
  }
  for (const name of ["background", "legacy", "created", "finished", "hasText", "isStored"]) {
    if (typeof value[name] !== "boolean") throw notACursor(`its ${name} is no boolean`);
  }
  const { delivered, saved = delivered } = value;
  const isWhole =
    (idCount === undefined || isCount(idCount)) &&
    (notices === undefined || isList(notices, isDigest)) &&
    isPacked(delivered) &&
    isPacked(saved);
  if (!isWhole) throw notACursor("its position is damaged");
  // Every member was looked at.
  return value as unknown as StreamCursor;
}

/** The error for what is no cursor. */
export function notACursor(reason: string): TypeError {
  return new TypeError(`Not a stream cursor: ${reason}. Pass what stream.cursor gave, as JSON.`);
}

type Check = (value: unknown) => boolean;

// A lone half of a surrogate pair has no encoding in a URL.
const isText: Check = (value) => typeof value === "string" && !/[\ud800-\udfff]/u.test(value);
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isDigest: Check = (value) => Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31;
const isBits: Check = (value) => isCount(value) && Number(value) < 2 ** laneFlags.length;
const isKind: Check = (value) => typeof value === "string" && value.length <= maxKind;
const isSum: Check = (value) => isRow(value, isCount, isDigest);
const isItems: Check = (value) => isRow(value, isKind, isCount);
const isLane: Check = (value) =>
  isRow(
    value,
    (numbers) => isRow(numbers, isCount, isDigest, isBits, isCount, isDigest, isDigest),
    (items) => isList(items, isItems),
  );
const isPacked: Check = (value) =>
  isRow(
    value,
    (scalars) => isRow(scalars, isCount, isDigest, isDigest),
    isRanges,
    (recent) => isList(recent, isSum),
    (open) => isList(open, isLane),
  );

function isRanges(value: unknown): boolean {
  if (!isList(value, isCount) || value.length % 2 !== 0) return false;
  // Each range begins beyond the one before.
  return value.every((place, at) => {
    const before = Number(value[at - 1] ?? -2);
    return at % 2 === 0 ? Number(place) > before + 1 : Number(place) >= before;
  });
}

function isList(value: unknown, isFit: Check): value is unknown[] {
  return Array.isArray(value) && value.every((item: unknown) => isFit(item));
}

function isRow(value: unknown, ...columns: Check[]): boolean {
  return (
    Array.isArray(value) &&
    value.length === columns.length &&
    columns.every((isFit, column) => isFit(value[column]))
  );
}

/** The flags of a lane, in one number. */
const laneFlags = ["isForeign", "isCall"] as const;

/** Flags as the bits of a number. */
export function toBits<Name extends string>(
  from: Readonly<Record<Name, boolean>>,
  names: readonly Name[],
): number {
  return names.reduce((bits, name, at) => bits | (Number(from[name]) << at), 0);
}

/** The flags that {@link toBits} has made a number of. */
export function fromBits<Name extends string>(
  bits: number,
  names: readonly Name[],
): Record<Name, boolean> {
  const flags = names.map((name, at) => [name, ((bits >> at) & 1) === 1]);
  // These names, and no others.
  return Object.fromEntries(flags) as Record<Name, boolean>;
}

// Digests are packed as what differs from their usual value, which makes most of them 0.
function pack({ amount, finished, recent, open }: Ledger, isBare = false): PackedProgress {
  const { ranges, sum, words } = finished;
  return [
    [amount, sum, words],
    [...ranges],
    isBare ? [] : recent.map((one) => [one.index, one.sum]),
    Array.from(open.values(), packLane),
  ];
}

function packLane(lane: Lane): PackedLane {
  const { index, start, text, digest, items, media } = lane;
  return [
    [index, start, toBits(lane, laneFlags), text, digest ^ startDigest, media ^ startDigest],
    [...items],
  ];
}

function unpack([scalars, ranges, recent, open]: PackedProgress): Ledger {
  const ledger = new Ledger();
  const [amount = 0, sum = 0, words = 0] = scalars;
  ledger.amount = amount;
  ledger.recent = recent.map(([index = 0, digest = 0]) => ({ index, sum: digest }));
  let count = 0;
  for (let at = 0; at < ranges.length; at += 2) {
    count += (ranges[at + 1] ?? 0) - (ranges[at] ?? 0) + 1;
  }
  ledger.finished = Object.assign(new FinishedSteps(), { ranges: [...ranges], count, sum, words });
  for (const packed of open) {
    const lane = unpackLane(packed);
    ledger.open.set(lane.index, lane);
  }
  return ledger;
}

function unpackLane([numbers, items]: PackedLane): Lane {
  const [index = 0, start, bits = 0, text = 0, digest = 0, media = 0] = numbers;
  return {
    ...newLane(index, start),
    ...fromBits(bits, laneFlags),
    text,
    digest: digest ^ startDigest,
    media: media ^ startDigest,
    items: new Map(items),
  };
}

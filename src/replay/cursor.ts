// The position in a run as one opaque word, and back, so that a stream can continue in another process. Out go
// words of a few hundred characters for runs whose steps come in sequence; in come words from anywhere,
// untrusted. What a cursor says may be a lie, but it cannot do more than that: it reads one
// interaction of the client's own backend, and costs no more than one that this library wrote.

import { isInteractionName } from "../model/resource-name.ts";
import type { BookmarkState } from "./bookmark.ts";
import { foldText, startDigest } from "./digest.ts";
import { FinishedSteps, isEmptyLane, Ledger } from "./ledger.ts";
import type { Lane, LaneSum } from "./ledger.ts";
import { maxNotices } from "./notices.ts";
import { count, digest, flags, list, record, text } from "./word.ts";
import type { Form } from "./word.ts";

/** The first part of a cursor. A cursor of another version is refused. */
const version = "3";
/** Longest cursor, in characters: a run with some hundred open steps. */
const maxLength = 16_384;
/** Most steps that are open at the same time, and most ranges of finished ones. */
const maxSteps = 256;

interface LedgerState {
  readonly amount: number;
  readonly ranges: readonly number[];
  readonly sum: number;
  readonly words: number;
  readonly recent: readonly Pick<LaneSum, "index" | "sum">[];
  readonly open: readonly LaneState[];
}

type LaneState = Omit<Lane, "items" | "isForeign" | "isRewritten"> & {
  readonly marks: Pick<Lane, "isForeign" | "isRewritten">;
  readonly items: readonly (readonly [kind: string, count: number])[];
};

/** What a cursor contains of the log of a run. */
export interface CursorState {
  readonly interactionId: string | undefined;
  /** The event id that the stream itself began after. */
  readonly base: string | undefined;
  readonly status: string | undefined;
  readonly marks: Readonly<
    Record<"background" | "legacy" | "isCreated" | "finished" | "hasText" | "isStored", boolean>
  >;
  readonly notices: readonly number[];
  readonly delivered: Ledger;
  readonly bookmark: BookmarkState;
}

/** The same as it is written. */
interface WrittenState extends Omit<CursorState, "delivered" | "bookmark"> {
  readonly lastEventId: string | undefined;
  /** How many events with that id were delivered; 0 when that is unknown. */
  readonly idCount: number;
  /** What was delivered; then, unless it is the same, what had been delivered at `lastEventId`. */
  readonly ledgers: readonly LedgerState[];
}

const item: Form<readonly [string, number]> = {
  write([kind, number], parts) {
    text.write(kind, parts);
    count.write(number, parts);
  },
  read: (next) => [text.read(next) ?? "", count.read(next)],
};

const lane = record<LaneState>({
  index: count,
  start: digest(),
  marks: flags("isForeign", "isRewritten"),
  text: count,
  digest: digest(startDigest),
  items: list(item, maxLength),
});

const ledger = record<LedgerState>({
  amount: count,
  ranges: list(count, 2 * maxSteps),
  sum: digest(),
  words: digest(),
  recent: list(record<Pick<LaneSum, "index" | "sum">>({ index: count, sum: digest() }), maxSteps),
  open: list(lane, maxSteps),
});

const state = record<WrittenState>({
  interactionId: text,
  marks: flags("background", "legacy", "isCreated", "finished", "hasText", "isStored"),
  status: text,
  base: text,
  lastEventId: text,
  idCount: count,
  notices: list(digest(), maxNotices),
  ledgers: list(ledger, 2),
});

/**
 * The cursor of a run; `undefined` while nothing can be resumed: the run has no id, or more steps are
 * open than a cursor may contain.
 */
export function writeCursor({ delivered, bookmark, ...rest }: CursorState): string | undefined {
  if (rest.interactionId === undefined) return undefined;
  const { id: lastEventId, count: idCount, ledger: saved } = bookmark;
  const ledgers = lastEventId === undefined || saved === undefined ? [] : [saved];
  const word = write({
    ...rest,
    lastEventId,
    idCount: Number.isFinite(idCount) ? idCount : 0,
    ledgers: [delivered, ...ledgers].map(toState),
  });
  const isReadable = word.length <= maxLength && delivered.open.size <= maxSteps;
  return isReadable ? word : undefined;
}

/**
 * What a cursor contains.
 *
 * @throws TypeError for anything that is not a cursor
 */
export function readCursor(cursor: unknown): CursorState & { readonly interactionId: string } {
  const { lastEventId, idCount, ledgers, interactionId, ...rest } = read(cursor);
  const [delivered, saved = delivered] = ledgers;
  if (delivered === undefined || saved === undefined || interactionId === undefined) {
    throw notACursor();
  }
  return {
    ...rest,
    interactionId,
    delivered: toLedger(delivered),
    bookmark: {
      id: lastEventId,
      count: idCount || Infinity,
      ledger: lastEventId === undefined ? undefined : toLedger(saved),
    },
  };
}

/**
 * The id of the interaction that a cursor is a position in. Check with it that a cursor from outside
 * names a run of the user who sent it, before you pass the cursor to `client.resume()`.
 *
 * @throws TypeError for anything that is not a cursor
 */
export function interactionIdOf(cursor: string): string {
  return readCursor(cursor).interactionId;
}

function write(value: WrittenState): string {
  const parts = [version];
  state.write(value, parts);
  // Zeros and empty texts at the end are left out. The last part reveals a cursor that was cut.
  const word = parts.join(".").replace(/\.+$/, "");
  return `${word}.${(foldText(startDigest, word) >>> 0).toString(36)}`;
}

function read(cursor: unknown): WrittenState {
  if (cursor === undefined || cursor === "") {
    throw new TypeError(
      "No cursor to resume from. stream.cursor is undefined until the run has an id, and with store: false.",
    );
  }
  if (typeof cursor !== "string" || cursor.length > maxLength) throw notACursor();
  const [first, ...parts] = cursor.split(".").slice(0, -1);
  let at = 0;
  if (first !== version) throw notACursor();
  let value: WrittenState;
  try {
    value = state.read(() => parts[at++] ?? "");
  } catch (cause) {
    throw notACursor({ cause });
  }
  // Whatever this library would have written otherwise was not written by it.
  const isOwn = isInteractionName(value.interactionId) && write(value) === cursor;
  if (!isOwn) throw notACursor();
  return value;
}

function notACursor(options?: ErrorOptions): TypeError {
  return new TypeError(
    "Not a stream cursor, or one of another version of this library. Pass stream.cursor, or the id of an event of toResponse(), unchanged.",
    options,
  );
}

function toState({ amount, finished, recent, open }: Ledger): LedgerState {
  const { ranges, sum, words } = finished;
  return { amount, ranges, sum, words, recent, open: Array.from(open.values(), toLaneState) };
}

function toLaneState({ isForeign, isRewritten, items, ...numbers }: Lane): LaneState {
  return { ...numbers, marks: { isForeign, isRewritten }, items: [...items] };
}

function toLedger({ amount, ranges, sum, words, recent, open }: LedgerState): Ledger {
  if (!areRanges(ranges)) throw notACursor();
  const lanes = open.map(({ marks, items, ...numbers }) => ({
    ...numbers,
    ...marks,
    items: new Map(items),
  }));
  const finished = new FinishedSteps({ ranges, sum, words });
  const result = new Ledger({ amount, finished, recent, lanes });
  // Lanes that nothing was delivered of, and doubled ones, would be repeated in every cursor to come.
  const isFit = lanes.every((one) => !isEmptyLane(one) && !finished.has(one.index));
  if (!isFit || result.open.size !== lanes.length) throw notACursor();
  return result;
}

/** Whether each range lies beyond the one before. */
function areRanges(ranges: readonly number[]): boolean {
  return (
    ranges.length % 2 === 0 &&
    ranges.every((place, at) => {
      const before = ranges[at - 1] ?? -2;
      return at % 2 === 0 ? place > before + 1 : place >= before;
    })
  );
}

// The position in a run as one opaque word, and back, so that a stream can continue in another process. Out go
// words of a few hundred characters for runs whose steps come in sequence; in come words from anywhere,
// untrusted. What a cursor says may be a lie, but it cannot do more than that: it reads one
// interaction of the client's own backend, and costs no more than one that this library wrote.

import { isInteractionName } from "../model/resource-name.ts";
import type { BookmarkState } from "./bookmark.ts";
import { foldText, startDigest } from "./digest.ts";
import { FinishedSteps, isEmptyLane, Ledger } from "./ledger.ts";
import type { Lane } from "./ledger.ts";
import { maxNotices } from "./notices.ts";
import { convert, count, digest, flag, list, record, text } from "./word.ts";
import type { Form } from "./word.ts";

/** The first part of a cursor. A cursor of another version is refused. */
const version = "3";
/** Longest cursor, in characters: a run with some hundred open steps. */
const maxLength = 16_384;
/** Most steps that are open at the same time, and most ranges of finished ones. */
const maxSteps = 256;

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

let known: Form<CursorState> | undefined;

/** How a cursor is written and read. Made when it is first needed: there is no work at import. */
function formOfState(): Form<CursorState> {
  return (known ??= makeForm());
}

function makeForm(): Form<CursorState> {
  const item: Form<readonly [string, number]> = {
    write([kind, number], parts) {
      text.write(kind, parts);
      count.write(number, parts);
    },
    read: (next) => [text.read(next) ?? "", count.read(next)],
  };

  const lane = record<Lane>({
    index: count,
    start: digest(),
    isForeign: flag,
    isRewritten: flag,
    text: count,
    digest: digest(startDigest),
    items: convert(
      list(item, maxLength),
      (items) => [...items],
      (entries) => new Map(entries),
    ),
  });

  const ledger: Form<Ledger> = convert(
    record({
      amount: count,
      finished: record<{ ranges: readonly number[]; sum: number; words: number }>({
        ranges: list(count, 2 * maxSteps),
        sum: digest(),
        words: digest(),
      }),
      recent: list(record({ index: count, sum: digest() }), maxSteps),
      lanes: list(lane, maxSteps),
    }),
    ({ amount, finished, recent, open }) => ({
      amount,
      finished,
      recent,
      lanes: [...open.values()],
    }),
    ({ amount, finished: { ranges, sum, words }, recent, lanes }) => {
      const finished = new FinishedSteps({ ranges, sum, words });
      const result = new Ledger({ amount, finished, recent, lanes });
      // Lanes that nothing was delivered of, and doubled ones, would be repeated in every cursor to come.
      const isFit = lanes.every((one) => !isEmptyLane(one) && !finished.has(one.index));
      if (areRanges(ranges) && isFit && result.open.size === lanes.length) return result;
      throw new TypeError("a ledger is damaged");
    },
  );

  return record<CursorState>({
    interactionId: text,
    marks: record({
      background: flag,
      legacy: flag,
      isCreated: flag,
      finished: flag,
      hasText: flag,
      isStored: flag,
    }),
    status: text,
    base: text,
    notices: list(digest(), maxNotices),
    bookmark: convert<
      BookmarkState,
      { id: string | undefined; count: number; ledgers: readonly Ledger[] }
    >(
      record({ id: text, count, ledgers: list(ledger, 1) }),
      ({ id, count: events, ledger: saved }) => ({
        id,
        count: Number.isFinite(events) ? events : 0,
        ledgers: id === undefined || saved === undefined ? [] : [saved],
      }),
      ({ id, count: events, ledgers: [saved] }) => ({
        id,
        count: events || Infinity,
        ledger: saved,
      }),
    ),
    delivered: ledger,
  });
}

/**
 * The cursor of a run; `undefined` while nothing can be resumed: the run has no id, or more steps are
 * open than a cursor may contain.
 */
export function writeCursor(value: CursorState): string | undefined {
  if (value.interactionId === undefined) return undefined;
  const word = write(value);
  return word.length <= maxLength && value.delivered.open.size <= maxSteps ? word : undefined;
}

/**
 * What a cursor contains.
 *
 * @throws TypeError for anything that is not a cursor
 */
export function readCursor(cursor: unknown): CursorState & { readonly interactionId: string } {
  if (cursor === undefined || cursor === "") {
    throw new TypeError(
      "No cursor to resume from. stream.cursor is undefined until the run has an id, and with store: false.",
    );
  }
  if (typeof cursor !== "string" || cursor.length > maxLength) throw notACursor();
  const [first, ...parts] = cursor.split(".").slice(0, -1);
  let at = 0;
  if (first !== version) throw notACursor();
  try {
    const value = formOfState().read(() => parts[at++] ?? "");
    const { interactionId } = value;
    // Whatever this library would have written otherwise was not written by it.
    if (isInteractionName(interactionId) && write(value) === cursor)
      return { ...value, interactionId };
  } catch (cause) {
    throw notACursor({ cause });
  }
  throw notACursor();
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

function write(value: CursorState): string {
  const parts = [version];
  formOfState().write(value, parts);
  // Zeros and empty texts at the end are left out. The last part reveals a cursor that was cut.
  const word = parts.join(".").replace(/\.+$/, "");
  return `${word}.${(foldText(startDigest, word) >>> 0).toString(36)}`;
}

function notACursor(options?: ErrorOptions): TypeError {
  return new TypeError(
    "Not a stream cursor, or one of another version of this library. Pass stream.cursor, or the id of an event of toResponse(), unchanged.",
    options,
  );
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

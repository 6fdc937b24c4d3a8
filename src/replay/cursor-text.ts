// Cursors as text: JSON, and a compact form for an SSE `id:` field, where one stands on every event.
// In comes text from anywhere, out go cursors that were checked. The compact form is a list of the
// cursor's members without their names: `La.2.Sv1__abc.…~`, so both sides share the order below.

import type { StreamCursor } from "../model/types.ts";
import { parseJson } from "../util/json.ts";
import { checkCursor, fromBits, notACursor, toBits } from "./cursor.ts";

/** Longest cursor that is read, in characters: far more than a run with hundreds of open steps. */
const maxLength = 65_536;

/** The members of the compact form in their order, and, in one number, those that are flags. */
const members = [
  "version",
  "interactionId",
  "delivered",
  "notices",
  "lastEventId",
  "idCount",
  "base",
  "saved",
] as const;
/** Its status, in one digit; another one is written out. */
const statuses = ["queued", "in_progress", "requires_action", "completed"];
const flags = ["background", "legacy", "created", "finished", "hasText", "isStored"] as const;

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
  return checkCursor(text.startsWith("L") ? readCompact(text) : parseJson(text));
}

/**
 * The cursor in one short word that needs no escape in an SSE `id:`, an HTTP header, a URL or a
 * shell: `L…~` for a list with dots between its members, `S…` for a text, numbers to base 36, `N`
 * for nothing.
 */
export function compactCursor(cursor: StreamCursor): string {
  const { status = null } = cursor;
  const digit = statuses.indexOf(status ?? "");
  const values = [toBits(cursor, flags), digit < 0 ? status : digit];
  return write([...values, ...members.map((name) => cursor[name])]).replace(/(?:\.N)+~$/, "~");
}

function write(value: unknown): string {
  if (Array.isArray(value)) return `L${value.map(write).join(".")}~`;
  if (typeof value === "number") return value.toString(36);
  return typeof value === "string" ? `S${value.replace(/[^a-z\d-]/gi, escape)}` : "N";
}

/** What a compact cursor says, not checked yet; `undefined` where it is none. */
function readCompact(text: string): unknown {
  const json = text.replace(/S([\w-]*)|-?[\da-z]+|[LN.~]/g, (token, escaped?: string) => {
    if (escaped !== undefined) return JSON.stringify(unescape(escaped));
    const marks: Record<string, string> = { L: "[", N: "null", ".": ",", "~": "]" };
    return marks[token] ?? String(Number.parseInt(token, 36));
  });
  const row = parseJson(json);
  if (!Array.isArray(row)) return undefined;
  const [bits, digit, ...values]: unknown[] = row;
  const status = typeof digit === "number" ? statuses[digit] : digit;
  const named = [["status", status], ...members.map((name, at) => [name, values[at]])];
  const known = named.filter(([, value]) => value !== undefined && value !== null);
  const flagged = typeof bits === "number" ? fromBits(bits, flags) : {};
  return { ...Object.fromEntries(known), ...flagged };
}

function escape(unit: string): string {
  return unit === "_" ? "__" : `_${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function unescape(text: string): string {
  return text.replace(/_(?:_|([\da-f]{4}))/g, (_, code?: string) =>
    code === undefined ? "_" : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

// Short digests of what was delivered, so that a replay can be compared with it although it was not
// kept. In come texts, JSON values and media, untrusted; out come 32-bit integers. The trap: a text
// must have the same digest wherever the service cuts it, so its length is never folded in.

import { membersOf } from "../util/json.ts";

/** A running digest starts here. */
export const startDigest = -2128831035;

/** Odd, and far from a power of two: FNV's prime. */
const prime = 16_777_619;
/** Its powers, as `Math.imul` multiplies. */
const prime2 = 637_696_617;
const prime3 = 1_055_306_571;
const prime4 = 1_345_077_009;

/** Enough of a long string inside a JSON value to tell it from another of the same length. */
const sampleLength = 64;
/** Media data up to this many characters is folded whole. */
const maxMediaLength = 65_536;
/**
 * Of longer data this many slices of this many characters are folded, at even distances: of 1 MiB a
 * change of 2 kB is always seen, wherever it is.
 */
const slices = 512;
const sliceLength = 16;
/** Deeper levels of a JSON value are not looked at: recursion over them could exhaust the stack. */
const maxDepth = 64;

/** Folds UTF-16 code units, so that the result does not depend on where a text is cut. */
export function foldText(digest: number, text: string): number {
  let result = digest;
  let i = 0;
  // Four at a time, since each multiplication of the result waits for the one before: a stream of long
  // texts takes a tenth less time (bench row c).
  for (const last = text.length - 3; i < last; i += 4) {
    const fourth = text.charCodeAt(i + 3);
    const third = Math.imul(text.charCodeAt(i + 2), prime);
    const second = Math.imul(text.charCodeAt(i + 1), prime2);
    const first = Math.imul(text.charCodeAt(i), prime3);
    result = (Math.imul(result, prime4) + first + second + third + fourth) | 0;
  }
  for (; i < text.length; i++) result = (Math.imul(result, prime) + text.charCodeAt(i)) | 0;
  return result;
}

/** Folds a whole number. */
export function foldNumber(digest: number, value: number): number {
  return Math.imul(digest ^ value, prime);
}

/**
 * Folds JSON data, whatever the order of members; of a long string its length and both ends.
 *
 * @param isLeftOut members that do not count
 */
export function foldValue(
  digest: number,
  value: unknown,
  isLeftOut: (name: string, value: unknown) => boolean = () => false,
  depth = 0,
): number {
  if (typeof value === "string") {
    const ends = value.slice(0, sampleLength) + value.slice(-sampleLength);
    return foldText(
      foldNumber(digest, value.length),
      value.length > 2 * sampleLength ? ends : value,
    );
  }
  if (typeof value !== "object" || value === null) return foldText(digest, String(value));
  if (depth === maxDepth) return digest;
  const fold = (from: number, member: unknown): number =>
    foldValue(from, member, isLeftOut, depth + 1);
  if (Array.isArray(value)) return value.reduce<number>(fold, foldNumber(digest, value.length));
  let sum = 0;
  for (const [name, member] of Object.entries(value)) {
    if (!isLeftOut(name, member)) sum = (sum + fold(foldText(startDigest, name), member)) | 0;
  }
  return foldNumber(digest, sum);
}

/** Folds the bytes of a media block, if it has them in itself. */
export function foldMedia(digest: number, block: unknown): number {
  const { data } = membersOf(block);
  if (typeof data !== "string") return digest;
  const length = foldNumber(digest, data.length);
  if (data.length <= maxMediaLength) return foldWords(length, data);
  const distance = (data.length - sliceLength) / (slices - 1);
  let sample = "";
  for (let n = 0; n < slices; n++) {
    const at = Math.floor(n * distance);
    sample += data.slice(at, at + sliceLength);
  }
  return foldWords(length, sample);
}

/**
 * Folds four bytes of UTF-8 at a time: character by character, the first image of a process, for which
 * nothing is compiled yet, would take longer to fold than to parse.
 */
function foldWords(digest: number, text: string): number {
  // Blanks fill up the last word.
  const bytes = new TextEncoder().encode(`${text}   `);
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let result = digest;
  for (let at = 0; at + 4 <= words.byteLength; at += 4) {
    result = (Math.imul(result, prime) + words.getInt32(at, true)) | 0;
  }
  return result;
}

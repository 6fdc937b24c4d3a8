// Short digests of what was delivered, so that a replay can be compared with it although it was not
// kept. In come texts, untrusted; out come 32-bit integers. A text must have the same digest wherever
// the service cuts it, so its length is never folded in.

/** A running digest starts here. */
export const startDigest = -2128831035;

/** Odd, and far from a power of two: FNV's prime. */
const prime = 16_777_619;

/** Folds UTF-16 code units, so that the result does not depend on where a text is cut. */
export function foldText(digest: number, text: string): number {
  let result = digest;
  for (let i = 0; i < text.length; i++)
    result = (Math.imul(result, prime) + text.charCodeAt(i)) | 0;
  return result;
}

/** Folds a whole number. */
export function foldNumber(digest: number, value: number): number {
  return Math.imul(digest ^ value, prime);
}

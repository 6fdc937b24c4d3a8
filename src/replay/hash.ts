/** A running 32-bit hash starts here. */
export const startHash = -2128831035;

/** Odd, and far from a power of two: FNV's prime. */
const prime = 16777619;

/** Enough of a long string to tell it from another of the same length. */
const sampleLength = 64;

/** Folds UTF-16 code units, so that the result does not depend on where a text is cut. */
export function foldText(hash: number, text: string): number {
  let result = hash;
  // Unrolled it is no faster, and slower until it is compiled.
  for (let i = 0; i < text.length; i++) {
    result = (Math.imul(result, prime) + text.charCodeAt(i)) | 0;
  }
  return result;
}

/** Folds a whole number. */
export function foldNumber(hash: number, value: number): number {
  return Math.imul(hash ^ value, prime);
}

/** Folds JSON data, whatever the order of members; of a long string its length and both ends. */
export function foldValue(hash: number, value: unknown): number {
  if (typeof value === "string") {
    const sample =
      value.length > 2 * sampleLength
        ? value.slice(0, sampleLength) + value.slice(-sampleLength)
        : value;
    return foldText(foldNumber(hash, value.length), sample);
  }
  if (Array.isArray(value)) return value.reduce<number>(foldValue, foldNumber(hash, value.length));
  if (typeof value !== "object" || value === null) return foldText(hash, String(value));
  let sum = 0;
  for (const [key, member] of Object.entries(value)) {
    sum = (sum + foldValue(foldText(startHash, key), member)) | 0;
  }
  return foldNumber(hash, sum);
}

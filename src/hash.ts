/** A running 32-bit hash starts here. */
export const startHash = -2128831035;

/** Odd, and far from a power of two: FNV's prime. Its powers let four characters go at once. */
const prime = 16777619;
const prime2 = Math.imul(prime, prime);
const prime3 = Math.imul(prime2, prime);
const prime4 = Math.imul(prime3, prime);

/** Enough of a long string to tell it from another of the same length. */
const sampleLength = 64;

/** Folds UTF-16 code units, so that the result does not depend on where a text is cut. */
export function foldText(hash: number, text: string): number {
  const { length } = text;
  let result = hash;
  let i = 0;
  // One chain of four is a quarter of the wait for the multiplier.
  for (; i + 3 < length; i += 4) {
    result =
      (Math.imul(result, prime4) +
        Math.imul(text.charCodeAt(i), prime3) +
        Math.imul(text.charCodeAt(i + 1), prime2) +
        Math.imul(text.charCodeAt(i + 2), prime) +
        text.charCodeAt(i + 3)) |
      0;
  }
  for (; i < length; i++) result = (Math.imul(result, prime) + text.charCodeAt(i)) | 0;
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

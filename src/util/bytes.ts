// Bytes: joined, and written as base64. In come arrays of bytes or a base64 text, out goes the other.
// `String.fromCharCode` takes only so many arguments, so long arrays are encoded in parts.

/** Bytes that are encoded at a time: a multiple of three, and few enough to be arguments of a call. */
const partBytes = 24_576;

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += partBytes) {
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + partBytes)));
  }
  return text;
}

/** The bytes that a base64 text spells; throws what `atob` throws. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}

/** What an untrusted base64 text spells, one character for each byte; `undefined` if it is not base64. */
export function decodeBase64(text: unknown): string | undefined {
  try {
    return typeof text === "string" ? atob(text) : undefined;
  } catch {
    return undefined;
  }
}

/** Arrays of bytes as one. */
export function joinBytes(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

/**
 * All the bytes of a body; `undefined` when there are more than `maxBytes`: the rest is cancelled.
 *
 * @throws what the body fails with
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = body?.getReader();
  const parts: Uint8Array[] = [];
  for (let length = 0; ;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || value === undefined) return joinBytes(parts);
    length += value.length;
    if (length > maxBytes) {
      // Not awaited: a copy of a cloned request settles only when both are cancelled.
      void reader?.cancel().catch(() => undefined);
      return undefined;
    }
    parts.push(value);
  }
}

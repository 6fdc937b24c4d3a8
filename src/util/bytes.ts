// Bytes: joined, read from a body, and written as base64. In come arrays of bytes, a body or a base64
// text. `String.fromCharCode` takes only so many arguments, so long arrays are encoded in parts.

import { onAbort } from "./abort.ts";
import { within } from "./delay.ts";

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

/** What was read of a body, and why not more. */
export interface BodyPart {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly end: "whole" | "long" | "silence" | "cut";
  /** What a body that was cut failed with. */
  readonly error?: unknown;
}

/**
 * The bytes of a body, until it ends, fails, is silent for too long, or the signal aborts; the rest of
 * one with `maxBytes` or more is cancelled.
 */
export async function readPart(
  body: ReadableStream<Uint8Array>,
  limits: { maxBytes: number; idleTimeoutMs?: number; signal?: AbortSignal | undefined },
): Promise<BodyPart> {
  const { maxBytes, idleTimeoutMs = Infinity, signal } = limits;
  const reader = body.getReader();
  // Not awaited: a copy of a cloned request settles only when both are cancelled.
  const cancel = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  const cleanup = onAbort(signal, cancel);
  const parts: Uint8Array[] = [];
  let rest: Omit<BodyPart, "bytes"> = { end: "long" };
  try {
    for (let length = 0; length < maxBytes;) {
      const read = await within(idleTimeoutMs, reader.read());
      if (read === undefined || read.done) {
        rest = { end: read === undefined ? "silence" : "whole" };
        break;
      }
      parts.push(read.value.subarray(0, maxBytes - length));
      length += read.value.length;
    }
  } catch (error) {
    rest = { end: "cut", error };
  }
  cleanup();
  if (rest.end !== "whole") cancel();
  return { bytes: joinBytes(parts), ...rest };
}

/**
 * All the bytes of a body; `undefined` when there are more than `maxBytes`.
 *
 * @throws what the body fails with
 */
export async function readBytes(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (body === null) return new Uint8Array();
  const { bytes, end, error } = await readPart(body, { maxBytes: maxBytes + 1 });
  if (end === "cut") throw error;
  return end === "whole" ? bytes : undefined;
}

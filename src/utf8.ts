/** Turns a stream of UTF-8 into text, chunk by chunk. */
export interface Utf8Decoder {
  decode(chunk: Uint8Array): string;
  /** What the end leaves of a character that was cut. */
  finish(): string;
}

/** Makes a decoder for one stream; a byte order mark at its start is dropped. */
export function createUtf8Decoder(): Utf8Decoder {
  const utf8 = new TextDecoder();
  // Node decodes ASCII four times as fast where nothing has to be kept for the next chunk, and
  // everything else at half the speed.
  const whole = new TextDecoder("utf-8", { ignoreBOM: true });
  /** Whether the newest chunk was ASCII, so that this one starts with a character. */
  let isAscii = false;
  return {
    decode(chunk) {
      const last = chunk.at(-1);
      const endsWhole = last !== undefined && last < 0x80;
      const text =
        isAscii && endsWhole ? whole.decode(chunk) : utf8.decode(chunk, { stream: true });
      isAscii = endsWhole && text.length === chunk.length;
      return text;
    },
    finish: () => utf8.decode(),
  };
}

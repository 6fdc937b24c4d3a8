/** Shared, since it keeps nothing; made on first use. */
let whole: TextDecoder | undefined;

/** Turns a stream of UTF-8 into text, chunk by chunk; a byte order mark at its start is dropped. */
export class Utf8Decoder {
  /** Keeps what a chunk brings of a character that was cut. */
  #cut: TextDecoder | undefined;
  #isStart = true;
  /** Whether all so far ended with a character, and the newest chunk was ASCII. */
  #isAscii = true;

  decode(chunk: Uint8Array): string {
    const text = this.#decodeAny(chunk);
    if (!this.#isStart || text === "") return text;
    this.#isStart = false;
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  }

  /** What the end leaves of a character that was cut. */
  finish(): string {
    return this.#cut?.decode() ?? "";
  }

  // Node decodes ASCII four times as fast where nothing has to be kept for the next chunk, and
  // everything else at half the speed.
  #decodeAny(chunk: Uint8Array): string {
    const last = chunk.at(-1);
    const endsWhole = last !== undefined && last < 0x80;
    let text: string;
    if (this.#isAscii && endsWhole) {
      whole ??= new TextDecoder("utf-8", { ignoreBOM: true });
      text = whole.decode(chunk);
    } else {
      this.#cut ??= new TextDecoder("utf-8", { ignoreBOM: true });
      text = this.#cut.decode(chunk, { stream: true });
    }
    this.#isAscii = endsWhole && text.length === chunk.length;
    return text;
  }
}

import fc from "fast-check";
import { expect, test } from "vitest";
import { Utf8Decoder } from "../../src/stream/utf8.ts";

function decode(...chunks: Uint8Array[]): string {
  const decoder = new Utf8Decoder();
  return chunks.map((chunk) => decoder.decode(chunk)).join("") + decoder.finish();
}

test("any bytes, cut anywhere, are what TextDecoder makes of them in one piece", () => {
  const piece = fc.oneof(
    fc.string({ unit: "grapheme" }).map((text) => new TextEncoder().encode(text)),
    fc.string().map((text) => new TextEncoder().encode(text)),
    fc.uint8Array({ max: 255, maxLength: 5 }),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.array(fc.nat(20)), (pieces, sizes) => {
      const bytes = Uint8Array.from(pieces.flatMap((part) => [...part]));
      const chunks: Uint8Array[] = [];
      let at = 0;
      for (const size of sizes) chunks.push(bytes.subarray(at, (at += size)));
      chunks.push(bytes.subarray(at));
      expect(decode(...chunks)).toBe(new TextDecoder().decode(bytes));
    }),
    { numRuns: 2_000 },
  );
});

test("a byte order mark is dropped at the start only", () => {
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
  const letter = Uint8Array.of(0x61);
  expect(decode(mark, letter, mark, letter)).toBe("a\uFEFFa");
  expect(decode(...[...mark].map((byte) => Uint8Array.of(byte)), letter)).toBe("a");
});

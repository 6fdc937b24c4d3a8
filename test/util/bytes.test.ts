import { expect, test } from "vitest";
import { fromBase64, joinBytes, toBase64 } from "../../src/util/bytes.ts";

// Around the length at which they are encoded in parts, and beyond what a call takes as arguments.
test.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 300_000])(
  "%i bytes are the base64 that Node writes, and back",
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  },
);

test("arrays are joined in their order, empty ones and none at all included", () => {
  const parts = [[1, 2], [], [3]].map((part) => Uint8Array.from(part));
  expect(joinBytes(parts)).toEqual(Uint8Array.of(1, 2, 3));
  expect(joinBytes([])).toEqual(new Uint8Array());
});

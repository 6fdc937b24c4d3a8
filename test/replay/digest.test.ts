import { expect, test } from "vitest";
import { foldText, startDigest } from "../../src/replay/digest.ts";

test("a text has one digest wherever it is cut", () => {
  const text = "naïve 🙂 text";
  for (let at = 0; at <= text.length; at++) {
    const cut = foldText(foldText(startDigest, text.slice(0, at)), text.slice(at));
    expect(cut).toBe(foldText(startDigest, text));
  }
});

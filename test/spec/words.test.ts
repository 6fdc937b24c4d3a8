import { expect, test } from "vitest";
import { findWords, worst } from "../../scripts/check-words.mjs";

test("a word that is banned is found with its place and with what to write", () => {
  expect(findWords({ "a.md": "One.\nIt polls until nobody any more reads." })).toEqual([
    'a.md:2: "nobody any more": write "plain words"',
  ]);
});

test("a word with a limit is found beyond it, with all its places", () => {
  const limited = worst.find(({ limit }) => limit > 0) ?? expect.fail("no word has a limit");
  const text = "This is no answer.\n".repeat(limited.limit + 1);
  expect(findWords({ "a.ts": text.slice(0, -1).split("\n").slice(1).join("\n") })).toEqual([]);
  expect(findWords({ "a.ts": text })).toHaveLength(limited.limit + 2);
});

test("no longer, and no more than, are plain English", () => {
  expect(
    findWords({ "a.md": "It is no longer there and was no more than one. ".repeat(30) }),
  ).toEqual([]);
});

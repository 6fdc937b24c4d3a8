import { expect, test } from "vitest";
import { endSentence, oneLine, printable, quote, truncate } from "../../src/util/printable.ts";

test("control characters and marks that reorder text become U+FFFD, line breaks stay", () => {
  expect(printable("a\u001b[31m\u0007\u202eb\r\n\tc")).toBe("a\ufffd[31m\ufffd\ufffdb\ufffd\n\tc");
});

test("one line has no breaks of any kind", () => {
  expect(oneLine(" a\r\n b\u2028c\u2029\td ")).toBe("a b c d");
});

test.each([
  ["abc", 3, "abc"],
  ["abcd", 3, "ab…"],
  ["a😀b", 3, "a…"],
  ["", 3, ""],
])("%j cut to %i is %j", (text, length, expected) => {
  expect(truncate(text, length)).toBe(expected);
});

test.each([
  ["a", "a."],
  ["a.", "a."],
  ["a!", "a!"],
  ["a…", "a…"],
])("%j ends as %j", (text, expected) => {
  expect(endSentence(text)).toBe(expected);
});

test("a quoted text is one line", () => {
  expect(quote('a"\n\u001b')).toBe('"a\\"\\n\\u001b"');
});

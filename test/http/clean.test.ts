import { inspect } from "node:util";
import { expect, test } from "vitest";
import { createCleaner } from "../../src/http/clean.ts";
import { cleanText } from "../../src/util/printable.ts";
import { wordsOf } from "../../src/util/thrown.ts";

const key = "AIza-0123456789abcdefghij";

function cleanerOf(headers: Record<string, string>) {
  const cleaner = createCleaner();
  cleaner.remember(headers);
  return cleaner;
}

test.each<[string, Record<string, string>, string, string]>([
  ["an API key", { "x-goog-api-key": key }, `key=${key}&x`, "key=[redacted]&x"],
  ["a key inside a word", { "x-goog-api-key": key }, `x${key}y`, "x[redacted]y"],
  [
    "a token without its scheme",
    { authorization: `Bearer ${key}` },
    `got ${key}.`,
    "got [redacted].",
  ],
  [
    "one of several cookies",
    { cookie: "theme=dark; session=s3cr3t-c00kie" },
    "bad s3cr3t-c00kie",
    "bad [redacted]",
  ],
  ["a gateway's key", { "api-key": "gateway-key" }, "no gateway-key!", "no [redacted]!"],
  [
    "a long value of any other header",
    { "x-tenant": "tenant-0123456789abcdef" },
    "tenant-0123456789abcdef?",
    "[redacted]?",
  ],
])("redacts %s", (_, headers, text, expected) => {
  expect(cleanerOf(headers).clean(text)).toBe(expected);
});

test.each<[string, Record<string, string>, string]>([
  ["a short key in a word", { "x-goog-api-key": "any" }, "Too many tokens of any kind"],
  [
    "a key of eight characters in a word",
    { "x-goog-api-key": "interact" },
    "interaction, reinteract",
  ],
  ["what is asked for", { accept: "application/json; charset=utf-8" }, "application/json"],
  ["the quota project", { "x-goog-user-project": "my-quota-project-1" }, "my-quota-project-1"],
  ["a short value", { "x-app": "demo" }, "a demo"],
  ["the scheme", { authorization: "Bearer 123" }, "Bearer 123"],
])("leaves %s", (_, headers, text) => {
  expect(cleanerOf(headers).clean(text)).toBe(text);
});

test("a key of eight characters is redacted as a word", () => {
  const { clean } = cleanerOf({ "x-goog-api-key": "a.b+c(d8" });
  expect(clean("a.b+c(d8 and xa.b+c(d8 and 'a.b+c(d8'")).toBe(
    "[redacted] and xa.b+c(d8 and '[redacted]'",
  );
});

test("a text is cut after it was redacted, so that no part of a key is left at the cut", () => {
  const { clean } = cleanerOf({ "x-goog-api-key": key });
  for (let before = 1_000; before < 1_030; before++) {
    const text = clean(`${"x".repeat(before)} ${key}`);
    expect(text.length).toBeLessThanOrEqual(1_024);
    expect(text).not.toContain("AIza");
  }
});

test("a text is one line without control characters", () => {
  expect(createCleaner().clean("a\r\n\tb\u001b[2J\u202e")).toBe("a b\ufffd[2J\ufffd");
  expect(cleanText("x".repeat(2_000))).toHaveLength(1_024);
});

test("JSON is redacted in all its texts and names, in any spelling of the text", () => {
  const { redactJson } = cleanerOf({ authorization: `Bearer ya29/0123456789abcdef` });
  const value: unknown = JSON.parse(
    '{"a":["ya29\\/0123456789abcdef",1,null],"ya29\\u002f0123456789abcdef":true}',
  );
  expect(JSON.parse(redactJson(value))).toEqual({ a: ["[redacted]", 1, null], "[redacted]": true });
});

test("credentials are forgotten after the longest disuse, never while in use", () => {
  const cleaner = createCleaner();
  for (let count = 0; count < 300; count++) {
    cleaner.remember({ "x-goog-api-key": key, authorization: `Bearer token-${count}-of-nobody` });
  }
  expect(cleaner.clean(key)).toBe("[redacted]");
  expect(cleaner.clean("token-299-of-nobody")).toBe("[redacted]");
  expect(cleaner.clean("token-0-of-nobody")).toBe("token-0-of-nobody");
});

// Causes.

test("a cause keeps name, message, code and its own cause, and nothing else", () => {
  const inner = Object.assign(new Error(`refused ${key}`), { code: "ECONNREFUSED", address: key });
  const thrown = Object.assign(new TypeError("fetch failed", { cause: inner }), {
    request: { headers: { "x-goog-api-key": key } },
  });
  const cause = cleanerOf({ "x-goog-api-key": key }).cleanCause(thrown);
  expect(cause).toBeInstanceOf(Error);
  expect(cause).toMatchObject({
    name: "TypeError",
    message: "fetch failed",
    cause: { name: "Error", message: "refused [redacted]", code: "ECONNREFUSED" },
  });
  const shown = inspect(cause, { depth: 20, showHidden: true, getters: true });
  expect(shown).not.toContain(key);
  expect(shown).not.toContain("request");
});

const hostile = {
  get message() {
    throw new Error("hostile");
  },
};

test.each<[string, () => unknown, string]>([
  ["text", () => "text", "text"],
  ["a number", () => 7, "7"],
  ["an object with a message", () => ({ message: "no Error" }), "no Error"],
  ["an object without text", () => Object.create(null), "a value without text was thrown"],
  ["an object that cannot be read", () => hostile, "[object Object]"],
  ["a symbol", () => Symbol("s"), "Symbol(s)"],
])("%s that was thrown is described in words", (_, make, words) => {
  expect(wordsOf(make())).toBe(words);
  expect(createCleaner().cleanCause(make())).toMatchObject({ message: words });
});

test("the first of several failures stands for them", () => {
  const several = new AggregateError([new Error("one"), new Error("two")], "all");
  expect(createCleaner().cleanCause(several)).toMatchObject({
    name: "AggregateError",
    cause: { message: "one" },
  });
});

test("causes in a circle end", () => {
  const error = new Error("round");
  error.cause = error;
  expect(inspect(createCleaner().cleanCause(error), { depth: 20 }).match(/round/g)).toHaveLength(4);
});

test("when nothing was thrown there is no cause", () => {
  expect(createCleaner().cleanCause(undefined)).toBeUndefined();
});

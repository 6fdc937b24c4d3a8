import { expect, test } from "vitest";
import { restOfArguments } from "../../src/replay/arguments.ts";

test.each([
  ["", '{"a":1}', '{"a":1}'],
  ['{"a', '{"a":1}', '":1}'],
  ['{"a":1', '{"a":12}', "2}"],
  ['{"a": 1.0, "b":', '{"b":2,"a":1}', "2}"],
  ['{ "b" : "\\u0041', '{"a":1,"b":"AB"}', 'B","a":1}'],
  ['{"a":1}', '{ "a" : 1.0 }', ""],
  ['{"a":1', '{"a":2}', undefined],
  ['{"a":-', '{"a":-5}', "5}"],
])("of %s, stored as %s, %s is missing", (told, stored, rest) => {
  expect(restOfArguments(told, stored)).toBe(rest);
});

// Quadratic, each of these takes longer than a test may.
test.each(["1", "-", "1e", " ", '"', '\\"'])(
  "arguments of %j over and over are no work",
  (part) => {
    const told = `{"a":${part.repeat(65_000)}`;
    expect(restOfArguments(told, '{"a":true}')).toBe(part === " " ? "true}" : undefined);
  },
);

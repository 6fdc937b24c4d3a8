import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { errorTypeOf } from "../../src/otel/attributes.ts";

test.each<[unknown, string]>([
  [new RangeError("x"), "RangeError"],
  [runInNewContext("new TypeError('x')"), "TypeError"],
  [new DOMException("x", "TimeoutError"), "TimeoutError"],
  [Object.assign(new Error("x"), { name: "" }), "_OTHER"],
  [{ name: 7 }, "_OTHER"],
  ["words", "_OTHER"],
  [null, "_OTHER"],
])("the class of %o is %s, whatever realm it is of", (error, type) => {
  expect(errorTypeOf(error)).toBe(type);
});

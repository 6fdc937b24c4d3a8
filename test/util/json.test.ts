import { expect, test } from "vitest";
import {
  append,
  assign,
  copy,
  isFilled,
  isObject,
  listAt,
  listOf,
  membersOf,
  parseJson,
  pick,
} from "../../src/util/json.ts";

test.each([
  ["{}", {}],
  ["[1]", [1]],
  ["x", undefined],
  ["", undefined],
])("parses %j as %j", (text, expected) => {
  expect(parseJson(text)).toEqual(expected);
});

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ["{}", false],
])("isObject(%j) is %j", (value, expected) => {
  expect(isObject(value)).toBe(expected);
});

test.each([undefined, null, 7, "text", ["a"], { a: 1 }])(
  "%j has the members, the elements and the text of one kind at most",
  (value) => {
    expect(membersOf(value)).toEqual(isObject(value) ? { a: 1 } : {});
    expect(listOf(value)).toEqual(Array.isArray(value) ? ["a"] : []);
    expect(isFilled(value)).toBe(value === "text");
  },
);

test("an empty or blank text is not filled", () => {
  expect(isFilled("")).toBe(false);
});

test("pick takes the named members that are set", () => {
  const value: { a: number; b?: string; c: boolean } = { a: 1, c: true };
  expect(pick(value, "a", "b")).toEqual({ a: 1 });
});

test("a copy shares nothing with what was copied", () => {
  const value = { list: [{ a: 1 }] };
  const copied = copy(value);
  expect(copied).toEqual(value);
  expect(copied.list[0]).not.toBe(value.list[0]);
});

test("a __proto__ from the network stays a plain member", () => {
  const value: unknown = JSON.parse('{"__proto__":{"polluted":true}}');
  const target = assign({}, Object(value));
  expect(Object.hasOwn(target, "__proto__")).toBe(true);
  expect("polluted" in target).toBe(false);
  expect(copy(value)).toEqual(value);
});

test("lists are made where they are missing, and get copies", () => {
  const object: Record<string, unknown> = { text: "no list" };
  const item = { a: 1 };
  append(listAt(object, "list"), [item]);
  append(listAt(object, "list"), "no list");
  item.a = 2;
  expect(object["list"]).toEqual([{ a: 1 }]);
  expect(listAt(object, "text")).toEqual([]);
});

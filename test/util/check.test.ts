import { expect, test } from "vitest";
import { checkDuration, checkOptionNames } from "../../src/util/check.ts";

const known = { timeoutMs: true, baseUrl: true, apiKey: true, headers: true, idleTimeoutMs: true };

test.each([
  ["timeout", "timeoutMs"],
  ["timeoutMS", "timeoutMs"],
  ["baseURL", "baseUrl"],
  ["base_url", "baseUrl"],
  ["apikey", "apiKey"],
  ["api_key", "apiKey"],
  ["header", "headers"],
  ["idleTimeout", "idleTimeoutMs"],
])("%s is taken for a misspelt %s", (name, nearest) => {
  expect(() => checkOptionNames({ [name]: 1 }, known)).toThrow(
    new TypeError(`Unknown option "${name}": did you mean ${nearest}?`),
  );
});

test("a name without a similar one gets the list of all", () => {
  expect(() => checkOptionNames({ x: 1 }, known, "retry.")).toThrow(
    /^Unknown option "retry\.x"\. The options here are timeoutMs, baseUrl, apiKey/,
  );
});

test.each([{}, undefined, null, { apiKey: "a", headers: undefined }, { timeout: undefined }])(
  "takes %j",
  (options) => {
    expect(() => checkOptionNames(options, known)).not.toThrow();
  },
);

test.each(["toString", "constructor", "__proto__x"])("%s is not a name by inheritance", (name) => {
  expect(() => checkOptionNames({ [name]: 1 }, known)).toThrow(TypeError);
});

test.each([Number.NaN, 0, -1, -Infinity, "5", null])("%o is not a duration", (ms) => {
  // A caller without types may pass anything.
  expect(() => checkDuration("pollIntervalMs", ms as number)).toThrow(
    `pollIntervalMs must be a positive number of milliseconds, got ${String(ms)}.`,
  );
});

test.each([0.5, 1, Infinity])("%d is a duration", (ms) => {
  expect(checkDuration("x", ms)).toBe(ms);
});

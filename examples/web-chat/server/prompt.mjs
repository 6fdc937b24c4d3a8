// @ts-check
// Reads the body of a new run: a prompt, or the results of functions that the page ran, and the run
// that it goes on from. Anything else is refused with 400; lengths are limited because prompts cost.

import { HTTPException } from "hono/http-exception";

const maxLength = 100_000;

/** Functions that run in the page, where the reader's clock and locale are. */
const tools = [
  { type: /** @type {const} */ ("google_search") },
  {
    type: /** @type {const} */ ("function"),
    name: "local_time",
    description: "The reader's local date and time, with the time zone.",
    parameters: { type: "object", properties: {} },
  },
];

/**
 * @param {unknown} body
 */
export function readPrompt(body) {
  const { input, results, previous } = /** @type {Record<string, unknown>} */ (body ?? {});
  return {
    params: { input: isText(input) ? input : readResults(results), tools },
    previous: readPrevious(previous),
  };
}

/** @param {unknown} results */
function readResults(results) {
  if (!Array.isArray(results) || results.length === 0) throw refuse("Write something first.");
  return results.map((item) => {
    const { call_id, name, result } = item ?? {};
    if (![call_id, name, result].every(isText)) throw refuse("A function result is damaged.");
    return { type: /** @type {const} */ ("function_result"), call_id, name, result };
  });
}

/** @param {unknown} previous */
function readPrevious(previous) {
  if (previous === undefined) return undefined;
  const { id, ticket } = /** @type {Record<string, unknown>} */ (previous ?? {});
  if (!isText(id) || !isText(ticket)) throw refuse("The run to go on from is damaged.");
  return { id, ticket };
}

/**
 * @param {unknown} value
 * @returns {value is string}
 */
function isText(value) {
  return typeof value === "string" && value.trim() !== "" && value.length <= maxLength;
}

/** @param {string} message */
function refuse(message) {
  return new HTTPException(400, { message });
}

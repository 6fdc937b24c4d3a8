// @ts-check
// What spec/drift.yaml says: other names of our schemas, and differences on purpose.

import { compareDocuments } from "./compare.mjs";
import { InputError, isObject, listAt, objectAt, readData } from "./document.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 * @typedef {import("./compare.mjs").Difference} Difference
 *
 * @typedef {object} Purpose
 * @property {string} reason
 * @property {string} kind
 * @property {string} change
 * @property {string[]} places patterns, with `*` for any text
 *
 * @typedef {object} Expectations
 * @property {Map<string, string[]>} names what each of our schemas may be called elsewhere
 * @property {Purpose[]} purposes
 *
 * @typedef {object} Report
 * @property {Difference[]} differences
 * @property {(Difference & { reason: string })[]} onPurpose
 */

/**
 * @param {string} file
 * @returns {Expectations}
 */
export function readExpectations(file) {
  const data = readData(file);
  if (!isObject(data)) throw new InputError(`${file} holds no mapping.`);
  return parseExpectations(data, file);
}

/**
 * @param {JsonObject} data
 * @param {string} file for complaints
 * @returns {Expectations}
 */
export function parseExpectations(data, file) {
  const names = Object.entries(objectAt(data, "names")).map(
    ([name, others]) => /** @type {const} */ ([name, [others].flat().map(String)]),
  );
  const purposes = listAt(data, "onPurpose").map((entry) => {
    const { reason, kind, change, places } = isObject(entry) ? entry : {};
    if (typeof reason !== "string" || typeof kind !== "string" || typeof change !== "string") {
      throw new InputError(
        `${file}: each entry of onPurpose needs reason, kind, change and places: ` +
          JSON.stringify(entry),
      );
    }
    return { reason, kind, change, places: [places].flat().map(String) };
  });
  return { names: new Map(names), purposes };
}

/**
 * Compares two documents and sets aside what is known and meant.
 *
 * @param {JsonObject} ours
 * @param {JsonObject} theirs
 * @param {Expectations} [expectations]
 * @returns {Report}
 */
export function findDrift(ours, theirs, { names, purposes } = { names: new Map(), purposes: [] }) {
  /** @type {Report} */
  const report = { differences: [], onPurpose: [] };
  for (const difference of compareDocuments(ours, theirs, names)) {
    const purpose = purposes.find((each) => covers(each, difference));
    if (purpose === undefined) report.differences.push(difference);
    else report.onPurpose.push({ ...difference, reason: purpose.reason });
  }
  return report;
}

/**
 * @param {Purpose} purpose
 * @param {Difference} difference
 */
function covers({ kind, change, places }, difference) {
  if (kind !== difference.kind || change !== difference.change) return false;
  const { place, value } = difference;
  const text = value === undefined ? place : `${place} ${value}`;
  return places.some((pattern) => matches(pattern, text));
}

/**
 * @param {string} pattern
 * @param {string} text
 */
function matches(pattern, text) {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(text);
}

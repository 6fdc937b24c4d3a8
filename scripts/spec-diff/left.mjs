// @ts-check
// What spec:diff --write leaves to the maintainer: the changes that a second comparison still finds, by
// what is to be decided about them, and what was written with a gap in it: descriptions, examples, the
// methods of operations.

import { describe, linesOf, print } from "./report.mjs";

/** @typedef {import("./compare.mjs").Change} Change */

/** @type {[advice: string, fits: (change: Change) => boolean][]} */
const decisions = [
  ["credentials, which src/http/auth sends", ({ kind }) => /^(credential|scheme)$/.test(kind)],
  [
    "gone there: delete it here, or expect it in spec/drift.txt",
    ({ after }) => after === undefined,
  ],
  ["required there: here only what is on the wire each time", ({ kind }) => kind === "required"],
  ["to be written by hand", () => true],
];

const operationGaps =
  "operations: name the method by x-method, answer it in src/testing, add an example";

/**
 * @param {readonly Change[]} before what was to be taken over
 * @param {readonly Change[]} after what still differs
 * @param {Readonly<Record<string, string>>} edits the files that were written
 * @param {Readonly<Record<string, string>>} files the texts before
 * @returns {string[]} lines; the last ones of what is printed
 */
export function describeLeft(before, after, edits, files) {
  const left = new Set(after.map(describe));
  const isTaken = (/** @type {Change} */ change) => !left.has(describe(change));
  const lines = linesOf(before);
  const taken = lines.filter(({ changes }) => changes.every(isTaken));
  const open = [
    ...describeDecisions(after, new Map(lines.map((line) => [line.text, line]))),
    ...describeGaps(before.filter(isTaken), edits, files),
  ];
  const head = `${taken.length} of ${lines.length} taken over`;
  return open.length === 0 ? [head] : [`${head}; for you:`, ...open];
}

/**
 * @param {readonly Change[]} changes
 * @param {ReadonlyMap<string, import("./report.mjs").Line>} before lines by their text: what was added, and
 *   is taken over by now, may be the new name of what is gone
 */
function describeDecisions(changes, before) {
  const lines = linesOf(changes).map((line) => before.get(line.text) ?? line);
  return decisions.flatMap(([advice], index) => {
    const own = lines.filter(
      ({ changes: [change] }) =>
        change !== undefined && decisions.findIndex(([, fits]) => fits(change)) === index,
    );
    return own.length === 0 ? [] : [`  ${advice}:`, ...own.map((line) => `    ${print(line)}`)];
  });
}

/**
 * @param {readonly Change[]} taken
 * @param {Readonly<Record<string, string>>} edits
 * @param {Readonly<Record<string, string>>} files
 */
function describeGaps(taken, edits, files) {
  const todos = Object.entries(edits).flatMap(([file, text]) => {
    const count = countIn(text) - countIn(files[file]);
    return count === 0 ? [] : [`    ${count} in ${file}`];
  });
  const examples = Object.keys(edits).filter((file) => file.startsWith("spec/examples/"));
  const operations = taken.filter(({ kind }) => kind === "operation");
  return [
    ...(todos.length === 0 ? [] : ["  descriptions, where it says TODO:", ...todos]),
    ...(examples.length === 0 ? [] : ["  examples with a real value:"]),
    ...examples.map((file) => `    ${file}`),
    ...(operations.length === 0 ? [] : [`  ${operationGaps}:`]),
    ...operations.map(({ place }) => `    ${place.root}`),
  ];
}

const countIn = (text = "") => text.split(/\bTODO\b/).length - 1;

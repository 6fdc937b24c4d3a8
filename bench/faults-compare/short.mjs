// @ts-check
// The README's table of what breaks: five rows of RESULTS.md, each cell a tick or a cross and what was
// observed, in a few words. In comes the text of RESULTS.md, so that nothing has to be run again.

import { sectionOf } from "../../scripts/section.mjs";
import { markdownTable } from "../lib/table.mjs";

/** Rows of RESULTS.md, by how they begin, and their names in the README. */
const wanted = [
  ["a background stream's connection breaks", "a background stream's connection breaks"],
  ["a foreground stream just ends", "a proxy ends a foreground stream"],
  ["the answers to a create are lost", "the response to a create is lost"],
  ["the process is killed in mid-stream", "the process is killed, another one continues"],
  ["30 s of outage while streaming", "an outage of 30 s while streaming"],
];

/**
 * What is observed, in the words of RESULTS.md, and whether the user of a client is well served by it.
 *
 * @type {[pattern: RegExp, describe: (match: RegExpExecArray) => string][]}
 */
const readings = [
  [/^continues, each word once/, () => "✓ each word once"],
  [/^continues, (\d+) words twice/, ([, count]) => `✗ ${count} words twice`],
  [/^1 POST, 1 run billed/, () => "✓ 1 run billed"],
  [/^\d+ POSTs, (\d+) runs billed/, ([, count]) => `✗ ${count} runs billed`],
  [/^ends without an error/, () => "✗ ends as if complete"],
  [/`StreamInterruptedError`$/, () => "✓ an error says so"],
  [/^(\d+ of \d+ words)/, ([, count]) => `✗ ${count}`],
];

/**
 * @param {string} results the text of RESULTS.md
 * @returns {string} the section of the README
 * @throws Error when a row is missing, or when a cell is worded in a new way
 */
export function shortTable(results) {
  const lines = sectionOf(results, "faults")
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const [head = []] = lines;
  const rows = wanted.map(([start = "", name = ""]) => {
    const row = lines.find(([first]) => first?.startsWith(start));
    if (row === undefined) throw new Error(`RESULTS.md has no row "${start}".`);
    return [name, ...row.slice(1).map(read)];
  });
  return `${markdownTable(head, rows)}\n`;
}

/** @param {string} cell */
function read(cell) {
  for (const [pattern, describe] of readings) {
    const match = pattern.exec(cell);
    if (match !== null) return describe(match);
  }
  throw new Error(`bench/faults-compare/short.mjs does not know what to make of "${cell}".`);
}

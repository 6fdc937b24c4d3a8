// @ts-check
// A report for people.

/**
 * @typedef {import("./compare.mjs").Difference} Difference
 * @typedef {import("./compare.mjs").Kind} Kind
 * @typedef {import("./drift.mjs").Report} Report
 */

/** @type {[Kind, string][]} */
const groups = [
  ["operation", "Operations"],
  ["parameter", "Parameters"],
  ["body", "Bodies"],
  ["union member", "Union members"],
  ["enum value", "Enum values"],
  ["field", "Fields"],
  ["type", "Types"],
  ["required", "Required"],
  ["deprecated", "Deprecated"],
  ["schema", "Schemas"],
];

/**
 * @param {Report} report
 * @param {string} name of the other document
 * @returns {string} lines in groups, or one line when nothing differs
 */
export function printReport({ differences, onPurpose }, name) {
  const lines = [];
  if (differences.length === 0) {
    lines.push(`No drift: ${name} describes the interactions as spec/ does.`);
  } else {
    lines.push(`${count(differences.length, "difference")} from ${name}`);
    lines.push("+ only there   - only in spec/   ~ not the same", "");
    for (const [kind, title] of groups) {
      const group = differences.filter((difference) => difference.kind === kind);
      if (group.length === 0) continue;
      lines.push(title, ...group.map(printDifference), "");
    }
  }
  if (onPurpose.length > 0) {
    lines.push(`${count(onPurpose.length, "difference")} on purpose, see spec/drift.yaml`);
  }
  return lines.join("\n").trimEnd();
}

/** @param {Difference} difference */
function printDifference({ kind, change, place, value, ours, theirs }) {
  const sign = { added: "+", removed: "-", changed: "~", renamed: "~" }[change];
  const subject = value === undefined ? place : `${place}: ${value}`;
  return `  ${sign} ${subject}${detail()}`;

  function detail() {
    if (change === "renamed") return ` is called ${theirs} there`;
    if (change === "changed") return `: ${ours} here, ${theirs} there`;
    if (kind === "required") {
      return change === "added" ? " is optional here" : " is optional there";
    }
    if (kind === "deprecated") return change === "added" ? "" : " is in use there";
    const type = ours ?? theirs;
    if (type === undefined || type === value) return "";
    return kind === "union member" ? ` (${type})` : `${kind === "schema" ? " " : ": "}${type}`;
  }
}

/**
 * @param {number} number
 * @param {string} noun
 */
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

// @ts-check
// What is printed of changes: one line for those that belong together, such as all of a schema that only
// one side has, with a remark behind `#`. spec/drift.txt is in the form of these lines; it says which
// changes are expected.

import { isTag } from "./compare.mjs";
import { textOf, textOfPlace } from "./outline.mjs";
import { InputError } from "../spec.mjs";

/**
 * @typedef {import("./compare.mjs").Change} Change
 *
 * @typedef {object} Line
 * @property {string} text
 * @property {string} remark may be empty
 * @property {Change[]} changes at least one
 */

/** @param {Change} change */
export function describe({ kind, place, before, after }) {
  const sign = before === undefined ? "+" : after === undefined ? "-" : "~";
  return `${sign} ${textOf({ kind, place, value: after ?? before ?? "" })}`;
}

/** @param {Line} line */
export const print = ({ text, remark }) => (remark === "" ? text : `${text}  # ${remark}`);

/**
 * @param {readonly Change[]} changes
 * @returns {Line[]} operations and members of unions first, schemas last
 */
export function linesOf(changes) {
  const renamed = findRenamed(changes);
  return [...groupBy(changes, headOf)]
    .map(([text, parts]) => {
      const names = parts.flatMap((part) => renamed.get(scopeOf(part)) ?? []);
      const remarks = [remarkOf(parts), ...(names.length > 0 ? [`renamed to ${names[0]}?`] : [])];
      return { text, remark: remarks.filter((each) => each !== "").join(", "), changes: parts };
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

/**
 * Reads the expected differences: lines as they are printed, `*` for any text, `#` for a remark.
 *
 * @param {string} text of spec/drift.txt
 */
export function parseDrift(text) {
  const expected = text
    .split("\n")
    .map((line) => line.replace(/(^| {2})#.*$/, ""))
    .filter((line) => line.trim() !== "");
  for (const line of expected) {
    if (!/^[-+] \S|^~ \w+ is called \w+ there$/.test(line)) {
      throw new InputError(`spec/drift.txt: "${line}" is not a difference as spec:diff prints it.`);
    }
  }
  const names = expected.flatMap((line) => {
    const [, name, theirs] = /^~ (\w+) is called (\w+) there$/.exec(line) ?? [];
    return name === undefined || theirs === undefined
      ? []
      : [/** @type {const} */ ([theirs, name])];
  });
  return { names: new Map(names), expected };
}

/**
 * @param {readonly Change[]} changes
 * @param {readonly string[]} expected
 * @returns {{ unexpected: Change[], absent: string[] }} what is in one of the two alone
 */
export function holdAgainst(changes, expected) {
  const patterns = expected.map((line) => {
    const parts = line.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`);
  });
  const texts = changes.map((change) => [describe(change), headOf(change)]);
  return {
    unexpected: changes.filter(
      (_, index) => !patterns.some((pattern) => texts[index]?.some((text) => pattern.test(text))),
    ),
    absent: expected.filter(
      (_, index) => !texts.flat().some((text) => patterns[index]?.test(text)),
    ),
  };
}

/**
 * The line that a change is printed in.
 *
 * @param {Change} change
 */
function headOf(change) {
  const { kind, whole, schema, before, after = "" } = change;
  const sign = before === undefined ? "+" : "-";
  if (isOperation(change)) return `${sign} ${whole?.root}`;
  if (isSchema(change)) return `${sign} schema ${whole?.root}`;
  if (kind === "credential") return `${sign} securitySchemes: ${before ?? after}`;
  return schema === undefined ? describe(change) : `${sign} ${schema} = ${before ?? after}`;
}

/** @param {Change} change */
const isOperation = ({ whole }) => whole !== undefined && whole.root === whole.operation;

/** @param {Change} change */
const isSchema = ({ kind, whole }) =>
  whole !== undefined &&
  whole.operation === undefined &&
  whole.steps.length === 0 &&
  kind !== "scheme";

/** @param {Line} line */
function rankOf({ changes: [change] }) {
  if (change === undefined || isSchema(change)) return 3;
  const { kind, place } = change;
  if (isOperation(change) || ["credential", "scheme", "name"].includes(kind)) return 0;
  return kind === "reference" && place.steps.length === 0 ? 1 : 2;
}

/** @param {Change[]} parts of one line */
function remarkOf(parts) {
  const [first] = parts;
  if (first === undefined) return "";
  if (isOperation(first)) {
    const texts = parts
      .filter(({ kind }) => kind !== "operation" && kind !== "credential")
      .map((part) => describe(part).slice(`- ${part.place.operation} `.length));
    return list(texts, ", ", 3);
  }
  if (isSchema(first)) return signatureOf(parts);
  const places = parts
    .filter(({ kind }) => kind !== "scheme")
    .map(({ place }) => textOfPlace(place));
  if (first.kind === "credential" || first.kind === "scheme") return list(places, ", ");
  return first.schema === undefined ? "" : `at ${list(places, ", ")}`;
}

/**
 * A schema in one line: `{ event_type, cause? }`, or the members of a union.
 *
 * @param {Change[]} parts
 */
function signatureOf(parts) {
  const names = new Set(parts.flatMap(({ place }) => place.steps.slice(0, 1)));
  const required = parts.filter(
    ({ kind, place }) => kind === "required" && place.steps.length === 1,
  );
  const fields = [...names].map((name) =>
    required.some(({ place }) => place.steps[0] === name) ? name : `${name}?`,
  );
  const others = parts.filter(({ place }) => place.steps.length === 0);
  return fields.length > 0
    ? `{ ${list(fields, ", ")} }`
    : list(
        others.map(({ before, after = "" }) => before ?? after),
        " | ",
      );
}

/**
 * What is gone and what was added where both have the same form, and nothing else there has it.
 *
 * @param {readonly Change[]} changes
 * @returns {Map<string, string>} the new names by what is gone, as `scopeOf` writes it
 */
function findRenamed(changes) {
  const scopes = groupBy(
    changes.filter(({ kind }) => kind !== "name"),
    scopeOf,
  );
  const forms = groupBy([...scopes], ([, parts]) => formOf(parts));
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [form, alike] of forms) {
    const [gone, ...more] = alike.filter(([, [part]]) => part?.before !== undefined);
    const [added, ...others] = alike.filter(([, [part]]) => part?.before === undefined);
    if (form === "" || !gone || !added || more.length + others.length > 0) continue;
    const [{ whole, after = "" } = { after: "" }] = added[1];
    found.set(gone[0], whole === undefined ? after : (whole.steps.at(-1) ?? whole.root));
  }
  return found;
}

/**
 * What is gone or added with this change: all of a schema, an operation or a field, or a value.
 *
 * @param {Change} change
 */
function scopeOf(change) {
  const { whole, before } = change;
  const sign = before === undefined ? "+" : "-";
  return whole === undefined ? headOf(change) : `${sign} ${textOfPlace(whole)}`;
}

/**
 * Where it is and what it is made of, without its own name; empty if that says too little.
 *
 * @param {Change[]} parts of one scope
 */
function formOf(parts) {
  const [first] = parts;
  if (first === undefined) return "";
  const { kind, place, whole, schema } = first;
  if (whole === undefined)
    return kind === "value" ? `value of ${schema ?? textOfPlace(place)}` : "";
  const texts = parts
    .filter((part) => !/^(required|deprecated|operation|credential)$/.test(part.kind))
    .filter((part) => !isSchema(part) || !isTag(part))
    .map(({ kind: kindOf, place: { root, steps }, before, after = "" }) =>
      textOf({
        kind: kindOf,
        place: { root: root.slice(whole.root.length), steps: steps.slice(whole.steps.length) },
        value: before ?? after,
      }),
    );
  if (isSchema(first)) return `schema ${texts.join("\n")}`;
  if (texts.length === 0) return "";
  const owner = isOperation(first)
    ? whole.root.replace(/ .*/, "")
    : textOfPlace({ root: whole.operation ?? whole.root, steps: whole.steps.slice(0, -1) });
  return `${owner} ${texts.join("\n")}`;
}

/**
 * @param {string[]} texts
 * @param {string} separator
 * @param {number} [most]
 */
function list(texts, separator, most = 5) {
  const shown = texts.slice(0, most).join(separator);
  return texts.length > most ? `${shown}${separator}and ${texts.length - most} more` : shown;
}

/**
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} keyOf
 * @returns {Map<string, Item[]>}
 */
function groupBy(items, keyOf) {
  /** @type {Map<string, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

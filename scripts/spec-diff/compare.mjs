// @ts-check
// The difference between our spec and another document, as facts with a sign: `-` only ours, `+` only
// theirs, `~` a schema that has another name there. What is expected stands in spec/drift.txt.

import { objectAt, operationsOf } from "./document.mjs";
import { outline } from "./outline.mjs";
import { InputError } from "../spec.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 * @typedef {ReadonlyMap<string, string>} Names what our spec calls a schema of theirs
 */

/**
 * Only resources and URL forms that both have are compared: a document may describe the Gemini API
 * alone, or voices beside interactions.
 *
 * @param {JsonObject} ours
 * @param {JsonObject} theirs
 * @param {Names} [known]
 * @returns {string[]} signed facts, sorted so that both sides of a change are neighbours
 * @throws {InputError} when the documents have nothing in common
 */
export function compareDocuments(ours, theirs, known = new Map()) {
  const ourOperations = operationsOf(ours);
  const theirOperations = operationsOf(theirs);
  const theirGroups = groupsOf(theirOperations);
  const ourGroups = groupsOf(ourOperations);
  const compared = ourOperations.filter(({ group }) => theirGroups.has(group));
  if (compared.length === 0) {
    throw new InputError(`The document has no operation on ${[...ourGroups].join(", ")}.`);
  }
  const ourNames = new Set(schemaNames(ours));
  const names = new Map([...namesByCase(ourNames, theirs), ...namesThere(ourNames, theirs, known)]);
  /** @type {Set<string>} */
  const dissolved = new Set();
  for (;;) {
    const rename = (/** @type {string} */ name) => names.get(name) ?? name;
    const mine = outline(ours, { operations: compared, dissolved });
    const other = outline(theirs, {
      operations: theirOperations.filter(({ group }) => ourGroups.has(group)),
      rename,
      dissolved,
    });
    const theirNames = new Set(schemaNames(theirs).map(rename));
    const renamed = findRenamed(mine, other, ourNames, theirNames);
    for (const [theirName, name] of renamed) names.set(theirName, name);
    // A union or an enum that only one side has a name for is compared by its members.
    const choices = difference(mine, other).filter((line) => line.includes(": one of "));
    for (const line of choices) dissolved.add(line.slice(2));
    if (renamed.size + choices.length === 0) {
      return [...renames(names, theirs), ...difference(mine, other)];
    }
  }
}

/**
 * Reads the expected differences: lines as they are printed, `*` for any text, `#` for a remark.
 *
 * @param {string} text of spec/drift.txt
 */
export function parseDrift(text) {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  for (const line of lines) {
    if (!/^[-+] \S|^~ \w+ is called \w+ there$/.test(line)) {
      throw new InputError(`spec/drift.txt: "${line}" is no difference as spec:diff prints it.`);
    }
  }
  const names = lines.flatMap((line) => {
    const [, name, theirs] = /^~ (\w+) is called (\w+) there$/.exec(line) ?? [];
    return name === undefined || theirs === undefined
      ? []
      : [/** @type {const} */ ([theirs, name])];
  });
  return { names: new Map(names), expected: lines };
}

/**
 * @param {readonly string[]} lines
 * @param {readonly string[]} expected
 * @returns {{ unexpected: string[], absent: string[] }} what is in one of the two alone
 */
export function holdAgainst(lines, expected) {
  const patterns = expected.map((line) => {
    const parts = line.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`);
  });
  return {
    unexpected: lines.filter((line) => !patterns.some((pattern) => pattern.test(line))),
    absent: expected.filter((_, index) => !lines.some((line) => patterns[index]?.test(line))),
  };
}

/**
 * @param {readonly string[]} ours
 * @param {readonly string[]} theirs
 */
function difference(ours, theirs) {
  const signed = [...without(ours, theirs, "-"), ...without(theirs, ours, "+")];
  return signed.toSorted((a, b) => compareText(a.slice(2), b.slice(2)) || compareText(b, a));
}

/**
 * @param {readonly string[]} lines
 * @param {readonly string[]} others
 * @param {string} sign
 */
function without(lines, others, sign) {
  const known = new Set(others);
  const formatted = new Set(others.map(placeOfFormat));
  return lines
    .filter((line) => !known.has(line))
    .filter((line) => {
      // A format that only one side tells changes nothing.
      const place = placeOfFormat(line);
      return place === undefined || formatted.has(place);
    })
    .map((line) => `${sign} ${line}`);
}

/** @param {string} line */
const placeOfFormat = (line) => /^(.+) has the format /.exec(line)?.[1];

/**
 * Schemas that are used at the same place, each the only one there that the other side lacks: the
 * same schema with another name.
 *
 * @param {readonly string[]} ours
 * @param {readonly string[]} theirs
 * @param {ReadonlySet<string>} ourNames
 * @param {ReadonlySet<string>} theirNames
 * @returns {Map<string, string>}
 */
function findRenamed(ours, theirs, ourNames, theirNames) {
  const mine = strangers(ours, theirNames);
  const found = new Map();
  for (const [place, names] of strangers(theirs, ourNames)) {
    const [name, ...others] = mine.get(place) ?? [];
    const [other, ...more] = names;
    if (name === undefined || other === undefined || others.length + more.length > 0) continue;
    const [tag, otherTag] = [tagOf(name, ours), tagOf(other, theirs)];
    if (tag !== undefined && otherTag !== undefined && tag !== otherTag) continue;
    if (![...found.values()].includes(name)) found.set(other, name);
  }
  return found;
}

/**
 * The value that tells a schema from the others of its union, if it has one: with another value it is
 * another schema.
 *
 * @param {string} name
 * @param {readonly string[]} lines
 */
function tagOf(name, lines) {
  const tags = lines.filter((line) => /^\w+\.(event_)?type = /.test(line));
  return tags.find((line) => line.startsWith(`${name}.`))?.replace(/^\w+/, "");
}

/**
 * @param {readonly string[]} lines
 * @param {ReadonlySet<string>} known names of the other side
 * @returns {Map<string, string[]>} the other names, by the place where they are used
 */
function strangers(lines, known) {
  /** @type {Map<string, string[]>} */
  const byPlace = new Map();
  for (const line of lines) {
    const [, place, name] = /^(.+): ([A-Z]\w*)$/.exec(line) ?? [];
    if (place === undefined || name === undefined || known.has(name)) continue;
    byPlace.set(place, [...(byPlace.get(place) ?? []), name]);
  }
  return byPlace;
}

/**
 * @param {Names} names
 * @param {JsonObject} theirs
 */
function renames(names, theirs) {
  const there = new Set(schemaNames(theirs));
  return [...names]
    .filter(([other, name]) => there.has(other) && other.toLowerCase() !== name.toLowerCase())
    .map(([other, name]) => `~ ${name} is called ${other} there`)
    .toSorted();
}

/**
 * The known names that hold for this document. One that our spec uses too, for another schema, holds
 * only where that other one has a name of its own: beside `EnvironmentConfig`, their `Environment` is
 * our `EnvironmentResource`; by itself it is our `Environment`.
 *
 * @param {ReadonlySet<string>} ourNames
 * @param {JsonObject} theirs
 * @param {Names} known
 */
function namesThere(ourNames, theirs, known) {
  const there = schemaNames(theirs);
  const taken = new Set(there.map((name) => known.get(name)));
  return [...known].filter(([name]) => !ourNames.has(name) || taken.has(name));
}

/**
 * `UrlContext` is `URLContext`.
 *
 * @param {ReadonlySet<string>} ourNames
 * @param {JsonObject} theirs
 */
function namesByCase(ourNames, theirs) {
  const byCase = new Map([...ourNames].map((name) => [name.toLowerCase(), name]));
  return schemaNames(theirs).flatMap((name) => {
    const twin = byCase.get(name.toLowerCase());
    return twin === undefined || ourNames.has(name) ? [] : [/** @type {const} */ ([name, twin])];
  });
}

/** @param {import("./document.mjs").Operation[]} operations */
const groupsOf = (operations) => new Set(operations.map(({ group }) => group));

/** @param {JsonObject} document */
const schemaNames = (document) =>
  Object.keys(objectAt(objectAt(document, "components"), "schemas"));

/**
 * @param {string} a
 * @param {string} b
 */
const compareText = (a, b) => (a < b ? -1 : Number(a > b));

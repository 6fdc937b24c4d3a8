// @ts-check
// The difference between our spec and another document, as changes: facts that one of the two has alone,
// and schemas that have another name there. In come two documents and the names that are known to
// differ; report.mjs prints the changes, write.mjs takes them over.

import { operationsOf, schemasOf } from "./document.mjs";
import { factsOf, textOf, textOfPlace } from "./outline.mjs";
import { InputError } from "../spec.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 * @typedef {import("./outline.mjs").Fact} Fact
 * @typedef {import("./outline.mjs").Place} Place
 * @typedef {ReadonlyMap<string, Fact>} Facts
 * @typedef {ReadonlyMap<string, string>} Names what our spec calls a schema of theirs
 *
 * @typedef {object} Change
 * @property {import("./outline.mjs").Kind} kind
 * @property {Place} place
 * @property {string} [before] what our spec says there; absent where only the document says something
 * @property {string} [after] what the document says there
 * @property {Place} [whole] the largest part around the place that one side lacks: an operation, a
 *   schema, a field
 * @property {string} [schema] the enum of ours that a value is of
 */

/**
 * Only resources and URL forms that both have are compared: a document may describe the Gemini API
 * alone, or voices beside interactions. Credentials are, if the document names any.
 *
 * @param {JsonObject} ours
 * @param {JsonObject} theirs
 * @param {Names} [known]
 * @returns {{ changes: Change[], names: Names, others: string[] }} the changes, sorted so that both
 *   sides of one are neighbours, and the resources that only the document has, which are not compared
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
  const others = [...theirGroups].filter((group) => !ourGroups.has(group)).toSorted();
  /** @type {Set<string>} */
  const dissolved = new Set();
  for (;;) {
    const rename = (/** @type {string} */ name) => names.get(name) ?? name;
    const mine = factsOf(ours, { operations: compared, dissolved });
    const other = factsOf(theirs, {
      operations: theirOperations.filter(({ group }) => ourGroups.has(group)),
      rename,
      dissolved,
    });
    const theirNames = new Set(schemaNames(theirs).map(rename));
    const renamed = findRenamed(mine, other, ourNames, theirNames);
    for (const [theirName, name] of renamed) names.set(theirName, name);
    const changes = difference(mine, other);
    // A union or an enum that only one side has a name for is compared by its members.
    const choices = changes.filter(({ kind }) => kind === "choice");
    for (const { kind, place, before, after = "" } of choices) {
      dissolved.add(textOf({ kind, place, value: before ?? after }));
    }
    if (renamed.size + choices.length === 0) {
      return { changes: [...renames(names, theirs), ...changes], names, others };
    }
  }
}

/**
 * @param {Facts} ours
 * @param {Facts} theirs
 * @returns {Change[]}
 */
function difference(ours, theirs) {
  // A document that names no credentials does not say that there are none, and one of a single
  // backend does not declare those of the other.
  const hasCredentials = [...theirs.values()].some(({ kind }) => kind === "credential");
  const gone = without(ours, theirs)
    .filter(({ kind }) => kind !== "scheme" && (kind !== "credential" || hasCredentials))
    .map(({ kind, place, value }) => ({ kind, place, before: value }));
  const added = without(theirs, ours).map(({ kind, place, value }) => ({
    kind,
    place,
    after: value,
  }));
  /** @type {Map<string, string>} */
  const enums = new Map();
  for (const { place, schema } of ours.values()) {
    if (schema !== undefined) enums.set(textOfPlace(place), schema);
  }
  return [...withWholes(gone, theirs), ...withWholes(added, ours)]
    .map((change) => {
      const schema = change.kind === "value" ? enums.get(textOfPlace(change.place)) : undefined;
      return schema === undefined ? change : { ...change, schema };
    })
    .toSorted(
      (a, b) => compareText(factOf(a), factOf(b)) || Number("before" in b) - Number("before" in a),
    );
}

/** @param {Change} change */
const factOf = ({ kind, place, before, after = "" }) =>
  textOf({ kind, place, value: before ?? after });

/**
 * @param {Facts} facts
 * @param {Facts} others
 */
function without(facts, others) {
  const formatted = new Set(
    [...others.values()]
      .filter(({ kind }) => kind === "format")
      .map(({ place }) => textOfPlace(place)),
  );
  return (
    [...facts]
      .filter(([text]) => !others.has(text))
      .map(([, fact]) => fact)
      // A format that only one side names changes nothing.
      .filter(({ kind, place }) => kind !== "format" || formatted.has(textOfPlace(place)))
  );
}

/**
 * @param {Change[]} changes what one side has alone
 * @param {Facts} others of the other side
 * @returns {Change[]} with the largest part around each that the other side lacks
 */
function withWholes(changes, others) {
  const known = new Set(
    [...others.values()].flatMap(({ place }) => partsOf(place)).map(textOfPlace),
  );
  return changes.map((change) => {
    const whole = partsOf(change.place).find((part) => !known.has(textOfPlace(part)));
    return whole === undefined ? change : { ...change, whole };
  });
}

/**
 * @param {Place} place
 * @returns {Place[]} its operation if it has one, its root, and each step from there
 */
const partsOf = ({ root, steps, operation }) => [
  ...(operation === undefined ? [] : [{ root: operation, steps: [], operation }]),
  ...[root, ...steps].map((_, index) => ({
    root,
    steps: steps.slice(0, index),
    ...(operation !== undefined && { operation }),
  })),
];

/**
 * Schemas that are used at the same place, each the only one there that the other side lacks: the
 * same schema with another name.
 *
 * @param {Facts} ours
 * @param {Facts} theirs
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

/** Whether a fact gives the value that tells a schema from the others of its union. */
export const isTag = (/** @type {Pick<Fact, "kind" | "place">} */ { kind, place: { steps } }) =>
  kind === "value" && steps.length === 1 && /^(event_)?type$/.test(steps[0] ?? "");

/**
 * With another tag it is another schema.
 *
 * @param {string} name
 * @param {Facts} facts
 */
function tagOf(name, facts) {
  const tag = [...facts.values()].find((fact) => fact.place.root === name && isTag(fact));
  return tag && `${tag.place.steps.join(".")} = ${tag.value}`;
}

/**
 * @param {Facts} facts
 * @param {ReadonlySet<string>} known names of the other side
 * @returns {Map<string, string[]>} the other names, by the place where they are used
 */
function strangers(facts, known) {
  /** @type {Map<string, string[]>} */
  const byPlace = new Map();
  for (const { kind, place, value } of facts.values()) {
    if (kind !== "reference" || known.has(value)) continue;
    const text = textOfPlace(place);
    byPlace.set(text, [...(byPlace.get(text) ?? []), value]);
  }
  return byPlace;
}

/**
 * @param {Names} names
 * @param {JsonObject} theirs
 * @returns {Change[]}
 */
function renames(names, theirs) {
  const there = new Set(schemaNames(theirs));
  return [...names]
    .filter(([other, name]) => there.has(other) && other.toLowerCase() !== name.toLowerCase())
    .map(([after, before]) => ({
      kind: /** @type {const} */ ("name"),
      place: { root: before, steps: [] },
      before,
      after,
    }))
    .toSorted((a, b) => compareText(`${a.before} ${a.after}`, `${b.before} ${b.after}`));
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
const schemaNames = (document) => Object.keys(schemasOf(document));

/**
 * @param {string} a
 * @param {string} b
 */
const compareText = (a, b) => (a < b ? -1 : Number(a > b));

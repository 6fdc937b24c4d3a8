// @ts-check
// Finds out which member of a union is which on the other side.

import { describeNode, describeVariant } from "./describe.mjs";
import { hasStructure, isFreeObject, namesOf } from "./shape.mjs";

/**
 * @typedef {import("./shape.mjs").SchemaReader} SchemaReader
 * @typedef {import("./shape.mjs").Shape} Shape
 * @typedef {import("./shape.mjs").Variant} Variant
 * @typedef {import("./shape.mjs").ObjectVariant} ObjectVariant
 *
 * @typedef {object} Sides
 * @property {SchemaReader} ours
 * @property {SchemaReader} theirs
 * @property {(ours: readonly string[], theirs: readonly string[]) => boolean} isSameName
 */

/**
 * Pairs the members of two unions; a schema that is no union is one of a single member.
 *
 * @param {Sides} sides
 * @param {Shape} ours
 * @param {Shape} theirs
 */
export function pairMembers(sides, ours, theirs) {
  // A union inside a union is compared by itself, so that its members are not told twice.
  const unions = ours.nested.flatMap((a) => {
    const twin = theirs.nested.find((b) => sides.isSameName(a.names, b.names));
    return twin === undefined ? [] : [/** @type {const} */ ([a, twin])];
  });
  const inUnions = new Set(unions.flat().flatMap(({ variants }) => variants));
  const oursLeft = new Set(ours.variants.filter((variant) => !inUnions.has(variant)));
  const theirsLeft = new Set(theirs.variants.filter((variant) => !inUnions.has(variant)));
  /** @type {[Variant, Variant][]} */
  const pairs = [];
  /**
   * Pairs what scores best, as long as it scores at all.
   *
   * @param {(a: Variant, b: Variant) => number} score
   */
  const pair = (score) => {
    const scored = [...oursLeft]
      .flatMap((a) => [...theirsLeft].map((b) => ({ a, b, points: score(a, b) })))
      .filter(({ points }) => points > 0)
      .toSorted((first, second) => second.points - first.points);
    for (const { a, b } of scored) {
      if (!oursLeft.has(a) || !theirsLeft.has(b)) continue;
      oursLeft.delete(a);
      theirsLeft.delete(b);
      pairs.push([a, b]);
    }
  };
  const tag = tagOf([
    ...[...oursLeft].map((variant) => /** @type {const} */ ([sides.ours, variant])),
    ...[...theirsLeft].map((variant) => /** @type {const} */ ([sides.theirs, variant])),
  ]);
  const isSingle = oursLeft.size === 1 && theirsLeft.size === 1;
  pair((a, b) => Number(a.kind === b.kind && (isSingle || "values" in a)));
  pair((a, b) => {
    const values = tagsOf(sides.theirs, b, tag);
    return tagsOf(sides.ours, a, tag).filter((value) => values.includes(value)).length;
  });
  pair((a, b) => likenessOfNames(sides, a, b));
  // A tag that nobody has on the other side is a new member, or one that is gone.
  const isTagged = (/** @type {SchemaReader} */ reader, /** @type {Variant} */ variant) =>
    tagsOf(reader, variant, tag).length > 0;
  pair((a, b) =>
    isTagged(sides.ours, a) || isTagged(sides.theirs, b) ? 0 : likeness(sides, a, b),
  );
  return { unions, pairs, oursLeft, theirsLeft, tag };
}

/**
 * @param {SchemaReader} reader
 * @param {Variant} variant
 * @param {string | undefined} tag
 * @returns {string} the member of a union in a word
 */
export function memberLabel(reader, variant, tag) {
  const tags = tagsOf(reader, variant, tag);
  return tags.length > 0 ? tags.join(" | ") : describeVariant(reader, variant);
}

/**
 * @param {string} json
 * @returns {string} the text of a string, other values as they are
 */
export function unquote(json) {
  const value = JSON.parse(json);
  return typeof value === "string" ? value : json;
}

/**
 * The property that tells the objects of a union apart.
 *
 * @param {(readonly [SchemaReader, Variant])[]} members of both sides
 * @returns {string | undefined}
 */
function tagOf(members) {
  if (members.length < 3) return undefined;
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [reader, variant] of members) {
    if (variant.kind !== "object") continue;
    for (const name of variant.properties.keys()) {
      if (tagsOf(reader, variant, name).length > 0) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const [best] = [...counts].toSorted(([, a], [, b]) => b - a);
  return best?.[0];
}

/**
 * @param {SchemaReader} reader
 * @param {Variant} variant
 * @param {string | undefined} tag
 * @returns {string[]} the values by which the property tells this object apart
 */
function tagsOf(reader, variant, tag) {
  if (tag === undefined || variant.kind !== "object" || !variant.properties.has(tag)) return [];
  const [only, ...others] = reader.shapeOf(variant.properties.get(tag)).variants;
  if (only?.kind !== "string" || others.length > 0) return [];
  // Two where a mapping has two words for one schema; more are a choice, not a tag.
  return only.values.size > 2 ? [] : [...only.values].map(unquote);
}

/**
 * @param {Sides} sides
 * @param {Variant} a
 * @param {Variant} b
 */
function likenessOfNames({ ours, theirs, isSameName }, a, b) {
  if (a.kind === "object" && b.kind === "object") {
    return Number(isSameName(namesOf(a), namesOf(b)));
  }
  if (a.kind !== "array" || b.kind !== "array") return 0;
  return Number(isSameName(ours.shapeOf(a.items).names, theirs.shapeOf(b.items).names));
}

/**
 * @param {Sides} sides
 * @param {Variant} a
 * @param {Variant} b
 * @returns {number} from 0 to 1
 */
function likeness({ ours, theirs }, a, b) {
  if (a.kind === "array" && b.kind === "array") {
    // Of two lists, some pairing is better than none: what differs then shows in the items.
    const traits = traitsOf(ours, ours.shapeOf(a.items));
    return 0.01 + share(traits, traitsOf(theirs, theirs.shapeOf(b.items)));
  }
  if (a.kind !== "object" || b.kind !== "object") return 0;
  if (isFreeObject(a) || isFreeObject(b)) return Number(isFreeObject(a) && isFreeObject(b));
  const common = share(new Set(a.properties.keys()), new Set(b.properties.keys()));
  return common >= 0.3 ? common : Number(isMap(a) && isMap(b));
}

/** @param {ObjectVariant} variant */
const isMap = ({ properties, others }) => properties.size === 0 && hasStructure(others);

/**
 * What tells a schema from others that may stand beside it.
 *
 * @param {SchemaReader} reader
 * @param {Shape} shape
 * @returns {Set<string>}
 */
function traitsOf(reader, { variants }) {
  return new Set(
    variants.flatMap((variant) =>
      variant.kind === "object"
        ? [...variant.properties].map(([name, node]) => `${name}: ${describeNode(reader, node)}`)
        : [variant.kind],
    ),
  );
}

/**
 * @param {ReadonlySet<string>} a
 * @param {ReadonlySet<string>} b
 * @returns {number} how much of both is common, from 0 to 1
 */
function share(a, b) {
  const common = [...a].filter((each) => b.has(each)).length;
  return common === 0 ? 0 : common / (a.size + b.size - common);
}

// @ts-check
// Schemas in a few words.

import { hasStructure } from "./shape.mjs";

/**
 * @typedef {import("./shape.mjs").SchemaReader} SchemaReader
 * @typedef {import("./shape.mjs").Shape} Shape
 * @typedef {import("./shape.mjs").Variant} Variant
 */

/** More values or members than these are counted, not listed. */
const listedValues = 3;
const listedMembers = 6;

/**
 * @param {SchemaReader} reader
 * @param {Shape} shape
 * @returns {string} such as `Usage`, `string | null` or `array of Step`
 */
export function describe(reader, { names, variants }) {
  return names[0] ?? describeVariants(reader, variants);
}

/**
 * @param {SchemaReader} reader
 * @param {unknown} node
 */
export const describeNode = (reader, node) => describe(reader, reader.shapeOf(node));

/**
 * @param {SchemaReader} reader
 * @param {readonly Variant[]} variants
 */
function describeVariants(reader, variants) {
  if (variants.length > listedMembers) return `union of ${variants.length} members`;
  return variants.map((variant) => describeVariant(reader, variant)).join(" | ") || "nothing";
}

/**
 * @param {SchemaReader} reader
 * @param {Variant} variant
 * @returns {string}
 */
export function describeVariant(reader, variant) {
  if (variant.kind === "array") {
    const items = describeNode(reader, variant.items);
    return `array of ${items.includes(" | ") ? `(${items})` : items}`;
  }
  if (variant.kind === "object") {
    if (variant.name !== undefined) return variant.name;
    if (variant.properties.size > 0) return `{ ${[...variant.properties.keys()].join(", ")} }`;
    if (!hasStructure(variant.others)) return "object";
    return `map of ${describeNode(reader, variant.others)}`;
  }
  if (variant.kind === "missing") return `nothing (${variant.format} leads nowhere)`;
  if (variant.kind === "any") return "anything";
  if (variant.values.size === 0) return variant.kind;
  if (variant.values.size > listedValues) return `enum of ${variant.values.size} values`;
  return [...variant.values].join(" | ");
}

/**
 * @param {SchemaReader} reader
 * @param {Shape} shape
 * @returns {string} what is behind the name of a schema: its fields, members or values
 */
export function outline(reader, { variants }) {
  const [only] = variants;
  if (variants.length !== 1 || only?.kind !== "object" || only.properties.size === 0) {
    return describeVariants(reader, variants);
  }
  const fields = [...only.properties].map(([name, node]) => {
    const mark = only.required.has(name) ? "" : "?";
    return `${name}${mark}: ${describeNode(reader, node)}`;
  });
  return `{ ${fields.join(", ")} }`;
}

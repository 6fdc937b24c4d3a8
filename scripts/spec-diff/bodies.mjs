// @ts-check
// Bodies of requests and answers, apart from what frames them.

import { hasStructure, isFreeObject, namesOf } from "./shape.mjs";

/**
 * @typedef {import("./document.mjs").Operation} Operation
 * @typedef {import("./shape.mjs").SchemaReader} SchemaReader
 * @typedef {import("./shape.mjs").Shape} Shape
 */

/**
 * Whether a body holds nothing.
 *
 * @param {SchemaReader} reader
 * @param {unknown} schema
 */
export function isEmpty(reader, schema) {
  return schema === undefined || reader.shapeOf(schema).variants.every(isFreeObject);
}

const sseFields = new Set(["data", "event", "id", "retry"]);

/**
 * One event, without what frames it: an envelope of SSE fields, a list, the `[DONE]` at the end.
 *
 * @param {SchemaReader} reader
 * @param {unknown} node
 * @returns {Shape}
 */
export function eventShape(reader, node) {
  const shape = reader.shapeOf(node);
  const [only] = shape.variants;
  if (shape.variants.length === 1 && only?.kind === "array") {
    return eventShape(reader, only.items);
  }
  if (shape.variants.length === 1 && only?.kind === "object" && only.properties.has("data")) {
    const isEnvelope = [...only.properties.keys()].every((name) => sseFields.has(name));
    if (isEnvelope) return eventShape(reader, only.properties.get("data"));
  }
  const events = shape.variants.filter(
    (variant) => variant.kind !== "string" || !variant.values.has('"[DONE]"'),
  );
  return events.length === shape.variants.length ? shape : { ...shape, variants: events };
}

/**
 * @param {SchemaReader} reader
 * @param {Operation[]} operations
 * @returns {Map<string, Shape>} the components that they lead to
 */
export function reachableSchemas(reader, operations) {
  /** @type {Map<string, Shape>} */
  const found = new Map();
  const seen = new Set();
  const open = operations.flatMap(({ parameters, request, answer, events, error }) => [
    ...[...parameters.map(({ node }) => node["schema"]), request?.schema, answer, error]
      .filter((node) => node !== undefined)
      .map((node) => reader.shapeOf(node)),
    ...(events === undefined ? [] : [eventShape(reader, events)]),
  ]);
  for (let shape = open.pop(); shape !== undefined; shape = open.pop()) {
    if (seen.has(shape)) continue;
    seen.add(shape);
    for (const name of shape.names) found.set(name, reader.shapeNamed(name));
    for (const variant of shape.variants) {
      for (const name of namesOf(variant)) found.set(name, reader.shapeNamed(name));
      const inner =
        variant.kind === "array"
          ? [variant.items]
          : variant.kind === "object"
            ? [...variant.properties.values(), variant.others]
            : [];
      open.push(...inner.filter(hasStructure).map((node) => reader.shapeOf(node)));
    }
  }
  return new Map([...found].toSorted(([a], [b]) => a.localeCompare(b)));
}

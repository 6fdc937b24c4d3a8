// @ts-check
// Compares two OpenAPI documents, place by place: what the operations lead to on both sides is the
// same thing, whatever it is called.

import { eventShape, isEmpty, reachableSchemas } from "./bodies.mjs";
import { describe, describeNode, describeVariant, outline } from "./describe.mjs";
import { InputError, operationsOf } from "./document.mjs";
import { memberLabel, pairMembers, unquote } from "./match.mjs";
import { hasStructure, namesOf, SchemaReader } from "./shape.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 * @typedef {import("./document.mjs").Operation} Operation
 * @typedef {import("./shape.mjs").Shape} Shape
 * @typedef {import("./shape.mjs").Variant} Variant
 * @typedef {import("./shape.mjs").ScalarVariant} ScalarVariant
 * @typedef {import("./shape.mjs").ObjectVariant} ObjectVariant
 *
 * @typedef {"operation" | "parameter" | "body" | "union member" | "enum value" | "field" | "type"
 *   | "required" | "deprecated" | "schema"} Kind
 *
 * @typedef {object} Difference
 * @property {Kind} kind
 * @property {"added" | "removed" | "changed" | "renamed"} change `added` is only in the other
 *   document, `removed` only in our spec
 * @property {string} place such as `Usage.total_tokens` or `GET /interactions/{id} stream`
 * @property {string} [value] the member of a union or the value of an enum
 * @property {string} [ours] what our spec says
 * @property {string} [theirs] what the other document says
 *
 * @typedef {"request" | "response"} Direction
 */

/**
 * @param {JsonObject} ours
 * @param {JsonObject} theirs
 * @param {ReadonlyMap<string, readonly string[]>} [names] what our schemas are called there
 * @returns {Difference[]}
 */
export function compareDocuments(ours, theirs, names = new Map()) {
  const comparison = new Comparison(ours, theirs, names);
  comparison.compareOperations(operationsOf(ours), operationsOf(theirs));
  return comparison.differences;
}

class Comparison {
  #ours;
  #theirs;
  #names;
  #sides;
  /** @type {Map<string, Difference>} */
  #differences = new Map();
  /** @type {Record<Direction, Map<object, Set<object>>>} */
  #compared = { request: new Map(), response: new Map() };
  // The component schemas that have met a counterpart.
  #oursPaired = new Set();
  #theirsPaired = new Set();

  /**
   * @param {JsonObject} ours
   * @param {JsonObject} theirs
   * @param {ReadonlyMap<string, readonly string[]>} names
   */
  constructor(ours, theirs, names) {
    this.#ours = new SchemaReader(ours);
    this.#theirs = new SchemaReader(theirs);
    this.#names = names;
    this.#sides = {
      ours: this.#ours,
      theirs: this.#theirs,
      isSameName: this.#isSameName.bind(this),
    };
  }

  get differences() {
    return [...this.#differences.values()];
  }

  /**
   * @param {Operation[]} ours
   * @param {Operation[]} theirs
   */
  compareOperations(ours, theirs) {
    if (theirs.length === 0) {
      throw new InputError("The document has no operation on interactions.");
    }
    // Vertex AI and the Gemini API may each have a document of their own.
    const isThere = (/** @type {Operation} */ { isScoped }) =>
      theirs.some((operation) => operation.isScoped === isScoped);
    const comparable = ours.filter(isThere);
    const keys = new Set(theirs.map(({ key }) => key));
    for (const { label, key } of comparable) {
      if (!keys.has(key)) this.#note("operation", "removed", label);
    }
    for (const operation of theirs) {
      const twins = comparable.filter(({ key }) => key === operation.key);
      const twin = twins.find(({ path }) => path === operation.path) ?? twins[0];
      if (twin === undefined) this.#note("operation", "added", operation.label);
      else this.#compareOperation(twin, operation);
    }
    this.#noteUnpaired(comparable, theirs);
  }

  /**
   * @param {Operation} ours
   * @param {Operation} theirs
   */
  #compareOperation(ours, theirs) {
    const { label, request } = ours;
    this.#compareParameters(ours, theirs);
    this.#compareBodies(`${label} request`, request?.schema, theirs.request?.schema);
    if (request !== undefined && theirs.request !== undefined) {
      this.#compareRequired(`${label} request`, request.isRequired, theirs.request.isRequired);
    }
    this.#compareBodies(`${label} answer`, ours.answer, theirs.answer);
    this.#compareBodies(`${label} error`, ours.error, theirs.error);
    this.#compareEvents(`${label} events`, ours.events, theirs.events);
  }

  /**
   * @param {Operation} ours
   * @param {Operation} theirs
   */
  #compareParameters(ours, theirs) {
    const label = (/** @type {string} */ name) => `${ours.label} ${name}`;
    // Path parameters are known by their place; what they are called there does not matter.
    const theirsInPath = theirs.parameters.filter(isInPath);
    for (const [index, parameter] of ours.parameters.filter(isInPath).entries()) {
      const twin = theirsInPath[index];
      if (twin !== undefined) this.#compareParameter(label(parameter.name), parameter, twin);
    }
    const named = ours.parameters.filter((parameter) => !isInPath(parameter));
    const theirsNamed = theirs.parameters.filter((parameter) => !isInPath(parameter));
    for (const parameter of named) {
      const { name, place } = parameter;
      const twin = theirsNamed.find((other) => other.name === name && other.place === place);
      if (twin === undefined) this.#note("parameter", "removed", label(name));
      else this.#compareParameter(label(name), parameter, twin);
    }
    for (const { name, place, node } of theirsNamed) {
      if (named.some((other) => other.name === name && other.place === place)) continue;
      const type = describeNode(this.#theirs, node["schema"]);
      this.#note("parameter", "added", label(name), { theirs: `${type} in ${place}` });
    }
  }

  /**
   * @param {string} place
   * @param {Operation["parameters"][number]} ours
   * @param {Operation["parameters"][number]} theirs
   */
  #compareParameter(place, ours, theirs) {
    this.#compareRequired(place, ours.isRequired, theirs.isRequired);
    this.#compareDeprecation(place, ours.node, theirs.node);
    this.#compareNodes(place, ours.node["schema"], theirs.node["schema"], "request");
  }

  /**
   * @param {string} place
   * @param {unknown} ours
   * @param {unknown} theirs
   */
  #compareBodies(place, ours, theirs) {
    // An empty object and no body at all are the same to everybody.
    const isOurs = !isEmpty(this.#ours, ours);
    const isTheirs = !isEmpty(this.#theirs, theirs);
    if (isOurs && isTheirs) {
      this.#compareNodes(place, ours, theirs, place.endsWith("request") ? "request" : "response");
    } else if (isOurs !== isTheirs) {
      this.#note("body", isTheirs ? "added" : "removed", place);
    }
  }

  /**
   * @param {string} place
   * @param {unknown} ours
   * @param {unknown} theirs
   */
  #compareEvents(place, ours, theirs) {
    if (ours === undefined || theirs === undefined) {
      if (ours !== theirs) this.#note("body", ours === undefined ? "added" : "removed", place);
      return;
    }
    this.#compare(
      place,
      eventShape(this.#ours, ours),
      eventShape(this.#theirs, theirs),
      "response",
    );
  }

  /**
   * @param {string} place
   * @param {unknown} ours
   * @param {unknown} theirs
   * @param {Direction} direction
   */
  #compareNodes(place, ours, theirs, direction) {
    this.#compare(place, this.#ours.shapeOf(ours), this.#theirs.shapeOf(theirs), direction);
  }

  /**
   * @param {string} place
   * @param {Shape} ours
   * @param {Shape} theirs
   * @param {Direction} direction
   */
  #compare(place, ours, theirs, direction) {
    // No schema at all is the same one everywhere, but no cycle either.
    const isAnything = theirs.variants.some(({ kind }) => kind === "any");
    if (!isAnything && this.#isCompared(ours, theirs, direction)) return;
    // Copies in place may differ from each other, so each is told by its place.
    const here = theirs.names.length === 0 ? place : (ours.names[0] ?? place);
    const { unions, pairs, oursLeft, theirsLeft, tag } = pairMembers(this.#sides, ours, theirs);
    const isNothing = ours.variants.length + theirs.variants.length === 0;
    if (pairs.length + unions.length === 0 && !isNothing) {
      this.#noteTypes(here, ours, theirs);
      return;
    }
    if (!this.#pairNames(place, ours.names, theirs.names)) return;
    for (const [a, b] of unions) this.#compare(here, a, b, direction);
    for (const [a, b] of pairs) this.#compareVariants(here, a, b, direction);
    for (const variant of oursLeft) {
      const value = memberLabel(this.#ours, variant, tag);
      const type = describeVariant(this.#ours, variant);
      this.#note("union member", "removed", here, { value, ours: type });
    }
    for (const variant of theirsLeft) {
      const value = memberLabel(this.#theirs, variant, tag);
      const type = describeVariant(this.#theirs, variant);
      this.#note("union member", "added", here, { value, theirs: type });
    }
  }

  /**
   * @param {string} place
   * @param {Variant} ours
   * @param {Variant} theirs
   * @param {Direction} direction
   */
  #compareVariants(place, ours, theirs, direction) {
    if (ours.kind === "object" && theirs.kind === "object") {
      this.#compareObjects(place, ours, theirs, direction);
    } else if (ours.kind === "array" && theirs.kind === "array") {
      this.#compareNodes(`${place}[]`, ours.items, theirs.items, direction);
    } else if ("values" in ours && "values" in theirs) {
      this.#compareScalars(place, ours, theirs);
    }
  }

  /**
   * @param {string} place
   * @param {ScalarVariant} ours
   * @param {ScalarVariant} theirs
   */
  #compareScalars(place, ours, theirs) {
    // A format that only one side tells changes nothing, nor does the precision of a number.
    const isFormat = ours.format !== undefined && theirs.format !== undefined;
    if (isFormat && ours.format !== theirs.format && ours.kind !== "number") {
      this.#note("type", "changed", place, {
        ours: `${ours.kind} (${ours.format})`,
        theirs: `${theirs.kind} (${theirs.format})`,
      });
    }
    if ((ours.values.size === 0) !== (theirs.values.size === 0)) {
      this.#note("type", "changed", place, {
        ours: describeVariant(this.#ours, ours),
        theirs: describeVariant(this.#theirs, theirs),
      });
      return;
    }
    for (const value of ours.values) {
      if (!theirs.values.has(value)) {
        this.#note("enum value", "removed", place, { value: unquote(value) });
      }
    }
    for (const value of theirs.values) {
      if (!ours.values.has(value)) {
        this.#note("enum value", "added", place, { value: unquote(value) });
      }
    }
  }

  /**
   * @param {string} place
   * @param {ObjectVariant} ours
   * @param {ObjectVariant} theirs
   * @param {Direction} direction
   */
  #compareObjects(place, ours, theirs, direction) {
    if (this.#isCompared(ours, theirs, direction)) return;
    if (!this.#pairNames(place, namesOf(ours), namesOf(theirs))) return;
    const here = ours.name ?? place;
    for (const [name, node] of ours.properties) {
      const field = `${here}.${name}`;
      const other = theirs.properties.get(name);
      if (other === undefined) {
        this.#note("field", "removed", field, { ours: describeNode(this.#ours, node) });
        continue;
      }
      // What a request may not hold, it need not hold.
      const isRequired = theirs.required.has(name) && !isHidden(this.#theirs, other, direction);
      this.#compareRequired(field, ours.required.has(name), isRequired);
      this.#compareDeprecation(field, node, other);
      this.#compareNodes(field, node, other, direction);
    }
    for (const [name, node] of theirs.properties) {
      if (ours.properties.has(name) || isHidden(this.#theirs, node, direction)) continue;
      const type = describeNode(this.#theirs, node);
      this.#note("field", "added", `${here}.${name}`, {
        theirs: theirs.required.has(name) ? `${type}, required` : type,
      });
    }
    this.#compareOthers(here, ours, theirs, direction);
  }

  /**
   * @param {string} place
   * @param {ObjectVariant} ours
   * @param {ObjectVariant} theirs
   * @param {Direction} direction
   */
  #compareOthers(place, ours, theirs, direction) {
    const isOurs = hasStructure(ours.others);
    const isTheirs = hasStructure(theirs.others);
    if (isOurs && isTheirs) {
      this.#compareNodes(`${place}{}`, ours.others, theirs.others, direction);
    } else if (isOurs !== isTheirs && ours.properties.size + theirs.properties.size === 0) {
      this.#note("type", "changed", place, {
        ours: describeVariant(this.#ours, ours),
        theirs: describeVariant(this.#theirs, theirs),
      });
    }
  }

  /**
   * @param {string} place
   * @param {boolean} ours
   * @param {boolean} theirs
   */
  #compareRequired(place, ours, theirs) {
    if (ours !== theirs) this.#note("required", theirs ? "added" : "removed", place);
  }

  /**
   * @param {string} place
   * @param {unknown} ours
   * @param {unknown} theirs
   */
  #compareDeprecation(place, ours, theirs) {
    const isOurs = this.#ours.isMarked(ours, "deprecated");
    const isTheirs = this.#theirs.isMarked(theirs, "deprecated");
    if (isOurs !== isTheirs) this.#note("deprecated", isTheirs ? "added" : "removed", place);
  }

  /**
   * @param {string} place
   * @param {Shape} ours
   * @param {Shape} theirs
   */
  #noteTypes(place, ours, theirs) {
    // Schemas of the same name belong together all the same, but the name tells nothing then.
    const isSame = this.#isSameName(ours.names, theirs.names);
    if (isSame) this.#pairNames(place, ours.names, theirs.names);
    const tell = isSame ? outline : describe;
    this.#note("type", "changed", place, {
      ours: tell(this.#ours, ours),
      theirs: tell(this.#theirs, theirs),
    });
  }

  /**
   * Makes counterparts of two schemas that are used at the same place.
   *
   * @param {string} place
   * @param {readonly string[]} ours
   * @param {readonly string[]} theirs
   * @returns {boolean} whether they can be compared: not if theirs is another one of ours
   */
  #pairNames(place, ours, theirs) {
    const [name] = ours;
    const [other] = theirs;
    if (name !== undefined && other !== undefined && !this.#isSameName(ours, theirs)) {
      if (this.#ours.has(other)) {
        this.#note("type", "changed", place, { ours: name, theirs: other });
        return false;
      }
      this.#note("schema", "renamed", name, { theirs: other });
    }
    for (const each of ours) this.#oursPaired.add(each);
    for (const each of theirs) this.#theirsPaired.add(each);
    return true;
  }

  /**
   * @param {readonly string[]} ours
   * @param {readonly string[]} theirs
   */
  #isSameName(ours, theirs) {
    return ours.some((name) =>
      theirs.some(
        (other) =>
          // `UrlContext` is `URLContext`.
          name.toLowerCase() === other.toLowerCase() || this.#names.get(name)?.includes(other),
      ),
    );
  }

  /**
   * Schemas that only one side has. They are listed beside the fields that lead to them, since
   * that is what a change of the spec begins with.
   *
   * @param {Operation[]} ours
   * @param {Operation[]} theirs
   */
  #noteUnpaired(ours, theirs) {
    for (const [name, shape] of reachableSchemas(this.#ours, ours)) {
      if (this.#oursPaired.has(name)) continue;
      this.#note("schema", "removed", name, { ours: outline(this.#ours, shape) });
    }
    for (const [name, shape] of reachableSchemas(this.#theirs, theirs)) {
      if (this.#theirsPaired.has(name)) continue;
      this.#note("schema", "added", name, { theirs: outline(this.#theirs, shape) });
    }
  }

  /**
   * Whether two things have been compared, which ends cycles; from now on they have.
   *
   * @param {object} ours
   * @param {object} theirs
   * @param {Direction} direction
   */
  #isCompared(ours, theirs, direction) {
    // The same schema may have other fields in a request than in an answer.
    const compared = this.#compared[direction];
    const others = compared.get(ours) ?? new Set();
    if (others.has(theirs)) return true;
    compared.set(ours, others.add(theirs));
    return false;
  }

  /**
   * @param {Kind} kind
   * @param {Difference["change"]} change
   * @param {string} place
   * @param {Pick<Difference, "value" | "ours" | "theirs">} [details]
   */
  #note(kind, change, place, details = {}) {
    const { value } = details;
    const target = kind === "type" || change === "renamed" ? details.theirs : undefined;
    const key = JSON.stringify([kind, change, place, value, target]);
    if (!this.#differences.has(key)) {
      this.#differences.set(key, { kind, change, place, ...details });
    }
  }
}

/** @param {Operation["parameters"][number]} parameter */
const isInPath = ({ place }) => place === "path";

/**
 * @param {SchemaReader} reader
 * @param {unknown} node
 * @param {Direction} direction
 */
const isHidden = (reader, node, direction) =>
  reader.isMarked(node, direction === "request" ? "readOnly" : "writeOnly");

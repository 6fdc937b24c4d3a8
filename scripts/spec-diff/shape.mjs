// @ts-check
// What values a schema allows, whatever words say it: OpenAPI 3.0 or 3.1, `const` or an enum of
// one value, a `$ref` or a copy in its place, `oneOf` or inheritance by `allOf`.

import { isObject, listAt, lookUp, objectAt } from "./document.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 *
 * @typedef {object} ScalarVariant
 * @property {"null" | "boolean" | "integer" | "number" | "string" | "any" | "missing"} kind
 * @property {ReadonlySet<string>} values the known values as JSON; whether others go is not asked
 * @property {string | undefined} format
 *
 * @typedef {object} ArrayVariant
 * @property {"array"} kind
 * @property {unknown} items
 *
 * @typedef {object} ObjectVariant
 * @property {"object"} kind
 * @property {string | undefined} name of the component that it is
 * @property {ReadonlyMap<string, unknown>} properties
 * @property {ReadonlySet<string>} required
 * @property {unknown} others schema of the fields that have no name
 *
 * @typedef {ScalarVariant | ArrayVariant | ObjectVariant} Variant
 *
 * @typedef {object} Shape
 * @property {readonly string[]} names of the components that lead to it, the nearest first
 * @property {readonly Variant[]} variants one, or the members of a union with nested ones dissolved
 * @property {boolean} isUnion also of one member
 * @property {readonly Shape[]} nested the unions with a name that were dissolved
 */

const structure = [
  ..."$ref allOf oneOf anyOf type enum const".split(" "),
  ..."properties required additionalProperties items".split(" "),
];
const componentPrefix = "#/components/schemas/";

/** Reads the schemas of one document. A schema has one shape, so shapes can be told by identity. */
export class SchemaReader {
  #document;
  #components;
  /** @type {Map<unknown, string>} */
  #names = new Map();
  /** @type {Map<unknown, Shape>} */
  #shapes = new Map();
  /** @type {Map<unknown, Shape>} */
  #bases = new Map();

  /** @param {JsonObject} document */
  constructor(document) {
    this.#document = document;
    this.#components = objectAt(objectAt(document, "components"), "schemas");
    for (const [name, node] of Object.entries(this.#components)) this.#names.set(node, name);
  }

  /** @param {string} name */
  has(name) {
    return name in this.#components;
  }

  /** @param {string} name */
  shapeNamed(name) {
    return this.shapeOf(this.#components[name]);
  }

  /**
   * @param {unknown} node
   * @returns {Shape}
   */
  shapeOf(node) {
    return this.#read(node, this.#shapes);
  }

  /**
   * Whether a schema, or what it refers to, carries a mark such as `deprecated`.
   *
   * @param {unknown} node
   * @param {"deprecated" | "readOnly" | "writeOnly"} mark
   * @returns {boolean}
   */
  isMarked(node, mark) {
    for (const seen = new Set(); isObject(node) && !seen.has(node);) {
      seen.add(node);
      if (node[mark] === true) return true;
      const ref = node["$ref"];
      const [wrapped] = listAt(node, "allOf");
      node = typeof ref === "string" ? lookUp(this.#document, ref) : wrapped;
    }
    return false;
  }

  /**
   * @param {unknown} node
   * @param {Map<unknown, Shape>} cache which also says whether the node is read as a base
   * @returns {Shape}
   */
  #read(node, cache) {
    if (!isObject(node)) return node === false ? nothing : anything;
    const known = cache.get(node);
    if (known !== undefined) return known;
    // Whoever comes here again on the way does not add anything: a union of itself and others.
    cache.set(node, nothing);
    const shape = this.#readObject(node, cache === this.#bases);
    cache.set(node, shape);
    return shape;
  }

  /**
   * @param {JsonObject} node
   * @param {boolean} isBase
   * @returns {Shape}
   */
  #readObject(node, isBase) {
    const children = isBase ? [] : this.#childrenOf(node);
    const parts =
      children.length > 0 ? [this.#readChildren(node, children)] : this.#readParts(node);
    const [only = anything] = parts;
    const names = parts.length === 1 ? only.names : [];
    // Fields from several places make up a new schema.
    const isMerged = parts.length > 1;
    const name = this.#names.get(node);
    let variants = parts
      .map((part) => (isMerged && part.variants.length === 1 ? unnamed(part) : part.variants))
      .reduce(narrow, anything.variants);
    // A base by itself is no more than its fields either.
    if (variants.length === 1) variants = named(variants, name);
    if (node["nullable"] === true) variants = join([...variants, scalar("null", {})]);
    if (isMerged) return { names, variants, isUnion: false, nested: [] };
    return { names, variants, isUnion: only.isUnion, nested: only.nested };
  }

  /**
   * @param {JsonObject} node
   * @returns {Shape[]} what all hold at once
   */
  #readParts(node) {
    const parts = [];
    const ref = node["$ref"];
    if (typeof ref === "string") parts.push(this.#readRef(ref));
    const bases = listAt(node, "allOf").filter(hasStructure);
    for (const base of bases) {
      const isInherited = bases.length > 1 || hasStructure({ ...node, allOf: undefined });
      const isBase = isInherited || this.#isChildOf(node, base);
      parts.push(isBase ? this.#readBase(base) : this.shapeOf(base));
    }
    for (const keyword of ["oneOf", "anyOf"]) {
      const members = listAt(node, keyword);
      if (members.length === 0) continue;
      const shapes = members.map((member) => this.shapeOf(member));
      const variants = join(shapes.flatMap((shape) => shape.variants));
      parts.push({
        names: [],
        variants: this.#withTags(node, variants),
        isUnion: true,
        nested: shapes.flatMap((shape) =>
          shape.isUnion && shape.names.length > 0 ? [shape] : shape.nested,
        ),
      });
    }
    const own = readOwn(node, this.#names.get(node));
    if (own.length > 0) parts.push({ names: [], variants: own, isUnion: false, nested: [] });
    return parts;
  }

  /**
   * @param {string} ref
   * @returns {Shape}
   */
  #readRef(ref) {
    const target = lookUp(this.#document, ref);
    if (target === undefined) {
      const variants = [{ ...scalar("missing", {}), format: ref }];
      return { ...nothing, variants };
    }
    const shape = this.shapeOf(target);
    const name = this.#names.get(target);
    return name === undefined ? shape : { ...shape, names: [name, ...shape.names] };
  }

  /**
   * @param {unknown} node
   * @returns {Shape} its fields alone, also where it stands for the schemas derived from it
   */
  #readBase(node) {
    const target =
      isObject(node) && typeof node["$ref"] === "string"
        ? lookUp(this.#document, node["$ref"])
        : node;
    return { ...nothing, variants: unnamed(this.#read(target, this.#bases)) };
  }

  /**
   * The components that are derived from one with a `discriminator` but no union: wherever that one
   * is referred to, one of these is meant.
   *
   * @param {JsonObject} node
   * @returns {{ name: string, node: unknown }[]}
   */
  #childrenOf(node) {
    const discriminator = node["discriminator"];
    if (!isObject(discriminator) || "oneOf" in node || "anyOf" in node) return [];
    const mapping = Object.values(objectAt(discriminator, "mapping")).map(String);
    const name = this.#names.get(node);
    const names =
      mapping.length > 0
        ? [...new Set(mapping.map(nameOf))]
        : Object.keys(this.#components).filter((child) =>
            listAt(objectAt(this.#components, child), "allOf").some(
              (base) => isObject(base) && base["$ref"] === `${componentPrefix}${name}`,
            ),
          );
    return names.map((child) => ({ name: child, node: this.#components[child] }));
  }

  /**
   * @param {JsonObject} node
   * @param {{ name: string, node: unknown }[]} children
   * @returns {Shape}
   */
  #readChildren(node, children) {
    const variants = join(children.flatMap((child) => this.shapeOf(child.node).variants));
    return { ...nothing, variants: this.#withTags(node, variants), isUnion: true };
  }

  /**
   * @param {JsonObject} node
   * @param {unknown} base
   */
  #isChildOf(node, base) {
    const target =
      isObject(base) && typeof base["$ref"] === "string"
        ? lookUp(this.#document, base["$ref"])
        : base;
    return isObject(target) && this.#childrenOf(target).some((child) => child.node === node);
  }

  /**
   * Writes the values of a `discriminator` into the members whose own property does not tell them.
   *
   * @param {JsonObject} node
   * @param {readonly Variant[]} variants
   * @returns {readonly Variant[]}
   */
  #withTags(node, variants) {
    const discriminator = objectAt(node, "discriminator");
    const property = discriminator["propertyName"];
    if (typeof property !== "string") return variants;
    const mapping = Object.entries(objectAt(discriminator, "mapping"));
    return variants.map((variant) => {
      if (variant.kind !== "object" || variant.name === undefined) return variant;
      const [own] = this.shapeOf(variant.properties.get(property)).variants;
      const known = own !== undefined && "values" in own ? own.values : new Set();
      const keys = mapping.filter(([, ref]) => nameOf(String(ref)) === variant.name);
      // Without a mapping, the name of the schema is the value.
      const values = keys.length > 0 ? keys.map(([key]) => key) : [variant.name];
      if (known.size > 0 && !values.every((value) => known.has(JSON.stringify(value)))) {
        return variant;
      }
      const properties = new Map(variant.properties).set(property, {
        type: "string",
        enum: values,
      });
      return { ...variant, properties };
    });
  }
}

/** @param {Variant} variant */
export const isFreeObject = (variant) =>
  variant.kind === "object" && variant.properties.size === 0 && !hasStructure(variant.others);

/**
 * @param {Variant} variant
 * @returns {string[]}
 */
export const namesOf = (variant) =>
  variant.kind === "object" && variant.name !== undefined ? [variant.name] : [];

/**
 * Whether a schema says anything about values, rather than describing them only.
 *
 * @param {unknown} node
 */
export function hasStructure(node) {
  return isObject(node) && structure.some((keyword) => node[keyword] !== undefined);
}

/** @type {Shape} */
const nothing = { names: [], variants: [], isUnion: false, nested: [] };
/** @type {Shape} */
const anything = { ...nothing, variants: [scalar("any", {})] };

/**
 * @param {JsonObject} node
 * @param {string | undefined} name
 * @returns {Variant[]} what the keywords of the node itself say; nothing if there are none
 */
function readOwn(node, name) {
  return typesOf(node).map((type) => {
    if (type === "array") return { kind: type, items: node["items"] };
    if (type !== "object") return scalar(type, node);
    return {
      kind: type,
      name,
      properties: new Map(Object.entries(objectAt(node, "properties"))),
      required: new Set(listAt(node, "required").map(String)),
      others: node["additionalProperties"],
    };
  });
}

/**
 * @param {JsonObject} node
 * @returns {(Exclude<Variant["kind"], "any" | "missing">)[]}
 */
function typesOf(node) {
  /** @type {Exclude<Variant["kind"], "any" | "missing">[]} */
  const all = ["null", "boolean", "integer", "number", "string", "array", "object"];
  const declared = [node["type"]].flat();
  const types = all.filter((type) => declared.some((each) => each === type));
  if (types.length > 0) return types;
  const values = "const" in node ? [node["const"]] : listAt(node, "enum");
  if (values.length > 0) {
    const found = values.map((value) => (value === null ? "null" : typeof value));
    return all.filter((type) => found.some((each) => each === type));
  }
  if ("items" in node) return ["array"];
  const isFields = ["properties", "required", "additionalProperties"].some((key) => key in node);
  return isFields ? ["object"] : [];
}

/**
 * @param {ScalarVariant["kind"]} kind
 * @param {JsonObject} node
 * @returns {ScalarVariant}
 */
function scalar(kind, node) {
  const values = "const" in node ? [node["const"]] : listAt(node, "enum");
  const format = node["contentEncoding"] ?? node["format"];
  return {
    kind,
    values: new Set(
      values
        .filter((value) => value !== null && typeof value === typeName(kind))
        .map((value) => JSON.stringify(value)),
    ),
    // OpenAPI 3.0 and 3.1 have different words for base64.
    format: format === "byte" ? "base64" : typeof format === "string" ? format : undefined,
  };
}

/** @param {ScalarVariant["kind"]} kind */
const typeName = (kind) => (kind === "integer" ? "number" : kind);

/**
 * The members of a union, each once, those of one scalar type as one.
 *
 * @param {readonly Variant[]} members
 * @returns {readonly Variant[]}
 */
function join(members) {
  /** @type {Set<Variant>} */
  const joined = new Set();
  for (const member of members) {
    const twin = [...joined].find((other) => "values" in other && other.kind === member.kind);
    if (twin === undefined || !("values" in twin) || !("values" in member)) {
      joined.add(member);
      continue;
    }
    joined.delete(twin);
    joined.add({
      kind: member.kind,
      values: new Set([...twin.values, ...member.values]),
      format: twin.format ?? member.format,
    });
  }
  return [...joined];
}

/**
 * What two schemas allow that hold at once. Where they contradict each other, the second one wins.
 *
 * @param {readonly Variant[]} first
 * @param {readonly Variant[]} second
 * @returns {readonly Variant[]}
 */
function narrow(first, second) {
  if (first.some(({ kind }) => kind === "any")) return second;
  if (second.some(({ kind }) => kind === "any")) return first;
  const common = first.flatMap((a) => second.flatMap((b) => narrowVariant(a, b)));
  return common.length === 0 ? second : common;
}

/**
 * @param {Variant} a
 * @param {Variant} b
 * @returns {Variant[]}
 */
function narrowVariant(a, b) {
  if (a.kind === "object" && b.kind === "object") {
    const properties = new Map(a.properties);
    for (const [name, node] of b.properties) {
      const inherited = properties.get(name);
      properties.set(name, inherited === undefined ? node : { allOf: [inherited, node] });
    }
    const required = new Set([...a.required, ...b.required]);
    const others = hasStructure(b.others) ? b.others : a.others;
    return [{ kind: "object", name: a.name ?? b.name, properties, required, others }];
  }
  if (a.kind === "array" && b.kind === "array") {
    return [hasStructure(b.items) ? b : a];
  }
  if ("values" in a && "values" in b && typeName(a.kind) === typeName(b.kind)) {
    const kind = a.kind === "integer" ? a.kind : b.kind;
    const narrower = b.values.size > 0 ? b : a;
    return [{ ...narrower, kind, format: b.format ?? a.format }];
  }
  return [];
}

/**
 * @param {Shape} shape
 * @returns {readonly Variant[]}
 */
const unnamed = ({ variants }) =>
  variants.map((variant) =>
    variant.kind === "object" ? { ...variant, name: undefined } : variant,
  );

/**
 * @param {readonly Variant[]} variants
 * @param {string | undefined} name
 * @returns {readonly Variant[]}
 */
const named = (variants, name) =>
  variants.map((variant) =>
    variant.kind === "object" ? { ...variant, name: variant.name ?? name } : variant,
  );

/** @param {string} ref */
const nameOf = (ref) => ref.slice(ref.lastIndexOf("/") + 1);

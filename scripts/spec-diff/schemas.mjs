// @ts-check
// Reads schemas of one document as the forms that a value may have, whatever words say it: OpenAPI 3.0
// or 3.1, `const` or an enum of one value, a `$ref` or a copy in its place, `oneOf` or inheritance by
// `allOf`. A form with a name is known by it; `unnamed` gives what is behind the name.

import { isObject, listAt, lookUp, objectAt, schemasOf } from "./document.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 *
 * @typedef {object} NamedForm
 * @property {"named"} kind
 * @property {string} name
 * @property {boolean} isChoice a union or an enum, not an object
 *
 * @typedef {object} ScalarForm
 * @property {"null" | "boolean" | "integer" | "number" | "string" | "anything"} kind
 * @property {readonly string[]} values the known values as JSON; whether others go is not asked
 * @property {string | undefined} format
 *
 * @typedef {object} ArrayForm
 * @property {"array"} kind
 * @property {unknown} items
 *
 * @typedef {object} ObjectForm
 * @property {"object"} kind
 * @property {ReadonlyMap<string, unknown>} properties
 * @property {ReadonlySet<string>} required
 * @property {unknown} others schema of the fields that have no name
 *
 * @typedef {NamedForm | ScalarForm | ArrayForm | ObjectForm} Form
 */

const structure = [
  ..."$ref allOf oneOf anyOf type enum const".split(" "),
  ..."properties required additionalProperties items".split(" "),
];

export class SchemaReader {
  #document;
  #components;
  #rename;
  /** @type {Map<unknown, string>} components by their node, and by their text for copies in place */
  #keys = new Map();
  /** @type {Map<string, string>} components by the name that our spec has for them */
  #byName = new Map();
  /** @type {Map<string, JsonObject>} properties that discriminators give to components */
  #tags = new Map();
  // What is being read, since a schema may lead to itself. Bases apart: a derived schema leads to the
  // fields of its base, while the base leads to it.
  #open = { schemas: new Set(), bases: new Set() };

  /**
   * @param {JsonObject} document
   * @param {(name: string) => string} rename what our spec calls a schema
   */
  constructor(document, rename) {
    this.#document = document;
    this.#components = schemasOf(document);
    this.#rename = rename;
    for (const [key, node] of Object.entries(this.#components)) {
      this.#keys.set(node, key);
      if (isObject(node) && isObject(node["properties"])) this.#keys.set(JSON.stringify(node), key);
      this.#byName.set(rename(key), key);
    }
    this.#readTags(document);
  }

  /**
   * @param {unknown} node
   * @returns {Form[]} the forms of a value at the place of this schema
   */
  formsAt(node) {
    if (!isObject(node)) return node === false ? [] : [anything];
    const key = this.#keys.get(node) ?? this.#keys.get(JSON.stringify(node));
    const forms = this.#contents(node, key);
    if (key === undefined) return forms;
    const name = this.#rename(key);
    const [only] = forms;
    if (forms.length === 1 && only?.kind === "object" && !isFree(only)) {
      return [{ kind: "named", name, isChoice: false }];
    }
    const isEnum = only !== undefined && "values" in only && only.values.length > 0;
    return forms.length > 1 || isEnum ? [{ kind: "named", name, isChoice: true }] : forms;
  }

  /**
   * @param {Form} form
   * @returns {Form[]} the form itself, or what is behind its name
   */
  unnamed(form) {
    if (form.kind !== "named") return [form];
    const key = this.#byName.get(form.name);
    return key === undefined ? [] : this.#contents(this.#components[key], key);
  }

  /**
   * Whether a schema, or what it refers to, carries a mark.
   *
   * @param {unknown} node
   * @param {"deprecated" | "readOnly" | "writeOnly"} mark
   * @returns {boolean}
   */
  isMarked(node, mark) {
    for (const seen = new Set(); isObject(node) && !seen.has(node);) {
      seen.add(node);
      if (node[mark] === true) return true;
      node = "$ref" in node ? this.#target(node) : listAt(node, "allOf")[0];
    }
    return false;
  }

  /**
   * @param {unknown} node
   * @param {string | undefined} key of the component that it is
   * @param {boolean} [isBase] its fields alone, also where it stands for the schemas derived from it
   * @returns {Form[]}
   */
  #contents(node, key, isBase = false) {
    const open = isBase ? this.#open.bases : this.#open.schemas;
    // What leads to itself without a field between adds nothing.
    if (!isObject(node) || open.has(node)) return [];
    open.add(node);
    const children = isBase ? [] : this.#childrenOf(node);
    const parts =
      children.length > 0
        ? [children.flatMap((child) => this.formsAt(child))]
        : this.#partsOf(node);
    const [only = [anything]] = parts;
    const forms =
      parts.length < 2
        ? only
        : parts.map((part) => part.flatMap((form) => this.unnamed(form))).reduce(narrow);
    open.delete(node);
    const tags = isBase ? undefined : this.#tags.get(key ?? "");
    const tagged = tags === undefined ? forms : forms.map((form) => this.#withTags(form, tags));
    return node["nullable"] === true ? [...tagged, { ...anything, kind: "null" }] : tagged;
  }

  /**
   * @param {JsonObject} node
   * @returns {Form[][]} what all hold at once
   */
  #partsOf(node) {
    const parts = [];
    if ("$ref" in node) {
      const target = this.#target(node);
      parts.push(target === undefined ? [] : this.formsAt(target));
    }
    const bases = listAt(node, "allOf").filter(hasStructure);
    const isWrapper = bases.length === 1 && !hasStructure({ ...node, allOf: undefined });
    for (const base of bases) {
      const target = this.#target(base);
      const isChild = this.#childrenOf(target).includes(node);
      parts.push(
        isWrapper && !isChild
          ? this.formsAt(base)
          : this.#contents(target, this.#keys.get(target), true),
      );
    }
    for (const keyword of ["oneOf", "anyOf"]) {
      const members = listAt(node, keyword);
      if (members.length > 0) parts.push(members.flatMap((member) => this.formsAt(member)));
    }
    const own = readOwn(node);
    if (own.length > 0) parts.push(own);
    return parts;
  }

  /**
   * @param {unknown} node
   * @returns {unknown} the node itself, or what its `$ref` leads to
   */
  #target(node) {
    const ref = isObject(node) ? node["$ref"] : undefined;
    return typeof ref === "string" ? lookUp(this.#document, ref) : node;
  }

  /**
   * The components derived from one with a `discriminator` but no union: wherever that one is
   * referred to, one of these is meant.
   *
   * @param {unknown} node
   * @returns {unknown[]}
   */
  #childrenOf(node) {
    if (!isObject(node) || !isObject(node["discriminator"])) return [];
    if ("oneOf" in node || "anyOf" in node) return [];
    return Object.values(this.#components).filter(
      (child) =>
        isObject(child) && listAt(child, "allOf").some((base) => this.#target(base) === node),
    );
  }

  /**
   * @param {Form} form
   * @param {JsonObject} tags properties that a discriminator gives to it
   * @returns {Form}
   */
  #withTags(form, tags) {
    if (form.kind !== "object") return form;
    const properties = new Map(form.properties);
    for (const [name, tag] of Object.entries(tags)) {
      const own = this.formsAt(properties.get(name)).flatMap((each) => this.unnamed(each));
      const values = own.flatMap((each) => ("values" in each ? each.values : []));
      if (values.length !== 1) properties.set(name, tag);
    }
    return { ...form, properties };
  }

  /**
   * Notes the values that discriminators give to the schemas they name, for schemas whose own
   * property does not tell. Without a mapping the name of a schema is the value.
   *
   * @param {unknown} node
   */
  #readTags(node) {
    if (typeof node !== "object" || node === null) return;
    for (const inner of Object.values(node)) this.#readTags(inner);
    const discriminator = isObject(node) ? node["discriminator"] : undefined;
    if (!isObject(node) || !isObject(discriminator)) return;
    const mapping = Object.entries(objectAt(discriminator, "mapping"));
    const members = [...listAt(node, "oneOf"), ...listAt(node, "anyOf"), ...this.#childrenOf(node)];
    const names = members.flatMap((member) => this.#keys.get(this.#target(member)) ?? []);
    const pairs =
      mapping.length > 0
        ? mapping.map(([value, ref]) => [String(ref).split("/").at(-1), value])
        : names.map((name) => [name, name]);
    const property = String(discriminator["propertyName"]);
    for (const [key = "", value] of pairs) {
      const known = this.#tags.get(key) ?? {};
      const values = [...listAt(objectAt(known, property), "enum"), value];
      this.#tags.set(key, { ...known, [property]: { type: "string", enum: values } });
    }
  }
}

/** @param {Form} form */
export const isFree = (form) =>
  form.kind === "object" && form.properties.size === 0 && !hasStructure(form.others);

/**
 * Whether a schema says anything about values, rather than describing them only.
 *
 * @param {unknown} node
 */
export const hasStructure = (node) =>
  isObject(node) && structure.some((keyword) => node[keyword] !== undefined);

/** @type {ScalarForm} */
const anything = { kind: "anything", values: [], format: undefined };

/**
 * @param {JsonObject} node
 * @returns {Form[]} what the keywords of the node itself say; nothing if there are none
 */
function readOwn(node) {
  return typesOf(node).map((type) => {
    if (type === "array") return { kind: type, items: node["items"] };
    if (type !== "object") return readScalar(type, node);
    return {
      kind: type,
      properties: new Map(Object.entries(objectAt(node, "properties"))),
      required: new Set(listAt(node, "required").map(String)),
      others: node["additionalProperties"],
    };
  });
}

/**
 * @param {JsonObject} node
 * @returns {(Exclude<ScalarForm["kind"], "anything"> | "array" | "object")[]}
 */
function typesOf(node) {
  const all = "null boolean integer number string array object".split(" ");
  const declared = [node["type"]].flat();
  const types = declared.some((type) => typeof type === "string")
    ? declared
    : valuesOf(node).map((value) => (value === null ? "null" : typeof value));
  const found = all.filter((type) => types.includes(type));
  if (found.length === 0 && "items" in node) found.push("array");
  const isFields = ["properties", "required", "additionalProperties"].some((key) => key in node);
  if (found.length === 0 && isFields) found.push("object");
  return /** @type {any} */ (found);
}

/** @param {JsonObject} node */
const valuesOf = (node) => ("const" in node ? [node["const"]] : listAt(node, "enum"));

/**
 * @param {ScalarForm["kind"]} kind
 * @param {JsonObject} node
 * @returns {ScalarForm}
 */
function readScalar(kind, node) {
  const type = kind === "integer" ? "number" : kind;
  const values = valuesOf(node).filter((value) => value !== null && typeof value === type);
  const format = node["contentEncoding"] ?? node["format"];
  return {
    kind,
    values: values.map((value) => JSON.stringify(value)),
    // OpenAPI 3.0 and 3.1 have different words for base64.
    format: format === "byte" ? "base64" : typeof format === "string" ? format : undefined,
  };
}

/**
 * What two schemas allow that hold at once. Where they contradict each other, the second one wins.
 *
 * @param {Form[]} first
 * @param {Form[]} second
 * @returns {Form[]}
 */
function narrow(first, second) {
  const [a] = first;
  const [b] = second;
  if (a?.kind === "anything" || b === undefined) return second;
  if (b.kind === "anything") return first;
  if (a?.kind !== "object" || b.kind !== "object") {
    const saysLess = "values" in b && b.values.length === 0;
    return saysLess && a?.kind === b.kind ? first : second;
  }
  const properties = new Map(a.properties);
  for (const [name, node] of b.properties) {
    const inherited = properties.get(name);
    properties.set(name, inherited === undefined ? node : { allOf: [inherited, node] });
  }
  const required = new Set([...a.required, ...b.required]);
  return [{ ...b, properties, required, others: hasStructure(b.others) ? b.others : a.others }];
}

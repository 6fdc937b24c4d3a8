// @ts-check
// An OpenAPI document as sorted lines of text, one fact each: `Usage.total_tokens: integer`. Two
// documents differ where their lines do, and a change of ours is read in the diff of its own outline.

import { operationsOf } from "./document.mjs";
import { hasStructure, isFree, SchemaReader } from "./schemas.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 * @typedef {import("./document.mjs").Operation} Operation
 * @typedef {import("./schemas.mjs").Form} Form
 * @typedef {import("./schemas.mjs").NamedForm} NamedForm
 * @typedef {import("./schemas.mjs").ObjectForm} ObjectForm
 *
 * @typedef {object} Options
 * @property {Operation[]} [operations] those to tell; all by default
 * @property {(name: string) => string} [rename] what our spec calls a schema
 * @property {ReadonlySet<string>} [dissolved] facts to replace: in place of `Interaction.status: one
 *   of InteractionStatus`, each status is told there
 *
 * @typedef {"readOnly" | "writeOnly"} Hidden the mark of fields that do not count: `readOnly` in a
 *   request, `writeOnly` in an answer
 */

/**
 * @param {JsonObject} document
 * @param {Options} [options]
 * @returns {string[]}
 */
export function outline(document, options = {}) {
  const { operations = operationsOf(document), rename = (name) => name } = options;
  const outliner = new Outliner(new SchemaReader(document, rename), options.dissolved ?? new Set());
  for (const operation of operations) outliner.tellOperation(operation);
  return [...outliner.facts].toSorted();
}

class Outliner {
  /** @type {Set<string>} */
  facts = new Set();
  #reader;
  #dissolved;
  #told = new Set();
  // Unions that are told in place and hold themselves: once on the way down is enough.
  #open = new Set();

  /**
   * @param {SchemaReader} reader
   * @param {ReadonlySet<string>} dissolved
   */
  constructor(reader, dissolved) {
    this.#reader = reader;
    this.#dissolved = dissolved;
  }

  /** @param {Operation} operation */
  tellOperation({ label, parameters, requestBody, request, answer, error, events }) {
    this.facts.add(label);
    for (const { name, place, node } of parameters) {
      const parameter = `${label} ${name} in ${place}`;
      this.#tell(parameter, node["schema"], "readOnly");
      if (node["required"] === true) this.facts.add(`${parameter} is required`);
      if (this.#reader.isMarked(node, "deprecated")) this.facts.add(`${parameter} is deprecated`);
    }
    if (!this.#isEmpty(request)) {
      this.#tell(`${label} request`, request, "readOnly");
      if (requestBody["required"] === true) this.facts.add(`${label} request is required`);
    }
    if (!this.#isEmpty(answer)) this.#tell(`${label} answer`, answer, "writeOnly");
    if (!this.#isEmpty(error)) this.#tell(`${label} error`, error, "writeOnly");
    if (events !== undefined) this.#tell(`${label} events`, this.#eventOf(events), "writeOnly");
  }

  /**
   * An empty object and no body at all are the same to everybody.
   *
   * @param {unknown} schema
   */
  #isEmpty(schema) {
    return schema === undefined || this.#reader.formsAt(schema).every(isFree);
  }

  /**
   * One event, without what frames it: an envelope of SSE fields, or a list.
   *
   * @param {unknown} node
   * @returns {unknown}
   */
  #eventOf(node) {
    const [only, ...others] = this.#reader
      .formsAt(node)
      .flatMap((form) => this.#reader.unnamed(form));
    if (others.length > 0) return node;
    if (only?.kind === "array") return this.#eventOf(only.items);
    if (only?.kind !== "object" || !only.properties.has("data")) return node;
    const isEnvelope = [...only.properties.keys()].every((name) => sseFields.has(name));
    return isEnvelope ? this.#eventOf(only.properties.get("data")) : node;
  }

  /**
   * @param {string} place
   * @param {unknown} node
   * @param {Hidden} hidden
   */
  #tell(place, node, hidden) {
    if (this.#open.has(node)) return;
    this.#open.add(node);
    const forms = this.#reader.formsAt(node);
    if (forms.length === 0) this.facts.add(`${place}: nothing`);
    this.#tellForms(place, forms, hidden);
    this.#open.delete(node);
  }

  /**
   * @param {string} place
   * @param {Form[]} forms
   * @param {Hidden} hidden
   */
  #tellForms(place, forms, hidden) {
    for (const form of forms) {
      if (form.kind === "named") {
        this.#tellNamed(place, form, hidden);
      } else if (form.kind === "array") {
        this.#tell(`${place}[]`, form.items, hidden);
      } else if (form.kind === "object") {
        this.#tellObject(place, form, hidden);
      } else {
        const isKnown = forms.some((other) => other.kind === form.kind && other.values.length > 0);
        if (!isKnown) this.facts.add(`${place}: ${form.kind}`);
        // The end of a stream is no event.
        const values = form.values.filter((value) => value !== '"[DONE]"');
        for (const value of values) this.facts.add(`${place} = ${value}`);
        if (form.format !== undefined) this.facts.add(`${place} has the format ${form.format}`);
      }
    }
  }

  /**
   * @param {string} place
   * @param {NamedForm} form
   * @param {Hidden} hidden
   */
  #tellNamed(place, form, hidden) {
    const { name, isChoice } = form;
    const fact = `${place}: ${isChoice ? "one of " : ""}${name}`;
    if (this.#dissolved.has(fact)) {
      if (this.#open.has(name)) return;
      this.#open.add(name);
      this.#tellForms(place, this.#reader.unnamed(form), hidden);
      this.#open.delete(name);
      return;
    }
    this.facts.add(fact);
    // The same schema may have other fields in a request than in an answer.
    const key = `${hidden} ${name}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const open = this.#open;
    this.#open = new Set();
    this.#tellForms(name, this.#reader.unnamed(form), hidden);
    this.#open = open;
  }

  /**
   * @param {string} owner
   * @param {ObjectForm} form
   * @param {Hidden} hidden
   */
  #tellObject(owner, form, hidden) {
    if (isFree(form)) this.facts.add(`${owner}: object`);
    for (const [name, node] of form.properties) {
      if (this.#reader.isMarked(node, hidden)) continue;
      const field = `${owner}.${name}`;
      this.#tell(field, node, hidden);
      if (form.required.has(name)) this.facts.add(`${field} is required`);
      if (this.#reader.isMarked(node, "deprecated")) this.facts.add(`${field} is deprecated`);
    }
    if (hasStructure(form.others)) this.#tell(`${owner}{}`, form.others, hidden);
  }
}

const sseFields = new Set(["data", "event", "id", "retry"]);

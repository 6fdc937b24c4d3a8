// @ts-check
// An OpenAPI document as facts: what it says at one place, such as `Usage.total_tokens: integer`. Two
// documents differ where their facts do, and a change of ours is read in the diff of its own outline,
// which is the facts as sorted lines of text.

import { declaredCredentials, operationsOf } from "./document.mjs";
import { hasStructure, isFree, SchemaReader } from "./schemas.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 * @typedef {import("./document.mjs").Operation} Operation
 * @typedef {import("./schemas.mjs").Form} Form
 * @typedef {import("./schemas.mjs").NamedForm} NamedForm
 * @typedef {import("./schemas.mjs").ObjectForm} ObjectForm
 *
 * @typedef {object} Place
 * @property {string} root the name of a schema, or a part of an operation: `GET /agents answer`
 * @property {readonly string[]} steps the way from there: names of fields, `[]` to items, `{}` to values
 * @property {string} [operation] the label of the operation that it is a part of
 *
 * @typedef {keyof typeof words} Kind
 * @typedef {object} Fact
 * @property {Kind} kind
 * @property {Place} place
 * @property {string} value empty where the kind says it all
 * @property {string} [schema] the enum that a value was found in, where it is told in place
 *
 * @typedef {object} Options
 * @property {Operation[]} [operations] those to tell; all by default
 * @property {(name: string) => string} [rename] what our spec calls a schema
 * @property {ReadonlySet<string>} [dissolved] facts to replace, as text: in place of
 *   `Interaction.status: one of InteractionStatus`, each status is told there
 *
 * @typedef {"readOnly" | "writeOnly"} Hidden the mark of fields that do not count: `readOnly` in a
 *   request, `writeOnly` in an answer
 */

/** @satisfies {Record<string, (value: string) => string>} */
const words = {
  operation: () => "",
  credential: (value) => ` takes ${value}`,
  scheme: (value) => `: ${value}`,
  type: (value) => `: ${value}`,
  reference: (value) => `: ${value}`,
  choice: (value) => `: one of ${value}`,
  value: (value) => ` = ${value}`,
  format: (value) => ` has the format ${value}`,
  required: () => " is required",
  deprecated: () => " is deprecated",
  name: (value) => ` is called ${value} there`,
};

/** @param {Fact} fact */
export const textOf = ({ kind, place, value }) => textOfPlace(place) + words[kind](value);

/** @param {Place} place */
export const textOfPlace = ({ root, steps }) =>
  root + steps.map((step) => (step === "[]" || step === "{}" ? step : `.${step}`)).join("");

/**
 * @param {JsonObject} document
 * @returns {string[]} its facts as sorted lines, without those that say the same of every operation
 */
export const outline = (document) =>
  [...factsOf(document)]
    .filter(([, { kind }]) => kind !== "credential")
    .map(([text]) => text)
    .toSorted();

/**
 * @param {JsonObject} document
 * @param {Options} [options]
 * @returns {Map<string, Fact>} by their text
 */
export function factsOf(document, options = {}) {
  const { operations = operationsOf(document), rename = (name) => name } = options;
  const outliner = new Outliner(new SchemaReader(document, rename), options.dissolved ?? new Set());
  for (const operation of operations) outliner.tellOperation(operation);
  for (const credential of declaredCredentials(document)) {
    outliner.add("scheme", { root: "securitySchemes", steps: [] }, credential);
  }
  return outliner.facts;
}

class Outliner {
  /** @type {Map<string, Fact>} */
  facts = new Map();
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

  /**
   * @param {Kind} kind
   * @param {Place} place
   * @param {string} [value]
   * @param {string} [schema]
   */
  add(kind, place, value = "", schema) {
    const fact = { kind, place, value, ...(schema !== undefined && { schema }) };
    this.facts.set(textOf(fact), fact);
  }

  /** @param {Operation} operation */
  tellOperation({ label, parameters, requestBody, request, answer, error, events, credentials }) {
    const part = (/** @type {string} */ name) => ({
      root: `${label} ${name}`,
      steps: [],
      operation: label,
    });
    const whole = { root: label, steps: [], operation: label };
    // Without project and location, Vertex AI has the paths of the Gemini API: those came first.
    if (!this.facts.has(label)) {
      for (const credential of credentials) this.add("credential", whole, credential);
    }
    this.add("operation", whole);
    for (const { name, place, node } of parameters) {
      const parameter = part(`${name} in ${place}`);
      this.#tell(parameter, node["schema"], "readOnly");
      if (node["required"] === true) this.add("required", parameter);
      if (this.#reader.isMarked(node, "deprecated")) this.add("deprecated", parameter);
    }
    if (!this.#isEmpty(request)) {
      this.#tell(part("request"), request, "readOnly");
      if (requestBody["required"] === true) this.add("required", part("request"));
    }
    if (!this.#isEmpty(answer)) this.#tell(part("answer"), answer, "writeOnly");
    if (!this.#isEmpty(error)) this.#tell(part("error"), error, "writeOnly");
    if (events !== undefined) this.#tell(part("events"), this.#eventOf(events), "writeOnly");
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
   * @param {Place} place
   * @param {unknown} node
   * @param {Hidden} hidden
   */
  #tell(place, node, hidden) {
    if (this.#open.has(node)) return;
    this.#open.add(node);
    const forms = this.#reader.formsAt(node);
    if (forms.length === 0) this.add("type", place, "nothing");
    this.#tellForms(place, forms, hidden);
    this.#open.delete(node);
  }

  /**
   * @param {Place} place
   * @param {Form[]} forms
   * @param {Hidden} hidden
   * @param {string} [schema] the enum that they are of
   */
  #tellForms(place, forms, hidden, schema) {
    for (const form of forms) {
      if (form.kind === "named") {
        this.#tellNamed(place, form, hidden);
      } else if (form.kind === "array") {
        this.#tell(stepFrom(place, "[]"), form.items, hidden);
      } else if (form.kind === "object") {
        this.#tellObject(place, form, hidden);
      } else {
        const isKnown = forms.some((other) => other.kind === form.kind && other.values.length > 0);
        if (!isKnown) this.add("type", place, form.kind);
        // The end of a stream is no event.
        const values = form.values.filter((value) => value !== '"[DONE]"');
        for (const value of values) this.add("value", place, value, schema);
        if (form.format !== undefined) this.add("format", place, form.format);
      }
    }
  }

  /**
   * @param {Place} place
   * @param {NamedForm} form
   * @param {Hidden} hidden
   */
  #tellNamed(place, form, hidden) {
    const { name, isChoice } = form;
    const kind = isChoice ? "choice" : "reference";
    if (this.#dissolved.has(textOf({ kind, place, value: name }))) {
      if (this.#open.has(name)) return;
      this.#open.add(name);
      this.#tellForms(place, this.#reader.unnamed(form), hidden, name);
      this.#open.delete(name);
      return;
    }
    this.add(kind, place, name);
    // The same schema may have other fields in a request than in an answer.
    const key = `${hidden} ${name}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    const open = this.#open;
    this.#open = new Set();
    this.#tellForms({ root: name, steps: [] }, this.#reader.unnamed(form), hidden);
    this.#open = open;
  }

  /**
   * @param {Place} owner
   * @param {ObjectForm} form
   * @param {Hidden} hidden
   */
  #tellObject(owner, form, hidden) {
    if (isFree(form)) this.add("type", owner, "object");
    for (const [name, node] of form.properties) {
      if (this.#reader.isMarked(node, hidden)) continue;
      const field = stepFrom(owner, name);
      this.#tell(field, node, hidden);
      if (form.required.has(name)) this.add("required", field);
      if (this.#reader.isMarked(node, "deprecated")) this.add("deprecated", field);
    }
    if (hasStructure(form.others)) this.#tell(stepFrom(owner, "{}"), form.others, hidden);
  }
}

/**
 * @param {Place} place
 * @param {string} step
 * @returns {Place}
 */
const stepFrom = (place, step) => ({ ...place, steps: [...place.steps, step] });

const sseFields = new Set(["data", "event", "id", "retry"]);

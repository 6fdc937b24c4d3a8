// @ts-check
// Writes into the files of spec/ what only another document has: fields, values of enums, members of
// unions, parameters, schemas, operations. In come the texts of the files and the changes that spec:diff
// found, out go the texts that differ. What nobody can take over, the descriptions, is TODO, which the
// rules refuse.

import { isObject, nameIn, objectAt, operationsOf, placeOf, schemasOf, walk } from "./document.mjs";
import { operationIdOf, pathFile, sample } from "./invent.mjs";
import { SpecTexts } from "./texts.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 * @typedef {import("./document.mjs").Operation} Operation
 * @typedef {import("./compare.mjs").Change} Change
 * @typedef {import("./outline.mjs").Place} Place
 *
 * @typedef {object} Input
 * @property {Readonly<Record<string, string>>} files texts by name, such as `spec/schemas/usage.yaml`
 * @property {JsonObject} ours
 * @property {JsonObject} theirs
 * @property {ReadonlyMap<string, string>} names what our spec calls a schema of theirs
 */

/**
 * @param {Input} input
 * @param {readonly Change[]} changes
 * @returns {Record<string, string>} the files that change
 */
export function writeMissing(input, changes) {
  const writer = new Writer(input);
  for (const change of changes) writer.add(change);
  return writer.texts.changes();
}

class Writer {
  texts;
  #input;
  #operations;
  /** @type {Set<string>} schemas that are being written, since one may lead to itself */
  #written = new Set();

  /** @param {Input} input */
  constructor(input) {
    this.#input = input;
    this.#operations = { ours: operationsOf(input.ours), theirs: operationsOf(input.theirs) };
    this.texts = new SpecTexts(input.files);
  }

  /** @param {Change} change */
  add({ kind, place, after }) {
    if (after === undefined) return;
    if (place.operation !== undefined) return this.#addToOperation(kind, place);
    const found = this.#find(place);
    if (found === undefined) return;
    const { file, path, node, rest } = found;
    if (rest.length > 0) {
      if (node["properties"] !== undefined) this.#addField(place, found);
    } else if (kind === "value" && node["enum"] !== undefined) {
      this.texts.insert(file, [...path, "enum"], [JSON.parse(after)]);
    } else if (kind === "deprecated") {
      const owner = this.#find({ ...place, steps: place.steps.slice(0, -1) });
      const field = [...(owner?.path ?? []), "properties", place.steps.at(-1) ?? ""];
      this.texts.insert(owner?.file ?? file, field, { deprecated: true });
    } else if (kind === "reference") {
      const union = ["oneOf", "anyOf"].find((keyword) => node[keyword] !== undefined);
      if (union !== undefined) this.#addMember(after, file, [...path, union]);
    }
  }

  /**
   * @param {string} member
   * @param {string} file
   * @param {string[]} path of the union
   */
  #addMember(member, file, path) {
    this.texts.insert(file, path, [this.#refer(member, file, file)]);
    const value = sample(this.#theirSchema(member), schemasOf(this.#input.theirs));
    const name = member.replaceAll(/(?<=.)(?=[A-Z])/g, "-").toLowerCase();
    const example = { summary: `A ${member}`, "x-schema": member, value };
    this.texts.write(
      `spec/examples/new-${name}.json`,
      `${JSON.stringify(example, undefined, 2)}\n`,
    );
  }

  /**
   * @param {Place} place
   * @param {{ file: string, path: string[], rest: readonly string[] }} found
   */
  #addField({ root, steps }, { file, path, rest: [field = "", ...others] }) {
    const there = walk(
      schemasOf(this.#input.theirs),
      this.#theirName(root),
      steps.slice(0, steps.length - others.length),
    );
    if (there.rest.length > 0) return;
    const entry = { [field]: this.#describe(field, this.#convert(there.own, file)) };
    this.texts.insert(file, [...path, "properties"], entry);
  }

  /**
   * A reference to a schema of theirs, which is appended to a file unless we have it.
   *
   * @param {string} name ours
   * @param {string} file
   * @param {string} from where the reference is written
   */
  #refer(name, file, from) {
    if (this.texts.fileOf(name) === undefined && !this.#written.has(name)) {
      this.#written.add(name);
      const node = this.#convert(this.#theirSchema(name), file);
      const properties = objectAt(node, "properties");
      const isPage = "next_page_token" in properties;
      const list = Object.keys(properties).find((key) => key !== "next_page_token") ?? "";
      if (isPage) {
        const description = `The ${list} of this page. Absent when there are none.`;
        properties[list] = { ...objectAt(properties, list), description };
      }
      const description = isPage ? `One page of ${list}.` : "TODO";
      this.texts.append(file, { [name]: { description, ...node } }, "\n");
    }
    const target = this.texts.fileOf(name) ?? file;
    const way = from.endsWith("/")
      ? target.replace("spec/", "../")
      : target.replace("spec/schemas/", "");
    return { $ref: target === from ? `#/${name}` : `${way}#/${name}` };
  }

  /**
   * A new operation, or a parameter of one that we have. That it is required is for others to decide.
   *
   * @param {Change["kind"]} kind
   * @param {Place} place
   */
  #addToOperation(kind, { root, operation: label }) {
    const there = this.#operations.theirs.find((each) => each.label === label);
    const known = this.#operations.ours.find((each) => each.label === label);
    if (there === undefined || placeOf(there.path).startsWith("/projects/")) return;
    if (known === undefined) {
      if (kind === "operation") this.#addOperation(there);
      return;
    }
    const { path, method } = known;
    const parameter = there.parameters.find(
      ({ name, place }) => root === `${label} ${name} in ${place}`,
    );
    const file = `spec/${this.texts.parse("spec/openapi.yaml").paths[path]?.$ref}`;
    if (parameter === undefined || this.texts.read(file) === undefined) return;
    const entry = this.#parameter(parameter);
    const hasOthers = this.texts.parse(file)[method]?.parameters !== undefined;
    if (hasOthers) this.texts.insert(file, [method, "parameters"], [entry]);
    else this.texts.insert(file, [method], { parameters: [entry] });
  }

  /** @param {Operation} operation of theirs */
  #addOperation(operation) {
    const { method, path: theirPath } = operation;
    const place = placeOf(theirPath);
    const [, resource = ""] = /^\/(?:upload\/)?([^/:]*)/.exec(place) ?? [];
    const ourPaths = Object.keys(objectAt(this.#input.ours, "paths")).filter((path) =>
      path.startsWith("/v1beta/"),
    );
    const known = ourPaths.find((path) => placeOf(path) === place);
    const [parent = `/v1beta/${resource}`] = ourPaths
      .filter((path) => place.startsWith(placeOf(path)))
      .toSorted((one, other) => other.length - one.length);
    const rest = theirPath.split("/").slice(parent.split("/").length);
    const path = known ?? [parent, ...rest].join("/");
    const file = pathFile(path);
    if (known === undefined && this.texts.read(file) === undefined) {
      const [shared = ""] = (this.texts.read(pathFile(parent)) ?? "").split(
        /^\w+:$(?<!parameters:)/m,
      );
      this.texts.write(file, shared);
      const item = { [path]: { $ref: file.replace("spec/", "") } };
      this.texts.insert("spec/openapi.yaml", ["paths"], item);
    }
    this.texts.append(file, { [method]: this.#convertOperation(operation, path, resource) });
  }

  /**
   * @param {Operation} operation of theirs
   * @param {string} path
   * @param {string} resource
   */
  #convertOperation({ method, id, parameters, request, answer }, path, resource) {
    const schemas = `spec/schemas/${resource}.yaml`;
    const file = this.texts.read(schemas) === undefined ? "spec/schemas/requests.yaml" : schemas;
    const given = typeof id === "string" ? id : operationIdOf(method, path);
    const operationId = given.replace(/^./, (first) => first.toLowerCase());
    const words = operationId.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    const body = (/** @type {unknown} */ node) => ({
      content: { "application/json": { schema: this.#convert(node, file, "spec/paths/") } },
    });
    return {
      operationId,
      tags: [resource],
      summary: words.replace(/^./, (first) => first.toUpperCase()),
      description: "TODO",
      ...(parameters.length > 0 && { parameters: parameters.map((each) => this.#parameter(each)) }),
      ...(request !== undefined && {
        requestBody: { description: "What is sent.", required: true, ...body(request) },
      }),
      responses: {
        200: { description: "Done.", ...(answer !== undefined && body(answer)) },
        "4XX": { $ref: "../responses.yaml#/Error" },
        "5XX": { $ref: "../responses.yaml#/Error" },
      },
    };
  }

  /** @param {import("./document.mjs").Parameter} parameter */
  #parameter({ place, node: { name, schema } }) {
    const ours = this.texts.parse("spec/parameters.yaml");
    const known = Object.keys(ours).find(
      (key) => ours[key].name === name && ours[key].in === place,
    );
    if (known !== undefined) return { $ref: `../parameters.yaml#/${known}` };
    return { name, in: place, description: "TODO", schema };
  }

  /**
   * A schema of theirs as we write it, with the schemas that it refers to in the given file.
   *
   * @param {unknown} node
   * @param {string} file where schemas that we lack go
   * @param {string} [from] where it is written, when that is another file
   * @returns {JsonObject}
   */
  #convert(node, file, from = file) {
    if (!isObject(node)) return {};
    const { $ref, allOf, description: _, ...rest } = node;
    const [only] = Array.isArray(allOf) ? allOf : [];
    const ref = $ref ?? objectAt({ only }, "only")["$ref"];
    if (typeof ref === "string") {
      const name = nameIn(ref);
      return this.#refer(this.#input.names.get(name) ?? name, file, from);
    }
    /** @type {JsonObject} */
    const converted = { ...rest };
    for (const key of ["items", "additionalProperties"]) {
      if (isObject(rest[key])) converted[key] = this.#convert(rest[key], file, from);
    }
    for (const key of ["oneOf", "anyOf"]) {
      const members = rest[key];
      if (Array.isArray(members))
        converted[key] = members.map((each) => this.#convert(each, file, from));
    }
    if (isObject(rest["properties"])) {
      const entries = Object.entries(rest["properties"]).map(([name, each]) => [
        name,
        this.#describe(name, this.#convert(each, file, from)),
      ]);
      converted["properties"] = Object.fromEntries(entries);
    }
    const values = rest["enum"];
    if (Array.isArray(values) && values.length === 1) {
      delete converted["enum"];
      converted["const"] = values[0];
    } else if (Array.isArray(values)) converted["x-open-enum"] = true;
    if ("const" in converted) converted["type"] ??= typeof converted["const"];
    return converted;
  }

  /**
   * A field with a description: that of a tag, the one that most fields of this name have, or TODO.
   *
   * @param {string} name
   * @param {JsonObject} node
   */
  #describe(name, node) {
    const used = Object.values(schemasOf(this.#input.ours)).flatMap((schema) => {
      const field = isObject(schema) ? objectAt(objectAt(schema, "properties"), name) : {};
      return typeof field["description"] === "string" ? [field["description"]] : [];
    });
    const common = used.find(
      (text) => used.filter((other) => other === text).length * 2 > Math.max(used.length, 2),
    );
    const description =
      "const" in node ? `Always \`${String(node["const"])}\`.` : (common ?? "TODO");
    return { description, ...node };
  }

  /** @param {string} name ours */
  #theirName(name) {
    const isIt = (/** @type {string} */ each) => (this.#input.names.get(each) ?? each) === name;
    return Object.keys(schemasOf(this.#input.theirs)).find(isIt) ?? name;
  }

  /** @param {string} name ours */
  #theirSchema(name) {
    return objectAt(schemasOf(this.#input.theirs), this.#theirName(name));
  }

  /**
   * The schema of ours at a place, as far as we have it, in the file where it is written.
   *
   * @param {Place} place
   */
  #find({ root, steps }) {
    const found = walk(schemasOf(this.#input.ours), root, steps);
    const file = this.texts.fileOf(found.path[0] ?? "");
    // What was just written has all that theirs has.
    return file === undefined || this.#written.has(root) ? undefined : { file, ...found };
  }
}

// @ts-check
// Writes into the files of spec/ what only another document has: fields, values of enums, members of
// unions, schemas, operations. In come the texts of the files and the facts that spec:diff found, out go
// the texts that change. What nobody can take over, the descriptions, is TODO, which the rules refuse.

import { parseDocument, stringify } from "yaml";
import { isObject, objectAt, placeOf } from "./document.mjs";
import { operationIdOf, pathFile, sample } from "./invent.mjs";

/**
 * @typedef {import("./document.mjs").JsonObject} JsonObject
 * @typedef {object} Input
 * @property {Readonly<Record<string, string>>} files texts by name, such as `spec/schemas/usage.yaml`
 * @property {JsonObject} ours
 * @property {JsonObject} theirs
 * @property {ReadonlyMap<string, string>} names what our spec calls a schema of theirs
 */

/**
 * @param {Input} input
 * @param {readonly string[]} lines differences as they are printed
 * @returns {Record<string, string>} the files that change
 */
export function writeMissing(input, lines) {
  const writer = new Writer(input);
  for (const line of lines) writer.add(line);
  return writer.changes();
}

class Writer {
  #input;
  /** @type {Map<string, string>} */
  #changed = new Map();
  /** @type {Set<string>} schemas, fields and values that were written already */
  #written = new Set();

  /** @param {Input} input */
  constructor(input) {
    this.#input = input;
  }

  changes() {
    return Object.fromEntries(this.#changed);
  }

  /** @param {string} line */
  add(line) {
    const [, method = "", place = ""] = /^\+ ([A-Z]+) (\/\S*)$/.exec(line) ?? [];
    if (method !== "") return this.#addOperation(method.toLowerCase(), place);
    const [, at = "", value] = /^\+ ([A-Z]\w*\S*) = (.*)$/.exec(line) ?? [];
    if (value !== undefined) return this.#addValue(at, value);
    const [, union = "", member = ""] = /^\+ ([A-Z]\w*\S*): ([A-Z]\w*)$/.exec(line) ?? [];
    if (member !== "" && this.#addMember(union, member)) return;
    const [, owner = "", field = ""] = /^\+ ([A-Z]\w*)\.(\w+)(?:\[\])?: /.exec(line) ?? [];
    if (field !== "") this.#addField(owner, field);
  }

  /**
   * @param {string} place
   * @param {string} value as JSON
   */
  #addValue(place, value) {
    const found = this.#find(place);
    if (found === undefined || found.node["enum"] === undefined) return;
    this.#insert(found.file, [...found.path, "enum"], `- ${JSON.parse(value)}`);
  }

  /**
   * @param {string} union
   * @param {string} member
   */
  #addMember(union, member) {
    const found = this.#find(union);
    if (found === undefined || found.node["oneOf"] === undefined) return false;
    this.#insert(found.file, [...found.path, "oneOf"], `- $ref: "#/${member}"`);
    this.#addSchema(member, found.file);
    const value = sample(this.#theirSchema(member));
    const name = member.replaceAll(/(?<=.)(?=[A-Z])/g, "-").toLowerCase();
    const example = { summary: `A ${member}`, "x-schema": member, value };
    const text = `${JSON.stringify(example, undefined, 2)}\n`;
    this.#changed.set(`spec/examples/new-${name}.json`, text);
    return true;
  }

  /**
   * @param {string} owner
   * @param {string} field
   */
  #addField(owner, field) {
    const file = this.#fileOf(owner);
    const node = objectAt(this.#theirSchema(owner), "properties")[field];
    // A schema that was just written has its fields.
    if (file === undefined || node === undefined || this.#written.has(owner)) return;
    const text = stringify({ [field]: this.#describe(field, this.#convert(node, file)) });
    this.#insert(file, [owner, "properties"], text);
  }

  /**
   * Appends a schema of theirs to a file, unless we have it.
   *
   * @param {string} name ours
   * @param {string} file
   */
  #addSchema(name, file) {
    if (this.#fileOf(name) !== undefined || this.#written.has(name)) return;
    this.#written.add(name);
    const node = this.#convert(this.#theirSchema(name), file);
    const properties = objectAt(node, "properties");
    for (const [key, property] of Object.entries(properties)) {
      if (isObject(property)) properties[key] = this.#describe(key, property);
    }
    const isPage = "next_page_token" in properties;
    const list = Object.keys(properties).find((key) => key !== "next_page_token") ?? "";
    if (isPage) {
      const description = `The ${list} of this page. Absent when there are none.`;
      properties[list] = { ...objectAt(properties, list), description };
    }
    const description = isPage ? `One page of ${list}.` : "TODO";
    this.#append(file, `\n${stringify({ [name]: { description, ...node } })}`);
  }

  /**
   * @param {string} method
   * @param {string} place
   */
  #addOperation(method, place) {
    const { ours, theirs } = this.#input;
    const theirPaths = Object.keys(objectAt(theirs, "paths"));
    const theirPath = theirPaths.find((path) => placeOf(path) === place) ?? "";
    const operation = objectAt(objectAt(objectAt(theirs, "paths"), theirPath), method);
    const [, resource = ""] = /^\/(?:upload\/)?([^/:]*)/.exec(place) ?? [];
    const ourPaths = Object.keys(objectAt(ours, "paths")).filter((path) =>
      path.startsWith("/v1beta/"),
    );
    const known = ourPaths.find((path) => placeOf(path) === place);
    const [parent = `/v1beta/${resource}`] = ourPaths
      .filter((path) => place.startsWith(placeOf(path)))
      .toSorted((one, other) => other.length - one.length);
    const rest = theirPath.split("/").slice(parent.split("/").length);
    const path = known ?? [parent, ...rest].join("/");
    const file = pathFile(path);
    if (known === undefined && this.#text(file) === undefined) {
      const [shared = ""] = (this.#text(pathFile(parent)) ?? "").split(/^\w+:$(?<!parameters:)/m);
      this.#changed.set(file, shared);
      const item = stringify({ [path]: { $ref: file.replace("spec/", "") } });
      this.#insert("spec/openapi.yaml", ["paths"], item);
    }
    this.#append(
      file,
      stringify({ [method]: this.#convertOperation(method, path, resource, operation) }),
    );
  }

  /**
   * @param {string} method
   * @param {string} path
   * @param {string} resource
   * @param {JsonObject} operation
   */
  #convertOperation(method, path, resource, operation) {
    const schemas = `spec/schemas/${resource}.yaml`;
    const file = this.#text(schemas) === undefined ? "spec/schemas/requests.yaml" : schemas;
    const { operationId: own } = operation;
    const given = typeof own === "string" ? own : operationIdOf(method, path);
    const operationId = given.replace(/^./, (first) => first.toLowerCase());
    const words = operationId.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    const parameters = Array.isArray(operation["parameters"]) ? operation["parameters"] : [];
    const sent = parameters.filter((each) => isObject(each) && each["in"] === "query");
    const body = (/** @type {JsonObject} */ node) => {
      const schema = objectAt(objectAt(objectAt(node, "content"), "application/json"), "schema");
      if (Object.keys(schema).length === 0) return {};
      const converted = this.#convert(schema, file, "spec/paths/");
      return { content: { "application/json": { schema: converted } } };
    };
    const request = body(objectAt(operation, "requestBody"));
    return {
      operationId,
      tags: [resource],
      summary: words.replace(/^./, (first) => first.toUpperCase()),
      description: "TODO",
      ...(sent.length > 0 && { parameters: sent.map((each) => this.#parameter(each)) }),
      ...("content" in request && {
        requestBody: { description: "What is sent.", required: true, ...request },
      }),
      responses: {
        200: { description: "Done.", ...body(objectAt(objectAt(operation, "responses"), "200")) },
        "4XX": { $ref: "../responses.yaml#/Error" },
        "5XX": { $ref: "../responses.yaml#/Error" },
      },
    };
  }

  /** @param {JsonObject} parameter */
  #parameter({ name, schema }) {
    const ours = parseDocument(this.#text("spec/parameters.yaml") ?? "").toJS();
    const known = Object.keys(ours).find(
      (key) => ours[key].name === name && ours[key].in === "query",
    );
    if (known !== undefined) return { $ref: `../parameters.yaml#/${known}` };
    return { name, in: "query", description: "TODO", schema };
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
      const theirName = ref.replace(/^.*\//, "");
      const name = this.#input.names.get(theirName) ?? theirName;
      this.#addSchema(name, file);
      const target = this.#fileOf(name) ?? file;
      const way = from.endsWith("/")
        ? target.replace("spec/", "../")
        : target.replace("spec/schemas/", "");
      return { $ref: target === from ? `#/${name}` : `${way}#/${name}` };
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
      const entries = Object.entries(rest["properties"]);
      converted["properties"] = Object.fromEntries(
        entries.map(([name, each]) => [name, this.#convert(each, file, from)]),
      );
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
   * A field with a description: that of a tag, the one that all fields of this name have, or TODO.
   *
   * @param {string} name
   * @param {JsonObject} node
   */
  #describe(name, node) {
    const schemas = objectAt(objectAt(this.#input.ours, "components"), "schemas");
    const used = Object.values(schemas).flatMap((schema) => {
      const field = isObject(schema) ? objectAt(objectAt(schema, "properties"), name) : {};
      return typeof field["description"] === "string" ? [field["description"]] : [];
    });
    const [same = "TODO"] = new Set(used).size === 1 ? used : [];
    const description = "const" in node ? `Always \`${String(node["const"])}\`.` : same;
    return { description, ...node };
  }

  /** @param {string} name ours */
  #theirSchema(name) {
    const schemas = objectAt(objectAt(this.#input.theirs, "components"), "schemas");
    const key = Object.keys(schemas).find((each) => (this.#input.names.get(each) ?? each) === name);
    return objectAt(schemas, key ?? name);
  }

  /**
   * The schema of ours at a place such as `Interaction.steps[]`, in the file where it is written.
   *
   * @param {string} place
   */
  #find(place) {
    const [start = "", ...steps] = place.split(/(?=\.|\[\]|\{\})/);
    const ours = this.#input.ours;
    let path = [start];
    let node = objectAt(objectAt(objectAt(ours, "components"), "schemas"), start);
    for (const step of [...steps, ""]) {
      const ref = node["$ref"];
      if (typeof ref === "string") {
        path = [ref.replace(/^.*\//, "")];
        node = objectAt(objectAt(objectAt(ours, "components"), "schemas"), path[0] ?? "");
      }
      const inner =
        step === "[]"
          ? ["items"]
          : step === "{}"
            ? ["additionalProperties"]
            : ["properties", step.slice(1)];
      if (step === "") break;
      for (const key of inner) node = objectAt(node, key);
      path = [...path, ...inner];
    }
    const file = this.#fileOf(path[0] ?? "");
    return file === undefined ? undefined : { file, path, node };
  }

  /** @param {string} name */
  #fileOf(name) {
    const start = new RegExp(`^${name}:$`, "m");
    return Object.keys({ ...this.#input.files, ...this.changes() }).find(
      (file) => file.startsWith("spec/schemas/") && start.test(this.#text(file) ?? ""),
    );
  }

  /** @param {string} file */
  #text(file) {
    return this.#changed.get(file) ?? this.#input.files[file];
  }

  /**
   * @param {string} file
   * @param {string} text
   */
  #append(file, text) {
    this.#changed.set(file, (this.#text(file) ?? "") + text);
  }

  /**
   * Adds an entry to the end of a map or list. By its place in the text, so that the rest of the file
   * stays as it was written.
   *
   * @param {string} file
   * @param {readonly string[]} path
   * @param {string} entry
   */
  #insert(file, path, entry) {
    const key = [file, ...path, entry].join("\n");
    const text = this.#text(file) ?? "";
    const node = parseDocument(text).getIn(path, true);
    const range = isObject(node) && Array.isArray(node["range"]) ? node["range"] : undefined;
    if (range === undefined || this.#written.has(key)) return;
    this.#written.add(key);
    const column = range[0] - text.lastIndexOf("\n", range[0] - 1) - 1;
    const end = text.slice(0, range[1]).trimEnd().length;
    const lines = entry.trimEnd().split("\n");
    const indented = lines.map((line) => `\n${" ".repeat(column)}${line}`).join("");
    this.#changed.set(file, text.slice(0, end) + indented + text.slice(end));
  }
}

// @ts-check
// The files of spec/ as texts that spec:diff --write adds to. An entry goes to the end of its map or list
// by its place in the text, so that all the rest of the file stays as it was written.

import { parse, parseDocument, stringify } from "yaml";
import { isObject } from "./document.mjs";

export class SpecTexts {
  #files;
  /** @type {Map<string, string>} */
  #changed = new Map();

  /** @param {Readonly<Record<string, string>>} files texts by name, such as `spec/schemas/usage.yaml` */
  constructor(files) {
    this.#files = files;
  }

  /** @returns {Record<string, string>} the files that changed */
  changes() {
    return Object.fromEntries(this.#changed);
  }

  /**
   * @param {string} file
   * @returns {string | undefined}
   */
  read(file) {
    return this.#changed.get(file) ?? this.#files[file];
  }

  /**
   * @param {string} file
   * @returns {any} what is in it
   */
  parse(file) {
    return parse(this.read(file) ?? "");
  }

  /**
   * @param {string} file
   * @param {string} text
   */
  write(file, text) {
    this.#changed.set(file, text);
  }

  /**
   * @param {string} file
   * @param {object} entries
   * @param {string} [before] what stands between them and the rest
   */
  append(file, entries, before = "") {
    this.write(file, `${this.read(file) ?? ""}${before}${stringify(entries)}`);
  }

  /** @param {string} name of a schema; the file that has it, if any */
  fileOf(name) {
    const start = new RegExp(`^${name}:$`, "m");
    return Object.keys({ ...this.#files, ...this.changes() }).find(
      (file) => file.startsWith("spec/schemas/") && start.test(this.read(file) ?? ""),
    );
  }

  /**
   * Adds to a map or a list; does nothing where there is none, or where the entry is already.
   *
   * @param {string} file
   * @param {readonly string[]} path
   * @param {unknown[] | Record<string, unknown>} entry of one member
   */
  insert(file, path, entry) {
    const text = this.read(file) ?? "";
    const node = /** @type {any} */ (parseDocument(text).getIn(path, true));
    if (!isObject(node) || !Array.isArray(node["range"]) || isIn(entry, node)) return;
    const [start, end] = node["range"];
    if (node["flow"] === true) {
      const member = JSON.stringify(entry).slice(1, -1);
      const last = text.slice(0, end - 1).trimEnd().length;
      this.write(file, `${text.slice(0, last)}, ${member}${text.slice(last)}`);
      return;
    }
    const column = start - text.lastIndexOf("\n", start - 1) - 1;
    const last = text.slice(0, end).trimEnd().length;
    const lines = stringify(entry).trimEnd().split("\n");
    const indented = lines.map((line) => `\n${" ".repeat(column)}${line}`).join("");
    this.write(file, text.slice(0, last) + indented + text.slice(last));
  }
}

/**
 * @param {unknown[] | Record<string, unknown>} entry
 * @param {any} node of YAML
 */
function isIn(entry, node) {
  const known = node.toJSON();
  if (!Array.isArray(entry)) return Object.keys(entry).some((key) => key in known);
  return known.some(
    (/** @type {unknown} */ each) => JSON.stringify(each) === JSON.stringify(entry[0]),
  );
}

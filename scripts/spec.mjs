// @ts-check
// Reads spec/ with Redocly's library: `lintSpec` resolves with what breaks the rules of redocly.yaml,
// `bundleSpec` with the whole spec as one document. A test gives other texts for some of the files.

import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  BaseResolver,
  bundle,
  getCodeframe,
  getLineColLocation,
  lint,
  loadConfig,
  Source,
} from "@redocly/openapi-core";
import { addVertexForms } from "./vertex.mjs";

/**
 * @typedef {Readonly<Record<string, string>>} Edits texts by file, such as `spec/openapi.yaml`
 * @typedef {import("@redocly/openapi-core").NormalizedProblem} Problem
 */

/** The folder of the package, with a slash at its end. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** What the caller gave us is wrong: to be shown without a stack trace. */
export class InputError extends Error {
  /** @override */
  name = "InputError";
}

/**
 * @param {Edits} [edits] texts in place of those on disk
 * @returns {Promise<string[]>} one text for each problem, with file, line and the lines around
 */
export async function lintSpec(edits) {
  return (await lint(await optionsOf(edits))).map(describeProblem);
}

/**
 * @param {Edits} [edits] texts in place of those on disk
 * @returns {Promise<any>} the spec as one document, with the components sorted by name
 * @throws {InputError} when a reference leads nowhere
 */
export async function bundleSpec(edits) {
  const { bundle: document, problems } = await bundle(await optionsOf(edits));
  if (problems.length > 0) throw new InputError(problems.map(describeProblem).join("\n"));
  const { components, ...rest } = /** @type {any} */ (document.parsed);
  // Redocly's order is that of the first reference: with it, a new field could move other schemas.
  return addVertexForms({ ...rest, components: mapValues(components, sortKeys) });
}

/** @param {Edits} [edits] */
async function optionsOf(edits = {}) {
  const config = await loadConfig({ configPath: `${root}redocly.yaml` });
  return { ref: `${root}spec/openapi.yaml`, config, externalRefResolver: new Files(edits) };
}

class Files extends BaseResolver {
  #edits;

  /** @param {Edits} edits */
  constructor(edits) {
    super();
    this.#edits = edits;
  }

  /**
   * @override
   * @param {string} file
   */
  async loadExternalRef(file) {
    const text = this.#edits[relative(root, file)];
    return text === undefined ? super.loadExternalRef(file) : new Source(file, text);
  }
}

/** @param {Problem} problem */
function describeProblem({ ruleId, message, location: [place] }) {
  if (place === undefined) return `${message} (${ruleId})`;
  const lines = getLineColLocation(place);
  const { line, col } = lines.start;
  const file = relative(root, place.source.absoluteRef);
  return `${file}:${line}:${col} ${message} (${ruleId})\n${getCodeframe(lines, false)}\n`;
}

/**
 * @param {Record<string, Record<string, unknown>>} record
 * @param {(value: Record<string, unknown>) => unknown} change
 */
const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

/** @param {Record<string, unknown>} record */
const sortKeys = (record) =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));

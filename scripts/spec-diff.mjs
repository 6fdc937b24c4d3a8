// @ts-check
// Compares spec/ with another OpenAPI document, such as the one that the service publishes, and prints
// what differs and spec/drift.txt does not expect. With --write it puts what only the document has into
// spec/, compares again, and prints what is left to do.

import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { runIfStarted } from "./main.mjs";
import { compareDocuments } from "./spec-diff/compare.mjs";
import { readDocument } from "./spec-diff/document.mjs";
import { describeLeft } from "./spec-diff/left.mjs";
import { holdAgainst, linesOf, parseDrift, print } from "./spec-diff/report.mjs";
import { writeMissing } from "./spec-diff/write.mjs";
import { update } from "./generate.mjs";
import { bundleSpec, InputError, root } from "./spec.mjs";

const usage = `Usage: npm run spec:diff -- [options] <openapi.json|yaml>

Prints how another OpenAPI document describes our operations differently.

  --write          put what only the document has into spec/, with TODO for the descriptions,
                   and print what is left for you
  --all            print the differences that spec/drift.txt expects as well
  --fail-on-drift  exit with 1 if there are any others
  --help           print this

Exit codes: 0, 1 on drift with --fail-on-drift, 2 if there is nothing to compare.`;

/**
 * @typedef {import("./spec-diff/document.mjs").JsonObject} JsonObject
 * @typedef {ReturnType<typeof parseDrift>} Drift
 */

/** @type {import("./main.mjs").Main} */
export async function main(args, output) {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    output.log(usage);
    return 0;
  }
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) {
    throw new InputError(`Name one OpenAPI document.\n\n${usage}`);
  }
  const drift = parseDrift(readFileSync(`${root}spec/drift.txt`, "utf8"));
  const theirs = readDocument(file);
  const comparison = compareWith(await bundleSpec(), theirs, drift);
  const { expected, unexpected } = comparison;
  const count = linesOf(unexpected.filter(isDrift)).length;
  output.log(
    count === 0
      ? `No drift: ${basename(file)} describes our operations as spec/ does.`
      : `${plural(count, "unexplained difference")} from ${basename(file)}`,
  );
  const { others } = comparison;
  if (others.length > 0) {
    output.log(`Only ${basename(file)} has, and nothing here compares: ${others.join(", ")}`);
  }
  const shown = linesOf([...(values.all ? expected : []), ...(count > 0 ? unexpected : [])]);
  if (shown.length > 0) {
    const lines = shown.map(print).join("\n");
    output.log(`+ only there   - only in spec/   ~ not the same name\n\n${lines}\n`);
  }
  output.log(`${plural(expected.length, "expected difference")}, see spec/drift.txt`);
  if (values.write && count > 0) {
    const { edits, left } = await takeOver(comparison, readSpec());
    if (Object.keys(edits).length > 0) update(edits, root, false, output);
    output.log(left.join("\n"));
  }
  return values["fail-on-drift"] && count > 0 ? 1 : 0;
}

/**
 * @param {JsonObject} ours
 * @param {JsonObject} theirs
 * @param {Drift} drift
 */
export function compareWith(ours, theirs, drift) {
  const { changes, names, others } = compareDocuments(ours, theirs, drift.names);
  const { unexpected } = holdAgainst(changes, drift.expected);
  const expected = changes.filter((change) => !unexpected.includes(change));
  return { ours, theirs, drift, names, others, unexpected, expected };
}

/**
 * @param {ReturnType<typeof compareWith>} comparison
 * @param {Record<string, string>} files the texts of spec/ by file
 * @returns {Promise<{ edits: Record<string, string>, left: string[] }>} the texts that change, and what
 *   is left to do
 */
export async function takeOver({ ours, theirs, drift, names, unexpected }, files) {
  const edits = writeMissing({ files, ours, theirs, names }, unexpected);
  const after = compareWith(await bundleSpec({ ...files, ...edits }), theirs, drift);
  const left = describeLeft(
    unexpected.filter(isDrift),
    after.unexpected.filter(isDrift),
    edits,
    files,
  );
  return { edits, left };
}

/**
 * A name is not on the wire: by itself, another one is not drift.
 *
 * @param {{ kind: string }} change
 */
const isDrift = ({ kind }) => kind !== "name";

/** The texts of spec/ by file. */
function readSpec() {
  const names = readdirSync(`${root}spec`, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => name.endsWith(".yaml")).map((name) => `spec/${name}`);
  return Object.fromEntries(files.map((file) => [file, readFileSync(root + file, "utf8")]));
}

/**
 * @param {number} number
 * @param {string} noun
 */
const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        all: { type: "boolean", default: false },
        write: { type: "boolean", default: false },
        "fail-on-drift": { type: "boolean", default: false },
        help: { type: "boolean", default: false, short: "h" },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`${message}\n\n${usage}`);
  }
}

await runIfStarted(import.meta.filename, main);

// @ts-check
// Compares spec/ with another OpenAPI document, such as the one that the service publishes, and prints
// the facts that differ and that spec/drift.txt does not expect.

import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { runIfStarted } from "./main.mjs";
import { compareDocuments, holdAgainst, parseDrift } from "./spec-diff/compare.mjs";
import { readDocument } from "./spec-diff/document.mjs";
import { writeMissing } from "./spec-diff/write.mjs";
import { update } from "./generate.mjs";
import { bundleSpec, InputError, root } from "./spec.mjs";

const usage = `Usage: npm run spec:diff -- [options] <openapi.json|yaml>

Tells how another OpenAPI document describes our operations differently.

  --write          put what only the document has into spec/, with TODO for the descriptions
  --all            print the differences that spec/drift.txt expects as well
  --fail-on-drift  exit with 1 if there are any others
  --help           print this

Exit codes: 0, 1 on drift with --fail-on-drift, 2 if there is nothing to compare.`;

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
  const { names, expected } = parseDrift(readFileSync(`${root}spec/drift.txt`, "utf8"));
  const ours = await bundleSpec();
  const theirs = readDocument(file);
  const lines = compareDocuments(ours, theirs, names);
  const { unexpected } = holdAgainst(lines, expected);
  // A name is not on the wire: by itself, another one is no drift.
  const drift = unexpected.filter((line) => !line.startsWith("~"));
  output.log(
    drift.length === 0
      ? `No drift: ${basename(file)} describes our operations as spec/ does.`
      : `${count(drift.length, "unexplained difference")} from ${basename(file)}`,
  );
  const shown = values.all ? lines : drift.length > 0 ? unexpected : [];
  if (shown.length > 0) {
    output.log(`+ only there   - only in spec/   ~ not the same name\n\n${shown.join("\n")}\n`);
  }
  const expectedCount = lines.length - unexpected.length;
  output.log(`${count(expectedCount, "expected difference")}, see spec/drift.txt`);
  if (values.write) {
    const edits = writeMissing({ files: readSpec(), ours, theirs, names }, drift);
    update(edits, root, false, output);
  }
  return values["fail-on-drift"] && drift.length > 0 ? 1 : 0;
}

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
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

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

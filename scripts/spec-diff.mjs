// @ts-check
// Compares our spec with another OpenAPI document, such as the one that the service publishes.

import { realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { InputError, readDocument } from "./spec-diff/document.mjs";
import { findDrift, readExpectations } from "./spec-diff/drift.mjs";
import { printReport } from "./spec-diff/print.mjs";

const usage = `Usage: npm run spec:diff -- [options] <openapi.json|yaml>

Tells how another OpenAPI document describes the interactions differently.

  --json           print the differences as JSON
  --fail-on-drift  exit with 1 if there are any, apart from those in spec/drift.yaml
  --help           print this

Exit codes: 0, 1 on drift with --fail-on-drift, 2 if there is nothing to compare.`;

const root = join(import.meta.dirname, "..");

function main() {
  const { values, positionals } = readArguments();
  if (values.help) {
    console.log(usage);
    return;
  }
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) {
    throw new InputError(`Name one OpenAPI document.\n\n${usage}`);
  }
  const ours = readDocument(join(root, "generated/openapi.json"));
  const expectations = readExpectations(join(root, "spec/drift.yaml"));
  const report = findDrift(ours, readDocument(file), expectations);
  console.log(
    values.json ? JSON.stringify(report, undefined, 2) : printReport(report, basename(file)),
  );
  if (values["fail-on-drift"] && report.differences.length > 0) process.exitCode = 1;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: "boolean", default: false },
        "fail-on-drift": { type: "boolean", default: false },
        help: { type: "boolean", default: false, short: "h" },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new InputError(`${message}\n\n${usage}`);
  }
}

if (realpathSync(process.argv[1] ?? "") === import.meta.filename) {
  try {
    main();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

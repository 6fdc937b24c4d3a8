// @ts-check
// Writes generated/ from spec/: the bundled document, its types, and one typed call per operation.
// With --check nothing is written; the exit code is 1 when a file is missing or stale.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const require = createRequire(import.meta.url);
const banner = "// Written by `npm run generate` from spec/. Do not edit.\n";

/**
 * @typedef {{ operationId: string, summary: string, description?: string }} Operation
 * @typedef {{ paths: Record<string, Record<string, Operation>> }} OpenApiDocument
 */

/** @returns {string} the spec as one JSON document, every schema under its own name */
function bundleSpec() {
  const folder = mkdtempSync(join(tmpdir(), "gemini-interactions-"));
  try {
    const output = join(folder, "openapi.json");
    const cli = join(dirname(require.resolve("@redocly/cli/package.json")), "bin", "cli.js");
    execFileSync(process.execPath, [cli, "bundle", "spec/openapi.yaml", "--output", output], {
      cwd: root,
      // Neither usage statistics nor a look for a newer version: the build talks to nobody.
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      stdio: ["ignore", "ignore", "pipe"],
    });
    return `${JSON.stringify(JSON.parse(readFileSync(output, "utf8")), undefined, 2)}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * An open enum keeps completion for the known values and takes any other string. A plain union with
 * `string` would collapse to `string`.
 *
 * @param {{ enum?: unknown[], [key: string]: unknown }} schema
 */
function openEnum(schema) {
  if (schema["x-open-enum"] !== true || schema.enum === undefined) return undefined;
  const anyOtherString = ts.factory.createParenthesizedType(
    ts.factory.createIntersectionTypeNode([
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ts.factory.createTypeLiteralNode([]),
    ]),
  );
  const known = schema.enum.map((value) =>
    ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(String(value))),
  );
  return ts.factory.createUnionTypeNode([...known, anyOtherString]);
}

/** @param {string} bundled */
async function writeTypes(bundled) {
  const ast = await openapiTS(bundled, {
    // A default would turn an optional request field into a required one.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    transform: (schema) => openEnum(/** @type {any} */ (schema)),
  });
  return banner + astToString(ast);
}

/** @param {OpenApiDocument} document */
function writeOperations(document) {
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    ["get", "post", "delete"].flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [writeOperation(path, method, operation)];
    }),
  );
  return `${banner}
import type { Client, FetchResponse, MaybeOptionalInit } from "openapi-fetch";
import type { paths } from "./schema.ts";

/** The openapi-fetch client that every call below takes, for instance \`client.api\`. */
export type InteractionsApi = Client<paths, "application/json">;

// openapi-fetch takes unknown keys beside the typed ones.
type Open<Init> = Init & { [key: string]: unknown };

${calls.join("\n")}`;
}

/**
 * @param {string} path
 * @param {string} method
 * @param {Operation} operation
 */
function writeOperation(path, method, operation) {
  const { operationId, summary, description } = operation;
  const pathType = `paths[${JSON.stringify(path)}]`;
  const text = wrap(description ?? "", 97).map((line) => ` * ${line}`);
  return `/**
 * ${summary}: \`${method.toUpperCase()} ${path}\`.
 *
${text.join("\n")}
 */
export function ${operationId}<Init extends MaybeOptionalInit<${pathType}, "${method}">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<${pathType}["${method}"], Init, "application/json">> {
  return api.${method.toUpperCase()}(${JSON.stringify(path)}, init);
}
`;
}

/**
 * @param {string} text
 * @param {number} width
 */
function wrap(text, width) {
  /** @type {string[]} */
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** @param {string} path */
function readIfPresent(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

const check = process.argv.includes("--check");
const bundled = bundleSpec();
const files = {
  "generated/openapi.json": bundled,
  "generated/schema.ts": await writeTypes(bundled),
  "generated/operations.ts": writeOperations(JSON.parse(bundled)),
};

const stale = Object.entries(files).filter(
  ([name, text]) => readIfPresent(join(root, name)) !== text,
);
if (check) {
  for (const [name] of stale) console.error(`${name} is stale: run \`npm run generate\`.`);
  if (stale.length > 0) process.exitCode = 1;
} else {
  mkdirSync(join(root, "generated"), { recursive: true });
  for (const [name, text] of stale) {
    writeFileSync(join(root, name), text);
    console.log(`wrote ${name}`);
  }
  if (stale.length === 0) console.log("generated/ is up to date");
}

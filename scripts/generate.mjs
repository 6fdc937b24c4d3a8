// @ts-check
// Writes generated/ from spec/: the bundled document, its types, and one typed call per operation.
// With --check nothing is written; the exit code is 1 when a file is missing or stale.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { redocly } from "./redocly.mjs";

const root = join(import.meta.dirname, "..");
const banner = "// Written by `npm run generate` from spec/. Do not edit.\n";

/**
 * @typedef {{ operationId: string, summary: string, description?: string }} Operation
 * @typedef {{ paths: Record<string, Record<string, Operation>> }} OpenApiDocument
 */

/** @returns {string} the spec as one JSON document, every schema under its own name */
function bundleSpec() {
  const { status, stdout, stderr } = redocly("bundle", "spec/openapi.yaml", "--ext", "json");
  if (status !== 0) {
    console.error(stderr);
    process.exit(1);
  }
  return `${JSON.stringify(JSON.parse(stdout), undefined, 2)}\n`;
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

/**
 * What every call below takes: an openapi-fetch client, such as \`client.api\`.
 *
 * The calls are the direct way to the service. They send exactly what they are given and answer
 * \`{ data, error, response }\`: a refusal is an \`error\`, not an exception. Credentials, retries
 * and time limits are the client's; a stream that breaks off is not resumed.
 *
 * @example
 * A stream comes as bytes, and \`parseSse\` makes events of them.
 *
 * \`\`\`ts
 * const { data, error } = await operations.createInteraction(client.api, {
 *   body: { model: "gemini-2.5-flash", input: "Write a haiku about streams", stream: true },
 *   parseAs: "stream",
 * });
 * if (!data) throw new Error(JSON.stringify(error));
 * for await (const event of parseSse(data)) {
 *   if (event.event_type === "step.delta" && event.delta.type === "text") {
 *     process.stdout.write(event.delta.text);
 *   }
 * }
 * \`\`\`
 */
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

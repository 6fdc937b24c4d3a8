// @ts-check
// Writes generated/ from spec/: the bundled document, its types and their public names, one typed call
// per operation, what the testing service checks requests by and `check` compares answers with, and the
// outline, in which a change of the spec reads as facts. With --check nothing is written; the exit code is
// 1 when a file is missing or stale.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { runIfStarted } from "./main.mjs";
import { writePlainComments } from "./plain-comments.mjs";
import { writeRequestSchemas } from "./request-schemas.mjs";
import { writeResponseSchemas } from "./response-schemas.mjs";
import { writeResources } from "./resources.mjs";
import { bundleSpec, InputError, root } from "./spec.mjs";
import { outline } from "./spec-diff/outline.mjs";

const banner = "// Written by `npm run generate` from spec/. Do not edit.\n";

/** In the order in which a path's calls are written; openapi-fetch has a function for each. */
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const otherPathKeys = ["summary", "description", "servers", "parameters"];

/**
 * @typedef {{ operationId?: string, summary?: string, description?: string }} Operation
 * @typedef {{ paths: Record<string, Record<string, Operation>> }} OpenApiDocument
 */

/**
 * @param {import("./spec.mjs").Edits} [edits] texts in place of files of spec/
 * @returns {Promise<Record<string, string>>} the generated files by name
 */
export async function generate(edits) {
  const document = await bundleSpec(edits);
  const bundled = `${JSON.stringify(document, undefined, 2)}\n`;
  return {
    "generated/openapi.json": bundled,
    "generated/schema.ts": await writeTypes(bundled),
    "generated/types.ts": writeNames(document.components.schemas),
    "generated/operations.ts": writeOperations(document),
    "generated/resources.ts": banner + writeResources(document, wrap),
    "generated/request-schemas.ts": banner + writeRequestSchemas(document),
    "generated/response-schemas.ts": banner + writeResponseSchemas(document),
    "generated/outline.txt": `${outline(document).join("\n")}\n`,
  };
}

/**
 * Brings the files of a folder up to date, or with `check` only tells which are not.
 *
 * @param {Record<string, string>} files by name
 * @param {string} folder
 * @param {boolean} check
 * @param {import("./main.mjs").Output} output
 * @returns {number} the exit code
 */
export function update(files, folder, check, output) {
  const stale = Object.entries(files).filter(
    ([name, text]) => readIfPresent(join(folder, name)) !== text,
  );
  for (const [name, text] of stale) {
    if (check) {
      output.error(`${name} is stale: run \`npm run generate\`.`);
    } else {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
      output.log(`wrote ${name}`);
    }
  }
  if (stale.length === 0) output.log("generated/ is up to date");
  return check && stale.length > 0 ? 1 : 0;
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

/**
 * A file, which fetch takes as a Blob on every platform.
 *
 * @param {{ format?: string }} schema
 */
function file({ format }) {
  return format === "binary" ? ts.factory.createTypeReferenceNode("Blob") : undefined;
}

/**
 * Optional members of schemas and queries also take an explicit `undefined`, as callers write it
 * who compile with `exactOptionalPropertyTypes`. A mapped type over the requests would cost the
 * compiler more, and hide the names of types in its messages.
 *
 * @param {ts.Node} node
 * @param {boolean} isData whether the node is inside of `schemas` or a `query`
 * @returns {ts.Node}
 */
function takeUndefined(node, isData = false) {
  const holdsData = isData || ["schemas", "query"].includes(nameOf(node) ?? "");
  const visit = (/** @type {ts.Node} */ child) => takeUndefined(child, holdsData);
  const visited = ts.visitEachChild(node, visit, undefined);
  if (!isData || !ts.isPropertySignature(visited)) return visited;
  const { modifiers, name, questionToken, type } = visited;
  if (questionToken === undefined || type === undefined) return visited;
  const undefinedType = ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
  const widened = ts.factory.createUnionTypeNode([type, undefinedType]);
  return ts.factory.updatePropertySignature(visited, modifiers, name, questionToken, widened);
}

/** @param {ts.Node} node */
function nameOf(node) {
  return ts.isPropertySignature(node) && ts.isIdentifier(node.name) ? node.name.text : undefined;
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
    transform: (/** @type {any} */ schema) => openEnum(schema) ?? file(schema),
  });
  ast.forEach(writePlainComments);
  const types = ast.map((node) => /** @type {ts.Statement} */ (takeUndefined(node)));
  return banner + astToString(types);
}

/**
 * The public types: every schema but those that are marked `x-internal`, such as parts of parts.
 *
 * @param {Record<string, Record<string, unknown>>} schemas
 */
function writeNames(schemas) {
  const names = Object.keys(schemas).filter((name) => schemas[name]?.["x-internal"] !== true);
  return `${banner}
export type {
${names.map((name) => `  ${name},\n`).join("")}} from "./schema.ts";
`;
}

/** @param {OpenApiDocument} document */
function writeOperations(document) {
  const calls = Object.entries(document.paths).flatMap(([path, item]) => {
    const unknown = Object.keys(item).find(
      (key) => ![...methods, ...otherPathKeys].includes(key) && !key.startsWith("x-"),
    );
    if (unknown !== undefined) {
      throw new InputError(`${path}: no call can be generated for the method "${unknown}".`);
    }
    return methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [writeOperation(path, method, operation)];
    });
  });
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
 *   body: { model: "gemini-3.8-flash", input: "Write a haiku about streams", stream: true },
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
  if (!operationId || !summary || !description?.trim() || /\bTODO\b/.test(description)) {
    throw new InputError(
      `${method.toUpperCase()} ${path} needs an operationId, a summary and a description.`,
    );
  }
  const pathType = `paths[${JSON.stringify(path)}]`;
  const text = wrap(description, 97).map((line) => ` * ${line}`);
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

/** @type {import("./main.mjs").Main} */
async function main(args, output) {
  return update(await generate(), root, args.includes("--check"), output);
}

await runIfStarted(import.meta.filename, main);

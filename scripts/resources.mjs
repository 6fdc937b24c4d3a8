// @ts-check
// Writes generated/resources.ts: for each tag beside interactions the methods of its client, one for each
// operation with an `x-method`, and where Vertex AI has the paths of the Gemini API. In comes the bundled
// document with the Vertex forms.

import { callsOf } from "./resources/calls.mjs";
import { writeClient } from "./resources/methods.mjs";
import { geminiVersion, vertexFormsOf } from "./vertex.mjs";

/**
 * @param {any} document
 * @param {(text: string, width: number) => string[]} wrap
 */
export function writeResources(document, wrap) {
  const all = callsOf(document);
  const calls = all.filter(({ operation }) => operation.tags[0] !== "interactions");
  const prefixes = Object.assign(
    {},
    ...all.map(({ path, id }) => vertexFormsOf(document, path, id)),
  );
  const isGeminiOnly = (/** @type {(typeof all)[number]} */ { path, id }) =>
    !("scoped" in vertexFormsOf(document, path, id));
  const geminiOnly = Object.fromEntries(
    all.filter(isGeminiOnly).map(({ path, operation }) => [path, nameOf(operation)]),
  );
  const tags = document.tags.filter((/** @type {any} */ { name }) =>
    calls.some(({ operation }) => operation.tags[0] === name),
  );
  const operationIds = calls.flatMap(({ id, finish }) => [id, finish?.id ?? []].flat());
  const clients = tags.map((/** @type {any} */ tag) =>
    writeClient(
      tag,
      calls.filter(({ operation }) => operation.tags[0] === tag.name),
      wrap,
    ),
  );
  const types = [
    ...new Set(
      calls.flatMap(({ body, answer, finish }) =>
        [body ?? [], answer ?? [], finish?.answer ?? []].flat(),
      ),
    ),
  ];
  return `
import type { ApiPromise } from "../src/model/api-promise.ts";
import type { Bytes, Sender } from "../src/model/generated.ts";
import type { CallOptions } from "../src/model/options.ts";
import {
${operationIds.map((id) => `  ${id},\n`).join("")}} from "./operations.ts";
import type {
${types
  .toSorted()
  .map((name) => `  ${name},\n`)
  .join("")}  paths,
} from "./schema.ts";

/** What Vertex AI has in place of \`${geminiVersion}\` before the rest of a path. */
export const vertexPrefixes = ${JSON.stringify(prefixes, undefined, 2)} as const;

/** The methods that Vertex AI does not have, by their paths. */
export const geminiOnly: Readonly<Record<string, string>> = ${JSON.stringify(geminiOnly, undefined, 2)};

type Query<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  parameters: { query?: infer Members };
}
  ? Members
  : never;

${clients.join("\n")}`;
}

/** @param {any} operation */
const nameOf = ({ tags: [tag], "x-method": name, "x-upload-method": upload }) =>
  `${tag}.${name ?? upload}`;

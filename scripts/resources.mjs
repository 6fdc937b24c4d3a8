// @ts-check
// Writes generated/resources.ts: for each operation with an `x-method` one function that sends it to the
// place where a client's resources are (the Gemini API, or one of the forms of Vertex AI), and for each
// tag beside interactions the methods of its client. In comes the bundled document with the Vertex forms.
// A method whose path has no such form throws a TypeError on Vertex AI.

import { callsOf, formsOf, writeForms } from "./resources/calls.mjs";
import { writeClient } from "./resources/methods.mjs";

/** @typedef {import("./resources/calls.mjs").Call} Call */

/**
 * @param {any} document
 * @param {(text: string, width: number) => string[]} wrap
 */
export function writeResources(document, wrap) {
  const calls = callsOf(document);
  const all = new Set(
    Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId ?? ""),
    ),
  );
  const tags = document.tags.filter(
    (/** @type {any} */ { name }) =>
      name !== "interactions" && calls.some(({ operation }) => operation.tags[0] === name),
  );
  const operationIds = calls.flatMap(({ id, finish }) =>
    [id, finish?.id ?? []].flat().flatMap((each) => formsOf(each, all)),
  );
  const clients = tags.map((/** @type {any} */ tag) =>
    writeClient(
      tag,
      calls.filter(({ operation }) => operation.tags[0] === tag.name),
      all,
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
import type { ParseAs } from "openapi-fetch";
import type { ApiPromise } from "../src/model/api-promise.ts";
import type { CallOptions } from "../src/model/options.ts";
import type { ResourceScope } from "../src/model/resource-name.ts";
import {
${operationIds.map((id) => `  ${id},\n`).join("")}} from "./operations.ts";
import type { InteractionsApi } from "./operations.ts";
import type {
${types
  .toSorted()
  .map((name) => `  ${name},\n`)
  .join("")}  paths,
} from "./schema.ts";

/** Where the resources of a client are. */
export type Place =
  | { readonly form: "gemini"; readonly api: InteractionsApi }
  | { readonly form: "scoped"; readonly api: InteractionsApi; readonly scope: ResourceScope };

/** Where one interaction is: on Vertex AI also without project and location. */
export type IdPlace = Place | { readonly form: "unscoped"; readonly api: InteractionsApi };

/** How one call is sent: what openapi-fetch is given beside the parameters. */
export type Sending = {
  headers: Record<string, string>;
  fetch: (request: Request) => Promise<Response>;
  parseAs?: ParseAs;
};

/** What every call resolves with. */
export interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What the clients below send their calls by; see src/http/resources.ts. */
export interface Sender {
  /** The answer is JSON. */
  json<Data>(
    options: CallOptions | undefined,
    params: object | undefined,
    send: (at: Place, how: Sending) => Promise<Result<Data>>,
  ): ApiPromise<Data>;
  /** The answer is that it was done. */
  done(
    options: CallOptions | undefined,
    params: object | undefined,
    send: (at: Place, how: Sending) => Promise<Result<unknown>>,
  ): ApiPromise<void>;
  /** The answer is a file. */
  bytes(
    options: CallOptions | undefined,
    send: (
      at: Place,
      how: Sending & { parseAs: "arrayBuffer" },
    ) => Promise<Result<ArrayBuffer>>,
  ): ApiPromise<Bytes>;
  /** Two calls: one opens an upload, the other sends the file and is answered with JSON. */
  upload<Data>(
    options: CallOptions | undefined,
    params: object,
    file: Uint8Array | Blob,
    start: (at: Place, how: Sending, file: Blob) => Promise<Result<unknown>>,
    finish: (at: Place, how: Sending, upload: Upload) => Promise<Result<Data>>,
  ): ApiPromise<Data>;
}

/** What the second call of an upload is given. */
export interface Upload {
  readonly body: Blob;
  /** Sends it as it is. */
  readonly bodySerializer: (body: Blob) => Blob;
  /** Of the address that the first one was answered with. */
  readonly query: { upload_id: string };
}

/** \`Uint8Array<ArrayBuffer>\`; before TypeScript 5.7 \`Uint8Array\`, which is not generic there. */
type Bytes = ReturnType<TextEncoder["encode"]>;

type Query<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  parameters: { query?: infer Members };
}
  ? Members
  : never;

function geminiOnly(method: string): never {
  throw new TypeError(
    \`\${method}() is a call of the Gemini API: Vertex AI has none like it. Use a client with an apiKey.\`,
  );
}

${calls
  .filter(({ operation }) => operation.tags[0] === "interactions")
  .map((call) => writeRoute(call, all))
  .join("\n")}
${clients.join("\n")}`;
}

/**
 * An operation of interactions. Its answer may be a stream, so `How` goes into its type.
 *
 * @param {Call} call
 * @param {Set<string>} all
 */
function writeRoute(call, all) {
  const { id, ids, query, body } = call;
  const args = [
    ...ids.map((name) => `${name}: string`),
    ...(body === undefined ? [] : [`body: ${body}`]),
    ...(query === undefined ? [] : [`query: ${query}`]),
  ];
  const names = { body: body && "body", query: query && "query" };
  const [gemini, scoped, unscoped] = writeForms(call, all, names);
  const [nameOfGemini, nameOfScoped] = formsOf(id, all);
  /** @param {string[]} path */
  const sent = (path) => {
    const params = [
      ...(path.length > 0 ? [`path: { ${path.map((name) => `${name}: string`).join("; ")} }`] : []),
      ...(query === undefined ? [] : [`query: ${query}`]),
    ];
    return `How & {${params.length > 0 ? ` params: { ${params.join("; ")} };` : ""}${body === undefined ? "" : ` body: ${body};`} }`;
  };
  return `/** {@link ${id}}, on whatever place the client's resources are. */
export function ${id}At<How extends Sending>(
  at: ${unscoped === undefined ? "Place" : "IdPlace"},
  how: How,
${args.map((arg) => `  ${arg},\n`).join("")}): ReturnType<
  | typeof ${nameOfGemini}<${sent(ids)}>
  | typeof ${nameOfScoped}<${sent(["project", "location", ...ids])}>
> {
  if (at.form === "gemini") return ${gemini};
${unscoped === undefined ? "" : `  if (at.form === "unscoped") return ${unscoped};\n`}  return ${scoped};
}
`;
}

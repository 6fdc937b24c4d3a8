// @ts-check
// Writes generated/resources.ts: for each operation with an `x-method` one function that sends it to the
// place where a client's resources are (the Gemini API, or one of the forms of Vertex AI), and for each
// tag beside interactions the methods of its client. In comes the bundled document with the Vertex forms.

import { vertexId } from "./vertex.mjs";

/** @typedef {{ id: string, path: string, method: string, operation: any, ids: string[], query: string | undefined, body: string | undefined, isBodyOptional: boolean, answer: string | undefined }} Call */

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
  const operationIds = calls.flatMap(({ id }) => formsOf(id, all));
  const clients = tags.map((/** @type {any} */ tag) =>
    writeClient(
      tag,
      calls.filter(({ operation }) => operation.tags[0] === tag.name),
      all,
      wrap,
    ),
  );
  const types = [
    ...new Set(calls.flatMap(({ body, answer }) => [body ?? [], answer ?? []].flat())),
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
}

/** \`Uint8Array<ArrayBuffer>\`; before TypeScript 5.7 \`Uint8Array\`, which is not generic there. */
type Bytes = ReturnType<TextEncoder["encode"]>;

type Query<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  parameters: { query?: infer Members };
}
  ? Members
  : never;

${calls
  .filter(({ operation }) => operation.tags[0] === "interactions")
  .map((call) => writeRoute(call, all))
  .join("\n")}
${clients.join("\n")}`;
}

/**
 * @param {any} document
 * @returns {Call[]}
 */
function callsOf(document) {
  return Object.entries(document.paths).flatMap(([path, { parameters = [], ...item }]) =>
    path.startsWith("/v1beta/")
      ? Object.entries(/** @type {Record<string, any>} */ (item)).flatMap(([method, operation]) => {
          if (operation["x-method"] === undefined) return [];
          const all = [...parameters, ...(operation.parameters ?? [])].map((it) =>
            follow(document, it),
          );
          const body = follow(document, operation.requestBody ?? {});
          const schema = jsonOf(body);
          const answer = jsonOf(follow(document, operation.responses["200"]));
          return {
            id: operation.operationId,
            path,
            method,
            operation,
            ids: all.filter((it) => it.in === "path").map(({ name }) => name),
            query: all.some((it) => it.in === "query")
              ? `Query<${JSON.stringify(path)}, "${method}">`
              : undefined,
            // A body that says nothing is left out.
            body: nameOf(schema),
            isBodyOptional:
              (follow(document, schema).required ?? []).length === 0 &&
              follow(document, schema).oneOf === undefined &&
              follow(document, schema).anyOf === undefined,
            answer: nameOf(answer),
          };
        })
      : [],
  );
}

/** @param {any} document @param {any} node */
function follow(document, node) {
  if (node?.$ref === undefined) return node ?? {};
  return node.$ref
    .slice(2)
    .split("/")
    .reduce((/** @type {any} */ at, /** @type {string} */ key) => at[key], document);
}

/** @param {any} part */
const jsonOf = (part) => part.content?.["application/json"]?.schema ?? {};

/** @param {any} schema */
const nameOf = (schema) => schema.$ref?.split("/").at(-1);

/** @param {string} id @param {Set<string>} all */
function formsOf(id, all) {
  return [id, vertexId(id), vertexId(id, "UnscopedVertex")].filter((name) => all.has(name));
}

/** @param {string} name @param {string} value */
const member = (name, value) => (name === value ? name : `${name}: ${value}`);

/**
 * The call at each form of the place; `names` are what its parameters are called there.
 *
 * @param {Call} call
 * @param {Set<string>} all
 * @param {{ body?: string | undefined, query?: string | undefined }} names
 */
function writeForms({ id, ids }, all, { body, query }) {
  /** @param {string[]} path */
  const init = (path) => {
    const params = [
      ...(path.length > 0 ? [`path: { ${path.join(", ")} }`] : []),
      ...(query === undefined ? [] : [member("query", query)]),
    ];
    return [
      "...how",
      ...(params.length > 0 ? [`params: { ${params.join(", ")} }`] : []),
      ...(body === undefined ? [] : [member("body", body)]),
    ].join(", ");
  };
  return formsOf(id, all).map((name, index) => {
    const path = index === 1 ? ["...at.scope", ...ids] : ids;
    return `${name}(at.api, { ${init(path)} })`;
  });
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

/**
 * @param {{ name: string, description: string }} tag
 * @param {Call[]} calls
 * @param {Set<string>} all
 * @param {(text: string, width: number) => string[]} wrap
 */
function writeClient({ name, description }, calls, all, wrap) {
  const type = name.slice(0, 1).toUpperCase() + name.slice(1);
  const methods = calls.flatMap((call) => {
    const { "x-method": method, "x-media-method": media, description: text } = call.operation;
    return [
      { call, method, text, isMedia: false },
      ...(media === undefined
        ? []
        : [{ call, method: media, text: "Reads a file as bytes.", isMedia: true }]),
    ];
  });
  const signatures = methods.map(({ call, method, text, isMedia }) => {
    const args = [
      ...call.ids.map((id) => `${id}: string`),
      ...(call.body === undefined ? [] : [`params${call.isBodyOptional ? "?" : ""}: ${call.body}`]),
      ...(call.query === undefined || call.body !== undefined || isMedia
        ? []
        : [`params?: ${call.query}`]),
      "options?: CallOptions",
    ];
    const answer = isMedia ? "Bytes" : (call.answer ?? "void");
    const lines = wrap(text, 94).map((line) => `   * ${line}\n`);
    return `  /**\n${lines.join("")}   */\n  readonly ${method}: (${args.join(", ")}) => ApiPromise<${answer}>;\n`;
  });
  const bodies = methods.map(({ call, method, isMedia }) => {
    const hasParams = (call.body ?? call.query) !== undefined && !isMedia;
    const isOptional = call.body === undefined || call.isBodyOptional;
    const args = [
      ...call.ids,
      ...(hasParams ? [isOptional ? "params = {}" : "params"] : []),
      "options",
    ];
    const [gemini, scoped] = writeForms(call, all, {
      body: call.body && "params",
      query: isMedia
        ? '{ alt: "media" }'
        : call.body === undefined && call.query
          ? "params"
          : undefined,
    });
    const how = isMedia
      ? "bytes(options, "
      : `${call.answer === undefined ? "done" : "json"}(options, ${hasParams ? "params" : "undefined"}, `;
    return `    ${method}: (${args.join(", ")}) =>
      send.${how}(at, how) =>
        at.form === "gemini"
          ? ${gemini}
          : ${scoped},
      ),
`;
  });
  return `/** ${description} */
export interface ${type} {
${signatures.join("")}}

/** The calls of one client's ${name}. */
export function create${type}(send: Sender): ${type} {
  return {
${bodies.join("")}  };
}
`;
}

// @ts-check
// Writes the client of one tag: an interface with a method for each call, and the function that makes it.
// A call is one of four kinds, by its answer: JSON, nothing, the bytes of a file (`x-media-method`), or an
// upload of two calls (`x-upload-method`).

import { writeCall } from "./calls.mjs";

/** @typedef {import("./calls.mjs").Call} Call */
/** @typedef {{ name: string, text: string, args: string[], answer: string, write: () => string }} Method */

/**
 * @param {{ name: string, description: string }} tag
 * @param {Call[]} calls
 * @param {(text: string, width: number) => string[]} wrap
 */
export function writeClient({ name: tag, description }, calls, wrap) {
  const type = tag.slice(0, 1).toUpperCase() + tag.slice(1);
  const methods = calls.flatMap((call) => methodsOf(call));
  const signatures = methods.map(({ name, text, args, answer }) => {
    const lines = wrap(text, 94).map((line) => `   * ${line}\n`);
    const params = [...args, "options?: CallOptions"].join(", ");
    return `  /**\n${lines.join("")}   */\n  readonly ${name}: (${params}) => ApiPromise<${answer}>;\n`;
  });
  return `/** ${description} */
export interface ${type} {
${signatures.join("")}}

/** The calls of one client's ${tag}. */
export function create${type}(send: Sender): ${type} {
  return {
${methods.map(({ write }) => write()).join("")}  };
}
`;
}

/**
 * @param {Call} call
 * @returns {Method[]}
 */
function methodsOf(call) {
  const { "x-method": name, "x-media-method": media, "x-upload-method": upload } = call.operation;
  return [
    ...(name === undefined ? [] : [plainMethod(call, name)]),
    ...(media === undefined ? [] : [mediaMethod(call, media)]),
    ...(upload === undefined ? [] : [uploadMethod(call, upload)]),
  ];
}

/** @param {Call} call @param {string} name @returns {Method} */
function plainMethod(call, name) {
  const { ids, body, query, queryNames, isBodyOptional, answer, operation } = call;
  const hasBoth = body !== undefined && query !== undefined;
  const hasParams = (body ?? query) !== undefined;
  const isOptional = body === undefined || isBodyOptional;
  const type = hasBoth ? `${body} & ${query}` : (body ?? query);
  const names = queryNames.join(", ");
  const sent = writeCall(
    call,
    hasBoth
      ? { body: "body", query: `{ ${names} }` }
      : { body: body && "params", query: query && "params" },
  );
  // Flat for the caller; here the members of the query are told from those of the body.
  const split = `{
        const { ${names}, ...body } = params;
        return ${sent};
      }`;
  return {
    name,
    text: operation.description,
    args: [
      ...ids.map((id) => `${id}: string`),
      ...(hasParams ? [`params${isOptional ? "?" : ""}: ${type}`] : []),
    ],
    answer: answer ?? "void",
    write: () => {
      const args = [...ids, ...(hasParams ? [isOptional ? "params = {}" : "params"] : [])];
      const kind = answer === undefined ? "done" : "json";
      return `    ${name}: (${[...args, "options"].join(", ")}) =>
      send.${kind}(options, ${hasParams ? "params" : "undefined"}, (api, how) => ${hasBoth ? split : sent}),
`;
    },
  };
}

/** @param {Call} call @param {string} name @returns {Method} */
function mediaMethod(call, name) {
  const sent = writeCall(call, { query: '{ alt: "media" }' });
  return {
    name,
    text: "Reads a file as bytes.",
    args: call.ids.map((id) => `${id}: string`),
    answer: "Bytes",
    write: () => `    ${name}: (${[...call.ids, "options"].join(", ")}) =>
      send.bytes(options, (api, how) => ${sent}),
`,
  };
}

/**
 * Google's resumable protocol with all bytes in one request.
 *
 * @param {Call} call @param {string} name @returns {Method}
 */
function uploadMethod(call, name) {
  const { ids, query, finish } = call;
  if (finish === undefined) throw new Error(`${name} needs a POST beside its start.`);
  const start = `{
          "X-Goog-Upload-Protocol": "resumable",
          "X-Goog-Upload-Command": "start",
          "X-Goog-Upload-Header-Content-Length": body.size,
          "X-Goog-Upload-Header-Content-Type": body.type,
        }`;
  const last = '{ "X-Goog-Upload-Command": "upload, finalize", "X-Goog-Upload-Offset": 0 }';
  return {
    name,
    text: "Writes a file, by two requests. A file that exists is replaced with `overwrite: true` only. Each request has `timeoutMs` of its own, by default 30 seconds.",
    args: [...ids.map((id) => `${id}: string`), "file: Uint8Array | Blob", `params?: ${query}`],
    answer: finish.answer ?? "void",
    write: () => `    ${name}: (${[...ids, "file", "params = {}", "options"].join(", ")}) =>
      send.upload(
        options,
        params,
        file,
        (api, how, body) => ${writeCall(call, { query: "params", header: start })},
        (api, how, { query, ...rest }) => ${writeCall(finish, { query: "query", header: last, rest: "rest" })},
      ),
`,
  };
}

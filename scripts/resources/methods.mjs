// @ts-check
// Writes the client of one tag: an interface with a method for each call, and the function that makes it.
// A call is one of four kinds, by its answer: JSON, nothing, the bytes of a file (`x-media-method`), or an
// upload of two calls (`x-upload-method`).

import { writeForms } from "./calls.mjs";

/** @typedef {import("./calls.mjs").Call} Call */
/** @typedef {{ name: string, text: string, args: string[], answer: string, write: () => string }} Method */

/**
 * @param {{ name: string, description: string }} tag
 * @param {Call[]} calls
 * @param {Set<string>} all
 * @param {(text: string, width: number) => string[]} wrap
 */
export function writeClient({ name: tag, description }, calls, all, wrap) {
  const type = tag.slice(0, 1).toUpperCase() + tag.slice(1);
  const methods = calls.flatMap((call) => methodsOf(call, tag, all));
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
 * @param {string} tag
 * @param {Set<string>} all
 * @returns {Method[]}
 */
function methodsOf(call, tag, all) {
  const { "x-method": name, "x-media-method": media, "x-upload-method": upload } = call.operation;
  return [
    ...(name === undefined ? [] : [plainMethod(call, `${tag}.${name}`, all)]),
    ...(media === undefined ? [] : [mediaMethod(call, `${tag}.${media}`, all)]),
    ...(upload === undefined ? [] : [uploadMethod(call, `${tag}.${upload}`, all)]),
  ];
}

/** @param {Call} call @param {string} title @param {Set<string>} all @returns {Method} */
function plainMethod(call, title, all) {
  const { ids, body, query, queryNames, isBodyOptional, answer, operation } = call;
  const hasBoth = body !== undefined && query !== undefined;
  const hasParams = (body ?? query) !== undefined;
  const isOptional = body === undefined || isBodyOptional;
  const type = hasBoth ? `${body} & ${query}` : (body ?? query);
  const names = queryNames.join(", ");
  const sent = atPlace(
    call,
    title,
    all,
    hasBoth
      ? { body: "body", query: `{ ${names} }` }
      : { body: body && "params", query: query && "params" },
  );
  // Flat for the caller; here the members of the query are told from those of the body.
  const split = `{
        const { ${names}, ...body } = params;
        return ${sent.trim()};
      }`;
  return {
    name: nameOf(title),
    text: operation.description,
    args: [
      ...ids.map((id) => `${id}: string`),
      ...(hasParams ? [`params${isOptional ? "?" : ""}: ${type}`] : []),
    ],
    answer: answer ?? "void",
    write: () => {
      const args = [...ids, ...(hasParams ? [isOptional ? "params = {}" : "params"] : [])];
      const kind = answer === undefined ? "done" : "json";
      return `    ${nameOf(title)}: (${[...args, "options"].join(", ")}) =>
      send.${kind}(options, ${hasParams ? "params" : "undefined"}, (at, how) => ${hasBoth ? split : sent}),
`;
    },
  };
}

/** @param {Call} call @param {string} title @param {Set<string>} all @returns {Method} */
function mediaMethod(call, title, all) {
  const sent = atPlace(call, title, all, { query: '{ alt: "media" }' });
  return {
    name: nameOf(title),
    text: "Reads a file as bytes.",
    args: call.ids.map((id) => `${id}: string`),
    answer: "Bytes",
    write: () => `    ${nameOf(title)}: (${[...call.ids, "options"].join(", ")}) =>
      send.bytes(options, (at, how) => ${sent}),
`,
  };
}

/**
 * Google's resumable protocol with all bytes in one request.
 *
 * @param {Call} call @param {string} title @param {Set<string>} all @returns {Method}
 */
function uploadMethod(call, title, all) {
  const { ids, query, finish } = call;
  if (finish === undefined) throw new Error(`${title} needs a POST beside its start.`);
  const start = `{
          "X-Goog-Upload-Protocol": "resumable",
          "X-Goog-Upload-Command": "start",
          "X-Goog-Upload-Header-Content-Length": body.size,
          "X-Goog-Upload-Header-Content-Type": body.type,
        }`;
  const last = '{ "X-Goog-Upload-Command": "upload, finalize", "X-Goog-Upload-Offset": 0 }';
  return {
    name: nameOf(title),
    text: "Writes a file, by two requests. A file that exists is replaced with `overwrite: true` only. Each request has `timeoutMs` of its own, by default 30 seconds.",
    args: [...ids.map((id) => `${id}: string`), "file: Uint8Array | Blob", `params?: ${query}`],
    answer: finish.answer ?? "void",
    write:
      () => `    ${nameOf(title)}: (${[...ids, "file", "params = {}", "options"].join(", ")}) =>
      send.upload(
        options,
        params,
        file,
        (at, how, body) => ${atPlace(call, title, all, { query: "params", header: start })},
        (at, how, { query, ...rest }) => ${atPlace(finish, title, all, { query: "query", header: last, rest: "rest" })},
      ),
`,
  };
}

/**
 * The operation at the place of a client.
 *
 * @param {Call} call @param {string} title @param {Set<string>} all
 * @param {Parameters<typeof writeForms>[2]} names
 */
function atPlace(call, title, all, names) {
  const [gemini, scoped] = writeForms(call, all, names);
  return `
        at.form === "gemini"
          ? ${gemini}
          : ${scoped ?? `geminiOnly("${title}")`}`;
}

/** @param {string} title */
const nameOf = (title) => title.slice(title.indexOf(".") + 1);

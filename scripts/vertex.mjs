// @ts-check
// Writes the Vertex forms of the paths: the same operations under another prefix, with other servers and
// credentials. `x-vertex` of the document says what the forms are, `x-vertex` of a path which of them it
// has. So the spec names every URL that is ever sent, and no operation is written twice by hand.

/** What every path of the Gemini API begins with. */
export const geminiVersion = "/v1beta";

/** What goes before the rest of an operationId, after its verb, and at the end of its summary. */
const names = {
  scoped: ["Vertex", "on Vertex AI"],
  unscoped: ["UnscopedVertex", "on Vertex AI without its project and location"],
};

/** @param {any} document the bundled document; a path's `x-vertex` does not stay in it */
export function addVertexForms({ "x-vertex": vertex, paths, components, ...rest }) {
  /** @type {Record<string, any>} */
  const all = {};
  /** @type {Record<string, any>} */
  const added = {};
  for (const [path, { "x-vertex": forms = [], ...item }] of Object.entries(paths)) {
    all[path] = item;
    for (const form of forms) {
      added[vertex[form] + path.slice(geminiVersion.length)] = vertexItem(item, form, vertex);
    }
  }
  const securitySchemes = { ...components.securitySchemes, ...vertex.securitySchemes };
  return { ...rest, paths: { ...all, ...added }, components: { ...components, securitySchemes } };
}

/**
 * @param {any} item
 * @param {"scoped" | "unscoped"} form
 * @param {any} vertex
 */
function vertexItem(
  { parameters = [], ...operations },
  form,
  { servers, securitySchemes, ...prefixes },
) {
  const scope = [...prefixes[form].matchAll(/\{(\w)(\w+)\}/g)].map(([, first = "", others]) => ({
    $ref: `#/components/parameters/${first.toUpperCase()}${others}`,
  }));
  const all = [...scope, ...parameters];
  const security = Object.keys(securitySchemes).map((name) => ({ [name]: [] }));
  const changed = Object.entries(operations).map(([method, operation]) => {
    const { operationId, summary, tags: _, ...same } = operation;
    const [infix, place] = names[form];
    return [
      method,
      {
        operationId: vertexId(operationId, infix),
        tags: ["vertex"],
        summary: `${summary} ${place}`,
        security,
        ...same,
      },
    ];
  });
  return {
    servers,
    ...(all.length > 0 && { parameters: all }),
    ...Object.fromEntries(changed),
  };
}

/**
 * What the forms of an operation have before the rest of its path.
 *
 * @param {any} document with the Vertex forms
 * @param {string} path
 * @param {string} operationId
 * @returns {{ scoped?: string, unscoped?: string }}
 */
export function vertexFormsOf({ paths }, path, operationId) {
  const rest = path.slice(geminiVersion.length);
  return Object.fromEntries(
    Object.entries(names).flatMap(([form, [infix = ""]]) => {
      const id = vertexId(operationId, infix);
      const found = Object.entries(paths).find(([, item]) =>
        Object.values(item).some((/** @type {any} */ operation) => operation.operationId === id),
      );
      return found === undefined ? [] : [[form, found[0].slice(0, -rest.length)]];
    }),
  );
}

/**
 * `getAgent` becomes `getVertexAgent`.
 *
 * @param {string} operationId
 * @param {string} [infix]
 */
const vertexId = (operationId, infix = "") => operationId.replace(/(?=[A-Z])/, infix);

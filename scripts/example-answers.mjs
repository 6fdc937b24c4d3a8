// @ts-check
// What the testing service answers to the examples of docs/: enough of each kind of run for an example
// to have something to work with. It looks at what a request asks for: functions, a schema, media,
// sources, research.

/**
 * @typedef {import("gemini-interactions/testing").Answer} Answer
 * @typedef {Parameters<import("gemini-interactions/testing").Respond>[0]} Request
 * @typedef {import("gemini-interactions").Step} Step
 * @typedef {import("gemini-interactions").ResponseFormat} ResponseFormat
 */

/**
 * @param {Request} request
 * @returns {Answer}
 */
export function answer(request) {
  const { input, tools = [], continuation_token: token } = request;
  const formats = [request.response_format ?? []].flat();
  const functions = tools.flatMap((tool) => (tool.type === "function" ? [tool] : []));
  const hasResults = Array.isArray(input) && input.some(({ type }) => type === "function_result");
  if (functions.length > 0 && !hasResults) {
    return {
      steps: functions.map(({ name = "", parameters = {} }, index) => ({
        type: "function_call",
        id: `call_${index}`,
        name,
        // The schema of arguments is one of an object.
        arguments: /** @type {Record<string, unknown>} */ (
          sample({ type: "object", ...parameters })
        ),
      })),
    };
  }
  if (input === "Write a novel" && token === undefined) {
    return {
      steps: [text("It was a dark ")],
      status: "requires_continuation",
      continuation_token: "dG9rZW4=",
    };
  }
  if ("agent" in request && request.agent.startsWith("deep-research")) return { steps: research };
  if (tools.some(({ type }) => type === "google_search")) return { steps: searched };
  return { steps: [{ type: "model_output", content: contentFor(formats) }] };
}

/**
 * @param {ResponseFormat[]} formats
 * @returns {import("gemini-interactions").Content[]}
 */
function contentFor(formats) {
  const format = /** @type {Schema} */ (formats[0] ?? { type: "text" });
  switch (format["type"]) {
    case "image":
      return [{ type: "image", data: btoa("an image"), mime_type: "image/png" }];
    case "audio":
      return [{ type: "audio", data: btoa("some sound"), mime_type: "audio/wav" }];
    default: {
      const schema = format["schema"];
      const value = schema === undefined ? "Paris." : JSON.stringify(sample(schema));
      return [{ type: "text", text: value }];
    }
  }
}

/** @typedef {{ [keyword: string]: any }} Schema */

/**
 * A value that fits a simple schema.
 *
 * @param {Schema} schema
 * @returns {unknown}
 */
function sample(schema) {
  switch (schema["type"]) {
    case "object": {
      const entries = Object.entries(schema["properties"] ?? {});
      return Object.fromEntries(entries.map(([name, member]) => [name, sample(member)]));
    }
    case "array":
      return [sample(schema["items"] ?? {})];
    case "number":
    case "integer":
      return 7;
    case "boolean":
      return true;
    default:
      return schema["const"] ?? schema["enum"]?.[0] ?? "Oslo";
  }
}

/**
 * @param {string} value
 * @param {import("gemini-interactions").Annotation[]} annotations
 * @returns {Step}
 */
function text(value, ...annotations) {
  return { type: "model_output", content: [{ type: "text", text: value, annotations }] };
}

/** @type {import("gemini-interactions").Annotation} */
const citation = {
  type: "url_citation",
  url: "https://example.com/oslo",
  title: "Oslo",
  start_index: 0,
  end_index: 13,
};

/** @type {Step[]} */
const searched = [
  { type: "google_search_call", id: "search", arguments: { queries: ["Oslo"] } },
  {
    type: "google_search_result",
    call_id: "search",
    result: [{ search_suggestions: "<b>Oslo</b>" }],
  },
  text("Oslo is größer than Bergen.", citation),
];

/** @type {Step[]} */
const research = [
  { type: "thought", summary: [{ type: "text", text: "First the sources." }], signature: "c2ln" },
  ...searched,
];

// @ts-check
// What an editor shows of a program: the text of a hover, and the members that it offers. It asks the
// language service of whichever TypeScript it is given, so that one list of expectations holds for all.

/**
 * @typedef {object} Editor
 * @property {string[]} errors the compiler's messages
 * @property {(place: string) => string[]} hover the paragraphs of what a hover over the name before a
 * marker shows, tags included
 * @property {(place: string) => string[]} offered the names that are offered at a marker
 * @property {(place: string, name: string) => string[]} details what is shown beside one of them
 */

/**
 * @param {typeof import("typescript")} ts
 * @param {string} file path of the program, which need not exist
 * @param {string} source its text, with markers: comments without spaces around them
 * @param {import("typescript").CompilerOptions} options
 * @returns {Editor}
 */
export function openEditor(ts, file, source, options) {
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === file ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
    getDefaultLibFileName: (options_) => ts.getDefaultLibFilePath(options_),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
    directoryExists: (name) => ts.sys.directoryExists(name),
  });
  const positionOf = (/** @type {string} */ place) => {
    const position = source.indexOf(`/*${place}*/`);
    if (position === -1) throw new Error(`The program has no place "${place}".`);
    return position;
  };
  /** @param {Pick<import("typescript").QuickInfo, "documentation" | "tags"> | undefined} shown */
  const paragraphs = (shown) => {
    const text = ts.displayPartsToString(shown?.documentation);
    const tags = (shown?.tags ?? []).map((tag) =>
      `@${tag.name} ${ts.displayPartsToString(tag.text)}`.trim(),
    );
    return [...(text === "" ? [] : text.split("\n")), ...tags];
  };
  return {
    errors: service
      .getSemanticDiagnostics(file)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    hover: (place) => {
      // The formatter puts blanks and semicolons between a name and its marker.
      const before = source.slice(0, positionOf(place)).replace(/\W+$/, "");
      return paragraphs(service.getQuickInfoAtPosition(file, before.length - 1));
    },
    offered: (place) =>
      (service.getCompletionsAtPosition(file, positionOf(place), undefined)?.entries ?? []).map(
        ({ name }) => name,
      ),
    details: (place, name) =>
      paragraphs(
        service.getCompletionEntryDetails(
          file,
          positionOf(place),
          name,
          undefined,
          undefined,
          undefined,
          undefined,
        ),
      ),
  };
}

/** A part of what a hover has to say, by place. */
export const hovers = {
  create: "Runs a model or an agent.",
  model: "Id of the model that answers",
  input: "What to answer.",
  background: "poll or reattach by id",
  "background before model": "poll or reattach by id",
  generation_config: "How to generate",
  seed: "",
  stream: "server-sent events",
  tools: "Tools that the model or agent may use.",
  search_types: "",
  response_format: "one format, or a list",
  mime_type: "",
  agent: "Id of the agent that answers",
  agent_config: "Settings of the agent",
  previous_interaction_id: "Id of the interaction",
  delta: "What is added",
  text: "The text to append.",
  status: "State of the run",
  include_input: "the request's `input`",
  "client timeoutMs": "in milliseconds",
  timeoutMs: "in milliseconds",
  idleTimeoutMs: "in milliseconds",
  "tool name": "",
  maxTurns: "",
};

/** Members that have to be offered, and one whose description is looked at, by place. */
export const offers = {
  "offered with model": ["previous_interaction_id", "store", "system_instruction"],
  "offered before model": ["agent", "generation_config", "input", "labels", "store"],
  "offered options": ["fetch", "headers", "retry", "signal"],
  "offered in delta": ["type"],
};

/**
 * What is wrong with an editor's view of programs/editor.ts, as lines; none when all is well.
 *
 * @param {Editor} editor
 */
export function findFaults(editor) {
  const faults = editor.errors.map((error) => `does not compile: ${error}`);
  const check = (/** @type {string} */ place, /** @type {string[]} */ shown, wanted = "") => {
    const text = shown.join("\n");
    if (shown.length === 0) faults.push(`${place}: shows nothing`);
    if (!text.includes(wanted)) faults.push(`${place}: "${wanted}" is not in: ${text}`);
    if (new Set(shown).size < shown.length) faults.push(`${place}: is shown twice: ${text}`);
    if (/@(description|constant|enum)/.test(text))
      faults.push(`${place}: shows a tool's tag: ${text}`);
  };
  for (const [place, wanted] of Object.entries(hovers)) check(place, editor.hover(place), wanted);
  for (const [place, names] of Object.entries(offers)) {
    const offered = editor.offered(place);
    for (const name of names) {
      if (!offered.includes(name)) faults.push(`${place}: ${name} is not offered`);
    }
    // Every member of the request or of the options that is offered, not only those named above.
    if (place === "offered in delta") continue;
    for (const name of offered) check(`${place}, ${name}`, editor.details(place, name));
  }
  return faults;
}

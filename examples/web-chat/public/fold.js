// @ts-check
// Folds the events of a run into what the page shows of one turn. In come the service's events, in
// order; the turn is changed in place. It is plain JSON, so that it can be stored with its cursor.

/**
 * @typedef {object} Turn
 * @property {string} prompt
 * @property {{ id: string, ticket: string } | undefined} [run] the newest run of this turn
 * @property {string} [cursor] the position after the events that were folded
 * @property {string} status the service's word, or `sending` before there is a run
 * @property {Part[]} parts
 * @property {Record<number, number>} steps which part a step of the current run is shown by
 * @property {{ url: string, title: string }[]} sources
 * @property {number} tokens
 * @property {string} [error]
 * @property {number} startedAt
 * @property {number} [endedAt]
 *
 * @typedef {object} Part
 * @property {"text" | "thought" | "tool" | "image"} kind
 * @property {string} text the text; of a tool its arguments; of an image its data URL
 * @property {boolean} isOver
 * @property {string} [name] of a tool
 * @property {string} [callId] of a tool
 * @property {string} [result] of a tool
 *
 * @typedef {import("gemini-interactions").components["schemas"]["InteractionStreamEvent"]} Event
 */

/** @param {string} prompt @returns {Turn} */
export function createTurn(prompt) {
  const startedAt = Date.now();
  return { prompt, status: "sending", parts: [], steps: {}, sources: [], tokens: 0, startedAt };
}

/** Whether events of the turn are still to come. @param {Turn} turn */
export function isRunning({ status }) {
  return ["sending", "queued", "in_progress"].includes(status);
}

/** @param {Turn} turn @param {string} status @param {string} [error] */
export function end(turn, status, error) {
  turn.status = status;
  turn.endedAt ??= Date.now();
  if (error !== undefined) turn.error = error;
  for (const part of turn.parts) part.isOver = true;
}

/** @param {Turn} turn @param {Event} event */
export function fold(turn, event) {
  switch (event.event_type) {
    case "interaction.status_update":
      turn.status = event.status;
      return;
    case "interaction.completed": {
      const { status, usage } = event.interaction;
      turn.tokens += usage?.total_output_tokens ?? 0;
      // Without a status, the stored run is asked for it.
      if (status !== undefined) end(turn, status);
      return;
    }
    case "error":
      // Without a message it is noise; whether the run has ended, its status tells.
      if (event.error?.message) turn.error = event.error.message;
      return;
    case "step.start":
      startStep(turn, event.index, /** @type {any} */ (event.step));
      return;
    case "step.delta":
      addDelta(turn, event.index, /** @type {any} */ (event.delta));
      return;
    case "step.stop": {
      const part = partOf(turn, event.index);
      // A tool is over when its result has come.
      if (part !== undefined && part.kind !== "tool") part.isOver = true;
    }
  }
}

/** @param {Turn} turn @param {number} index */
function partOf(turn, index) {
  return turn.parts[turn.steps[index] ?? -1];
}

/**
 * @param {Turn} turn
 * @param {number} index
 * @param {Record<string, any> & { type: string }} step
 */
function startStep(turn, index, step) {
  const { type } = step;
  if (type.endsWith("_result")) {
    turn.steps[index] = turn.parts.findLastIndex(({ callId }) => callId === step["call_id"]);
    addResult(partOf(turn, index), step["result"]);
    return;
  }
  turn.steps[index] = turn.parts.length;
  if (type.endsWith("_call")) {
    const name = step["name"] ?? type.replace("_call", "");
    const text = stringify(step["arguments"]);
    turn.parts.push({ kind: "tool", text, name, callId: step["id"], isOver: false });
  } else if (type === "thought" || type === "model_output") {
    const kind = type === "thought" ? "thought" : "text";
    turn.parts.push({ kind, text: "", isOver: false });
    for (const content of step["content"] ?? step["summary"] ?? []) {
      addDelta(turn, index, content);
    }
  }
}

/**
 * @param {Turn} turn
 * @param {number} index
 * @param {Record<string, any> & { type: string }} delta
 */
function addDelta(turn, index, delta) {
  const part = partOf(turn, index);
  if (part === undefined) return;
  switch (delta.type) {
    case "text":
      part.text += delta["text"] ?? "";
      addSources(turn, delta["annotations"]);
      return;
    case "thought_summary":
      part.text += delta["content"]?.text ?? "";
      return;
    case "text_annotation_delta":
    case "text_annotation":
      addSources(turn, delta["annotations"]);
      return;
    case "arguments_delta":
      part.text += delta["arguments"] ?? "";
      return;
    case "image": {
      const text = `data:${delta["mime_type"]};base64,${delta["data"]}`;
      if (delta["data"]) turn.parts.push({ kind: "image", text, isOver: true });
      return;
    }
    default:
      if (delta.type.endsWith("_call")) part.text = stringify(delta["arguments"]);
      if (delta.type.endsWith("_result")) addResult(part, delta["result"]);
  }
}

/** @param {Part | undefined} part @param {unknown} result */
function addResult(part, result) {
  if (part === undefined) return;
  part.isOver = true;
  part.result = typeof result === "string" ? result : stringify(result);
}

/** @param {Turn} turn @param {{ url?: string, title?: string }[] | undefined} annotations */
function addSources(turn, annotations) {
  for (const { url, title } of annotations ?? []) {
    if (url === undefined || turn.sources.some((source) => source.url === url)) continue;
    turn.sources.push({ url, title: title ?? url });
  }
}

/** Empty arguments and results are not worth showing. @param {unknown} value */
function stringify(value) {
  const text = JSON.stringify(value ?? {}, null, 2);
  return text === "{}" || text === "[]" ? "" : text;
}

// @ts-check
// Functions that the model may ask the page for. The server declares them; a call comes back here by
// name, and its result goes to the service as the input of the next run.

/** @type {Record<string, () => string>} */
const functions = {
  local_time: () => new Date().toLocaleString(undefined, { dateStyle: "full", timeStyle: "long" }),
};

/**
 * The results of a turn's calls that wait for one.
 *
 * @param {import("./fold.js").Turn} turn
 */
export function runFunctions({ parts }) {
  const calls = parts.filter(({ kind, result }) => kind === "tool" && result === undefined);
  return calls.map((part) => {
    const { name = "", callId } = part;
    part.result = functions[name]?.() ?? `There is no function ${name}.`;
    return { call_id: callId, name, result: part.result };
  });
}

// Mistakes in the parameters of a create that many people make, because other APIs work that way or
// because the right value is one member away. The service would answer with a generic 400, or start a
// run that the caller did not want; here each mistake gets a sentence that says what to write instead.

import { isObject, listOf, membersOf } from "../util/json.ts";

/** Where other APIs expect what this one calls `input`. */
const otherInputs = ["messages", "contents", "prompt"];

/** What is wrong with the parameters, and how to mend it; `undefined` when no known mistake is there. */
export function explainMistake(params: unknown): string | undefined {
  const { input, response_format: format, tools } = membersOf(params);
  const other = otherInputs.find((name) => name in membersOf(params));
  if (input === undefined && other !== undefined) {
    return `${other} is not a member of this API: pass input, a text or a list.`;
  }
  const turn = listOf(input).findIndex((item) => {
    const { type, role } = membersOf(item);
    return type === undefined && role !== undefined;
  });
  if (turn !== -1) {
    return `input[${turn}] has a role: write { type: "user_input", content: [{ type: "text", text: "…" }] }.`;
  }
  if (isObject(format) && typeof format["parse"] === "function") {
    return "response_format takes output.format, not what defineOutput returned.";
  }
  const made = listOf(tools).findIndex((tool) => typeof membersOf(tool)["run"] === "function");
  return made === -1
    ? undefined
    : `tools[${made}] was made by defineTool: pass it to runTools, or pass its declaration.`;
}

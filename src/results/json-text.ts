// Finds the JSON in a model's text: alone, in a code fence, or with words around it. In comes the text, out
// goes the value, or whether the JSON was cut off. Among words only objects and lists are looked for, since
// a number or a name there is not the answer.

import { parseJson } from "../util/json.ts";

/** The JSON in a text, or why there is none. */
export type JsonText = { readonly value: unknown } | { readonly problem: "cut off" | "no JSON" };

/** Reads the JSON that a model wrote. */
export function readJsonText(text: string): JsonText {
  const whole = parseJson(text);
  if (whole !== undefined) return { value: whole };
  let isCutOff = false;
  for (const start of startsIn(text)) {
    const end = endOfJson(text, start);
    const value = typeof end === "number" ? parseJson(text.slice(start, end)) : undefined;
    if (value !== undefined) return { value };
    isCutOff ||= end === "cut off";
  }
  return { problem: isCutOff ? "cut off" : "no JSON" };
}

/** Lines that may begin JSON, among words: each is read to the end at worst. */
const maxStarts = 8;

/** Where JSON may begin: at the start, behind a code fence, at the start of a line. */
function startsIn(text: string): number[] {
  const patterns = [/^\s*(?=[{["])/g, /```[\w-]*\s*(?=[{["])/g, /^[^\S\n]*(?=[{[])/gm];
  return patterns.flatMap((pattern) => {
    const starts: number[] = [];
    for (const match of text.matchAll(pattern)) {
      if (starts.push(match.index + match[0].length) === maxStarts) break;
    }
    return starts;
  });
}

const token = /\s*("[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\],:]|-?\d[\d.eE+-]*|true|false|null)/y;
/** The beginning of a token, up to the end of the text. */
const partOfToken = /^\s*("[^"\\]*(?:\\[^][^"\\]*)*\\?|-|t|tr|tru|f|fa|fal|fals|n|nu|nul)?$/;

/** Where the JSON that begins here ends; `undefined` where it is not JSON. */
function endOfJson(text: string, start: number): number | "cut off" | undefined {
  let depth = 0;
  token.lastIndex = start;
  for (;;) {
    const at = token.lastIndex;
    const mark = token.exec(text)?.[1];
    if (mark === undefined) return partOfToken.test(text.slice(at)) ? "cut off" : undefined;
    if (mark === "{" || mark === "[") depth += 1;
    if (mark === "}" || mark === "]") depth -= 1;
    if (depth <= 0) return mark.startsWith('"') ? undefined : token.lastIndex;
  }
}

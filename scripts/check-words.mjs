// @ts-check
// Keeps words out of what people read that a native reader stumbles over: in the code's comments and
// messages, the documentation, and the descriptions of the spec. The list is short on purpose. A word
// that is sometimes right, or is still found in places, has a limit instead of a ban: lower it as it falls.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runIfStarted } from "./main.mjs";
import { root } from "./spec.mjs";

/** @type {{ pattern: RegExp, write: string, limit: number }[]} */
export const worst = [
  {
    pattern: /(?<!\b[Tt]here )\b(?:is|are|was|were) no\b(?! (?:longer|more than)\b)/g,
    write: "is not a",
    limit: 10,
  },
  { pattern: /\b(?:that|which|what) (?:is|are|was|were) none\b/g, write: "other than …", limit: 5 },
  { pattern: /\bthe trap:/gi, write: "the rule, or its reason", limit: 10 },
  { pattern: /\b(?:is|are|was|were|be|been) told\b/g, write: "receives, is called with", limit: 8 },
  { pattern: /\b(?:tells?|told) apart\b/g, write: "distinguishes", limit: 1 },
  { pattern: /\b(?:goes|go|going|went) on\b/g, write: "continues, resumes", limit: 25 },
  {
    pattern: /\bcomes? to (?:its|an|the) end\b|\bwhat .{1,20} comes to\b/g,
    write: "ends, the result",
    limit: 0,
  },
  {
    pattern: /\bnobody any more\b|\bfrom a stranger\b|\bis let go\b/g,
    write: "plain words",
    limit: 0,
  },
];

/** Folders that are read as a whole, and files beside them. */
const folders = ["src", "docs", "spec"];
const isText = /\.(ts|md|yaml|yml)$/;

/**
 * @param {Record<string, string>} texts by file
 * @returns {string[]} one line for each word beyond its limit; with its places
 */
export function findWords(texts) {
  return worst.flatMap(({ pattern, write, limit }) => {
    const found = Object.entries(texts).flatMap(([file, text]) =>
      [...text.matchAll(pattern)].map(({ 0: words, index }) => {
        const line = text.slice(0, index).split("\n").length;
        return `${file}:${line}: "${words}": write "${write}"`;
      }),
    );
    if (found.length <= limit) return [];
    return limit === 0 ? found : [`At most ${limit} of these, found ${found.length}:`, ...found];
  });
}

/** @type {import("./main.mjs").Main} */
async function main(_, output) {
  const pages = readdirSync(root).filter((name) => name.endsWith(".md"));
  const examples = readdirSync(join(root, "examples")).map((name) => join("examples", name));
  const inside = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name))),
  );
  const files = [...pages, ...inside, ...examples].filter((name) => isText.test(name));
  const texts = files.map((file) => [file, readFileSync(join(root, file), "utf8")]);
  const found = findWords(Object.fromEntries(texts));
  for (const line of found) output.error(line);
  if (found.length === 0) output.log(`${files.length} files read well`);
  return found.length === 0 ? 0 : 1;
}

await runIfStarted(import.meta.filename, main);

// The examples of a Markdown file, by their language and the word after it: ```js vitest, ```ts.

import { readFileSync } from "node:fs";

/** Reads the examples with these words after their fence. */
export function readFences(file: string, words: string): string[] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const pattern = new RegExp(`^\`\`\`${words}\\n(.*?)^\`\`\`$`, "gms");
  return [...text.matchAll(pattern)].map(([, code = ""]) => code);
}

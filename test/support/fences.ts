// The examples of a Markdown file, by the word after their language: ```js vitest.

import { readFileSync } from "node:fs";

/** Reads the examples for one runner. */
export function readFences(file: string, runner: string): string[] {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  const pattern = new RegExp(`^\`\`\`js ${runner}\\n(.*?)^\`\`\`$`, "gms");
  return [...text.matchAll(pattern)].map(([, code = ""]) => code);
}

import { readFile } from "node:fs/promises";
import ts from "typescript";
import { expect, test } from "vitest";
import { findFaults, hovers, openEditor } from "../support/editor.mjs";
import { compilerOptions, virtualFile } from "../support/program.ts";

// `npm run test:consumers` asks TypeScript 5.4 and 6 the same, of the built package.
const program = new URL("../consumers/programs/editor.ts", import.meta.url);
const written = await readFile(program, "utf8");
const source = written.replace("gemini-interactions", "../src/index.ts");
const editor = openEditor(ts, virtualFile("editor.virtual.ts"), source, {
  ...compilerOptions(),
  noUnusedLocals: false,
});

test("a hover and a completion show a member's description, once, and no tool's tags", () => {
  expect(findFaults(editor)).toEqual([]);
});

test.each(Object.keys(hovers))("the hover over %s reads as one text", (place) => {
  expect(editor.hover(place).filter((line) => !line.startsWith("@")).length).toBeGreaterThan(0);
});

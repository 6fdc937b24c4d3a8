// What a compiler says to a slip in a tool: one error, in one line, where the slip is.

import ts from "typescript";
import { expect, test } from "vitest";
import { createProgram, virtualFile } from "../support/program.ts";

const slips = {
  "a key of the parameters that does not exist": {
    code: `defineTool({ ...named, parameters: z.object({ city: z.string() }), execute: ({ town }) => town });`,
    at: "town",
    message: "Property 'town' does not exist on type '{ city: string; }'.",
  },
  "a misspelt parameters": {
    code: `defineTool({ ...named, paramaters: z.object({ city: z.string() }), execute: () => "" });`,
    at: "paramaters",
    message: expect.stringContaining("'paramaters' does not exist in type 'ToolDefinition"),
  },
  "a parameter of another type": {
    code: `defineTool({ ...named, parameters: z.object({ city: z.string() }), execute: ({ city }) => city.toFixed() });`,
    at: "toFixed",
    message: expect.stringContaining("Property 'toFixed' does not exist on type 'string'."),
  },
  "a key of the output that does not exist": {
    code: `void defineOutput(z.object({ city: z.string() })).parse(interaction).then(({ town }) => town);`,
    at: "town",
    message: "Property 'town' does not exist on type '{ city: string; }'.",
  },
};

const file = virtualFile("tool-errors.virtual.ts");
const head = `
import { z } from "zod";
import { defineOutput, defineTool } from "../src/index.ts";
import type { Interaction } from "../src/index.ts";
declare const interaction: Interaction;
const named = { name: "get_weather", description: "Weather of a city." };
`;
const source =
  head +
  Object.values(slips)
    .map(({ code }) => code)
    .join("\n");

function diagnose(): readonly ts.Diagnostic[] {
  const program = createProgram(file, source);
  return program.getSemanticDiagnostics(program.getSourceFile(file));
}

test("each slip is one error of one line, at the slip", () => {
  const found = diagnose().map(({ start = 0, length = 0, messageText }) => ({
    at: source.slice(start, start + length),
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
  expect(found).toEqual(Object.values(slips).map(({ at, message }) => ({ at, message })));
  for (const { message } of found) expect(message).not.toContain("\n");
});

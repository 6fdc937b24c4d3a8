import ts from "typescript";
import { expect, test } from "vitest";
import { createProgram, virtualFile } from "../support/program.ts";

const mistakes: readonly [name: string, params: string, message: string][] = [
  ["model with agent", `{ model: "m", agent: "a" }`, "Pass either model or agent, not both."],
  [
    "agent with model",
    `{ agent: "a", input: "Hi", model: "m" }`,
    "Pass either model or agent, not both.",
  ],
  [
    "generation_config with agent",
    `{ agent: "a", generation_config: { seed: 1 } }`,
    "generation_config goes with model; with agent use agent_config.",
  ],
  [
    "a name in camelCase",
    `{ model: "m", systemInstruction: "a" }`,
    "Did you mean to write 'system_instruction'?",
  ],
  [
    "a misspelt member of generation_config",
    `{ model: "m", generation_config: { max_output_token: 1 } }`,
    "Did you mean to write 'max_output_tokens'?",
  ],
  [
    "a misspelt member that is deprecated",
    `{ model: "m", generation_config: { temprature: 1 } }`,
    "Did you mean to write 'temperature'?",
  ],
  [
    "the messages of another API",
    `{ model: "m", messages: [] }`,
    "'messages' does not exist in type 'CreateModelInteractionParams'.",
  ],
  [
    "a misspelt tool",
    `{ model: "m", tools: [{ type: "google_serch" }] }`,
    `Did you mean '"google_search"'?`,
  ],
  [
    "neither model nor agent",
    `{ input: "Hi" }`,
    "required in type 'CreateModelInteractionParams'.",
  ],
];

const file = virtualFile("mistakes.virtual.ts");
const source = `
import type { CreateInteractionParams } from "../src/index.ts";
${mistakes.map(([, params], n) => `export const mistake${n}: CreateInteractionParams = ${params};`).join("\n")}
`;

const messages = diagnose();

test.each(mistakes.map(([name, , message], n) => [name, message, n] as const))(
  "the compiler's message for %s ends in one sentence",
  (_, message, n) => {
    const text = messages.get(n) ?? expect.fail("The mistake compiles.");
    expect(text.split("\n").at(-1)).toContain(message);
    // Each line can be read at once.
    for (const line of text.split("\n")) expect(line.length).toBeLessThan(400);
  },
);

/** The compiler's messages, by mistake. */
function diagnose(): Map<number, string> {
  const program = createProgram(file, source);
  const root = program.getSourceFile(file);
  return new Map(
    program
      .getSemanticDiagnostics(root)
      .map(({ start = 0, messageText }) => [
        source.slice(0, start).split("\n").length - 3,
        ts.flattenDiagnosticMessageText(messageText, "\n"),
      ]),
  );
}

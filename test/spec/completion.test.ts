import ts from "typescript";
import { expect, test } from "vitest";
import { compilerOptions, openEnums, taggedUnions, virtualFile } from "../support/program.ts";

const members = taggedUnions().flatMap(({ union, tag, members: each }) =>
  each.map((member) => ({ union, tag, ...member })),
);
const enums = openEnums();

// One source with all the places, so that the program is made once.
const places: string[] = [];
const source = [
  'import type { components } from "../src/index.ts";',
  'type Schemas = components["schemas"];',
  ...members.map(({ union, tag, value }, index) =>
    [
      `export function member${index}(it: Schemas["${union}"]) {`,
      `  if (it.${tag} === ${JSON.stringify(value)}) it.${place(`${union} ${value}`)};`,
      "}",
    ].join("\n"),
  ),
  ...enums.map(
    ([name], index) => `export const enum${index}: Schemas["${name}"] = "${place(name)}";`,
  ),
  'export function inSwitch(event: Schemas["InteractionStreamEvent"]) {',
  "  switch (event.event_type) {",
  '    case "step.delta":',
  "      switch (event.delta.type) {",
  '        case "arguments_delta":',
  `          event.delta.${place("nested delta")};`,
  "      }",
  "      break;",
  '    case "content.start":',
  `      event.content.${place("not narrowed")};`,
  "      break;",
  '    case "interaction.created":',
  '    case "interaction.completed":',
  `      event.${place("two cases")};`,
  "      break;",
  "    default:",
  `      event.${place("the rest")};`,
  "  }",
  "}",
].join("\n");

const file = virtualFile("completion.virtual.ts");
const service = createService();

test.for(members)(
  "in $union, only the fields of $value are offered",
  ({ union, value, fields }) => {
    expect(completionsAt(`${union} ${value}`)).toEqual(fields);
  },
);

test.for(enums)("the known values of %s are offered", ([name, values]) => {
  expect(completionsAt(name)).toEqual(values.toSorted());
});

test("nested unions narrow inside a switch", () => {
  expect(completionsAt("nested delta")).toEqual(["arguments", "type"]);
  expect(completionsAt("two cases")).toEqual(["event_id", "event_type", "interaction", "metadata"]);
});

test("before narrowing, only what all members have is offered", () => {
  expect(completionsAt("not narrowed")).toEqual(["type"]);
  expect(completionsAt("the rest")).toEqual(["event_id", "event_type"]);
});

/** Marks a place in the source as one to ask completions for. */
function place(name: string): string {
  places.push(name);
  return `/*${name}*/`;
}

function completionsAt(name: string): string[] {
  const position = source.indexOf(`/*${name}*/`);
  if (!places.includes(name)) throw new Error(`The source has no place "${name}".`);
  const completions = service.getCompletionsAtPosition(file, position, undefined);
  return (completions?.entries ?? []).map((entry) => entry.name).toSorted();
}

function createService(): ts.LanguageService {
  const options = compilerOptions();
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === file ? source : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
    getDefaultLibFileName: (options_) => ts.getDefaultLibFilePath(options_),
    fileExists: (name) => ts.sys.fileExists(name),
    readFile: (name) => ts.sys.readFile(name),
  });
}

import { fileURLToPath } from "node:url";
import ts from "typescript";
import { resolve, schemas } from "./contract.ts";

/** Folder of the sources that tests make up; they import from `../src/index.ts`. */
const folder = fileURLToPath(new URL("..", import.meta.url));
const configFile = fileURLToPath(new URL("../../tsconfig.json", import.meta.url));

/** The options of tsconfig.json. */
export function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(configFile, (file) => ts.sys.readFile(file));
  const root = fileURLToPath(new URL("../..", import.meta.url));
  return { ...ts.parseJsonConfigFileContent(config, ts.sys, root).options, types: [] };
}

/** Path for a source that is not on disk. */
export function virtualFile(name: string): string {
  return `${folder}${name}`;
}

// Read once: libraries and sources are most of a program, and no program changes them.
const sourceFiles = new Map<string, ts.SourceFile | undefined>();

/** The program of one source that is not on disk. */
export function createProgram(file: string, source: string): ts.Program {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  return ts.createProgram([file], options, {
    ...host,
    fileExists: (name) => name === file || host.fileExists(name),
    getSourceFile: (name, ...rest) => {
      if (name === file) return ts.createSourceFile(name, source, ts.ScriptTarget.ES2023);
      if (!sourceFiles.has(name)) sourceFiles.set(name, host.getSourceFile(name, ...rest));
      return sourceFiles.get(name);
    },
  });
}

/** A union of objects, and the property that tells them apart. */
export interface TaggedUnion {
  union: string;
  tag: string;
  members: { value: string; fields: string[] }[];
}

/** The unions that users narrow. */
export function taggedUnions(): TaggedUnion[] {
  return [
    taggedUnion("InteractionStreamEvent", "event_type"),
    ...["Step", "StartedStep", "StepDeltaData", "Content", "Annotation", "Tool"].map((union) =>
      taggedUnion(union, "type"),
    ),
    ...["AgentConfig", "TranscriptionMode", "LegacyContent", "LegacyContentDeltaData"].map(
      (union) => taggedUnion(union, "type"),
    ),
  ];
}

function taggedUnion(union: string, tag: string): TaggedUnion {
  const { oneOf = [] } = schemas[union] ?? {};
  const members = oneOf.map((member) => {
    const { properties = {} } = resolve(member);
    const fields = Object.keys(properties).toSorted();
    return { value: String(properties[tag]?.const), fields };
  });
  return { union, tag, members };
}

/** The open enums with their known values. */
export function openEnums(): [name: string, values: string[]][] {
  return Object.entries(schemas)
    .filter(([, schema]) => schema["x-open-enum"] === true)
    .map(([name, schema]) => [name, (schema.enum ?? []).map(String)]);
}

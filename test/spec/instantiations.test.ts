import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { schemas } from "../support/contract.ts";
import { createProgram, type TaggedUnion, taggedUnions, virtualFile } from "../support/program.ts";

/**
 * How many types TypeScript 5.9 instantiates for the source below, with what the library itself
 * takes: the time an editor needs grows with it. After a change on purpose, record the new number.
 */
const recorded = 8023;

// Narrows every union to every member, and makes each kind of call.
const source = `
import type { components, CreateInteractionParams, InteractionsClient } from "../src/index.ts";
import { operations } from "../src/index.ts";

type Schemas = components["schemas"];
declare const client: InteractionsClient;

${taggedUnions().map(narrowing).join("\n")}

export async function call(params: CreateInteractionParams): Promise<unknown> {
  const { steps } = await client.create({ ...params, stream: false });
  const stream = await client.create({ model: "gemini-3.5-flash", input: "Hi", stream: true });
  for await (const event of stream) readInteractionStreamEvent(event);
  const path = { id: "v1_a" };
  const { data, error } = await operations.getInteractionById(client.api, { params: { path } });
  await operations.createInteraction(client.api, { body: params, parseAs: "stream" });
  await client.api.DELETE("/v1beta/interactions/{id}", { params: { path } });
  return [steps.map(readStep), data?.steps?.map(readStep), error];
}
`;

const file = virtualFile("instantiations.virtual.ts");
const program = createProgram(file, source);

test("a program that uses all unions compiles", () => {
  const diagnostics = program.getSemanticDiagnostics(program.getSourceFile(file));
  expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
});

test("a program that uses all unions instantiates no more types than recorded", () => {
  program.getSemanticDiagnostics(program.getSourceFile(file));
  const count = program.getInstantiationCount();
  expect(count).toBeLessThan(recorded * 1.2);
  // A limit far above the truth would bound nothing.
  expect(count).toBeGreaterThan(recorded * 0.8);
});

test("every schema has its public name, but for those that are internal", () => {
  const root = fileURLToPath(new URL("../../src/index.ts", import.meta.url));
  const module = program.getSourceFile(root) ?? expect.fail("src/index.ts is not compiled");
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(module) ?? expect.fail("src/index.ts is no module");
  const names = new Set(checker.getExportsOfModule(symbol).map(({ name }) => name));
  const nameless = Object.keys(schemas).filter((name) => !names.has(name));
  // Interaction is the exception: src/model/types.ts gives it a type of its own, of the same name.
  const internal = Object.entries(schemas).flatMap(([name, schema]) =>
    schema["x-internal"] === true && name !== "Interaction" ? [name] : [],
  );
  expect(nameless).toEqual(internal);
});

function narrowing({ union, tag, members }: TaggedUnion): string {
  const cases = members.map(
    ({ value, fields }) =>
      `    case "${value}": return [${fields.map((field) => `it.${field}`).join(", ")}];`,
  );
  return `export function read${union}(it: Schemas["${union}"]): unknown[] {
  switch (it.${tag}) {
${cases.join("\n")}
    default: return it satisfies never;
  }
}`;
}

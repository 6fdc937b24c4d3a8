import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { main } from "../../scripts/spec-diff.mjs";
import { compareDocuments } from "../../scripts/spec-diff/compare.mjs";
import { outline } from "../../scripts/spec-diff/outline.mjs";
import { describe, holdAgainst, parseDrift } from "../../scripts/spec-diff/report.mjs";
import { bundleSpec } from "../../scripts/spec.mjs";
import { runCommand } from "../support/command.ts";
import type { Schema } from "../support/contract.ts";
import { type OpenApi, publishedDocument } from "../support/published.ts";

const spec: OpenApi = await bundleSpec();
const drift = parseDrift(readFileSync(new URL("../../spec/drift.txt", import.meta.url), "utf8"));

/** What spec/ has taken over from a document that is newer than the SDK of the fixture. */
const ahead = new Set(allUnexplained(publishedDocument()).filter((line) => line.startsWith("- ")));

const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("our spec does not differ from itself", () => {
  expect(driftOf(spec, spec)).toEqual([]);
});

test("the types of the official SDK, published in OpenAPI 3.0, differ as expected", () => {
  const { changes } = compareDocuments(spec, publishedDocument(), drift.names);
  const { absent } = holdAgainst(changes, drift.expected);
  expect(unexplained(publishedDocument())).toEqual([]);
  // No document has all of the other names.
  expect(absent.filter((line) => !line.startsWith("~"))).toEqual([]);
});

test("without spec/drift.txt other names are recognised by where they are used", () => {
  const lines = driftOf(spec, publishedDocument());
  expect(lines).toContain("~ RetrievalCallArguments is called RetrievalStepArguments there");
  expect(lines).toContain("+ GoogleSearchCallStep.arguments is required");
  expect(lines).toContain("- Interaction.outputs[]: LegacyTextContent");
  expect(lines).toContain("- StepStart.step: StartedFunctionResultStep");
});

test("reports what is new at the service, and nothing else", () => {
  const theirs = publishedDocument();
  const { schemas: types } = theirs.components;
  types["StepPaused"] = {
    type: "object",
    required: ["event_type"],
    properties: { event_type: { const: "step.paused" }, cause: ref("PauseCause") },
  };
  types["PauseCause"] = { type: "object", properties: { code: { type: "string" } } };
  types["InteractionSseStreamEvent"]?.oneOf?.push(ref("StepPaused"));
  fieldOf(types, "InteractionStatusUpdate", "status").enum?.push("paused");
  fieldOf(types, "Usage", "total_tokens").deprecated = true;
  delete types["Usage"]?.properties?.["initial_input_tokens"];
  types["StepStop"]?.required?.push("usage");
  fieldOf(types, "ModelInteraction", "seed_image");
  theirs.paths["/{api_version}/interactions"] = {
    ...theirs.paths["/{api_version}/interactions"],
    get: { responses: { "200": json(ref("ListInteractionsResponse")) } },
  };
  types["ListInteractionsResponse"] = { type: "object", properties: { next: { type: "string" } } };
  expect(unexplained(theirs)).toEqual(
    [
      "+ CreateModelInteraction.seed_image: string",
      "+ GET /interactions",
      "+ GET /interactions answer: ListInteractionsResponse",
      '+ InteractionStatusUpdate.status = "paused"',
      "+ InteractionStreamEvent: StepPaused",
      "+ ListInteractionsResponse.next: string",
      "+ PauseCause.code: string",
      '+ StepPaused.event_type = "step.paused"',
      "+ StepPaused.event_type is required",
      "+ StepPaused.cause: PauseCause",
      "+ StepStop.usage is required",
      "- Usage.initial_input_tokens: integer",
      "+ Usage.total_tokens is deprecated",
    ].toSorted(byFact),
  );
});

test("reports what is gone at the service", () => {
  const theirs = publishedDocument();
  const { schemas: types } = theirs.components;
  delete theirs.paths["/{api_version}/interactions/{interactionsId}/cancel"];
  const tools = types["Tool"]?.oneOf ?? [];
  tools.splice(
    tools.findIndex(({ $ref }) => $ref?.endsWith("/CodeExecution")),
    1,
  );
  fieldOf(types, "GenerationConfig", "thinking_level").enum?.shift();
  delete types["TextContent"]?.required;
  expect(unexplained(theirs)).toEqual([
    '- GenerationConfig.thinking_level = "minimal"',
    "- POST /interactions/{}/cancel",
    "- POST /interactions/{}/cancel answer: Interaction",
    "- TextContent.text is required",
    "- TextContent.type is required",
    "- Tool: CodeExecution",
  ]);
});

test("a renamed schema is recognised by where it is used", () => {
  const text = JSON.stringify(publishedDocument());
  const theirs: OpenApi = JSON.parse(text.replaceAll(/"(#.*?\/)?Usage"/g, '"$1TokenUsage"'));
  expect(unexplained(theirs)).toEqual(["~ Usage is called TokenUsage there"]);
});

const pets: Record<string, Schema> = {
  Pet: { oneOf: [ref("Cat"), ref("Dog")] },
  Cat: objectOf({ type: { type: "string", const: "cat" }, lives: { type: "integer" } }, ["type"]),
  Dog: objectOf({ type: { type: "string", const: "dog" }, tricks: { type: "string" } }, ["type"]),
};
const untaggedPets = {
  Cat: objectOf({ type: { type: "string" }, lives: { type: "integer" } }, ["type"]),
  Dog: objectOf({ type: { type: "string" }, tricks: { type: "string" } }, ["type"]),
};
const animal = (mapping?: Record<string, string>): Record<string, Schema> => ({
  Pet: {
    ...objectOf({ type: { type: "string", enum: ["cat", "dog"] } }, ["type"]),
    ...discriminator(mapping),
  },
  Cat: extra("allOf", [ref("Pet"), objectOf({ lives: { type: "integer" } })]),
  Dog: extra("allOf", [ref("Pet"), objectOf({ tricks: { type: "string" } })]),
});
const both = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };

test.for<[idiom: string, ours: Schema, theirs: Schema]>([
  ["an enum of one value", { type: "string", const: "a" }, { type: "string", enum: ["a"] }],
  ["a constant without its type", { type: "string", const: "a" }, { const: "a" }],
  ["nullable", { type: ["string", "null"] }, { type: "string", ...extra("nullable", true) }],
  [
    "null as a member",
    { type: ["string", "null"] },
    { oneOf: [{ type: "string" }, { type: "null" }] },
  ],
  [
    "base64 as a format",
    { type: "string", ...extra("contentEncoding", "base64") },
    { type: "string", format: "byte" },
  ],
  [
    "an open enum in two halves",
    { type: "string", enum: ["a", "b"], "x-open-enum": true },
    { anyOf: [{ type: "string", enum: ["b", "a"] }, { type: "string" }] },
  ],
  ["free fields with a description", freeObject(true), freeObject({})],
  ["free fields by default", freeObject(true), { type: "object" }],
  [
    "anyOf in place of oneOf",
    { oneOf: [stringSchema(), listOf(stringSchema())] },
    { anyOf: [listOf(stringSchema()), stringSchema()] },
  ],
  ["a format that only one side tells", stringSchema(), { type: "string", format: "date-time" }],
])("%s is not drift", ([, ours, theirs]) => {
  expect(driftOf(answering(objectOf({ a: ours })), answering(objectOf({ a: theirs })))).toEqual([]);
});

test.for<[idiom: string, theirs: Schema, schemas: Record<string, Schema>]>([
  ["allOf around a reference", extra("allOf", [ref("Pet")]), pets],
  ["allOf with a remark", extra("allOf", [ref("Pet"), extra("description", "A pet.")]), pets],
  ["a copy in place of a reference", { oneOf: [pets["Cat"] ?? {}, ref("Dog")] }, pets],
  ["a union in a union", { oneOf: [{ oneOf: [ref("Cat")] }, ref("Dog")] }, pets],
  [
    "a discriminator with a mapping",
    ref("Pet"),
    { ...untaggedPets, Pet: { oneOf: [ref("Cat"), ref("Dog")], ...discriminator(both) } },
  ],
  ["inheritance with a mapping", ref("Pet"), animal(both)],
  ["inheritance, with the reference wrapped", extra("allOf", [ref("Pet")]), animal(both)],
])("%s is not drift", ([, theirs, components]) => {
  expect(driftOf(answering(ref("Pet"), pets), answering(theirs, components))).toEqual([]);
});

test("without a mapping the name of the schema is its tag", () => {
  const ours = structuredClone(pets);
  fieldOf(ours, "Cat", "type").const = "Cat";
  fieldOf(ours, "Dog", "type").const = "Dog";
  const theirs = animal();
  fieldOf(theirs, "Pet", "type").enum = ["Cat", "Dog"];
  expect(driftOf(answering(ref("Pet"), ours), answering(ref("Pet"), theirs))).toEqual([]);
});

test("a schema that inherits all its fields is one of its own", () => {
  const ours = structuredClone(pets);
  ours["Pet"]?.oneOf?.push(ref("Fish"));
  ours["Fish"] = objectOf({ type: { const: "fish" } }, ["type"]);
  const theirs = animal({ ...both, fish: "#/components/schemas/Fish" });
  theirs["Fish"] = extra("allOf", [ref("Pet")]);
  fieldOf(theirs, "Pet", "type").enum?.push("fish");
  expect(driftOf(answering(ref("Pet"), ours), answering(ref("Pet"), theirs))).toEqual([]);
});

test.for<[frame: string, theirs: Schema]>([
  ["an envelope", objectOf({ data: ref("Pet"), event: stringSchema() })],
  ["a list", listOf(ref("Pet"))],
  ["an alternative to [DONE]", { oneOf: [ref("Pet"), { type: "string", enum: ["[DONE]"] }] }],
])("an event in %s is not drift", ([, theirs]) => {
  expect(driftOf(streaming(ref("Pet")), streaming(theirs))).toEqual([]);
});

test("only the fields of the direction count", () => {
  const ours = objectOf({ input: stringSchema(), created: stringSchema() });
  const theirs = objectOf(
    {
      input: stringSchema(),
      created: { type: "string", ...extra("readOnly", true) },
      id: { type: "string", ...extra("readOnly", true) },
      stream: { type: "boolean", ...extra("writeOnly", true) },
    },
    ["created", "id", "steps"],
  );
  expect(driftOf(requesting(ours), requesting(theirs))).toEqual([
    "- POST /interactions request.created: string",
    "+ POST /interactions request.stream: boolean",
  ]);
  expect(driftOf(answering(ours), answering(theirs))).toEqual([
    "+ GET /interactions/{} answer.created is required",
    "+ GET /interactions/{} answer.id is required",
    "+ GET /interactions/{} answer.id: string",
  ]);
});

test.for<[name: string, ours: Schema, theirs: Schema, ...lines: string[]]>([
  ["type", stringSchema(), { type: "integer" }, "+ at: integer", "- at: string"],
  ["list", stringSchema(), listOf(stringSchema()), "- at: string", "+ at[]: string"],
  [
    "item",
    listOf(stringSchema()),
    listOf({ type: "integer" }),
    "+ at[]: integer",
    "- at[]: string",
  ],
  [
    "format",
    { type: "string", format: "int64" },
    { type: "string", format: "date" },
    "+ at has the format date",
    "- at has the format int64",
  ],
  [
    "map",
    { type: "object", additionalProperties: stringSchema() },
    { type: "object", additionalProperties: { type: "integer" } },
    "+ at{}: integer",
    "- at{}: string",
  ],
  [
    "free map",
    { type: "object", additionalProperties: stringSchema() },
    { type: "object" },
    "+ at: object",
    "- at{}: string",
  ],
  [
    "further form",
    stringSchema(),
    { oneOf: [stringSchema(), listOf(stringSchema())] },
    "+ at[]: string",
  ],
  ["null", stringSchema(), { type: ["string", "null"] }, "+ at: null"],
  ["enum", { type: "string", enum: ["a"] }, stringSchema(), '- at = "a"', "+ at: string"],
  [
    "value",
    { type: "string", enum: ["a"] },
    { type: "string", enum: ["b"] },
    '- at = "a"',
    '+ at = "b"',
  ],
  ["value that is a number", { const: 41 }, { const: 42 }, "- at = 41", "+ at = 42"],
  ["known schema", ref("Cat"), ref("Dog"), "- at: Cat", "+ at: Dog"],
  ["missing schema", stringSchema(), ref("Gone"), "+ at: nothing", "- at: string"],
])("another %s is reported with its place", ([, ours, theirs, ...lines]) => {
  const drift = driftOf(
    answering(objectOf({ a: ours, b: ref("Pet") }), pets),
    answering(objectOf({ a: theirs, b: ref("Pet") }), pets),
  );
  expect(drift.map((line) => line.replace("GET /interactions/{} answer.a", "at"))).toEqual(lines);
});

test("a schema of the same name but another kind is reported with its kind", () => {
  const ours = answering(ref("Size"), { Size: { type: "string", enum: ["s", "m"] } });
  const theirs = answering(ref("Size"), { Size: { type: "integer" } });
  expect(driftOf(ours, theirs)).toContain("+ GET /interactions/{} answer: integer");
});

test("a member with another tag is another one, however alike", () => {
  const theirs = structuredClone(pets);
  theirs["Pet"] = { oneOf: [ref("Cat"), ref("Wolf"), ref("Fish")] };
  theirs["Wolf"] = structuredClone(pets["Dog"] ?? {});
  theirs["Fish"] = objectOf({ type: { const: "fish" } }, ["type"]);
  fieldOf(theirs, "Wolf", "type").const = "wolf";
  expect(driftOf(answering(ref("Pet"), pets), answering(ref("Pet"), theirs))).toEqual([
    "- Dog.tricks: string",
    '- Dog.type = "dog"',
    "- Dog.type is required",
    '+ Fish.type = "fish"',
    "+ Fish.type is required",
    "- Pet: Dog",
    "+ Pet: Fish",
    "+ Pet: Wolf",
    "+ Wolf.tricks: string",
    '+ Wolf.type = "wolf"',
    "+ Wolf.type is required",
  ]);
});

test("schemas at the same place belong together, however different", () => {
  const theirs = { Fish: objectOf({ fins: { type: "integer" } }) };
  expect(driftOf(answering(ref("Cat")), answering(ref("Fish"), theirs))).toEqual([
    "~ Cat is called Fish there",
    "+ Cat.fins: integer",
    "- Cat.lives: integer",
    '- Cat.type = "cat"',
    "- Cat.type is required",
  ]);
});

test("a new member of a nested union is reported once", () => {
  const ours: Record<string, Schema> = {
    ...pets,
    Zoo: { oneOf: [ref("Pet"), listOf(ref("Pet"))] },
  };
  const theirs = structuredClone(ours);
  theirs["Pet"]?.oneOf?.push(ref("Cow"));
  theirs["Cow"] = objectOf({ type: { const: "cow" } });
  expect(driftOf(answering(ref("Zoo"), ours), answering(ref("Zoo"), theirs))).toEqual([
    '+ Cow.type = "cow"',
    "+ Pet: Cow",
  ]);
});

test("two names of one schema map to the same", () => {
  const ours = answering(objectOf({ a: ref("Cat"), b: ref("Cat") }), pets);
  const theirs = answering(objectOf({ a: ref("CatA"), b: ref("CatB") }), {
    CatA: pets["Cat"] ?? {},
    CatB: structuredClone(pets["Cat"] ?? {}),
  });
  const expected = ["~ Cat is called CatA there", "~ Cat is called CatB there"];
  const { names } = parseDrift(expected.join("\n"));
  expect(compareDocuments(ours, theirs, names).changes.map(describe)).toEqual(expected);
});

test("schemas that contain themselves can be compared", () => {
  const components: Record<string, Schema> = {
    Json: { oneOf: [stringSchema(), listOf(ref("Json")), ref("Node")] },
    Node: objectOf({ next: ref("Node"), all: listOf(ref("Json")), self: { oneOf: [ref("Node")] } }),
    Loop: { oneOf: [ref("Loop"), stringSchema()] },
    Circle: { $ref: "#/components/schemas/Circle" },
    Parent: extra("allOf", [ref("Parent"), objectOf({ a: stringSchema() })]),
    Nested: listOf({ oneOf: [ref("Nested"), stringSchema()] }),
  };
  const root = objectOf(
    Object.fromEntries(Object.keys(components).map((name) => [name, ref(name)])),
  );
  const theirs = structuredClone(components);
  fieldOf(theirs, "Node", "next").$ref = "#/components/schemas/Json";
  expect(driftOf(answering(root, components), answering(root, components))).toEqual([]);
  expect(driftOf(answering(root, components), answering(root, theirs))).toEqual([
    // The list in it is one of these again.
    "+ Node.next: string",
  ]);
});

test("only resources and URL forms that both documents have are compared", () => {
  const gemini = answering(stringSchema());
  const [get] = Object.values(gemini.paths);
  const scoped = "/v1/projects/{p}/locations/{l}/interactions/{i}";
  const vertex: OpenApi = { ...gemini, paths: { [scoped]: get ?? {} } };
  const voices = { "/v1beta/voices": get ?? {} };
  const all: OpenApi = { ...gemini, paths: { ...gemini.paths, ...vertex.paths, ...voices } };
  for (const [ours, theirs] of [
    [all, gemini],
    [all, vertex],
    [gemini, all],
  ] as const) {
    expect(driftOf(ours, theirs)).toEqual([]);
  }
  const more: OpenApi = { ...all, paths: { ...all.paths, "/v1/interactions:search": get ?? {} } };
  expect(driftOf(all, more)).toEqual([
    "+ GET /interactions:search",
    "+ GET /interactions:search answer: string",
  ]);
});

test("parameters are compared by name, without those of the path", () => {
  const ours = withParameters("/v1beta/interactions/{id}", [
    { name: "id", in: "path", required: true, schema: stringSchema() },
    { name: "stream", in: "query", schema: { type: "boolean" } },
    { name: "old", in: "query", schema: stringSchema() },
  ]);
  const theirs = withParameters("/{api_version}/interactions/{interactionsId}", [
    { name: "api_version", in: "path", required: true, schema: { enum: ["v1beta"] } },
    { name: "interactionsId", in: "path", required: true, schema: stringSchema() },
    { name: "stream", in: "query", required: true, schema: stringSchema() },
    { name: "view", in: "query", deprecated: true, schema: stringSchema() },
  ]);
  expect(driftOf(ours, theirs).map((line) => line.replace("GET /interactions/{} ", ""))).toEqual([
    "- old in query: string",
    "+ stream in query is required",
    "- stream in query: boolean",
    "+ stream in query: string",
    "+ view in query is deprecated",
    "+ view in query: string",
  ]);
});

test("added and removed bodies are reported, and empty ones do not count", () => {
  const empty = { type: "object", additionalProperties: {} };
  expect(driftOf(requesting(empty), requesting(undefined))).toEqual([]);
  expect(driftOf(requesting(stringSchema()), requesting(undefined))).toEqual([
    "- POST /interactions request: string",
  ]);
  const body = { required: true, ...json(stringSchema()) };
  const needed = documentOf("post", "/v1beta/interactions", { requestBody: body, responses: {} });
  expect(driftOf(requesting(stringSchema()), needed)).toEqual([
    "+ POST /interactions request is required",
  ]);
  expect(driftOf(answering(stringSchema()), streaming(stringSchema()))).toEqual([
    "- GET /interactions/{} answer: string",
    "+ GET /interactions/{} events: string",
  ]);
});

test("spec/drift.txt names what our spec has", () => {
  const facts = outline(spec);
  // A fact that is only theirs stands beside others of the same schema.
  const places = drift.expected.flatMap((line) => /^[-+~] ([A-Z]\w*)/.exec(line)?.[1] ?? []);
  expect(places.length).toBeGreaterThan(50);
  const unknown = places.filter((name) => !facts.some((fact) => fact.startsWith(name)));
  expect(unknown).toEqual([]);
});

test("a line of spec/drift.txt without a difference is refused", () => {
  for (const line of ["Usage.x: string", "* Usage.x", "~ Usage has another name", "-"]) {
    expect(() => parseDrift(`# A remark.\n${line}`)).toThrow(
      `spec/drift.txt: "${line}" is not a difference as spec:diff prints it.`,
    );
  }
});

test("an expected difference matches exactly that line, with * for any text", () => {
  const theirs = structuredClone(pets);
  fieldOf(theirs, "Cat", "lives").type = "string";
  const { changes } = compareDocuments(answering(ref("Cat")), answering(ref("Cat"), theirs));
  const lines = ["- Cat.lives: integer", "+ Cat.lives: string"];
  expect(changes.map(describe)).toEqual(lines);
  const unexpected = (...expected: string[]) =>
    holdAgainst(changes, expected).unexpected.map(describe);
  expect(unexpected("- Cat.lives: integer")).toEqual([lines[1]]);
  expect(unexpected("- Cat.l*", "+ *: string")).toEqual([]);
  expect(unexpected("- Cat.l", "- cat.lives: integer", "- Cat*x", "+ Cat.lives.*")).toEqual(lines);
  expect(holdAgainst(changes, ["- Cat.*", "- Dog.*"]).absent).toEqual(["- Dog.*"]);
});

test("the command reads JSON and YAML and fails on drift only if asked to", async () => {
  const theirs = structuredClone(spec);
  const same = write("published.yaml", stringify(theirs));
  const usage = theirs.components.schemas["Usage"];
  if (usage !== undefined) usage.required = ["total_tokens"];
  const other = write("changed.json", JSON.stringify(theirs));

  const good = await runCommand(main, same, "--fail-on-drift");
  expect(good).toMatchObject({ status: 0, stderr: "" });
  expect(good.stdout).toMatch(/^No drift: published\.yaml .*\n\d+ expected differences/);
  expect(await runCommand(main, other)).toMatchObject({ status: 0 });
  const bad = await runCommand(main, "--fail-on-drift", other);
  expect(bad.status).toBe(1);
  expect(bad.stdout).toMatch(
    /^1 unexplained difference from changed\.json\n.*\n\n\+ Usage\.total_tokens is required\n\n\d+/,
  );
  const published = write("published.json", JSON.stringify(publishedDocument()));
  const { stdout } = await runCommand(main, "--all", published);
  expect(stdout).toContain("\n- Interaction.role: string\n");
});

test("a resource that only the document has is named, since it is not taken over", async () => {
  const theirs = structuredClone(spec);
  const item = { get: { operationId: "listNotes", responses: {} } };
  Object.assign(theirs.paths, {
    "/v1beta/notes": item,
    "/v1beta1/projects/{project}/locations/{location}/notes": item,
  });
  const { stdout } = await runCommand(main, write("notes.json", JSON.stringify(theirs)));
  expect(stdout).toMatch(
    /^No drift: .*\nOnly notes\.json has, and nothing here compares: notes, notes under a project\n/,
  );
});

test.for<[name: string, file: string, text: string | undefined, complaint: string]>([
  ["a missing file", "missing.json", undefined, "Cannot read"],
  ["neither JSON nor YAML", "broken.json", '{"a": [}', "is neither JSON nor YAML"],
  ["no OpenAPI document", "package.json", '{"name":"x"}', "is not an OpenAPI 3 document"],
  ["a list", "list.yaml", "- a", "is not an OpenAPI 3 document"],
  ["Swagger", "swagger.json", '{"swagger":"2.0","paths":{}}', "is a Swagger 2.0 document"],
  [
    "a document about other things",
    "other.json",
    '{"openapi":"3.1.0","paths":{"/v1/voices":{}}}',
    "has no operation on interactions",
  ],
])("%s is refused with a clear message", async ([, name, text, complaint]) => {
  const file = text === undefined ? join(folder, name) : write(name, text);
  const { status, stderr } = await runCommand(main, file);
  expect(stderr).toContain(complaint);
  expect(stderr).not.toContain("    at ");
  expect(status).toBe(2);
});

test("a reference to another file asks for bundling", () => {
  const theirs = answering({ $ref: "./pets.yaml#/Cat" });
  expect(() => driftOf(answering(stringSchema()), theirs)).toThrow(
    '$ref "./pets.yaml#/Cat" leads to another file. Bundle the document first',
  );
});

test.for([
  { args: ["--jsn", "a.json"], complaint: "Unknown option '--jsn'" },
  { args: [], complaint: "Name one OpenAPI document." },
  { args: ["a.json", "b.json"], complaint: "Name one OpenAPI document." },
])("wrong arguments $args get the usage", async ({ args, complaint }) => {
  const { status, stderr } = await runCommand(main, ...args);
  expect(stderr).toContain(complaint);
  expect(stderr).toContain("Usage: npm run spec:diff");
  expect(status).toBe(2);
});

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** What differs from our spec and is not in spec/drift.txt. */
function unexplained(theirs: OpenApi): string[] {
  return allUnexplained(theirs).filter((line) => !ahead.has(line));
}

function allUnexplained(theirs: OpenApi): string[] {
  const { changes } = compareDocuments(spec, theirs, drift.names);
  return holdAgainst(changes, drift.expected).unexpected.map(describe);
}

function driftOf(ours: OpenApi, theirs: OpenApi): string[] {
  return compareDocuments(ours, theirs).changes.map(describe);
}

/** The order of the report: by what is told, not by its sign. */
function byFact(a: string, b: string): number {
  return a.slice(2) < b.slice(2) ? -1 : 1;
}

/** The schema of a field, to be changed; a new one is a string. */
function fieldOf(types: Record<string, Schema>, name: string, field: string): Schema {
  const fields = types[name]?.properties ?? expect.fail(`no fields in ${name}`);
  return (fields[field] ??= stringSchema());
}

function answering(schema: Schema, components: Record<string, Schema> = pets): OpenApi {
  return documentOf(
    "get",
    "/v1beta/interactions/{id}",
    { responses: { "200": json(schema) } },
    components,
  );
}

function streaming(schema: Schema): OpenApi {
  const content = { "text/event-stream": { schema } };
  return documentOf("get", "/v1beta/interactions/{id}", { responses: { "200": { content } } });
}

function requesting(schema: Schema | undefined): OpenApi {
  const requestBody = schema === undefined ? undefined : json(schema);
  return documentOf("post", "/v1beta/interactions", { requestBody, responses: {} });
}

function withParameters(path: string, parameters: object[]): OpenApi {
  return documentOf("get", path, { parameters, responses: {} });
}

function documentOf(
  method: string,
  path: string,
  operation: object,
  components: Record<string, Schema> = pets,
): OpenApi {
  const copy = structuredClone({ schemas: components });
  return { openapi: "3.1.0", paths: { [path]: { [method]: operation } }, components: copy };
}

function json(schema: Schema) {
  return { content: { "application/json": { schema } } };
}

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function stringSchema(): Schema {
  return { type: "string" };
}

function listOf(items: Schema): Schema {
  return { type: "array", items };
}

function freeObject(additionalProperties: boolean | Schema): Schema {
  return { type: "object", additionalProperties };
}

function objectOf(properties: Record<string, Schema>, required: string[] = []): Schema {
  return { type: "object", properties, required };
}

function discriminator(mapping?: Record<string, string>): Schema {
  return extra("discriminator", { propertyName: "type", ...(mapping && { mapping }) });
}

/** A keyword that our own spec does not use. */
function extra(keyword: string, value: unknown): Schema {
  return { [keyword]: value };
}

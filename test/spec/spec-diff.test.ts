import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { stringify } from "yaml";
import { findDrift, parseExpectations, readExpectations } from "../../scripts/spec-diff/drift.mjs";
import { printReport } from "../../scripts/spec-diff/print.mjs";
import { type Schema, schemas } from "../support/contract.ts";
import { type OpenApi, publishedDocument } from "../support/published.ts";

const script = fileURLToPath(new URL("../../scripts/spec-diff.mjs", import.meta.url));
const ourFile = fileURLToPath(new URL("../../generated/openapi.json", import.meta.url));
const driftFile = fileURLToPath(new URL("../../spec/drift.yaml", import.meta.url));
const expectations = readExpectations(driftFile);

const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("our spec does not differ from itself", () => {
  expect(findDrift(ourDocument(), ourDocument())).toEqual({ differences: [], onPurpose: [] });
});

test("the types of the official SDK, published in OpenAPI 3.0, differ on purpose only", () => {
  const { differences, onPurpose } = findDrift(ourDocument(), publishedDocument(), expectations);
  expect(differences).toEqual([]);
  expect(onPurpose.length).toBeGreaterThan(50);
});

test("without spec/drift.yaml other names are renamed schemas, and purposes are drift", () => {
  const lines = driftOf(ourDocument(), publishedDocument());
  expect(lines).toContain("~ ThoughtSummaryContent is called ThoughtContent there");
  expect(lines).toContain("+ GoogleSearchCallStep.arguments is optional here");
  expect(lines).toContain("- Interaction.outputs: array of LegacyContent");
  expect(lines).toContain("~ StepStart.step: StartedStep here, Step there");
});

test("what is new at the service is told, and nothing else", () => {
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
  expect(printed(ourDocument(), theirs)).toMatchInlineSnapshot(`
    "10 differences from published.json
    + only there   - only in spec/   ~ not the same

    Operations
      + GET /interactions

    Union members
      + InteractionStreamEvent: step.paused (StepPaused)

    Enum values
      + InteractionStatusUpdate.status: paused

    Fields
      + CreateModelInteraction.seed_image: string
      - Usage.initial_input_tokens: integer

    Required
      + StepStop.usage is optional here

    Deprecated
      + Usage.total_tokens

    Schemas
      + ListInteractionsResponse { next?: string }
      + PauseCause { code?: string }
      + StepPaused { event_type: "step.paused", cause?: PauseCause }"
  `);
});

test("what is gone at the service is told", () => {
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
  expect(printed(ourDocument(), theirs)).toMatchInlineSnapshot(`
    "6 differences from published.json
    + only there   - only in spec/   ~ not the same

    Operations
      - POST /interactions/{id}/cancel

    Union members
      - Tool: code_execution (CodeExecution)

    Enum values
      - GenerationConfig.thinking_level: minimal

    Required
      - TextContent.type is optional there
      - TextContent.text is optional there

    Schemas
      - CodeExecution { type: "code_execution" }"
  `);
});

test("a renamed schema is recognised by where it is used", () => {
  const text = JSON.stringify(publishedDocument());
  const theirs: OpenApi = JSON.parse(text.replaceAll(/"(#.*?\/)?Usage"/g, '"$1TokenUsage"'));
  expect(driftOf(ourDocument(), theirs, expectations)).toEqual([
    "~ Usage is called TokenUsage there",
  ]);
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
])("%s is no drift", ([, ours, theirs]) => {
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
])("%s is no drift", ([, theirs, components]) => {
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
])("an event in %s is no drift", ([, theirs]) => {
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
    "+ POST /interactions request.stream: boolean",
  ]);
  expect(driftOf(answering(ours), answering(theirs))).toEqual([
    "+ GET /interactions/{id} answer.id: string, required",
    "+ GET /interactions/{id} answer.created is optional here",
  ]);
});

test.for<[name: string, ours: Schema, theirs: Schema, line: string]>([
  ["type", stringSchema(), { type: "integer" }, "~ at: string here, integer there"],
  ["list", stringSchema(), listOf(stringSchema()), "~ at: string here, array of string there"],
  [
    "item",
    listOf(stringSchema()),
    listOf({ type: "integer" }),
    "~ at[]: string here, integer there",
  ],
  [
    "format",
    { type: "string", format: "int64" },
    { type: "string", format: "date" },
    "~ at: string (int64) here, string (date) there",
  ],
  [
    "map",
    { type: "object", additionalProperties: stringSchema() },
    { type: "object", additionalProperties: { type: "integer" } },
    "~ at{}: string here, integer there",
  ],
  [
    "free map",
    { type: "object", additionalProperties: stringSchema() },
    { type: "object" },
    "~ at: map of string here, object there",
  ],
  [
    "further form",
    stringSchema(),
    { oneOf: [stringSchema(), listOf(stringSchema())] },
    "+ at: array of string",
  ],
  ["null", stringSchema(), { type: ["string", "null"] }, "+ at: null"],
  ["enum", { type: "string", enum: ["a"] }, stringSchema(), '~ at: "a" here, string there'],
  ["value", { type: "string", enum: ["a"] }, { type: "string", enum: ["b"] }, "- at: a,+ at: b"],
  ["known schema", ref("Cat"), ref("Dog"), "~ at: Cat here, Dog there"],
  [
    "missing schema",
    stringSchema(),
    ref("Gone"),
    "~ at: string here, nothing (#/components/schemas/Gone leads nowhere) there",
  ],
])("another %s is told with its place", ([, ours, theirs, line]) => {
  const lines = driftOf(
    answering(objectOf({ a: ours, b: ref("Pet") }), pets),
    answering(objectOf({ a: theirs, b: ref("Pet") }), pets),
  );
  expect(lines.join().replaceAll("GET /interactions/{id} answer.a", "at")).toBe(line);
});

test("a schema of the same name but of another kind is told by what it is", () => {
  const ours = answering(ref("Size"), { Size: { type: "string", enum: ["s", "m"] } });
  const theirs = answering(ref("Size"), { Size: { type: "integer" } });
  expect(driftOf(ours, theirs)).toEqual(['~ Size: "s" | "m" here, integer there']);
});

test("a member of a union is known by its tag, then by its name", () => {
  const theirs = structuredClone(pets);
  theirs["Pet"]?.oneOf?.push(ref("Fish"));
  theirs["Fish"] = objectOf({ type: { const: "fish" } }, ["type"]);
  fieldOf(theirs, "Dog", "type").const = "hound";
  expect(driftOf(answering(ref("Pet"), pets), answering(ref("Pet"), theirs))).toEqual([
    "+ Pet: fish (Fish)",
    "- Dog.type: dog",
    "+ Dog.type: hound",
    '+ Fish { type: "fish" }',
  ]);
});

test("a member with another tag is another one, however alike", () => {
  const theirs = structuredClone(pets);
  theirs["Pet"] = { oneOf: [ref("Cat"), ref("Wolf")] };
  theirs["Wolf"] = structuredClone(pets["Dog"] ?? {});
  fieldOf(theirs, "Wolf", "type").const = "wolf";
  expect(driftOf(answering(ref("Pet"), pets), answering(ref("Pet"), theirs))).toEqual([
    "- Pet: dog (Dog)",
    "+ Pet: wolf (Wolf)",
    '- Dog { type: "dog", tricks?: string }',
    '+ Wolf { type: "wolf", tricks?: string }',
  ]);
});

test("schemas at the same place belong together, however different", () => {
  const theirs = { Fish: objectOf({ fins: { type: "integer" } }) };
  expect(driftOf(answering(ref("Cat")), answering(ref("Fish"), theirs))).toEqual([
    '- Cat.type: "cat"',
    "- Cat.lives: integer",
    "+ Cat.fins: integer",
    "~ Cat is called Fish there",
  ]);
});

test("a new member of a union inside others is told once", () => {
  const ours: Record<string, Schema> = {
    ...pets,
    Zoo: { oneOf: [ref("Pet"), listOf(ref("Pet"))] },
  };
  const theirs = structuredClone(ours);
  theirs["Pet"]?.oneOf?.pop();
  expect(driftOf(answering(ref("Zoo"), ours), answering(ref("Zoo"), theirs))).toEqual([
    "- Pet: dog (Dog)",
    '- Dog { type: "dog", tricks?: string }',
  ]);
});

test("two names of one schema map to the same", () => {
  const ours = answering(objectOf({ a: ref("Cat"), b: ref("Cat") }), pets);
  const theirs = answering(objectOf({ a: ref("CatA"), b: ref("CatB") }), {
    CatA: pets["Cat"] ?? {},
    CatB: structuredClone(pets["Cat"] ?? {}),
  });
  expect(driftOf(ours, theirs)).toEqual([
    "~ Cat is called CatA there",
    "~ Cat is called CatB there",
  ]);
  const mapping = parseExpectations({ names: { Cat: ["CatA", "CatB"] } }, "drift.yaml");
  expect(driftOf(ours, theirs, mapping)).toEqual([]);
});

test("schemas that contain themselves come to an end", () => {
  const components: Record<string, Schema> = {
    Json: { oneOf: [stringSchema(), listOf(ref("Json")), ref("Node")] },
    Node: objectOf({ next: ref("Node"), all: listOf(ref("Json")), self: { oneOf: [ref("Node")] } }),
    Loop: { oneOf: [ref("Loop"), stringSchema()] },
    Circle: { $ref: "#/components/schemas/Circle" },
    Parent: extra("allOf", [ref("Parent"), objectOf({ a: stringSchema() })]),
  };
  const root = objectOf(
    Object.fromEntries(Object.keys(components).map((name) => [name, ref(name)])),
  );
  const theirs = structuredClone(components);
  fieldOf(theirs, "Node", "next").$ref = "#/components/schemas/Json";
  expect(driftOf(answering(root, components), answering(root, components))).toEqual([]);
  expect(driftOf(answering(root, components), answering(root, theirs))).toEqual([
    "~ Node.next: Node here, Json there",
  ]);
});

test("Vertex paths count only where the other document has them", () => {
  const gemini = answering(stringSchema());
  const scoped = "/v1/projects/{p}/locations/{l}/interactions/{i}";
  const vertex: OpenApi = { ...gemini, paths: { [scoped]: Object.values(gemini.paths)[0] ?? {} } };
  const all: OpenApi = { ...gemini, paths: { ...gemini.paths, ...vertex.paths } };
  expect(driftOf(all, gemini)).toEqual([]);
  expect(driftOf(all, vertex)).toEqual([]);
  expect(driftOf(gemini, all)).toEqual(["+ GET /projects/{p}/locations/{l}/interactions/{i}"]);
});

test("the same path of two versions is compared with its own twin", () => {
  const [get] = Object.values(answering(ref("Cat")).paths);
  const [other] = Object.values(answering(ref("Dog")).paths);
  const paths = { "/v1/interactions/{id}": get ?? {}, "/v2/interactions/{id}": other ?? {} };
  const document: OpenApi = { ...answering(ref("Cat")), paths };
  expect(driftOf(document, document)).toEqual([]);
});

test("parameters are compared by name, those of the path by their order", () => {
  const ours = withParameters("/v1beta/interactions/{id}", [
    { name: "id", in: "path", required: true, schema: stringSchema() },
    { name: "stream", in: "query", schema: { type: "boolean" } },
    { name: "old", in: "query", schema: stringSchema() },
  ]);
  const theirs = withParameters("/{api_version}/interactions/{interactionsId}", [
    { name: "api_version", in: "path", required: true, schema: { enum: ["v1beta"] } },
    { name: "interactionsId", in: "path", required: true, schema: stringSchema() },
    { name: "stream", in: "query", required: true, schema: stringSchema() },
    { name: "view", in: "query", schema: stringSchema() },
  ]);
  expect(driftOf(ours, theirs)).toEqual([
    "- GET /interactions/{id} old",
    "+ GET /interactions/{id} view: string in query",
    "~ GET /interactions/{id} stream: boolean here, string there",
    "+ GET /interactions/{id} stream is optional here",
  ]);
});

test("bodies that come or go are told, empty ones are none", () => {
  const empty = { type: "object", additionalProperties: {} };
  expect(driftOf(requesting(empty), requesting(undefined))).toEqual([]);
  expect(driftOf(requesting(stringSchema()), requesting(undefined))).toEqual([
    "- POST /interactions request",
  ]);
  const body = { required: true, ...json(stringSchema()) };
  const needed = documentOf("post", "/v1beta/interactions", { requestBody: body, responses: {} });
  expect(driftOf(requesting(stringSchema()), needed)).toEqual([
    "+ POST /interactions request is optional here",
  ]);
  expect(driftOf(answering(stringSchema()), streaming(stringSchema()))).toEqual([
    "- GET /interactions/{id} answer",
    "+ GET /interactions/{id} events",
  ]);
});

test("spec/drift.yaml names what our spec has", () => {
  const strangers = [...expectations.names.keys()].filter((name) => !(name in schemas));
  expect(strangers).toEqual([]);
  const places = expectations.purposes.flatMap((purpose) => purpose.places);
  const unknown = places.filter((place) => {
    const [, name = "", field] = /^([A-Z]\w+)(?:\.(\w+))?/.exec(place) ?? [];
    if (place.includes("*")) return false;
    return (
      !(name in schemas) || (field !== undefined && !(field in (schemas[name]?.properties ?? {})))
    );
  });
  expect(unknown).toEqual([]);
});

test("an entry of spec/drift.yaml without a reason is refused", () => {
  const entry = { kind: "field", change: "removed", places: "Usage.x" };
  expect(() => parseExpectations({ onPurpose: [entry] }, "drift.yaml")).toThrow(
    'drift.yaml: each entry of onPurpose needs reason, kind, change and places: {"kind":"field"',
  );
});

test("a difference on purpose is of that kind, in that direction and at that place", () => {
  const ours = answering(ref("Cat"), pets);
  const theirs = structuredClone(ours);
  delete theirs.components.schemas["Cat"]?.properties?.["lives"];
  const purpose = { reason: "R", kind: "field", change: "removed", places: ["Cat.li*"] };
  const drift = (changes: Partial<typeof purpose>) =>
    driftOf(ours, theirs, { names: new Map(), purposes: [{ ...purpose, ...changes }] });
  expect(drift({})).toEqual([]);
  expect(drift({ kind: "type" })).toHaveLength(1);
  expect(drift({ change: "added" })).toHaveLength(1);
  expect(drift({ places: ["Cat.li"] })).toHaveLength(1);
  expect(drift({ places: ["lives"] })).toHaveLength(1);
});

test("the command reads JSON and YAML and fails on drift only if asked to", () => {
  const theirs = publishedDocument();
  const same = write("published.yaml", stringify(theirs));
  theirs.components.schemas["Usage"]?.required?.push("total_tokens");
  const other = write("changed.json", JSON.stringify(theirs));

  expect(run(same, "--fail-on-drift")).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^No drift: published\.yaml .*\n\d+ differences on purpose/),
  });
  expect(run(other)).toMatchObject({ status: 0 });
  expect(run("--fail-on-drift", other)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("Required\n  + Usage.total_tokens is optional here\n"),
  });
  const { status, stdout } = run(other, "--json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    differences: [{ kind: "required", change: "added", place: "Usage.total_tokens" }],
    onPurpose: expect.arrayContaining([expect.objectContaining({ reason: expect.any(String) })]),
  });
});

test.for<[name: string, file: string, text: string | undefined, complaint: string]>([
  ["a missing file", "missing.json", undefined, "Cannot read"],
  ["neither JSON nor YAML", "broken.json", '{"a": [}', "is neither JSON nor YAML"],
  ["no OpenAPI document", "package.json", '{"name":"x"}', "is no OpenAPI 3 document"],
  ["a list", "list.yaml", "- a", "is no OpenAPI 3 document"],
  ["Swagger", "swagger.json", '{"swagger":"2.0","paths":{}}', "is a Swagger 2.0 document"],
  [
    "a document about other things",
    "other.json",
    '{"openapi":"3.1.0","paths":{"/v1/agents":{}}}',
    "has no operation on interactions",
  ],
])("%s is refused with a clear message", ([, name, text, complaint]) => {
  const file = text === undefined ? join(folder, name) : write(name, text);
  const { status, stderr } = run(file);
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
  { args: ["--jsn", ourFile], complaint: "Unknown option '--jsn'" },
  { args: [], complaint: "Name one OpenAPI document." },
  { args: [ourFile, ourFile], complaint: "Name one OpenAPI document." },
])("wrong arguments $args get the usage", ({ args, complaint }) => {
  const { status, stderr } = run(...args);
  expect(stderr).toContain(complaint);
  expect(stderr).toContain("Usage: npm run spec:diff");
  expect(status).toBe(2);
});

function run(...args: string[]) {
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
}

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

function printed(ours: OpenApi, theirs: OpenApi): string {
  const { differences } = findDrift(ours, theirs, expectations);
  return printReport({ differences, onPurpose: [] }, "published.json");
}

/** The differences as they are printed, without the groups. */
function driftOf(
  ours: OpenApi,
  theirs: OpenApi,
  known?: ReturnType<typeof parseExpectations>,
): string[] {
  const { differences } = findDrift(ours, theirs, known);
  const text = printReport({ differences, onPurpose: [] }, "theirs");
  return text
    .split("\n")
    .filter((line) => /^ {2}[-+~]/.test(line))
    .map((line) => line.trim());
}

function ourDocument(): OpenApi {
  return JSON.parse(readFileSync(ourFile, "utf8"));
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

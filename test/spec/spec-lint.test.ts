import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ambiguousUnions, lintSpec } from "../../scripts/lint-spec.mjs";

type Document = Parameters<typeof lintSpec>[0];
type Schema = Document["components"]["schemas"][string];

const cat: Schema = {
  description: "A cat.",
  type: "object",
  required: ["type"],
  properties: { type: { description: "Always `cat`.", type: "string", const: "cat" } },
};
const dog: Schema = {
  description: "A dog.",
  type: "object",
  required: ["type"],
  properties: { type: { description: "Always `dog`.", type: "string", const: "dog" } },
};
const text: Schema = { description: "A text.", type: "string" };

test("a sound document gives no complaint", () => {
  const pet: Schema = { description: "A pet.", oneOf: [ref("Cat"), ref("Dog"), text] };
  expect(lintSpec(documentOf({ Root: pet, Cat: cat, Dog: dog }))).toEqual([]);
});

test.for<[name: string, cat: Schema]>([
  ["lacks the property", { ...cat, properties: {} }],
  ["does not require it", { ...cat, required: [] }],
  ["repeats the value", { ...cat, properties: dog.properties ?? {} }],
  ["has no constant", { ...cat, properties: { type: text } }],
])("complains of a oneOf of which a member %s", ([, broken]) => {
  const pet: Schema = { description: "A pet.", oneOf: [ref("Dog"), ref("Cat")] };
  expect(lintSpec(documentOf({ Root: pet, Cat: broken, Dog: dog }))).toEqual([
    "Root: the objects in oneOf have no required const property with distinct values in common. " +
      "Give them one, or use anyOf and add the union to ambiguousUnions with the reason.",
  ]);
});

test("sees the objects inside a nested union", () => {
  const pets: Schema = { description: "A pet.", oneOf: [ref("Cats"), { ...cat }] };
  const cats: Schema = { description: "A cat.", oneOf: [ref("Cat"), ref("Dog")] };
  expect(lintSpec(documentOf({ Root: pets, Cats: cats, Cat: cat, Dog: dog }))).toEqual([
    expect.stringContaining("Root: the objects in oneOf"),
  ]);
});

test("complains of two members of oneOf with the same type that are no objects", () => {
  const lists: Schema = {
    description: "A list.",
    oneOf: [
      { type: "array", items: ref("Cat") },
      { type: "array", items: text },
    ],
  };
  expect(lintSpec(documentOf({ Root: lists, Cat: cat }))).toEqual([
    "Root: two members of oneOf are of type array. Merge them, or use anyOf and add the union to " +
      "ambiguousUnions with the reason.",
  ]);
});

test("complains of anyOf outside the list of ambiguous unions", () => {
  const root = objectWith({ pet: { description: "A pet.", anyOf: [ref("Cat"), text] } });
  expect(lintSpec(documentOf({ Root: root, Cat: cat }))).toEqual([
    "Root.pet: anyOf, which does not say that one member fits. Use oneOf, or add the union to " +
      "ambiguousUnions with the reason.",
  ]);
});

test("complains of oneOf in an ambiguous union", () => {
  const result: Schema = {
    description: "A result.",
    oneOf: [text, { type: "array", items: text }],
  };
  const schemas = { Root: objectWith({ result: { description: "It.", ...ref("ToolResult") } }) };
  expect(lintSpec(documentOf({ ...schemas, ToolResult: result }))).toEqual([
    "ToolResult: oneOf, although a tool may return anything; nothing marks the forms. Use anyOf.",
  ]);
});

test("complains of a discriminator", () => {
  const pet: Schema = {
    description: "A pet.",
    oneOf: [ref("Cat"), ref("Dog")],
    discriminator: { propertyName: "type" },
  };
  expect(lintSpec(documentOf({ Root: pet, Cat: cat, Dog: dog }))).toEqual([
    "Root: discriminator, from which openapi-typescript takes schema names for values. Remove " +
      "it: the const properties tell the members apart.",
  ]);
});

test("complains of allOf, deep inside as well", () => {
  const root = objectWith({
    pets: { description: "Pets.", type: "array", items: { allOf: [ref("Cat")] } },
  });
  expect(lintSpec(documentOf({ Root: root, Cat: cat }))).toEqual([
    "Root.pets[]: allOf, which collapses unions in the generated types. Write the fields out.",
  ]);
});

test("complains of a default, but not of a field of that name", () => {
  const root = objectWith({
    default: text,
    age: { description: "Age in years.", type: "integer", default: 1 },
  });
  expect(lintSpec(documentOf({ Root: root }))).toEqual([
    "Root.age: default, which the service applies and not the client. Tell it in the description.",
  ]);
});

test("complains of a closed enum of strings, but not of one of numbers", () => {
  const root = objectWith({
    size: { description: "Size.", type: "string", enum: ["small", "large"] },
    shoe: { description: "Size of the shoe.", type: "integer", enum: [41, 42] },
    mood: { description: "Mood.", type: "string", enum: ["good"], "x-open-enum": true },
  });
  expect(lintSpec(documentOf({ Root: root }))).toEqual([
    "Root.size: a closed enum, while the service adds values without notice. Add x-open-enum: " +
      "true, or use const for a discriminant.",
  ]);
});

test("complains of a missing, an empty and a postponed description", () => {
  const root = objectWith({
    age: { type: "integer" },
    name: { description: " ", type: "string" },
    mood: { description: "TODO", type: "string" },
  });
  delete root.description;
  expect(lintSpec(documentOf({ Root: root }))).toEqual(
    ["Root.age", "Root.name", "Root.mood", "Root"].map(
      (place) => `${place}: no description. Tell what it is, with unit and default.`,
    ),
  );
});

test("complains of parameters without description, shared ones and others", () => {
  const document = documentOf({ Root: text });
  document.components.parameters = { Id: { name: "id", schema: { type: "string" } } };
  document.paths["/pets"] = {
    parameters: [{ $ref: "#/components/parameters/Id" }, { name: "herd" }],
    get: { ...document.paths["/pets"]?.get, parameters: [{ name: "stream" }] },
  };
  expect(lintSpec(document)).toEqual(
    ["parameter Id", "/pets parameter herd", "GET /pets parameter stream"].map(
      (place) => `${place}: no description. Tell what it is, with unit and default.`,
    ),
  );
});

test("looks into the schemas of fields, lists, maps and unions", () => {
  const closed: Schema = { type: "string", enum: ["a"] };
  const root = objectWith({
    field: { description: "A field.", ...closed },
    list: { description: "A list.", type: "array", items: closed },
    map: { description: "A map.", type: "object", additionalProperties: closed },
    union: { description: "A union.", oneOf: [{ type: "integer" }, closed] },
  });
  expect(lintSpec(documentOf({ Root: root })).map((complaint) => complaint.split(":")[0])).toEqual([
    "Root.field",
    "Root.list[]",
    "Root.map{}",
    "Root.union.oneOf[1]",
  ]);
});

test("looks into the schemas of parameters and bodies", () => {
  const document = documentOf({ Root: text });
  const closed: Schema = { type: "string", enum: ["a"] };
  const body = { content: { "application/json": { schema: closed } } };
  document.components.parameters = { Id: { description: "Id.", schema: closed } };
  document.components.requestBodies = { Create: body };
  document.components.responses = { Created: body };
  const get = document.paths["/pets"]?.get;
  document.paths["/pets"] = { get: { ...get, requestBody: body } };
  expect(lintSpec(document).map((complaint) => complaint.split(":")[0])).toEqual([
    "Create application/json",
    "Created application/json",
    "parameter Id",
    "GET /pets requestBody application/json",
  ]);
});

test("complains of an operation without error responses", () => {
  const document = documentOf({ Root: text });
  const { "200": success } = document.paths["/pets"]?.get?.responses ?? {};
  document.paths["/pets"] = { get: { responses: { "200": success ?? {} } } };
  expect(lintSpec(document)).toEqual(
    ["4XX", "5XX"].map(
      (status) =>
        `GET /pets: no ${status} response, so its error is typed as never. Refer to ` +
        "responses.yaml#/Error.",
    ),
  );
});

test("complains of a schema that no path leads to, even through another such schema", () => {
  const stray = objectWith({ cat: { description: "A cat.", ...ref("Cat") } });
  expect(lintSpec(documentOf({ Root: text, Stray: stray, Cat: cat }))).toEqual([
    "Stray: no path leads to it. Refer to it or delete it.",
    "Cat: no path leads to it. Refer to it or delete it.",
  ]);
});

test("follows references through shared responses", () => {
  const document = documentOf({ Root: text, Cat: cat });
  document.components.responses = {
    Cat: { content: { "application/json": { schema: ref("Cat") } } },
  };
  const get = document.paths["/pets"]?.get;
  document.paths["/pets"] = {
    get: { responses: { ...get?.responses, "201": { $ref: "#/components/responses/Cat" } } },
  };
  expect(lintSpec(document)).toEqual([]);
});

test("complains of a schema that bundling dropped", () => {
  const declared = [
    { name: "Root", file: "spec/schemas/pets.yaml" },
    { name: "Bird", file: "spec/schemas/pets.yaml" },
  ];
  expect(lintSpec(documentOf({ Root: text }), declared)).toEqual([
    "Bird (spec/schemas/pets.yaml): no path leads to it. Refer to it or delete it.",
  ]);
});

test("complains of a part of the earlier dialect that is not deprecated", () => {
  const root = objectWith({ turn: { description: "A turn.", ...ref("LegacyTurn") } });
  expect(lintSpec(documentOf({ Root: root, LegacyTurn: text }))).toEqual([
    "LegacyTurn: part of the earlier dialect, yet not deprecated. Add deprecated: true.",
  ]);
});

test("the spec gives no complaint, and each ambiguous union is part of it", () => {
  const file = new URL("../../generated/openapi.json", import.meta.url);
  const document: Document = JSON.parse(readFileSync(file, "utf8"));
  expect(lintSpec(document)).toEqual([]);
  expect(lintSpec(withOneOf(document)).map((complaint) => complaint.split(": oneOf, ")[0])).toEqual(
    expect.arrayContaining([...ambiguousUnions.keys()]),
  );
});

/** A document whose one operation answers with the schema `Root`. */
function documentOf(schemas: Record<string, Schema>): Document {
  const response = (schema: Schema) => ({ content: { "application/json": { schema } } });
  return {
    paths: {
      "/pets": {
        get: { responses: { "200": response(ref("Root")), "4XX": {}, "5XX": {} } },
      },
    },
    components: { schemas },
  };
}

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function objectWith(properties: Record<string, Schema>): Schema {
  return { description: "An object.", type: "object", properties };
}

/** The document with every `anyOf` turned into `oneOf`. */
function withOneOf(document: Document): Document {
  return JSON.parse(JSON.stringify(document).replaceAll('"anyOf":', '"oneOf":'));
}

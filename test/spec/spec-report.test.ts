import { expect, test } from "vitest";
import { compareDocuments } from "../../scripts/spec-diff/compare.mjs";
import { holdAgainst, linesOf, parseDrift, print } from "../../scripts/spec-diff/report.mjs";
import { SpecTexts } from "../../scripts/spec-diff/texts.mjs";
import type { Schema } from "../support/contract.ts";

// What is printed of changes, on documents of a few lines.

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const objectOf = (properties: Record<string, Schema>, ...required: string[]): Schema => ({
  type: "object",
  properties,
  required,
});
const text: Schema = { type: "string" };

const cat = objectOf({ type: { const: "cat" }, lives: { type: "integer" } }, "type");
const dog = objectOf({ type: { const: "dog" }, tricks: { type: "array", items: text } }, "type");
const fish = objectOf({ type: { const: "fish" } }, "type");
const pets = {
  Pet: { oneOf: [ref("Cat"), ref("Dog"), ref("Fish")] },
  Cat: cat,
  Dog: dog,
  Fish: fish,
};

function documentOf(schemas: Record<string, Schema>, more: object = {}, operation: object = {}) {
  const responses = { "200": { content: { "application/json": { schema: ref("Pet") } } } };
  return {
    openapi: "3.1.0",
    paths: {
      "/v1/pets": { post: { responses, ...operation } },
      "/v1/pets/{id}/walk": { post: { responses } },
    },
    ...more,
    components: { schemas, ...("components" in more && (more.components as object)) },
  };
}

function printed(ours: object, theirs: object): string[] {
  return linesOf(compareDocuments({ ...ours }, { ...theirs }).changes).map(print);
}

test("a schema that only one side has is one line, behind the unions that matter", () => {
  const { Dog: _, ...others } = pets;
  const theirs = { ...others, Pet: { oneOf: [ref("Cat"), ref("Fish")] } };
  expect(printed(documentOf(pets), documentOf(theirs))).toEqual([
    "- Pet: Dog",
    "- schema Dog  # { tricks?, type }",
  ]);
  expect(printed(documentOf(theirs), documentOf(pets))).toEqual([
    "+ Pet: Dog",
    "+ schema Dog  # { tricks?, type }",
  ]);
});

test("what is gone, and what was added with the same form, may be renamed", () => {
  const wolf = objectOf({ ...dog.properties, type: { const: "wolf" } }, "type");
  const theirs = {
    Pet: { oneOf: [ref("Cat"), ref("Wolf"), ref("Fish")] },
    Cat: cat,
    Wolf: wolf,
    Fish: fish,
  };
  expect(printed(documentOf(pets), documentOf(theirs))).toEqual([
    "- Pet: Dog",
    "+ Pet: Wolf",
    "- schema Dog  # { tricks?, type }, renamed to Wolf?",
    "+ schema Wolf  # { tricks?, type }",
  ]);
  const { "/v1/pets/{id}/walk": walk, ...paths } = documentOf(pets).paths;
  const moved = { ...documentOf(pets), paths: { ...paths, "/v1/pets/{id}:walk": walk } };
  expect(printed(documentOf(pets), moved)).toEqual([
    "- POST /pets/{}/walk  # answer: Cat, answer: Dog, answer: Fish, renamed to POST /pets/{}:walk?",
    "+ POST /pets/{}:walk  # answer: Cat, answer: Dog, answer: Fish",
  ]);
});

test("a new name is not guessed where two are possible", () => {
  const named = (...names: string[]) => ({
    ...pets,
    Cat: objectOf({ ...cat.properties, ...Object.fromEntries(names.map((name) => [name, text])) }),
  });
  const change = (...names: string[]) =>
    printed(documentOf(named("name")), documentOf(named(...names)));
  expect(change("title")).toEqual([
    "- Cat.name: string  # renamed to title?",
    "+ Cat.title: string",
  ]);
  expect(change("title", "nick")).toEqual([
    "- Cat.name: string",
    "+ Cat.nick: string",
    "+ Cat.title: string",
  ]);
});

const key = { type: "apiKey", in: "header", name: "X-Key" };
const bearer = { type: "http", scheme: "bearer" };
const withSecurity = (securitySchemes: object, security: object[], operation = {}) =>
  documentOf(pets, { components: { securitySchemes }, security }, operation);

test("credentials are compared by what is sent, and not with a document that names none", () => {
  const ours = withSecurity({ key }, [{ key: [] }]);
  expect(printed(ours, documentOf(pets))).toEqual([]);
  const same = withSecurity({ other: { ...key, name: "x-key" } }, [], {
    security: [{ other: [] }],
  });
  expect(printed(ours, same)).toEqual(["- securitySchemes: x-key in header  # POST /pets/{}/walk"]);
  expect(
    printed(
      withSecurity({ bearer }, [{ bearer: [] }]),
      withSecurity({ google: { type: "oauth2", flows: {} } }, [{ google: ["scope"] }]),
    ),
  ).toEqual([]);
  expect(printed(ours, withSecurity({ key, bearer }, [{ key: [] }, { bearer: [] }]))).toEqual([
    "+ securitySchemes: bearer token  # POST /pets, POST /pets/{}/walk",
  ]);
  expect(printed(ours, withSecurity({ key, bearer }, [{ key: [] }]))).toEqual([
    "+ securitySchemes: bearer token",
  ]);
  expect(printed(ours, withSecurity({ key }, [{ key: [] }, {}]))).toEqual([
    "+ securitySchemes: no credential  # POST /pets, POST /pets/{}/walk",
  ]);
});

test("a parameter in a header is the same in any case", () => {
  const withHeader = (...names: string[]) =>
    documentOf(
      pets,
      {},
      {
        parameters: names.map((name) => ({ name, in: "header", schema: text })),
      },
    );
  expect(printed(withHeader("X-Trace"), withHeader("x-trace", "x-nonce"))).toEqual([
    "+ POST /pets x-nonce in header: string",
  ]);
});

test("a line that was printed, with its remark, can go into spec/drift.txt", () => {
  const { Dog: _, ...others } = pets;
  const theirs = documentOf({ ...others, Pet: { oneOf: [ref("Cat"), ref("Fish")] } });
  const { changes } = compareDocuments(documentOf(pets), theirs);
  const text = `# A reason.\n${linesOf(changes).map(print).join("\n")}\n`;
  const { expected } = parseDrift(text);
  expect(expected).toEqual(["- Pet: Dog", "- schema Dog"]);
  expect(holdAgainst(changes, expected)).toEqual({ unexpected: [], absent: [] });
});

test("an entry goes to the end of a list or map, on one line or on many, and only once", () => {
  const texts = new SpecTexts({
    "a.yaml": "A:\n  # Some.\n  enum:\n    - one\n  flow: [one, two]\n  map: { a: 1 }\n\nB: 1\n",
  });
  for (const _ of [1, 2]) {
    texts.insert("a.yaml", ["A", "enum"], ["three"]);
    texts.insert("a.yaml", ["A", "flow"], ["three"]);
    texts.insert("a.yaml", ["A", "map"], { b: "x" });
    texts.insert("a.yaml", ["A", "nowhere"], ["three"]);
  }
  expect(texts.changes()["a.yaml"]).toBe(
    'A:\n  # Some.\n  enum:\n    - one\n    - three\n  flow: [one, two, "three"]\n  map: { a: 1, "b":"x" }\n\nB: 1\n',
  );
});

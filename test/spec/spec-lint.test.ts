import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lintSpec } from "../../scripts/spec.mjs";

const cat =
  "{ type: object, required: [type], properties: { type: { description: A., const: cat } } }";
const dog = cat.replace("const: cat", "const: dog");
const free = "{ type: object, additionalProperties: true }";
const untagged = cat.replace("[type]", "[]");

const noTag = "2 members of oneOf are of type object, and no required const tells them apart.";

/** A schema in one line, and the complaints about it. */
const snippets: [name: string, schema: string, ...complaints: string[]][] = [
  ["a missing description", "{ type: string }", "No description."],
  ["an empty description", "{ description: ' ', type: string }", "No description."],
  ["a postponed description", "{ description: TODO, type: string }", "No description."],
  ["a closed enum", "{ description: A., type: string, enum: [a, b] }", "A closed enum"],
  ["an enum of numbers", "{ description: A., type: integer, enum: [41, 42] }"],
  ["an open enum", "{ description: A., type: string, enum: [a], x-open-enum: true }"],
  [
    "a closed enum in a map of lists",
    "{ description: A., additionalProperties: { items: { type: string, enum: [a] } } }",
    "A closed enum",
  ],
  ["a default", "{ description: A., type: integer, default: 1 }", "The service applies defaults"],
  [
    "a field called default",
    "{ description: A., type: object, properties: { default: { description: A., type: string } } }",
  ],
  ["allOf", `{ description: A., allOf: [${cat}, ${dog}] }`, "allOf collapses unions"],
  [
    "a discriminator",
    `{ description: A., oneOf: [${cat}, ${dog}], discriminator: { propertyName: type } }`,
    "openapi-typescript takes schema names",
  ],
  ["a union with a tag", `{ description: A., oneOf: [${cat}, ${dog}, { type: string }] }`],
  [
    "a union in a union",
    `{ description: A., oneOf: [{ oneOf: [${cat}, { type: string }] }, ${dog}] }`,
  ],
  ["a tag that is not required", `{ description: A., oneOf: [${untagged}, ${dog}] }`, noTag],
  ["a member without the tag", `{ description: A., oneOf: [${cat}, ${free}] }`, noTag],
  [
    "a tag that a nested union repeats",
    `{ description: A., oneOf: [{ oneOf: [${cat}, { type: string }] }, ${cat}] }`,
    noTag,
  ],
  [
    "a union of two lists",
    `{ description: A., oneOf: [{ type: array, items: ${cat} }, { type: array, items: ${dog} }] }`,
    "2 members of oneOf are of type array",
  ],
  ["anyOf without a reason", `{ description: A., anyOf: [${cat}, ${dog}] }`, "anyOf does not say"],
  [
    "anyOf with an empty reason",
    `{ description: A., x-ambiguous: "", anyOf: [${cat}, ${dog}] }`,
    "anyOf does not say",
  ],
  ["anyOf with its reason", `{ description: A., x-ambiguous: B., anyOf: [${cat}, ${free}] }`],
  [
    "oneOf with a reason for anyOf",
    `{ description: A., x-ambiguous: B., oneOf: [${cat}, ${dog}] }`,
    "oneOf would refuse a value that fits two members",
  ],
];

/** A change of one file, and the complaint about it. */
const changes: [name: string, file: string, from: RegExp, to: string, complaint: string][] = [
  [
    "a schema without description",
    "schemas/interaction.yaml",
    /^(InteractionStatus:\n {2})description/m,
    "$1x-description",
    "No description.",
  ],
  [
    "a part of the earlier dialect that is not deprecated",
    "schemas/legacy/interaction.yaml",
    /(LegacyTurn:\n(?: .*\n)*?) {2}deprecated: true\n/,
    "$1",
    "LegacyTurn is of the earlier dialect.",
  ],
  [
    "a schema that nothing refers to",
    "schemas/retrieval.yaml",
    /^/,
    'Bird:\n  $ref: "#/Nest"\nNest:\n  description: A.\n  type: string\n',
    "No path leads to Bird.",
  ],
  [
    "a schema that only an unused one refers to",
    "schemas/retrieval.yaml",
    /^/,
    "",
    "No path leads to Nest.",
  ],
  [
    "a parameter without description",
    "parameters.yaml",
    /^ {2}description: Google Cloud project.*\n/m,
    "",
    "Parameter object description",
  ],
  [
    "an operation without description",
    "paths/interactions-id-cancel.yaml",
    /^ {2}description: >-\n(?: {4}.*\n)+/m,
    "",
    "Operation object should contain `description`",
  ],
  [
    "an operation without error responses",
    "paths/agents-id.yaml",
    /^ {4}"5XX":\n.*\n/m,
    "",
    "Without 4XX and 5XX the error is typed as never.",
  ],
  [
    "two schemas of one name",
    "schemas/requests.yaml",
    /^ServiceTier:/m,
    "ThinkingLevel:\n  description: A.\n  type: string\nServiceTier:",
    "ThinkingLevel",
  ],
];

// Everything is wrong at once, so that the spec is read once.
const usageFile = "schemas/usage.yaml";
const fields = snippets.map(([, schema], index) => `    field_${index}: ${schema}\n`).join("");
const usage = change(usageFile, read(usageFile), /^ {4}total_input_tokens:\n/m, `${fields}$&`);
const edits: Record<string, string> = { [`spec/${usageFile}`]: usage };
for (const [, file, from, to] of changes) {
  const name = `spec/${file}`;
  edits[name] = change(file, edits[name] ?? read(file), from, to);
}
const complaints = (await lintSpec(edits)).map((complaint) => complaint.split("\n")[0] ?? "");

test("the rules have no complaint about the spec", async () => {
  expect(await lintSpec()).toEqual([]);
});

test.for(snippets)("%s gets the complaints it should", ([, schema, ...expected]) => {
  const line = usage.split("\n").findIndex((text) => text.endsWith(`: ${schema}`)) + 1;
  // Redocly's own rules, which see some of these too, are not ours to test.
  const ours = new RegExp(`^spec/${usageFile}:${line}:.* \\((rule|spec)/`);
  expect(complaints.filter((complaint) => ours.test(complaint))).toEqual(
    expected.map((complaint) => expect.stringContaining(complaint)),
  );
});

test.for(changes)("%s is reported with its place", ([, file, , , expected]) => {
  expect(complaints).toContainEqual(
    expect.stringMatching(new RegExp(`^spec/${file}:\\d+:\\d+ .*${expected.replace("(", "\\(")}`)),
  );
});

test("a file without references is reported by name", async () => {
  const edits = Object.fromEntries(
    ["request-bodies.yaml", "responses.yaml"].map((name) => {
      const text = read(name).replaceAll(/webhooks\.yaml#\/\w+/g, "usage.yaml#/Usage");
      return [`spec/${name}`, text];
    }),
  );
  const complaints = await lintSpec(edits);
  expect(complaints.join("\n")).toMatch(/schemas\/webhooks\.yaml is not used\./);
});

function read(file: string): string {
  return readFileSync(new URL(`../../spec/${file}`, import.meta.url), "utf8");
}

function change(file: string, text: string, from: RegExp, to: string): string {
  if (!from.test(text)) throw new Error(`Nothing to change in ${file}.`);
  return text.replace(from, to);
}

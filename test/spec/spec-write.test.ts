import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generate } from "../../scripts/generate.mjs";
import { compareDocuments, holdAgainst, parseDrift } from "../../scripts/spec-diff/compare.mjs";
import { writeMissing } from "../../scripts/spec-diff/write.mjs";
import { bundleSpec, lintSpec } from "../../scripts/spec.mjs";
import type { Schema } from "../support/contract.ts";
import { type OpenApi, publishedDocument } from "../support/published.ts";

const spec: OpenApi = await bundleSpec();
const root = new URL("../../", import.meta.url);
const { names, expected } = parseDrift(readFileSync(new URL("spec/drift.txt", root), "utf8"));
const files = Object.fromEntries(
  readdirSync(new URL("spec", root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [`spec/${name}`, readFileSync(new URL(`spec/${name}`, root), "utf8")]),
);

/** What only the document has. */
function news(ours: OpenApi, theirs: OpenApi): string[] {
  const { unexpected } = holdAgainst(compareDocuments(ours, theirs, names), expected);
  return unexpected.filter((line) => line.startsWith("+"));
}

function write(change: (document: OpenApi) => void) {
  const theirs = publishedDocument();
  change(theirs);
  const edits = writeMissing({ files, ours: spec, theirs, names }, news(spec, theirs));
  const todos =
    Object.values(edits)
      .join("")
      .match(/\bTODO\b/g)?.length ?? 0;
  const filled = Object.fromEntries(
    Object.entries(edits).map(([file, text]) => [file, text.replaceAll("TODO", "Said here.")]),
  );
  return { theirs, edits, todos, filled };
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema) => ({ content: { "application/json": { schema } } });

const changes: Record<string, [todos: number, change: (document: OpenApi) => void]> = {
  "a delta type": [
    2,
    ({ components: { schemas } }) => {
      schemas["InventedDelta"] = {
        type: "object",
        required: ["type", "invented_text"],
        properties: { type: { const: "invented" }, invented_text: { type: "string" } },
      };
      schemas["StepDeltaData"]?.oneOf?.push(ref("InventedDelta"));
    },
  ],
  "a request field": [
    1,
    ({ components: { schemas } }) => {
      Object.assign(schemas["GenerationConfig"]?.properties ?? {}, {
        invented_field: { type: "string" },
      });
    },
  ],
  "a value of an enum": [
    0,
    ({ components: { schemas } }) => {
      const tier = schemas["ModelInteraction"]?.properties?.["service_tier"];
      tier?.enum?.push("invented");
    },
  ],
  "a list path": [
    5,
    ({ paths, components: { schemas } }) => {
      schemas["Invention"] = {
        type: "object",
        properties: { id: { type: "string" }, created: { type: "string" } },
      };
      schemas["InventionListResponse"] = {
        type: "object",
        properties: {
          inventions: { type: "array", items: ref("Invention") },
          next_page_token: { type: "string" },
        },
      };
      paths["/{api_version}/agents/{agentsId}/inventions"] = {
        get: {
          parameters: [{ name: "page_size", in: "query", schema: { type: "integer" } }],
          responses: { "200": json(ref("InventionListResponse")) },
        },
      };
    },
  ],
  "a PATCH path": [
    1,
    ({ paths }) => {
      Object.assign(paths["/{api_version}/interactions/{interactionsId}/cancel"] ?? {}, {
        patch: {
          requestBody: { required: true, ...json(ref("Agent")) },
          responses: { "200": json(ref("Agent")) },
        },
      });
    },
  ],
};

test.each(Object.entries(changes))(
  "--write takes %s over, and asks for its descriptions only",
  async (_, [count, change]) => {
    const { theirs, todos, filled } = write(change);
    expect(todos).toBe(count);
    expect(news(await bundleSpec(filled), theirs)).toEqual([]);
  },
);

const all = (document: OpenApi): void => {
  for (const [, change] of Object.values(changes)) change(document);
};

test("all of it at once needs nine descriptions, and keeps the rules, with calls and types", async () => {
  const { todos, filled } = write(all);
  expect(todos).toBe(9);
  expect(await lintSpec(filled)).toEqual([]);
  const generated = await generate(filled);
  expect(generated["generated/operations.ts"]).toContain("function listAgentInventions<");
  expect(generated["generated/operations.ts"]).toContain("function updateInteractionCancel<");
  expect(generated["generated/outline.txt"]).toContain('ServiceTier = "invented"');
  expect(generated["generated/outline.txt"]).toContain(
    "GET /agents/{}/inventions page_size in query",
  );
});

test("what is in a file already stays as it was written", () => {
  const { edits } = write(all);
  for (const [file, text] of Object.entries(edits)) {
    const lines = new Set(text.split("\n"));
    for (const line of files[file]?.split("\n") ?? []) expect(lines).toContain(line);
  }
});

test("a document that has nothing new changes nothing", () => {
  expect(write(() => undefined).edits).toEqual({});
});

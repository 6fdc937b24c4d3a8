import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generate } from "../../scripts/generate.mjs";
import { compareWith, takeOver } from "../../scripts/spec-diff.mjs";
import { describe, linesOf, parseDrift, print } from "../../scripts/spec-diff/report.mjs";
import { bundleSpec, lintSpec } from "../../scripts/spec.mjs";
import type { Schema } from "../support/contract.ts";
import { type OpenApi, publishedDocument } from "../support/published.ts";

const spec: OpenApi = await bundleSpec();
const root = new URL("../../", import.meta.url);
const files = Object.fromEntries(
  readdirSync(new URL("spec", root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => [`spec/${name}`, readFileSync(new URL(`spec/${name}`, root), "utf8")]),
);

const { names, expected } = parseDrift(readFileSync(new URL("spec/drift.txt", root), "utf8"));
/** With what spec/ has taken over from a document that is newer than the SDK of the fixture. */
const drift = {
  names,
  expected: [
    ...expected,
    ...compareWith(spec, publishedDocument(), { names, expected }).unexpected.map(describe),
  ],
};

/** What `npm run spec:diff -- --write` prints and writes when the service has changed its document. */
async function follow(...changes: ((document: OpenApi) => void)[]) {
  const theirs = publishedDocument();
  for (const change of changes) change(theirs);
  const comparison = compareWith(spec, theirs, drift);
  return {
    printed: linesOf(comparison.unexpected).map(print),
    ...(await takeOver(comparison, files)),
  };
}

const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Schema) => ({ content: { "application/json": { schema } } });

function objectOf(properties: Record<string, Schema>, ...required: string[]): Schema {
  return { type: "object", properties, required };
}

function fieldsOf({ components: { schemas } }: OpenApi, name: string): Record<string, Schema> {
  return schemas[name]?.properties ?? expect.fail(`no fields in ${name}`);
}

function membersOf({ components: { schemas } }: OpenApi, name: string): Schema[] {
  return schemas[name]?.oneOf ?? expect.fail(`no union ${name}`);
}

/** The values of every enum that has this one among them. */
function enumsWith(node: unknown, value: string): unknown[][] {
  if (typeof node !== "object" || node === null) return [];
  const inner = Object.values(node).flatMap((each) => enumsWith(each, value));
  return Array.isArray(node) && node.includes(value) ? [node, ...inner] : inner;
}

/** Changes that the service may make, what is printed of each, and what is left to the maintainer. */
const changes: Record<
  string,
  { make: (document: OpenApi) => void; printed: string[]; written: string[]; left: string[] }
> = {
  "a model": {
    make(document) {
      for (const models of enumsWith(document, "gemini-3.5-flash")) models.push("gemini-5-xenon");
    },
    printed: ['+ Model = "gemini-5-xenon"  # at CreateModelInteraction.model, Interaction.model'],
    written: ["spec/schemas/requests.yaml"],
    left: ["1 of 1 taken over"],
  },
  "a tool that goes": {
    make({ components: { schemas } }) {
      for (const schema of Object.values(schemas)) {
        if (schema.oneOf === undefined) continue;
        schema.oneOf = schema.oneOf.filter(({ $ref = "" }) => !$ref.includes("CodeExecution"));
      }
    },
    printed: [
      "- AgentTool: CodeExecution",
      "- Step: CodeExecutionCallStep",
      "- Step: CodeExecutionResultStep",
      "- StepDeltaData: CodeExecutionCallDelta",
      "- StepDeltaData: CodeExecutionResultDelta",
      "- Tool: CodeExecution",
      "- StepStart.step: CodeExecutionCallStep",
      "- StepStart.step: CodeExecutionResultStep",
      "- schema CodeExecution  # { type }",
      "- schema CodeExecutionCallArguments  # { code?, language? }",
      "- schema CodeExecutionCallDelta  # { arguments, signature?, type }",
      "- schema CodeExecutionCallStep  # { arguments?, id, signature?, type }",
      "- schema CodeExecutionResultDelta  # { is_error?, result, signature?, type }",
      "- schema CodeExecutionResultStep  # { call_id, is_error?, result?, signature?, type }",
    ],
    written: [],
    left: [
      "0 of 14 taken over; for you:",
      "  gone there: delete it here, or expect it in spec/drift.txt:",
      "    - AgentTool: CodeExecution",
      "    - Step: CodeExecutionCallStep",
      "    - Step: CodeExecutionResultStep",
      "    - StepDeltaData: CodeExecutionCallDelta",
      "    - StepDeltaData: CodeExecutionResultDelta",
      "    - Tool: CodeExecution",
      "    - StepStart.step: CodeExecutionCallStep",
      "    - StepStart.step: CodeExecutionResultStep",
      "    - schema CodeExecution  # { type }",
      "    - schema CodeExecutionCallArguments  # { code?, language? }",
      "    - schema CodeExecutionCallDelta  # { arguments, signature?, type }",
      "    - schema CodeExecutionCallStep  # { arguments?, id, signature?, type }",
      "    - schema CodeExecutionResultDelta  # { is_error?, result, signature?, type }",
      "    - schema CodeExecutionResultStep  # { call_id, is_error?, result?, signature?, type }",
    ],
  },
  "a step with an object in it, and its delta": {
    make(document) {
      const tag = { type: { type: "string", enum: ["survey"] } };
      const corner = objectOf({ altitude: { type: "number" } });
      const place = objectOf(
        { name: { type: "string" }, corners: { type: "array", items: corner } },
        "name",
      );
      Object.assign(document.components.schemas, {
        SurveyStep: objectOf({ ...tag, place }, "type"),
        SurveyDelta: objectOf({ ...tag, found: ref("SurveyFinding") }, "type", "found"),
        SurveyFinding: objectOf({ acreage: { type: "number" } }, "acreage"),
      });
      membersOf(document, "Step").push(ref("SurveyStep"));
      membersOf(document, "StepDeltaData").push(ref("SurveyDelta"));
    },
    printed: [
      "+ Step: SurveyStep",
      "+ StepDeltaData: SurveyDelta",
      "+ StepStart.step: SurveyStep",
      "+ schema SurveyDelta  # { found, type }",
      "+ schema SurveyFinding  # { acreage }",
      "+ schema SurveyStep  # { place?, type }",
    ],
    written: [
      "spec/schemas/steps.yaml",
      "spec/examples/new-survey-step.json",
      "spec/schemas/deltas.yaml",
      "spec/examples/new-survey-delta.json",
    ],
    left: [
      "6 of 6 taken over; for you:",
      "  descriptions, where it says TODO:",
      "    5 in spec/schemas/steps.yaml",
      "    4 in spec/schemas/deltas.yaml",
      "  examples with a real value:",
      "    spec/examples/new-survey-step.json",
      "    spec/examples/new-survey-delta.json",
    ],
  },
  "a renamed field": {
    make(document) {
      const { total_tool_use_tokens: field = {}, ...others } = fieldsOf(document, "Usage");
      document.components.schemas["Usage"] = objectOf({ ...others, total_tool_tokens: field });
    },
    printed: [
      "+ Usage.total_tool_tokens: integer",
      "- Usage.total_tool_use_tokens: integer  # renamed to total_tool_tokens?",
    ],
    written: ["spec/schemas/usage.yaml"],
    left: [
      "1 of 2 taken over; for you:",
      "  gone there: delete it here, or expect it in spec/drift.txt:",
      "    - Usage.total_tool_use_tokens: integer  # renamed to total_tool_tokens?",
      "  descriptions, where it says TODO:",
      "    1 in spec/schemas/usage.yaml",
    ],
  },
  "a value of an enum that goes": {
    make({ components: { schemas } }) {
      for (const levels of enumsWith(schemas, "minimal")) {
        levels.splice(levels.indexOf("minimal"), 1);
      }
    },
    printed: ['- ThinkingLevel = "minimal"  # at GenerationConfig.thinking_level'],
    written: [],
    left: [
      "0 of 1 taken over; for you:",
      "  gone there: delete it here, or expect it in spec/drift.txt:",
      '    - ThinkingLevel = "minimal"  # at GenerationConfig.thinking_level',
    ],
  },
  "a list with pages": {
    make({ paths, components: { schemas } }) {
      const text = { type: "string" };
      schemas["Invention"] = objectOf({ id: text, created: text });
      schemas["InventionListResponse"] = objectOf({
        inventions: { type: "array", items: ref("Invention") },
        next_page_token: text,
      });
      paths["/{api_version}/agents/{agentsId}/inventions"] = {
        get: {
          parameters: [
            { name: "page_size", in: "query", schema: { type: "integer" } },
            { name: "page_token", in: "query", schema: text },
          ],
          responses: { "200": json(ref("InventionListResponse")) },
        },
      };
    },
    printed: [
      "+ GET /agents/{}/inventions  # answer: InventionListResponse, page_size in query: integer, page_token in query: string",
      "+ schema Invention  # { created?, id? }",
      "+ schema InventionListResponse  # { inventions?, next_page_token? }",
    ],
    written: [
      "spec/paths/agents-id-inventions.yaml",
      "spec/openapi.yaml",
      "spec/schemas/agents.yaml",
    ],
    left: [
      "3 of 3 taken over; for you:",
      "  descriptions, where it says TODO:",
      "    1 in spec/paths/agents-id-inventions.yaml",
      "    3 in spec/schemas/agents.yaml",
      "  operations: name the method by x-method, answer it in src/testing, add an example:",
      "    GET /agents/{}/inventions",
    ],
  },
  "a header for credentials, and another one": {
    make(document) {
      const scheme = (name: string) => ({ type: "apiKey", in: "header", name });
      document.components["securitySchemes"] = {
        key: scheme("X-Goog-Api-Key"),
        session: scheme("X-Goog-Session"),
      };
      document["security"] = [{ key: [] }];
      const nonce = {
        name: "X-Goog-Nonce",
        in: "header",
        required: true,
        schema: { type: "string" },
      };
      const security = [{ key: [], session: [] }];
      Object.assign(document.paths["/{api_version}/interactions"]?.["post"] ?? {}, {
        parameters: [nonce],
        security,
      });
    },
    printed: [
      "- securitySchemes: x-goog-api-key in header  # POST /interactions",
      "+ securitySchemes: x-goog-api-key in header and x-goog-session in header  # POST /interactions",
      "+ securitySchemes: x-goog-session in header",
      "+ POST /interactions x-goog-nonce in header is required",
      "+ POST /interactions x-goog-nonce in header: string",
    ],
    written: ["spec/paths/interactions.yaml"],
    left: [
      "1 of 5 taken over; for you:",
      "  credentials, which src/http/auth sends:",
      "    - securitySchemes: x-goog-api-key in header  # POST /interactions",
      "    + securitySchemes: x-goog-api-key in header and x-goog-session in header  # POST /interactions",
      "    + securitySchemes: x-goog-session in header",
      "  required there: here only what is on the wire each time:",
      "    + POST /interactions x-goog-nonce in header is required",
      "  descriptions, where it says TODO:",
      "    1 in spec/paths/interactions.yaml",
    ],
  },
  "a method of a path that is there": {
    make({ paths }) {
      Object.assign(paths["/{api_version}/interactions/{interactionsId}/cancel"] ?? {}, {
        patch: {
          requestBody: { required: true, ...json(ref("Agent")) },
          responses: { "200": json(ref("Agent")) },
        },
      });
    },
    printed: [
      "+ PATCH /interactions/{}/cancel  # answer: Agent, request is required, request: Agent",
    ],
    written: ["spec/paths/interactions-id-cancel.yaml"],
    left: [
      "1 of 1 taken over; for you:",
      "  descriptions, where it says TODO:",
      "    1 in spec/paths/interactions-id-cancel.yaml",
      "  operations: name the method by x-method, answer it in src/testing, add an example:",
      "    PATCH /interactions/{}/cancel",
    ],
  },
  "a field that is deprecated": {
    make(document) {
      Object.assign(fieldsOf(document, "StepStart")["step"] ?? {}, { deprecated: true });
    },
    printed: ["+ StepStart.step is deprecated"],
    written: ["spec/schemas/events.yaml"],
    left: ["1 of 1 taken over"],
  },
};

test.each(Object.entries(changes))(
  "--write prints %s in few lines, writes what it can, and lists the rest",
  async (_, { make, ...told }) => {
    const { printed, left, edits } = await follow(make);
    expect({ printed, written: Object.keys(edits), left }).toEqual(told);
  },
);

test("all of it at once, with its descriptions, keeps the rules, and gives calls and types", async () => {
  const { edits } = await follow(...Object.values(changes).map(({ make }) => make));
  const described = Object.fromEntries(
    Object.entries(edits).map(([file, text]) => [file, text.replaceAll("TODO", "Said here.")]),
  );
  expect(await lintSpec(described)).toEqual([]);
  const generated = await generate(described);
  expect(generated["generated/operations.ts"]).toContain("function listAgentInventions<");
  expect(generated["generated/operations.ts"]).toContain("function updateInteractionCancel<");
  const facts = generated["generated/outline.txt"]?.split("\n");
  expect(facts).toContain('Model = "gemini-5-xenon"');
  expect(facts).toContain("GET /agents/{}/inventions page_size in query: integer");
  expect(facts).toContain("SurveyStep.place.corners[].altitude: number");
  for (const [file, text] of Object.entries(edits)) {
    // What is in a file already stays as it was written.
    const lines = new Set(text.split("\n"));
    for (const line of files[file]?.split("\n") ?? []) expect(lines).toContain(line);
  }
});

test("a document that has nothing new changes nothing", async () => {
  expect(await follow()).toEqual({ printed: [], edits: {}, left: ["0 of 0 taken over"] });
});

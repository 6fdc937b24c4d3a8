// What the service is known to refuse, one by one; what others send and it takes; and the table of it in
// docs/testing.md, which is printed from the same facts.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  createInteractionsService,
  functionCallStep,
  textStep,
  thoughtStep,
} from "../../../src/testing/index.ts";
import type { InteractionsService } from "../../../src/testing/index.ts";
import { presumedRefusals, refusals } from "../../../src/testing/oddities.ts";
import type { RefusalName } from "../../../src/testing/oddities.ts";

const root = "https://generativelanguage.googleapis.com";
const model = "gemini-3.8-flash";
const hello = { model, input: "Hi" };

async function send(
  { fetch }: InteractionsService,
  body: object,
  path = "/v1beta/interactions",
): Promise<{ status: number; code: unknown; message: unknown }> {
  const response = await fetch(root + path, { method: "POST", body: JSON.stringify(body) });
  const { error = {} } = await response.json();
  return { status: response.status, code: error.code, message: error.message };
}

const user = { type: "user_input", content: [{ type: "text", text: "Hi" }] };
const call = { type: "function_call", id: "c1", name: "f", arguments: {} };
const result = { type: "function_result", call_id: "c1", name: "f", result: "x" };
const thought = { type: "thought", signature: "c2ln" };
const tool = (parameters: object) => ({ tools: [{ type: "function", name: "f", parameters }] });
const format = (schema: object) => ({
  response_format: { type: "text", mime_type: "application/json", schema },
});
const config = (generation_config: object) => ({ generation_config });
const dialect = "https://json-schema.org/draft/2020-12/schema";
const draft7 = "http://json-schema.org/draft-07/schema#";

type Name = Exclude<RefusalName, "version">;

const refused: [Name, object][] = [
  ["resultName", { input: [user, call, { ...result, name: undefined }] }],
  ["resultName", { input: [user, call, { ...result, name: "" }] }],
  ["resultName", { input: [user, call, { ...result, name: null }] }],
  [
    "resultName",
    { input: [call, { type: "user_input", content: [{ ...result, name: undefined }] }] },
  ],
  ["unsignedThought", { input: [user, { type: "thought" }, textStep("Yes")] }],
  ["unsignedThought", { input: [user, { type: "thought", signature: "" }] }],
  ["unsignedThought", { input: [user, { ...thoughtStep("Hm."), signature: null }], store: false }],
  ["unsignedCall", { input: [user, call, result], store: false }],
  ["unsignedCall", { input: [user, { ...call, signature: "" }, result], store: false }],
  ["unsignedCall", { input: [user, thought, textStep("a"), user, call, result], store: false }],
  ["retiredModel", { model: "gemini-3-pro-image-preview" }],
  ["retiredModel", { model: "models/gemini-3.1-flash-image-preview" }],
  [
    "retiredAgent",
    { model: undefined, agent: "deep-research-pro-preview-12-2025", background: true },
  ],
  ["retiredAgent", { model: undefined, agent: "antigravity-preview-05-2026" }],
  ["toolChoiceCase", config({ tool_choice: "AUTO" })],
  ["toolChoiceCase", config({ tool_choice: "Any" })],
  ["toolChoiceCase", config({ tool_choice: { allowed_tools: { mode: "ANY", tools: ["f"] } } })],
  ["neonSettings", { model: "gemini-4-neon", ...config({ thinking_level: "minimal" }) }],
  ["neonSettings", { model: "gemini-4-neon", ...config({ thinking_budget: 100 }) }],
  ["neonSettings", { model: "gemini-4-neon", ...config({ presence_penalty: 0 }) }],
  ["neonSettings", { model: "gemini-4-neon", ...config({ frequency_penalty: 1 }) }],
  ["schemaDialect", format({ $schema: dialect, type: "object" })],
  ["schemaDialect", format({ $schema: draft7, type: "object" })],
  ["schemaDialect", tool({ $schema: dialect, type: "object" })],
  ["schemaDialect", tool({ type: "object", properties: { a: { $schema: dialect } } })],
  ["emptyRequired", tool({ type: "object", properties: {}, required: [] })],
  ["emptyRequired", format({ type: "object", required: [] })],
  [
    "emptyRequired",
    format({ type: "array", items: { anyOf: [{ type: "object", required: [] }] } }),
  ],
  ["emptyRequired", format({ $defs: { A: { type: "object", required: [] } }, $ref: "#/$defs/A" })],
  ["emptyRequired", { response_format: [{ type: "text", schema: { required: [] } }] }],
];

test.each(refused)("%s: %j is refused, and with strict: false taken", async (name, members) => {
  const { status, code } = refusals[name];
  const body = { ...hello, ...members };
  expect(await send(createInteractionsService(), body)).toMatchObject({ status, code });
  const lax = createInteractionsService({ strict: false });
  expect((await send(lax, body)).status).toBe(200);
});

test("each refusal has a case", () => {
  const names = new Set(refused.map(([name]) => name));
  expect([...names, "version"].toSorted()).toEqual(Object.keys(refusals).toSorted());
});

test.each<[string, object]>([
  [
    "a signature on a result, as Vercel's provider sends it",
    { input: [user, call, { ...result, signature: "c2ln" }] },
  ],
  [
    "the same inside the content of a user's input",
    { input: [call, { type: "user_input", content: [{ ...result, signature: "c2ln" }] }] },
  ],
  [
    "draft-07 in a tool, as Vercel's provider sends it",
    tool({ $schema: draft7, type: "object", properties: {}, additionalProperties: false }),
  ],
  [
    "properties of these names",
    tool({
      type: "object",
      properties: { $schema: { type: "string" }, required: { type: "array" } },
    }),
  ],
  [
    "values of these names",
    tool({ type: "object", default: { $schema: "x", required: [] }, enum: [{ required: [] }] }),
  ],
  ["a call with its signed thought", { input: [user, thought, call, result], store: false }],
  [
    "a call with a signature of its own",
    { input: [user, { ...call, signature: "c2ln" }, result], store: false },
  ],
  [
    "two calls behind one thought",
    { input: [user, thought, call, { ...call, id: "c2" }, result], store: false },
  ],
  ["a call without a signature in a stored run", { input: [user, call, result] }],
  ["tool_choice in a word that is none", config({ tool_choice: "sometimes" })],
  ["minimal thinking of another model", config({ thinking_level: "minimal" })],
  ["neon's highest level", { model: "gemini-4-neon", ...config({ thinking_level: "xhigh" }) }],
  [
    "neon's ignored settings",
    { model: "gemini-4-neon", ...config({ temperature: 1, top_p: 1, top_k: 4 }) },
  ],
  ["a model of tomorrow", { model: "gemini-9-xenon" }],
  ["an agent of one's own", { model: undefined, agent: "my-agent" }],
  [
    "store: false with a previous interaction",
    { previous_interaction_id: "v1_run1", store: false },
  ],
  ["a continuation token of one's own", { continuation_token: "dG9rZW4=" }],
  ["max_output_tokens: 0", config({ max_output_tokens: 0 })],
  ["an empty input", { input: "" }],
  [
    "two functions of one name",
    {
      tools: [
        { type: "function", name: "f" },
        { type: "function", name: "f" },
      ],
    },
  ],
])("taken: %s", async (_, members) => {
  const service = createInteractionsService();
  await send(service, hello);
  expect(await send(service, { ...hello, ...members })).toMatchObject({ status: 200 });
});

test("an unsigned call from a script may come back unsigned, a signed one may not", async () => {
  const responses = [
    { steps: [functionCallStep("f", {}, "c1")] },
    { steps: [thoughtStep(), functionCallStep("f", {}, "c2")] },
    "Done",
  ];
  const service = createInteractionsService({ responses });
  for (const _ of [1, 2]) await send(service, { ...hello, store: false });
  const history = (id: string) => [user, { ...call, id }, { ...result, call_id: id }];
  const lost = await send(service, { ...hello, store: false, input: history("c2") });
  expect(lost).toMatchObject({ status: 400, code: "missing_thought_signature" });
  expect((await send(service, { ...hello, store: false, input: history("c1") })).status).toBe(200);
});

test.each(["v1", "v1beta", "v1beta1"])("the version %s is known", async (version) => {
  for (const scope of ["", "/projects/p/locations/global"]) {
    const service = createInteractionsService();
    expect((await send(service, hello, `/${version}${scope}/interactions`)).status).toBe(200);
    expect((await service.fetch(`${root}/${version}/agents`)).status).toBe(200);
  }
});

test.each(["v2", "v1alpha", "v1beta2", "v1beta11", "v0"])(
  "the version %s is unknown",
  async (version) => {
    const strict = createInteractionsService();
    const lax = createInteractionsService({ strict: false });
    for (const path of ["interactions", "projects/p/locations/global/interactions", "webhooks"]) {
      const body =
        path === "webhooks" ? { uri: "http://localhost/", subscribed_events: [] } : hello;
      expect((await send(strict, body, `/${version}/${path}`)).status).toBe(404);
      expect((await send(lax, body, `/${version}/${path}`)).status).toBe(200);
    }
    expect(strict.interactions).toEqual([]);
  },
);

test("docs/testing.md lists every refusal with source and date, and what is only presumed", () => {
  const page = readFileSync(new URL("../../../docs/testing.md", import.meta.url), "utf8");
  const [, section = ""] = /^## What is refused\n(.*?)^## /ms.exec(page) ?? [];
  const rows = section
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (what|-)/.test(line))
    .map((line) => line.split(" | ").map((cell) => cell.replaceAll(/^\| | *\|$/g, "").trim()));
  expect(rows).toEqual(
    Object.values(refusals).map(({ what, status, code, source, date }) => [
      what,
      `${status} \`${code}\``,
      source,
      date,
    ]),
  );
  const items = section.split("\n").filter((line) => line.startsWith("- "));
  expect(items.map((line) => line.slice(2))).toEqual([...presumedRefusals]);
});

import { expect, test } from "vitest";
import { createSchema, findInvalidMember } from "../../../src/testing/strict/request-check.ts";
import { listExamples } from "../../support/examples.ts";

function findInvalid(body: Record<string, unknown>): string | undefined {
  return findInvalidMember(body, createSchema(body));
}

const hello = { model: "gemini-3.8-flash", input: "Hello" };

const requests = listExamples().filter(({ name }) => name.startsWith("create-request-"));

test.for(requests)("the request of $name is taken", ({ value }) => {
  // Examples of requests are objects.
  expect(findInvalid(value as Record<string, unknown>)).toBe(undefined);
});

test.for<[string, object]>([
  ["Unknown parameter 'temprature'.", { temprature: 1 }],
  ["Unknown parameter 'streem'. Did you mean 'stream'?", { streem: true }],
  [
    "Unknown parameter 'generation_config.topP'. Did you mean 'top_p'?",
    { generation_config: { topP: 1 } },
  ],
  ["Unknown parameter 'tools[0].x'.", { tools: [{ type: "code_execution", x: 1 }] }],
  [
    "Unknown parameter 'input[0].content[0].txt'. Did you mean 'text'?",
    { input: [{ type: "user_input", content: [{ type: "text", text: "a", txt: "b" }] }] },
  ],
  ["Unknown parameter '__proto__'.", JSON.parse('{"__proto__":1}')],
  ["Unknown parameter 'constructor'.", { constructor: 1 }],
  ["Unknown parameter 'agent_config'.", { agent_config: { type: "dynamic" } }],
  ["Invalid input at 'stream'.", { stream: "yes" }],
  ["Invalid input at 'input'.", { input: 7 }],
  ["Invalid input at 'model'.", { model: 7 }],
  ["Invalid input at 'tools'.", { tools: { type: "google_search" } }],
  ["Invalid input at 'tools[1].type'.", { tools: [{ type: "url_context" }, { type: "warp" }] }],
  ["Invalid input at 'tools[0].type'.", { tools: [{ name: "look" }] }],
  ["Invalid input at 'generation_config.seed'.", { generation_config: { seed: 1.5 } }],
  ["Invalid input at 'labels.team'.", { labels: { team: 7 } }],
  [
    "Invalid input at 'input[0].content[0].processing.type'.",
    { input: [{ type: "user_input", content: [{ type: "video", processing: { type: 1 } }] }] },
  ],
  ["Missing required parameter 'input[0].text'.", { input: [{ type: "text" }] }],
  [
    "Missing required parameter 'input[1].result'.",
    { input: [{ type: "user_input" }, { type: "function_result", call_id: "1" }] },
  ],
])("%s: %j", ([message, members]) => {
  expect(findInvalid({ ...hello, ...members })).toBe(message);
});

test("what is not set, what may be anything and new values of enums are taken", () => {
  const members = {
    system_instruction: null,
    service_tier: "cosmic",
    generation_config: { thinking_level: "beyond" },
    response_format: { type: "object", properties: {} },
    webhook_config: { user_metadata: { any: [1, "b"] } },
  };
  expect(findInvalid({ ...hello, ...members })).toBe(undefined);
});

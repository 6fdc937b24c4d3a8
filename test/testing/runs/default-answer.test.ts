// What a service answers that was told nothing: enough to try a client on, in both modes.

import { expect, test } from "vitest";
import {
  defineOutput,
  defineTool,
  InteractionsClient,
  outputText,
  pendingFunctionCalls,
  runTools,
} from "../../../src/index.ts";
import type { CreateModelInteractionParams } from "../../../src/index.ts";
import { createInteractionsService } from "../../../src/testing/index.ts";

const model = "gemini-3.8-flash";
const weather = {
  type: "function",
  name: "weather",
  parameters: {
    type: "object",
    properties: { city: { type: "string", minLength: 1 }, days: { type: "integer", minimum: 1 } },
    required: ["city", "days"],
  },
} as const;
const clock = { type: "function", name: "clock" } as const;

function setUp(mode: "guide" | "faithful" = "guide") {
  const service = createInteractionsService({ mode });
  return new InteractionsClient({ apiKey: "k", fetch: service.fetch });
}

test.each([
  ["any", "weather", { city: "a", days: 1 }],
  [{ allowed_tools: { mode: "any", tools: ["clock"] } }, "clock", {}],
  [{ allowed_tools: { mode: "any" } }, "weather", { city: "a", days: 1 }],
])("tool_choice %j is answered with a call of %s", async (tool_choice, name, args) => {
  const interaction = await setUp().create({
    model,
    input: "Hi",
    tools: [weather, clock],
    generation_config: { tool_choice },
  });
  expect(interaction.status).toBe("requires_action");
  expect(pendingFunctionCalls(interaction)).toMatchObject([{ name, arguments: args }]);
});

test.each([
  "auto",
  "none",
  "validated",
  { allowed_tools: { mode: "auto", tools: ["clock"] } },
  { allowed_tools: { mode: "any", tools: ["calendar"] } },
])("tool_choice %j does not force a declared call: the input is repeated", async (tool_choice) => {
  const interaction = await setUp().create({
    model,
    input: "Hi",
    tools: [weather, clock],
    generation_config: { tool_choice },
  });
  expect(outputText(interaction)).toBe("You said: Hi");
});

test.each([
  ["guide", {}],
  ["guide", { store: false }],
  ["faithful", {}],
  ["faithful", { stream: true, store: false }],
] as const)("in mode %s a forced tool runs once with %j, then comes text", async (mode, params) => {
  let count = 0;
  const tool = defineTool({
    name: "weather",
    description: "Reports the weather.",
    parameters: weather.parameters,
    execute() {
      count += 1;
      return "rain";
    },
  });
  const generation_config = { tool_choice: "any" } as const;
  const run = runTools(
    setUp(mode),
    { model, input: "Hi", generation_config, ...params },
    {
      tools: [tool],
    },
  );
  expect(outputText(await run)).not.toBe("");
  expect(count).toBe(1);
});

test.each([false, true])("a JSON format is answered by its schema, stream: %s", async (stream) => {
  const output = defineOutput({
    type: "object",
    properties: { name: { type: "string" }, kind: { enum: ["river", "lake"] } },
    required: ["kind"],
  });
  const params = { model, input: "Hi", response_format: output.format };
  const client = setUp();
  const interaction = stream
    ? await (await client.create({ ...params, stream: true })).finalInteraction()
    : await client.create(params);
  expect(await output.parse(interaction)).toEqual({ kind: "river" });
});

test.each<[CreateModelInteractionParams["response_format"], string]>([
  [{ type: "text", mime_type: "application/json" }, "{}"],
  [[{ type: "text", mime_type: "application/json", schema: { type: "array" } }], "[]"],
  [{ type: "text", mime_type: "text/plain" }, "You said: Hi"],
])("the format %j is answered with %s", async (response_format, text) => {
  const interaction = await setUp().create({ model, input: "Hi", response_format });
  expect(outputText(interaction)).toBe(text);
});

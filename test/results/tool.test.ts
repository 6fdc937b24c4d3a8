import { expect, test, vi } from "vitest";
import { defineTool, runTools } from "../../src/index.ts";
import type { ToolDefinition } from "../../src/index.ts";
import { input, model } from "../support/tools.ts";

const definition: ToolDefinition<never> = {
  name: "look",
  description: "Looks.",
  execute: () => "seen",
};

test.each(["a", "_", "get_weather", "Get.Weather:v2-b", "x".repeat(64)])(
  "a tool may have the name %j",
  (name) => {
    expect(defineTool({ ...definition, name }).declaration.name).toBe(name);
  },
);

test.each<[unknown, string]>([
  ["get weather", '"get weather"'],
  ["2nd", '"2nd"'],
  ["-a", '"-a"'],
  ["größe", '"größe"'],
  ["a\n", '"a\\n"'],
  ["x".repeat(65), "xxx"],
  ["x".repeat(10_000), "…"],
  ["", '""'],
  [undefined, "undefined"],
  [5, "number"],
])("a name that the service refuses is a TypeError at once: %j", (name, got) => {
  const define = (): unknown => defineTool({ ...definition, name: name as string });
  expect(define).toThrow(TypeError);
  expect(define).toThrow(/1 to 64 letters, digits, underscores, dots, colons and dashes/);
  expect(define).toThrow(got);
});

test.each([undefined, null, "run", {}])(
  "a tool without a function is a TypeError at once: %j",
  (execute) => {
    const define = (): unknown => defineTool({ ...definition, execute: execute as never });
    expect(define).toThrow(TypeError);
    expect(define).toThrow(/^Tool "look" needs execute, the function that runs a call; got/);
  },
);

test.each([undefined, null, "look"])("a definition must be an object: %j", (value) => {
  expect(() => defineTool(value as never)).toThrow(TypeError);
});

test.each<[string, unknown]>([
  ["a declaration", { type: "function", name: "look" }],
  ["a definition", definition],
  ["nothing", undefined],
  ["null", null],
])("what defineTool did not make is a TypeError before anything is sent: %s", async (_, other) => {
  const create = vi.fn();
  const run = runTools(
    { create },
    { model, input },
    { tools: [defineTool(definition), other as never] },
  );
  await expect(run).rejects.toThrow(
    new TypeError("tools[1] was not made by defineTool. Declarations go into params.tools."),
  );
  expect(create).not.toHaveBeenCalled();
});

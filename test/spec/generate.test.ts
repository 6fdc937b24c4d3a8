import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate, update } from "../../scripts/generate.mjs";
import { runCommand } from "../support/command.ts";

const before = await generate();

const pathParameters = "parameters:\n  - $ref: ../parameters.yaml#/Id\n";

test("generated/ is what spec/ gives", () => {
  for (const [name, text] of Object.entries(before)) {
    expect(text === readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"), name).toBe(
      true,
    );
  }
});

test("a new field shows up in one place of each generated file, and as one fact", async () => {
  const field = "    total_ink:\n      description: Ink, in litres.\n      type: number\n";
  const after = await generate(
    edit("spec/schemas/usage.yaml", "    total_input_tokens:\n", `${field}$&`),
  );
  expect(inserted(after)).toEqual({
    "generated/openapi.json": [
      '          "total_ink": {',
      '            "description": "Ink, in litres.",',
      '            "type": "number"',
      "          },",
    ],
    "generated/schema.ts": [
      "            /** Ink, in litres. */",
      "            total_ink?: number | undefined;",
    ],
    "generated/types.ts": [],
    "generated/operations.ts": [],
    "generated/resources.ts": [],
    "generated/request-schemas.ts": [],
    "generated/response-schemas.ts": ['"total_ink":{', '"type":"number"},'],
    "generated/outline.txt": ["Usage.total_ink: number"],
  });
});

test("a new schema moves no other", async () => {
  const changed = edit(
    "spec/schemas/usage.yaml",
    "^Usage:",
    'Ink:\n  description: Ink.\n  type: object\n  properties:\n    of:\n      description: It.\n      $ref: "#/Ink"\nUsage:',
  );
  const [file = "", text = ""] = Object.entries(changed)[0] ?? [];
  const field = '    ink:\n      description: Ink.\n      $ref: "#/Ink"\n';
  const after = await generate({ [file]: text.replace("    total_input_tokens:\n", `${field}$&`) });
  for (const [name, text] of Object.entries(after)) {
    const lines = linesOf(text);
    let next = 0;
    for (const line of linesOf(before[name])) {
      next = lines.indexOf(line, next) + 1;
      expect(next, `${name}: ${line}`).toBeGreaterThan(0);
    }
  }
  expect(after["generated/types.ts"]).toContain("\n  Ink,\n  Interaction");
});

test("a schema that is marked x-internal has no public name", async () => {
  const after = await generate(
    edit("spec/schemas/usage.yaml", "^Usage:", "$&\n  x-internal: true"),
  );
  expect(before["generated/types.ts"]).toContain("\n  Usage,\n");
  expect(after["generated/types.ts"]).not.toContain("\n  Usage,\n");
  expect(after["generated/schema.ts"]).toBe(before["generated/schema.ts"]);
});

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const withMethods = await generate({
  "spec/paths/interactions-id-cancel.yaml":
    pathParameters + methods.map((method) => operation(method, "Does it.")).join(""),
});

test.for(methods)("a %s operation becomes a call", (method) => {
  expect(withMethods["generated/operations.ts"]).toContain(
    `  return api.${method.toUpperCase()}("/v1beta/interactions/{id}/cancel", init);`,
  );
  expect(withMethods["generated/operations.ts"]).toContain(
    ` * Does it.\n */\nexport function ${method}It<`,
  );
  expect(withMethods["generated/outline.txt"]).toContain(
    `\n${method.toUpperCase()} /interactions/{}/cancel\n`,
  );
});

test("a method that openapi-fetch cannot call is refused by name", async () => {
  await expect(
    generate({
      "spec/paths/interactions-id-cancel.yaml": pathParameters + operation("query", "Does it."),
    }),
  ).rejects.toThrow(
    '/v1beta/interactions/{id}/cancel: no call can be generated for the method "query".',
  );
});

test.each(["''", "TODO"])("an operation with the description %s is refused", async (text) => {
  await expect(
    generate({
      "spec/paths/interactions-id-cancel.yaml": pathParameters + operation("post", text),
    }),
  ).rejects.toThrow(
    "POST /v1beta/interactions/{id}/cancel needs an operationId, a summary and a description.",
  );
});

test("an error for a broken reference has file and line", async () => {
  const edits = edit("spec/schemas/steps.yaml", "/GoogleSearchSearchType", "/GoogleSearchKind");
  const { status, stderr } = await runCommand(async () => {
    await generate(edits);
    return 0;
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^spec\/schemas\/steps\.yaml:\d+:\d+ Can't resolve \$ref/);
  expect(stderr).toContain("tools.yaml#/GoogleSearchKind");
  expect(stderr).not.toMatch(/^ +at /m);
});

test("--check tells what is stale and writes nothing; without it, only that is written", async () => {
  const folder = mkdtempSync(join(tmpdir(), "generate-"));
  const files = { "generated/a.ts": "a", "generated/b.txt": "b" };
  const write = (check: boolean, all: Record<string, string> = files) =>
    runCommand(async (_args, output) => update(all, folder, check, output));
  try {
    const stale = (name: string) => `generated/${name} is stale: run \`npm run generate\`.\n`;
    expect(await write(true)).toMatchObject({ status: 1, stderr: stale("a.ts") + stale("b.txt") });
    expect(await write(false)).toEqual({
      status: 0,
      stdout: "wrote generated/a.ts\nwrote generated/b.txt\n",
      stderr: "",
    });
    expect(readFileSync(join(folder, "generated/b.txt"), "utf8")).toBe("b");
    expect(await write(true)).toMatchObject({ status: 0, stderr: "" });
    const changed = { ...files, "generated/b.txt": "c" };
    expect(await write(true, changed)).toMatchObject({ status: 1, stderr: stale("b.txt") });
    expect(readFileSync(join(folder, "generated/b.txt"), "utf8")).toBe("b");
    expect(await write(false, changed)).toMatchObject({ stdout: "wrote generated/b.txt\n" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** The file with one change in it. */
function edit(name: string, from: string, to: string): Record<string, string> {
  const text = readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
  const changed = text.replace(new RegExp(from, "m"), to);
  if (changed === text) throw new Error(`Nothing to change in ${name}.`);
  return { [name]: changed };
}

function operation(method: string, description: string): string {
  return `${method}:
  operationId: ${method}It
  summary: Do it
  description: ${description}
  responses:
    "200":
      $ref: ../responses.yaml#/Deleted
`;
}

/** The lines of a generated file; of a schema in one line, each member. */
function linesOf(text = ""): string[] {
  return text.replaceAll(/(?<=[,{])(?="\w+":)/g, "\n").split("\n");
}

/** The lines that each file has more than before, at one place; fails if anything else changed. */
function inserted(after: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(after).map(([name, text]) => {
      const old = linesOf(before[name]);
      const lines = linesOf(text);
      const start = old.findIndex((line, index) => line !== lines[index]);
      const added = start === -1 ? [] : lines.splice(start, lines.length - old.length);
      expect(lines.join("\n") === old.join("\n"), name).toBe(true);
      return [name, added];
    }),
  );
}

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const generated = ["openapi.json", "schema.ts", "operations.ts"].map((name) => `generated/${name}`);

// Each run starts Redocly and TypeScript: a second or two, more on a busy machine.
const timeout = 60_000;

let copy: string;
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "generate-"));
  for (const name of ["generated", "scripts", "spec", "package.json", "redocly.yaml"]) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});
afterEach(() => rmSync(copy, { recursive: true }));

test("generated/ is what spec/ gives", { timeout }, () => {
  expect(generate(root, "--check")).toEqual({ status: 0, output: "" });
});

test("a new field shows up in one place of each generated file", { timeout }, () => {
  edit("spec/schemas/usage.yaml", (text) =>
    text.replace(
      "    total_input_tokens:\n",
      "    total_ink:\n      description: Ink, in litres.\n      type: number\n$&",
    ),
  );
  const before = generated.map(read);

  expect(generate(copy, "--check")).toEqual({
    status: 1,
    output: [
      "generated/openapi.json is stale: run `npm run generate`.",
      "generated/schema.ts is stale: run `npm run generate`.\n",
    ].join("\n"),
  });
  expect(generated.map(read)).toEqual(before);

  expect(generate(copy)).toEqual({
    status: 0,
    output: "wrote generated/openapi.json\nwrote generated/schema.ts\n",
  });
  const [document, types, operations] = generated.map((name, index) =>
    insertedLines(before[index] ?? "", read(name)),
  );
  expect(JSON.parse(`{${document?.join("").replace(/,$/, "")}}`)).toEqual({
    total_ink: { description: "Ink, in litres.", type: "number" },
  });
  expect(types).toEqual([
    "            /** @description Ink, in litres. */",
    "            total_ink?: number;",
  ]);
  expect(operations).toEqual([]);
});

test("a reference that leads nowhere is told by file and line", { timeout }, () => {
  edit("spec/schemas/steps.yaml", (text) =>
    text.replace("tools.yaml#/GoogleSearchSearchType", "tools.yaml#/GoogleSearchKind"),
  );
  const before = generated.map(read);
  const { status, output } = generate(copy);
  expect(status).toBe(1);
  expect(output).toMatch(/^bundling spec\/openapi\.yaml/);
  expect(output).toMatch(/spec\/schemas\/steps\.yaml:\d+:\d+ at .*search_type/);
  expect(output).toContain("Can't resolve $ref");
  expect(output).toContain("tools.yaml#/GoogleSearchKind");
  expect(output).not.toMatch(/^ +at /m);
  expect(generated.map(read)).toEqual(before);
});

function generate(folder: string, ...args: string[]) {
  const script = join(folder, "scripts", "generate.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  return { status, output: stdout + stderr };
}

function read(name: string): string {
  return readFileSync(join(copy, name), "utf8");
}

function edit(name: string, change: (text: string) => string): void {
  const text = read(name);
  const changed = change(text);
  if (changed === text) throw new Error(`Nothing to change in ${name}.`);
  writeFileSync(join(copy, name), changed);
}

/** The lines that were put in at one place; fails if anything else has changed. */
function insertedLines(before: string, after: string): string[] {
  const old = before.split("\n");
  const lines = after.split("\n");
  const start = old.findIndex((line, index) => line !== lines[index]);
  if (start === -1) return lines.slice(old.length);
  const inserted = lines.splice(start, lines.length - old.length);
  expect(lines.join("\n")).toBe(before);
  return inserted;
}

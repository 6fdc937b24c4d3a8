// The command `conformance`, as the built program runs it, with the adapter of docs/conformance.md as
// the client under test, and with others that do what no adapter should.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { readFences } from "../support/fences.ts";
import { testCli } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "conformance-"));
const adapter = join(folder, "adapter.mjs");
const plain = ["conformance", "--case", "framing-plain"];
const command = ["--", process.execPath, adapter];

beforeAll(() => {
  const [code = ""] = readFences("docs/conformance.md", "js adapter");
  writeFileSync(adapter, code);
});

afterAll(() => rmSync(folder, { recursive: true }));

testCli("the adapter of the docs passes a plain stream: exit code 0", async ({ cli }) => {
  const { code, stdout } = await cli.run([...plain, ...command]);
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining("1 passed, 0 failed, 0 not supported"),
  ]);
});

testCli("a case that fails is reported with its reasons: exit code 1", async ({ cli }) => {
  const args = ["--case", "ends-foreground-eof", "--case", "lost-answer", "--jobs", "1", "--json"];
  const { code, stdout } = await cli.run(["conformance", ...args, ...command]);
  const { passed, failed, cases } = JSON.parse(stdout);
  expect([code, passed, failed]).toEqual([1, 1, 1]);
  expect(cases).toMatchObject([
    {
      name: "ends-foreground-eof",
      result: "failed",
      posts: 1,
      reasons: ["no error is reported"],
    },
    { name: "lost-answer", result: "passed", posts: 1, output: { text: "" } },
  ]);
});

testCli("a command that does not end is killed, and one without JSON fails", async ({ cli }) => {
  const run = (seconds: string, script: string): Promise<{ stdout: string }> =>
    cli.run([...plain, "--limit", seconds, "--", process.execPath, "-e", script]);
  expect((await run("1", "setInterval(() => 0, 1000)")).stdout).toContain("no output after 1 s");
  expect((await run("60", "console.error('no key'); process.exit(1)")).stdout).toContain("no key");
});

testCli("--list prints the cases, and --cases takes those of another folder", async ({ cli }) => {
  const { stdout } = await cli.run(["conformance", "--list"]);
  expect(stdout.split("\n").length).toBeGreaterThan(50);
  const broken = await cli.run(["conformance", "--list", "--cases", folder]);
  expect([broken.code, broken.stdout]).toEqual([0, ""]);
  writeFileSync(join(folder, "ends-own.json"), '{"name":"ends-own"}');
  const { code, stderr } = await cli.run(["conformance", "--cases", folder, ...command]);
  expect([code, stderr]).toEqual([1, expect.stringContaining('ends-own.json: "sentence" is')]);
});

testCli("mistakes on the command line: exit code 2", async ({ cli }) => {
  const missing = await cli.run(["conformance"]);
  expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining("after --")]);
  const unknown = await cli.run(["conformance", "--case", "framing-plan", ...command]);
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("framing-plain?")]);
});

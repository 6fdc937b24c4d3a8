// Runs the examples of docs/ against the built package, each in the runner it is for. Jest and
// Playwright are not installed here: test/peers runs theirs.

import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readFault } from "../../src/cli/commands/script.ts";
import * as testing from "../../src/testing/index.ts";
import { readFences } from "../support/fences.ts";
import { settle } from "../support/settle.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
let folder = "";

beforeAll(() => {
  // Inside the package, so that the examples can import it by its name.
  folder = mkdtempSync(join(root, "test", ".examples-"));
  writeFileSync(join(folder, "vitest.config.mjs"), "export default {};");
});

afterAll(() => rmSync(folder, { recursive: true }));

const vitest = join(root, "node_modules", "vitest", "vitest.mjs");

test.for(
  readFences("docs/testing.md", "js vitest").map((code, index) => [index + 1, code] as const),
)("example %i for vitest passes", async ([index, code]) => {
  const file = join(folder, `example-${index}.test.mjs`);
  writeFileSync(file, code);
  const { stdout } = await run(process.execPath, [vitest, "run", "--root", folder, file], {
    env: { PATH: process.env["PATH"], NO_COLOR: "1" },
  });
  expect(stdout).toMatch(/Tests {2}1 passed/);
});

test("the example for node:test passes", async () => {
  const [code = ""] = readFences("docs/testing.md", "js node:test");
  const file = join(folder, "example.mjs");
  writeFileSync(file, code);
  const { stdout } = await run(process.execPath, ["--test", "--test-reporter=tap", file]);
  expect(stdout).toMatch(/# pass 1\n/);
});

const page = readFileSync(join(root, "docs", "testing.md"), "utf8");
const faults = [...page.matchAll(/`(\{ "kind": .*?\})` +\|/g)].map(([, fault = ""]) => fault);

test.for(faults)("the fault %s is valid, and changes what a client sees", async (text) => {
  const fault = readFault(text);
  const create = async (faulty: boolean): Promise<string> => {
    const service = testing.createInteractionsService({ faults: faulty ? [fault] : [] });
    const base = "https://generativelanguage.googleapis.com/v1beta/interactions";
    const send = async (url: string, init?: RequestInit): Promise<string> => {
      const abort = new AbortController();
      try {
        const response = await service.fetch(url, { ...init, signal: abort.signal });
        const type = response.headers.get("content-type");
        // Silence ends when the reader has waited long enough.
        setTimeout(() => abort.abort("silence"), 50);
        return `${response.status} ${type} ${await response.text()}`;
      } catch (error) {
        return String(error);
      }
    };
    const body = JSON.stringify({ model: "m", input: "one two", stream: true, background: true });
    const wait = new Promise<string>((resolve) => setTimeout(resolve, 100, "nothing"));
    const created = await Promise.race([send(base, { method: "POST", body }), wait]);
    const replayed = await Promise.race([
      send(`${base}/v1_run1?stream=true&last_event_id=evt_5`),
      wait,
    ]);
    const chained = JSON.stringify({
      model: "m",
      input: "go on",
      previous_interaction_id: "v1_run1",
    });
    const others = [
      await send(base, { method: "POST", body: chained }),
      await send(`${base}/v1_run1`, { method: "DELETE" }),
    ].map((answer) => answer.slice(0, 3));
    return `${created}\n${replayed}\n${others.join(" ")}`;
  };
  vi.useFakeTimers();
  expect(await settle(create(true), 25)).not.toBe(await settle(create(false), 25));
});

test("every page is in the list of pages", () => {
  const list = readFileSync(join(root, "docs", "README.md"), "utf8");
  const pages = readdirSync(join(root, "docs")).filter(
    (name) => name.endsWith(".md") && name !== "README.md",
  );
  expect(pages.filter((name) => !list.includes(`](${name})`))).toEqual([]);
  const decisions = readFileSync(join(root, "docs", "decisions", "README.md"), "utf8");
  const files = readdirSync(join(root, "docs", "decisions")).filter((name) => name !== "README.md");
  expect(files.filter((name) => !decisions.includes(`](${name})`))).toEqual([]);
});

test("every kind of fault, every oddity and every helper is in the page", () => {
  const kinds = new Set(faults.map((fault) => JSON.parse(fault).kind));
  expect(kinds.size).toBe(10);
  for (const name of [...Object.keys(testing.oddities), ...Object.keys(testing)]) {
    if (/^(formatSse|sseResponse|textEvents|interactionEvents)$/.test(name)) continue;
    expect(page).toContain(name);
  }
});

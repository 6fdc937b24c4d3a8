// A process that dies at any moment: its successor goes on from what was written. Runs the example
// against the built package.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../../src/testing/node.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService, InteractionsServiceOptions } from "../../src/testing/index.ts";
import { createRandom } from "../support/random.ts";

const example = fileURLToPath(new URL("../../examples/durable.mjs", import.meta.url));
const story = Array.from({ length: 160 }, (_, n) => `word${n} 😀`).join(" ");

interface Setup {
  readonly service: InteractionsService;
  readonly path: string;
  /** Runs the example, and kills it once that much text was printed; what it printed. */
  readonly live: (killAfter?: number) => Promise<{ printed: string; code: number | null }>;
}

async function setUp(options: InteractionsServiceOptions): Promise<Setup> {
  const service = createInteractionsService({ respond: () => story, ...options });
  const server = await startServer(service);
  const folder = mkdtempSync(join(tmpdir(), "gemini-interactions-test-"));
  onTestFinished(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const path = join(folder, "report.jsonl");
  const env = { ...process.env, GEMINI_API_KEY: "key", GOOGLE_GEMINI_BASE_URL: server.url };
  return {
    service,
    path,
    live: async (killAfter = Infinity) => {
      const child = spawn(process.execPath, [example, path, "Go"], {
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      const closed = once(child, "close");
      let printed = "";
      child.stdout.setEncoding("utf8");
      child.stdout.on("data", (text: string) => {
        printed += text;
        if (printed.length >= killAfter) child.kill("SIGKILL");
      });
      await closed;
      return { printed, code: child.exitCode };
    },
  };
}

/** What was written, as the text it comes to; a torn last line does not count. */
function written(path: string): string {
  const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
  return lines.map((line): string => JSON.parse(line).text).join("");
}

test.each<[string, InteractionsServiceOptions]>([
  ["an id on every event, while the run goes on", { eventIntervalMs: 1 }],
  ["few event ids", { mode: "faithful" }],
  ["no event ids", { faults: [{ kind: "event-ids", show: "none", times: 99 }] }],
])(
  "a process that is killed at random points loses and doubles nothing: %s",
  async (_, options) => {
    const { service, path, live } = await setUp(options);
    const random = createRandom(42);
    let kills = 0;
    let progress = 1;
    for (;;) {
      const { code } = await live(progress + random(700));
      // A process that was killed has none.
      if (code !== null) {
        expect(code).toBe(0);
        break;
      }
      kills += 1;
      progress = written(path).length;
      expect(story.startsWith(written(path))).toBe(true);
    }
    expect(written(path)).toBe(story);
    expect(kills).toBeGreaterThan(2);
    expect(service.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    // Started once more, it has nothing to ask for.
    const before = service.requests.length;
    expect(await live()).toEqual({ printed: story, code: 0 });
    expect(service.requests).toHaveLength(before);
  },
);

test.each([
  ["half a line", (line: string) => line.slice(0, line.length / 2)],
  ["a line without its end", (line: string) => line],
  ["half a character", (line: string) => Buffer.from(`${line}😀`).subarray(0, -2)],
])("a last line that was torn is dropped, and what it held comes again: %s", async (_, tear) => {
  const { path, live } = await setUp({});
  await live(200);
  const [line = ""] = readFileSync(path, "utf8").split("\n").slice(-2);
  appendFileSync(path, tear(line.replace('"text":"', '"text":"torn ')));
  expect(await live()).toEqual({ printed: story, code: 0 });
  expect(written(path)).toBe(story);
});

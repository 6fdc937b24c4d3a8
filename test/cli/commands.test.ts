// Every option of every command, as the built program takes it. The last test reads the help of each
// command and fails for an option that no case here uses.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import {
  createInteractionsService,
  failedAnswer,
  functionCallStep,
  mediaStep,
  textStep,
} from "../../src/testing/index.ts";
import type { InteractionsService, InteractionsServiceOptions } from "../../src/testing/index.ts";
import { startServer } from "../../src/testing/node.ts";
import type { RunningServer } from "../../src/testing/node.ts";
import { runCli, startCli } from "../support/cli.ts";
import type { CliOptions, CliResult, RunningCli } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "cli-"));
const schemaFile = join(folder, "schema.json");
const imageFile = join(folder, "photo.PNG");
const brokenFile = join(folder, "broken.json");
const scriptFile = join(folder, "script.json");

beforeAll(() => {
  writeFileSync(schemaFile, '{"type":"object","properties":{"city":{"type":"string"}}}');
  writeFileSync(imageFile, "image");
  writeFileSync(brokenFile, "{");
  writeFileSync(scriptFile, '{"responses":["One","Two"],"repeat":true}');
});

afterAll(() => rmSync(folder, { recursive: true }));

let server: RunningServer | undefined;
const programs: RunningCli[] = [];

afterEach(async () => {
  await server?.close();
  server = undefined;
  for (const program of programs.splice(0)) {
    program.child.kill("SIGKILL");
    await program.ended;
  }
});

/** Words that a command was given, for the last test. */
const used = new Map<string, Set<string>>();

function note([command = "", ...words]: readonly string[]): void {
  const options = used.get(command) ?? new Set();
  for (const word of words) if (word.startsWith("--")) options.add(word.replace(/=.*/, ""));
  used.set(command, options);
}

async function serveInTest(options: InteractionsServiceOptions = {}): Promise<InteractionsService> {
  const service = createInteractionsService(options);
  server = await startServer(service);
  return service;
}

function run(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  note(args);
  const env = { GOOGLE_GEMINI_BASE_URL: server?.url ?? "http://127.0.0.1:1", ...options.env };
  return runCli(args, { ...options, env });
}

test.for<[string[], object]>([
  [["hi"], { model: "gemini-3.8-flash", input: "hi", stream: true }],
  [["two", "words"], { input: "two words" }],
  [["hi", "--model", "gemini-3.5-flash"], { model: "gemini-3.5-flash" }],
  [["hi", "--agent", "my-agent"], { agent: "my-agent", stream: true }],
  [["hi", "--agent=deep-research-preview-04-2026"], { background: true, stream: true }],
  [["hi", "--system", "Be brief."], { system_instruction: "Be brief." }],
  [
    ["hi", "--tool", "google_search", "--tool", '{"type":"function","name":"f"}'],
    { tools: [{ type: "google_search" }, { type: "function", name: "f" }] },
  ],
  [
    ["hi", "--schema", schemaFile],
    {
      response_format: {
        type: "text",
        mime_type: "application/json",
        schema: { type: "object", properties: { city: { type: "string" } } },
      },
    },
  ],
  [
    [
      "hi",
      "--param",
      "generation_config.seed=7",
      '--param=generation_config.stop_sequences=["x"]',
      "--param",
      "service_tier=flex",
      "--param",
      "store=false",
    ],
    {
      generation_config: { seed: 7, stop_sequences: ["x"] },
      service_tier: "flex",
      store: false,
    },
  ],
  [["--param", 'input="from a member"'], { input: "from a member" }],
  [
    ["Look", "--file", imageFile],
    {
      input: [
        { type: "text", text: "Look" },
        { type: "image", data: "aW1hZ2U=", mime_type: "image/png" },
      ],
    },
  ],
  [["--background", "--stream", "hi"], { background: true, stream: true }],
  [["--background", "hi"], { background: true, stream: false }],
  [["--", "--model"], { input: "--model" }],
])("create %j sends that", async ([args, expected]) => {
  const service = await serveInTest();
  expect(await run(["create", ...args])).toMatchObject({ code: 0, stderr: "" });
  expect(service.requests[0]?.body).toMatchObject(expected);
});

test("create goes on from an earlier interaction, and reads its prompt from stdin", async () => {
  const service = await serveInTest();
  await run(["create", "hi"]);
  const { stdout } = await run(["create", "-", "--previous", "v1_run1"], { stdin: "and you?\n" });
  expect(stdout).toBe("You said: and you?\n");
  expect(service.requests.at(-1)?.body).toMatchObject({
    input: "and you?",
    previous_interaction_id: "v1_run1",
  });
});

test("create --background prints the id, and with --json the interaction", async () => {
  await serveInTest();
  expect((await run(["create", "hi", "--background"])).stdout).toBe("v1_run1\n");
  const { stdout } = await run(["create", "hi", "--background", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ id: "v1_run2", status: "in_progress" });
});

test("create --json prints one event a line", async () => {
  await serveInTest({ respond: () => "Hi you" });
  const { stdout } = await run(["create", "hi", "--json"]);
  const types = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).event_type);
  expect(types).toEqual([
    "interaction.created",
    "interaction.status_update",
    "step.start",
    "step.delta",
    "step.delta",
    "step.stop",
    "interaction.completed",
  ]);
});

test.for(["create hi", "get v1_run1", "get v1_run1 --stream", "resume v1_run1", "wait v1_run1"])(
  "%s --out writes returned media",
  async (line) => {
    const service = await serveInTest({
      respond: () => ({ steps: [textStep("Here: "), mediaStep("image/png", "aW1hZ2U=")] }),
    });
    const body = JSON.stringify({ model: "m", input: "hi" });
    await service.fetch(`${server?.url}/v1beta/interactions`, { method: "POST", body });
    const out = mkdtempSync(join(folder, "out-"));
    const { code, stderr, stdout } = await run([...line.split(" "), "--out", join(out, "new")]);
    const [name = ""] = readdirSync(join(out, "new"));
    expect([code, stdout]).toEqual([0, "Here: \n"]);
    expect(stderr).toBe(`wrote ${join(out, "new", name)}\n`);
    expect(name).toMatch(/^v1_run\d-1\.png$/);
    expect(readFileSync(join(out, "new", name), "utf8")).toBe("image");
    expect((await run(line.split(" "))).stderr).toContain("image not saved: --out");
  },
);

test.for([
  ["completed", "Done", 0, ""],
  ["failed", failedAnswer("safety", "No."), 3, "safety: No.\nstatus: failed\n"],
  ["incomplete", { steps: [textStep("Do")], status: "incomplete" }, 3, "status: incomplete\n"],
  [
    "requires_action",
    { steps: [functionCallStep("look", { at: "sky" })] },
    3,
    'function call call_look: look {"at":"sky"}\nstatus: requires_action\n',
  ],
] as const)("a run that ends as %s has its exit code, in every command", async (each) => {
  const [, answer, code, stderr] = each;
  await serveInTest({ respond: () => structuredClone(answer) as string });
  expect(await run(["create", "hi"])).toMatchObject({ code, stderr });
  for (const command of ["get", "wait", "resume"]) {
    expect(await run([command, "v1_run1"])).toMatchObject({ code, stderr });
  }
});

test("get prints text, JSON, the input, or a stream", async () => {
  await serveInTest();
  await run(["create", "hi"]);
  expect((await run(["get", "v1_run1"])).stdout).toBe("You said: hi\n");
  expect((await run(["get", "v1_run1", "--stream"])).stdout).toBe("You said: hi\n");
  const plain = JSON.parse((await run(["get", "v1_run1", "--json"])).stdout);
  expect(plain).toMatchObject({ id: "v1_run1", status: "completed" });
  expect(plain).not.toHaveProperty("input");
  const { stdout } = await run(["get", "v1_run1", "--json", "--input"]);
  expect(JSON.parse(stdout)).toMatchObject({ input: "hi" });
});

test("resume --json and wait --json print events and the interaction", async () => {
  await serveInTest();
  await run(["create", "hi"]);
  const events = (await run(["resume", "v1_run1", "--json"])).stdout.split("\n");
  expect(JSON.parse(events[0] ?? "")).toMatchObject({ event_type: "interaction.created" });
  const { stdout } = await run(["wait", "v1_run1", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ status: "completed" });
});

test("wait, cancel and delete follow a background run", async () => {
  const service = await serveInTest({ respond: () => "a b c" });
  await run(["create", "--background", "hi"]);
  expect(await run(["wait", "v1_run1"])).toMatchObject({ code: 0, stdout: "a b c\n" });
  await run(["create", "--background", "hi"]);
  expect(await run(["cancel", "v1_run2"])).toMatchObject({ code: 0, stdout: "cancelled\n" });
  const { stdout } = await run(["cancel", "v1_run2", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ id: "v1_run2", status: "cancelled" });
  expect(await run(["delete", "v1_run1"])).toMatchObject({ code: 0, stderr: "Deleted.\n" });
  expect(service.interactions).toMatchObject([{ id: "v1_run2" }]);
  expect(await run(["get", "v1_run1"])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("v1_run1 not found"),
  });
});

const idCommands = ["get", "resume", "wait", "cancel", "delete"];

test.for(["create", ...idCommands])(
  "%s reaches a host, and Vertex AI",
  { timeout: 120_000 },
  async (command) => {
    const service = await serveInTest();
    const base = server?.url ?? "";
    const words = command === "create" ? ["hi"] : ["v1_none"];
    const env = { GOOGLE_GEMINI_BASE_URL: "http://127.0.0.1:1" };
    await run([command, ...words, "--base-url", `${base}/proxy`], { env });
    const vertex = { ...env, GOOGLE_VERTEX_BASE_URL: base, GOOGLE_CLOUD_PROJECT: "from-env" };
    await run([command, ...words, "--vertex"], { env: vertex });
    await run([command, ...words, "--project", "p", "--location", "eu"], { env: vertex });
    const paths = service.requests.map(({ path }) => path.replace(/interactions.*/, ""));
    expect(new Set(paths)).toEqual(
      new Set([
        "/proxy/v1beta/",
        "/v1beta1/projects/from-env/locations/global/",
        "/v1beta1/projects/p/locations/eu/",
      ]),
    );
  },
);

test.for(["create", ...idCommands, "serve", "demo"])("%s --help says how", async (command) => {
  const { code, stdout } = await run([command, "--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Usage: gemini-interactions ${command}`));
  expect(await run(["help", command])).toMatchObject({ stdout });
});

test("--help names every command and every exit code, --version the version", async () => {
  const { stdout } = await run(["--help"]);
  for (const word of ["create", ...idCommands, "serve", "demo"]) expect(stdout).toContain(word);
  expect(stdout).toMatch(/0 +completed\n +1 +.*\n +2 +.*\n +3 +.*failed.*\n +130 /);
  expect((await run([])).stdout).toBe(stdout);
  expect((await run(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test.for<[string, string]>([
  ["creat hi", 'Unknown command "creat". Did you mean create?'],
  ["fly", 'Unknown command "fly". Known are create, get'],
  ["create hi --modle=x", "Unknown option --modle. Did you mean --model?"],
  ["create hi --model", "Option --model needs a value: --model=<id>"],
  ["create hi --model --json", "Option --model needs a value"],
  ["create hi --json=yes", "Option --json takes no value."],
  ["create hi -x", "Unknown option -x."],
  ["create", "No prompt."],
  ["create hi --model a --agent b", "--model and --agent exclude each other."],
  ["create hi --tool google_serch", 'Unknown tool "google_serch". Did you mean google_search?'],
  ["create hi --tool {x", "--tool {x is no JSON."],
  ["create hi --param seed", "--param seed: expected key=json"],
  ["create hi --param a={", "--param a: { is no JSON."],
  ["create hi --param model.x=1 --model m", "--param model.x: model is no object."],
  ["create hi --schema /nowhere.json", "--schema /nowhere.json: ENOENT"],
  [`create hi --schema ${brokenFile}`, "broken.json: "],
  ["create hi --file notes.txt", "--file notes.txt: its name says no type"],
  ["create hi --file gone.png", "--file gone.png: ENOENT"],
  ["get", "Missing the interaction's id."],
  ["get a b", 'Unexpected argument "b".'],
  ["get ..", "must be one path segment"],
  ["resume {}", "cursor"],
  ["resume Lk.1.2.Sv1__run1.LL1.2d1.dobcsw~", "cursor"],
  ["delete", "Missing the interaction's id."],
  ["serve now", 'Unexpected argument "now".'],
  ["serve --port 99999", "--port 99999: expected a number from 0 to 65535."],
  ["serve --speed fast", "--speed fast: expected a number"],
  ["serve --mode faithfull", 'Unknown mode "faithfull". Did you mean faithful?'],
  ["serve --fault cutt", 'unknown fault "cutt". Did you mean cut?'],
  ["serve --fault cut:afterEvent=1", 'unknown member "afterEvent". Did you mean afterEvents?'],
  [`serve --script ${brokenFile}`, "broken.json: "],
  ["demo --fast", "Unknown option --fast."],
])("%s is a mistake in two lines: %s", async ([line, expected]) => {
  const { code, stdout, stderr } = await run(line.split(" "));
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(expected);
  expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
  expect(stderr).not.toContain("    at ");
});

test("without credentials the message says how to get on", async () => {
  const { code, stderr } = await runCli(["create", "hi"], {
    env: { GOOGLE_GEMINI_BASE_URL: "https://api.example" },
  });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/GEMINI_API_KEY.*serve/)]);
});

test("an error is told in one line, and with DEBUG by its stack", async () => {
  await serveInTest({ faults: [{ kind: "answer", on: "create", status: 403, times: 2 }] });
  const { code, stderr } = await run(["create", "hi"]);
  expect([code, stderr.trimEnd().split("\n").length]).toEqual([1, 1]);
  expect((await run(["create", "hi"], { env: { DEBUG: "1" } })).stderr).toContain("    at ");
});

test("a reader that closes the pipe is no error", async () => {
  await serveInTest({ respond: () => "word ".repeat(50_000) });
  const program = startCli(["create", "hi", "--base-url", server?.url ?? ""]);
  await program.says("word");
  program.child.stdout?.destroy();
  expect([await program.ended, program.stderr]).toEqual([0, ""]);
});

test("a signal detaches, says how to go on, and the rest comes once", async () => {
  await serveInTest({ respond: () => "one two three four five six seven", eventIntervalMs: 150 });
  const args = ["create", "hi", "--base-url", server?.url ?? ""];
  const program = startCli(args);
  await program.says("three");
  program.child.kill("SIGINT");
  expect(await program.ended).toBe(130);
  const [, line = ""] = /\n {2}gemini-interactions (.*)\n/.exec(program.stderr) ?? [];
  expect(line).toMatch(/^resume \S+ --base-url http/);
  const { code, stdout } = await run(line.split(" "));
  expect(code).toBe(0);
  expect(program.stdout + stdout).toBe("one two three four five six seven\n");
});

test("a second signal cancels the run", async () => {
  const service = await serveInTest({ eventIntervalMs: 60_000 });
  const program = startCli([
    "create",
    "hi",
    "-b",
    "--stream",
    "--json",
    "--base-url",
    server?.url ?? "",
  ]);
  await program.says("interaction.created");
  program.child.kill("SIGINT");
  await program.says("Ctrl-C again");
  program.child.kill("SIGINT");
  await program.says("Cancelled.");
  expect(await program.ended).toBe(130);
  expect(service.interactions).toMatchObject([{ status: "cancelled" }]);
});

test("a signal ends a wait, and the run goes on", async () => {
  const service = await serveInTest({ eventIntervalMs: 60_000 });
  await run(["create", "--background", "hi"]);
  const program = startCli(["wait", "v1_run1", "--base-url", server?.url ?? ""]);
  await expect.poll(() => service.requests.length).toBeGreaterThan(1);
  program.child.kill("SIGINT");
  expect(await program.ended).toBe(130);
  expect(program.stderr).toContain("gemini-interactions wait v1_run1 --base-url");
  expect(service.interactions).toMatchObject([{ status: "in_progress" }]);
});

/** Starts `serve` and resolves with it and its URL. */
async function serve(...args: string[]): Promise<{ program: RunningCli; url: string }> {
  note(["serve", ...args]);
  const program = startCli(["serve", "--port", "0", ...args]);
  programs.push(program);
  await program.says("\n");
  return { program, url: program.stdout.split("\n")[0] ?? "" };
}

test("serve prints its URL, then a line for each request", async () => {
  const { program, url } = await serve();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await run(["create", "hi", "--base-url", url])).stdout).toBe("You said: hi\n");
  await program.says("POST /v1beta/interactions 200 stream\n");
  program.child.kill("SIGTERM");
  expect(await program.ended).toBe(0);
});

test("serve --port takes that port, and says when it is in use", async () => {
  const { url } = await serve();
  const { port } = new URL(url);
  const { code, stderr } = await run(["serve", "--port", port]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("EADDRINUSE")]);
});

test("serve --script answers in turn, --mode and --fault change how", async () => {
  const faults = ["--fault", "answer:on=create,status=403", "--fault", '{"kind":"cut"}'];
  const { url } = await serve("--script", scriptFile, "--mode", "faithful", "--speed=0", ...faults);
  const create = ["create", "hi", "--base-url", url];
  expect((await run(create)).code).toBe(1);
  expect(await run(["create", "-b", ...create.slice(1)])).toMatchObject({ code: 0 });
  expect((await run([...create, "--json"])).code).toBe(1);
  const { stdout } = await run([...create, "--json"]);
  expect(stdout).toContain('"text":"One"');
  expect(stdout).not.toContain("event_id");
});

test("serve --speed paces the events, and --cors lets pages in", async () => {
  const { url } = await serve("--speed", "0", "--cors");
  const response = await fetch(`${url}/v1beta/interactions`, { method: "OPTIONS" });
  expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([
    204,
    "*",
  ]);
  await run(["create", "hi", "-b", "--base-url", url]);
});

test("serve --state outlives being killed in mid-stream: each word comes once", async () => {
  const state = join(folder, "state.jsonl");
  const first = await serve("--state", state, "--speed", "8");
  const { port } = new URL(first.url);
  const text = "one two three four five six seven eight nine ten";
  const program = startCli(["create", text, "--base-url", first.url]);
  programs.push(program);
  await program.says("three");
  first.program.child.kill("SIGKILL");
  await first.program.ended;
  const again = startCli(["serve", "--port", port, "--state", state, "--speed", "8"]);
  programs.push(again);
  await again.says(first.url);
  expect([await program.ended, program.stdout]).toEqual([0, `You said: ${text}\n`]);
});

test("demo --live takes another host, and says what is missing", async () => {
  const { code, stderr } = await run(["demo", "--live", "--base-url", "https://api.example"]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("GEMINI_API_KEY")]);
});

test("every option of every command has a test", async () => {
  for (const command of ["create", ...idCommands, "serve", "demo"]) {
    const { stdout } = await run(["help", command]);
    const options = [...stdout.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name);
    const missing = options.filter((name) => !used.get(command)?.has(name ?? ""));
    expect([command, missing]).toEqual([command, []]);
  }
});

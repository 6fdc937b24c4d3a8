// Every option of every command, as the built program takes it. The last test reads the help of each
// command and fails for an option that no case here uses.

import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { failedAnswer, functionCallStep, mediaStep, textStep } from "../../src/testing/index.ts";
import { programFile, testCli, usedOptions } from "../support/cli.ts";

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

testCli.for<[string[], object]>([
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
])("create %j sends that", async ([args, expected], { cli }) => {
  const service = await cli.listen();
  expect(await cli.run(["create", ...args])).toMatchObject({ code: 0, stderr: "" });
  expect(service.requests[0]?.body).toMatchObject(expected);
});

testCli(
  "create continues from an earlier interaction, and reads its prompt from stdin",
  async ({ cli }) => {
    const service = await cli.listen();
    await cli.run(["create", "hi"]);
    const { stdout } = await cli.run(["create", "-", "--previous", "v1_run1"], {
      stdin: "and you?\n",
    });
    expect(stdout).toBe("You said: and you?\n");
    expect(service.requests.at(-1)?.body).toMatchObject({
      input: "and you?",
      previous_interaction_id: "v1_run1",
    });
  },
);

testCli("create --background prints the id, and with --json the interaction", async ({ cli }) => {
  await cli.listen();
  expect((await cli.run(["create", "hi", "--background"])).stdout).toBe("v1_run1\n");
  const { stdout } = await cli.run(["create", "hi", "--background", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ id: "v1_run2", status: "in_progress" });
});

testCli("create --json prints one event a line", async ({ cli }) => {
  await cli.listen({ respond: () => "Hi you" });
  const { stdout } = await cli.run(["create", "hi", "--json"]);
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

testCli.for(["create hi", "get v1_run1", "get v1_run1 --stream", "resume v1_run1", "wait v1_run1"])(
  "%s --out writes returned media",
  async (line, { cli }) => {
    const service = await cli.listen({
      respond: () => ({ steps: [textStep("Here: "), mediaStep("image/png", "aW1hZ2U=")] }),
    });
    const body = JSON.stringify({ model: "m", input: "hi" });
    await service.fetch(`${cli.url}/v1beta/interactions`, { method: "POST", body });
    const out = mkdtempSync(join(folder, "out-"));
    const { code, stderr, stdout } = await cli.run([...line.split(" "), "--out", join(out, "new")]);
    const [name = ""] = readdirSync(join(out, "new"));
    expect([code, stdout]).toEqual([0, "Here: \n"]);
    expect(stderr).toBe(`wrote ${join(out, "new", name)}\n`);
    expect(name).toMatch(/^v1_run\d-1\.png$/);
    expect(readFileSync(join(out, "new", name), "utf8")).toBe("image");
    expect((await cli.run(line.split(" "))).stderr).toContain("image not saved: --out");
  },
);

testCli("--out never overwrites a file, and follows no link", async ({ cli }) => {
  await cli.listen({ respond: () => ({ steps: [mediaStep("image/png", "aW1hZ2U=")] }) });
  const out = mkdtempSync(join(folder, "out-"));
  const args = ["create", "hi", "--param", "store=false", "--out", out];
  await cli.run(args);
  writeFileSync(join(out, "target"), "mine");
  symlinkSync(join(out, "target"), join(out, "interaction-1-2.png"));
  symlinkSync(join(out, "nowhere"), join(out, "interaction-1-3.png"));
  expect((await cli.run(args)).stderr).toBe(`wrote ${join(out, "interaction-1-4.png")}\n`);
  expect(readdirSync(out).toSorted()).toEqual([
    ...["-2", "-3", "-4", ""].map((end) => `interaction-1${end}.png`),
    "target",
  ]);
  expect(readFileSync(join(out, "target"), "utf8")).toBe("mine");
});

testCli("when --out cannot write media, the message says how to get them", async ({ cli }) => {
  await cli.listen({ respond: () => ({ steps: [mediaStep("image/png", "aW1hZ2U=")] }) });
  const { code, stderr } = await cli.run(["create", "hi", "--out", schemaFile]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/^--out .*: EEXIST.*: gemini-interactions get v1_run1 --out <dir>\n$/),
  ]);
});

testCli.for([
  ["completed", "Done", 0, ""],
  ["failed", failedAnswer("safety", "No."), 3, "safety: No.\nstatus: failed\n"],
  ["incomplete", { steps: [textStep("Do")], status: "incomplete" }, 3, "status: incomplete\n"],
  [
    "requires_action",
    { steps: [functionCallStep("look", { at: "sky" })] },
    3,
    'function call call_look: look {"at":"sky"}\nstatus: requires_action\n',
  ],
] as const)(
  "a run that ends as %s has the same exit code in every command",
  async (each, { cli }) => {
    const [, answer, code, stderr] = each;
    await cli.listen({ respond: () => structuredClone(answer) as string });
    expect(await cli.run(["create", "hi"])).toMatchObject({ code, stderr });
    for (const command of ["get", "wait", "resume"]) {
      expect(await cli.run([command, "v1_run1"])).toMatchObject({ code, stderr });
    }
  },
);

testCli("get prints text, JSON, the input, or a stream", async ({ cli }) => {
  await cli.listen();
  await cli.run(["create", "hi"]);
  expect((await cli.run(["get", "v1_run1"])).stdout).toBe("You said: hi\n");
  expect((await cli.run(["get", "v1_run1", "--stream"])).stdout).toBe("You said: hi\n");
  const plain = JSON.parse((await cli.run(["get", "v1_run1", "--json"])).stdout);
  expect(plain).toMatchObject({ id: "v1_run1", status: "completed" });
  expect(plain).not.toHaveProperty("input");
  const { stdout } = await cli.run(["get", "v1_run1", "--json", "--input"]);
  expect(JSON.parse(stdout)).toMatchObject({ input: "hi" });
});

testCli("resume --json and wait --json print events and the interaction", async ({ cli }) => {
  await cli.listen();
  await cli.run(["create", "hi"]);
  const events = (await cli.run(["resume", "v1_run1", "--json"])).stdout.split("\n");
  expect(JSON.parse(events[0] ?? "")).toMatchObject({ event_type: "interaction.created" });
  const { stdout } = await cli.run(["wait", "v1_run1", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ status: "completed" });
});

testCli("wait, cancel and delete follow a background run", async ({ cli }) => {
  const service = await cli.listen({ respond: () => "a b c" });
  await cli.run(["create", "--background", "hi"]);
  expect(await cli.run(["wait", "v1_run1"])).toMatchObject({ code: 0, stdout: "a b c\n" });
  await cli.run(["create", "--background", "hi"]);
  expect(await cli.run(["cancel", "v1_run2"])).toMatchObject({ code: 0, stdout: "cancelled\n" });
  const { stdout } = await cli.run(["cancel", "v1_run2", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({ id: "v1_run2", status: "cancelled" });
  expect(await cli.run(["delete", "v1_run1"])).toMatchObject({ code: 0, stderr: "Deleted.\n" });
  expect(service.interactions).toMatchObject([{ id: "v1_run2" }]);
  expect(await cli.run(["get", "v1_run1"])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("v1_run1 not found"),
  });
});

const idCommands = ["get", "resume", "wait", "cancel", "delete"];

testCli.for(["create", ...idCommands])(
  "%s reaches a host, and Vertex AI",
  async (command, { cli }) => {
    const service = await cli.listen();
    const base = cli.url;
    const body = JSON.stringify({ model: "m", input: "hi" });
    await service.fetch(`${base}/v1beta/interactions`, { method: "POST", body });
    const words = command === "create" ? ["hi"] : ["v1_run1"];
    const env = { GOOGLE_GEMINI_BASE_URL: "http://127.0.0.1:1" };
    await cli.run([command, ...words, "--base-url", `${base}/proxy`], { env });
    const vertex = { ...env, GOOGLE_VERTEX_BASE_URL: base, GOOGLE_CLOUD_PROJECT: "from-env" };
    await cli.run([command, ...words, "--vertex"], { env: vertex });
    await cli.run([command, ...words, "--project", "p", "--location", "eu"], { env: vertex });
    await cli.run([command, ...words, "--base-url", base, "--api-version", "v1"], { env });
    const [, ...requests] = service.requests;
    const paths = requests.map(({ path }) => path.replace(/interactions.*/, ""));
    expect(new Set(paths)).toEqual(
      new Set([
        "/proxy/v1beta/",
        "/v1beta1/projects/from-env/locations/global/",
        "/v1beta1/projects/p/locations/eu/",
        "/v1/",
      ]),
    );
  },
);

/** What each command says to `--help`, for the last test. */
const helpTexts = new Map<string, string>();

testCli.for(["create", ...idCommands, "serve", "check", "demo"])(
  "%s --help says how",
  async (command, { cli }) => {
    const { code, stdout } = await cli.run([command, "--help"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Usage: gemini-interactions ${command}`));
    expect(await cli.run(["help", command])).toMatchObject({ stdout });
    helpTexts.set(command, stdout);
  },
);

testCli(
  "--help names every command and every exit code, --version the version",
  async ({ cli }) => {
    const { stdout } = await cli.run(["--help"]);
    for (const word of ["create", ...idCommands, "serve", "demo"]) expect(stdout).toContain(word);
    expect(stdout).toMatch(/0 +completed\n +1 +.*\n +2 +.*\n +3 +.*failed.*\n +130 /);
    expect((await cli.run([])).stdout).toBe(stdout);
    const version = await cli.run(["--version"]);
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await cli.run(["-v"])).toEqual(version);
  },
);

testCli.for<[string, string]>([
  ["creat hi", 'Unknown command "creat". Did you mean create?'],
  ["fly", 'Unknown command "fly". Known: create, get'],
  ["create hi --modle=x", "Unknown option --modle. Did you mean --model?"],
  ["create hi --model", "Option --model needs a value: --model=<id>"],
  ["create hi --model --json", "Option --model needs a value"],
  ["create hi --model=", "Option --model needs a value: --model=<id>"],
  ["create hi -m=a", "Option -m needs a value: -m <id>"],
  ["get --base-url= v1_a", "Option --base-url needs a value"],
  ["--json get v1_a", "Unknown option --json. Write options after the command."],
  ["--verison", "Unknown option --verison. Did you mean --version?"],
  ["create hi --json=yes", "Option --json takes no value."],
  ["create hi -x", "Unknown option -x."],
  ["create", "No prompt."],
  ["create hi --model a --agent b", "Use either --model or --agent, not both."],
  ["create hi --tool google_serch", 'Unknown tool "google_serch". Did you mean google_search?'],
  ["create hi --tool {x", "--tool {x is not JSON."],
  ["create hi --param seed", "--param seed: expected key=json"],
  ["create hi --param a..b=1", "--param a..b=1: expected key=json"],
  ["create hi --param .a=1", "--param .a=1: expected key=json"],
  ["create hi --param a={", "--param a: { is not JSON."],
  ["create hi --param model.x=1 --model m", "--param model.x: model is not an object."],
  ["create hi --schema /nowhere.json", "--schema /nowhere.json: ENOENT"],
  [`create hi --schema ${brokenFile}`, "broken.json: "],
  ["create hi --file notes.txt", "--file notes.txt: its name has no ending"],
  ["create hi --file gone.png", "--file gone.png: ENOENT"],
  ["get", "Missing the interaction's id."],
  ["get a b", 'Unexpected argument "b".'],
  ["get ..", "must be one path segment"],
  ["resume {}", '"{}" is neither a cursor nor the id of an interaction'],
  ["resume Lk.1.2.Sv1__run1.LL1.2d1.dobcsw~", "is neither a cursor nor the id"],
  ["resume 3.v1_run1.nonsense", '"3.v1_run1.nonsense" is not a complete cursor of this version.'],
  ["delete", "Missing the interaction's id."],
  ["serve now", 'Unexpected argument "now".'],
  ["serve --port 99999", "--port 99999: expected a number from 0 to 65535."],
  ["serve --port 0x10", "--port 0x10: expected a number"],
  ["serve --speed fast", "--speed fast: expected a number"],
  ["serve --mode faithfull", 'Unknown mode "faithfull". Did you mean faithful?'],
  ["serve --mode x", 'Unknown mode "x". Known: guide, faithful.'],
  ["serve --strict no", 'Unknown strict "no". Known: on, off.'],
  ["serve --webhooks all", 'Unknown webhooks "all". Known: local, any.'],
  ["serve --fault cutt", 'unknown fault "cutt". Did you mean cut?'],
  ["serve --fault cut:afterEvent=1", 'unknown member "afterEvent". Did you mean afterEvents?'],
  ["serve --fault cut:afterEvents=x", 'afterEvents is "x"; expected a whole number'],
  ["serve --fault cut:on=strem", 'on is "strem". Did you mean stream?'],
  ["serve --fault event-ids:show=every", 'show is "every". Known: all, sparse, none.'],
  ["serve --fault silence:beforeHeaders=1", "beforeHeaders is 1; expected true or false."],
  ["serve --fault answer:on=any", 'answer needs the member "status".'],
  ["serve --fault answer:status=99", "status must be 200 to 599, got 99."],
  ["serve --state /nowhere/file", "--state: ENOENT"],
  [`serve --state ${schemaFile}`, "schema.json:1 is not a line of a state file."],
  [`serve --script ${brokenFile}`, "broken.json: "],
  ["demo --fast", "Unknown option --fast."],
  ["demo --live", "Unknown option --live."],
])("%s is a mistake in two lines: %s", async ([line, expected], { cli }) => {
  const { code, stdout, stderr } = await cli.run(line.split(" "));
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(expected);
  expect(stderr.trimEnd().split("\n").length).toBeLessThanOrEqual(2);
  expect(stderr).not.toContain("    at ");
});

testCli.for([
  ['[{"steps":"x"}]', 'responses[0]: steps is "x"; expected a list of objects.'],
  ['["a",{"steps":[{"text":"x"}]}]', "responses[1]: steps[0] has no type."],
  ['[{"events":[{}]}]', "responses[0]: events[0] has no event_type."],
  ['[{"status":1}]', "responses[0]: status is 1; expected a text."],
  ['[{"statuses":"queued"}]', "expected a list of texts."],
  ['[{"usage":[]}]', "usage is []; expected an object."],
  ['{"responses":[],"repeat":"yes"}', 'repeat is "yes"; expected true or false.'],
  ['{"responses":[],"faults":[{"kind":"cut","times":-1}]}', "faults[0]: cut: times is -1"],
] as const)("a script %s is a mistake: %s", async ([text, expected], { cli }) => {
  const file = join(mkdtempSync(join(folder, "script-")), "script.json");
  writeFileSync(file, text);
  const { code, stderr } = await cli.run(["serve", "--script", file]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`--script ${file}: `)]);
  expect(stderr).toContain(expected);
});

testCli("a JSON file may begin with a byte order mark", async ({ cli }) => {
  const service = await cli.listen();
  const file = join(folder, "marked.json");
  writeFileSync(file, '\uFEFF{"type":"object"}');
  await cli.run(["create", "hi", "--schema", file]);
  expect(service.requests[0]?.body).toMatchObject({
    response_format: { schema: { type: "object" } },
  });
});

test.skipIf(!existsSync("/dev/full"))("a full disk is an error in one line", () => {
  const command = `"${process.execPath}" "${programFile}" --help > /dev/full`;
  const { status, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect([status, stderr]).toEqual([1, "ENOSPC: no space left on device, write\n"]);
});

testCli("without credentials the message says what to do", async ({ cli }) => {
  const { code, stderr } = await cli.run(["create", "hi"], {
    env: { GOOGLE_GEMINI_BASE_URL: "https://api.example" },
  });
  expect([code, stderr]).toEqual([1, expect.stringMatching(/GEMINI_API_KEY.*serve/)]);
});

testCli("an error is one line, and with DEBUG its stack", async ({ cli }) => {
  await cli.listen({ faults: [{ kind: "answer", on: "create", status: 403, times: 2 }] });
  const { code, stderr } = await cli.run(["create", "hi"]);
  expect([code, stderr.trimEnd().split("\n").length]).toEqual([1, 1]);
  expect((await cli.run(["create", "hi"], { env: { DEBUG: "1" } })).stderr).toContain("    at ");
});

testCli("a reader that closes the pipe is not an error", async ({ cli }) => {
  await cli.listen({ respond: () => "word ".repeat(50_000) });
  const program = cli.start(["create", "hi", "--base-url", cli.url]);
  await program.says("word");
  program.child.stdout?.destroy();
  expect([await program.ended, program.stderr]).toEqual([0, ""]);
});

testCli("the exit code is right even if stderr is not read", async ({ cli }) => {
  await cli.listen();
  const program = cli.start(["get", "v1_none"]);
  program.child.stderr?.destroy();
  expect(await program.ended).toBe(1);
});

testCli.for([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)(
  "%s detaches, says how to continue, and the rest comes once",
  async ([signal, code], { cli }) => {
    const text = "one two three four";
    const { release } = await cli.listenAndHold("three", { respond: () => text });
    const args = ["create", "hi", "--base-url", cli.url];
    const program = cli.start(args);
    await program.says("two");
    program.child.kill(signal);
    expect(await program.ended).toBe(code);
    // A run in the foreground cannot be cancelled.
    expect(program.stderr).toMatch(/^Detached\. To continue:\n/);
    const [, line = ""] = /\n {2}gemini-interactions (.*)\n/.exec(program.stderr) ?? [];
    expect(line).toMatch(/^resume \S+ --base-url http/);
    release();
    const { code: ended, stdout } = await cli.run(line.split(" "));
    expect(ended).toBe(0);
    expect(program.stdout + stdout).toBe(`${text}\n`);
  },
);

testCli("before anything was printed, the command that continues has the id", async ({ cli }) => {
  const { release } = await cli.listenAndHold("one", { respond: () => "one two" });
  const program = cli.startOnTerminal("create hi -b --stream");
  await program.says("model output");
  program.child.stdin?.write("\u0003");
  await program.says(`gemini-interactions resume v1_run1 --base-url ${cli.url}`);
  release();
  expect((await cli.run(["resume", "v1_run1"])).stdout).toBe("one two\n");
});

testCli.for([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends a wait, and the run continues", async ([signal, code], { cli }) => {
  const service = await cli.listen({ eventIntervalMs: 60_000 });
  await cli.run(["create", "--background", "hi"]);
  const program = cli.start(["wait", "v1_run1", "--base-url", cli.url]);
  await cli.answered(2);
  program.child.kill(signal);
  expect(await program.ended).toBe(code);
  expect(program.stderr).toContain("gemini-interactions wait v1_run1 --base-url");
  expect(service.interactions).toMatchObject([{ status: "in_progress" }]);
});

testCli.for([
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends a resume with the command that continues", async ([signal, code], { cli }) => {
  await cli.listenAndHold("two", { respond: () => "one two" });
  const started = cli.start(["create", "hi", "-b", "--stream"]);
  await started.says("one");
  const program = cli.start(["resume", "v1_run1"]);
  await program.says("one");
  program.child.kill(signal);
  expect(await program.ended).toBe(code);
  expect(program.stderr).toMatch(/To continue:\n {2}gemini-interactions resume \d+\./);
});

testCli("resume of an unknown id says so", async ({ cli }) => {
  await cli.listen();
  const { code, stderr } = await cli.run(["resume", "nonsense"]);
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining('"nonsense" is not a cursor, and no interaction has this id: '),
  ]);
});

testCli("errors name flags and variables, not options of the library", async ({ cli }) => {
  await cli.listen({
    faults: [{ kind: "network-error", on: "create", code: "ECONNRESET", times: 9 }],
  });
  const library = /client\.|apiKey|vertex\.|baseUrl|retry:|timeoutMs|allowHttp/;
  for (const [args, expected] of [
    [["create", "hi"], "Running the command again takes that risk."],
    [["create", "hi", "--vertex"], "Give --project <id>, or set GOOGLE_CLOUD_PROJECT."],
    [["create", "hi", "--base-url", "ftp://x"], "--base-url must use https:"],
  ] as const) {
    const { code, stderr } = await cli.run(
      args,
      args.includes("ftp://x" as never) ? { env: { GEMINI_API_KEY: "k" } } : {},
    );
    expect([code === 0, stderr]).toEqual([false, expect.stringContaining(expected)]);
    expect(stderr).not.toMatch(library);
  }
});

testCli("a wait says once that it is still trying", async ({ cli }) => {
  await cli.listen({ faults: [{ kind: "answer", on: "get", status: 503, times: 2 }] });
  await cli.run(["create", "hi"]);
  const { code, stdout, stderr } = await cli.run(["wait", "v1_run1"]);
  expect([code, stdout, stderr]).toEqual([0, "You said: hi\n", "Still trying: status 503\n"]);
});

testCli("a stream that cannot continue prints the command that does, later", async ({ cli }) => {
  await cli.listen({
    faults: [
      { kind: "cut", afterEvents: 5 },
      { kind: "answer", on: "reattach", status: 403, times: 9 },
    ],
  });
  const { code, stdout, stderr } = await cli.run(["create", "hi"]);
  expect([code, stdout]).toEqual([1, "You said: "]);
  const [, line = ""] = /To continue:\n {2}gemini-interactions (resume \S+)\n$/.exec(stderr) ?? [];
  expect(stderr).not.toContain("client.resume");
  expect(line).toMatch(/^resume /);
});

testCli("serve prints its URL, then a line for each request", async ({ cli }) => {
  const { program, url } = await cli.serve();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await cli.run(["create", "hi", "--base-url", url])).stdout).toBe("You said: hi\n");
  await program.says("POST /v1beta/interactions 200 stream\n");
  program.child.kill("SIGTERM");
  expect(await program.ended).toBe(0);
});

testCli("serve --port takes that port, and says when it is in use", async ({ cli }) => {
  const { url } = await cli.serve();
  const { port } = new URL(url);
  const { code, stderr } = await cli.run(["serve", "--port", port]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("EADDRINUSE")]);
});

testCli("serve --script answers in order, --mode and --fault change how", async ({ cli }) => {
  const faults = ["--fault", "answer:on=create,status=403", "--fault", '{"kind":"cut"}'];
  const { url } = await cli.serve(
    "--script",
    scriptFile,
    "--mode",
    "faithful",
    "--speed=0",
    ...faults,
  );
  const create = ["create", "hi", "--base-url", url];
  expect((await cli.run(create)).code).toBe(1);
  expect(await cli.run(["create", "-b", ...create.slice(1)])).toMatchObject({ code: 0 });
  expect((await cli.run([...create, "--json"])).code).toBe(1);
  const { stdout } = await cli.run([...create, "--json"]);
  expect(stdout).toContain('"text":"One"');
  expect(stdout).not.toContain("event_id");
});

testCli("serve --speed paces the events, and --cors lets pages in", async ({ cli }) => {
  const { url } = await cli.serve("--speed", "0", "--cors");
  const response = await fetch(`${url}/v1beta/interactions`, { method: "OPTIONS" });
  expect([response.status, response.headers.get("access-control-allow-origin")]).toEqual([
    204,
    "*",
  ]);
  await cli.run(["create", "hi", "-b", "--base-url", url]);
});

testCli(
  "serve --strict off accepts what the service refuses, --webhooks any calls any host",
  async ({ cli }) => {
    const strict = await cli.serve();
    const lax = await cli.serve("--strict=off", "--webhooks=any");
    const words = ["create", "hi", "--param", "colour=red", "--base-url"];
    expect((await cli.run([...words, strict.url])).stderr).toContain("Unknown parameter 'colour'");
    expect((await cli.run([...words, lax.url])).code).toBe(0);
  },
);

testCli("serve --state survives a kill in mid-stream: each word comes once", async ({ cli }) => {
  const state = join(folder, "state.jsonl");
  const first = await cli.serve("--state", state, "--speed", "8");
  const { port } = new URL(first.url);
  const text = "one two three four five six seven eight nine ten";
  const program = cli.start(["create", text, "--base-url", first.url]);
  await program.says("three");
  first.program.child.kill("SIGKILL");
  await first.program.ended;
  const again = cli.start(["serve", "--port", port, "--state", state, "--speed", "8"]);
  await again.says(first.url);
  expect([await program.ended, program.stdout]).toEqual([0, `You said: ${text}\n`]);
});

const keyName = "GEMINI_API_KEY";
const key = "AIza-a-key-that-must-not-be-shown";

testCli(
  "check says what it will use, does every step, and deletes what it created",
  async ({ cli }) => {
    const service = await cli.listen({ mode: "faithful" });
    const env = { [keyName]: key };
    const { code, stdout, stderr } = await cli.run(["check", "--yes", "--model", "my-model"], {
      env,
    });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^Credential: GEMINI_API_KEY \(environment\)\nService: +Gemini API, v1beta, http:\/\/127.0.0.1:\d+\nUse: +at most 9 runs of my-model with 256 output tokens each \(2304 in all\), 150 requests\n/,
    );
    expect(stdout.match(/^✓/gm)).toHaveLength(22);
    expect(stdout).not.toMatch(/✗|Not as known/);
    expect(stdout + stderr).not.toContain(key);
    expect(stdout).toContain("Gemini API, v1beta, at another address, model my-model");
    expect(service.interactions).toEqual([]);
  },
);

testCli("check on Vertex AI in version v1, as JSON, with a record", async ({ cli }) => {
  const service = await cli.listen();
  const place = ["--vertex", "--project", "my-project", "--location", "eu", "--base-url", cli.url];
  const where = join(folder, "record");
  const more = ["--api-version", "v1", "--json", "--record", where, "--yes"];
  const { code, stdout, stderr } = await cli.run(["check", ...place, ...more]);
  expect([code, stderr]).toEqual([0, expect.stringContaining("Service:    Vertex AI, v1, ")]);
  expect(JSON.parse(stdout)).toMatchObject({
    deviations: [],
    left: 0,
    requests: expect.any(Number),
  });
  expect(stdout).not.toContain("my-project");
  expect(readdirSync(where)).toContain("check-create-1.json");
  const paths = service.requests.map(({ path }) => path);
  expect(paths.every((path) => path.startsWith("/v1/projects/my-project/locations/eu/"))).toBe(
    true,
  );
  expect(service.interactions).toEqual([]);
});

testCli(
  "check ends with 1 when a step fails, and names what it could not delete",
  async ({ cli }) => {
    await cli.listen({ faults: [{ kind: "answer", on: "delete", status: 501, times: 100 }] });
    const { code, stdout, stderr } = await cli.run(["check", "--yes"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^✗ delete .* ServerError: 501/m);
    expect(stderr).toMatch(/^Could not be deleted: v1_run\d+$/m);
  },
);

testCli("check without a terminal asks for --yes, and sends nothing", async ({ cli }) => {
  const service = await cli.listen();
  const { code, stderr } = await cli.run(["check"]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("pass --yes")]);
  expect(service.requests).toEqual([]);
});

testCli("Ctrl-C ends a check with 130, and leaves nothing stored", async ({ cli }) => {
  const service = await cli.listen({ eventIntervalMs: 20 });
  const program = cli.start(["check", "--yes"]);
  await program.says("✓ create");
  program.child.kill("SIGINT");
  expect(await program.ended).toBe(130);
  expect(program.stderr).toContain("Stopping, and deleting what was created.");
  expect(service.interactions).toEqual([]);
  expect(service.requests.length).toBeGreaterThan(2);
});

// Not beside the others: after them.
test("every option of every command has a test", () => {
  for (const command of ["create", ...idCommands, "serve", "check", "demo"]) {
    const help = helpTexts.get(command) ?? "";
    const options = [...help.matchAll(/^ +(?:-\w, )?(--[\w-]+)/gm)].map(([, name]) => name);
    expect(options).toContain("--help");
    const missing = options.filter((name) => !usedOptions.get(command)?.has(name ?? ""));
    expect([command, missing]).toEqual([command, []]);
  }
});

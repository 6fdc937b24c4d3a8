import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import {
  defineTool,
  inputFromInteraction,
  MaxTurnsError,
  NotFoundError,
  outputText,
  pendingFunctionCalls,
  runTools,
  ServerError,
  StreamInterruptedError,
  UnfinishedRunError,
} from "../../src/index.ts";
import type {
  CreateInteractionParams,
  DefinedTool,
  FunctionCallStep,
  FunctionResultStep,
  Interaction,
  InteractionsClient,
  RunProgress,
  RunToolsOptions,
  Step,
} from "../../src/index.ts";
import { createInteractionsService, interactionEvents, textStep } from "../../src/testing/index.ts";
import type {
  Answer,
  InteractionsService,
  InteractionsServiceOptions,
} from "../../src/testing/index.ts";
import { geminiClient } from "../support/clients.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { settle } from "../support/settle.ts";

const model = "gemini-3.8-flash";
const input = "How is the weather?";

function call(id: string, name: string, args: Record<string, unknown> = {}): FunctionCallStep {
  return { type: "function_call", id, name, arguments: args };
}

/** A service that gives these answers, one per create, and the last one again after them. */
function scripted(
  answers: (Answer | Step[] | string)[],
  options: InteractionsServiceOptions = { mode: "faithful" },
): { service: InteractionsService; client: InteractionsClient } {
  let turn = 0;
  const service = createInteractionsService({
    ...options,
    respond() {
      const answer = answers[Math.min(turn, answers.length - 1)] ?? "Nothing more.";
      turn += 1;
      return Array.isArray(answer) ? { steps: answer } : answer;
    },
  });
  return { service, client: geminiClient({ fetch: service.fetch }) };
}

/** The bodies of the creates, in order. */
function creates({ requests }: InteractionsService): Record<string, unknown>[] {
  return requests.flatMap(({ method, body }) => (method === "POST" && body ? [{ ...body }] : []));
}

function resultsSent(service: InteractionsService, turn = 1): FunctionResultStep[] {
  const sent = creates(service)[turn]?.["input"];
  // What runTools sends is a list of steps.
  return (sent as Step[]).filter((step) => step.type === "function_result");
}

function tool(name: string, execute: (args: never, context: never) => unknown): DefinedTool {
  return defineTool({ name, description: `Does ${name}.`, execute });
}

/** A tool that counts, by call id, how often it ran. */
function counting(name = "count"): { tool: DefinedTool; runs: Record<string, number> } {
  const runs: Record<string, number> = {};
  const counter = defineTool({
    name,
    description: "Counts.",
    execute(_, { callId }) {
      runs[callId] = (runs[callId] ?? 0) + 1;
      return `ran ${callId}`;
    },
  });
  return { tool: counter, runs };
}

async function failureOf(run: PromiseLike<unknown>): Promise<unknown> {
  try {
    await run;
  } catch (error) {
    return error;
  }
  throw new Error("It did not fail.");
}

async function unfinished(run: PromiseLike<unknown>): Promise<UnfinishedRunError> {
  const error = await failureOf(run);
  if (error instanceof UnfinishedRunError) return error;
  throw error;
}

const modes = [
  ["one answer, stored", {}],
  ["streamed, stored", { stream: true }],
  ["one answer, store: false", { store: false }],
  ["streamed, store: false", { stream: true, store: false }],
] as const;

test.each(modes)(
  "three parallel calls run at the same time; one throws, one is aborted (%s)",
  async (_, params) => {
    const { service, client } = scripted([
      [call("a", "slow"), call("b", "broken"), call("c", "stopped")],
      "It rains.",
    ]);
    const started: string[] = [];
    const everyoneStarted = deferred();
    const begin = async (name: string): Promise<void> => {
      started.push(name);
      if (started.length === 3) everyoneStarted.resolve(undefined);
      await everyoneStarted.promise;
    };
    const own = new AbortController();
    const tools = [
      tool("slow", async () => {
        await begin("slow");
        // Last of all.
        for (let n = 0; n < 20; n += 1) await Promise.resolve();
        return { rain: true };
      }),
      tool("broken", async () => {
        await begin("broken");
        throw new Error("no such city");
      }),
      tool("stopped", async () => {
        await begin("stopped");
        own.abort();
        own.signal.throwIfAborted();
      }),
    ];
    const last = await runTools(client, { model, input, ...params }, { tools });
    expect(outputText(last)).toBe("It rains.");
    expect(started).toEqual(["slow", "broken", "stopped"]);
    expect(resultsSent(service)).toEqual([
      { type: "function_result", call_id: "a", name: "slow", result: { rain: true } },
      { ...failed("b", "broken"), result: "no such city" },
      { ...failed("c", "stopped"), result: "This operation was aborted" },
    ]);
  },
);

function failed(id: string, name: string): object {
  return { type: "function_result", call_id: id, name, is_error: true };
}

function deferred(): { promise: Promise<unknown>; resolve: (value: unknown) => void } {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test("a stored turn sends only the results, and every parameter again", async () => {
  const { service, client } = scripted([[call("a", "count")], [call("b", "count")], "Done."]);
  const params: CreateInteractionParams = {
    model,
    input,
    system_instruction: "Be short.",
    generation_config: { seed: 7 },
    response_format: { type: "text" },
    labels: { team: "a" },
    environment: "remote",
    tools: [{ type: "google_search" }],
  };
  await runTools(client, params, { tools: [counting().tool] });
  const [first, second, third] = creates(service);
  const tools = [
    { type: "google_search" },
    { type: "function", name: "count", description: "Counts." },
  ];
  expect(first).toEqual({ ...params, tools });
  expect(second).toEqual({
    ...params,
    tools,
    previous_interaction_id: "v1_run1",
    input: [{ type: "function_result", call_id: "a", name: "count", result: "ran a" }],
  });
  expect(third).toMatchObject({ tools, previous_interaction_id: "v1_run2" });
  expect(third?.["input"]).toEqual([
    { type: "function_result", call_id: "b", name: "count", result: "ran b" },
  ]);
});

/** A streamed call whose arguments broke off, as it is handed over before its turn is answered. */
async function cutCall(
  params: { store?: boolean } = {},
): Promise<ReturnType<typeof scripted> & { progress: RunProgress }> {
  const steps = [call("a", "count", { long: "value" })];
  const events = interactionEvents({ id: "v1_run1", status: "requires_action", steps });
  const last = events.findLastIndex(
    (event) => event.event_type === "step.delta" && event.delta.type === "arguments_delta",
  );
  const script = scripted([{ steps, events: events.toSpliced(last, 1) }, "I see."]);
  const run = runTools(
    script.client,
    { model, input, stream: true, ...params },
    { tools: [tool("count", () => Promise.reject(new Error("not now")))], maxTurns: 1 },
  );
  return { ...script, progress: (await unfinished(run)).progress };
}

const copies: [string, (progress: RunProgress) => unknown][] = [
  ["as it is", (progress) => progress],
  ["through JSON", (progress) => JSON.parse(JSON.stringify(progress))],
  ["through structuredClone", structuredClone],
];

test.each(
  copies.flatMap(([how, copy]) => [true, false].map((store) => [how, store, copy] as const)),
)(
  "a call that could not be read stays one in another process: progress %s, store: %s",
  async (_, store, copy) => {
    const { service, client, progress } = await cutCall({ store });
    const from = copy(progress) as RunProgress;
    const [cut] = pendingFunctionCalls(from.interaction);
    expect(cut).toMatchObject({ id: "a", unparsed_arguments: expect.stringMatching(/^{"long/) });
    expect(cut).not.toHaveProperty("arguments");
    const { tool: counter, runs } = counting();
    await runTools(client, { model, input, store }, { tools: [counter], from });
    expect(runs).toEqual({});
    const sent = creates(service)[1]?.["input"];
    expect(JSON.stringify(sent)).not.toContain("unparsed_arguments");
    const [result] = (sent as Step[]).slice(-1);
    expect(result).toEqual({
      ...failed("a", "count"),
      result: "The arguments are not a JSON object.",
    });
  },
);

test("the steps of an interaction are sent by create without this client's own member", async () => {
  const { service, client, progress } = await cutCall();
  const { interaction } = progress;
  await client.create({ model, store: false, input: [...interaction.steps] });
  expect(creates(service)[1]?.["input"]).toEqual([{ ...call("a", "count"), signature: "" }]);
  expect(interaction.steps[0]).toHaveProperty("unparsed_arguments");
});

test.each([
  ["remote", "env_1"],
  [
    { type: "remote", network: "disabled" },
    { type: "remote", network: "disabled", environment_id: "env_1" },
  ],
] as const)(
  "the sandbox of the first turn is used on: environment %j",
  async (environment, next) => {
    const { service, client } = scripted([
      { steps: [call("a", "count")], environment_id: "env_1" },
      "Done.",
    ]);
    await runTools(client, { agent: "a", input, environment }, { tools: [counting().tool] });
    expect(creates(service).map((body) => body["environment"])).toEqual([environment, next]);
  },
);

test.each([true, false])(
  "store: false resends the history, signatures intact and unsigned thoughts dropped (stream: %s)",
  async (stream) => {
    const thought: Step = { type: "thought", signature: "c2ln", summary: [] };
    const unsigned: Step = { type: "thought", summary: [{ type: "text", text: "Hm." }] };
    const signed = { ...call("a", "count"), signature: "Y2FsbA==" };
    const { service, client } = scripted([
      [thought, unsigned, signed],
      [thought, call("b", "count")],
      "Done.",
    ]);
    await runTools(client, { model, input, store: false, stream }, { tools: [counting().tool] });
    const user = { type: "user_input", content: [{ type: "text", text: input }] };
    const [, second, third] = creates(service);
    const history = [
      user,
      expect.objectContaining({ type: "thought", signature: "c2ln" }),
      signed,
      { type: "function_result", call_id: "a", name: "count", result: "ran a" },
    ];
    expect(second?.["input"]).toEqual(history);
    expect(third?.["input"]).toEqual([
      ...history,
      expect.objectContaining({ type: "thought", signature: "c2ln" }),
      expect.objectContaining(call("b", "count")),
      { type: "function_result", call_id: "b", name: "count", result: "ran b" },
    ]);
    expect(third).not.toHaveProperty("previous_interaction_id");
  },
);

test("an interaction without id is answered with the history, whatever store says", async () => {
  const bodies: CreateInteractionParams[] = [];
  const fake = {
    create: async (params: CreateInteractionParams): Promise<Interaction> => {
      bodies.push(params);
      return bodies.length === 1
        ? sampleInteraction({ id: "", status: "requires_action", steps: [call("a", "count")] })
        : sampleInteraction({ id: "" });
    },
  };
  await runTools(fake, { model, input }, { tools: [counting().tool] });
  expect(bodies[1]?.input).toHaveLength(3);
  expect(bodies[1]).not.toHaveProperty("previous_interaction_id");
});

test.each([
  [
    "an unknown function",
    call("x", "missing"),
    'There is no function "missing". There are: day, broken.',
  ],
  [
    "arguments that do not fit",
    call("x", "day", { day: "one" }),
    /^The arguments do not fit: day: .*number/,
  ],
  ["a missing argument", call("x", "day"), /^The arguments do not fit: day: /],
  ["a tool that throws", call("x", "broken", { how: "error" }), "the disk is full"],
  ["a stack trace in the message", call("x", "broken", { how: "stack" }), "it broke\nbadly"],
  ["a thrown text", call("x", "broken", { how: "text" }), "no luck"],
  ["a thrown object", call("x", "broken", { how: "object" }), "No reason given."],
  ["nothing thrown", call("x", "broken", { how: "undefined" }), "No reason given."],
  ["an error of another realm", call("x", "broken", { how: "foreign" }), "from elsewhere"],
  ["a frozen error", call("x", "broken", { how: "frozen" }), "cold"],
  ["an error that cannot be read", call("x", "broken", { how: "unreadable" }), "No reason given."],
  ["a message that is no text", call("x", "broken", { how: "number" }), "No reason given."],
  ["a result that is no JSON", call("x", "broken", { how: "bigint" }), /BigInt/],
])("%s is a result that the model can read", async (_, calls, message) => {
  const { service, client } = scripted([[calls], "I see."]);
  const thrown: Record<string, unknown> = {
    error: Object.assign(new Error("the disk is full", { cause: new Error("cause") }), {
      key: "k",
    }),
    stack: new Error("it broke\n    at x (file:///secret.js:1:2)\nbadly"),
    text: "no luck",
    object: { headers: { authorization: "Bearer secret" } },
    foreign: runInNewContext("new Error('from elsewhere')"),
    frozen: Object.freeze(new Error("cold")),
    unreadable: Object.defineProperty(new Error("x"), "message", {
      get: () => {
        throw new Error("unreadable");
      },
    }),
    number: { message: 5 },
  };
  const tools = [
    defineTool({
      name: "day",
      description: "A day.",
      parameters: z.object({ day: z.number() }),
      execute: ({ day }) => day,
    }),
    defineTool({
      name: "broken",
      description: "Breaks.",
      execute: ({ how }) => {
        if (how === "bigint") return 1n;
        throw thrown[String(how)];
      },
    }),
  ];
  await runTools(client, { model, input }, { tools });
  const [result] = resultsSent(service);
  expect(result).toMatchObject({ call_id: "x", name: calls.name, is_error: true });
  if (typeof message === "string") expect(result?.result).toBe(message);
  else expect(result?.result).toMatch(message);
  expect(JSON.stringify(creates(service))).not.toMatch(/secret|cause|file:/);
});

// Quadratic, the second takes longer than a test may.
test.each(["x", "\n"])(
  "a message of any length is cut before the model reads it: %j",
  async (part) => {
    const { service, client } = scripted([[call("x", "long")], "I see."]);
    const long = tool("long", () => {
      throw new Error(`${"x".repeat(2_000)}${part.repeat(300_000)}x`);
    });
    await runTools(client, { model, input }, { tools: [long] });
    expect(resultsSent(service)[0]?.result).toHaveLength(1_000);
  },
);

test("streamed arguments that are not a JSON object are reported to the model, and the tool does not run", async () => {
  const steps = [call("a", "count", { long: "value" })];
  const events = interactionEvents({ id: "v1_run1", status: "requires_action", steps });
  const broken = events.map((event) =>
    event.event_type === "step.delta" && event.delta.type === "arguments_delta"
      ? { ...event, delta: { ...event.delta, arguments: '{"long' } }
      : event,
  );
  const { service, client } = scripted([{ steps, events: broken }, "I see."]);
  const { tool: counter, runs } = counting();
  await runTools(client, { model, input, stream: true }, { tools: [counter] });
  expect(runs).toEqual({});
  expect(resultsSent(service)).toEqual([
    { ...failed("a", "count"), result: "The arguments are not a JSON object." },
  ]);
});

test.each([
  ["a text", "sunny", "sunny"],
  ["an object", { sun: true }, { sun: true }],
  ["blocks of content", [{ type: "text", text: "a" }], [{ type: "text", text: "a" }]],
  ["a list of other things", [1, 2], { result: [1, 2] }],
  ["an empty list", [], { result: [] }],
  ["a number", 7, { result: 7 }],
  ["false", false, { result: false }],
  ["null", null, { result: null }],
  ["nothing", undefined, { result: null }],
  ["a date", new Date(0), "1970-01-01T00:00:00.000Z"],
])("a tool may return %s", async (_, value, result) => {
  const { service, client } = scripted([[call("a", "give")], "Done."]);
  await runTools(client, { model, input }, { tools: [tool("give", () => value)] });
  expect(resultsSent(service)).toEqual([
    { type: "function_result", call_id: "a", name: "give", result },
  ]);
});

test("a tool knows its call, its interaction and the run's signal", async () => {
  const { client } = scripted([[call("a", "look")], "Done."]);
  const execute = vi.fn();
  await runTools(client, { model, input }, { tools: [tool("look", execute)] });
  expect(execute).toHaveBeenCalledExactlyOnceWith(
    {},
    {
      callId: "a",
      interaction: expect.objectContaining({ id: "v1_run1" }),
      signal: expect.any(AbortSignal),
    },
  );
});

test('onToolError "throw" lets the other calls finish; going on runs only the failed one', async () => {
  const { service, client } = scripted([[call("a", "flaky"), call("b", "count")], "Done."]);
  const failure = new Error("out of paper");
  let isBroken = true;
  const flaky = tool("flaky", () => {
    if (isBroken) throw failure;
    return "fine";
  });
  const { tool: counter, runs } = counting();
  const options: RunToolsOptions = { tools: [flaky, counter], onToolError: "throw" };
  const error = await unfinished(runTools(client, { model, input }, options));
  expect(error.cause).toBe(failure);
  expect(error.message).toMatch(/^Tool "flaky" failed: out of paper\. Call it again/);
  expect(error.progress.results).toMatchObject([{ call_id: "b" }]);
  isBroken = false;
  const from = JSON.parse(JSON.stringify(error.progress));
  await runTools(client, { model, input }, { ...options, from });
  expect(runs).toEqual({ b: 1 });
  expect(resultsSent(service)).toMatchObject([{ call_id: "a" }, { call_id: "b" }]);
});

test.each([
  ["an unknown function", call("x", "missing")],
  ["arguments that do not fit", call("x", "day", { day: "one" })],
])('onToolError "throw" also throws for %s', async (_, step) => {
  const { client } = scripted([[step], "Done."]);
  const day = defineTool({
    name: "day",
    description: "A day.",
    parameters: z.object({ day: z.number() }),
    execute: ({ day: number }) => number,
  });
  const error = await unfinished(
    runTools(client, { model, input }, { tools: [day], onToolError: "throw" }),
  );
  expect(error.cause).toBeInstanceOf(TypeError);
});

test.each(modes)("calls that the service has run itself are left alone (%s)", async (_, params) => {
  const own = call("own", "count");
  const { service, client } = scripted([
    {
      status: "requires_action",
      steps: [
        own,
        { type: "function_result", call_id: "own", name: "count", result: "by the service" },
        call("ours", "count"),
      ],
    },
    "Done.",
  ]);
  const { tool: counter, runs } = counting();
  await runTools(client, { model, input, ...params }, { tools: [counter] });
  expect(runs).toEqual({ ours: 1 });
  expect(creates(service)).toHaveLength(2);
});

test("a call that comes twice runs once, in one turn and in the next", async () => {
  const { service, client } = scripted([
    [call("a", "count", { n: 1 }), call("a", "count", { n: 1 }), call("b", "count")],
    [call("a", "count", { n: 1 })],
    "Done.",
  ]);
  const { tool: counter, runs } = counting();
  await runTools(client, { model, input }, { tools: [counter] });
  expect(runs).toEqual({ a: 1, b: 1 });
  expect(resultsSent(service).map(({ call_id: id }) => id)).toEqual(["a", "b"]);
  expect(resultsSent(service, 2)).toMatchObject([{ call_id: "a", result: "ran a" }]);
});

test("other arguments under an id of an earlier turn are another call", async () => {
  const { client } = scripted([
    [call("call_1", "count", { n: 1 })],
    [call("call_1", "count", { n: 2 })],
    "Done.",
  ]);
  const { tool: counter, runs } = counting();
  await runTools(client, { model, input }, { tools: [counter] });
  expect(runs).toEqual({ call_1: 2 });
});

test.each(["completed", "failed", "incomplete", "cancelled", "in_progress", "of_next_year"])(
  "status %s ends the run and is handed over",
  async (status) => {
    const { service, client } = scripted([{ status, steps: [call("a", "count")] }]);
    const { tool: counter, runs } = counting();
    const last = await runTools(client, { model, input }, { tools: [counter] });
    expect(last.status).toBe(status);
    expect(runs).toEqual({});
    expect(creates(service)).toHaveLength(1);
  },
);

test("maxTurns: the last calls do not run, and the run can go on from there", async () => {
  const { client } = scripted([
    [call("a", "count")],
    [call("b", "count")],
    [call("c", "count")],
    "Done.",
  ]);
  const { tool: counter, runs } = counting();
  const options = { tools: [counter], maxTurns: 2 };
  const error = await failureOf(runTools(client, { model, input }, options));
  if (!(error instanceof MaxTurnsError)) throw error;
  expect(error.interaction).toMatchObject({ id: "v1_run2", status: "requires_action" });
  expect(error.message).toMatch(/after 2 turns/);
  expect(runs).toEqual({ a: 1 });
  const last = await runTools(client, { model, input }, { ...options, from: error.progress });
  expect(outputText(last)).toBe("Done.");
  expect(runs).toEqual({ a: 1, b: 1, c: 1 });
});

test.each([
  ["maxTurns 0", { tools: [], maxTurns: 0 }],
  ["maxTurns NaN", { tools: [], maxTurns: Number.NaN }],
  ["two tools of one name", { tools: [counting().tool, counting().tool] }],
  ["no options", undefined],
  ["no tools", {}],
  ["a tool that stands alone", { tools: counting().tool }],
  ["a misspelt option", { tools: [], maxTurn: 3 }],
])("%s is a TypeError before anything is sent", async (_, options) => {
  const { service, client } = scripted(["Done."]);
  // As a caller without types may pass.
  const run = runTools(client, { model, input }, options as RunToolsOptions);
  const error = await failureOf(run);
  expect(error).toBeInstanceOf(TypeError);
  expect(String(error)).toMatch(/must be|did you mean maxTurns\?|Two tools/);
  expect(service.requests).toEqual([]);
});

test("a tool that the parameters declare too is a TypeError before anything is sent", async () => {
  const { service, client } = scripted(["Done."]);
  const { tool: counter } = counting();
  const run = runTools(
    client,
    { model, input, tools: [counter.declaration] },
    { tools: [counter] },
  );
  expect(String(await failureOf(run))).toMatch(/Two tools have the name "count"/);
  expect(service.requests).toEqual([]);
});

test.each(modes)("what one turn brought is in the error of a later one (%s)", async (_, params) => {
  const { service, client } = scripted([[call("a", "count")], [call("b", "count")], "Done."]);
  const { tool: counter, runs } = counting();
  const request = { model, input, ...params };
  let turns = 0;
  const flaky = {
    create: (...args: [CreateInteractionParams]) => {
      turns += 1;
      if (turns === 3) service.faults.push({ kind: "answer", on: "create", status: 500 });
      return client.create(...args);
    },
  };
  const error = await unfinished(runTools(flaky, request, { tools: [counter] }));
  expect(error.cause).toBeInstanceOf(ServerError);
  expect(error.message).toMatch(/500/);
  expect(error.interaction.steps).toMatchObject([{ type: "function_call", id: "b" }]);
  expect(error.progress.results).toMatchObject([{ call_id: "b", result: "ran b" }]);
  // In another process.
  const from = JSON.parse(JSON.stringify(error.progress));
  const last = await runTools(client, request, { tools: [counter], from });
  expect(outputText(last)).toBe("Done.");
  expect(runs).toEqual({ a: 1, b: 1 });
  // The refused request, and the same again.
  const [refused, repeated] = creates(service).slice(2);
  expect(repeated).toEqual(refused);
});

test("a failure of the first turn is thrown as it is", async () => {
  const { service, client } = scripted(["Done."]);
  service.faults.push({ kind: "answer", on: "create", status: 404 });
  expect(await failureOf(runTools(client, { model, input }, { tools: [] }))).toBeInstanceOf(
    NotFoundError,
  );
});

test("goes on from any interaction that waits for results", async () => {
  const { service, client } = scripted([[call("a", "count")], "Done."]);
  const interaction = await client.create({ model, input });
  const last = await runTools(
    client,
    { model },
    { tools: [counting().tool], from: { interaction } },
  );
  expect(outputText(last)).toBe("Done.");
  expect(creates(service)[1]).toMatchObject({ previous_interaction_id: interaction.id });
});

test("nothing is left to do for an interaction that waits for nothing", async () => {
  const { service, client } = scripted(["Done."]);
  const interaction = sampleInteraction();
  expect(await runTools(client, { model }, { tools: [], from: { interaction } })).toBe(interaction);
  expect(service.requests).toEqual([]);
});

test.each([true, false])(
  "aborting the run aborts its tools and rejects with the reason; what is done is kept (stream: %s)",
  async (stream) => {
    const { client } = scripted([[call("a", "count"), call("b", "hang")], "Done."]);
    const { tool: counter, runs } = counting();
    const controller = new AbortController();
    const reason = new Error("enough");
    let signal: AbortSignal | undefined;
    const hang = defineTool({
      name: "hang",
      description: "Hangs.",
      execute(_, context) {
        ({ signal } = context);
        queueMicrotask(() => queueMicrotask(() => controller.abort(reason)));
        return new Promise(() => undefined);
      },
    });
    const run = runTools(
      client,
      { model, input, stream },
      { tools: [counter, hang], signal: controller.signal },
    );
    expect(await failureOf(run)).toBe(reason);
    expect(signal?.reason).toBe(reason);
    expect(run.progress?.results).toMatchObject([{ call_id: "a" }]);
    const last = await runTools(
      client,
      { model, input },
      { tools: [counter, tool("hang", () => "over")], from: run.progress },
    );
    expect(outputText(last)).toBe("Done.");
    expect(runs).toEqual({ a: 1 });
  },
);

test("a tool that ends after the abort has its result kept", async () => {
  const { client } = scripted([[call("a", "late")], "Done."]);
  const controller = new AbortController();
  const gate = deferred();
  const late = tool("late", () => {
    controller.abort("enough");
    return gate.promise;
  });
  const run = runTools(client, { model, input }, { tools: [late], signal: controller.signal });
  expect(await failureOf(run)).toBe("enough");
  expect(run.progress?.results).toEqual([]);
  gate.resolve("done after all");
  await new Promise((resolve) => setImmediate(resolve));
  expect(run.progress?.results).toMatchObject([{ result: "done after all" }]);
});

test("a tool that stops because of the abort has no result, and runs again", async () => {
  const { client } = scripted([[call("a", "patient")], "Done."]);
  const controller = new AbortController();
  let count = 0;
  const patient = defineTool({
    name: "patient",
    description: "Waits.",
    execute(_, { signal }) {
      count += 1;
      if (count === 2) return "done";
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        controller.abort("enough");
      });
    },
  });
  const options = { tools: [patient] };
  const run = runTools(client, { model, input }, { ...options, signal: controller.signal });
  expect(await failureOf(run)).toBe("enough");
  await new Promise((resolve) => setImmediate(resolve));
  expect(run.progress?.results).toEqual([]);
  const last = await runTools(client, { model, input }, { ...options, from: run.progress });
  expect(outputText(last)).toBe("Done.");
});

test("leaving a streamed background turn lets it go on at the service, also with cancelOnAbort", async () => {
  const { service, client } = scripted([[call("a", "count")], "A long answer."]);
  const params = { model, input, background: true, stream: true } as const;
  const run = runTools(client, params, { tools: [counting().tool], cancelOnAbort: true });
  for await (const event of run) if (event.event_type === "step.start") break;
  await new Promise((resolve) => setImmediate(resolve));
  expect(service.requests.map(({ path }) => path)).toEqual(["/v1beta/interactions"]);
});

test("a run whose signal is aborted already sends nothing", async () => {
  const { service, client } = scripted(["Done."]);
  const run = runTools(client, { model, input }, { tools: [], signal: AbortSignal.abort("no") });
  expect(await failureOf(run)).toBe("no");
  expect(service.requests).toEqual([]);
});

test("a run leaves no listener on a signal that lives on", async () => {
  const { client } = scripted([[call("a", "count")], "Done."]);
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, "addEventListener");
  const remove = vi.spyOn(signal, "removeEventListener");
  await runTools(client, { model, input }, { tools: [counting().tool], signal });
  expect(add.mock.calls.length).toBeGreaterThan(0);
  expect(remove.mock.calls.length).toBe(add.mock.calls.length);
});

test("iterating gives each interaction before its tools run, and leaving runs none", async () => {
  const { service, client } = scripted([[call("a", "count")], "Done."]);
  const { tool: counter, runs } = counting();
  const run = runTools(client, { model, input }, { tools: [counter] });
  for await (const interaction of run) {
    expect(interaction.status).toBe("requires_action");
    break;
  }
  expect(runs).toEqual({});
  expect(creates(service)).toHaveLength(1);
  expect(await failureOf(run)).toBeInstanceOf(TypeError);
  // Approved after all.
  const ids: string[] = [];
  const next = runTools(client, { model, input }, { tools: [counter], from: run.progress });
  for await (const { id } of next) ids.push(id);
  expect(ids).toEqual(["v1_run2"]);
  expect(runs).toEqual({ a: 1 });
});

test("leaving while tools run aborts their signal", async () => {
  const { client } = scripted([[call("a", "hang")], "Done."]);
  const started = deferred();
  let signal: AbortSignal | undefined;
  const hang = defineTool({
    name: "hang",
    description: "Hangs.",
    execute(_, context) {
      ({ signal } = context);
      started.resolve(undefined);
      return new Promise(() => undefined);
    },
  });
  const items = runTools(client, { model, input }, { tools: [hang] })[Symbol.asyncIterator]();
  await items.next();
  const pending = items.next();
  await started.promise;
  expect(signal?.aborted).toBe(false);
  await items.return?.();
  expect(signal?.aborted).toBe(true);
  expect(await pending).toEqual({ done: true, value: undefined });
});

test("leaving a streamed turn closes its connection", async () => {
  const { service, client } = scripted([[call("a", "count")], "A long answer."]);
  const run = runTools(client, { model, input, stream: true }, { tools: [counting().tool] });
  for await (const event of run) {
    if (event.event_type === "step.delta" && event.delta.type === "text") break;
  }
  expect(service.openStreams).toBe(0);
  expect(service.requests.at(-1)?.state).toBe("aborted");
});

test("a loop over a streamed run gives the events of all turns, and then the last interaction", async () => {
  const { client } = scripted([[call("a", "count")], "It rains."]);
  const run = runTools(client, { model, input, stream: true }, { tools: [counting().tool] });
  const types: string[] = [];
  for await (const event of run) types.push(event.event_type);
  expect(types.filter((type) => type === "interaction.created")).toHaveLength(2);
  expect(types.filter((type) => type === "interaction.completed")).toHaveLength(2);
  expect(outputText(await run)).toBe("It rains.");
});

test("a run sends nothing until it is awaited, and is awaited as often as one likes", async () => {
  const { service, client } = scripted(["Done."]);
  const run = runTools(client, { model, input }, { tools: [] });
  await new Promise((resolve) => setImmediate(resolve));
  expect(service.requests).toEqual([]);
  const [first, second] = await Promise.all([run, run.then((interaction) => interaction)]);
  expect(first).toBe(second);
  expect(await run.finally(() => undefined)).toBe(first);
  expect(service.requests).toHaveLength(1);
});

test("one run has one reader", async () => {
  const { client } = scripted(["Done."]);
  const run = runTools(client, { model, input }, { tools: [] });
  await run;
  expect(() => run[Symbol.asyncIterator]()).toThrow(TypeError);
});

test("a loop that fails leaves no unhandled rejection, and awaiting tells the same error", async () => {
  const { service, client } = scripted(["Done."]);
  service.faults.push({ kind: "answer", on: "create", status: 404 });
  const unhandled = vi.fn();
  process.once("unhandledRejection", unhandled);
  const run = runTools(client, { model, input }, { tools: [] });
  const items = run[Symbol.asyncIterator]();
  const error = await failureOf(items.next());
  await new Promise((resolve) => setImmediate(resolve));
  process.removeListener("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(await run.catch((thrown: unknown) => thrown)).toBe(error);
});

// Faithful: a foreground stream cannot be resumed.
test.each([1, 2, 3, 4, 5])(
  "a foreground turn cut after %i events fails with its progress; each tool runs once in all",
  async (afterEvents) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
    const { service, client } = scripted([
      [call("a", "count"), call("b", "count")],
      "It rains cats and dogs.",
    ]);
    const { tool: counter, runs } = counting();
    const params = { model, input, stream: true } as const;
    let turns = 0;
    const cutting = {
      create: (request: CreateInteractionParams) => {
        turns += 1;
        if (turns === 2) service.faults.push({ kind: "cut", afterEvents });
        return client.create(request);
      },
    };
    const error = await settle(unfinished(runTools(cutting, params, { tools: [counter] })));
    expect(error.cause).toBeInstanceOf(StreamInterruptedError);
    const last = await runTools(client, params, { tools: [counter], from: error.progress });
    expect(outputText(last)).toBe("It rains cats and dogs.");
    expect(runs).toEqual({ a: 1, b: 1 });
  },
);

test.each([
  ["guide", { mode: "guide" }, {}],
  ["faithful, in the background", { mode: "faithful" }, { background: true }],
] as const)(
  "a turn that is cut anywhere resumes, and each tool runs once (%s)",
  async (_, options, params) => {
    const steps = [call("a", "count", { n: 1 }), call("b", "count", { n: 2 })];
    const length = interactionEvents({ status: "requires_action", steps }).length;
    for (let afterEvents = 1; afterEvents < length; afterEvents += 1) {
      for (const from of [undefined, "step", "run"] as const) {
        const { service, client } = scripted([steps, "It rains."], options);
        service.faults.push({ kind: "cut", afterEvents }, { kind: "replay", from });
        const { tool: counter, runs } = counting();
        const last = await runTools(
          client,
          { model, input, stream: true, ...params },
          { tools: [counter] },
        );
        expect(outputText(last)).toBe("It rains.");
        expect(runs).toEqual({ a: 1, b: 1 });
        expect(resultsSent(service)).toHaveLength(2);
      }
    }
  },
);

test("a background run without stream is handed over, and goes on after the wait", async () => {
  const { client } = scripted([[call("a", "count")], "Done."]);
  const { tool: counter, runs } = counting();
  const params = { model, input, background: true };
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const started = await runTools(client, params, { tools: [counter] });
  expect(started.status).toBe("in_progress");
  const interaction = await settle(client.waitForCompletion(started.id));
  const next = await runTools(client, params, { tools: [counter], from: { interaction } });
  expect(next.status).toBe("in_progress");
  expect(runs).toEqual({ a: 1 });
});

test("the history of a stateless run is what inputFromInteraction gives, turn by turn", async () => {
  const { service, client } = scripted([[call("a", "count")], [textStep("Done.")]]);
  const params = { model, input: [{ type: "text", text: "Hi" }], store: false } as const;
  const first: Interaction[] = [];
  const run = runTools(
    client,
    { ...params, input: [...params.input] },
    { tools: [counting().tool] },
  );
  for await (const interaction of run) first.push(interaction);
  const [turn] = first;
  expect(creates(service)[1]?.["input"]).toEqual([
    { type: "user_input", content: params.input },
    ...inputFromInteraction(turn ?? sampleInteraction()),
    { type: "function_result", call_id: "a", name: "count", result: "ran a" },
  ]);
});

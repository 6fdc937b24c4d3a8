import { expect, test, vi } from "vitest";
import { z } from "zod";
import { defineTool, outputText, pendingFunctionCalls, runTools } from "../../src/index.ts";
import type { RunProgress, RunToolsOptions, Step } from "../../src/index.ts";
import { interactionEvents } from "../../src/testing/index.ts";
import { sampleInteraction } from "../support/interaction.ts";
import {
  model,
  input,
  call,
  scripted,
  creates,
  resultsSent,
  tool,
  counting,
  unfinished,
  modes,
  failed,
} from "../support/tools.ts";

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

function deferred(): { promise: Promise<unknown>; resolve: (value: unknown) => void } {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

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

test("a call of a later turn runs, though its id and arguments are those of an earlier one", async () => {
  const poll = call("call_0", "job_state", { job: 7 });
  const { service, client } = scripted([[poll], [poll], "Done."]);
  const states = ["pending", "done"];
  const jobState = tool("job_state", () => states.shift());
  await runTools(client, { model, input }, { tools: [jobState] });
  expect([1, 2].map((turn) => resultsSent(service, turn)[0]?.result)).toEqual(["pending", "done"]);
});

test("two calls of one turn under one id both run, and each gets its result", async () => {
  const { service, client } = scripted([
    [call("a", "add", { n: 1 }), call("b", "add", { n: 5 }), call("a", "add", { n: 2 })],
    "Done.",
  ]);
  const add = tool("add", ({ n }: { n: number }) => n + 1);
  await runTools(client, { model, input }, { tools: [add] });
  expect(resultsSent(service)).toMatchObject([
    { call_id: "a", result: { result: 2 } },
    { call_id: "b", result: { result: 6 } },
    { call_id: "a", result: { result: 3 } },
  ]);
});

test("calls without an id run each for itself, in one turn and in the next", async () => {
  // As the service may send it, whatever the type says.
  const nameless = { type: "function_call", name: "count", arguments: {} } as Step;
  const turns = [[nameless, nameless], [nameless]].map((steps, turn) =>
    sampleInteraction({ id: `v1_${turn}`, status: "requires_action", steps }),
  );
  const counter = vi.fn(() => "counted");
  const create = vi.fn(async () => turns.shift() ?? sampleInteraction());
  await runTools({ create }, { model, input }, { tools: [tool("count", counter)] });
  expect(counter).toHaveBeenCalledTimes(3);
});

test("a result of an earlier turn under the same id leaves a call waiting", () => {
  const result: Step = { type: "function_result", call_id: "call_0", result: "pending" };
  // As GET lists it: the input of the turn comes first.
  const steps: Step[] = [result, call("call_0", "count"), call("call_0", "count"), result];
  const interaction = sampleInteraction({ status: "requires_action", steps });
  expect(pendingFunctionCalls(interaction)).toEqual([call("call_0", "count")]);
});

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
  "a call that could not be parsed stays unparsed in another process: progress %s, store: %s",
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

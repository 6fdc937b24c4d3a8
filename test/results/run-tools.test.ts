import { expect, test, vi } from "vitest";
import { inputFromInteraction, MaxTurnsError, outputText, runTools } from "../../src/index.ts";
import type {
  CreateInteractionParams,
  Interaction,
  RunToolsOptions,
  Step,
} from "../../src/index.ts";
import { interactionEvents, textStep } from "../../src/testing/index.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { settle } from "../support/settle.ts";
import {
  model,
  input,
  call,
  scripted,
  creates,
  resultsSent,
  counting,
  failureOf,
  unfinished,
} from "../support/tools.ts";

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

test("maxTurns: the last calls do not run, and the run can continue from there", async () => {
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

test("leaving a streamed background turn does not stop it at the service, even with cancelOnAbort", async () => {
  const { service, client } = scripted([[call("a", "count")], "A long answer."]);
  const params = { model, input, background: true, stream: true } as const;
  const run = runTools(client, params, { tools: [counting().tool], cancelOnAbort: true });
  for await (const event of run) if (event.event_type === "step.start") break;
  await new Promise((resolve) => setImmediate(resolve));
  expect(service.requests.map(({ path }) => path)).toEqual(["/v1beta/interactions"]);
});

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

test("a background run without stream is returned, and can continue after the wait", async () => {
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

test("endless calls end after maxTurns, and requires_action without calls ends at once", async () => {
  const steps = [call("call_0", "count")];
  const create = vi.fn(async () => sampleInteraction({ status: "requires_action", steps }));
  const error = await unfinished(
    runTools({ create }, { model, input }, { tools: [counting().tool] }),
  );
  expect(error).toBeInstanceOf(MaxTurnsError);
  expect(create).toHaveBeenCalledTimes(10);
  create.mockClear();
  steps.length = 0;
  const last = await runTools({ create }, { model, input }, { tools: [] });
  expect(last.status).toBe("requires_action");
  expect(create).toHaveBeenCalledTimes(1);
});

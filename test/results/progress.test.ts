import fc from "fast-check";
import { expect, test, vi } from "vitest";
import {
  MaxTurnsError,
  NotFoundError,
  outputText,
  runTools,
  ServerError,
  StreamInterruptedError,
} from "../../src/index.ts";
import type {
  CreateInteractionParams,
  FunctionResultStep,
  Interaction,
  RunProgress,
  Step,
} from "../../src/index.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { settle } from "../support/settle.ts";
import {
  model,
  input,
  call,
  scripted,
  creates,
  tool,
  counting,
  failureOf,
  unfinished,
  modes,
} from "../support/tools.ts";

test.each([
  ["remote", "env_1"],
  [
    { type: "remote", network: "disabled" },
    { type: "remote", network: "disabled", environment_id: "env_1" },
  ],
] as const)(
  "later turns use the sandbox of the first: environment %j",
  async (environment, next) => {
    const { service, client } = scripted([
      { steps: [call("a", "count")], environment_id: "env_1" },
      "Done.",
    ]);
    await runTools(client, { agent: "a", input, environment }, { tools: [counting().tool] });
    expect(creates(service).map((body) => body["environment"])).toEqual([environment, next]);
  },
);

test.each(modes)(
  "the error of a later turn contains the progress of earlier ones (%s)",
  async (_, params) => {
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
  },
);

test("a failure of the first turn is thrown as it is", async () => {
  const { service, client } = scripted(["Done."]);
  service.faults.push({ kind: "answer", on: "create", status: 404 });
  expect(await failureOf(runTools(client, { model, input }, { tools: [] }))).toBeInstanceOf(
    NotFoundError,
  );
});

test("continues from any interaction that waits for results", async () => {
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

test("an interaction that does not wait for results is returned at once", async () => {
  const { service, client } = scripted(["Done."]);
  const interaction = sampleInteraction();
  expect(await runTools(client, { model }, { tools: [], from: { interaction } })).toBe(interaction);
  expect(service.requests).toEqual([]);
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

test("of two calls under one id, only the one whose result is missing runs again", async () => {
  const { client } = scripted([
    [call("a", "book", { n: 1 }), call("a", "book", { n: 2 })],
    "Done.",
  ]);
  const ran: number[] = [];
  let fails = true;
  const book = tool("book", ({ n }: { n: number }) => {
    ran.push(n);
    if (n === 1 && fails) throw new Error("fully booked");
    return n;
  });
  const options = { tools: [book], onToolError: "throw" } as const;
  const error = await unfinished(runTools(client, { model, input }, options));
  fails = false;
  const from = JSON.parse(JSON.stringify(error.progress));
  await runTools(client, { model, input }, { ...options, from });
  expect(ran).toEqual([1, 2, 1]);
});

test("results given by hand belong to the calls of their ids, in order", async () => {
  const steps = [call("a", "count"), call("b", "count"), call("a", "count")];
  const interaction = sampleInteraction({ id: "v1_x", status: "requires_action", steps });
  const results = ["b", "a", "c"].map((id): FunctionResultStep => ({
    type: "function_result",
    call_id: id,
    result: `by hand ${id}`,
  }));
  const { tool: counter, runs } = counting();
  const create = vi.fn<(body: CreateInteractionParams) => Promise<Interaction>>(async () =>
    sampleInteraction(),
  );
  await runTools(
    { create },
    { model, input },
    { tools: [counter], from: { interaction, results } },
  );
  expect(runs).toEqual({ a: 1 });
  const [sent] = create.mock.calls[0] ?? [];
  expect(sent?.input).toMatchObject([
    { result: "by hand a" },
    { result: "by hand b" },
    { result: "ran a" },
  ]);
});

/** A turn of a scripted model: calls, some of them under the same id, or unreadable. */
const turn = fc.array(
  fc.record({
    id: fc.constantFrom("call_0", "call_1", ""),
    name: fc.constantFrom("good", "bad", "none"),
    arguments: fc.option(fc.record({ n: fc.integer() }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 4 },
);

test("progress that goes through JSON at each step ends as one that does not", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(turn, { maxLength: 4 }),
      fc.boolean(),
      fc.constantFrom<(progress: RunProgress) => unknown>(
        (progress) => JSON.parse(JSON.stringify(progress)),
        structuredClone,
      ),
      async (turns, store, copy) => {
        const whole = await follow(turns, store, undefined);
        expect(await follow(turns, store, copy)).toEqual(whole);
      },
    ),
    { numRuns: 60 },
  );
});

/** The bodies that a run sends and the calls that it runs; with a copy, each turn in a new process. */
async function follow(
  turns: { id: string; name: string; arguments?: object | undefined }[][],
  store: boolean,
  copy: ((progress: RunProgress) => unknown) | undefined,
): Promise<unknown> {
  const bodies: string[] = [];
  const ran: unknown[] = [];
  const create = async (body: CreateInteractionParams): Promise<Interaction> => {
    bodies.push(JSON.stringify(body));
    const calls = turns[bodies.length - 1];
    if (calls === undefined) return sampleInteraction();
    const steps = calls.map(({ arguments: args, ...rest }) => {
      const said = args === undefined ? { unparsed_arguments: "{" } : { arguments: args };
      return { type: "function_call", ...rest, ...said } as Step;
    });
    const id = store ? `v1_${bodies.length}` : "";
    return sampleInteraction({ id, status: "requires_action", steps });
  };
  const tools = [
    tool("good", (args) => ran.push(args)),
    tool("bad", () => {
      throw new Error("broken");
    }),
  ];
  const params = { model, input, store };
  let from: RunProgress | undefined;
  for (;;) {
    const maxTurns = copy === undefined ? 10 : 1;
    const run = runTools({ create }, params, { tools, maxTurns, from });
    const error: unknown = await run.then(() => undefined).catch((thrown: unknown) => thrown);
    if (error === undefined) return { bodies, ran };
    if (!(error instanceof MaxTurnsError)) throw error;
    // A copy of what the error carries, as a database would give it back.
    from = copy?.(error.progress) as RunProgress;
  }
}

import { expect, test, vi } from "vitest";
import {
  createWithContinuation,
  outputText,
  ServerError,
  UnfinishedRunError,
} from "../../src/index.ts";
import type { ContinuationOptions, Interaction, InteractionsClient } from "../../src/index.ts";
import { createInteractionsService, textStep } from "../../src/testing/index.ts";
import type { Answer, InteractionsService } from "../../src/testing/index.ts";
import { geminiClient } from "../support/clients.ts";
import { sampleInteraction } from "../support/interaction.ts";

const params = { model: "gemini-3.8-flash", input: "Write a book", generation_config: { seed: 1 } };

function hop(text: string, token?: string): Answer {
  return {
    steps: [textStep(text)],
    ...(token === undefined ? {} : { status: "requires_continuation", continuation_token: token }),
    usage: {
      total_tokens: 10,
      initial_input_tokens: 3,
      output_tokens_by_modality: [{ modality: "text", tokens: 2 }],
      grounding_tool_count: [{ type: "google_search", count: 1 }],
    },
  };
}

function scripted(...answers: Answer[]): {
  service: InteractionsService;
  client: InteractionsClient;
  bodies: () => unknown[];
} {
  let turn = 0;
  const service = createInteractionsService({
    mode: "faithful",
    respond: () => answers[Math.min(turn++, answers.length - 1)] ?? "",
  });
  return {
    service,
    client: geminiClient({ fetch: service.fetch }),
    bodies: () => service.requests.flatMap(({ method, body }) => (method === "POST" ? [body] : [])),
  };
}

test.each([false, true])("hops are merged into one interaction (stream: %s)", async (stream) => {
  const { client, bodies } = scripted(hop("One, ", "dDE="), hop("two, ", "dDI="), hop("three."));
  const request = { ...params, stream, previous_interaction_id: undefined };
  const merged = await createWithContinuation(client, { ...params, stream });
  expect(outputText(merged)).toBe("One, two, three.");
  expect(merged).toMatchObject({
    id: "v1_run3",
    status: "completed",
    usage: {
      total_tokens: 30,
      initial_input_tokens: 3,
      output_tokens_by_modality: [{ modality: "text", tokens: 6 }],
      grounding_tool_count: [{ type: "google_search", count: 3 }],
    },
  });
  // What the first hop did not follow, the whole does not follow.
  expect(merged).not.toHaveProperty("previous_interaction_id");
  expect(merged).not.toHaveProperty("continuation_token");
  const { input: _, previous_interaction_id: _id, ...rest } = request;
  expect(bodies()).toEqual([
    { ...params, stream },
    { ...rest, continuation_token: "dDE=", previous_interaction_id: "v1_run1" },
    { ...rest, continuation_token: "dDI=", previous_interaction_id: "v1_run2" },
  ]);
});

test("with store: false each hop is sent the input again", async () => {
  const { client, bodies } = scripted(hop("One, ", "dDE="), hop("two."));
  const request = { ...params, store: false };
  expect(outputText(await createWithContinuation(client, request))).toBe("One, two.");
  expect(bodies()).toEqual([request, { ...request, continuation_token: "dDE=" }]);
});

test.each([
  ["completed", [hop("Done.")], 1],
  ["the same token twice", [hop("One, ", "dDE="), hop("two, ", "dDE=")], 2],
  ["no token", [{ ...hop("One, "), status: "requires_continuation" }], 1],
  ["an empty token", [{ ...hop("One, ", ""), status: "requires_continuation" }], 1],
  ["another status with a token", [{ ...hop("One, ", "dDE="), status: "incomplete" }], 1],
] as [string, Answer[], number][])("%s ends it", async (_, answers, count) => {
  const { client, bodies } = scripted(...answers);
  await createWithContinuation(client, params);
  expect(bodies()).toHaveLength(count);
});

test.each([false, true])(
  "a failure after progress contains what was produced, and how to continue (stream: %s)",
  async (stream) => {
    const { service, client } = scripted(hop("One, ", "dDE="), hop("two, ", "dDI="), hop("three."));
    let turns = 0;
    const flaky = {
      create: (...args: Parameters<InteractionsClient["create"]>) => {
        turns += 1;
        if (turns === 3) service.faults.push({ kind: "answer", on: "create", status: 500 });
        return client.create(...args);
      },
    };
    const request = { ...params, stream };
    const error: unknown = await createWithContinuation(flaky, request).catch(
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof UnfinishedRunError)) throw error;
    expect(error.cause).toBeInstanceOf(ServerError);
    expect(outputText(error.interaction)).toBe("One, two, ");
    const from = JSON.parse(JSON.stringify(error.progress));
    const merged = await createWithContinuation(client, request, { from });
    expect(outputText(merged)).toBe("One, two, three.");
    expect(merged.usage?.total_tokens).toBe(30);
  },
);

test("the input steps that later hops list are dropped, and usage may be missing", async () => {
  const answers: Interaction[] = [
    {
      id: "a",
      status: "requires_continuation",
      continuation_token: "dDE=",
      created: "2026-01-01T00:00:00Z",
      previous_interaction_id: "before",
      steps: [{ type: "user_input" }, textStep("One, ")],
    },
    {
      id: "b",
      status: "completed",
      created: "2026-01-01T00:01:00Z",
      previous_interaction_id: "a",
      steps: [{ type: "user_input" }, textStep("two.")],
      usage: { total_tokens: 4 },
    },
  ];
  const fake = { create: async () => answers.shift() ?? sampleInteraction() };
  expect(await createWithContinuation(fake, params)).toEqual({
    id: "b",
    status: "completed",
    created: "2026-01-01T00:00:00Z",
    previous_interaction_id: "before",
    steps: [{ type: "user_input" }, textStep("One, "), textStep("two.")],
    usage: { total_tokens: 4 },
  });
});

test.each<[string, object, object, string]>([
  [
    "outputs in place of steps",
    { steps: undefined, outputs: [{ type: "text", text: "One." }] },
    {},
    "One.two.",
  ],
  [
    "only outputs",
    { outputs: [{ type: "text", text: "One." }] },
    { outputs: [{ type: "text", text: "two." }] },
    "One.two.",
  ],
  ["no steps", {}, {}, "One.two."],
  ["null for each member", { steps: null, usage: null }, { steps: null, usage: null }, ""],
  ["a null step", {}, { steps: [null, textStep("two.")] }, "One.two."],
  ["counters that are null", { usage: { total_tokens: null, list: [null] } }, {}, "One.two."],
])("hops with %s are merged all the same", async (_, first, second, text) => {
  const untrusted = (id: string, said: string, members: object): Interaction =>
    ({ id, steps: "outputs" in members ? undefined : [textStep(said)], ...members }) as Interaction;
  const hops = [
    {
      ...untrusted("v1_a", "One.", first),
      status: "requires_continuation",
      continuation_token: "t",
    },
    { ...untrusted("v1_b", "two.", second), status: "completed" },
  ];
  const create = async (): Promise<Interaction> => hops.shift() ?? expect.fail("a third hop");
  const merged = await createWithContinuation({ create }, params);
  expect(outputText(merged)).toBe(text);
  expect(merged.id).toBe("v1_b");
});

test.each([null, "", undefined])("token %j does not continue", async (token) => {
  const stopped = {
    id: "v1_a",
    steps: [],
    status: "requires_continuation",
    continuation_token: token,
  };
  const create = vi.fn(async () => stopped as unknown as Interaction);
  expect(await createWithContinuation({ create }, params)).toBe(stopped);
  expect(create).toHaveBeenCalledTimes(1);
});

test("iterating gives each hop, and leaving sends no more", async () => {
  const { client, bodies } = scripted(hop("One, ", "dDE="), hop("two."));
  const texts: string[] = [];
  for await (const interaction of createWithContinuation(client, params)) {
    texts.push(outputText(interaction));
  }
  expect(texts).toEqual(["One, ", "two."]);
  for await (const _ of createWithContinuation(client, params)) break;
  expect(bodies()).toHaveLength(3);
});

test.each([
  ["come round in a circle", ["dDE=", "dDI="]],
  ["are always new", undefined],
])("hops without anything new end with an error, though their tokens %s", async (_, circle) => {
  let count = 0;
  const create = vi.fn(async (): Promise<Interaction> => {
    count += 1;
    const token = circle?.[count % circle.length] ?? `token ${count}`;
    const steps = count === 1 ? [textStep("One, ")] : [];
    const status = "requires_continuation";
    return {
      ...sampleInteraction({ id: `v1_${count}`, status, steps }),
      continuation_token: token,
    };
  });
  const error: unknown = await createWithContinuation({ create }, params).catch(
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UnfinishedRunError)) throw error;
  expect(create).toHaveBeenCalledTimes(2);
  expect(error.message).toContain("the last hop produced nothing new");
  expect(outputText(error.interaction)).toBe("One, ");
  expect(error.progress.interactionIds).toEqual(["v1_1", "v1_2"]);
});

test.each([undefined, 3])("a run has at most maxHops hops: %s", async (maxHops) => {
  let count = 0;
  const create = vi.fn(async (): Promise<Interaction> => {
    count += 1;
    const steps = [textStep(`${count} `)];
    const status = "requires_continuation";
    return { ...sampleInteraction({ status, steps }), continuation_token: `token ${count}` };
  });
  const error: unknown = await createWithContinuation({ create }, params, { maxHops }).catch(
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UnfinishedRunError)) throw error;
  expect(create).toHaveBeenCalledTimes(maxHops ?? 10);
  expect(error.message).toContain(`not complete after ${maxHops ?? 10} hops (maxHops)`);
  expect(error.interaction.continuation_token).toBe(`token ${maxHops ?? 10}`);
});

test.each([0, -1, Number.NaN, "x"])(
  "maxHops %j is a TypeError before anything is sent",
  async (maxHops) => {
    const create = vi.fn();
    const options = { maxHops: maxHops as number };
    await expect(createWithContinuation({ create }, params, options)).rejects.toThrow(TypeError);
    expect(create).not.toHaveBeenCalled();
  },
);

test("an unknown option is a TypeError before anything is sent", async () => {
  const create = vi.fn();
  const options = { maxTurns: 3 } as ContinuationOptions;
  await expect(createWithContinuation({ create }, params, options)).rejects.toThrow(
    /Unknown option/,
  );
  expect(create).not.toHaveBeenCalled();
});

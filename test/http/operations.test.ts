import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import { defineOutput, defineTool, InteractionsClient, outputText } from "../../src/index.ts";
import type {
  CreateInteractionParams,
  GetInteractionParams,
  Interaction,
} from "../../src/index.ts";
import { geminiClient, testKey, testToken, vertexClient } from "../support/clients.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { answerInTurn, gemini, startServer, vertex } from "../support/server.ts";

const server = startServer();

const model = "gemini-3.5-flash";
const scoped = "/v1beta1/projects/{project}/locations/{location}/interactions";

test("create sends its parameters as they are, and answers with the service's JSON", async () => {
  const params: CreateInteractionParams = {
    model,
    input: [{ type: "user_input", content: [{ type: "text", text: "Hi" }] }],
    system_instruction: "Be short.",
    generation_config: { max_output_tokens: 10, thinking_level: "low" },
    tools: [{ type: "google_search" }],
    store: false,
    stream: false,
    labels: { team: "blue" },
  };
  const before = structuredClone(params);
  const answer = sampleInteraction({ usage: { total_tokens: 7 } });
  let sent: unknown;
  server.use(
    gemini.post("/v1beta/interactions", async ({ request, response }) => {
      sent = await request.json();
      return response(200).json(answer);
    }),
  );
  expect(await geminiClient().create(params)).toEqual(answer);
  expect(sent).toEqual(before);
  expect(params).toEqual(before);
});

test("fields that the types do not know are sent and handed back", async () => {
  let sent: unknown;
  const answer = { ...sampleInteraction(), status: "resting", brand_new: { deep: [1] } };
  server.use(
    gemini.post("/v1beta/interactions", async ({ request, response }) => {
      sent = await request.json();
      return response.untyped(HttpResponse.json(answer));
    }),
  );
  const params = { model, input: "Hi", brand_new: true };
  expect(await geminiClient().create(params)).toEqual(answer);
  expect(sent).toEqual(params);
});

test("an agent runs in the background", async () => {
  const params = {
    agent: "deep-research-preview-04-2026",
    input: "Hi",
    agent_config: { type: "deep-research", thinking_summaries: "auto" },
    background: true,
    store: true,
  } satisfies CreateInteractionParams;
  let sent: unknown;
  server.use(
    gemini.post("/v1beta/interactions", async ({ request, response }) => {
      sent = await request.json();
      return response(200).json(sampleInteraction({ status: "in_progress", steps: [] }));
    }),
  );
  const run = await geminiClient().create(params);
  expect(run.status).toBe("in_progress");
  expect(sent).toEqual(params);
});

test("get reads a stored interaction, with its input when asked", async () => {
  server.use(
    gemini.get("/v1beta/interactions/{id}", ({ params, query, response }) =>
      response(200).json(
        sampleInteraction({
          id: params.id,
          ...(query.get("include_input") === "true" ? { input: "Hi" } : {}),
        }),
      ),
    ),
  );
  const client = geminiClient();
  const plain = await client.get("int_7");
  expect(plain).toEqual(sampleInteraction({ id: "int_7" }));
  expect(await client.get("int_7", { include_input: true })).toEqual({ ...plain, input: "Hi" });
  expect(server.log.map((line) => line.split("/interactions/")[1])).toEqual([
    "int_7",
    "int_7?include_input=true",
  ]);
});

test("cancel sends no body and answers with the interaction", async () => {
  server.use(
    gemini.post("/v1beta/interactions/{id}/cancel", ({ response }) =>
      response(200).json(sampleInteraction({ status: "cancelled" })),
    ),
  );
  expect(await geminiClient().cancel("int_1")).toMatchObject({ status: "cancelled" });
  await expect(server.requests[0]?.text()).resolves.toBe("");
});

test.each([
  ["an empty object", () => HttpResponse.json({})],
  ["nothing", () => new HttpResponse(null, { status: 200 })],
  ["no content", () => new HttpResponse(null, { status: 204 })],
  ["an empty text", () => HttpResponse.text("")],
  ["a page", () => HttpResponse.html("<p>ok</p>")],
])("delete takes any success, such as %s", async (_, answer) => {
  server.use(answerInTurn(answer));
  expect(await geminiClient().delete("int_1")).toBeUndefined();
  expect((await geminiClient().delete("int_1").withResponse()).response.ok).toBe(true);
});

test("the same methods serve Vertex AI", async () => {
  const seen: unknown[] = [];
  server.use(
    vertex.post(scoped, ({ params, response }) => {
      seen.push(params);
      return response(200).json(sampleInteraction());
    }),
    vertex.get(`${scoped}/{id}`, ({ params, response }) => {
      seen.push(params);
      return response(200).json(sampleInteraction());
    }),
    vertex.post(`${scoped}/{id}/cancel`, ({ params, response }) => {
      seen.push(params);
      return response(200).json(sampleInteraction());
    }),
    vertex.delete(`${scoped}/{id}`, ({ params, response }) => {
      seen.push(params);
      return response(200).empty();
    }),
  );
  const client = vertexClient();
  await client.create({ model, input: "Hi" });
  await client.get("int_1");
  await client.cancel("int_1");
  await client.delete("int_1");
  const path = { project: "p", location: "global" };
  expect(seen).toEqual([path, ...Array.from({ length: 3 }, () => ({ ...path, id: "int_1" }))]);
});

test("each backend gets its own credentials, and not the other's", async () => {
  server.use(answerInTurn(() => HttpResponse.json(sampleInteraction())));
  await geminiClient().get("int_1");
  await vertexClient().get("int_1");
  const sent = server.requests.map(({ headers }) => [
    headers.get("x-goog-api-key"),
    headers.get("authorization"),
  ]);
  expect(sent).toEqual([
    [testKey, null],
    [null, `Bearer ${testToken}`],
  ]);
});

test("JSON is asked for as JSON and a stream as events; Api-Revision is not sent", async () => {
  server.use(
    answerInTurn(
      () => HttpResponse.json(sampleInteraction()),
      () => HttpResponse.json(sampleInteraction()),
      () =>
        new HttpResponse("data: [DONE]\n\n", { headers: { "content-type": "text/event-stream" } }),
    ),
  );
  const client = geminiClient();
  await client.create({ model, input: "Hi" });
  await client.get("int_1");
  await client.create({ model, input: "Hi", stream: true });
  await client.get("int_1", { stream: true });
  expect(server.requests.map(({ headers }) => headers.get("accept"))).toEqual([
    "application/json",
    "application/json",
    "text/event-stream",
    "text/event-stream",
  ]);
  expect(server.requests.map(({ headers }) => headers.get("content-type"))).toEqual([
    "application/json",
    null,
    "application/json",
    null,
  ]);
  expect(server.requests.some(({ headers }) => headers.has("api-revision"))).toBe(false);
  await expect(server.requests[2]?.json()).resolves.toEqual({ model, input: "Hi", stream: true });
});

/** What each method makes of the same answer. */
async function answers(body: object): Promise<Interaction[]> {
  server.use(answerInTurn(() => HttpResponse.json(body)));
  const client = geminiClient();
  return [
    await client.create({ model, input: "Hi" }),
    await client.get("int_1"),
    await client.cancel("int_1"),
    await client.waitForCompletion("int_1"),
  ];
}

test("a missing id becomes empty and missing steps an empty list", async () => {
  const empty = { id: null, steps: null, outputs: null };
  for (const body of [{ status: "completed" }, { status: "completed", ...empty }]) {
    for (const interaction of await answers(body)) {
      expect(interaction).toMatchObject({ id: "", status: "completed", steps: [] });
    }
  }
});

test("legacy outputs are left as they are, without steps", async () => {
  const body = { id: "int_1", status: "completed", outputs: [{ type: "text", text: "La" }] };
  for (const interaction of await answers(body)) {
    expect(interaction).toEqual(body);
    expect(interaction).not.toHaveProperty("steps");
    expect(outputText(interaction)).toBe("La");
  }
});

// Arguments that the service would refuse are refused first.

// Callers without types may pass any of these.
const refusedCreates: [object, RegExp][] = [
  [{ input: "Hi" }, /Pass a model.*or an agent/],
  [{ model: "", input: "Hi" }, /Pass a model.*or an agent/],
  [{ agent: "", input: "Hi" }, /Pass a model.*or an agent/],
  [{ model: undefined, agent: undefined, input: "Hi" }, /Pass a model.*or an agent/],
  [{ model: 7, input: "Hi" }, /Pass a model.*or an agent/],
  [{ model, agent: "a", input: "Hi" }, /either model or agent, not both/],
  [{ model, agent_config: { type: "dynamic" } }, /agent_config goes with agent.*generation_config/],
  [{ agent: "a", generation_config: {} }, /generation_config goes with model.*agent_config/],
  [{ model, background: true, store: false }, /background: true needs a stored interaction/],
];

test.each(refusedCreates)("create(%j) is refused, and nothing is sent", async (params, message) => {
  const untyped = params as CreateInteractionParams;
  for (const client of [geminiClient(), vertexClient()]) {
    for (const call of [client.create(untyped), client.create({ ...untyped, stream: true })]) {
      await expect(call).rejects.toThrow(TypeError);
      await expect(call).rejects.toThrow(message);
    }
  }
  expect(server.log).toEqual([]);
});

test.each([
  { model, agent: undefined, agent_config: undefined, input: "Hi" },
  { agent: "a", model: undefined, generation_config: undefined, input: "Hi" },
  { model, background: false, store: false },
  { model, background: true },
  { model, store: false },
])("create(%j) is sent", async (params) => {
  server.use(answerInTurn(() => HttpResponse.json(sampleInteraction())));
  // Callers without exactOptionalPropertyTypes pass undefined for what they leave out.
  await geminiClient().create(params);
  expect(server.log).toHaveLength(1);
});

test.each([{}, { stream: false }, { stream: undefined }])(
  "last_event_id with %j is refused, and nothing is sent",
  async (params) => {
    const untyped = { ...params, last_event_id: "e1" } as GetInteractionParams;
    for (const client of [geminiClient(), vertexClient()]) {
      const call = client.get("int_1", untyped);
      await expect(call).rejects.toThrow(TypeError);
      await expect(call).rejects.toThrow("last_event_id needs stream: true.");
    }
    expect(server.log).toEqual([]);
  },
);

test("refused arguments reject; no method throws", () => {
  const client = new InteractionsClient({ apiKey: testKey });
  // Callers without types.
  const nothing = {} as CreateInteractionParams;
  const pending = [client.create(nothing), client.get(".."), client.cancel(""), client.delete("/")];
  return expect(Promise.allSettled(pending)).resolves.toEqual(
    pending.map(() => ({ status: "rejected", reason: expect.any(TypeError) })),
  );
});

test.each([
  ["nothing to run", { input: "Hi" }, 'Pass a model, such as "gemini-3.8-flash", or an agent.'],
  ["messages", { model, messages: [] }, "messages is not a member of this API: pass input,"],
  ["contents", { model, contents: "Hi" }, "contents is not a member of this API: pass input,"],
  [
    "a message in input",
    {
      model,
      input: [
        { type: "text", text: "Hi" },
        { role: "user", content: "Hi" },
      ],
    },
    'input[1] has a role: write { type: "user_input",',
  ],
  [
    "what defineOutput made",
    { model, input: "Hi", response_format: defineOutput({ type: "object" }) },
    "response_format takes output.format,",
  ],
  [
    "what defineTool made",
    { model, input: "Hi", tools: [defineTool({ name: "a", description: "b", execute: () => 1 })] },
    "tools[0] was made by defineTool: pass it to runTools,",
  ],
] as const)(
  "a create with %s is refused with what to write instead",
  async (_, params, message) => {
    // Callers without types.
    const wrong = params as unknown as CreateInteractionParams;
    for (const each of [wrong, { ...wrong, stream: true }]) {
      const failure = await geminiClient()
        .create(each)
        .catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(TypeError);
      expect(failure).toHaveProperty("message", expect.stringContaining(message));
    }
    expect(server.log).toEqual([]);
  },
);

test("a member that this version does not know is sent, beside input", async () => {
  const answer = sampleInteraction();
  server.use(gemini.post("/v1beta/interactions", ({ response }) => response(200).json(answer)));
  const params = { model, input: "Hi", messages: ["of a later API"] };
  await geminiClient().create(params);
  expect(server.log.length).toBe(1);
});

// Options in the wrong place, or with the wrong name.

const calls: [string, (options: object) => Promise<unknown>][] = [
  ["create", (options) => geminiClient().create({ model, input: "Hi" }, options)],
  [
    "a streaming create",
    (options) => geminiClient().create({ model, input: "Hi", stream: true }, options),
  ],
  ["get", (options) => geminiClient().get("int_1", {}, options)],
  ["cancel", (options) => geminiClient().cancel("int_1", options)],
  ["delete", (options) => geminiClient().delete("int_1", options)],
];

test.each(calls)(
  "%s refuses options that it does not know, before anything is sent",
  async (_, call) => {
    for (const [options, message] of [
      [{ timeout: 5 }, 'Unknown option "timeout": did you mean timeoutMs?'],
      [{ abortSignal: undefined, sginal: new AbortController().signal }, "did you mean signal?"],
      [{ retry: { maxRetry: 1 } }, "did you mean retry.maxRetries?"],
    ] as const) {
      await expect(call(options)).rejects.toThrow(message);
      await expect(call(options)).rejects.toThrow(TypeError);
    }
    expect(server.log).toEqual([]);
  },
);

/** The client as JavaScript sees it. */
type Untyped = Record<
  "create" | "get" | "cancel" | "delete" | "waitForCompletion",
  (...args: unknown[]) => unknown
>;

test("options among what is sent are refused", async () => {
  const { signal } = new AbortController();
  for (const [name, options] of [
    ["signal", { signal }],
    ["timeoutMs", { timeoutMs: 5 }],
    ["headers", { headers: {} }],
  ] as const) {
    const message = `${name} is an option, not a parameter: pass it in the last argument.`;
    const params = { model, input: "Hi", ...options };
    // A caller without types.
    const query: object = options;
    await expect(geminiClient().create(params)).rejects.toThrow(message);
    await expect(geminiClient().get("int_1", query)).rejects.toThrow(message);
  }
  expect(server.log).toEqual([]);
});

test.each<[string, RegExp, (client: Untyped) => unknown]>([
  ["create()", /^Parameters must be an object, got undefined/, (c) => c.create()],
  ["create(null)", /^Parameters must be an object, got null/, (c) => c.create(null)],
  ["create of a text", /^Parameters must be an object, got string/, (c) => c.create("Hi")],
  ["options null", /^Options must be an object, got null/, (c) => c.create({ model }, null)],
  ["a stream's options", /^Options must be/, (c) => c.create({ model, stream: true }, 5)],
  ["get of null", /^Parameters must be an object, got null/, (c) => c.get("a", null)],
  ["get, options null", /^Options must be/, (c) => c.get("a", {}, null)],
  ["get, a stream's", /^Options must be/, (c) => c.get("a", { stream: true }, null)],
  ["cancel", /^Options must be an object, got boolean/, (c) => c.cancel("a", true)],
  ["delete", /^Options must be an object, got null/, (c) => c.delete("a", null)],
  ["wait", /^Options must be an object, got null/, (c) => c.waitForCompletion("a", null)],
  ["stream", /^stream must be true or false/, (c) => c.create({ model, stream: "true" })],
  ["background", /^background must be/, (c) => c.create({ model, background: "true" })],
  ["store", /^store must be true or false/, (c) => c.create({ model, store: 0 })],
  ["get's stream", /^stream must be true or false/, (c) => c.get("a", { stream: 1 })],
])("what JavaScript may pass is refused in one sentence: %s", async (_, message, call) => {
  const client = geminiClient() as unknown as Untyped;
  const refused: unknown = await Promise.resolve(call(client)).catch((e: unknown) => e);
  expect(refused).toBeInstanceOf(TypeError);
  expect(refused).toMatchObject({ message: expect.stringMatching(message) });
  expect(server.log).toEqual([]);
});

test("a middleware sees a Request, may change it, and may answer itself", async () => {
  const client = geminiClient();
  const seen: unknown[] = [];
  client.api.use({
    onRequest({ request }) {
      seen.push(request);
      if (request.method === "DELETE") return new Response(null, { status: 204 });
      return new Request(request, { headers: { "x-own": "1" } });
    },
    onResponse: async ({ response }) =>
      new Response((await response.text()).replace("int_1", "int_9"), response),
  });
  server.use(answerInTurn(() => HttpResponse.json(sampleInteraction())));
  expect(await client.create({ model, input: "Hi" })).toMatchObject({ id: "int_9" });
  expect(await client.delete("int_1")).toBeUndefined();
  expect(seen.every((request) => request instanceof Request)).toBe(true);
  expect(server.requests.map(({ headers }) => headers.get("x-own"))).toEqual(["1"]);
  expect(server.requests.map(({ headers }) => headers.get("x-goog-api-key"))).toEqual([testKey]);
  await expect(server.requests[0]?.json()).resolves.toEqual({ model, input: "Hi" });
});

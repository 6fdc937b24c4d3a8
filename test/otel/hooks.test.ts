import { context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import {
  InMemoryMetricExporter,
  MeterProvider,
  AggregationTemporality,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import type { DataPoint, Histogram } from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import type { ReadableSpan } from "@opentelemetry/sdk-trace-base";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { defineTool, runTools } from "../../src/index.ts";
import type { InteractionsClient } from "../../src/index.ts";
import { otelHooks } from "../../src/otel/index.ts";
import type { OtelOptions } from "../../src/otel/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsServiceOptions } from "../../src/testing/index.ts";
import { geminiClient, testKey, vertexClient } from "../support/clients.ts";

const model = { model: "gemini-3.8-flash", input: "input-of-nobody" } as const;
const agent = { agent: "deep-research-preview-04-2026", input: "Go", background: true } as const;

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
});
afterAll(() => context.disable());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"] });
  vi.spyOn(Math, "random").mockReturnValue(1);
});
afterEach(() => vi.useRealTimers());

function setup(options: InteractionsServiceOptions = {}, own: OtelOptions = {}) {
  const exporter = new InMemorySpanExporter();
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  });
  const reader = new PeriodicExportingMetricReader({
    exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
  });
  const meterProvider = new MeterProvider({ readers: [reader] });
  const hooks = otelHooks({ tracerProvider, meterProvider, ...own });
  const service = createInteractionsService({
    respond: () => "answer-of-nobody it is",
    ...options,
  });
  const { fetch } = service;
  const points = async (name: string) => {
    const { resourceMetrics } = await reader.collect();
    return (
      resourceMetrics.scopeMetrics
        .flatMap(({ metrics }) => metrics)
        .filter(({ descriptor }) => descriptor.name === name)
        // Histograms are all that there is.
        .flatMap(({ dataPoints }) => dataPoints as DataPoint<Histogram>[])
    );
  };
  return {
    client: geminiClient({ fetch, hooks, retry: {} }),
    vertex: vertexClient({}, { fetch, hooks }),
    service,
    tracer: tracerProvider.getTracer("test"),
    spans: () => exporter.getFinishedSpans(),
    /** The spans of runs: those that are told of with an operation. */
    runs: () => exporter.getFinishedSpans().filter((span) => operationOf(span) !== undefined),
    points,
  };
}

function operationOf(span: ReadableSpan | undefined): unknown {
  return span?.attributes["gen_ai.operation.name"];
}

async function settle(promise: Promise<unknown>): Promise<unknown> {
  const settled = promise.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

async function readAll(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of stream);
}

const server = {
  "gen_ai.provider.name": "gcp.gemini",
  "server.address": "generativelanguage.googleapis.com",
  "server.port": 443,
};

test("a run is one span, named and described by the conventions", async () => {
  const { client, runs, spans, points } = setup({ eventIntervalMs: 500 });
  const generation_config = {
    max_output_tokens: 99,
    temperature: 0.5,
    top_p: 0.9,
    seed: 7,
    stop_sequences: ["x"],
  };
  await settle(client.create({ ...model, generation_config, stream: true }).then(readAll));
  const [run = expect.fail()] = runs();
  expect(runs()).toHaveLength(1);
  expect(run).toMatchObject({ name: "generate_content gemini-3.8-flash", kind: SpanKind.CLIENT });
  expect(run.status).toEqual({ code: SpanStatusCode.UNSET });
  expect(run.attributes).toEqual({
    ...server,
    "gen_ai.operation.name": "generate_content",
    "gen_ai.request.model": "gemini-3.8-flash",
    "gen_ai.request.stream": true,
    "gen_ai.request.max_tokens": 99,
    "gen_ai.request.temperature": 0.5,
    "gen_ai.request.top_p": 0.9,
    "gen_ai.request.seed": 7,
    "gen_ai.request.stop_sequences": ["x"],
    "gen_ai.response.id": "v1_run1",
    "gen_ai.response.model": "gemini-3.8-flash",
    "gen_ai.response.finish_reasons": ["stop"],
    "gen_ai.response.time_to_first_chunk": expect.closeTo(1.5, 1),
    "gen_ai.usage.input_tokens": 5,
    "gen_ai.usage.cache_read.input_tokens": 0,
    "gen_ai.usage.reasoning.output_tokens": 0,
    "gen_ai.usage.output_tokens": expect.any(Number),
    "gemini_interactions.status": "completed",
    "gemini_interactions.outcome": "ended",
  });
  const request = spans().find(({ name }) => name === "POST") ?? expect.fail();
  expect(request.parentSpanContext?.spanId).toBe(run.spanContext().spanId);
  expect(request.attributes).toEqual({
    "http.request.method": "POST",
    "url.full": "https://generativelanguage.googleapis.com/v1beta/interactions",
    "server.address": server["server.address"],
    "server.port": 443,
    "http.response.status_code": 200,
  });
  const common = {
    ...server,
    "gen_ai.operation.name": "generate_content",
    "gen_ai.request.model": "gemini-3.8-flash",
  };
  const named = { ...common, "gen_ai.response.model": "gemini-3.8-flash" };
  expect(await points("gen_ai.client.operation.time_to_first_chunk")).toMatchObject([
    { attributes: common, value: { count: 1, sum: expect.closeTo(1.5, 1) } },
  ]);
  expect(await points("gen_ai.client.operation.duration")).toMatchObject([
    { attributes: named, value: { count: 1 } },
  ]);
  const tokens = await points("gen_ai.client.token.usage");
  expect(tokens).toMatchObject([
    { attributes: { ...named, "gen_ai.token.type": "input" }, value: { sum: 5 } },
    { attributes: { ...named, "gen_ai.token.type": "output" }, value: { count: 1 } },
  ]);
  expect(tokens[0]?.value.buckets.boundaries).toEqual([
    1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576, 4194304, 16777216, 67108864,
  ]);
  const [duration] = await points("gen_ai.client.operation.duration");
  expect(duration?.value.buckets.boundaries).toEqual([
    0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92,
  ]);
});

/** Every way to run something, and what its span is named. */
const ways: [string, (client: InteractionsClient) => Promise<unknown>][] = [
  ["generate_content gemini-3.8-flash", (client) => client.create(model)],
  ["invoke_agent deep-research-preview-04-2026", (client) => client.create(agent)],
  [
    "invoke_agent deep-research-preview-04-2026",
    async (client) =>
      readAll(await client.create({ ...agent, stream: true }, { accumulate: false })),
  ],
  [
    "get_interaction deep-research-preview-04-2026",
    async (client) => readAll(await client.get("v1_run1", { stream: true })),
  ],
  [
    "resume_interaction deep-research-preview-04-2026",
    async (client) => {
      const stream = await client.create({ ...agent, stream: true });
      for await (const _ of stream) break;
      await readAll(await client.resume(stream.cursor ?? expect.fail()));
    },
  ],
  [
    "wait_for_completion deep-research-preview-04-2026",
    (client) => client.waitForCompletion("v1_run1"),
  ],
];

test.each(ways)("a run is named %s", async (name, use) => {
  const { client, runs } = setup();
  await client.create(agent);
  await settle(use(client));
  expect(runs().at(-1)).toMatchObject({ name });
  expect(runs().at(-1)?.attributes["gen_ai.response.id"]).toMatch(/^v1_run/);
});

test("on Vertex AI the provider is Vertex AI", async () => {
  const { vertex, runs } = setup();
  await vertex.create(model);
  expect(runs()[0]?.attributes).toMatchObject({
    "gen_ai.provider.name": "gcp.vertex_ai",
    "server.address": "aiplatform.googleapis.com",
  });
});

test("thoughts are output, what tools fed in is input", async () => {
  const usage = {
    total_input_tokens: 10,
    total_output_tokens: 20,
    total_thought_tokens: 5,
    total_tool_use_tokens: 3,
    total_cached_tokens: 4,
    total_tokens: 38,
  };
  const { client, runs } = setup({ respond: () => ({ steps: [], usage }) });
  await client.create(model);
  expect(runs()[0]?.attributes).toMatchObject({
    "gen_ai.usage.input_tokens": 13,
    "gen_ai.usage.output_tokens": 25,
    "gen_ai.usage.reasoning.output_tokens": 5,
    "gen_ai.usage.cache_read.input_tokens": 4,
  });
});

test("a run that is followed again has used its tokens once", async () => {
  const { client, points } = setup();
  const { id } = await client.create(agent);
  await settle(client.waitForCompletion(id));
  await client.waitForCompletion(id);
  await readAll(await client.get(id, { stream: true }));
  const tokens = await points("gen_ai.client.token.usage");
  expect(tokens.map(({ value }) => value.count)).toEqual([1, 1]);
});

test("each reconnect is a span of the run, with its request below it", async () => {
  const { client, runs, spans } = setup({
    faults: [
      { kind: "cut", afterEvents: 5 },
      { kind: "network-error", on: "reattach" },
      { kind: "answer", on: "reattach", status: 503 },
    ],
  });
  await settle(client.create({ ...agent, stream: true }).then(readAll));
  const [run = expect.fail()] = runs();
  expect(runs()).toHaveLength(1);
  const reconnects = spans().filter(({ name }) => name === "reconnect");
  expect(reconnects.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual(
    Array.from(reconnects, () => run.spanContext().spanId),
  );
  expect(reconnects.map(({ attributes }) => attributes)).toMatchObject([
    { "error.type": "ConnectionError", "gemini_interactions.reconnect.attempt": 1 },
    { "error.type": "503", "gemini_interactions.reconnect.attempt": 2 },
    { "gemini_interactions.last_event_id": "evt_5" },
  ]);
  const gets = spans().filter(({ name }) => name === "GET");
  expect(gets.map(({ parentSpanContext }) => parentSpanContext?.spanId)).toEqual(
    reconnects.map((span) => span.spanContext().spanId),
  );
  expect(gets.map(({ status }) => status.code)).toEqual([
    SpanStatusCode.ERROR,
    SpanStatusCode.ERROR,
    SpanStatusCode.UNSET,
  ]);
  expect(run.status.code).toBe(SpanStatusCode.UNSET);
});

test("a retry is an event of the run, and its request says which it is", async () => {
  const { client, runs, spans } = setup({
    faults: [{ kind: "answer", on: "create", status: 429 }],
  });
  await settle(client.create(model));
  expect(runs()[0]?.events).toMatchObject([
    { name: "gemini_interactions.retry", attributes: { attempt: 1, reason: "status 429" } },
  ]);
  expect(
    spans()
      .filter(({ name }) => name === "POST")
      .map(({ attributes }) => [attributes["error.type"], attributes["http.request.resend_count"]]),
  ).toEqual([
    ["429", undefined],
    [undefined, 1],
  ]);
});

/** Every way in which a run fails, with the class of its error; `undefined` for none. */
const endings: [
  string,
  string | undefined,
  InteractionsServiceOptions,
  (client: InteractionsClient) => Promise<unknown>,
][] = [
  [
    "a refusal",
    "NotFoundError",
    { faults: [{ kind: "answer", on: "create", status: 404 }] },
    (client) => client.create(model),
  ],
  [
    "a lost connection",
    "ConnectionError",
    { faults: [{ kind: "network-error", on: "create" }] },
    (client) => client.create(model),
  ],
  [
    "a cut stream",
    "StreamInterruptedError",
    { faults: [{ kind: "cut", afterEvents: 4 }] },
    async (client) => readAll(await client.create({ ...model, stream: true }, { resume: false })),
  ],
  [
    "an error event",
    "InteractionStreamError",
    { faults: [{ kind: "error-event", afterEvents: 4, error: { code: "bad", message: "no" } }] },
    async (client) => readAll(await client.create({ ...model, stream: true })),
  ],
  [
    "wrong arguments",
    "TypeError",
    {},
    (client) => client.create({ ...model, background: true, store: false }),
  ],
  [
    "a deadline",
    "WaitTimeoutError",
    { eventIntervalMs: 99_999 },
    async (client) => client.waitForCompletion((await client.create(agent)).id, { timeoutMs: 1 }),
  ],
  [
    "a failed run",
    "failed",
    { respond: () => ({ status: "failed" }) },
    (client) => client.create(model),
  ],
  [
    "an abort for a reason",
    "TimeoutError",
    {},
    (client) =>
      client.create(model, { signal: AbortSignal.abort(new DOMException("late", "TimeoutError")) }),
  ],
  ["an abort", undefined, {}, (client) => client.create(model, { signal: AbortSignal.abort() })],
  [
    "a loop that is left",
    undefined,
    {},
    async (client) => {
      for await (const _ of await client.create({ ...model, stream: true })) break;
    },
  ],
];

test.each(endings)("%s ends the span with error.type %s", async (_, errorType, options, use) => {
  const { client, runs, spans, points, service } = setup(options);
  await settle(use(client));
  const run = runs().at(-1) ?? expect.fail();
  expect(run.attributes["error.type"]).toBe(errorType);
  expect(run.status.code).toBe(
    errorType === undefined ? SpanStatusCode.UNSET : SpanStatusCode.ERROR,
  );
  const durations = await points("gen_ai.client.operation.duration");
  expect(durations.at(-1)?.attributes["error.type"]).toBe(errorType);
  // No request is left without its span.
  const sent = spans().filter(({ name }) => name === "GET" || name === "POST");
  expect(sent).toHaveLength(service.requests.length);
});

test("runs side by side keep their own parents, through reconnects too", async () => {
  const { client, tracer, runs } = setup({
    eventIntervalMs: 100,
    faults: [1, 2, 3].map(() => ({ kind: "cut", on: "create", afterEvents: 5 }) as const),
  });
  const parents = ["a", "b", "c"].map((name) => tracer.startSpan(name, {}, ROOT_CONTEXT));
  const reading = parents.map((parent) =>
    context.with(trace.setSpan(ROOT_CONTEXT, parent), async () => {
      await readAll(await client.create({ ...agent, input: "x", stream: true }));
      expect(trace.getActiveSpan()).toBe(parent);
    }),
  );
  await settle(Promise.all(reading));
  expect(new Set(runs().map(({ parentSpanContext }) => parentSpanContext?.spanId))).toEqual(
    new Set(parents.map((parent) => parent.spanContext().spanId)),
  );
  for (const run of runs()) {
    const parent = parents.find((span) => span.spanContext().traceId === run.spanContext().traceId);
    expect(run.parentSpanContext?.spanId).toBe(parent?.spanContext().spanId);
  }
});

test("the turns of a tool loop are spans of their own under one parent", async () => {
  const { client, tracer, runs } = setup({
    responses: [
      { steps: [{ type: "function_call", id: "call_1", name: "now", arguments: {} }] },
      "Noon.",
    ],
  });
  const tool = defineTool({
    name: "now",
    description: "The time.",
    parameters: { type: "object", properties: {} },
    execute: () => ({ hour: 12 }),
  });
  await tracer.startActiveSpan("loop", async (parent) => {
    await runTools(client, model, { tools: [tool] });
    expect(
      runs().map(({ attributes, parentSpanContext }) => [
        attributes["gen_ai.response.finish_reasons"],
        parentSpanContext?.spanId,
      ]),
    ).toEqual([
      [["tool_call"], parent.spanContext().spanId],
      [["stop"], parent.spanContext().spanId],
    ]);
  });
});

test("no span and no measurement holds content or the key unless asked to", async () => {
  const { client, spans, points } = setup();
  await client.create({ ...model, system_instruction: "instruction-of-nobody" });
  await readAll(await client.create({ ...model, stream: true }));
  const shown = JSON.stringify([
    spans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
    await points("gen_ai.client.token.usage"),
  ]);
  expect(shown).toContain("gemini-3.8-flash");
  expect(shown).not.toContain("of-nobody");
  expect(shown).not.toContain(testKey);
});

test("captureContent adds instructions, input and output as messages, without the bytes of media", async () => {
  const { client, runs } = setup(
    {
      respond: () => ({
        steps: [
          { type: "thought", summary: [{ type: "text", text: "Hm." }], signature: "c2ln" },
          { type: "function_call", id: "call_1", name: "now", arguments: { zone: "CET" } },
        ],
      }),
      strict: false,
    },
    { captureContent: true },
  );
  const image = { type: "image", mime_type: "image/png", data: "aW1hZ2U=" } as const;
  await client.create({
    model: "gemini-3.8-flash",
    system_instruction: "Be brief.",
    input: [
      { type: "user_input", content: [{ type: "text", text: "The time?" }, image] },
      { type: "function_call", id: "call_0", name: "now", arguments: {} },
      { type: "function_result", call_id: "call_0", name: "now", result: { hour: 12 } },
    ],
  });
  const { attributes } = runs()[0] ?? expect.fail();
  const read = (name: string): unknown => JSON.parse(String(attributes[name]));
  expect(read("gen_ai.system_instructions")).toEqual([{ type: "text", content: "Be brief." }]);
  expect(read("gen_ai.input.messages")).toEqual([
    {
      role: "user",
      parts: [
        { type: "text", content: "The time?" },
        { type: "image", mime_type: "image/png" },
      ],
    },
    { role: "assistant", parts: [{ type: "tool_call", id: "call_0", name: "now", arguments: {} }] },
    { role: "tool", parts: [{ type: "tool_call_response", id: "call_0", response: { hour: 12 } }] },
  ]);
  expect(read("gen_ai.output.messages")).toEqual([
    {
      role: "assistant",
      parts: [
        { type: "reasoning", content: "Hm." },
        { type: "tool_call", id: "call_1", name: "now", arguments: { zone: "CET" } },
      ],
      finish_reason: "tool_call",
    },
  ]);
});

test.each([false, true])(
  "what a service quotes in its errors is on a span only with captureContent: %s",
  async (captureContent) => {
    const quoted = "words-of-nobody";
    const error = { code: "bad", message: `Cannot go on after ${quoted}` };
    const { client, spans } = setup(
      { faults: [{ kind: "error-event", afterEvents: 4, error }] },
      { captureContent },
    );
    await settle(readAll(await client.create({ ...model, stream: true })));
    const busy = { code: "unavailable", message: quoted };
    const again = setup(
      { mode: "guide", faults: [{ kind: "error-event", afterEvents: 4, error: busy }] },
      { captureContent },
    );
    await settle(readAll(await again.client.create({ ...model, stream: true })));
    const bare = setup(
      {
        mode: "guide",
        faults: [
          { kind: "unframed-error", afterEvents: 4, error: `${quoted}: unavailable` as never },
        ],
      },
      { captureContent },
    );
    await settle(readAll(await bare.client.create({ ...model, stream: true })));
    const all = [...spans(), ...again.spans(), ...bare.spans()];
    const told = all.map(({ attributes, status, events }) =>
      JSON.stringify([attributes, status, events]),
    );
    expect(told.some((span) => span.includes(quoted))).toBe(captureContent);
    expect(told.join()).toContain("unavailable");
  },
);

test("captureContent with a stream: a text in, the streamed text out", async () => {
  const { client, runs } = setup({ respond: () => "One two" }, { captureContent: true });
  await readAll(await client.create({ ...model, input: "Hi", stream: true }));
  const { attributes } = runs()[0] ?? expect.fail();
  expect(attributes["gen_ai.input.messages"]).toBe(
    '[{"role":"user","parts":[{"type":"text","content":"Hi"}]}]',
  );
  expect(attributes["gen_ai.output.messages"]).toBe(
    '[{"role":"assistant","parts":[{"type":"text","content":"One two"}],"finish_reason":"stop"}]',
  );
});

test("without an SDK it does nothing, and breaks nothing", async () => {
  const service = createInteractionsService();
  const client = geminiClient({ fetch: service.fetch, hooks: otelHooks() });
  expect(await client.create(model)).toMatchObject({ status: "completed" });
});

test("an input that is not JSON still ends its span", async () => {
  const { client, runs } = setup({}, { captureContent: true });
  await settle(client.create({ ...model, input: 1n as never }));
  expect(runs().map(({ attributes }) => attributes["error.type"])).toEqual(["TypeError"]);
});

/** What a service, or a caller without types, may write where something else is expected. */
const oddities: unknown[] = [null, 7, "x", [], {}, [null, { type: 7 }], { type: null, content: 1 }];

test.each(oddities)("whatever replaces the member, the span ends: %j", async (odd) => {
  const { client, runs } = setup(
    { respond: () => ({ steps: odd, usage: odd }) as never, strict: false },
    { captureContent: true },
  );
  await settle(
    client.create({
      ...model,
      input: odd,
      generation_config: odd,
      response_format: odd,
      system_instruction: odd,
    } as never),
  );
  expect(runs()).toHaveLength(1);
});

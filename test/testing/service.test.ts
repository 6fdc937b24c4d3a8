import { setupServer } from "msw/node";
import { beforeEach, expect, test, vi } from "vitest";
import type {
  CreateInteractionRequest,
  Interaction,
  InteractionStreamEvent,
  Step,
} from "../../generated/schema.ts";
import { interactionsHandlers } from "../../src/testing/msw.ts";
import {
  createInteractionsService,
  formatSse,
  interactionEvents,
  splitEvery,
  sseResponse,
  textEvents,
  textStep,
} from "../../src/testing/index.ts";
import type {
  Fault,
  InteractionsService,
  InteractionsServiceOptions,
} from "../../src/testing/index.ts";
import { unionMembers, validate, validateClosed } from "../support/contract.ts";
import { listExamples } from "../support/examples.ts";
import { collectGarbage } from "../support/gc.ts";

const base = "https://generativelanguage.googleapis.com/v1beta/interactions";
const vertexHost = "https://us-central1-aiplatform.googleapis.com";
const vertexBase = `${vertexHost}/v1beta1/projects/p/locations/us-central1/interactions`;
const model = "gemini-3.5-flash";
const hello: CreateInteractionRequest = { model, input: "Hello wide world" };
const echoed = "You said: Hello wide world";
const research: CreateInteractionRequest = {
  agent: "deep-research-preview-04-2026",
  input: "Hello wide world",
  background: true,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

/** What a test sees of a stream, read frame by frame. */
interface Frame {
  name: string;
  data: string;
}

function post(
  service: InteractionsService,
  body: unknown,
  init: RequestInit = {},
  url: string = base,
): Promise<Response> {
  return service.fetch(url, { method: "POST", body: JSON.stringify(body), ...init });
}

async function create(service: InteractionsService, body: unknown): Promise<Interaction> {
  return (await post(service, body)).json();
}

async function get(service: InteractionsService, id = "", query = ""): Promise<Interaction> {
  return (await service.fetch(`${base}/${id}${query}`)).json();
}

async function streamed(service: InteractionsService, body: object): Promise<Events> {
  return readEvents(await post(service, { ...body, stream: true }));
}

async function reattached(service: InteractionsService, id = "", after?: string): Promise<Events> {
  const cursor = after === undefined ? "" : `&last_event_id=${encodeURIComponent(after)}`;
  return readEvents(await service.fetch(`${base}/${id}?stream=true${cursor}`));
}

type Events = InteractionStreamEvent[] & { done?: boolean };

async function readEvents(response: Response): Promise<Events> {
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  return parseEvents(await response.text());
}

function parseEvents(text: string): Events {
  const frames = text.split("\n\n").filter((frame) => frame !== "");
  const parsed = frames.map(parseFrame);
  const done = parsed.at(-1)?.name === "done";
  const events: Events = (done ? parsed.slice(0, -1) : parsed).map(({ name, data }) => {
    const event: InteractionStreamEvent = JSON.parse(data);
    expect(event.event_type).toBe(name);
    return event;
  });
  events.done = done;
  return events;
}

function parseFrame(frame: string): Frame {
  const [, name = "", data = ""] = /^event: (.*)\ndata: (.*)$/.exec(frame) ?? [];
  return { name, data };
}

function textOf(events: readonly InteractionStreamEvent[]): string {
  return events
    .flatMap((event) => ("delta" in event ? [event.delta] : []))
    .map((delta) => (delta.type === "text" ? (delta.text ?? "") : ""))
    .join("");
}

function idsOf(events: readonly InteractionStreamEvent[]): (string | undefined)[] {
  return events.map((event) => event.event_id);
}

function typesOf(events: readonly InteractionStreamEvent[]): string[] {
  return events.map((event) => event.event_type);
}

function withFaults(...faults: Fault[]): InteractionsService {
  return createInteractionsService({ faults });
}

function abortable(): { signal: AbortSignal; abort: (reason: unknown) => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: (reason) => controller.abort(reason) };
}

function collect(response: Response): string[] {
  const chunks: string[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const read = async (): Promise<void> => {
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
      chunks.push(next.value);
    }
  };
  // A body that never ends is what some tests are about.
  void read().catch(() => undefined);
  return chunks;
}

test.each([
  [{ ...hello, agent: null, previous_interaction_id: null, background: null, tools: null }, 200],
  [{ ...hello, input: null }, 400],
  [{ ...hello, model: null }, 400],
] as const)("a null member counts as not set: %j is a %i", async (body, status) => {
  const service = createInteractionsService();
  expect((await post(service, body)).status).toBe(status);
});

test("a create answers with the finished interaction", async () => {
  const interaction = await create(createInteractionsService(), hello);
  expect(interaction).toMatchObject({
    id: "v1_run1",
    object: "interaction",
    status: "completed",
    model,
    steps: [textStep(echoed)],
  });
  expect(validateClosed("Interaction", interaction)).toEqual([]);
});

test("a streaming create frames the run as the service does", async () => {
  const service = createInteractionsService({ respond: () => "Hi there" });
  const response = await post(service, { ...hello, stream: true });
  const text = await response.text();
  expect(text.startsWith("event: interaction.created\ndata: {")).toBe(true);
  expect(text.endsWith("\n\nevent: done\ndata: [DONE]\n\n")).toBe(true);
  expect(typesOf(parseEvents(text))).toEqual([
    "interaction.created",
    "interaction.status_update",
    "step.start",
    "step.delta",
    "step.delta",
    "step.stop",
    "interaction.completed",
  ]);
});

test("in guide mode every event has an id and any of them is a cursor", async () => {
  const service = createInteractionsService();
  const events = await streamed(service, hello);
  const id = events.flatMap((event) => ("interaction" in event ? [event.interaction.id] : []))[0];
  for (const [index, event] of events.entries()) {
    expect(await reattached(service, id, event.event_id)).toEqual(
      Object.assign(events.slice(index + 1), { done: true }),
    );
  }
  expect(await reattached(service, id)).toEqual(events);
});

test("in faithful mode a foreground run has no event ids and cannot be reattached", async () => {
  const service = createInteractionsService({ mode: "faithful" });
  const events = await streamed(service, hello);
  expect(idsOf(events).every((id) => id === undefined)).toBe(true);
  expect((await service.fetch(`${base}/v1_run1?stream=true`)).status).toBe(404);
  expect(await get(service, "v1_run1")).toMatchObject({ status: "completed" });
});

test("in faithful mode background runs have ids on first deltas, which are cursors", async () => {
  const service = createInteractionsService({ mode: "faithful" });
  const events = await streamed(service, research);
  const first = events.findIndex((event) => event.event_type === "step.delta");
  const [id, ...others] = idsOf(events).filter((eventId) => eventId !== undefined);
  expect(others).toEqual([]);
  expect(events[first]?.event_id).toBe(id);
  expect(atob(id ?? "")).toBe("0_model_output_3");
  expect(idsOf(await reattached(service, "v1_run1", id))).not.toContain(id);
  expect(textOf(await reattached(service, "v1_run1", id))).toBe(echoed.replace("You ", ""));
});

test("in faithful mode the usage of an agent's run is in the resource only", async () => {
  const service = createInteractionsService({ mode: "faithful" });
  const events = await streamed(service, research);
  expect(events.at(-1)).not.toHaveProperty("interaction.usage");
  expect(await get(service, "v1_run1")).toHaveProperty("usage.total_tokens");
});

test("in faithful mode a stream ends with usage as recorded, and a GET lists the input", async () => {
  const service = createInteractionsService({ mode: "faithful" });
  const events = await streamed(service, hello);
  expect(events.at(-1)).toHaveProperty("interaction.usage", {
    total_tokens: 28,
    total_input_tokens: 5,
    input_tokens_by_modality: [{ modality: "text", tokens: 5 }],
    total_cached_tokens: 0,
    total_output_tokens: 23,
    total_tool_use_tokens: 0,
    total_thought_tokens: 0,
  });
  const interaction = await get(service, "v1_run1");
  expect(interaction.usage?.total_tokens).toBeGreaterThan(0);
  expect(interaction.steps).toEqual([
    { type: "user_input", content: [{ type: "text", text: "Hello wide world" }] },
    textStep(echoed),
  ]);
});

test.for<[string, CreateInteractionRequest["input"], object]>([
  ["one content", { type: "text", text: "a" }, [{ type: "user_input" }, { type: "model_output" }]],
  ["a list of contents", [{ type: "text", text: "a" }], [{ type: "user_input" }, {}]],
  ["a list of steps", [textStep("a"), textStep("b")], [textStep("a"), textStep("b"), {}]],
])("in faithful mode a GET lists an input of %s as steps", async ([, input, steps]) => {
  const service = createInteractionsService({ mode: "faithful" });
  await create(service, { ...hello, input });
  expect(await get(service, "v1_run1")).toMatchObject({ steps });
});

const stepExamples = listExamples().filter(({ schema }) => unionMembers("Step").includes(schema));

test.for(stepExamples)("the events of $name fit the spec in both dialects", ({ name, value }) => {
  // Read from an example of that schema.
  const steps = [value as Step];
  const interaction: Interaction = { id: "v1_abc", status: "completed", model, steps };
  for (const event of interactionEvents(interaction)) {
    expect(validateClosed("InteractionStreamEvent", event)).toEqual([]);
  }
  // What came after the legacy dialect has no form there.
  if (/retrieval|processing|result-content/.test(name)) return;
  for (const event of interactionEvents(interaction, { dialect: "legacy" })) {
    expect(validate("InteractionStreamEvent", event)).toEqual([]);
  }
});

test("steps become a start with the ids, deltas and a stop", () => {
  const annotations = [{ type: "url_citation" as const, url: "https://example.com" }];
  const image = { type: "image" as const, data: "aW1n", mime_type: "image/png" };
  const steps: Step[] = [
    { type: "thought", summary: [{ type: "text", text: "Hm." }], signature: "c2ln" },
    { type: "model_output", content: [{ type: "text", text: "Hi you", annotations }, image] },
    { type: "google_search_call", id: "s1", arguments: { queries: ["q"] }, signature: "c2ln" },
    { type: "function_call", id: "f1", name: "weather", arguments: { city: "Oslo" } },
  ];
  const shown = interactionEvents({ id: "v1_abc", status: "requires_action", steps })
    .slice(2, -1)
    .map((event) => ("step" in event ? event.step : "delta" in event ? event.delta : "stop"));
  expect(shown).toEqual([
    { type: "thought" },
    { type: "thought_summary", content: { type: "text", text: "Hm." } },
    { type: "thought_signature", signature: "c2ln" },
    "stop",
    { type: "model_output" },
    { type: "text", text: "Hi " },
    { type: "text", text: "you" },
    { type: "text_annotation_delta", annotations },
    image,
    "stop",
    { type: "google_search_call", id: "s1", signature: "" },
    { type: "google_search_call", arguments: { queries: ["q"] }, signature: "c2ln" },
    "stop",
    { type: "function_call", id: "f1", name: "weather", arguments: {}, signature: "" },
    { type: "arguments_delta", arguments: '{"city":"Osl' },
    { type: "arguments_delta", arguments: 'o"}' },
    "stop",
  ]);
});

test("the legacy dialect has outputs, content events and whole function calls", async () => {
  const call: Step = {
    type: "function_call",
    id: "f1",
    name: "weather",
    arguments: { city: "Oslo" },
  };
  const service = createInteractionsService({
    dialect: "legacy",
    respond: () => ({ steps: [textStep("Hi"), call] }),
  });
  const events = await streamed(service, hello);
  expect(typesOf(events)).toEqual([
    "interaction.start",
    "interaction.status_update",
    "content.start",
    "content.delta",
    "content.stop",
    "content.start",
    "content.delta",
    "content.stop",
    "interaction.complete",
  ]);
  expect(events[6]).toMatchObject({ index: 1, delta: call });
  expect(await get(service, "v1_run1")).toMatchObject({
    status: "requires_action",
    outputs: [{ type: "text", text: "Hi" }, call],
  });
});

test("a function call at the end requires action, unless a status is given", async () => {
  const steps: Step[] = [{ type: "function_call", id: "f1", name: "f", arguments: {} }];
  const service = createInteractionsService({
    respond: ({ input }) => (input === "fail" ? { steps, status: "failed" } : { steps }),
  });
  expect((await create(service, hello)).status).toBe("requires_action");
  expect((await create(service, { ...hello, input: "fail" })).status).toBe("failed");
});

test("an answer can give its events exactly", async () => {
  const events: InteractionStreamEvent[] = [
    { event_type: "interaction.created", interaction: { id: "v1_own", status: "in_progress" } },
    { event_type: "error" },
  ];
  const service = createInteractionsService({ respond: () => ({ events, status: "incomplete" }) });
  expect([...(await streamed(service, hello))]).toEqual(events);
  expect(await get(service, "v1_own")).toMatchObject({
    id: "v1_own",
    status: "incomplete",
    steps: [],
  });
});

test("store: false leaves no id and nothing to get", async () => {
  const service = createInteractionsService();
  expect(await create(service, { ...hello, store: false })).not.toHaveProperty("id");
  const [created] = await streamed(service, { ...hello, store: false });
  expect(created).toMatchObject({ interaction: { id: "" } });
  expect((await service.fetch(`${base}/v1_run1`)).status).toBe(404);
});

test("a background run advances with each poll", async () => {
  const service = createInteractionsService();
  const started = await create(service, research);
  expect(started).toMatchObject({ id: "v1_run1", status: "in_progress" });
  expect(started).not.toHaveProperty("steps");
  const statuses: string[] = [];
  for (let poll = 0; poll < 3; poll += 1) statuses.push((await get(service, started.id)).status);
  expect(statuses).toEqual(["in_progress", "in_progress", "completed"]);
  expect((await get(service, started.id)).steps).toEqual([textStep(echoed)]);
});

test("include_input adds the input", async () => {
  const service = createInteractionsService();
  await create(service, hello);
  expect(await get(service, "v1_run1", "?include_input=true")).toMatchObject({
    input: hello.input,
  });
  expect(await get(service, "v1_run1")).not.toHaveProperty("input");
});

test("cancel ends a background run where it is, and its streams say so", async () => {
  const service = createInteractionsService({ respond: () => "a b c d e f" });
  await create(service, research);
  const cancelled = await post(service, {}, {}, `${base}/v1_run1/cancel`);
  expect(await cancelled.json()).toMatchObject({ id: "v1_run1", status: "cancelled" });
  expect((await get(service, "v1_run1")).status).toBe("cancelled");
  const events = await reattached(service, "v1_run1");
  expect(typesOf(events)).toEqual(["interaction.created", "interaction.completed"]);
  expect(events.at(-1)).toMatchObject({ interaction: { status: "cancelled" } });
  expect([...(await reattached(service, "v1_run1", events.at(-1)?.event_id))]).toEqual([]);
  expect((await post(service, {}, {}, `${base}/v1_run1/cancel`)).status).toBe(200);
});

test("cancel and delete of an unknown id are a 404", async () => {
  const service = createInteractionsService();
  expect((await post(service, {}, {}, `${base}/v1_none/cancel`)).status).toBe(404);
  expect((await service.fetch(`${base}/%zz`, { method: "DELETE" })).status).toBe(404);
});

test("cancel refuses a finished run", async () => {
  const service = createInteractionsService();
  await create(service, hello);
  const response = await post(service, {}, {}, `${base}/v1_run1/cancel`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { code: "failed_precondition" } });
});

test("delete answers with an empty body, and then the run is gone", async () => {
  const service = createInteractionsService();
  await create(service, hello);
  const response = await service.fetch(`${base}/v1_run1`, { method: "DELETE" });
  expect([response.status, await response.text()]).toEqual([200, ""]);
  expect((await service.fetch(`${base}/v1_run1`)).status).toBe(404);
});

test.for<[string, object]>([
  ["neither model nor agent", { input: "x" }],
  ["model and agent", { model, agent: "a", input: "x" }],
  ["generation_config with an agent", { agent: "a", generation_config: {}, input: "x" }],
  ["agent_config with a model", { model, agent_config: { type: "dynamic" }, input: "x" }],
  ["background without store", { model, background: true, store: false, input: "x" }],
  ["deep research in the foreground", { agent: "deep-research-preview-04-2026", input: "x" }],
  ["no input", { model }],
  ["an unknown previous interaction", { ...hello, previous_interaction_id: "v1_none" }],
])("a create with %s is a 400", async ([, body]) => {
  const response = await post(createInteractionsService(), body);
  expect(response.status).toBe(400);
  const error: unknown = await response.json();
  expect(error).toMatchObject({ error: { code: "invalid_request" } });
  expect(validateClosed("ErrorResponse", error)).toEqual([]);
});

test("a body that is not a JSON object is a 400", async () => {
  const response = await createInteractionsService().fetch(base, { method: "POST", body: "{" });
  expect(response.status).toBe(400);
});

test("a previous interaction must be finished", async () => {
  const service = createInteractionsService();
  await create(service, research);
  const next = { ...hello, previous_interaction_id: "v1_run1" };
  expect((await post(service, next)).status).toBe(400);
  for (let poll = 0; poll < 3; poll += 1) await get(service, "v1_run1");
  expect(await create(service, next)).toMatchObject({ previous_interaction_id: "v1_run1" });
});

test.for([
  ["last_event_id without stream", "v1_run1?last_event_id=evt_1", 400],
  ["an unknown cursor", "v1_run1?stream=true&last_event_id=none", 400],
  ["an unknown id", "v1_none", 404],
] as const)("a get with %s is refused", async ([, path, status]) => {
  const service = createInteractionsService();
  await create(service, hello);
  expect((await service.fetch(`${base}/${path}`)).status).toBe(status);
});

test("an unknown route is a 404 of the front end", async () => {
  const service = createInteractionsService();
  for (const [method, url] of [
    ["GET", "https://generativelanguage.googleapis.com/v1beta/models"],
    ["PUT", base],
    ["GET", `${base}/v1_run1/cancel`],
    ["POST", `${base}/v1_run1`],
  ] as const) {
    const response = await service.fetch(url, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 404, status: "NOT_FOUND" } });
  }
});

test("any version and any path before it lead to the service", async () => {
  const service = createInteractionsService();
  for (const url of [
    "https://generativelanguage.googleapis.com/v1/interactions",
    "http://127.0.0.1:8080/proxy/v1beta/interactions",
    vertexBase,
  ]) {
    const { id } = await (await post(service, hello, {}, url)).json();
    expect((await service.fetch(`${url}/${id}`)).status).toBe(200);
  }
});

test("Vertex ids are found by the URL forms that are routed", async () => {
  const headers = { authorization: "Bearer t" };
  const unscoped = `${vertexHost}/v1beta1/interactions`;
  const statuses = async (vertexPaths?: InteractionsServiceOptions["vertexPaths"]) => {
    const service = createInteractionsService({ vertexPaths });
    await post(service, hello, { headers }, vertexBase);
    const responses = [
      await service.fetch(`${vertexBase}/v1_run1`, { headers }),
      await service.fetch(`${unscoped}/v1_run1`, { headers }),
    ];
    for (const response of responses) {
      const isPage = response.headers.get("content-type")?.startsWith("text/html");
      expect(isPage).toBe(response.status === 404);
    }
    return responses.map(({ status }) => status);
  };
  expect(await statuses()).toEqual([200, 200]);
  expect(await statuses("location")).toEqual([200, 404]);
  expect(await statuses("unscoped")).toEqual([404, 200]);
});

test("credentials that are not listed are refused as the service does", async () => {
  const tokens = ["t1"];
  const service = createInteractionsService({ apiKeys: ["k1"], tokens });
  const status = async (headers: Record<string, string>): Promise<number> =>
    (await post(service, hello, { headers })).status;
  expect(await status({ "x-goog-api-key": "k1" })).toBe(200);
  expect(await status({ authorization: "Bearer t1" })).toBe(200);
  expect(await status({ authorization: "Bearer t2" })).toBe(401);
  expect(await status({})).toBe(403);
  tokens.push("t2");
  expect(await status({ authorization: "Bearer t2" })).toBe(200);
  const refused = await post(service, hello, { headers: { "x-goog-api-key": "k2" } });
  expect(refused.status).toBe(400);
  const error: unknown = await refused.json();
  expect(error).toMatchObject({ error: { details: [{ reason: "API_KEY_INVALID" }] } });
  expect(validateClosed("ErrorResponse", error)).toEqual([]);
});

test("the service keeps what it received", async () => {
  const service = createInteractionsService();
  await post(service, hello, { headers: { "x-test": "1" } });
  await service.fetch(`${base}/v1_run1?stream=true`);
  expect(service.requests).toMatchObject([
    { method: "POST", path: "/v1beta/interactions", body: hello, isStream: false },
    { method: "GET", url: `${base}/v1_run1?stream=true`, body: undefined, isStream: true },
  ]);
  expect(service.requests[0]?.headers.get("x-test")).toBe("1");
});

test("a stream counts as open until it is read to [DONE]", async () => {
  const service = createInteractionsService();
  const response = await post(service, { ...hello, stream: true });
  expect([service.openStreams, service.closedStreams]).toEqual([1, 0]);
  expect((await response.text()).endsWith("[DONE]\n\n")).toBe(true);
  expect([service.openStreams, service.closedStreams]).toEqual([0, 1]);
  expect(service.requests[0]?.state).toBe("finished");
});

test("a body that is cancelled is closed", async () => {
  const service = createInteractionsService();
  const reader = (await post(service, { ...hello, stream: true })).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect([service.openStreams, service.closedStreams]).toEqual([0, 1]);
  expect(service.requests[0]?.state).toBe("aborted");
});

test("a request that is aborted takes its body along", async () => {
  const service = createInteractionsService();
  const { signal, abort } = abortable();
  const reader = (await post(service, { ...hello, stream: true }, { signal })).body?.getReader();
  await reader?.read();
  abort("enough");
  await expect(reader?.read()).rejects.toBe("enough");
  expect(service.openStreams).toBe(0);
  expect(service.requests[0]?.state).toBe("aborted");
});

test("a request that is aborted before the response rejects with the signal's reason", async () => {
  const service = createInteractionsService({ respond: () => new Promise(() => undefined) });
  const { signal, abort } = abortable();
  const pending = post(service, hello, { signal });
  abort("enough");
  await expect(pending).rejects.toBe("enough");
  expect(service.requests[0]?.state).toBe("aborted");
});

test("a body produces only what is read", async () => {
  const service = createInteractionsService();
  const reader = (await post(service, { ...research, stream: true })).body?.getReader();
  await reader?.read();
  await reader?.read();
  // Nobody read further, so nothing further has happened: the first poll is not the last.
  expect((await get(service, "v1_run1")).status).toBe("in_progress");
});

test("a foreground run continues without its connection in guide mode only", async () => {
  for (const [mode, status] of [
    ["guide", 200],
    ["faithful", 404],
  ] as const) {
    const service = createInteractionsService({ mode, faults: [{ kind: "cut", afterEvents: 3 }] });
    expect(await streamed(service, hello)).toHaveLength(3);
    expect((await service.fetch(`${base}/v1_run1?stream=true`)).status).toBe(status);
    expect((await service.fetch(`${base}/v1_run1`)).status).toBe(status);
  }
});

test("a background run survives its connection in faithful mode too", async () => {
  const service = createInteractionsService({ mode: "faithful" });
  const reader = (await post(service, { ...research, stream: true })).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(textOf(await reattached(service, "v1_run1"))).toBe(echoed);
});

test("with an interval events happen by the clock, read or not", async () => {
  const service = createInteractionsService({ eventIntervalMs: 1000, respond: () => "a b" });
  const started = await create(service, research);
  await vi.advanceTimersByTimeAsync(5000);
  expect((await get(service, started.id)).status).toBe("in_progress");
  await vi.advanceTimersByTimeAsync(1000);
  expect((await get(service, started.id)).status).toBe("completed");
});

test("a stream attached midway gets what was stored, then what happens", async () => {
  const service = createInteractionsService({ eventIntervalMs: 1000, respond: () => "a b" });
  await create(service, research);
  await vi.advanceTimersByTimeAsync(1000);
  const chunks = collect(await service.fetch(`${base}/v1_run1?stream=true`));
  await vi.advanceTimersByTimeAsync(0);
  expect(typesOf(parseEvents(chunks.join("")))).toEqual([
    "interaction.created",
    "interaction.status_update",
  ]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(chunks).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(4000);
  expect(parseEvents(chunks.join(""))).toHaveLength(7);
  expect(service.openStreams).toBe(0);
});

test("a foreground create without stream answers when the run is over", async () => {
  const service = createInteractionsService({ eventIntervalMs: 1000, respond: () => "a b" });
  const answered = vi.fn();
  void create(service, hello).then(answered);
  await vi.advanceTimersByTimeAsync(5000);
  expect(answered).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1000);
  expect(answered).toHaveBeenCalledWith(expect.objectContaining({ status: "completed" }));
});

test("a run that is bound to its connection stops its clock with it", async () => {
  const service = createInteractionsService({ eventIntervalMs: 1000, mode: "faithful" });
  const { signal, abort } = abortable();
  const pending = post(service, hello, { signal });
  const rejected = expect(pending).rejects.toBe("enough");
  await vi.advanceTimersByTimeAsync(1500);
  abort("enough");
  await rejected;
  expect(vi.getTimerCount()).toBe(0);
});

test("cancel ends a stream that waits for the next event", async () => {
  const service = createInteractionsService({ eventIntervalMs: 1000 });
  const chunks = collect(await post(service, { ...research, stream: true }));
  await vi.advanceTimersByTimeAsync(1000);
  await post(service, {}, {}, `${base}/v1_run1/cancel`);
  await vi.advanceTimersByTimeAsync(0);
  const events = parseEvents(chunks.join(""));
  expect(events.at(-1)).toMatchObject({ interaction: { status: "cancelled" } });
  expect(service.openStreams).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test("a cut ends the body after a number of events, and only once", async () => {
  const service = withFaults({ kind: "cut", afterEvents: 4 });
  const cut = await streamed(service, hello);
  expect([cut.length, cut.done]).toEqual([4, false]);
  expect(service.requests[0]?.state).toBe("cut");
  expect(service.faults).toEqual([]);
  const rest = await reattached(service, "v1_run1", cut.at(-1)?.event_id);
  expect(textOf([...cut, ...rest])).toBe(echoed);
});

test("a cut after all events leaves out [DONE] only", async () => {
  const whole = await streamed(createInteractionsService(), hello);
  const cut = await streamed(withFaults({ kind: "cut", afterEvents: whole.length }), hello);
  expect([...cut]).toEqual([...whole]);
  expect(cut.done).toBe(false);
});

test("a cut after bytes ends in the middle of whatever is there", async () => {
  for (const afterBytes of [0, 1, 77, 300]) {
    const service = withFaults({ kind: "cut", afterBytes });
    const response = await post(service, { ...hello, stream: true });
    expect(await response.text()).toHaveLength(afterBytes);
  }
});

test("a reset breaks the body as a lost connection does", async () => {
  const service = withFaults({ kind: "cut", afterEvents: 1, reset: true });
  const reader = (await post(service, { ...hello, stream: true })).body?.getReader();
  expect((await reader?.read())?.done).toBe(false);
  const error: unknown = await reader?.read().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: "terminated", cause: { code: "UND_ERR_SOCKET" } });
});

test("a JSON body can be truncated", async () => {
  const service = withFaults({ kind: "cut", on: "create", afterBytes: 20 });
  const response = await post(service, hello);
  expect(response.headers.get("content-type")).toContain("application/json");
  await expect(response.json()).rejects.toThrow(SyntaxError);
});

test("the 600 s cut leaves a bare JSON array, on one line or on several", async () => {
  for (const pretty of [false, true]) {
    const service = withFaults({ kind: "unframed-error", afterEvents: 2, pretty });
    const text = await (await post(service, { ...hello, stream: true })).text();
    const tail = text.slice(text.lastIndexOf("\n\n") + 2);
    expect(tail.includes("\n")).toBe(pretty);
    expect(JSON.parse(tail)).toMatchObject([{ error: { code: 503, status: "UNAVAILABLE" } }]);
    expect(service.requests[0]?.state).toBe("cut");
  }
});

test("silence keeps the body open until the reader leaves", async () => {
  const service = withFaults({ kind: "silence", afterEvents: 2 });
  const { signal, abort } = abortable();
  const response = await post(service, { ...hello, stream: true }, { signal });
  const chunks = collect(response);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(chunks).toHaveLength(2);
  expect(service.openStreams).toBe(1);
  abort("enough");
  expect(service.openStreams).toBe(0);
});

test("silence before the headers lasts until the request is aborted", async () => {
  const service = withFaults({ kind: "silence", on: "get", beforeHeaders: true });
  await create(service, hello);
  const { signal, abort } = abortable();
  const pending = service.fetch(`${base}/v1_run1`, { signal });
  await vi.advanceTimersByTimeAsync(600_000);
  expect(service.requests[1]?.state).toBe("pending");
  abort("enough");
  await expect(pending).rejects.toBe("enough");
});

test("a reattached stream can show two lifecycle events and fall silent", async () => {
  const service = withFaults(
    { kind: "replay", from: "run" },
    { kind: "silence", on: "reattach", afterEvents: 2 },
  );
  await streamed(service, hello);
  const chunks = collect(await service.fetch(`${base}/v1_run1?stream=true&last_event_id=evt_5`));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(typesOf(parseEvents(chunks.join("")))).toEqual([
    "interaction.created",
    "interaction.status_update",
  ]);
  expect(service.openStreams).toBe(1);
});

test("an error event ends the stream, with [DONE] or without", async () => {
  const error = { code: "gateway_timeout", message: "Too late." };
  for (const done of [true, false]) {
    const service = withFaults({ kind: "error-event", afterEvents: 2, error, done });
    const events = await streamed(service, hello);
    expect(events.at(-1)).toEqual({ event_type: "error", error });
    expect([events.length, events.done]).toEqual([3, done]);
  }
});

const unavailable = { code: 503, message: "Away.", status: "UNAVAILABLE" };

test.for([
  ["event", 'event: error\ndata: {"event_type":"error","error":'],
  ["untyped", 'data: {"error":'],
  ["named", 'event: error\ndata: {"code":503'],
  [
    "failed",
    'event: interaction.status_update\ndata: {"event_type":"interaction.status_update","interaction_id":"v1_run1","status":"failed","error":',
  ],
] as const)("an error can end the stream in the form %s", async ([form, expected]) => {
  const service = withFaults({ kind: "error-event", afterEvents: 1, error: unavailable, form });
  const text = await (await post(service, { ...hello, stream: true })).text();
  const [, last = "", done] = text.split("\n\n");
  expect(last.startsWith(expected)).toBe(true);
  expect(last).toContain("Away.");
  expect(done).toContain("[DONE]");
});

test("a bare error can be any, in an array or alone", async () => {
  const error = { code: "deadline_exceeded", message: "Too late." };
  for (const list of [true, false]) {
    const service = withFaults({ kind: "unframed-error", error, list });
    const text = await (await post(service, { ...hello, stream: true })).text();
    expect(JSON.parse(text)).toEqual(list ? [{ error }] : { error });
  }
});

test("keep-alive comments can be repeated", async () => {
  const service = withFaults({
    kind: "insert",
    afterEvents: 1,
    every: 2,
    what: ": still here\n\n",
  });
  const text = await (await post(service, { ...hello, stream: true })).text();
  const frames = text.split("\n\n").map((frame) => frame.startsWith(":"));
  expect(frames.slice(0, 8)).toEqual([false, true, false, false, true, false, false, true]);
});

test("an outage applies to every request for some time, from the first one on", async () => {
  const service = withFaults({
    kind: "answer",
    on: "any",
    status: 503,
    headers: { "retry-after": "1" },
    lastsMs: 5_000,
  });
  const statuses: number[] = [];
  for (const ms of [60_000, 2_000, 2_999, 1]) {
    await vi.advanceTimersByTimeAsync(ms);
    statuses.push((await post(service, hello)).status);
  }
  expect(statuses).toEqual([503, 503, 503, 200]);
  expect(service.faults).toEqual([]);
});

test("events and garbage can be put between the events", async () => {
  const noise = withFaults({ kind: "insert", afterEvents: 2, what: { event_type: "error" } });
  const events = await streamed(noise, hello);
  expect(events[2]).toEqual({ event_type: "error" });
  expect(textOf(events)).toBe(echoed);
  const garbage = withFaults({ kind: "insert", afterEvents: 1, what: "<html>\n\n" });
  const text = await (await post(garbage, { ...hello, stream: true })).text();
  expect(text.split("\n\n")[1]).toBe("<html>");
});

test("event ids can be hidden, sparse or shown in either mode", async () => {
  for (const mode of ["guide", "faithful"] as const) {
    const counts: number[] = [];
    for (const show of ["none", "sparse", "all"] as const) {
      const service = createInteractionsService({ mode, faults: [{ kind: "event-ids", show }] });
      const ids = idsOf(await streamed(service, hello));
      counts.push(ids.filter((id) => id !== undefined).length);
    }
    expect(counts).toEqual([0, 1, 10]);
  }
});

test("a replay can split the text differently, and its ids stay cursors", async () => {
  const service = createInteractionsService();
  const events = await streamed(service, hello);
  for (const size of [1, 3, 4, 7, 100]) {
    service.faults.push({ kind: "replay", splitText: splitEvery(size), times: Infinity });
    const replayed = await reattached(service, "v1_run1");
    expect(textOf(replayed)).toBe(echoed);
    expect(textOf(replayed.slice(0, 4))).toBe(echoed.slice(0, size));
    for (const [index, { event_id: id }] of replayed.entries()) {
      if (id === undefined) continue;
      expect(idsOf(events)).toContain(id);
      expect(textOf(await reattached(service, "v1_run1", id))).toBe(
        textOf(replayed.slice(index + 1)),
      );
    }
    service.faults.length = 0;
  }
});

test("a recut replay of a live run waits for the events that its pieces need", async () => {
  const service = createInteractionsService({
    eventIntervalMs: 1000,
    respond: () => "ab cd",
    faults: [{ kind: "replay", splitText: splitEvery(2) }],
  });
  await create(service, research);
  const chunks = collect(await service.fetch(`${base}/v1_run1?stream=true`));
  const texts = () =>
    parseEvents(chunks.join(""))
      .map((event) => textOf([event]))
      .filter(Boolean);
  await vi.advanceTimersByTimeAsync(3000);
  expect(texts()).toEqual(["ab"]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(texts()).toEqual(["ab", " c", "d"]);
});

test("a replay can repeat the cursor's event or the step it is in", async () => {
  const service = createInteractionsService();
  const events = await streamed(service, hello);
  const delta = events.findLastIndex((event) => event.event_type === "step.delta");
  const cursor = events[delta]?.event_id;
  service.faults.push({ kind: "replay", from: "event" }, { kind: "replay", from: "step" });
  expect([...(await reattached(service, "v1_run1", cursor))]).toEqual(events.slice(delta));
  expect([...(await reattached(service, "v1_run1", cursor))]).toEqual(events.slice(2));
  expect([...(await reattached(service, "v1_run1", cursor))]).toEqual(events.slice(delta + 1));
});

test("a replay can split arguments differently, and repeat a step from its end", async () => {
  const service = createInteractionsService({
    respond: () => ({
      steps: [{ type: "function_call", id: "c1", name: "look", arguments: { city: "Oslo" } }],
    }),
    faults: [
      { kind: "replay", splitText: splitEvery(4) },
      { kind: "replay", from: "step" },
    ],
  });
  await streamed(service, research);
  const recut = await reattached(service, "v1_run1", "evt_3");
  expect(recut.slice(0, 2)).toMatchObject([
    { delta: { type: "arguments_delta", arguments: '{"ci' } },
    { delta: { type: "arguments_delta", arguments: 'ty":' } },
  ]);
  const [again] = await reattached(service, "v1_run1", "evt_6");
  expect(again).toMatchObject({ event_type: "step.start", event_id: "evt_3" });
});

test("an abort reaches a stream long after its request was garbage-collected", async () => {
  const service = createInteractionsService({ respond: () => "Hi", eventIntervalMs: 60_000 });
  const { signal, abort } = abortable();
  const response = await post(service, { ...hello, stream: true }, { signal });
  const reader = response.body?.getReader();
  await reader?.read();
  const pending = reader?.read();
  await collectGarbage();
  abort("enough");
  await expect(pending).rejects.toBe("enough");
  expect(service.openStreams).toBe(0);
});

test("the stored run of the older dialect has outputs, and no steps beside them", async () => {
  const service = createInteractionsService({ dialect: "legacy", respond: () => "Hi" });
  const { id } = await create(service, hello);
  const stored = await get(service, id);
  expect(stored).toMatchObject({ outputs: [{ type: "text", text: "Hi" }] });
  expect(stored).not.toHaveProperty("steps");
});

test("faults that decide the end are used one by one, and others combine with each of them", async () => {
  const service = withFaults(
    { kind: "event-ids", show: "none", times: 2 },
    { kind: "cut", afterEvents: 3 },
    { kind: "unframed-error", on: "reattach", afterEvents: 1 },
  );
  expect(idsOf(await streamed(service, hello))).toEqual([undefined, undefined, undefined]);
  const second = await (await service.fetch(`${base}/v1_run1?stream=true`)).text();
  expect(second).not.toContain("event_id");
  expect(second).toContain("UNAVAILABLE");
  expect(service.faults).toEqual([]);
});

test("an answer fault replaces a number of responses", async () => {
  const service = withFaults({ kind: "answer", on: "create", status: 429, times: 2 });
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 3; attempt += 1) {
    statuses.push((await post(service, hello)).status);
  }
  expect(statuses).toEqual([429, 429, 200]);
});

test.for<[string, Partial<Extract<Fault, { kind: "answer" }>>, unknown]>([
  ["the service", {}, { error: { code: "rate_limit_exceeded" } }],
  ["the front end", { shape: "front-end" }, { error: { code: 429, status: "RESOURCE_EXHAUSTED" } }],
  ["an array", { shape: "array" }, [{ error: { code: 429 } }]],
  ["RetryInfo", { retryDelay: "26s" }, { error: { details: [{ retryDelay: "26s" }] } }],
  ["its own code", { code: "quota_exceeded" }, { error: { code: "quota_exceeded" } }],
])("an error body can have the shape of %s", async ([, options, expected]) => {
  const service = withFaults({ kind: "answer", on: "any", status: 429, ...options });
  const body: unknown = await (await post(service, hello)).json();
  expect(body).toMatchObject(Array.isArray(expected) ? expected : (expected as object));
  expect(validateClosed("ErrorResponse", body)).toEqual([]);
});

test("an answer can be a page, nothing, a redirect or any text", async () => {
  const headers = { "Content-Type": "text/plain", "retry-after": "7" };
  const service = withFaults(
    { kind: "answer", on: "any", status: 502, shape: "html" },
    { kind: "answer", on: "any", status: 503, shape: "empty" },
    { kind: "answer", on: "any", status: 302, headers: { location: "https://other.example/" } },
    { kind: "answer", on: "any", status: 200, body: "nonsense", headers },
  );
  expect(await (await post(service, hello)).text()).toContain("<!DOCTYPE html>");
  expect(await (await post(service, hello)).text()).toBe("");
  const redirect = await post(service, hello);
  expect(redirect.status).toBe(302);
  expect(redirect.headers.get("location")).toBe("https://other.example/");
  const text = await post(service, hello);
  expect(await text.text()).toBe("nonsense");
  expect([...text.headers]).toEqual([
    ["content-type", "text/plain"],
    ["retry-after", "7"],
  ]);
});

test("the real body can come under another content type", async () => {
  const service = withFaults({ kind: "content-type", on: "any", value: "text/plain" });
  const response = await post(service, { ...hello, stream: true });
  expect(response.headers.get("content-type")).toBe("text/plain");
  expect(await response.text()).toContain("[DONE]");
});

test("a network error rejects as fetch does, with the request accepted or not", async () => {
  for (const accepted of [false, true]) {
    const service = withFaults({ kind: "network-error", on: "create", code: "EPIPE", accepted });
    const error: unknown = await post(service, hello).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: "fetch failed", cause: { code: "EPIPE" } });
    expect((await service.fetch(`${base}/v1_run1`)).status).toBe(accepted ? 200 : 404);
  }
});

const greet = (): string => "Grüße 👋🏽 an alle";

test("chunks can be cut anywhere, inside characters too", async () => {
  const whole = await (
    await post(createInteractionsService({ respond: greet }), { ...hello, stream: true })
  ).text();
  for (const [chunkBytes, count] of [
    [1, new TextEncoder().encode(whole).length],
    [Infinity, 1],
  ] as const) {
    const service = createInteractionsService({ respond: greet, chunkBytes });
    const reader = (await post(service, { ...hello, stream: true })).body?.getReader();
    const decoder = new TextDecoder();
    const texts: string[] = [];
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
      texts.push(decoder.decode(next.value, { stream: true }));
    }
    expect(texts).toHaveLength(count);
    expect(texts.join("")).toBe(whole);
  }
});

test("the SSE builders make events, text and responses without a service", async () => {
  const events = textEvents("Hello world", { interactionId: "v1_abc" });
  expect(textOf(events)).toBe("Hello world");
  expect(events[0]).toMatchObject({ interaction: { id: "v1_abc" } });
  expect([...parseEvents(formatSse(events))]).toEqual(events);
  expect(formatSse(events, { done: false })).not.toContain("[DONE]");
  const response = sseResponse(events, { chunkBytes: 10 });
  expect(await readEvents(response)).toEqual(Object.assign([...events], { done: true }));
  expect(typesOf(textEvents("Hi", { dialect: "legacy" }))).toContain("content.delta");
});

test("MSW handlers answer at all hosts of the service, streams included", async () => {
  const service = createInteractionsService();
  const server = setupServer(...interactionsHandlers(service, { baseUrl: "http://proxy.test/x/" }));
  server.listen({ onUnhandledRequest: "error" });
  try {
    for (const url of [
      base,
      vertexBase,
      "https://aiplatform.googleapis.com/v1beta1/projects/p/locations/global/interactions",
      "https://aiplatform.eu.rep.googleapis.com/v1beta1/projects/p/locations/eu/interactions",
      "http://proxy.test/x/v1beta/interactions",
    ]) {
      const body = JSON.stringify({ ...hello, stream: true });
      expect(textOf(await readEvents(await fetch(url, { method: "POST", body })))).toBe(echoed);
    }
  } finally {
    server.close();
  }
});

test("through MSW aborts reach the service, and network errors the caller", async () => {
  const service = withFaults(
    { kind: "silence", afterEvents: 1 },
    { kind: "network-error", on: "get" },
  );
  const server = setupServer(...interactionsHandlers(service));
  server.listen({ onUnhandledRequest: "error" });
  try {
    const { signal, abort } = abortable();
    const body = JSON.stringify({ ...hello, stream: true });
    const response = await fetch(base, { method: "POST", body, signal });
    const reader = response.body?.getReader();
    await reader?.read();
    expect(service.openStreams).toBe(1);
    abort(new Error("enough"));
    await expect(reader?.read()).rejects.toThrow("enough");
    expect(service.openStreams).toBe(0);
    await expect(fetch(`${base}/v1_run1`)).rejects.toThrow(TypeError);
  } finally {
    server.close();
  }
});

test("a respond function that throws is an error of the test, not of the network", async () => {
  const service = createInteractionsService({
    respond: () => {
      throw new Error("no such recording");
    },
  });
  await expect(post(service, hello)).rejects.toThrow("no such recording");
});

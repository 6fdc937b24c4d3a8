// What the testing kit offers beside the protocol: answers by turn, the test's own mistakes, a view of
// what is stored, state that outlives the service, clock and ids, webhooks.

import { createHmac, createPublicKey, verify } from "node:crypto";
import { beforeEach, expect, test, vi } from "vitest";
import { accumulate, InteractionsClient, outputText } from "../../src/index.ts";
import {
  answerOverTime,
  createInteractionsService,
  failedAnswer,
  functionCallStep,
  interactionEvents,
  mediaStep,
  oddities,
  refusedAnswer,
  RespondError,
  textStep,
  thoughtStep,
} from "../../src/testing/index.ts";
import type {
  InteractionsService,
  InteractionsServiceOptions,
  ServiceChange,
} from "../../src/testing/index.ts";
import { validateClosed } from "../support/contract.ts";
import { rareRuns, runs } from "../support/runs.ts";

const base = "https://generativelanguage.googleapis.com/v1beta/interactions";
const hello = { model: "gemini-3.8-flash", input: "Hello" } as const;
const research = {
  agent: "deep-research-preview-04-2026",
  input: "Hello",
  background: true,
} as const;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

function clientOf({ fetch }: InteractionsService): InteractionsClient {
  return new InteractionsClient({ apiKey: "k", fetch, retry: false });
}

function post(service: InteractionsService, body: object): Promise<Response> {
  return service.fetch(base, { method: "POST", body: JSON.stringify(body) });
}

async function readAll<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function refusal(service: InteractionsService, body: object): Promise<unknown> {
  const response = await post(service, body);
  return [response.status, await response.json()];
}

function invalid(message: string): unknown {
  return [400, { error: { code: "invalid_request", message } }];
}

test("creates are answered in turn, by texts, answers and functions", async () => {
  const service = createInteractionsService({
    responses: [
      "One",
      { steps: [textStep("Two")] },
      ({ input }) => `Three: ${JSON.stringify(input)}`,
    ],
  });
  const client = clientOf(service);
  const texts: string[] = [];
  for (const turn of [1, 2, 3]) {
    texts.push(outputText(await client.create({ ...hello, input: `turn ${turn}` })));
  }
  expect(texts).toEqual(["One", "Two", 'Three: "turn 3"']);
});

test("a create beyond the last response is the test's own mistake, with what was asked", async () => {
  const service = createInteractionsService({ responses: ["One"] });
  await post(service, hello);
  const message =
    'No response left: `responses` has 1, and this is create number 2, with input "Hello".';
  await expect(post(service, hello)).rejects.toThrow(message);
  expect(service.errors).toEqual([expect.any(RespondError)]);
});

test("what respond throws is named, kept, and not sent again", async () => {
  const cause = new RangeError("no such recording");
  const service = createInteractionsService({
    respond: () => {
      throw cause;
    },
  });
  const client = new InteractionsClient({ apiKey: "k", fetch: service.fetch });
  const error: unknown = await client.create(hello).catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    name: "RespondError",
    message: "respond() threw RangeError: no such recording",
    cause,
  });
  expect(service.errors).toMatchObject([{ name: "RespondError", cause }]);
  expect(service.requests).toHaveLength(1);
});

test.for<InteractionsServiceOptions["mode"]>(["guide", "faithful"])(
  "%s mode refuses what the service does not know, unless it is told to be lenient",
  async (mode) => {
    const service = createInteractionsService({ mode });
    expect(await refusal(service, { ...hello, temprature: 1 })).toEqual(
      invalid("Unknown parameter 'temprature'."),
    );
    expect(await refusal(service, { ...hello, stream: "yes" })).toEqual(
      invalid("Invalid input at 'stream'."),
    );
    const lenient = createInteractionsService({ mode, strict: false });
    expect((await post(lenient, { ...hello, temprature: 1 })).status).toBe(200);
  },
);

test("the legacy dialect takes what its own requests had", async () => {
  const service = createInteractionsService({ dialect: "legacy" });
  const input = [{ role: "user", content: "Hello" }];
  expect((await post(service, { ...hello, input })).status).toBe(200);
});

test("a function result must answer a call, of the run before or of the input", async () => {
  const call = functionCallStep("look", { at: "sky" }, "c1");
  const service = createInteractionsService({ responses: [{ steps: [call] }, "Blue", "Blue"] });
  await post(service, hello);
  const answered = (id: string): object => ({
    ...hello,
    previous_interaction_id: "v1_run1",
    input: [{ type: "function_result", call_id: id, name: "look", result: "blue" }],
  });
  expect(await refusal(service, answered("c2"))).toEqual(
    invalid("Invalid input at 'input[0].call_id'."),
  );
  expect((await post(service, answered("c1"))).status).toBe(200);
  const history = [
    textStep("Hi"),
    call,
    { type: "function_result", call_id: "c1", name: "look", result: "b" },
  ];
  expect((await post(service, { ...hello, store: false, input: history })).status).toBe(200);
  expect(await refusal(service, { ...hello, input: history.toSpliced(1, 1) })).toEqual(
    invalid("Invalid input at 'input[1].call_id'."),
  );
});

test("a refused prompt breaks its stream off with a bare error, and leaves nothing", async () => {
  const service = createInteractionsService({ respond: () => refusedAnswer() });
  const response = await post(service, { ...hello, stream: true });
  const frames = (await response.text()).split("\n\n");
  expect([response.status, frames.length]).toEqual([200, 3]);
  expect(frames[2]).toBe(
    '{"error":{"code":"prohibited_content","message":"The prompt was blocked."}}\n',
  );
  expect((await service.fetch(`${base}/v1_run1`)).status).toBe(404);
  expect(await refusal(service, hello)).toMatchObject([
    400,
    { error: { code: "prohibited_content" } },
  ]);
  expect(service.interactions).toEqual([]);
});

test("a run has the given statuses, one with each GET", async () => {
  const answer = answerOverTime(["queued", "in_progress", "queued"], "Done");
  const service = createInteractionsService({ respond: () => answer });
  const client = clientOf(service);
  const { id, status } = await client.create(research);
  const statuses: string[] = [status];
  for (let poll = 0; poll < 4; poll += 1) statuses.push((await client.get(id)).status);
  expect(statuses).toEqual(["queued", "queued", "in_progress", "queued", "completed"]);
  const events = await readAll(await client.get(id, { stream: true }));
  expect(events.flatMap((event) => ("status" in event ? [event.status] : []))).toEqual(
    answer.statuses,
  );
});

test("the helpers write steps and answers that fit the spec", async () => {
  const bytes = new TextEncoder().encode("image");
  const steps = [
    thoughtStep("Let me see."),
    thoughtStep(),
    functionCallStep("look"),
    mediaStep("image/png", bytes),
    mediaStep("application/pdf", "JVBERg=="),
    textStep("Hi"),
  ];
  for (const step of steps) expect(validateClosed("Step", step)).toEqual([]);
  expect(steps[3]).toEqual({
    type: "model_output",
    content: [{ type: "image", data: "aW1hZ2U=", mime_type: "image/png" }],
  });
  expect(() => mediaStep("text/plain", "")).toThrow(TypeError);
  const service = createInteractionsService({ respond: () => failedAnswer("safety", "No.") });
  expect(await clientOf(service).create(hello)).toMatchObject({
    status: "failed",
    errors: [{ code: "safety", message: "No." }],
  });
});

test("reading the stored runs does not advance them", async () => {
  const service = createInteractionsService();
  const client = clientOf(service);
  await client.create(research);
  await client.create(hello);
  await client.create({ ...hello, store: false });
  expect(service.interactions).toMatchObject([
    { id: "v1_run1", status: "in_progress" },
    { id: "v1_run2", status: "completed" },
  ]);
  expect(service.interactions[0]).toEqual(service.interactions[0]);
  await client.delete("v1_run2");
  expect(service.interactions).toHaveLength(1);
});

test("the bodies of creates are typed, other requests have none", async () => {
  const service = createInteractionsService();
  const client = clientOf(service);
  await client.create(research);
  await client.cancel("v1_run1");
  const [created, cancelled] = service.requests;
  expect(created?.body?.input).toBe("Hello");
  expect([created?.status, cancelled?.body]).toEqual([200, undefined]);
});

test("reset forgets everything, ends every clock, and begins anew", async () => {
  const service = createInteractionsService({
    responses: ["One"],
    eventIntervalMs: 1_000,
    faults: [{ kind: "answer", on: "get", status: 503 }],
  });
  await post(service, research);
  await service.fetch(`${base}/v1_run1`);
  await post(service, research).catch(() => undefined);
  service.reset();
  expect(vi.getTimerCount()).toBe(0);
  expect([service.requests, service.interactions, service.errors]).toEqual([[], [], []]);
  expect(service.faults).toHaveLength(1);
  expect(await (await post(service, research)).json()).toMatchObject({ id: "v1_run1" });
});

test("ids and clock can be the test's own", async () => {
  const service = createInteractionsService({
    createId: (count) => `v1_own${count}`,
    now: () => Date.UTC(2026, 10, 25),
  });
  expect(await clientOf(service).create(hello)).toMatchObject({
    id: "v1_own1",
    created: "2026-11-25T00:00:00Z",
  });
});

/** A service that keeps its changes as a file would: as JSON. */
function keeping(changes: string[], options: InteractionsServiceOptions): InteractionsService {
  return createInteractionsService({
    ...options,
    state: changes.map((line): ServiceChange => JSON.parse(line)),
    onChange: (change) => changes.push(JSON.stringify(change)),
  });
}

test("what is stored outlives the service, and runs continue by the clock meanwhile", async () => {
  const changes: string[] = [];
  const options = { eventIntervalMs: 1_000, respond: () => "a b c d" };
  const before = clientOf(keeping(changes, options));
  const { id: running } = await before.create(research);
  const { id: cancelled } = await before.create(research);
  const { id: deleted } = await before.create(research);
  await vi.advanceTimersByTimeAsync(3_500);
  await before.cancel(cancelled);
  await before.delete(deleted);
  // A cancelled run does not go on by the clock.
  expect(
    keeping([...changes], { ...options, now: () => Date.now() + 60_000 }).interactions[1],
  ).toMatchObject({
    id: cancelled,
    status: "cancelled",
  });
  const service = keeping(changes, options);
  const after = clientOf(service);
  expect(service.interactions).toMatchObject([
    { id: running, status: "in_progress" },
    { id: cancelled, status: "cancelled" },
  ]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(outputText(await after.get(running))).toBe("a b c d");
  expect((await after.create(research)).id).toBe("v1_run4");
  const events = await readAll(await after.get(running, { stream: true, last_event_id: "evt_5" }));
  expect(events.map(({ event_id: eventId }) => eventId)).toEqual([
    "evt_6",
    "evt_7",
    "evt_8",
    "evt_9",
  ]);
});

test("without a clock a finished run stays finished, and a shape stays what it made", async () => {
  const changes: string[] = [];
  const respond = () => ({ steps: [textStep("Hi")], shape: oddities.unknownEvents });
  const before = clientOf(keeping(changes, { respond }));
  const events = await readAll(await before.create({ ...hello, stream: true }));
  const service = keeping(changes, {});
  expect(service.interactions).toMatchObject([{ status: "completed" }]);
  const again = await readAll(await clientOf(service).get("v1_run1", { stream: true }));
  expect(again).toEqual(events);
});

test("in faithful mode a foreground run that was under way is gone with its service", async () => {
  const changes: string[] = [];
  const options = { mode: "faithful", eventIntervalMs: 1_000 } as const;
  const before = keeping(changes, options);
  await post(before, { ...hello, stream: true });
  await vi.advanceTimersByTimeAsync(2_000);
  before.reset();
  const service = keeping(changes, options);
  expect(service.interactions).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

const allSteps = [...Object.entries(runs), ...Object.entries(rareRuns)].map(
  ([name, steps]) => [name, [...steps]] as const,
);

test.for(
  Object.entries(oddities).flatMap(([name, shape]) =>
    allSteps.map(([run, steps]) => [name, run, shape, steps] as const),
  ),
)("with %s the run %s is another stream with the same steps", ([name, , shape, steps]) => {
  const interaction = { id: "v1_a", status: "completed", steps } as const;
  const events = interactionEvents({ ...interaction, steps: [...steps] });
  const odd = shape(events.map((event) => ({ ...event })));
  // Nothing but a start and a stop leaves nothing to be odd.
  if (name !== "flagDeltas" && name !== "parallelSteps" && name !== "restartedSteps") {
    if (steps.length > 0) expect(odd).not.toEqual(events);
  }
  const ignored = name === "flagDeltas" ? { is_error: false } : {};
  const plain = accumulate(events).steps?.map((step) => ({ ...step, ...ignored }));
  expect(accumulate(odd).steps?.map((step) => ({ ...step, ...ignored }))).toEqual(plain);
});

test("webhooks notify registered endpoints, signed with each of their secrets", async () => {
  const secrets = ["one", "two"].map((key) => `whsec_${Buffer.from(key).toString("base64")}`);
  const received: Request[] = [];
  const service = createInteractionsService({
    webhooks: {
      endpoints: [{ uri: "https://app.example/hook", secret: secrets }],
      deliver(request) {
        received.push(request);
        return new Response(null, { status: 204 });
      },
    },
  });
  await clientOf(service).create(hello);
  await vi.waitFor(() => expect(service.deliveries).toMatchObject([{ status: 204 }]));
  const [request] = received;
  const body = await request?.text();
  expect(JSON.parse(body ?? "")).toEqual({
    type: "interaction.completed",
    version: "v1",
    data: { id: "v1_run1" },
  });
  const signed = `${request?.headers.get("webhook-id")}.${request?.headers.get("webhook-timestamp")}.${body}`;
  const expected = ["one", "two"].map(
    (key) => `v1,${createHmac("sha256", key).update(signed).digest("base64")}`,
  );
  expect(request?.headers.get("webhook-signature")).toBe(expected.join(" "));
});

test("the URIs of a request are notified instead, signed with the service's published key", async () => {
  const service = createInteractionsService({
    respond: () => failedAnswer("safety", "No."),
    webhooks: {
      endpoints: [{ uri: "https://app.example/hook", secret: "whsec_b25l" }],
      deliver: () => {
        throw new Error("unreachable");
      },
    },
  });
  const webhook_config = { uris: ["https://own.example/"], user_metadata: { job: 7 } };
  await clientOf(service).create({ ...hello, webhook_config });
  await vi.waitFor(() =>
    expect(service.deliveries).toMatchObject([
      { uri: "https://own.example/", error: "Error: unreachable" },
    ]),
  );
  const { headers = {}, body = "" } = service.deliveries[0] ?? {};
  expect(JSON.parse(body)).toMatchObject({
    type: "interaction.failed",
    data: { user_metadata: { job: 7 } },
  });
  const jwks = await service.fetch(
    "https://generativelanguage.googleapis.com/.well-known/jwks.json",
  );
  const [key] = (await jwks.json()).keys;
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const signature = Buffer.from(headers["webhook-signature"]?.slice(4) ?? "", "base64");
  const publicKey = createPublicKey({ key, format: "jwk" });
  expect(verify(null, Buffer.from(signed), publicKey, signature)).toBe(true);
});

test("cancelled and incomplete runs are not announced", async () => {
  const deliver = vi.fn(() => new Response());
  const service = createInteractionsService({
    respond: () => ({ status: "incomplete" }),
    webhooks: { endpoints: [{ uri: "https://app.example/", secret: "whsec_b25l" }], deliver },
  });
  const client = clientOf(service);
  await client.create(hello);
  await client.create(research);
  await client.cancel("v1_run2");
  expect(deliver).not.toHaveBeenCalled();
});

test("fetch takes a URL with a plain init, and any object that is like a Request", async () => {
  const service = createInteractionsService();
  const body = JSON.stringify(hello);
  const like = {
    url: base,
    method: "post",
    headers: new Headers({ "x-test": "1" }),
    signal: new AbortController().signal,
    text: () => Promise.resolve(body),
  };
  const bytes = new TextEncoder().encode(body);
  for (const [input, init] of [
    [base, { method: "POST", body }],
    [new URL(base), { method: "POST", body: bytes }],
    [new Request(base, { method: "POST", body }), undefined],
    [new Request(base, { method: "PUT", body: "{}" }), { method: "POST", body }],
    [like, undefined],
  ] as const) {
    expect((await service.fetch(input, init)).status).toBe(200);
  }
  expect(service.requests.at(-1)?.headers.get("x-test")).toBe("1");
});

test("a signal of another platform ends a stream too", async () => {
  const listeners = new Set<() => void>();
  const foreign = {
    aborted: false,
    reason: "enough",
    throwIfAborted: () => undefined,
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  };
  const service = createInteractionsService({ eventIntervalMs: 1_000 });
  const response = await service.fetch(base, {
    method: "POST",
    body: JSON.stringify({ ...hello, stream: true }),
    // As jsdom's: it has the members, not the class.
    signal: foreign as unknown as AbortSignal,
  });
  for (const listener of listeners) listener();
  await expect(response.text()).rejects.toBe("enough");
  expect(service.openStreams).toBe(0);
});

test.each([
  [{ response: ["a"] }, 'Unknown option "response": did you mean responses?'],
  [{ fault: [] }, 'Unknown option "fault": did you mean faults?'],
  [{ webhooks: { endpoint: [] } }, 'Unknown option "webhooks.endpoint"'],
  [{ mode: "faithfull" }, 'Unknown mode "faithfull": did you mean faithful?'],
  [{ dialect: "old" }, 'Unknown dialect "old": known: current, legacy.'],
  [{ vertexPaths: "auto" }, 'Unknown vertexPaths "auto"'],
  [{ eventIntervalMs: Number.NaN }, "eventIntervalMs must be 0 or more"],
  [{ chunkBytes: 0 }, "chunkBytes must be 1 or more, got 0."],
])("a service with options %j is a TypeError: %s", (options, message) => {
  // @ts-expect-error What untyped tests do.
  const make = () => createInteractionsService(options);
  expect(make).toThrow(TypeError);
  expect(make).toThrow(message);
});

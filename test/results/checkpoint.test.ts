import { expect, test, vi } from "vitest";
import {
  createWithContinuation,
  outputText,
  StreamInterruptedError,
  UnfinishedRunError,
} from "../../src/index.ts";
import type { ContinuationOptions, FetchInit } from "../../src/index.ts";
import { geminiClient } from "../support/clients.ts";
import { settle } from "../support/settle.ts";

const params = { model: "gemini-4-neon", input: "Write a book", stream: true } as const;

const created = (id: string) => ({
  event_type: "interaction.created",
  interaction: { id, status: "in_progress" },
});
const token = (value: string) => ({
  event_type: "interaction.status_update",
  status: "in_progress",
  continuation_token: value,
});
const start = { event_type: "step.start", index: 0, step: { type: "model_output" } };
const text = (value: string) => ({
  event_type: "step.delta",
  index: 0,
  delta: { type: "text", text: value },
});
const completed = (id: string) => ({
  event_type: "interaction.completed",
  interaction: { id, status: "completed", usage: { total_tokens: 5 } },
});
const busy = { event_type: "error", error: { code: "unavailable", message: "Busy." } };

/** A service that streams these events, one list per create, and stops there without an end. */
function cutting(...hops: object[][]) {
  const bodies: Record<string, unknown>[] = [];
  const gets: string[] = [];
  const fetch = async (url: string, init: FetchInit): Promise<Response> => {
    if (init.method === "GET") {
      gets.push(url);
      return Response.json({ error: { code: "not_found", message: "None." } }, { status: 404 });
    }
    const events = hops[Math.min(bodies.length, hops.length - 1)] ?? [];
    bodies.push(JSON.parse(String(init.body)));
    const body = events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("");
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };
  return { client: geminiClient({ fetch }), bodies, gets };
}

async function unfinished(run: PromiseLike<unknown>): Promise<UnfinishedRunError> {
  const error: unknown = await run.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof UnfinishedRunError) return error;
  throw new Error("It did not end with an UnfinishedRunError.", { cause: error });
}

test.each([
  ["a cut connection, stored", {}, []],
  ["a cut connection, store: false", { store: false }, []],
  ["an error that passes, stored", {}, [busy]],
  ["an error that passes, store: false", { store: false }, [busy]],
])("a stream continues from its checkpoint at once: %s", async (_, members, end) => {
  const id = "store" in members ? "" : "v1_a";
  const { client, bodies, gets } = cutting(
    [created(id), start, text("One, "), token("dDE="), ...end],
    [created(id && "v1_b"), start, text("two."), completed(id && "v1_b")],
  );
  const request = { ...params, ...members };
  const run = createWithContinuation(client, request);
  const merged = await run;
  expect(outputText(merged)).toBe("One, two.");
  expect(merged).toMatchObject({ id: id && "v1_b", status: "completed" });
  expect(merged).not.toHaveProperty("continuation_token");
  expect(run.progress?.interactionIds).toEqual(id === "" ? [] : ["v1_a", "v1_b"]);
  const { input: _input, ...stored } = request;
  expect(bodies).toEqual([
    request,
    id === ""
      ? { ...request, continuation_token: "dDE=" }
      : { ...stored, continuation_token: "dDE=", previous_interaction_id: "v1_a" },
  ]);
  expect(gets).toEqual([]);
});

test("the consumer sees each piece of text once, across checkpoints", async () => {
  const { client } = cutting(
    [created("v1_a"), start, text("One, "), token("dDE=")],
    [created("v1_b"), start, text("two, "), token("dDI=")],
    [created("v1_c"), start, text("three."), completed("v1_c")],
  );
  let said = "";
  for await (const event of createWithContinuation(client, params)) {
    if (event.event_type === "step.delta" && event.delta.type === "text") said += event.delta.text;
  }
  expect(said).toBe("One, two, three.");
});

test("three creates in a row without anything new end it; the error has the token and the text", async () => {
  const { client, bodies, gets } = cutting(
    [created("v1_a"), start, text("One, "), token("dDE=")],
    [created("v1_b")],
  );
  const error = await unfinished(createWithContinuation(client, params));
  expect(bodies).toHaveLength(4);
  expect(gets).toEqual([]);
  expect(error.cause).toBeInstanceOf(StreamInterruptedError);
  expect(outputText(error.interaction)).toBe("One, ");
  expect(error.interaction.continuation_token).toBe("dDE=");
  expect(error.progress.interactionIds).toEqual(["v1_a", "v1_b", "v1_b", "v1_b"]);
  // Another process, later: the token is that of the interaction that reported it.
  const later = cutting([created("v1_z"), start, text("two."), completed("v1_z")]);
  const from = JSON.parse(JSON.stringify(error.progress));
  const merged = await createWithContinuation(later.client, params, { from });
  expect(outputText(merged)).toBe("One, two.");
  expect(later.bodies).toMatchObject([
    { continuation_token: "dDE=", previous_interaction_id: "v1_a" },
  ]);
});

test("tokens in a circle, each without new content, are not progress", async () => {
  const { client, bodies } = cutting(
    [created("v1_a"), start, text("One, "), token("dDE=")],
    [created("v1_b"), token("dDI=")],
    [created("v1_c"), token("dDE=")],
  );
  await unfinished(createWithContinuation(client, params));
  expect(bodies).toHaveLength(4);
});

test("new content between the cuts starts the count anew, and maxHops bounds the whole", async () => {
  const hop = [created("v1_a"), start, text("more "), token("dDE=")];
  const { client, bodies } = cutting(hop);
  const error = await unfinished(createWithContinuation(client, params));
  expect(bodies).toHaveLength(10);
  expect(error.message).toContain("not complete after 10 hops");
  expect(outputText(error.interaction)).toBe("more ".repeat(10));
  expect(error.interaction.continuation_token).toBe("dDE=");
});

test("content after the checkpoint: resumption is tried, and the error has the token and all text", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { client, bodies, gets } = cutting([
    created("v1_a"),
    start,
    text("One, "),
    token("dDE="),
    text("two"),
  ]);
  const error = await settle(unfinished(createWithContinuation(client, params)));
  expect(bodies).toHaveLength(1);
  expect(gets.length).toBeGreaterThan(0);
  expect(error.cause).toBeInstanceOf(StreamInterruptedError);
  expect(outputText(error.interaction)).toBe("One, two");
  expect(error.interaction.continuation_token).toBe("dDE=");
  // What came after the checkpoint is generated again: it is not in the result twice.
  const later = cutting([created("v1_b"), start, text("two, three."), completed("v1_b")]);
  const from = JSON.parse(JSON.stringify(error.progress));
  const merged = await createWithContinuation(later.client, params, { from });
  expect(outputText(merged)).toBe("One, two, three.");
});

test.each<[string, ContinuationOptions]>([
  ["resumption is off", { resume: false }],
  ["resumption has a limit of its own", { resume: { timeoutMs: 1_000 } }],
])("a checkpoint is used also where %s", async (_, options) => {
  const { client, bodies, gets } = cutting(
    [created("v1_a"), start, text("One, "), token("dDE=")],
    [created("v1_b"), start, text("two."), completed("v1_b")],
  );
  expect(outputText(await createWithContinuation(client, params, options))).toBe("One, two.");
  expect(bodies).toHaveLength(2);
  expect(gets).toEqual([]);
});

test("a stream without a checkpoint fails as it is", async () => {
  const { client, bodies } = cutting([created(""), start, text("One, ")]);
  const run = createWithContinuation(client, { ...params, store: false });
  await expect(run).rejects.toThrow(StreamInterruptedError);
  expect(bodies).toHaveLength(1);
});

test("a plain create is resumed after a checkpoint as ever, and starts nothing", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  const { client, bodies, gets } = cutting([created("v1_a"), start, text("One, "), token("dDE=")]);
  const stream = await client.create(params);
  await expect(settle(stream.finalInteraction())).rejects.toThrow(StreamInterruptedError);
  expect(stream.snapshot.continuation_token).toBe("dDE=");
  expect(bodies).toHaveLength(1);
  expect(gets.length).toBeGreaterThan(0);
});

test("an abort after a checkpoint sends nothing more", async () => {
  const { client, bodies } = cutting([created("v1_a"), start, text("One, "), token("dDE=")]);
  const controller = new AbortController();
  const run = createWithContinuation(client, params, { signal: controller.signal });
  const seen = (async () => {
    for await (const event of run) {
      if (event.event_type === "interaction.status_update") controller.abort("enough");
    }
  })();
  await expect(seen).rejects.toBe("enough");
  expect(bodies).toHaveLength(1);
});

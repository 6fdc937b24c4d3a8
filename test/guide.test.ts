// The TypeScript twin of every sample of the guide, in the guide's order, over MSW.

import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { InteractionsClient } from "../src/index.ts";
import type { InteractionStreamEvent } from "../src/index.ts";
import { createInteractionsService } from "../src/testing/index.ts";
import type { InteractionsService, InteractionsServiceOptions } from "../src/testing/index.ts";
import { interactionsHandlers } from "../src/testing/msw.ts";

const server = setupServer();
let service: InteractionsService;

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
beforeEach(() => {
  vi.stubEnv("GEMINI_API_KEY", "guide-key");
  serve();
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const dialects = ["current", "legacy"] as const;
const story = "Once upon a time a stream broke, and somebody asked for the rest of it. The end.";

function serve(options: InteractionsServiceOptions = {}): void {
  service = createInteractionsService({ respond: () => story, ...options });
  server.use(...interactionsHandlers(service));
}

/** The text of an event, in either dialect, narrowed without a cast. */
function textOf(event: InteractionStreamEvent): string {
  switch (event.event_type) {
    case "step.delta":
      return event.delta.type === "text" ? event.delta.text : "";
    case "content.delta":
      return event.delta.type === "text" ? (event.delta.text ?? "") : "";
    default:
      return "";
  }
}

test("Create (non-streaming): a model answers with an id and a status", async () => {
  serve({ respond: () => "Paris." });
  const client = new InteractionsClient();

  const interaction = await client.create({
    model: "gemini-3.8-flash",
    input: "What is the capital of France?",
  });

  expect(interaction.id).not.toBe("");
  expect(interaction.status).toBe("completed");
  expect(interaction.steps).toEqual([
    { type: "model_output", content: [{ type: "text", text: "Paris." }] },
  ]);
});

test("Create (non-streaming): an agent runs in the background", async () => {
  const client = new InteractionsClient();

  const interaction = await client.create({
    agent: "deep-research-preview-04-2026",
    input: "Research the history of quantum computing",
    background: true,
    store: true,
  });

  expect(interaction.status).toBe("in_progress");
  expect(service.requests[0]?.body).toMatchObject({
    agent: "deep-research-preview-04-2026",
    background: true,
    store: true,
  });
});

test.each(dialects)("Create (streaming SSE): text as it arrives, %s dialect", async (dialect) => {
  serve({ dialect });
  const client = new InteractionsClient();

  const stream = await client.create({
    model: "gemini-3.8-flash",
    input: "Write a short poem about Elixir",
    stream: true,
  });
  const pieces: string[] = [];
  for await (const event of stream) {
    const text = textOf(event);
    if (text !== "") pieces.push(text);
  }

  expect(pieces.join("")).toBe(story);
  expect(pieces.length).toBeGreaterThan(5);
});

test.each(dialects)(
  "Resumption (last_event_id): five events, then the rest, %s dialect",
  async (dialect) => {
    serve({ dialect });
    const client = new InteractionsClient();

    const stream = await client.create({
      model: "gemini-3.8-flash",
      input: "Write a longer story in multiple paragraphs",
      stream: true,
    });
    let seen = 0;
    let text = "";
    for await (const event of stream) {
      text += textOf(event);
      seen += 1;
      if (seen >= 5) break;
    }
    const { interactionId, lastEventId } = stream;
    if (interactionId === undefined || lastEventId === undefined) {
      throw new Error("The guide's streams name their interaction and their events.");
    }

    const resumed = await client.get(interactionId, { stream: true, last_event_id: lastEventId });
    for await (const event of resumed) text += textOf(event);

    expect(text).toBe(story);
    const { searchParams, pathname } = new URL(service.requests.at(-1)?.url ?? "");
    expect(pathname).toBe(`/v1beta/interactions/${interactionId}`);
    expect(Object.fromEntries(searchParams)).toEqual({
      stream: "true",
      last_event_id: lastEventId,
    });
  },
);

test("Background + cancel + delete: poll to the end, cancel another, delete both", async () => {
  const client = new InteractionsClient();
  const outline = {
    agent: "deep-research-preview-04-2026",
    input: "Draft a detailed outline for a technical blog post about OTP supervision trees",
    background: true,
    store: true,
  } as const;

  const interaction = await client.create(outline);
  const final = await client.waitForCompletion(interaction.id, {
    pollIntervalMs: 1,
    timeoutMs: 120_000,
  });
  expect(final.status).toBe("completed");

  const running = await client.create(outline);
  const cancelled = await client.cancel(running.id);
  expect(cancelled.status).toBe("cancelled");

  for (const { id } of [interaction, running]) {
    await expect(client.delete(id)).resolves.toBeUndefined();
    await expect(client.get(id)).rejects.toThrow("404");
  }
});

test("Gemini vs Vertex routing: the Gemini API takes a key under /v1beta", async () => {
  vi.stubEnv("GOOGLE_CLOUD_QUOTA_PROJECT", "ignored-here");
  const client = new InteractionsClient();
  const { id } = await client.create({ model: "gemini-3.8-flash", input: "Hello" });
  await client.get(id);

  expect(service.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "POST https://generativelanguage.googleapis.com/v1beta/interactions",
    `GET https://generativelanguage.googleapis.com/v1beta/interactions/${id}`,
  ]);
  const [create] = service.requests;
  expect(create?.headers.get("x-goog-api-key")).toBe("guide-key");
  expect(create?.headers.has("x-goog-user-project")).toBe(false);
});

test("Gemini vs Vertex routing: Vertex takes a token, create is scoped, the rest is not", async () => {
  vi.stubEnv("VERTEX_QUOTA_PROJECT_ID", "billing");
  const client = new InteractionsClient({
    vertex: { project: "my-project", location: "us-central1", auth: "guide-token" },
  });
  const run = {
    agent: "deep-research-preview-04-2026",
    input: "Hello",
    background: true,
  } as const;
  const { id } = await client.create(run);
  await client.get(id);
  await client.cancel(id);
  await client.delete(id);

  const host = "https://us-central1-aiplatform.googleapis.com/v1beta1";
  expect(service.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${host}/projects/my-project/locations/us-central1/interactions`,
    `GET ${host}/interactions/${id}`,
    `POST ${host}/interactions/${id}/cancel`,
    `DELETE ${host}/interactions/${id}`,
  ]);
  for (const { headers } of service.requests) {
    expect(headers.get("authorization")).toBe("Bearer guide-token");
    expect(headers.get("x-goog-user-project")).toBe("billing");
  }
});

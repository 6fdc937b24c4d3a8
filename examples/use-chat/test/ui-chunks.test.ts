// Feeds runs of the service in memory through the mapping, and looks at the message that the AI SDK's own
// reader makes of the chunks.

import { readUIMessageStream } from "ai";
import type { UIMessageChunk } from "ai";
import type { InteractionStreamEvent, Step } from "gemini-interactions";
import { interactionEvents } from "gemini-interactions/testing";
import { expect, test } from "vitest";
import { toUiChunks } from "../lib/ui-chunks.ts";

function eventsOf(steps: Step[], status = "completed"): InteractionStreamEvent[] {
  return interactionEvents({ id: "v1_run", status, steps });
}

async function chunksOf(events: InteractionStreamEvent[]): Promise<UIMessageChunk[]> {
  const chunks: UIMessageChunk[] = [];
  for await (const chunk of toUiChunks(events)) chunks.push(chunk);
  return chunks;
}

/** The message at its end, and the errors on the way. */
async function read(events: InteractionStreamEvent[]) {
  const errors: unknown[] = [];
  const chunks = await chunksOf(events);
  const stream = new ReadableStream<UIMessageChunk>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  let message;
  const onError = (error: unknown) => void errors.push(error);
  for await (message of readUIMessageStream({ stream, onError })) void message;
  return { message, errors, finish: chunks.at(-1) };
}

const text = (value: string): Step => ({
  type: "model_output",
  content: [{ type: "text", text: value }],
});

test.each<[kind: string, steps: Step[], parts: object[]]>([
  ["text", [text("Hello there, 😀")], [{ type: "text", text: "Hello there, 😀", state: "done" }]],
  [
    "reasoning before text",
    [
      { type: "thought", summary: [{ type: "text", text: "Let me see." }], signature: "c2ln" },
      text("Seen."),
    ],
    [
      { type: "reasoning", text: "Let me see.", state: "done" },
      { type: "text", text: "Seen." },
    ],
  ],
  [
    "reasoning without words, which is not shown",
    [{ type: "thought", signature: "c2ln" }, text("Seen.")],
    [{ type: "text", text: "Seen." }],
  ],
  [
    "a function call",
    [{ type: "function_call", id: "call_1", name: "weather", arguments: { city: "Zürich" } }],
    [
      {
        type: "dynamic-tool",
        toolName: "weather",
        toolCallId: "call_1",
        state: "input-available",
        input: { city: "Zürich" },
      },
    ],
  ],
  [
    "two calls of one function",
    [
      { type: "function_call", id: "call_1", name: "weather", arguments: { city: "Oslo" } },
      { type: "function_call", id: "call_2", name: "weather", arguments: {} },
    ],
    [
      { toolCallId: "call_1", input: { city: "Oslo" } },
      { toolCallId: "call_2", input: {} },
    ],
  ],
  [
    "a search by the service, with its result",
    [
      { type: "google_search_call", id: "s_1", arguments: { queries: ["sse"] } },
      { type: "google_search_result", call_id: "s_1", result: [{ search_suggestions: "<b>" }] },
    ],
    [
      {
        type: "dynamic-tool",
        toolName: "google_search",
        toolCallId: "s_1",
        state: "output-available",
        input: { queries: ["sse"] },
        output: [{ search_suggestions: "<b>" }],
        providerExecuted: true,
      },
    ],
  ],
  [
    "sources, each once",
    [
      {
        type: "model_output",
        content: [
          {
            type: "text",
            text: "A and B",
            annotations: [
              { type: "url_citation", url: "https://a.example", title: "A" },
              { type: "url_citation", url: "https://b.example" },
              { type: "url_citation", url: "https://a.example", title: "A" },
            ],
          },
        ],
      },
    ],
    [
      { type: "text", text: "A and B" },
      { type: "source-url", url: "https://a.example", title: "A" },
      { type: "source-url", url: "https://b.example", title: "https://b.example" },
    ],
  ],
  [
    "files, by data and by address",
    [
      {
        type: "model_output",
        content: [
          { type: "image", mime_type: "image/png", data: "aGk=" },
          { type: "video", mime_type: "video/mp4", uri: "https://v.example/1" },
        ],
      },
    ],
    [
      { type: "file", mediaType: "image/png", url: "data:image/png;base64,aGk=" },
      { type: "file", mediaType: "video/mp4", url: "https://v.example/1" },
    ],
  ],
])("maps %s", async (_, steps, parts) => {
  const { message, errors } = await read(eventsOf(steps));
  expect(errors).toEqual([]);
  expect(message?.id).toBe("v1_run");
  expect(message?.parts).toMatchObject(parts);
  expect(message?.parts).toHaveLength(parts.length);
});

test.each([
  ["completed", "stop"],
  ["incomplete", "length"],
  ["requires_action", "tool-calls"],
  ["failed", "error"],
  ["cancelled", "other"],
  ["a_status_of_tomorrow", "other"],
])("a run that ends as %s finishes with %s", async (status, finishReason) => {
  const chunks = await chunksOf(eventsOf([text("So far.")], status));
  expect(chunks.at(-1)).toEqual({ type: "finish", finishReason });
});

test("a failed run and an error event are errors of the message", async () => {
  expect((await read(eventsOf([], "failed"))).errors).toHaveLength(1);
  const error = { event_type: "error", error: { code: "internal", message: "Broken." } } as const;
  const { errors } = await read([...eventsOf([text("So")]).slice(0, 4), error]);
  expect(String(errors[0])).toContain("Broken.");
});

test("a delta of an unknown step, and an unknown event, are passed over", async () => {
  const odd = [
    { event_type: "step.delta", index: 9, delta: { type: "text", text: "lost" } },
    { event_type: "step.delta", index: 0, delta: { type: "of_tomorrow" } },
    { event_type: "event.of_tomorrow" },
  ] as unknown as InteractionStreamEvent[];
  const [created, ...rest] = eventsOf([text("Hello")]);
  const { message, errors } = await read([...(created ? [created] : []), ...odd, ...rest]);
  expect(errors).toEqual([]);
  expect(message?.parts).toMatchObject([{ type: "text", text: "Hello" }]);
});

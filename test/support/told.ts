// A run as a service tells it, and parameters that start it: what the tests of streams have in common.

import type { InteractionsClient } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsServiceOptions, InteractionsService } from "../../src/testing/index.ts";
import { bodyOf, doneFrame, frame } from "./body.ts";
import { geminiClient } from "./clients.ts";
import { createFetch } from "./fetch.ts";

export const story = "One two three four five six seven.";
export const agent = {
  agent: "deep-research-preview-04-2026",
  input: "Go",
  background: true,
  stream: true,
} as const;
export const model = { model: "gemini-3.5-flash", input: "Go", stream: true } as const;

/** A service that tells a story, and its client. */
export function setUp(options: InteractionsServiceOptions = {}): {
  service: InteractionsService;
  client: InteractionsClient;
} {
  const service = createInteractionsService({ respond: () => story, ...options });
  return { service, client: geminiClient({ fetch: service.fetch }) };
}

/** A stream of these events and then `[DONE]`, and a GET that answers `stored`. */
export function told(
  events: readonly object[],
  stored: () => Response | Promise<Response> = () => new Response("", { status: 404 }),
): { client: InteractionsClient; requests: readonly Request[] } {
  const { fetch, requests } = createFetch(({ method, headers }) => {
    const streams = method === "POST" || headers.get("accept") === "text/event-stream";
    if (!streams) return stored();
    const body = bodyOf(...events.map(frame), doneFrame);
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
  return { client: geminiClient({ fetch }), requests };
}

export const id = "v1_run1";
export const usage = { total_tokens: 9 };
export const created = {
  event_type: "interaction.created",
  interaction: { id, status: "in_progress" },
};
export const completed = {
  event_type: "interaction.completed",
  interaction: { id, status: "completed" },
};

export function text(value: string, index = 0): object {
  return { event_type: "step.delta", index, delta: { type: "text", text: value } };
}

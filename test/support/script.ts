// A client over a fetch that the test scripts call by call: streams, polls, and what fails.

import { InteractionsClient } from "../../src/index.ts";
import type { Interaction, InteractionStreamEvent } from "../../src/index.ts";
import { bodyOf, frame } from "./body.ts";

/** One request as the service sees it. */
export interface ScriptedCall {
  readonly kind: "create" | "stream" | "get" | "cancel" | "delete";
  readonly query: URLSearchParams;
  /** How many requests of this kind came before. */
  readonly count: number;
  /** When it came, by the fake clock. */
  readonly at: number;
  readonly signal: AbortSignal | undefined;
}

/** What a script answers with. */
export type Answer = (call: ScriptedCall) => Response | Promise<Response>;

/** A client, and the calls it has made. */
export interface Script {
  readonly client: InteractionsClient;
  readonly calls: ScriptedCall[];
  /** How many calls of this kind came. */
  readonly count: (kind: ScriptedCall["kind"]) => number;
}

/** Makes the client. Its retries and reconnects pause as by default unless told otherwise. */
export function scriptClient(
  answer: Answer,
  options: ConstructorParameters<typeof InteractionsClient>[0] = {},
): Script {
  const calls: ScriptedCall[] = [];
  const count = (kind: ScriptedCall["kind"]): number =>
    calls.filter((call) => call.kind === kind).length;
  const client = new InteractionsClient({
    apiKey: "test-key-of-some-length",
    fetch: async (url, init) => {
      const { pathname, searchParams: query } = new URL(url);
      const kind = kindOf(init.method, pathname, query);
      const signal = init.signal ?? undefined;
      const call = { kind, query, count: count(kind), at: Date.now(), signal };
      calls.push(call);
      return answer(call);
    },
    ...options,
  });
  return { client, calls, count };
}

function kindOf(method: string, pathname: string, query: URLSearchParams): ScriptedCall["kind"] {
  if (method === "DELETE") return "delete";
  if (method === "POST") return pathname.endsWith("/cancel") ? "cancel" : "create";
  return query.get("stream") === "true" ? "stream" : "get";
}

/** A stream of these events and of raw text between them; it closes after the last. */
export function streamOf(...parts: (InteractionStreamEvent | string)[]): Response {
  const chunks = parts.map((part) => (typeof part === "string" ? part : frame(part)));
  return new Response(bodyOf(...chunks), { headers: { "content-type": "text/event-stream" } });
}

/** A JSON answer. */
export function jsonOf(
  value: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return Response.json(value, { status, headers });
}

/** The service's 404. */
export function notFound(): Response {
  return jsonOf({ error: { code: 404, message: "Not found.", status: "NOT_FOUND" } }, 404);
}

/** The events of a run with this id, and the texts of its only step. */
export function eventsOf(
  id: string,
  ...texts: string[]
): {
  created: InteractionStreamEvent;
  status: InteractionStreamEvent;
  start: InteractionStreamEvent;
  deltas: InteractionStreamEvent[];
  stop: InteractionStreamEvent;
  completed: InteractionStreamEvent;
} {
  return {
    created: { event_type: "interaction.created", interaction: { id, status: "in_progress" } },
    status: { event_type: "interaction.status_update", interaction_id: id, status: "in_progress" },
    start: { event_type: "step.start", index: 0, step: { type: "model_output" } },
    deltas: texts.map((text) => ({
      event_type: "step.delta",
      index: 0,
      delta: { type: "text", text },
    })),
    stop: { event_type: "step.stop", index: 0 },
    completed: {
      event_type: "interaction.completed",
      interaction: { id, status: "completed", usage: { total_tokens: 7 } },
    },
  };
}

/** The stored interaction of {@link eventsOf}. */
export function storedOf(
  id: string,
  text: string,
  status: Interaction["status"] = "completed",
): Interaction {
  return {
    id,
    status,
    steps: [{ type: "model_output", content: [{ type: "text", text }] }],
    usage: { total_tokens: 7 },
  };
}

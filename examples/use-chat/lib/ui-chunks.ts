// Turns the events of a run into the chunks that `useChat` reads: text, reasoning, tool calls and their
// results, sources, files. In come the events in order, out go the chunks of one assistant message. Its
// id is the run's, so that a replay after a reload replaces the message instead of doubling it.

import type { InteractionStreamEvent } from "gemini-interactions";
import type { FinishReason, UIMessageChunk } from "ai";

/** What the deltas, the content blocks and the steps have in common, as far as it is shown. */
interface Piece {
  readonly type: string;
  readonly text?: string;
  readonly arguments?: unknown;
  readonly result?: unknown;
  readonly is_error?: boolean;
  readonly mime_type?: string;
  readonly data?: string;
  readonly uri?: string;
  readonly annotations?: readonly Citation[];
}

interface Citation {
  readonly start_index?: number;
  readonly url?: string;
  readonly title?: string;
}

const finishReasons: Readonly<Record<string, FinishReason>> = {
  completed: "stop",
  incomplete: "length",
  requires_action: "tool-calls",
  failed: "error",
};

/** The chunks of one run; a run that another one goes on with is a message of its own. */
export async function* toUiChunks(
  events: AsyncIterable<InteractionStreamEvent> | Iterable<InteractionStreamEvent>,
): AsyncGenerator<UIMessageChunk> {
  const steps = new Map<number, { type: string; tool: ReturnType<typeof toolOf>; input: string }>();
  const open = new Map<number, "text" | "reasoning">();
  const cited = new Set<string>();

  for await (const event of events) {
    if (event.event_type === "interaction.created") {
      yield { type: "start", messageId: event.interaction.id };
    } else if (event.event_type === "step.start") {
      const { index, step } = event;
      steps.set(index, { type: step.type, tool: toolOf(step), input: "" });
      if (isCall(step)) yield { type: "tool-input-start", ...toolOf(step) };
      yield* add(index, step);
      for (const block of blocksOf(step)) yield* add(index, block);
    } else if (event.event_type === "step.delta") {
      const { index, delta } = event;
      yield* add(index, delta.type === "thought_summary" ? (delta.content ?? delta) : delta);
    } else if (event.event_type === "step.stop") {
      const { index } = event;
      const step = steps.get(index);
      const kind = open.get(index);
      if (kind !== undefined) yield { type: `${kind}-end`, id: `${index}` };
      if (step !== undefined && isCall(step)) {
        yield { type: "tool-input-available", ...step.tool, input: JSON.parse(step.input || "{}") };
      }
    } else if (event.event_type === "error" && event.error?.message) {
      yield { type: "error", errorText: event.error.message };
    } else if (event.event_type === "interaction.completed") {
      const { status = "" } = event.interaction;
      if (status === "failed") yield { type: "error", errorText: "The run failed." };
      yield { type: "finish", finishReason: finishReasons[status] ?? "other" };
    }
  }

  function* add(index: number, piece: Piece): Generator<UIMessageChunk> {
    const step = steps.get(index);
    if (step === undefined) return;
    const { toolCallId } = step.tool;
    if (piece.text) {
      const kind = step.type === "thought" ? "reasoning" : "text";
      if (!open.has(index)) yield { type: `${kind}-start`, id: `${index}` };
      open.set(index, kind);
      yield { type: `${kind}-delta`, id: `${index}`, delta: piece.text };
    } else if (piece.type === "arguments_delta") {
      const inputTextDelta = String(piece.arguments ?? "");
      step.input += inputTextDelta;
      yield { type: "tool-input-delta", toolCallId, inputTextDelta };
    } else if (piece.arguments !== undefined && step.type !== "function_call") {
      // A function call starts with an empty object, and streams the text of its arguments.
      step.input = JSON.stringify(piece.arguments);
    } else if (piece.result !== undefined) {
      yield piece.is_error
        ? { type: "tool-output-error", toolCallId, errorText: JSON.stringify(piece.result) }
        : { type: "tool-output-available", toolCallId, output: piece.result };
    } else if (piece.mime_type !== undefined && (piece.uri ?? piece.data) !== undefined) {
      const url = piece.uri ?? `data:${piece.mime_type};base64,${piece.data}`;
      yield { type: "file", mediaType: piece.mime_type, url };
    }
    for (const { url, title } of citationsIn(piece)) {
      if (!cited.has(url)) yield { type: "source-url", sourceId: url, url, title };
      cited.add(url);
    }
  }
}

function isCall({ type }: { readonly type: string }): boolean {
  return type.endsWith("_call");
}

/** How the chunks name a tool; one that the service runs itself waits for nobody. */
function toolOf(step: { readonly type: string; id?: string; call_id?: string; name?: string }) {
  const toolName = step.name ?? step.type.replace(/_call$/, "");
  const providerExecuted = step.type !== "function_call";
  return { toolCallId: step.call_id ?? step.id ?? "", toolName, providerExecuted, dynamic: true };
}

function blocksOf(step: {
  readonly type: string;
  content?: readonly Piece[];
  summary?: readonly Piece[];
}) {
  return step.content ?? step.summary ?? [];
}

function citationsIn({ annotations = [] }: Piece): { url: string; title: string }[] {
  return annotations.flatMap(({ url, title }) =>
    url === undefined ? [] : [{ url, title: title ?? url }],
  );
}

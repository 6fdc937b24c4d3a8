// Converts inputs and outputs to the messages of the `gen_ai` conventions: roles with parts. In come contents
// and steps, from a caller or the service, untrusted; out goes plain JSON data. The bytes of media are left
// out: a span should not contain them.

import { isObject, membersOf, wordOf } from "../util/json.ts";

/** A part of a message: text, a call, a result, media. */
type Part = Readonly<Record<string, unknown>>;

/** A message by the conventions. */
export interface Message {
  readonly role: "user" | "assistant" | "tool";
  readonly parts: readonly Part[];
  readonly finish_reason?: string;
}

/** Messages of a request: a text, one content, contents of one turn, or steps of several. */
export function inputMessages(input: unknown): Message[] | undefined {
  if (input === undefined) return undefined;
  const items = [input].flat();
  const isOfSteps = items.some((item) => isObject(item) && roleOf(item) !== undefined);
  if (!isOfSteps) return [{ role: "user", parts: items.map(contentPart) }];
  const messages: Message[] = [];
  for (const item of items) {
    const role = (isObject(item) ? roleOf(item) : undefined) ?? "user";
    const parts = partsOf(item);
    const last = messages.at(-1);
    // The steps of one turn are one message.
    if (last?.role === role) messages.splice(-1, 1, { role, parts: [...last.parts, ...parts] });
    else messages.push({ role, parts });
  }
  return messages;
}

/** Messages of a response, if there are any. */
export function outputMessage(interaction: unknown, finishReason: string): Message | undefined {
  const { steps, outputs } = membersOf(interaction);
  // An interaction that was read by id begins with its input.
  const items = [steps ?? outputs ?? []].flat().filter((item) => roleIn(item) !== "user");
  if (items.length === 0) return undefined;
  return { role: "assistant", parts: items.flatMap(partsOf), finish_reason: finishReason };
}

function roleIn(item: unknown): Message["role"] | undefined {
  return isObject(item) ? roleOf(item) : undefined;
}

/** Whose step it is; `undefined` for a content. */
function roleOf({ type }: Readonly<Record<string, unknown>>): Message["role"] | undefined {
  if (type === "user_input") return "user";
  if (type === "function_result") return "tool";
  const isAssistants = type === "model_output" || type === "thought";
  return isAssistants || /_(call|result)$/.test(wordOf(type)) ? "assistant" : undefined;
}

function partsOf(item: unknown): Part[] {
  if (!isObject(item)) return [contentPart(item)];
  const { type, content, summary, id, name, call_id: callId, result } = item;
  switch (type) {
    case "user_input":
    case "model_output":
      return [content ?? []].flat().map(contentPart);
    case "thought":
      return [summary ?? []].flat().map((part) => ({ ...contentPart(part), type: "reasoning" }));
    case "function_call":
      const { arguments: args = item["unparsed_arguments"] } = item;
      return [{ type: "tool_call", id, name, arguments: args }];
    case "function_result":
      return [{ type: "tool_call_response", id: callId, response: result }];
    default:
      // A tool that the service ran: only that it was used, not everything it found.
      return roleOf(item) === undefined ? [contentPart(item)] : [{ type }];
  }
}

function contentPart(content: unknown): Part {
  if (typeof content === "string") return { type: "text", content };
  if (!isObject(content)) return { type: "unknown" };
  const { type, text, uri, mime_type: mimeType } = content;
  if (type === "text") return { type, content: text };
  if (typeof uri === "string") return { type: "uri", modality: type, mime_type: mimeType, uri };
  return { type, mime_type: mimeType };
}

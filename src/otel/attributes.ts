// The attributes of spans and measurements, by the `gen_ai` conventions. In come records of hooks, out go
// attributes. Values from outside, such as ids and models, are checked for their type; where the conventions
// have no name, the prefix is `gemini_interactions`.

import type { Attributes } from "@opentelemetry/api";
import type { Usage } from "../../generated/schema.ts";
import type { RunEndRecord, RunRecord } from "../model/hooks.ts";
import type { CreateInteractionParams } from "../model/types.ts";
import { isObject, membersOf } from "../util/json.ts";
import { memberOf } from "../util/thrown.ts";
import { inputMessages, outputMessage } from "./messages.ts";

/** Members of untrusted values. */
type Untrusted = Readonly<Record<string, unknown>>;

/** Operations that are not an inference: the conventions do not name them. */
const followingNames = {
  get: "get_interaction",
  resume: "resume_interaction",
  waitForCompletion: "wait_for_completion",
} as const;

/** Operation, model or agent, and provider. */
export function operationOf(run: RunRecord): Attributes {
  const { model, agent } = run;
  return defined({
    "gen_ai.operation.name": operationNameOf(run),
    // The first request shows which of Google's APIs it is.
    "gen_ai.provider.name": "gcp.gen_ai",
    "gen_ai.request.model": model,
    "gen_ai.agent.name": agent,
  });
}

/** The name of a span. */
export function nameOf(run: RunRecord, target: string | undefined): string {
  return target === undefined ? operationNameOf(run) : `${operationNameOf(run)} ${target}`;
}

function operationNameOf({ operation, agent }: RunRecord): string {
  if (operation !== "create") return followingNames[operation];
  return agent === undefined ? "generate_content" : "invoke_agent";
}

/** What else is known of a run at its start. */
export function requestAttributes({ stream, interactionId, params }: RunRecord): Attributes {
  const { generation_config: config, response_format: format }: Untrusted = { ...params() };
  const known = membersOf(config);
  return defined({
    "gen_ai.request.stream": stream || undefined,
    "gen_ai.response.id": interactionId,
    "gen_ai.output.type": outputTypeOf(format),
    "gen_ai.request.max_tokens": known["max_output_tokens"],
    "gen_ai.request.temperature": known["temperature"],
    "gen_ai.request.top_p": known["top_p"],
    "gen_ai.request.seed": known["seed"],
    "gen_ai.request.stop_sequences": known["stop_sequences"],
  });
}

function outputTypeOf(format: unknown): string | undefined {
  // Of several requested kinds, none is the only one.
  if (!isObject(format)) return undefined;
  const { type, mime_type: mimeType } = format;
  if (type === "text") return mimeType === "application/json" ? "json" : "text";
  if (type === "audio") return "speech";
  return type === "image" ? type : undefined;
}

/** The host of a request, and so the provider. */
export function serverAttributes(url: string): Attributes {
  const { hostname, port, protocol, pathname } = new URL(url);
  // Every create on Vertex AI names its project; calls by id may not.
  const isVertex = pathname.includes("/projects/") || hostname.includes("aiplatform");
  return {
    "gen_ai.provider.name": isVertex ? "gcp.vertex_ai" : "gcp.gemini",
    "server.address": hostname,
    "server.port": port === "" ? (protocol === "https:" ? 443 : 80) : Number(port),
  };
}

/** What is known of a run at its end. */
export function resultAttributes({
  outcome,
  interactionId,
  status,
  usage,
  interaction,
}: RunEndRecord): Attributes {
  const { model, agent }: Untrusted = { ...interaction() };
  const { input, output, thought, cached } = tokensOf(usage);
  return defined({
    "gen_ai.response.id": interactionId === "" ? undefined : interactionId,
    "gen_ai.response.model": model,
    "gen_ai.agent.name": agent,
    "gen_ai.response.finish_reasons": outcome === "ended" ? finishReasonsOf(status) : undefined,
    "gen_ai.usage.input_tokens": input,
    "gen_ai.usage.output_tokens": output,
    "gen_ai.usage.reasoning.output_tokens": thought,
    "gen_ai.usage.cache_read.input_tokens": cached,
    "gemini_interactions.status": status,
    "gemini_interactions.outcome": outcome,
  });
}

/** The tokens by the conventions: results of tools are input, thoughts are output. */
export function tokensOf(usage: Usage | undefined): {
  readonly input: number | undefined;
  readonly output: number | undefined;
  readonly thought: number | undefined;
  readonly cached: number | undefined;
} {
  const counts: Untrusted = { ...usage };
  const thought = countOf(counts["total_thought_tokens"]);
  const toolUse = countOf(counts["total_tool_use_tokens"]);
  return {
    input: sum(countOf(counts["total_input_tokens"]), toolUse),
    output: sum(countOf(counts["total_output_tokens"]), thought),
    thought,
    cached: countOf(counts["total_cached_tokens"]),
  };
}

function countOf(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 ? value : undefined;
}

function sum(count: number | undefined, part: number | undefined): number | undefined {
  return count === undefined ? part : count + (part ?? 0);
}

/** Why the model stopped; a status without a name in the conventions is used as it is. */
function finishReasonsOf(status: string | undefined): string[] | undefined {
  const names: Record<string, string> = {
    completed: "stop",
    requires_action: "tool_call",
    incomplete: "length",
    failed: "error",
  };
  if (status === undefined || status === "in_progress" || status === "queued") return undefined;
  return [Object.hasOwn(names, status) ? (names[status] ?? status) : status];
}

/** The class of an error, which may be of another realm, such as a test runner's. */
export function errorTypeOf(error: unknown): string {
  const name = memberOf(error, "name");
  return typeof name === "string" && name !== "" ? name : "_OTHER";
}

/** The request's content, when `captureContent` is set. */
export function contentOfRequest(params: CreateInteractionParams | undefined): Attributes {
  const { input, system_instruction: instruction }: Untrusted = { ...params };
  return defined({
    "gen_ai.input.messages": jsonOf(inputMessages(input)),
    "gen_ai.system_instructions":
      typeof instruction === "string"
        ? jsonOf([{ type: "text", content: instruction }])
        : undefined,
  });
}

/** The response's content, when `captureContent` is set. */
export function contentOfResult({ status, interaction }: RunEndRecord): Attributes {
  const [finishReason = ""] = finishReasonsOf(status) ?? [];
  const message = outputMessage(interaction(), finishReason);
  return defined({ "gen_ai.output.messages": message && jsonOf([message]) });
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    // No JSON: the call itself will say so.
    return undefined;
  }
}

/** The attributes with a value. Untrusted values that cannot be attributes are left out. */
function defined(attributes: Untrusted): Attributes {
  const known: Attributes = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (isScalar(value)) known[name] = value;
    else if (Array.isArray(value)) known[name] = value.map(String);
  }
  return known;
}

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

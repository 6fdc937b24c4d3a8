// What a call is: which operation, whether it streams, what it may start, what is sent. Set once where
// the call is made (operations.ts for the client's methods, `directCall` for `client.api`) and carried
// along, so that retry, time limits and errors never guess it again.

import type { CreateInteractionParams } from "../model/types.ts";
import { isObject, membersOf, parseJson } from "../util/json.ts";

/** What kind of call it is. */
export interface CallKind {
  readonly operation: "create" | "get" | "cancel" | "delete" | "other";
  /** Whether events were asked for. */
  readonly wantsStream: boolean;
  /**
   * What a second attempt would start, or make, once more. A model's foreground run ends with its
   * request; a background run and an agent's go on without it, and a webhook or a secret stays.
   */
  readonly starts: "nothing" | "foreground run" | "lasting run" | "resource";
  /**
   * Whether the answer is left as it came: of a call through `client.api`, whose caller reads body and
   * errors, and of a file.
   */
  readonly isDirect: boolean;
}

/** What is sent, as text and plain data: each attempt makes a request of its own from it. */
export interface CallContent {
  readonly method: string;
  readonly url: string;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Members for fetch that a low-level call set, such as `cache` or undici's `dispatcher`. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** One call on its way. */
export interface Call extends CallKind, CallContent {}

/** A create by the client's own method. */
export function createKind(params: CreateInteractionParams, wantsStream: boolean): CallKind {
  const isLasting = params.background === true || params.agent !== undefined;
  const starts = isLasting ? "lasting run" : "foreground run";
  return { operation: "create", wantsStream, starts, isDirect: false };
}

/** A call by id. */
export interface ByIdKind extends CallKind {
  readonly operation: "get" | "cancel" | "delete";
}

/** A call by id by one of the client's own methods. */
export function byIdKind(operation: ByIdKind["operation"], wantsStream = false): ByIdKind {
  return { operation, wantsStream, starts: "nothing", isDirect: false };
}

/** A call through `client.api`: what it is has to be read from what is sent, once. */
export function directCall(content: CallContent): Call {
  const operation = operationOf(content);
  const body = operation === "create" ? parseJson(content.body ?? "") : undefined;
  const members = membersOf(body);
  const isForeground =
    isObject(body) && members["background"] !== true && members["agent"] === undefined;
  return {
    ...content,
    operation,
    wantsStream:
      members["stream"] === true ||
      new URL(content.url).searchParams.get("stream") === "true" ||
      content.headers["accept"]?.includes("text/event-stream") === true,
    starts:
      operation === "create" ? (isForeground ? "foreground run" : "lasting run") : madeBy(content),
    isDirect: true,
  };
}

function operationOf({ method, url }: CallContent): CallKind["operation"] {
  const { pathname } = new URL(url);
  if (method === "POST" && pathname.endsWith("/interactions")) return "create";
  if (method === "POST" && pathname.endsWith("/cancel")) return "cancel";
  if (method === "GET") return "get";
  return method === "DELETE" ? "delete" : "other";
}

/** What a second attempt of a call that is no create of an interaction would make once more. */
export function madeBy({
  method,
  url,
}: Pick<CallContent, "method" | "url">): "nothing" | "resource" {
  return method === "POST" && !/(\/cancel|:ping)$/.test(url) ? "resource" : "nothing";
}

/** How a message names a call: no headers, no body. */
export function nameOf({ method, url }: Pick<CallContent, "method" | "url">): string {
  return `${method} ${url}`;
}

/** What the error of a call that may have made something says to whoever would send it again. */
export function duplicateWarning({ starts }: CallKind): string {
  const made =
    starts === "resource"
      ? "It may have been done: look before you send it again, or it is done twice."
      : "The run may have started: sending it again may start, and bill, a second one.";
  return `${made} retry: { create: "always" } takes that risk.`;
}

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** Whether the same request may succeed in a moment. */
export function isTransientStatus(status: number): boolean {
  return transientStatuses.has(status);
}

/**
 * Whether a call that was answered with this transient status may have started a run. 503 says that
 * nothing runs, but of a background run or an agent.
 */
export function mayHaveStarted({ starts }: CallKind, status: number): boolean {
  if (starts === "nothing" || status === 429 || !isTransientStatus(status)) return false;
  return status !== 503 || starts === "lasting run";
}

// What a call is: whether it creates a run, whether it streams, what it may start, what is sent. Read once from
// the request, at the door (transport.ts), and carried along, so that retry, time limits and errors
// never guess it again.

import { isTransientStatus } from "../model/passing-failure.ts";
import { isObject, membersOf, parseJson } from "../util/json.ts";

/** What kind of call it is. */
export interface CallKind {
  /** Whether it creates an interaction: only that has no time limit unless one is set. */
  readonly isCreate: boolean;
  /** Whether events were asked for. */
  readonly wantsStream: boolean;
  /**
   * What a second attempt would start, or make, once more. A model's foreground run ends with its
   * request; a background run and an agent's continue without it, and a webhook or a secret stays.
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
  /** JSON text, or a file. */
  readonly body: string | Blob | undefined;
  readonly signal: AbortSignal | undefined;
  /** Members for fetch that a low-level call set, such as `cache` or undici's `dispatcher`. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** One call on its way. */
export interface Call extends CallKind, CallContent {}

/**
 * The call that a request is.
 *
 * @param own what one of the client's own methods says of it; a low-level call is read, body and all
 */
export function toCall(
  content: CallContent,
  own?: { readonly starts: CallKind["starts"] | undefined; readonly isFile: boolean },
): Call {
  const { pathname, searchParams } = new URL(content.url);
  const { body: text } = content;
  const isCreate = content.method === "POST" && pathname.endsWith("/interactions");
  const isRead = own === undefined && isCreate && typeof text === "string";
  const body = isRead ? parseJson(text) : undefined;
  return {
    ...content,
    isCreate,
    wantsStream:
      membersOf(body)["stream"] === true ||
      searchParams.get("stream") === "true" ||
      content.headers["accept"]?.includes("text/event-stream") === true,
    starts: own?.starts ?? (isCreate ? startedBy(body) : madeBy(content)),
    isDirect: own?.isFile ?? true,
  };
}

/** What a create starts. */
export function startedBy(params: unknown): CallKind["starts"] {
  const { background, agent } = membersOf(params);
  const isLasting = !isObject(params) || background === true || agent !== undefined;
  return isLasting ? "lasting run" : "foreground run";
}

/** What a second attempt of any call but a create of an interaction would make once more. */
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

/** The warning in the error of a call that may have made something: sending it again may repeat it. */
export function duplicateWarning({ starts }: Pick<CallKind, "starts">): string {
  const made =
    starts === "resource"
      ? "It may have succeeded: check before you send it again, or it may happen twice."
      : "The run may have started: sending it again may start, and bill, a second run.";
  return `${made} retry: { create: "always" } takes that risk.`;
}

/**
 * Whether a call that was answered with this transient status may have started a run. After a 503 no
 * foreground run of a model continues; a background run, or an agent, may.
 */
export function mayHaveStarted({ starts }: Pick<CallKind, "starts">, status: number): boolean {
  if (starts === "nothing" || status === 429 || !isTransientStatus(status)) return false;
  return status !== 503 || starts === "lasting run";
}

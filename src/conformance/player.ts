// Plays the service of one case: takes requests as a `fetch` does, finds the rule that answers, and counts the
// requests. The same player is behind the server for commands and in this library's own tests, in memory.

import { pulledBody, toBytes } from "../testing/wire/body.ts";
import type { BodyControl } from "../testing/wire/body.ts";
import { readIncoming } from "../testing/wire/incoming.ts";
import type { Incoming } from "../testing/wire/incoming.ts";
import { networkError } from "../testing/faults/network-error.ts";
import type { InteractionsService } from "../testing/options.ts";
import { eventStream } from "../testing/wire/sse.ts";
import { delay } from "../util/delay.ts";
import { isObject, membersOf, parseJson } from "../util/json.ts";
import type { ConformanceCase, Piece, Rule } from "./case.ts";

/** The kind of a request. */
export type Operation = Rule["on"] | "delete" | "unknown";

/** A received request. */
export interface PlayedRequest {
  readonly operation: Operation;
  readonly after: string | null;
  readonly body: unknown;
}

/** The service of one case. */
export interface Player extends Pick<InteractionsService, "fetch"> {
  /** In the order of arrival. */
  readonly requests: readonly PlayedRequest[];
}

/**
 * How long the service waits before it breaks a connection, in milliseconds: a broken socket takes
 * along what the client has not read yet.
 */
const beforeResetMs = 100;

/** The service of a case, in its initial state. */
export function createPlayer(conformanceCase: ConformanceCase): Player {
  const requests: PlayedRequest[] = [];
  const used = new Map<Rule, number>();
  const { run = [] } = conformanceCase;
  /** The stream of a run that was started without one: the first reattach gets it. */
  let unread: Rule | undefined;
  return {
    requests,
    async fetch(input, init) {
      const incoming = readIncoming(input, init);
      const request = await read(incoming);
      requests.push(request);
      if (unread !== undefined && request.operation === "reattach" && request.after === null) {
        const rule = unread;
        unread = undefined;
        return answer(rule, run, incoming.signal);
      }
      const fitting = conformanceCase.service.filter((rule) => fits(rule, request));
      const rule =
        fitting.find((each) => (used.get(each) ?? 0) < (each.times ?? 1)) ?? fitting.at(-1);
      if (rule === undefined) return unexpected(request);
      used.set(rule, (used.get(rule) ?? 0) + 1);
      if (rule.stream !== undefined && startsQuietly(request)) {
        unread = rule;
        return Response.json(membersOf(run[0])["interaction"] ?? {});
      }
      return answer(rule, run, incoming.signal);
    },
  };
}

async function read(incoming: Incoming): Promise<PlayedRequest> {
  const { method, url } = incoming;
  const { pathname, searchParams } = url;
  const body = parseJson(new TextDecoder().decode(await incoming.bytes()));
  const after = searchParams.get("last_event_id");
  return { operation: operationOf(method, pathname, searchParams), after, body };
}

function operationOf(method: string, path: string, query: URLSearchParams): Operation {
  if (method === "POST" && path.endsWith("/interactions")) return "create";
  if (!/\/interactions\/[^/]+/.test(path)) return "unknown";
  if (method === "POST" && path.endsWith("/cancel")) return "cancel";
  if (method === "DELETE") return "delete";
  if (method !== "GET") return "unknown";
  return query.get("stream") === "true" ? "reattach" : "get";
}

/** Whether a create starts a run in the background without asking for its stream. */
function startsQuietly({ operation, body }: PlayedRequest): boolean {
  const { background, stream } = membersOf(body);
  return operation === "create" && background === true && stream !== true;
}

function fits(rule: Rule, request: PlayedRequest): boolean {
  return (
    rule.on === request.operation &&
    (rule.after === undefined || rule.after === request.after) &&
    (rule.body === undefined || contains(request.body, rule.body))
  );
}

/** Whether a value contains another one: all its members; a list may have more elements. */
function contains(value: unknown, part: unknown): boolean {
  if (Array.isArray(part)) {
    return (
      Array.isArray(value) && part.every((wanted) => value.some((each) => contains(each, wanted)))
    );
  }
  if (!isObject(part)) return value === part;
  return (
    isObject(value) && Object.entries(part).every(([name, each]) => contains(value[name], each))
  );
}

/** The response to a request that matches no rule, as the service responds to unknown ones. */
function unexpected({ operation }: PlayedRequest): Response {
  const isCreate = operation === "create";
  const error = isCreate
    ? { code: "invalid_request", message: "The case has no answer to this create." }
    : { code: "not_found", message: "The interaction was not found." };
  return Response.json({ error }, { status: isCreate ? 400 : 404 });
}

function answer(rule: Rule, run: readonly object[], signal: AbortSignal): Response {
  const { status = 200, headers = {}, json, text, stream, lost } = rule;
  if (lost === true) throw networkError();
  if (stream !== undefined) {
    const body = pulledBody((control) => play(rule, run, control), { signal });
    return new Response(body, {
      status,
      headers: { "content-type": eventStream, ...headers },
    });
  }
  const type = json === undefined ? "text/html" : "application/json";
  const body = json === undefined ? (text ?? "") : JSON.stringify(json);
  return new Response(body, { status, headers: { "content-type": type, ...headers } });
}

async function* play(
  rule: Rule,
  run: readonly object[],
  control: BodyControl,
): AsyncGenerator<Uint8Array> {
  yield* toBytes(texts(rule, run, control), rule.chunkBytes);
}

async function* texts(
  { stream = [], newline = "\n" }: Rule,
  run: readonly object[],
  control: BodyControl,
): AsyncGenerator<string> {
  for (const piece of stream) {
    if (piece === "close" || piece === "silence" || piece === "reset") {
      if (piece === "reset") await delay(beforeResetMs, control.stopped);
      control.ending = piece === "close" ? "eof" : piece;
      return;
    }
    if (isObject(piece) && "waitMs" in piece) await delay(piece.waitMs, control.stopped);
    else yield* textsOf(piece, run, newline);
  }
  control.ending = "eof";
}

function* textsOf(
  piece: Exclude<Piece, "close" | "silence" | "reset">,
  run: readonly object[],
  newline: string,
): Generator<string> {
  if (piece === "done") yield frame("done", "[DONE]", newline);
  else if ("run" in piece) {
    for (const event of run.slice(...piece.run)) yield eventFrame(event, newline);
  } else if ("event" in piece) yield eventFrame(piece.event, newline);
  else if ("raw" in piece) yield piece.raw.repeat(piece.times ?? 1);
}

function eventFrame(event: object, newline: string): string {
  const name = isObject(event) ? String(event["event_type"]) : "message";
  return frame(name, JSON.stringify(event), newline);
}

function frame(name: string, data: string, newline: string): string {
  return `event: ${name}${newline}data: ${data}${newline}${newline}`;
}

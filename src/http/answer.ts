// What came back from one attempt: the body of a JSON answer or of an error read to its end, that of
// an event stream left open. Takes whatever a fetch returns, which may be undici's, node-fetch's or
// Expo's own class, so only the members of `FetchResponse` are used. Returns a value or throws.

import { ResponseParseError } from "../model/errors.ts";
import type { FetchResponse } from "../model/options.ts";
import { onAbort } from "../util/abort.ts";
import { joinBytes } from "../util/bytes.ts";
import { isObject, parseJson } from "../util/json.ts";
import { quote, truncate } from "../util/printable.ts";
import { createApiError, createRedirectError } from "./api-error.ts";
import { nameOf } from "./call.ts";
import type { Call } from "./call.ts";
import type { Cleaner } from "./clean.ts";

/** Enough for any message; a page without end must not fill the memory. */
const maxErrorBodyBytes = 1_048_576;

/** What openapi-fetch resolves with, whatever the operation. */
export interface RawAnswer {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer to one attempt. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: FetchResponse["headers"];
  /** The body as text, without credentials if it is an error's; empty of a stream and of `bytes`. */
  readonly text: string;
  /** The body as it came, where it may be a file: of a 2xx that its caller reads. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  /** The open body of an event stream. */
  readonly stream: ReadableStream<Uint8Array> | undefined;
  /** What fetch returned; its body has been read, unless it streams. */
  readonly response: FetchResponse;
  /** The same as a Response of the platform, with a body to read. */
  toResponse(): Response;
}

/** Reads what fetch returned, unless it is a stream of events. */
export async function readAnswer(
  call: Call,
  response: FetchResponse,
  signal: AbortSignal | undefined,
  cleaner: Cleaner,
): Promise<Answer> {
  const { status, ok, headers } = response;
  const body = toStream(response.body);
  if (signal?.aborted || response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    void body?.cancel().catch(() => undefined);
    if (signal?.aborted) throw signal.reason;
    throw createRedirectError(call, status);
  }
  const isStream = ok && isEventStream(headers);
  if (isStream && (call.wantsStream || call.isDirect)) {
    if (body === undefined) {
      const problem =
        response.body === null
          ? "it has no body"
          : "this platform's fetch gives no body stream: pass one that does, for example expo/fetch";
      throw unusableAnswer(call, status, problem, "");
    }
    // A Response of another class has the members that are read of it.
    const toResponse = (): Response =>
      body === response.body ? (response as Response) : new Response(body, initOf(response));
    return { status, ok, headers, text: "", bytes: undefined, stream: body, response, toResponse };
  }
  const isExpected = ok && !isStream && !call.wantsStream;
  const isRaw = isExpected && call.isDirect;
  let text = "";
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  // What nothing can cut short is read fastest by the platform; without body streams only it can.
  if (body === undefined || (isExpected && signal === undefined)) {
    if (isRaw && response.arrayBuffer !== undefined) {
      bytes = new Uint8Array(await response.arrayBuffer());
    } else if (response.body !== null) {
      text = await response.text();
    }
  } else {
    const read = await readBytes(body, signal, {
      // Events where JSON was asked for: the run need not be read to its end to know that.
      maxBytes: isExpected ? Infinity : isStream ? 0 : maxErrorBodyBytes,
      // A body that broke off says less than the status that came before it.
      acceptPart: !isExpected,
    });
    if (isRaw) bytes = read;
    else text = new TextDecoder().decode(read);
  }
  if (!ok) text = redactBody(text, cleaner);
  // No Response of the platform could have such a status.
  if (status < 200 || status > 599) {
    throw createApiError(call, response, parseJson(text) ?? text, { cleaner });
  }
  const isEmpty = status === 204 || status === 205;
  const toResponse = (): Response =>
    new Response(isEmpty ? null : (bytes ?? text), initOf(response));
  return { status, ok, headers, text, bytes, stream: undefined, response, toResponse };
}

/** Whether the answer is a stream of server-sent events. */
export function isEventStream(headers: Pick<Headers, "get">): boolean {
  return headers.get("content-type")?.toLowerCase().startsWith("text/event-stream") ?? false;
}

function initOf({ status, statusText, headers }: FetchResponse): ResponseInit {
  const copy = new Headers();
  headers.forEach((value, name) => copy.append(name, value));
  return { status, statusText: statusText ?? "", headers: copy };
}

/** The body as a web stream; node-fetch's is a stream of Node's. */
function toStream(body: unknown): ReadableStream<Uint8Array> | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  // Whatever class it is of, it has the method that is called.
  if ("getReader" in body) return body as ReadableStream<Uint8Array>;
  if (!(Symbol.asyncIterator in body)) return undefined;
  const source = body as AsyncIterable<Uint8Array> & { destroy?(): void };
  const iterator = source[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        // An async generator that waits for data answers `return` only afterwards.
        source.destroy?.();
        await iterator.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

async function readBytes(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal | undefined,
  { maxBytes, acceptPart }: { maxBytes: number; acceptPart: boolean },
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel(signal?.reason).catch(() => undefined);
  const cleanup = onAbort(signal, cancel);
  let length = 0;
  let isAtEnd = false;
  try {
    while (length < maxBytes) {
      const { value: chunk, done } = await reader.read();
      isAtEnd = done;
      if (done) break;
      const part = chunk.subarray(0, maxBytes - length);
      length += part.length;
      chunks.push(part);
    }
  } catch (error) {
    if (!acceptPart) throw error;
  } finally {
    cleanup();
    if (!isAtEnd) cancel();
  }
  return joinBytes(chunks);
}

/** Some services repeat the credential that they refuse. */
function redactBody(text: string, cleaner: Cleaner): string {
  const value = parseJson(text);
  if (value === undefined) return cleaner.redact(text);
  try {
    const redacted = JSON.stringify(cleaner.redactJson(value));
    return redacted === JSON.stringify(value) ? text : redacted;
  } catch {
    // Nested so deep that it exhausts the stack.
    return cleaner.redact(text);
  }
}

/** The JSON object of a 2xx answer; throws for anything else. */
export function parseAnswer(
  call: Call,
  response: Response,
  text: string,
  cleaner: Cleaner,
): Record<string, unknown> {
  const isJson = jsonType.test(response.headers.get("content-type") ?? "");
  const value = isJson ? parseJson(text) : undefined;
  if (isObject(value)) return value;
  const problem = isJson ? "its body is no complete JSON object" : typeProblem(response);
  throw unusableAnswer(call, response.status, problem, cleaner.redact(text));
}

/** The error of a 2xx answer that is no stream of events where one was asked for. */
export function noStreamError(
  call: Call,
  response: Response,
  text: string,
  cleaner: Cleaner,
): ResponseParseError {
  return unusableAnswer(call, response.status, typeProblem(response), cleaner.redact(text));
}

const jsonType = /^application\/([\w.-]+\+)?json\b/i;

function typeProblem({ headers }: Response): string {
  return `content type ${quote(truncate(headers.get("content-type") ?? "", 100))} was not expected`;
}

function unusableAnswer(
  call: Call,
  status: number,
  problem: string,
  text: string,
): ResponseParseError {
  const message = `Unusable answer with status ${status}: ${problem}. ${nameOf(call)}`;
  return new ResponseParseError(message, { status, body: text.slice(0, 1_024) });
}

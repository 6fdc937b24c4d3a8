// What came back from one attempt: the body of a JSON answer or of an error read to its end, that of
// an event stream left open. Takes whatever a fetch returns, which may be undici's, node-fetch's or
// Expo's own class, so only the members of `FetchResponse` are used. Returns a value or throws.

import { ResponseParseError } from "../model/errors.ts";
import type { FetchResponse } from "../model/options.ts";
import { readPart } from "../util/bytes.ts";
import type { BodyPart } from "../util/bytes.ts";
import { within } from "../util/delay.ts";
import { parseJson } from "../util/json.ts";
import { memberOf } from "../util/thrown.ts";
import { createApiError, createRedirectError } from "./api-error.ts";
import { nameOf } from "./call.ts";
import type { Call } from "./call.ts";
import type { Cleaner } from "./clean.ts";

/** Enough for any message; a page without end must not fill the memory. */
const maxErrorBodyBytes = 1_048_576;

/** The answer to one attempt. */
export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: FetchResponse["headers"];
  /** The body as text, without credentials if it is an error's; empty of a stream. */
  readonly text: string;
  /** Whether the body is an open stream of events; every other one has been read. */
  readonly isOpen: boolean;
  /** The same as a Response of the platform, with a body to read. */
  toResponse(): Response;
}

/** Reads what fetch returned, unless it is a stream of events. */
export async function readAnswer(
  call: Call,
  response: FetchResponse,
  signal: AbortSignal | undefined,
  { cleaner, idleTimeoutMs }: { readonly cleaner: Cleaner; readonly idleTimeoutMs: number },
): Promise<Answer> {
  const { status, ok, headers } = response;
  // On some platforms it is a member that throws.
  const body = toStream(memberOf(response, "body"));
  if (signal?.aborted || response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    void body?.cancel().catch(() => undefined);
    if (signal?.aborted) throw signal.reason;
    throw createRedirectError(call, status);
  }
  const isStream = ok && isEventStream(headers);
  if (isStream && (call.wantsStream || call.isDirect)) {
    if (body === undefined) {
      const problem =
        "this platform's fetch gives no body stream: pass one that does, for example expo/fetch";
      throw unusableAnswer(call, status, problem, "");
    }
    // A Response of another class has the members that are read of it.
    const toResponse = (): Response =>
      body === response.body ? (response as Response) : new Response(body, initOf(response));
    return { status, ok, headers, text: "", isOpen: true, toResponse };
  }
  const isExpected = ok && !isStream && !call.wantsStream;
  const { bytes, end, error } =
    body === undefined
      ? ((await within(idleTimeoutMs, readWhole(call, response))) ?? silence)
      : await readPart(body, {
          // Events where JSON was asked for: the run need not be read to its end to know that.
          maxBytes: isExpected ? Infinity : isStream ? 0 : maxErrorBodyBytes,
          idleTimeoutMs,
          signal,
        });
  // Of an error the status says more than the rest of its body.
  if (end === "cut" && isExpected) throw error;
  if (ok && end === "silence") {
    const problem = `its body was silent for ${idleTimeoutMs} ms (idleTimeoutMs)`;
    throw unusableAnswer(call, status, problem, cleaner.redact(utf8.decode(bytes), true));
  }
  const content = ok ? bytes : redactBody(utf8.decode(bytes), cleaner, end !== "whole");
  const textOf = (): string => (typeof content === "string" ? content : utf8.decode(content));
  // No Response of the platform could have such a status.
  if (status < 200 || status > 599) {
    throw createApiError(call, response, parseJson(textOf()) ?? textOf(), { cleaner });
  }
  const isEmpty = status === 204 || status === 205;
  return {
    status,
    ok,
    headers,
    get text() {
      return textOf();
    },
    isOpen: false,
    toResponse: () => new Response(isEmpty ? null : content, initOf(response)),
  };
}

const utf8 = /* @__PURE__ */ new TextDecoder();

/** Without a body stream only the platform can read it, and all at once. */
async function readWhole(call: Call, response: FetchResponse): Promise<BodyPart> {
  // Some of these platforms have no bytes either.
  const bytes =
    call.isDirect && response.arrayBuffer
      ? new Uint8Array(await response.arrayBuffer())
      : new TextEncoder().encode(await response.text());
  return { bytes, end: "whole" };
}

const silence: BodyPart = { bytes: /* @__PURE__ */ new Uint8Array(), end: "silence" };

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

/** Some services repeat the credential that they refuse. */
function redactBody(body: string, cleaner: Cleaner, isCut: boolean): string {
  const value = parseJson(body);
  if (value === undefined) return cleaner.redact(body, isCut);
  try {
    const redacted = cleaner.redactJson(value);
    return redacted === JSON.stringify(value) ? body : redacted;
  } catch {
    // Nested so deep that it exhausts the stack.
    return cleaner.redact(body, isCut);
  }
}

/** The error of a 2xx answer that is not what was asked for; `text` has lost the credentials. */
export function unusableAnswer(
  call: Call,
  status: number,
  problem: string,
  text: string,
): ResponseParseError {
  const message = `Invalid response with status ${status}: ${problem}. ${nameOf(call)}`;
  return new ResponseParseError(message, { status, body: text.slice(0, 1_024) });
}

// Lets a handler of web requests answer those of Node: `node:http`, `node:http2`, Express, Fastify, NestJS.
// The trap: once the status is sent, an error may only end this one response; nobody would catch it.

import type { IncomingMessage, ServerResponse } from "node:http";
import { constants } from "node:http2";
import type { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

type Incoming = IncomingMessage & { originalUrl?: string; rawBody?: unknown; body?: unknown };
/** Over HTTP/2, Node's responses have all members of its others that are used here, and a stream. */
type Outgoing = ServerResponse & { readonly stream?: Http2ServerResponse["stream"] };
/** A request of `node:http`, `node:http2`, Express or NestJS, or Fastify's, which holds one as `raw`. */
export type NodeRequest =
  | IncomingMessage
  | Http2ServerRequest
  | {
      /** Node's own request. */
      readonly raw: IncomingMessage | Http2ServerRequest;
      /** The body as the framework has parsed it. */
      body?: unknown;
    };
/** A response of `node:http`, `node:http2`, Express or NestJS, or Fastify's, which holds one as `raw`. */
export type NodeResponse =
  | ServerResponse
  | Http2ServerResponse
  | {
      /** Node's own response. */
      readonly raw: ServerResponse | Http2ServerResponse;
      /** Tells the framework that somebody else answers. */
      hijack(): unknown;
    };

/**
 * Mounts a web handler as a listener of `node:http` or `node:http2`, or a route of Express, Fastify or
 * NestJS. A body that the framework has parsed, or keeps as `rawBody`, is handed on. `request.signal`
 * aborts when the reader leaves. What the handler throws goes to `next` where the framework passes it;
 * elsewhere the answer is 500, without the error's words.
 */
export function nodeHandler(
  handler: (request: Request) => Response | Promise<Response>,
): (req: NodeRequest, res: NodeResponse, next?: (error: unknown) => void) => void {
  return (req, res, next) => {
    const outgoing = ("raw" in res ? res.raw : res) as Outgoing;
    // Fastify must not answer as well.
    if ("raw" in res) res.hijack();
    const left = new AbortController();
    onClose(outgoing, () => outgoing.writableEnded || left.abort());
    const respond = async (): Promise<void> => {
      let request: Request | undefined;
      try {
        request = requestOf(req, left.signal);
        const answer = request ? await handler(request) : new Response(null, { status: 400 });
        await sendResponse(outgoing, answer);
      } catch (error) {
        // Whoever waited has left: there is nobody to answer.
        if (left.signal.aborted) return;
        if (next === undefined) await sendResponse(outgoing, new Response(null, { status: 500 }));
        else next(error);
      } finally {
        // The rest of an unread body would hold up the next request of the connection.
        request?.body?.cancel().catch(() => undefined);
      }
    };
    respond().catch(() => breakOff(outgoing));
  };
}

/**
 * Writes a response; resolves when it has ended. When the reader leaves, the body is cancelled. When the
 * body fails, the connection is broken off, so that the reader sees that something is missing; with
 * `Response.error()` it is broken off before there is a status.
 *
 * @throws Error of Node's for a status or headers that it cannot write, before anything is sent
 */
export async function sendResponse(
  outgoing: ServerResponse | Http2ServerResponse,
  response: Response,
): Promise<void> {
  const res = outgoing as Outgoing;
  // A write to a connection that has just closed is reported by this event as well.
  res.on("error", () => undefined);
  // A cast: Node's types of a web stream and those of the platform's Response differ.
  const source = response.body as Parameters<typeof Readable.fromWeb>[0] | null;
  const body = source === null ? Readable.from([]) : Readable.fromWeb(source);
  onClose(res, () => body.destroy());
  try {
    const isGone = res.destroyed || res.stream?.destroyed === true;
    if (isGone || response.type === "error") return breakOff(res);
    for (const [name, value] of response.headers) {
      // Each cookie is a header of its own.
      res.setHeader(name, name === "set-cookie" ? response.headers.getSetCookie() : value);
    }
    res.writeHead(response.status).flushHeaders();
    await pipeline(body, res).catch(() => breakOff(res));
  } finally {
    body.destroy();
  }
}

/** Listens for the end of a response, or of its reader. */
function onClose(res: Outgoing, listener: () => void): void {
  res.once("close", listener);
  // Over HTTP/2, it is closed only when all that was written has been sent, which may be never.
  res.stream?.once("aborted", listener);
}

/** Ends a response so that its reader sees that something is missing. */
function breakOff(res: Outgoing): void {
  // Over HTTP/2, a stream that is destroyed ends as if it were whole, unless it has a code.
  if (res.stream === undefined) res.destroy();
  else res.stream.close(constants.NGHTTP2_INTERNAL_ERROR);
}

/** The request; `undefined` where the web has none like it: without a path, or a TRACE. */
function requestOf(req: NodeRequest, signal: AbortSignal): Request | undefined {
  // A cast: over HTTP/2, Node's requests have every member that is used here.
  const incoming = ("raw" in req ? req.raw : req) as Incoming;
  const { method = "GET", url = "", originalUrl = url, rawHeaders, rawBody } = incoming;
  // Put together as text: resolved as a link, "//other/path" would be another host.
  const path = originalUrl.replace(/^[a-z]+:\/\/[^/?]*/i, "");
  const authority = incoming.headers.host ?? incoming.headers[":authority"] ?? "";
  const [host] = /^[\w.:[\]-]+$/.exec(String(authority)) ?? ["localhost"];
  const address = `http://${host}${path}`;
  if (method === "TRACE" || path[0] !== "/" || !URL.canParse(address)) return undefined;
  const headers = new Headers();
  rawHeaders.forEach((name, at) => {
    // HTTP/2 sends the method and the path as `:method` and `:path`.
    if (at % 2 === 0 && name[0] !== ":") headers.append(name, rawHeaders[at + 1] ?? "");
  });
  if (/^(GET|HEAD)$/.test(method)) return new Request(address, { method, headers, signal });
  const isRead = rawBody !== undefined || incoming.readableDidRead;
  // They describe the bytes that came, which may have been compressed.
  for (const name of isRead ? ["content-length", "content-encoding"] : []) headers.delete(name);
  const parsed: unknown = rawBody ?? ("body" in req ? req.body : undefined);
  const isBytes = typeof parsed === "string" || parsed instanceof Uint8Array;
  const body = !isRead ? bytesOf(incoming) : isBytes ? parsed : JSON.stringify(parsed);
  // A cast: Node's types of a body are narrower than what it takes.
  return new Request(address, { method, headers, signal, body, duplex: "half" } as RequestInit);
}

/** The bytes as they arrive. `Readable.toWeb` would close the connection when it is cancelled. */
function bytesOf(incoming: IncomingMessage): ReadableStream<Uint8Array> {
  let isOver = false;
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    incoming.once("end", () => isOver || controller.close());
    incoming.once("error", (error) => controller.error(error));
    incoming.on("data", (chunk) => isOver || (incoming.pause(), controller.enqueue(chunk)));
  };
  const pull = (): void => void incoming.resume();
  return new ReadableStream({ start, pull, cancel: () => ((isOver = true), pull()) });
}

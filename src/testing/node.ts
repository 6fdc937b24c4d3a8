// Serves a service in memory on a port of this machine, for clients in any language. Every request gets a
// response, even one that is not HTTP; only faults that are meant to break a connection break it.

import { once } from "node:events";
import { createServer } from "node:http";
import type { Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { nodeHandler, sendResponse } from "../node/index.ts";
import { readBytes } from "../util/bytes.ts";
import { isNetworkError } from "./faults/network-error.ts";
import type { InteractionsService } from "./options.ts";
import { RespondError } from "./runs/respond.ts";
import { createInteractionsService } from "./service.ts";
import { findForeignPage } from "./wire/local-only.ts";

export { openStateFile } from "./state-file.ts";

/** Options of {@link startServer}. */
export interface ServerOptions {
  /** TCP port. @defaultValue 0, any free port */
  port?: number | undefined;
  /** Address to listen at. @defaultValue `"127.0.0.1"` */
  host?: string | undefined;
  /**
   * Whether web pages of any origin may call it, with the headers that the service allows. Without it, a
   * request from a page of another origin gets a 403 and does not reach the service.
   *
   * @defaultValue `false`
   */
  cors?: boolean | undefined;
  /**
   * Host names under which it may be called, in addition to addresses, names without dots, and names that
   * always mean this machine. Under any other name a page could reach it by DNS rebinding.
   *
   * @defaultValue `host`
   */
  allowedHosts?: readonly string[] | undefined;
  /** Largest body of a request, in bytes; a larger one gets a 413. @defaultValue 20_971_520 */
  maxBodyBytes?: number | undefined;
  /** Called for each request when its response begins. */
  onRequest?: ((request: AnsweredRequest) => void) | undefined;
}

/** A request and its response. */
export interface AnsweredRequest {
  /** `-` when it was not HTTP. */
  readonly method: string;
  /** With the query, but without a key in it. */
  readonly path: string;
  /** 0 when a fault broke the connection. */
  readonly status: number;
  /** Whether the response is a stream of events. */
  readonly isStream: boolean;
}

/** A server that was started. */
export interface RunningServer {
  /** Base URL, without a trailing slash. */
  readonly url: string;
  /** TCP port. */
  readonly port: number;
  /** Ends all connections, and resolves when the port is free. */
  close(): Promise<void>;
}

/** The headers that the service allows from pages. */
const admittedHeaders =
  "authorization, content-type, x-goog-api-client, x-goog-api-key, x-goog-upload-command, " +
  "x-goog-upload-header-content-length, x-goog-upload-header-content-type, " +
  "x-goog-upload-offset, x-goog-upload-protocol, x-goog-user-project";

/**
 * Starts a server for a service in memory.
 *
 * @param service @defaultValue one that repeats the text of the input
 * @throws Error when the port is in use (its `code` is `EADDRINUSE`)
 */
export async function startServer(
  service: Pick<InteractionsService, "fetch"> = createInteractionsService(),
  options: ServerOptions = {},
): Promise<RunningServer> {
  const { port = 0, host = "127.0.0.1" } = options;
  const server = createServer();
  // A client that reuses a connection must not find it closed: the default is 5 s.
  server.keepAliveTimeout = 600_000;
  answerOthers(server, options.onRequest);
  server.listen(port, host);
  await once(server, "listening");
  // A TCP server's address is an object.
  const address = server.address() as AddressInfo;
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
  const handle = nodeHandler(answerWith(service, origin, options));
  server.on("request", (incoming, outgoing) => {
    const { method, url } = incoming;
    // A proxy's target is a mistake in the caller's set-up; fetch cannot represent a TRACE.
    if (url?.startsWith("/") !== true) refuse(outgoing, 400, "The request has no path.");
    else if (method === "TRACE") refuse(outgoing, 404, "Unknown method.");
    else handle(incoming, outgoing);
  });
  return {
    url: origin,
    port: address.port,
    async close() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Answers the requests of a server that listens at `origin`. */
function answerWith(
  service: Pick<InteractionsService, "fetch">,
  origin: string,
  { cors = false, host = "127.0.0.1", ...options }: ServerOptions,
): (request: Request) => Promise<Response> {
  const { allowedHosts = [host], maxBodyBytes = 20_971_520, onRequest } = options;
  const respond = async (request: Request): Promise<Response> => {
    const { method, headers, signal } = request;
    const { pathname, search } = new URL(request.url);
    const foreign = cors ? undefined : findForeignPage(Object.fromEntries(headers), allowedHosts);
    if (foreign !== undefined) return problem(403, "permission_denied", foreign);
    if (cors && method === "OPTIONS") return preflight();
    // Tools that wait for a server poll this path, some with HEAD.
    if (pathname === "/" && (method === "GET" || method === "HEAD")) {
      return Response.json({ name: "gemini-interactions emulator" });
    }
    const body = await readBytes(request.body, maxBodyBytes);
    if (body === undefined) {
      return problem(413, "invalid_request", "Request payload size exceeds the limit.");
    }
    const init = { method, headers, signal, body: body.length === 0 ? null : body };
    return service.fetch(`${origin}${pathname}${search}`, init);
  };
  return async (request) => {
    const tell = (response: Response): Response => {
      const path = request.url.slice(new URL(request.url).origin.length);
      const type = response.headers.get("content-type");
      onRequest?.({
        method: request.method,
        path: path.replace(/([?&]key=)[^&]*/g, "$1…"),
        status: response.status,
        isStream: type?.startsWith("text/event-stream") === true,
      });
      return response;
    };
    try {
      const response = await respond(request);
      if (!cors) return tell(response);
      // The headers of a response may be read-only.
      const open = new Response(response.body, response);
      open.headers.set("access-control-allow-origin", "*");
      open.headers.set("access-control-expose-headers", "x-goog-upload-url");
      return tell(open);
    } catch (error) {
      if (request.signal.aborted) throw error;
      if (isNetworkError(error)) return tell(Response.error());
      // A client should not repeat a request because of a mistake in the test.
      const isMistake = error instanceof RespondError;
      const [status, code] = isMistake ? ([400, "invalid_request"] as const) : [500, "api_error"];
      return tell(problem(status, code, String(error)));
    }
  };
}

/** Answers the preflight requests of pages. */
function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
      "access-control-allow-headers": admittedHeaders,
      "access-control-max-age": "3600",
    },
  });
}

function refuse(outgoing: ServerResponse, status: number, message: string): void {
  void sendResponse(outgoing, problem(status, "invalid_request", message));
}

function problem(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}

/** Answers what Node would drop: bytes that are not HTTP, a request that takes too long, CONNECT. */
function answerOthers(server: Server, onRequest: ServerOptions["onRequest"]): void {
  const begun = new WeakMap<Duplex, Set<ServerResponse>>();
  server.on("request", ({ socket }: { socket: Socket }, outgoing: ServerResponse) => {
    const responses = begun.get(socket) ?? new Set();
    begun.set(socket, responses.add(outgoing));
    outgoing.once("close", () => responses.delete(outgoing));
  });
  const answer = (socket: Duplex, status: string, message: string): void => {
    const responses = [...(begun.get(socket) ?? [])];
    // A second response cannot be written into the middle of another one.
    if (!socket.writable || responses.some(({ headersSent }) => headersSent)) {
      socket.destroy();
      return;
    }
    onRequest?.({ method: "-", path: "-", status: Number.parseInt(status, 10), isStream: false });
    const body = JSON.stringify({ error: { code: "invalid_request", message } });
    const head = `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\nconnection: close`;
    socket.end(`${head}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  server.on("connect", (_, socket) => {
    answer(socket, "400 Bad Request", "This is a service, not a proxy.");
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    if (error.code === "ECONNRESET") socket.destroy();
    else if (error.code === "HPE_HEADER_OVERFLOW") {
      answer(socket, "431 Request Header Fields Too Large", "The headers are too large.");
    } else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") {
      answer(socket, "408 Request Timeout", "The request took too long to arrive.");
    } else answer(socket, "400 Bad Request", "This is not an HTTP request.");
  });
}

// Puts a service in memory on a port of this machine, for clients in any language. Each request gets an
// answer, also one that is no HTTP; only faults that are meant to break a connection break one.

import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
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
   * Whether pages of any origin may call it, with the headers that the service admits. Without it, a
   * request that a page of another origin sent is answered with 403 and never reaches the service.
   *
   * @defaultValue `false`
   */
  cors?: boolean | undefined;
  /**
   * Names under which it may be called, beside addresses, names without dots, and those that always
   * mean this machine: under any other name a page could reach it by DNS rebinding.
   *
   * @defaultValue `host`
   */
  allowedHosts?: readonly string[] | undefined;
  /** Largest body of a request, in bytes; above it the answer is 413. @defaultValue 20_971_520 */
  maxBodyBytes?: number | undefined;
  /** Is told of each request when its answer begins. */
  onRequest?: ((request: AnsweredRequest) => void) | undefined;
}

/** A request, and how it was answered. */
export interface AnsweredRequest {
  /** `-` when it was no HTTP. */
  readonly method: string;
  /** With the query, but without a key in it. */
  readonly path: string;
  /** 0 when a fault broke the connection. */
  readonly status: number;
  /** Whether the answer is a stream of events. */
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

/** The headers that the service admits from pages. */
const admittedHeaders =
  "authorization, content-type, x-goog-api-client, x-goog-api-key, x-goog-upload-command, " +
  "x-goog-upload-header-content-length, x-goog-upload-header-content-type, " +
  "x-goog-upload-offset, x-goog-upload-protocol, x-goog-user-project";

/**
 * Starts a server for a service in memory.
 *
 * @param service @defaultValue one that repeats the text of the input
 * @throws Error when the port is in use (`code` is `EADDRINUSE`)
 */
export async function startServer(
  service: Pick<InteractionsService, "fetch"> = createInteractionsService(),
  options: ServerOptions = {},
): Promise<RunningServer> {
  const { port = 0, host = "127.0.0.1" } = options;
  const server = createServer();
  // A client that reuses a connection must not find it closed: the default is 5 s.
  server.keepAliveTimeout = 600_000;
  server.on("request", (incoming, outgoing) => {
    void new Exchange(service, origin, incoming, outgoing, options).run();
  });
  answerOthers(server, options.onRequest);
  server.listen(port, host);
  await once(server, "listening");
  // A TCP server's address is an object.
  const address = server.address() as AddressInfo;
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;
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

/** One request and its answer. */
class Exchange {
  readonly #service: Pick<InteractionsService, "fetch">;
  readonly #origin: string;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  readonly #options: ServerOptions;

  constructor(
    service: Pick<InteractionsService, "fetch">,
    origin: string,
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    options: ServerOptions,
  ) {
    this.#service = service;
    this.#origin = origin;
    this.#incoming = incoming;
    this.#outgoing = outgoing;
    this.#options = options;
  }

  async run(): Promise<void> {
    const disconnected = new AbortController();
    this.#outgoing.once("close", () => disconnected.abort());
    try {
      const response = await this.#respond(disconnected.signal);
      this.#writeHead(response);
      await this.#writeBody(response, disconnected.signal);
    } catch (error) {
      if (disconnected.signal.aborted) return;
      if (this.#outgoing.headersSent || isNetworkError(error)) {
        if (!this.#outgoing.headersSent) this.#tell(0, false);
        this.#outgoing.destroy();
        return;
      }
      // The test's own mistake is nothing that a client should try again.
      const isMistake = error instanceof RespondError;
      const [status, code] = isMistake ? [400, "invalid_request"] : [500, "api_error"];
      const response = problem(status, code, String(error));
      this.#writeHead(response);
      await this.#writeBody(response, disconnected.signal);
    }
  }

  async #respond(signal: AbortSignal): Promise<Response> {
    const { method = "GET", url = "/", headers } = this.#incoming;
    const { cors, host = "127.0.0.1", allowedHosts = [host] } = this.#options;
    const foreign = cors === true ? undefined : findForeignPage(headers, allowedHosts);
    if (foreign !== undefined) {
      this.#incoming.resume();
      return problem(403, "permission_denied", foreign);
    }
    if (cors === true && method === "OPTIONS") return preflight();
    // Where those look who wait for a server: some by HEAD.
    if (/^\/(\?|$)/.test(url) && (method === "GET" || method === "HEAD")) {
      return Response.json({ name: "gemini-interactions emulator" });
    }
    const target = `${this.#origin}${url}`;
    if (!url.startsWith("/") || !URL.canParse(target)) {
      return problem(400, "invalid_request", "The request has no path.");
    }
    const body = await readBody(this.#incoming, this.#options.maxBodyBytes ?? 20_971_520);
    if (body === undefined) {
      return problem(413, "invalid_request", "Request payload size exceeds the limit.");
    }
    const entries = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
    return this.#service.fetch(target, {
      method,
      headers: Object.fromEntries(entries),
      signal,
      body: body.length === 0 ? null : new Uint8Array(body),
    });
  }

  #writeHead(response: Response): void {
    const headers = Object.fromEntries(response.headers);
    if (this.#options.cors === true) {
      headers["access-control-allow-origin"] = "*";
      headers["access-control-expose-headers"] = "x-goog-upload-url";
    }
    this.#tell(response.status, headers["content-type"]?.startsWith("text/event-stream") === true);
    this.#outgoing.writeHead(response.status, headers);
    this.#outgoing.flushHeaders();
  }

  async #writeBody({ body }: Response, signal: AbortSignal): Promise<void> {
    const reader = body?.getReader();
    // Nothing else holds on to a body while it is silent: collected, it would stay open for ever.
    this.#outgoing.once("close", () => void reader?.cancel().catch(() => undefined));
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) break;
      if (!this.#outgoing.write(value)) await once(this.#outgoing, "drain", { signal });
    }
    this.#outgoing.end();
  }

  #tell(status: number, isStream: boolean): void {
    const { method = "GET", url = "/" } = this.#incoming;
    const path = url.replace(/([?&]key=)[^&]*/g, "$1…");
    this.#options.onRequest?.({ method, path, status, isStream });
  }
}

/** The body of a request; `undefined` when it is too large: the rest is read, but not kept. */
async function readBody(incoming: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    incoming.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= maxBytes) chunks.push(chunk);
      else resolve(undefined);
    });
    incoming.once("end", () => resolve(Buffer.concat(chunks)));
    incoming.once("error", reject);
  });
}

/** What pages ask before they send anything. */
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

function problem(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status });
}

/** Answers what Node would drop: bytes that are no HTTP, a request that takes too long, CONNECT. */
function answerOthers(server: Server, onRequest: ServerOptions["onRequest"]): void {
  const begun = new WeakMap<Duplex, Set<ServerResponse>>();
  server.on("request", ({ socket }: { socket: Socket }, outgoing: ServerResponse) => {
    const responses = begun.get(socket) ?? new Set();
    begun.set(socket, responses.add(outgoing));
    outgoing.once("close", () => responses.delete(outgoing));
  });
  const answer = (socket: Duplex, status: string, message: string): void => {
    const responses = [...(begun.get(socket) ?? [])];
    // In the middle of another answer there is no place for one.
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
    } else answer(socket, "400 Bad Request", "This is no HTTP request.");
  });
}

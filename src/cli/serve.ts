import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { InteractionsService } from "../testing/index.ts";

/** Options of {@link startServer}. */
export interface ServerOptions {
  /** @defaultValue 0, any free port */
  port?: number | undefined;
  /** @defaultValue `"127.0.0.1"` */
  host?: string | undefined;
}

/** A server that was started. */
export interface RunningServer {
  /** Base URL, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections, and resolves when the port is free. */
  close(): Promise<void>;
}

/** Puts an in-memory service on a port. */
export async function startServer(
  service: InteractionsService,
  { port = 0, host = "127.0.0.1" }: ServerOptions = {},
): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => {
    // Whatever fails here, a fault or the client's disconnect, leaves a broken connection.
    handle(service, origin, incoming, outgoing).catch(() => outgoing.destroy());
  });
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

async function handle(
  service: InteractionsService,
  origin: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const disconnected = new AbortController();
  outgoing.once("close", () => disconnected.abort());
  const response = await service.fetch(await toRequest(origin, incoming, disconnected.signal));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.flushHeaders();
  const reader = response.body?.getReader();
  // Nothing else holds on to a body while it is silent: collected, it would stay open for ever.
  outgoing.once("close", () => void reader?.cancel().catch(() => undefined));
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) break;
    if (!outgoing.write(value)) await once(outgoing, "drain", { signal: disconnected.signal });
  }
  outgoing.end();
}

async function toRequest(
  origin: string,
  incoming: IncomingMessage,
  signal: AbortSignal,
): Promise<Request> {
  const { method = "GET", url = "/" } = incoming;
  const headers = new Headers();
  for (const [name, value = ""] of Object.entries(incoming.headers)) {
    headers.set(name, String(value));
  }
  const body = await text(incoming);
  return new Request(`${origin}${url}`, {
    method,
    headers,
    signal,
    body: method === "GET" || method === "HEAD" ? null : body,
  });
}

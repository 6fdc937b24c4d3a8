// `gateway`: createGateway as a process on this machine, for clients in any language. The first line on
// stdout is its URL; each run is one line on stderr, without query and headers, where keys may be.

import { once } from "node:events";
import { createServer } from "node:http";
import { printable } from "../../util/printable.ts";
import { wordsOf } from "../../util/thrown.ts";
import { defineCommand, exitCodes, UsageError } from "../args.ts";
import type { Command } from "../args.ts";
import { write } from "../output.ts";

/** Where it listens, unless another port is named. */
const defaultPort = 8799;

/** The command `gateway`. */
export const gateway: Command = defineCommand({
  name: "gateway",
  summary: "Run a gateway whose streams survive lost connections",
  usage: "",
  notes: [
    "Point any client of the Interactions API at the printed URL. It sends the client's own",
    "credentials to one host and stores nothing: run as many as you like behind a load balancer.",
  ],
  options: {
    port: {
      type: "string",
      value: "<number>",
      help: `Port, 0 for any free one (default: ${defaultPort})`,
    },
    upstream: {
      type: "string",
      value: "<url>",
      help: "Where the service is (default: the Gemini API)",
    },
    help: { type: "boolean", short: "h", help: "Show this help" },
  },
  async run({ port = String(defaultPort), upstream }) {
    if (!/^\d+$/.test(port) || Number(port) > 65_535) {
      throw new UsageError(`--port ${port}: expected a number from 0 to 65535.`);
    }
    const { createGateway } = await import("../../gateway/index.ts");
    const { nodeHandler } = await import("../../node/index.ts");
    let answer: ReturnType<typeof createGateway>;
    try {
      answer = createGateway({ baseUrl: upstream });
    } catch (error) {
      throw new UsageError(wordsOf(error).replace("baseUrl", "--upstream"));
    }
    const server = createServer(
      // A client that reuses a connection must not find it closed: the default is 5 s.
      { keepAliveTimeout: 600_000 },
      nodeHandler(async (request) => {
        const response = await answer(request);
        const { pathname, searchParams } = new URL(request.url);
        const isCreate = request.method === "POST" && pathname.endsWith("/interactions");
        if (isCreate || searchParams.get("stream") === "true") {
          console.error(printable(`${request.method} ${pathname} ${response.status}`));
        }
        return response;
      }),
    );
    server.listen(Number(port), "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const actual = typeof address === "object" && address !== null ? address.port : port;
    await write(`http://127.0.0.1:${actual}\n`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    server.close();
    server.closeAllConnections();
    return exitCodes.completed;
  },
});

import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { frame } from "../support/body.ts";

const script = fileURLToPath(new URL("../support/abort-many.mjs", import.meta.url));

test.each(["1", "2", "3"])(
  "100 streams ended at random points are 100 closed responses, and their process exits, seed %s",
  async (seed) => {
    const counts = { opened: 0, closed: 0 };
    const stages = new Set<string>();
    const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      if (request.url === "/count") {
        response.end(JSON.stringify(counts));
      } else if (request.method === "GET") {
        // The run has no stream for now: after this one, the client pauses.
        response.writeHead(503).end();
      } else {
        counts.opened += 1;
        response.once("close", () => {
          counts.closed += 1;
        });
        const { input } = JSON.parse(await text(request));
        stages.add(input);
        if (input === "open") return;
        startStream(response, `v1_run${counts.opened}`, input === "pause");
      }
    };
    const server = createServer((request, response) => void answer(request, response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    // A TCP server's address is an object.
    const { port } = server.address() as AddressInfo;

    const run = promisify(execFile);
    const args = ["--expose-gc", script, `http://127.0.0.1:${port}`, seed];
    const { stdout } = await run(process.execPath, args, { timeout: 30_000 });

    expect(stdout).toBe("aborted,left\n");
    expect(counts).toEqual({ opened: 100, closed: 100 });
    expect([...stages].toSorted()).toEqual(["open", "pause", "read"]);
    server.close();
  },
);

/** Streams without end, which only the client's leaving closes; or breaks off after the start. */
function startStream(response: ServerResponse, id: string, breaks: boolean): void {
  const interaction = { id, status: "in_progress", object: "interaction" };
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.write(frame({ event_type: "interaction.created", interaction }));
  if (breaks) {
    response.end();
    return;
  }
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    const delta = { type: "text", text: `${count} ` };
    response.write(frame({ event_type: "step.delta", index: 0, delta }));
  }, 2);
  response.once("close", () => clearInterval(timer));
}

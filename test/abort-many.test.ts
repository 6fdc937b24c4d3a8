import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { frame } from "./support/body.ts";

const script = fileURLToPath(new URL("support/abort-many.mjs", import.meta.url));

test.each(["1", "2", "3"])(
  "100 streams ended at random points are 100 closed responses, and their process exits, seed %s",
  async (seed) => {
    let opened = 0;
    let closed = 0;
    const timers = new Set<NodeJS.Timeout>();
    const server = createServer((request, response) => {
      request.resume();
      opened += 1;
      let count = 0;
      response.writeHead(200, { "content-type": "text/event-stream" });
      // Streams without end: only the client's leaving closes them.
      const timer = setInterval(() => {
        count += 1;
        const delta = { type: "text", text: `${count} ` };
        response.write(frame({ event_type: "step.delta", index: 0, delta }));
      }, 2);
      timers.add(timer);
      response.once("close", () => {
        closed += 1;
        clearInterval(timer);
        timers.delete(timer);
      });
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    // A TCP server's address is an object.
    const { port } = server.address() as AddressInfo;

    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, [script, `http://127.0.0.1:${port}`, seed]);

    expect(stdout).toBe("aborted,left\n");
    expect(opened).toBe(100);
    // The server hears of the last of them a moment after the child has gone.
    await vi.waitFor(() => expect(closed).toBe(opened));
    expect(closed).toBe(100);
    expect(timers.size).toBe(0);
    server.close();
  },
);

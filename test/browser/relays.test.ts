// A page, two relays of which one is killed at random, and the service: nothing is kept between them but
// what the page sends.

import { beforeEach, expect, test, vi } from "vitest";
import { followRun } from "../../src/browser/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import { geminiClient } from "../support/clients.ts";
import { createRandom } from "../support/random.ts";
import { collect } from "../support/reading.ts";

const words = Array.from({ length: 60 }, (_, index) => `word${index} `);

beforeEach(() => {
  vi.useFakeTimers();
});

/** A body that breaks off after a random number of bytes. */
function cutAfter(body: ReadableStream<Uint8Array>, bytes: number): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let leftBytes = bytes;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) return controller.close();
      if (value.length < leftBytes) {
        leftBytes -= value.length;
        return controller.enqueue(value);
      }
      if (leftBytes > 0) controller.enqueue(value.subarray(0, leftBytes));
      leftBytes = 0;
      await reader.cancel();
      // What was enqueued is lost to a reader that has not come for it yet.
      return controller.error(new TypeError("killed"));
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

test.each(Array.from({ length: 24 }, (_, seed) => seed))(
  "each word comes once through relays that are killed at random (seed %i)",
  async (seed) => {
    const random = createRandom(seed);
    const service = createInteractionsService({
      mode: seed % 2 === 0 ? "faithful" : "guide",
      respond: () => words.join(""),
    });
    const relays = [0, 1].map(() => geminiClient({ fetch: service.fetch }));
    const run = await relays[0]?.create({
      model: "gemini-3.8-flash",
      input: "Hi",
      background: true,
    });
    const id = run?.id ?? "";
    let connections = 0;
    const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
      connections += 1;
      const client = relays[connections % 2];
      const place = new Headers(init.headers).get("last-event-id");
      if (random(6) === 0) return new Response("", { status: 503 });
      if (client === undefined) throw new TypeError("There is no relay.");
      const stream = await (place === null
        ? client.get(id, { stream: true })
        : client.resume(place));
      const response = stream.toResponse();
      if (response.body === null || connections > 30) return response;
      return new Response(cutAfter(response.body, random(4_000)), response);
    };
    const followed = followRun("/api", { fetch });
    const reading = collect(followed.text());
    await vi.runAllTimersAsync();
    expect((await reading).join("")).toBe(words.join(""));
    expect(followed.state).toBe("ended");
    expect(followed.snapshot).toMatchObject({ id, status: "completed" });
    expect(connections).toBeGreaterThan(1);
    const creates = service.requests.filter(({ method }) => method === "POST");
    expect(creates).toHaveLength(1);
  },
);

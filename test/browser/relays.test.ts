// A page, two relays of which one is killed at random, and the service: nothing is kept between them but
// what the page sends.

import { beforeEach, expect, test, vi } from "vitest";
import { followRun } from "../../src/browser/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import { bodyOf, doneFrame, frame } from "../support/body.ts";
import { geminiClient } from "../support/clients.ts";
import { createFetch } from "../support/fetch.ts";
import { createRandom } from "../support/random.ts";
import { collect, lateRejection } from "../support/reading.ts";

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

test("the error that ends a run reaches the page once, and a reconnect with its id ends the run", async () => {
  const error = { code: "prohibited_content", message: "The prompt was blocked." };
  const created = {
    event_type: "interaction.created",
    interaction: { id: "v1_a", status: "in_progress" },
  };
  const { fetch: answer } = createFetch(() => {
    const body = bodyOf(frame(created), frame({ event_type: "error", error }), doneFrame);
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  });
  const client = geminiClient({ fetch: answer });
  const ids: string[] = [];
  const fetch = async (_url: string, init: RequestInit): Promise<Response> => {
    const place = new Headers(init.headers).get("last-event-id");
    const stream = await (place === null
      ? client.get("v1_a", { stream: true })
      : client.resume(place));
    const response = stream.toResponse();
    if (response.status === 204) return response;
    const text = await response.text();
    ids.push(...Array.from(text.matchAll(/^id: (.*)$/gm), ([, id = ""]) => id));
    return new Response(text, { headers: response.headers });
  };
  const run = followRun("/api", { fetch });
  expect(await lateRejection(collect(run))).toMatchObject({ code: error.code });
  expect(run.state).toBe("failed");
  const headers = { "last-event-id": ids.at(-1) ?? "" };
  const again = followRun("/api", { fetch, headers });
  expect(await collect(again)).toEqual([]);
  expect(again.state).toBe("ended");
});

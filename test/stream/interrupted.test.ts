import { beforeEach, expect, test, vi } from "vitest";
import { accumulate, StreamInterruptedError } from "../../src/index.ts";
import type { InteractionStreamEvent } from "../../src/index.ts";
import { textStep } from "../../src/testing/index.ts";
import { bodyOf, frame } from "../support/body.ts";
import { geminiClient } from "../support/clients.ts";
import { createFetch } from "../support/fetch.ts";
import { collect, laterRequests, lateRejection } from "../support/reading.ts";
import { agent, created, id, model, setUp, text } from "../support/told.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});

test("an interruption says where, why, what was delivered, and how to continue", async () => {
  const { service, client } = setUp({ faults: [{ kind: "unframed-error", afterEvents: 5 }] });
  const stream = await client.create(agent, { resume: false });
  const seen: InteractionStreamEvent[] = [];
  const error = await lateRejection(
    (async () => {
      for await (const event of stream) seen.push(event);
    })(),
  );
  if (!(error instanceof StreamInterruptedError)) throw new Error(String(error));
  expect(error).toMatchObject({
    name: "StreamInterruptedError",
    reason: "UNAVAILABLE: The service is currently unavailable.",
    interactionId: id,
    lastEventId: "evt_5",
    resumable: true,
    interaction: undefined,
  });
  expect(error.message).toBe(
    'Stream ended before the interaction finished (last event id "evt_5"): UNAVAILABLE: The service ' +
      "is currently unavailable. Call client.resume(error.cursor) to continue.",
  );
  expect(error.cursor).toEqual(stream.cursor);
  expect(error.snapshot).toEqual(accumulate(seen));
  expect(laterRequests(service)).toEqual([]);
});

test("an interruption without store cannot be resumed, and says so", async () => {
  const { client } = setUp({ faults: [{ kind: "cut", afterEvents: 4, reset: true }] });
  const stream = await client.create({ ...model, store: false });
  const error = await lateRejection(collect(stream));
  expect(error).toMatchObject({
    cursor: undefined,
    resumable: false,
    cause: expect.objectContaining({ name: "TypeError" }),
  });
  expect(String(error)).toMatch(/It cannot be resumed/);
  expect(error).toMatchObject({ snapshot: { steps: [textStep("One ")] } });
});

test("a stored interaction that differs comes with the interruption", async () => {
  const body = bodyOf(...[created, text("Hi")].map(frame));
  const other = { id, status: "completed", steps: [textStep("Something else")] };
  const { fetch } = createFetch(({ method, headers }) => {
    if (method === "POST") {
      return new Response(body, { headers: { "content-type": "text/event-stream" } });
    }
    const streams = headers.get("accept") === "text/event-stream";
    return streams ? new Response("", { status: 404 }) : Response.json(other);
  });
  const stream = await geminiClient({ fetch }).create(agent);
  const error = await lateRejection(collect(stream));
  expect(error).toBeInstanceOf(StreamInterruptedError);
  expect(error).toMatchObject({
    resumable: false,
    interaction: other,
    snapshot: { steps: [textStep("Hi")] },
    reason: expect.stringContaining("differs from what was streamed"),
  });
});

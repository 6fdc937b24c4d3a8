import { getEventListeners } from "node:events";
import { beforeEach, expect, test, vi } from "vitest";
import {
  isTerminal,
  NotFoundError,
  PermissionDeniedError,
  TimeoutError,
  WaitTimeoutError,
} from "../../src/index.ts";
import type { Interaction, WaitOptions } from "../../src/index.ts";
import { geminiClient, vertexClient } from "../support/clients.ts";
import { createFetch, never } from "../support/fetch.ts";
import { sampleInteraction } from "../support/interaction.ts";

const start = new Date("2026-11-22T10:00:00Z");

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: start });
  vi.spyOn(Math, "random").mockReturnValue(1);
});

type Status = Interaction["status"];

/** A service whose run has these states, poll by poll, and when it was asked. */
function createRun(...states: Status[]) {
  const polls: number[] = [];
  const service = createFetch((request) => {
    if (request.method === "POST") return Response.json(sampleInteraction({ status: "cancelled" }));
    const status = states[Math.min(polls.length, states.length - 1)] ?? "completed";
    polls.push(Date.now() - start.getTime());
    return Response.json(sampleInteraction({ status }));
  });
  const log = () => service.requests.map(({ method, url }) => `${method} ${url.split("/").at(-1)}`);
  return { client: geminiClient({ fetch: service.fetch }), polls, log, requests: service.requests };
}

/** Runs all timers until the wait is over. */
async function finish(wait: Promise<Interaction>): Promise<unknown> {
  const outcome = wait.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

test("the first poll is made at once, and a finished run needs no other", async () => {
  const { client, polls } = createRun("completed");
  expect(await client.waitForCompletion("int_1")).toEqual(sampleInteraction());
  expect(polls).toEqual([0]);
  expect(vi.getTimerCount()).toBe(0);
});

test("pauses grow by half from 2 s to 10 s", async () => {
  const { client, polls } = createRun(...Array<Status>(7).fill("in_progress"), "completed");
  await finish(client.waitForCompletion("int_1"));
  const pauses = polls.slice(1).map((time, index) => time - (polls[index] ?? 0));
  expect(pauses).toEqual([2_000, 3_000, 4_500, 6_750, 10_000, 10_000, 10_000]);
});

test("up to a quarter of a pause is left out at random", async () => {
  vi.mocked(Math.random).mockReturnValue(0);
  const { client, polls } = createRun(...Array<Status>(6).fill("in_progress"), "completed");
  await finish(client.waitForCompletion("int_1"));
  const pauses = polls.slice(1).map((time, index) => time - (polls[index] ?? 0));
  expect(pauses).toEqual([1_500, 2_250, 3_375, 5_062, 7_500, 7_500]);
});

test.each([
  [{ pollIntervalMs: 100, maxPollIntervalMs: 200 }, [100, 150, 200, 200]],
  [{ pollIntervalMs: 60_000 }, [60_000, 60_000, 60_000, 60_000]],
  [{ pollIntervalMs: 5_000, maxPollIntervalMs: 1_000 }, [1_000, 1_000, 1_000, 1_000]],
])("the pauses follow %j", async (options, expected) => {
  const { client, polls } = createRun(...Array<Status>(4).fill("queued"), "completed");
  await finish(client.waitForCompletion("int_1", options));
  expect(polls.slice(1).map((time, index) => time - (polls[index] ?? 0))).toEqual(expected);
});

test.each([
  "completed",
  "failed",
  "cancelled",
  "incomplete",
  "requires_action",
  "requires_continuation",
  "budget_exceeded",
  "a_status_of_next_year",
])("waits while queued or in progress, and hands over a run that is %s", async (status) => {
  const { client, polls } = createRun("queued", "in_progress", status);
  expect(await finish(client.waitForCompletion("int_1"))).toMatchObject({ status });
  expect(polls).toHaveLength(3);
});

test.each<[Status, boolean]>([
  ["queued", false],
  ["in_progress", false],
  ["completed", true],
  ["requires_action", true],
  ["a_status_of_next_year", true],
])("isTerminal(%j) is %j", (status, expected) => {
  expect(isTerminal(status)).toBe(expected);
});

test("onStatus hears of every poll, the last included", async () => {
  const { client } = createRun("queued", "in_progress", "in_progress", "completed");
  const seen: Status[] = [];
  await finish(
    client.waitForCompletion("int_1", { onStatus: (interaction) => seen.push(interaction.status) }),
  );
  expect(seen).toEqual(["queued", "in_progress", "in_progress", "completed"]);
});

const mine = new Error("mine");

test.each<[string, WaitOptions["onStatus"]]>([
  [
    "that onStatus throws",
    () => {
      throw mine;
    },
  ],
  ["that onStatus rejects with", () => Promise.reject(mine)],
])("an error %s ends the wait", async (_, onStatus) => {
  const { client, polls } = createRun("in_progress");
  expect(await finish(client.waitForCompletion("int_1", { onStatus }))).toBe(mine);
  expect(polls).toHaveLength(1);
});

test("a promise of onStatus is awaited before the next poll, and before the wait ends", async () => {
  const { client, polls } = createRun("in_progress", "completed");
  const log: string[] = [];
  const onStatus = async ({ status }: Interaction): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    log.push(status);
  };
  await finish(client.waitForCompletion("int_1", { onStatus }).then((it) => (log.push("end"), it)));
  expect(log).toEqual(["in_progress", "completed", "end"]);
  expect(polls[1]).toBeGreaterThan(60_000);
});

test.each<[string, WaitOptions, RegExp]>([
  ["the deadline", { timeoutMs: 60_000 }, /is still in_progress after 60000 ms/],
  ["the signal", { signal: AbortSignal.abort("enough") }, /enough/],
])("an onStatus that never settles is ended by %s", async (_, options, words) => {
  const { client } = createRun("in_progress");
  const wait = client.waitForCompletion("int_1", {
    ...options,
    onStatus: () => new Promise(() => undefined),
  });
  expect(String(await finish(wait))).toMatch(words);
});

test("a sleep of the machine does not use up the deadline", async () => {
  const { client, polls } = createRun("in_progress", "in_progress", "completed");
  const wait = client.waitForCompletion("int_1", {
    timeoutMs: 60_000,
    onStatus: () => {
      if (polls.length === 1) vi.setSystemTime(Date.now() + 10 * 3_600_000);
    },
  });
  expect(await finish(wait)).toMatchObject({ status: "completed" });
});

test("past the deadline it rejects with the interaction as last seen", async () => {
  const { client, polls } = createRun("queued", "in_progress");
  const error = await finish(client.waitForCompletion("int_1", { timeoutMs: 10_000 }));
  expect(error).toBeInstanceOf(WaitTimeoutError);
  expect(error).toMatchObject({
    name: "WaitTimeoutError",
    interaction: sampleInteraction({ status: "in_progress" }),
    message:
      'Interaction "int_1" is still in_progress after 10000 ms. ' +
      "It keeps running: waitForCompletion() again, or cancel() it.",
  });
  // No poll is made that would have no time for its answer.
  expect(polls).toEqual([0, 2_000, 5_000, 9_500]);
  expect(Date.now() - start.getTime()).toBe(10_000);
});

test("the deadline is one hour unless set", async () => {
  const { client, polls } = createRun("in_progress");
  const error = await finish(client.waitForCompletion("int_1"));
  expect(error).toBeInstanceOf(WaitTimeoutError);
  expect(Date.now() - start.getTime()).toBe(3_600_000);
  expect(polls.length).toBeGreaterThan(350);
});

test("no deadline means none", async () => {
  const { client } = createRun(...Array<Status>(500).fill("in_progress"), "completed");
  const done = await finish(client.waitForCompletion("int_1", { timeoutMs: Infinity }));
  expect(done).toMatchObject({ status: "completed" });
});

test("a poll that hangs is cut off by the deadline", async () => {
  const client = geminiClient({ fetch: never });
  const error = await finish(client.waitForCompletion("int_1", { timeoutMs: 700 }));
  expect(error).toBeInstanceOf(WaitTimeoutError);
  expect(error).toMatchObject({ interaction: undefined });
  expect(error).toHaveProperty("message", expect.stringContaining("is still unanswered after 700"));
  expect(Date.now() - start.getTime()).toBe(700);
});

test("a poll has 30 s, however long the wait or the client's limit, and is missed then", async () => {
  const { fetch, requests } = createFetch(never);
  const client = geminiClient({ fetch, timeoutMs: 600_000 });
  const error = await finish(client.waitForCompletion("int_1", { timeoutMs: 63_000 }));
  expect(error).toBeInstanceOf(WaitTimeoutError);
  expect(error).toHaveProperty("cause", expect.any(TimeoutError));
  // Polls at 0 and 32 s; each waits for 30 s, and the pauses are 2 and 3 s.
  expect(requests).toHaveLength(2);
});

test("an error of the service ends the wait", async () => {
  const { fetch } = createFetch(() => Response.json({}, { status: 403 }));
  const client = geminiClient({ fetch });
  await expect(client.waitForCompletion("int_1")).rejects.toThrow(PermissionDeniedError);
});

/** A service that answers with these statuses, poll by poll. */
function createLaggingRun(...statuses: number[]) {
  const { fetch, requests } = createFetch(() => {
    const status = statuses[requests.length - 1] ?? 404;
    return Response.json(sampleInteraction({ status: "in_progress" }), { status });
  });
  return { client: geminiClient({ fetch }), requests };
}

test("a run that is not found yet is looked for three times more", async () => {
  const { client, requests } = createLaggingRun();
  expect(await finish(client.waitForCompletion("int_1"))).toBeInstanceOf(NotFoundError);
  expect(requests).toHaveLength(4);
});

test("a run that is found late is waited for", async () => {
  const { client, requests } = createLaggingRun(404, 404, 404, 200, 200);
  const seen: Status[] = [];
  await finish(
    client.waitForCompletion("int_1", { onStatus: (interaction) => seen.push(interaction.status) }),
  );
  expect(seen).toEqual(["in_progress", "in_progress"]);
  expect(requests).toHaveLength(6);
});

test("a run that was seen and then is not found is not looked for again", async () => {
  const { client, requests } = createLaggingRun(200, 404, 200);
  expect(await finish(client.waitForCompletion("int_1"))).toBeInstanceOf(NotFoundError);
  expect(requests).toHaveLength(2);
});

// Missed polls.

/** What a poll gets, and what the service says after all of these: `completed`. */
function createTroubledRun(...answers: (() => Response | Promise<Response>)[]) {
  const polls: number[] = [];
  const service = createFetch(() => {
    const answer = answers[polls.length];
    polls.push(Date.now() - start.getTime());
    return answer?.() ?? Response.json(sampleInteraction());
  });
  return { client: geminiClient({ fetch: service.fetch }), polls };
}

const running = () => Response.json(sampleInteraction({ status: "in_progress" }));

function status(code: number, headers: Record<string, string> = {}) {
  return () => new Response("{}", { status: code, headers });
}

function json(value: unknown) {
  return () => Response.json(value);
}

test.each<[string, () => Response | Promise<Response>]>([
  ["408", status(408)],
  ["429", status(429)],
  ["500", status(500)],
  ["502", status(502)],
  ["503", status(503)],
  ["504", status(504)],
  ["a gateway's page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
  ["an empty body", () => new Response("", { headers: { "content-type": "application/json" } })],
  [
    "half of an interaction",
    () => new Response('{"id":', { headers: { "content-type": "application/json" } }),
  ],
  ["an empty object", json({})],
  ["an error with status 200", json({ error: { code: 503, message: "Later" } })],
  ["another interaction", json(sampleInteraction({ id: "int_2", status: "completed" }))],
  ["an interaction without a status", json({ id: "int_1", steps: [] })],
  ["a status that is no text", json({ id: "int_1", status: 7 })],
  ["an empty status", json({ id: "int_1", status: "" })],
  ["a lost connection", () => Promise.reject(new TypeError("fetch failed"))],
  ["no answer at all", never],
])("a poll that gets %s is missed, whether the run was seen or not", async (_, trouble) => {
  for (const answers of [
    [trouble, trouble, trouble, trouble, trouble],
    [running, trouble, running, trouble],
  ]) {
    vi.setSystemTime(start);
    const { client, polls } = createTroubledRun(...answers);
    const seen: Status[] = [];
    const options: WaitOptions = { onStatus: (interaction) => seen.push(interaction.status) };
    expect(await finish(client.waitForCompletion("int_1", options))).toEqual(sampleInteraction());
    expect(polls).toHaveLength(answers.length + 1);
    expect(seen).toEqual([
      ...answers.filter((answer) => answer === running).map(() => "in_progress"),
      "completed",
    ]);
  }
});

test.each([400, 401, 403, 405, 409, 410, 501])("%i ends the wait", async (code) => {
  const { client, polls } = createTroubledRun(running, status(code));
  expect(await finish(client.waitForCompletion("int_1"))).toMatchObject({ status: code });
  expect(polls).toHaveLength(2);
});

test("a credential that cannot be fetched for a while is waited out", async () => {
  const apiKey = vi
    .fn<() => string>(() => "key")
    .mockImplementationOnce(() => {
      throw new Error("vault busy");
    });
  const { fetch } = createFetch(running);
  const client = geminiClient({ apiKey, fetch });
  await finish(client.waitForCompletion("int_1", { timeoutMs: 5_000 }));
  expect(apiKey.mock.calls.length).toBeGreaterThan(1);
});

test("a spent daily quota ends the wait", async () => {
  const error = { code: 429, message: "Quota exceeded: 100 requests per day." };
  const { client } = createTroubledRun(() => Response.json({ error }, { status: 429 }));
  expect(await finish(client.waitForCompletion("int_1"))).toMatchObject({
    quota: { period: "day" },
  });
});

test.each([
  ["a minute and a second", "61", 61_000],
  ["half an hour", "1800", 1_800_000],
  ["less than the pause", "1", 2_000],
])("a delay of %s that the service asks for is honoured", async (_, seconds, expected) => {
  const { client, polls } = createTroubledRun(status(429, { "retry-after": seconds }));
  expect(await finish(client.waitForCompletion("int_1"))).toEqual(sampleInteraction());
  expect(polls).toEqual([0, expected]);
});

test("an asked delay beyond the deadline ends at the deadline, with the failure as cause", async () => {
  const { client } = createTroubledRun(running, status(429, { "retry-after": "7200" }));
  const error = await finish(client.waitForCompletion("int_1"));
  expect(error).toBeInstanceOf(WaitTimeoutError);
  expect(error).toMatchObject({
    interaction: { status: "in_progress" },
    cause: { name: "RateLimitError", retryDelayMs: 7_200_000 },
  });
  expect(Date.now() - start.getTime()).toBe(3_600_000);
});

test("a deadline after an answered poll has no cause", async () => {
  const { client } = createTroubledRun(...Array<() => Response>(99).fill(running));
  const error = await finish(client.waitForCompletion("int_1", { timeoutMs: 9_000 }));
  expect(error).not.toHaveProperty("cause");
});

test("a full resource name waits for the interaction that it names", async () => {
  const name = "projects/p/locations/global/interactions/int_1";
  const { fetch } = createFetch(() => Response.json(sampleInteraction({ id: name })));
  const client = vertexClient({}, { fetch });
  expect(await client.waitForCompletion("int_1")).toMatchObject({ id: name });
  expect(await client.waitForCompletion(name)).toMatchObject({ id: name });
});

test.each(["pollIntervalMs", "maxPollIntervalMs", "timeoutMs"])(
  "%s must be a positive number, or nothing is sent",
  async (name) => {
    for (const value of [Number.NaN, 0, -1, "2000", null]) {
      const { client, polls } = createRun("completed");
      await expect(client.waitForCompletion("int_1", { [name]: value })).rejects.toThrow(
        new TypeError(`${name} must be a positive number of milliseconds, got ${String(value)}.`),
      );
      expect(polls).toEqual([]);
    }
  },
);

test("an unknown option is refused, or nothing is sent", async () => {
  const { client, polls } = createRun("completed");
  const options: object = { pollInterval: 5 };
  await expect(client.waitForCompletion("int_1", options)).rejects.toThrow(
    'Unknown option "pollInterval": did you mean pollIntervalMs?',
  );
  expect(polls).toEqual([]);
});

test("headers and fetch of the call go with each poll", async () => {
  const { requests, client } = createRun("in_progress", "completed");
  await finish(client.waitForCompletion("int_1", { headers: { "x-trace": "t" } }));
  expect(requests.map(({ headers }) => headers.get("x-trace"))).toEqual(["t", "t"]);
});

test("an abort during the pause rejects at once with its reason", async () => {
  const controller = new AbortController();
  const { client, polls, log } = createRun("in_progress");
  const wait = client.waitForCompletion("int_1", { signal: controller.signal });
  const caught = wait.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_000);
  controller.abort(0);
  expect(await caught).toBe(0);
  expect(polls).toHaveLength(1);
  expect(log()).toEqual(["GET int_1"]);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(controller.signal, "abort")).toEqual([]);
});

test("an abort during a poll rejects at once with its reason", async () => {
  const controller = new AbortController();
  const { fetch } = createFetch(() => {
    controller.abort("enough");
    return never();
  });
  const caught = geminiClient({ fetch })
    .waitForCompletion("int_1", { signal: controller.signal })
    .catch((error: unknown) => error);
  expect(await caught).toBe("enough");
  expect(vi.getTimerCount()).toBe(0);
});

test("a wait that ends lets its signal go", async () => {
  const { signal } = new AbortController();
  const { client } = createRun("in_progress", "in_progress", "completed");
  await finish(client.waitForCompletion("int_1", { signal }));
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

/** Aborts a wait while it pauses, and tells what it rejects with. */
async function abortInPause(
  client: ReturnType<typeof geminiClient>,
  options: WaitOptions,
): Promise<unknown> {
  const controller = new AbortController();
  const caught = client
    .waitForCompletion("int_1", { ...options, signal: controller.signal })
    .catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(1_000);
  controller.abort("enough");
  await vi.runAllTimersAsync();
  return caught;
}

test("cancelOnAbort cancels the run as well", async () => {
  const { client, log } = createRun("in_progress");
  expect(await abortInPause(client, { cancelOnAbort: true })).toBe("enough");
  expect(log()).toEqual(["GET int_1", "POST cancel"]);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([{ cancelOnAbort: false }, { cancelOnAbort: undefined }, {}])(
  "an abort leaves the run alone with %j",
  async (options) => {
    const { client, log } = createRun("in_progress");
    expect(await abortInPause(client, options)).toBe("enough");
    expect(log()).toEqual(["GET int_1"]);
  },
);

test("cancelOnAbort during a poll cancels, too", async () => {
  const controller = new AbortController();
  const { fetch, requests } = createFetch((request) => {
    if (request.method === "POST") return Response.json(sampleInteraction());
    controller.abort("enough");
    return never();
  });
  const caught = geminiClient({ fetch })
    .waitForCompletion("int_1", { signal: controller.signal, cancelOnAbort: true })
    .catch((error: unknown) => error);
  expect(await caught).toBe("enough");
  expect(requests.map(({ method }) => method)).toEqual(["GET", "POST"]);
});

test("only an abort cancels the run: not a deadline, nor an error", async () => {
  const { client, log } = createRun("in_progress");
  await finish(client.waitForCompletion("int_1", { cancelOnAbort: true, timeoutMs: 1_000 }));
  expect(log()).toEqual(["GET int_1"]);
});

test("a cancel that fails does not hide the abort", async () => {
  const { fetch } = createFetch(({ method }) =>
    method === "POST"
      ? Response.json({}, { status: 500 })
      : Response.json(sampleInteraction({ status: "in_progress" })),
  );
  expect(await abortInPause(geminiClient({ fetch }), { cancelOnAbort: true })).toBe("enough");
});

test("a cancel that hangs holds the abort up for 5 s at most", async () => {
  const { fetch } = createFetch(({ method }) =>
    method === "POST" ? never() : Response.json(sampleInteraction({ status: "in_progress" })),
  );
  expect(await abortInPause(geminiClient({ fetch }), { cancelOnAbort: true })).toBe("enough");
  expect(Date.now() - start.getTime()).toBe(6_000);
});

test("a cancel whose key hangs holds the abort up for 5 s at most", async () => {
  const { fetch } = createFetch(() => Response.json(sampleInteraction({ status: "in_progress" })));
  const apiKey = vi.fn<() => string | Promise<string>>(never).mockReturnValueOnce("key");
  const client = geminiClient({ apiKey, fetch });
  expect(await abortInPause(client, { cancelOnAbort: true })).toBe("enough");
  expect(Date.now() - start.getTime()).toBe(6_000);
});

test("a certificate that is not trusted ends the wait at the first poll", async () => {
  const thrown = Object.assign(new Error("self-signed"), { code: "SELF_SIGNED_CERT_IN_CHAIN" });
  const service = createFetch(() =>
    Promise.reject(new TypeError("fetch failed", { cause: thrown })),
  );
  const error = await finish(
    geminiClient({ fetch: service.fetch, retry: {} }).waitForCompletion("int_1"),
  );
  expect(String(error)).toContain("NODE_EXTRA_CA_CERTS");
  expect(service.requests).toHaveLength(1);
});

import { runInNewContext } from "node:vm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { consoleHooks } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsServiceOptions } from "../../src/testing/index.ts";
import { geminiClient, testKey } from "../support/clients.ts";
import { geminiHost } from "../support/server.ts";

const url = `${geminiHost}/v1beta/interactions`;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.spyOn(Math, "random").mockReturnValue(1);
});
afterEach(() => vi.useRealTimers());

function setup(options: InteractionsServiceOptions) {
  const lines: string[] = [];
  const service = createInteractionsService({
    respond: () => "answer-of-nobody it is",
    ...options,
  });
  const hooks = consoleHooks((line) => lines.push(line));
  return { lines, client: geminiClient({ fetch: service.fetch, hooks, retry: {} }) };
}

async function settle(promise: Promise<unknown>): Promise<unknown> {
  const settled = promise.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

test("a run reads from top to bottom, and holds no key and no content", async () => {
  const { lines, client } = setup({
    eventIntervalMs: 500,
    faults: [
      { kind: "answer", on: "create", status: 429 },
      { kind: "cut", afterEvents: 5 },
      { kind: "network-error", on: "reattach" },
    ],
  });
  const params = { agent: "deep-research-preview-04-2026", input: "input-of-nobody" } as const;
  const stream = client.create({ ...params, background: true, stream: true });
  await settle(stream.then((open) => open.finalInteraction()));
  expect(lines).toEqual(
    [
      "create deep-research-preview-04-2026, streamed",
      `POST ${url}`,
      "status 429 after 0 ms",
      "attempt 2 follows in 500 ms: status 429",
      `POST ${url}, attempt 2`,
      "status 200 after 0 ms",
      expect.stringMatching(/first text after 2\.\d s$/),
      "reconnect 1 after event evt_5: the connection closed",
      `GET ${url}/v1_run1`,
      expect.stringMatching(/no answer: ConnectionError: .*ECONNRESET.*\/v1_run1\. The request/),
      expect.stringMatching(/reconnect 2 after event evt_5: .*ECONNRESET/),
      `GET ${url}/v1_run1`,
      "status 200 after 0 ms",
      expect.stringMatching(
        /ended: completed, v1_run1, \d+ tokens in, \d+ tokens out, after \d+\.\d s$/,
      ),
    ].map((line) =>
      typeof line === "string" ? `[interactions run 1] ${line}` : (line as unknown),
    ),
  );
  const shown = lines.join("\n");
  for (const secret of [testKey, "of-nobody", "last_event_id"]) expect(shown).not.toContain(secret);
});

test("runs are numbered, and calls that are not runs are not", async () => {
  const { lines, client } = setup({});
  const { id } = await client.create({ model: "gemini-3.8-flash", input: "Hi" });
  await client.get(id);
  await client.delete(id);
  const again = await client.create({ model: "gemini-3.8-flash", input: "Hi" });
  await client.waitForCompletion(again.id);
  expect(lines.map((line) => /^\[(.*?)\] \w+/.exec(line)?.[0])).toEqual([
    "[interactions run 1] create",
    "[interactions run 1] POST",
    "[interactions run 1] status",
    "[interactions run 1] ended",
    "[interactions] GET",
    "[interactions] status",
    "[interactions] DELETE",
    "[interactions] status",
    "[interactions run 2] create",
    "[interactions run 2] POST",
    "[interactions run 2] status",
    "[interactions run 2] ended",
    "[interactions run 3] waitForCompletion",
    "[interactions run 3] GET",
    "[interactions run 3] status",
    "[interactions run 3] ended",
  ]);
});

const endings: [string, string, (controller: AbortController) => unknown][] = [
  ["a refused create", "failed: NotFoundError: ", () => undefined],
  ["an abort", "aborted: Error: mine", (controller) => controller.abort(new Error("mine"))],
  ["an abort with a text", "aborted: a string", (controller) => controller.abort("mine")],
  [
    "an abort with an error of another realm",
    "aborted: TypeError: theirs",
    (controller) => controller.abort(runInNewContext("new TypeError('theirs')")),
  ],
];

test.each(endings)("%s ends with its outcome", async (_, end, prepare) => {
  const { lines, client } = setup({ faults: [{ kind: "answer", on: "create", status: 404 }] });
  const controller = new AbortController();
  prepare(controller);
  const params = { model: "gemini-3.8-flash", input: "Hi" } as const;
  await settle(client.create(params, { signal: controller.signal }));
  expect(lines.at(-1)).toContain(`[interactions run 1] ${end}`);
});

test("text from outside cannot break a line", () => {
  const lines: string[] = [];
  const { onReconnect } = consoleHooks((line) => lines.push(line));
  onReconnect?.({
    attempt: 1,
    reason: `a\nb\u001b[31m${"c".repeat(9_999)}`,
    lastEventId: "x\r\ny",
  });
  expect(lines).toEqual([
    expect.stringMatching(/^\[interactions\] reconnect 1 after event x y: a b\ufffd\[31mc{300}/),
  ]);
  expect(lines[0]?.length).toBeLessThan(450);
});

// Quadratic, each of these takes longer than a test may.
test.each(["http:", "http:?", "http://a?.:,"])(
  "a line of %j over and over is written in no time",
  (part) => {
    const lines: string[] = [];
    const { onReconnect } = consoleHooks((line) => lines.push(line));
    onReconnect?.({ attempt: 1, reason: "x", lastEventId: part.repeat(200_000) });
    expect(lines).toHaveLength(1);
  },
);

test("it writes to the console by default", async () => {
  const info = vi.spyOn(console, "info").mockReturnValue();
  const service = createInteractionsService();
  const client = geminiClient({ fetch: service.fetch, hooks: consoleHooks() });
  await client.create({ model: "gemini-3.8-flash", input: "Hi" });
  expect(info).toHaveBeenCalledTimes(4);
});

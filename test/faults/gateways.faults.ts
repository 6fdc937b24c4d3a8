// Three levels: a client that knows nothing but `last_event_id`, two gateways one behind the other, and
// the service. Each level's connections are cut at random places; each request may meet a new gateway,
// since they keep nothing. Whatever is cut, the client has every word once.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGateway } from "../../src/gateway/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { Fault } from "../../src/testing/index.ts";
import { createRandom } from "../support/random.ts";
import { seed } from "./tally.ts";
import type { Tally } from "./tally.ts";

type Fetch = typeof globalThis.fetch;
type Random = () => number;

const cases = 10_000;
const perTest = 1_000;
const url = "https://generativelanguage.googleapis.com/v1beta/interactions";

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
    }),
);
afterEach(() => void vi.useRealTimers());

/** Cuts the bodies of the first answers, each after a random number of bytes. */
function cutting(fetch: Fetch, random: Random): Fetch {
  let left = Math.floor(random() * 4);
  return async (input, init) => {
    const answer = await fetch(input, init);
    if (left === 0 || answer.body === null) return answer;
    left -= 1;
    return new Response(
      cutAfter(answer.body, Math.floor(random() * 5_000), random() < 0.5),
      answer,
    );
  };
}

function cutAfter(
  body: ReadableStream<Uint8Array>,
  bytes: number,
  isReset: boolean,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let left = bytes;
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) {
          controller.close();
          return;
        }
        controller.enqueue(value.subarray(0, left));
        left -= value.length;
        if (left > 0) return;
        void reader.cancel().catch(() => undefined);
        if (isReset) controller.error(new TypeError("terminated"));
        else controller.close();
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** A gateway that is a new one for each request. */
function gatewayOver(fetch: Fetch): Fetch {
  return (input, init) => createGateway({ fetch })(new Request(input, init));
}

interface Got {
  text: string;
  steps: string[];
  isDone: boolean;
  connections: number;
}

/** Reads a run as any client would that asks again with the newest `event_id`. */
async function readAsPlainClient(fetch: Fetch, input: string, runId: () => string): Promise<Got> {
  const got: Got = { text: "", steps: [], isDone: false, connections: 0 };
  let after = "";
  const body = JSON.stringify({ model: "gemini-3.5-flash", input, stream: true, background: true });
  while (!got.isDone && got.connections < 50) {
    got.connections += 1;
    const query = after === "" ? "" : `&last_event_id=${after}`;
    const answer =
      got.connections === 1
        ? await fetch(url, { method: "POST", body })
        : await fetch(`${url}/${runId()}?stream=true${query}`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const chunk = await reader?.read().catch(() => undefined);
      if (chunk === undefined || chunk.done) break;
      const frames = (rest + chunk.value).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const [, data] = /^data: (.*)$/m.exec(frame) ?? [];
        if (data === undefined) continue;
        got.isDone ||= data === "[DONE]";
        if (data === "[DONE]") continue;
        const event = JSON.parse(data);
        if (event.event_type === "step.delta") got.text += event.delta.text ?? "";
        if (event.event_type.startsWith("step.st"))
          got.steps.push(`${event.event_type} ${event.index}`);
        after = event.event_id ?? after;
      }
    }
  }
  return got;
}

async function runCase(number: number): Promise<string | undefined> {
  const draw = createRandom(seed * 1_000_003 + number);
  const random: Random = () => draw(1_048_576) / 1_048_576;
  // The first numbers of neighbouring seeds are alike.
  for (let count = 0; count < 20; count += 1) random();
  const count = 3 + Math.floor(random() * 20);
  const words = Array.from({ length: count }, (_, index) => `w${index}`).join(" ");
  const faults = Array.from({ length: Math.floor(random() * 4) }, (): Fault => ({
    kind: "cut",
    afterEvents: Math.floor(random() * count),
    reset: random() < 0.5,
  }));
  // The service's own ids are not enough to continue from: most of its events have none.
  faults.push({ kind: "event-ids", show: "sparse", times: 1_000 });
  const mode = random() < 0.5 ? "guide" : "faithful";
  const service = createInteractionsService({ mode, faults, respond: () => words });
  const inner = gatewayOver(cutting(service.fetch, random));
  const outer = gatewayOver(cutting(inner, random));
  const client = cutting(outer, random);
  const reading = readAsPlainClient(client, "x", () => service.interactions[0]?.id ?? "");
  const settled: Got[] = [];
  void reading.then((result) => settled.push(result));
  for (let step = 0; step < 2_000 && settled.length === 0; step += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
  }
  const [got] = settled;
  if (got === undefined) return `hung: case ${number}`;
  const told = `(case ${number}, ${mode}, ${got.connections} connections)`;
  if (got.text.length < words.length) return `lost: ${got.text} ${told}`;
  if (got.text !== words) return `doubled: ${got.text} ${told}`;
  const isWhole = got.isDone && got.steps.join() === "step.start 0,step.stop 0";
  if (!isWhole) return `wrong: ${got.steps.join()} ${told}`;
  return service.interactions.length === 1 ? undefined : `wrong: another run ${told}`;
}

test.for(Array.from({ length: cases / perTest }, (_, index) => index))(
  "three levels, all cut, part %i: no word is lost or doubled",
  { timeout: 1_800_000 },
  async (part, { task }) => {
    const failures: string[] = [];
    for (let number = part * perTest; number < (part + 1) * perTest; number += 1) {
      const problem = await runCase(number);
      if (problem !== undefined) failures.push(problem);
    }
    const kinds = (word: string): number => failures.filter((line) => line.startsWith(word)).length;
    const [lost, doubled, hung, wrong] = ["lost", "doubled", "hung", "wrong"].map(kinds);
    const row = { passed: perTest - failures.length, lost, doubled, hung, wrong };
    task.meta.faults = { "two gateways, three levels of cuts": row } as Tally;
    expect(failures.slice(0, 10).join("\n")).toBe("");
  },
);

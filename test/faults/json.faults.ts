// What a program keeps between two processes is JSON: a cursor, a snapshot, the progress of a run. Each case is
// left at random events, all that is kept goes through JSON, and another client continues. Nothing may hang on
// what a process remembers beside it.

import { expect, test } from "vitest";
import {
  accumulate,
  defineTool,
  outputText,
  pendingFunctionCalls,
  runTools,
} from "../../src/index.ts";
import type { InteractionStreamEvent, RunProgress } from "../../src/index.ts";
import { createInteractionsService, textStep } from "../../src/testing/index.ts";
import { geminiClient } from "../support/clients.ts";
import { createRandom } from "../support/random.ts";
import { call, input, model } from "../support/tools.ts";

const cases = 5_000;
const timeout = 1_200_000;
/** Values that storage and wire spell in several ways. */
const values = [
  "",
  "a",
  '"',
  "naïve 🙂",
  "\\u0041",
  0,
  -1.5,
  null,
  true,
  [1, [2]],
  { b: { c: [] } },
];

type Pick = (below: number) => number;

const throughJson = <Value>(value: Value): Value =>
  value === undefined ? value : JSON.parse(JSON.stringify(value));

function argumentsOf(pick: Pick): Record<string, unknown> {
  const names = ["city", "n", "ünit"].slice(0, pick(4));
  return Object.fromEntries(names.map((name) => [name, values[pick(values.length)]]));
}

/** A service whose turns each ask for one call, and which answers by the results that it is sent. */
function serviceOf(turns: readonly Record<string, unknown>[], pick: Pick) {
  return createInteractionsService({
    mode: pick(2) === 0 ? "guide" : "faithful",
    respond: ({ input: sent }) => {
      const list: readonly { type?: string; call_id?: string }[] = Array.isArray(sent) ? sent : [];
      const ids = list.flatMap(({ type, call_id }) =>
        type === "function_result" ? [call_id] : [],
      );
      const turn = ids.length === 0 ? 0 : Number(String(ids.at(-1)).slice(1)) + 1;
      const args = turns[turn];
      if (args === undefined) return "All done, in several words.";
      return { steps: [textStep(`Turn ${turn}. `), call(`c${turn}`, "count", args)] };
    },
  });
}

async function runInProcesses(pick: Pick): Promise<void> {
  const turns = Array.from({ length: 1 + pick(3) }, () => argumentsOf(pick));
  const { fetch } = serviceOf(turns, pick);
  const seen: unknown[] = [];
  const tool = defineTool({
    name: "count",
    description: "Counts.",
    execute: (args: unknown) => void seen.push(args),
  });
  let from: RunProgress | undefined;
  for (let process = 0; ; process += 1) {
    const run = runTools(
      geminiClient({ fetch }),
      { model, input, stream: true },
      { tools: [tool], from },
    );
    let left = process < 4 ? pick(14) : Infinity;
    let isOver = true;
    for await (const _ of run) {
      if (left-- > 0) continue;
      isOver = false;
      break;
    }
    if (!isOver) {
      from = throughJson(run.progress);
      continue;
    }
    expect(outputText(await run)).toBe("All done, in several words.");
    expect(seen).toEqual(turns);
    return;
  }
}

async function followInProcesses(pick: Pick): Promise<void> {
  const { fetch } = serviceOf([argumentsOf(pick)], pick);
  const params = { model, input, stream: true, background: true } as const;
  const events: InteractionStreamEvent[] = [];
  let stream = await geminiClient({ fetch }).create(params);
  for (let isOver = false; !isOver;) {
    let left = pick(6);
    isOver = true;
    for await (const event of stream) {
      events.push(event);
      if (left-- > 0 || stream.cursor === undefined) continue;
      isOver = false;
      break;
    }
    const kept = throughJson({ cursor: stream.cursor ?? "", snapshot: stream.snapshot });
    expect(outputText(kept.snapshot)).toBe(outputText(stream.snapshot));
    expect(pendingFunctionCalls(kept.snapshot)).toEqual(pendingFunctionCalls(stream.snapshot));
    if (!isOver) stream = await geminiClient({ fetch }).resume(kept.cursor);
  }
  const final = await stream.finalInteraction();
  const whole: InteractionStreamEvent[] = [];
  for await (const event of await geminiClient({ fetch }).get(final.id, { stream: true })) {
    whole.push(event);
  }
  expect(throughJson(accumulate(events).steps)).toEqual(accumulate(whole).steps);
  expect(outputText(final)).toBe("Turn 0. ");
}

test.each([
  ["progress of a run with tools", runInProcesses],
  ["a cursor and a snapshot", followInProcesses],
])(
  `${cases} times %s goes through JSON, and everything comes once`,
  { timeout },
  async (_, runCase) => {
    const failures: string[] = [];
    for (let seed = 1; seed <= cases && failures.length < 5; seed += 1) {
      await runCase(createRandom(seed)).catch((error: unknown) => {
        failures.push(`case ${seed}: ${String(error)}`);
      });
    }
    expect(failures.join("\n\n")).toBe("");
  },
);

// The rest of a run from its stored interaction, for every run of support/runs.ts, from every place,
// and from every place of that rest in another process.

import { expect, test } from "vitest";
import { accumulate } from "../../src/index.ts";
import type { Interaction, InteractionStreamEvent, Step } from "../../src/index.ts";
import { toOutputs } from "../../src/model/dialect.ts";
import { withoutInput } from "../../src/model/output.ts";
import { ReplayMismatch } from "../../src/replay/mismatch.ts";
import type { RunLog } from "../../src/replay/run-log.ts";
import { restOf } from "../../src/replay/stored.ts";
import { atomsOf } from "../support/random-runs.ts";
import { rareRuns, runs } from "../support/runs.ts";
import {
  acceptAll,
  args,
  cite,
  created,
  delta,
  end,
  moved,
  newPosition,
  positionAfter,
  result,
  sign,
  start,
  stop,
  text,
} from "../support/step-events.ts";

const cases = Object.entries({ ...runs, ...rareRuns }).flatMap(([name, steps]) =>
  (["current", "legacy"] as const).map((dialect) => ({ name, steps, dialect })),
);

function storedRun(steps: readonly Step[], members: object = {}): Interaction {
  return { id: "v1_run1", status: "completed", steps: [...steps], ...members };
}

/** The rest, handed out by the position; all of it is new. */
function rest(position: RunLog, stored: Interaction): InteractionStreamEvent[] {
  const events = restOf(stored, position);
  position.startRest();
  expect(acceptAll(position, events)).toEqual(events);
  return events;
}

interface Told {
  readonly edges: readonly string[];
  readonly texts: ReadonlyMap<number, string>;
}

/** What a consumer was told of each step: its edges, and its text but for arguments. */
function toldBy(events: readonly InteractionStreamEvent[]): Told {
  const edges: string[] = [];
  const texts = new Map<number, string>();
  for (const event of events) {
    const { event_type: type, index, step, content, delta: more }: Members = event;
    if (index === undefined) {
      if (type !== "interaction.status_update") edges.push(type);
      continue;
    }
    const edge = `${index} ${type}`;
    // A call that was cut starts once more, whole.
    const isAgain = "type" in { ...step, ...(content as object) } && edges.includes(edge);
    if (isAgain) texts.set(index, "");
    else if (!type.endsWith(".delta")) edges.push(edge);
    const {
      text: own,
      result: value,
      content: blocks,
    }: Partial<Members> = { ...(step ?? content ?? more) };
    const list: { text?: unknown }[] = Array.isArray(blocks) ? blocks : [];
    const said = [own, value, ...list.map((block) => block.text)];
    const words = said.filter((one) => typeof one === "string").join("");
    texts.set(index, (texts.get(index) ?? "") + words);
  }
  return { edges: edges.toSorted(), texts };
}

interface Members {
  readonly event_type: InteractionStreamEvent["event_type"];
  readonly index?: number;
  readonly step?: object;
  readonly content?: unknown;
  readonly delta?: object;
  readonly text?: unknown;
  readonly result?: unknown;
}

test.each(cases)(
  "$name, $dialect: the rest comes from the stored interaction",
  ({ steps, dialect }) => {
    const atoms = atomsOf(steps, dialect);
    const stored = storedRun(steps);
    const whole = toldBy(atoms);
    for (let place = 1; place <= atoms.length; place++) {
      const had = atoms.slice(0, place);
      const position = positionAfter(...had);
      if (position.finished) continue;
      const events = restOf(stored, position);
      const seen = [...had, ...rest(position, stored)];
      expect(toldBy(seen)).toEqual(whole);
      expect(seen.at(-1)).toMatchObject({ interaction: withoutInput(stored) });
      expect(accumulate(seen)).toMatchObject(withoutInput(stored));
      // Saved at each place of it, and gone on from in another process.
      for (let part = 0; part < events.length; part++) {
        const half = positionAfter(...had);
        half.startRest();
        acceptAll(half, events.slice(0, part));
        const next = moved(half);
        expect(next.isStored).toBe(true);
        expect(rest(next, stored)).toEqual(events.slice(part));
      }
    }
  },
);

test.each(cases)("$name, $dialect: overlapping steps", ({ steps, dialect }) => {
  const atoms = atomsOf(steps, dialect, 7);
  const whole = toldBy(atoms);
  for (let place = 1; place < atoms.length; place++) {
    const position = positionAfter(...atoms.slice(0, place));
    if (position.finished) continue;
    const seen = [...atoms.slice(0, place), ...rest(position, storedRun(steps))];
    expect(toldBy(seen)).toEqual(whole);
  }
});

const model = (words: string, more: object = {}): Step => ({
  type: "model_output",
  content: [{ type: "text", text: words, ...more }],
});
const call = { type: "function_call", id: "c1", name: "look_up", arguments: {} } as const;

test("a step that had begun gets only its text; the last event has everything else", () => {
  const steps = [
    { type: "thought", signature: "YQ==", summary: [{ type: "text", text: "Hm" }] },
    model("abc", { annotations: [{ type: "place_citation", place_id: "x" }] }),
    { ...call, arguments: { a: 1 } },
    { type: "code_execution_result", call_id: "e", result: "1\n2\n", is_error: false },
  ] as Step[];
  const position = positionAfter(
    created,
    start(0, { type: "thought" }),
    start(1),
    text(1, "a"),
    start(2, call),
    args(2, '{ "b"'),
    start(3, { type: "code_execution_result", call_id: "e" }),
    result(3, "1\n"),
  );
  const last = end("completed", { steps });
  expect(rest(position, storedRun(steps))).toEqual([
    stop(0),
    text(1, "bc"),
    stop(1),
    start(2, { ...call, arguments: { a: 1 } }),
    stop(2),
    result(3, "2\n"),
    stop(3),
    last,
  ]);
});

test("arguments, citations, media and signatures may be stored in other words", () => {
  const steps = [
    { ...call, arguments: { a: 1 } },
    model("ab", { annotations: [1, 2] }),
    { type: "thought", signature: "other" },
    { type: "model_output", content: [{ type: "image", data: "BBBB" }] },
  ] as unknown as Step[];
  const had = [
    [start(0, call), args(0, '{"a":2}')],
    [start(1), text(1, "ab"), cite(1, "x", "y", "z")],
    [start(2, { type: "thought" }), sign(2, "one")],
    [start(3), delta(3, { type: "image", data: "AAAA" })],
  ];
  const stops = [start(0, { ...call, arguments: { a: 1 } }), stop(0), stop(1), stop(2), stop(3)];
  const last = end("completed", { steps });
  expect(rest(positionAfter(created, ...had.flat()), storedRun(steps))).toEqual([...stops, last]);
  const stopped = had.flatMap((events, index) => [...events, stop(index)]);
  expect(rest(positionAfter(created, ...stopped), storedRun(steps))).toEqual([last]);
});

test.each<[string, InteractionStreamEvent[], object]>([
  ["other words", [start(0), text(0, "x")], storedRun([model("abc")])],
  ["less", [start(0), text(0, "abcd")], storedRun([model("abc")])],
  ["other words of a finished step", [start(0), text(0, "ab"), stop(0)], storedRun([model("abc")])],
  ["another step", [start(0, { type: "thought" })], storedRun([model("abc")])],
  ["no step", [start(0), start(1)], storedRun([model("abc")])],
  ["null", [start(0)], storedRun([null as unknown as Step])],
  ["no type", [start(0)], storedRun([{} as Step])],
  ["no steps", [start(0), text(0, "a")], { id: "v1_run1", status: "completed" }],
])("a stored interaction that has %s is refused", (_name, had, stored) => {
  const position = positionAfter(created, ...had);
  expect(() => restOf(stored as Interaction, position)).toThrow(ReplayMismatch);
});

test("a run that failed may lack its last step", () => {
  const position = positionAfter(created, start(0), text(0, "ab"), stop(0), start(1), text(1, "c"));
  const stored = storedRun([model("ab")], { status: "cancelled" });
  const events = rest(position, stored);
  expect(events).toEqual([end("cancelled", { steps: stored.steps })]);
});

test("input steps are left out, and steps may be counted from elsewhere than 0", () => {
  const steps = [{ type: "user_input", content: [] } as Step, model("ab"), model("c")];
  const position = positionAfter(created, start(3), text(3, "a"));
  const last = end("completed", { steps: steps.slice(1) });
  const more = start(4, model("c"));
  expect(rest(position, storedRun(steps))).toEqual([text(3, "b"), stop(3), more, stop(4), last]);
});

test("a run of which nothing had come is written from its beginning", () => {
  const position = newPosition();
  const steps = [model("ab")];
  const begin = {
    event_type: "interaction.created",
    interaction: { id: "v1_run1", status: "in_progress" },
  };
  const told = rest(position, storedRun(steps));
  expect(told).toEqual([begin, start(0, model("ab")), stop(0), end("completed", { steps })]);
  expect(told.map((event) => position.textOf(event)).join("")).toBe("ab");
});

test("either dialect can be written from what the other one has stored", () => {
  const steps = [model("ab"), call as unknown as Step];
  const outputs = toOutputs(steps);
  const old = positionAfter(...atomsOf(steps, "legacy").slice(0, 3));
  expect(rest(old, storedRun(steps)).map(({ event_type: type }) => type)).toContain(
    "content.delta",
  );
  const young = positionAfter(created, start(0), text(0, "a"));
  const told = rest(young, storedRun([], { outputs }));
  expect(told[0]).toEqual(text(0, "b"));
  expect(told.at(-1)).toMatchObject({ interaction: { outputs } });
});

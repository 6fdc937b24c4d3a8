// Every state of a position and every kind of event: what becomes of one that the consumer has, and
// of one that is new. The compiler asks for each pair.

import { expect, test } from "vitest";
import type { InteractionStreamEvent } from "../../src/index.ts";
import { ReplayMismatch } from "../../src/replay/mismatch.ts";
import type { RunLog } from "../../src/replay/run-log.ts";
import {
  acceptAll,
  cite,
  created,
  delta,
  end,
  event,
  named,
  positionAfter,
  start,
  stop,
  text,
  update,
  usage,
} from "../support/step-events.ts";

type State = "live" | "replaying one step" | "from the start" | "after an event";
type Kind =
  | "created"
  | "status"
  | "usage"
  | "start"
  | "text"
  | "item"
  | "stop"
  | "late item"
  | "another kind"
  | "no step"
  | "error"
  | "completed";

/** What comes out for an event that the consumer has: nothing, or the event again. */
type Outcome = "dropped" | "told again";

const weather = (degrees: number): InteractionStreamEvent => event("weather.changed", { degrees });
const adrift = (n: number): InteractionStreamEvent => delta(-1, { type: "text", text: String(n) });
const problem = (code: string): InteractionStreamEvent => event("error", { error: { code } });

/** One event of each kind that was delivered, and one that is new. */
const samples: Record<
  Kind,
  readonly [known: InteractionStreamEvent, fresh: InteractionStreamEvent]
> = {
  created: [created, event("interaction.created", { interaction: { id: "v1_run1" }, more: true })],
  status: [update(), update({ status: "requires_action" })],
  usage: [usage(1), usage(2)],
  start: [start(0), start(2)],
  text: [text(1, "a"), text(1, "b")],
  item: [cite(1, "a"), cite(1, "b")],
  stop: [stop(0), stop(1)],
  "late item": [cite(0, "late"), cite(0, "later")],
  "another kind": [weather(1), weather(2)],
  "no step": [adrift(1), adrift(2)],
  error: [problem("a"), problem("b")],
  completed: [end("failed"), end("cancelled")],
};

/** What every position was told. */
const run: readonly InteractionStreamEvent[] = [
  samples.created[0],
  named(samples.start[0], "e1"),
  samples.stop[0],
  start(1),
  samples.text[0],
  samples.item[0],
  samples["late item"][0],
  samples.status[0],
  samples.usage[0],
  samples["another kind"][0],
  samples["no step"][0],
  samples.error[0],
];

/** Whatever the consumer has is dropped; notices because nothing new was said since. */
const dropped = {
  created: "dropped",
  status: "dropped",
  usage: "dropped",
  start: "dropped",
  text: "dropped",
  item: "dropped",
  stop: "dropped",
  "late item": "dropped",
  "another kind": "dropped",
  "no step": "dropped",
  error: "dropped",
  completed: "dropped",
} as const satisfies Record<Kind, Outcome>;

/** What a state does with an event that the consumer has. */
const outcomes = {
  // All is new, but the start of a step that has started, and the stop of one that has stopped.
  live: {
    created: "told again",
    status: "told again",
    usage: "told again",
    start: "dropped",
    text: "told again",
    item: "told again",
    stop: "dropped",
    "late item": "told again",
    "another kind": "told again",
    "no step": "told again",
    error: "told again",
    completed: "told again",
  },
  // Step 1 is replayed, all else is live.
  "replaying one step": {
    created: "dropped",
    status: "told again",
    usage: "told again",
    start: "dropped",
    text: "dropped",
    item: "dropped",
    stop: "dropped",
    "late item": "told again",
    "another kind": "told again",
    "no step": "told again",
    error: "told again",
    completed: "told again",
  },
  "from the start": dropped,
  "after an event": dropped,
} as const satisfies Record<State, Record<Kind, Outcome>>;

/** How a position comes to a state. */
const enter: Record<State, (position: RunLog) => void> = {
  live: () => undefined,
  "replaying one step": (position) => expect(position.accept(start(1))).toBeUndefined(),
  "from the start": (position) => position.startReplay("start"),
  "after an event": (position) => position.startReplay("event"),
};

const states: readonly State[] = ["live", "replaying one step", "from the start", "after an event"];
const cells = states.flatMap((state) =>
  Object.entries(outcomes[state]).map(([kind, outcome]) => ({ state, kind, outcome })),
);

/** What comes again in a state before this event of the run. */
function before(state: State, end = run.length): readonly InteractionStreamEvent[] {
  switch (state) {
    case "live":
      return [];
    case "replaying one step":
      return run.slice(4, Math.min(end, 6));
    case "after an event":
      return run.slice(2, end);
    default:
      return run.slice(0, end);
  }
}

test.each(cells)("$state: an event of the kind $kind that is known is $outcome", (cell) => {
  // The keys of the table.
  const [known] = samples[cell.kind as Kind];
  const position = positionAfter(...run);
  if (cell.kind === "completed") position.accept(known);
  enter[cell.state](position);
  const at = run.findIndex((one) => one === known);
  acceptAll(position, before(cell.state, at < 0 ? undefined : at));
  expect(position.accept(known)).toEqual(cell.outcome === "dropped" ? undefined : known);
});

test.each(cells)("$state: an event of the kind $kind that is new is handed out", (cell) => {
  const [, fresh] = samples[cell.kind as Kind];
  const position = positionAfter(...run);
  enter[cell.state](position);
  acceptAll(position, before(cell.state));
  const isLive = cell.state === "live" || cell.state === "replaying one step";
  // A run begins once.
  const isKnown = cell.kind === "created" && !isLive;
  expect(position.accept(fresh)).toEqual(isKnown ? undefined : fresh);
});

test.each(states)("%s: what contradicts is refused", (state) => {
  const position = positionAfter(...run);
  enter[state](position);
  if (state === "live") expect(position.accept(text(1, "b"))).toEqual(text(1, "b"));
  else if (state === "after an event") {
    acceptAll(position, [stop(0), start(1)]);
    expect(() => position.accept(text(1, "b"))).toThrow(ReplayMismatch);
  } else expect(() => acceptAll(position, [start(1), text(1, "b")])).toThrow(ReplayMismatch);
});

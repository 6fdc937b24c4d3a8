// The rules of docs/design.md, one by one: what of a replay is new, and what contradicts.

import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { InteractionStreamEvent } from "../../src/index.ts";
import { ReplayMismatch } from "../../src/replay/mismatch.ts";
import { restOf } from "../../src/replay/stored.ts";
import type { RunLog } from "../../src/replay/run-log.ts";
import {
  acceptAll,
  args,
  cite,
  created,
  delta,
  end,
  event,
  moved,
  named,
  newPosition,
  positionAfter,
  result,
  sign,
  start,
  stop,
  text,
  update,
  usage,
} from "../support/step-events.ts";

const image = (data: string): object => ({ type: "image", data, mime_type: "image/png" });

/** Takes the position through another process and then to a replay, or straight to it. */
const ways: [string, (position: RunLog) => RunLog][] = [
  ["in the same process", (position) => position],
  ["in another process", moved],
];

describe.each(ways)("%s", (_, go) => {
  test.each<[string, InteractionStreamEvent[], InteractionStreamEvent[], InteractionStreamEvent[]]>(
    [
      ["text is cut where it was left", [text(0, "ab")], [text(0, "abcd")], [text(0, "cd")]],
      ["text may be cut anew", [text(0, "abc")], [text(0, "a"), text(0, "bcde")], [text(0, "de")]],
      ["arguments are text", [args(0, '{"a"')], [args(0, '{"a":1}')], [args(0, ":1}")]],
      [
        "a result that is text is text",
        [result(0, "1\n")],
        [result(0, "1\n2\n", { is_error: false })],
        [result(0, "2\n", { is_error: false })],
      ],
      ["lists grow by their elements", [result(0, [1])], [result(0, [1, 2])], [result(0, [2])]],
      ["so do annotations", [cite(0, "a")], [cite(0, "a", "b")], [cite(0, "b")]],
      [
        "signatures differ from replay to replay, and are told apart by place",
        [sign(0, "YQ==")],
        [sign(0, "Yg=="), sign(0, "Yw==")],
        [sign(0, "Yw==")],
      ],
      [
        "kinds of deltas that this version does not know are items",
        [delta(0, { type: "hologram", n: 1 })],
        [delta(0, { type: "hologram", n: 1 }), delta(0, { type: "hologram", n: 2 })],
        [delta(0, { type: "hologram", n: 2 })],
      ],
      [
        "flags alone are items",
        [delta(0, { type: "code_execution_result", is_error: true })],
        [
          delta(0, { type: "code_execution_result", is_error: true }),
          delta(0, { type: "code_execution_result", is_error: true }),
        ],
        [delta(0, { type: "code_execution_result", is_error: true })],
      ],
      [
        "a flag beside a text that was known without it goes out",
        [result(0, "1")],
        [result(0, "1", { is_error: true })],
        [result(0, "", { is_error: true })],
      ],
      [
        "a flag that comes with each piece of a text comes once",
        [result(0, "12", { is_error: true })],
        [result(0, "1", { is_error: true }), result(0, "2", { is_error: true })],
        [],
      ],
      [
        "media are told apart by place, and are whole",
        [delta(0, image("AAAA"))],
        [delta(0, image("AAAA")), delta(0, image("BBBB"))],
        [delta(0, image("BBBB"))],
      ],
      [
        "text may be joined across an annotation",
        [text(0, "a"), cite(0, "x")],
        [text(0, "ab"), cite(0, "x", "y")],
        [text(0, "b"), cite(0, "y")],
      ],
      [
        "a start may bring more text",
        [],
        [start(0, { content: [{ type: "text", text: "a" }] })],
        [text(0, "a")],
      ],
      [
        "empty deltas are no content",
        [text(0, "a")],
        [text(0, ""), text(0, "ab")],
        [text(0, ""), text(0, "b")],
      ],
    ],
  )("in a replay from the start, %s", (_name, had, again, fresh) => {
    const position = go(positionAfter(created, start(0), ...had));
    position.startReplay("start");
    expect(acceptAll(position, [created, start(0), ...again, stop(0)])).toEqual([
      ...fresh,
      stop(0),
    ]);
  });

  test.each<[string, InteractionStreamEvent[], InteractionStreamEvent[]]>([
    ["text", [start(0), text(0, "abc")], [start(0), text(0, "abd")]],
    ["text that is cut anew", [start(0), text(0, "abc")], [start(0), text(0, "a"), text(0, "cb")]],
    ["arguments", [start(0), args(0, '{"a":')], [start(0), args(0, '{"b":')]],
    ["a result", [start(0), result(0, "ab")], [start(0), result(0, "ac")]],
    ["the type of a step", [start(0)], [start(0, { type: "thought" })]],
    [
      "the id of a step",
      [start(0, { type: "function_call", id: "a" })],
      [start(0, { type: "function_call", id: "b" })],
    ],
    ["a step that ends earlier", [start(0), text(0, "abc")], [start(0), text(0, "ab"), stop(0)]],
    [
      "a step that had stopped",
      [start(0), text(0, "ab"), stop(0)],
      [start(0), text(0, "ac"), stop(0)],
    ],
    ["the end of a run without a step", [start(0), stop(0), start(1)], [start(0), stop(0), end()]],
    [
      "the end of a run without some text",
      [start(0), text(0, "ab")],
      [start(0), text(0, "a"), end()],
    ],
  ])("%s contradicts, and is not delivered", (_name, had, again) => {
    const position = go(positionAfter(created, ...had));
    position.startReplay("start");
    acceptAll(position, again.slice(0, -1));
    expect(() => acceptAll(position, again.slice(-1))).toThrow(ReplayMismatch);
    expect(position.finished).toBe(false);
  });

  test.each(["completed", "failed"])("a run that %s may leave items out", (status) => {
    const position = go(positionAfter(created, start(0), cite(0, "a")));
    position.startReplay("start");
    expect(acceptAll(position, [created, start(0), end(status)])).toEqual([end(status)]);
  });

  test("new text elsewhere ends the item replay of a lane whose text is back", () => {
    const position = go(positionAfter(created, start(0), cite(0, "a"), start(1), text(1, "b")));
    position.startReplay("start");
    const again = [created, start(0), start(1), text(1, "bc"), cite(0, "new")];
    expect(acceptAll(position, again)).toEqual([text(1, "c"), cite(0, "new")]);
  });

  test("new items prove nothing: items of other lanes may still come again", () => {
    const position = go(positionAfter(created, start(0), start(1), cite(0, "a")));
    position.startReplay("start");
    const again = [created, start(0), start(1), cite(1, "new"), cite(0, "a"), cite(0, "b")];
    expect(acceptAll(position, again)).toEqual([cite(1, "new"), cite(0, "b")]);
  });

  test("a replay may send one after the other steps that were interleaved", () => {
    const position = go(positionAfter(created, start(0), start(1), text(0, "a"), text(1, "b")));
    position.startReplay("start");
    const again = [created, start(0), text(0, "ac"), stop(0), start(1), text(1, "bd"), stop(1)];
    expect(acceptAll(position, again)).toEqual([text(0, "c"), stop(0), text(1, "d"), stop(1)]);
  });

  test("a step that starts again goes back to zero, and no other one does", () => {
    const had = [created, start(0), start(1), text(0, "a"), named(text(1, "ha"), "e1")];
    const position = go(positionAfter(...had));
    position.startReplay("event");
    const again = [start(0), text(0, "a"), text(1, "ha"), text(0, "b")];
    expect(acceptAll(position, again)).toEqual([text(1, "ha"), text(0, "b")]);
  });

  const late = cite(0, "late");
  test.each<[string, InteractionStreamEvent[], InteractionStreamEvent[]]>([
    ["after the id", [start(0), stop(0), named(start(1), "e1"), late], [late, cite(0, "b")]],
    ["with its event", [start(0), stop(0), named(late, "e1")], [named(late, "e1"), cite(0, "b")]],
    [
      "from the start",
      [start(0), stop(0), late, named(start(1), "e1")],
      [start(0), stop(0), late, named(start(1), "e1"), cite(0, "b")],
    ],
    [
      "from the step",
      [start(0), stop(0), start(1), late, named(text(1, "a"), "e1")],
      [start(1), late, named(text(1, "a"), "e1"), cite(0, "b")],
    ],
    [
      "from the step, with another cut",
      [start(0), stop(0), start(1), late, named(text(1, "ab"), "e1")],
      [start(1), late, text(1, "a"), named(text(1, "b"), "e1"), cite(0, "b")],
    ],
    [
      "from the step, where a late item is the event",
      [start(0), stop(0), start(1), named(late, "e1")],
      [start(1), named(late, "e1"), cite(0, "b")],
    ],
  ])("what comes after the stop of its step comes at least once: %s", (_name, had, again) => {
    const position = go(positionAfter(created, ...had));
    position.startReplay("event");
    const { progress } = position;
    const told = acceptAll(position, again).map((one) => ({ ...one, event_id: undefined }));
    expect(told.filter((one) => !isDeepStrictEqual(one, { ...late, event_id: undefined }))).toEqual(
      [cite(0, "b")],
    );
    expect(position.progress).toBe(progress);
  });

  test.each<[string, InteractionStreamEvent, InteractionStreamEvent]>([
    ["a status with other usage", update(), update({ usage: { total_tokens: 300 } })],
    ["a token", update(), update({ continuation_token: "t2" })],
    ["usage alone", usage(1), usage(2)],
    ["another kind of event", event("weather", { degrees: 1 }), event("weather", { degrees: 2 })],
    [
      "an error",
      event("error", { error: { code: "a" } }),
      event("error", { error: { code: "b" } }),
    ],
    [
      "an event of no step",
      delta(-1, { type: "text", text: "a" }),
      delta(-1, { type: "text", text: "b" }),
    ],
    ["a status with a time", update({ updated: "2026-01-01T00:00:00Z" }), update({ progress: 1 })],
  ])("%s is delivered again when it differs, and not when it is the same", (_name, old, fresh) => {
    for (const from of ["event", "start"] as const) {
      const position = go(positionAfter(named(created, "e1"), named(old, "e2")));
      position.startReplay(from);
      const same = event(old.event_type, { ...old, updated: "2026-02-02T00:00:00Z" });
      const again = "updated" in old ? same : named(old, "e9");
      expect(acceptAll(position, [created, again, fresh])).toEqual([fresh]);
    }
  });

  test("after new content, a notice from before it is delivered again", () => {
    const position = go(positionAfter(created, update(), start(0)));
    position.startReplay("start");
    expect(acceptAll(position, [created, update(), start(0)])).toEqual([update()]);
  });

  test.each([
    ["text", text(0, "ab", { metadata: { total_usage: { total_tokens: 9 } } })],
    [
      "a start",
      event("step.start", {
        index: 0,
        step: { type: "model_output" },
        metadata: { total_usage: { total_tokens: 9 } },
      }),
    ],
  ])("usage on %s that is known is delivered without the content", (_name, again) => {
    const position = go(positionAfter(created, start(0), text(0, "ab")));
    position.startReplay("start");
    const known = "step" in again ? [created] : [created, start(0)];
    expect(acceptAll(position, [...known, again])).toEqual([usage(9)]);
  });

  test("so is usage on the event that begins a run, in both dialects", () => {
    const metadata = { total_usage: { total_tokens: 9 } };
    const interaction = { id: "v1_a", status: "in_progress" };
    for (const event_type of ["interaction.created", "interaction.start"]) {
      const position = go(positionAfter(event(event_type, { interaction }), start(0)));
      position.startReplay("start");
      const again = event(event_type, { interaction, metadata });
      expect(acceptAll(position, [again, start(0)])).toMatchObject([
        { index: 0, delta: {}, metadata },
      ]);
    }
  });

  test("so is usage on a stop", () => {
    const position = go(positionAfter(created, start(0), stop(0)));
    position.startReplay("start");
    const again = [created, start(0), stop(0, { usage: { total_tokens: 9 } })];
    expect(acceptAll(position, again)).toEqual([usage(9)]);
  });

  test.each<[string, InteractionStreamEvent]>([
    ["text", text(0, "a")],
    ["a start", start(1)],
    ["a stop", stop(0)],
    ["an item", cite(0, "a")],
    ["a status", update()],
    ["usage", usage(9)],
    ["another kind of event", event("weather")],
    ["an error", event("error", { error: { code: "a" } })],
  ])("the event of the cursor is known, whatever it is: %s", (_name, one) => {
    const position = go(positionAfter(created, start(0), named(one, "e1")));
    position.startReplay("event");
    // What came before it, if anything, has no id.
    expect(acceptAll(position, [named(one, "e1"), named(text(1, "new"), "e2")])).toEqual([
      named(text(1, "new"), "e2"),
    ]);
  });

  test("several events may have the cursor's id: as many are known as were handed out", () => {
    const run = [text(0, "a"), cite(0, "x"), text(0, "b"), cite(0, "y")].map((one) =>
      named(one, "e1"),
    );
    for (const count of run.keys()) {
      const position = go(positionAfter(created, start(0), ...run.slice(0, count + 1)));
      position.startReplay("event");
      expect(acceptAll(position, run)).toEqual(run.slice(count + 1));
      // The next connection counts on.
      const next = go(position);
      next.startReplay("event");
      expect(acceptAll(next, [...run, text(0, "c")])).toEqual([text(0, "c")]);
    }
  });

  test("ids may start again on each connection: beyond the cursor they decide nothing", () => {
    const ids = (one: InteractionStreamEvent, at: number): InteractionStreamEvent =>
      named(one, `e${at + 1}`);
    const position = go(positionAfter(...[created, start(0), text(0, "a")].map(ids)));
    position.startReplay("event");
    const rest = [text(0, "b"), text(0, "c"), text(0, "d"), stop(0)].map(ids);
    expect(acceptAll(position, rest)).toEqual(rest);
  });

  test("a number as an id is its text", () => {
    const position = go(positionAfter(created, start(0), named(text(0, "a"), 3)));
    expect(position.lastEventId).toBe("3");
    position.startReplay("event");
    expect(acceptAll(position, [named(text(0, "a"), "3"), text(0, "b")])).toEqual([text(0, "b")]);
  });

  test("what the service sends afresh does not move the cursor", () => {
    const position = go(
      positionAfter(named(created, "e0"), named(update(), "e1"), named(start(0), "e2")),
    );
    position.startReplay("event");
    acceptAll(position, [
      named(created, "e0"),
      named(update({ usage: { total_tokens: 1 } }), "e1"),
    ]);
    expect(position.lastEventId).toBe("e2");
    acceptAll(position, [named(text(0, "a"), "e3"), named(update(), "e4")]);
    expect(position.lastEventId).toBe("e4");
  });

  test("a replay from further back moves the cursor once something new has come", () => {
    const run = [created, start(0), text(0, "a"), text(0, "b")].map((one, at) =>
      named(one, `e${at}`),
    );
    const position = go(positionAfter(...run));
    position.startReplay("event");
    expect(acceptAll(position, run)).toEqual([]);
    expect(position.lastEventId).toBe("e3");
    expect(acceptAll(position, [named(text(0, "c"), "e4")])).toHaveLength(1);
    expect(position.lastEventId).toBe("e4");
  });

  test("deltas that add nothing are not progress", () => {
    const position = go(positionAfter(created));
    expect(position.progress).toBe(0);
    acceptAll(position, [text(0, ""), usage(5), update(), event("weather"), delta(0, {})]);
    expect(position.progress).toBe(0);
    acceptAll(position, [start(0), text(0, "a")]);
    position.startReplay("start");
    const after = position.progress;
    acceptAll(position, [created, start(0), text(0, "a")]);
    expect(position.progress).toBe(after);
  });

  test("the events of another run are refused", () => {
    const position = go(positionAfter(created, start(0)));
    position.startReplay("start");
    const interaction = { id: "v1_other", status: "completed" };
    for (const kind of ["created", "completed"]) {
      expect(() => position.accept(event(`interaction.${kind}`, { interaction }))).toThrow(
        "another",
      );
    }
    expect(() => position.accept(update({ interaction_id: "v1_other" }))).toThrow(ReplayMismatch);
    expect(position.finished).toBe(false);
    for (const id of ["", "projects/p/locations/l/interactions/v1_run1"]) {
      expect(() => position.accept(update({ interaction_id: id }))).not.toThrow();
    }
  });

  test("a stream that began midway counts each step from where it first saw it", () => {
    const position = newPosition("e9");
    const own = [named(text(3, "own"), "e9"), named(cite(3, "own"), "e9")];
    const had = [text(4, "a"), text(3, "b"), cite(2, "c")];
    expect(acceptAll(position, [...own, ...had])).toEqual(had);
    const next = go(position);
    next.startReplay("event");
    const again = [...own, cite(2, "c", "d"), text(4, "ad"), text(3, "bd"), stop(3), stop(1)];
    expect(acceptAll(next, again)).toEqual([
      cite(2, "d"),
      text(4, "d"),
      text(3, "d"),
      stop(3),
      stop(1),
    ]);
    expect(() => next.accept(start(4))).toThrow("starts late");
    expect(() => restOf({ id: "v1_run1", status: "completed", steps: [] }, next)).toThrow(
      ReplayMismatch,
    );
  });

  test("a missing index is 0, and an invalid one makes the event a notice", () => {
    const position = go(
      positionAfter(created, event("step.start", { step: { type: "model_output" } })),
    );
    const more = event("step.delta", { delta: { type: "text", text: "a" } });
    expect(position.accept(more)).toBe(more);
    position.startReplay("start");
    expect(acceptAll(position, [created, start(0), text(0, "ab")])).toEqual([text(0, "b")]);
    for (const index of [-1, 0.5, "0", {}]) {
      const { progress } = position;
      const odd = event("step.stop", { index });
      expect(position.accept(odd)).toBe(odd);
      expect(position.progress).toBe(progress);
    }
  });
});

test("when a step starts again, only that step is compared with what was delivered", () => {
  const position = positionAfter(created, start(0), text(0, "ab"), start(1), text(1, "c"));
  const again = [start(0), text(1, "d"), text(0, "a"), text(0, "bx"), text(1, "e"), stop(0)];
  expect(acceptAll(position, again)).toEqual([text(1, "d"), text(0, "x"), text(1, "e"), stop(0)]);
});

test.each([
  ["the same", [text(0, "a"), text(0, "b"), stop(0)], []],
  ["less", [text(0, "a"), stop(0)], undefined],
  ["more", [text(0, "abc"), stop(0)], undefined],
  ["something else", [text(0, "xy"), stop(0)], undefined],
])("a step that starts again after its stop and says %s", (_name, again, fresh) => {
  const position = positionAfter(created, start(0), text(0, "ab"), stop(0), start(1), text(1, "c"));
  const tell = (): unknown => acceptAll(position, [start(0), ...again]);
  if (fresh === undefined) expect(tell).toThrow(ReplayMismatch);
  else expect(tell()).toEqual(fresh);
});

test("a start for more than a delta could bring is refused", () => {
  const position = positionAfter(created, start(0));
  position.startReplay("start");
  const more = start(0, { content: [image("AAAA")] });
  expect(() => acceptAll(position, [created, more])).toThrow("starts with more");
});

test("a status never goes back", () => {
  const position = positionAfter(created, update({ status: "requires_action" }));
  position.startReplay("start");
  acceptAll(position, [update({ status: "queued" }), update({ status: "in_progress" })]);
  expect(position.status).toBe("requires_action");
});

// The model's text.

describe("textOf", () => {
  const tell = (position: RunLog, ...events: readonly InteractionStreamEvent[]): string =>
    events
      .flatMap((one) => acceptAll(position, [one]).map((fresh) => position.textOf(fresh)))
      .join("");

  test.each(ways)("text that the last event repeats is not text again, %s", (_, go) => {
    const position = newPosition();
    expect(tell(position, created, start(0), named(text(0, "Hello "), "e3"))).toBe("Hello ");
    const next = go(position);
    next.startReplay("event");
    const steps = [{ type: "model_output", content: [{ type: "text", text: "Hello world" }] }];
    expect(tell(next, text(0, "world"), stop(0), end("completed", { steps }))).toBe("world");
  });

  test.each([-1, 0.5, "x", {}])("text without a step (index %j) is a notice, not text", (index) => {
    const stray = { ...text(0, "stray"), index } as unknown as InteractionStreamEvent;
    const position = newPosition();
    expect(acceptAll(position, [created, start(0), stray])).toContain(stray);
    expect(tell(newPosition(), created, start(0), stray)).toBe("");
  });

  test("text that comes only in the last event is text", () => {
    const steps = [{ type: "model_output", content: [{ type: "text", text: "Hello" }] }];
    expect(tell(newPosition(), created, end("completed", { steps }))).toBe("Hello");
  });

  test.each(ways)("the text of a step that is not the model's is passed over, %s", (_, go) => {
    const position = newPosition();
    tell(position, created, start(0, { type: "user_input" }), start(1), text(0, "no"));
    const next = go(position);
    expect(tell(next, text(0, "no"), text(1, "yes"), delta(1, { text: "!" }))).toBe("yes!");
    expect(tell(next, start(2, { content: [{ type: "text", text: "?" }] }))).toBe("?");
  });

  test("what a replay shortens is text as far as it is new", () => {
    const position = positionAfter(created, start(0), text(0, "ab"));
    position.startReplay("start");
    expect(tell(position, start(0), text(0, "abc"), text(0, "d"))).toBe("cd");
  });
});

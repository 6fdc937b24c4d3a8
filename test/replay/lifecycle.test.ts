import { expect, test } from "vitest";
import type { InteractionStreamEvent } from "../../src/index.ts";
import { toCurrent } from "../../src/model/dialect.ts";
import { Lifecycle } from "../../src/replay/lifecycle.ts";
import { created, end, event, update } from "../support/step-events.ts";

const add = (lifecycle: Lifecycle, ...events: InteractionStreamEvent[]): void =>
  events.forEach((one) => lifecycle.add(toCurrent(one)));

/** A replay that has brought nothing new yet. */
const replay = { from: "start", isBeyond: false } as const;

test("the id and the status come from any event that has them, of either dialect", () => {
  const interaction = { id: "v1_run1", status: "in_progress" };
  for (const first of [created, update(), end(), event("interaction.start", { interaction })]) {
    const lifecycle = new Lifecycle();
    add(lifecycle, first);
    expect(lifecycle.interactionId).toBe("v1_run1");
    expect(lifecycle.status).toMatch(/in_progress|completed/);
    expect(lifecycle.finished).toBe(first.event_type === "interaction.completed");
  }
});

test("an id that is empty or none is no id", () => {
  const lifecycle = new Lifecycle();
  for (const id of ["", 7, null, undefined, {}]) {
    add(lifecycle, event("interaction.created", { interaction: { id } }));
    lifecycle.check(toCurrent(event("interaction.created", { interaction: { id } })));
  }
  expect(lifecycle.interactionId).toBeUndefined();
});

test.each([
  [["queued", "in_progress", "completed"], "completed"],
  [["in_progress", "queued"], "in_progress"],
  [["requires_action", "in_progress", "queued"], "requires_action"],
  [["in_progress", "something_new", "in_progress"], "something_new"],
  [["completed", "failed"], "failed"],
  // An empty one is none: it must not count as a stage beyond those that are known.
  [["", "in_progress", ""], "in_progress"],
])("of the statuses %j the last is %s: none goes back to an earlier stage", (statuses, last) => {
  const lifecycle = new Lifecycle();
  for (const status of statuses) add(lifecycle, update({ status }));
  expect(lifecycle.status).toBe(last);
});

test("a notice is the same one whatever its id and its times", () => {
  const lifecycle = new Lifecycle();
  const one = {
    degrees: 1,
    at: "2026-01-01T00:00:00Z",
    inner: { event_id: "a", at: "2026-01-01T00:00:00.1Z" },
  };
  add(lifecycle, event("weather", { ...one, event_id: "e1" }));
  const again = {
    ...one,
    at: "2027-02-02T10:00:00Z",
    inner: { event_id: "b", at: "2026-01-01T00:00:00.2Z" },
  };
  expect(lifecycle.isKnown(toCurrent(event("weather", again)), replay)).toBe(true);
  expect(lifecycle.isKnown(toCurrent(event("weather", { ...again, degrees: 2 })), replay)).toBe(
    false,
  );
});

test("no more notices are kept than a cursor can hold", () => {
  const lifecycle = new Lifecycle();
  for (let degrees = 0; degrees < 100; degrees += 1) add(lifecycle, event("weather", { degrees }));
  expect(lifecycle.notices.length).toBeLessThan(10);
  expect(lifecycle.isKnown(toCurrent(event("weather", { degrees: 99 })), replay)).toBe(true);
});

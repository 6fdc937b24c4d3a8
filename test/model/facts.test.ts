import { expect, test } from "vitest";
import { accumulate } from "../../src/index.ts";
import type { Interaction, InteractionStreamEvent } from "../../src/index.ts";
import { Fold } from "../support/fold.ts";

/** What events come to; some of them fit no schema. */
function fold(...events: object[]): Interaction {
  return accumulate(events as InteractionStreamEvent[]);
}

function created(facts: object = {}): object {
  return { event_type: "interaction.created", interaction: { id: "v1_a", ...facts } };
}

function updated(facts: object): object {
  return { event_type: "interaction.status_update", interaction_id: "v1_a", ...facts };
}

function completed(facts: object = {}): object {
  const interaction = { id: "v1_a", status: "completed", ...facts };
  return { event_type: "interaction.completed", interaction };
}

function usage(total: number): object {
  return { usage: { total_tokens: total } };
}

function withTotal(event: object, total: number): object {
  return { ...event, metadata: { total_usage: { total_tokens: total } } };
}

// Status.

test.each([
  [["queued", "in_progress", "completed"], "completed"],
  [["in_progress", "queued"], "in_progress"],
  [["requires_action", "in_progress"], "requires_action"],
  [["failed", "queued", "in_progress"], "failed"],
  [["a_status_of_next_year", "in_progress"], "a_status_of_next_year"],
  [["incomplete", "completed"], "completed"],
  [["queued"], "queued"],
  [["in_progress", "", 7, null], "in_progress"],
])("the statuses %j end as %s", (statuses, status) => {
  expect(fold(...statuses.map((each) => updated({ status: each }))).status).toBe(status);
  const [first, ...others] = statuses;
  const rest = others.map((each) => updated({ status: each }));
  expect(fold(created({ status: first }), ...rest).status).toBe(status);
});

test("nothing but another last event changes the status of the last event", () => {
  const late = [created({ status: "in_progress" }), updated({ status: "requires_action" })];
  expect(fold(completed(), ...late).status).toBe("completed");
  expect(fold(completed(), completed({ status: "failed" })).status).toBe("failed");
});

test("the last event decides, also for a status of an earlier stage", () => {
  const cut = completed({ status: "in_progress" });
  expect(fold(updated({ status: "requires_action" }), cut).status).toBe("in_progress");
});

// Usage.

test.each([
  ["created", (total: number) => created(usage(total))],
  ["updates", (total: number) => updated(usage(total))],
  ["stops", (total: number) => ({ event_type: "step.stop", index: 0, ...usage(total) })],
  ["metadata of an empty delta", (total: number) => withTotal(delta({}), total)],
  ["metadata of a text", (total: number) => withTotal(delta({ type: "text", text: "a" }), total)],
  ["metadata of created", (total: number) => withTotal(created(), total)],
  ["metadata of a stop", (total: number) => withTotal({ event_type: "step.stop" }, total)],
  ["metadata of an update", (total: number) => withTotal(updated({}), total)],
  ["metadata of an unknown event", (total: number) => withTotal({ event_type: "hologram" }, total)],
  [
    "metadata of an older delta",
    (total: number) =>
      withTotal({ ...delta({ type: "text" }), event_type: "content.delta" }, total),
  ],
])("usage in %s counts, and never goes back to a smaller total", (_, event) => {
  const totals = [100, 300, 200].map((total) => event(total));
  expect(fold(...totals)).toMatchObject(usage(300));
});

function delta(value: object): object {
  return { event_type: "step.delta", index: 0, delta: value };
}

test("the last event's usage decides, unless it counts nothing", () => {
  expect(fold(updated(usage(300)), completed(usage(200)))).toMatchObject(usage(200));
  expect(fold(updated(usage(300)), completed({ usage: {} }))).toMatchObject(usage(300));
  expect(fold(updated(usage(300)), completed())).toMatchObject(usage(300));
  expect(fold(completed(), updated(usage(300)))).toMatchObject(usage(300));
  expect(fold(completed({ usage: {} })).usage).toEqual({});
});

test("usage without a total is compared by its counters", () => {
  const events = [4, 9, 5].map((n) =>
    updated({ usage: { total_input_tokens: n, total_output_tokens: 1 } }),
  );
  expect(fold(...events).usage).toEqual({ total_input_tokens: 9, total_output_tokens: 1 });
});

// Token.

test("an older token never comes back, and the last event decides", () => {
  const [one, two] = ["one", "two"].map((token) => updated({ continuation_token: token }));
  const events = [one ?? {}, two ?? {}, one ?? {}, updated({ continuation_token: "" })];
  expect(fold(...events).continuation_token).toBe("two");
  expect(fold(...events, completed({ continuation_token: "one" })).continuation_token).toBe("one");
  // A last event without one makes all earlier ones invalid.
  expect(fold(...events, completed())).not.toHaveProperty("continuation_token");
  expect(fold(completed(), ...events)).not.toHaveProperty("continuation_token");
});

// Errors.

const error = { code: "prohibited_content", message: "The prompt was refused." };
const other = { code: "api_error", message: "Broken." };

test.each<[string, object[], object[]]>([
  ["an update", [updated({ status: "failed", error })], [error]],
  ["an update that comes twice", [updated({ error }), updated({ error })], [error]],
  ["two updates", [updated({ error }), updated({ error: other })], [error, other]],
  ["a list in an update", [updated({ errors: [error, other] })], [error, other]],
  ["an update and the last event", [updated({ error }), completed({ errors: [error] })], [error]],
  [
    "the last event, which adds one",
    [updated({ error }), completed({ errors: [other] })],
    [error, other],
  ],
  ["the last event, beside its interaction", [{ ...completed(), error }], [error]],
])("errors come from %s", (_, events, errors) => {
  expect(fold(...events).errors).toEqual(errors);
});

test.each([undefined, null, {}, "text", 7, []])(
  "an error with the value %j is not an error",
  (nothing) => {
    const events = [updated({ status: "failed", error: nothing }), completed({ errors: nothing })];
    expect(fold(...events)).not.toHaveProperty("errors");
  },
);

// The rest.

test("a first event that comes late fills in what is missing, and overwrites nothing", () => {
  const late = created({ status: "in_progress", updated: "10:00", environment_id: "env_1" });
  expect(fold(completed({ updated: "10:05" }), late)).toEqual({
    id: "v1_a",
    status: "completed",
    updated: "10:05",
    environment_id: "env_1",
    steps: [],
  });
});

test("unknown members of the interaction are kept", () => {
  const facts = { flag_of_next_year: true, list_of_next_year: [{ a: 1 }] };
  expect(fold(created(facts))).toMatchObject(facts);
  expect(fold(completed(facts))).toMatchObject(facts);
});

test("a fold begins with what is known of the run", () => {
  const known = { id: "v1_a", status: "completed" };
  const accumulator = new Fold({ interactionId: "v1_a", status: "completed" });
  expect(accumulator.interaction).toEqual({ ...known, steps: [] });
  accumulator.add(updated({ status: "in_progress" }) as InteractionStreamEvent);
  expect(accumulator.interaction.status).toBe("completed");
  // An assumption is no fact: the first status that is told counts.
  expect(fold(updated({ status: "queued" })).status).toBe("queued");
});

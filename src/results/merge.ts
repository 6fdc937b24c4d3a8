// Merges several interactions of one long run: steps in order, usage summed. Both sides are untrusted, and
// already billed: a missing member must not fail the run.

import type { Step, Usage } from "../../generated/schema.ts";
import { stepsOf } from "../model/output.ts";
import type { Interaction } from "../model/types.ts";
import { isFilled, isObject, pick } from "../util/json.ts";

/** The run so far and the newest hop as one interaction, with the id and the status of the hop. */
export function merge(before: Interaction, hop: Interaction): Interaction {
  const { continuation_token: _, outputs: _before, ...first } = before;
  // The first hop knows the input and the time of the run.
  const { input: _input, created: _at, previous_interaction_id: _id, outputs: _hop, ...last } = hop;
  const usage = addUsage(before.usage, hop.usage);
  // Steps that the service sent, as it sent them.
  const steps = [...stepsOf(before), ...withoutRepeatedInput(stepsOf(hop))] as unknown as Step[];
  // One that was cut may have no id.
  const id = isFilled(last.id) ? last.id : first.id;
  return { ...first, ...last, id, steps, ...(usage ? { usage } : {}) };
}

/** Without the leading input steps, which a hop repeats when it was read by id. */
function withoutRepeatedInput<Item extends { readonly type?: unknown }>(
  steps: readonly Item[],
): readonly Item[] {
  const start = steps.findIndex(({ type }) => type !== "user_input");
  return start === -1 ? [] : steps.slice(start);
}

/** The sums of all counters; only the initial input is that of the first hop. */
function addUsage(before: Usage | undefined, hop: Usage | undefined): Usage | undefined {
  if (!before || !hop) return before || hop;
  return { ...addCounts({ ...before }, { ...hop }), ...pick(before, "initial_input_tokens") };
}

type Counts = Record<string, unknown>;

/** Adds numbers by name, and lists of counters by their `modality` or `type`. */
function addCounts(left: Counts, right: Counts): Counts {
  const sum = { ...left };
  for (const [key, value] of Object.entries(right)) {
    const before = sum[key];
    if (typeof before === "number" && typeof value === "number") sum[key] = before + value;
    else if (Array.isArray(before) && Array.isArray(value)) sum[key] = addLists(before, value);
    else sum[key] = value;
  }
  return sum;
}

function addLists(left: readonly unknown[], right: readonly unknown[]): unknown[] {
  const sums = [...left];
  for (const item of right) {
    const label = labelOf(item);
    const index = sums.findIndex((known) => label !== undefined && labelOf(known) === label);
    const known = sums[index];
    if (isObject(known) && isObject(item)) sums[index] = addCounts(known, item);
    else sums.push(item);
  }
  return sums;
}

function labelOf(item: unknown): unknown {
  return isObject(item) ? (item["modality"] ?? item["type"]) : undefined;
}

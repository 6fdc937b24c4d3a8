// Converts an interaction to the events of its run: what a stream of it would have contained, without event
// ids and with each text in one piece. In comes a stored interaction, untrusted: members may be missing,
// unknown or null, and `outputs` may replace `steps`. Each member is in some event: those of a step in its
// start and deltas, all others in the last event. A part that fits no event, such as a null step, is an
// error, since a part of a run must never pass for the whole.

import type { InteractionStreamEvent } from "../../../generated/schema.ts";
import { isFilled, isObject, pick, wordOf } from "../../util/json.ts";
import { toOutputs, toSteps } from "../../model/dialect.ts";
import type { Dialect } from "../../model/dialect.ts";
import { withoutInputSteps } from "../../model/output.ts";
import type { Interaction } from "../../model/types.ts";

type Members = Readonly<Record<string, unknown>>;

/** How a dialect names its events. */
const names = {
  current: {
    created: "interaction.created",
    completed: "interaction.completed",
    part: "step",
    annotations: "text_annotation_delta",
  },
  legacy: {
    created: "interaction.start",
    completed: "interaction.complete",
    part: "content",
    annotations: "text_annotation",
  },
} as const;

/**
 * Returns the events of the run that ended as this interaction. Input steps are left out: a stored
 * interaction lists them, a stream does not.
 *
 * @param first the index of the first step
 * @throws TypeError when it is not an interaction, or when a part of it fits no event
 */
export function runEvents(
  interaction: { readonly [Name in keyof Interaction]?: unknown },
  dialect: Dialect,
  first = 0,
): InteractionStreamEvent[] {
  const { id = "", status, steps: storedSteps, outputs: storedOutputs, ...facts } = interaction;
  if (typeof status !== "string") throw cannotTell("it has no status");
  const steps = withoutInputSteps(listOf(storedSteps, "steps"));
  const outputs = listOf(storedOutputs, "outputs");
  const isOld = dialect === "legacy";
  // Source of the step events. If there are both lists, the other one goes into the last event unchanged.
  const items = isOld
    ? outputs.length > 0
      ? outputs
      : toOutputs(steps)
    : steps.length > 0
      ? steps
      : toSteps(outputs);
  const hasBoth = steps.length > 0 && outputs.length > 0;
  const { created, completed } = names[dialect];
  const about = pick(facts, "object", "model", "agent", "environment_id");
  const events: Members[] = [
    { event_type: created, interaction: { id, status: "in_progress", ...about } },
    { event_type: "interaction.status_update", interaction_id: id, status: "in_progress" },
    ...items.flatMap((item, place) => itemEvents(item, place, first, dialect)),
    {
      event_type: completed,
      interaction: {
        id,
        status,
        ...facts,
        ...(isOld ? { outputs: [] } : {}),
        ...(hasBoth ? (isOld ? { steps } : { outputs }) : {}),
      },
    },
  ];
  // As far as the interaction is what the spec says, so are its events.
  return events as unknown as InteractionStreamEvent[];
}

/** The events of one step, or of what the earlier dialect has in its place. */
function itemEvents(value: unknown, place: number, first: number, dialect: Dialect): Members[] {
  const path = `${dialect === "legacy" ? "outputs" : "steps"}[${place}]`;
  const index = first + place;
  const { part } = names[dialect];
  const item = checkTyped(value, path);
  const started = startOf(item, dialect);
  const deltas = deltasOf(item, started, dialect, path);
  return [
    { event_type: `${part}.start`, index, [part]: started },
    ...deltas.map((delta) => ({ event_type: `${part}.delta`, index, delta })),
    { event_type: `${part}.stop`, index },
  ];
}

/** Members that only a start brings. */
const onlyAtStart = ["type", "id", "call_id", "search_type"];

/**
 * What a step starts with: what identifies it, and whatever is empty. The service signs the starts of
 * most calls and results with nothing, and starts a function call without arguments.
 */
function startOf(item: Members, dialect: Dialect): Members {
  const { type, signature = "", arguments: args } = item;
  const isOld = dialect === "legacy";
  const shown = isOld ? ["type"] : [...onlyAtStart, "name", "server_name"];
  const entries = Object.entries(item).filter(
    ([name, value]) => shown.includes(name) || isEmpty(value),
  );
  const started = Object.fromEntries(entries);
  if (isOld) return started;
  if (type !== "function_call") return isSigned(type) ? { ...started, signature: "" } : started;
  return { ...started, signature, ...(isObject(args) ? { arguments: {} } : {}) };
}

function isSigned(type: unknown): boolean {
  return /^(?!mcp_|function_).*_(call|result)$/.test(wordOf(type));
}

/** What deltas bring: the content of a step, then its other members in a delta of its own type. */
function deltasOf(item: Members, started: Members, dialect: Dialect, path: string): Members[] {
  const { type, content, summary, signature, arguments: args } = item;
  if (type === "text") return textDeltas(item, dialect);
  const deltas: Members[] = [];
  const told = new Set<string>();
  if (type === "model_output" && Array.isArray(content)) {
    told.add("content");
    for (const [n, block] of content.entries()) {
      deltas.push(...blockDeltas(block, dialect, `${path}.content[${n}]`));
    }
  }
  if (type === "thought" && Array.isArray(summary)) {
    told.add("summary");
    for (const [n, entry] of summary.entries()) {
      deltas.push({
        type: "thought_summary",
        content: checkObject(entry, `${path}.summary[${n}]`),
      });
    }
  }
  if (type === "thought" && isFilled(signature)) {
    told.add("signature");
    deltas.push({ type: "thought_signature", signature });
  }
  if (type === "function_call" && dialect === "current" && isObject(args)) {
    told.add("arguments");
    // Without fragments, the empty object of the start remains.
    if (!isEmpty(args)) deltas.push({ type: "arguments_delta", arguments: JSON.stringify(args) });
  }
  const others = Object.keys(item).filter((name) => !told.has(name));
  if (others.some((name) => item[name] !== started[name])) {
    const ids = dialect === "current" ? onlyAtStart : [];
    deltas.push({ type, ...pick(item, ...others.filter((name) => !ids.includes(name))) });
  }
  return deltas;
}

function blockDeltas(value: unknown, dialect: Dialect, path: string): readonly Members[] {
  const block = checkObject(value, path);
  const isText = block["type"] === "text" || (block["type"] === undefined && "text" in block);
  // Media is whole in one delta, and so is a block of a type that this version does not know.
  return isText ? textDeltas(block, dialect) : [checkTyped(block, path)];
}

function textDeltas(block: Members, dialect: Dialect): Members[] {
  const { text = "", annotations, ...others } = block;
  const isList = Array.isArray(annotations);
  const delta = {
    ...others,
    text,
    ...(isList || annotations === undefined ? {} : { annotations }),
  };
  const hasAnnotations = isList && annotations.length > 0;
  return hasAnnotations ? [delta, { type: names[dialect].annotations, annotations }] : [delta];
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return value === "";
  return Object.keys(value).length === 0;
}

function listOf(value: unknown, path: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw cannotTell(`${path} is not a list`);
  return value;
}

function checkObject(value: unknown, path: string): Members {
  if (!isObject(value)) throw cannotTell(`${path} is ${value === null ? "null" : "not an object"}`);
  return value;
}

function checkTyped(value: unknown, path: string): Members {
  const item = checkObject(value, path);
  if (typeof item["type"] !== "string") throw cannotTell(`${path} has no type`);
  return item;
}

function cannotTell(problem: string): TypeError {
  return new TypeError(`The stored interaction cannot be converted to events: ${problem}.`);
}

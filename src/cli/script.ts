// What `serve --script` and `serve --fault` say, read and checked: answers in turn, and what goes wrong.

import type { Answer, Fault, InteractionsServiceOptions } from "../testing/index.ts";
import { isObject, parseJson } from "../util/json.ts";
import { hint, UsageError } from "./args.ts";
import { readJsonOption } from "./files.ts";

/** What a script may say. */
type Script = Pick<InteractionsServiceOptions, "respond" | "responses" | "faults">;

/** The members that a step of a script may have. */
const answerMembers: readonly (keyof Answer)[] = [
  "steps",
  "status",
  "statuses",
  "usage",
  "errors",
  "refused",
  "continuation_token",
  "environment_id",
  "events",
];

/** The members of each kind of fault. */
const faultMembers: Readonly<Record<Fault["kind"], readonly string[]>> = {
  answer: ["status", "shape", "code", "message", "retryDelay", "headers", "body"],
  "content-type": ["value"],
  cut: ["afterEvents", "afterBytes", "reset"],
  "error-event": ["afterEvents", "error", "form", "done"],
  "event-ids": ["show"],
  insert: ["afterEvents", "every", "what"],
  "network-error": ["code", "accepted"],
  replay: ["from"],
  silence: ["afterEvents", "afterBytes", "beforeHeaders"],
  "unframed-error": ["afterEvents", "error", "list", "pretty"],
};

/** Reads a script: a list of answers, or an object with `responses`, `faults` and `repeat`. */
export async function readScript(path: string): Promise<Script> {
  const value = await readJsonOption("script", path);
  const script = Array.isArray(value) ? { responses: value } : value;
  if (!isObject(script)) throw new UsageError(`--script ${path}: it is no list and no object.`);
  checkMembers(script, ["responses", "faults", "repeat"], `--script ${path}`);
  const { responses, faults = [], repeat } = script;
  if (!Array.isArray(responses) || !Array.isArray(faults)) {
    throw new UsageError(`--script ${path}: responses and faults are lists.`);
  }
  for (const [index, response] of responses.entries()) {
    if (typeof response === "string") continue;
    const place = `--script ${path}: responses[${index}]`;
    if (!isObject(response)) throw new UsageError(`${place} is no text and no object.`);
    checkMembers(response, answerMembers, place);
  }
  // Each was just checked, as far as its members go.
  const answers = responses as (Answer | string)[];
  const others = { faults: faults.map((fault) => checkFault(fault, "--script")) };
  if (repeat !== true) return { ...others, responses: answers };
  let turn = 0;
  return {
    ...others,
    respond() {
      turn += 1;
      return answers[(turn - 1) % answers.length] ?? "";
    },
  };
}

/** Reads a fault: JSON, or the short form `cut:afterEvents=3,reset=true`. */
export function readFault(text: string): Fault {
  if (text.startsWith("{")) return checkFault(parseJson(text), "--fault");
  const [, kind = "", list = ""] = /^([^:]*):?(.*)$/s.exec(text) ?? [];
  const members = list.split(",").filter((part) => part !== "");
  return checkFault(
    Object.fromEntries([["kind", kind], ...members.map((part) => toEntry(part, text))]),
    "--fault",
  );
}

function toEntry(part: string, text: string): [string, unknown] {
  const [, name = "", value = ""] = /^(\w+)=(.*)$/s.exec(part) ?? [];
  if (name === "") throw new UsageError(`--fault ${text}: expected name=value, got "${part}".`);
  return [name, parseJson(value) ?? value];
}

function checkFault(value: unknown, option: string): Fault {
  const kind = isObject(value) ? value["kind"] : undefined;
  if (!isObject(value) || typeof kind !== "string") {
    throw new UsageError(`${option}: a fault is an object with a kind.`);
  }
  const kinds: Readonly<Record<string, readonly string[]>> = faultMembers;
  const members = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (members === undefined) {
    const known = hint(kind, Object.keys(kinds)) || ` Known are ${Object.keys(kinds).join(", ")}.`;
    throw new UsageError(`${option}: unknown fault "${kind}".${known}`);
  }
  checkMembers(value, ["kind", "on", "times", "lastsMs", ...members], `${option}: ${kind}`);
  // Its members were just checked; the service takes their values as they are.
  return value as unknown as Fault;
}

function checkMembers(value: object, known: readonly string[], place: string): void {
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(`${place}: unknown member "${unknown}".${hint(unknown, known)}`);
}

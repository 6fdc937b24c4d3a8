// Parses and checks `serve --script` and `serve --fault`: answers in order, and faults to inject.

import type { Answer, Fault, InteractionsServiceOptions } from "../../testing/index.ts";
import { isObject, parseJson } from "../../util/json.ts";
import { hint, UsageError } from "../args.ts";
import { readJsonOption } from "../files.ts";

/** What a script may contain. */
type Script = Pick<InteractionsServiceOptions, "respond" | "responses" | "faults">;

/** What the value of a member must be; a list says which words it may be. */
type Form =
  | "any"
  | "boolean"
  | "number"
  | "object"
  | "objects"
  | "text"
  | "texts"
  | readonly string[];

/** The members of something, each with its form. */
type Members = Readonly<Record<string, Form>>;

const answerMembers: Record<keyof Omit<Answer, "shape">, Form> = {
  steps: "objects",
  status: "text",
  statuses: "texts",
  usage: "object",
  errors: "objects",
  refused: "object",
  continuation_token: "text",
  environment_id: "text",
  events: "objects",
};

/** The members of every fault. */
const aim: Members = {
  kind: "text",
  on: ["any", "create", "chained", "get", "cancel", "delete", "stream", "reattach"],
  times: "number",
  lastsMs: "number",
};

/** The members of each kind of fault. */
const faultMembers: Readonly<Record<Fault["kind"], Members>> = {
  answer: {
    status: "number",
    shape: ["service", "front-end", "array", "html", "empty"],
    code: "text",
    message: "text",
    retryDelay: "text",
    headers: "object",
    body: "text",
  },
  "content-type": { value: "text" },
  cut: { afterEvents: "number", afterBytes: "number", reset: "boolean" },
  "error-event": {
    afterEvents: "number",
    error: "object",
    form: ["event", "untyped", "named", "failed"],
    done: "boolean",
  },
  "event-ids": { show: ["all", "sparse", "none"] },
  insert: { afterEvents: "number", every: "number", what: "any" },
  "network-error": { code: "text", accepted: "boolean" },
  replay: { from: ["event", "step", "run"] },
  silence: { afterEvents: "number", afterBytes: "number", beforeHeaders: "boolean" },
  "unframed-error": {
    afterEvents: "number",
    error: "object",
    list: "boolean",
    pretty: "boolean",
  },
};

/** The member that a fault of this kind must have. */
const neededMembers: Partial<Record<string, string>> = {
  answer: "status",
  "content-type": "value",
  "event-ids": "show",
  insert: "what",
};

/** Reads a script: a list of answers, or an object with `responses`, `faults` and `repeat`. */
export async function readScript(path: string): Promise<Script> {
  const value = await readJsonOption("script", path);
  const script = Array.isArray(value) ? { responses: value } : value;
  if (!isObject(script))
    throw new UsageError(`--script ${path}: it is neither a list nor an object.`);
  const forms = { responses: "any", faults: "any", repeat: "boolean" } as const;
  checkMembers(script, forms, `--script ${path}`);
  const { responses, faults = [], repeat } = script;
  if (!Array.isArray(responses) || !Array.isArray(faults)) {
    throw new UsageError(`--script ${path}: responses and faults are lists.`);
  }
  for (const [index, response] of responses.entries()) {
    if (typeof response === "string") continue;
    const place = `--script ${path}: responses[${index}]`;
    if (!isObject(response)) throw new UsageError(`${place} is neither a text nor an object.`);
    checkMembers(response, answerMembers, place);
    checkTags(response["steps"], "type", `${place}: steps`);
    checkTags(response["events"], "event_type", `${place}: events`);
  }
  // Each was just checked, as far as its members go.
  const answers = responses as (Answer | string)[];
  const others = {
    faults: faults.map((fault, index) => checkFault(fault, `--script ${path}: faults[${index}]`)),
  };
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

function checkFault(value: unknown, place: string): Fault {
  const kind = isObject(value) ? value["kind"] : undefined;
  if (!isObject(value) || typeof kind !== "string") {
    throw new UsageError(`${place}: a fault is an object with a kind.`);
  }
  const kinds: Readonly<Record<string, Members>> = faultMembers;
  const members = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (members === undefined) {
    throw new UsageError(`${place}: unknown fault "${kind}".${known(kind, Object.keys(kinds))}`);
  }
  checkMembers(value, { ...aim, ...members }, `${place}: ${kind}`);
  const needed = neededMembers[kind];
  if (needed !== undefined && value[needed] === undefined) {
    throw new UsageError(`${place}: ${kind} needs the member "${needed}".`);
  }
  if (kind === "answer" && (Number(value["status"]) < 200 || Number(value["status"]) > 599)) {
    throw new UsageError(
      `${place}: ${kind}: status must be 200 to 599, got ${String(value["status"])}.`,
    );
  }
  // Its members were just checked.
  return value as unknown as Fault;
}

function checkMembers(value: object, members: Members, place: string): void {
  for (const [name, member] of Object.entries(value)) {
    const form = Object.hasOwn(members, name) ? members[name] : undefined;
    if (form === undefined) {
      const near = hint(name, Object.keys(members));
      throw new UsageError(`${place}: unknown member "${name}".${near}`);
    }
    if (fits(member, form)) continue;
    const got = `${place}: ${name} is ${JSON.stringify(member)}`;
    throw new UsageError(
      typeof form === "string"
        ? `${got}; expected ${formNames[form]}.`
        : `${got}.${known(String(member), form)}`,
    );
  }
}

/** This member says what each item of a list is. */
function checkTags(items: unknown, tag: string, place: string): void {
  const list = Array.isArray(items) ? items : [];
  const index = list.findIndex((item) => typeof item[tag] !== "string");
  if (index >= 0) throw new UsageError(`${place}[${index}] has no ${tag}.`);
}

/** The names of the forms, for messages. */
const formNames = {
  any: "anything",
  boolean: "true or false",
  number: "a whole number, 0 or more",
  object: "an object",
  objects: "a list of objects",
  text: "a text",
  texts: "a list of texts",
};

function fits(value: unknown, form: Form): boolean {
  switch (form) {
    case "any":
      return true;
    case "number":
      return Number.isSafeInteger(value) && Number(value) >= 0;
    case "object":
      return isObject(value);
    case "objects":
      return Array.isArray(value) && value.every(isObject);
    case "texts":
      return Array.isArray(value) && value.every((item) => typeof item === "string");
    case "text":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    default:
      return typeof value === "string" && form.includes(value);
  }
}

/** The name that was probably meant, or else all known names. */
function known(name: string, names: readonly string[]): string {
  return hint(name, names) || ` Known: ${names.join(", ")}.`;
}

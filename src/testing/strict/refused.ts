// Finds the requests that the service refuses although the spec allows them: one check for each entry of
// `refusals` in oddities.ts. In comes a create that was checked by the spec, out goes an error.

import type { Content, CreateInteractionRequest, Step } from "../../../generated/schema.ts";
import { isFilled, isObject, listOf, membersOf, wordOf } from "../../util/json.ts";
import { refusals } from "../oddities.ts";
import type { RefusalName } from "../oddities.ts";
import { toSteps } from "../runs/answer.ts";
import type { Answer } from "../runs/answer.ts";
import { errorReply } from "../wire/replies.ts";
import type { Reply } from "../wire/replies.ts";

/** The message of a refusal, if the request is one of those it means. */
type Find = (
  request: CreateInteractionRequest,
  handedOut: ReadonlySet<string>,
) => string | undefined;

/** The refusals that are about a create's body; `version` is about its path. */
const finders: Readonly<Record<Exclude<RefusalName, "version">, Find>> = {
  resultName: ({ input = "" }) =>
    itemsOf(toSteps(input)).some((item) => item.type === "function_result" && !isFilled(item.name))
      ? "Invalid input received."
      : undefined,
  unsignedThought({ input = "" }) {
    const index = toSteps(input).findIndex(
      (step) => step.type === "thought" && !isFilled(step.signature),
    );
    return index < 0 ? undefined : `Invalid input at 'input[${index}].signature'.`;
  },
  unsignedCall({ input = "", store }, handedOut) {
    if (store !== false) return undefined;
    let isSigned = false;
    for (const step of toSteps(input)) {
      if (step.type === "user_input") isSigned = false;
      if (step.type === "thought") isSigned ||= isFilled(step.signature);
      if (step.type !== "function_call") continue;
      if (isSigned || isFilled(step.signature) || handedOut.has(step.id)) continue;
      return `Function call '${step.name}' is sent back without its signed thought.`;
    }
    return undefined;
  },
  retiredModel: (request) =>
    findRetired(retiredModels, "Model", "model" in request && request.model),
  retiredAgent: (request) =>
    findRetired(retiredAgents, "Agent", "agent" in request && request.agent),
  toolChoiceCase(request) {
    const choice = membersOf(configOf(request))["tool_choice"];
    const words = [choice, membersOf(membersOf(choice)["allowed_tools"])["mode"]];
    const isShouted = words.some(
      (word) => typeof word === "string" && !choices.has(word) && choices.has(word.toLowerCase()),
    );
    return isShouted ? "Invalid input at 'generation_config.tool_choice'." : undefined;
  },
  neonSettings(request) {
    if (!("model" in request) || nameOf(request.model) !== "gemini-4-neon") return undefined;
    const config = membersOf(configOf(request));
    const wrong = ["thinking_budget", "presence_penalty", "frequency_penalty"].find(
      (name) => config[name] !== undefined,
    );
    if (wrong !== undefined) return `Unknown parameter 'generation_config.${wrong}'.`;
    return config["thinking_level"] === "minimal"
      ? "Invalid input at 'generation_config.thinking_level'."
      : undefined;
  },
  schemaDialect: (request) =>
    findInSchemas(request, ({ $schema: dialect }, isTool) =>
      dialect !== undefined && !(isTool && isDraft7(dialect)) ? "$schema" : undefined,
    ),
  emptyRequired: (request) =>
    findInSchemas(request, ({ required }) =>
      Array.isArray(required) && required.length === 0 ? "required" : undefined,
    ),
};

/** The refusal of a create. */
export function findRefusal(
  request: CreateInteractionRequest,
  { ids }: UnsignedCalls,
): Reply | undefined {
  for (const [name, find] of Object.entries(finders)) {
    const message = find(request, ids);
    // The keys of `finders` are keys of `refusals`.
    const { status, code } = refusals[name as keyof typeof finders];
    if (message !== undefined) return errorReply({ status, code, message });
  }
  return undefined;
}

const versions: ReadonlySet<string> = new Set(["v1", "v1beta", "v1beta1"]);

/** The response to a path with an unknown version. */
export function findUnknownVersion(version: string): Reply | undefined {
  if (versions.has(version)) return undefined;
  const message = "Method not found.";
  return errorReply({ status: refusals.version.status, shape: "front-end", message });
}

/** How many ids of calls are remembered. */
const maxRemembered = 1_000;

/** The calls that scripts delivered unsigned: no client can send their signatures back. */
export class UnsignedCalls {
  readonly ids: Set<string> = new Set();

  /** Remembers the calls of an answer that have no signature, neither of their own nor before them. */
  add({ steps = [], events = [] }: Answer): void {
    const first = steps.findIndex((step) => step.type === "thought" && isFilled(step.signature));
    const unsigned = steps.filter((_, index) => first < 0 || index < first);
    // For exact events, signatures are not examined.
    const started = events.flatMap((event) => ("step" in event ? [event.step] : []));
    for (const step of [...unsigned, ...started]) {
      if (step.type === "function_call" && !isFilled(step.signature)) this.ids.add(step.id ?? "");
    }
    for (const id of this.ids) {
      if (this.ids.size <= maxRemembered) break;
      this.ids.delete(id);
    }
  }
}

const retiredModels = new Set(["gemini-3.1-flash-image-preview", "gemini-3-pro-image-preview"]);
const retiredAgents = new Set(["deep-research-pro-preview-12-2025", "antigravity-preview-05-2026"]);
const choices = new Set(["auto", "any", "none", "validated"]);

function findRetired(retired: Set<string>, kind: string, value: unknown): string | undefined {
  return retired.has(nameOf(value)) ? `${kind} ${nameOf(value)} not found.` : undefined;
}

/** The name without a prefix such as `models/`. */
function nameOf(value: unknown): string {
  return String(value).replace(/^.*\//s, "");
}

function configOf(request: CreateInteractionRequest): unknown {
  return "generation_config" in request ? request.generation_config : undefined;
}

/** The steps, and the content of a user's input: some clients put results there. */
function itemsOf(steps: readonly Step[]): (Step | Content)[] {
  return steps.flatMap((step) => [
    step,
    ...(step.type === "user_input" ? (step.content ?? []) : []),
  ]);
}

function isDraft7(dialect: unknown): boolean {
  return /^https?:\/\/json-schema\.org\/draft-07\/schema#?$/.test(wordOf(dialect));
}

type Look = (schema: Readonly<Record<string, unknown>>, isTool: boolean) => string | undefined;

/** Says where `look` found something, in the schemas of the tools and of the response format. */
function findInSchemas(request: CreateInteractionRequest, look: Look): string | undefined {
  const { tools, response_format: format } = request;
  const formats = Array.isArray(format) ? format : [format];
  const schemas = [
    ...listOf(tools).map((tool, index) => ({
      schema: membersOf(tool)["parameters"],
      path: `tools[${index}].parameters`,
      isTool: true,
    })),
    ...formats.map((each, index) => ({
      schema: membersOf(each)["schema"],
      path: `response_format${Array.isArray(format) ? `[${index}]` : ""}.schema`,
      isTool: false,
    })),
  ];
  for (const { schema, path, isTool } of schemas) {
    const found = walk(schema, (each) => look(each, isTool), 0);
    if (found !== undefined) return `Invalid input at '${path}': ${found} is not supported.`;
  }
  return undefined;
}

/** Keywords with a schema or a list of schemas, and those with schemas by name. */
const inner = [
  "items",
  "prefixItems",
  "additionalProperties",
  "contains",
  "propertyNames",
  "allOf",
];
const others = ["anyOf", "oneOf", "not", "if", "then", "else", "unevaluatedProperties"];
const named = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"];

/** A schema may be as deep as the JSON it came in, the stack is not. */
const maxDepth = 200;

/** Looks at a schema and those in it: never at values, and never at the names of properties. */
function walk(
  schema: unknown,
  look: (schema: Readonly<Record<string, unknown>>) => string | undefined,
  depth: number,
): string | undefined {
  if (!isObject(schema) || depth > maxDepth) return undefined;
  const found = look(schema);
  if (found !== undefined) return found;
  const parts = [
    ...[...inner, ...others].flatMap((name) => schema[name]),
    ...named.flatMap((name) => Object.values(membersOf(schema[name]))),
  ];
  for (const part of parts) {
    const below = walk(part, look, depth + 1);
    if (below !== undefined) return below;
  }
  return undefined;
}

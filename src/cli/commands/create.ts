// `create`: sends a prompt and prints the answer as it arrives. `--param` sets any member of the request that
// has no option of its own.

import { text } from "node:stream/consumers";
import type { CreateInteractionParams } from "../../index.ts";
import { isObject, parseJson } from "../../util/json.ts";
import { defineCommand, hint, UsageError } from "../args.ts";
import type { Command, Values } from "../args.ts";
import { backendOptions, createClient } from "../backend.ts";
import { readAttachment, readJsonOption } from "../files.ts";
import { outputOptions, printInteraction, printStream, write } from "../output.ts";

/** The model if neither --model nor --agent is given. */
const defaultModel = "gemini-3.8-flash";

/** The tools that need only their name. */
const tools = [
  "google_search",
  "code_execution",
  "url_context",
  "google_maps",
  "computer_use",
  "file_search",
  "retrieval",
];

const options = {
  model: { type: "string", short: "m", value: "<id>", help: `Model (default: ${defaultModel})` },
  agent: { type: "string", short: "a", value: "<id>", help: "Agent, instead of a model" },
  system: { type: "string", short: "s", value: "<text>", help: "System instruction" },
  previous: { type: "string", short: "p", value: "<id>", help: "Interaction to continue from" },
  tool: {
    type: "string",
    multiple: true,
    value: "<type>",
    help: "Tool, such as google_search, or a whole tool as JSON; repeatable",
  },
  schema: { type: "string", value: "<file>", help: "JSON Schema that the answer must fit" },
  param: {
    type: "string",
    multiple: true,
    value: "<key=json>",
    help: "Any member of the request, such as generation_config.seed=7; repeatable",
  },
  file: {
    type: "string",
    short: "f",
    multiple: true,
    value: "<path>",
    help: "Image, audio, document or video to send; repeatable",
  },
  background: { type: "boolean", short: "b", help: "Run in the background: print the id and exit" },
  stream: { type: "boolean", help: "With --background: stay and print the text" },
  ...outputOptions,
  ...backendOptions,
} as const;

/** The command `create`. */
export const create: Command = defineCommand({
  name: "create",
  summary: "Send a prompt and print the answer as it arrives",
  usage: "<prompt>",
  notes: [
    'The prompt "-" is read from stdin. Text goes to stdout, everything else to stderr.',
    "Ctrl-C detaches and prints the command that continues; a second one cancels a run in the",
    "background.",
  ],
  options,
  async run(values, words) {
    const params = await toParams(values, words);
    const client = await createClient(values);
    if (params.background === true && values.background === true && values.stream !== true) {
      const interaction = await client.create({ ...params, stream: false });
      if (values.json === true) return printInteraction(interaction, values);
      await write(`${interaction.id}\n`);
      return 0;
    }
    const streaming = { ...params, stream: true } as const;
    const isBackground = params.background === true;
    return printStream(client, (signal) => client.create(streaming, { signal }), values, {
      isBackground,
    });
  },
});

/** The request that the command line describes. */
async function toParams(
  values: Values<typeof options>,
  words: readonly string[],
): Promise<CreateInteractionParams> {
  const { model, agent, system, previous, schema, tool = [], param = [], file = [] } = values;
  if (model !== undefined && agent !== undefined) {
    throw new UsageError("Use either --model or --agent, not both.");
  }
  const params: Record<string, unknown> = agent === undefined ? { model } : { agent };
  const prompt = await readPrompt(words);
  const media = await Promise.all(file.map(readAttachment));
  if (media.length > 0) {
    params["input"] = [...(prompt === "" ? [] : [{ type: "text", text: prompt }]), ...media];
  } else if (prompt !== "") {
    params["input"] = prompt;
  }
  if (system !== undefined) params["system_instruction"] = system;
  if (previous !== undefined) params["previous_interaction_id"] = previous;
  if (tool.length > 0) params["tools"] = tool.map(toTool);
  if (schema !== undefined) params["response_format"] = await readFormat(schema);
  // The service runs these agents in the background only.
  const needsBackground = agent?.startsWith("deep-research-") === true;
  if (values.background === true || needsBackground) params["background"] = true;
  for (const assignment of param) assign(params, assignment);
  if (params["agent"] === undefined) params["model"] ??= defaultModel;
  else if (model === undefined) delete params["model"];
  if (params["input"] === undefined && params["continuation_token"] === undefined) {
    throw new UsageError("No prompt. Pass it in quotes, or - to read stdin.");
  }
  // The service checks what --param adds.
  return params as unknown as CreateInteractionParams;
}

async function readPrompt(words: readonly string[]): Promise<string> {
  const prompt = words.join(" ");
  return prompt === "-" ? (await text(process.stdin)).replace(/\r?\n$/, "") : prompt;
}

function toTool(word: string): object {
  if (word.startsWith("{")) {
    const tool = parseJson(word);
    if (isObject(tool)) return tool;
    throw new UsageError(`--tool ${word} is not JSON.`);
  }
  if (tools.includes(word)) return { type: word };
  throw new UsageError(
    `Unknown tool "${word}".${hint(word, tools) || ` Known: ${tools.join(", ")}; any other is given as JSON.`}`,
  );
}

async function readFormat(path: string): Promise<object> {
  const schema = await readJsonOption("schema", path);
  if (!isObject(schema)) throw new UsageError(`--schema ${path}: a JSON Schema is an object.`);
  return { type: "text", mime_type: "application/json", schema };
}

/** Sets a member from `path=json`; what does not look like JSON is a string. */
function assign(params: Record<string, unknown>, assignment: string): void {
  const [, path = "", json = ""] = /^(\w+(?:\.\w+)*)=(.*)$/s.exec(assignment) ?? [];
  if (path === "" || path.includes("__proto__")) {
    throw new UsageError(`--param ${assignment}: expected key=json, such as store=false.`);
  }
  const value = parseJson(json);
  if (value === undefined && /^\s*["[{]/.test(json)) {
    throw new UsageError(`--param ${path}: ${json} is not JSON.`);
  }
  const names = path.split(".");
  const last = names.pop() ?? "";
  let target = params;
  for (const name of names) {
    const inner = Object.hasOwn(target, name) ? target[name] : {};
    if (!isObject(inner)) throw new UsageError(`--param ${path}: ${name} is not an object.`);
    target[name] = inner;
    target = inner;
  }
  target[last] = value ?? json;
}

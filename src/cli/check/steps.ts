// The steps of a check, in order: each does one thing that users do, throws if it does not work, and notes
// facts. They assert only what the service must do; findings.ts compares its responses with the spec.

import {
  ApiError,
  BadRequestError,
  defineOutput,
  isTerminal,
  NotFoundError,
  outputText,
  pendingFunctionCalls,
} from "../../index.ts";
import type {
  GenerationConfig,
  Interaction,
  InteractionsClient,
  InteractionStream,
  Tool,
} from "../../index.ts";

/** Passed to each step. */
export interface StepContext {
  readonly client: InteractionsClient;
  /** A client of its own, as in another process. */
  readonly second: InteractionsClient;
  /** Model, length and thinking of every run. */
  readonly base: { readonly model: string; readonly generation_config: GenerationConfig };
  readonly signal: AbortSignal;
  readonly pollIntervalMs: number;
  /** Waits, or ends with the signal. */
  readonly sleep: (ms: number) => Promise<void>;
  /** Notes something that is neither right nor wrong. */
  readonly fact: (text: string) => void;
  /** Notes something that this version does not know of the service. */
  readonly deviation: (text: string) => void;
  /** The id of the interaction that `create` made. */
  created: string;
}

/** One step of a check. */
export interface Step {
  readonly name: string;
  readonly run: (context: StepContext) => Promise<void>;
}

/** Something that should have worked and did not, in words that can be published. */
export class StepError extends Error {
  override readonly name = "StepError" as const;
}

const count = "Count from one to twenty in words, one number per line, and add nothing to them.";

const weather: Tool = {
  type: "function",
  name: "get_weather",
  description: "The weather in a city.",
  parameters: {
    type: "object",
    properties: { city: { type: "string" } },
    required: ["city"],
  },
};

const city = defineOutput<{ name: string; population: number }>({
  type: "object",
  properties: { name: { type: "string" }, population: { type: "integer" } },
  required: ["name", "population"],
});

/** Number of creates in a check that start a run: the service refuses the others. */
export const createCount = 9;

/** The steps in their order. */
export const steps: readonly Step[] = [
  {
    name: "create",
    async run(context) {
      const { client, base, signal } = context;
      const made = await client.create(
        { ...base, input: "Answer with one word: yes." },
        { signal },
      );
      context.created = made.id;
      expectStatus(made, "completed");
      expectText(outputText(made));
      const stored = await readStored(context, made.id);
      if (outputText(stored) !== outputText(made)) {
        context.deviation(
          "the text of a stored interaction differs from the response to its create",
        );
      }
    },
  },
  {
    name: "stream",
    async run({ client, base, signal }) {
      const stream = await client.create({ ...base, input: count, stream: true }, { signal });
      let text = "";
      for await (const piece of stream.text()) text += piece;
      expectText(text);
      expectStatus(await stream.finalInteraction(), "completed");
    },
  },
  {
    name: "background stream, cut, resumed by cursor in a second client",
    async run(context) {
      const { client, second, base, signal } = context;
      const params = { ...base, input: count, background: true, stream: true } as const;
      const stream = await client.create(params, { signal });
      const before = await readSome(stream);
      const { cursor, interactionId = "" } = stream;
      if (cursor === undefined) throw new StepError("the stream has no cursor to resume from");
      const rest = await second.resume(cursor, { signal });
      let text = before;
      for await (const piece of rest.text()) text += piece;
      expectStatus(await rest.finalInteraction(), "completed");
      const whole = outputText(await readStored(context, interactionId));
      if (text !== whole)
        throw new StepError("the two parts of the text differ from the stored text");
    },
  },
  {
    name: "foreground stream, cut",
    async run({ client, base, signal, fact }) {
      const stream = await client.create({ ...base, input: count, stream: true }, { signal });
      await readSome(stream);
      const { interactionId } = stream;
      if (interactionId === undefined)
        throw new StepError("the stream does not name its interaction");
      const told = await client.get(interactionId, {}, { signal }).then(
        ({ status }) => publicStatus(status),
        (error: unknown) => {
          if (error instanceof ApiError) return publicWords(error);
          throw error;
        },
      );
      fact(`a GET of a foreground stream that was cut: ${told}`);
    },
  },
  {
    name: "background, wait",
    async run({ client, base, signal, pollIntervalMs, fact }) {
      const params = { ...base, input: "Answer with one word: yes.", background: true };
      const { id, status } = await client.create(params, { signal });
      let polls = 0;
      const onStatus = (): void => void (polls += 1);
      const ended = await client.waitForCompletion(id, { signal, pollIntervalMs, onStatus });
      expectStatus(ended, "completed");
      expectText(outputText(ended));
      fact(`a background run started as ${publicStatus(status)} and had ended after ${polls} GETs`);
    },
  },
  {
    name: "tool with one call",
    async run({ client, base, signal }) {
      const generation_config = {
        ...base.generation_config,
        tool_choice: { allowed_tools: { mode: "any", tools: ["get_weather"] } },
      };
      const input = "What is the weather in Oslo?";
      const params = { ...base, generation_config, input, tools: [weather] };
      const asked = await client.create(params, { signal });
      expectStatus(asked, "requires_action");
      const [call] = pendingFunctionCalls(asked);
      if (call?.name !== "get_weather") throw new StepError("the function was not called");
      const { id: call_id, name } = call;
      const result = {
        type: "function_result",
        call_id,
        name,
        result: "Sunny, 20 degrees.",
      } as const;
      const answered = await client.create(
        { ...base, input: [result], tools: [weather], previous_interaction_id: asked.id },
        { signal },
      );
      expectStatus(answered, "completed");
    },
  },
  {
    name: "typed output",
    async run({ client, base, signal }) {
      const params = { ...base, input: "Oslo, Norway.", response_format: city.format };
      await city.parse(await client.create(params, { signal }));
    },
  },
  {
    name: "a member that does not exist is refused",
    async run({ client, base, signal }) {
      const params = { ...base, input: "Hi", not_a_member: true };
      await expectError(client.create(params, { signal }), BadRequestError, "a wrong member");
    },
  },
  {
    name: "an id that does not exist is not found",
    async run({ client, signal }) {
      await expectError(client.get(unknownId, {}, { signal }), NotFoundError, "an unknown id");
    },
  },
  {
    name: "cancel",
    async run(context) {
      const { client, base, signal, fact } = context;
      const { id } = await client.create({ ...base, input: count, background: true }, { signal });
      const answered = await client.cancel(id, { signal });
      const { status } = isTerminal(answered.status)
        ? answered
        : await client.waitForCompletion(id, { signal, pollIntervalMs: context.pollIntervalMs });
      fact(`a background run that was cancelled: ${publicStatus(status)}`);
      if (status !== "cancelled" && status !== "completed") {
        throw new StepError(`the status after cancel is ${publicStatus(status)}`);
      }
    },
  },
  {
    name: "delete",
    async run({ client, signal, created }) {
      await client.delete(created, { signal });
      await expectError(
        client.get(created, {}, { signal }),
        NotFoundError,
        "a deleted interaction",
      );
    },
  },
];

/** Has the form of an id, but does not exist. */
export const unknownId = "v1_gemini-interactions-check";

/** The stored interaction; some services need a moment until it is there. */
async function readStored(
  { client, signal, sleep, deviation }: StepContext,
  id: string,
): Promise<Interaction> {
  for (let tries = 0; ; tries += 1) {
    try {
      const stored = await client.get(id, {}, { signal });
      if (tries > 0) deviation(`a stored interaction was not found before GET ${tries + 1}`);
      return stored;
    } catch (error) {
      if (!(error instanceof NotFoundError) || tries >= 5) throw error;
    }
    await sleep(500 * 2 ** tries);
  }
}

/** Reads the first words of a stream and leaves it. */
async function readSome(stream: InteractionStream): Promise<string> {
  let text = "";
  for await (const piece of stream.text()) {
    text += piece;
    break;
  }
  return text;
}

async function expectError(
  call: PromiseLike<unknown>,
  kind: abstract new (...args: never[]) => ApiError,
  what: string,
): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (error instanceof kind) return;
    if (!(error instanceof ApiError)) throw error;
    throw new StepError(`${what} is answered with ${publicWords(error)}`);
  }
  throw new StepError(`${what} is taken`);
}

function expectStatus({ status }: Interaction, wanted: string): void {
  if (status !== wanted)
    throw new StepError(`the status is ${publicStatus(status)}, not ${wanted}`);
}

function expectText(text: string): void {
  if (text.trim() === "") throw new StepError("there is no text");
}

/** Status and code of an error: nothing of its message. */
export function publicWords({ status, code }: ApiError): string {
  return code !== undefined && /^[a-zA-Z_]{1,48}$/.test(code)
    ? `${status} ${code}`
    : String(status);
}

function publicStatus(status: string): string {
  return /^[a-z_]{1,32}$/.test(status) ? status : "not a word";
}

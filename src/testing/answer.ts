import type {
  Content,
  CreateInteractionRequest,
  InteractionError,
  Interaction,
  InteractionsInput,
  InteractionStatus,
  InteractionStreamEvent,
  Step,
  Usage,
} from "../../generated/schema.ts";
import { pick } from "../util/json.ts";

/** What a run comes to; the JSON and the events follow from it. */
export interface Answer {
  /** What the run produced. @defaultValue none */
  steps?: Step[] | undefined;
  /** @defaultValue `"requires_action"` after an unanswered function call, else `"completed"` */
  status?: InteractionStatus | undefined;
  /** @defaultValue counted, four characters to a token */
  usage?: Usage | undefined;
  errors?: InteractionError[] | undefined;
  /** For status `requires_continuation`. */
  continuation_token?: string | undefined;
  environment_id?: string | undefined;
  /**
   * Streamed exactly so, instead of events made from the steps. The run takes its id from the first
   * event. `[DONE]` is added.
   */
  events?: InteractionStreamEvent[] | undefined;
}

/** Says what a run comes to; a string is an answer with this text. */
export type Respond = (
  request: CreateInteractionRequest,
) => Answer | string | Promise<Answer | string>;

/** The answer of a service that was not told what to answer. */
export function echo({ input = "" }: CreateInteractionRequest): string {
  const text = toSteps(input)
    .flatMap((step) => (step.type === "user_input" ? (step.content ?? []) : []))
    .flatMap((content) => (content.type === "text" ? [content.text] : []))
    .join(" ");
  return text === "" ? "You sent no text." : `You said: ${text}`;
}

/** The input as the steps that a GET timeline begins with. */
export function toSteps(input: InteractionsInput): Step[] {
  if (typeof input === "string") return toSteps({ type: "text", text: input });
  if (!Array.isArray(input)) return [{ type: "user_input", content: [input] }];
  const content = input.filter(isContent);
  // A list holds either content or steps, says the API.
  return content.length > 0 ? [{ type: "user_input", content }] : (input as Step[]);
}

function isContent(item: Content | Step): item is Content {
  return ["text", "image", "audio", "document", "video"].includes(item.type);
}

/** The interaction as it is at the end of the run. */
export function finalInteraction(
  request: CreateInteractionRequest,
  answer: Answer,
  id: string | undefined,
): Interaction & { steps: Step[] } {
  const { steps = [] } = answer;
  const now = new Date().toISOString().replace(/\.\d+Z$/, "Z");
  return {
    ...(id === undefined ? {} : { id }),
    object: "interaction",
    status: answer.status ?? finalStatus(steps),
    ...("agent" in request ? { agent: request.agent } : { model: request.model }),
    created: now,
    updated: now,
    service_tier: request.service_tier ?? "standard",
    ...pick(request, "previous_interaction_id"),
    ...pick(answer, "errors", "continuation_token", "environment_id"),
    steps,
    usage: answer.usage ?? countUsage(request.input, steps),
  };
}

function finalStatus(steps: readonly Step[]): InteractionStatus {
  return steps.at(-1)?.type === "function_call" ? "requires_action" : "completed";
}

function countUsage(input: InteractionsInput | undefined, steps: readonly Step[]): Usage {
  const [read = 0, written = 0] = [input ?? "", steps].map((value) =>
    Math.ceil(JSON.stringify(value).length / 4),
  );
  return {
    total_input_tokens: read,
    total_output_tokens: written,
    total_tokens: read + written,
  };
}

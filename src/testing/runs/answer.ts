// The result of a run, as a test writes it, and the interaction that follows from it: in comes an answer
// (steps, a status, or exact events), out goes the resource as the service would store it.

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
} from "../../../generated/schema.ts";
import { isObject, listOf, pick } from "../../util/json.ts";
import { countUsage } from "./usage.ts";

/** The result of a run, from which its JSON and its events are made. */
export interface Answer {
  /** What the run produced. @defaultValue none */
  steps?: Step[] | undefined;
  /** @defaultValue `"requires_action"` after an unanswered function call, else `"completed"` */
  status?: InteractionStatus | undefined;
  /** @defaultValue counted, four characters to a token */
  usage?: Usage | undefined;
  /** What went wrong, for status `failed`. @defaultValue none */
  errors?: InteractionError[] | undefined;
  /** For status `requires_continuation`. */
  continuation_token?: string | undefined;
  /** The sandbox of an agent. */
  environment_id?: string | undefined;
  /**
   * The statuses of the run before its end, in order, such as `queued` and `in_progress`. Without
   * `eventIntervalMs`, each GET shows the next one, and the last GET the end.
   *
   * @defaultValue `in_progress`
   */
  statuses?: InteractionStatus[] | undefined;
  /**
   * The prompt is refused, in the way of the service: a stream breaks off with a bare error line, any
   * other create gets a 400, and nothing is stored.
   */
  refused?: InteractionError | undefined;
  /**
   * The exact events to stream, instead of events made from the steps. The run takes its id from the
   * first event. `[DONE]` is added.
   */
  events?: InteractionStreamEvent[] | undefined;
  /**
   * Changes the events that were made from the steps: one of {@link oddities}, or your own function. The
   * events already have their ids; an inserted event has the id that the function gives it, or none.
   */
  shape?: ((events: InteractionStreamEvent[]) => InteractionStreamEvent[]) | undefined;
}

/** Decides the result of a run; a string is an answer with this text. */
export type Respond = (
  request: CreateInteractionRequest,
) => Answer | string | Promise<Answer | string>;

/** The input as the steps that a GET timeline begins with. */
export function toSteps(input: InteractionsInput): Step[] {
  if (typeof input === "string") return toSteps({ type: "text", text: input });
  if (!Array.isArray(input)) return [{ type: "user_input", content: [input] }];
  // Without strictness, a list may hold anything.
  const items = input.filter((item: unknown) => isObject(item));
  const content = items.filter(isContent);
  // By the API, a list contains either content or steps.
  if (content.length > 0) return [{ type: "user_input", content }];
  return (items as Step[]).map((step) =>
    step.type === "user_input" ? { ...step, content: contentOf(step.content) } : step,
  );
}

function contentOf(content: unknown): Content[] {
  // Read with the type that the API documents.
  return listOf(content).filter(isObject) as unknown as Content[];
}

function isContent(item: Content | Step): item is Content {
  return ["text", "image", "audio", "document", "video"].includes(item.type);
}

/** The interaction as it is at the end of the run. */
export function finalInteraction(
  request: CreateInteractionRequest,
  answer: Answer,
  id: string | undefined,
  createdMs: number,
): Interaction & { steps: Step[] } {
  const { steps = [] } = answer;
  const created = new Date(createdMs).toISOString().replace(/\.\d+Z$/, "Z");
  return {
    ...(id === undefined ? {} : { id }),
    object: "interaction",
    status: answer.status ?? finalStatus(steps),
    ...("agent" in request ? { agent: request.agent } : { model: request.model }),
    created,
    updated: created,
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

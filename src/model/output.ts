import type {
  AudioContent,
  Content,
  DocumentContent,
  FunctionCallStep,
  ImageContent,
  InteractionStatus,
  LegacyContent,
  Step,
  VideoContent,
} from "../../generated/schema.ts";
import { isObject } from "../util/json.ts";

/** The part of an interaction that holds what the model said, in either dialect. */
export interface WithOutput {
  readonly steps?: readonly Step[];
  readonly outputs?: readonly LegacyContent[];
}

/**
 * The model's closing text: the text blocks at the end of the run, joined. Thoughts are passed
 * over, as are tool steps that come after the text; the text before a tool step is not part of it.
 */
export function outputText(interaction: WithOutput): string {
  const texts: string[] = [];
  for (const block of blocksOf(interaction).toReversed()) {
    if (block === turn) break;
    if (block.type === "thought") continue;
    if (block.type === "text") {
      if (typeof block.text === "string") texts.push(block.text);
    } else if (texts.length > 0) {
      break;
    }
  }
  return texts.toReversed().join("");
}

/** The newest block of each kind of media that a run has produced. */
export interface OutputMedia {
  image?: ImageContent;
  audio?: AudioContent;
  video?: VideoContent;
  document?: DocumentContent;
}

/** The model's media: of each kind the last block after the last `user_input`. */
export function outputMedia(interaction: WithOutput): OutputMedia {
  let media: OutputMedia = {};
  for (const block of blocksOf(interaction)) {
    if (block === turn) media = {};
    else if (block.type === "image") media.image = block;
    else if (block.type === "audio") media.audio = block;
    else if (block.type === "video") media.video = block;
    else if (block.type === "document") media.document = block;
  }
  return media;
}

/**
 * The function calls that wait for their results: those without a `function_result` of the same
 * id, and only while the status is `requires_action`. Sandbox agents list calls beside them that
 * the service has run itself.
 */
export function pendingFunctionCalls(
  interaction: WithOutput & { readonly status: InteractionStatus },
): FunctionCallStep[] {
  if (interaction.status !== "requires_action") return [];
  const blocks = blocksOf(interaction);
  const answered = new Set(
    blocks.flatMap((block) => (block.type === "function_result" ? [block.call_id] : [])),
  );
  return blocks.flatMap((block) =>
    block.type === "function_call" && !answered.has(block.id)
      ? // The older dialect has the same members, though its schema requires none.
        [block as FunctionCallStep]
      : [],
  );
}

/** Marks where the model's own steps begin. */
const turn = { type: "user_input" } as const;

type Block = Content | LegacyContent | Step;

/** Model output as its blocks, every other step as one. */
function blocksOf({ steps, outputs }: WithOutput): readonly Block[] {
  // Without steps, as the older dialect and two music models answer: one list of content.
  if (!steps?.length) return objectsOf(outputs);
  return objectsOf(steps).flatMap((step): readonly Block[] => {
    if (step.type === "user_input") return [turn];
    return step.type === "model_output" ? objectsOf(step.content) : [step];
  });
}

/** The items that are what they should be: text is picked out of whatever an event brings. */
function objectsOf<Item extends object>(items: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(items) ? items.filter((item): item is Item => isObject(item)) : [];
}

import type { Content, LegacyContent, Step } from "../generated/schema.ts";

/** The part of an interaction that holds what the model said, in either dialect. */
export interface WithOutput {
  readonly steps?: readonly Step[];
  readonly outputs?: readonly LegacyContent[];
}

/**
 * The model's closing text: the text blocks at the end of the run, joined. Thoughts are passed
 * over, as are tool steps that come after the text; the text before a tool step is not part of it.
 */
export function outputText({ steps, outputs }: WithOutput): string {
  // Without steps, as the older dialect and two music models answer: one list of content.
  const blocks = steps?.length ? stepBlocks(steps) : (outputs ?? []);
  const texts: string[] = [];
  for (const block of blocks.toReversed()) {
    if (block === turn) break;
    if (block.type === "thought") continue;
    if (block.type === "text") {
      texts.push(block.text ?? "");
    } else if (texts.length > 0) {
      break;
    }
  }
  return texts.toReversed().join("");
}

/** Marks where the model's own steps begin. */
const turn = { type: "user_input" } as const;

type Block = Content | LegacyContent | Step;

/** Model output as its blocks, every other step as one. */
function stepBlocks(steps: readonly Step[]): Block[] {
  return steps.flatMap((step): readonly Block[] => {
    if (step.type === "user_input") return [turn];
    return step.type === "model_output" ? (step.content ?? []) : [step];
  });
}

// Counts tokens as the service reports them: four characters to a token, so that the numbers are
// plausible, the same in every run, and their sum is right.

import type { InteractionsInput, Step, Usage } from "../../../generated/schema.ts";

/** The usage of a run, with the members that recorded streams have. */
export function countUsage(input: InteractionsInput | undefined, steps: readonly Step[]): Usage {
  const thoughts = steps.filter(({ type }) => type === "thought");
  const read = countTokens(input ?? "");
  const thought = thoughts.length === 0 ? 0 : countTokens(thoughts);
  const written = countTokens(steps.filter(({ type }) => type !== "thought"));
  return {
    total_tokens: read + written + thought,
    total_input_tokens: read,
    input_tokens_by_modality: [{ modality: "text", tokens: read }],
    total_cached_tokens: 0,
    total_output_tokens: written,
    total_tool_use_tokens: 0,
    total_thought_tokens: thought,
  };
}

function countTokens(value: unknown): number {
  return Math.ceil(JSON.stringify(value).length / 4);
}

// Interactions and input as the steps that a request takes: what a turn without stored history
// (`store: false`) sends. Everything goes back as it came, since the service checks its own signatures;
// only thoughts without a signature are left out, as it refuses those.

import type { Content, InteractionsInput, LegacyContent, Step } from "../../generated/schema.ts";
import type { Interaction } from "../model/types.ts";

/**
 * The interaction's steps as input of a turn that sends its history itself: thoughts without a
 * signature are dropped, since the service refuses them, and the rest is left as it is.
 */
export function inputFromInteraction({
  steps,
  outputs,
}: Pick<Interaction, "steps" | "outputs">): Step[] {
  const all = steps?.length ? steps : (outputs ?? []).map(stepFromOutput);
  return all.filter((step) => step.type !== "thought" || Boolean(step.signature));
}

/** What a request takes as input, as steps. */
export function stepsFromInput(input: InteractionsInput | undefined): Step[] {
  if (input === undefined) return [];
  if (typeof input === "string") return stepsFromInput({ type: "text", text: input });
  const items: (Content | Step)[] = Array.isArray(input) ? input : [input];
  const content = items.filter(isContent);
  // A list holds either content, as one turn of the user, or steps.
  return content.length > 0 ? [{ type: "user_input", content }] : (items as Step[]);
}

/** Whether it is a block of text or media, in either dialect, and no step. */
export function isContent(item: { readonly type?: unknown }): item is Content {
  return contentTypes.has(item.type);
}

const contentTypes = new Set<unknown>(["text", "image", "audio", "document", "video"]);

/** The dialect before, and two music models, answer with blocks, thoughts and calls in one list. */
function stepFromOutput(item: LegacyContent): Step {
  // Thoughts, calls and results have the members of their steps.
  return isContent(item) ? { type: "model_output", content: [item] } : (item as Step);
}

// Interactions and input as the steps that a request takes: what a turn without stored history
// (`store: false`) sends. Everything goes back unchanged, since the service checks its own signatures;
// only thoughts without a signature are left out, because the service refuses them.

import type { Content, InteractionsInput, Step } from "../../generated/schema.ts";
import { isMediaType } from "../model/delta.ts";
import { checkInteraction, stepsOf } from "../model/output.ts";
import type { WithOutput } from "../model/output.ts";
import { sendableStep } from "../model/slot.ts";

/**
 * Returns the interaction's steps as input of a turn that sends its own history. Thoughts without a
 * signature are dropped, since the service refuses them. A call whose arguments could not be parsed gets
 * empty ones, since the service requires arguments. Everything else is unchanged.
 */
export function inputFromInteraction(interaction: WithOutput): Step[] {
  checkInteraction("inputFromInteraction", interaction);
  const steps = stepsOf(interaction).filter(
    ({ type, signature }) => type !== "thought" || Boolean(signature),
  );
  // Steps that the service sent, as it sent them.
  return steps.map(sendableStep) as unknown as Step[];
}

/** The input of a request, as steps. */
export function stepsFromInput(input: InteractionsInput | undefined): Step[] {
  if (input === undefined) return [];
  if (typeof input === "string") return stepsFromInput({ type: "text", text: input });
  const items: (Content | Step)[] = Array.isArray(input) ? input : [input];
  const content = items.filter(isContent);
  // A list contains either content, as one turn of the user, or steps.
  return content.length > 0 ? [{ type: "user_input", content }] : (items as Step[]);
}

/** Whether it is a block of text or media, and not a step. */
export function isContent(item: { readonly type?: unknown }): item is Content {
  return item.type === "text" || isMediaType(item.type);
}

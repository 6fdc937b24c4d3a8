import type { InteractionStreamEvent } from "../generated/schema.ts";
import { outputText } from "./output.ts";

/**
 * Makes a function that picks the model's text out of one stream's events, in order: from deltas,
 * from text that a step starts with, and from a completed event when nothing came before it.
 */
export function createTextReader(): (event: InteractionStreamEvent) => string {
  /** Indices of the steps that are not the model's: their text is somebody else's. */
  const foreign = new Set<number>();
  let seen = false;
  const take = (text: string | undefined): string => {
    if (text) seen = true;
    return text ?? "";
  };
  return (event) => {
    switch (event.event_type) {
      case "step.start": {
        const { step } = event;
        if (step.type === "model_output") {
          foreign.delete(event.index);
          return take(
            step.content?.map((block) => (block.type === "text" ? block.text : "")).join(""),
          );
        }
        foreign.add(event.index);
        return "";
      }
      case "step.delta":
        return isText(event.delta) && !foreign.has(event.index) ? take(event.delta.text) : "";
      case "content.start":
        return event.content.type === "text" ? take(event.content.text) : "";
      case "content.delta":
        return isText(event.delta) ? take(event.delta.text) : "";
      case "interaction.completed":
      case "interaction.complete":
        return seen ? "" : take(outputText(event.interaction));
      default:
        return "";
    }
  };
}

// Some agents leave the type of a text delta out; an empty delta is none.
function isText(delta: { type?: string; text?: string }): delta is { text?: string } {
  return delta.type === "text" || (delta.type === undefined && typeof delta.text === "string");
}

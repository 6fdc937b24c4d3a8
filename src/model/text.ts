import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { isObject } from "../util/json.ts";
import { isText } from "./delta.ts";
import { outputText } from "./output.ts";

/**
 * Makes a function that picks the model's text out of one stream's events, in order: from deltas,
 * from text that a step starts with, and from a completed event when nothing came before it.
 */
export function createTextReader(): (event: InteractionStreamEvent) => string {
  /** Indices of the steps that are not the model's: their text is somebody else's. */
  const foreign = new Set<number>();
  let seen = false;
  const take = (text: string): string => {
    if (text !== "") seen = true;
    return text;
  };
  return (event) => {
    switch (event.event_type) {
      case "step.start": {
        const step: unknown = event.step;
        if (!isObject(step)) return "";
        if (step["type"] === "model_output") {
          foreign.delete(event.index);
          const blocks: unknown = step["content"];
          return take(Array.isArray(blocks) ? blocks.map((block) => textOf(block)).join("") : "");
        }
        foreign.add(event.index);
        return "";
      }
      case "step.delta":
        return foreign.has(event.index) ? "" : take(textOfDelta(event.delta));
      case "content.start":
        return take(textOf(event.content));
      case "content.delta":
        return take(textOfDelta(event.delta));
      case "interaction.completed":
      case "interaction.complete":
        return seen || !isObject(event.interaction) ? "" : take(outputText(event.interaction));
      default:
        return "";
    }
  };
}

function textOf(block: unknown): string {
  return isText(block) ? block.text : "";
}

// Some agents leave the type of a text delta out; an empty delta is none.
function textOfDelta(delta: unknown): string {
  return isObject(delta) && delta["type"] === undefined
    ? textOf({ ...delta, type: "text" })
    : textOf(delta);
}

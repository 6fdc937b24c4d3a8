// Parses an event stream that has ended: the events with the ids of their frames, whether `[DONE]` came, and
// lines outside of any frame. Nothing is repaired here, since the check is about what the service really sent.

import { isObject, parseJson } from "../../util/json.ts";

/** One event of a stream. */
export interface SeenEvent {
  readonly value: Readonly<Record<string, unknown>>;
  /** Of the event or of its frame. */
  readonly id: string | undefined;
}

/** The parts of a stream. */
export interface SeenStream {
  readonly events: readonly SeenEvent[];
  readonly isDone: boolean;
  /** How many frames or lines are not an event. */
  readonly strays: number;
}

/** Parses a stream; its last frame may be cut off. */
export function readStream(text: string): SeenStream {
  const events: SeenEvent[] = [];
  let isDone = false;
  let strays = 0;
  const frames = text.split(/\r?\n\r?\n/);
  // After the last blank line is what a cut has left.
  for (const frame of frames.slice(0, -1)) {
    const lines = frame.split(/\r?\n/);
    const fieldOf = (name: string): string[] =>
      lines.flatMap((line) =>
        line.startsWith(`${name}:`) ? [line.slice(name.length + 1).trim()] : [],
      );
    const data = fieldOf("data").join("\n");
    if (lines.some((line) => !/^(event|data|id|retry)?(:|$)/.test(line))) strays += 1;
    if (data === "") continue;
    if (data === "[DONE]") isDone = true;
    else {
      const value = parseJson(data);
      if (!isObject(value)) strays += 1;
      else {
        const own = value["event_id"];
        const id = typeof own === "string" ? own : fieldOf("id").at(-1);
        events.push({ value, id: id === "" ? undefined : id });
      }
    }
  }
  return { events, isDone, strays };
}

/** The id of the interaction that an answer or an event is about. */
export function interactionIdIn(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  const inner = isObject(value["interaction"]) ? value["interaction"] : value;
  const id = inner["id"] ?? value["interaction_id"];
  return typeof id === "string" && id !== "" ? id : undefined;
}

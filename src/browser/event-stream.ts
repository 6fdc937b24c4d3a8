// Reads the body that `stream.toResponse()` writes, chunk by chunk: each event with its SSE id, the end,
// and the error that the run ended on. A frame that was cut off is dropped, since the route sends it
// again. Frames of the route's own, which are no events of the service, are passed over. The framing is
// read here, as the parser that the client uses is a sixth of what a page may load.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { InteractionStreamError } from "../model/errors.ts";
import { isFilled, isObject, membersOf, parseJson } from "../util/json.ts";
import { cleanText } from "../util/printable.ts";

/** An event, and the SSE id that it came with. */
export interface PlacedEvent {
  readonly event: InteractionStreamEvent;
  readonly id: string | undefined;
}

/** Reads the events of one connection. */
export class EventStream {
  readonly #utf8 = new TextDecoder();
  /** The pieces of a line that has not ended. */
  #line: string[] = [];
  #name = "";
  #data: string[] = [];
  #id: string | undefined;
  #events: PlacedEvent[] = [];
  /** Whether `[DONE]` has come. */
  isDone = false;
  /** Whether an event was damaged on its way, so that it must be asked for again. */
  isBroken = false;
  /** The error that the run ended on. */
  error: InteractionStreamError | undefined;

  /** The events that this chunk completes, in order. */
  decode(chunk: Uint8Array): PlacedEvent[] {
    this.#events = [];
    this.#line.push(this.#utf8.decode(chunk, { stream: true }));
    // An event of many megabytes is joined once, not once per chunk.
    if (/[\r\n]/.test(this.#line.at(-1) ?? "")) {
      // A carriage return at the end may be half of a line break.
      const lines = this.#line.join("").split(/\r\n|\n|\r(?!$)/);
      this.#line = lines.splice(-1);
      for (const line of lines) this.#readLine(line);
    }
    return this.#events;
  }

  #readLine(line: string): void {
    const [, field, value = ""] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
    if (line === "") {
      if (this.#data.length > 0) this.#accept(this.#data.join("\n"));
      this.#name = "";
      this.#data = [];
      this.#id = undefined;
    } else if (field === "data") this.#data.push(value);
    else if (field === "event") this.#name = value;
    else if (field === "id" && !value.includes("\0")) this.#id = value;
  }

  #accept(data: string): void {
    if (this.isDone || this.isBroken || this.error !== undefined) return;
    if (data === "[DONE]") {
      this.isDone = true;
      return;
    }
    const value = parseJson(data);
    const id = this.#id;
    if (isObject(value) && isFilled(value["event_type"])) {
      // The route hands on what the service sends, which is taken for what the spec says it is.
      this.#events.push({ event: value as unknown as InteractionStreamEvent, id });
    } else if (this.#name === "run_error" || isObject(membersOf(value)["error"])) {
      this.error = toStreamError(value);
    } else if (id !== undefined && value === undefined) {
      this.isBroken = true;
    }
  }
}

/** The error in an event, or beside one, as the route wrote it: free of its credentials. */
export function toStreamError(event: unknown): InteractionStreamError {
  const { code, message } = membersOf(membersOf(event)["error"]);
  const isCode = typeof code === "string" || typeof code === "number";
  const name = isCode ? cleanText(String(code)) : undefined;
  const text = typeof message === "string" ? cleanText(message) : "";
  return new InteractionStreamError(
    text || `The run reported an error (${name ?? "no reason"}).`,
    name,
  );
}

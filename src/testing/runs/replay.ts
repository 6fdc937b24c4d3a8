// The events of a run as the frames of one stream: from the start or after a cursor, with all event ids,
// some or none, and with texts split differently than at first if a fault says so.

import type { InteractionError, InteractionStreamEvent } from "../../../generated/schema.ts";
import type { BodyControl } from "../wire/body.ts";
import { textOf, withText } from "./events.ts";
import type { SplitText } from "./events.ts";
import type { EventIds } from "../faults/faults.ts";
import type { Reply } from "../wire/replies.ts";
import type { Run } from "./runs.ts";
import { doneFrame, formatFrame } from "../../util/sse-frame.ts";
import { eventStream } from "../wire/sse.ts";

/** What a stream shows of its run. */
export interface StreamSettings {
  /** How many events it leaves out at the beginning. */
  readonly from: number;
  readonly eventIds: EventIds;
  /** Splits the text differently than the run did. */
  readonly splitText: SplitText | undefined;
}

interface ReplayedEvent {
  readonly event: InteractionStreamEvent;
  /** How many events of the run must have happened. */
  readonly needed: number;
  /** Whether it is the first delta of its step. */
  readonly isFirst: boolean;
}

/** The frames of a stream: what has happened already, then what happens, then `[DONE]`. */
export async function* streamRun(
  run: Run,
  { from, eventIds, splitText }: StreamSettings,
  control: BodyControl,
): AsyncGenerator<string> {
  for (const { event, needed, isFirst } of replay(run.events, from, splitText)) {
    if (!(await run.reach(needed, control.stopped))) break;
    const showsId = eventIds === "all" || (eventIds === "sparse" && isFirst);
    yield formatFrame(showsId ? event : withoutId(event));
  }
  if (run.closing !== undefined && from <= run.events.length) {
    yield formatFrame(eventIds === "all" ? run.closing : withoutId(run.closing));
  }
  control.isLast = true;
  yield doneFrame;
}

/** The stream of a refused prompt: two events, then a bare line with the error, and no `[DONE]`. */
export function refusedStream(run: Run, error: InteractionError): Reply {
  const events = run.events.slice(0, 2).map(withoutId);
  return {
    status: 200,
    headers: { "content-type": eventStream },
    async *frames(control) {
      for (const event of events) yield formatFrame(event);
      control.isLast = true;
      yield `${JSON.stringify({ error })}\n`;
    },
  };
}

function* replay(
  events: readonly InteractionStreamEvent[],
  from: number,
  splitText: SplitText | undefined,
): Generator<ReplayedEvent> {
  let index = from;
  for (let event = events[index]; event !== undefined; event = events[index]) {
    let isFirst = isStart(events[index - 1]);
    const texts = splitText === undefined ? [] : textsFrom(events, index);
    let needed = index;
    let covered = 0;
    let sent = 0;
    for (const piece of splitText?.(texts.join("")) ?? []) {
      sent += piece.length;
      for (; covered < sent; needed += 1) covered += texts[needed - index]?.length ?? Infinity;
      // There is no position, and so no id, between two of the run's own events.
      const source = covered === sent ? events[needed - 1] : withoutId(event);
      yield { event: withText(source ?? event, piece), needed, isFirst };
      isFirst = false;
    }
    if (texts.length === 0) yield { event, needed: index + 1, isFirst };
    index += Math.max(1, texts.length);
  }
}

/** The pieces of one text, or of one call's arguments, that follow one another from `index` on. */
function textsFrom(events: readonly InteractionStreamEvent[], index: number): string[] {
  const first = events[index];
  const texts: string[] = [];
  for (const event of events.slice(index)) {
    const text = goesOn(first, event) ? textOf(event) : undefined;
    if (text === undefined) break;
    texts.push(text);
  }
  return texts;
}

/** Where a stream begins that is not to begin right after the cursor. */
export function startOf(
  { events }: Run,
  cursor: number,
  from: "event" | "step" | "run" | undefined,
): number {
  if (from === undefined || from === "run") return from === undefined ? cursor : 0;
  const event = events[cursor - 1];
  if (from === "event") return Math.max(0, cursor - 1);
  if (event === undefined || !("index" in event)) return cursor;
  const start = events
    .slice(0, cursor)
    .findLastIndex((other) => isStart(other) && "index" in other && other.index === event.index);
  return start < 0 ? cursor : start;
}

function isStart(event: InteractionStreamEvent | undefined): boolean {
  return event?.event_type === "step.start" || event?.event_type === "content.start";
}

/** Whether both are deltas of one kind for one step. */
function goesOn(first: InteractionStreamEvent | undefined, event: InteractionStreamEvent): boolean {
  if (first === undefined || !("delta" in first) || !("delta" in event)) return false;
  return first.index === event.index && first.delta.type === event.delta.type;
}

function withoutId(event: InteractionStreamEvent): InteractionStreamEvent {
  const { event_id: _, ...rest } = event;
  return rest;
}

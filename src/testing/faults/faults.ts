// The faults that a test can inject. A test lists them; each request takes those that match it, and its body
// is then sent with what they add, and ended where one says so.

import type { InteractionError, InteractionStreamEvent } from "../../../generated/schema.ts";
import type { BodyControl } from "../wire/body.ts";
import type { SplitText } from "../runs/events.ts";
import type { ErrorAnswer } from "../wire/replies.ts";
import { doneFrame, formatFrame } from "../../util/sse-frame.ts";

/**
 * The requests that a fault applies to: `stream` is any request for events, `reattach` a GET for events,
 * `get` a GET for JSON; `create` includes streaming ones, `chained` is a create with
 * `previous_interaction_id`.
 */
export type FaultTarget =
  | "any"
  | "create"
  | "chained"
  | "get"
  | "cancel"
  | "delete"
  | "stream"
  | "reattach";

/** Which events have their id: all, only the first delta of each step, or none. */
export type EventIds = "all" | "sparse" | "none";

interface Aimed {
  /** Which requests it applies to. @defaultValue `"stream"` */
  on?: FaultTarget | undefined;
  /** How many requests it applies to, one after another. @defaultValue 1; with `lastsMs` any number */
  times?: number | undefined;
  /** For how long it applies, in milliseconds from the first request on. @defaultValue no limit */
  lastsMs?: number | undefined;
}

interface Placed extends Aimed {
  /** How many events are sent before it; a JSON body counts as one. @defaultValue 0 */
  afterEvents?: number | undefined;
}

/** The body ends early: cleanly, or with `reset` as a broken connection. */
interface Cut extends Placed {
  kind: "cut";
  /** How many bytes of the body are sent before it; overrides `afterEvents`. */
  afterBytes?: number | undefined;
  reset?: boolean | undefined;
}

/** The cut after 600 s: an error as bare JSON without any framing, then the end. */
interface UnframedError extends Placed {
  kind: "unframed-error";
  /** @defaultValue 503, `UNAVAILABLE` */
  error?: FaultyError | undefined;
  /** Whether it is wrapped in an array, as after 600 s. @defaultValue `true` */
  list?: boolean | undefined;
  /** Whether it is on several lines. @defaultValue `false` */
  pretty?: boolean | undefined;
}

/** An error in any spelling of its code: snake case, google.rpc names, HTTP numbers. */
interface FaultyError {
  code?: string | number | undefined;
  message?: string | undefined;
  status?: string | undefined;
}

/** Nothing more arrives and the body does not end; with `beforeHeaders` there is not even a response. */
interface Silence extends Placed {
  kind: "silence";
  afterBytes?: number | undefined;
  beforeHeaders?: boolean | undefined;
}

/** The last event is an `error` event, with or without a payload. */
interface ErrorEvent extends Placed {
  kind: "error-event";
  /** Absent for the meaningless event without a payload. */
  error?: FaultyError | undefined;
  /**
   * `event` has `event_type: "error"`, `untyped` is data with an `error` member and no
   * `event_type`, `named` is an SSE event named `error` whose data is the error itself, `failed` is
   * a status update to `failed` with the error beside it.
   *
   * @defaultValue `"event"`
   */
  form?: "event" | "untyped" | "named" | "failed" | undefined;
  /** Whether `[DONE]` follows. @defaultValue `true` */
  done?: boolean | undefined;
}

/** Replaces the response: an error, a rate limit, a redirect, a page from a proxy. */
interface AnswerInstead extends Aimed, ErrorAnswer {
  kind: "answer";
  on: FaultTarget;
}

/** `fetch` rejects with `TypeError("fetch failed")`. */
interface NetworkError extends Aimed {
  kind: "network-error";
  on: FaultTarget;
  /** `cause.code` of the error. @defaultValue `"ECONNRESET"` */
  code?: string | undefined;
  /** Whether the service still processes the request. @defaultValue `false` */
  accepted?: boolean | undefined;
}

/** Something between two events: an event such as a meaningless `error`, or raw text. */
interface Insert extends Placed {
  kind: "insert";
  what: InteractionStreamEvent | string;
  /** Repeated after this many more events, such as keep-alive comments. @defaultValue never */
  every?: number | undefined;
}

/** Overrides which events have their id. */
interface ShownIds extends Aimed {
  kind: "event-ids";
  show: EventIds;
}

/** A GET for events begins somewhere else than asked. */
interface Replay extends Aimed {
  kind: "replay";
  /** @defaultValue `"reattach"` */
  on?: "reattach" | undefined;
  /**
   * Where it begins instead of after the cursor: with the cursor's own event, with the `step.start`
   * of the step that the cursor is in, or with the first event of the run.
   */
  from?: "event" | "step" | "run" | undefined;
  /** Splits the text, and the arguments of function calls, differently than at first. */
  splitText?: SplitText | undefined;
}

/** The same body with another content type. */
interface ContentType extends Aimed {
  kind: "content-type";
  on: FaultTarget;
  value: string;
}

type EndingFault = AnswerInstead | Cut | ErrorEvent | NetworkError | Silence | UnframedError;
type ShapingFault = ContentType | Insert | Replay | ShownIds;

/**
 * A fault to inject. A request takes the first matching fault that decides how it ends (`answer`, `cut`,
 * `error-event`, `network-error`, `silence`, `unframed-error`), and the first of each other kind, which
 * combine with any end. So list the faults of successive connections in their order.
 */
export type Fault = EndingFault | ShapingFault;

/** How often each fault was used, and when first. */
export type FaultHits = Map<Fault, { count: number; readonly firstMs: number }>;

/** What a request is, for faults to match. */
interface Target {
  readonly operation: string;
  readonly isStream: boolean;
  /** Whether it is a create with `previous_interaction_id`. */
  readonly isChained: boolean;
}

/** The faults of one request. */
export class TakenFaults {
  readonly ending: EndingFault | undefined;
  readonly #shaping = new Map<string, ShapingFault>();

  /** Takes the matching faults out of `faults`; `hits` counts those that apply to several requests. */
  constructor(faults: Fault[], hits: FaultHits, target: Target, nowMs: number) {
    // Over a copy, as faults that are used up leave the list.
    for (const fault of Array.from(faults)) {
      const on = fault.on ?? (fault.kind === "replay" ? "reattach" : "stream");
      if (!targets(target).includes(on)) continue;
      const hit = hits.get(fault) ?? { count: 0, firstMs: nowMs };
      if (nowMs - hit.firstMs >= (fault.lastsMs ?? Infinity)) {
        faults.splice(faults.indexOf(fault), 1);
        continue;
      }
      if (isShaping(fault)) {
        if (this.#shaping.has(fault.kind)) continue;
        this.#shaping.set(fault.kind, fault);
      } else {
        if (this.ending !== undefined) continue;
        this.ending = fault;
      }
      hit.count += 1;
      hits.set(fault, hit);
      if (hit.count < (fault.times ?? (fault.lastsMs === undefined ? 1 : Infinity))) continue;
      hits.delete(fault);
      faults.splice(faults.indexOf(fault), 1);
    }
  }

  get<K extends ShapingFault["kind"]>(kind: K): Extract<ShapingFault, { kind: K }> | undefined {
    // Filed under its own kind.
    return this.#shaping.get(kind) as Extract<ShapingFault, { kind: K }> | undefined;
  }
}

function isShaping(fault: Fault): fault is ShapingFault {
  return ["content-type", "insert", "replay", "event-ids"].includes(fault.kind);
}

function targets({ operation, isStream, isChained }: Target): string[] {
  if (operation === "get") return isStream ? ["any", "stream", "reattach"] : ["any", "get"];
  return ["any", operation, ...(isStream ? ["stream"] : []), ...(isChained ? ["chained"] : [])];
}

/** Passes frames on, adds what faults insert between them, and ends where one says so. */
export async function* injectFaults(
  frames: AsyncGenerator<string>,
  faults: TakenFaults,
  control: BodyControl,
  interactionId = "",
): AsyncGenerator<string> {
  const { ending } = faults;
  const insert = faults.get("insert");
  // By hand: a cut must not wait for the event that it keeps back.
  for (let sent = 0; ; sent += 1) {
    if (insert !== undefined && isPlace(insert, sent)) {
      yield typeof insert.what === "string" ? insert.what : formatFrame(insert.what);
    }
    if (ending !== undefined && sent === frameLimit(ending)) {
      const words = lastWords(ending, interactionId);
      if (words !== "") yield words;
      control.ending = endingOf(ending);
      return;
    }
    const { done, value } = await frames.next();
    if (done) return;
    // A fault may still break the body, and would take with it what the reader has not read yet.
    if (ending !== undefined) control.isLast = false;
    yield value;
  }
}

/** Ends a body after the number of bytes in a fault. */
export async function* limitBytes(
  bytes: AsyncGenerator<Uint8Array>,
  { ending }: TakenFaults,
  control: BodyControl,
): AsyncGenerator<Uint8Array> {
  let left = ending === undefined ? Infinity : (byteLimit(ending) ?? Infinity);
  while (left > 0) {
    const { done, value } = await bytes.next();
    if (done) return;
    yield value.subarray(0, left);
    left -= value.length;
  }
  if (ending !== undefined) control.ending = endingOf(ending);
}

function byteLimit(fault: EndingFault): number | undefined {
  return fault.kind === "cut" || fault.kind === "silence" ? fault.afterBytes : undefined;
}

function frameLimit(fault: EndingFault): number | undefined {
  const hasPlace = fault.kind !== "answer" && fault.kind !== "network-error";
  return hasPlace && byteLimit(fault) === undefined ? (fault.afterEvents ?? 0) : undefined;
}

function endingOf(fault: EndingFault): BodyControl["ending"] {
  if (fault.kind === "silence") return "silence";
  return fault.kind === "cut" && fault.reset === true ? "reset" : "eof";
}

function isPlace({ afterEvents = 0, every }: Insert, sent: number): boolean {
  const beyond = sent - afterEvents;
  return every === undefined ? beyond === 0 : beyond >= 0 && beyond % every === 0;
}

function lastWords(fault: EndingFault, interactionId: string): string {
  if (fault.kind === "error-event") {
    const event = errorFrame(fault, interactionId);
    return fault.done === false ? event : event + doneFrame;
  }
  if (fault.kind !== "unframed-error") return "";
  const {
    error = { code: 503, message: "The service is currently unavailable.", status: "UNAVAILABLE" },
    list = true,
    pretty = false,
  } = fault;
  return JSON.stringify(list ? [{ error }] : { error }, undefined, pretty ? 2 : 0);
}

function errorFrame({ error, form = "event" }: ErrorEvent, interactionId: string): string {
  switch (form) {
    case "untyped":
      return `data: ${JSON.stringify({ error })}\n\n`;
    case "named":
      return `event: error\ndata: ${JSON.stringify(error ?? {})}\n\n`;
    case "failed": {
      const update = { event_type: "interaction.status_update", interaction_id: interactionId };
      return `event: ${update.event_type}\ndata: ${JSON.stringify({ ...update, status: "failed", error })}\n\n`;
    }
    default:
      // Whatever the code's type is: that is what such a test is about.
      return formatFrame({
        event_type: "error",
        ...(error === undefined ? {} : { error: error as InteractionError }),
      });
  }
}

// Follows a run that a route of one's own streams by `stream.toResponse()`, over as many connections as
// it takes. In comes the route's URL, out come the run's events, each once. The route resumes exactly
// after the SSE id that it is given, so this file only has to keep the id of the newest event that was
// handed out, and to notice when a connection is of no more use: cut, silent, offline or frozen.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { Accumulator } from "../model/accumulate.ts";
import { isAlive, toCurrent } from "../model/dialect.ts";
import { StreamInterruptedError } from "../model/errors.ts";
import type { InteractionStreamError } from "../model/errors.ts";
import { Facts } from "../model/facts.ts";
import { TextReader } from "../model/text.ts";
import type { Interaction } from "../model/types.ts";
import { abortReason } from "../util/abort.ts";
import { checkOptionNames } from "../util/check.ts";
import { backoffMs } from "../util/delay.ts";
import { Connection } from "./connection.ts";
import { EventStream, toStreamError } from "./event-stream.ts";
import { isOffline, watchPage } from "./page.ts";
import { Pause } from "./pause.ts";

/**
 * Where a followed run stands. `connecting`: a request is on its way. `open`: events arrive as the model
 * makes them. `waiting`: there is no connection, and another try follows, by itself. `ended`: all events
 * were handed out, or the run was left. `failed`: the run reported an error, or its route refuses it.
 */
export type RunState = "connecting" | "open" | "waiting" | "ended" | "failed";

/** How a run is followed. */
export interface FollowRunOptions {
  /** Called with each new state, also while nothing is read from the run. */
  readonly onState?: ((state: RunState) => void) | undefined;
  /**
   * Sent with each request. A `Last-Event-ID` among them, such as one that was stored before a
   * reload, begins after that event.
   */
  readonly headers?: HeadersInit | undefined;
  /**
   * Called as `fetch(url, init)`, once for each connection: the place for fresh tokens.
   *
   * @defaultValue the global `fetch`
   */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined;
  /** Ends it: the loop rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

const optionNames: Readonly<Record<keyof FollowRunOptions, true>> = {
  onState: true,
  headers: true,
  fetch: true,
  signal: true,
};

/** When the page was asleep, a connection that was silent for longer is not trusted any more. */
const staleMs = 16_000;
/** Two connections begin at least this far apart. */
const minIntervalMs = 1_000;
/** A connection that was open for so long has worked, although nothing may have happened in the run. */
const provenMs = 10_000;
const backoff = { baseDelayMs: 500, maxDelayMs: 15_000 };

/**
 * Follows a run that a route of your own serves by `stream.toResponse()`, through lost connections,
 * restarts of the server, sleep and lack of network. Nothing is sent before the first event is asked
 * for.
 *
 * @param url the route, such as `/api/runs/v1_abc/events`; it is fetched with GET
 * @throws TypeError for an unknown option, or for invalid headers
 * @example
 * ```ts
 * const run = followRun(`/api/runs/${id}`, { onState: (state) => showState(state) });
 * for await (const piece of run.text()) show(piece);
 * ```
 */
export function followRun(url: string | URL, options: FollowRunOptions = {}): FollowedRun {
  return new FollowedRun(String(url), options);
}

/** A run that is being followed: its events, for one consumer, each once and in order. */
export class FollowedRun implements AsyncIterable<InteractionStreamEvent> {
  readonly #url: string;
  readonly #options: FollowRunOptions;
  readonly #headers: Headers;
  readonly #isMidway: boolean;
  readonly #facts = new Facts();
  readonly #accumulator = new Accumulator(this.#facts);
  readonly #pause = new Pause();
  /** Aborted when it is over or was left: by `close()`, by the end of the loop, by the caller's signal. */
  readonly #over = new AbortController();
  /** The newest one. */
  #connection: Connection | undefined;
  /** Absent until `onState` was called. */
  #state: RunState | undefined;
  #isTaken = false;
  /** Whether the caller's signal has ended it. */
  #isAborted = false;
  /** Whether the page is offline or frozen. */
  #isAsleep = false;
  #lastEventId: string;
  /** Whether content was handed out that no id tells the place of. */
  #isUnplaced = false;
  /** The error that the run reported last, unless it continued since. */
  #lastError: InteractionStreamError | undefined;
  /** Connections since the last one that brought something. */
  #failures = 0;

  /** @internal */
  constructor(url: string, options: FollowRunOptions) {
    checkOptionNames(options, optionNames);
    this.#url = url;
    this.#options = options;
    this.#headers = new Headers(options.headers);
    if (!this.#headers.has("accept")) this.#headers.set("accept", "text/event-stream");
    this.#lastEventId = this.#headers.get("last-event-id") ?? "";
    this.#isMidway = this.#lastEventId !== "";
  }

  /** Where it stands now. */
  get state(): RunState {
    return this.#state ?? "connecting";
  }

  /**
   * The SSE id of the event handed out last: stored with what you made of the events, and given as the
   * header `Last-Event-ID` after a reload, it continues there. Empty before the first.
   */
  get lastEventId(): string {
    return this.#lastEventId;
  }

  /** The interaction as far as its events were handed out: one live object, clone it to keep it. */
  get snapshot(): Interaction {
    return this.#accumulator.interaction;
  }

  /**
   * Iterates over the events as they arrive.
   *
   * @throws InteractionStreamError when the run reported an error
   * @throws ApiError when the route refuses the run, such as with status 403 or 404
   * @throws ResponseParseError when the route answers with a page instead of events
   * @throws StreamInterruptedError when the connection is lost and the route's events have no ids
   */
  [Symbol.asyncIterator](): AsyncIterator<InteractionStreamEvent, undefined, undefined> {
    if (this.#isTaken) {
      throw new TypeError("This run has a reader already: one followed run has one consumer.");
    }
    this.#isTaken = true;
    const events = this.#follow();
    return {
      next: () => events.next(),
      return: () => {
        this.close();
        return events.return(undefined);
      },
    };
  }

  /**
   * The model's text, piece by piece: no thoughts, no tool traffic.
   *
   * @throws what the iteration over the events throws
   */
  async *text(): AsyncGenerator<string, void, undefined> {
    const reader = new TextReader(this.#isMidway);
    for await (const event of this) {
      const text = reader.read(event);
      if (text !== "") yield text;
    }
  }

  /** Ends it, and frees the connection: a loop over the run ends. The run itself continues. */
  close(): void {
    this.#over.abort();
    this.#connection?.close();
    this.#pause.stop();
    this.#setState("ended");
  }

  async *#follow(): AsyncGenerator<InteractionStreamEvent, undefined, undefined> {
    const { signal } = this.#options;
    const over = this.#over.signal;
    watchPage({ onSleep: this.#sleep, onWake: this.#wake }, over);
    signal?.addEventListener("abort", this.#onAbort, { signal: over });
    if (signal?.aborted === true) this.#onAbort();
    try {
      while (!over.aborted && !(yield* this.#connect())) {
        await this.#pause.wait(this.#pauseMs(), () => this.#setState("waiting"));
      }
      this.#setState("ended");
    } catch (error) {
      if (!over.aborted) {
        this.#setState("failed");
        throw error;
      }
    } finally {
      this.#over.abort();
      this.#accumulator.finish();
    }
    if (signal !== undefined && this.#isAborted) throw abortReason(signal);
  }

  /** Reads one connection; resolves with whether it brought the end of the run. */
  async *#connect(): AsyncGenerator<InteractionStreamEvent, boolean, undefined> {
    this.#setState("connecting");
    const { fetch = (url, init) => globalThis.fetch(url, init) } = this.#options;
    const headers = new Headers(this.#headers);
    headers.delete("last-event-id");
    if (this.#lastEventId !== "") headers.set("last-event-id", toByteString(this.#lastEventId));
    const connection = new Connection();
    this.#connection = connection;
    this.#failures += 1;
    try {
      const answer = await connection.request(fetch, this.#url, headers);
      if (answer?.kind === "later") this.#pause.ask(answer.delayMs);
      if (answer?.kind !== "events") return answer?.kind === "end";
      this.#setState("open");
      return yield* this.#read(connection.read(answer.body));
    } finally {
      connection.close();
    }
  }

  async *#read(
    chunks: AsyncIterable<Uint8Array>,
  ): AsyncGenerator<InteractionStreamEvent, boolean, undefined> {
    const stream = new EventStream();
    for await (const chunk of chunks) {
      for (const { event, id } of stream.decode(chunk)) {
        this.#accept(event, id);
        yield event;
        if (this.#over.signal.aborted) return false;
      }
      if (stream.error !== undefined) throw stream.error;
      if (stream.isDone || stream.isBroken) break;
    }
    if (stream.isDone || (this.#facts.finished && !stream.isBroken)) {
      if (this.#lastError !== undefined) throw this.#lastError;
      return true;
    }
    if (Date.now() - (this.#connection?.startedAt ?? 0) >= provenMs) this.#failures = 0;
    if (this.#isUnplaced && !this.#over.signal.aborted) {
      const reason = "the route's events have no SSE id";
      throw new StreamInterruptedError(
        `The connection was lost, and ${reason}, so the rest cannot be asked for. ` +
          "The route must return stream.toResponse() of a stored run.",
        { reason },
      );
    }
    return false;
  }

  #accept(event: InteractionStreamEvent, id: string | undefined): void {
    if (id !== undefined) this.#lastEventId = id;
    this.#failures = 0;
    const current = toCurrent(event);
    const { event_type: type } = current;
    this.#isUnplaced = this.#lastEventId === "" && (this.#isUnplaced || type.startsWith("step."));
    if (isAlive(event)) this.#lastError = undefined;
    else if (type === "error") this.#lastError = toStreamError(event);
    this.#facts.add(current);
    this.#accumulator.add(event);
  }

  /** How long to wait before the next connection, in milliseconds. */
  #pauseMs(): number {
    if (this.#isAsleep || isOffline()) return backoff.maxDelayMs;
    if (this.#failures > 0) return backoffMs(this.#failures - 1, backoff);
    return (this.#connection?.startedAt ?? 0) + minIntervalMs - Date.now();
  }

  readonly #sleep = (): void => {
    this.#isAsleep = true;
    this.#connection?.close();
    // A frozen page runs nothing after this event, and is to show what is true.
    this.#setState("waiting");
  };

  readonly #wake = (): void => {
    this.#isAsleep = false;
    this.#failures = 0;
    this.#connection?.closeIfSilent(staleMs);
    this.#pause.end();
  };

  readonly #onAbort = (): void => {
    this.#isAborted = true;
    this.close();
  };

  #setState(state: RunState): void {
    if (state === this.#state || (this.#over.signal.aborted && state !== "ended")) return;
    this.#state = state;
    try {
      this.#options.onState?.(state);
    } catch (error) {
      // A listener that fails is reported like any other of the page, and the run continues.
      globalThis.reportError?.(error);
    }
  }
}

/** The text as `fetch` takes it in a header: its UTF-8 bytes, one character each, as EventSource sends it. */
function toByteString(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

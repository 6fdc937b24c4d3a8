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
import { readAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";
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

/** A route sends a comment every 15 s: after two that did not come, the connection counts as dead. */
const silenceMs = 35_000;
/** When the page was asleep, a connection that was silent for longer is not trusted any more. */
const staleMs = 16_000;
/** How often silence is looked for. By the wall clock, since timers stand still while a machine sleeps. */
const tickMs = 5_000;
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
 * @throws TypeError for an unknown option, or headers that are none
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
  #connection: AbortController | undefined;
  #state: RunState = "connecting";
  /** The state that `onState` knows of. */
  #reported: RunState | undefined;
  #unwatch: () => void = () => undefined;
  #isTaken = false;
  /** Whether it was left: by `close()`, by the end of the loop, or by the caller's signal. */
  #isStopped = false;
  #abort: { readonly reason: unknown } | undefined;
  /** Whether the page is offline or frozen. */
  #isAsleep = false;
  #lastEventId: string;
  /** Whether content was handed out that no id tells the place of. */
  #isUnplaced = false;
  /** The error that the run reported last, unless it continued since. */
  #lastError: InteractionStreamError | undefined;
  /** Since when nothing has come; `undefined` while nothing is asked for. */
  #silentSince: number | undefined;
  #connectedAt = 0;
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
    return this.#state;
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
    this.#isStopped = true;
    this.#release();
    this.#connection?.abort();
    this.#pause.stop();
    this.#setState("ended");
  }

  async *#follow(): AsyncGenerator<InteractionStreamEvent, undefined, undefined> {
    const { signal } = this.#options;
    this.#unwatch = watchPage({ onSleep: this.#sleep, onWake: this.#wake });
    signal?.addEventListener("abort", this.#onAbort);
    if (signal?.aborted === true) this.#onAbort();
    try {
      while (!this.#isStopped && !(yield* this.#connect())) {
        await this.#pause.wait(this.#pauseMs(), () => this.#setState("waiting"));
      }
      this.#setState("ended");
    } catch (error) {
      if (!this.#isStopped) {
        this.#setState("failed");
        throw error;
      }
    } finally {
      this.#release();
      this.#accumulator.finish();
    }
    if (this.#abort !== undefined) throw this.#abort.reason;
  }

  /** Reads one connection; resolves with whether it brought the end of the run. */
  async *#connect(): AsyncGenerator<InteractionStreamEvent, boolean, undefined> {
    this.#setState("connecting");
    const connection = new AbortController();
    const { signal } = connection;
    const timer = setInterval(() => this.#cutIfSilent(silenceMs), tickMs);
    this.#connection = connection;
    this.#connectedAt = Date.now();
    this.#silentSince = this.#connectedAt;
    this.#failures += 1;
    try {
      const answer = await this.#request(signal);
      if (answer?.kind === "events") {
        this.#setState("open");
        return yield* this.#read(answer.body, signal);
      }
      if (answer?.kind === "later") this.#pause.ask(answer.delayMs);
      return answer?.kind === "end";
    } finally {
      clearInterval(timer);
      this.#connection = undefined;
      // Frees the socket, also of an answer that comes too late.
      connection.abort();
    }
  }

  /** The route's answer; `undefined` where none comes. */
  #request(signal: AbortSignal): Promise<Answer | undefined> {
    const { fetch = (url, init) => globalThis.fetch(url, init) } = this.#options;
    const headers = new Headers(this.#headers);
    headers.delete("last-event-id");
    if (this.#lastEventId !== "") headers.set("last-event-id", toByteString(this.#lastEventId));
    const init = { headers, signal, cache: "no-store" } as const;
    const answer = async (): Promise<Answer | undefined> => {
      const response = await fetch(this.#url, init).catch(() => undefined);
      if (response === undefined || !signal.aborted) return response && readAnswer(response);
      // It came too late, from a fetch that does not listen to its signal.
      void response.body?.cancel().catch(() => undefined);
      return undefined;
    };
    return new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => resolve(undefined));
      answer().then(resolve, reject);
    });
  }

  async *#read(
    body: ReadableStream<Uint8Array>,
    signal: AbortSignal,
  ): AsyncGenerator<InteractionStreamEvent, boolean, undefined> {
    const reader = body.getReader();
    const cancel = (): void => void reader.cancel().catch(() => undefined);
    signal.addEventListener("abort", cancel);
    const stream = new EventStream();
    try {
      for (;;) {
        this.#silentSince = Date.now();
        const { done: isOver, value: chunk } = await reader.read().catch(() => lost);
        this.#silentSince = undefined;
        for (const { event, id } of chunk === undefined ? [] : stream.decode(chunk)) {
          this.#accept(event, id);
          yield event;
          if (this.#isStopped) return false;
        }
        if (stream.error !== undefined) throw stream.error;
        if (stream.isDone || (isOver && this.#facts.finished)) {
          if (this.#lastError !== undefined) throw this.#lastError;
          return true;
        }
        if (isOver || stream.isBroken) break;
      }
    } finally {
      cancel();
    }
    if (Date.now() - this.#connectedAt >= provenMs) this.#failures = 0;
    if (this.#isUnplaced && !this.#isStopped) {
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
    return this.#connectedAt + minIntervalMs - Date.now();
  }

  readonly #sleep = (): void => {
    this.#isAsleep = true;
    this.#connection?.abort();
    // A frozen page runs nothing after this event, and is to show what is true.
    this.#setState("waiting");
  };

  readonly #wake = (): void => {
    this.#isAsleep = false;
    this.#failures = 0;
    this.#cutIfSilent(staleMs);
    this.#pause.end();
  };

  #cutIfSilent(limitMs: number): void {
    const since = this.#silentSince;
    if (since !== undefined && Date.now() - since >= limitMs) this.#connection?.abort();
  }

  readonly #onAbort = (): void => {
    const { signal } = this.#options;
    if (signal) this.#abort = { reason: abortReason(signal) };
    this.close();
  };

  #release(): void {
    this.#unwatch();
    this.#options.signal?.removeEventListener("abort", this.#onAbort);
  }

  #setState(state: RunState): void {
    if (state === this.#reported || (this.#isStopped && state !== "ended")) return;
    this.#state = this.#reported = state;
    try {
      this.#options.onState?.(state);
    } catch (error) {
      // A listener that fails is reported like any other of the page, and the run continues.
      globalThis.reportError?.(error);
    }
  }
}

/** What reading a body that breaks off comes to. */
const lost = { done: true, value: undefined } as const;

/** The text as `fetch` takes it in a header: its UTF-8 bytes, one character each, as EventSource sends it. */
function toByteString(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

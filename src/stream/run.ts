import type { ErrorEvent, InteractionStreamEvent } from "../../generated/schema.ts";
import { limitSignal } from "../util/abort.ts";
import { Connection } from "./connection.ts";
import type { Batch } from "./connection.ts";
import { backoffMs, delay } from "../util/delay.ts";
import type { Backoff } from "../util/delay.ts";
import { cleanText } from "../http/clean.ts";
import { readErrorReport } from "../http/error-report.ts";
import { ApiError, TimeoutError } from "../model/errors.ts";
import type { InteractionCalls } from "../http/operations.ts";
import { notify } from "../model/hooks.ts";
import type { Hooks } from "../model/hooks.ts";
import type { CallOptions } from "../model/options.ts";
import type { Position } from "../replay/position.ts";
import { isPassingFailure, maxServerDelayMs } from "../http/retry.ts";
import { runEvents } from "../model/run-events.ts";
import type { Interaction } from "../model/types.ts";
import { waitForCompletion } from "../http/wait.ts";

/** What a run needs to go on after its connection. */
export interface RunOptions {
  readonly calls: Pick<InteractionCalls, "get" | "getStream" | "cancel">;
  readonly position: Position;
  /** Whether the run goes on at the service without a connection. */
  readonly background: boolean;
  /** Whether the service keeps the run. */
  readonly stored: boolean;
  /** Whether the first connection is a later one of the run already. */
  readonly reattached: boolean;
  /** Whether reconnecting is wanted. */
  readonly resumes: boolean;
  readonly idleTimeoutMs: number;
  readonly pacing: Backoff;
  readonly onReconnect: Hooks["onReconnect"];
  /** How reconnects and polls are sent. */
  readonly call: CallOptions & { signal: AbortSignal };
}

/** Why a run's events cannot be had any further. */
export class Interruption extends Error {
  readonly resumable: boolean;
  /** The stored interaction, when it was read but does not fit what was delivered. */
  readonly interaction: Interaction | undefined;

  constructor(
    reason: string,
    options: ErrorOptions & { resumable: boolean; interaction?: Interaction },
  ) {
    super(reason, options);
    this.resumable = options.resumable;
    this.interaction = options.interaction;
  }
}

/** Reconnects in a row that bring nothing new, before polling takes over. */
const maxIdleReconnects = 5;
/** Codes of `error` events that end a connection, not a background run. */
const transientCodes = new Set([
  "gateway_timeout",
  "deadline_exceeded",
  "service_unavailable",
  "api_error",
]);

/** A run's events across all the connections it takes. */
export class Run {
  readonly position: Position;
  readonly #options: RunOptions;
  #connection: Connection | undefined;
  /** Why the current connection is of no more use. */
  #broken:
    | { readonly reason: string; readonly cause?: unknown; readonly poll?: boolean }
    | undefined;
  /** The newest event handed out, if it is an `error`: then the end is the service's own. */
  lastError: ErrorEvent | undefined;
  #reattached: boolean;
  /** Reconnects since the last progress. */
  #reconnects = 0;
  #earlierBytes = 0;

  constructor(body: ReadableStream<Uint8Array> | undefined, options: RunOptions) {
    this.#options = options;
    this.position = options.position;
    this.#reattached = options.reattached;
    if (body === undefined) this.#broken = { reason: "the run has no stream", poll: true };
    else this.#connect(body);
  }

  /** Whether the run goes on at the service without a connection. */
  get background(): boolean {
    return this.#options.background;
  }

  /** Bytes of all connections. */
  get receivedBytes(): number {
    return this.#earlierBytes + (this.#connection?.receivedBytes ?? 0);
  }

  /**
   * Waits for the next batch of events, each still to be taken, and answers what `use` makes of it;
   * `undefined` where the connection has ended: {@link Run.goOn} knows whether the run has.
   */
  next<Result>(use: (batch: Batch | undefined) => Result | Promise<Result>): Promise<Result> {
    const connection = this.#connection;
    if (connection === undefined || this.#broken !== undefined) {
      return Promise.resolve(undefined).then(use);
    }
    if (this.position.finished) connection.expectEnd();
    return connection.next(use);
  }

  /**
   * The batch that follows where a connection has ended, empty where another connection is to bring
   * it; `undefined` at the end of the run.
   */
  async goOn(): Promise<Batch | undefined> {
    this.#options.call.signal.throwIfAborted();
    let why = this.#broken;
    if (why === undefined) {
      const end = this.#connection?.end;
      const isOver = this.position.finished || this.lastError !== undefined;
      if (end === undefined || end.done || isOver) return undefined;
      why = end;
    }
    const rest = await this.#recover(why);
    this.#broken = undefined;
    return rest;
  }

  /**
   * What of an event of the current batch is new; nothing once the connection is of no use.
   *
   * @throws ReplayMismatch when a replay contradicts what was delivered
   */
  take(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    if (this.#broken !== undefined) return undefined;
    if (event.event_type === "error") return this.#takeError(event);
    const fresh = this.position.take(event);
    if (fresh !== undefined) this.lastError = undefined;
    return fresh;
  }

  /** Frees the socket. */
  close(): void {
    this.#connection?.close();
  }

  #connect(body: ReadableStream<Uint8Array>): void {
    const { call, idleTimeoutMs } = this.#options;
    this.#earlierBytes = this.receivedBytes;
    this.#connection = new Connection(body, call.signal, idleTimeoutMs);
  }

  #takeError(event: ErrorEvent): ErrorEvent | undefined {
    // Without a payload it says nothing, and other events follow it.
    if (event.error === undefined) return undefined;
    const { code = "", message } = readErrorReport(event);
    const reason = cleanText(`${code}: ${message}`);
    const { background, resumes, stored } = this.#options;
    const goesOn = resumes && stored && this.position.interactionId !== undefined;
    const isPassing = background && transientCodes.has(code);
    // The run has told its end: what befalls its connection after that is of no weight.
    if (isPassing && this.position.finished) return undefined;
    if (goesOn && isPassing) this.#break({ reason });
    else if (goesOn && code === "not_found" && this.#reattached && !this.position.progressed) {
      this.#break({ reason, poll: true });
    } else {
      this.lastError = event;
      return event;
    }
    return undefined;
  }

  #break(why: { reason: string; poll?: boolean }): void {
    this.#broken = why;
    this.close();
  }

  /** Finds the events that follow: from a new connection, or else from the stored interaction. */
  async #recover(why: {
    readonly reason: string;
    readonly cause?: unknown;
    readonly poll?: boolean;
  }): Promise<Batch> {
    const { position } = this;
    const { resumes, stored, pacing, call, onReconnect } = this.#options;
    const { signal } = call;
    let { reason, cause } = why;
    const id = position.interactionId;
    if (!resumes || !stored || id === undefined) {
      throw new Interruption(reason, { cause, resumable: stored && id !== undefined });
    }
    let serverDelayMs = 0;
    let polls = why.poll === true;
    while (!polls) {
      if (position.progressed) this.#reconnects = 0;
      position.progressed = false;
      if (this.#reconnects >= maxIdleReconnects) break;
      // The first one after progress waits for nobody.
      const waitMs = this.#reconnects === 0 ? 0 : backoffMs(this.#reconnects - 1, pacing);
      const pauseMs = Math.max(waitMs, Math.min(serverDelayMs, maxServerDelayMs));
      if (pauseMs > 0) await delay(pauseMs, signal);
      this.#reconnects += 1;
      const { lastEventId } = position;
      const record = { attempt: this.#reconnects, reason, lastEventId };
      notify(onReconnect, () => record);
      try {
        this.#connect(await reattach(position, (query) => this.#open(id, query)));
        this.#reattached = true;
        return [];
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (!isPassingFailure(error)) {
          if (!isMissing(error))
            throw new Interruption(messageOf(error), { cause: error, resumable: true });
          polls = true;
        }
        serverDelayMs = error instanceof ApiError ? (error.retryDelayMs ?? 0) : 0;
        reason = messageOf(error);
        cause = error;
      }
    }
    return this.#readRest(id, reason, cause);
  }

  /** Asks for the run's events; the wait for an answer is a silence like any other. */
  async #open(id: string, query: { last_event_id?: string }): Promise<ReadableStream<Uint8Array>> {
    const { calls, call, idleTimeoutMs } = this.#options;
    const { signal, release } = limitSignal(
      call.signal,
      idleTimeoutMs,
      () => new TimeoutError(`No answer within ${idleTimeoutMs} ms (idleTimeoutMs).`),
    );
    try {
      return (
        await calls.getStream(id, query, { ...call, signal, retry: false, timeoutMs: Infinity })
      ).data;
    } finally {
      release();
    }
  }

  /** The rest of the run from the stored interaction, once it is at its end. */
  async #readRest(id: string, reason: string, cause: unknown): Promise<Batch> {
    const { calls, call } = this.#options;
    const { position } = this;
    const interaction = await waitForCompletion(calls, id, call, 0).catch((error: unknown) => {
      if (call.signal.aborted) throw call.signal.reason;
      const gone = error instanceof ApiError && error.status === 404;
      throw new Interruption(reason, { cause: cause ?? error, resumable: !gone });
    });
    position.startReplay("interaction");
    const events = runEvents(withoutInput(interaction), {
      dialect: position.legacy ? "legacy" : "current",
      splitText: uncut,
      splitArguments: uncut,
    });
    // Found out before the first of them is handed out: all of the rest, or none.
    if (!position.accepts(events)) {
      throw new Interruption(`${reason}; the stored interaction differs from what was streamed`, {
        cause,
        resumable: false,
        interaction,
      });
    }
    this.#connection = undefined;
    return events;
  }
}

/** A stored interaction lists the request's input too; a stream does not. */
export function withoutInput(interaction: Interaction): Interaction {
  const steps = interaction.steps?.filter(({ type }) => type !== "user_input");
  return steps === undefined ? interaction : { ...interaction, steps };
}

function uncut(text: string): string[] {
  return [text];
}

/**
 * Asks for a run's events after the newest event id, or from the start where the service refuses
 * the id and the run was read from there; the position then expects them.
 */
export async function reattach<Answer>(
  position: Position,
  ask: (query: { last_event_id?: string }) => Promise<Answer>,
): Promise<Answer> {
  const after = position.lastEventId;
  const fromStart = async (): Promise<Answer> => {
    const answer = await ask({});
    position.startReplay("start");
    return answer;
  };
  if (after === undefined) return fromStart();
  try {
    const answer = await ask({ last_event_id: after });
    position.startReplay("last-event-id");
    return answer;
  } catch (error) {
    const isRefused = error instanceof ApiError && error.status === 400;
    if (!isRefused || position.base !== undefined) throw error;
    return fromStart();
  }
}

/** Whether the service has no stream for this run: then it may still have the run. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && [400, 404, 405, 410, 501].includes(error.status);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import type { InteractionStreamEvent } from "../generated/schema.ts";
import { followSignal } from "./abort.ts";
import type { ApiAnswer } from "./api-promise.ts";
import { openConnection } from "./connection.ts";
import type { Connection } from "./connection.ts";
import { readErrorBody } from "./error-body.ts";
import { InteractionStreamError, StreamInterruptedError } from "./errors.ts";
import type { EventStreamAnswer } from "./interactions.ts";
import { createTextReader } from "./text.ts";

/** Opens a stream; what aborts it from then on is the stream itself. */
export async function openStream(
  open: (signal: AbortSignal) => Promise<EventStreamAnswer>,
  signal: AbortSignal | undefined,
): Promise<ApiAnswer<InteractionStream>> {
  const controller = new AbortController();
  const unfollow = followSignal(controller, signal);
  try {
    const { data: body, response } = await open(controller.signal);
    const connection = openConnection(body, controller.signal);
    return { data: new InteractionStream(connection, controller, unfollow), response };
  } catch (error) {
    unfollow();
    throw error;
  }
}

/**
 * The events of one run, in either dialect, for one consumer. Leaving the loop frees the
 * connection. A background run goes on at the service; a foreground run ends with its request.
 */
export class InteractionStream implements AsyncIterable<InteractionStreamEvent> {
  readonly #connection: Connection;
  readonly #controller: AbortController;
  readonly #unfollow: () => void;
  #batch: readonly InteractionStreamEvent[] = [];
  #position = 0;
  #claimed = false;
  #closed = false;
  /** Whether the event that ends an interaction has been handed out. */
  #finished = false;
  #interactionId: string | undefined;
  #lastEventId: string | undefined;
  #lastError: InteractionStreamError | undefined;
  #reading: Promise<unknown> = Promise.resolve();

  /** Made by `client.create` and `client.get`. */
  constructor(connection: Connection, controller: AbortController, unfollow: () => void) {
    this.#connection = connection;
    this.#controller = controller;
    this.#unfollow = unfollow;
  }

  /** The interaction's id, once an event has named it; `undefined` with `store: false`. */
  get interactionId(): string | undefined {
    return this.#interactionId;
  }

  /** The newest event id among the events handed out; the service leaves many events without. */
  get lastEventId(): string | undefined {
    return this.#lastEventId;
  }

  /**
   * Iterates over the events as they arrive.
   *
   * @throws StreamInterruptedError when the connection ends before the interaction does
   */
  [Symbol.asyncIterator](): AsyncIterator<InteractionStreamEvent, undefined, undefined> {
    if (this.#claimed) {
      throw new TypeError("This stream is already being read: one stream has one consumer.");
    }
    this.#claimed = true;
    return {
      next: () => this.#next(),
      return: () => {
        this.#close();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  }

  /**
   * The model's text, piece by piece: no thoughts, no tool traffic.
   *
   * @throws InteractionStreamError when the stream ends on an `error` event
   */
  async *text(): AsyncGenerator<string, void, undefined> {
    const read = createTextReader();
    for await (const event of this) {
      const text = read(event);
      if (text !== "") yield text;
    }
    if (this.#lastError !== undefined) throw this.#lastError;
  }

  /**
   * Ends the stream and frees its connection; a pending read rejects with the reason.
   *
   * @param reason an `AbortError` unless given
   */
  abort(reason?: unknown): void {
    this.#controller.abort(reason);
  }

  #next(): Promise<IteratorResult<InteractionStreamEvent, undefined>> {
    const event = this.#take();
    if (event !== undefined) return Promise.resolve({ done: false, value: event });
    // One read at a time, in the order of the calls.
    const read = this.#reading.then(() => this.#readOn());
    this.#reading = read.catch(() => undefined);
    return read;
  }

  /** The next event of the batch that has arrived. */
  #take(): InteractionStreamEvent | undefined {
    while (this.#position < this.#batch.length && !this.#controller.signal.aborted) {
      const event = this.#batch[this.#position++];
      // An error event without a payload says nothing, and other events follow it.
      if (event === undefined || (event.event_type === "error" && !event.error)) continue;
      this.#observe(event);
      return event;
    }
    return undefined;
  }

  async #readOn(): Promise<IteratorResult<InteractionStreamEvent, undefined>> {
    try {
      while (!this.#closed) {
        const event = this.#take();
        if (event !== undefined) return { done: false, value: event };
        const batch = await this.#connection.next();
        if (batch === undefined) {
          this.#throwIfInterrupted();
          this.#close();
        } else {
          this.#batch = batch;
          this.#position = 0;
        }
      }
      return { done: true, value: undefined };
    } catch (error) {
      this.#close();
      throw error;
    }
  }

  #throwIfInterrupted(): void {
    const end = this.#connection.end;
    // After an error event the end is the service's own.
    if (this.#finished || end === undefined || end.done || this.#lastError !== undefined) return;
    const interactionId = this.#interactionId;
    const lastEventId = this.#lastEventId;
    const position =
      lastEventId === undefined ? "" : ` (last event id ${JSON.stringify(lastEventId)})`;
    const advice =
      interactionId === undefined
        ? "The run cannot be resumed: it has no id."
        : `Call client.get(${JSON.stringify(interactionId)}, { stream: true, last_event_id }) to go on.`;
    throw new StreamInterruptedError(
      `Stream ended before the interaction finished${position}: ${end.reason}. ${advice}`,
      { reason: end.reason, interactionId, lastEventId, cause: end.cause },
    );
  }

  #close(): void {
    this.#closed = true;
    this.#batch = [];
    this.#connection.close();
    this.#unfollow();
  }

  #observe(event: InteractionStreamEvent): void {
    if (event.event_id) this.#lastEventId = event.event_id;
    switch (event.event_type) {
      case "interaction.created":
      case "interaction.start":
        this.#interactionId ??= event.interaction.id || undefined;
        break;
      case "interaction.completed":
      case "interaction.complete":
        this.#interactionId ??= event.interaction.id || undefined;
        this.#finished = true;
        break;
      case "interaction.status_update":
        this.#interactionId ??= event.interaction_id || undefined;
        break;
      case "error":
        this.#lastError = toStreamError(event);
        return;
      default:
    }
    this.#lastError = undefined;
  }
}

function toStreamError({
  error,
}: InteractionStreamEvent & { event_type: "error" }): InteractionStreamError | undefined {
  if (error === undefined) return undefined;
  const { code, message } = readErrorBody({ error });
  return new InteractionStreamError(
    `The run reported an error${code === undefined ? "" : ` (${code})`}: ${message}`,
    code,
  );
}

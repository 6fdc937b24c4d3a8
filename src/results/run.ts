// The object that runTools and createWithContinuation return: awaiting it gives the last interaction,
// iterating over it each interaction or event. Nothing happens until one of the two. An error after the
// first interaction becomes an UnfinishedRunError, which contains the progress; an abort rejects with the
// signal's own reason, and `progress` has the same.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { UnfinishedRunError } from "./errors.ts";
import type { RunProgress } from "./errors.ts";
import type { StreamOptions } from "../model/options.ts";
import type { CreateInteractionParams, Interaction } from "../model/types.ts";
import { followSignal } from "../util/abort.ts";
import { messageOf } from "./message.ts";

/** The part of a stream that a run reads. */
export interface EventSource extends AsyncIterable<InteractionStreamEvent> {
  finalInteraction(): Promise<Interaction>;
}

/** The part of the client that a run needs; in a test, an object with one function is enough. */
export interface InteractionCreator {
  /** As {@link InteractionsClient.create}. */
  create(
    params: CreateInteractionParams,
    options?: StreamOptions,
  ): PromiseLike<Interaction | EventSource>;
}

/** What a run iterates over: each interaction, or with `stream: true` its events. */
export type RunItem = Interaction | InteractionStreamEvent;

/** What a run with this `stream` in its parameters iterates over. */
export type RunItemOf<Stream> = Stream extends true ? InteractionStreamEvent : Interaction;

/** Shared by a run and its loop. */
export interface RunState {
  /** Aborts when the run is stopped early. */
  readonly signal: AbortSignal;
  /** Kept up to date by the loop. */
  progress: RunProgress | undefined;
}

/** Several interactions, one after the other, for one consumer. */
export class InteractionRun<Item extends RunItem>
  implements AsyncIterable<Item>, Promise<Interaction>
{
  readonly [Symbol.toStringTag] = "InteractionRun";
  readonly #loop: AsyncGenerator<RunItem, Interaction | undefined, undefined>;
  readonly #controller = new AbortController();
  readonly #state: RunState = { signal: this.#controller.signal, progress: undefined };
  readonly #signal: AbortSignal | undefined;
  #phase: "fresh" | "reading" | "ended" | "left" = "fresh";
  /** Reads that have not settled yet. */
  #pendingReads = 0;
  #unfollow = (): void => undefined;
  #resolve: (interaction: Interaction) => void = () => undefined;
  #reject: (error: unknown) => void = () => undefined;
  readonly #final: Promise<Interaction>;

  /** Made by runTools and createWithContinuation. */
  constructor(
    loop: (state: RunState) => AsyncGenerator<RunItem, Interaction, undefined>,
    signal: AbortSignal | undefined,
  ) {
    this.#loop = loop(this.#state);
    this.#signal = signal;
    this.#final = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever iterates learns of a failure there.
    this.#final.catch(() => undefined);
  }

  /**
   * How far the run has come by now; `undefined` before the first interaction. Pass it as `from` to
   * continue after an abort; any other failure has it as `error.progress` too.
   */
  get progress(): RunProgress | undefined {
    return this.#state.progress;
  }

  /**
   * Iterates over the interactions, or their events. Leaving the loop ends the run: its stream is closed,
   * and the signal of its tools aborts.
   */
  [Symbol.asyncIterator](): AsyncIterator<Item, undefined, undefined> {
    if (this.#phase !== "fresh") {
      throw new TypeError("This run has a reader already: one run has one consumer.");
    }
    this.#phase = "reading";
    this.#unfollow = followSignal(this.#controller, this.#signal);
    return {
      next: async () => {
        const { done, value } = await this.#next();
        // The loop's items are those that the parameters ask for.
        return done ? { done, value: undefined } : { done: false, value: value as Item };
      },
      return: async () => {
        if (this.#phase === "reading") await this.#leave();
        return { done: true, value: undefined };
      },
    };
  }

  /** Settles with the last interaction. Starts the run, unless a loop reads it. */
  // oxlint-disable-next-line unicorn/no-thenable -- to be awaited is what it is for
  then<Result = Interaction, Failure = never>(
    onResolved?: ((interaction: Interaction) => Result | PromiseLike<Result>) | null,
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Result | Failure> {
    if (this.#phase === "fresh") void this.#drain();
    return this.#final.then(onResolved, onRejected);
  }

  /** Like `catch` of a promise. */
  catch<Failure = never>(
    onRejected?: ((reason: unknown) => Failure | PromiseLike<Failure>) | null,
  ): Promise<Interaction | Failure> {
    return this.then(undefined, onRejected);
  }

  /** Like `finally` of a promise. */
  finally(onSettled?: (() => void) | null): Promise<Interaction> {
    return this.then((interaction) => interaction).finally(onSettled);
  }

  async #drain(): Promise<void> {
    try {
      for await (const _ of this);
    } catch (error) {
      this.#reject(error);
    }
  }

  async #next(): Promise<IteratorResult<RunItem, unknown>> {
    if (this.#phase !== "reading") return { done: true, value: undefined };
    this.#pendingReads += 1;
    try {
      this.#state.signal.throwIfAborted();
      const result = await this.#loop.next();
      if (result.done === true && result.value !== undefined) {
        this.#close("ended");
        this.#resolve(result.value);
      }
      return result;
    } catch (thrown) {
      // The consumer left the loop while this read was pending.
      if (this.#hasLeft()) return { done: true, value: undefined };
      const error = this.#describe(thrown);
      this.#close("ended");
      this.#reject(error);
      throw error;
    } finally {
      this.#pendingReads -= 1;
    }
  }

  #hasLeft(): boolean {
    return this.#phase === "left";
  }

  async #leave(): Promise<void> {
    this.#close("left");
    this.#reject(
      new TypeError(
        "The loop over the run was left before its end, so the final interaction is unknown.",
      ),
    );
    const closed = this.#loop.return(undefined);
    // A pending read ends only by the abort. Otherwise the stream is closed first: the end of a loop
    // is not an abort, and cancels nothing at the service.
    if (this.#pendingReads > 0) this.#controller.abort();
    await closed;
    this.#controller.abort();
  }

  #close(phase: "ended" | "left"): void {
    this.#phase = phase;
    this.#unfollow();
  }

  #describe(thrown: unknown): unknown {
    const { signal, progress } = this.#state;
    if (signal.aborted) return signal.reason;
    if (progress === undefined || thrown instanceof UnfinishedRunError) return thrown;
    const what = `The run stopped after interaction "${progress.interaction.id}": ${messageOf(thrown)}`;
    return new UnfinishedRunError(what, progress, { cause: thrown });
  }
}

/**
 * One create: yields the interaction, or its events.
 *
 * @param receive called with the whole interaction, before the consumer can leave the loop
 * @param see called with each event of a stream, before the consumer gets it
 */
export async function* createTurn(
  client: InteractionCreator,
  params: CreateInteractionParams,
  options: StreamOptions,
  receive: (interaction: Interaction) => void,
  see: (event: InteractionStreamEvent) => void = () => undefined,
): AsyncGenerator<RunItem, void, undefined> {
  const answer = await client.create(params, options);
  if (Symbol.asyncIterator in answer) {
    for await (const event of answer) {
      see(event);
      yield event;
    }
    receive(await answer.finalInteraction());
  } else {
    receive(answer);
    yield answer;
  }
}

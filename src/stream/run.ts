// One run over many connections. It hands the events of the current connection on in batches, keeps
// the position, and decides what an end means: the end of the run, an error of the run's own, or an
// interruption, after which recover.ts finds the events that follow. Errors come in events and
// beside them; both are judged here, by one function.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import { readErrorReport } from "../model/error-report.ts";
import type { ErrorReport } from "../model/error-report.ts";
import type { EventStreamAnswer } from "../http/send.ts";
import { InteractionStreamError } from "../model/errors.ts";
import { goesOn } from "../model/dialect.ts";
import type { Position } from "../replay/position.ts";
import { isObject } from "../util/json.ts";
import { Connection } from "./connection.ts";
import type { Batch } from "./connection.ts";
import { Recovery } from "./recover.ts";
import type { Fault, RecoveryOptions } from "./recover.ts";

/** What a run needs beside its first connection. */
export interface RunOptions extends RecoveryOptions {
  /** Whether the first connection is a later one of the run. */
  readonly isReattached: boolean;
}

/** A run's events across all the connections it takes. */
export class Run {
  readonly position: Position;
  readonly #options: RunOptions;
  readonly #recovery: Recovery;
  #connection: Connection | undefined;
  /** Why the current connection is of no more use, although it may be open. */
  #fault: Fault | undefined;
  /** The error that was told since the run last went on: an end is the run's own then. */
  #lastError: ErrorReport | undefined;
  #isReattached: boolean;
  /** Whether the rest came from the stored interaction. */
  hasRest = false;
  /** How much had been delivered when the current connection began. */
  #progressBefore: number;

  /** @param answer the first connection; absent where the service has no stream for the run */
  constructor(answer: EventStreamAnswer | undefined, options: RunOptions) {
    this.#options = options;
    this.position = options.position;
    this.#recovery = new Recovery(options);
    this.#isReattached = options.isReattached;
    this.#progressBefore = this.position.progress;
    if (answer !== undefined) this.#connect(answer);
    else if (!this.position.finished) this.#fault = { reason: "the run has no stream", poll: true };
  }

  /**
   * Waits for the next batch of events, none of them accepted yet, and resolves with what `use`
   * makes of it; with `undefined` where the connection has ended: {@link Run.recover} tells whether
   * the run has. A function instead of a promise, see {@link Connection.next}.
   */
  next<Result>(use: (batch: Batch | undefined) => Result | Promise<Result>): Promise<Result> {
    const connection = this.#connection;
    if (connection === undefined || this.#fault !== undefined) {
      return Promise.resolve(undefined).then(use);
    }
    if (this.position.finished) connection.expectEnd();
    return connection.next(use);
  }

  /**
   * The batch that follows where a connection has ended, empty where another connection is to bring
   * it; `undefined` at the end of the run.
   *
   * @throws InteractionStreamError when the body ended with an error of the run's own
   * @throws Interruption when the events cannot be had any further
   */
  async recover(): Promise<Batch | undefined> {
    const fault = this.#fault ?? this.#judgeEnd();
    if (fault === undefined) return undefined;
    const found = await this.#recovery.next(fault);
    this.#fault = undefined;
    if ("rest" in found) {
      this.#connection = undefined;
      this.hasRest = true;
      return found.rest;
    }
    this.#isReattached = true;
    this.#progressBefore = this.position.progress;
    this.#connect(found.answer);
    return [];
  }

  /**
   * What of an event of the current batch is new; nothing once the connection is of no use.
   *
   * @throws ReplayMismatch when a replay contradicts what was delivered
   */
  accept(event: InteractionStreamEvent): InteractionStreamEvent | undefined {
    if (this.#fault !== undefined) return undefined;
    const report = errorIn(event);
    if (report !== undefined && event.event_type !== "interaction.status_update") {
      // Noise; and once the interaction is over, a passing error has nothing left to interrupt.
      if (report.isEmpty || (report.isTransient && this.position.finished)) return undefined;
      this.#fault = this.#judge(report);
      if (this.#fault !== undefined) {
        this.close();
        return undefined;
      }
    }
    const fresh = this.position.accept(event);
    if (fresh !== undefined && (report !== undefined || goesOn(event))) this.#lastError = report;
    return fresh;
  }

  /** The error that was told last: at the end of the stream, what it ended on. */
  get lastError(): InteractionStreamError | undefined {
    return this.#lastError && this.#toStreamError(this.#lastError);
  }

  /** Throws the error that the stream ended on, if it did. */
  throwLastError(): void {
    const error = this.lastError;
    if (error !== undefined) throw error;
  }

  /** Frees the socket, and ends a pending read. */
  close(reason?: unknown): void {
    this.#connection?.close(reason);
  }

  #connect(answer: EventStreamAnswer): void {
    this.#connection = new Connection(answer, this.#options.idleTimeoutMs);
  }

  /** What the end of the connection is: the run's own (`undefined`), or an interruption. */
  #judgeEnd(): Fault | undefined {
    const end = this.#connection?.end;
    const isOver = this.position.finished || this.#lastError !== undefined;
    if (end === undefined || end.kind === "done" || isOver) return undefined;
    // What was malformed is part of it; hooks are told of it too.
    const { clean } = this.#options.calls.cleaner;
    if (end.kind === "interrupted") return { ...end, reason: clean(end.reason) };
    const { report } = end;
    const fault = report.isTransient ? { reason: this.#say(report) } : this.#judge(report);
    if (fault === undefined) throw this.#toStreamError(report);
    return fault;
  }

  /** Whether an error interrupts a run that goes on, or is the run's own end (`undefined`). */
  #judge(report: ErrorReport): Fault | undefined {
    const { position } = this;
    if (!position.stored || position.interactionId === undefined) return undefined;
    const { code } = report;
    const reason = this.#say(report);
    if (report.isTransient) return { reason };
    // A service without the stream may still have the run: one GET decides.
    const isNew = position.progress === this.#progressBefore;
    const isMissing = code?.toLowerCase() === "not_found" || code === "404";
    return isMissing && this.#isReattached && isNew ? { reason, poll: true } : undefined;
  }

  #say({ code, message }: ErrorReport): string {
    return this.#options.calls.cleaner.clean([code, message].filter(Boolean).join(": "));
  }

  #toStreamError({ code, message }: ErrorReport): InteractionStreamError {
    const { clean } = this.#options.calls.cleaner;
    const codeText = code === undefined ? undefined : clean(code);
    const what = codeText === undefined ? "" : ` (${codeText})`;
    return new InteractionStreamError(
      `The run reported an error${what}: ${clean(message) || "no message."}`,
      codeText,
    );
  }
}

/** The error that an event reports, if any: an `error` event, or one beside a final status. */
function errorIn(event: InteractionStreamEvent): ErrorReport | undefined {
  if (event.event_type === "error") return readErrorReport(event);
  if (goesOn(event)) return undefined;
  // The spec knows no such members; some services send them.
  const { error, errors }: Record<string, unknown> = { ...event };
  const report = readErrorReport({ error: isObject(error) ? error : undefined, errors });
  return report.isEmpty ? undefined : report;
}

// One run over many connections. It hands the events of the current connection on in batches, keeps
// the position, and decides what an end means: the end of the run, an error of the run's own, or an
// interruption, after which recover.ts finds the events that follow. Errors come in events and
// beside them; both are judged here, by one function.

import type { InteractionStreamEvent } from "../../generated/schema.ts";
import type { ErrorReport } from "../model/error-report.ts";
import type { EventStreamAnswer } from "../http/send.ts";
import { InteractionStreamError } from "../model/errors.ts";
import { toCurrent } from "../model/dialect.ts";
import { errorOf } from "../model/facts.ts";
import { isTerminal } from "../model/output.ts";
import type { RunLog } from "../replay/run-log.ts";
import { isFilled } from "../util/json.ts";
import { Connection } from "./connection.ts";
import type { Batch } from "./connection.ts";
import { Interruption, Recovery } from "./recover.ts";
import type { Fault, RecoveryOptions } from "./recover.ts";

/** What a run needs beside its first connection. */
export interface RunOptions extends RecoveryOptions {
  /** Whether the first connection is a later one of the run. */
  readonly isReattached: boolean;
  /**
   * Whether a run that is cut at a continuation token is left as it is; `"start"` where the run itself
   * began with one.
   */
  readonly stopsAtCheckpoint: boolean | "start";
}

/** A run's events across all the connections it takes. */
export class Run {
  readonly log: RunLog;
  readonly #options: RunOptions;
  readonly #recovery: Recovery;
  #connection: Connection | undefined;
  /** Why the current connection is of no more use, although it may be open. */
  #fault: Fault | undefined;
  #isReattached: boolean;
  /** Whether the rest came from the stored interaction. */
  hasRest = false;
  /** How much had been delivered when the current connection began. */
  #mark: number;
  /** How much had been delivered at the newest continuation token, where that matters. */
  #checkpoint: number | undefined;

  /** @param answer the first connection; absent where the service has no stream for the run */
  constructor(answer: EventStreamAnswer | undefined, options: RunOptions) {
    this.#options = options;
    this.log = options.log;
    this.#recovery = new Recovery(options);
    this.#isReattached = options.isReattached;
    this.#mark = this.log.progress;
    if (options.stopsAtCheckpoint === "start") this.#checkpoint = this.log.progress;
    if (answer !== undefined) this.#connect(answer);
    else if (!this.log.finished) this.#fault = { reason: "the run has no stream", poll: true };
  }

  /**
   * The next batch of events, none of them accepted yet; `undefined` where the connection has ended:
   * {@link Run.recover} says whether the run has.
   */
  async next(): Promise<Batch | undefined> {
    const connection = this.#connection;
    if (connection === undefined || this.#fault !== undefined) return undefined;
    if (this.log.finished) connection.expectEnd();
    return connection.next();
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
    if (this.#checkpoint === this.log.progress) {
      throw new Interruption(fault.reason, { cause: fault.cause, resumable: this.log.stored });
    }
    const look = fault.isDone === true ? await this.#recovery.look() : undefined;
    // The service said that it has nothing more to send, and what it stored adds nothing.
    if (look === "over") {
      this.#connection = undefined;
      return [];
    }
    const found = look ?? (await this.#recovery.next(fault));
    this.#fault = undefined;
    if ("rest" in found) {
      this.#connection = undefined;
      this.hasRest = true;
      return found.rest;
    }
    this.#isReattached = true;
    this.#mark = this.log.progress;
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
    // Nearly every event is content.
    const report = event.event_type === "step.delta" ? undefined : errorOf(toCurrent(event));
    if (report !== undefined && event.event_type === "error") {
      // Noise (W16); and a transient error interrupts nothing once the interaction is over, or where the
      // run has survived it, as a replay shows.
      const { finished, isRepeating } = this.log;
      if (report.isEmpty || (report.isTransient && (finished || isRepeating))) return undefined;
      this.#fault = this.#judge(report);
      if (this.#fault !== undefined) {
        this.close();
        return undefined;
      }
    }
    const fresh = this.log.accept(event);
    if (this.#options.stopsAtCheckpoint !== false && hasToken(event)) {
      this.#checkpoint = this.log.progress;
    }
    return fresh;
  }

  /** The error that was reported last: at the end of the stream, what it ended on. */
  get lastError(): InteractionStreamError | undefined {
    const { lastError } = this.log;
    return lastError && this.#toStreamError(lastError);
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
    const { finished, lastError, status, stored, interactionId } = this.log;
    if (end === undefined || finished || lastError !== undefined) return undefined;
    if (end.kind === "interrupted") return end;
    if (end.kind === "done") {
      const isOver = status !== undefined && isTerminal(status);
      if (isOver || !stored || interactionId === undefined) return undefined;
      const reason = `the stream ended with [DONE] while the run was ${status ?? "in_progress"}`;
      return { reason, poll: true, isDone: true };
    }
    const { report } = end;
    const fault = report.isTransient ? { reason: this.#say(report) } : this.#judge(report);
    if (fault === undefined) throw this.#toStreamError(report);
    return fault;
  }

  /** Whether an error interrupts a run that continues, or is the run's own end (`undefined`). */
  #judge(report: ErrorReport): Fault | undefined {
    const { log } = this;
    if (!log.stored || log.interactionId === undefined) return undefined;
    const { code } = report;
    const reason = this.#say(report);
    if (report.isTransient) return { reason };
    // A service without the stream may still have the run: one GET decides.
    const isNew = log.progress === this.#mark;
    const isMissing = code?.toLowerCase() === "not_found" || code === "404";
    return isMissing && this.#isReattached && isNew ? { reason, poll: true } : undefined;
  }

  /** The code and the message: whoever must not keep what a model may have written keeps the code alone. */
  #say({ code = "error", message }: ErrorReport): string {
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

/** Whether an event brings a token with which another create continues the run. */
function hasToken(event: InteractionStreamEvent): boolean {
  if (event.event_type !== "interaction.status_update") return false;
  const { continuation_token: token }: { continuation_token?: unknown } = event;
  return isFilled(token);
}

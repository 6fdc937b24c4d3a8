// Opens streams: a run that is created, a stored one, or one that continues from a cursor. In come the
// arguments of the client's methods, out goes an InteractionStream. A stream that is never read holds
// no listener on the caller's signal; the first read takes it.

import type { EventStreamAnswer } from "../http/send.ts";
import { resolveBackoff } from "../http/retry.ts";
import type { CallContext } from "./run-hooks.ts";
import type { ApiAnswer } from "../model/api-promise.ts";
import { shortId } from "../model/resource-name.ts";
import type { CallOptions, StreamOptions } from "../model/options.ts";
import { isTerminal, withoutInput } from "../model/output.ts";
import type { CreateInteractionParams, GetInteractionParams, Interaction } from "../model/types.ts";
import { reattach } from "../replay/reattach.ts";
import { logAt, RunLog } from "../replay/run-log.ts";
import { followSignal, limitSignal } from "../util/abort.ts";
import { checkDuration, checkOptionNames, maxTimerMs } from "../util/check.ts";
import type { Backoff } from "../util/delay.ts";
import { readRun } from "./poller.ts";
import { isMissing } from "./recover.ts";
import { Run } from "./run.ts";
import { InteractionStream } from "./stream.ts";
import { cancelQuietly } from "./wait.ts";

/** What streams need of their client. */
export interface StreamContext extends CallContext {
  readonly backoff: Backoff;
  readonly idleTimeoutMs: number | undefined;
}

/** A run as it is known when its stream opens. */
interface Opening {
  readonly log: RunLog;
  readonly options: StreamOptions;
  /** When this stream created the run; absent for a run that was there before. */
  readonly createdAt?: number;
  /** Whether the run begins with a continuation token. */
  readonly beginsAtCheckpoint?: boolean;
  /** Sends the first request; no stream where the service has none for the run any more. */
  readonly send: (call: CallOptions) => Promise<EventStreamAnswer | ApiAnswer<undefined>>;
}

const foregroundIdleMs = 240_000;
const backgroundIdleMs = 120_000;
/** How long recovery continues without new content: the longest research run, or an open page. */
const backgroundPatienceMs = 3_600_000;
const foregroundPatienceMs = 60_000;
/** Longest time for what `finalInteraction()` reads beside the stream. */
const extraGetTimeoutMs = 10_000;

/** Starts a run, and streams it. */
export function openCreated(
  context: StreamContext,
  params: CreateInteractionParams,
  options: StreamOptions,
): Promise<ApiAnswer<InteractionStream>> {
  const background = params.background === true;
  return open(context, {
    log: new RunLog({
      background,
      stored: params.store !== false,
      accumulates: options.accumulate !== false,
    }),
    options,
    createdAt: Date.now(),
    beginsAtCheckpoint: params.continuation_token !== undefined,
    send: (call) => context.calls.createStream(params, call),
  });
}

/** Streams a stored run, from its beginning or from after an event. */
export function openStored(
  context: StreamContext,
  id: string,
  params: GetInteractionParams,
  options: StreamOptions,
): Promise<ApiAnswer<InteractionStream>> {
  // A place where no id was kept yet is often an empty text: that is the beginning.
  const base = params.last_event_id || undefined;
  const log = new RunLog({
    base,
    background: true,
    stored: true,
    interactionId: typeof id === "string" ? shortId(id) : undefined,
    accumulates: options.accumulate !== false,
  });
  const send: Opening["send"] = (call) =>
    context.calls.getStream(id, { ...params, last_event_id: base }, call);
  return open(context, { log, options, send });
}

/** Continues where a stream was left, in this process or in another. */
export function openResumed(
  context: StreamContext,
  cursor: string,
  options: StreamOptions,
): Promise<ApiAnswer<InteractionStream>> {
  const log = logAt(cursor, options.accumulate !== false);
  const { interactionId: id = "" } = log;
  const { calls } = context;
  const send: Opening["send"] = async (call) => {
    // Nothing follows: nothing is asked for.
    if (log.finished) return { data: undefined, response: new Response(null, { status: 204 }) };
    try {
      if (!log.isStored) return await reattach(log, (query) => calls.getStream(id, query, call));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    // The run has no stream any more; what is left of it may be stored.
    const { response } = await calls.get(id, {}, call);
    return { data: undefined, response };
  };
  return open(context, { log, options, send });
}

async function open(
  { calls, backoff, hooks, idleTimeoutMs, report }: StreamContext,
  { log, options, createdAt, beginsAtCheckpoint = false, send }: Opening,
): Promise<ApiAnswer<InteractionStream>> {
  const { background, stored } = log;
  const { headers, fetch, signal, resume = true, accumulate = true } = options;
  const silenceMs = checkDuration(
    "idleTimeoutMs",
    options.idleTimeoutMs ?? idleTimeoutMs ?? (background ? backgroundIdleMs : foregroundIdleMs),
  );
  const patienceMs = resolvePatience(resume, background);
  const stopsAtCheckpoint =
    !background && typeof resume === "object" && resume?.stopAtCheckpoint === true;
  const opened = await send(options);
  const controller = new AbortController();
  // Time limits and retries of the first request are not those of the calls after it.
  const later = {
    headers,
    fetch,
    signal: controller.signal,
  };
  const read = async (limitMs: number): Promise<Interaction> => {
    // At its end the stream has stopped following the caller's signal.
    const unfollow = followSignal(controller, signal);
    const limited = limitSignal(controller.signal, limitMs, () => new Error("no answer in time"));
    try {
      const { interactionId = "" } = log;
      const call = { ...later, signal: limited.signal };
      return withoutInput(await readRun(calls, interactionId, call));
    } finally {
      limited.release();
      unfollow();
    }
  };
  // Read at a `[DONE]` before a final status: `finalInteraction()` does not read it again.
  let seen: Promise<Interaction> | undefined;
  const look = async (): Promise<Interaction> => {
    const interaction = await (seen = read(extraGetTimeoutMs));
    if (!isTerminal(interaction.status)) seen = undefined;
    return interaction;
  };
  const run = new Run(opened.data === undefined ? undefined : opened, {
    calls,
    log,
    patienceMs,
    isReattached: createdAt === undefined,
    stopsAtCheckpoint: stopsAtCheckpoint && beginsAtCheckpoint ? "start" : stopsAtCheckpoint,
    createdAt,
    look,
    idleTimeoutMs: Math.min(silenceMs, maxTimerMs),
    backoff: options.retry ? resolveBackoff(options.retry) : backoff,
    onReconnect: hooks.onReconnect,
    call: later,
  });
  const cancel = (id: string): Promise<void> => cancelQuietly(calls, id, { headers, fetch });
  const stream = new InteractionStream({
    run,
    controller,
    follow: (aborted) => followSignal(aborted, signal),
    read: stored ? () => seen ?? read(accumulate ? extraGetTimeoutMs : maxTimerMs) : undefined,
    cancel: background && options.cancelOnAbort === true ? cancel : undefined,
    cleaner: calls.cleaner,
    report,
  });
  return { data: stream, response: opened.response };
}

function resolvePatience(resume: StreamOptions["resume"], background: boolean): number | undefined {
  if (resume === false) return undefined;
  const settings = typeof resume === "object" ? resume : {};
  checkOptionNames(settings, { timeoutMs: true, stopAtCheckpoint: true }, "resume.");
  const { timeoutMs = background ? backgroundPatienceMs : foregroundPatienceMs } = settings ?? {};
  return checkDuration("resume.timeoutMs", timeoutMs);
}

import { followSignal } from "../util/abort.ts";
import type { ApiAnswer } from "../model/api-promise.ts";
import { checkCursor, toPosition } from "../replay/cursor.ts";
import type { Backoff } from "../util/delay.ts";
import type { Hooks } from "../model/hooks.ts";
import { shortId } from "../model/interaction-id.ts";
import type { EventStreamAnswer, InteractionCalls } from "../http/operations.ts";
import { resolveBackoff } from "../http/retry.ts";
import { checkDuration, maxTimerMs } from "../util/check.ts";
import type { CallOptions, StreamOptions } from "../model/options.ts";
import { Position } from "../replay/position.ts";
import { isMissing, reattach, Run } from "./run.ts";
import { withoutInput } from "../model/run-events.ts";
import { InteractionStream } from "./stream.ts";
import type {
  CreateInteractionParams,
  GetInteractionParams,
  Interaction,
  StreamCursor,
} from "../model/types.ts";
import { cancelQuietly } from "../http/wait.ts";

/** What streams need of their client. */
export interface StreamContext {
  readonly calls: InteractionCalls;
  readonly pacing: Backoff;
  readonly hooks: Hooks;
  readonly idleTimeoutMs: number | undefined;
}

/** What is known of a run when its stream opens. */
interface Origin {
  readonly position: Position;
  readonly background: boolean;
  readonly stored: boolean;
  readonly reattached: boolean;
  readonly options: StreamOptions;
}

/** What the first request answered; no body where the run has no stream any more. */
type Opened = ApiAnswer<ReadableStream<Uint8Array> | undefined>;

const foregroundIdleMs = 240_000;
const backgroundIdleMs = 120_000;

/** Starts a run, and streams it. */
export function openCreated(
  context: StreamContext,
  params: CreateInteractionParams,
  options: StreamOptions,
): Promise<ApiAnswer<InteractionStream>> {
  const origin = {
    position: new Position(),
    background: params.background === true,
    stored: params.store !== false,
    reattached: false,
    options,
  };
  return open(context, origin, (call) => context.calls.createStream(params, call));
}

/** Streams a stored run, from its beginning or from after an event. */
export function openStored(
  context: StreamContext,
  id: string,
  params: GetInteractionParams,
  options: StreamOptions,
): Promise<ApiAnswer<InteractionStream>> {
  const position = new Position(params.last_event_id);
  position.interactionId = shortId(id);
  const origin = { position, background: true, stored: true, reattached: true, options };
  return open(context, origin, (call) => context.calls.getStream(id, params, call));
}

/** Goes on where a stream was left, in this process or in another. */
export async function openResumed(
  context: StreamContext,
  cursor: StreamCursor,
  options: StreamOptions,
): Promise<ApiAnswer<InteractionStream>> {
  const { interactionId: id, background } = checkCursor(cursor);
  const position = toPosition(cursor);
  const origin = { position, background, stored: true, reattached: true, options };
  const { calls } = context;
  return open(context, origin, async (call): Promise<Opened> => {
    try {
      return await reattach(position, (query) => calls.getStream(id, query, call));
    } catch (error) {
      if (!isMissing(error)) throw error;
      // The run has no stream any more; what is left of it may be stored.
      const { response } = await calls.get(id, {}, call);
      return { data: undefined, response };
    }
  });
}

async function open(
  { calls, pacing, hooks, idleTimeoutMs }: StreamContext,
  { position, background, stored, reattached, options }: Origin,
  send: (call: CallOptions) => Promise<Opened | EventStreamAnswer>,
): Promise<ApiAnswer<InteractionStream>> {
  const controller = new AbortController();
  const unfollow = followSignal(controller, options.signal);
  const { signal } = controller;
  // Time limits and retries of the first request are not those of the reconnects after it.
  const { headers, fetch } = options;
  const later = { headers, fetch, signal };
  try {
    const silenceMs = checkDuration(
      "idleTimeoutMs",
      options.idleTimeoutMs ?? idleTimeoutMs ?? (background ? backgroundIdleMs : foregroundIdleMs),
    );
    // Nobody else can end the request before its answer, and after that cancelling the body does: a
    // signal that only we know would make the request dearer for nothing.
    const { data: body, response } = await send({ ...options, signal: options.signal && signal });
    const run = new Run(body, {
      calls,
      position,
      background,
      stored,
      reattached,
      resumes: options.resume !== false,
      idleTimeoutMs: Math.min(silenceMs, maxTimerMs),
      pacing: options.retry ? resolveBackoff(options.retry) : pacing,
      onReconnect: hooks.onReconnect,
      call: later,
    });
    const read = async (): Promise<Interaction> => {
      // At its end the stream has let the caller's signal go.
      const unfollowAgain = followSignal(controller, options.signal);
      const answer = calls.get(position.interactionId ?? "", {}, later).finally(unfollowAgain);
      return withoutInput((await answer).data);
    };
    const cancel = (id: string): Promise<void> => cancelQuietly(calls, id, later);
    const stream = new InteractionStream({
      run,
      controller,
      unfollow,
      read: stored ? read : undefined,
      cancel: background && options.cancelOnAbort === true ? cancel : undefined,
    });
    return { data: stream, response };
  } catch (error) {
    unfollow();
    throw error;
  }
}

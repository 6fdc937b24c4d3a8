// Asks the service for the events of a run that the consumer does not have, and tells the log where they
// begin. In comes the log and a function that sends the request; out goes its answer.

import { ApiError } from "../model/errors.ts";
import type { RunLog } from "./run-log.ts";

/**
 * Asks for a run's events after the newest event id, or from the start where the service refuses the
 * id and the run was read from there; the log then expects them.
 */
export async function reattach<Answer>(
  log: RunLog,
  ask: (query: { last_event_id?: string }) => Promise<Answer>,
): Promise<Answer> {
  const after = log.lastEventId;
  const fromStart = async (): Promise<Answer> => {
    const answer = await ask({});
    log.startReplay("start");
    return answer;
  };
  if (after === undefined) return fromStart();
  try {
    const answer = await ask({ last_event_id: after });
    log.startReplay("event");
    return answer;
  } catch (error) {
    const isRefused = error instanceof ApiError && error.status === 400;
    if (!isRefused || log.base !== undefined) throw error;
    return fromStart();
  }
}

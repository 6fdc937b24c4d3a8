// Where a run stands, by its notices: events that tell state or news and are no part of a step. In
// come events of today's dialect, untrusted; kept are the run's id, its status and whether its end was
// told. A notice may be told twice after a reconnect, so a status never goes back. The trap: an
// empty id, as with `store: false`, is no id, and neither is one that no URL may name.

import type { CurrentEvent } from "../model/dialect.ts";
import { stageOf } from "../model/facts.ts";
import { isInteractionName, shortId } from "../model/resource-name.ts";
import { isFilled, isObject } from "../util/json.ts";
import { foldValue, startDigest } from "./digest.ts";
import { ReplayMismatch } from "./mismatch.ts";
import type { Replay } from "./replay.ts";

/** How many notices are remembered: a service repeats a handful, and a cursor keeps them all. */
export const maxNotices = 8;

type LifecycleFact = "interactionId" | "status" | "isCreated" | "finished" | "notices";

/** What the notices of a run have told. */
export class Lifecycle {
  interactionId: string | undefined;
  status: string | undefined;
  /** Whether the event was handed out that the run begins with. */
  isCreated: boolean;
  /** Whether the event was handed out that ends a run. */
  finished: boolean;
  /** Digests of the notices since the last content, newest last. */
  notices: readonly number[];

  constructor(past: Partial<Pick<Lifecycle, LifecycleFact>> = {}) {
    this.interactionId = past.interactionId;
    this.status = past.status;
    this.isCreated = past.isCreated ?? false;
    this.finished = past.finished ?? false;
    this.notices = past.notices ?? [];
  }

  /**
   * Refuses what is told of another run.
   *
   * @throws ReplayMismatch
   */
  check(event: CurrentEvent): void {
    const { id } = factsOf(event);
    const known = this.interactionId;
    if (!isFilled(id) || known === undefined) return;
    // Vertex AI names a run by its id or in full.
    if (shortId(id) !== shortId(known)) throw new ReplayMismatch("it is of another interaction");
  }

  /** Whether a notice in a replay is surely known. */
  isKnown(event: CurrentEvent, { isBeyond }: Pick<Replay, "isBeyond">): boolean {
    if (event.event_type === "interaction.created") return this.isCreated;
    return !isBeyond && (this.finished || this.notices.includes(digestOf(event)));
  }

  /** A notice is handed out. */
  add(event: CurrentEvent): void {
    const { id, status } = factsOf(event);
    if (this.interactionId === undefined && isInteractionName(id)) this.interactionId = id;
    if (isFilled(status) && stageOf(status) >= stageOf(this.status)) this.status = status;
    switch (event.event_type) {
      case "interaction.created":
        this.isCreated = true;
        break;
      case "interaction.completed":
        this.finished = true;
        break;
      default:
        this.notices = [...this.notices.slice(1 - maxNotices), digestOf(event)];
    }
  }
}

/** The id and status of a run, if the event tells them. */
function factsOf(event: CurrentEvent): { readonly id?: unknown; readonly status?: unknown } {
  switch (event.event_type) {
    case "interaction.status_update":
      return { id: event.interaction_id, status: event.status };
    case "interaction.created":
    case "interaction.completed":
      return isObject(event.interaction) ? event.interaction : {};
    default:
      return {};
  }
}

/** Digest of a notice, but for its id and for when it was said. */
function digestOf(event: CurrentEvent): number {
  return foldValue(startDigest, event, (name, value) => {
    const isTime = typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value);
    return name === "event_id" || isTime;
  });
}
